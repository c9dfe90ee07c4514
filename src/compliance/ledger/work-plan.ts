import { type BoundedRange, type Calendar, calendarDate, dayNumber, isCalendarDate, SchoolGroupsError } from "../../core/index.js";
import type { District, Group, Task, TaskPhase } from "../../domain/index.js";
import type { ResolvedPolicy } from "../../policy/index.js";
import { collectIssues, type IssueCollector } from "./collect-issues.js";
import { type GroupRosters, groupRosters, type Roster, rosterOf } from "./group-rosters.js";

/** What a ledger is opened for. */
export interface WorkLedgerOptions {
  readonly policy: ResolvedPolicy;
  /** The days on which phases must be due to be counted. */
  readonly period: BoundedRange;
  readonly calendar: Calendar;
  readonly tasks: readonly Task[];
}

/** Where the cells of every task, phase and school lie. A row is a phase of a task; its cells are its roster's schools, in order. */
export interface WorkPlan extends Omit<WorkLedgerOptions, "tasks"> {
  readonly district: District;
  readonly members: GroupRosters;
  /** Tasks that could be used, in the order given. */
  readonly tasks: readonly Task[];
  readonly taskNumber: ReadonlyMap<string, number>;
  /** Per task its first row; one more at the end. */
  readonly firstRow: Int32Array;
  /** Per row its first cell; one more at the end. */
  readonly firstCell: Int32Array;
  /** Per row its roster. */
  readonly rosterOfRow: Int32Array;
  readonly rosters: readonly Roster[];
  readonly cells: number;
  /** The day from which the days of cells are counted. */
  readonly base: number;
}

const MOST_CELLS = 2_147_483_647;

/** Lays out the cells of all tasks. What cannot be used is left out and reported. */
export function planWork(district: District, options: WorkLedgerOptions): { readonly plan: WorkPlan; readonly found: IssueCollector } {
  const { policy, calendar, period } = options;
  calendarDate(period.from);
  calendarDate(period.until);
  if (period.until <= period.from) throw new SchoolGroupsError("invalid-argument", "a period holds a day at least", { argument: "period" });
  const found = collectIssues();
  const members = groupRosters(district);
  const positions: number[] = [];
  const tasks = usableTasks(options.tasks, members, policy, found, positions);
  const firstRow = new Int32Array(tasks.length + 1);
  for (const [number, task] of tasks.entries()) firstRow[number + 1] = (firstRow[number] ?? 0) + task.phases.length;
  const rows = firstRow[tasks.length] ?? 0;
  const firstCell = new Int32Array(rows + 1);
  const rosterOfRow = new Int32Array(rows);
  const rosters: Roster[] = [rosterOf(new Map())];
  const rosterNumber = new Map<Roster, number>();
  let cells = 0;
  let row = 0;
  for (const [number, task] of tasks.entries()) {
    const group = members.group(task.group);
    const seen = new Set<string>();
    for (const phase of task.phases) {
      const roster =
        group === undefined
          ? undefined
          : rosterOfPhase({ task, position: positions[number] ?? number, phase, group, seen }, members, period, found);
      if (roster !== undefined) {
        let position = rosterNumber.get(roster);
        if (position === undefined) {
          position = rosters.push(roster) - 1;
          rosterNumber.set(roster, position);
        }
        rosterOfRow[row] = position;
        cells += roster.schools.length;
      }
      if (cells > MOST_CELLS) throw new SchoolGroupsError("invalid-argument", "too many cells for one ledger", { cells });
      row += 1;
      firstCell[row] = cells;
    }
  }
  const taskNumber = new Map(tasks.map((task, number) => [task.id, number]));
  const base = dayNumber(period.from);
  return {
    plan: { district, policy, period, calendar, members, tasks, taskNumber, firstRow, firstCell, rosterOfRow, rosters, cells, base },
    found,
  };
}

