import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addMonths as shiftMonths } from "date-fns/addMonths";
import { dayNumber, daysInMonth, fromDayNumber, invalidDate, parseDayNumber, weekdayOfNumber } from "./day-number.js";
import { SchoolGroupsError } from "./error.js";

/**
 * A day of the Gregorian calendar, `YYYY-MM-DD`, without time or zone; years 0001 to 9999.
 *
 * Days in this form sort and compare as text: `a < b` is "a is earlier than b".
 */
export type CalendarDate = string;

/** A calendar month, `YYYY-MM`. */
export type CalendarMonth = string;

/**
 * What becomes of a day its month does not have (29 February in a common year, 31 April): `clamp` takes the month's last day, `roll` the
 * first of the month after (1 March).
 */
export type DayOverflow = "clamp" | "roll";

/** A day of the week as in ISO 8601 and in 周一 … 周日: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;

/**
 * Whether a value is a `CalendarDate`. Anything but a text is not; nothing throws.
 *
 * @example
 * ```ts
 * import { isCalendarDate } from "school-groups/core";
 *
 * isCalendarDate("2024-02-29"); // => true
 * isCalendarDate("2023-02-29"); // => false
 * isCalendarDate("2023-9-1"); // => false
 * ```
 */
export function isCalendarDate(value: unknown): boolean {
  return typeof value === "string" && parseDayNumber(value) !== undefined;
}

/**
 * The text itself, once it is known to be a day. For arguments a programmer wrote; data is tested with `isCalendarDate`.
 *
 * Throws `SchoolGroupsError` `invalid-date` when it is no day from 0001-01-01 to 9999-12-31.
 *
 * @example
 * ```ts
 * import { calendarDate } from "school-groups/core";
 *
 * calendarDate("2023-12-31"); // => "2023-12-31"
 * ```
 */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw invalidDate(text);
  return text;
}

/**
 * The day so many days later, or earlier when `days` is negative. Throws `invalid-date` outside the years 0001 to 9999.
 *
 * @example
 * ```ts
 * import { addDays } from "school-groups/core";
 *
 * addDays("2024-02-28", 1); // => "2024-02-29"
 * addDays("2024-01-01", -1); // => "2023-12-31"
 * ```
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The same day of the month so many months later (earlier when negative); `overflow` says what happens where the month lacks that day.
 *
 * Throws `invalid-argument` for a fraction or an unknown overflow, `invalid-date` outside the years 0001 to 9999.
 *
 * @example
 * ```ts
 * import { addMonths } from "school-groups/core";
 *
 * addMonths("2023-01-31", 1, "clamp"); // => "2023-02-28"
 * addMonths("2023-01-31", 1, "roll"); // => "2023-03-01"
 * ```
 */
export function addMonths(date: CalendarDate, months: number, overflow: DayOverflow): CalendarDate {
  if (!Number.isSafeInteger(months)) {
    throw new SchoolGroupsError("invalid-argument", "months must be a whole number", { argument: "months" });
  }
  if (overflow !== "clamp" && overflow !== "roll") {
    throw new SchoolGroupsError("invalid-argument", 'overflow must be "clamp" or "roll"', { argument: "overflow" });
  }
  const clamped = fromDayNumber(shiftMonths(toUtc(date), months).getTime() / MS_PER_DAY);
  return overflow === "roll" && clamped.slice(8) !== date.slice(8) ? addDays(clamped, 1) : clamped;
}

/**
 * The same day so many years later (earlier when negative); `overflow` says what becomes of 29 February in a common year.
 *
 * Errors as in `addMonths`.
 *
 * @example
 * ```ts
 * import { addYears } from "school-groups/core";
 *
 * addYears("2020-02-29", 1, "clamp"); // => "2021-02-28"
 * addYears("2020-02-29", 1, "roll"); // => "2021-03-01"
 * addYears("2020-02-29", 4, "roll"); // => "2024-02-29"
 * ```
 */
export function addYears(date: CalendarDate, years: number, overflow: DayOverflow): CalendarDate {
  if (!Number.isSafeInteger(years)) {
    throw new SchoolGroupsError("invalid-argument", "years must be a whole number", { argument: "years" });
  }
  return addMonths(date, years * 12, overflow);
}

/**
 * Days from one day to another: 0 for the same day, negative when `until` is the earlier. Throws `invalid-date` when one is no day.
 *
 * @example
 * ```ts
 * import { daysBetween } from "school-groups/core";
 *
 * daysBetween("2023-09-01", "2024-09-01"); // => 366
 * ```
 */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return dayNumber(until) - dayNumber(from);
}

/**
 * 星期. The day of the week, 1 for Monday to 7 for Sunday. Throws `invalid-date` when the text is no day.
 *
 * @example
 * ```ts
 * import { dayOfWeek } from "school-groups/core";
 *
 * dayOfWeek("2023-12-31"); // => 7
 * ```
 */
export function dayOfWeek(date: CalendarDate): Weekday {
  return weekdayOfNumber(dayNumber(date));
}

/**
 * −1, 0 or 1 as the first day is earlier than, the same as, or later than the second: for sorting. Takes both as checked days.
 *
 * @example
 * ```ts
 * import { compareDates } from "school-groups/core";
 *
 * ["2024-01-01", "2023-09-01"].sort(compareDates); // => ["2023-09-01", "2024-01-01"]
 * ```
 */
export function compareDates(left: CalendarDate, right: CalendarDate): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The month a day lies in, `YYYY-MM`. Throws `invalid-date` when the text is no day.
 *
 * @example
 * ```ts
 * import { monthOf } from "school-groups/core";
 *
 * monthOf("2023-09-01"); // => "2023-09"
 * ```
 */
export function monthOf(date: CalendarDate): CalendarMonth {
  return calendarDate(date).slice(0, 7);
}

/**
 * The last day of the month a day lies in. Throws `invalid-date` when the text is no day.
 *
 * @example
 * ```ts
 * import { lastDayOfMonth } from "school-groups/core";
 *
 * lastDayOfMonth("2024-02-10"); // => "2024-02-29"
 * ```
 */
export function lastDayOfMonth(date: CalendarDate): CalendarDate {
  const month = monthOf(date);
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`;
}

/** Built from milliseconds: `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
function toUtc(date: CalendarDate): Date {
  return new UTCDateMini(dayNumber(date) * MS_PER_DAY);
}
