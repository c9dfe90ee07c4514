import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import { createRandom } from "../statistics/index.js";
import {
  type ChangesOfCluster,
  type ClusteredInterval,
  clusteredDifference,
  clusteredInterval,
  clusteredP,
  clustersOf,
  effectiveClusters,
} from "./clustered-interval.js";
import type { SchoolInGroup } from "./group-level.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { type ChangeOf, distinctAssignments, type JoiningUnits, joiningUnits, permutationP, strengthOf } from "./joining-assignments.js";
import { type SchoolNotCompared, schoolsCompared } from "./joining-schools.js";
import { marksOf } from "./method-frame.js";
import type { ValueAddedResult } from "./result.js";

/** What a before/after comparison of joining needs. */
export interface JoiningEffectOptions {
  /** Results of several cohorts by one method and scale, in the order of time; their `cohort` names the years. */
  readonly cohorts: readonly ValueAddedResult[];
  /** Schools that joined a group (`joinedSchools` reads them off dated memberships), with the first cohort that counts as after joining. Every other school is one in no group. */
  readonly joined: readonly { readonly school: string; readonly since: string }[];
  /** Schools that must not serve for comparison: in a group all along, say. */
  readonly leftOut?: readonly string[] | undefined;
  /** Seed of the permutations; without effect where all assignments are gone through. */
  readonly seed: number;
  /** How many assignments of who joined are looked at: all where there are no more than these, else so many drawn by chance. 999 when absent. */
  readonly permutations?: number | undefined;
  /**
   * Which group a school joined: then error and permutations are by group, as schools of one group have more in common than their method. Groups with a school in
   * common are one cluster. Absent: by school, which is right only where schools joined one by one. Schools in no group are clusters by themselves.
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
      /** Its cluster-robust error; null where one side is a single school. */
      readonly interval: ClusteredInterval | null;
      /** What error and permutations are clustered by, and how many clusters there are on both sides. */
      readonly clusteredBy: "school" | "group";
      readonly clusters: { readonly joining: number; readonly compared: number };
      /**
       * By school: share of assignments, the true one included, with an effect as large in size. By group: the larger of two, the share of assignments of
       * whole groups with an effect as large in units of its error, and the p of Student's t by `interval`.
       */
      readonly p: number;
      /** Assignments looked at, the true one included, and whether those are all there are: then `p` does not hang on the seed. */
      readonly permutations: number;
      readonly exhaustive: boolean;
      readonly joining: number;
      readonly compared: number;
      /** Whose estimates were used, and whose were not, each with the reason. */
      readonly schools: {
        readonly joining: readonly string[];
        readonly compared: readonly string[];
        readonly notUsed: readonly SchoolNotCompared[];
      };
      /** The same difference between the last and the first cohort before joining: near 0 where both went alike. Null with one cohort before. */
      readonly preTrend: { readonly difference: number; readonly p: number; readonly interval: ClusteredInterval | null } | null;
    }
  | {
      readonly identified: false;
      readonly reason:
        | "no-joining-school"
        | "no-school-in-no-group"
        | "nothing-before"
        | "nothing-after"
        | "clusters-too-few"
        | "too-few-permutations";
    };

