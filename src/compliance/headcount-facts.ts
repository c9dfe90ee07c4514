import type { CalendarDate, Missing } from "../core/index.js";
import { type Headcount, headcountsOf, headcountTelling, peopleIn, type Stage } from "../domain/index.js";
import type { SchoolState } from "./district-state.js";

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
  const { school } = state;
  const { stages } = school;
  if (stages === undefined || stages.length < 2) return rowOf(state, on, undefined, PUPILS);
  const whole = headcountTelling(school, on, undefined, PUPILS);
  const parts = stages.map((stage) => headcountTelling(school, on, stage, PUPILS));
  // An undivided count is overtaken once every stage has a newer one.
  const divided = whole === undefined || parts.every((part) => part !== undefined && part.on > whole.on);
  return divided ? total(stages.map((stage) => rowOf(state, on, stage, PUPILS))) : rowOf(state, on, undefined, PUPILS);
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
 * what is left when every other class has one pupil: a mean within the limit does not show that every class is. A stated largest class holds
 * until a newer headcount rules it out: a later mean above it leaves only that mean known.
 */
export function largestClassOf(state: SchoolState, on: CalendarDate, stage: Stage | undefined): Counted {
  const { school } = state;
  const stated = headcountTelling(school, on, stage, LARGEST_CLASS);
  const known = peopleIn(stated?.largestClass);
  if (stated !== undefined && known !== undefined && !isRuledOut(known, stated, headcountsOf(school, on, stage))) {
    return { low: known, high: known, missing: NOTHING };
  }
  const missing: readonly Missing[] = [{ kind: "field", table: "headcounts", column: "largest-class", subject: state.subject }];
  return { ...boundsOf(headcountTelling(school, on, stage, PUPILS)), missing };
}

function isRuledOut(known: number, stated: Headcount, rows: readonly Headcount[]): boolean {
  return rows.some((row) => {
    const { low, high } = boundsOf(row);
    return row.on > stated.on && (known < low || (high !== undefined && known > high));
  });
}

/** What pupils and classes say of the largest class. */
function boundsOf(row: Headcount | undefined): { readonly low: number; readonly high?: number | undefined } {
  const pupils = peopleIn(row?.pupils);
  if (pupils === undefined) return { low: 0 };
  const classes = peopleIn(row?.classes);
  if (classes === undefined || classes === 0 || classes > pupils) return { low: Math.min(1, pupils), high: pupils };
  return { low: Math.ceil(pupils / classes), high: pupils - classes + 1 };
}

type Field = (row: Headcount) => number | undefined;

const PUPILS: Field = (row) => row.pupils;
const LARGEST_CLASS: Field = (row) => row.largestClass;

function rowOf(state: SchoolState, on: CalendarDate, stage: Stage | undefined, field: Field): Counted {
  const row = headcountTelling(state.school, on, stage, field);
  const value = row === undefined ? undefined : peopleIn(field(row));
  if (value !== undefined) return { low: value, high: value, missing: NOTHING };
  return { low: 0, missing: [{ kind: "field", table: "headcounts", column: "pupils", subject: state.subject }] };
}
