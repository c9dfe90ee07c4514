import { allOf, type CalendarDate, isWithin } from "../core/index.js";
import { groupExistsOn } from "./existence.js";
import type { Group, Membership } from "./group.js";

/** 成员情况. Who belongs to a group on a day, in the order of the file; a membership stands in one of the two lists or in none. */
export interface MembersOn {
  /** Those that certainly hold on the day. */
  readonly members: readonly Membership[];
  /** Those that may hold: a date is known only in part, or the group's own life on the day is. */
  readonly possible: readonly Membership[];
}

/** The schools behind `MembersOn`, each once, in the order of the file: a count of them is the interval [certain, certain + possible]. */
export interface MemberSchoolsOn {
  readonly certain: readonly string[];
  /** Schools that may belong to the group and are not among the certain ones. */
  readonly possible: readonly string[];
}

/**
 * 某日成员. The memberships of a group on a day, in three values: certain, possible, not.
 *
 * A membership without dates lasts as long as the group. A group that does not exist on the day has no members; where that is unknown, its
 * memberships are possible. An absent list of memberships gives empty lists: nobody is known, which is not "nobody is" unless the group is
 * `complete`. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { membersOn } from "school-groups/domain";
 *
 * const group = {
 *   id: "g",
 *   memberships: [
 *     { school: "a", role: "lead" },
 *     { school: "b", role: "member", from: "2023" },
 *   ],
 * } as const;
 * membersOn(group, "2023-06-01").possible; // => [{ school: "b", role: "member", from: "2023" }]
 * membersOn(group, "2024-01-01").members.length; // => 2
 * ```
 */
export function membersOn(group: Group, day: CalendarDate): MembersOn {
  const members: Membership[] = [];
  const possible: Membership[] = [];
  const exists = groupExistsOn(group, day);
  if (exists === "no") return { members, possible };
  for (const membership of group.memberships ?? []) {
    const holds = allOf([exists, isWithin(day, membership)]);
    if (holds === "yes") members.push(membership);
    else if (holds === "unknown") possible.push(membership);
  }
  return { members, possible };
}

/**
 * 某日成员学校. The schools that belong to a group on a day, each once, whatever the role. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { memberSchoolsOn } from "school-groups/domain";
 *
 * const memberships = [
 *   { school: "a", role: "member", until: "2023" },
 *   { school: "a", role: "lead", from: "2022-09-01" },
 * ] as const;
 * memberSchoolsOn({ id: "g", memberships }, "2023-06-01"); // => { certain: ["a"], possible: [] }
 * ```
 */
export function memberSchoolsOn(group: Group, day: CalendarDate): MemberSchoolsOn {
  const { members, possible } = membersOn(group, day);
  const certain = new Set(members.map((membership) => membership.school));
  const others = new Set(possible.map((membership) => membership.school).filter((school) => !certain.has(school)));
  return { certain: [...certain], possible: [...others] };
}

/**
 * 某日牵头校. The schools that lead a group on a day. None, one or several: a group may have no lead, and two are for validation to say.
 * Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { leadsOn } from "school-groups/domain";
 *
 * leadsOn({ id: "g", memberships: [{ school: "a", role: "lead" }, { school: "b", role: "member" }] }, "2023-12-31");
 * // => { certain: ["a"], possible: [] }
 * ```
 */
export function leadsOn(group: Group, day: CalendarDate): MemberSchoolsOn {
  const memberships = (group.memberships ?? []).filter((membership) => membership.role === "lead");
  return memberSchoolsOn({ ...group, memberships }, day);
}