/**
 * 双重差分. Did schools that joined a group change otherwise than schools in no group over the same cohorts? A difference in differences of
 * unshrunken estimates, every school alike; inference by permuting who joined (Fisher), and beside it a standard error clustered by school, or by the group joined
 * (CR2: Bell & McCaffrey 2002) with Welch's degrees of freedom, as groups and single schools need not spread alike. A school's own error of estimation is part of how its
 * changes spread; what all schools of a cohort share through its line is not in it.
 *
 * Without `groups` every school is as likely to have joined as any other, and p assumes no more. Schools that joined as groups share what befalls their group: give
 * `groups`, else p is below 0.05 far too often. Then whole groups are permuted, differences divided by their errors (Chung & Romano 2013; MacKinnon & Webb 2020), and Student's
 * t has to agree. Simulated without an effect p is below 0.05 in at most about one of twenty.
 *
 * It rests on both having gone alike otherwise: look at `preTrend`. Schools without an estimate in all cohorts are left out, as are those that joined in a cohort
 * not given (`cohort-mismatch`) or in two of them (`schools-left-out`); `schools` names them, and `school-not-compared` warns of ids of `joined` and `leftOut` that
 * fit no school or a school without an estimate throughout. Not identified, with the reason, without schools on both sides, without cohorts before and after,
 * where no p below 0.05 exists (1 ÷ number of assignments; twice that where both sides are equally many), and by groups with fewer than four of them, or so
 * unequal ones that they tell as much as fewer than three (Carter, Schnepel & Steigerwald 2017).
 * Fails with `results-not-comparable` where cohorts differ in method, scale or, in marks, the exit's range, and with `cohorts-alike` where two have one name.
 * Throws for fewer than two cohorts or a bad seed.
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
  const { cohorts, seed, permutations = 999, confidence = 0.95 } = options;
  if (cohorts.length < 2) throw new SchoolGroupsError("invalid-argument", "a change needs two cohorts", { argument: "cohorts" });
  if (!(Number.isSafeInteger(permutations) && permutations > 0))
    throw new SchoolGroupsError("invalid-argument", "permutations are a whole number above 0", { argument: "permutations" });
  if (!(confidence > 0 && confidence < 1))
    throw new SchoolGroupsError("invalid-argument", "confidence lies between 0 and 1", { argument: "confidence" });
  const random = createRandom(seed);
  const kind = ({ method, scale, exit }: ValueAddedResult): string => `${method} ${scale}${scale === "marks" ? ` ${marksOf(exit)}` : ""}`;
  const other = cohorts.findIndex((result) => kind(result) !== kind(cohorts[0]!));
  if (other > 0)
    return failure([
      valueAddedIssue("results-not-comparable", ["cohorts", other], { mine: kind(cohorts[0]!), theirs: kind(cohorts[other]!) }),
    ]);
  const names = cohorts.map(({ cohort }) => cohort);
  const twice = names.findIndex((name, k) => names.indexOf(name) < k);
  if (twice > 0) return failure([valueAddedIssue("cohorts-alike", ["cohorts", twice], { cohort: names[twice]! })]);
  const { series, since, notUsed, issues } = schoolsCompared(options, names);
  const schools = [...series.keys()];
  const times = schools.map((school) => since.get(school) ?? -1);
  const clusters = clustersOf(schools, times, options.groups);
  const units = joiningUnits(times, clusters);
  const byGroup = options.groups !== undefined;
  const obstacle = obstacleOf(times, cohorts.length, { units, byGroup });
  if (obstacle !== undefined) return success({ identified: false, reason: obstacle }, issues);
  const values = [...series.values()];
  const traced = times.every((time) => time < 0 || time >= 2);
  const changes = traced ? [changeAt, trendBefore] : [changeAt];
  const exhaustive = distinctAssignments(units).ways <= permutations;
  const strengths = changes.map((change) => strengthOf(units, values, { change, studentized: byGroup }));
  const { ps, looked } = permutationP(units, strengths, { random, permutations, all: exhaustive });
  const described = changes.map((change, k) => {
    const sides = sidesOf(values, times, { clusters, change });
    const found = clusteredDifference(sides.joining, sides.compared);
    return {
      difference: meanOf(sides.joining) - meanOf(sides.compared),
      p: byGroup && found !== null ? Math.max(ps[k]!, clusteredP(found)) : ps[k]!,
      interval: found === null ? null : clusteredInterval(found, confidence),
    };
  });
  const [{ difference: effect, interval, p }, preTrend = null] = described as [(typeof described)[0], (typeof described)[0]?];
  const of = (joins: boolean): readonly string[] => schools.filter((_, k) => times[k]! >= 0 === joins);
  const [joining, compared] = [of(true), of(false)];
  return success(
    {
      identified: true,
      effect,
      interval,
      clusteredBy: byGroup ? "group" : "school",
      clusters: { joining: units.assigned.filter((kind) => kind >= 0).length, compared: compared.length },
      p,
      permutations: looked,
      exhaustive,
      joining: joining.length,
      compared: compared.length,
      schools: { joining, compared, notUsed },
      preTrend,
    },
    issues,
  );
}

function obstacleOf(
  times: readonly number[],
  cohorts: number,
  { units, byGroup }: { readonly units: JoiningUnits; readonly byGroup: boolean },
): Extract<JoiningEffect, { identified: false }>["reason"] | undefined {
  const joining = times.filter((time) => time >= 0);
  if (joining.length === 0) return "no-joining-school";
  if (joining.length === times.length) return "no-school-in-no-group";
  if (joining.some((time) => time === 0)) return "nothing-before";
  if (joining.some((time) => time >= cohorts)) return "nothing-after";
  if (byGroup && !clustersTell(units, times.length - joining.length)) return "clusters-too-few";
  return distinctAssignments(units).leastP < 0.05 ? undefined : "too-few-permutations";
}

function clustersTell({ members, assigned }: JoiningUnits, compared: number): boolean {
  const joining = members.filter((_, unit) => assigned[unit]! >= 0).map(({ length: size }) => ({ size }));
  return compared > 1 && joining.length >= 4 && effectiveClusters(joining) >= 3;
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

/** Per cluster the sum of its schools' own changes; a school in no group has the mean of its changes at the times the others joined. */
function sidesOf(
  values: readonly (readonly number[])[],
  times: readonly number[],
  { clusters, change }: { readonly clusters: readonly string[]; readonly change: ChangeOf },
): { readonly joining: readonly ChangesOfCluster[]; readonly compared: readonly ChangesOfCluster[] } {
  const numbers = new Map<number, number>();
  for (const time of times) if (time >= 0) numbers.set(time, (numbers.get(time) ?? 0) + 1);
  const joined = times.filter((time) => time >= 0).length;
  const joining = new Map<string, { size: number; sum: number }>();
  const compared: ChangesOfCluster[] = [];
  for (const [place, time] of times.entries()) {
    if (time < 0) {
      const own = [...numbers].reduce((sum, [at, count]) => sum + count * change(values[place]!, at), 0);
      compared.push({ size: 1, sum: own / joined });
      continue;
    }
    const cluster = joining.get(clusters[place]!) ?? { size: 0, sum: 0 };
    cluster.size += 1;
    cluster.sum += change(values[place]!, time);
    joining.set(clusters[place]!, cluster);
  }
  return { joining: [...joining.values()], compared };
}

function meanOf(clusters: readonly ChangesOfCluster[]): number {
  return clusters.reduce((all, { sum }) => all + sum, 0) / clusters.reduce((all, { size }) => all + size, 0);
}
