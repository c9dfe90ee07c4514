import { SchoolGroupsError } from "../core/index.js";
import { powerOfTwo } from "./binary-scale.js";
import {
  checkColumn,
  coefficientNames,
  type DesignColumn,
  designColumns,
  isConstant,
  type RegressionColumn,
  scaledColumn,
} from "./design-columns.js";
import { type HouseholderQr, householderQr } from "./householder.js";
import { type StatisticsIssue, statisticsIssue } from "./issues.js";
import { type CovarianceEstimator, clusterRows } from "./sandwich.js";

/** What a regression is made of; all columns have one value per row. */
export interface RegressionData {
  /** The response (因变量). */
  readonly response: ArrayLike<number>;
  readonly columns: readonly RegressionColumn[];
  /** Known precision weights, all above 0 (and above 1e-100 of the largest): the variance of a row is σ²/weight. */
  readonly weights?: ArrayLike<number> | undefined;
  /** The cluster of each row, for CR0, CR1 and CR2. */
  readonly clusters?: ArrayLike<number | string> | undefined;
}

/** How the regression is computed and what its errors assume. */
export interface RegressionOptions {
  /** Whether a constant term is added. Default true. */
  readonly intercept?: boolean | undefined;
  /**
   * Standard errors: `classical` equal variances; `HC1`, `HC3` unequal variances; `CR0`, `CR1`, `CR2` correlated rows within clusters
   * (prefer `CR2` when clusters are few). Default `classical`.
   */
  readonly errors?: CovarianceEstimator | undefined;
  /** Level of the intervals, between 0 and 1. Default 0.95. */
  readonly level?: number | undefined;
}

/** A regression ready to be solved: scaled columns, factor, clusters. @internal */
export interface PreparedRegression {
  readonly rows: number;
  readonly design: readonly DesignColumn[];
  readonly response: DesignColumn;
  readonly weighting: { readonly weights: Float64Array; readonly roots: Float64Array; readonly exponent: number } | undefined;
  readonly qr: HouseholderQr;
  readonly groups: readonly (readonly number[])[];
}

const ESTIMATORS: readonly CovarianceEstimator[] = ["classical", "HC1", "HC3", "CR0", "CR1", "CR2"];

/** Malformed arguments of the calling program throw. @internal */
export function checkRegressionOptions(data: RegressionData, options: Required<RegressionOptions>): void {
  const fail = (message: string, params: Record<string, string | number> = {}): never => {
    throw new SchoolGroupsError("invalid-argument", message, params);
  };
  const { errors, level, intercept } = options;
  if (!ESTIMATORS.includes(errors as CovarianceEstimator)) fail("errors must be one of the known estimators", { errors: String(errors) });
  if (!(Number(level) > 0 && Number(level) < 1)) fail("level must lie between 0 and 1", { level: String(level) });
  if (intercept === false && data.columns.length === 0) fail("a regression needs a column or an intercept");
  if (errors?.startsWith("CR") === true && data.clusters === undefined) fail("cluster-robust errors need clusters", { errors });
  for (const { name, degree } of data.columns) {
    if (degree !== undefined && !(Number.isInteger(degree) && degree >= 1 && degree <= 20)) {
      fail("degree must be a whole number from 1 to 20", { column: name, degree: String(degree) });
    }
  }
  const names = new Set<string>();
  for (const name of coefficientNames(data.columns, intercept !== false)) {
    if (names.has(name)) fail("column names must differ, from each other and from those of the intercept and the powers", { column: name });
    names.add(name);
  }
}

