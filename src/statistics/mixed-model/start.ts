import { cholesky, choleskySolve } from "../cholesky.js";
import type { ModelData } from "./model-data.js";

/**
 * Moment estimates of the relative variances from residuals of ordinary least squares: variance of groups about their upper unit, and of
 * upper units, over the variance within groups, each freed of what the level below puts into it. Negative ones become 0.
 * @internal
 */
export function momentStart(data: ModelData, total: Float64Array, within: Float64Array, upper: boolean): readonly [number, number] {
  const { size, weights } = data;
  const v = leastSquaresContrast(total, size);
  const count = weights.length;
  const residual = residualMeans(data.means, v, count);
  let withinSquares = 0;
  for (let r = 1; r < size; r++) for (let c = 1; c < size; c++) withinSquares += v[r]! * v[c]! * within[r * size + c]!;
  const sigma2 = Math.max(withinSquares, 0) / Math.max(1, data.rows - count);
  if (!(sigma2 > 0)) return [1, 1];
  if (!upper) return [relative(spreadOf(weights, residual, 0, count), sigma2), 0];
  return nestedStart(data, residual, sigma2);
}

function residualMeans(means: Float64Array, v: readonly number[], count: number): Float64Array {
  const residual = new Float64Array(count);
  const size = v.length;
  for (let j = 0; j < count; j++) {
    let sum = 0;
    for (let r = 0; r < size; r++) sum += (v[r] as number) * (means[j * size + r] as number);
    residual[j] = sum;
  }
  return residual;
}

function nestedStart(data: ModelData, residual: Float64Array, sigma2: number): readonly [number, number] {
  const { weights, upperStart } = data;
  const pooled = { squares: 0, freedom: 0, size: 0 };
  const means: number[] = [];
  const noise: number[] = [];
  for (let g = 0; g < data.upperKeys.length; g++) {
    const part = spreadOf(weights, residual, upperStart[g]!, upperStart[g + 1]!);
    pooled.squares += part.squares;
    pooled.freedom += part.freedom;
    pooled.size += part.size;
    means.push(part.mean);
    noise.push(part.noise);
  }
  const free = spreadOf(weights, residual, 0, upperStart[0]!);
  pooled.squares += free.squares;
  pooled.freedom += free.freedom;
  pooled.size += free.size;
  const theta1 = relative(pooled, sigma2);
  let mean = 0;
  for (const value of means) mean += value / means.length;
  let spread = 0;
  let expected = 0;
  means.forEach((value, g) => {
    spread += (value - mean) * (value - mean);
    expected += theta1 / (upperStart[g + 1]! - upperStart[g]!) + noise[g]!;
  });
  const theta2 = means.length > 1 ? spread / (means.length - 1) / sigma2 - expected / means.length : 1;
  return [theta1, Math.max(0, theta2)];
}

interface Spread {
  readonly squares: number;
  readonly freedom: number;
  /** n₀ × freedom, n₀ the effective group size. */
  readonly size: number;
  readonly mean: number;
  readonly noise: number;
}

function spreadOf(weights: Float64Array, values: Float64Array, from: number, to: number): Spread {
  let sum = 0;
  let squaresOfWeights = 0;
  let mean = 0;
  for (let j = from; j < to; j++) {
    sum += weights[j]!;
    squaresOfWeights += weights[j]! * weights[j]!;
    mean += weights[j]! * values[j]!;
  }
  if (to === from) return { squares: 0, freedom: 0, size: 0, mean: 0, noise: 0 };
  mean /= sum;
  let squares = 0;
  for (let j = from; j < to; j++) squares += weights[j]! * (values[j]! - mean) * (values[j]! - mean);
  return { squares, freedom: to - from - 1, size: sum - squaresOfWeights / sum, mean, noise: 1 / sum };
}

function relative(spread: Pick<Spread, "squares" | "freedom" | "size">, sigma2: number): number {
  return spread.size > 0 ? Math.max(0, (spread.squares / sigma2 - spread.freedom) / spread.size) : 0;
}

/** (−β, 1) of ordinary least squares on centred columns; the response alone where that fails. */
function leastSquaresContrast(total: Float64Array, size: number): number[] {
  const p = size - 1;
  const rows: number[][] = [];
  for (let r = 0; r < p; r++) rows.push(Array.from(total.subarray(r * size, r * size + p)));
  const factor = cholesky(rows, 1e-13);
  if (!factor.ok) return [...new Array<number>(p).fill(0), 1];
  const beta = choleskySolve(
    factor.lower,
    Array.from({ length: p }, (_, r) => total[r * size + p]!),
  );
  return [...beta.map((b) => -b), 1];
}
