import type { DecimalString } from "./decimal-text.js";
import { DEFAULTS } from "./defaults.js";
import { SchoolGroupsError } from "./error.js";
import type { ExactText } from "./explanation.js";
import { type Fraction, reducedFraction } from "./fraction.js";

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** Short enough that its digits are a safe integer whatever they are: the usual case, three times as fast. */
const SHORT = /^-?\d{1,7}\.\d{1,8}$/;
const QUOTIENT = /^([+-]?\d+)\/(\d+)$/;

function fromDecimal(sign: string, whole: string, decimals: string, exponent: number): Fraction | undefined {
  if (Math.abs(exponent) > DEFAULTS.maxDecimalExponent.value) return undefined;
  const digits = BigInt(sign + whole + decimals);
  const shift = exponent - decimals.length;
  if (shift >= 0) return { numerator: digits * 10n ** BigInt(shift), denominator: 1n };
  return reducedFraction(digits, 10n ** BigInt(-shift));
}

function fromShortDecimal(text: string): Fraction {
  const point = text.indexOf(".");
  let digits = Number(text.slice(0, point) + text.slice(point + 1));
  let scale = Number(`1e${text.length - point - 1}`);
  while (digits % 10 === 0 && scale > 1) {
    digits /= 10;
    scale /= 10;
  }
  return reducedFraction(BigInt(digits), BigInt(scale));
}

/**
 * The exact number that a text states: decimal (`"0.2"`, `"-1e-3"`) or a quotient of whole numbers (`"2/3"`), in plain ASCII without
 * separators. `undefined` for anything else, for a denominator 0, for more than `DEFAULTS.maxDecimalLength` characters or an exponent
 * beyond ±`DEFAULTS.maxDecimalExponent`. For figures as documents print them, see `readPrintedFigure`.
 *
 * @example
 * ```ts
 * import { parseFraction } from "school-groups/core";
 *
 * parseFraction("2/6"); // => { numerator: 1n, denominator: 3n }
 * parseFraction("-1e-3"); // => { numerator: -1n, denominator: 1000n }
 * parseFraction("about 3"); // => undefined
 * ```
 */
export function parseFraction(text: string): Fraction | undefined {
  if (typeof text !== "string" || text.length > DEFAULTS.maxDecimalLength.value) return undefined;
  if (text.length < 17 && SHORT.test(text)) return fromShortDecimal(text);
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) return fromDecimal(decimal[1] ?? "", decimal[2] ?? "", decimal[3] ?? "", Number(decimal[4] ?? "0"));
  const quotient = QUOTIENT.exec(text);
  if (quotient === null) return undefined;
  const denominator = BigInt(quotient[2] ?? "");
  return denominator === 0n ? undefined : reducedFraction(BigInt(quotient[1] ?? ""), denominator);
}

/**
 * The exact number a caller wrote as decimal text, as a quotient (`"2/3"`) or as a number. A number is read through its shortest decimal
 * text, so that 0.1 is one tenth and not the double next to it.
 *
 * Throws `invalid-decimal` for anything `parseFraction` does not read, NaN and Infinity among it. For data use `parseFraction`.
 *
 * @example
 * ```ts
 * import { addFractions, equalFractions, exact } from "school-groups/core";
 *
 * exact("0.20"); // => { numerator: 1n, denominator: 5n }
 * equalFractions(addFractions(exact(0.1), exact(0.2)), exact(0.3)); // => true
 * ```
 */
export function exact(value: DecimalString | ExactText | number): Fraction {
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  const read = parseFraction(typeof value === "number" ? String(value) : value);
  if (read !== undefined) return read;
  throw new SchoolGroupsError("invalid-decimal", "a decimal text such as 0.2, a quotient such as 2/3 or a finite number was expected", {
    received: typeof value === "string" ? value.slice(0, 40) : String(value),
  });
}

/**
 * Text of `units` × 10^−places with exactly that many decimal places.
 * @internal
 */
export function fixedText(units: bigint, places: number): DecimalString {
  if (places === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A number > 0 without a prime, and how often that goes into it: many at a time, for dividing a large number by the prime costs as much. */
function withoutPrime(value: bigint, prime: number, power: number, exponent: number): { readonly rest: bigint; readonly times: number } {
  let [rest, times] = [value, 0];
  for (;;) {
    let low = Number(rest % BigInt(power));
    if (low === 0) {
      rest /= BigInt(power);
      times += exponent;
      continue;
    }
    let by = 1;
    for (; low % prime === 0; times++) {
      low /= prime;
      by *= prime;
    }
    return { rest: by === 1 ? rest : rest / BigInt(by), times };
  }
}

/**
 * Decimal places a fraction needs, or undefined where its decimal text does not end.
 * @internal
 */
export function decimalPlaces(denominator: bigint): number | undefined {
  const twos = withoutPrime(denominator, 2, 1_073_741_824, 30);
  const fives = withoutPrime(twos.rest, 5, 1_220_703_125, 13);
  return fives.rest === 1n ? Math.max(twos.times, fives.times) : undefined;
}

/**
 * The number as text without any loss: decimal where that ends (`"0.2"`), else the quotient in lowest terms (`"2/3"`).
 * `parseFraction` reads it back, unless exact sums have made it longer than `DEFAULTS.maxDecimalLength`.
 *
 * @example
 * ```ts
 * import { fraction, toExactText } from "school-groups/core";
 *
 * toExactText(fraction(7, 35)); // => "0.2"
 * toExactText(fraction(-4, 6)); // => "-2/3"
 * ```
 */
export function toExactText({ numerator, denominator }: Fraction): ExactText {
  if (denominator === 1n) return numerator.toString();
  const places = decimalPlaces(denominator);
  if (places === undefined) return `${numerator}/${denominator}`;
  return fixedText((numerator * 10n ** BigInt(places)) / denominator, places);
}
