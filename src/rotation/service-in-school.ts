import {
  addDays,
  addMonths,
  type BoundedRange,
  type CalendarDate,
  type DateRange,
  type InterruptionRule,
  isCalendarDate,
  mergeRanges,
  monthsOfService,
  parsePartialDate,
  subtractRanges,
  type Truth,
} from "../core/index.js";
import type { ServiceInterruption, ServiceStint, Teacher } from "../domain/index.js";

/** How service is counted, where it is decided. */
export interface ServiceReading {
  readonly interruptions?: InterruptionRule | undefined;
  readonly uncounted?: readonly string[] | undefined;
}

/** Full months in one school, from the least to the most that the records allow; an absent `high` is unbounded. */
export interface ServiceMonths {
  readonly low: number;
  readonly high?: number | undefined;
  /** What would narrow it: dates of stints, the rule about gaps, the rule about leave. */
  readonly open: readonly ("service" | "interruptions" | "uncounted")[];
}

const OVERFLOW = "clamp";

/**
 * 同一学校任教时长. Full months of service in the school of the roster, completed by the beginning of a day.
 *
 * Stints at other schools do not count; campuses of one school are one school. A gap between two stints restarts the count, is taken off, or
 * is ignored, as the reading says; days of leave that the reading does not count are taken off in every case. Where the reading is silent,
 * or a date is known by month or year, the answer is a range. No stint in the school on record: from 0, unbounded. Dates that cannot be read are
 * passed over and leave the range open. Throws `invalid-date` for `on`.
 *
 * @example
 * ```ts
 * import { serviceInSchool } from "school-groups/rotation";
 *
 * const teacher = { school: "a", service: [{ school: "a", from: "2015-09-01", until: "2018-09-01" }, { school: "a", from: "2019-09-01" }] };
 * serviceInSchool(teacher, "2023-09-01", { interruptions: "restart", uncounted: [] }); // => { low: 48, high: 48, open: [] }
 * serviceInSchool(teacher, "2023-09-01", { uncounted: [] }); // => { low: 48, high: 96, open: ["interruptions"] }
 * serviceInSchool({ school: "a" }, "2023-09-01", {}); // => { low: 0, open: ["service"] }
 * ```
 */
export function serviceInSchool(
  teacher: Pick<Teacher, "school" | "service" | "interruptions">,
  on: CalendarDate,
  reading: ServiceReading,
): ServiceMonths {
  const own = (teacher.service ?? []).filter((stint) => stint.school === teacher.school);
  const read = own.map(spansOf);
  const sound = read.flatMap((spans) => (spans === undefined ? [] : [spans]));
  if (sound.length === 0) return { low: 0, open: ["service"] };
  const leave = (teacher.interruptions ?? []).filter(readable);
  const all = leave.map(rangeOf);
  const uncounted = leave.filter(({ kind }) => reading.uncounted?.includes(kind)).map(rangeOf);
  const least = sound.map(({ least: range }) => range);
  const most = sound.map(({ most: range }) => range);
  const count = (stints: readonly DateRange[], rule: InterruptionRule, away: readonly DateRange[]): number =>
    monthsOfService(subtractRanges(withGaps(stints, on, rule), away), on, { interruptions: "subtract", overflow: OVERFLOW }) ?? 0;
  const low = count(least, reading.interruptions ?? "restart", reading.uncounted === undefined ? all : uncounted);
  const high = count(most, reading.interruptions ?? "ignore", reading.uncounted === undefined ? [] : uncounted);
  const open: ServiceMonths["open"][number][] = [];
  if (sound.length < own.length || sound.some(({ partial }) => partial)) open.push("service");
  if (reading.interruptions === undefined && mergeRanges(most).length > 1) open.push("interruptions");
  if (reading.uncounted === undefined && leave.length > 0) open.push("uncounted");
  if (sound.length < own.length) return { low: Math.min(low, high), open };
  return low >= high ? { low: high, high, open: [] } : { low, high, open };
}

/** The stints that count under a rule about gaps: the last unbroken one, all of them, or all with the gaps filled. */
function withGaps(stints: readonly DateRange[], on: CalendarDate, rule: InterruptionRule): readonly DateRange[] {
  const merged = mergeRanges(stints).filter(({ from }) => from !== undefined && from < on);
  const last = merged.at(-1);
  const first = merged[0];
  if (last === undefined || first === undefined) return [];
  if (rule === "restart") return last.until !== undefined && last.until < on ? [] : [last];
  return rule === "ignore" ? [{ from: first.from, until: last.until }] : merged;
}

/** A stint as short and as long as its dates allow; `undefined` when one cannot be read. */
function spansOf(stint: ServiceStint): { readonly least: DateRange; readonly most: DateRange; readonly partial: boolean } | undefined {
  const from = parsePartialDate(stint.from);
  if (from === undefined) return undefined;
  if (stint.until === undefined) {
    return { least: { from: from.latest }, most: { from: from.earliest }, partial: from.earliest !== from.latest };
  }
  const until = parsePartialDate(stint.until);
  if (until === undefined) return undefined;
  const least: BoundedRange = { from: from.latest, until: until.earliest };
  const partial = from.earliest !== from.latest || until.earliest !== until.latest;
  return { least, most: { from: from.earliest, until: until.latest }, partial };
}

function readable(interruption: ServiceInterruption): boolean {
  return isCalendarDate(interruption.from) && (interruption.until === undefined || isCalendarDate(interruption.until));
}

function rangeOf({ from, until }: ServiceInterruption): DateRange {
  return until === undefined ? { from } : { from, until };
}

/**
 * The latest beginning of service that makes so many full months by a day.
 * @internal
 */
export function latestStart(on: CalendarDate, months: number): CalendarDate {
  let start = addMonths(on, -months, OVERFLOW);
  // The anniversary of a day that the month lacks is its last day, so that up to three later days have theirs in time too.
  while (addMonths(addDays(start, 1), months, OVERFLOW) <= on) start = addDays(start, 1);
  return start;
}

/**
 * Whether service reaches so many full months: one comparison for the plain case of a single stint with a whole date.
 * @internal
 */
export function serviceReaches(
  teacher: Pick<Teacher, "school" | "service" | "interruptions">,
  needed: { readonly months: number; readonly latest: CalendarDate; readonly on: CalendarDate },
  reading: ServiceReading,
): { readonly reached: Truth; readonly open: ServiceMonths["open"] } {
  const only = teacher.service?.length === 1 ? teacher.service[0] : undefined;
  const plain = only?.school === teacher.school && only.until === undefined && !teacher.interruptions?.length;
  if (only !== undefined && plain && isCalendarDate(only.from)) {
    return { reached: only.from <= needed.latest ? "yes" : "no", open: NOTHING };
  }
  const { low, high, open } = serviceInSchool(teacher, needed.on, reading);
  if (low >= needed.months) return { reached: "yes", open: NOTHING };
  return high !== undefined && high < needed.months ? { reached: "no", open: NOTHING } : { reached: "unknown", open };
}

const NOTHING: ServiceMonths["open"] = [];
