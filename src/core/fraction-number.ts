import type { Fraction } from "./fraction.js";
import { roundedQuotient } from "./rounding.js";

const LARGEST_SAFE = 9007199254740991n;
/** Least exponent of a double: its smallest positive value is 2^−1074. */
const MOST_FRACTION_BITS = 1074;

/** Of a number > 0. */
function bitLength(value: bigint): number {
  const hex = value.toString(16);
  const first = Number.parseInt(hex.charAt(0), 16);
  return 4 * (hex.length - 1) + (first >= 8 ? 4 : first >= 4 ? 3 : first >= 2 ? 2 : 1);
}

/** The whole number of the largest power of two that is not above numerator / denominator, both > 0. */
function binaryExponent(numerator: bigint, denominator: bigint): number {
  const guess = bitLength(numerator) - bitLength(denominator);
  const below = guess >= 0 ? numerator < denominator << BigInt(guess) : numerator << BigInt(-guess) < denominator;
  return below ? guess - 1 : guess;
}

/**
 * The double nearest to an exact number (ties to even), the same as `Number(text)` of its decimal text, for any size of the parts. Beyond
 * the range of doubles it is `Infinity` with the sign, as `Number` has it.
 *
 * For charts and statistics; nobody is judged by it.
 *
 * @example
 * ```ts
 * import { fraction, toNumber } from "school-groups/core";
 *
 * toNumber(fraction(1, 10)); // => 0.1
 * toNumber(fraction(2n * 10n ** 400n, 3n * 10n ** 400n)); // => 0.6666666666666666
 * ```
 */
export function toNumber({ numerator, denominator }: Fraction): number {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  // Both exact as doubles: one division, correctly rounded by IEEE 754.
  if (magnitude <= LARGEST_SAFE && denominator <= LARGEST_SAFE) return Number(numerator) / Number(denominator);
  const exponent = binaryExponent(magnitude, denominator);
  if (exponent > 1023) return negative ? -Infinity : Infinity;
  // Whole units of the last place the double will have, at most 2^53 of them.
  const places = Math.min(52 - exponent, MOST_FRACTION_BITS);
  const units =
    places >= 0
      ? roundedQuotient(magnitude << BigInt(places), denominator, "half-even")
      : roundedQuotient(magnitude, denominator << BigInt(-places), "half-even");
  const value = scaled(Number(units), places);
  return negative ? -value : value;
}

/** units × 2^−places; exact, because every power of two used is a normal double and the result fits by construction. */
function scaled(units: number, places: number): number {
  if (places < 0) return units * Number(1n << BigInt(-places));
  if (places <= 1000) return units / Number(1n << BigInt(places));
  return units / Number(1n << 1000n) / Number(1n << BigInt(places - 1000));
}
