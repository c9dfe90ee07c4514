import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import { createRandom } from "../statistics/index.js";
import { type ClusteredInterval, clusteredInterval, clustersOf, type Sides } from "./clustered-interval.js";
import type { SchoolInGroup } from "./group-level.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import type { ValueAddedResult } from "./result.js";

/** What a before/after comparison of joining needs. */
export interface JoiningEffectOptions {
  /** Results of several cohorts by one method and scale, in the order of time; their `cohort` names the years. */
  readonly cohorts: readonly ValueAddedResult[];
  /** Schools that joined a group (`joinedSchools` reads them off dated memberships), with the first cohort that counts as after joining. Every other school is one in no group. */
  readonly joined: readonly { readonly school: string; readonly since: string }[];
  /** Schools that must not serve for comparison: in a group all along, say. */
  readonly leftOut?: readonly string[] | undefined;
  /** Seed of the permutations. */
  readonly seed: number;
  /** Random permutations of who joined; 999 when absent. */
  readonly permutations?: number | undefined;
  /**
   * Which group a school joined: then the error is clustered by group, as schools of one group have more in common than their method. Groups with a school in common
   * are one cluster. Absent: clustered by school. Schools in no group are clusters by themselves.
   */
  readonly groups?: readonly SchoolInGroup[] | undefined;
  /** Confidence of the intervals, above 0 and below 1. Default 0.95. */
  readonly confidence?: number | undefined;
}

/** 加入集团前后的双重差分. "1+1>2", or why it cannot be said. */
export type JoiningEffect =
  | {
      readonly identified: true;
      /** Mean change of joining schools less mean change of schools in no group, in the results' scale. */
      readonly effect: number;
      /** Its cluster-robust error, beside `p`, which assumes no distribution; null where one side is a single cluster. */
      readonly interval: ClusteredInterval | null;
      /** What the error is clustered by, and how many clusters there are on both sides. */
      readonly clusteredBy: "school" | "group";
      readonly clusters: { readonly joining: number; readonly compared: number };
      /** Share of permutations, this one included, with an effect as large in size. */
      readonly p: number;
      readonly permutations: number;
      readonly joining: number;
      readonly compared: number;
      /** The same difference between the last and the first cohort before joining: near 0 where both went alike. Null with one cohort before. */
      readonly preTrend: { readonly difference: number; readonly p: number; readonly interval: ClusteredInterval | null } | null;
    }
  | {
      readonly identified: false;
      readonly reason: "no-joining-school" | "no-school-in-no-group" | "nothing-before" | "nothing-after" | "too-few-permutations";
    };

/**
 * 双重差分. Did schools that joined a group change otherwise than schools in no group over the same cohorts? A difference in differences of
 * unshrunken estimates, every school alike; inference by permuting who joined (Fisher), so that no distribution is assumed, and beside it a standard
 * error clustered by school, or by the group joined (CR2 with Satterthwaite's degrees of freedom: Bell & McCaffrey 2002; Pustejovsky & Tipton 2018). A
 * school's own error of estimation is part of how its changes spread; what all schools of a cohort share through its line is not in it.
 *
 * It rests on both having gone alike otherwise: look at `preTrend`. Schools without an estimate in all cohorts are left out, as are those that joined in a cohort
 * not given (`cohort-mismatch`) or in two of them (`schools-left-out`). Not identified, with
 * the reason, without schools on both sides, cohorts before and after, or where fewer than twenty assignments exist (no p below 0.05).
 * Fails with `results-not-comparable` where cohorts differ in method or scale, and with `cohorts-alike` where two have one name. Throws for fewer than two cohorts or a bad seed.
 *
 * @example
 * ```ts
 * import { joiningEffect } from "school-groups/value-added";
 *
 * const estimate = (school: string, value: number) => ({ school, status: "estimated", estimate: value });
 * const cohort = (name: string, values: readonly number[]) =>
 *   ({ method: "regression", scale: "z", cohort: name, schools: values.map((value, k) => estimate(`s${k}`, value)) }) as never;
 * const cohorts = [cohort("2023", [0, 0.1, 0, 0]), cohort("2024", [0.3, 0.1, 0, 0])];
 * joiningEffect({ cohorts, joined: [{ school: "s0", since: "2024" }], seed: 1 });
 * // => { ok: true, value: { identified: false, reason: "too-few-permutations" }, issues: [] }
 * ```
 */
