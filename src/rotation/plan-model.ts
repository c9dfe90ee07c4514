import { addMonths, exact, parsePartialDate, SchoolGroupsError, toExactText } from "../core/index.js";
import type { Teacher } from "../domain/index.js";
import type { PlanConstraint, PlanGoal, PlanRotationOptions } from "./plan-options.js";
import { certainMembers, isWeak, scopeTest } from "./plan-scopes.js";
import type { Row } from "./solver.js";

/** One possible move: a variable of the model. */
export interface PossibleMove {
  readonly teacher: Teacher;
  readonly from: string;
  readonly to: string;
}

/** The moves there are, the conditions as rows with their names, and each goal's cost per move. */
export interface PlanModel {
  readonly moves: readonly PossibleMove[];
  readonly rows: readonly Row[];
  readonly constraints: readonly PlanConstraint[];
  readonly goals: Readonly<Record<PlanGoal, readonly number[]>>;
  /** Teachers of a school and subject before any move. */
  readonly staff: ReadonlyMap<string, number>;
}

/** Reads who may go where, and every condition as a row of whole numbers. */
export function planModel(roster: readonly Teacher[], options: PlanRotationOptions): PlanModel {
  const teachers = new Map<string, Teacher>();
  for (const teacher of roster) if (!teachers.has(teacher.id)) teachers.set(teacher.id, teacher);
  const moves = possibleMoves(teachers, options);
  const rows: Row[] = [];
  const constraints: PlanConstraint[] = [];
  const add = (constraint: PlanConstraint, row: Row): void => {
    rows.push(row);
    constraints.push(constraint);
  };
  const byTeacher = grouped(moves, ({ teacher }) => teacher.id);
  for (const [teacher, variables] of byTeacher) add({ kind: "one-move", teacher }, { ...ones(variables), high: 1, slack: 0 });
  for (const teacher of options.mustMove ?? [])
    add({ kind: "must-move", teacher }, { ...ones(byTeacher.get(teacher) ?? []), low: 1, slack: 1 });
  quotaRows(moves, options, add);
  capRows(moves, options, add);
  const staff = staffingRows(moves, teachers, options, add);
  pairRows(moves, byTeacher, options, add);
  return { moves, rows, constraints, goals: goalCosts(moves, options), staff };
}

type Add = (constraint: PlanConstraint, row: Row) => void;

/** The key of a school's teachers of a subject. */
export function staffKey(school: string, subject: string): string {
  return `${school}\u0000${subject}`;
}

function ones(variables: readonly number[]): Pick<Row, "variables" | "coefficients"> {
  return { variables, coefficients: variables.map(() => 1) };
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [position, item] of items.entries()) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const list = found.get(key);
    if (list === undefined) found.set(key, [position]);
    else list.push(position);
  }
  return found;
}

function possibleMoves(teachers: ReadonlyMap<string, Teacher>, options: PlanRotationOptions): readonly PossibleMove[] {
  const stay = new Set(options.mustStay ?? []);
  const movable = options.eligibility.teachers.filter(
    ({ status, leader, teacher }) => status === "eligible" && !leader && !stay.has(teacher),
  );
  const targets = targetsOf(options);
  const barred = barredSchools(teachers, options);
  const places = swapPlaces(teachers, options);
  const moves: PossibleMove[] = [];
  for (const { teacher: id } of movable) {
    const teacher = teachers.get(id);
    if (teacher === undefined) continue;
    const allowed = places.get(id);
    for (const to of targets(teacher.school)) {
      if (to === teacher.school || barred.get(id)?.has(to) || (allowed !== undefined && !allowed.has(to))) continue;
      moves.push({ teacher, from: teacher.school, to });
    }
  }
  return moves;
}

/** The schools a move may lead to: those of the same groups, or all of the district. */
function targetsOf({ district, on, within }: PlanRotationOptions): (from: string) => readonly string[] {
  const outside = new Set(district.schools.filter((school) => school.outside === true || school.collective === true).map(({ id }) => id));
  if (within === "district") {
    const all = district.schools.map(({ id }) => id).filter((id) => !outside.has(id));
    return () => all;
  }
  const near = new Map<string, Set<string>>();
  for (const group of district.groups) {
    const schools = certainMembers(group, on).filter((id) => !outside.has(id));
    for (const school of schools) {
      const known = near.get(school) ?? new Set<string>();
      for (const other of schools) known.add(other);
      near.set(school, known);
    }
  }
  const lists = new Map([...near].map(([school, others]) => [school, [...others]]));
  return (from) => lists.get(from) ?? [];
}

