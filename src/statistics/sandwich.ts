import { EPSILON } from "./find-root.js";
import { solveTriangle, solveTriangleTransposed } from "./householder.js";
import { eigenOf } from "./symmetric-eigen.js";

/** Which covariance of the coefficients is wanted (标准误类型). */
export type CovarianceEstimator = "classical" | "HC1" | "HC3" | "CR0" | "CR1" | "CR2";

/** A model whitened by √weights: rows of Q, its triangle, its residuals and the response they are left from. @internal */
export interface WhitenedModel {
  readonly orthogonal: readonly Float64Array[];
  readonly triangle: readonly (readonly number[])[];
  readonly residuals: Float64Array;
  readonly response: Float64Array;
}

/** A covariance matrix in the scaled columns, and each coefficient's degrees of freedom where the estimator has its own. @internal */
export interface SandwichCovariance {
  readonly covariance: number[][];
  readonly df?: readonly number[] | undefined;
  /** For clustered errors: whether a coefficient's variance is 0 but for rounding, as no cluster has a score for it. */
  readonly vanishing?: readonly boolean[] | undefined;
}

/** hᵢ, the diagonal of the hat matrix. @internal */
export function leverages(orthogonal: readonly Float64Array[], rows: number): Float64Array {
  const h = new Float64Array(rows);
  for (const column of orthogonal) for (let i = 0; i < rows; i += 1) h[i] = h[i]! + column[i]! * column[i]!;
  return h;
}

/** R⁻¹ M R⁻ᵀ: from the coordinates of Q to those of the coefficients. */
function backToCoefficients(triangle: WhitenedModel["triangle"], meat: readonly (readonly number[])[]): number[][] {
  const half = meat.map((row) => solveTriangle(triangle, row));
  const columns = half[0] === undefined ? [] : half[0].map((_, i) => half.map((row) => row[i]!));
  const full = columns.map((column) => solveTriangle(triangle, column));
  // exactly symmetric
  return full.map((row, i) => row.map((value, j) => (value + full[j]![i]!) / 2));
}

function zeros(p: number): number[][] {
  return Array.from({ length: p }, () => new Array<number>(p).fill(0));
}

function addOuter(target: number[][], v: readonly number[], factor: number): void {
  for (let i = 0; i < v.length; i += 1) for (let j = 0; j < v.length; j += 1) target[i]![j] = target[i]![j]! + factor * v[i]! * v[j]!;
}

/** HC1 and HC3 (White 1980; MacKinnon & White 1985): scores row by row. @internal */
export function heteroskedastic(model: WhitenedModel, estimator: "HC1" | "HC3"): SandwichCovariance {
  const { orthogonal, residuals, triangle } = model;
  const [n, p] = [residuals.length, orthogonal.length];
  const h = estimator === "HC3" ? leverages(orthogonal, n) : undefined;
  const meat = zeros(p);
  for (let i = 0; i < n; i += 1) {
    const e = h === undefined ? residuals[i]! : residuals[i]! / (1 - h[i]!);
    addOuter(
      meat,
      orthogonal.map((column) => column[i]!),
      e * e,
    );
  }
  const factor = estimator === "HC1" ? n / (n - p) : 1;
  return { covariance: backToCoefficients(triangle, meat).map((row) => row.map((value) => value * factor)) };
}

/** The rows of each cluster, clusters in order of first appearance. @internal */
export function clusterRows(clusters: ArrayLike<number | string>): number[][] {
  const found = new Map<number | string, number[]>();
  for (let i = 0; i < clusters.length; i += 1) {
    const label = clusters[i]!;
    const rows = found.get(label);
    if (rows === undefined) found.set(label, [i]);
    else rows.push(i);
  }
  return [...found.values()];
}

/** Qᵍᵀ Qᵍ and Qᵍᵀ eᵍ of one cluster, and below what a score is rounding. */
interface ClusterMoments {
  readonly gram: number[][];
  readonly score: number[];
  readonly noise: number[];
}

function clusterMoments(model: WhitenedModel, rows: readonly number[], errors: readonly number[]): ClusterMoments {
  const { orthogonal, residuals, response } = model;
  const gram = orthogonal.map((left) => orthogonal.map((right) => rows.reduce((sum, i) => sum + left[i]! * right[i]!, 0)));
  const score = orthogonal.map((column) => rows.reduce((sum, i) => sum + column[i]! * residuals[i]!, 0));
  const length = Math.sqrt(rows.reduce((sum, i) => sum + residuals[i]! * residuals[i]!, 0));
  const noise = orthogonal.map((column, k) => {
    let [terms, rounding] = [0, 0];
    for (const i of rows) {
      terms += Math.abs(column[i]! * residuals[i]!);
      rounding += column[i]! * column[i]! * response[i]! * response[i]!;
    }
    // the sum's own rounding, the response's last bits, and what the column of Q is off
    return EPSILON * (256 * terms + 2 * Math.sqrt(rounding)) + errors[k]! * length;
  });
  return { gram, score, noise };
}

