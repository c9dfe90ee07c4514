import { SchoolGroupsError } from "./error.js";
import type { ExplainedValue, Relation } from "./explanation.js";
import { addFractions, compareFractions, divideFractions, type Fraction, multiplyFractions, subtractFractions } from "./fraction.js";
import { sumFractions } from "./fraction-sum.js";
import { toExactText } from "./fraction-text.js";
import type { Truth } from "./truth.js";
import type { Unit } from "./unit.js";

/**
 * 区间. What is known of a number: it lies from `low` to `high`, both ends included. A known number is a point, low = high.
 *
 * Ends are always closed: where a source leaves open whether an end belongs to it, the wider reading never claims a contradiction or a
 * verdict that the facts do not bear.
 */
export interface Interval {
  readonly low: Fraction;
  /** Absent: no upper bound is known. */
  readonly high?: Fraction | undefined;
}

const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/**
 * The interval from `low` to `high`; without `high` it is unbounded above. Throws `invalid-argument` when `high` is below `low`.
 *
 * @example
 * ```ts
 * import { exact, intervalFrom } from "school-groups/core";
 *
 * intervalFrom(exact(7), exact(8)).low; // => { numerator: 7n, denominator: 1n }
 * ```
 */
export function intervalFrom(low: Fraction, high?: Fraction): Interval {
  if (high !== undefined && compareFractions(low, high) > 0) {
    throw new SchoolGroupsError("invalid-argument", "an interval cannot end below its start", {
      low: toExactText(low),
      high: toExactText(high),
    });
  }
  return { low, high };
}

/**
 * A known number as an interval.
 *
 * @example
 * ```ts
 * import { exact, pointInterval } from "school-groups/core";
 *
 * pointInterval(exact(7)).high; // => { numerator: 7n, denominator: 1n }
 * ```
 */
export function pointInterval(value: Fraction): Interval {
  return { low: value, high: value };
}

/**
 * Whether the interval is one known number.
 *
 * @example
 * ```ts
 * import { exact, intervalFrom, isPoint, pointInterval } from "school-groups/core";
 *
 * isPoint(pointInterval(exact(7))); // => true
 * isPoint(intervalFrom(exact(7))); // => false
 * ```
 */
export function isPoint({ low, high }: Interval): boolean {
  return high !== undefined && compareFractions(low, high) === 0;
}

/**
 * The sum of numbers known as intervals; the point 0 of none. Unbounded above as soon as one is.
 *
 * @example
 * ```ts
 * import { exact, formatInterval, intervalFrom, pointInterval, sumIntervals } from "school-groups/core";
 *
 * formatInterval(sumIntervals([intervalFrom(exact(1), exact(3)), pointInterval(exact(2))])); // => "[3, 5]"
 * formatInterval(sumIntervals([intervalFrom(exact(1)), pointInterval(exact(2))])); // => "[3, ∞)"
 * ```
 */
export function sumIntervals(intervals: readonly Interval[]): Interval {
  const highs: Fraction[] = [];
  for (const { high } of intervals) if (high !== undefined) highs.push(high);
  return {
    low: sumFractions(intervals.map(({ low }) => low)),
    high: highs.length === intervals.length ? sumFractions(highs) : undefined,
  };
}

/**
 * a + b.
 *
 * @example
 * ```ts
 * import { addIntervals, exact, formatInterval, intervalFrom } from "school-groups/core";
 *
 * formatInterval(addIntervals(intervalFrom(exact(1), exact(3)), intervalFrom(exact(10), exact(20)))); // => "[11, 23]"
 * ```
 */
export function addIntervals(a: Interval, b: Interval): Interval {
  return {
    low: addFractions(a.low, b.low),
    high: a.high === undefined || b.high === undefined ? undefined : addFractions(a.high, b.high),
  };
}

/**
 * a − b, for two numbers that vary independently; `undefined` when b has no upper bound, since nothing is then known from below.
 *
 * @example
 * ```ts
 * import { exact, formatInterval, intervalFrom, pointInterval, subtractIntervals } from "school-groups/core";
 *
 * const difference = subtractIntervals(pointInterval(exact(10)), intervalFrom(exact(2), exact(3)));
 * difference && formatInterval(difference); // => "[7, 8]"
 * ```
 */
export function subtractIntervals(a: Interval, b: Interval): Interval | undefined {
  if (b.high === undefined) return undefined;
  return { low: subtractFractions(a.low, b.high), high: a.high === undefined ? undefined : subtractFractions(a.high, b.low) };
}

/**
 * The interval times a known number ≥ 0, else `invalid-argument` is thrown.
 *
 * @example
 * ```ts
 * import { exact, formatInterval, intervalFrom, scaleInterval } from "school-groups/core";
 *
 * formatInterval(scaleInterval(intervalFrom(exact(1), exact(3)), exact("0.5"))); // => "[0.5, 1.5]"
 * ```
 */
export function scaleInterval({ low, high }: Interval, factor: Fraction): Interval {
  if (factor.numerator < 0n) throw new SchoolGroupsError("invalid-argument", "an interval is scaled by a number ≥ 0");
  if (factor.numerator === 0n) return pointInterval(ZERO);
  return { low: multiplyFractions(low, factor), high: high === undefined ? undefined : multiplyFractions(high, factor) };
}

