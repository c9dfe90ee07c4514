import { type ExactText, exact, type Fraction, failure, type Result, success, toExactText, weightedMean } from "../core/index.js";
import { readExact } from "./check-scoring.js";
import type { EvaluationIssue } from "./issues.js";
import type { Exact } from "./scoring.js";

/** A score of one part of the year: a month, the supervision, the year-end assessment. */
export interface PeriodScore {
  readonly period: string;
  readonly weight: Exact;
  readonly score?: ExactText | undefined;
}

/** The year's result and which parts it stands on. */
export interface CombinedScore {
  readonly score?: ExactText | undefined;
  readonly used: readonly string[];
  /** Parts without a score, whose weight was shared out (`leave-out`) or for whose sake there is none (`refuse`). */
  readonly without: readonly string[];
}

/**
 * 月考核与年度考核的合成. Joins the scores of parts of a year by their weights, which need not add up to 1 (xining X8: monthly assessment and two
 * supervisions a year; no weights given there, so they are the caller's).
 *
 * A school that joined in mid-year lacks the earlier months: `leave-out` shares their weight among the others, `refuse` gives no score.
 * Issues: `item-duplicate` for a period named twice, `weight-invalid` for a negative or unreadable weight, `bundle-score-invalid` for a score that is no number.
 *
 * @example
 * ```ts
 * import { combinePeriods } from "school-groups/evaluation";
 *
 * const months = [{ period: "2023-09", weight: 1 }, { period: "2023-10", weight: 1, score: "80" }, { period: "year", weight: 2, score: "95" }];
 * const result = combinePeriods(months, { missing: "leave-out" });
 * result.ok && result.value; // => { score: "90", used: ["2023-10", "year"], without: ["2023-09"] }
 * ```
 */
export function combinePeriods(
  parts: readonly PeriodScore[],
  options: { readonly missing: "refuse" | "leave-out" },
): Result<CombinedScore, EvaluationIssue> {
  const issues: EvaluationIssue[] = [];
  const named = new Set<string>();
  parts.forEach(({ period, weight, score }, index) => {
    if (named.has(period)) issues.push({ code: "item-duplicate", severity: "error", path: [index, "period"], params: { item: period } });
    named.add(period);
    if ((readExact(weight)?.numerator ?? -1n) < 0n)
      issues.push({ code: "weight-invalid", severity: "error", path: [index, "weight"], params: { item: period } });
    if (score !== undefined && readExact(score) === undefined) {
      issues.push({ code: "bundle-score-invalid", severity: "error", path: [index, "score"], params: { school: period } });
    }
  });
  const [first, ...others] = issues;
  if (first !== undefined) return failure([first, ...others]);
  const used = parts.filter((part) => part.score !== undefined);
  const without = parts.filter((part) => part.score === undefined).map((part) => part.period);
  const weights = used.map((part) => exact(part.weight));
  const none = weights.every((weight) => weight.numerator === 0n) || (without.length > 0 && options.missing === "refuse");
  const score: Fraction | undefined = none
    ? undefined
    : weightedMean(
        used.map((part) => exact(part.score ?? 0)),
        weights,
      );
  return success({ score: score && toExactText(score), used: used.map((part) => part.period), without });
}
