import { type CalendarDate, compareDates, daysBetween } from "./calendar-date.js";
import { isOnOrBefore, type PartialDate } from "./partial-date.js";
import type { Truth } from "./truth.js";

/**
 * The days from `from` up to but not including `until`.
 *
 * An absent bound is open: without `from` it began at a day nobody recorded or always was, without `until` it goes on. Nothing here takes
 * an absent bound for a fault. The days are taken as checked (`isCalendarDate`).
 */
export interface DateRange {
  /** The first day; absent: open (unknown or always). */
  readonly from?: CalendarDate | undefined;
  /** The first day after; absent: open (still going on). */
  readonly until?: CalendarDate | undefined;
}

/** A range with both ends, such as a school year or a term. */
export interface BoundedRange extends DateRange {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** A range whose ends may be known only by month, year or span; an absent bound is open as in `DateRange`. */
export interface PartialRange {
  readonly from?: PartialDate | undefined;
  readonly until?: PartialDate | undefined;
}

/**
 * Whether a day lies in a range: on `from` it does, on `until` it does not.
 *
 * @example
 * ```ts
 * import { containsDay } from "school-groups/core";
 *
 * containsDay({ from: "2023-09-01", until: "2024-09-01" }, "2024-08-31"); // => true
 * containsDay({ from: "2023-09-01", until: "2024-09-01" }, "2024-09-01"); // => false
 * containsDay({}, "2024-09-01"); // => true
 * ```
 */
export function containsDay(range: DateRange, day: CalendarDate): boolean {
  return (range.from === undefined || range.from <= day) && (range.until === undefined || day < range.until);
}

/**
 * Whether a day lies in a range whose ends may be partly known: `unknown` when it depends on what the source does not say.
 *
 * An end on a day the source gives as "2023-09" may be any day of that month. Throws `invalid-date` when an end or the day is none.
 *
 * @example
 * ```ts
 * import { isWithin } from "school-groups/core";
 *
 * isWithin("2023-12-31", { from: "2019" }); // => "yes"
 * isWithin("2019-06-01", { from: "2019" }); // => "unknown"
 * isWithin("2024-01-01", { from: "2019", until: "2023" }); // => "no"
 * ```
 */
export function isWithin(day: CalendarDate, range: PartialRange): Truth {
  const begun = range.from === undefined ? "yes" : isOnOrBefore(range.from, day);
  const ended = range.until === undefined ? "no" : isOnOrBefore(range.until, day);
  if (begun === "no" || ended === "yes") return "no";
  return begun === "yes" && ended === "no" ? "yes" : "unknown";
}

/**
 * Whether a range holds no day: `until` is not later than `from`. An open range is never empty.
 *
 * @example
 * ```ts
 * import { isEmptyRange } from "school-groups/core";
 *
 * isEmptyRange({ from: "2023-09-01", until: "2023-09-01" }); // => true
 * isEmptyRange({ from: "2023-09-01" }); // => false
 * ```
 */
export function isEmptyRange(range: DateRange): boolean {
  return range.from !== undefined && range.until !== undefined && range.until <= range.from;
}

/**
 * The days two ranges share, or `undefined` when they share none. Ranges that only touch share none.
 *
 * @example
 * ```ts
 * import { intersectRanges } from "school-groups/core";
 *
 * intersectRanges({ from: "2023-09-01" }, { until: "2024-01-01" }); // => { from: "2023-09-01", until: "2024-01-01" }
 * intersectRanges({ until: "2023-09-01" }, { from: "2023-09-01" }); // => undefined
 * ```
 */
export function intersectRanges(first: BoundedRange, second: DateRange): BoundedRange | undefined;
export function intersectRanges(first: DateRange, second: BoundedRange): BoundedRange | undefined;
export function intersectRanges(first: DateRange, second: DateRange): DateRange | undefined;
export function intersectRanges(first: DateRange, second: DateRange): DateRange | undefined {
  const from = laterStart(first.from, second.from);
  const until = earlierEnd(first.until, second.until);
  const shared = rangeOf(from, until);
  return isEmptyRange(first) || isEmptyRange(second) || isEmptyRange(shared) ? undefined : shared;
}

/**
 * Whether two ranges share a day. Ranges that only touch do not, nor does an empty range share a day with anything.
 *
 * @example
 * ```ts
 * import { rangesOverlap } from "school-groups/core";
 *
 * rangesOverlap({ until: "2023-09-02" }, { from: "2023-09-01" }); // => true
 * rangesOverlap({ until: "2023-09-01" }, { from: "2023-09-01" }); // => false
 * ```
 */
export function rangesOverlap(first: DateRange, second: DateRange): boolean {
  return intersectRanges(first, second) !== undefined;
}

/**
 * How many days a range holds: 0 when it is empty, `undefined` when an end is open. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { rangeDays } from "school-groups/core";
 *
 * rangeDays({ from: "2023-09-01", until: "2024-09-01" }); // => 366
 * rangeDays({ from: "2023-09-01" }); // => undefined
 * ```
 */
export function rangeDays(range: BoundedRange): number;
export function rangeDays(range: DateRange): number | undefined;
export function rangeDays(range: DateRange): number | undefined {
  if (range.from === undefined || range.until === undefined) return undefined;
  return Math.max(0, daysBetween(range.from, range.until));
}

/**
 * The same days as fewest ranges, in order of time: overlapping and touching ranges become one, empty ones vanish.
 *
 * @example
 * ```ts
 * import { mergeRanges } from "school-groups/core";
 *
 * mergeRanges([{ from: "2022-09-01" }, { from: "2020-09-01", until: "2021-09-01" }, { from: "2021-09-01", until: "2022-01-01" }]);
 * // => [{ from: "2020-09-01", until: "2022-01-01" }, { from: "2022-09-01" }]
 * ```
 */
export function mergeRanges(ranges: readonly BoundedRange[]): readonly BoundedRange[];
export function mergeRanges(ranges: readonly DateRange[]): readonly DateRange[];
export function mergeRanges(ranges: readonly DateRange[]): readonly DateRange[] {
  const sorted = ranges.filter((range) => !isEmptyRange(range)).sort(compareStarts);
  const merged: DateRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last === undefined || (last.until !== undefined && range.from !== undefined && last.until < range.from)) {
      merged.push(rangeOf(range.from, range.until));
    } else {
      merged[merged.length - 1] = rangeOf(last.from, laterEnd(last.until, range.until));
    }
  }
  return merged;
}

