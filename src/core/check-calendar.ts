import type { Calendar, CalendarTerm } from "./calendar.js";
import { type CalendarDate, isCalendarDate } from "./calendar-date.js";
import { type BoundedRange, containsDay, isEmptyRange, mergeRanges, rangesOverlap } from "./date-range.js";
import { timelineProblems } from "./dated-value.js";
import { dayNumber, weekdayOfNumber } from "./day-number.js";
import type { IssuePath } from "./issue.js";
import { CORE_ISSUE_SEVERITY, type CoreIssue, type CoreIssueParams } from "./issues.js";
import { isMonthDay, isSchoolYear, SCHOOL_YEAR_START, schoolYearRange } from "./school-year.js";

/** An entry of a list whose days are sound, and where it stands. */
interface Placed<Range> {
  readonly range: Range;
  readonly path: IssuePath;
}

/**
 * What is wrong with a calendar (校历), all at once and in its own order; nothing when it is sound. No day, id or number it holds throws;
 * that its lists are lists is taken as read.
 *
 * Use it before a calendar decides anything: the functions that count days take it as checked. Gaps between terms are vacations and no fault.
 *
 * @example
 * ```ts
 * import { checkCalendar } from "school-groups/core";
 *
 * checkCalendar({ workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: ["2023-10-09"] });
 * // => [{ code: "calendar-make-up-not-rest-day", severity: "warning", path: ["makeUpDays", 0], params: { day: "2023-10-09" } }]
 * ```
 */
export function checkCalendar(calendar: Calendar): readonly CoreIssue[] {
  const issues: CoreIssue[] = [];
  checkWeek(calendar, issues);
  const terms = soundRanges(calendar.terms, "terms", issues);
  checkTerms(terms, calendar, issues);
  const holidays = soundRanges(calendar.holidays, "holidays", issues);
  for (const overlap of overlapsOf(holidays)) {
    issues.push(issue("calendar-holidays-overlap", overlap.later.path, overlap.shared));
  }
  checkMakeUpDays(calendar, mergeRanges(holidays.map((holiday) => holiday.range)), issues);
  soundRanges(calendar.schoolBreaks ?? [], "schoolBreaks", issues);
  return issues;
}

function issue<Code extends keyof CoreIssueParams>(code: Code, path: IssuePath, params: CoreIssueParams[Code]): CoreIssue {
  return { code, severity: CORE_ISSUE_SEVERITY[code], path, params } as CoreIssue;
}

function checkWeek(calendar: Calendar, issues: CoreIssue[]): void {
  const start = calendar.schoolYearStart;
  if (start !== undefined && !isMonthDay(start)) issues.push(issue("calendar-start-invalid", ["schoolYearStart"], { text: shown(start) }));
  calendar.workingWeekdays.forEach((weekday, index) => {
    if (Number.isInteger(weekday) && weekday >= 1 && weekday <= 7) return;
    issues.push(issue("calendar-weekday-invalid", ["workingWeekdays", index], { text: shown(weekday) }));
  });
  if (calendar.workingWeekdays.length === 0) issues.push(issue("calendar-weekdays-missing", ["workingWeekdays"], {}));
}

function soundRanges<Range extends BoundedRange>(ranges: readonly Range[], key: string, issues: CoreIssue[]): readonly Placed<Range>[] {
  const sound: Placed<Range>[] = [];
  ranges.forEach((range, index) => {
    const path = [key, index];
    const wrong = (["from", "until"] as const).filter((end) => !isCalendarDate(range[end]));
    for (const end of wrong) issues.push(issue("calendar-day-invalid", [...path, end], { text: shown(range[end]) }));
    if (wrong.length > 0) return;
    if (isEmptyRange(range)) issues.push(issue("calendar-range-empty", path, { from: range.from, until: range.until }));
    else sound.push({ range, path });
  });
  return sound;
}

function checkTerms(terms: readonly Placed<CalendarTerm>[], calendar: Calendar, issues: CoreIssue[]): void {
  const ids = new Set<string>();
  calendar.terms.forEach(({ id }, index) => {
    if (ids.has(id)) issues.push(issue("calendar-term-id-repeated", ["terms", index, "id"], { id }));
    ids.add(id);
  });
  calendar.terms.forEach(({ schoolYear }, index) => {
    if (schoolYear === undefined || isSchoolYear(schoolYear)) return;
    issues.push(issue("calendar-school-year-invalid", ["terms", index, "schoolYear"], { text: shown(schoolYear) }));
  });
  const { schoolYearStart = SCHOOL_YEAR_START } = calendar;
  const start = isMonthDay(schoolYearStart) ? schoolYearStart : SCHOOL_YEAR_START;
  for (const { range, path } of terms) {
    const { id, schoolYear } = range;
    if (schoolYear === undefined || !isSchoolYear(schoolYear) || rangesOverlap(range, schoolYearRange(schoolYear, start))) continue;
    issues.push(issue("calendar-term-outside-school-year", path, { id, schoolYear }));
  }
  for (const { earlier, later, shared } of overlapsOf(terms)) {
    issues.push(issue("calendar-terms-overlap", later.path, { first: earlier.range.id, second: later.range.id, ...shared }));
  }
}

interface Overlap<Range> {
  readonly earlier: Placed<Range>;
  readonly later: Placed<Range>;
  readonly shared: BoundedRange;
}

function overlapsOf<Range extends BoundedRange>(placed: readonly Placed<Range>[]): readonly Overlap<Range>[] {
  return timelineProblems(placed.map((entry) => entry.range)).flatMap((problem) => {
    if (problem.kind !== "overlap" || problem.range.from === undefined || problem.range.until === undefined) return [];
    const [earlier, later] = [placed[problem.first], placed[problem.second]];
    if (earlier === undefined || later === undefined) return [];
    return [{ earlier, later, shared: { from: problem.range.from, until: problem.range.until } }];
  });
}

function checkMakeUpDays(calendar: Calendar, holidays: readonly BoundedRange[], issues: CoreIssue[]): void {
  const seen = new Set<CalendarDate>();
  calendar.makeUpDays.forEach((day, index) => {
    const path = ["makeUpDays", index];
    if (!isCalendarDate(day)) issues.push(issue("calendar-day-invalid", path, { text: shown(day) }));
    else if (seen.has(day)) issues.push(issue("calendar-make-up-repeated", path, { day }));
    else if (isInMerged(holidays, day)) issues.push(issue("calendar-make-up-in-holiday", path, { day }));
    else if (calendar.workingWeekdays.includes(weekdayOfNumber(dayNumber(day)))) {
      issues.push(issue("calendar-make-up-not-rest-day", path, { day }));
    }
    seen.add(day);
  });
}

/** By halving, so that long lists on both sides stay fast. */
function isInMerged(merged: readonly BoundedRange[], day: CalendarDate): boolean {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const range = merged[middle];
    if (range !== undefined && range.from <= day) low = middle + 1;
    else high = middle;
  }
  const last = merged[low - 1];
  return last !== undefined && containsDay(last, day);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 40) : typeof value === "number" ? String(value) : typeof value;
}
