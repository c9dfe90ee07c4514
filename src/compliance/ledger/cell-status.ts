import { type CellCode, firstDay, isPartial, lastDay } from "./cell-code.js";
import type { DayScale, Tolerance } from "./day-scale.js";

/**
 * 完成状态. What a cell is on a day: 未到期, 待完成, 同步, 提前, 滞后, 未完成, 情况不明, 免除.
 *
 * `pending` is due and still within tolerance; without a record it is `missing` where the school declared its register complete, else
 * `unknown`.
 */
export type CellStatus = "not-due" | "pending" | "in-step" | "early" | "late" | "missing" | "unknown" | "exempt";

/** The statuses in the order they are counted in. */
export const CELL_STATUSES: readonly CellStatus[] = ["not-due", "pending", "in-step", "early", "late", "missing", "unknown", "exempt"];

/** A status and, of what is early or late, by how many days beyond the due day. */
export interface CellJudgement {
  readonly status: CellStatus;
  readonly days: number;
}

/** The days that decide about a phase: all as day numbers, the first and last due day and the day of asking. */
export interface DueDays {
  readonly starts: number;
  readonly due: number;
  readonly asOf: number;
  readonly tolerance: Tolerance;
  readonly scale: DayScale;
}

const NOT_DUE: CellJudgement = { status: "not-due", days: 0 };
const PENDING: CellJudgement = { status: "pending", days: 0 };
const IN_STEP: CellJudgement = { status: "in-step", days: 0 };
const MISSING: CellJudgement = { status: "missing", days: 0 };
const UNKNOWN: CellJudgement = { status: "unknown", days: 0 };

/**
 * The status of a cell from what is recorded of it. `isComplete` tells whether the school's register is declared complete on all days on which
 * the phase could have been done in step.
 *
 * A phase is due from its due day on, whatever is recorded of it: so neither a record nor a wider tolerance changes how many cells are due.
 */
export function cellStatus(code: CellCode, base: number, days: DueDays, isComplete: () => boolean): CellJudgement {
  if (days.due > days.asOf) return NOT_DUE;
  const first = base + firstDay(code);
  // What is recorded for later than the day of asking has not happened yet on that day.
  if (code !== 0 && first <= days.asOf) {
    const last = base + lastDay(code);
    if (!isPartial(code)) return last <= days.asOf ? dayStatus(first, last, days) : unfinished(first, days);
    return partialStatus(first, last, days);
  }
  if (days.scale(days.due, days.asOf) <= days.tolerance.after) return PENDING;
  return isComplete() ? MISSING : UNKNOWN;
}

/** Begun and, on the day of asking, not yet ended: late as soon as the tolerance is over. */
function unfinished(first: number, days: DueDays): CellJudgement {
  const late = days.scale(days.due, days.asOf);
  if (late > days.tolerance.after) return { status: "late", days: late };
  const started = dayStatus(first, days.due, days);
  return started.status === "in-step" ? PENDING : started;
}

/** In step when the first day is within tolerance of the first due day and the last day of the last. */
function dayStatus(first: number, last: number, { starts, due, tolerance, scale }: DueDays): CellJudgement {
  const start = scale(starts, first);
  const end = scale(due, last);
  const late = Math.max(start, end);
  if (late > tolerance.after) return { status: "late", days: late };
  const early = -Math.min(start, end);
  return early > tolerance.before ? { status: "early", days: early } : IN_STEP;
}

/** A day known only by its month has the status that all of its days have. */
function partialStatus(earliest: number, latest: number, days: DueDays): CellJudgement {
  const low = dayStatus(earliest, earliest, days);
  const high = dayStatus(latest, latest, days);
  return low.status === high.status ? { status: low.status, days: Math.min(low.days, high.days) } : UNKNOWN;
}
