import { log } from "../elementary.js";
import type { Engine, Pieces } from "./engine.js";
import { interceptTerms } from "./intercept-terms.js";
import type { ModelData } from "./model-data.js";

/**
 * Random intercepts on one or two nested levels, in closed form.
 *
 * With a_j = n_j/(1 + n_jθ₁), A_g = Σa_j, m_g = Σa_j ȳ_j / A_g: M = W + Σ_g [Σ_j a_j(ȳ_j − m_g)(ȳ_j − m_g)' + A_g/(1 + A_gθ₂) m_g m_g'] and
 * log|V| = Σ log(1 + n_jθ₁) + Σ log(1 + A_gθ₂). A group without upper unit adds a_j ȳ_j ȳ_j'.
 *
 * The first sum is taken about the upper units' plain means: δ_j = ȳ_j − ȳ_g, ε_g = Σa_jδ_j / A_g, Σ_j a_jδ_jδ_j' − A_g ε_gε_g', for Σδδ' over
 * all groups of one weight is the same for every θ, and δ and ε are as small as what is left.
 * @internal
 */
export function interceptsEngine(data: ModelData, upper: boolean): Engine {
  const units = upper ? upperUnits(data) : undefined;
  const tally = tallyOf(data, units?.deviations ?? data.means);
  return {
    components: upper ? 2 : 1,
    levels: upper
      ? [
          { level: "group", z: [0] },
          { level: "upper", z: [0] },
        ]
      : [{ level: "group", z: [0] }],
    evaluate: (theta) => evaluate(data, tally, units, theta[0]!, theta[1] ?? 0),
    terms: (theta) => interceptTerms(data, theta[0]!, upper ? theta[1]! : undefined),
  };
}

/** The groups of one weight together: Σδδ' of them enters every criterion as one. */
interface Tally {
  /** Per group the place of its weight. */
  readonly classes: Int32Array;
  readonly weights: readonly number[];
  readonly counts: readonly number[];
  /** Σδδ', upper triangles of `size`² numbers each. */
  readonly squares: readonly Float64Array[];
}

function tallyOf({ size, weights }: ModelData, deviations: Float64Array): Tally {
  const places = new Map<number, number>();
  const classes = new Int32Array(weights.length);
  const tally = { classes, weights: [] as number[], counts: [] as number[], squares: [] as Float64Array[] };
  for (let j = 0; j < weights.length; j++) {
    const weight = weights[j]!;
    let place = places.get(weight);
    if (place === undefined) {
      place = tally.weights.push(weight) - 1;
      places.set(weight, place);
      tally.counts.push(0);
      tally.squares.push(new Float64Array(size * size));
    }
    classes[j] = place;
    tally.counts[place] = tally.counts[place]! + 1;
    const squares = tally.squares[place]!;
    const at = j * size;
    for (let r = 0; r < size; r++) {
      const x = deviations[at + r] as number;
      for (let c = r; c < size; c++) squares[r * size + c] = (squares[r * size + c] as number) + x * (deviations[at + c] as number);
    }
  }
  return tally;
}

interface UpperUnits {
  /** Plain (weighted) means per upper unit, `size` numbers each. */
  readonly means: Float64Array;
  /** Per group its mean less that of its upper unit; of groups without one the mean itself. */
  readonly deviations: Float64Array;
}

function upperUnits({ size, weights, means, upperStart, upperKeys }: ModelData): UpperUnits {
  const deviations = means.slice();
  const centres = new Float64Array(upperKeys.length * size);
  for (let g = 0; g < upperKeys.length; g++) deviate(deviations, weights, upperStart[g]!, upperStart[g + 1]!, centres, g * size, size);
  return { means: centres, deviations };
}

/** Takes the mean of one upper unit off its groups' means. */
function deviate(
  means: Float64Array,
  weights: Float64Array,
  from: number,
  to: number,
  centres: Float64Array,
  at: number,
  size: number,
): void {
  let weight = 0;
  for (let j = from; j < to; j++) weight += weights[j] as number;
  centres[at] = 1;
  for (let r = 1; r < size; r++) {
    let sum = 0;
    for (let j = from; j < to; j++) sum += (weights[j] as number) * (means[j * size + r] as number);
    centres[at + r] = sum / weight;
  }
  for (let j = from; j < to; j++) {
    for (let r = 0; r < size; r++) means[j * size + r] = (means[j * size + r] as number) - (centres[at + r] as number);
  }
}

function evaluate(data: ModelData, tally: Tally, units: UpperUnits | undefined, theta1: number, theta2: number): Pieces {
  const { size } = data;
  const pieces = {
    logDeterminant: 0,
    m: data.within.slice(),
    dLog: new Float64Array(units === undefined ? 1 : 2),
    dM: [new Float64Array(size * size)],
    d2Log: new Float64Array(units === undefined ? 1 : 3),
    d2M: [new Float64Array(size * size)],
  };
  pieces.logDeterminant = addGroups(tally, size, theta1, pieces);
  if (units !== undefined) {
    pieces.dM.push(new Float64Array(size * size));
    pieces.d2M.push(new Float64Array(size * size), new Float64Array(size * size));
    const shares = Float64Array.from(tally.weights, (n) => n / (1 + n * theta1));
    pieces.logDeterminant += addUpperUnits(data, tally.classes, shares, units, theta2, pieces);
  }
  for (const matrix of [pieces.m, ...pieces.dM, ...pieces.d2M]) mirror(matrix, size);
  return pieces;
}

