import { cholesky } from "../cholesky.js";
import type { Engine, Pieces } from "./engine.js";
import type { Optimum, Problem } from "./optimum.js";
import { parameterOf } from "./optimum.js";
import { place } from "./parameters.js";
import { type Rows, symmetricOf, times, transpose, zeros } from "./small-matrix.js";

/** A change of a level's basis, and its inverse. @internal */
export interface Turn {
  readonly turn: Rows;
  readonly back: Rows;
}

/**
 * The same model with one level's random coefficients turned, Tb for b: Θ = A Θ̃ A', A = T⁻¹. A linear change of components, so that pieces
 * and derivatives follow by one matrix.
 * @internal
 */
export function rotatedProblem(
  problem: Problem,
  optimum: Optimum,
  level: number,
  { turn, back }: Turn,
): { readonly engine: Engine; readonly point: readonly number[] } {
  const order = turn.length;
  const first = problem.engine.levels.slice(0, level).reduce((sum, { z }) => sum + place(z.length, 0), 0);
  const jacobian = jacobianOf(problem.engine.components, first, order, back);
  const toTheta = (turned: readonly number[]): number[] =>
    jacobian.map((row) => row.reduce((sum, value, k) => sum + value * turned[k]!, 0));
  const theta = symmetricOf(optimum.at.evaluation.theta, order, first);
  const own = rootOf(times(times(turn, theta), transpose(turn)));
  const at = parameterOf(problem, level);
  const point = optimum.point.map((value, k) => (k >= at && k < at + own.length ? own[k - at]! : value));
  return {
    point,
    engine: {
      ...problem.engine,
      evaluate: (turned) => {
        const pieces = problem.engine.evaluate(toTheta(turned));
        return pieces === undefined ? undefined : turnedPieces(pieces, jacobian);
      },
    },
  };
}

/** A basis with l first, the others unit vectors where l has no large entry. @internal */
export function turnTo(l: readonly number[]): Turn {
  const order = l.length;
  let large = 0;
  for (let k = 1; k < order; k++) if (Math.abs(l[k]!) > Math.abs(l[large]!)) large = k;
  const others = l.map((_, k) => k).filter((k) => k !== large);
  const turn = zeros(order, order);
  const back = zeros(order, order);
  l.forEach((value, k) => {
    turn[0]![k] = value;
  });
  others.forEach((k, r) => {
    turn[r + 1]![k] = 1;
    back[k]![r + 1] = 1;
    back[large]![r + 1] = -l[k]! / l[large]!;
  });
  back[large]![0] = 1 / l[large]!;
  return { turn, back };
}

/** ∂θ/∂θ̃ over all components: the identity outside the level. */
function jacobianOf(components: number, first: number, order: number, back: Rows): number[][] {
  const jacobian = zeros(components, components);
  for (let k = 0; k < components; k++) jacobian[k]![k] = 1;
  for (let r = 0; r < order; r++) {
    for (let c = 0; c <= r; c++) {
      for (let s = 0; s < order; s++) {
        for (let t = 0; t <= s; t++) {
          const twice = s === t ? 0 : back[r]![t]! * back[c]![s]!;
          jacobian[first + place(r, c)]![first + place(s, t)] = back[r]![s]! * back[c]![t]! + twice;
        }
      }
    }
  }
  return jacobian;
}

/** Lower triangle of the Cholesky factor, row by row; zeros from the first row that is not positive. */
function rootOf(matrix: Rows): number[] {
  const ridge = 1e-14 * matrix.reduce((sum, row, k) => sum + row[k]!, 0);
  const factor = cholesky(
    matrix.map((row, r) => row.map((value, c) => (r === c ? value + ridge : value))),
    0,
  );
  if (!factor.ok) return matrix.flatMap((row, r) => row.slice(0, r + 1).map((value, c) => (r === c ? Math.sqrt(Math.max(0, value)) : 0)));
  return factor.lower.flatMap((row, r) => row.slice(0, r + 1));
}

function turnedPieces(pieces: Pieces, jacobian: Rows): Pieces {
  const n = jacobian.length;
  const pair = (a: number, b: number): number => (a < b ? place(b, a) : place(a, b));
  const size = pieces.m.length;
  const dM: Float64Array[] = [];
  const d2M: Float64Array[] = [];
  const dLog = new Float64Array(n);
  const d2Log = new Float64Array(place(n, 0));
  for (let a = 0; a < n; a++) {
    const first = new Float64Array(size);
    for (let t = 0; t < n; t++) {
      const w = jacobian[t]![a]!;
      if (w === 0) continue;
      dLog[a] = dLog[a]! + w * pieces.dLog[t]!;
      for (let k = 0; k < size; k++) first[k] = first[k]! + w * pieces.dM[t]![k]!;
    }
    dM.push(first);
    for (let b = 0; b <= a; b++) {
      const second = new Float64Array(size);
      for (let t = 0; t < n; t++) {
        for (let u = 0; u < n; u++) {
          const w = jacobian[t]![a]! * jacobian[u]![b]!;
          if (w === 0) continue;
          d2Log[place(a, b)] = d2Log[place(a, b)]! + w * pieces.d2Log[pair(t, u)]!;
          const from = pieces.d2M[pair(t, u)]!;
          for (let k = 0; k < size; k++) second[k] = second[k]! + w * from[k]!;
        }
      }
      d2M.push(second);
    }
  }
  return { ...pieces, dLog, dM, d2Log, d2M };
}
