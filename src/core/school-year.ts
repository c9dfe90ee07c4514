import { addMonths, addYears, type CalendarDate, type CalendarMonth, calendarDate, isCalendarDate, monthOf } from "./calendar-date.js";
import type { BoundedRange } from "./date-range.js";
import { dayNumber, fromDayNumber, invalidDate, weekdayOfNumber } from "./day-number.js";
import { SchoolGroupsError } from "./error.js";

/** 学年. Two consecutive years, `"2023-2024"`: by default 1 September to 31 August, in two terms. */
export type SchoolYear = string;

/** A day of every year, `MM-DD`; never 29 February. */
export type MonthDay = string;

/** 1 September, the first day of a school year in China (national rule; a calendar may name another). */
export const SCHOOL_YEAR_START: MonthDay = "09-01";

/** The part of a calendar month that lies in a period. */
export interface MonthPart extends BoundedRange {
  readonly month: CalendarMonth;
}

/** 周次. The part of a week (Monday to Sunday) that lies in a period. */
export interface WeekPart extends BoundedRange {
  /** 1 for the week of the period's first day. */
  readonly number: number;
}

/**
 * Whether a value is a school year: `YYYY-YYYY` where the second year follows the first, from 0001-0002 to 9998-9999.
 *
 * @example
 * ```ts
 * import { isSchoolYear } from "school-groups/core";
 *
 * isSchoolYear("2023-2024"); // => true
 * isSchoolYear("2023-2025"); // => false
 * ```
 */
export function isSchoolYear(value: unknown): boolean {
  if (typeof value !== "string" || !/^[0-9]{4}-[0-9]{4}$/.test(value)) return false;
  const first = Number(value.slice(0, 4));
  return first >= 1 && Number(value.slice(5)) === first + 1;
}

/**
 * Whether a value is a `MonthDay`: `MM-DD`, a day every year has.
 *
 * @example
 * ```ts
 * import { isMonthDay } from "school-groups/core";
 *
 * isMonthDay("09-01"); // => true
 * isMonthDay("02-29"); // => false
 * ```
 */
export function isMonthDay(value: unknown): boolean {
  // Tried on a common year, which leaves out 29 February.
  return typeof value === "string" && isCalendarDate(`2023-${value}`);
}

/**
 * The school year a day lies in. `startsOn` is its first day, 1 September unless the calendar names another.
 *
 * Throws `invalid-date` when the day is none or its school year leaves the years 0001 to 9999, `invalid-argument` for a bad `startsOn`.
 *
 * @example
 * ```ts
 * import { schoolYearOf } from "school-groups/core";
 *
 * schoolYearOf("2024-08-31"); // => "2023-2024"
 * schoolYearOf("2024-09-01"); // => "2024-2025"
 * ```
 */
export function schoolYearOf(day: CalendarDate, startsOn: MonthDay = SCHOOL_YEAR_START): SchoolYear {
  const year = Number(calendarDate(day).slice(0, 4));
  return schoolYearFrom(day.slice(5) >= checkedStart(startsOn) ? year : year - 1);
}

/**
 * The days of a school year: `"2023-2024"` is [2023-09-01, 2024-09-01).
 *
 * Throws `invalid-date` when the text is no school year, `invalid-argument` for a bad `startsOn`.
 *
 * @example
 * ```ts
 * import { schoolYearRange } from "school-groups/core";
 *
 * schoolYearRange("2023-2024"); // => { from: "2023-09-01", until: "2024-09-01" }
 * ```
 */
export function schoolYearRange(year: SchoolYear, startsOn: MonthDay = SCHOOL_YEAR_START): BoundedRange {
  const start = checkedStart(startsOn);
  const first = firstYear(year);
  return { from: `${pad(first)}-${start}`, until: `${pad(first + 1)}-${start}` };
}

/**
 * The school year after. Throws `invalid-date` when the text is no school year or the last possible one.
 *
 * @example
 * ```ts
 * import { nextSchoolYear } from "school-groups/core";
 *
 * nextSchoolYear("2023-2024"); // => "2024-2025"
 * ```
 */
