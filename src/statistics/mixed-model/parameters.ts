import type { Engine } from "./engine.js";
import type { Objective } from "./newton.js";

/**
 * From the optimiser's parameters ψ to the components θ. A level with an intercept alone has its relative variance itself, bounded at 0; a
 * level with slopes has the lower triangle Λ, row by row, with Θ = ΛΛ', which keeps Θ positive semidefinite.
 * @internal
 */
export interface Parametrisation {
  readonly bounded: readonly boolean[];
  readonly orders: readonly number[];
  readonly toTheta: (psi: readonly number[]) => number[];
}

/** The parameters the search walks in, one order of random effects per level. @internal */
export function parametrisationOf(engine: Engine): Parametrisation {
  const orders = engine.levels.map(({ z }) => z.length);
  return {
    orders,
    bounded: orders.flatMap((order) => new Array<boolean>((order * (order + 1)) / 2).fill(order === 1)),
    toTheta: (psi) => {
      let at = 0;
      return orders.flatMap((order) => {
        const count = (order * (order + 1)) / 2;
        const own = psi.slice(at, at + count);
        at += count;
        return order === 1 ? own : squared(own, order);
      });
    },
  };
}

function squared(lambda: readonly number[], order: number): number[] {
  const theta: number[] = [];
  for (let r = 0; r < order; r++) {
    for (let c = 0; c <= r; c++) {
      let sum = 0;
      for (let k = 0; k <= c; k++) sum += lambda[place(r, k)]! * lambda[place(c, k)]!;
      theta.push(sum);
    }
  }
  return theta;
}

/** Place of (r, c), c ≤ r, in a lower triangle row by row. @internal */
export function place(r: number, c: number): number {
  return (r * (r + 1)) / 2 + c;
}

/** Derivatives in θ turned into derivatives in ψ by the chain rule. @internal */
export function throughChain(at: Objective, psi: readonly number[], orders: readonly number[]): Objective {
  if (orders.every((order) => order === 1)) return at;
  const jacobian = jacobianOf(psi, orders);
  const hessian = sandwich(at.hessian, jacobian);
  let start = 0;
  for (const order of orders) {
    if (order > 1) addCurvature(hessian, at.gradient, order, start);
    start += (order * (order + 1)) / 2;
  }
  return {
    value: at.value,
    gradient: psi.map((_, k) => jacobian.reduce((sum, row, t) => sum + row[k]! * at.gradient[t]!, 0)),
    hessian,
    expected: sandwich(at.expected, jacobian),
  };
}

/** ∂θ/∂ψ, one row per θ. */
function jacobianOf(psi: readonly number[], orders: readonly number[]): number[][] {
  const jacobian = psi.map(() => new Array<number>(psi.length).fill(0));
  let start = 0;
  for (const order of orders) {
    for (let r = 0; r < order; r++) {
      for (let c = 0; c <= r; c++) {
        const row = jacobian[start + place(r, c)]!;
        if (order === 1) row[start] = 1;
        for (let k = 0; order > 1 && k <= c; k++) {
          row[start + place(r, k)] = row[start + place(r, k)]! + psi[start + place(c, k)]!;
          row[start + place(c, k)] = row[start + place(c, k)]! + psi[start + place(r, k)]!;
        }
      }
    }
    start += (order * (order + 1)) / 2;
  }
  return jacobian;
}

function sandwich(matrix: readonly (readonly number[])[], jacobian: readonly (readonly number[])[]): number[][] {
  const half = matrix.map((row) => jacobian[0]!.map((_, k) => row.reduce((sum, value, t) => sum + value * jacobian[t]![k]!, 0)));
  return jacobian[0]!.map((_, k) => jacobian[0]!.map((__, l) => jacobian.reduce((sum, row, t) => sum + row[k]! * half[t]![l]!, 0)));
}

/** ∂²Θ_rc/∂λ_rk∂λ_ck = 1 (2 on the diagonal), times the gradient in Θ_rc. */
function addCurvature(hessian: number[][], gradient: readonly number[], order: number, start: number): void {
  for (let r = 0; r < order; r++) {
    for (let c = 0; c <= r; c++) {
      const slope = gradient[start + place(r, c)]!;
      for (let k = 0; k <= c; k++) {
        const a = start + place(r, k);
        const b = start + place(c, k);
        hessian[a]![b] = hessian[a]![b]! + slope;
        hessian[b]![a] = hessian[b]![a]! + slope;
      }
    }
  }
}
