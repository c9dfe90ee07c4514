import { isCellCode } from "./cell-code.js";
import { collectIssues } from "./collect-issues.js";
import type { LedgerIssueCode } from "./issues.js";
import { emptyLedger, type LedgerState } from "./ledger-state.js";
import { planPrint } from "./plan-print.js";
import { readSideRows, SIDE_TABLES, type SideRows } from "./side-rows.js";
import type { WorkPlan } from "./work-plan.js";

/** The stored format of a work ledger. */
export const WORK_LEDGER_FORMAT = "school-groups.work-ledger.v1";

/** A ledger as plain data: equal ledgers give equal bytes. It holds no tasks: the same ones are given again when it is read. */
export interface StoredWorkLedger extends SideRows {
  readonly format: typeof WORK_LEDGER_FORMAT;
  /** Tells ledgers of other tasks, schools or periods apart. */
  readonly plan: string;
  readonly cells: number;
  /** Records taken, repeated ones too. */
  readonly taken: number;
  /** Records set aside, per code. */
  readonly setAside: Readonly<Partial<Record<LedgerIssueCode, number>>>;
  /** Filled cells in order: how far each lies from the one before, and what it holds. */
  readonly filled: readonly number[];
}

/** A ledger as plain data. */
export function storeLedger({ plan, cells, rows, tally }: LedgerState): StoredWorkLedger {
  const filled: number[] = [];
  let last = -1;
  for (let cell = 0; cell < cells.length; cell += 1) {
    const code = cells[cell] ?? 0;
    if (code === 0) continue;
    filled.push(cell - last, code);
    last = cell;
  }
  const side = Object.fromEntries(SIDE_TABLES.map((table) => [table, [...rows[table]].sort().map((row) => JSON.parse(row))]));
  return {
    format: WORK_LEDGER_FORMAT,
    plan: planPrint(plan),
    cells: cells.length,
    taken: tally.taken,
    setAside: Object.fromEntries([...tally.setAside].sort(([a], [b]) => (a < b ? -1 : 1))),
    filled,
    ...(side as unknown as SideRows),
  };
}

/** A ledger from plain data, or why it cannot be one. */
export function restoreLedger(stored: unknown, plan: WorkPlan): LedgerState | string {
  const data = stored as Partial<StoredWorkLedger> | null;
  if (data === null || typeof data !== "object" || data.format !== WORK_LEDGER_FORMAT) return `format ≠ ${WORK_LEDGER_FORMAT}`;
  if (data.plan !== planPrint(plan) || data.cells !== plan.cells) return "plan";
  if (!Array.isArray(data.filled) || data.filled.length % 2 !== 0) return "filled";
  const state = emptyLedger(plan);
  let cell = -1;
  for (let at = 0; at < data.filled.length; at += 2) {
    const gap: unknown = data.filled[at];
    const code: unknown = data.filled[at + 1];
    if (!Number.isSafeInteger(gap) || (gap as number) < 1 || !isCellCode(code)) return "filled";
    cell += gap as number;
    if (cell >= plan.cells) return "filled";
    state.cells[cell] = code;
  }
  for (const table of SIDE_TABLES) {
    const found = collectIssues();
    for (const row of readSideRows(table, data[table], plan, found)) state.rows[table].add(row);
    if (found.issues.length > 0) return table;
  }
  if (!Number.isSafeInteger(data.taken) || (data.taken as number) < 0) return "taken";
  state.tally.taken = data.taken as number;
  for (const [code, count] of Object.entries(data.setAside ?? {})) {
    if (!Number.isSafeInteger(count) || count < 0) return "setAside";
    state.tally.setAside.set(code as LedgerIssueCode, count);
  }
  return state;
}
