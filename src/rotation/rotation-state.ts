import {
  addDays,
  type BoundedRange,
  type CalendarDate,
  calendarDate,
  DEFAULTS,
  dayNumber,
  SchoolGroupsError,
  type Subject,
} from "../core/index.js";
import type { District, Exchange, Group, School, Teacher } from "../domain/index.js";
import type { ExchangeKind, MeasureRef, ResolvedPolicy } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import type { RotationSettings } from "./conditions.js";
import { type Criterion, criterionOf } from "./criterion.js";
import { attributesByKind } from "./exchange-kinds.js";
import { readExchanges } from "./exchange-table.js";
import { groupPlaces } from "./group-places.js";
import type { RotationIssue } from "./issues.js";
import { inSchools, type ListedSchools, listedSchools, placeOf, type SchoolNaming, schoolNaming } from "./listed-schools.js";
import { namesOf } from "./name-index.js";
import { periodStanding } from "./period-standing.js";
import { readRoster } from "./roster-table.js";
import { type RotationEligibility, rotationEligibility } from "./rotation-eligibility.js";
import { type EligibleCounts, type EligibleFilter, eligibleCounts, scopeIndex } from "./scopes.js";
import { type Tally, type TallyContext, tallyExchanges } from "./tally.js";

/** What the records of exchange are judged by, and against. */
export interface CheckRotationOptions {
  readonly district: District;
  readonly policy: ResolvedPolicy;
  /** 统计期间: a school year (`schoolYearRange`), a calendar year (`calendarYearRange`), or any other days. */
  readonly period: BoundedRange;
  /** Everybody on the staff of the schools, eligible or not, at the beginning of the period. */
  readonly roster: readonly Teacher[];
  /** The day whose rules, memberships and designations hold; absent: the last day of the period. */
  readonly asOf?: CalendarDate | undefined;
  readonly settings?: RotationSettings | undefined;
  /** Who is eligible, where it is already known; absent: judged on the first day of the period, with the same settings and records. */
  readonly eligibility?: RotationEligibility | undefined;
  /**
   * 新派出 or 在岗: whether stays begun in the period count, or all that reach into it. No source says; absent: both readings, so that numbers are
   * intervals wherever stays begun before reach into the period.
   */
  readonly counted?: "begun" | "ongoing" | undefined;
  /** Lists that are not whole: a partial roster leaves the eligible, partial records the exchanged without an upper end. */
  readonly partial?: readonly ("roster" | "exchanges")[] | undefined;
  /** Kinds of exchange of the caller's own; they come before the policy's and the library's. */
  readonly kinds?: readonly ExchangeKind[] | undefined;
  /** Facts that the conditions of rules ask beside reach and designation, such as those of `factsOf` in compliance. */
  readonly facts?: ((subject: Subject, ref: MeasureRef) => Fact | undefined) | undefined;
}

/** Everything read once: records and roster as columns, scopes, and the counts by criterion as they are asked for. */
export interface RotationState {
  readonly options: CheckRotationOptions;
  readonly on: CalendarDate;
  readonly eligibility: RotationEligibility;
  readonly context: TallyContext;
  readonly scopes: ReturnType<typeof scopeIndex>;
  readonly schools: readonly string[];
  readonly schoolOf: (id: string) => School | undefined;
  readonly groupOf: (id: string) => Group | undefined;
  readonly tallyOf: (ref: MeasureRef, people: Criterion["people"]) => Tally;
  readonly eligibleOf: (where: MeasureRef["where"]) => EligibleCounts;
  readonly issues: readonly RotationIssue[];
}

