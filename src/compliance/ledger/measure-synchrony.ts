import type { CalendarDate } from "../../core/index.js";
import { differs } from "./cell-code.js";
import { CELL_STATUSES, type CellStatus } from "./cell-status.js";
import { type DayCount, SAME_DAY, type Tolerance } from "./day-scale.js";
import { type MeasuredShare, measuredShare, NO_TALLY, type Tally } from "./measured-share.js";
import { type SynchronyOptions, walkCells } from "./walk-cells.js";
import type { WorkLedger } from "./work-ledger.js";

/** How many cells have each status. */
export type StatusCounts = Readonly<Record<CellStatus, number>>;

/** 某阶段同步情况. One phase over all tasks of a group. */
export interface PhaseSynchrony {
  readonly phase: string;
  /** Cells of schools that belong to the group on the due day for certain, and of those that may. */
  readonly cells: StatusCounts;
  readonly possible: StatusCounts;
  /** Tasks of this phase without due day whose lead has not done it: nothing to be in step with yet. */
  readonly withoutReference: number;
  /** Cells with records of different days, of which the earliest counts. */
  readonly contradicting: number;
  /** In step ÷ due; absent while nothing is due. Due are all cells whose due day has come and that are not exempt. */
  readonly share?: MeasuredShare | undefined;
}

/** 集团同步情况. The phases of a group, each for itself and never averaged, and the tasks that were in step throughout. */
export interface GroupSynchrony {
  readonly group: string;
  readonly phases: readonly PhaseSynchrony[];
  /** Tasks all of whose phases are due: fully in step, open, not. */
  readonly tasks: Tally;
  readonly fullyInStep?: MeasuredShare | undefined;
}

/** 同步测算结果. As of a day, with the tolerance used. */
export interface SynchronyReport {
  readonly asOf: CalendarDate;
  readonly tolerance: Tolerance;
  readonly count: DayCount;
  /** In the order of the district file; groups without tasks are left out. */
  readonly groups: readonly GroupSynchrony[];
}

/**
 * 同步测算. How far the members of each group move together: per phase the share of due cells in step, and the share of tasks fully in step.
 *
 * A cell is a task, a phase and a school that owes it. What is pending or unknown widens a share to an interval. A group whose list of members
 * is not complete, and whose tasks do not list their schools, has a share of which only [0, 1] is known. Throws `invalid-date` for `asOf` and
 * `invalid-argument` for the tolerance.
 *
 * @example
 * ```ts
 * import { createWorkLedger, measureSynchrony, printShare } from "school-groups/compliance";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no policy");
 * const memberships = [{ school: "a", role: "lead" }, { school: "b", role: "member" }] as const;
 * const made = createWorkLedger(
 *   { format: "school-groups.district.v1", schools: [], groups: [{ id: "g", complete: true, memberships }] },
 *   {
 *     policy: policy.value,
 *     period: { from: "2024-02-26", until: "2024-07-07" },
 *     calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] },
 *     tasks: [{ id: "t", group: "g", phases: [{ phase: "arrange", due: "2024-03-08" }] }],
 *   },
 * );
 * if (!made.ok) throw new Error("no ledger");
 * made.value.add([{ task: "t", phase: "arrange", school: "a", on: "2024-03-08" }]);
 * const share = measureSynchrony(made.value, { asOf: "2024-03-31" }).groups[0]?.phases[0]?.share;
 * share && printShare(share); // => "1/2–2/2"
 * ```
 */
