import { failure, type Result, success } from "../../core/index.js";
import type { District, WorkRecord } from "../../domain/index.js";
import { daysText, differs, joinCells, sameDays } from "./cell-code.js";
import { collectIssues, type IssueCollector } from "./collect-issues.js";
import { type LedgerIssue, type LedgerIssueCode, ledgerIssue } from "./issues.js";
import { addCount, emptyLedger, type LedgerState, mergeLedger, samePlan } from "./ledger-state.js";
import { type PlacedRecords, placeRecords } from "./place-records.js";
import { readSideRows, SIDE_TABLES, type SideRows } from "./side-rows.js";
import { restoreLedger, type StoredWorkLedger, storeLedger } from "./stored-ledger.js";
import { planWork, type WorkLedgerOptions } from "./work-plan.js";

/** What a ledger takes; every table may be absent. */
export interface WorkRows extends Partial<SideRows> {
  readonly records?: readonly WorkRecord[] | undefined;
}

/** What became of the work records of one addition. */
export interface WorkAddition {
  readonly taken: number;
  /** Among those taken: records of a cell that had one already, of the same days or of others. */
  readonly repeated: number;
  readonly contradicting: number;
  readonly setAside: number;
  /** How often each code was met, also beyond the issues listed one by one. */
  readonly counts: Readonly<Partial<Record<LedgerIssueCode, number>>>;
}

/** All that a ledger has been told so far. */
export interface WorkTally {
  readonly cells: number;
  readonly filled: number;
  readonly contradicting: number;
  readonly taken: number;
  readonly setAside: Readonly<Partial<Record<LedgerIssueCode, number>>>;
}

/**
 * 工作台账. Who did which phase of which common task on which day, told in any order and merged in any order: the same rows give the same bytes.
 */
export interface WorkLedger {
  /**
   * Takes work records, or rows of several tables. Records without a place (unknown task, school that owes nothing, before the task …) are set
   * aside with an issue each; a malformed row fails the addition (`ledger-row-malformed`) and leaves the ledger as it was.
   */
  readonly add: (rows: readonly WorkRecord[] | WorkRows) => Result<WorkAddition, LedgerIssue>;
  /** Adds all that `other` holds; `ledgers-differ` where tasks, schools or period are not the same. Cells do not count twice, tallies do. */
  readonly merge: (other: WorkLedger) => Result<WorkTally, LedgerIssue>;
  /** Counts what the ledger holds; O(cells). */
  readonly tally: () => WorkTally;
  /** Plain data for storage; equal ledgers give equal bytes. */
  readonly toJSON: () => StoredWorkLedger;
  /** @internal */
  readonly state: () => LedgerState;
}

/**
 * 建立工作台账. An empty ledger for the tasks of a district's groups in a period. It keeps 4 bytes per due cell (task, phase, school).
 *
 * A phase is owed by the schools its task lists, else by the members on its due day; without a due day, by the members on the day the lead
 * did it. Tasks and phases that cannot be used are left out and come back as issues of the result, which is always `ok`. Throws `invalid-date`
 * or `invalid-argument` for a period that is none.
 *
 * @example
 * ```ts
 * import { createWorkLedger } from "school-groups/compliance";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no policy");
 * const group = { id: "g", memberships: [{ school: "a", role: "lead" }, { school: "b", role: "member" }] } as const;
 * const made = createWorkLedger(
 *   { format: "school-groups.district.v1", schools: [], groups: [group] },
 *   {
 *     policy: policy.value,
 *     period: { from: "2024-02-26", until: "2024-07-07" },
 *     calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] },
 *     tasks: [{ id: "t", group: "g", phases: [{ phase: "arrange", due: "2024-03-08" }] }],
 *   },
 * );
 * if (!made.ok) throw new Error("no ledger");
 * const added = made.value.add([{ task: "t", phase: "arrange", school: "a", on: "2024-03-08" }]);
 * added.ok && added.value.taken; // => 1
 * made.value.tally().cells; // => 2
 * ```
 */
export function createWorkLedger(district: District, options: WorkLedgerOptions): Result<WorkLedger, LedgerIssue> {
  const { plan, found } = planWork(district, options);
  return success(ledgerOf(emptyLedger(plan)), found.issues);
}

/**
 * 读取已存台账. A ledger from what `toJSON` gave, with the district and options it was opened with; `ledger-unreadable` where they do not fit or the
 * data does not hold together.
 *
 * @example
 * ```ts
 * import { createWorkLedger, readWorkLedger } from "school-groups/compliance";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no policy");
 * const memberships = [{ school: "a", role: "lead" }, { school: "b", role: "member" }] as const;
 * const district = { format: "school-groups.district.v1", schools: [], groups: [{ id: "g", memberships }] } as const;
 * const options = {
 *   policy: policy.value,
 *   period: { from: "2024-02-26", until: "2024-07-07" },
 *   calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] },
 *   tasks: [{ id: "t", group: "g", phases: [{ phase: "arrange", due: "2024-03-08" }] }],
 * } as const;
 * const made = createWorkLedger(district, options);
 * if (!made.ok) throw new Error("no ledger");
 * made.value.add([{ task: "t", phase: "arrange", school: "a", on: "2024-03-08" }]);
 * const again = readWorkLedger(JSON.parse(JSON.stringify(made.value)), district, options);
 * again.ok && again.value.tally().filled; // => 1
 * ```
 */
