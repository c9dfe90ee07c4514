import {
  calendarDate,
  type DecimalString,
  type ExactText,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  type Result,
  SchoolGroupsError,
  success,
  sumFractions,
  toExactText,
  toNumber,
} from "../core/index.js";
import type { Teacher } from "../domain/index.js";
import { type RotationIssue, rotationIssue } from "./issues.js";
import { findClash } from "./plan-clash.js";
import { needOf, type PlanModel, type PossibleMove, planModel, staffKey, strengthOf, wishPlace } from "./plan-model.js";
import type { PlanGoal, PlannedMove, PlanQuotaState, PlanReason, PlanRotationOptions, PlanStaffing, RotationPlan } from "./plan-options.js";
import { byCampus, isWeak, scopeTest } from "./plan-scopes.js";
import { brokenRow, type Model, type Row, type Solution, solveModel } from "./solver.js";

const GOALS: readonly PlanGoal[] = ["strength", "travel", "moves", "wishes"];

/**
 * 交流规划. Who goes where next year: the best plan that keeps every condition, proven by HiGHS.
 *
 * Hard are: only the eligible move, each once; quotas and their backbone share; teachers of each subject within bounds after the moves; most
 * people in and out of a school; no return; pairs. Better is what the objective says: weighted goals in one sum, or goals one after the other. All
 * figures are whole numbers, so that the optimum is one and a plan is checked exactly, condition by condition, before it is returned.
 *
 * Without a solver the answer is `no-solver` with the quotas and who is missing for them; conditions that cannot all hold give `infeasible` with a set
 * that clashes and the smallest relaxation; a solver that runs out of time gives the plan it has, not proven, or `stopped`. The call blocks until
 * the solver is done: run large plans in a worker (`examples/rotation-worker.ts`). That a plan holds is checked here; that none is better is the
 * solver's word. An id of a campus means its school. Names that nobody bears come back as issues. Throws `invalid-date`, `invalid-argument` and
 * `invalid-decimal` for malformed options.
 *
 * @example
 * ```ts
 * import { planRotation, rotationEligibility } from "school-groups/rotation";
 *
 * const roster = ["t1", "t2", "t3"].map((id) => ({ id, school: "a", service: [{ school: "a", from: "2010-09-01" }] }));
 * const policy = { packs: [], parameters: [] };
 * const eligibility = rotationEligibility(roster, { policy, on: "2024-09-01", settings: { minimumYears: 6 } });
 * if (!eligibility.ok) throw new Error("the roster cannot be read");
 * const district = { format: "school-groups.district.v1", schools: [{ id: "a", name: "甲" }, { id: "b", name: "乙" }], groups: [] } as const;
 * const quotas = [{ subject: { kind: "school", id: "a" }, atLeast: 4 }] as const;
 * const objective = { kind: "ordered", goals: ["moves"] } as const;
 * const plan = planRotation(roster, { district, eligibility: eligibility.value, on: "2024-09-01", within: "district", quotas, objective });
 * plan.ok && plan.value;
 * // => { status: "no-solver", quotas: [{ subject: { kind: "school", id: "a" }, atLeast: 4, movable: 3, shortfall: 1 }] }
 * ```
 */
export function planRotation(roster: readonly Teacher[], options: PlanRotationOptions): Result<RotationPlan, RotationIssue> {
  const read = byCampus(roster, options);
  return planOf(read.roster, read.options);
}

function planOf(roster: readonly Teacher[], options: PlanRotationOptions): Result<RotationPlan, RotationIssue> {
  calendarDate(options.on);
  const stages = stagesOf(options);
  const gap = options.gap ?? "0";
  const share = exact(gap);
  if (share.numerator < 0n) throw new SchoolGroupsError("invalid-argument", "a gap is not below 0", { argument: "gap" });
  const { timeLimit } = options;
  if (timeLimit !== undefined && !(timeLimit >= 0)) {
    throw new SchoolGroupsError("invalid-argument", "a time limit is not below 0", { argument: "timeLimit" });
  }
  const plan = planModel(roster, options);
  const issues = unknownNames(roster, options);
  const quotas = quotaStates(plan, options);
  const { solver } = options;
  if (solver === undefined) return success({ status: "no-solver", quotas }, issues);
  const settings = { gap: toNumber(share), timeLimit };
  const bounds: Row[] = [];
  let proven = true;
  let found: Solution | undefined;
  for (const costs of stages.map((stage) => costsOf(plan, stage))) {
    const model: Model = { size: plan.moves.length, costs, rows: [...plan.rows, ...bounds] };
    const next = solveModel(solver, model, settings);
    if (next.status === "infeasible" && found === undefined) return success(infeasible(plan, options, quotas), issues);
    if (next.status === "infeasible" || next.status === "stopped") {
      if (found === undefined) return success({ status: "stopped", reason: next.detail, quotas }, issues);
      proven = false;
      break;
    }
    found = next;
    proven &&= next.status === "optimal";
    // A later goal may not cost an earlier one anything.
    const all = costs.flatMap((cost, variable) => (cost === 0 ? [] : [variable]));
    const coefficients = all.map((variable) => costs[variable] ?? 0);
    bounds.push({ variables: all, coefficients, high: next.chosen.reduce((sum, variable) => sum + (costs[variable] ?? 0), 0), slack: 0 });
  }
  const chosen = found?.chosen ?? [];
  const whole: Model = { size: plan.moves.length, costs: [], rows: plan.rows };
  if (brokenRow(whole, chosen, new Map()) !== undefined) return success({ status: "stopped", reason: "exact check", quotas }, issues);
  return success(planned(plan, chosen, options, { proven, gap, quotas, stages }), issues);
}

