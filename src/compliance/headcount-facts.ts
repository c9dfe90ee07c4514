import type { CalendarDate, Missing } from "../core/index.js";
import type { Headcount, School, Stage } from "../domain/index.js";
import { isReadableDay, type SchoolState } from "./district-state.js";

/** A whole number ≥ 0 known to lie in `[low, high]`, and what would narrow it. */
export interface Counted {
  readonly low: number;
  readonly high?: number | undefined;
  readonly missing: readonly Missing[];
}

const NOTHING: readonly never[] = [];

/** 学段. The stages of compulsory education. */
const COMPULSORY: readonly Stage[] = ["primary", "junior"];

/**
 * 学生数. Pupils of a school: of one stage, of its compulsory stages, or of all. The latest headcount on or before the day that gives a number
 * is taken; a school of one stage needs no row per stage; stages add up only when all of them are known.
 */
export function pupilsOf(state: SchoolState, on: CalendarDate, of: Stage | "compulsory" | undefined): Counted {
  const { school } = state;
  if (of === undefined) return pupilsOfAll(state, on);
  if (of !== "compulsory") return rowOf(state, on, of, PUPILS);
  if (school.stages?.every((stage) => COMPULSORY.includes(stage)) === true) return pupilsOfAll(state, on);
  return total(COMPULSORY.filter((stage) => school.stages?.includes(stage) !== false).map((stage) => pupilsOf(state, on, stage)));
}

function pupilsOfAll(state: SchoolState, on: CalendarDate): Counted {
  const whole = latest(state.school, on, undefined, PUPILS);
  if (whole !== undefined) return { low: whole, high: whole, missing: NOTHING };
  const stages = state.school.stages;
  if (stages === undefined || stages.length < 2) return rowOf(state, on, stages?.[0], PUPILS);
  return total(stages.map((stage) => rowOf(state, on, stage, PUPILS)));
}

/** Sum of counts; unbounded as soon as one of them is. */
export function total(counts: readonly Counted[]): Counted {
  let low = 0;
  let high: number | undefined = 0;
  const missing: Missing[] = [];
  for (const count of counts) {
    low += count.low;
    high = high === undefined || count.high === undefined ? undefined : high + count.high;
    missing.push(...count.missing);
  }
  return { low, high, missing };
}

/**
 * 最大班额. Pupils of the largest class of a stage. Where only pupils and classes are known it is at least their mean, rounded up, and at most
 * what is left when every other class has one pupil: a mean within the limit does not show that every class is.
 */
export function largestClassOf(state: SchoolState, on: CalendarDate, stage: Stage | undefined): Counted {
  const { school } = state;
  const known = latest(school, on, stage, LARGEST_CLASS) ?? alone(school, stage, on, LARGEST_CLASS);
  if (known !== undefined) return { low: known, high: known, missing: NOTHING };
  const missing: readonly Missing[] = [{ kind: "field", table: "headcounts", column: "largest-class", subject: state.subject }];
  const row = latestRow(school, on, stage, PUPILS) ?? (isOnly(school, stage) ? latestRow(school, on, undefined, PUPILS) : undefined);
  const pupils = row === undefined ? undefined : count(row.pupils);
  if (pupils === undefined) return { low: 0, missing };
  const classes = count(row?.classes);
  if (classes === undefined || classes === 0 || classes > pupils) return { low: Math.min(1, pupils), high: pupils, missing };
  return { low: Math.ceil(pupils / classes), high: pupils - classes + 1, missing };
}

type Field = (row: Headcount) => number | undefined;

const PUPILS: Field = (row) => row.pupils;
const LARGEST_CLASS: Field = (row) => row.largestClass;

function rowOf(state: SchoolState, on: CalendarDate, stage: Stage | undefined, field: Field): Counted {
  const value = latest(state.school, on, stage, field) ?? alone(state.school, stage, on, field);
  if (value !== undefined) return { low: value, high: value, missing: NOTHING };
  return { low: 0, missing: [{ kind: "field", table: "headcounts", column: "pupils", subject: state.subject }] };
}

/** The figure of the whole school, where the stage asked for is all it teaches. */
function alone(school: School, stage: Stage | undefined, on: CalendarDate, field: Field): number | undefined {
  return isOnly(school, stage) ? latest(school, on, undefined, field) : undefined;
}

function isOnly(school: School, stage: Stage | undefined): boolean {
  return stage !== undefined && school.stages?.length === 1 && school.stages[0] === stage;
}

function latest(school: School, on: CalendarDate, stage: Stage | undefined, field: Field): number | undefined {
  const row = latestRow(school, on, stage, field);
  return row === undefined ? undefined : count(field(row));
}

/** The latest row on or before the day that gives the figure; of two of one day the later in the file. */
function latestRow(school: School, on: CalendarDate, stage: Stage | undefined, field: Field): Headcount | undefined {
  let found: Headcount | undefined;
  if (school.headcounts === undefined) return undefined;
  for (const row of school.headcounts) {
    if (row.stage !== stage || row.on > on || count(field(row)) === undefined || !isReadableDay(row.on)) continue;
    if (found === undefined || found.on <= row.on) found = row;
  }
  return found;
}

/** Only whole numbers ≥ 0 count people; anything else is for validation to report, and unknown here. */
function count(value: number | undefined): number | undefined {
  return Number.isSafeInteger(value) && (value ?? -1) >= 0 ? value : undefined;
}
