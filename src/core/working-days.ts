import { type Calendar, isWorkingDay } from "./calendar.js";
import type { CalendarDate } from "./calendar-date.js";
import { containsDay, mergeRanges } from "./date-range.js";
import { dayNumber, fromDayNumber, weekdayOfNumber } from "./day-number.js";
import { SchoolGroupsError } from "./error.js";

/**
 * The working day so many working days after a day, or before it when `days` is negative; for 0 the day itself, worked or not.
 *
 * Throws `invalid-date` when the day is none or the calendar's days end first, `invalid-argument` for a fraction or when no weekday is
 * worked.
 *
 * @example
 * ```ts
 * import { addWorkingDays } from "school-groups/core";
 *
 * const calendar = { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] } as const;
 * addWorkingDays(calendar, "2023-12-29", 1); // => "2024-01-01"
 * addWorkingDays(calendar, "2023-12-31", -1); // => "2023-12-29"
 * ```
 */
export function addWorkingDays(calendar: Calendar, day: CalendarDate, days: number): CalendarDate {
  if (!Number.isSafeInteger(days)) throw new SchoolGroupsError("invalid-argument", "days must be a whole number", { argument: "days" });
  if (days !== 0 && !calendar.workingWeekdays.some((weekday) => weekday >= 1 && weekday <= 7)) {
    throw new SchoolGroupsError("invalid-argument", "a calendar without working weekdays has no next working day", {
      argument: "calendar",
    });
  }
  const step = days < 0 ? -1 : 1;
  let number = dayNumber(day);
  for (let left = Math.abs(days); left > 0; ) {
    number += step;
    if (isWorkingDay(calendar, fromDayNumber(number))) left -= 1;
  }
  return fromDayNumber(number);
}

/**
 * How many working days there are from one day up to but not including another; negative when `until` is the earlier. Throws
 * `invalid-date`.
 *
 * To count from a due day to the day of the deed, so that the next working day is one late, add a day to both.
 *
 * @example
 * ```ts
 * import { workingDaysBetween } from "school-groups/core";
 *
 * const calendar = { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: ["2023-09-02"] } as const;
 * workingDaysBetween(calendar, "2023-09-01", "2023-09-04"); // => 2
 * workingDaysBetween(calendar, "2023-09-04", "2023-09-01"); // => -2
 * ```
 */
export function workingDaysBetween(calendar: Calendar, from: CalendarDate, until: CalendarDate): number {
  const first = dayNumber(from);
  const end = dayNumber(until);
  if (end < first) return -workingDaysBetween(calendar, until, from);
  const holidays = mergeRanges(calendar.holidays.filter((holiday) => holiday.from < until && from < holiday.until));
  let count = workingWeekdaysIn(calendar, first, end);
  for (const holiday of holidays) {
    count -= workingWeekdaysIn(calendar, Math.max(first, dayNumber(holiday.from)), Math.min(end, dayNumber(holiday.until)));
  }
  for (const day of new Set(calendar.makeUpDays.filter((made) => from <= made && made < until))) {
    if (!isWorkingWeekday(calendar, dayNumber(day)) || holidays.some((holiday) => containsDay(holiday, day))) count += 1;
  }
  return count;
}

/** Whole weeks at once, so that years cost no more than days. */
function workingWeekdaysIn(calendar: Calendar, first: number, end: number): number {
  const weeks = Math.floor((end - first) / 7);
  let count = 0;
  for (let number = first; number < first + 7; number += 1) {
    if (isWorkingWeekday(calendar, number)) count += weeks + (number + weeks * 7 < end ? 1 : 0);
  }
  return count;
}

function isWorkingWeekday(calendar: Calendar, number: number): boolean {
  return calendar.workingWeekdays.includes(weekdayOfNumber(number));
}