/** Shape, finiteness, weights and constant columns. */
function dataIssues(data: RegressionData, intercept: boolean): StatisticsIssue[] {
  const rows = data.response.length;
  const issues = checkColumn("response", data.response, rows, ["response"]);
  for (const [index, column] of data.columns.entries()) {
    const found = checkColumn(column.name, column.values, rows, ["columns", index, "values"]);
    issues.push(...found);
    const constant = found.length === 0 && rows > 1 && isConstant(column.values) && (intercept || column.values[0] === 0);
    if (constant) issues.push(statisticsIssue("constant-column", ["columns", index], { column: column.name }));
  }
  const { weights, clusters } = data;
  if (weights !== undefined) {
    const found = checkColumn("weights", weights, rows, ["weights"]);
    issues.push(...found);
    // a weight that vanishes beside the largest is 0 for all that doubles can tell
    const least = Array.from(weights).reduce((largest, weight) => Math.max(largest, weight), 0) * 1e-100;
    const row = found.length > 0 ? -1 : Array.from(weights).findIndex((weight) => !(weight > 0 && weight >= least));
    if (row >= 0) issues.push(statisticsIssue("weight-not-positive", ["weights", row], { row, weight: weights[row]! }));
  }
  if (clusters !== undefined && clusters.length !== rows) {
    issues.push(statisticsIssue("column-length-differs", ["clusters"], { column: "clusters", expected: rows, received: clusters.length }));
  }
  return issues;
}

function weightingOf(weights: ArrayLike<number> | undefined): PreparedRegression["weighting"] {
  if (weights === undefined) return undefined;
  const scaled = scaledColumn("weights", weights);
  // an even exponent, so that its root is a power of two as well
  const exponent = scaled.exponent % 2 === 0 ? scaled.exponent : scaled.exponent + 1;
  const values = Float64Array.from(weights, (weight) => weight * powerOfTwo(-exponent));
  return { weights: values, roots: values.map((value) => Math.sqrt(value)), exponent };
}

/** The place of a term in the input. */
function pathOf(name: string, columns: readonly RegressionColumn[]): readonly (string | number)[] {
  const own = columns.findIndex((column) => column.name === name);
  const index = own >= 0 ? own : columns.findIndex((column) => coefficientNames([column], false).includes(name));
  return index < 0 ? ["columns"] : ["columns", index];
}

function rankIssues(qr: HouseholderQr, design: readonly DesignColumn[], columns: readonly RegressionColumn[]): StatisticsIssue[] {
  return qr.dependent.map(({ column, on }) => {
    const name = design[column]!.name;
    const largest = on.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
    const others = on.flatMap((value, k) => (Math.abs(value) > 1e-7 * largest ? [design[qr.kept[k]!]!.name] : []));
    return largest === 0
      ? statisticsIssue("constant-column", pathOf(name, columns), { column: name })
      : statisticsIssue("collinear-column", pathOf(name, columns), { column: name, columns: others.join(", ") });
  });
}

/** Checks the data and factors the design; all problems found are listed. @internal */
export function prepareRegression(
  data: RegressionData,
  intercept: boolean,
  clustered: boolean,
): { readonly prepared?: PreparedRegression | undefined; readonly issues: readonly StatisticsIssue[] } {
  const issues = dataIssues(data, intercept);
  const rows = data.response.length;
  const needed = data.columns.reduce((sum, column) => sum + (column.degree ?? 1), intercept ? 1 : 0);
  if (rows < needed) issues.push(statisticsIssue("too-few-rows", ["response"], { rows, needed }));
  const groups = clustered && issues.length === 0 ? clusterRows(data.clusters ?? []) : [];
  if (clustered && issues.length === 0 && groups.length < 2) {
    issues.push(statisticsIssue("too-few-groups", ["clusters"], { groups: groups.length, needed: 2 }));
  }
  if (issues.length > 0) return { issues };
  const design = designColumns(data.columns, rows, intercept);
  const weighting = weightingOf(data.weights);
  const whitened =
    weighting === undefined
      ? design.map(({ head }) => head)
      : design.map(({ head }) => head.map((value, i) => value * weighting.roots[i]!));
  const qr = householderQr(whitened);
  const dependent = rankIssues(qr, design, data.columns);
  if (dependent.length > 0) return { issues: dependent };
  return { issues, prepared: { rows, design, response: scaledColumn("response", data.response), weighting, qr, groups } };
}
