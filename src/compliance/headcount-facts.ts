import type { CalendarDate, Missing, Term } from "../core/index.js";
import { peopleIn } from "../domain/headcount-telling.js";
import { type Headcount, headcountsOf, headcountTelling, type Stage } from "../domain/index.js";
import type { SchoolState } from "./district-state.js";

/** A whole number ≥ 0 known to lie in `[low, high]`, and what would narrow it. */
export interface Counted {
  readonly low: number;
  readonly high?: number | undefined;
  readonly missing: readonly Missing[];
  /** 统计日期. The days of the headcounts it was read from, each once; absent: from none. */
  readonly days?: readonly CalendarDate[] | undefined;
}

const NOTHING: readonly never[] = [];

/** 学段. The stages of compulsory education. */
const COMPULSORY: readonly Stage[] = ["primary", "junior"];

/**
 * 学生数. Pupils of a school: of one stage, of its compulsory stages, or of all. The latest headcount on or before the day that gives a number
 * is taken; a school of one stage needs no row per stage; stages add up only when all of them are known, and else lie within the undivided
 * number less those of the other stages. Where the stages' numbers and the undivided one of the same day contradict each other, nobody knows
 * which is right: the pupils are then only known to lie between what each of them says.
 */
export function pupilsOf(state: SchoolState, on: CalendarDate, of: Stage | "compulsory" | undefined): Counted {
  const { school } = state;
  if (of === undefined) return pupilsOfAll(state, on);
  if (of !== "compulsory") return pupilsAmong(state, on, [of]);
  if (school.stages?.every((stage) => COMPULSORY.includes(stage)) === true) return pupilsOfAll(state, on);
  return pupilsAmong(
    state,
    on,
    COMPULSORY.filter((stage) => school.stages?.includes(stage) !== false),
  );
}

function pupilsOfAll(state: SchoolState, on: CalendarDate): Counted {
  const { school } = state;
  const { stages } = school;
  const whole = headcountTelling(school, on, undefined, PUPILS);
  if (stages === undefined || stages.length < 2) return whole === undefined ? unknownPupils(state) : besideParts(state, whole);
  // An undivided count is overtaken once every stage has a newer one.
  const divided = whole === undefined || stages.every((stage) => (headcountTelling(school, on, stage, PUPILS)?.on ?? "") > whole.on);
  return divided ? total(stages.map((stage) => rowOf(state, on, stage))) : besideParts(state, whole);
}

/** The undivided number of a day beside those of the stages on that day: both must be right, or nobody knows which is. */
function besideParts(state: SchoolState, whole: Headcount): Counted {
  const { headcounts, stages } = state.school;
  const pupils = peopleIn(whole.pupils) ?? 0;
  const days = [whole.on];
  if (headcounts === undefined || headcounts.length < 2) return known(pupils, days);
  const { sum, complete } = partsOn(headcounts, whole, stages ?? [], NOTHING);
  if (complete && sum !== pupils) return { low: Math.min(sum, pupils), high: Math.max(sum, pupils), missing: missingPupils(state), days };
  return sum > pupils ? { low: pupils, missing: missingPupils(state), days } : known(pupils, days);
}

/** Pupils of the stages other than some on the day of a headcount, and whether all of them are known. */
function partsOn(headcounts: readonly Headcount[], { on }: Headcount, stages: readonly Stage[], without: readonly Stage[]) {
  let sum = 0;
  const seen: Stage[] = [];
  for (let position = headcounts.length - 1; position >= 0; position -= 1) {
    const row = headcounts[position];
    if (row?.stage === undefined || row.on !== on || seen.includes(row.stage) || without.includes(row.stage)) continue;
    const pupils = peopleIn(row.pupils);
    if (pupils === undefined) continue;
    seen.push(row.stage);
    sum += pupils;
  }
  return { sum, complete: stages.length > 0 && stages.every((stage) => without.includes(stage) || seen.includes(stage)) };
}

/** Pupils of some of a school's stages together. */
function pupilsAmong(state: SchoolState, on: CalendarDate, wanted: readonly Stage[]): Counted {
  const { school } = state;
  const rows = wanted.map((stage) => rowOf(state, on, stage));
  const apart = total(rows);
  const { headcounts, stages } = school;
  const whole = stages?.length === 1 && wanted.length === 1 ? undefined : headcountTelling(school, on, undefined, PUPILS);
  if (whole === undefined || headcounts === undefined) return apart;
  const told = wanted.map((stage) => headcountTelling(school, on, stage, PUPILS)?.on);
  if (told.some((day) => day !== undefined && day > whole.on)) return apart;
  const within = restOf(state, whole, wanted);
  if (apart.high === undefined)
    return within === undefined ? apart : { ...within, missing: within.low === within.high ? NOTHING : apart.missing, days: [whole.on] };
  const sameDay = told.every((day) => day === whole.on);
  if (!sameDay || (within !== undefined && within.low <= apart.low && apart.low <= within.high)) return apart;
  const other = within ?? { low: 0, high: 0 };
  return { low: Math.min(other.low, apart.low), high: Math.max(other.high, apart.low), missing: missingPupils(state), days: [whole.on] };
}

/** What the undivided number leaves for some stages; `undefined` when the other stages have more than that. */
function restOf({ school }: SchoolState, whole: Headcount, wanted: readonly Stage[]) {
  const { headcounts = NOTHING, stages = NOTHING } = school;
  const others = partsOn(headcounts, whole, stages, wanted);
  const high = (peopleIn(whole.pupils) ?? 0) - others.sum;
  if (high < 0) return undefined;
  if (others.complete) return { low: high, high };
  const own = partsOn(
    headcounts,
    whole,
    stages,
    stages.filter((stage) => !wanted.includes(stage)),
  ).sum;
  return { low: Math.min(own, high), high };
}

