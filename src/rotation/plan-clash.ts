import { type Model, type Row, type SolveOptions, type Solver, solveModel } from "./solver.js";

/** What stands in the way of a plan, by positions of rows. */
export interface Clash {
  readonly rows: readonly number[];
  readonly relaxation: readonly { readonly row: number; readonly by: number }[];
}

/**
 * The smallest relaxation (fewest people in all), and an irreducible set of rows that cannot all hold: an elastic filter, then a deletion filter
 * (Chinneck and Dravnieks 1991). `undefined` when the solver stops on the way.
 */
export function findClash(solver: Solver, model: Model, options: Pick<SolveOptions, "gap" | "timeLimit">): Clash | undefined {
  const soft = new Set(model.rows.flatMap(({ slack }, position) => (slack > 0 ? [position] : [])));
  const first = solveModel(solver, model, { ...options, elastic: soft });
  if (first.status !== "optimal") return undefined;
  const relaxation = [...first.slacks].map(([row, by]) => ({ row, by }));
  const hard: number[] = [];
  let found = first;
  while (found.status === "optimal" && found.slacks.size > 0) {
    for (const row of found.slacks.keys()) {
      hard.push(row);
      soft.delete(row);
    }
    found = solveModel(solver, model, { ...options, elastic: new Set(soft) });
  }
  if (found.status !== "infeasible") return undefined;
  let kept: readonly number[] = [...hard].sort((left, right) => left - right);
  for (const row of kept) {
    const without = kept.filter((other) => other !== row);
    if (solveModel(solver, only(model, without), options).status === "infeasible") kept = without;
  }
  return { rows: kept, relaxation };
}

/** The rows that never give way, and of the others only some. */
function only(model: Model, kept: readonly number[]): Model {
  const wanted = new Set(kept);
  const rows = model.rows.filter((row: Row, position) => row.slack === 0 || wanted.has(position));
  return { size: model.size, costs: model.costs.map(() => 0), rows };
}