/** Reads roster and records. Throws `invalid-date` for a malformed period or `asOf`, `invalid-argument` for an empty period. */
export function readRotation(exchanges: readonly Exchange[], options: CheckRotationOptions): RotationState {
  const { district, policy, period } = options;
  const from = dayNumber(period.from);
  const until = dayNumber(period.until);
  if (until <= from) throw new SchoolGroupsError("invalid-argument", "a period ends after it begins", { argument: "period" });
  const on = calendarDate(options.asOf ?? addDays(period.until, -1));
  const issues: RotationIssue[] = [];
  const naming = schoolNaming(district.schools);
  const eligibility = named(options.eligibility ?? judged(exchanges, options, issues), naming);
  const listed = listedSchools(district.schools);
  const { index } = listed;
  const teacherRoles = options.settings?.teacherRoles ?? DEFAULTS.rotationTeacherRoles.value.split(" ");
  const people = naming === undefined ? options.roster : options.roster.map((teacher) => inSchools(teacher, naming));
  const roster = readRoster(people, teacherRoles);
  const table = readExchanges(
    exchanges,
    roster,
    listed,
    attributesByKind([...(options.kinds ?? []), ...policy.exchangeKinds]),
    teacherRoles,
    issues,
  );
  const home = homesOf(roster.teachers, listed);
  const places = groupPlaces(district, on, index);
  const known = firstById(district.schools);
  const groups = firstById(district.groups);
  const names = namesOf(index);
  const scopes = scopeIndex(district, places, names, namesOf(roster.subjects));
  const context: TallyContext = {
    table,
    roster,
    home,
    places,
    schools: names.map((name) => known.get(name)),
    period: { from, until },
    standing: periodStanding(table, { from, until }, options.counted),
    asOf: dayNumber(on) + 1,
    on,
    months: new Map(),
  };
  const tallies = new Map<string, Tally>();
  const eligible = new Map<string, EligibleCounts>();
  const world = {
    places,
    schools: index,
    partial: options.partial?.includes("roster") === true,
  };
  return {
    options,
    on,
    eligibility,
    context,
    scopes,
    schools: names,
    schoolOf: (id) => known.get(id),
    groupOf: (id) => groups.get(id),
    issues,
    tallyOf: (ref, people) => {
      const criterion = criterionOf(ref, people);
      const found = tallies.get(criterion.key) ?? tallyExchanges(context, scopes, criterion);
      tallies.set(criterion.key, found);
      return found;
    },
    eligibleOf: (where) => {
      const filter = filterOf(where);
      const key = JSON.stringify(filter);
      const found = eligible.get(key) ?? eligibleCounts(eligibility.teachers, roster, scopes, world, filter);
      eligible.set(key, found);
      return found;
    },
  };
}

/** The number of each teacher's school, by its id or a campus of it. */
function homesOf(teachers: readonly Teacher[], listed: ListedSchools): Int32Array {
  const home = new Int32Array(teachers.length);
  for (let person = 0; person < teachers.length; person += 1) home[person] = placeOf(listed, (teachers[person] as Teacher).school);
  return home;
}

/** Of two with one id the first holds. */
function firstById<Bearer extends { readonly id: string }>(bearers: readonly Bearer[]): ReadonlyMap<string, Bearer> {
  return new Map([...bearers].reverse().map((bearer) => [bearer.id, bearer]));
}

function judged(exchanges: readonly Exchange[], options: CheckRotationOptions, issues: RotationIssue[]): RotationEligibility {
  const { district, policy, period, roster, settings } = options;
  const { schools } = district;
  const result = rotationEligibility(roster, { policy, on: period.from, code: district.code, settings, exchanges, schools });
  if (!result.ok) throw new SchoolGroupsError("invalid-argument", "the roster cannot be read", { argument: "roster" });
  issues.push(...result.issues);
  return result.value;
}

/** Who is eligible, by schools and no campuses, also where the caller judged without knowing the district. */
function named(eligibility: RotationEligibility, naming: SchoolNaming | undefined): RotationEligibility {
  if (naming === undefined) return eligibility;
  return { ...eligibility, teachers: eligibility.teachers.map((teacher) => ({ ...teacher, school: naming(teacher.school) })) };
}

const ROSTER_KEYS: ReadonlySet<string> = /* @__PURE__ */ new Set(["graduating-grade", "subject"]);

/** What a rule asks of the eligible; the length or direction of an exchange is nothing the eligible have. */
function filterOf(where: MeasureRef["where"]): EligibleFilter {
  const keys = Object.keys(where ?? {});
  const subject = where?.["subject"];
  return {
    graduatingGrade: where?.["graduating-grade"] === true,
    subject: subject === undefined ? undefined : String(subject),
    open: keys.some((key) => !ROSTER_KEYS.has(key)),
  };
}