/** How far each column of Q may be off: a few roundings, enlarged by what orthogonalising cancelled. Bounded, so that no real score counts as noise. */
function columnErrors(triangle: WhitenedModel["triangle"]): number[] {
  const errors: number[] = [];
  for (let k = 0; k < triangle.length; k += 1) {
    let [square, inherited] = [0, 0];
    for (let i = 0; i <= k; i += 1) {
      const part = Math.abs(triangle[i]![k]!);
      square += part * part;
      if (i < k) inherited += part * errors[i]!;
    }
    errors.push(Math.min(1e-9, (8 * EPSILON * Math.sqrt(square) + inherited) / Math.abs(triangle[k]![k]!)));
  }
  return errors;
}

/** R⁻ᵀ e_c for each coefficient: its direction in the coordinates of Q. */
function directions(triangle: WhitenedModel["triangle"]): number[][] {
  return triangle.map((_, c) => {
    const unit = new Array<number>(triangle.length).fill(0);
    unit[c] = 1;
    return solveTriangleTransposed(triangle, unit);
  });
}

/** Whether a cluster's score in direction z is nothing but rounding. */
function scoreVanishes({ score, noise }: ClusterMoments, z: readonly number[]): boolean {
  return (
    Math.abs(dot(z, score)) <=
    dot(
      z.map((value) => Math.abs(value)),
      noise,
    )
  );
}

/** CR0 (Liang & Zeger 1986) and CR1 = CR0 × G/(G−1). @internal */
export function clusterRobust(model: WhitenedModel, groups: readonly (readonly number[])[], estimator: "CR0" | "CR1"): SandwichCovariance {
  const meat = zeros(model.orthogonal.length);
  const errors = columnErrors(model.triangle);
  const moments = groups.map((rows) => clusterMoments(model, rows, errors));
  for (const { score } of moments) addOuter(meat, score, 1);
  const factor = estimator === "CR1" ? groups.length / (groups.length - 1) : 1;
  return {
    covariance: backToCoefficients(model.triangle, meat).map((row) => row.map((value) => value * factor)),
    vanishing: directions(model.triangle).map((z) => moments.every((own) => scoreVanishes(own, z))),
  };
}

/** f(λ) of a symmetric matrix given by its eigenvectors. */
function spectral(values: readonly number[], vectors: readonly (readonly number[])[], f: (value: number) => number): number[][] {
  const result = zeros(values.length);
  for (const [k, value] of values.entries()) addOuter(result, vectors[k]!, f(value));
  return result;
}

function multiply(matrix: readonly (readonly number[])[], v: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, k) => sum + value * v[k]!, 0));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k]!, 0);
}

/**
 * CR2 (Bell & McCaffrey 2002) with Satterthwaite degrees of freedom (Pustejovsky & Tipton 2018).
 *
 * The adjustment (I − QᵍQᵍᵀ)^(−1/2) acts only in the few dimensions of Q, so that clusters of any size cost p × p work. Directions that a cluster
 * determines alone (λ = 1) have no residual and are left out, as by a Moore–Penrose inverse.
 *
 * @internal
 */
export function biasReducedCluster(model: WhitenedModel, groups: readonly (readonly number[])[]): SandwichCovariance {
  const p = model.orthogonal.length;
  const meat = zeros(p);
  const errors = columnErrors(model.triangle);
  const parts = groups.map((rows) => {
    const moments = clusterMoments(model, rows, errors);
    const { gram, score } = moments;
    const { values, vectors } = eigenOf(gram);
    const free = (value: number): number => (1 - value > 1e-10 ? 1 / (1 - value) : 0);
    const root = (value: number): number => Math.sqrt(free(value));
    const adjustment = spectral(values, vectors, root);
    addOuter(meat, multiply(adjustment, score), 1);
    // aᵍ = Aᵍ Qᵍ z: its squared length is zᵀ S z, and Qᵍᵀ aᵍ = T z
    const size = spectral(values, vectors, (value) => Math.max(0, value) * free(value));
    const shadow = spectral(values, vectors, (value) => Math.max(0, value) * root(value));
    return { size, shadow, moments, adjustment };
  });
  const along = directions(model.triangle);
  return {
    covariance: backToCoefficients(model.triangle, meat),
    df: along.map((z) => satterthwaite(parts, z)),
    vanishing: along.map((z) => parts.every(({ moments, adjustment }) => scoreVanishes(moments, multiply(adjustment, z)))),
  };
}

/** (tr P)² / tr P² with P_gh = [g = h] |aᵍ|² − bᵍ·bʰ and bᵍ = Qᵍᵀ aᵍ. */
function satterthwaite(parts: readonly { readonly size: number[][]; readonly shadow: number[][] }[], z: readonly number[]): number {
  let [trace, squares] = [0, 0];
  const cross = zeros(z.length);
  for (const { size, shadow } of parts) {
    const s = dot(z, multiply(size, z));
    const b = multiply(shadow, z);
    const own = dot(b, b);
    trace += s - own;
    squares += s * s - 2 * s * own;
    addOuter(cross, b, 1);
  }
  for (const row of cross) for (const value of row) squares += value * value;
  return (trace * trace) / squares;
}