/**
 * The days of `ranges` that lie in none of `removed`, as fewest ranges in order of time: service net of leave, a year without its holidays.
 *
 * @example
 * ```ts
 * import { subtractRanges } from "school-groups/core";
 *
 * subtractRanges([{ from: "2020-09-01" }], [{ from: "2021-03-01", until: "2021-06-01" }]);
 * // => [{ from: "2020-09-01", until: "2021-03-01" }, { from: "2021-06-01" }]
 * ```
 */
export function subtractRanges(ranges: readonly BoundedRange[], removed: readonly DateRange[]): readonly BoundedRange[];
export function subtractRanges(ranges: readonly DateRange[], removed: readonly DateRange[]): readonly DateRange[];
export function subtractRanges(ranges: readonly DateRange[], removed: readonly DateRange[]): readonly DateRange[] {
  const holes = gapsBetween(mergeRanges(removed));
  const kept: DateRange[] = [];
  for (const range of mergeRanges(ranges)) {
    for (const hole of holes) {
      const shared = intersectRanges(range, hole);
      if (shared !== undefined) kept.push(shared);
    }
  }
  return kept;
}

/** What merged ranges leave out, before, between and after them. */
function gapsBetween(merged: readonly DateRange[]): readonly DateRange[] {
  const gaps: DateRange[] = [];
  let from: CalendarDate | undefined;
  let open = true;
  for (const range of merged) {
    if (range.from !== undefined) gaps.push(rangeOf(from, range.from));
    from = range.until;
    open = range.until !== undefined;
  }
  if (open) gaps.push(rangeOf(from, undefined));
  return gaps;
}

/** Without keys for open ends, so that equal ranges are deeply equal and JSON is the same. */
function rangeOf(from: CalendarDate | undefined, until: CalendarDate | undefined): DateRange {
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** An open start comes first; for sorting. @internal */
export function compareStarts(left: DateRange, right: DateRange): number {
  if (left.from === undefined || right.from === undefined) {
    return (left.from === undefined ? 0 : 1) - (right.from === undefined ? 0 : 1);
  }
  return compareDates(left.from, right.from);
}

function laterStart(left: CalendarDate | undefined, right: CalendarDate | undefined): CalendarDate | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left > right ? left : right;
}

function earlierEnd(left: CalendarDate | undefined, right: CalendarDate | undefined): CalendarDate | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left < right ? left : right;
}

function laterEnd(left: CalendarDate | undefined, right: CalendarDate | undefined): CalendarDate | undefined {
  if (left === undefined || right === undefined) return undefined;
  return left > right ? left : right;
}