export function joiningEffect(options: JoiningEffectOptions): Result<JoiningEffect, ValueAddedIssue> {
  const { cohorts, joined, seed, permutations = 999, confidence = 0.95 } = options;
  if (cohorts.length < 2) throw new SchoolGroupsError("invalid-argument", "a change needs two cohorts", { argument: "cohorts" });
  if (!(Number.isSafeInteger(permutations) && permutations > 0))
    throw new SchoolGroupsError("invalid-argument", "permutations are a whole number above 0", { argument: "permutations" });
  if (!(confidence > 0 && confidence < 1))
    throw new SchoolGroupsError("invalid-argument", "confidence lies between 0 and 1", { argument: "confidence" });
  const random = createRandom(seed);
  const kind = ({ method, scale }: ValueAddedResult): string => `${method} ${scale}`;
  const other = cohorts.findIndex((result) => kind(result) !== kind(cohorts[0]!));
  if (other > 0)
    return failure([
      valueAddedIssue("results-not-comparable", ["cohorts", other], { mine: kind(cohorts[0]!), theirs: kind(cohorts[other]!) }),
    ]);
  const names = cohorts.map(({ cohort }) => cohort);
  const twice = names.findIndex((name, k) => names.indexOf(name) < k);
  if (twice > 0) return failure([valueAddedIssue("cohorts-alike", ["cohorts", twice], { cohort: names[twice]! })]);
  const { neither, issues } = joinedWhen(joined, names);
  const series = completeSeries(cohorts, new Set([...(options.leftOut ?? []), ...neither]));
  const since = new Map(joined.map((each) => [each.school, names.indexOf(each.since)]));
  const times = [...series.keys()].map((school) => since.get(school) ?? -1);
  const obstacle = obstacleOf(times, cohorts.length);
  if (obstacle !== undefined) return success({ identified: false, reason: obstacle }, issues);
  const values = [...series.values()];
  const effect = differenceInDifferences(values, times, changeAt);
  const clusters = clustersOf([...series.keys()], times, options.groups);
  const intervalOf = (estimate: number, change: ChangeOf) =>
    clusteredInterval(estimate, changesOf(values, times, change), clusters, confidence);
  const pre = times.every((time) => time < 0 || time >= 2) ? differenceInDifferences(values, times, trendBefore) : null;
  let [large, largePre] = [1, 1];
  for (let k = 0; k < permutations; k += 1) {
    const shuffled = random.shuffle(times);
    if (asLarge(differenceInDifferences(values, shuffled, changeAt), effect)) large += 1;
    if (pre !== null && asLarge(differenceInDifferences(values, shuffled, trendBefore), pre)) largePre += 1;
  }
  const joining = times.filter((time) => time >= 0).length;
  return success(
    {
      identified: true,
      effect,
      interval: intervalOf(effect, changeAt),
      clusteredBy: options.groups === undefined ? "school" : "group",
      clusters: { joining: new Set(clusters.filter((_, k) => times[k]! >= 0)).size, compared: times.length - joining },
      p: large / (permutations + 1),
      permutations,
      joining,
      compared: times.length - joining,
      preTrend: pre === null ? null : { difference: pre, p: largePre / (permutations + 1), interval: intervalOf(pre, trendBefore) },
    },
    issues,
  );
}

/** Equal sums in another order of adding may differ in the last bits. */
function asLarge(value: number, than: number): boolean {
  return Math.abs(value) >= Math.abs(than) * (1 - 1e-9);
}

