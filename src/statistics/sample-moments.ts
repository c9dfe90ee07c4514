import type { Result } from "../core/index.js";
import { failure, success } from "../core/index.js";
import { checkColumn } from "./design-columns.js";
import { binaryGrid, ratioToNumber, rootOfRatio } from "./exact-rational.js";
import { type StatisticsIssue, statisticsIssue } from "./issues.js";

/** Count, mean and spread of one column. */
export interface SampleMoments {
  readonly count: number;
  readonly mean: number;
  /** Sample variance with n − 1; absent for a single value and beyond the range of doubles. */
  readonly variance?: number | undefined;
  /** Sample standard deviation (样本标准差); absent for a single value. */
  readonly sd?: number | undefined;
  /** Lag-1 autocorrelation Σ(yᵢ − ȳ)(yᵢ₊₁ − ȳ) / Σ(yᵢ − ȳ)²; absent when the values do not vary. */
  readonly autocorrelation?: number | undefined;
}

/**
 * Mean (均值), standard deviation and lag-1 autocorrelation of a column, as exact fractions of the given doubles rounded once: no order of the
 * values, no offset and no size changes a digit.
 *
 * Use it where a column's own description is wanted; `createStatistics` serves millions of rows. No value or one that is not finite comes back as an issue;
 * a variance beyond the range of doubles is withheld with `figure-too-large`.
 *
 * @example
 * ```ts
 * import { sampleMoments } from "school-groups/statistics";
 *
 * const moments = sampleMoments([10000000.1, 10000000.3, 10000000.2]);
 * moments.ok && moments.value.mean; // => 10000000.2
 * ```
 */
export function sampleMoments(values: ArrayLike<number>): Result<SampleMoments, StatisticsIssue> {
  const issues = checkColumn("values", values, values.length, ["values"]);
  if (values.length === 0) issues.push(statisticsIssue("too-few-rows", ["values"], { rows: 0, needed: 1 }));
  const [first, ...others] = issues;
  if (first !== undefined) return failure([first, ...others]);
  const { integers, exponent } = binaryGrid(values);
  const n = BigInt(integers.length);
  let [sum, squares, neighbours] = [0n, 0n, 0n];
  let previous = 0n;
  for (const value of integers) {
    sum += value;
    squares += value * value;
    neighbours += previous * value;
    previous = value;
  }
  const mean = ratioToNumber(sum, n, exponent);
  if (n === 1n) return success({ count: 1, mean });
  // n Σ(y − ȳ)² and n² Σ(yᵢ − ȳ)(yᵢ₊₁ − ȳ), whole numbers both
  const spread = n * squares - sum * sum;
  const ends = integers[0]! + previous;
  const lagged = n * n * neighbours - n * sum * (2n * sum - ends) + (n - 1n) * sum * sum;
  const variance = ratioToNumber(spread, n * (n - 1n), 2 * exponent);
  const sd = rootOfRatio(spread, n * (n - 1n), exponent);
  const column = { column: "values" };
  if (!Number.isFinite(sd)) return failure([statisticsIssue("result-too-large", ["values"], column)]);
  const shown = Number.isFinite(variance);
  return success(
    {
      count: integers.length,
      mean,
      variance: shown ? variance : undefined,
      sd,
      autocorrelation: spread === 0n ? undefined : ratioToNumber(lagged, n * spread),
    },
    shown ? [] : [statisticsIssue("figure-too-large", ["values"], column)],
  );
}
