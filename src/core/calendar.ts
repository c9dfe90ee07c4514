import type { CalendarDate, Weekday } from "./calendar-date.js";
import { type BoundedRange, containsDay, type DateRange, rangesOverlap } from "./date-range.js";
import { dayNumber, fromDayNumber, weekdayOfNumber } from "./day-number.js";
import { type MonthDay, type MonthPart, monthsIn, type SchoolYear, schoolYearRange, type WeekPart, weeksIn } from "./school-year.js";
import type { Term } from "./term.js";

/** 学期. A term as the caller's calendar sets it. */
export interface CalendarTerm extends BoundedRange {
  /** Unique in the calendar, such as `"2023-2024-1"`. */
  readonly id: string;
  readonly schoolYear?: SchoolYear | undefined;
  readonly label?: Term | undefined;
}

/** A named stretch of days off. */
export interface CalendarBreak extends BoundedRange {
  readonly label?: Term | undefined;
}

/**
 * 校历. When people work and when school is held, as plain data. The library brings no holidays of its own: they are policy of the year
 * and the place.
 */
export interface Calendar {
  /** First day of a school year; absent: 1 September. */
  readonly schoolYearStart?: MonthDay | undefined;
  /** Days of the week that are worked: `[1, 2, 3, 4, 5]` is Monday to Friday. */
  readonly workingWeekdays: readonly Weekday[];
  readonly terms: readonly CalendarTerm[];
  /** 节假日. Days nobody works. */
  readonly holidays: readonly CalendarBreak[];
  /** 调休上班日. Rest days that are worked; they prevail over weekday and holiday. */
  readonly makeUpDays: readonly CalendarDate[];
  /** Days off for schools only, within a term (春假, 秋假). */
  readonly schoolBreaks?: readonly CalendarBreak[] | undefined;
}

/** 教学周. A week of a term with at least one school day. */
export interface SchoolWeek extends WeekPart {
  readonly schoolDays: number;
}

/**
 * 工作日. Whether a day is worked: a make-up day always, a holiday never, any other by its weekday. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { isWorkingDay } from "school-groups/core";
 *
 * const calendar = {
 *   workingWeekdays: [1, 2, 3, 4, 5],
 *   terms: [],
 *   holidays: [{ from: "2023-09-29", until: "2023-10-07" }],
 *   makeUpDays: ["2023-10-07", "2023-10-08"],
 * } as const;
 * isWorkingDay(calendar, "2023-09-29"); // => false
 * isWorkingDay(calendar, "2023-10-07"); // => true
 * ```
 */
export function isWorkingDay(calendar: Calendar, day: CalendarDate): boolean {
  const weekday = weekdayOfNumber(dayNumber(day));
  if (calendar.makeUpDays.includes(day)) return true;
  return calendar.workingWeekdays.includes(weekday) && !calendar.holidays.some((holiday) => containsDay(holiday, day));
}

/**
 * 在校日. Whether school is held on a day: a working day within a term and in no school break. Without terms there is none. Throws
 * `invalid-date`.
 *
 * @example
 * ```ts
 * import { isSchoolDay } from "school-groups/core";
 *
 * const calendar = {
 *   workingWeekdays: [1, 2, 3, 4, 5],
 *   terms: [{ id: "2023-2024-1", from: "2023-09-01", until: "2024-01-20" }],
 *   holidays: [],
 *   makeUpDays: [],
 * } as const;
 * isSchoolDay(calendar, "2024-01-19"); // => true
 * isSchoolDay(calendar, "2024-01-22"); // => false
 * ```
 */
export function isSchoolDay(calendar: Calendar, day: CalendarDate): boolean {
  return (
    isWorkingDay(calendar, day) &&
    calendar.terms.some((term) => containsDay(term, day)) &&
    !(calendar.schoolBreaks ?? []).some((pause) => containsDay(pause, day))
  );
}

