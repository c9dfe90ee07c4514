import type { CalendarDate } from "../core/index.js";
import { type District, memberSchoolsOn, membersOn } from "../domain/index.js";
import { type NameIndex, namesOf, numberOfName } from "./name-index.js";

/** The part a school has in a group on the day. */
export interface Place {
  /** Position of the group in the district's list. */
  readonly group: number;
  /** Position among all places. */
  readonly place: number;
  readonly certain: boolean;
  readonly lead: boolean;
  readonly member: boolean;
}

/** Who stands in which group on a day, by number of the school. */
export interface GroupPlaces {
  readonly ofSchool: readonly (readonly Place[])[];
  readonly places: readonly { readonly group: string; readonly school: string; readonly lead: boolean; readonly member: boolean }[];
  readonly groups: readonly {
    readonly id: string;
    readonly certain: readonly string[];
    readonly possible: readonly string[];
    readonly whole: boolean;
  }[];
}

const NOWHERE: readonly Place[] = [];

/** Reads the memberships of a day. A group whose dates cannot be read has only possible members. */
export function groupPlaces(district: District, on: CalendarDate, schools: NameIndex): GroupPlaces {
  const ofSchool: Place[][] = namesOf(schools).map(() => []);
  const places: GroupPlaces["places"][number][] = [];
  const groups = district.groups.map((group, position) => {
    const { certain, possible } = readable(() => memberSchoolsOn(group, on)) ?? {
      certain: [],
      possible: [...new Set((group.memberships ?? []).map(({ school }) => school))],
    };
    const roles = readable(() => membersOn(group, on));
    const all = roles === undefined ? (group.memberships ?? []) : [...roles.members, ...roles.possible];
    for (const [list, sure] of [
      [certain, true],
      [possible, false],
    ] as const) {
      for (const school of list) {
        const lead = all.some((membership) => membership.school === school && membership.role === "lead");
        const member = all.some((membership) => membership.school === school && membership.role === "member");
        const number = numberOfName(schools, school);
        while (ofSchool.length <= number) ofSchool.push([]);
        ofSchool[number]?.push({ group: position, place: places.length, certain: sure, lead, member });
        places.push({ group: group.id, school, lead, member });
      }
    }
    return { id: group.id, certain, possible, whole: group.complete === true };
  });
  return { ofSchool, places, groups };
}

/** The places of a school; none of one that no group names. */
export function placesOf(places: GroupPlaces, school: number): readonly Place[] {
  return places.ofSchool[school] ?? NOWHERE;
}

function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