function usableTasks(
  tasks: readonly Task[],
  members: GroupRosters,
  policy: ResolvedPolicy,
  found: IssueCollector,
  positions: number[],
): readonly Task[] {
  if (!Array.isArray(tasks)) {
    found.add("task-malformed", ["tasks"], { task: "", field: "tasks" });
    return [];
  }
  const items = new Set(policy.frameworks.flatMap(({ id, items: own }) => own.map((item) => `${id}/${item.id}`)));
  const steps = new Set(policy.frameworks.flatMap(({ kind, items: own }) => (kind === "phases" ? own.map(({ id }) => id) : [])));
  const ids = new Set<string>();
  return (tasks as readonly Task[]).filter((task, position) => {
    const field = malformedField(task);
    const path = ["tasks", position] as const;
    if (field !== undefined) found.add("task-malformed", path, { task: nameOf(task, position), field });
    else if (ids.has(task.id)) found.add("task-repeated", path, { task: task.id });
    else if (members.group(task.group) === undefined) found.add("task-group-unknown", path, { task: task.id, group: task.group });
    else if (task.announced !== undefined && !isCalendarDate(task.announced)) {
      found.add("task-day-invalid", path, { task: task.id, phase: "", text: String(task.announced).slice(0, 40) });
    } else {
      ids.add(task.id);
      if (task.item !== undefined && !items.has(task.item)) found.add("task-item-unknown", path, { task: task.id, item: task.item });
      for (const { phase } of task.phases)
        if (steps.size > 0 && !steps.has(phase)) found.add("task-phase-unknown", path, { task: task.id, phase });
      positions.push(position);
      return true;
    }
    return false;
  });
}

function nameOf(task: unknown, position: number): string {
  const id = (task as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? id : `#${position + 1}`;
}

function malformedField(task: Task | null | undefined): string | undefined {
  if (task === null || typeof task !== "object") return "task";
  if (typeof task.id !== "string" || task.id === "") return "id";
  if (typeof task.group !== "string") return "group";
  if (!Array.isArray(task.phases) || !task.phases.every((phase) => typeof (phase as TaskPhase | null)?.phase === "string")) return "phases";
  if (task.schools !== undefined && !(Array.isArray(task.schools) && task.schools.every((school) => typeof school === "string")))
    return "schools";
  if (task.exempt !== undefined && !(Array.isArray(task.exempt) && task.exempt.every((one) => typeof one?.school === "string")))
    return "exempt";
  return undefined;
}

interface PhaseInPlan {
  readonly task: Task;
  readonly position: number;
  readonly phase: TaskPhase;
  readonly group: Group;
  readonly seen: Set<string>;
}

/** Who owes a phase: the schools the task lists, else the members on the due day; without a due day all who may be members in the period. */
function rosterOfPhase(asked: PhaseInPlan, members: GroupRosters, period: BoundedRange, found: IssueCollector): Roster | undefined {
  const { task, phase, group, seen } = asked;
  const path = ["tasks", asked.position, "phases", task.phases.indexOf(phase)] as const;
  const at = { task: task.id, phase: phase.phase };
  if (seen.has(phase.phase)) {
    found.add("task-phase-repeated", path, at);
    return undefined;
  }
  seen.add(phase.phase);
  const { due, starts } = phase;
  if (due === undefined) {
    if (!(group.memberships ?? []).some(({ role }) => role === "lead")) {
      found.add("task-phase-without-reference", path, { ...at, group: group.id });
    }
    const all = members.during(group, period);
    return task.schools === undefined ? all : rosterOf(new Map(task.schools.filter((id) => all.positions.has(id)).map((id) => [id, true])));
  }
  const wrong = [due, ...(starts === undefined ? [] : [starts])].find((day) => !isCalendarDate(day));
  if (wrong !== undefined || (starts !== undefined && starts > due)) {
    found.add("task-day-invalid", path, { ...at, text: String(wrong ?? starts).slice(0, 40) });
    return undefined;
  }
  if (due < period.from || due >= period.until) {
    found.add("task-phase-outside-period", path, { ...at, due });
    return undefined;
  }
  if (task.schools === undefined) return members.on(group, due);
  const { roster, strangers } = members.among(group, due, task.schools);
  for (const school of strangers) found.add("task-school-not-member", path, { ...at, school });
  return roster;
}