export function readWorkLedger(stored: unknown, district: District, options: WorkLedgerOptions): Result<WorkLedger, LedgerIssue> {
  const { plan } = planWork(district, options);
  const state = restoredSafely(stored, plan);
  if (typeof state === "string") return failure([ledgerIssue("ledger-unreadable", [], { reason: state })]);
  return success(ledgerOf(state));
}

function restoredSafely(stored: unknown, plan: LedgerState["plan"]): LedgerState | string {
  try {
    return restoreLedger(stored, plan);
  } catch {
    return "data";
  }
}

function ledgerOf(state: LedgerState): WorkLedger {
  return {
    add: (rows) => addRows(state, isRecords(rows) ? { records: rows } : rows),
    merge: (other) => {
      const theirs = other.state();
      if (!samePlan(state, theirs)) return failure([ledgerIssue("ledgers-differ", [], {})]);
      mergeLedger(state, theirs);
      return success(tallyOf(state));
    },
    tally: () => tallyOf(state),
    toJSON: () => storeLedger(state),
    state: () => state,
  };
}

function isRecords(rows: readonly WorkRecord[] | WorkRows): rows is readonly WorkRecord[] {
  return Array.isArray(rows);
}

/** Reads everything before anything is written, so that a failure changes nothing. */
function addRows(state: LedgerState, rows: WorkRows): Result<WorkAddition, LedgerIssue> {
  const found = collectIssues();
  const { plan } = state;
  if (rows === null || typeof rows !== "object" || (rows.records !== undefined && !Array.isArray(rows.records))) {
    return failure([ledgerIssue("ledger-row-malformed", [], { table: "work-records", field: "records" })]);
  }
  const records = rows.records ?? [];
  const placed = placeRecords(records, plan, found);
  const side = SIDE_TABLES.map((table) => {
    const given = rows[table];
    return [table, given === undefined ? [] : readSideRows(table, given, plan, found)] as const;
  });
  const [first, ...rest] = found.issues.filter(({ code }) => code === "ledger-row-malformed");
  if (first !== undefined) return failure([first, ...rest]);
  if (found.counts["ledger-row-malformed"] !== undefined) {
    return failure([ledgerIssue("ledger-row-malformed", [], { table: "work-records", field: "row" })]);
  }
  state.memory.clear();
  const { repeated, contradicting } = write(state, placed, records, found);
  for (const [table, texts] of side) for (const text of texts) state.rows[table].add(text);
  const setAside = records.length - placed.count;
  state.tally.taken += placed.count;
  for (const code of SET_ASIDE) if (found.counts[code] !== undefined) addCount(state.tally.setAside, code, found.counts[code]);
  return success({ taken: placed.count, repeated, contradicting, setAside, counts: found.counts }, found.issues);
}

/** The codes under which records and rows do not count. */
const SET_ASIDE: readonly LedgerIssueCode[] = [
  "ledger-row-group-unknown",
  "ledger-row-school-unknown",
  "work-record-before-task",
  "work-record-day-implausible",
  "work-record-not-due",
  "work-record-phase-unknown",
  "work-record-task-unknown",
];

function write(state: LedgerState, placed: PlacedRecords, records: readonly WorkRecord[], found: IssueCollector) {
  const { cells, plan } = state;
  const { count, position, cell, code } = placed;
  let repeated = 0;
  let contradicting = 0;
  for (let index = 0; index < count; index += 1) {
    const at = cell[index] ?? 0;
    const before = cells[at] ?? 0;
    const added = code[index] ?? 0;
    if (before === 0) {
      cells[at] = added;
      continue;
    }
    const after = joinCells(before, added);
    cells[at] = after;
    const record = records[position[index] ?? 0];
    if (record === undefined) continue;
    const place = { task: record.task, phase: record.phase, school: record.school };
    if (sameDays(before, added)) {
      repeated += 1;
      found.add("work-record-repeated", ["records", position[index] ?? 0], place);
    } else if (differs(after)) {
      contradicting += 1;
      found.add("work-record-contradicts", ["records", position[index] ?? 0], { ...place, earliest: daysText(after, plan.base) });
    }
  }
  return { repeated, contradicting };
}

function tallyOf({ cells, tally }: LedgerState): WorkTally {
  let filled = 0;
  let contradicting = 0;
  for (const code of cells) {
    if (code === 0) continue;
    filled += 1;
    if (differs(code)) contradicting += 1;
  }
  const setAside = Object.fromEntries([...tally.setAside].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { cells: cells.length, filled, contradicting, taken: tally.taken, setAside };
}
