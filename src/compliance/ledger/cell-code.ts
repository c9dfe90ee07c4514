import { type CalendarDate, fromDayNumber } from "../../core/index.js";

/**
 * What is recorded of one due cell, in 32 bits: two days of 14 bits counted from a base day (0: no record), whether the day is known only in
 * part, whether records differ, and the strongest attestation. Two codes join in any order, any grouping and any number of times alike.
 */
export type CellCode = number;

/** Days on either side of the base that a cell can hold: 22 years. */
const CELL_DAYS = 8191;

const DAY_BITS = 0x3fff;
const DAYS = 0x0fffffff;
const PARTIAL = 0x10000000;
const DIFFERS = 0x20000000;
const STATEMENT = DAYS | PARTIAL;

/** A record as a code; `first` and `last` are days from the base, `undefined` when one is out of reach. */
export function cellCode(first: number, last: number, partial: boolean, attester: number): CellCode | undefined {
  if (first < -CELL_DAYS || last > CELL_DAYS || first > CELL_DAYS || last < -CELL_DAYS) return undefined;
  return ((first + 8192) | ((last + 8192) << 14) | (partial ? PARTIAL : 0) | (attester << 30)) >>> 0;
}

/**
 * Two codes of one cell as one. A day prevails over a month; of several days the earliest counts, first and last day each for itself, and
 * the cell is marked as differing.
 */
export function joinCells(a: CellCode, b: CellCode): CellCode {
  if (a === 0 || a === b) return b;
  if (b === 0) return a;
  const attester = Math.max(a >>> 30, b >>> 30) << 30;
  const left = a & STATEMENT;
  const right = b & STATEMENT;
  if (left === right) return (left | ((a | b) & DIFFERS) | attester) >>> 0;
  if ((left & PARTIAL) !== (right & PARTIAL)) {
    const exact = (left & PARTIAL) === 0 ? a : b;
    return ((exact & (STATEMENT | DIFFERS)) | attester) >>> 0;
  }
  const first = Math.min(left & DAY_BITS, right & DAY_BITS);
  const last = Math.min((left >>> 14) & DAY_BITS, (right >>> 14) & DAY_BITS);
  return (first | (last << 14) | (left & PARTIAL) | DIFFERS | attester) >>> 0;
}

/** Whether two codes tell of the same days. */
export function sameDays(a: CellCode, b: CellCode): boolean {
  return (a & STATEMENT) === (b & STATEMENT);
}

/** The first day recorded, as days from the base. */
export function firstDay(code: CellCode): number {
  return (code & DAY_BITS) - 8192;
}

/** The last day recorded; of a partly known day the latest it can be. */
export function lastDay(code: CellCode): number {
  return ((code >>> 14) & DAY_BITS) - 8192;
}

/** Whether the day is known only by month, year or span. */
export function isPartial(code: CellCode): boolean {
  return (code & PARTIAL) !== 0;
}

/** Whether records of different days were joined. */
export function differs(code: CellCode): boolean {
  return (code & DIFFERS) !== 0;
}

/** Whether a number can stand in a cell at all. */
export function isCellCode(code: unknown): code is CellCode {
  if (!Number.isInteger(code) || (code as number) < 1 || (code as number) > 0xffffffff) return false;
  const first = (code as number) & DAY_BITS;
  const last = ((code as number) >>> 14) & DAY_BITS;
  return first > 0 && last > 0;
}

/** The day or days of a code as text. */
export function daysText(code: CellCode, base: number): string {
  const day = (offset: number): CalendarDate => fromDayNumber(base + offset);
  const [first, last] = [firstDay(code), lastDay(code)];
  return first === last ? day(first) : `${day(first)}/${day(last)}`;
}
