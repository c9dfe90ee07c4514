import { type ExactText, toExactText } from "../core/index.js";
import { denominatorAt, type ExactColumn, fractionAt, greatestSafeDivisor, LARGEST, type SafeColumn } from "./exact-column.js";

/** The text of each subject's number. */
export type TextAt = (at: number) => ExactText | undefined;

/** The power of ten that a denominator divides, if its decimal text ends and is of moderate length. */
function decimalScale(denominator: number): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2 === 0; twos += 1) rest /= 2;
  for (; rest % 5 === 0; fives += 1) rest /= 5;
  const places = Math.max(twos, fives);
  return rest === 1 && places < 16 ? Number(`1e${places}`) : undefined;
}

/** A whole number of 1/scale, scale a power of ten: without idle zeros, as the text of a number in lowest terms is. */
function decimalText(units: number, scale: number): ExactText {
  const size = Math.abs(units);
  let whole = Math.floor(size / scale);
  // A quotient of doubles may have been rounded up to the next whole number.
  if (whole * scale > size) whole -= 1;
  // A digit in front keeps the zeros behind the point.
  let decimals = size - whole * scale + scale;
  if (decimals === scale) return units < 0 ? `-${whole}` : `${whole}`;
  while (decimals % 10 === 0) decimals /= 10;
  return `${units < 0 ? "-" : ""}${whole}.${`${decimals}`.slice(1)}`;
}

function safeText(column: SafeColumn, at: number): ExactText | undefined {
  const numerator = column.numerators[at] ?? Number.NaN;
  if (Number.isNaN(numerator)) return undefined;
  const denominator = denominatorAt(column, at);
  const divisor = greatestSafeDivisor(numerator, denominator);
  const [n, d] = [numerator / divisor, denominator / divisor];
  if (d === 1) return `${n}`;
  if (d % 2 !== 0 && d % 5 !== 0) return `${n}/${d}`;
  const value = fractionAt(column, at);
  return value && toExactText(value);
}

/** Writes the exact numbers of a column as `toExactText` does, without making fractions where there need be none. */
export function textsOf(column: ExactColumn): TextAt {
  if (column.kind === "wide") {
    return (at) => {
      const value = column.values[at];
      return value && toExactText(value);
    };
  }
  const { numerators, denominators } = column;
  const scale = typeof denominators === "number" ? decimalScale(denominators) : undefined;
  if (scale === undefined || typeof denominators !== "number") return (at) => safeText(column, at);
  const factor = scale / denominators;
  const most = Math.floor(LARGEST / factor);
  return (at) => {
    const numerator = numerators[at] ?? Number.NaN;
    if (Number.isNaN(numerator)) return undefined;
    return Math.abs(numerator) <= most ? decimalText(numerator * factor, scale) : safeText(column, at);
  };
}