/** Estimates of the schools that have one in every cohort. */
function completeSeries(cohorts: readonly ValueAddedResult[], leftOut: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const series = new Map<string, number[]>();
  for (const { schools } of cohorts)
    for (const each of schools) {
      if (each.status !== "estimated" || leftOut.has(each.school)) continue;
      series.set(each.school, [...(series.get(each.school) ?? []), each.estimate]);
    }
  return new Map([...series].filter(([, values]) => values.length === cohorts.length));
}

/** A school that joined in a cohort nobody gave, or in two at once, is on neither side. */
function joinedWhen(
  joined: JoiningEffectOptions["joined"],
  names: readonly string[],
): { readonly neither: ReadonlySet<string>; readonly issues: readonly ValueAddedIssue[] } {
  const first = new Map<string, string>();
  const neither = new Set<string>();
  const issues: ValueAddedIssue[] = [];
  for (const [row, { school, since }] of joined.entries()) {
    const subject = { kind: "school", id: school } as const;
    const path = ["joined", row];
    const before = first.get(school);
    if (before === undefined) first.set(school, since);
    else if (before !== since)
      issues.push(valueAddedIssue("schools-left-out", path, { reason: "duplicate-school", count: 1, row }, subject));
    const known = names.includes(since);
    if (!known) issues.push(valueAddedIssue("cohort-mismatch", path, { expected: names.join(" "), found: since, count: 1, row }, subject));
    if (!known || (before !== undefined && before !== since)) neither.add(school);
  }
  return { neither, issues };
}

function obstacleOf(times: readonly number[], cohorts: number): Extract<JoiningEffect, { identified: false }>["reason"] | undefined {
  const joining = times.filter((time) => time >= 0);
  if (joining.length === 0) return "no-joining-school";
  if (joining.length === times.length) return "no-school-in-no-group";
  if (joining.some((time) => time === 0)) return "nothing-before";
  if (joining.some((time) => time >= cohorts)) return "nothing-after";
  return assignments(times.length, joining.length) < 20 ? "too-few-permutations" : undefined;
}

/** How many ways there are to choose who joined; large numbers are cut off. */
function assignments(all: number, chosen: number): number {
  let ways = 1;
  for (let k = 1; k <= chosen && ways < 1e6; k += 1) ways = (ways * (all - chosen + k)) / k;
  return ways;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean from the cohort of joining on, less mean before. */
function changeAt(values: readonly number[], time: number): number {
  return mean(values.slice(time)) - mean(values.slice(0, time));
}

/** Last cohort before joining less the first. */
function trendBefore(values: readonly number[], time: number): number {
  return values[time - 1]! - values[0]!;
}

type ChangeOf = (values: readonly number[], time: number) => number;

/** Per school its own change; a school in no group has the mean of its changes at the times the others joined. */
function changesOf(values: readonly (readonly number[])[], times: readonly number[], change: ChangeOf): Sides {
  const joinedAt = times.filter((time) => time >= 0);
  const of = (joining: boolean): readonly number[] => times.flatMap((time, k) => (time >= 0 === joining ? [k] : []));
  const alone = of(false).map((place) => ({ place, value: mean(joinedAt.map((time) => change(values[place]!, time))) }));
  return { joining: of(true).map((place) => ({ place, value: change(values[place]!, times[place]!) })), compared: alone };
}

/** Each joining school against the mean of those in no group over the same cohorts. */
function differenceInDifferences(values: readonly (readonly number[])[], times: readonly number[], change: ChangeOf): number {
  const comparison = new Map<number, number>();
  const alone = values.filter((_, k) => times[k]! < 0);
  const differences: number[] = [];
  for (const [k, time] of times.entries()) {
    if (time < 0) continue;
    let compared = comparison.get(time);
    if (compared === undefined) {
      compared = mean(alone.map((each) => change(each, time)));
      comparison.set(time, compared);
    }
    differences.push(change(values[k]!, time) - compared);
  }
  return mean(differences);
}
