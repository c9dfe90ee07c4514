import { divideFractions, type Fraction, fraction, sumOfProducts } from "../core/index.js";
import {
  columnOf,
  type ExactColumn,
  fractionAt,
  LARGEST,
  largestOf,
  type MaybeFraction,
  type SafeColumn,
  safeNumber,
  sharedDenominator,
} from "./exact-column.js";

/** A column and what it weighs. */
export interface WeightedColumn {
  readonly column: ExactColumn;
  readonly weight: Fraction;
}

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

function sumAt(parts: readonly WeightedColumn[], at: number): MaybeFraction {
  const values: Fraction[] = [];
  const weights: Fraction[] = [];
  for (const { column, weight } of parts) {
    const value = fractionAt(column, at);
    if (value === undefined) return undefined;
    values.push(value);
    weights.push(weight);
  }
  return sumOfProducts(values, weights);
}

/** Σ weight × number, subject by subject; missing where one of the numbers is. */
export function weightedSum(parts: readonly WeightedColumn[], size: number): ExactColumn {
  const whole = wholeSum(parts);
  if (whole === undefined) return columnOf(Array.from({ length: size }, (_, at) => sumAt(parts, at)));
  const safe = safeSum(whole, 1);
  return safe === undefined ? addUpWide(whole, size) : addUp(safe, size);
}

/**
 * Σ weight × number ÷ Σ weight over the numbers that are there, each subject with a denominator of its own; missing where nothing weighs.
 * `undefined`: not in doubles.
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
    for (let at = 0; at < size; at += 1) {
      const numerator = own[at] ?? Number.NaN;
      if (Number.isNaN(numerator)) continue;
      numerators[at] = (numerators[at] ?? 0) + factor * unit * numerator;
      denominators[at] = (denominators[at] ?? 0) + safe.denominator * weight;
    }
  }
  return {
    kind: "safe",
    numerators: numerators.map((numerator, at) => (denominators[at] === 0 ? Number.NaN : numerator)),
    denominators: denominators.map((denominator) => denominator || 1),
  };
}
