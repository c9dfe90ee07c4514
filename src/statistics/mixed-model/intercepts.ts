import { log } from "../elementary.js";
import type { Engine, Pieces, Terms } from "./engine.js";
import type { ModelData } from "./model-data.js";

/**
 * Random intercepts on one or two nested levels, in closed form.
 *
 * With a_j = n_j/(1 + n_jθ₁), A_g = Σa_j, m_g = Σa_j ȳ_j / A_g: M = W + Σ_g [Σ_j a_j(ȳ_j − m_g)(ȳ_j − m_g)' + A_g/(1 + A_gθ₂) m_g m_g'], a sum
 * of squares throughout, and log|V| = Σ log(1 + n_jθ₁) + Σ log(1 + A_gθ₂). A group without upper unit adds a_j ȳ_j ȳ_j'.
 * @internal
 */
export function interceptsEngine(data: ModelData, upper: boolean): Engine {
  const { within } = data;
  const tally = tallyOf(data, upper ? data.upperStart[0]! : data.weights.length);
  return {
    components: upper ? 2 : 1,
    levels: upper
      ? [
          { level: "group", z: [0] },
          { level: "upper", z: [0] },
        ]
      : [{ level: "group", z: [0] }],
    evaluate: (theta) => evaluate(data, within, tally, theta[0]!, upper ? theta[1]! : undefined),
    terms: (theta) => terms(data, theta[0]!, upper ? theta[1]! : undefined),
  };
}

/** The groups that hang on nothing, those of one weight together: they enter every criterion by Σȳȳ' alone. */
interface Tally {
  readonly weights: readonly number[];
  readonly counts: readonly number[];
  /** Σȳȳ', upper triangles of `size`² numbers each. */
  readonly squares: readonly Float64Array[];
}

function tallyOf({ size, weights, means }: ModelData, count: number): Tally {
  const places = new Map<number, number>();
  const tally = { weights: [] as number[], counts: [] as number[], squares: [] as Float64Array[] };
  for (let j = 0; j < count; j++) {
    const weight = weights[j]!;
    let place = places.get(weight);
    if (place === undefined) {
      place = tally.weights.push(weight) - 1;
      places.set(weight, place);
      tally.counts.push(0);
      tally.squares.push(new Float64Array(size * size));
    }
    tally.counts[place] = tally.counts[place]! + 1;
    const squares = tally.squares[place]!;
    const at = j * size;
    for (let r = 0; r < size; r++) {
      const x = means[at + r] as number;
      for (let c = r; c < size; c++) squares[r * size + c] = (squares[r * size + c] as number) + x * (means[at + c] as number);
    }
  }
  return tally;
}

function evaluate(data: ModelData, within: Float64Array, tally: Tally, theta1: number, theta2: number | undefined): Pieces {
  const { size } = data;
  const pieces = {
    logDeterminant: 0,
    m: within.slice(),
    dLog: new Float64Array(theta2 === undefined ? 1 : 2),
    dM: [new Float64Array(size * size)],
    d2Log: new Float64Array(theta2 === undefined ? 1 : 3),
    d2M: [new Float64Array(size * size)],
  };
  pieces.logDeterminant = addFreeGroups(tally, size, theta1, pieces);
  if (theta2 !== undefined) {
    pieces.dM.push(new Float64Array(size * size));
    pieces.d2M.push(new Float64Array(size * size), new Float64Array(size * size));
    for (let g = 0; g < data.upperKeys.length; g++) {
      pieces.logDeterminant += addUpperUnit(data, theta1, theta2, data.upperStart[g]!, data.upperStart[g + 1]!, pieces);
    }
  }
  for (const matrix of [pieces.m, ...pieces.dM, ...pieces.d2M]) mirror(matrix, size);
  return pieces;
}

/** Factors are multiplied up to here before one logarithm is taken of all; each is at least 1 and below 2¹⁰⁰. */
const FULL = 1e200;

type Sums = Omit<Pieces, "logDeterminant">;

/** Groups that hang on nothing: V is block diagonal in them. */
function addFreeGroups(tally: Tally, size: number, theta: number, into: Sums): number {
  const m = into.m;
  const dM = into.dM[0]!;
  const d2M = into.d2M[0]!;
  let logDeterminant = 0;
  let product = 1;
  for (let place = 0; place < tally.weights.length; place++) {
    const n = tally.weights[place]!;
    const count = tally.counts[place]!;
    const squares = tally.squares[place]!;
    const factor = 1 + n * theta;
    const a = n / factor;
    for (let k = 0; k < count; k++) {
      product *= factor;
      if (product > FULL) {
        logDeterminant += log(product);
        product = 1;
      }
    }
    into.dLog[0] = into.dLog[0]! + count * a;
    into.d2Log[0] = into.d2Log[0]! - count * a * a;
    for (let r = 0; r < size; r++) {
      for (let c = r; c < size; c++) {
        const k = r * size + c;
        const p = a * (squares[k] as number);
        const q = a * p;
        m[k] = (m[k] as number) + p;
        dM[k] = (dM[k] as number) - q;
        d2M[k] = (d2M[k] as number) + 2 * a * q;
      }
    }
  }
  return logDeterminant + log(product);
}

