import { centredExponent, powerOfTwo } from "./binary-scale.js";
import { type DoubleDouble, dd, ddMultiplyNumber } from "./double-double.js";
import { type StatisticsIssue, statisticsIssue } from "./issues.js";

/** An explanatory column (自变量). */
export interface RegressionColumn {
  /** Differs from every other column's and from the names that terms are given: `(intercept)` beside one, `x^2` beside powers of `x`. */
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** Polynomial terms up to this degree: `x`, `x^2`, …; the powers are formed to 32 digits. Default 1. */
  readonly degree?: number | undefined;
}

/** A column of the design in scaled form: true value = (head + tail) × 2^exponent. @internal */
export interface DesignColumn {
  readonly name: string;
  readonly head: Float64Array;
  /** What the head's rounding left of an exact power; absent for plain columns. */
  readonly tail?: Float64Array | undefined;
  readonly exponent: number;
}

/** The exponent that brings the largest value near 1; 0 for a column of zeros. */
function exponentOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) largest = Math.max(largest, Math.abs(values[i]!));
  if (largest === 0) return 0;
  return Math.max(-1000, Math.min(1000, centredExponent(largest)));
}

/** A column scaled by a power of two, which rounds nothing. @internal */
export function scaledColumn(name: string, values: ArrayLike<number>): DesignColumn {
  const exponent = exponentOf(values);
  const factor = powerOfTwo(-exponent);
  // a plain loop: Float64Array.from with a function is ten times slower
  const head = new Float64Array(values.length);
  for (let i = 0; i < head.length; i += 1) head[i] = values[i]! * factor;
  return { name, head, exponent };
}

/** x, x², … xᵈ in double-double: the rounding of a power costs Filip's data half of its digits. */
function powers(column: RegressionColumn): DesignColumn[] {
  const first = scaledColumn(column.name, column.values);
  const degree = column.degree ?? 1;
  if (degree === 1) return [first];
  const result = [first];
  let current: DoubleDouble[] = Array.from(first.head, (value) => dd(value));
  for (let power = 2; power <= degree; power += 1) {
    current = current.map((value, i) => ddMultiplyNumber(value, first.head[i]!));
    const head = Float64Array.from(current, (value) => value.hi);
    const tail = Float64Array.from(current, (value) => value.lo);
    const exact = tail.every((value) => value === 0);
    result.push({ name: powerName(column.name, power), head, tail: exact ? undefined : tail, exponent: power * first.exponent });
  }
  return result;
}

const INTERCEPT = "(intercept)";

function powerName(name: string, power: number): string {
  return power === 1 ? name : `${name}^${power}`;
}

/** The names of the coefficients in order, intercept first. @internal */
export function coefficientNames(columns: readonly RegressionColumn[], intercept: boolean): string[] {
  const terms = columns.flatMap(({ name, degree = 1 }) => Array.from({ length: degree }, (_, k) => powerName(name, k + 1)));
  return intercept ? [INTERCEPT, ...terms] : terms;
}

/** The design's columns, intercept first. @internal */
export function designColumns(columns: readonly RegressionColumn[], rows: number, intercept: boolean): DesignColumn[] {
  const one: DesignColumn[] = intercept ? [{ name: INTERCEPT, head: new Float64Array(rows).fill(1), exponent: 0 }] : [];
  return [...one, ...columns.flatMap(powers)];
}

/** Length and finiteness of one column; `path` is its place in the input. @internal */
export function checkColumn(name: string, values: ArrayLike<number>, rows: number, path: readonly (string | number)[]): StatisticsIssue[] {
  if (values.length !== rows)
    return [statisticsIssue("column-length-differs", path, { column: name, expected: rows, received: values.length })];
  for (let row = 0; row < rows; row += 1) {
    if (!Number.isFinite(values[row])) return [statisticsIssue("value-not-finite", [...path, row], { column: name, row })];
  }
  return [];
}

/** Whether all values are equal. @internal */
export function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i += 1) if (values[i] !== values[0]) return false;
  return true;
}
