import { addFractions, exact, type Fraction, fraction, multiplyFractions, negateFraction } from "../core/index.js";
import {
  columnOf,
  type ExactColumn,
  fractionAt,
  fractionsOf,
  LARGEST,
  largestOf,
  type MaybeFraction,
  type SafeColumn,
  sharedDenominator,
} from "./exact-column.js";
import { lineColumn } from "./line-column.js";
import type { Direction } from "./score-alone.js";
import type { StandardScoring } from "./scoring.js";

/** Decimal places of a standard value z: as many as a desk calculator shows. It is the one number of a standard score that is rounded. */
export const STANDARD_PLACES = 9;

const UNIT = 1e9;
const TWICE_UNIT_SQUARED = 4_000_000_000_000_000_000n;
/** More than what the root, the quotient and the product may be off together. */
const DOUBT = 4 * Number.EPSILON;

/** apart ÷ √variance in units of the ninth place, half-even; decided by squares, so that no rounding of the root comes before it. */
function exactUnits(apart: bigint, variance: bigint): number {
  const dividend = TWICE_UNIT_SQUARED * apart * apart;
  const square = dividend / variance;
  let twice = BigInt(Math.floor(Math.sqrt(Number(square))));
  while (twice * twice > square) twice -= 1n;
  while ((twice + 1n) * (twice + 1n) <= square) twice += 1n;
  const whole = twice / 2n;
  const tie = twice * twice * variance === dividend;
  const units = Number(twice % 2n === 1n && !(tie && whole % 2n === 0n) ? whole + 1n : whole);
  return apart < 0n ? -units : units;
}

/** Of whole numbers in doubles: of 10 000 values a handful lie so near a half that squares must decide. `undefined`: too large for that. */
function safeUnits(numerators: Float64Array): Float64Array | undefined {
  let [count, sum] = [0, 0];
  for (const value of numerators) {
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  if (4 * count * largestOf(numerators) > LARGEST) return undefined;
  // Seen from near the mean the squares stay small.
  const near = count === 0 ? 0 : Math.round(sum / count);
  const rest = sum - count * near;
  let squares = 0;
  for (const value of numerators) if (!Number.isNaN(value)) squares += (value - near) * (value - near);
  if (squares > LARGEST) return undefined;
  const variance = BigInt(count) * BigInt(squares) - BigInt(rest) * BigInt(rest);
  if (variance === 0n) return numerators.map((value) => 0 * value);
  const root = Math.sqrt(Number(variance));
  return numerators.map((value) => {
    if (Number.isNaN(value)) return value;
    const apart = count * (value - near) - rest;
    const size = Math.abs(apart / root) * UNIT;
    const below = Math.floor(size);
    const beyond = size - below - 0.5;
    if (Math.abs(beyond) <= size * DOUBT) return exactUnits(BigInt(apart), variance);
    return Math.sign(apart) * (beyond > 0 ? below + 1 : below);
  });
}

/** The same of numbers of any size. */
function wideUnits(values: readonly MaybeFraction[]): Float64Array {
  let common = 1n;
  for (const value of values) if (value !== undefined) common *= fraction(value.denominator, common).numerator;
  const whole = values.map((value) => value && value.numerator * (common / value.denominator));
  let [count, sum, squares] = [0n, 0n, 0n];
  for (const value of whole) {
    if (value === undefined) continue;
    count += 1n;
    sum += value;
    squares += value * value;
  }
  const variance = count * squares - sum * sum;
  return Float64Array.from(whole, (value) => {
    if (value === undefined) return Number.NaN;
    return variance === 0n ? 0 : exactUnits(count * value - sum, variance);
  });
}

/** (value − mean) ÷ standard deviation of the population, each rounded once to nine places; 0 for everybody where all are equal. */
function standardValues(column: ExactColumn): SafeColumn {
  const units = column.kind === "safe" && sharedDenominator(column) !== undefined ? safeUnits(column.numerators) : undefined;
  return { kind: "safe", numerators: units ?? wideUnits(fractionsOf(column)), denominators: UNIT };
}

/** centre + spread × z for all subjects. */
export function standardColumn(scoring: StandardScoring, column: ExactColumn, direction: Direction): ExactColumn {
  const values = standardValues(column);
  const [centre, spread] = [exact(scoring.centre), exact(scoring.spread)];
  const rise: Fraction = direction === "higher-is-better" ? spread : negateFraction(spread);
  const safe = lineColumn({ start: centre, rise }, values);
  if (safe !== undefined) return safe;
  return columnOf(
    Array.from(values.numerators, (_, at) => {
      const value = fractionAt(values, at);
      return value && addFractions(centre, multiplyFractions(rise, value));
    }),
  );
}
