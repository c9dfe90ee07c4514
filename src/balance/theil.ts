import { failure, type Result, success, toNumber } from "../core/index.js";
import { log } from "../statistics/index.js";
import type { BalanceIssue } from "./issues.js";
import { type ResourceUnit, readUnits } from "./resource-unit.js";

/** A unit that belongs to a group (an education group, a town) for the decomposition. */
export interface GroupedUnit extends ResourceUnit {
  /** Absent: the unit is a group of its own. */
  readonly group?: string | undefined;
}

/** One group's part in Theil's T. */
export interface TheilGroup {
  readonly group: string;
  readonly units: number;
  /** Share of the pupils, share of the resource. */
  readonly pupilShare: number;
  readonly resourceShare: number;
  /** T inside the group. */
  readonly within: number;
  /** Its part of the whole: share of the resource × T inside. */
  readonly contribution: number;
}

/** 泰尔指数, split into what lies between groups and what lies within them. */
export interface Theil {
  /** Theil's T = between + within. */
  readonly total: number;
  /** The gap between the groups' averages. */
  readonly between: number;
  /** The gap between the schools of a group: the sum of the contributions. */
  readonly within: number;
  readonly groups: readonly TheilGroup[];
  /** Theil's L (mean logarithmic deviation); absent when a unit has nothing, for a zero has no logarithm. */
  readonly l?: number | undefined;
}

interface Row {
  readonly pupils: number;
  readonly total: number;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Σ w ln(w ÷ p) over parts of one whole; a part without resource adds nothing. */
function theilOf(rows: readonly Row[]): number {
  const pupils = sumOf(rows.map((row) => row.pupils));
  const total = sumOf(rows.map((row) => row.total));
  if (total === 0) return 0;
  return sumOf(rows.map((row) => (row.total === 0 ? 0 : (row.total / total) * log((row.total / total) * (pupils / row.pupils)))));
}

function meanLogDeviation(rows: readonly Row[]): number | undefined {
  if (rows.some((row) => row.total === 0)) return undefined;
  const pupils = sumOf(rows.map((row) => row.pupils));
  const total = sumOf(rows.map((row) => row.total));
  return sumOf(rows.map((row) => (row.pupils / pupils) * log((row.pupils / pupils) * (total / row.total))));
}

function groupRows(units: readonly GroupedUnit[], rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  units.forEach((unit, index) => {
    const row = rows[index];
    if (row === undefined) return;
    const key = unit.group === undefined ? `unit ${unit.id}` : `group ${unit.group}`;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [row]);
    else members.push(row);
  });
  return groups;
}

/**
 * 泰尔指数. How unequally a resource is spread over pupils, split into the gap between groups and the gap within them (national N4):
 * T = Σ w_i ln(w_i ÷ p_i) with p a unit's share of the pupils and w its share of the resource.
 *
 * The natural measure of the gap between the schools of a group. `between + within` is the total, and the groups' contributions add up to
 * `within`. 0 when every pupil has the same. Fails as `differenceCoefficient` does.
 *
 * @example
 * ```ts
 * import { theil } from "school-groups/balance";
 *
 * const result = theil([
 *   { id: "a", group: "g", pupils: 100, total: 10 },
 *   { id: "b", group: "g", pupils: 300, total: 30 },
 *   { id: "c", pupils: 50, total: 5 },
 * ]);
 * result.ok && [result.value.total, result.value.groups.length]; // => [0, 2]
 * ```
 */
export function theil(units: readonly GroupedUnit[]): Result<Theil, BalanceIssue> {
  const { sound, issues } = readUnits(units);
  const [first, ...others] = issues;
  if (first !== undefined) return failure([first, ...others]);
  const rows = sound.map((unit) => ({ pupils: toNumber(unit.pupils), total: toNumber(unit.total) }));
  const pupils = sumOf(rows.map((row) => row.pupils));
  const total = sumOf(rows.map((row) => row.total));
  if (total === 0) return failure([{ code: "zero-mean", severity: "error", path: [], params: {} }]);
  const sums: Row[] = [];
  const groups: TheilGroup[] = [];
  for (const [key, members] of groupRows(units, rows)) {
    const sum = { pupils: sumOf(members.map((row) => row.pupils)), total: sumOf(members.map((row) => row.total)) };
    const within = theilOf(members);
    const resourceShare = sum.total / total;
    sums.push(sum);
    groups.push({
      group: key.slice(key.indexOf(" ") + 1),
      units: members.length,
      pupilShare: sum.pupils / pupils,
      resourceShare,
      within,
      contribution: resourceShare * within,
    });
  }
  const between = theilOf(sums);
  const within = sumOf(groups.map((group) => group.contribution));
  return success({ total: between + within, between, within, groups, l: meanLogDeviation(rows) });
}