/** The groups of one upper unit. */
function addUpperUnit(data: ModelData, theta1: number, theta2: number, from: number, to: number, into: Sums): number {
  const { size, weights, means } = data;
  let logDeterminant = 0;
  let product = 1;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  const mean = new Float64Array(size);
  for (let j = from; j < to; j++) {
    const n = weights[j] as number;
    const factor = 1 + n * theta1;
    const a = n / factor;
    product *= factor;
    if (product > FULL) {
      logDeterminant += log(product);
      product = 1;
    }
    sum1 += a;
    sum2 += a * a;
    sum3 += a * a * a;
    for (let r = 0; r < size; r++) mean[r] = (mean[r] as number) + a * (means[j * size + r] as number);
  }
  for (let r = 0; r < size; r++) mean[r] = (mean[r] as number) / sum1;
  const shrink = 1 / (1 + sum1 * theta2);
  const kappa = theta2 * shrink;
  const total = addGroups(data, theta1, sum1 * kappa, from, to, mean, into);
  const f = sum1 * shrink;
  into.dLog[0] = into.dLog[0]! + sum1 - kappa * sum2;
  into.dLog[1] = into.dLog[1]! + f;
  into.d2Log[0] = into.d2Log[0]! - (sum2 - 2 * kappa * sum3 + kappa * kappa * sum2 * sum2);
  into.d2Log[1] = into.d2Log[1]! - sum2 * shrink * shrink;
  into.d2Log[2] = into.d2Log[2]! - f * f;
  const [first, cross, second] = into.d2M as [Float64Array, Float64Array, Float64Array];
  for (let r = 0; r < size; r++) {
    for (let c = r; c < size; c++) {
      const k = r * size + c;
      const er = f * mean[r]!;
      const ec = f * mean[c]!;
      into.m[k] = into.m[k]! + f * mean[r]! * mean[c]!;
      into.dM[1]![k] = into.dM[1]![k]! - er * ec;
      first[k] = first[k]! - 2 * kappa * total[r]! * total[c]!;
      cross[k] = cross[k]! + shrink * (total[r]! * ec + er * total[c]!);
      second[k] = second[k]! + 2 * f * er * ec;
    }
  }
  return logDeterminant + log(product) + log(1 + sum1 * theta2);
}

/** Σa(ȳ − m)(ȳ − m)', −Σee' and 2Σaee' of an upper unit's groups, e = a(ȳ − A κ m); gives Σae. */
function addGroups(data: ModelData, theta: number, pull: number, from: number, to: number, mean: Float64Array, into: Sums): Float64Array {
  const { size, weights, means } = data;
  const m = into.m;
  const dM = into.dM[0]!;
  const d2M = into.d2M[0]!;
  const total = new Float64Array(size);
  const d = new Float64Array(size);
  const e = new Float64Array(size);
  for (let j = from; j < to; j++) {
    const n = weights[j] as number;
    const a = n / (1 + n * theta);
    for (let r = 0; r < size; r++) {
      const value = means[j * size + r] as number;
      d[r] = value - (mean[r] as number);
      e[r] = a * (value - pull * (mean[r] as number));
      total[r] = (total[r] as number) + a * (e[r] as number);
    }
    for (let r = 0; r < size; r++) {
      const x = a * (d[r] as number);
      const y = e[r] as number;
      for (let c = r; c < size; c++) {
        const k = r * size + c;
        const q = y * (e[c] as number);
        m[k] = (m[k] as number) + x * (d[c] as number);
        dM[k] = (dM[k] as number) - q;
        d2M[k] = (d2M[k] as number) + 2 * a * q;
      }
    }
  }
  return total;
}

function mirror(matrix: Float64Array, size: number): void {
  for (let r = 0; r < size; r++) for (let c = r + 1; c < size; c++) matrix[c * size + r] = matrix[r * size + c]!;
}

function terms(data: ModelData, theta1: number, theta2: number | undefined): Terms {
  const { weights, means, size, upperStart } = data;
  const count = weights.length;
  const uppers = theta2 === undefined ? 0 : data.upperKeys.length;
  const a = new Float64Array(count);
  for (let j = 0; j < count; j++) a[j] = weights[j]! / (1 + weights[j]! * theta1);
  const e = new Float64Array(count * size);
  const f = a.slice();
  const upper = new Int32Array(count).fill(-1);
  for (let j = 0; j < count; j++) for (let r = 0; r < size; r++) e[j * size + r] = a[j]! * means[j * size + r]!;
  const top = {
    order: 1,
    e: new Float64Array(uppers * size),
    f: new Float64Array(uppers),
    kappa: new Float64Array(uppers),
    shrink: new Float64Array(uppers),
  };
  for (let g = 0; g < uppers; g++) {
    let sum = 0;
    const ray = new Float64Array(size);
    for (let j = upperStart[g]!; j < upperStart[g + 1]!; j++) {
      sum += a[j]!;
      for (let r = 0; r < size; r++) ray[r] = ray[r]! + e[j * size + r]!;
    }
    const shrink = 1 / (1 + sum * theta2!);
    const kappa = theta2! * shrink;
    for (let j = upperStart[g]!; j < upperStart[g + 1]!; j++) {
      upper[j] = g;
      f[j] = a[j]! - kappa * a[j]! * a[j]!;
      for (let r = 0; r < size; r++) e[j * size + r] = e[j * size + r]! - a[j]! * kappa * ray[r]!;
    }
    for (let r = 0; r < size; r++) top.e[g * size + r] = ray[r]! * shrink;
    top.f[g] = sum * shrink;
    top.kappa[g] = kappa;
    top.shrink[g] = shrink;
  }
  return { groups: { order: 1, e, f, upper, b: a }, uppers: top };
}
