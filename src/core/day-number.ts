import type { CalendarDate, Weekday } from "./calendar-date.js";
import { SchoolGroupsError } from "./error.js";

const FIRST_DAY_NUMBER = -719_162;
const LAST_DAY_NUMBER = 2_932_896;

/**
 * The day number of a text (1970-01-01 is 0), or `undefined` when the text is no day. Takes no Date and leaves no garbage: for hot loops.
 *
 * Strict: exactly `YYYY-MM-DD` in ASCII digits, years 0001 to 9999, only days that exist.
 *
 * @example
 * ```ts
 * import { parseDayNumber } from "school-groups/core";
 *
 * parseDayNumber("1970-01-02"); // => 1
 * parseDayNumber("2023-02-29"); // => undefined
 * ```
 */
export function parseDayNumber(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > 28 && day > daysInMonth(year, month)) return undefined;
  return civilToDayNumber(year, month, day);
}

/**
 * Days since 1970-01-01, which is 0; earlier days are negative. Throws `invalid-date` when the text is no day.
 *
 * @example
 * ```ts
 * import { dayNumber } from "school-groups/core";
 *
 * dayNumber("2000-03-01"); // => 11017
 * ```
 */
export function dayNumber(date: CalendarDate): number {
  const number = typeof date === "string" ? parseDayNumber(date) : undefined;
  if (number === undefined) throw invalidDate(date);
  return number;
}

/**
 * The day with a number, the inverse of `dayNumber`. Throws `invalid-date` for a fraction or a day outside the years 0001 to 9999.
 *
 * @example
 * ```ts
 * import { fromDayNumber } from "school-groups/core";
 *
 * fromDayNumber(-1); // => "1969-12-31"
 * ```
 */
export function fromDayNumber(number: number): CalendarDate {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) throw invalidDate(String(number));
  // Howard Hinnant, "chrono-compatible low-level date algorithms" (2013): years begin on 1 March, so that a leap day comes last.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * The day of the week of a day number, 1 for Monday to 7 for Sunday; 1970-01-01 (0) was a Thursday.
 *
 * @example
 * ```ts
 * import { weekdayOfNumber } from "school-groups/core";
 *
 * weekdayOfNumber(0); // => 4
 * ```
 */
export function weekdayOfNumber(number: number): Weekday {
  const sinceMonday = (((number + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
}

/** The error for a text that is no day, cut so that a huge text stays out of logs. @internal */
export function invalidDate(text: unknown, wanted = "day between 0001-01-01 and 9999-12-31"): SchoolGroupsError {
  const shown = typeof text === "string" ? text.slice(0, 40) : typeof text;
  return new SchoolGroupsError("invalid-date", `${shown} is no ${wanted}`, { text: shown });
}

/** Days since 1970-01-01 by Hinnant's algorithm (2013). */
function civilToDayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The length of a month, 1 to 12, of a year. @internal */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number the digits from `start` up to `end` make, or −1 when one of them is no ASCII digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
