import type { CountRange } from "../core/index.js";

/** People counted in the cells of a large table of which few are used. Plain data and functions of it: what is compiled once serves every table. */
export interface PeopleInCells {
  /** The used cells in the order of their first use. */
  readonly cells: number[];
  /** Where each used cell stands in `cells`, plus 1. */
  readonly numbers: Int32Array | Map<number, number>;
  /** The counts of a cell stand side by side, with whoever was counted last in it. */
  counts: Int32Array;
}

/** Above this many cells a map finds the used ones. */
const LARGEST_TABLE = 65_536;
const WIDTH = 4;
const LOW = 0;
const HIGH = 1;
const SURELY = 2;
const PERHAPS = 3;

/** A table of so many cells, none of them used. */
export function peopleInCells(size: number): PeopleInCells {
  const numbers = size > LARGEST_TABLE ? new Map<number, number>() : new Int32Array(size);
  return { cells: [], numbers, counts: new Int32Array(1024 * WIDTH) };
}

/** Counts a person in a cell, once, when people come one after the other. */
export function addToCell(table: PeopleInCells, cell: number, person: number, sure: boolean): void {
  const at = (numberOf(table, cell) || use(table, cell)) * WIDTH - WIDTH;
  const { counts } = table;
  const stamp = person + 1;
  if (counts[at + PERHAPS] !== stamp) {
    counts[at + PERHAPS] = stamp;
    counts[at + HIGH] = (counts[at + HIGH] as number) + 1;
  }
  if (sure && counts[at + SURELY] !== stamp) {
    counts[at + SURELY] = stamp;
    counts[at + LOW] = (counts[at + LOW] as number) + 1;
  }
}

/** How many people were counted in a cell. */
export function peopleInCell(table: PeopleInCells, cell: number): CountRange {
  const number = numberOf(table, cell);
  if (number === 0) return { low: 0, high: 0 };
  const at = (number - 1) * WIDTH;
  return { low: table.counts[at + LOW] as number, high: table.counts[at + HIGH] as number };
}

function numberOf({ numbers }: PeopleInCells, cell: number): number {
  return (numbers instanceof Map ? numbers.get(cell) : numbers[cell]) ?? 0;
}

function use(table: PeopleInCells, cell: number): number {
  const { numbers, cells, counts } = table;
  const number = cells.push(cell);
  if (numbers instanceof Map) numbers.set(cell, number);
  else numbers[cell] = number;
  if (number * WIDTH > counts.length) {
    table.counts = new Int32Array(counts.length * 2);
    table.counts.set(counts);
  }
  return number;
}
