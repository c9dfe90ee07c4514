import { type CalendarDate, DEFAULTS, parseDayNumber } from "../core/index.js";
import type { Exchange, ExchangeLoad, Teacher } from "../domain/index.js";
import type { ExchangeAttributes, ExchangePurpose } from "../policy/index.js";
import { OPEN_END } from "./criterion.js";
import { attributesOf } from "./exchange-kinds.js";
import { type RotationIssue, rotationIssue } from "./issues.js";

/** Names as numbers, in the order in which they first appear. */
export interface NameIndex {
  readonly names: string[];
  readonly of: (name: string) => number;
  readonly find: (name: string) => number | undefined;
}

/** An empty index of names. */
export function nameIndex(): NameIndex {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const of = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    names.push(name);
    return names.length - 1;
  };
  return { names, of, find: (name) => numbers.get(name) };
}

/** 0 unknown, 1 no, 2 yes. */
export type Known = 0 | 1 | 2;

/** A roster as columns, one entry per person; persons of records who are not on it stand at the end. */
export interface RosterTable {
  readonly people: NameIndex;
  /** Teaching subjects, of the roster and of the records. */
  readonly subjects: NameIndex;
  readonly teachers: (Teacher | undefined)[];
  readonly backbone: Known[];
  /** Number of the teaching subject, −1 where nobody recorded it. */
  readonly subject: number[];
  /** How many are on the roster itself. */
  readonly size: number;
}

/** Reads a roster once; of two entries of one person the first holds. */
export function readRoster(roster: readonly Teacher[]): RosterTable {
  const people = nameIndex();
  const subjects = nameIndex();
  const teachers: Teacher[] = [];
  const backbone: Known[] = [];
  const subject: number[] = [];
  for (const teacher of roster) {
    const number = people.of(teacher.id);
    if (number < teachers.length) continue;
    teachers.push(teacher);
    backbone.push(known(teacher.backbone));
    subject.push(teacher.subject === undefined ? -1 : subjects.of(teacher.subject));
  }
  return { people, subjects, teachers, backbone, subject, size: teachers.length };
}

/** A truth that may be absent, as a number. */
export function known(value: boolean | undefined): Known {
  return value === undefined ? 0 : value ? 2 : 1;
}

