import { type BoundedRange, SchoolGroupsError } from "../core/index.js";
import type { Group } from "../domain/index.js";
import { groupExposure, namedGroups } from "./group-exposure.js";
import type { SchoolInGroup } from "./group-level.js";
import type { JoiningEffectOptions } from "./joining-effect.js";

/** Which cohorts there are, and when one counts as after joining. */
export interface JoinedSchoolsOptions {
  /** In the order of time, each with its years at school `[from, until)`. */
  readonly cohorts: readonly { readonly cohort: string; readonly years: BoundedRange }[];
  /**
   * A cohort counts as after joining from this part of its years in a group on, above 0 and at most 1: the caller's figure. Cohorts with a smaller part
   * count as before, and draw the effect towards 0.
   */
  readonly countsFrom: number;
}

/** What `joiningEffect` asks for. */
export interface JoinedSchools {
  readonly joined: JoiningEffectOptions["joined"];
  readonly leftOut: readonly string[];
  readonly groups: readonly SchoolInGroup[];
}

/**
 * 由成员关系认定加入学校. Who joined a group and when, from dated memberships, as `joiningEffect` asks for it: schools that came in after the first cohort are `joined`
 * with their groups; schools in a group from the first cohort on, schools that left again and schools never in long enough serve on neither side (`leftOut`).
 * Every other school is one in no group. A day in several groups counts for each; the longest part decides. Throws for fewer than two cohorts or a
 * `countsFrom` outside 0 to 1.
 *
 * @example
 * ```ts
 * import { joinedSchools } from "school-groups/value-added";
 *
 * const memberships = [
 *   { school: "a", role: "lead" },
 *   { school: "b", role: "member", from: "2021-09-01" },
 *   { school: "c", role: "member", from: "2023-09-01" },
 * ] as const;
 * const cohorts = [
 *   { cohort: "2021", years: { from: "2018-09-01", until: "2021-07-01" } },
 *   { cohort: "2024", years: { from: "2021-09-01", until: "2024-07-01" } },
 * ];
 * joinedSchools([{ id: "g", memberships }], { cohorts, countsFrom: 0.5 });
 * // => { joined: [{ school: "b", since: "2024" }], leftOut: ["a", "c"], groups: [{ school: "b", group: "g" }] }
 * ```
 */
export function joinedSchools(groups: readonly Group[], { cohorts, countsFrom }: JoinedSchoolsOptions): JoinedSchools {
  if (cohorts.length < 2) throw new SchoolGroupsError("invalid-argument", "a change needs two cohorts", { argument: "cohorts" });
  if (!(countsFrom > 0 && countsFrom <= 1))
    throw new SchoolGroupsError("invalid-argument", "countsFrom lies above 0 and at most at 1", { argument: "countsFrom" });
  const parts = new Map<string, { readonly shares: number[]; readonly groups: Set<string> }>();
  for (const group of namedGroups(groups))
    for (const [time, { years }] of cohorts.entries())
      for (const { school, share } of groupExposure(group, years).exposures) {
        const part = parts.get(school) ?? { shares: cohorts.map(() => 0), groups: new Set() };
        part.shares[time] = Math.max(part.shares[time]!, share);
        part.groups.add(group.id);
        parts.set(school, part);
      }
  const joined: { school: string; since: string }[] = [];
  const leftOut: string[] = [];
  const pairs: { school: string; group: string }[] = [];
  for (const [school, part] of parts) {
    const counts = part.shares.map((share) => share >= countsFrom);
    const since = counts.indexOf(true);
    // Joined after the first cohort, and stayed.
    if (since > 0 && counts.slice(since).every(Boolean)) {
      joined.push({ school, since: cohorts[since]!.cohort });
      for (const group of part.groups) pairs.push({ school, group });
    } else leftOut.push(school);
  }
  return { joined, leftOut, groups: pairs };
}
