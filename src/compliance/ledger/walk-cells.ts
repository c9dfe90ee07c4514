import { dayNumber, fromDayNumber } from "../../core/index.js";
import { type Group, leadsOn, type Task, type TaskPhase } from "../../domain/index.js";
import { type CellCode, firstDay, isPartial, lastDay } from "./cell-code.js";
import { type CellJudgement, cellStatus, type DueDays } from "./cell-status.js";
import { checkedTolerance, type DayCount, type DayScale, dayScale, SAME_DAY, type Tolerance } from "./day-scale.js";
import type { Roster } from "./group-rosters.js";
import { type LedgerState, remembered } from "./ledger-state.js";
import { type RegisterIndex, registerIndex } from "./register-index.js";

/** When and how strictly synchrony is measured. */
export interface SynchronyOptions {
  /** The day whose state is measured. */
  readonly asOf: string;
  /** Absent: only the due day itself (`DEFAULTS.synchronyTolerance`). */
  readonly tolerance?: Tolerance | undefined;
  /** How days of tolerance and lateness are counted; absent: on the calendar. */
  readonly count?: DayCount | undefined;
  /** Only these groups; absent: all. */
  readonly groups?: readonly string[] | undefined;
  /** Only tasks of these items, `"<framework>/<item>"`; absent: all. */
  readonly items?: readonly string[] | undefined;
}

/** A phase of a task as it stands on the day of asking. */
export interface PhaseOnDay {
  readonly task: Task;
  readonly phase: TaskPhase;
  readonly group: Group;
  /** First and last due day as day numbers; absent without due day and before the lead has done it. */
  readonly reference?: { readonly starts: number; readonly due: number; readonly leads?: readonly string[] | undefined } | undefined;
}

/** A cell as it stands on the day of asking. */
export interface CellOnDay extends CellJudgement {
  readonly school: string;
  /** Whether the school belongs to the group on the due day for certain. */
  readonly certain: boolean;
  readonly code: CellCode;
  readonly reason?: string | undefined;
}

/** Told of every phase, then of its cells, in the order of the tasks. */
export interface CellVisitor {
  readonly phase?: ((phase: PhaseOnDay) => void) | undefined;
  readonly cell: (cell: CellOnDay, phase: PhaseOnDay) => void;
}

interface Walk {
  readonly state: LedgerState;
  readonly asOf: number;
  readonly tolerance: Tolerance;
  readonly scale: DayScale;
  readonly registers: RegisterIndex;
}

/** Goes through the cells of a ledger. Throws `invalid-date` for `asOf`, `invalid-argument` for the tolerance. */
export function walkCells(state: LedgerState, options: SynchronyOptions, visitor: CellVisitor): void {
  const { plan } = state;
  const walk: Walk = {
    state,
    asOf: dayNumber(options.asOf),
    tolerance: checkedTolerance(options.tolerance ?? SAME_DAY),
    scale: dayScale(options.count ?? "calendar", plan.calendar),
    registers: registerIndex(state, options.asOf),
  };
  const items = options.items === undefined ? undefined : new Set(options.items);
  for (const number of tasksAsked(state, options.groups)) {
    const task = plan.tasks[number];
    const group = task === undefined ? undefined : plan.members.group(task.group);
    if (task === undefined || group === undefined) continue;
    if (items !== undefined && (task.item === undefined || !items.has(task.item))) continue;
    for (const [step, phase] of task.phases.entries()) {
      const row = (plan.firstRow[number] ?? 0) + step;
      const roster = plan.rosters[plan.rosterOfRow[row] ?? 0];
      if (roster !== undefined && roster.schools.length > 0) walkPhase(walk, { task, phase, group }, row, roster, visitor);
    }
  }
}

