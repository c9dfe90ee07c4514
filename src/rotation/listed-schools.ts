import type { School } from "../domain/index.js";
import { type NameIndex, nameIndex, numberOfName } from "./name-index.js";

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
