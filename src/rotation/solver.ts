/**
 * 求解器. What `planRotation` needs of HiGHS: the object that `await highs()` of the package `highs` (1.8 or later) returns fits. Synchronous: for
 * large plans call it in a worker.
 */
export interface Solver {
  /** Solves a model in the LP format of CPLEX; the gaps are asked to be 0, the time is in seconds. */
  solve(
    model: string,
    options?: { readonly mip_rel_gap?: number; readonly mip_abs_gap?: number; readonly time_limit?: number; readonly random_seed?: number },
  ): {
    readonly Status: string;
    readonly Columns: Readonly<Record<string, { readonly Index?: number; readonly Primal?: number }>>;
  };
}

/** A row `low ≤ Σ coefficient × variable ≤ high` of whole numbers. */
export interface Row {
  readonly variables: readonly number[];
  readonly coefficients: readonly number[];
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** What one unit of slack is worth in the row; 0: the row never gives way. */
  readonly slack: number;
}

/** A model of yes-or-no variables: the cost of each, and rows. */
export interface Model {
  readonly size: number;
  readonly costs: readonly number[];
  readonly rows: readonly Row[];
}

/** An answer of the solver: values of the variables and of the slacks by row, where it has found some. */
export interface Solution {
  readonly status: "optimal" | "stopped-with-plan" | "infeasible" | "stopped";
  readonly detail: string;
  readonly chosen: readonly number[];
  readonly slacks: ReadonlyMap<number, number>;
}

/** How a model is solved. */
export interface SolveOptions {
  readonly gap: number;
  readonly timeLimit?: number | undefined;
  /** Rows that may give way, by position; costs are then the slacks alone. */
  readonly elastic?: ReadonlySet<number> | undefined;
}

/** Solves a model; an answer is checked against every row in whole numbers before it is believed. */
export function solveModel(solver: Solver, model: Model, options: SolveOptions): Solution {
  const elastic = options.elastic ?? NONE;
  const text = modelText(model, elastic);
  if (text === undefined) return { status: emptyHolds(model) ? "optimal" : "infeasible", detail: "", chosen: [], slacks: new Map() };
  // Costs are whole numbers, so that within less than one of the bound there is no better plan.
  const limits = options.timeLimit === undefined ? {} : { time_limit: options.timeLimit };
  const settings = { mip_rel_gap: options.gap, mip_abs_gap: 0.99, random_seed: 0, ...limits };
  const refused = (why: string): Solution => ({ status: "stopped", detail: why, chosen: [], slacks: new Map() });
  let answer: Partial<ReturnType<Solver["solve"]>> | undefined;
  try {
    answer = solver.solve(text, settings);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  const { Status: detail, Columns: columns = {} } = answer ?? {};
  if (typeof detail !== "string") return refused("the solver gave no answer");
  const infeasible = detail === "Infeasible" || detail === "Primal infeasible or unbounded";
  if (infeasible) return { status: "infeasible", detail, chosen: [], slacks: new Map() };
  const chosen: number[] = [];
  for (let variable = 0; variable < model.size; variable += 1) {
    const value = columns[`x${variable}`]?.Primal;
    // Whoever is done answers for every variable; whoever was stopped may have nothing yet.
    if (value === undefined && detail !== "Optimal") continue;
    if (value === undefined || !(Math.min(Math.abs(value), Math.abs(value - 1)) <= 1e-5)) {
      return refused(`${detail}; the plan does not hold in whole numbers`);
    }
    if (value > 0.5) chosen.push(variable);
  }
  const slacks = new Map<number, number>();
  for (const row of elastic) {
    const gave = Math.round((columns[`u${row}`]?.Primal ?? 0) + (columns[`d${row}`]?.Primal ?? 0));
    if (!(gave >= 0)) return refused(`${detail}; the plan does not hold in whole numbers`);
    if (gave > 0) slacks.set(row, gave);
  }
  if (brokenRow(model, chosen, slacks) !== undefined) return refused(`${detail}; the plan does not hold in whole numbers`);
  return { status: detail === "Optimal" ? "optimal" : "stopped-with-plan", detail, chosen, slacks };
}

const NONE: ReadonlySet<number> = /* @__PURE__ */ new Set();

/** The first row that chosen variables break, in whole numbers. */
export function brokenRow({ size, rows }: Model, chosen: readonly number[], slacks: ReadonlyMap<number, number>): number | undefined {
  const values = new Uint8Array(size);
  for (const variable of chosen) values[variable] = 1;
  const broken = rows.findIndex(({ variables, coefficients, low, high, slack }, position) => {
    let sum = 0;
    for (const [index, variable] of variables.entries()) if (values[variable] === 1) sum += coefficients[index] ?? 0;
    const room = slack * (slacks.get(position) ?? 0);
    return (low !== undefined && sum + room < low) || (high !== undefined && sum - room > high);
  });
  return broken < 0 ? undefined : broken;
}

function emptyHolds({ rows }: Model): boolean {
  return rows.every(({ low, high }) => (low ?? 0) <= 0 && (high ?? 0) >= 0);
}

/** Text in the LP format of CPLEX; `undefined` of a model without variables. Rows that no choice can break are left out. */
function modelText({ size, costs, rows }: Model, elastic: ReadonlySet<number>): string | undefined {
  if (size === 0 && elastic.size === 0) return undefined;
  const objective: string[] = [];
  const lines: string[] = [];
  const general: string[] = [];
  if (elastic.size === 0) for (const [variable, cost] of costs.entries()) if (cost !== 0) objective.push(term(cost, `x${variable}`));
  for (const [position, row] of rows.entries()) {
    const free = elastic.has(position) && row.slack > 0;
    const [least, most] = reach(row);
    const terms = row.variables.map((variable, index) => term(row.coefficients[index] ?? 0, `x${variable}`)).join(" ");
    const body = terms === "" && !free ? "0 x0" : terms;
    if (row.low !== undefined && least < row.low) {
      const slack = free ? ` ${term(row.slack, `u${position}`)}` : "";
      lines.push(` l${position}: ${body}${slack} >= ${row.low}`);
      if (free) general.push(`u${position}`);
    }
    if (row.high !== undefined && most > row.high) {
      const slack = free ? ` ${term(-row.slack, `d${position}`)}` : "";
      lines.push(` h${position}: ${body}${slack} <= ${row.high}`);
      if (free) general.push(`d${position}`);
    }
  }
  for (const slack of general) objective.push(term(1, slack));
  const binary = costs.map((_, variable) => `x${variable}`).join("\n");
  const integers = general.length === 0 ? "" : `General\n${general.join("\n")}\n`;
  const goal = objective.length === 0 ? (size > 0 ? "0 x0" : "0 u0") : objective.join("\n ");
  return `Minimize\n obj: ${goal}\nSubject To\n${lines.join("\n")}\n${integers}${size === 0 ? "" : `Binary\n${binary}\n`}End\n`;
}

function term(coefficient: number, name: string): string {
  return coefficient < 0 ? `- ${-coefficient} ${name}` : `+ ${coefficient} ${name}`;
}

/** The least and the greatest a row can come to. */
function reach({ coefficients }: Row): readonly [number, number] {
  let least = 0;
  let most = 0;
  for (const coefficient of coefficients) {
    if (coefficient < 0) least += coefficient;
    else most += coefficient;
  }
  return [least, most];
}
