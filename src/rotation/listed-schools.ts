import type { School, Teacher } from "../domain/index.js";
import { type NameIndex, nameIndex, namesOf, numberOfName } from "./name-index.js";

/** The schools a district lists, by number, and those that are named beside them. */
export interface ListedSchools {
  readonly index: NameIndex;
  /** How many the district lists: who has a higher number is not of them. */
  readonly listed: number;
  /** The school of each campus: a record that names a campus as a school means its school. */
  readonly campuses: ReadonlyMap<string, number>;
}

/** Numbers the schools of a district. A campus id that two schools use says nothing, and one that is a school's id means that school. */
export function listedSchools(schools: readonly Pick<School, "id" | "campuses">[]): ListedSchools {
  const index = nameIndex();
  for (const { id } of schools) numberOfName(index, id);
  const campuses = new Map<string, number>();
  const unclear = new Set<string>();
  for (const { id: school, campuses: own } of schools) {
    const number = numberOfName(index, school);
    for (const { id } of own ?? []) {
      if (index.numbers.has(id) || (campuses.has(id) && campuses.get(id) !== number)) unclear.add(id);
      campuses.set(id, number);
    }
  }
  for (const id of unclear) campuses.delete(id);
  return { index, listed: index.numbers.size, campuses };
}

/** The number of a school, named by its id or by that of one of its campuses; one that nobody lists gets a number of its own. */
export function placeOf({ index, campuses }: ListedSchools, name: string): number {
  return index.numbers.get(name) ?? campuses.get(name) ?? numberOfName(index, name);
}

/** The school each id means: that of a campus its school, every other one itself. */
export type SchoolNaming = (id: string) => string;

/** How ids of schools are read where these schools are known; without campuses every id is taken as it stands. */
export function schoolNaming(schools: readonly Pick<School, "id" | "campuses">[]): SchoolNaming | undefined {
  const { index, campuses } = listedSchools(schools);
  if (campuses.size === 0) return undefined;
  const names = namesOf(index);
  return (id) => names[campuses.get(id) ?? -1] ?? id;
}

/** A teacher whose post and service name schools, none of them a campus. */
export function inSchools(teacher: Teacher, naming: SchoolNaming | undefined): Teacher {
  if (naming === undefined) return teacher;
  const school = naming(teacher.school);
  const service = teacher.service?.map((stint) =>
    naming(stint.school) === stint.school ? stint : { ...stint, school: naming(stint.school) },
  );
  const named = school === teacher.school && service?.every((stint, place) => stint === teacher.service?.[place]) !== false;
  return named ? teacher : { ...teacher, school, ...(service === undefined ? {} : { service }) };
}