/** Where a person was within the years before the day, or was exchanged from or to. */
function barredSchools(teachers: ReadonlyMap<string, Teacher>, options: PlanRotationOptions): ReadonlyMap<string, ReadonlySet<string>> {
  const barred = new Map<string, Set<string>>();
  if (options.noReturnYears === undefined) return barred;
  const since = addMonths(options.on, -12 * wholeCount(options.noReturnYears, "noReturnYears"), "clamp");
  const bar = (person: string, school: string): void => {
    const known = barred.get(person);
    if (known === undefined) barred.set(person, new Set([school]));
    else known.add(school);
  };
  for (const { person, from, to, start, end } of options.exchanges ?? []) {
    if (start >= options.on || (end !== undefined && end <= since)) continue;
    bar(person, from);
    bar(person, to);
  }
  for (const { id, service } of teachers.values()) {
    for (const { school, until } of service ?? []) {
      const last = until === undefined ? undefined : parsePartialDate(until)?.latest;
      if (last === undefined || last > since) bar(id, school);
    }
  }
  return barred;
}

/** Those who swap go nowhere but to each other's school. */
function swapPlaces(teachers: ReadonlyMap<string, Teacher>, { pairs }: PlanRotationOptions): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const { kind, teachers: both } of pairs ?? []) {
    const [first, second] = both;
    if (kind !== "swap") continue;
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const school = teachers.get(other)?.school ?? "";
      // Whoever is to swap with two people can only where both stand at one school.
      places.set(one, new Set(places.get(one)?.has(school) === false ? [] : [school]));
    }
  }
  return places;
}

function quotaRows(moves: readonly PossibleMove[], options: PlanRotationOptions, add: Add): void {
  for (const { subject, atLeast, atMost } of options.quotas ?? []) {
    const inside = scopeTest(options, subject);
    const body = ones(moves.flatMap((move, position) => (inside(move) ? [position] : [])));
    if (atLeast !== undefined) {
      add({ kind: "quota-least", subject, count: atLeast }, { ...body, low: wholeCount(atLeast, "quotas"), slack: 1 });
    }
    if (atMost !== undefined)
      add({ kind: "quota-most", subject, count: atMost }, { ...body, high: wholeCount(atMost, "quotas"), slack: 1 });
  }
  for (const { subject, atLeast } of options.backbone ?? []) {
    const share = exact(atLeast);
    const whole = Number(share.denominator);
    const part = Number(share.numerator);
    if (part < 0 || part > whole) throw new SchoolGroupsError("invalid-argument", "a share lies from 0 to 1", { argument: "backbone" });
    wholeCount(whole, "backbone");
    const inside = scopeTest(options, subject);
    const variables = moves.flatMap((move, position) => (inside(move) ? [position] : []));
    // part ÷ whole ≤ backbone ÷ moved, multiplied out: whole × backbone − part × moved ≥ 0.
    const coefficients = variables.map((variable) => (moves[variable]?.teacher.backbone === true ? whole - part : -part));
    add({ kind: "backbone", subject, share: toExactText(share) }, { variables, coefficients, low: 0, slack: whole });
  }
}

function capRows(moves: readonly PossibleMove[], { caps, district }: PlanRotationOptions, add: Add): void {
  const leaving = grouped(moves, ({ from }) => from);
  const entering = grouped(moves, ({ to }) => to);
  for (const cap of caps ?? []) {
    for (const school of cap.school === undefined ? district.schools.map(({ id }) => id) : [cap.school]) {
      const out = cap.out;
      if (out !== undefined) {
        add({ kind: "cap-out", school, count: out }, { ...ones(leaving.get(school) ?? []), high: wholeCount(out, "caps"), slack: 1 });
      }
      if (cap.in !== undefined) {
        add({ kind: "cap-in", school, count: cap.in }, { ...ones(entering.get(school) ?? []), high: wholeCount(cap.in, "caps"), slack: 1 });
      }
    }
  }
}

