import { DEFAULTS, failure, type Result, success } from "../core/index.js";
import { type EffectEstimate, fitMixedModel } from "../statistics/index.js";
import { underGroups } from "./derive-statistics.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { areaOf } from "./method-frame.js";
import { minimumCohortOf } from "./pupil-design.js";
import type { PupilInput } from "./pupil-statistics.js";
import { suppressionIssues } from "./suppression.js";

/** A school's one group. Schools in none are left out of the list. */
export interface SchoolInGroup {
  readonly school: string;
  readonly group: string;
}

/** A group's shrunken effect. */
export interface GroupEffect {
  readonly group: string;
  readonly status: "estimated";
  readonly schools: number;
  readonly shrunken: number;
  readonly shrunkenError: number;
}

/** A group whose pupils are fewer than the minimum cohort: its effect would be theirs. */
export interface SuppressedGroup {
  readonly group: string;
  readonly status: "suppressed";
  readonly reason: "below-minimum-cohort";
}

/** 集团层方差. Do groups differ beyond their schools? In marks of the exit examination. */
export type GroupLevel =
  | {
      readonly identified: true;
      readonly groups: readonly (GroupEffect | SuppressedGroup)[];
      readonly groupVariance: number;
      readonly schoolVariance: number;
      readonly residualVariance: number;
      /** Is the variance between groups estimated as 0? */
      readonly singular: boolean;
    }
  | {
      readonly identified: false;
      /** `school-in-two-groups`: levels are not nested, use contrasts. `groups-too-few`: fewer than `needed` groups with two schools. */
      readonly reason: "school-in-two-groups" | "groups-too-few";
      readonly groups: number;
      readonly needed: number;
    };

/**
 * 集团随机效应. A random level of groups above the schools (three-level REML), schools in no group partially nested. An option for areas with
 * many groups: a dozen districts' worth. Where few groups cannot carry a variance, or a school is in two groups, it is not identified, and
 * `groupValueAdded` tells what can be told.
 *
 * Default for the least number of groups with two schools or more: `minimumGroupsForVariance`. Schools below the minimum cohort take part in the
 * fit and are named nowhere; a group whose pupils are fewer is suppressed, with `suppression-recoverable` where it follows from the others (predicted effects of all
 * groups add up to 0 where no school is outside them).
 *
 * @example
 * ```ts
 * import { groupLevel, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 60, 60], ["b", 70, 80]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const level = pupils.ok ? groupLevel(pupils.value, { schools: [{ school: "a", group: "g" }, { school: "b", group: "g" }] }) : pupils;
 * level.ok && level.value; // => { identified: false, reason: "groups-too-few", groups: 1, needed: 10 }
 * ```
 */
export function groupLevel(
  pupils: PupilInput,
  options: { readonly schools: readonly SchoolInGroup[]; readonly minimumGroups?: number | undefined },
): Result<GroupLevel, ValueAddedIssue> {
  const read = areaOf(pupils);
  if (!read.ok) return read;
  const { source, area } = read.value;
  const known = new Set(area.schools.map(({ school }) => school));
  const groupOf = new Map<string, string>();
  let twice = false;
  for (const { school, group } of options.schools) {
    if (!known.has(school)) continue;
    if ((groupOf.get(school) ?? group) !== group) twice = true;
    groupOf.set(school, group);
  }
  const sizes = new Map<string, number>();
  for (const group of groupOf.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const groups = [...sizes.values()].filter((size) => size >= 2).length;
  const needed = options.minimumGroups ?? DEFAULTS.minimumGroupsForVariance.value;
  if (twice) return success({ identified: false, reason: "school-in-two-groups", groups, needed });
  if (groups < needed) return success({ identified: false, reason: "groups-too-few", groups, needed });
  const statistics = underGroups(source.statistics().toJSON(), groupOf);
  const fit = statistics.ok ? fitMixedModel(statistics.value, { response: "outcome", fixed: ["prior"], upper: true }) : statistics;
  if (!fit.ok) return failure([valueAddedIssue("fit-not-possible", [], { reason: fit.issues[0].code })]);
  const variance = (level: "group" | "upper" | "residual"): number => fit.value.variances.find((each) => each.level === level)!.variance;
  const minimum = minimumCohortOf(source.design.minimumCohort);
  const pupilsOf = new Map<string, number>();
  for (const { school, pupils: count } of area.schools) {
    const group = groupOf.get(school);
    if (group !== undefined) pupilsOf.set(group, (pupilsOf.get(group) ?? 0) + count);
  }
  const small = [...pupilsOf.values()].filter((count) => count < minimum);
  const shown = (effect: EffectEstimate) => ({ shrunken: effect.estimate, shrunkenError: effect.comparativeError });
  const described = fit.value.uppers.map(({ upper, groups: schools, effects }): GroupEffect | SuppressedGroup =>
    pupilsOf.get(upper)! < minimum
      ? { group: upper, status: "suppressed", reason: "below-minimum-cohort" }
      : { group: upper, status: "estimated", schools, ...shown(effects[0]!) },
  );
  const level = {
    identified: true as const,
    groups: described,
    groupVariance: variance("upper"),
    schoolVariance: variance("group"),
    residualVariance: variance("residual"),
    singular: fit.value.singular,
  };
  return success(level, suppressionIssues({ cohorts: small, shown: pupilsOf.size - small.length, minimum }, "groups"));
}
