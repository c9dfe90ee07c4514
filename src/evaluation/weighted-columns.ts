import { divideFractions, type Fraction, fraction } from "../core/index.js";
import {
  columnOf,
  type ExactColumn,
  LARGEST,
  largestOf,
  type MaybeFraction,
  ownQuotients,
  type SafeColumn,
  safeNumber,
  sharedDenominator,
} from "./exact-column.js";
import { commonUnits } from "./line-column.js";
import { quotientSums, type WeightedColumn } from "./quotient-sums.js";

/** A column of whole numbers and the factor it goes into a sum with. */
interface FactoredColumn<Factor> {
  readonly numerators: Float64Array;
  readonly factor: Factor;
}

/** A weighted sum of whole numbers over one denominator. */
interface WholeSum<Factor> {
  readonly columns: readonly FactoredColumn<Factor>[];
  readonly denominator: Factor;
}

/** Weights and denominators turned into whole factors once for all subjects; only of columns under one denominator each. */
function wholeSum(parts: readonly WeightedColumn[]): WholeSum<bigint> | undefined {
  const quotients: FactoredColumn<Fraction>[] = [];
  let denominator = 1n;
  for (const { column, weight } of parts) {
    const shared = sharedDenominator(column);
    if (shared === undefined || column.kind === "wide") return undefined;
    const factor = divideFractions(weight, fraction(shared));
    quotients.push({ numerators: column.numerators, factor });
    denominator *= fraction(factor.denominator, denominator).numerator;
  }
  const columns = quotients.map(({ numerators, factor }) => ({
    numerators,
    factor: factor.numerator * (denominator / factor.denominator),
  }));
  return { columns, denominator };
}

/** The same with doubles; `undefined` where the largest sum possible is too large to be exact. */
function safeSum(sum: WholeSum<bigint>, times: number): WholeSum<number> | undefined {
  const denominator = safeNumber(sum.denominator);
  if (denominator === undefined) return undefined;
  let reach = denominator;
  const columns: FactoredColumn<number>[] = [];
  for (const { numerators, factor } of sum.columns) {
    const safe = safeNumber(factor);
    if (safe === undefined) return undefined;
    reach += Math.abs(safe) * largestOf(numerators);
    columns.push({ numerators, factor: safe });
  }
  return reach * times <= LARGEST ? { columns, denominator } : undefined;
}

function addUp({ columns, denominator }: WholeSum<number>, size: number): SafeColumn {
  const sums = new Float64Array(size);
  for (const { numerators, factor } of columns)
    for (let at = 0; at < size; at += 1) sums[at] = (sums[at] ?? 0) + factor * (numerators[at] ?? 0);
  return { kind: "safe", numerators: sums, denominators: denominator };
}

/** In BigInts, brought to lowest terms once. */
function addUpWide({ columns, denominator }: WholeSum<bigint>, size: number): ExactColumn {
  const values = Array.from({ length: size }, (_, at): MaybeFraction => {
    let sum = 0n;
    for (const { numerators, factor } of columns) {
      const numerator = numerators[at] ?? Number.NaN;
      if (Number.isNaN(numerator)) return undefined;
      sum += factor * BigInt(numerator);
    }
    return fraction(sum, denominator);
  });
  return { kind: "wide", values };
}

/** A column under one denominator plus one with a denominator each; `undefined` where that takes larger numbers. */
function twoColumns(parts: readonly WeightedColumn[], size: number): SafeColumn | undefined {
  const single = parts.filter(({ column }) => sharedDenominator(column) === undefined);
  const [own] = single;
  if (own === undefined || single.length > 1 || own.column.kind === "wide") return undefined;
  const { numerators, denominators } = own.column;
  const shared = weightedSum(
    parts.filter((part) => part !== own),
    size,
  );
  const weight = commonUnits([own.weight]);
  const by = sharedDenominator(shared);
  if (typeof denominators === "number" || weight === undefined || by === undefined || shared.kind === "wide") return undefined;
  const [units = 0] = weight.units;
  const across = largestOf(denominators) * weight.denominator;
  if (across * Math.max(by, largestOf(shared.numerators)) + Math.abs(units) * largestOf(numerators) * by > LARGEST) return undefined;
  const sums = numerators.map((numerator, at) => {
    const times = (denominators[at] ?? 1) * weight.denominator;
    return (shared.numerators[at] ?? Number.NaN) * times + units * numerator * by;
  });
  return ownQuotients(
    sums,
    denominators.map((denominator) => denominator * weight.denominator * by),
  );
}

/** Σ weight × number, subject by subject; missing where one of the numbers is. */
export function weightedSum(parts: readonly WeightedColumn[], size: number): ExactColumn {
  const whole = wholeSum(parts);
  if (whole === undefined) return twoColumns(parts, size) ?? quotientSums(parts, size);
  const safe = safeSum(whole, 1);
  return safe === undefined ? addUpWide(whole, size) : addUp(safe, size);
}

/**
 * Σ weight × number ÷ Σ weight over the numbers that are there, each subject with a denominator of its own; missing where nothing weighs or a
 * part is that is not optional. `undefined`: not in doubles.
 */
export function presentMean(parts: readonly WeightedColumn[], size: number): SafeColumn | undefined {
  const whole = wholeSum(parts);
  const all = whole && columnOf(parts.map(({ weight }) => weight));
  if (whole === undefined || all?.kind !== "safe" || typeof all.denominators !== "number") return undefined;
  // Weights as parts of their common denominator: the sum of those present takes its place.
  const unit = all.denominators;
  const safe = safeSum(whole, Math.max(unit, largestOf(all.numerators) * parts.length));
  if (safe === undefined) return undefined;
  const numerators = new Float64Array(size);
  const denominators = new Float64Array(size);
  for (const [index, { numerators: own, factor }] of safe.columns.entries()) {
    const weight = all.numerators[index] ?? 0;
    const optional = parts[index]?.optional === true;
    for (let at = 0; at < size; at += 1) {
      const numerator = own[at] ?? Number.NaN;
      if (optional && Number.isNaN(numerator)) continue;
      numerators[at] = (numerators[at] ?? 0) + factor * unit * numerator;
      denominators[at] = (denominators[at] ?? 0) + safe.denominator * weight;
    }
  }
  return ownQuotients(
    numerators.map((numerator, at) => (denominators[at] === 0 ? Number.NaN : numerator)),
    denominators.map((denominator) => denominator || 1),
  );
}
