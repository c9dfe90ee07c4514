import { SchoolGroupsError } from "../../core/index.js";
import { type Feeder, feedChunk, feederOf, feedRow, flushTile, settle } from "./feeder.js";
import type { Runs } from "./kernels.js";
import { TILE_ROWS } from "./layout.js";
import { emptyState, type StatisticsState } from "./state.js";
import { type StatisticsUnit, unitIndex } from "./unit-table.js";

/** Columns of rows. */
export interface StatisticsColumns {
  /** Per column of the design its values; all of one length. NaN stands for a missing value and leaves the row out. */
  readonly values: Readonly<Record<string, ArrayLike<number>>>;
  /** Per row the key of its group, or, with `units`, the place in that list. */
  readonly group: ArrayLike<string | undefined> | ArrayLike<number>;
  /** Per row the key of the upper unit; empty places mean none. Only in designs with `upper`, and not beside `units`. */
  readonly upper?: ArrayLike<string | null | undefined> | undefined;
  /** The groups that the numbers in `group` stand for: the fastest way in. */
  readonly units?: readonly StatisticsUnit[] | undefined;
  /** Per row its weight; in designs with `weightStep`. */
  readonly weight?: ArrayLike<number> | undefined;
  /** The number of the first row, for the ledger; else counting goes on where it stood. */
  readonly firstRow?: number | undefined;
}

/** Fills a fresh state from columns, so that one which fails leaves nothing behind. @internal */
export function fillColumns(like: StatisticsState, input: StatisticsColumns): StatisticsState {
  const { layout } = like;
  const columns = layout.columns.map(({ id }) => input.values[id]);
  const rows = input.group?.length;
  checkShape(like, input, columns, rows);
  const state = emptyState(layout);
  const feeder = feederOf(state);
  const place = placer(state, input);
  const direct = columns.every((column) => column instanceof Float64Array);
  const { weight, firstRow = like.offered } = input;
  const source = { columns: columns as ArrayLike<number>[], weight, firstRow };
  for (let from = 0; from < rows; from += TILE_ROWS) {
    const to = Math.min(rows, from + TILE_ROWS);
    const runs = place(feeder.runs, from, to);
    if (runs < 0 || !feedChunk(feeder, { columns: source.columns, weight, direct, from, to }, runs)) feedOneByOne(feeder, source, from, to);
  }
  settle(feeder);
  state.offered = rows;
  return state;
}

interface Source {
  readonly columns: readonly ArrayLike<number>[];
  readonly weight: ArrayLike<number> | undefined;
  readonly firstRow: number;
}

/** A tile with a row that cannot be taken: the rows that are fit close ranks. */
function feedOneByOne(feeder: Feeder, source: Source, from: number, to: number): void {
  const codes = placesOfRows(feeder.runs, to - from);
  let row = from;
  const value = (column: number): number => Number(source.columns[column]![row]);
  for (; row < to; row++) {
    const unit = codes[row - from]!;
    const trouble = unit < 0 ? ({ reason: "no-group" } as const) : feedRow(feeder, unit, value, source.weight?.[row]);
    if (trouble !== undefined) feeder.state.refused.push({ row: source.firstRow + row, ...trouble });
  }
  flushTile(feeder);
}

function placesOfRows({ start, unit }: Runs, rows: number): Int32Array {
  const places = new Int32Array(rows);
  for (let run = 0; run === 0 || start[run]! < rows; run++) places.fill(unit[run]!, start[run]!, start[run + 1]!);
  return places;
}

/** Marks the runs of one group side by side in the rows `from` … `to`; gives their number, and −1 when some row has no group. */
type Placer = (runs: Runs, from: number, to: number) => number;

function placer(state: StatisticsState, input: StatisticsColumns): Placer {
  if (input.units !== undefined) return listedPlacer(state, input.group as ArrayLike<number>, input.units);
  const { group, upper } = input as { group: ArrayLike<string | undefined>; upper?: ArrayLike<string | null | undefined> };
  return (runs, from, to) => {
    let run = 0;
    let known = true;
    for (let i = from; i < to; i++) {
      if (i > from && group[i] === group[i - 1] && (upper === undefined || upper[i] === upper[i - 1])) continue;
      const here = group[i];
      const above = upper?.[i];
      const place = isKey(here) ? unitIndex(state.units, state.layout, { group: here, upper: isKey(above) ? above : undefined }) : -1;
      if (place < 0) known = false;
      runs.start[run] = i - from;
      runs.unit[run++] = place;
    }
    runs.start[run] = to - from;
    return known ? run : -1;
  };
}

