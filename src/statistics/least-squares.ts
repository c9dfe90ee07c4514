import type { Result } from "../core/index.js";
import { failure, success } from "../core/index.js";
import { scaleBinary } from "./binary-scale.js";
import { type DoubleDouble, ddDivide, twoSum } from "./double-double.js";
import { type DoubleDoubleArray, exactProduct } from "./exact-residual.js";
import { EPSILON } from "./find-root.js";
import { thinOrthogonal } from "./householder.js";
import { conditionOf, inverseCrossProduct } from "./inverse-cross-product.js";
import { type StatisticsIssue, statisticsIssue } from "./issues.js";
import { type RefinedSolution, refineSolution, sumOfSquares } from "./refine-solution.js";
import {
  checkRegressionOptions,
  type PreparedRegression,
  prepareRegression,
  type RegressionData,
  type RegressionOptions,
} from "./regression-input.js";
import {
  biasReducedCluster,
  type CovarianceEstimator,
  clusterRobust,
  heteroskedastic,
  leverages,
  type SandwichCovariance,
} from "./sandwich.js";
import { studentQuantile, studentTails } from "./student-t.js";

/** One line of a regression table (回归系数). What has no value (a standard error without residual freedom) is absent. */
export interface RegressionCoefficient {
  /** The column's name, `(intercept)`, or `x^2` for a polynomial term. */
  readonly name: string;
  readonly estimate: number;
  readonly standardError?: number | undefined;
  /** Degrees of freedom of the t distribution used: rows − parameters; clusters − 1 for CR0 and CR1; Satterthwaite's for CR2. */
  readonly df?: number | undefined;
  readonly statistic?: number | undefined;
  /** Two-sided. */
  readonly pValue?: number | undefined;
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
}

/** A least-squares fit (最小二乘). */
export interface LeastSquaresFit {
  readonly coefficients: readonly RegressionCoefficient[];
  readonly errors: CovarianceEstimator;
  /** Covariance of the coefficients, absent where a standard error is, and beyond the range of doubles. */
  readonly covariance?: readonly (readonly number[])[] | undefined;
  readonly rows: number;
  readonly clusters?: number | undefined;
  /** rows − parameters. */
  readonly residualDf: number;
  /** Σ weight × residual². */
  readonly residualSumOfSquares: number;
  /** About the (weighted) mean; about 0 without an intercept. */
  readonly totalSumOfSquares: number;
  /** σ̂; absent when residualDf is 0. */
  readonly residualSd?: number | undefined;
  /** Absent when the response does not vary. */
  readonly rSquared?: number | undefined;
  readonly residuals: readonly number[];
  /** Ratio of the triangle's extreme diagonal elements in scaled columns, a lower bound of the condition number. */
  readonly conditionNumber: number;
  /** Rounds of refinement that changed the solution. */
  readonly refinements: number;
}

/**
 * Least squares (最小二乘法) by Householder QR with refinement: coefficients are the rounded exact solution while the condition number of the scaled
 * columns is below about 1e14, polynomial terms included (their powers are carried to 32 digits).
 *
 * Use it for regressions whose rows are at hand. Data trouble comes back as issues: columns of different length, values that are not finite, constant or
 * collinear columns (each named with those it depends on), weights not above 0, too few rows or clusters. With as many parameters as rows, standard errors are
 * absent and `no-residual-freedom` is told. A coefficient for which every cluster's score is 0 but for rounding (treatment given to whole clusters, one in each
 * arm) has no cluster-robust error: it is left out and `cluster-scores-vanish` is told. Estimates, errors or sums beyond the range of
 * doubles are no result but `result-too-large`; a covariance that alone is, is withheld with `figure-too-large`. Malformed options throw `invalid-argument`.
 *
 * Errors: White (1980) and MacKinnon & White (1985) for HC1, HC3; Liang & Zeger (1986), CR1 = CR0 × G/(G−1); Bell & McCaffrey (2002) with
 * Satterthwaite degrees of freedom for CR2 (in the model whitened by √weight). Solution: Björck (1967).
 *
 * @example
 * ```ts
 * import { leastSquares } from "school-groups/statistics";
 *
 * const fit = leastSquares({ response: [1, 3, 5, 8], columns: [{ name: "x", values: [0, 1, 2, 3] }] });
 * fit.ok && fit.value.coefficients.map((c) => [c.name, c.estimate]); // => [["(intercept)", 0.8], ["x", 2.3]]
 * ```
 */
