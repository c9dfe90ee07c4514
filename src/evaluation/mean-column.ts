import type { Fraction } from "../core/index.js";
import { columnOf, type ExactColumn, fractionAt, type MaybeFraction, missingAt } from "./exact-column.js";
import type { CompositeItem } from "./indicator-system.js";
import { meanScore } from "./mean-score.js";
import { quotientSums, type WeightedColumn } from "./quotient-sums.js";
import { presentMean, weightedSum } from "./weighted-columns.js";

/** A child of a composite: its scores, what it weighs, and whether that is shared out where it has no score. */
export interface MeanPart extends WeightedColumn {
  readonly id: string;
  readonly optional: boolean;
}

function anyMissing(column: ExactColumn, size: number): boolean {
  for (let at = 0; at < size; at += 1) if (missingAt(column, at)) return true;
  return false;
}

/** Whether a child is missing that its parent cannot do without. */
export function refusedAt(parts: readonly MeanPart[], at: number): boolean {
  return parts.some(({ column, optional }) => !optional && missingAt(column, at));
}

function meanAt(kind: CompositeItem["mean"], parts: readonly MeanPart[], at: number): MaybeFraction {
  if (refusedAt(parts, at)) return undefined;
  const scores: Fraction[] = [];
  const weights: Fraction[] = [];
  for (const { column, weight } of parts) {
    const score = fractionAt(column, at);
    if (score === undefined) continue;
    scores.push(score);
    weights.push(weight);
  }
  return meanScore(kind, scores, weights);
}

/** Whether a score is below 0 that a mean cannot take. */
export function negativeAt(parts: readonly MeanPart[], at: number): boolean {
  return parts.some(({ column }) =>
    column.kind === "wide" ? (column.values[at]?.numerator ?? 0n) < 0n : (column.numerators[at] ?? Number.NaN) < 0,
  );
}

/** The means of all subjects: arithmetic ones column by column on whole numbers as long as those are small, others subject by subject. */
export function meanColumn(kind: CompositeItem["mean"], parts: readonly MeanPart[], size: number): ExactColumn {
  if (kind === "arithmetic") {
    // The weights of siblings add up to 1.
    if (!parts.some(({ column, optional }) => optional && anyMissing(column, size))) return weightedSum(parts, size);
    return presentMean(parts, size) ?? quotientSums(parts, size);
  }
  return columnOf(Array.from({ length: size }, (_, at) => meanAt(kind, parts, at)));
}