export function measureSynchrony(ledger: WorkLedger, options: SynchronyOptions): SynchronyReport {
  const state = ledger.state();
  const groups = new Map<string, GroupCounts>();
  let current: PhaseCounts | undefined;
  let task: TaskProgress | undefined;
  const close = (): void => {
    if (task !== undefined) count(task.group.tasks, taskOutcome(task));
  };
  walkCells(state, options, {
    phase: ({ task: of, phase, group, reference }) => {
      const counts = groups.get(group.id) ?? { phases: new Map(), tasks: { met: 0, open: 0, unmet: 0 }, whole: group.complete === true };
      groups.set(group.id, counts);
      if (task?.of !== of.id) {
        close();
        task = { of: of.id, group: counts, open: false, unmet: false, due: true, cells: 0 };
      }
      const own = counts.phases.get(phase.phase) ?? emptyPhase();
      counts.phases.set(phase.phase, own);
      current = own;
      if (of.schools === undefined && !counts.whole) own.whole = false;
      if (reference === undefined) {
        own.withoutReference += 1;
        task.due = false;
      }
    },
    cell: ({ status, certain, code }) => {
      if (current === undefined || task === undefined) return;
      const list = certain ? current.cells : current.possible;
      list[status] += 1;
      if (differs(code)) current.contradicting += 1;
      if (status === "exempt") return;
      task.cells += 1;
      if (status === "not-due") task.due = false;
      else if (status !== "in-step") {
        if (certain && isUnmet(status)) task.unmet = true;
        else task.open = true;
      }
    },
  });
  close();
  const tolerance = options.tolerance ?? SAME_DAY;
  const order = [...new Set(state.plan.district.groups.map(({ id }) => id))].filter((id) => groups.has(id));
  const measured = order.map((id) => groupSynchrony(id, groups.get(id)));
  return { asOf: options.asOf, tolerance, count: options.count ?? "calendar", groups: measured };
}

/** Whether a status says that the cell was not in step. */
export function isUnmet(status: CellStatus): boolean {
  return status === "early" || status === "late" || status === "missing";
}

/** The tally of due cells: in step, open (pending or unknown), not in step. */
function tallyOfCells(counts: StatusCounts): Tally {
  return {
    met: counts["in-step"],
    open: counts.pending + counts.unknown,
    unmet: counts.early + counts.late + counts.missing,
  };
}

type Counting = { -readonly [Status in CellStatus]: number };

interface PhaseCounts {
  readonly cells: Counting;
  readonly possible: Counting;
  withoutReference: number;
  contradicting: number;
  whole: boolean;
}

interface GroupCounts {
  readonly phases: Map<string, PhaseCounts>;
  readonly tasks: { met: number; open: number; unmet: number };
  readonly whole: boolean;
}

interface TaskProgress {
  readonly of: string;
  readonly group: GroupCounts;
  open: boolean;
  unmet: boolean;
  /** All phases have a reference day, and it has come. */
  due: boolean;
  cells: number;
}

function emptyPhase(): PhaseCounts {
  return { cells: noCells(), possible: noCells(), withoutReference: 0, contradicting: 0, whole: true };
}

function noCells(): Counting {
  return Object.fromEntries(CELL_STATUSES.map((status) => [status, 0])) as Counting;
}

function taskOutcome({ due, cells, unmet, open }: TaskProgress): keyof Tally | undefined {
  if (!due || cells === 0) return undefined;
  if (unmet) return "unmet";
  return open ? "open" : "met";
}

function count(tally: { met: number; open: number; unmet: number }, outcome: keyof Tally | undefined): void {
  if (outcome !== undefined) tally[outcome] += 1;
}

function groupSynchrony(group: string, counts: GroupCounts | undefined): GroupSynchrony {
  const phases: PhaseSynchrony[] = [];
  let whole = true;
  for (const [phase, { cells, possible, withoutReference, contradicting, whole: known }] of counts?.phases ?? []) {
    const share = measuredShare(tallyOfCells(cells), tallyOfCells(possible), known);
    phases.push({ phase, cells, possible, withoutReference, contradicting, ...(share === undefined ? {} : { share }) });
    whole &&= known;
  }
  const tasks = counts?.tasks ?? NO_TALLY;
  // A task is met only as far as its members are known.
  const fullyInStep = measuredShare(whole ? tasks : { met: 0, open: tasks.met + tasks.open, unmet: tasks.unmet });
  return { group, phases, tasks, ...(fullyInStep === undefined ? {} : { fullyInStep }) };
}
