import { SchoolGroupsError } from "./error.js";
import { compareFractions, type Fraction, fraction } from "./fraction.js";
import { compareInterval, type Interval, type NumericRelation } from "./interval.js";
import type { Truth } from "./truth.js";

/** A count of people, schools or days as far as it is known: from `low` to `high`, both included, safe integers ≥ 0. */
export interface CountRange {
  readonly low: number;
  /** Absent: no upper bound is known, as over a list that is not complete. */
  readonly high?: number | undefined;
}

/** 占比. A share that keeps its part and its whole; the part is among the whole. */
export interface Share {
  readonly part: CountRange;
  readonly whole: CountRange;
}

/**
 * A count of what is certain and what is merely possible (see `membersOn`): from `certain` to `certain + possible`. Throws
 * `invalid-argument` for anything but safe integers ≥ 0.
 *
 * @example
 * ```ts
 * import { countRange } from "school-groups/core";
 *
 * countRange(7); // => { low: 7, high: 7 }
 * countRange(7, 2); // => { low: 7, high: 9 }
 * ```
 */
export function countRange(certain: number, possible = 0): CountRange {
  const range = { low: certain, high: certain + possible };
  if (possible < 0) throw new SchoolGroupsError("invalid-argument", "a count must be a safe integer ≥ 0", { possible });
  return checkedRange(range);
}

function checkedRange(range: CountRange): CountRange {
  const { low, high } = range;
  const sound = Number.isSafeInteger(low) && low >= 0 && (high === undefined || (Number.isSafeInteger(high) && high >= low));
  if (!sound) throw new SchoolGroupsError("invalid-argument", "a count must be a safe integer ≥ 0, its high end not below its low end");
  return range;
}

/**
 * A share of counts that are known (a number) or partly known (a range). An unknown whole (`undefined`) is at least its part.
 *
 * Throws `invalid-argument` for anything but safe integers ≥ 0.
 *
 * @example
 * ```ts
 * import { shareOf } from "school-groups/core";
 *
 * shareOf(7, 35); // => { part: { low: 7, high: 7 }, whole: { low: 35, high: 35 } }
 * shareOf(7, undefined).whole; // => { low: 7 }
 * ```
 */
export function shareOf(part: number | CountRange, whole: number | CountRange | undefined): Share {
  const counted = typeof part === "number" ? countRange(part) : checkedRange(part);
  if (whole === undefined) return { part: counted, whole: { low: counted.low } };
  return { part: counted, whole: typeof whole === "number" ? countRange(whole) : checkedRange(whole) };
}

/**
 * Where a share lies, from what is known of its part and its whole. 7 certain and 2 possible of 35 are 7/35 to 9/35.
 *
 * `undefined` when the whole is 0: there is nothing to have a share of, the rule is not applicable. Without an upper bound of the whole it
 * begins at 0, and it ends at 1 as soon as all of the whole may belong to the part. A part above its whole contradicts itself, which
 * validation reports; the quotient then stands as it is.
 *
 * @example
 * ```ts
 * import { countRange, formatInterval, shareInterval, shareOf } from "school-groups/core";
 *
 * const known = shareInterval(shareOf(countRange(7, 2), 36));
 * known && formatInterval(known); // => "[7/36, 0.25]"
 * const unknown = shareInterval(shareOf(23, undefined));
 * unknown && formatInterval(unknown); // => "[0, 1]"
 * shareInterval(shareOf(0, 0)); // => undefined
 * ```
 */
export function shareInterval({ part, whole }: Share): Interval | undefined {
  if (whole.high === 0) return undefined;
  const low = whole.high === undefined ? fraction(0) : fraction(part.low, whole.high);
  const high = part.high === undefined || part.high >= whole.low ? fraction(1) : fraction(part.high, whole.low);
  return { low, high: compareFractions(low, high) > 0 ? low : high };
}

/**
 * Whether a share stands in a relation to a threshold (0 to 1). `yes` when it does however the unknown turns out, `no` when it does not,
 * else `unknown`; `not-applicable` when the whole is 0. A whole that may turn out to be 0 leaves it `unknown`.
 *
 * @example
 * ```ts
 * import { compareShare, countRange, exact, shareOf } from "school-groups/core";
 *
 * compareShare(shareOf(7, 35), "at-least", exact("0.2")); // => "yes"
 * compareShare(shareOf(countRange(6, 1), 35), "at-least", exact("0.2")); // => "unknown"
 * compareShare(shareOf(6, 35), "at-least", exact("0.2")); // => "no"
 * compareShare(shareOf(0, 0), "at-least", exact("0.2")); // => "not-applicable"
 * ```
 */
export function compareShare(share: Share, relation: NumericRelation, threshold: Fraction): Truth | "not-applicable" {
  const interval = shareInterval(share);
  if (interval === undefined) return "not-applicable";
  if (share.whole.low === 0 && share.part.low === 0) return "unknown";
  return compareInterval(interval, relation, threshold);
}