export function nextSchoolYear(year: SchoolYear): SchoolYear {
  return schoolYearFrom(firstYear(year) + 1);
}

/**
 * The school year before. Throws `invalid-date` when the text is no school year or the first possible one.
 *
 * @example
 * ```ts
 * import { previousSchoolYear } from "school-groups/core";
 *
 * previousSchoolYear("2023-2024"); // => "2022-2023"
 * ```
 */
export function previousSchoolYear(year: SchoolYear): SchoolYear {
  return schoolYearFrom(firstYear(year) - 1);
}

/**
 * 自然年. The days of a calendar year, 1 to 9998. Throws `invalid-argument` for any other number.
 *
 * @example
 * ```ts
 * import { calendarYearRange } from "school-groups/core";
 *
 * calendarYearRange(2023); // => { from: "2023-01-01", until: "2024-01-01" }
 * ```
 */
export function calendarYearRange(year: number): BoundedRange {
  if (!Number.isInteger(year) || year < 1 || year > 9998) {
    throw new SchoolGroupsError("invalid-argument", "year must be a whole number from 1 to 9998", { argument: "year" });
  }
  const from = `${pad(year)}-01-01`;
  return { from, until: addYears(from, 1, "clamp") };
}

/**
 * The calendar months of a period in order; the first and the last are cut to it. An empty period has none. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { monthsIn } from "school-groups/core";
 *
 * monthsIn({ from: "2023-09-15", until: "2023-11-01" });
 * // => [{ month: "2023-09", from: "2023-09-15", until: "2023-10-01" }, { month: "2023-10", from: "2023-10-01", until: "2023-11-01" }]
 * ```
 */
export function monthsIn(period: BoundedRange): readonly MonthPart[] {
  const months: MonthPart[] = [];
  const until = calendarDate(period.until);
  for (let from = calendarDate(period.from); from < until; ) {
    const month = monthOf(from);
    const end = month === monthOf(until) ? until : addMonths(`${month}-01`, 1, "clamp");
    months.push({ month, from, until: end });
    from = end;
  }
  return months;
}

/**
 * The weeks of a period in order, Monday to Sunday, the first and the last cut to it: week 1 is the one that holds the first day.
 *
 * An empty period has none. Weeks without a school day are counted too; `schoolWeeks` leaves them out. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { weeksIn } from "school-groups/core";
 *
 * weeksIn({ from: "2023-09-01", until: "2023-09-11" });
 * // => [{ number: 1, from: "2023-09-01", until: "2023-09-04" }, { number: 2, from: "2023-09-04", until: "2023-09-11" }]
 * ```
 */
export function weeksIn(period: BoundedRange): readonly WeekPart[] {
  const weeks: WeekPart[] = [];
  const until = dayNumber(period.until);
  for (let from = dayNumber(period.from); from < until; ) {
    const end = Math.min(from + 8 - weekdayOfNumber(from), until);
    weeks.push({ number: weeks.length + 1, from: fromDayNumber(from), until: fromDayNumber(end) });
    from = end;
  }
  return weeks;
}

function firstYear(year: SchoolYear): number {
  if (isSchoolYear(year)) return Number(year.slice(0, 4));
  throw invalidDate(year, "school year such as 2023-2024");
}

function schoolYearFrom(first: number): SchoolYear {
  if (first >= 1 && first <= 9998) return `${pad(first)}-${pad(first + 1)}`;
  throw invalidDate(`${first}-${first + 1}`, "school year between 0001-0002 and 9998-9999");
}

function checkedStart(startsOn: MonthDay): MonthDay {
  if (isMonthDay(startsOn)) return startsOn;
  throw new SchoolGroupsError("invalid-argument", "startsOn must be a day of every year such as 09-01", { argument: "startsOn" });
}

function pad(year: number): string {
  return String(year).padStart(4, "0");
}
