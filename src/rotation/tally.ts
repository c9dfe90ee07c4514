import { DEFAULTS, type Truth } from "../core/index.js";
import { designationOn, type School } from "../domain/index.js";
import type { Criterion, LengthTest } from "./criterion.js";
import { backboneOf, type ExchangeTable, loadOf, type RosterTable, roleOf } from "./exchange-table.js";
import { type GroupPlaces, type Place, placesOf } from "./group-places.js";
import type { NotCountedCode } from "./issues.js";
import { measureStays } from "./measure-stays.js";
import { BEGUN_BEFORE, FACTS_MISSING, numberOf, ONCE_ALREADY, OUTSIDE_PERIOD, SAME_SCHOOL } from "./reason-numbers.js";

/** The world in which records are judged. */
export interface TallyContext {
  readonly table: ExchangeTable;
  readonly roster: RosterTable;
  readonly places: GroupPlaces;
  readonly schools: readonly (School | undefined)[];
  readonly schoolCount: number;
  readonly subjects: { readonly of: (name: string) => number; readonly names: readonly string[] };
  readonly period: { readonly from: number; readonly until: number };
  readonly asOf: number;
  readonly on: string;
  /** Which stays belong to a period: those begun in it, those that reach into it; undecided: both readings. */
  readonly counted: "begun" | "ongoing" | undefined;
  readonly teacherRoles: readonly string[];
  readonly lasts: LengthTest;
}

/** Numbers of the scopes in the columns of a tally. */
export interface Scopes {
  readonly district: 0;
  readonly school: (school: number) => number;
  readonly group: (group: number) => number;
  readonly place: (place: number) => number;
  readonly subject: (subject: number) => number;
  readonly size: number;
}

/** What one criterion counts: people and backbone teachers from low to high per scope, stays, flows, and why the rest does not count. */
export interface Tally {
  readonly criterion: Criterion;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly backboneLow: Int32Array;
  readonly backboneHigh: Int32Array;
  readonly staysLow: Int32Array;
  readonly staysHigh: Int32Array;
  /** Per record: 0 does not count, 1 may, 2 counts. */
  readonly state: Uint8Array;
  /** Per record: position of the reason in `REASONS`, 0 for none. */
  readonly reason: Uint8Array;
}

/** Counts the records by one criterion: one pass over people, each of whom counts once per scope. */
export function tallyExchanges(context: TallyContext, scopes: Scopes, criterion: Criterion): Tally {
  const { table, roster } = context;
  const column = () => new Int32Array(scopes.size);
  const tally: Tally = {
    criterion,
    low: column(),
    high: column(),
    backboneLow: column(),
    backboneHigh: column(),
    staysLow: column(),
    staysHigh: column(),
    state: new Uint8Array(table.size),
    reason: new Uint8Array(table.size),
  };
  const judge = recordJudge(context, criterion, tally);
  const counter = scopeCounter(context, scopes, tally);
  const measured = criterion.months > 0 || criterion.days > 0;
  for (let person = 0; person < table.first.length; person += 1) {
    const head = table.first[person] as number;
    if (head < 0) continue;
    for (let record = head; record >= 0; record = table.next[record] as number) judge(record, person);
    if (measured) measureStays(context, criterion, tally, head);
    counter(head, person, backboneOf(table, roster, person));
  }
  return tally;
}

/** Judges one record apart from its length: writes state and reason. */
function recordJudge({ table, period, counted, ...context }: TallyContext, criterion: Criterion, tally: Tally) {
  const { from, to, start, end } = table;
  const { state, reason } = tally;
  const further = furtherConditions({ table, period, counted, ...context }, criterion);
  const openReading = counted === undefined;
  return (record: number, person: number): void => {
    if (from[record] === to[record]) {
      reason[record] = SAME_SCHOOL;
      return;
    }
    if ((start[record] as number) >= period.until || (end[record] as number) <= period.from) {
      reason[record] = OUTSIDE_PERIOD;
      return;
    }
    let sure = 2;
    if ((start[record] as number) < period.from && counted !== "ongoing") {
      reason[record] = BEGUN_BEFORE;
      if (!openReading) return;
      sure = 1;
    }
    const failed = further(record, person);
    if (failed > 0) {
      reason[record] = failed;
      if (failed !== FACTS_MISSING) return;
      sure = 1;
    }
    state[record] = sure;
  };
}

/** The conditions of the record itself; returns the number of the first reason that does not let it count, 0 if none. */
function furtherConditions(context: TallyContext, criterion: Criterion): (record: number, person: number) => number {
  const { table, roster, teacherRoles } = context;
  const number = (code: NotCountedCode) => numberOf(code);
  const [learning, visiting, partTime, fewDays] = (["learning", "visiting", "not-full-time", "too-few-days-a-week"] as const).map(
    number,
  ) as [number, number, number, number];
  const otherRole = number("other-role");
  const asked = askedConditions(context, criterion);
  const takesAll = criterion.purpose !== undefined;
  const partTimeCounts = criterion.load === "any" || criterion.daysPerWeek > 0;
  const leads = roster.teachers.map((teacher) => !teacherRoles.includes(teacher?.role ?? DEFAULTS.rotationUnstatedRole.value));
  const teachersOnly = criterion.people === "teachers" && criterion.role === undefined;
  return (record, person) => {
    const purpose = table.purpose[record] as number;
    if (!takesAll && purpose >= LEARN) return purpose === LEARN ? learning : visiting;
    const load = table.load[record] as number;
    if (load > FULL_TIME && !partTimeCounts) return partTime;
    if (criterion.daysPerWeek > 0 && load !== FULL_TIME) {
      const stated = table.records[table.positions[record] as number]?.load;
      const days = stated?.kind === "days-per-week" ? stated.days : undefined;
      if (days === undefined) return FACTS_MISSING;
      if (days < criterion.daysPerWeek) return fewDays;
    }
    if (teachersOnly) {
      const post = table.post[record];
      if (post === 2 || (post === 0 && leads[person] === true)) return otherRole;
    }
    return criterion.plain ? 0 : asked(record, person);
  };
}

