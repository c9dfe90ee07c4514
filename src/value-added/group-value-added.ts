import { type BoundedRange, failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import type { Group } from "../domain/index.js";
import { studentTails } from "../statistics/index.js";
import { type GroupChange, groupChange } from "./group-change.js";
import { type GroupExposure, groupExposure, namedGroups } from "./group-exposure.js";
import { contrastOf, type GroupContrast, weightsOf } from "./group-weights.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import type { ValueAddedResult } from "./result.js";

/** What groups are compared by. */
export interface GroupValueAddedOptions {
  /** Groups with their dated memberships; a school may be in several. */
  readonly memberships: readonly Group[];
  /** The cohort's years at school, `[from, until)`: what counts is membership within them. */
  readonly years: BoundedRange;
  /** A school's weight: its `pupils` × exposure (default) or its exposure alone (`schools`). */
  readonly weights?: "pupils" | "schools" | undefined;
  /** An earlier cohort, to tell how the gap between lead and members changed. */
  readonly before?:
    | {
        readonly fit: ValueAddedResult;
        readonly years: BoundedRange;
        /**
         * Whom to compare: `as-dated` (default) by the memberships of either cohort's years; `as-now` the schools of now in both, for a group founded in
         * between, whose gap before it was one is asked for.
         */
        readonly composition?: "as-dated" | "as-now" | undefined;
      }
    | undefined;
  /** 稀释底线: how far the lead may fall, in the result's scale, above 0; the caller's figure. */
  readonly margin?: number | undefined;
}

/** A school within its group. */
export interface GroupMemberEffect extends GroupExposure {
  /** The school's estimate less that of its group, with the error of that difference. */
  readonly deviation: GroupContrast;
}

/** A group's result, in the scale of the fit. */
export interface GroupValueAdded {
  readonly group: string;
  /** Weighted mean of its schools' unshrunken estimates. */
  readonly effect: GroupContrast;
  readonly schools: readonly GroupMemberEffect[];
  /** Schools without a published estimate. */
  readonly withoutEstimate: readonly string[];
  readonly lead: GroupContrast | null;
  readonly members: GroupContrast | null;
  /** lead − members; null without either. */
  readonly gap: GroupContrast | null;
  /** Against `before`; null without it or without a gap in both. */
  readonly change: GroupChange | null;
}

/** Two groups that differ, all pairs of groups tested together (Holm 1979). */
export interface GroupPair {
  readonly better: string;
  readonly worse: string;
  readonly difference: number;
  readonly standardError: number;
}

/** 集团增值结果. */
export interface GroupValueAddedResult {
  readonly format: "school-groups.group-value-added.v1";
  readonly method: ValueAddedResult["method"];
  readonly cohort: string;
  readonly scale: ValueAddedResult["scale"];
  readonly confidence: number;
  readonly weights: "pupils" | "schools";
  readonly groups: readonly GroupValueAdded[];
  /** Multiplicity rule of `pairs`: Holm (1979) over all pairs of groups, and how many those are. */
  readonly pairsRule: "holm";
  readonly pairsTested: number;
  readonly pairs: readonly GroupPair[];
}

/**
 * 集团增值. Groups as contrasts of their schools' unshrunken estimates with the covariance of those, so that a school in two groups counts in
 * both, and their difference knows it. Memberships are weighted by the part of the cohort's years they cover.
 *
 * With an earlier cohort: how the gap of lead and members changed, split into members up and lead down, with the smallest change that would
 * be seen at 80 % power, and the bound for the dilution guard (wenjiang W5). This is description: it does not say that the group *caused* it;
 * for that see `joiningEffect`.
 *
 * Warnings: `membership-outside-cohort`, `membership-unusable`, `school-without-estimate`, `group-without-estimate`. Fails with `results-not-comparable` where the
 * earlier fit has another method or scale, and with `group-given-twice` where two groups have one id.
 *
 * @example
 * ```ts
 * import { gainScores, groupValueAdded, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 60, 60], ["b", 70, 80]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const fit = pupils.ok ? gainScores(pupils.value) : pupils;
 * const memberships = [{ id: "g", memberships: [{ school: "a", role: "lead" }, { school: "b", role: "member" }] }] as const;
 * const groups = fit.ok ? groupValueAdded(fit.value, { memberships, years: { from: "2021-09-01", until: "2024-07-01" } }) : fit;
 * groups.ok && Math.round(1000 * (groups.value.groups[0]?.gap?.estimate ?? 0)); // => 1414
 * ```
 */
export function groupValueAdded(fit: ValueAddedResult, options: GroupValueAddedOptions): Result<GroupValueAddedResult, ValueAddedIssue> {
  const { memberships, years, weights = "pupils", before, margin } = options;
  if (!(years.from < years.until)) throw new SchoolGroupsError("invalid-argument", "the cohort's years hold no day", { argument: "years" });
  if (margin !== undefined && !(margin > 0))
    throw new SchoolGroupsError("invalid-argument", "the margin lies above 0", { argument: "margin" });
  const [mine, theirs] = [kindOf(fit), before === undefined ? kindOf(fit) : kindOf(before.fit)];
  if (mine !== theirs) return failure([valueAddedIssue("results-not-comparable", ["before"], { mine, theirs })]);
  const issues: ValueAddedIssue[] = [];
  const groups: GroupValueAdded[] = [];
  const named = namedGroups(memberships);
  const twice = named.findIndex(({ id }, place) => named.findIndex((other) => other.id === id) < place);
  if (twice >= 0) {
    const group = named[twice]!.id;
    return failure([valueAddedIssue("group-given-twice", ["groups", twice], { group }, { kind: "group", id: group })]);
  }
  for (const group of named) {
    const { exposures, issues: outside } = groupExposure(group, years);
    issues.push(...outside);
    const earlier = before === undefined ? undefined : { fit: before.fit, exposures: groupExposure(group, before.years).exposures };
    const described = describeGroup(group.id, fit, exposures, weights);
    issues.push(
      ...described.withoutEstimate.map((school) =>
        valueAddedIssue("school-without-estimate", ["groups", group.id], { group: group.id, school }, { kind: "group", id: group.id }),
      ),
    );
    if (described.value === undefined) {
      issues.push(valueAddedIssue("group-without-estimate", ["groups", group.id], { group: group.id }, { kind: "group", id: group.id }));
      continue;
    }
    const change =
      earlier === undefined
        ? null
        : groupChange({ fit, exposures }, earlier, { weights, margin, composition: before?.composition ?? "as-dated" });
    groups.push({ ...described.value, change });
  }
  const { method, cohort, scale, confidence } = fit;
  const pairs = groupPairs(fit, groups, weights);
  const tested = (groups.length * (groups.length - 1)) / 2;
  const facts = { format: "school-groups.group-value-added.v1" as const, method, cohort, scale, confidence, weights };
  return success({ ...facts, groups, pairsRule: "holm", pairsTested: tested, pairs }, issues);
}

/** Results are compared by method, scale and examination's marks; anchoring is looked at where it matters. */
function kindOf({ method, scale, exit }: ValueAddedResult): string {
  return `${method} ${scale} ${"grades" in exit ? exit.grades.join(" ") : `${exit.minimum}–${exit.maximum}`}`;
}

function describeGroup(
  group: string,
  fit: ValueAddedResult,
  exposures: readonly GroupExposure[],
  weights: "pupils" | "schools",
): { readonly value: Omit<GroupValueAdded, "change"> | undefined; readonly withoutEstimate: readonly string[] } {
  const all = weightsOf(fit, exposures, weights);
  const known = new Set(all.map(({ school }) => school));
  const withoutEstimate = exposures.map(({ school }) => school).filter((school) => !known.has(school));
  if (all.length === 0) return { value: undefined, withoutEstimate };
  const of = (role: "lead" | "member") =>
    weightsOf(
      fit,
      exposures.filter((each) => each.role === role),
      weights,
    );
  const [lead, members] = [of("lead"), of("member")];
  const gap = lead.length > 0 && members.length > 0 ? contrastOf(fit, [...lead, ...negative(members)]) : null;
  const schools = exposures
    .filter(({ school }) => known.has(school))
    .map((exposure) => ({ ...exposure, deviation: contrastOf(fit, [{ school: exposure.school, weight: 1 }, ...negative(all)]) }));
  return {
    value: {
      group,
      effect: contrastOf(fit, all),
      schools,
      withoutEstimate,
      lead: lead.length > 0 ? contrastOf(fit, lead) : null,
      members: members.length > 0 ? contrastOf(fit, members) : null,
      gap,
    },
    withoutEstimate,
  };
}

function negative(terms: readonly { readonly school: string; readonly weight: number }[]) {
  return terms.map(({ school, weight }) => ({ school, weight: -weight }));
}

function groupPairs(fit: ValueAddedResult, groups: readonly GroupValueAdded[], weights: "pupils" | "schools"): GroupPair[] {
  const terms = groups.map(({ schools }) => weightsOf(fit, schools, weights));
  const candidates = groups.flatMap((first, a) =>
    groups.slice(a + 1).map((second, k) => {
      const { estimate, standardError } = contrastOf(fit, [...terms[a]!, ...negative(terms[a + 1 + k]!)]);
      const strength = standardError > 0 ? Math.abs(estimate) / standardError : 0;
      const [better, worse] = estimate > 0 ? [first.group, second.group] : [second.group, first.group];
      return { strength, pair: { better, worse, difference: Math.abs(estimate), standardError } };
    }),
  );
  candidates.sort((x, y) => y.strength - x.strength);
  const alpha = 1 - fit.confidence;
  const stop = candidates.findIndex(
    ({ strength }, place) => !(2 * studentTails(strength, Number.POSITIVE_INFINITY).upper * (candidates.length - place) <= alpha),
  );
  return candidates.slice(0, stop < 0 ? candidates.length : stop).map(({ pair }) => pair);
}