export function leastSquares(data: RegressionData, options: RegressionOptions = {}): Result<LeastSquaresFit, StatisticsIssue> {
  const { intercept = true, errors = "classical", level = 0.95 } = options;
  checkRegressionOptions(data, { intercept, errors, level });
  const { prepared, issues } = prepareRegression(data, intercept, errors.startsWith("CR"));
  if (prepared === undefined) return failure(issues as [StatisticsIssue, ...StatisticsIssue[]]);
  const solution = refineSolution(prepared.qr, prepared.design, prepared.response.head, prepared.weighting);
  return describeFit(prepared, solution, { intercept, errors, level });
}

function describeFit(
  prepared: PreparedRegression,
  solution: RefinedSolution,
  options: { readonly intercept: boolean; readonly errors: CovarianceEstimator; readonly level: number },
): Result<LeastSquaresFit, StatisticsIssue> {
  const { rows, design, response, weighting, qr, groups } = prepared;
  const residualDf = rows - design.length;
  const weights = weighting?.weights;
  const rest = sumOfSquares(solution.residuals, weights);
  const around = totalSumOfSquares(response.head, weights, options.intercept);
  const about0 = options.intercept ? totalSumOfSquares(response.head, weights, false) : around;
  // below the last bits of the response there is no residual, only its rounding
  const rss = Math.sqrt(rest) <= 4 * EPSILON * Math.sqrt(about0) ? 0 : rest;
  const issues = fitIssues(prepared, options.errors, rss);
  const spread: SandwichCovariance | undefined = issues.some(({ code }) => code === "leverage-one" || code === "no-residual-freedom")
    ? undefined
    : rss === 0
      ? { covariance: design.map(() => new Array<number>(design.length).fill(0)) }
      : covarianceOf(prepared, solution, options.errors, rss / residualDf);
  const vanishing = design.map((_, j) => spread?.vanishing?.[j] === true);
  for (const [j, column] of design.entries()) {
    if (vanishing[j]) issues.push(statisticsIssue("cluster-scores-vanish", ["clusters"], { column: column.name }));
  }
  const unscale = (value: number, exponent: number): number => scaleBinary(value, exponent);
  const exponents = design.map((column) => response.exponent - column.exponent);
  const covariance = vanishing.includes(true)
    ? undefined
    : spread?.covariance.map((row, i) => row.map((value, j) => unscale(value, exponents[i]! + exponents[j]!)));
  const ownDf = options.errors === "CR0" || options.errors === "CR1" ? groups.length - 1 : residualDf;
  const critical = criticalValues(options.level);
  const coefficients = design.map((column, j) => {
    const b = solution.coefficients[j]!;
    const estimate = unscale(b.hi + b.lo, exponents[j]!);
    const variance = vanishing[j] ? undefined : spread?.covariance[j]?.[j];
    const table = inference(b.hi + b.lo, variance, spread?.df?.[j] ?? ownDf, critical);
    return { name: column.name, estimate, ...unscaled(table, exponents[j]!) };
  });
  const back = 2 * response.exponent + (weighting?.exponent ?? 0);
  const shown = covariance === undefined || covariance.flat().every(Number.isFinite);
  if (!shown) issues.push(statisticsIssue("figure-too-large", ["response"], { column: "response" }));
  return withinRange(
    {
      coefficients,
      errors: options.errors,
      covariance: shown ? covariance : undefined,
      rows,
      clusters: groups.length > 0 ? groups.length : undefined,
      residualDf,
      residualSumOfSquares: unscale(rss, back),
      totalSumOfSquares: unscale(around, back),
      residualSd: residualDf > 0 ? unscale(Math.sqrt(rss / residualDf), back / 2) : undefined,
      rSquared: around > 0 ? Math.max(0, (around - rss) / around) : undefined,
      residuals: Array.from(solution.residuals.head.map((value) => unscale(value, response.exponent))),
      conditionNumber: conditionOf(qr),
      refinements: solution.refinements,
    },
    issues,
  );
}

/** The fit, unless a coefficient, its error or a sum has left the range of doubles. */
function withinRange(fit: LeastSquaresFit, issues: readonly StatisticsIssue[]): Result<LeastSquaresFit, StatisticsIssue> {
  const finite = (values: readonly (number | undefined)[]): boolean =>
    values.every((value) => value === undefined || Number.isFinite(value));
  const large = fit.coefficients.filter((own) => !finite([own.estimate, own.standardError, own.statistic, own.lower, own.upper]));
  const names = large.map(({ name }) => name);
  const { residualSumOfSquares, totalSumOfSquares, residualSd, residuals } = fit;
  if (!finite([residualSumOfSquares, totalSumOfSquares, residualSd]) || !finite(residuals)) names.push("response");
  const [first, ...others] = names.map((column) =>
    statisticsIssue("result-too-large", [column === "response" ? column : "columns"], { column }),
  );
  return first === undefined ? success(fit, issues) : failure([first, ...others]);
}

