import { failure, type Result, success } from "../core/index.js";
import { normalQuantile } from "../statistics/index.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";

/** 标准分. Scores of one examination on the scales of the whole area, in the order given. */
export interface StandardScores {
  readonly mean: number;
  /** Population standard deviation: divided by n (national N5). */
  readonly sd: number;
  /** (score − mean) ÷ sd. */
  readonly z: readonly number[];
  /** T = 50 + 10 z. */
  readonly t: readonly number[];
  /** (mean rank − ½) ÷ n × 100, above 0 and below 100; equal scores share the mean of their ranks. */
  readonly percentile: readonly number[];
  /** The normal quantile of percentile ÷ 100: equal scores stay equal. */
  readonly normalScore: readonly number[];
}

/**
 * 标准分换算. Standard scores over the whole area's examinees, never over one school: z, T, percentile and normal score.
 *
 * Ties: equal scores share the mean of the ranks they occupy (average ranks), so that order in the file changes nothing. Fails with
 * `pupils-too-few` for no score and with `scores-constant` where all are the same; a score that is no finite number fails with
 * `pupils-left-out`: leave such pupils out first, as `readPupils` does.
 *
 * @example
 * ```ts
 * import { standardScores } from "school-groups/value-added";
 *
 * const scores = standardScores([60, 70, 70, 80]);
 * scores.ok && scores.value.percentile; // => [12.5, 50, 50, 87.5]
 * scores.ok && scores.value.t[1]; // => 50
 * ```
 */
export function standardScores(
  values: ArrayLike<number>,
  examination: "entrance" | "exit" = "exit",
): Result<StandardScores, ValueAddedIssue> {
  const n = values.length;
  if (n === 0) return failure([valueAddedIssue("pupils-too-few", [], { pupils: 0, needed: 2 })]);
  const list = Array.from(values);
  const bad = list.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) return failure([valueAddedIssue("pupils-left-out", [bad], { reason: "not-a-number", count: 1, row: bad })]);
  // About the first score, so that a large offset costs no digits.
  const base = list[0]!;
  const mean = base + list.reduce((sum, value) => sum + (value - base), 0) / n;
  const sd = Math.sqrt(list.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / n);
  if (list.every((value) => value === base)) return failure([valueAddedIssue("scores-constant", [], { examination })]);
  const z = list.map((value) => (value - mean) / sd);
  const share = midRankShares(list);
  return success({
    mean,
    sd,
    z,
    t: z.map((value) => 50 + 10 * value),
    percentile: share.map((value) => 100 * value),
    normalScore: share.map((value) => normalQuantile(value)),
  });
}

/** (mean rank − ½) ÷ n of every value, ranks from 1. @internal */
function midRankShares(values: readonly number[]): number[] {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  const shareOf = new Map<number, number>();
  for (let from = 0; from < n; ) {
    let to = from;
    while (to < n && sorted[to] === sorted[from]) to += 1;
    shareOf.set(sorted[from]!, (from + to) / (2 * n));
    from = to;
  }
  return values.map((value) => shareOf.get(value)!);
}
