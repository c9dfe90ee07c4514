import type { Result } from "../core/index.js";
import { failure, success } from "../core/index.js";
import { checkColumn } from "./design-columns.js";
import { binaryGrid, ratioToNumber, rootOfRatio } from "./exact-rational.js";
import { fTails } from "./f-distribution.js";
import { type StatisticsIssue, statisticsIssue } from "./issues.js";
import { clusterRows } from "./sandwich.js";

/** One source of variation. */
export interface AnovaLine {
  readonly df: number;
  readonly sumOfSquares: number;
  /** Absent for 0 degrees of freedom. */
  readonly meanSquare?: number | undefined;
}

/** A one-way analysis of variance (单因素方差分析). What has no value is absent. */
export interface OneWayAnova {
  readonly rows: number;
  readonly groups: number;
  readonly between: AnovaLine;
  readonly within: AnovaLine;
  readonly fStatistic?: number | undefined;
  readonly pValue?: number | undefined;
  /** Share of the between-groups sum of squares. */
  readonly rSquared?: number | undefined;
  readonly residualSd?: number | undefined;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Σ Sg² / ng as a fraction: squares are gathered by group size, so that the denominator stays the least common multiple of the sizes. */
function betweenFraction(sums: readonly { readonly sum: bigint; readonly size: number }[]): {
  readonly numerator: bigint;
  readonly denominator: bigint;
} {
  const bySize = new Map<number, bigint>();
  for (const { sum, size } of sums) bySize.set(size, (bySize.get(size) ?? 0n) + sum * sum);
  let [numerator, denominator] = [0n, 1n];
  for (const [size, squares] of bySize) {
    const common = gcd(denominator, BigInt(size));
    numerator = numerator * (BigInt(size) / common) + squares * (denominator / common);
    denominator *= BigInt(size) / common;
  }
  return { numerator, denominator };
}

/**
 * One-way analysis of variance (单因素方差分析): sums of squares, F and R² as exact fractions of the given doubles, rounded once.
 *
 * `groups` labels the group of each value. Fewer than two groups, columns of different length or values that are not finite come back as issues. With one value
 * per group there is no F (`no-residual-freedom`); when no group varies within itself, F is absent and `residuals-all-zero` is told. Sums of squares
 * or an F beyond the range of doubles are no result but `result-too-large`.
 *
 * @example
 * ```ts
 * import { oneWayAnova } from "school-groups/statistics";
 *
 * const anova = oneWayAnova([1, 2, 3, 5], ["a", "a", "b", "b"]);
 * anova.ok && anova.value.fStatistic; // => 5
 * ```
 */
export function oneWayAnova(values: ArrayLike<number>, groups: ArrayLike<number | string>): Result<OneWayAnova, StatisticsIssue> {
  const problems = checkColumn("values", values, groups.length, ["values"]);
  const members = clusterRows(groups);
  if (members.length < 2) problems.push(statisticsIssue("too-few-groups", ["groups"], { groups: members.length, needed: 2 }));
  const [first, ...others] = problems;
  if (first !== undefined) return failure([first, ...others]);
  const { integers, exponent } = binaryGrid(values);
  const sums = members.map((rows) => ({ sum: rows.reduce((sum, row) => sum + integers[row]!, 0n), size: rows.length }));
  const total = sums.reduce((sum, group) => sum + group.sum, 0n);
  const squares = integers.reduce((sum, value) => sum + value * value, 0n);
  const n = BigInt(integers.length);
  const { numerator, denominator } = betweenFraction(sums);
  // both over the denominator n × d
  const between = numerator * n - total * total * denominator;
  const within = (squares * denominator - numerator) * n;
  return anovaTable({ between, within, denominator: denominator * n, exponent: 2 * exponent }, integers.length, members.length);
}

function anovaTable(
  sums: { readonly between: bigint; readonly within: bigint; readonly denominator: bigint; readonly exponent: number },
  rows: number,
  groups: number,
): Result<OneWayAnova, StatisticsIssue> {
  const { between, within, denominator, exponent } = sums;
  const [df1, df2] = [groups - 1, rows - groups];
  const line = (sum: bigint, df: number): AnovaLine => ({
    df,
    sumOfSquares: ratioToNumber(sum, denominator, exponent),
    meanSquare: df > 0 ? ratioToNumber(sum, denominator * BigInt(df), exponent) : undefined,
  });
  const issues: StatisticsIssue[] = [];
  if (df2 === 0) issues.push(statisticsIssue("no-residual-freedom", ["values"], { rows, parameters: groups }));
  else if (within === 0n) issues.push(statisticsIssue("residuals-all-zero", ["values"], { rows }));
  const fStatistic = df2 > 0 && within !== 0n ? ratioToNumber(between * BigInt(df2), within * BigInt(df1)) : undefined;
  const [betweenLine, withinLine] = [line(between, df1), line(within, df2)];
  if (![betweenLine.sumOfSquares, withinLine.sumOfSquares, fStatistic ?? 0].every(Number.isFinite)) {
    return failure([statisticsIssue("result-too-large", ["values"], { column: "values" })]);
  }
  return success(
    {
      rows,
      groups,
      between: betweenLine,
      within: withinLine,
      fStatistic,
      pValue: fStatistic === undefined ? undefined : fTails(fStatistic, df1, df2).upper,
      rSquared: between + within === 0n ? undefined : ratioToNumber(between, between + within),
      residualSd: df2 > 0 ? rootOfRatio(within, denominator * BigInt(df2), exponent / 2) : undefined,
    },
    issues,
  );
}