/** Weights of the goals, one set for each run of the solver. */
type Stage = Readonly<Partial<Record<PlanGoal, Fraction>>>;

function stagesOf({ objective }: PlanRotationOptions): readonly Stage[] {
  if (objective.kind === "ordered" && objective.goals.length > 0) return objective.goals.map((goal) => ({ [known(goal)]: fraction(1) }));
  if (objective.kind !== "weighted")
    throw new SchoolGroupsError("invalid-argument", "goals or weights were expected", { argument: "objective" });
  const weights: Partial<Record<PlanGoal, Fraction>> = {};
  for (const [goal, weight] of Object.entries(objective.weights)) {
    if (weight === undefined) continue;
    const value = exact(weight);
    if (value.numerator < 0n) throw new SchoolGroupsError("invalid-argument", "a weight is not below 0", { argument: "objective", goal });
    weights[known(goal)] = value;
  }
  return [weights];
}

function known(goal: string): PlanGoal {
  const found = GOALS.find((each) => each === goal);
  if (found === undefined) throw new SchoolGroupsError("invalid-argument", "an unknown goal", { argument: "objective", goal });
  return found;
}

/** The costs of all moves as whole numbers: weights over their common denominator. */
function costsOf({ moves, goals }: PlanModel, stage: Stage): readonly number[] {
  const weights = Object.entries(stage) as [PlanGoal, Fraction][];
  const common = weights.reduce((product, [, { denominator }]) => product * denominator, 1n);
  const whole = weights.map(([goal, { numerator, denominator }]) => [goals[goal], Number((numerator * common) / denominator)] as const);
  return moves.map((_, move) => {
    const cost = whole.reduce((sum, [costs, weight]) => sum + weight * (costs[move] ?? 0), 0);
    if (Number.isSafeInteger(cost * moves.length)) return cost;
    throw new SchoolGroupsError("invalid-argument", "weights with so many digits give sums that are not exact", { argument: "objective" });
  });
}

function infeasible(plan: PlanModel, options: PlanRotationOptions, quotas: readonly PlanQuotaState[]): RotationPlan {
  const model: Model = { size: plan.moves.length, costs: plan.moves.map(() => 0), rows: plan.rows };
  const { solver, timeLimit } = options;
  const clash = solver && findClash(solver, model, { gap: 0, timeLimit });
  if (clash === undefined) return { status: "stopped", reason: "infeasible; the search for what clashes did not end", quotas };
  const nameOf = (row: number) => plan.constraints[row] ?? { kind: "one-move" as const, teacher: "" };
  return {
    status: "infeasible",
    clash: clash.rows.map(nameOf),
    relaxation: clash.relaxation.map(({ row, by }) => ({ constraint: nameOf(row), by })),
    quotas,
  };
}

function planned(
  plan: PlanModel,
  chosen: readonly number[],
  options: PlanRotationOptions,
  rest: {
    readonly proven: boolean;
    readonly gap: DecimalString;
    readonly quotas: readonly PlanQuotaState[];
    readonly stages: readonly Stage[];
  },
): RotationPlan {
  const goals = { strength: 0, travel: 0, moves: 0, wishes: 0 };
  for (const goal of GOALS) for (const move of chosen) goals[goal] += (goal === "strength" ? -1 : 1) * (plan.goals[goal][move] ?? 0);
  // No −0 where nothing was added up.
  for (const goal of GOALS) goals[goal] += 0;
  const moves = chosen.flatMap((position) => plan.moves[position] ?? []);
  return {
    status: "planned",
    moves: moves.map((move) => plannedMove(move, options)),
    proven: rest.proven,
    gap: rest.gap,
    goals,
    objective: objectiveOf(goals, rest.stages[0] ?? {}),
    quotas: rest.quotas,
    staffing: staffingOf(plan, moves, options),
  };
}

function objectiveOf(goals: Readonly<Record<PlanGoal, number>>, stage: Stage): ExactText {
  const parts = (Object.entries(stage) as [PlanGoal, Fraction][]).map(([goal, weight]) =>
    multiplyFractions(weight, fraction(goal === "strength" ? -goals[goal] : goals[goal])),
  );
  return toExactText(sumFractions(parts));
}

