import { type Fraction, fraction, multiplyFractions } from "../core/index.js";
import { readExact } from "./check-scoring.js";
import { columnOf, type ExactColumn, LARGEST, type MaybeFraction } from "./exact-column.js";
import type { Exact } from "./scoring.js";

/** The numbers of a column, read one after the other. */
export interface NumberColumn {
  /** Reads a subject's number; false where it is none. */
  readonly put: (at: number, value: Exact) => boolean;
  readonly column: () => ExactColumn;
  /** As written, where that is just how the exact number is written. */
  readonly plain: readonly (string | undefined)[];
}

/** No more digits than a double holds, whatever they are. */
const DIGITS = 15;

/** Reads `-12.50` as −1250 into its place, and returns the 2; −1 for any other text, which the slow reader is asked about. */
function readShort(text: string, into: Float64Array, at: number): number {
  const { length } = text;
  const first = text.charCodeAt(0) === 45 ? 1 : 0;
  if (length === first || length > DIGITS) return -1;
  let digits = 0;
  let point = -1;
  for (let index = first; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits = 10 * digits + (code - 48);
    else if (code === 46 && point < 0 && index > first && index < length - 1) point = index;
    else return -1;
  }
  // + 0, for a zero has no sign.
  into[at] = first === 1 ? -digits + 0 : digits;
  return point < 0 ? 0 : length - 1 - point;
}

/** No sign, no idle zero: the exact text as it stands. */
function isPlain(text: string, places: number): boolean {
  const first = text.charCodeAt(0);
  if (first === 45 || (first === 48 && text.length > 1 && text.charCodeAt(1) !== 46)) return false;
  return places === 0 || text.charCodeAt(text.length - 1) !== 48;
}

/** An empty column for so many subjects. */
export function numberColumn(size: number): NumberColumn {
  const units = new Float64Array(size).fill(Number.NaN);
  const places = new Uint8Array(size);
  const plain = new Array<string | undefined>(size).fill(undefined);
  const others = new Map<number, Fraction>();

  function put(at: number, value: Exact): boolean {
    if (typeof value === "number" && Number.isSafeInteger(value)) {
      units[at] = value + 0;
      return true;
    }
    const short = typeof value === "string" ? readShort(value, units, at) : -1;
    if (short >= 0) {
      places[at] = short;
      if (typeof value === "string" && isPlain(value, short)) plain[at] = value;
      return true;
    }
    const read = readExact(value);
    if (read !== undefined) others.set(at, read);
    return read !== undefined;
  }

  /** All under the power of ten that the longest of them needs. */
  function column(): ExactColumn {
    const scales = Float64Array.from({ length: DIGITS + 1 }, (_, place) => Number(`1e${place}`));
    let most = 0;
    for (let at = 0; at < size; at += 1) most = Math.max(most, places[at] ?? 0);
    const numerators = new Float64Array(size);
    let fits = others.size === 0;
    for (let at = 0; at < size; at += 1) {
      const numerator = (units[at] ?? Number.NaN) * (scales[most - (places[at] ?? 0)] ?? 1);
      if (Math.abs(numerator) > LARGEST) fits = false;
      numerators[at] = numerator;
    }
    return fits ? { kind: "safe", numerators, denominators: scales[most] ?? 1 } : columnOf(fractions());
  }

  function fractions(): readonly MaybeFraction[] {
    return Array.from(units, (unit, at): MaybeFraction => {
      const other = others.get(at);
      if (other !== undefined) return other;
      return Number.isNaN(unit) ? undefined : multiplyFractions(fraction(unit), fraction(1, 10n ** BigInt(places[at] ?? 0)));
    });
  }

  return { put, column, plain };
}