function staffingRows(
  moves: readonly PossibleMove[],
  teachers: ReadonlyMap<string, Teacher>,
  options: PlanRotationOptions,
  add: Add,
): ReadonlyMap<string, number> {
  const staff = new Map<string, number>();
  for (const { school, subject } of teachers.values()) {
    if (subject !== undefined) staff.set(staffKey(school, subject), (staff.get(staffKey(school, subject)) ?? 0) + 1);
  }
  const entering = grouped(moves, ({ to, teacher }) => (teacher.subject === undefined ? undefined : staffKey(to, teacher.subject)));
  const leaving = grouped(moves, ({ from, teacher }) => (teacher.subject === undefined ? undefined : staffKey(from, teacher.subject)));
  const bound = (school: string, subject: string, atLeast: number | undefined, atMost: number | undefined): void => {
    const key = staffKey(school, subject);
    const before = staff.get(key) ?? 0;
    const into = entering.get(key) ?? [];
    const from = leaving.get(key) ?? [];
    const body = { variables: [...into, ...from], coefficients: [...into.map(() => 1), ...from.map(() => -1)] };
    if (atLeast !== undefined)
      add({ kind: "staffing-least", school, subject, count: atLeast }, { ...body, low: atLeast - before, slack: 1 });
    if (atMost !== undefined) add({ kind: "staffing-most", school, subject, count: atMost }, { ...body, high: atMost - before, slack: 1 });
  };
  const named = new Set<string>();
  for (const { school, subject, atLeast, atMost } of options.staffing ?? []) {
    named.add(staffKey(school, subject));
    for (const count of [atLeast, atMost]) if (count !== undefined) wholeCount(count, "staffing");
    bound(school, subject, atLeast, atMost);
  }
  const tolerance = options.staffingTolerance;
  if (tolerance === undefined) return staff;
  for (const key of new Set([...leaving.keys(), ...entering.keys()])) {
    if (named.has(key)) continue;
    const [school = "", subject = ""] = key.split("\u0000");
    const before = staff.get(key) ?? 0;
    bound(school, subject, before - wholeCount(tolerance, "staffingTolerance"), before + tolerance);
  }
  return staff;
}

function pairRows(
  moves: readonly PossibleMove[],
  byTeacher: ReadonlyMap<string, readonly number[]>,
  { pairs }: PlanRotationOptions,
  add: Add,
): void {
  for (const { kind, teachers } of pairs ?? []) {
    const [first, second] = teachers.map((teacher) => byTeacher.get(teacher) ?? []) as [readonly number[], readonly number[]];
    const equal = (left: readonly number[], right: readonly number[]): void => {
      const coefficients = [...left.map(() => 1), ...right.map(() => -1)];
      if (coefficients.length > 0)
        add({ kind: "pair", teachers }, { variables: [...left, ...right], coefficients, low: 0, high: 0, slack: 1 });
    };
    if (kind === "swap") {
      equal(first, second);
      continue;
    }
    const to = (variables: readonly number[], school: string) => variables.filter((variable) => moves[variable]?.to === school);
    for (const school of new Set([...first, ...second].map((variable) => moves[variable]?.to ?? ""))) {
      equal(to(first, school), to(second, school));
    }
  }
}

function goalCosts(moves: readonly PossibleMove[], options: PlanRotationOptions): Readonly<Record<PlanGoal, readonly number[]>> {
  const { district, on } = options;
  const weak = new Map(district.schools.map((school) => [school.id, isWeak(school, on) ? 1 : 0]));
  const minutes = new Map<string, number>();
  for (const { from, to, minutes: time } of options.travel ?? []) {
    minutes.set(staffKey(from, to), wholeCount(time, "travel"));
    if (!minutes.has(staffKey(to, from))) minutes.set(staffKey(to, from), time);
  }
  return {
    strength: moves.map((move) => -strengthOf(move, options) * needOf(move.to, options, weak)),
    travel: moves.map(({ from, to }) => minutes.get(staffKey(from, to)) ?? 0),
    moves: moves.map(() => 1),
    wishes: moves.map(({ teacher, to }) => wishPlace(teacher, to)),
  };
}

/** What a teacher brings. */
export function strengthOf({ teacher }: Pick<PossibleMove, "teacher">, { strength }: PlanRotationOptions): number {
  const own = strength === undefined ? (teacher.backbone === true ? 1 : 0) : (ownOf(strength, teacher.id) ?? 0);
  return wholeCount(own, "strength");
}

/** How much a school needs it. */
export function needOf(school: string, { need }: PlanRotationOptions, weak: ReadonlyMap<string, number>): number {
  return wholeCount(need === undefined ? (weak.get(school) ?? 0) : (ownOf(need, school) ?? 0), "need");
}

/** A figure the caller gave, and nothing that every object has. */
function ownOf(figures: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(figures, name) ? figures[name] : undefined;
}

/** 0 for the first wish, 1 for the second …; a school not wished for comes after all that are. Without wishes 0. */
export function wishPlace({ wishes }: Teacher, school: string): number {
  const place = wishes?.indexOf(school) ?? 0;
  return place < 0 ? (wishes?.length ?? 0) : place;
}

function wholeCount(value: number, argument: string): number {
  if (Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000_000) return value;
  throw new SchoolGroupsError("invalid-argument", "a whole number from 0 to a thousand million was expected", { argument });
}