function known(pupils: number, days: readonly CalendarDate[]): Counted {
  return { low: pupils, high: pupils, missing: NOTHING, days };
}

/** Sum of counts; unbounded as soon as one of them is. */
export function total(counts: readonly Counted[]): Counted {
  let low = 0;
  let high: number | undefined = 0;
  const missing: Missing[] = [];
  const days = new Set<CalendarDate>();
  for (const count of counts) {
    low += count.low;
    high = high === undefined || count.high === undefined ? undefined : high + count.high;
    missing.push(...count.missing);
    for (const day of count.days ?? []) days.add(day);
  }
  return { low, high, missing, days: [...days] };
}

/**
 * 最大班额. Pupils of the largest class of a stage. Where only pupils and classes are known it is at least their mean, rounded up, and at most
 * what is left when every other class has one pupil: a mean within the limit does not show that every class is. No class of a stage is larger
 * than the largest of the whole school. A stated largest class holds until a newer headcount rules it out: a later mean above it leaves only
 * that mean known. One that contradicts pupils and classes of its own day is known only to lie between what each of them says.
 */
export function largestClassOf(state: SchoolState, on: CalendarDate, stage: Stage | undefined): Counted {
  const { school } = state;
  const stated = headcountTelling(school, on, stage, LARGEST_CLASS);
  const largest = peopleIn(stated?.largestClass);
  if (stated !== undefined && largest !== undefined) {
    const found = besidePupils(largest, stated, headcountsOf(school, on, stage));
    const days = [stated.on];
    if (found !== undefined) return { ...found, missing: found.low === found.high ? NOTHING : missingClass(state), days };
  }
  const row = headcountTelling(school, on, stage, PUPILS);
  const bounds = { ...boundsOf(row), days: row === undefined ? NOTHING : [row.on] };
  const missing = missingClass(state);
  if (stage === undefined || school.stages?.length === 1) return { ...bounds, missing };
  const { high } = largestClassOf(state, on, undefined);
  if (high === undefined || high < bounds.low || (bounds.high !== undefined && bounds.high <= high)) return { ...bounds, missing };
  return { ...bounds, high, missing };
}

function missingClass({ subject }: SchoolState): readonly Missing[] {
  return [{ kind: "field", table: "headcounts", column: "largest-class", subject }];
}

/** A stated largest class beside pupils and classes of its day; `undefined` when a newer headcount rules it out. */
function besidePupils(largest: number, stated: Headcount, rows: readonly Headcount[]): Bounds | undefined {
  let low = largest;
  let high: number | undefined = largest;
  for (const row of rows) {
    const told = row.on === stated.on && row.stage !== stated.stage ? peopleIn(row.largestClass) : undefined;
    if (told !== undefined) [low, high] = [Math.min(low, told), high === undefined ? undefined : Math.max(high, told)];
    const bounds = boundsOf(row);
    const fits = bounds.low <= largest && (bounds.high === undefined || largest <= bounds.high);
    if (fits || row.on < stated.on) continue;
    if (row.on > stated.on) return undefined;
    low = Math.min(low, bounds.low);
    high = high === undefined || bounds.high === undefined ? undefined : Math.max(high, bounds.high);
  }
  return { low, high };
}

interface Bounds {
  readonly low: number;
  readonly high?: number | undefined;
}

/** What pupils and classes say of the largest class. */
function boundsOf(row: Headcount | undefined): Bounds {
  const pupils = peopleIn(row?.pupils);
  if (pupils === undefined) return { low: 0 };
  const classes = peopleIn(row?.classes);
  if (classes === undefined || classes === 0 || classes > pupils) return { low: Math.min(1, pupils), high: pupils };
  return { low: Math.ceil(pupils / classes), high: pupils - classes + 1 };
}

type Field = (row: Headcount) => number | undefined;

const PUPILS: Field = (row) => row.pupils;
const LARGEST_CLASS: Field = (row) => row.largestClass;

/** Pupils of one stage as its headcount says; of a school of one stage two rows of one day may say so differently. */
function rowOf(state: SchoolState, on: CalendarDate, stage: Stage): Counted {
  const { school } = state;
  const row = headcountTelling(school, on, stage, PUPILS);
  if (row === undefined) return unknownPupils(state);
  const pupils = peopleIn(row.pupils) ?? 0;
  const { headcounts = NOTHING } = school;
  if (headcounts.length < 2 || school.stages?.length !== 1) return known(pupils, [row.on]);
  let [low, high] = [pupils, pupils];
  for (const other of headcounts) {
    const told = peopleIn(other.pupils);
    if (told === undefined || other.on !== row.on || other.stage === row.stage || (other.stage ?? stage) !== stage) continue;
    low = Math.min(low, told);
    high = Math.max(high, told);
  }
  return low === high ? known(pupils, [row.on]) : { low, high, missing: missingPupils(state), days: [row.on] };
}

function unknownPupils(state: SchoolState): Counted {
  return { low: 0, missing: missingPupils(state) };
}

function missingPupils({ subject }: SchoolState): readonly Missing[] {
  return [{ kind: "field", table: "headcounts", column: "pupils", subject }];
}

/** 统计日期. A label with the days of the headcounts that a number was read from; as it is, where there are none. */
export function datedLabel(label: Term, { days = NOTHING }: Pick<Counted, "days">): Term {
  if (days.length === 0) return label;
  return { "zh-CN": `${label["zh-CN"]}（统计日期：${days.join("、")}）`, en: `${label.en} (counted on ${days.join(", ")})` };
}