/**
 * 学期. The term a day lies in, or `undefined` between terms. Where terms overlap, a fault that `checkCalendar` names, the first in the list.
 *
 * @example
 * ```ts
 * import { termOn } from "school-groups/core";
 *
 * const calendar = {
 *   workingWeekdays: [1, 2, 3, 4, 5],
 *   terms: [{ id: "autumn", from: "2023-09-01", until: "2024-01-20" }],
 *   holidays: [],
 *   makeUpDays: [],
 * } as const;
 * termOn(calendar, "2024-01-19")?.id; // => "autumn"
 * termOn(calendar, "2024-01-20"); // => undefined
 * ```
 */
export function termOn(calendar: Calendar, day: CalendarDate): CalendarTerm | undefined {
  return calendar.terms.find((term) => containsDay(term, day));
}

/**
 * The terms that share a day with a period, whole, in the calendar's order.
 *
 * @example
 * ```ts
 * import { termsIn } from "school-groups/core";
 *
 * const calendar = {
 *   workingWeekdays: [1, 2, 3, 4, 5],
 *   terms: [{ id: "autumn", from: "2023-09-01", until: "2024-01-20" }],
 *   holidays: [],
 *   makeUpDays: [],
 * } as const;
 * termsIn(calendar, { from: "2024-01-19", until: "2024-07-01" }).map((term) => term.id); // => ["autumn"]
 * termsIn(calendar, { from: "2024-01-20", until: "2024-07-01" }); // => []
 * ```
 */
export function termsIn(calendar: Calendar, period: DateRange): readonly CalendarTerm[] {
  return calendar.terms.filter((term) => rangesOverlap(term, period));
}

/**
 * 教学周. The weeks of a term that hold a school day, Monday to Sunday, cut to the term. Week 1 is the week of the term's first day; a week
 * without a school day is left out and its number skipped. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { schoolWeeks } from "school-groups/core";
 *
 * const term = { id: "short", from: "2023-09-01", until: "2023-09-09" };
 * const calendar = { workingWeekdays: [1, 2, 3, 4, 5], terms: [term], holidays: [], makeUpDays: [] } as const;
 * schoolWeeks(calendar, term);
 * // => [{ number: 1, from: "2023-09-01", until: "2023-09-04", schoolDays: 1 }, { number: 2, from: "2023-09-04", until: "2023-09-09", schoolDays: 5 }]
 * ```
 */
export function schoolWeeks(calendar: Calendar, term: BoundedRange): readonly SchoolWeek[] {
  return weeksIn(term)
    .map((week) => ({ ...week, schoolDays: schoolDaysIn(calendar, week) }))
    .filter((week) => week.schoolDays > 0);
}

/**
 * How many school days a period holds. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { schoolDaysIn } from "school-groups/core";
 *
 * const calendar = {
 *   workingWeekdays: [1, 2, 3, 4, 5],
 *   terms: [{ id: "autumn", from: "2023-09-01", until: "2024-01-20" }],
 *   holidays: [],
 *   makeUpDays: [],
 * } as const;
 * schoolDaysIn(calendar, { from: "2023-08-28", until: "2023-09-05" }); // => 2
 * ```
 */
export function schoolDaysIn(calendar: Calendar, period: BoundedRange): number {
  let count = 0;
  const end = dayNumber(period.until);
  for (let number = dayNumber(period.from); number < end; number += 1) if (isSchoolDay(calendar, fromDayNumber(number))) count += 1;
  return count;
}

/**
 * The calendar months of a school year, from its first day on: twelve when it starts on the first of a month. Throws as `schoolYearRange`.
 *
 * @example
 * ```ts
 * import { monthsOfSchoolYear } from "school-groups/core";
 *
 * const calendar = { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] } as const;
 * monthsOfSchoolYear(calendar, "2023-2024").length; // => 12
 * monthsOfSchoolYear(calendar, "2023-2024")[0]?.month; // => "2023-09"
 * ```
 */
export function monthsOfSchoolYear(calendar: Calendar, year: SchoolYear): readonly MonthPart[] {
  return monthsIn(schoolYearRange(year, calendar.schoolYearStart));
}
