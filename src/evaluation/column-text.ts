import { greatestSafeDivisor } from "../core/greatest-divisor.js";
import { type ExactText, fraction, toExactText } from "../core/index.js";
import { type ExactColumn, LARGEST, sharedDenominator } from "./exact-column.js";

/** The text of each subject's number. */
export type TextAt = (at: number) => ExactText | undefined;

/** The power of ten that a denominator divides, if its decimal text ends; NaN for one of too many places. */
function decimalScale(denominator: number): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2 === 0; twos += 1) rest /= 2;
  for (; rest % 5 === 0; fives += 1) rest /= 5;
  const places = Math.max(twos, fives);
  if (rest !== 1) return undefined;
  return places < 16 ? Number(`1e${places}`) : Number.NaN;
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

/** Of a number in lowest terms. */
function lowestText(numerator: number, denominator: number): ExactText {
  if (denominator === 1) return `${numerator}`;
  const scale = denominator % 2 === 0 || denominator % 5 === 0 ? decimalScale(denominator) : undefined;
  if (scale === undefined) return `${numerator}/${denominator}`;
  const units = numerator * (scale / denominator);
  return Math.abs(units) <= LARGEST ? decimalText(units, scale) : toExactText(fraction(numerator, denominator));
}

/** Texts already written, by denominator and then by numerator: of many subjects most have a number that another has, too. */
export type KnownTexts = Map<number, (ExactText | undefined)[]>;

/** Numerators of this size and more are not looked up. */
const KNOWN = 65_536;
/** A system has few scales, or else its tables would take more than they save. */
const SCALES = 8;

/** Looks up what has been written for a small numerator before it is written again. */
function knownFirst(numerators: Float64Array, texts: (ExactText | undefined)[], write: TextAt): TextAt {
  return (at) => {
    const numerator = numerators[at] ?? Number.NaN;
    if (!(Math.abs(numerator) < KNOWN)) return write(at);
    const before = texts[KNOWN + numerator];
    if (before !== undefined) return before;
    const text = write(at);
    texts[KNOWN + numerator] = text;
    return text;
  };
}

/** Writes the exact numbers of a column as `toExactText` does, what is `known` only once, without making fractions where there need be none. */
export function textsOf(column: ExactColumn, known?: KnownTexts): TextAt {
  const shared = sharedDenominator(column);
  if (known === undefined || shared === undefined || column.kind === "wide") return writtenTexts(column);
  const before = known.get(shared);
  if (before === undefined && known.size === SCALES) return writtenTexts(column);
  const texts = before ?? new Array<ExactText | undefined>(2 * KNOWN).fill(undefined);
  known.set(shared, texts);
  return knownFirst(column.numerators, texts, writtenTexts(column));
}

function writtenTexts(column: ExactColumn): TextAt {
  if (column.kind === "wide") {
    return (at) => {
      const value = column.values[at];
      return value && toExactText(value);
    };
  }
  const { numerators, denominators } = column;
  if (typeof denominators !== "number") {
    return (at) => {
      const numerator = numerators[at] ?? Number.NaN;
      return Number.isNaN(numerator) ? undefined : lowestText(numerator, denominators[at] ?? 1);
    };
  }
  const scale = decimalScale(denominators);
  const factor = scale === undefined ? Number.NaN : scale / denominators;
  return (at) => {
    const numerator = numerators[at] ?? Number.NaN;
    if (Number.isNaN(numerator)) return undefined;
    if (scale !== undefined && Math.abs(numerator) * factor <= LARGEST) return decimalText(numerator * factor, scale);
    const divisor = greatestSafeDivisor(denominators, Math.abs(numerator));
    return lowestText(numerator / divisor, denominators / divisor);
  };
}
