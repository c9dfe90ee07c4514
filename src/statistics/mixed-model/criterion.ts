import { type Cholesky, cholesky, choleskyInverse, choleskySolve } from "../cholesky.js";
import { log } from "../elementary.js";
import type { Engine, Pieces } from "./engine.js";

/** The profiled criterion (−2 log likelihood up to constants) at one θ, with what it was made of. @internal */
export interface Evaluation {
  readonly theta: readonly number[];
  readonly value: number;
  /** By component of θ. */
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
  /** Expected instead of observed curvature: positive semidefinite everywhere. */
  readonly expected: readonly (readonly number[])[];
  /** (X'V⁻¹X)⁻¹ in the model's scale. */
  readonly inverse: readonly (readonly number[])[];
  readonly beta: readonly number[];
  /** y'Py, the weighted residual sum of squares. */
  readonly residual: number;
  /** Of the residual sum of squares by component: first derivatives, and second. */
  readonly dResidual: readonly number[];
  readonly d2Residual: readonly (readonly number[])[];
  /** log|V|, and with REML + log|X'V⁻¹X|: value and derivatives. */
  readonly logs: number;
  readonly dLogs: readonly number[];
  readonly d2Logs: readonly (readonly number[])[];
  /** log|X'V⁻¹X| in the model's scale. */
  readonly logInformation: number;
  readonly pieces: Pieces;
}

/** Rows, and with REML less the fixed effects. @internal */
export interface CriterionKind {
  readonly reml: boolean;
  readonly freedom: number;
}

/**
 * ν log(y'Py) + log|V| (+ log|X'V⁻¹X| with REML) with analytic gradient and Hessian; `undefined` where V or X'V⁻¹X is not positive definite.
 *
 * With v = (−β, 1): ∂y'Py = v'∂M v and ∂²y'Py = v'∂²M v − 2 u'(X'V⁻¹X)⁻¹u, u the fixed part of ∂M v.
 * @internal
 */
export function evaluateCriterion(engine: Engine, theta: readonly number[], kind: CriterionKind): Evaluation | undefined {
  const pieces = engine.evaluate(theta);
  if (pieces === undefined) return undefined;
  const size = Math.round(Math.sqrt(pieces.m.length));
  const p = size - 1;
  const factor = factorOf(pieces.m, size);
  if (!factor.ok) return undefined;
  const { lower } = factor;
  const last = lower[p]!;
  const residual = last[p]! * last[p]!;
  const fixed = lower.slice(0, p).map((row) => row.slice(0, p));
  const beta = choleskySolve(
    fixed,
    Array.from({ length: p }, (_, i) => pieces.m[i * size + p]!),
  );
  const inverse = choleskyInverse(fixed);
  let logInformation = 0;
  for (let i = 0; i < p; i++) logInformation += 2 * log(fixed[i]![i]!);
  const curves = derivatives(pieces, beta, inverse, kind.reml);
  const nu = kind.freedom;
  const logs = pieces.logDeterminant + (kind.reml ? logInformation : 0);
  const value = nu * log(residual) + logs;
  if (!Number.isFinite(value)) return undefined;
  const { dResidual, d2Residual, dLogs, d2Logs } = curves;
  const ratio = dResidual.map((d) => d / residual);
  return {
    theta,
    value,
    gradient: dLogs.map((d, a) => d + nu * ratio[a]!),
    hessian: d2Logs.map((row, a) => row.map((d, b) => d + nu * (d2Residual[a]![b]! / residual - ratio[a]! * ratio[b]!))),
    expected: curves.traces.map((row, a) => row.map((t, b) => t - (pieces.dLog[a]! * pieces.dLog[b]!) / nu)),
    inverse,
    beta,
    residual,
    dResidual,
    d2Residual,
    logs,
    dLogs,
    d2Logs,
    logInformation,
    pieces,
  };
}

function factorOf(m: Float64Array, size: number): Cholesky {
  const rows: number[][] = [];
  for (let r = 0; r < size; r++) rows.push(Array.from(m.subarray(r * size, (r + 1) * size)));
  return cholesky(rows, 0);
}

interface Curves {
  readonly dResidual: number[];
  readonly d2Residual: number[][];
  readonly dLogs: number[];
  readonly d2Logs: number[][];
  readonly traces: number[][];
}

function derivatives(pieces: Pieces, beta: readonly number[], inverse: readonly (readonly number[])[], reml: boolean): Curves {
  const p = beta.length;
  const size = p + 1;
  const v = [...beta.map((b) => -b), 1];
  const count = pieces.dM.length;
  const images = pieces.dM.map((m) => multiply(m, v, size));
  const solved = images.map((image) => inverse.map((row) => dot(row, image, p)));
  const spread = reml ? pieces.dM.map((m) => leftProduct(inverse, m, p, size)) : [];
  const square = (): number[][] => Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const d2Residual = square();
  const d2Logs = square();
  const traces = square();
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      const k = (a * (a + 1)) / 2 + b;
      const second = pieces.d2M[k]!;
      const bend = dot(multiply(second, v, size), v, size) - 2 * dot(images[a]!, solved[b]!, p);
      let logs = pieces.d2Log[k]!;
      if (reml) logs += traceOf(inverse, second, p, size) - traceProduct(spread[a]!, spread[b]!);
      d2Residual[a]![b] = bend;
      d2Residual[b]![a] = bend;
      d2Logs[a]![b] = logs;
      d2Logs[b]![a] = logs;
      traces[a]![b] = -pieces.d2Log[k]!;
      traces[b]![a] = -pieces.d2Log[k]!;
    }
  }
  return {
    dResidual: images.map((image) => dot(image, v, size)),
    d2Residual,
    dLogs: Array.from(pieces.dLog, (d, a) => d + (reml ? spread[a]!.reduce((sum, row, i) => sum + row[i]!, 0) : 0)),
    d2Logs,
    traces,
  };
}

function multiply(m: Float64Array, v: readonly number[], size: number): number[] {
  const out: number[] = [];
  for (let r = 0; r < size; r++) {
    let sum = 0;
    for (let c = 0; c < size; c++) sum += m[r * size + c]! * v[c]!;
    out.push(sum);
  }
  return out;
}

function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function leftProduct(inverse: readonly (readonly number[])[], m: Float64Array, p: number, size: number): number[][] {
  return inverse.map((row) => {
    const out: number[] = [];
    for (let c = 0; c < p; c++) {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += row[k]! * m[k * size + c]!;
      out.push(sum);
    }
    return out;
  });
}

function traceOf(inverse: readonly (readonly number[])[], m: Float64Array, p: number, size: number): number {
  let sum = 0;
  for (let r = 0; r < p; r++) for (let c = 0; c < p; c++) sum += inverse[r]![c]! * m[r * size + c]!;
  return sum;
}

function traceProduct(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let r = 0; r < a.length; r++) for (let c = 0; c < a.length; c++) sum += a[r]![c]! * b[c]![r]!;
  return sum;
}
