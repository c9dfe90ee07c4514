import { joinCells } from "./cell-code.js";
import type { LedgerIssueCode } from "./issues.js";
import { planPrint } from "./plan-print.js";
import { SIDE_TABLES, type SideTable } from "./side-rows.js";
import type { WorkPlan } from "./work-plan.js";

/** All that a ledger keeps: 4 bytes per cell, the other tables as sets of rows, and how many records came. */
export interface LedgerState {
  readonly plan: WorkPlan;
  readonly cells: Uint32Array;
  /** Per table its rows, each once, as text with its fields in one order. */
  readonly rows: Readonly<Record<SideTable, Set<string>>>;
  /** What was computed from the rows, until more come. */
  readonly memory: Map<string, unknown>;
  readonly tally: { taken: number; readonly setAside: Map<LedgerIssueCode, number> };
}

/** A ledger of a plan with nothing in it. */
export function emptyLedger(plan: WorkPlan): LedgerState {
  const rows = { registers: new Set<string>(), references: new Set<string>(), uses: new Set<string>() };
  return {
    plan,
    cells: new Uint32Array(plan.cells),
    rows: { ...rows, adoptions: new Set(), activities: new Set() },
    memory: new Map(),
    tally: { taken: 0, setAside: new Map() },
  };
}

/** Whether two ledgers are of the same tasks, schools and period. */
export function samePlan(a: LedgerState, b: LedgerState): boolean {
  return a.plan === b.plan || (a.plan.cells === b.plan.cells && planPrint(a.plan) === planPrint(b.plan));
}

/** Adds all that another ledger holds. */
export function mergeLedger(into: LedgerState, from: LedgerState): void {
  const { cells } = into;
  into.memory.clear();
  const others = from.cells;
  for (let cell = 0; cell < cells.length; cell += 1) {
    const other = others[cell] ?? 0;
    if (other !== 0) cells[cell] = joinCells(cells[cell] ?? 0, other);
  }
  for (const table of SIDE_TABLES) for (const row of from.rows[table]) into.rows[table].add(row);
  into.tally.taken += from.tally.taken;
  for (const [code, count] of from.tally.setAside) addCount(into.tally.setAside, code, count);
}

/** Adds to a count per code. */
export function addCount(counts: Map<LedgerIssueCode, number>, code: LedgerIssueCode, count: number): void {
  counts.set(code, (counts.get(code) ?? 0) + count);
}

/** A value computed once for the rows a ledger holds. */
export function remembered<Value>(state: LedgerState, key: string, make: () => Value): Value {
  if (!state.memory.has(key)) state.memory.set(key, make());
  return state.memory.get(key) as Value;
}