/** Factors are multiplied up to here before one logarithm is taken of all; each is at least 1 and below 2¹⁰⁰. */
const FULL = 1e200;

type Sums = Omit<Pieces, "logDeterminant">;

/** What the groups alone add: V is block diagonal in them. */
function addGroups(tally: Tally, size: number, theta: number, into: Sums): number {
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

/** What the upper units add; `shares` holds a by class. */
function addUpperUnits(data: ModelData, classes: Int32Array, shares: Float64Array, units: UpperUnits, theta2: number, into: Sums): number {
  const { size, upperStart } = data;
  const rays = new Float64Array(6 * size);
  const sums = new Float64Array(3);
  let logDeterminant = 0;
  let product = 1;
  for (let g = 0; g < data.upperKeys.length; g++) {
    sumRays(units.deviations, classes, shares, size, upperStart[g]!, upperStart[g + 1]!, rays, sums);
    addForms(units.means, g * size, size, theta2, rays, sums, into);
    product *= 1 + sums[0]! * theta2;
    if (product > FULL) {
      logDeterminant += log(product);
      product = 1;
    }
  }
  return logDeterminant + log(product);
}

/** Σaδ, Σa²δ and Σa³δ of an upper unit's groups one after the other into `rays` (those of the constant are 0), Σa, Σa² and Σa³ into `sums`. */
function sumRays(
  deviations: Float64Array,
  classes: Int32Array,
  shares: Float64Array,
  size: number,
  from: number,
  to: number,
  rays: Float64Array,
  sums: Float64Array,
): void {
  for (let r = 0; r < size; r++) {
    let first = 0;
    let second = 0;
    let third = 0;
    for (let j = from; j < to; j++) {
      const a = shares[classes[j] as number] as number;
      const x = r === 0 ? a : a * (deviations[j * size + r] as number);
      first += x;
      second += a * x;
      third += a * a * x;
    }
    if (r === 0) {
      sums[0] = first;
      sums[1] = second;
      sums[2] = third;
    } else {
      rays[r] = first;
      rays[size + r] = second;
      rays[2 * size + r] = third;
    }
  }
}

/**
 * With e_j = a_j(δ_j + w), w = ȳ/(1 + Aθ₂) − Aκε: ∂M = −Σee', ∂²M = 2Σaee' − 2κtt', t = Σae; what has δδ' in it stands in the tally.
 */
function addForms(means: Float64Array, at: number, size: number, theta2: number, rays: Float64Array, sums: Float64Array, into: Sums): void {
  const sum1 = sums[0] as number;
  const sum2 = sums[1] as number;
  const sum3 = sums[2] as number;
  const shrink = 1 / (1 + sum1 * theta2);
  const kappa = theta2 * shrink;
  const f = sum1 * shrink;
  addLogs(into, sum2, sum3, shrink, kappa, f);
  for (let r = 0; r < size; r++) {
    const middle = means[at + r] as number;
    const shift = (rays[r] as number) / sum1;
    const w = shrink * middle - sum1 * kappa * shift;
    rays[3 * size + r] = middle + shift;
    rays[4 * size + r] = w;
    rays[5 * size + r] = (rays[size + r] as number) + sum2 * w;
  }
  addMatrices(into.m, into.dM[0]!, into.dM[1]!, into.d2M[0]!, into.d2M[1]!, into.d2M[2]!, size, rays, sum1, sum3, shrink, kappa);
}

function addLogs({ dLog, d2Log }: Sums, sum2: number, sum3: number, shrink: number, kappa: number, f: number): void {
  dLog[0] = dLog[0]! - kappa * sum2;
  dLog[1] = dLog[1]! + f;
  d2Log[0] = d2Log[0]! + 2 * kappa * sum3 - kappa * kappa * sum2 * sum2;
  d2Log[1] = d2Log[1]! - sum2 * shrink * shrink;
  d2Log[2] = d2Log[2]! - f * f;
}

function addMatrices(
  m: Float64Array,
  dM1: Float64Array,
  dM2: Float64Array,
  first: Float64Array,
  cross: Float64Array,
  second: Float64Array,
  size: number,
  rays: Float64Array,
  sum1: number,
  sum3: number,
  shrink: number,
  kappa: number,
): void {
  const f = sum1 * shrink;
  for (let r = 0; r < size; r++) {
    const shift = (rays[r] as number) / sum1;
    const er = f * (rays[3 * size + r] as number);
    const wr = rays[4 * size + r] as number;
    const tr = rays[5 * size + r] as number;
    const pr = rays[size + r] as number;
    const qr = (rays[2 * size + r] as number) + sum3 * wr;
    for (let c = r; c < size; c++) {
      const k = r * size + c;
      const mean = rays[3 * size + c] as number;
      const wc = rays[4 * size + c] as number;
      const tc = rays[5 * size + c] as number;
      m[k] = (m[k] as number) + (er * mean - shift * (rays[c] as number));
      dM1[k] = (dM1[k] as number) - (pr * wc + wr * tc);
      dM2[k] = (dM2[k] as number) - er * f * mean;
      first[k] = (first[k] as number) + 2 * (qr * wc + wr * (rays[2 * size + c] as number) - kappa * tr * tc);
      cross[k] = (cross[k] as number) + shrink * (tr * f * mean + er * tc);
      second[k] = (second[k] as number) + 2 * f * er * f * mean;
    }
  }
}

function mirror(matrix: Float64Array, size: number): void {
  for (let r = 0; r < size; r++) for (let c = r + 1; c < size; c++) matrix[c * size + r] = matrix[r * size + c]!;
}
