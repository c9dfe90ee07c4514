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

function totals(rows: readonly Row[]): Row {
  let [pupils, total] = [0, 0];
  for (const row of rows) {
    pupils += row.pupils;
    total += row.total;
  }
  return { pupils, total };
}

/** Σ w ln(w ÷ p) over parts of one whole; a part without resource adds nothing. */
function theilOf(rows: readonly Row[], all: Row): number {
  if (all.total === 0) return 0;
  let sum = 0;
  for (const { pupils, total } of rows) {
    const share = total / all.total;
    if (total !== 0) sum += share * log(share * (all.pupils / pupils));
  }
  return sum;
}

function meanLogDeviation(rows: readonly Row[], all: Row): number | undefined {
  let sum = 0;
  for (const { pupils, total } of rows) {
    if (total === 0) return undefined;
    const share = pupils / all.pupils;
    sum += share * log(share * (all.total / total));
  }
  return sum;
}

interface RowGroup {
  readonly group: string;
  readonly members: Row[];
}

/** Groups in the order of their first unit; a unit without one is a group of its own. */
function groupRows(units: readonly GroupedUnit[], rows: readonly Row[]): readonly RowGroup[] {
  const all: RowGroup[] = [];
  const groups = new Map<string, RowGroup>();
  for (const [index, row] of rows.entries()) {
    const { id = "", group } = units[index] ?? {};
    const known = group === undefined ? undefined : groups.get(group);
    if (known !== undefined) {
      known.members.push(row);
      continue;
    }
    const made = { group: group ?? id, members: [row] };
    all.push(made);
    if (group !== undefined) groups.set(group, made);
  }
  return all;
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
  const all = totals(rows);
  if (all.total === 0) return failure([{ code: "zero-mean", severity: "error", path: [], params: {} }]);
  const sums: Row[] = [];
  const groups: TheilGroup[] = [];
  let within = 0;
  for (const { group, members } of groupRows(units, rows)) {
    const sum = totals(members);
    const inside = theilOf(members, sum);
    const resourceShare = sum.total / all.total;
    const contribution = resourceShare * inside;
    sums.push(sum);
    within += contribution;
    groups.push({ group, units: members.length, pupilShare: sum.pupils / all.pupils, resourceShare, within: inside, contribution });
  }
  const between = theilOf(sums, totals(sums));
  return success({ total: between + within, between, within, groups, l: meanLogDeviation(rows, all) });
}