/** The sound records as columns; `next` chains the records of one person, the first of whom is `first[person]`, in the order of the input. */
export interface ExchangeTable {
  readonly size: number;
  readonly records: readonly Exchange[];
  readonly positions: Int32Array;
  readonly person: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly attributes: readonly ExchangeAttributes[];
  /** What the person does there and the load, as numbers: positions in `PURPOSES` and `LOADS`, 0 not said. */
  readonly purpose: Uint8Array;
  readonly load: Uint8Array;
  /** What the record itself says of backbone, and of the subject (−1 nothing). */
  readonly backbone: Uint8Array;
  readonly subject: Int32Array;
  /** The post is a leader's (2), a teacher's (1), or the roster's (0). */
  readonly post: Uint8Array;
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** Purposes by number; 0 is not said. */
export const PURPOSES: readonly (ExchangePurpose | undefined)[] = [undefined, "lead", "teach", "learn", "visit", "mentor"];
/** Loads by number; 0 is not said. */
export const LOADS: readonly (ExchangeLoad["kind"] | undefined)[] = [undefined, "full-time", "days-per-week", "occasional"];

/** Reads the records once: look-ups, days, order by person. Faulty ones are reported and passed over. */
export function readExchanges(
  exchanges: readonly Exchange[],
  roster: RosterTable,
  schools: { readonly index: NameIndex; readonly listed: number },
  kinds: ReadonlyMap<string, ExchangeAttributes>,
  teacherRoles: readonly string[],
  issues: RotationIssue[],
): ExchangeTable {
  const count = exchanges.length;
  const [positions, person, from, to, start, end] = [0, 1, 2, 3, 4, 5].map(() => new Int32Array(count)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const attributes: ExchangeAttributes[] = [];
  const [purpose, load, backbone, post] = [0, 1, 2, 3].map(() => new Uint8Array(count)) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const subject = new Int32Array(count);
  let size = 0;
  for (let position = 0; position < count; position += 1) {
    const record = exchanges[position] as Exchange;
    const begins = dayOf(record.start);
    const last = record.end === undefined ? OPEN_END : dayOf(record.end);
    if (begins === undefined || last === undefined || last <= begins) {
      issues.push(faultOf(record, position, begins === undefined || last === undefined));
      continue;
    }
    const who = roster.people.of(record.person);
    if (who >= roster.size) issues.push(unknownPerson(record, position));
    const origin = schools.index.of(record.from);
    const target = schools.index.of(record.to);
    if (origin >= schools.listed) issues.push(unknownSchool(record, position, record.from));
    if (target >= schools.listed) issues.push(unknownSchool(record, position, record.to));
    const meant = attributesOf(record, kinds);
    purpose[size] = PURPOSES.indexOf(meant.purpose);
    load[size] = LOADS.indexOf(loadOf(record, meant));
    backbone[size] = known(record.backbone);
    subject[size] = record.subject === undefined ? -1 : roster.subjects.of(record.subject);
    const role = record.role ?? meant.role;
    post[size] = role === undefined ? 0 : teacherRoles.includes(role) ? 1 : 2;
    positions[size] = position;
    person[size] = who;
    from[size] = origin;
    to[size] = target;
    start[size] = begins;
    end[size] = last;
    attributes.push(meant);
    size += 1;
  }
  const { first, next } = chains(person, size, roster.people.names.length);
  return {
    size,
    records: exchanges,
    positions,
    person,
    from,
    to,
    start,
    end,
    attributes,
    purpose,
    load,
    backbone,
    subject,
    post,
    first,
    next,
  };
}

/** The records of each person as a chain in the order of the input. */
function chains(person: Int32Array, size: number, people: number): { readonly first: Int32Array; readonly next: Int32Array } {
  const first = new Int32Array(people).fill(-1);
  const next = new Int32Array(size);
  for (let record = size - 1; record >= 0; record -= 1) {
    const who = person[record] as number;
    next[record] = first[who] as number;
    first[who] = record;
  }
  return { first, next };
}

function dayOf(text: CalendarDate): number | undefined {
  return typeof text === "string" ? parseDayNumber(text) : undefined;
}

function faultOf(record: Exchange, position: number, unreadable: boolean): RotationIssue {
  const subject = { kind: "exchange", id: record.id } as const;
  if (unreadable) return rotationIssue("exchange-date-unreadable", [position], { exchange: record.id }, subject);
  const params = { exchange: record.id, start: record.start, end: record.end ?? record.start };
  return rotationIssue("exchange-ends-before-start", [position], params, subject);
}

function unknownPerson({ id, person }: Exchange, position: number): RotationIssue {
  return rotationIssue("exchange-person-unknown", [position, "person"], { exchange: id, person }, { kind: "exchange", id });
}

function unknownSchool({ id }: Exchange, position: number, school: string): RotationIssue {
  return rotationIssue("exchange-school-unknown", [position], { exchange: id, school }, { kind: "exchange", id });
}

/** The load of a record: its own, or that of its kind; absent: not said. */
export function loadOf(record: Exchange, attributes: ExchangeAttributes): ExchangeLoad["kind"] | undefined {
  return record.load?.kind ?? attributes.load;
}

/** The post a person holds in a record: its own, that of its kind, that of the roster; else a teacher's. */
export function roleOf(record: Exchange, attributes: ExchangeAttributes, teacher: Teacher | undefined): string {
  return record.role ?? attributes.role ?? teacher?.role ?? DEFAULTS.rotationUnstatedRole.value;
}

/**
 * Whether a person is a backbone teacher: what the person's records say, else what the roster says. Records that contradict each other leave it
 * unknown, so that the order of the records decides nothing.
 */
export function backboneOf(table: ExchangeTable, roster: RosterTable, person: number): Known {
  let yes = false;
  let no = false;
  for (let record = table.first[person] as number; record >= 0; record = table.next[record] as number) {
    const stated = table.backbone[record];
    if (stated === 2) yes = true;
    else if (stated === 1) no = true;
  }
  if (yes && no) return 0;
  return yes ? 2 : no ? 1 : (roster.backbone[person] ?? 0);
}