function plannedMove(move: PossibleMove, options: PlanRotationOptions): PlannedMove {
  const { teacher, from, to } = move;
  const reasons: PlanReason[] = [];
  const school = options.district.schools.find(({ id }) => id === to);
  const weak = new Map([[to, isWeak(school, options.on) ? 1 : 0]]);
  const strength = strengthOf(move, options);
  const need = needOf(to, options, weak);
  if (strength > 0 && need > 0) reasons.push({ code: "strengthens", params: { strength, need } });
  if (teacher.wishes?.includes(to)) reasons.push({ code: "wished", params: { rank: wishPlace(teacher, to) + 1 } });
  const way = options.travel?.find((each) => (each.from === from && each.to === to) || (each.from === to && each.to === from));
  if (way !== undefined) reasons.push({ code: "travels", params: { minutes: way.minutes } });
  for (const { teachers } of options.pairs ?? []) {
    const other = teachers.find((id) => id !== teacher.id);
    if (teachers.includes(teacher.id) && other !== undefined) reasons.push({ code: "paired", params: { with: other } });
  }
  if (options.mustMove?.includes(teacher.id)) reasons.push({ code: "must-move", params: {} });
  if (reasons.length === 0) reasons.push({ code: "fills-quota", params: {} });
  return { teacher: teacher.id, from, to, subject: teacher.subject, backbone: teacher.backbone, reasons };
}

function staffingOf({ staff }: PlanModel, moves: readonly PossibleMove[], options: PlanRotationOptions) {
  const change = new Map<string, number>();
  const by = (key: string, step: number): void => {
    change.set(key, (change.get(key) ?? 0) + step);
  };
  for (const { school, subject } of options.staffing ?? []) by(staffKey(school, subject), 0);
  for (const { teacher, from, to } of moves) {
    if (teacher.subject === undefined) continue;
    by(staffKey(from, teacher.subject), -1);
    by(staffKey(to, teacher.subject), 1);
  }
  const bounds = new Map((options.staffing ?? []).map((bound) => [staffKey(bound.school, bound.subject), bound]));
  return [...change].map(([key, step]) => {
    const [school = "", subject = ""] = key.split("\u0000");
    const before = staff.get(key) ?? 0;
    const bound: PlanStaffing = bounds.get(key) ?? { school, subject };
    return { ...bound, before, after: before + step };
  });
}

function quotaStates({ moves }: PlanModel, options: PlanRotationOptions): readonly PlanQuotaState[] {
  return (options.quotas ?? []).map((quota) => {
    const inside = scopeTest(options, quota.subject);
    const movable = new Set(moves.filter(inside).map(({ teacher }) => teacher.id)).size;
    return { ...quota, movable, shortfall: Math.max(0, (quota.atLeast ?? 0) - movable) };
  });
}

function unknownNames(roster: readonly Teacher[], options: PlanRotationOptions): readonly RotationIssue[] {
  const people = new Set(roster.map(({ id }) => id));
  const schools = new Set(options.district.schools.map(({ id }) => id));
  const issues: RotationIssue[] = [];
  const named = new Set([
    ...(options.mustMove ?? []),
    ...(options.mustStay ?? []),
    ...(options.pairs ?? []).flatMap(({ teachers }) => teachers),
  ]);
  for (const name of named) if (!people.has(name)) issues.push(rotationIssue("plan-name-unknown", [], { of: "teacher", name }));
  for (const { teachers } of options.pairs ?? []) {
    if (teachers[0] === teachers[1]) issues.push(rotationIssue("plan-pair-of-one", [], { teacher: teachers[0] }));
  }
  const stay = new Set(options.mustStay ?? []);
  for (const teacher of new Set(options.mustMove ?? [])) {
    if (stay.has(teacher)) issues.push(rotationIssue("plan-move-and-stay", [], { teacher }));
  }
  const subjects = [...(options.quotas ?? []), ...(options.backbone ?? [])].map(({ subject }) => subject);
  const groups = new Set(options.district.groups.map(({ id }) => id));
  for (const name of new Set(subjects.flatMap(({ kind, id }) => (kind === "group" ? id : [])))) {
    if (!groups.has(name)) issues.push(rotationIssue("plan-name-unknown", [], { of: "group", name }));
  }
  const places = new Set([
    ...subjects.flatMap(({ kind, id }) => (kind === "school" ? id : [])),
    ...(options.staffing ?? []).map(({ school }) => school),
    ...(options.caps ?? []).flatMap(({ school }) => school ?? []),
    ...Object.keys(options.need ?? {}),
  ]);
  for (const name of places) if (!schools.has(name)) issues.push(rotationIssue("plan-name-unknown", [], { of: "school", name }));
  return issues;
}