/** The t that an interval of this level reaches to; found once for each number of degrees of freedom. */
function criticalValues(level: number): (df: number) => number {
  const known = new Map<number, number>();
  return (df) => {
    const value = known.get(df) ?? studentQuantile((1 - level) / 2, df, "upper");
    known.set(df, value);
    return value;
  };
}

/** Standard error, t, p and interval; nothing where they have no value. */
function inference(
  estimate: number,
  variance: number | undefined,
  df: number,
  critical: (df: number) => number,
): Omit<RegressionCoefficient, "name" | "estimate"> {
  if (variance === undefined || !(variance >= 0)) return {};
  const standardError = Math.sqrt(variance);
  if (standardError === 0 || !(df > 0)) return { standardError };
  const statistic = estimate / standardError;
  const reach = critical(df) * standardError;
  const pValue = 2 * studentTails(Math.abs(statistic), df).upper;
  return { standardError, df, statistic, pValue, lower: estimate - reach, upper: estimate + reach };
}

/** A table of scaled columns in the units of the data; the statistic has no unit. */
function unscaled(table: ReturnType<typeof inference>, exponent: number): ReturnType<typeof inference> {
  const { standardError, lower, upper } = table;
  if (standardError === undefined) return table;
  const error = { standardError: scaleBinary(standardError, exponent) };
  if (lower === undefined || upper === undefined) return error;
  return { ...table, ...error, lower: scaleBinary(lower, exponent), upper: scaleBinary(upper, exponent) };
}

/** What is worth knowing about a fit that exists. */
function fitIssues(prepared: PreparedRegression, errors: CovarianceEstimator, rss: number): StatisticsIssue[] {
  const { rows, design, qr, groups } = prepared;
  const parameters = design.length;
  const issues: StatisticsIssue[] = [];
  if (rows === parameters) issues.push(statisticsIssue("no-residual-freedom", ["response"], { rows, parameters }));
  else if (rss === 0) issues.push(statisticsIssue("residuals-all-zero", ["response"], { rows }));
  if (groups.length > 0 && groups.length < parameters) {
    issues.push(statisticsIssue("groups-fewer-than-parameters", ["clusters"], { groups: groups.length, parameters }));
  }
  if (errors === "HC3") {
    const row = leverages(thinOrthogonal(qr), rows).findIndex((value) => 1 - value < 1e-10);
    if (row >= 0) issues.push(statisticsIssue("leverage-one", ["response", row], { row }));
  }
  return issues;
}

function covarianceOf(
  prepared: PreparedRegression,
  solution: RefinedSolution,
  errors: CovarianceEstimator,
  variance: number,
): SandwichCovariance {
  const { design, weighting, qr, groups } = prepared;
  if (errors === "classical") {
    const inverse = inverseCrossProduct(qr, design, weighting?.weights);
    return { covariance: inverse.map((row) => row.map((value) => value * variance)) };
  }
  const whiten = (column: Float64Array): Float64Array =>
    weighting === undefined ? column : column.map((value, i) => value * weighting.roots[i]!);
  const [residuals, response] = [whiten(solution.residuals.head), whiten(prepared.response.head)];
  const model = { orthogonal: thinOrthogonal(qr), triangle: qr.triangle, residuals, response };
  if (errors === "HC1" || errors === "HC3") return heteroskedastic(model, errors);
  return errors === "CR2" ? biasReducedCluster(model, groups) : clusterRobust(model, groups, errors);
}

/** Σ w (y − ȳ)² with the mean carried to 32 digits, or Σ w y². */
function totalSumOfSquares(y: Float64Array, weights: Float64Array | undefined, about: boolean): number {
  const own = { name: "", head: y, exponent: 0 };
  const deviations: DoubleDoubleArray = { head: y.slice(), tail: new Float64Array(y.length) };
  if (about) {
    const ones: DoubleDoubleArray = { head: new Float64Array(y.length).fill(1), tail: new Float64Array(y.length) };
    const mean: DoubleDouble = ddDivide(exactProduct(own, ones, weights), exactProduct({ ...own, head: ones.head }, ones, weights));
    for (let i = 0; i < y.length; i += 1) {
      const sum = twoSum(y[i]!, -mean.hi);
      deviations.head[i] = sum.hi;
      deviations.tail[i] = sum.lo - mean.lo;
    }
  }
  return sumOfSquares(deviations, weights);
}