/** The numbers of the tasks of the groups asked for, in the order of the tasks. */
function tasksAsked(state: LedgerState, groups: readonly string[] | undefined): Iterable<number> {
  const { tasks } = state.plan;
  if (groups === undefined) return tasks.keys();
  const byGroup = remembered(state, "tasks", () => {
    const numbers = new Map<string, number[]>();
    for (const [number, { group }] of tasks.entries()) {
      const own = numbers.get(group);
      if (own === undefined) numbers.set(group, [number]);
      else own.push(number);
    }
    return numbers;
  });
  const numbers = [...new Set(groups)].flatMap((group) => byGroup.get(group) ?? []);
  return groups.length === 1 ? numbers : numbers.sort((a, b) => a - b);
}

function walkPhase(walk: Walk, asked: Omit<PhaseOnDay, "reference">, row: number, roster: Roster, visitor: CellVisitor): void {
  const { state, asOf, tolerance, scale, registers } = walk;
  const { plan, cells } = state;
  const { task, phase, group } = asked;
  const first = plan.firstCell[row] ?? 0;
  const reference = phase.due === undefined ? leadsDay(walk, group, roster, first) : dueDays(phase, phase.due);
  const standing: PhaseOnDay = reference === undefined ? asked : { ...asked, reference };
  visitor.phase?.(standing);
  if (reference === undefined) return;
  const days: DueDays = { starts: reference.starts, due: reference.due, asOf, tolerance, scale };
  const window = memo(() => stepWindow(days));
  const members = phase.due === undefined ? plan.members.on(group, fromDayNumber(reference.due)) : undefined;
  for (const [position, school] of roster.schools.entries()) {
    const certain = members === undefined ? roster.certain[position] === true : belongs(members, school);
    if (certain === undefined || reference.leads?.includes(school) === true) continue;
    const code = cells[first + position] ?? 0;
    const exempt = task.exempt?.find((one) => one.school === school && (one.phase === undefined || one.phase === phase.phase));
    if (exempt !== undefined) {
      visitor.cell({ school, certain, code, status: "exempt", days: 0, reason: exempt.reason }, standing);
      continue;
    }
    const judged = cellStatus(code, plan.base, days, () => registers.schoolComplete(school, ...window()));
    visitor.cell({ school, certain, code, status: judged.status, days: judged.days }, standing);
  }
}

function belongs(members: Roster, school: string): boolean | undefined {
  const position = members.positions.get(school);
  return position === undefined ? undefined : members.certain[position] === true;
}

function dueDays({ starts }: TaskPhase, due: string): NonNullable<PhaseOnDay["reference"]> {
  const day = dayNumber(due);
  return { starts: starts === undefined ? day : dayNumber(starts), due: day };
}

/** Without a due day the day of the lead is the reference: of a school that led the group on that very day, the earliest of several. */
function leadsDay({ state, asOf }: Walk, group: Group, roster: Roster, firstCell: number): PhaseOnDay["reference"] {
  const { plan, cells } = state;
  let found: { readonly starts: number; readonly due: number; readonly leads: readonly string[] } | undefined;
  for (const { school, role } of group.memberships ?? []) {
    const position = role === "lead" ? roster.positions.get(school) : undefined;
    const code = position === undefined ? 0 : (cells[firstCell + position] ?? 0);
    if (code === 0 || isPartial(code)) continue;
    const due = plan.base + lastDay(code);
    if (due > asOf || (found !== undefined && found.due <= due)) continue;
    const leads = leadsReadably(group, fromDayNumber(due));
    if (leads.includes(school)) found = { starts: plan.base + firstDay(code), due, leads };
  }
  return found;
}

function leadsReadably(group: Group, day: string): readonly string[] {
  try {
    return leadsOn(group, day).certain;
  } catch {
    return [];
  }
}

const LONGEST_WALK = 400;

/** The days on which a phase can be done in step, as far as a register must be complete for "no record" to mean "not done in step". */
function stepWindow({ starts, due, tolerance, scale }: DueDays): readonly [from: number, to: number] {
  let from = starts;
  while (starts - from < LONGEST_WALK && scale(starts, from - 1) >= -tolerance.before) from -= 1;
  let to = due;
  while (to - due < LONGEST_WALK && scale(due, to + 1) <= tolerance.after) to += 1;
  return [from, to];
}

function memo<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
