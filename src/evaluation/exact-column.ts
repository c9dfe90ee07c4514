import { greatestSafeDivisor } from "../core/greatest-divisor.js";
import { type Fraction, fraction, toNumber } from "../core/index.js";

/** A value that may be missing. */
export type MaybeFraction = Fraction | undefined;

/**
 * Exact numbers of all subjects, in their order, as quotients of safe integers: whole numbers below 2^53 are exact in a double, and a pass over an
 * array of them costs a twentieth of BigInts with their divisors.
 */
export interface SafeColumn {
  readonly kind: "safe";
  /** NaN where there is no number. */
  readonly numerators: Float64Array;
  /** Above 0; one for all, or one each. One for all need not be in lowest terms; one each is (`ownQuotients`), so that they stay small. */
  readonly denominators: number | Float64Array;
}

/** Exact numbers of all subjects where one of them is larger than that. */
export interface WideColumn {
  readonly kind: "wide";
  readonly values: readonly MaybeFraction[];
}

/** Exact numbers of all subjects. */
export type ExactColumn = SafeColumn | WideColumn;

/** The largest whole number that arithmetic on doubles may reach. */
export const LARGEST = Number.MAX_SAFE_INTEGER;

const LARGEST_WIDE = 9007199254740991n;

/** The number as a double, if that is exact. */
export function safeNumber(value: bigint): number | undefined {
  return value <= LARGEST_WIDE && value >= -LARGEST_WIDE ? Number(value) : undefined;
}

/** A column under one denominator; `undefined` for any other. */
export function sharedDenominator(column: ExactColumn): number | undefined {
  return column.kind === "safe" && typeof column.denominators === "number" ? column.denominators : undefined;
}

/** The denominator of one subject's number. */
export function denominatorAt({ denominators }: SafeColumn, at: number): number {
  return typeof denominators === "number" ? denominators : (denominators[at] ?? 1);
}

/** Whether a subject has no number. */
export function missingAt(column: ExactColumn, at: number): boolean {
  return column.kind === "safe" ? Number.isNaN(column.numerators[at] ?? Number.NaN) : column.values[at] === undefined;
}

/** The largest absolute value of a list; 0 of none. Missing ones are passed over. */
export function largestOf(numbers: Float64Array | number): number {
  if (typeof numbers === "number") return Math.abs(numbers);
  let largest = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const size = Math.abs(numbers[at] ?? 0);
    if (size > largest) largest = size;
  }
  return largest;
}

/** One subject's number in lowest terms. */
export function fractionAt(column: ExactColumn, at: number): MaybeFraction {
  if (column.kind === "wide") return column.values[at];
  const numerator = column.numerators[at] ?? Number.NaN;
  if (Number.isNaN(numerator)) return undefined;
  return fraction(numerator, denominatorAt(column, at));
}

/** All numbers in lowest terms. */
export function fractionsOf(column: ExactColumn): readonly MaybeFraction[] {
  if (column.kind === "wide") return column.values;
  return Array.from(column.numerators, (_, at) => fractionAt(column, at));
}

/** The least common multiple of denominators; `undefined` where one is not known, or once it is no safe integer. */
export function commonDenominator(denominators: Iterable<number | undefined>): number | undefined {
  let multiple = 1;
  for (const denominator of denominators) {
    if (denominator === undefined) return undefined;
    if (multiple % denominator === 0) continue;
    multiple *= denominator / greatestSafeDivisor(multiple, denominator);
    if (multiple > LARGEST) return undefined;
  }
  return multiple;
}

/** The numbers as doubles, each correctly rounded; NaN for missing ones. */
export function doublesOf(column: ExactColumn): Float64Array {
  if (column.kind === "wide") return Float64Array.from(column.values, (value) => (value === undefined ? Number.NaN : toNumber(value)));
  return column.numerators.map((numerator, at) => numerator / denominatorAt(column, at));
}

/** A column of quotients with a denominator each, brought to lowest terms in place. */
export function ownQuotients(numerators: Float64Array, denominators: Float64Array): SafeColumn {
  for (let at = 0; at < numerators.length; at += 1) {
    const numerator = numerators[at] ?? Number.NaN;
    if (Number.isNaN(numerator)) continue;
    const denominator = denominators[at] ?? 1;
    const divisor = greatestSafeDivisor(denominator, Math.abs(numerator));
    if (divisor === 1) continue;
    numerators[at] = numerator / divisor;
    denominators[at] = denominator / divisor;
  }
  return { kind: "safe", numerators, denominators };
}

/** Values as a column: under one denominator where everything fits, else as they are. */
export function columnOf(values: readonly MaybeFraction[]): ExactColumn {
  const wide: WideColumn = { kind: "wide", values };
  const denominators = new Set<number>();
  for (const value of values) {
    if (value === undefined) continue;
    const denominator = safeNumber(value.denominator);
    if (denominator === undefined) return wide;
    denominators.add(denominator);
  }
  const common = commonDenominator(denominators);
  if (common === undefined) return wide;
  const numerators = new Float64Array(values.length);
  for (const [at, value] of values.entries()) {
    const numerator = value === undefined ? Number.NaN : Number(value.numerator) * (common / Number(value.denominator));
    if (Math.abs(numerator) > LARGEST) return wide;
    numerators[at] = numerator;
  }
  return { kind: "safe", numerators, denominators: common };
}

/** One column where the flag is set, the other elsewhere. */
export function chosenColumn(flags: readonly boolean[], set: ExactColumn, unset: ExactColumn): ExactColumn {
  const common = commonDenominator([sharedDenominator(set), sharedDenominator(unset)]);
  if (common !== undefined && set.kind === "safe" && unset.kind === "safe") {
    const [ofSet, ofUnset] = [common / denominatorAt(set, 0), common / denominatorAt(unset, 0)];
    if (Math.max(ofSet * largestOf(set.numerators), ofUnset * largestOf(unset.numerators)) <= LARGEST) {
      const numerators = Float64Array.from(flags, (flag, at) =>
        flag ? ofSet * (set.numerators[at] ?? Number.NaN) : ofUnset * (unset.numerators[at] ?? Number.NaN),
      );
      return { kind: "safe", numerators, denominators: common };
    }
  }
  return columnOf(flags.map((flag, at) => fractionAt(flag ? set : unset, at)));
}
