import { DEFAULTS } from "./defaults.js";
import { SchoolGroupsError } from "./error.js";
import { greatestDivisor } from "./greatest-divisor.js";

/**
 * 分数. An exact number: whole numerator over a positive whole denominator, in lowest terms, so that equal numbers have equal parts.
 *
 * Use it for everything people are judged by (shares, quotas, weights, scores) until the one named rounding step. Make one with
 * `fraction`, `exact` or `parseFraction`, never by hand; write it with `toExactText` (it holds BigInts, which JSON does not).
 */
export interface Fraction {
  readonly numerator: bigint;
  /** Greater than 0. */
  readonly denominator: bigint;
}

/**
 * Lowest terms of a quotient whose denominator is > 0.
 * @internal
 */
export function reducedFraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return divisor === 1n ? { numerator, denominator } : { numerator: numerator / divisor, denominator: denominator / divisor };
}

function wholeNumber(value: bigint | number): bigint {
  if (typeof value === "bigint") return value;
  if (!Number.isSafeInteger(value))
    throw new SchoolGroupsError("invalid-argument", "a part of a fraction must be a safe integer or a BigInt");
  return BigInt(value);
}

/**
 * The exact quotient of two whole numbers, in lowest terms.
 *
 * Throws `division-by-zero` for a denominator 0 and `invalid-argument` for a number that is no safe integer; decimal text or other
 * numbers go through `exact`.
 *
 * @example
 * ```ts
 * import { fraction } from "school-groups/core";
 *
 * fraction(6, -8); // => { numerator: -3n, denominator: 4n }
 * ```
 */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const n = wholeNumber(numerator);
  const d = wholeNumber(denominator);
  if (d === 0n) throw new SchoolGroupsError("division-by-zero", "a fraction cannot have the denominator 0");
  return d < 0n ? reducedFraction(-n, -d) : reducedFraction(n, d);
}

/**
 * a + b.
 *
 * For more than two, `sumFractions` is faster.
 *
 * @example
 * ```ts
 * import { addFractions, fraction } from "school-groups/core";
 *
 * addFractions(fraction(1, 3), fraction(1, 6)); // => { numerator: 1n, denominator: 2n }
 * ```
 */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return reducedFraction(a.numerator + b.numerator, a.denominator);
  return reducedFraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/**
 * a − b.
 *
 * @example
 * ```ts
 * import { fraction, subtractFractions } from "school-groups/core";
 *
 * subtractFractions(fraction(1, 2), fraction(2, 3)); // => { numerator: -1n, denominator: 6n }
 * ```
 */
export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, negateFraction(b));
}

/**
 * a × b.
 *
 * @example
 * ```ts
 * import { fraction, multiplyFractions } from "school-groups/core";
 *
 * multiplyFractions(fraction(1, 3), fraction(3, 4)); // => { numerator: 1n, denominator: 4n }
 * ```
 */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return reducedFraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * a ÷ b. Throws `division-by-zero` when b is 0: a caller with data asks first.
 *
 * @example
 * ```ts
 * import { divideFractions, fraction } from "school-groups/core";
 *
 * divideFractions(fraction(240), fraction(3)); // => { numerator: 80n, denominator: 1n }
 * ```
 */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/**
 * −a.
 *
 * @example
 * ```ts
 * import { fraction, negateFraction } from "school-groups/core";
 *
 * negateFraction(fraction(1, 2)); // => { numerator: -1n, denominator: 2n }
 * ```
 */
export function negateFraction(a: Fraction): Fraction {
  return { numerator: -a.numerator, denominator: a.denominator };
}

/**
 * |a|.
 *
 * @example
 * ```ts
 * import { absoluteFraction, fraction } from "school-groups/core";
 *
 * absoluteFraction(fraction(-1, 2)); // => { numerator: 1n, denominator: 2n }
 * ```
 */
export function absoluteFraction(a: Fraction): Fraction {
  return a.numerator < 0n ? negateFraction(a) : a;
}

/**
 * −1, 0 or 1 as a is less than, equal to or greater than b. Fits `Array.prototype.sort`.
 *
 * @example
 * ```ts
 * import { compareFractions, exact, fraction } from "school-groups/core";
 *
 * compareFractions(fraction(1, 3), exact("0.33")); // => 1
 * ```
 */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const same = a.denominator === b.denominator;
  const left = same ? a.numerator : a.numerator * b.denominator;
  const right = same ? b.numerator : b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * Whether a and b are the same number.
 *
 * @example
 * ```ts
 * import { equalFractions, exact, fraction } from "school-groups/core";
 *
 * equalFractions(fraction(1, 5), exact(0.2)); // => true
 * ```
 */
export function equalFractions(a: Fraction, b: Fraction): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/**
 * The least of the given numbers; `undefined` of none.
 *
 * @example
 * ```ts
 * import { fraction, minimumFraction } from "school-groups/core";
 *
 * minimumFraction([fraction(1, 2), fraction(1, 3)]); // => { numerator: 1n, denominator: 3n }
 * ```
 */
export function minimumFraction(values: readonly Fraction[]): Fraction | undefined {
  let least: Fraction | undefined;
  for (const value of values) if (least === undefined || compareFractions(value, least) < 0) least = value;
  return least;
}

/**
 * The greatest of the given numbers; `undefined` of none.
 *
 * @example
 * ```ts
 * import { fraction, maximumFraction } from "school-groups/core";
 *
 * maximumFraction([fraction(1, 2), fraction(1, 3)]); // => { numerator: 1n, denominator: 2n }
 * ```
 */
export function maximumFraction(values: readonly Fraction[]): Fraction | undefined {
  let greatest: Fraction | undefined;
  for (const value of values) if (greatest === undefined || compareFractions(value, greatest) > 0) greatest = value;
  return greatest;
}

/**
 * The given number multiplied by itself; a negative exponent gives the reciprocal. Anything to the power 0 is 1.
 *
 * The exponent is a whole number within ±`DEFAULTS.maxDecimalExponent` (else `invalid-argument`); 0 to a negative power throws
 * `division-by-zero`.
 *
 * @example
 * ```ts
 * import { fraction, powerOfFraction } from "school-groups/core";
 *
 * powerOfFraction(fraction(-2, 3), 3); // => { numerator: -8n, denominator: 27n }
 * powerOfFraction(fraction(-2, 3), -1); // => { numerator: -3n, denominator: 2n }
 * ```
 */
export function powerOfFraction(base: Fraction, exponent: number): Fraction {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > DEFAULTS.maxDecimalExponent.value) {
    throw new SchoolGroupsError("invalid-argument", "an exponent must be a whole number of moderate size", { exponent });
  }
  if (exponent < 0) return powerOfFraction(divideFractions({ numerator: 1n, denominator: 1n }, base), -exponent);
  const times = BigInt(exponent);
  return { numerator: base.numerator ** times, denominator: base.denominator ** times };
}
