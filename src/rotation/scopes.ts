import type { CountRange, Subject } from "../core/index.js";
import type { District } from "../domain/index.js";
import { type GroupPlaces, placesOf } from "./group-places.js";
import type { TeacherEligibility } from "./judge-person.js";
import type { NameIndex } from "./name-index.js";
import type { RosterTable } from "./roster-table.js";
import type { Scopes } from "./tally.js";

/** The scopes of a tally with the subjects they stand for. */
export interface ScopeIndex extends Scopes {
  readonly list: readonly { readonly scope: number; readonly subject: Subject }[];
  readonly find: (subject: Subject) => number | undefined;
  readonly subjectScopes: readonly { readonly scope: number; readonly subject: string }[];
}

/** Numbers every district, group, part, school and teaching subject. */
export function scopeIndex(district: District, places: GroupPlaces, schools: readonly string[], subjects: readonly string[]): ScopeIndex {
  const school = 1;
  const group = school + schools.length;
  const place = group + places.groups.length;
  const subject = place + places.places.length;
  const list: { scope: number; subject: Subject }[] = [
    { scope: 0, subject: { kind: "district", id: district.code ?? district.name ?? "district" } },
    ...places.groups.map(({ id }, number) => ({ scope: group + number, subject: { kind: "group", id } as const })),
    ...places.places.map((each, number) => ({
      scope: place + number,
      subject: { kind: "school", id: each.school, group: each.group } as const,
    })),
    ...schools.map((id, number) => ({ scope: school + number, subject: { kind: "school", id } as const })),
  ];
  const known = new Map<string, number>();
  for (const each of list) if (!known.has(keyOf(each.subject))) known.set(keyOf(each.subject), each.scope);
  return {
    district: 0,
    school,
    group,
    place,
    subject,
    size: subject + subjects.length,
    list,
    find: (asked) => (asked.kind === "district" ? 0 : known.get(keyOf(asked))),
    subjectScopes: subjects.map((name, number) => ({ scope: subject + number, subject: name })),
  };
}

function keyOf({ kind, id, group }: Subject): string {
  return JSON.stringify([kind, id, group]);
}

/** Eligible teachers per scope. */
export interface EligibleCounts {
  readonly of: (scope: number) => CountRange;
}

/** Which of the eligible a rule counts. */
export interface EligibleFilter {
  readonly graduatingGrade: boolean;
  readonly subject: string | undefined;
  /** A condition that the roster cannot answer: nobody is certain. */
  readonly open: boolean;
}

const NO_HIGH = -1;

/** Adds up the eligible of each scope: a group's from its schools, without an upper end while its list is open. */
export function eligibleCounts(
  people: readonly TeacherEligibility[],
  roster: RosterTable,
  scopes: ScopeIndex,
  world: {
    readonly places: GroupPlaces;
    readonly schools: NameIndex;
    readonly partial: boolean;
  },
  filter: EligibleFilter,
): EligibleCounts {
  const low = new Int32Array(scopes.size);
  const high = new Int32Array(scopes.size);
  for (const { teacher, school, counts } of people) {
    if (counts === "no") continue;
    const passes = passesFilter(roster, teacher, filter);
    if (passes === "no") continue;
    const sure = counts === "yes" && passes === "yes" ? 1 : 0;
    low[0] = (low[0] as number) + sure;
    high[0] = (high[0] as number) + 1;
    const known = world.schools.numbers.get(school);
    if (known === undefined) continue;
    const scope = scopes.school + known;
    low[scope] = (low[scope] as number) + sure;
    high[scope] = (high[scope] as number) + 1;
  }
  for (let school = 0; school < world.places.ofSchool.length; school += 1) {
    const own = scopes.school + school;
    for (const place of placesOf(world.places, school)) {
      const group = scopes.group + place.group;
      if (place.certain) low[group] = (low[group] ?? 0) + (low[own] ?? 0);
      high[group] = (high[group] ?? 0) + (high[own] ?? 0);
      const part = scopes.place + place.place;
      low[part] = low[own] ?? 0;
      high[part] = high[own] ?? 0;
    }
  }
  for (const [number, group] of world.places.groups.entries()) if (!group.whole) high[scopes.group + number] = NO_HIGH;
  return {
    of: (scope) => {
      const top = high[scope] ?? 0;
      return top === NO_HIGH || world.partial ? { low: low[scope] ?? 0 } : { low: low[scope] ?? 0, high: top };
    },
  };
}

function passesFilter(roster: RosterTable, id: string, filter: EligibleFilter): "yes" | "no" | "unknown" {
  if (!filter.graduatingGrade && filter.subject === undefined && !filter.open) return "yes";
  const number = roster.people.numbers.get(id);
  const teacher = number === undefined ? undefined : roster.teachers[number];
  const answers = [
    ...(filter.graduatingGrade ? [teacher?.graduatingGrade] : []),
    ...(filter.subject === undefined ? [] : [teacher?.subject === undefined ? undefined : teacher.subject === filter.subject]),
    ...(filter.open ? [undefined] : []),
  ];
  if (answers.includes(false)) return "no";
  return answers.includes(undefined) ? "unknown" : "yes";
}
