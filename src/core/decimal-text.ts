import { DEFAULTS } from "./defaults.js";
import { SchoolGroupsError } from "./error.js";
import { type Fraction, multiplyFractions } from "./fraction.js";
import { decimalPlaces, exact, fixedText, parseFraction } from "./fraction-text.js";
import { type RoundingMode, roundedQuotient, roundFraction } from "./rounding.js";

/** A decimal number as text, such as `"0.2"` or `"-1e-3"`: what is judged is never a double. */
export type DecimalString = string;

/**
 * Whether a value is decimal text that `exact` reads: ASCII digits, at most one point, an exponent if need be; no quotient, no separators.
 *
 * @example
 * ```ts
 * import { isDecimalString } from "school-groups/core";
 *
 * isDecimalString("0.20"); // => true
 * isDecimalString("20%"); // => false
 * isDecimalString("1e999999999"); // => false
 * ```
 */
export function isDecimalString(value: unknown): value is DecimalString {
  return typeof value === "string" && !value.includes("/") && parseFraction(value) !== undefined;
}

/** How a number is printed: to decimal `places` (0 to `DEFAULTS.maxDecimalPlaces`) or to a `step` such as `"0.05"`; one of the two. */
export type DecimalFormat =
  | { readonly places: number; readonly mode: RoundingMode }
  | { readonly step: DecimalString; readonly mode: RoundingMode };

/**
 * Throws unless the places are a whole number that is printed anywhere.
 * @internal
 */
export function checkPlaces(places: number): void {
  if (!Number.isInteger(places) || places < 0 || places > DEFAULTS.maxDecimalPlaces.value) {
    throw new SchoolGroupsError("invalid-argument", "decimal places must be a whole number from 0 to 100", { places });
  }
}

/**
 * A number as decimal text, rounded once in the named mode, with as many places as asked for or as the step has (`"2.50"` for the step
 * `"0.05"`). Zero has no sign.
 *
 * Throws `invalid-argument` for places out of range or a step not above 0, `invalid-decimal` for a step that is no decimal text.
 *
 * @example
 * ```ts
 * import { exact, formatDecimal, fraction } from "school-groups/core";
 *
 * formatDecimal(fraction(2, 3), { places: 2, mode: "half-even" }); // => "0.67"
 * formatDecimal(exact("2.48"), { step: "0.05", mode: "half-away-from-zero" }); // => "2.50"
 * ```
 */
export function formatDecimal(value: Fraction, format: DecimalFormat): DecimalString {
  if ("places" in format) {
    checkPlaces(format.places);
    return fixedText(roundedQuotient(value.numerator * 10n ** BigInt(format.places), value.denominator, format.mode), format.places);
  }
  const places = decimalPlaces(exact(format.step).denominator);
  if (places === undefined) throw new SchoolGroupsError("invalid-decimal", "a step must be decimal text", { step: format.step });
  const rounded = roundFraction(value, format);
  return fixedText((rounded.numerator * 10n ** BigInt(places)) / rounded.denominator, places);
}

/**
 * A ratio as a percentage with its sign: 0.339 is `"33.9%"`. `places` are those of the printed percentage.
 *
 * Throws `invalid-argument` for places out of range.
 *
 * @example
 * ```ts
 * import { formatPercent, fraction } from "school-groups/core";
 *
 * formatPercent(fraction(7, 35), { places: 1, mode: "half-away-from-zero" }); // => "20.0%"
 * ```
 */
export function formatPercent(value: Fraction, format: { readonly places: number; readonly mode: RoundingMode }): string {
  return `${formatDecimal(multiplyFractions(value, { numerator: 100n, denominator: 1n }), format)}%`;
}
