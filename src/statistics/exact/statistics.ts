import { failure, type Result, success } from "../../core/index.js";
import { type FitIssue, fitIssue } from "../fit-issues.js";
import type { StatisticsDesign } from "./design.js";
import { fillColumns, type StatisticsColumns, shapeError } from "./feed-columns.js";
import { type Feeder, feederOf, feedRow, flushTile, settle } from "./feeder.js";
import { layoutOf } from "./layout.js";
import { compareRefusals, type Refusal, type StatisticsLedger } from "./ledger.js";
import { emptyState, mergeState, type StatisticsState, subtractState } from "./state.js";
import { restore, type StoredStatistics, store } from "./stored.js";
import { unitIndex } from "./unit-table.js";

/** One row: a pupil. */
export interface StatisticsRow {
  readonly group: string;
  /** Key of the upper unit; absent for a group that belongs to none. */
  readonly upper?: string | undefined;
  /** Per column of the design its value. */
  readonly values: Readonly<Record<string, number>>;
  /** In designs with `weightStep`. */
  readonly weight?: number | undefined;
  /** The row's number in the ledger; else its place among all rows offered. */
  readonly row?: number | undefined;
}

/** How many rows of an addition were taken and left out. */
export interface Addition {
  readonly taken: number;
  readonly refused: number;
}

/**
 * 可合并的精确统计量. Counts, sums and cross-products of columns, per group and in total, kept as whole numbers of steps.
 *
 * Rows may come in any order, in any number of parts, merged in any order: the same rows give the same bits. Additions that fail (a
 * malformed call throws `SchoolGroupsError`) leave everything as it was; rows that cannot be used go to the ledger and come back as
 * `rows-refused` warnings.
 */
export interface Statistics {
  /** Adds one row. */
  readonly add: (row: StatisticsRow) => Result<Addition, FitIssue>;
  /** Adds whole columns: millions of rows in milliseconds. */
  readonly addColumns: (columns: StatisticsColumns) => Result<Addition, FitIssue>;
  /** Adds all that `other` holds; `designs-differ` where the designs are not the same. */
  readonly merge: (other: Statistics) => Result<Addition, FitIssue>;
  /** Undoes an `add` or a `merge`; `not-contained`, with nothing changed, where that cannot have taken place. */
  readonly remove: (other: Statistics | StatisticsRow) => Result<Addition, FitIssue>;
  /** Rows taken so far, and what became of the others. */
  readonly ledger: () => StatisticsLedger;
  /** Plain data for storage; equal statistics give equal bytes. */
  readonly toJSON: () => StoredStatistics;
  /** @internal */
  readonly state: () => StatisticsState;
}

/**
 * 建立精确统计量. An empty collection of exact statistics for a design.
 *
 * Throws `SchoolGroupsError` where the design is malformed: no column, two of one name, a step that is no decimal text above 0.
 *
 * @example
 * ```ts
 * import { createStatistics } from "school-groups/statistics";
 *
 * const statistics = createStatistics({ columns: [{ id: "before", step: "0.5" }, { id: "after", step: "0.5" }] });
 * statistics.addColumns({ group: ["a", "a", "b"], values: { before: [61, 70.5, 80], after: [64, 71, 79.5] } });
 * statistics.toJSON().groups[0]; // => { group: "a", rows: "2", sums: ["263", "270"] }
 * ```
 */
export function createStatistics(design: StatisticsDesign): Statistics {
  return statisticsOf(emptyState(layoutOf(design)));
}

/**
 * 读取已存统计量. Statistics from what `toJSON` gave; `statistics-unreadable` where it does not hold together.
 *
 * @example
 * ```ts
 * import { createStatistics, readStatistics } from "school-groups/statistics";
 *
 * const statistics = createStatistics({ columns: [{ id: "mark", step: "1" }] });
 * statistics.add({ group: "a", values: { mark: 90 } });
 * const again = readStatistics(JSON.parse(JSON.stringify(statistics)));
 * again.ok && again.value.ledger().rows; // => 1
 * ```
 */
export function readStatistics(stored: unknown): Result<Statistics, FitIssue> {
  try {
    return success(statisticsOf(restore(stored as StoredStatistics)));
  } catch (error) {
    return failure([fitIssue("statistics-unreadable", [], { reason: error instanceof Error ? error.message : "unknown" })]);
  }
}

