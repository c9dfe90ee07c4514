import { type CalendarDate, DEFAULTS, parseDayNumber } from "../core/index.js";
import type { Exchange, ExchangeLoad, Teacher } from "../domain/index.js";
import type { ExchangeAttributes, ExchangePurpose } from "../policy/index.js";
import { OPEN_END } from "./criterion.js";
import { attributesOf } from "./exchange-kinds.js";
import { type RotationIssue, rotationIssue } from "./issues.js";
import { type ListedSchools, placeOf } from "./listed-schools.js";
import { numberOfName } from "./name-index.js";
import { type PeopleOrder, peopleOrder } from "./people-order.js";
import { repeatedExchanges } from "./repeated-exchanges.js";
import { known, type RosterTable } from "./roster-table.js";

/** The records as columns, one entry per record of the input; a faulty or repeated one has nobody (−1) in `person`, and zeros. */
export interface ExchangeTable {
  readonly size: number;
  readonly records: readonly Exchange[];
  readonly kinds: ReadonlyMap<string, ExchangeAttributes>;
  readonly person: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** What the person does there and the load, as numbers: positions in `PURPOSES` and `LOADS`, 0 not said. */
  readonly purpose: Uint8Array;
  readonly load: Uint8Array;
  /** What the record itself says of backbone, and of the subject (−1 nothing). */
  readonly backbone: Uint8Array;
  readonly subject: Int32Array;
  /** The post is a leader's (2), a teacher's (1), or the roster's (0). */
  readonly post: Uint8Array;
  /** Whether any record says more of itself than person, schools and days: if none does, the five columns above say nothing. */
  readonly saysMore: boolean;
  /** The sound records, person by person. */
  readonly byPerson: PeopleOrder;
  /** Whether each person is a backbone teacher, by the records or else by the roster: 0 unknown, 1 no, 2 yes. */
  readonly backboneOf: Uint8Array;
}

/** Purposes by number; 0 is not said. */
const PURPOSES: readonly (ExchangePurpose | undefined)[] = [undefined, "lead", "teach", "learn", "visit", "mentor"];
/** Loads by number; 0 is not said. */
const LOADS: readonly (ExchangeLoad["kind"] | undefined)[] = [undefined, "full-time", "days-per-week", "occasional"];

/** Reads the records once: look-ups, days, order by person. Faulty ones are reported and passed over, as is the same row once more. */
export function readExchanges(
  exchanges: readonly Exchange[],
  roster: RosterTable,
  schools: ListedSchools,
  kinds: ReadonlyMap<string, ExchangeAttributes>,
  teacherRoles: readonly string[],
  issues: RotationIssue[],
): ExchangeTable {
  const size = exchanges.length;
  const person = new Int32Array(size).fill(-1);
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  const purpose = new Uint8Array(size);
  const load = new Uint8Array(size);
  const backbone = new Uint8Array(size);
  const subject = new Int32Array(size).fill(-1);
  const post = new Uint8Array(size);
  const days = new Map<string, number>();
  let saysMore = false;
  const { people } = roster;
  const repeated = repeatedExchanges(exchanges);
  for (let position = 0; position < size; position += 1) {
    const record = exchanges[position] as Exchange;
    const again = repeated.size === 0 ? undefined : repeated.get(position);
    if (again !== undefined) issues.push(again.issue);
    if (again?.same === true) continue;
    const begins = dayIn(days, record.start);
    const last = record.end === undefined ? OPEN_END : dayIn(days, record.end);
    if (begins === undefined || last === undefined || last <= begins) {
      issues.push(faultOf(record, position, begins === undefined || last === undefined));
      continue;
    }
    const who = numberOfName(people, record.person);
    if (who >= roster.size) issues.push(unknownPerson(record, position));
    const origin = placeOf(schools, record.from);
    const target = placeOf(schools, record.to);
    if (origin >= schools.listed) issues.push(unknownSchool(record, position, record.from));
    if (target >= schools.listed) issues.push(unknownSchool(record, position, record.to));
    person[position] = who;
    from[position] = origin;
    to[position] = target;
    start[position] = begins;
    end[position] = last;
    // Most records say no more than that; the columns hold "not said" already.
    if (!saysMoreOf(record)) continue;
    saysMore = true;
    const meant = attributesOf(record, kinds);
    const role = record.role ?? meant.role;
    const kind = loadOf(record, meant);
    if (meant.purpose !== undefined) purpose[position] = PURPOSES.indexOf(meant.purpose);
    if (kind !== undefined) load[position] = LOADS.indexOf(kind);
    if (record.backbone !== undefined) backbone[position] = known(record.backbone);
    if (record.subject !== undefined) subject[position] = numberOfName(roster.subjects, record.subject);
    if (role !== undefined) post[position] = teacherRoles.includes(role) ? 1 : 2;
  }
  const byPerson = peopleOrder(person, people.numbers.size);
  const backboneOf = backboneColumn(roster, person, saysMore ? backbone : new Uint8Array(0));
  const said = { purpose, load, backbone, subject, post, saysMore };
  return { size, records: exchanges, kinds, person, from, to, start, end, ...said, byPerson, backboneOf };
}

function saysMoreOf({ kind, role, load, backbone, subject }: Exchange): boolean {
  return kind !== undefined || role !== undefined || load !== undefined || backbone !== undefined || subject !== undefined;
}

/** The number of a day, remembered: the records of a province begin and end on few days. */
function dayIn(days: Map<string, number>, text: CalendarDate): number | undefined {
  const before = days.get(text);
  if (before !== undefined) return before;
  const day = typeof text === "string" ? parseDayNumber(text) : undefined;
  if (day !== undefined) days.set(text, day);
  return day;
}

/**
 * Whether each person is a backbone teacher: what the person's records say, else what the roster says. Records that contradict each other leave it
 * unknown, so that the order of the records decides nothing.
 */
function backboneColumn(roster: RosterTable, person: Int32Array, stated: Uint8Array): Uint8Array {
  const column = new Uint8Array(roster.people.numbers.size);
  for (let record = 0; record < stated.length; record += 1) {
    const said = stated[record] as number;
    if (said > 0) column[person[record] as number] = (column[person[record] as number] as number) | said;
  }
  for (let each = 0; each < column.length; each += 1) {
    const said = column[each] as number;
    column[each] = said === 3 ? 0 : said > 0 || each >= roster.size ? said : (roster.backbone[each] as number);
  }
  return column;
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