/** Numbers in `PURPOSES` and `LOADS`: from `LEARN` on nothing is converted into head-count, above `FULL_TIME` neither. */
const LEARN = 3;
const FULL_TIME = 1;

/** What only some rules ask. */
function askedConditions(context: TallyContext, criterion: Criterion): (record: number, person: number) => number {
  const { table, roster, schools, places, on } = context;
  const ask = (holds: Truth, code: NotCountedCode): number => (holds === "yes" ? 0 : holds === "no" ? numberOf(code) : FACTS_MISSING);
  return (record, person) => {
    const exchange = table.records[table.positions[record] as number];
    const attributes = table.attributes[record];
    if (exchange === undefined || attributes === undefined || criterion.unknownKeys.length > 0) return FACTS_MISSING;
    const teacher = roster.teachers[person];
    const answers: number[] = [];
    const equal = (wanted: string | undefined, found: string | undefined, code: NotCountedCode): void => {
      if (wanted !== undefined) answers.push(ask(found === undefined ? "unknown" : found === wanted ? "yes" : "no", code));
    };
    if (criterion.load === "full-time") equal("full-time", loadOf(exchange, attributes), "not-full-time");
    if (criterion.purpose !== "any") equal(criterion.purpose, attributes.purpose, "learning");
    equal(criterion.role, criterion.role === undefined ? undefined : roleOf(exchange, attributes, teacher), "other-role");
    equal(criterion.subject, exchange.subject ?? teacher?.subject, "other-subject");
    equal(criterion.relation, exchange.relation, "relation-not-moved");
    if (criterion.backbone) {
      const backbone = backboneOf(table, roster, person);
      answers.push(ask(backbone === 0 ? "unknown" : backbone === 2 ? "yes" : "no", "not-backbone"));
    }
    if (criterion.graduatingGrade) answers.push(ask(truth(teacher?.graduatingGrade), "not-graduating-grade"));
    const target = schools[table.to[record] as number];
    equal(criterion.toLocality, target?.locality, "other-school");
    if (criterion.toDesignation !== undefined) {
      answers.push(ask(target === undefined ? "unknown" : designationOn(target, criterion.toDesignation, on), "other-school"));
    }
    if (criterion.direction !== undefined) {
      const ways = placesOf(places, table.from[record] as number).flatMap((origin) =>
        placesOf(places, table.to[record] as number).flatMap((end) => (end.group === origin.group ? [directionOf(origin, end)] : [])),
      );
      answers.push(ask(ways.includes(criterion.direction) ? "yes" : "no", "other-direction"));
    }
    return answers.find((answer) => answer !== 0 && answer !== FACTS_MISSING) ?? (answers.includes(FACTS_MISSING) ? FACTS_MISSING : 0);
  };
}

function truth(value: boolean | undefined): Truth {
  return value === undefined ? "unknown" : value ? "yes" : "no";
}

/** From lead to member and the like, inside one group. */
export function directionOf(origin: Place, end: Place): string {
  if (origin.lead && end.member) return "lead-to-member";
  return end.lead && origin.member ? "member-to-lead" : "between-members";
}

/** Adds a person's records to every scope they belong to, the person once per scope. */
function scopeCounter({ table, places, roster }: TallyContext, scopes: Scopes, tally: Tally) {
  const { low, high, backboneLow, backboneHigh, staysLow, staysHigh, state, reason } = tally;
  const surely = new Int32Array(scopes.size);
  const perhaps = new Int32Array(scopes.size);
  const add = (scope: number, person: number, sure: boolean, backbone: number): boolean => {
    staysHigh[scope] = (staysHigh[scope] as number) + 1;
    if (sure) staysLow[scope] = (staysLow[scope] as number) + 1;
    const stamp = person + 1;
    if (perhaps[scope] !== stamp) {
      perhaps[scope] = stamp;
      high[scope] = (high[scope] as number) + 1;
      if (backbone !== 1) backboneHigh[scope] = (backboneHigh[scope] as number) + 1;
    }
    if (!sure || surely[scope] === stamp) return false;
    surely[scope] = stamp;
    low[scope] = (low[scope] as number) + 1;
    if (backbone === 2) backboneLow[scope] = (backboneLow[scope] as number) + 1;
    return true;
  };
  return (head: number, person: number, backbone: number): void => {
    const own = roster.subject[person] ?? -1;
    for (let record = head; record >= 0; record = table.next[record] as number) {
      const level = state[record] as number;
      if (level === 0) continue;
      const sure = level === 2;
      const counts = add(scopes.district, person, sure, backbone);
      if (sure && !counts) reason[record] = ONCE_ALREADY;
      const origin = table.from[record] as number;
      add(scopes.school(origin), person, sure, backbone);
      const stated = table.subject[record] as number;
      const taught = stated < 0 ? own : stated;
      if (taught >= 0) add(scopes.subject(taught), person, sure, backbone);
      for (const place of placesOf(places, origin)) {
        for (const other of placesOf(places, table.to[record] as number)) {
          if (other.group !== place.group) continue;
          const inside = sure && place.certain && other.certain;
          add(scopes.group(place.group), person, inside, backbone);
          add(scopes.place(place.place), person, inside, backbone);
        }
      }
    }
  };
}