function isKey(key: unknown): key is string {
  return typeof key === "string" && key !== "";
}

function listedPlacer(state: StatisticsState, group: ArrayLike<number>, units: readonly StatisticsUnit[]): Placer {
  const places = new Int32Array(units.length).fill(-1);
  return (runs, from, to) => {
    const count = markCodes(group, runs, from, to);
    let known = true;
    for (let run = 0; run < count; run++) {
      const code = runs.unit[run]!;
      const place = code >= 0 && code < places.length ? places[code]! : -1;
      runs.unit[run] = place >= 0 ? place : listUnit(state, units, places, code);
      if (runs.unit[run]! < 0) known = false;
    }
    return known ? count : -1;
  };
}

/** The hot loop on its own: where the code changes. */
function markCodes(group: ArrayLike<number>, runs: Runs, from: number, to: number): number {
  if (group instanceof Int32Array) return markWholeCodes(group, runs, from, to);
  const { start, unit } = runs;
  let run = 0;
  let last = -1;
  for (let i = from; i < to; i++) {
    const here = group[i] as number;
    if (here !== last || i === from) {
      start[run] = i - from;
      unit[run] = Number.isInteger(here) && here >= 0 ? here : -1;
      run++;
      last = here;
    }
  }
  start[run] = to - from;
  return run;
}

/** The same for whole numbers, four rows at a time while nothing changes. */
function markWholeCodes(group: Int32Array, runs: Runs, from: number, to: number): number {
  const { start, unit } = runs;
  let run = 0;
  let i = from;
  while (i < to) {
    const here = group[i] as number;
    start[run] = i - from;
    unit[run++] = here;
    i++;
    while (
      i + 4 <= to &&
      (((group[i] as number) ^ here) |
        ((group[i + 1] as number) ^ here) |
        ((group[i + 2] as number) ^ here) |
        ((group[i + 3] as number) ^ here)) ===
        0
    ) {
      i += 4;
    }
    while (i < to && group[i] === here) i++;
  }
  start[run] = to - from;
  return run;
}

function listUnit(state: StatisticsState, units: readonly StatisticsUnit[], places: Int32Array, code: number): number {
  const listed = units[code];
  if (listed === undefined || !isKey(listed.group)) return -1;
  const place = unitIndex(state.units, state.layout, { group: listed.group, upper: isKey(listed.upper) ? listed.upper : undefined });
  places[code] = place;
  return place;
}

function checkShape(
  like: StatisticsState,
  input: StatisticsColumns,
  columns: readonly (ArrayLike<number> | undefined)[],
  rows: number | undefined,
): asserts rows is number {
  const { layout } = like;
  if (typeof rows !== "number") throw shapeError("group", "addColumns needs the rows' groups");
  columns.forEach((column, c) => {
    if (column === undefined) throw shapeError(layout.columns[c]!.id, "a column of the design is not there");
    if (column.length !== rows) throw shapeError(layout.columns[c]!.id, "columns differ in length");
  });
  if ((layout.weightGrid !== undefined) !== (input.weight !== undefined))
    throw shapeError("weight", "weights belong to designs with weightStep, and to all of their rows");
  if (input.weight !== undefined && input.weight.length !== rows) throw shapeError("weight", "weights differ in length from the columns");
  const named = input.upper !== undefined || input.units?.some((unit) => unit.upper !== undefined) === true;
  if (named && !layout.upper) throw shapeError("upper", "upper units belong to designs with upper: true");
  if (input.upper !== undefined && input.units !== undefined) throw shapeError("upper", "with units the upper unit stands in the list");
  if (input.upper !== undefined && input.upper.length !== rows) throw shapeError("upper", "upper units differ in length from the columns");
}

/** The error for columns that do not fit one another or the design. @internal */
export function shapeError(argument: string, message: string): SchoolGroupsError {
  return new SchoolGroupsError("invalid-argument", `${message}: ${argument}`, { argument });
}
