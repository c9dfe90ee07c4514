import { Decimal } from "decimal.js";
import { checkPlaces, type DecimalString } from "./decimal-text.js";
import { SchoolGroupsError } from "./error.js";
import type { Fraction } from "./fraction.js";
import { fixedText } from "./fraction-text.js";
import { type RoundingMode, roundedQuotient } from "./rounding.js";

/** A private constructor, so that neither the app's settings of decimal.js nor ours touch each other; 60 digits start any root closely. */
const Real = /* @__PURE__ */ Decimal.clone({ precision: 60, rounding: 1, toExpNeg: -9e15, toExpPos: 9e15, defaults: true });

/** The greatest whole number whose square is not above the given one (≥ 0): decimal.js gives the start, squares decide. */
function wholeRoot(square: bigint): bigint {
  let root = BigInt(new Real(square.toString()).sqrt().toFixed(0)) + 1n;
  // A step of Newton's leads from either side to the true root or above it, every further one down towards it.
  do root = (root + square / root) / 2n;
  while (root * root > square);
  return root;
}

/** √value × 10^places as a whole number, rounded once. */
function rootUnits({ numerator, denominator }: Fraction, places: number, mode: RoundingMode): bigint {
  const scale = 10n ** BigInt(2 * places);
  const square = (numerator * scale) / denominator;
  const root = wholeRoot(square);
  // Where the true root lies between root and root + 1, told by exact squares: quarters of a unit keep ties apart from all else.
  const exactly = root * root * denominator === numerator * scale;
  if (exactly) return root;
  const middle = (2n * root + 1n) * (2n * root + 1n) * denominator;
  const half = 4n * numerator * scale;
  const quarters = half < middle ? 1n : half === middle ? 2n : 3n;
  return roundedQuotient(4n * root + quarters, 4n, mode);
}

/**
 * The square root of an exact number ≥ 0 as decimal text with the stated places, correctly rounded in the named mode: the last digit is
 * decided by exact squares, not by a longer approximation. A root that somebody is judged by is better compared by squares.
 *
 * Throws `invalid-argument` for a number below 0 and for places outside 0 to `DEFAULTS.maxDecimalPlaces`.
 *
 * @example
 * ```ts
 * import { exact, squareRootText } from "school-groups/core";
 *
 * squareRootText(exact(2), 6, "half-even"); // => "1.414214"
 * squareRootText(exact("6.25"), 0, "half-even"); // => "2"
 * ```
 */
export function squareRootText(value: Fraction, places: number, mode: RoundingMode): DecimalString {
  checkPlaces(places);
  if (value.numerator < 0n) throw new SchoolGroupsError("invalid-argument", "a number below 0 has no square root");
  return fixedText(rootUnits(value, places, mode), places);
}

/**
 * The weighted geometric mean Π value^(weight ÷ Σ weight) of numbers ≥ 0 as decimal text, rounded once from fifty digits. A 0 that has weight
 * makes it 0; numbers of weight 0 have no say.
 *
 * Throws `invalid-argument` for a number below 0, a negative weight, weights that are all 0, or lists of unlike length.
 *
 * @example
 * ```ts
 * import { exact, geometricMeanText } from "school-groups/core";
 *
 * geometricMeanText([exact(2), exact(8)], [exact(1), exact(1)], 3, "half-even"); // => "4.000"
 * ```
 */
export function geometricMeanText(
  values: readonly Fraction[],
  weights: readonly Fraction[],
  places: number,
  mode: RoundingMode,
): DecimalString {
  checkPlaces(places);
  const wrong = values.length !== weights.length || [...values, ...weights].some(({ numerator }) => numerator < 0n);
  if (wrong || weights.every(({ numerator }) => numerator === 0n)) {
    throw new SchoolGroupsError("invalid-argument", "a geometric mean needs numbers ≥ 0, each with a weight ≥ 0, not all of them 0");
  }
  const real = ({ numerator, denominator }: Fraction) => new Real(numerator.toString()).div(denominator.toString());
  let logarithm = new Real(0);
  let total = new Real(0);
  for (const [index, value] of values.entries()) {
    const weight = weights[index];
    if (weight === undefined || weight.numerator === 0n) continue;
    if (value.numerator === 0n) return fixedText(0n, places);
    logarithm = logarithm.plus(real(value).ln().times(real(weight)));
    total = total.plus(real(weight));
  }
  // Fifty of the sixty digits are sure; cut there, so that a mean that is a short decimal is not missed by its last digit.
  const mean = logarithm.div(total).exp().toSignificantDigits(50, Decimal.ROUND_HALF_EVEN);
  const [digits = "0", part = ""] = mean.toFixed().split(".");
  const dividend = BigInt(digits + part) * 10n ** BigInt(places);
  return fixedText(roundedQuotient(dividend, 10n ** BigInt(part.length), mode), places);
}
