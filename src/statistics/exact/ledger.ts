/** Why a row was left out: a value NaN, infinite or further from the origin than the grid reaches; a weight that is not at least one step; no group. */
export type RefusalReason = "not-a-number" | "infinite" | "too-far" | "weight-not-positive" | "no-group";

/** A row that was left out, with the first of its columns that stood in the way. */
export interface Refusal {
  /** The number the caller gave the row; else its place among all rows offered, from 0. */
  readonly row: number;
  /** The column; absent where the weight or the group is the reason. */
  readonly column?: string | undefined;
  readonly reason: RefusalReason;
}

/** 台账. What happened to the rows that were offered. Rows with one unusable value are left out whole. */
export interface StatisticsLedger {
  /** Rows offered, taken or not. */
  readonly offered: number;
  /** Rows taken. */
  readonly rows: number;
  /** Rows left out, by row number, then by column. */
  readonly refused: readonly Refusal[];
  /** Per column: taken values more than 1/256 of a step away from every point of the grid, which were rounded to the nearest. */
  readonly offGrid: Readonly<Record<string, number>>;
}

/** By row, then column, then reason. @internal */
export function compareRefusals(a: Refusal, b: Refusal): number {
  if (a.row !== b.row) return a.row - b.row;
  return compareText(a.column ?? "", b.column ?? "") || compareText(a.reason, b.reason);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** `list` without the entries of `gone`, each taken once; `undefined` when one of them is not there. @internal */
export function withoutRefusals(list: readonly Refusal[], gone: readonly Refusal[]): Refusal[] | undefined {
  if (gone.length === 0) return [...list];
  const have = [...list].sort(compareRefusals);
  const out = [...gone].sort(compareRefusals);
  const rest: Refusal[] = [];
  let next = 0;
  for (const refusal of have) {
    if (next < out.length && compareRefusals(refusal, out[next]!) === 0) next++;
    else rest.push(refusal);
  }
  return next === out.length ? rest : undefined;
}

/** Why a weight or value cannot be taken, given that it cannot. @internal */
export function reasonOf(value: number): RefusalReason {
  if (Number.isNaN(value)) return "not-a-number";
  return value === Infinity || value === -Infinity ? "infinite" : "too-far";
}