/**
 * a ÷ b for two numbers ≥ 0 that vary independently: how large a district is of which 25 516 pupils are 32.5 % to 33.5 %.
 *
 * `undefined` when b is 0 for certain; unbounded above when b may be 0. Throws `invalid-argument` when an end is below 0.
 *
 * @example
 * ```ts
 * import { exact, intervalFrom, pointInterval, quotientOfIntervals, toNumber } from "school-groups/core";
 *
 * const total = quotientOfIntervals(pointInterval(exact(25516)), intervalFrom(exact("0.325"), exact("0.335")));
 * total && Math.ceil(toNumber(total.low)); // => 76168
 * ```
 */
export function quotientOfIntervals(a: Interval, b: Interval): Interval | undefined {
  if (a.low.numerator < 0n || b.low.numerator < 0n)
    throw new SchoolGroupsError("invalid-argument", "both numbers of a quotient must be ≥ 0");
  if (b.high?.numerator === 0n) return undefined;
  const low = b.high === undefined ? ZERO : divideFractions(a.low, b.high);
  if (a.high?.numerator === 0n) return pointInterval(ZERO);
  return { low, high: a.high === undefined || b.low.numerator === 0n ? undefined : divideFractions(a.high, b.low) };
}

/**
 * What two statements about one number leave open together; `undefined` when they contradict each other. A common end is no contradiction.
 *
 * @example
 * ```ts
 * import { exact, formatInterval, intersectIntervals, intervalFrom } from "school-groups/core";
 *
 * const both = intersectIntervals(intervalFrom(exact(1), exact(3)), intervalFrom(exact(2)));
 * both && formatInterval(both); // => "[2, 3]"
 * intersectIntervals(intervalFrom(exact(1), exact(3)), intervalFrom(exact(4))); // => undefined
 * ```
 */
export function intersectIntervals(a: Interval, b: Interval): Interval | undefined {
  const low = compareFractions(a.low, b.low) >= 0 ? a.low : b.low;
  const high = a.high === undefined || (b.high !== undefined && compareFractions(b.high, a.high) < 0) ? b.high : a.high;
  return high !== undefined && compareFractions(low, high) > 0 ? undefined : { low, high };
}

/**
 * Whether the number may have this value.
 *
 * @example
 * ```ts
 * import { exact, intervalContains, intervalFrom } from "school-groups/core";
 *
 * intervalContains(intervalFrom(exact(1), exact(3)), exact(3)); // => true
 * ```
 */
export function intervalContains({ low, high }: Interval, value: Fraction): boolean {
  return compareFractions(low, value) <= 0 && (high === undefined || compareFractions(value, high) <= 0);
}

/** A relation between two numbers. */
export type NumericRelation = Exclude<Relation, "one-of">;

/**
 * Whether a number known as an interval stands in a relation to a threshold: `yes` when every value does, `no` when none does, else
 * `unknown`.
 *
 * @example
 * ```ts
 * import { compareInterval, exact, intervalFrom } from "school-groups/core";
 *
 * const share = intervalFrom(exact("0.18"), exact("0.24"));
 * compareInterval(share, "at-least", exact("0.18")); // => "yes"
 * compareInterval(share, "at-least", exact("0.2")); // => "unknown"
 * compareInterval(share, "at-least", exact("0.25")); // => "no"
 * ```
 */
export function compareInterval(interval: Interval, relation: NumericRelation, threshold: Fraction): Truth {
  const low = compareFractions(interval.low, threshold);
  // Without an upper bound some value is above every threshold.
  const high = interval.high === undefined ? 1 : compareFractions(interval.high, threshold);
  switch (relation) {
    case "at-least":
      return low >= 0 ? "yes" : high < 0 ? "no" : "unknown";
    case "more-than":
      return low > 0 ? "yes" : high <= 0 ? "no" : "unknown";
    case "at-most":
      return high <= 0 ? "yes" : low > 0 ? "no" : "unknown";
    case "less-than":
      return high < 0 ? "yes" : low >= 0 ? "no" : "unknown";
    case "equal":
      if (low > 0 || high < 0) return "no";
      return low === 0 && high === 0 ? "yes" : "unknown";
    default:
      throw new SchoolGroupsError("invalid-argument", "unknown relation", { relation: String(relation) });
  }
}

/**
 * The interval in mathematical notation, for logs and tests; sentences for readers come from `messages/`.
 *
 * @example
 * ```ts
 * import { exact, formatInterval, intervalFrom } from "school-groups/core";
 *
 * formatInterval(intervalFrom(exact("0.325"), exact("0.335"))); // => "[0.325, 0.335]"
 * ```
 */
export function formatInterval({ low, high }: Interval): string {
  return high === undefined ? `[${toExactText(low)}, ∞)` : `[${toExactText(low)}, ${toExactText(high)}]`;
}

/**
 * What an explanation prints of the number: one exact value for a point, else both ends.
 *
 * @example
 * ```ts
 * import { exact, explainedInterval, pointInterval } from "school-groups/core";
 *
 * explainedInterval(pointInterval(exact(7)), "schools"); // => { kind: "exact", value: "7", unit: "schools" }
 * ```
 */
export function explainedInterval(interval: Interval, unit?: Unit): ExplainedValue {
  const low = toExactText(interval.low);
  // Absent, not undefined: explanations are equal to their own JSON round trip.
  const counted = unit === undefined ? {} : { unit };
  if (interval.high === undefined) return { kind: "interval", low, ...counted };
  if (isPoint(interval)) return { kind: "exact", value: low, ...counted };
  return { kind: "interval", low, high: toExactText(interval.high), ...counted };
}
