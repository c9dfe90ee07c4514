import { DEFAULTS } from "../core/index.js";
import type { Teacher } from "../domain/index.js";
import { type NameIndex, nameIndex, numberOfName } from "./name-index.js";

/** 0 unknown, 1 no, 2 yes. */
export type Known = 0 | 1 | 2;

/** A truth that may be absent, as a number. */
export function known(value: boolean | undefined): Known {
  return value === undefined ? 0 : value ? 2 : 1;
}

/** A roster as columns, one entry per person; persons of records who are not on it have higher numbers. */
export interface RosterTable {
  readonly people: NameIndex;
  /** Teaching subjects, of the roster and of the records. */
  readonly subjects: NameIndex;
  readonly teachers: readonly Teacher[];
  readonly backbone: Uint8Array;
  /** Number of the teaching subject, −1 where nobody recorded it. */
  readonly subject: Int32Array;
  /** 1 for whoever is counted as a leader, not as a teacher. */
  readonly leader: Uint8Array;
  /** The principals by school: few, and asked for school by school. */
  readonly principals: ReadonlyMap<string, readonly Teacher[]>;
  /** How many are on the roster itself. */
  readonly size: number;
}

/** Reads a roster once; of two entries of one person the first holds. */
export function readRoster(roster: readonly Teacher[], teacherRoles: readonly string[]): RosterTable {
  const { people, teachers } = firstEntries(roster);
  const subjects = nameIndex();
  const size = teachers.length;
  const backbone = new Uint8Array(size);
  const subject = new Int32Array(size).fill(-1);
  const leader = new Uint8Array(size);
  const principals = new Map<string, Teacher[]>();
  const unstated = leads(undefined, teacherRoles);
  for (let person = 0; person < size; person += 1) {
    const teacher = teachers[person] as Teacher;
    backbone[person] = known(teacher.backbone);
    if (teacher.subject !== undefined) subject[person] = numberOfName(subjects, teacher.subject);
    leader[person] = teacher.role === undefined ? unstated : leads(teacher.role, teacherRoles);
    if (teacher.role === "principal") principals.set(teacher.school, [...(principals.get(teacher.school) ?? []), teacher]);
  }
  return { people, subjects, teachers, backbone, subject, leader, principals, size };
}

function leads(role: string | undefined, teacherRoles: readonly string[]): 0 | 1 {
  return teacherRoles.includes(role ?? DEFAULTS.rotationUnstatedRole.value) ? 0 : 1;
}

/** Everybody once. Most rosters name nobody twice, so that one look-up per entry numbers them. */
function firstEntries(roster: readonly Teacher[]): { readonly people: NameIndex; readonly teachers: readonly Teacher[] } {
  const all = new Map<string, number>();
  for (const { id } of roster) all.set(id, all.size);
  if (all.size === roster.length) return { people: { numbers: all }, teachers: roster };
  const people = nameIndex();
  const teachers = roster.filter(({ id }) => {
    const before = people.numbers.size;
    return numberOfName(people, id) === before;
  });
  return { people, teachers };
}
