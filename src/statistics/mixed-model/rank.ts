import { type FitIssue, fitIssue } from "../fit-issues.js";
import type { ModelData } from "./model-data.js";
import type { Plan } from "./options.js";

/** What stands in the way of a fit, before anything is computed in floating point. @internal */
export function obstacles(data: ModelData, plan: Plan): FitIssue[] {
  const issues = [...unitTrouble(data, plan), ...columnTrouble(data, plan)];
  if (issues.length > 0) return issues;
  const variances = 1 + parameters(plan.groupZ.length) + parameters(plan.upperZ.length);
  const needed = plan.fixed.length + 1 + variances;
  if (data.rows < needed) return [fitIssue("rows-too-few", [], { rows: data.rows, needed })];
  return residualTrouble(data, plan);
}

function parameters(order: number): number {
  return (order * (order + 1)) / 2;
}

function unitTrouble(data: ModelData, plan: Plan): FitIssue[] {
  const issues: FitIssue[] = [];
  const groups = data.units.length;
  const needed = 1 + parameters(plan.groupZ.length);
  if (groups < needed) issues.push(fitIssue("units-too-few", ["groups"], { level: "group", units: groups, needed }));
  else if (data.rows === groups && plan.groupZ.length === 1 && data.weights.every((weight) => weight === data.weights[0])) {
    issues.push(fitIssue("level-not-separable", ["groups"], { level: "group" }));
  }
  if (plan.upperZ.length === 0) return issues;
  const uppers = data.upperKeys.length;
  const above = 1 + parameters(plan.upperZ.length);
  if (uppers < above) issues.push(fitIssue("units-too-few", ["upper"], { level: "upper", units: uppers, needed: above }));
  else if (uppers === groups && plan.upperZ.every((z) => plan.groupZ.includes(z))) {
    issues.push(fitIssue("level-not-separable", ["upper"], { level: "upper" }));
  }
  return issues;
}

/**
 * Constant and collinear columns, by elimination without fractions on the exact cross-products (Bareiss, 1968): a pivot is the exact
 * variance that the columns before leave.
 */
function columnTrouble(data: ModelData, plan: Plan): FitIssue[] {
  const issues: FitIssue[] = [];
  const kept: number[] = [];
  const n = data.totalSteps;
  const about = (a: number, b: number): bigint => n * data.exact[a]![b]! - data.residue[a]! * data.residue[b]!;
  plan.fixed.forEach((column, c) => {
    if (about(c, c) === 0n) {
      issues.push(fitIssue("fixed-column-constant", ["fixed", c], { column }));
      return;
    }
    const left = leftShare([...kept, c], about);
    if (left > 1e-13) kept.push(c);
    else {
      const columns = involved(kept, c, about).map((k) => plan.fixed[k]!);
      issues.push(fitIssue("fixed-column-collinear", ["fixed", c], { column, columns: columns.join(", ") }));
    }
  });
  return issues;
}

/** Models of intercepts are freed of likeness on the exact sums; those with slopes are not, and lose the digits that columns share. */
const NEARLY = 1e-6;

/** Columns of a model with slopes that the ones before all but explain. @internal */
export function nearlyCollinear(data: ModelData, plan: Plan): FitIssue[] {
  const n = data.totalSteps;
  const about = (a: number, b: number): bigint => n * data.exact[a]![b]! - data.residue[a]! * data.residue[b]!;
  return plan.fixed.flatMap((column, c) => {
    const before = plan.fixed.slice(0, c).map((_, k) => k);
    const left = leftShare([...before, c], about);
    if (left >= NEARLY) return [];
    const columns = involved(before, c, about, NEARLY).map((k) => plan.fixed[k]!);
    let digits = 0;
    for (let share = left; share < 0.5 && digits < 16; share *= 10) digits++;
    return [fitIssue("fixed-column-nearly-collinear", ["fixed", c], { column, columns: columns.join(", "), digits })];
  });
}

/** The share of the last column's variance that the others do not explain. */
function leftShare(columns: readonly number[], about: (a: number, b: number) => bigint): number {
  const matrix = columns.map((a) => columns.map((b) => about(a, b)));
  const n = columns.length;
  let divisor = 1n;
  for (let k = 0; k < n - 1; k++) {
    for (let r = k + 1; r < n; r++) {
      for (let c = k + 1; c < n; c++) matrix[r]![c] = (matrix[r]![c]! * matrix[k]![k]! - matrix[r]![k]! * matrix[k]![c]!) / divisor;
    }
    divisor = matrix[k]![k]!;
  }
  const last = columns[n - 1]!;
  return ratio(matrix[n - 1]![n - 1]!, divisor * about(last, last));
}

function ratio(top: bigint, bottom: bigint): number {
  if (top <= 0n) return 0;
  return Number((top * 1000000000000000000n) / bottom) / 1e18;
}

/** Of the columns before, those without which the column would not be explained. */
function involved(kept: readonly number[], column: number, about: (a: number, b: number) => bigint, least = 1e-13): number[] {
  const needed = kept.filter((k) => leftShare([...kept.filter((other) => other !== k), column], about) > least);
  return needed.length > 0 ? needed : [...kept];
}

/** Is anything left of the response within groups? */
function residualTrouble(data: ModelData, plan: Plan): FitIssue[] {
  const { size } = data;
  const within = plan.groupZ.length > 1 ? slopesWithin(data, plan) : data.within;
  const before = Math.max(Number(data.exact[size - 2]![size - 2]!) * data.scale[size - 2]! * data.scale[size - 2]! * data.weightStep, 0);
  const own = within[size * size - 1]!;
  const left = eliminate(within, size);
  return left > 1e-13 * own && left > 1e-22 * before ? [] : [fitIssue("residuals-zero", ["response"], { response: plan.response })];
}

/** With random slopes every group has lines of its own: what they leave, group by group. */
function slopesWithin(data: ModelData, plan: Plan): Float64Array {
  const { size } = data;
  const sum = new Float64Array(size * size);
  for (let j = 0; j < data.units.length; j++) {
    const own = data.products!.slice(j * size * size, (j + 1) * size * size);
    const scale = own.slice();
    for (const z of plan.groupZ) sweep(own, size, z, 1e-11 * scale[z * size + z]!);
    for (let k = 0; k < own.length; k++) sum[k] = sum[k]! + own[k]!;
  }
  return sum;
}

/** What the constant and the fixed columns leave of the response; columns with nothing left are passed over. */
function eliminate(matrix: Float64Array, size: number): number {
  const work = matrix.slice();
  for (let k = 0; k < size - 1; k++) sweep(work, size, k, 1e-12 * matrix[k * size + k]!);
  return work[size * size - 1]!;
}

function sweep(work: Float64Array, size: number, k: number, threshold: number): void {
  const pivot = work[k * size + k]!;
  if (pivot > threshold) {
    const row = work.slice(k * size, (k + 1) * size);
    for (let r = 0; r < size; r++) {
      const factor = row[r]! / pivot;
      for (let c = 0; c < size; c++) work[r * size + c] = work[r * size + c]! - factor * row[c]!;
    }
  }
  for (let r = 0; r < size; r++) {
    work[r * size + k] = 0;
    work[k * size + r] = 0;
  }
}
