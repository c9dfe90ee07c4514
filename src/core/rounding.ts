import type { DecimalString } from "./decimal-text.js";
import { SchoolGroupsError } from "./error.js";
import { type Fraction, reducedFraction } from "./fraction.js";
import { exact } from "./fraction-text.js";

/** 修约方式. `half-away-from-zero` is 四舍五入 as in daily use; `half-even` is GB/T 8170. */
export type RoundingMode = "half-away-from-zero" | "half-even" | "away-from-zero" | "toward-zero" | "ceiling" | "floor";

/** 修约. The one named rounding step: to a whole number of `step`s (修约间隔), such as `"0.1"`, `"0.05"` or `"5"`. */
export interface Rounding {
  readonly mode: RoundingMode;
  /** Greater than 0. */
  readonly step: DecimalString;
}

/** Whether the magnitude goes up, given twice the rest against the divisor. */
function goesUp(mode: RoundingMode, negative: boolean, odd: boolean, twiceRest: bigint, divisor: bigint): boolean {
  switch (mode) {
    case "half-away-from-zero":
      return twiceRest >= divisor;
    case "half-even":
      return twiceRest > divisor || (twiceRest === divisor && odd);
    case "away-from-zero":
      return true;
    case "toward-zero":
      return false;
    case "ceiling":
      return !negative;
    case "floor":
      return negative;
    default:
      throw new SchoolGroupsError("invalid-argument", "unknown rounding mode", { mode: String(mode) });
  }
}

/**
 * The quotient of two whole numbers (divisor > 0) as a whole number, rounded once.
 * @internal
 */
export function roundedQuotient(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const negative = dividend < 0n;
  const magnitude = negative ? -dividend : dividend;
  const whole = magnitude / divisor;
  const rest = magnitude - whole * divisor;
  const rounded = rest !== 0n && goesUp(mode, negative, whole % 2n === 1n, 2n * rest, divisor) ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

/**
 * 修约. The number as the nearest whole multiple of a step, ties and direction by the mode, exactly and in one go (GB/T 8170-2008, 3.3
 * forbids rounding twice).
 *
 * Throws `invalid-decimal` for a step that is no number and `invalid-argument` for one that is not above 0 or an unknown mode.
 *
 * @example
 * ```ts
 * import { exact, roundFraction, toExactText } from "school-groups/core";
 *
 * toExactText(roundFraction(exact("2.5"), { mode: "half-even", step: "1" })); // => "2"
 * toExactText(roundFraction(exact("2.5"), { mode: "half-away-from-zero", step: "1" })); // => "3"
 * toExactText(roundFraction(exact("1.23"), { mode: "ceiling", step: "0.05" })); // => "1.25"
 * ```
 */
export function roundFraction(value: Fraction, { mode, step }: Rounding): Fraction {
  const unit = exact(step);
  if (unit.numerator <= 0n) throw new SchoolGroupsError("invalid-argument", "a rounding step must be above 0", { step });
  const steps = roundedQuotient(value.numerator * unit.denominator, value.denominator * unit.numerator, mode);
  return reducedFraction(steps * unit.numerator, unit.denominator);
}

/**
 * The greatest whole number not above the given one.
 *
 * @example
 * ```ts
 * import { exact, floorOfFraction } from "school-groups/core";
 *
 * floorOfFraction(exact("-0.5")); // => -1n
 * ```
 */
export function floorOfFraction({ numerator, denominator }: Fraction): bigint {
  return roundedQuotient(numerator, denominator, "floor");
}

/**
 * The least whole number not below the given one.
 *
 * @example
 * ```ts
 * import { ceilingOfFraction, exact } from "school-groups/core";
 *
 * ceilingOfFraction(exact("-0.5")); // => 0n
 * ```
 */
export function ceilingOfFraction({ numerator, denominator }: Fraction): bigint {
  return roundedQuotient(numerator, denominator, "ceiling");
}

/**
 * How many of a whole a share demands at least: the least whole number that is not below share × whole. 20 % of 35 is 7; in floating
 * point 0.07 × 100 is already above 7 and would demand 8.
 *
 * `whole` is a count, a safe integer ≥ 0; otherwise, or when the answer is none, `invalid-argument` is thrown.
 *
 * @example
 * ```ts
 * import { ceilingOfShare, exact } from "school-groups/core";
 *
 * ceilingOfShare(exact("0.2"), 35); // => 7
 * ceilingOfShare(exact("0.2"), 36); // => 8
 * ceilingOfShare(exact("0.07"), 100); // => 7
 * ```
 */
export function ceilingOfShare(share: Fraction, whole: number): number {
  if (!Number.isSafeInteger(whole) || whole < 0) throw new SchoolGroupsError("invalid-argument", "a count must be a safe integer ≥ 0");
  const count = Number(roundedQuotient(share.numerator * BigInt(whole), share.denominator, "ceiling"));
  if (!Number.isSafeInteger(count)) throw new SchoolGroupsError("invalid-argument", "the share asks for more than can be counted");
  return count;
}