function statisticsOf(state: StatisticsState): Statistics {
  // Made when the first single row comes: whole columns bring their own.
  let feeder: Feeder | undefined;
  const settled = (): StatisticsState => {
    if (feeder !== undefined) settle(feeder);
    return state;
  };
  return {
    add: (row) => {
      feeder ??= feederOf(state);
      return addRow(feeder, row);
    },
    addColumns: (columns) => {
      const filled = fillColumns(state, columns);
      const result = addition(filled);
      mergeState(settled(), filled, true);
      return result;
    },
    merge: (other) => {
      const theirs = other.state();
      const mismatch = differs(state, theirs);
      if (mismatch !== undefined) return failure([mismatch]);
      mergeState(settled(), theirs);
      return addition(theirs);
    },
    remove: (other) => {
      const theirs = isStatistics(other) ? other.state() : stateOfRow(state, other);
      const mismatch = differs(state, theirs);
      if (mismatch !== undefined) return failure([mismatch]);
      if (!subtractState(settled(), theirs)) return failure([fitIssue("not-contained", [], { rows: rowsOf(theirs) })]);
      return addition(theirs, false);
    },
    ledger: () => ledgerOf(settled()),
    toJSON: () => store(settled()),
    state: settled,
  };
}

function isStatistics(other: Statistics | StatisticsRow): other is Statistics {
  return "toJSON" in other;
}

function stateOfRow(like: StatisticsState, row: StatisticsRow): StatisticsState {
  const state = emptyState(like.layout);
  const feeder = feederOf(state);
  addRow(feeder, row);
  settle(feeder);
  return state;
}

function addRow(feeder: Feeder, row: StatisticsRow): Result<Addition, FitIssue> {
  const { state } = feeder;
  const { layout, units } = state;
  if (row.upper !== undefined && !layout.upper) throw shapeError("upper", "upper units belong to designs with upper: true");
  for (const { id } of layout.columns) if (!(id in row.values)) throw shapeError(id, "a column of the design is not there");
  const named = typeof row.group === "string" && row.group !== "";
  const unit = named ? unitIndex(units, layout, { group: row.group, upper: row.upper === "" ? undefined : row.upper }) : -1;
  const value = (column: number): number => Number(row.values[layout.columns[column]!.id]);
  const trouble = named ? feedRow(feeder, unit, value, row.weight) : ({ reason: "no-group" } as const);
  const number = row.row ?? state.offered;
  state.offered++;
  if (feeder.count === feeder.unit.length) flushTile(feeder);
  if (trouble === undefined) return success({ taken: 1, refused: 0 });
  const refusal = { row: number, ...trouble };
  state.refused.push(refusal);
  return success({ taken: 0, refused: 1 }, refusalIssues([refusal]));
}

function addition(state: StatisticsState, telling = true): Result<Addition, FitIssue> {
  return success({ taken: rowsOf(state), refused: state.refused.length }, telling ? refusalIssues(state.refused) : []);
}

function refusalIssues(refused: readonly Refusal[]): FitIssue[] {
  const kinds = new Map<string, { column: string; reason: Refusal["reason"]; count: number; row: number }>();
  for (const { row, column, reason } of refused) {
    const place = column ?? (reason === "no-group" ? "group" : "weight");
    const key = JSON.stringify([place, reason]);
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { column: place, reason, count: 1, row });
    else kinds.set(key, { ...kind, count: kind.count + 1, row: Math.min(kind.row, row) });
  }
  return [...kinds.values()].map((kind) => fitIssue("rows-refused", [kind.column], kind));
}

function differs(mine: StatisticsState, theirs: StatisticsState): FitIssue | undefined {
  if (mine.layout.signature === theirs.layout.signature) return undefined;
  return fitIssue("designs-differ", [], { mine: mine.layout.signature, theirs: theirs.layout.signature });
}

function rowsOf(state: StatisticsState): number {
  let rows = 0;
  for (let place = 0; place < state.units.keys.length; place++) rows += state.units.rows[place]!;
  return rows;
}

function ledgerOf(state: StatisticsState): StatisticsLedger {
  return {
    offered: state.offered,
    rows: rowsOf(state),
    refused: [...state.refused].sort(compareRefusals),
    offGrid: Object.fromEntries(state.layout.columns.map(({ id }, column) => [id, state.offGrid[column]!])),
  };
}
