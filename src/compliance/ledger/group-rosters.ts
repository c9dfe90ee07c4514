import { type BoundedRange, type CalendarDate, type PartialDate, parsePartialDate } from "../../core/index.js";
import { type District, type Group, memberSchoolsOn, type School, schoolExistsOn } from "../../domain/index.js";

/** The schools that owe a phase, each with its place among the phase's cells. */
export interface Roster {
  readonly schools: readonly string[];
  /** Whether the school owes the phase for certain, or only if it belongs to the group on that day. */
  readonly certain: readonly boolean[];
  readonly positions: ReadonlyMap<string, number>;
}

/** Who belongs to the groups of a district, day by day, computed once per stretch of days on which nothing changes. */
export interface GroupRosters {
  readonly group: (id: string) => Group | undefined;
  readonly on: (group: Group, day: CalendarDate) => Roster;
  /** Every school that may belong to the group on some day of a period. */
  readonly during: (group: Group, period: BoundedRange) => Roster;
  /** Those of the listed schools that belong to the group on a day, and those that do not. */
  readonly among: (
    group: Group,
    day: CalendarDate,
    schools: readonly string[],
  ) => { readonly roster: Roster; readonly strangers: string[] };
  /** Whether a school is on the list of schools or in any group. */
  readonly knows: (school: string) => boolean;
}

/** A roster from schools and how surely they belong. */
export function rosterOf(schools: ReadonlyMap<string, boolean>): Roster {
  const names = [...schools.keys()];
  return { schools: names, certain: [...schools.values()], positions: new Map(names.map((school, position) => [school, position])) };
}

/** Reads the memberships of a district. Dates that cannot be read leave a membership possible. */
export function groupRosters(district: District): GroupRosters {
  const groups = new Map<string, Group>();
  for (const group of district.groups) if (!groups.has(group.id)) groups.set(group.id, group);
  const schools = new Map(district.schools.map((school) => [school.id, school]));
  const named = new Set(district.groups.flatMap((group) => (group.memberships ?? []).map(({ school }) => school)));
  const changes = new Map<Group, readonly CalendarDate[]>();
  const known = new Map<string, Roster>();
  const changesOf = (group: Group): readonly CalendarDate[] => {
    const days = changes.get(group) ?? changeDays(group, schools);
    changes.set(group, days);
    return days;
  };
  const remember = (key: string, make: () => Roster): Roster => {
    const roster = known.get(key) ?? make();
    known.set(key, roster);
    return roster;
  };
  const on: GroupRosters["on"] = (group, day) =>
    remember(`${group.id}\n${epochOf(changesOf(group), day)}`, () => rosterOf(belonging(group, day, schools)));
  return {
    group: (id) => groups.get(id),
    on,
    during: (group, period) => {
      const days = [period.from, ...changesOf(group).filter((day) => day > period.from && day < period.until)];
      return remember(`${group.id}\n${days.join()}`, () => {
        const all = new Map<string, boolean>();
        for (const day of days) for (const school of on(group, day).schools) all.set(school, true);
        return rosterOf(all);
      });
    },
    among: (group, day, list) => {
      const members = on(group, day);
      const everMember = new Set((group.memberships ?? []).map(({ school }) => school));
      const strangers: string[] = [];
      const taken = new Map<string, boolean>();
      for (const school of list) {
        const position = members.positions.get(school);
        if (position !== undefined) taken.set(school, members.certain[position] === true);
        else if (group.complete !== true && !everMember.has(school) && members.schools.length > 0) taken.set(school, false);
        else strangers.push(school);
      }
      const key = `${group.id}\n${[...taken].map(([school, certain]) => `${school}\t${certain}`).join("\n")}`;
      return { roster: remember(key, () => rosterOf(taken)), strangers };
    },
    knows: (school) => schools.has(school) || named.has(school),
  };
}

/** How many changes lie on or before a day: between two changes everything stays as it is. */
function epochOf(days: readonly CalendarDate[], day: CalendarDate): number {
  let count = 0;
  for (const change of days) if (change <= day) count += 1;
  return count;
}

function changeDays(group: Group, schools: ReadonlyMap<string, School>): readonly CalendarDate[] {
  const dates: (PartialDate | undefined)[] = [group.announced, group.inaugurated, group.dissolved];
  for (const membership of group.memberships ?? []) {
    const school = schools.get(membership.school);
    dates.push(membership.from, membership.until, school?.opened, school?.closed);
  }
  const days = new Set<CalendarDate>();
  for (const date of dates) {
    const span = typeof date === "string" ? parsePartialDate(date) : undefined;
    if (span === undefined) continue;
    days.add(span.earliest);
    days.add(span.latest);
  }
  return [...days].sort();
}

function belonging(group: Group, day: CalendarDate, schools: ReadonlyMap<string, School>): ReadonlyMap<string, boolean> {
  const all = new Map<string, boolean>();
  const { certain, possible } = membersReadably(group, day);
  for (const [list, surely] of [
    [certain, true],
    [possible, false],
  ] as const) {
    for (const id of list) {
      const exists = existsReadably(schools.get(id), day);
      if (exists !== "no") all.set(id, surely && exists === "yes");
    }
  }
  return all;
}

function membersReadably(group: Group, day: CalendarDate) {
  try {
    return memberSchoolsOn(group, day);
  } catch {
    return { certain: [], possible: [...new Set((group.memberships ?? []).map(({ school }) => school))] };
  }
}

function existsReadably(school: School | undefined, day: CalendarDate) {
  if (school === undefined) return "yes";
  try {
    return schoolExistsOn(school, day);
  } catch {
    return "unknown";
  }
}
