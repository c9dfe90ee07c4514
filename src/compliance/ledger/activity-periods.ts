import {
  addDays,
  type BoundedRange,
  type Calendar,
  calendarYearRange,
  dayNumber,
  fromDayNumber,
  isSchoolDay,
  monthsIn,
  nextSchoolYear,
  schoolDaysIn,
  schoolWeeks,
  schoolYearOf,
  schoolYearRange,
  termsIn,
} from "../../core/index.js";
import type { ActivityRule } from "../../policy/index.js";

/**
 * The periods in which an activity is owed, that lie whole within a ledger's period and have ended by the day of asking.
 *
 * Weeks are those of terms that hold a school day; a month without school day in a calendar with terms owes nothing. `undefined` when the
 * calendar has no terms and the periods hang on them.
 */
export function activityPeriods(
  calendar: Calendar,
  period: BoundedRange,
  per: ActivityRule["per"],
  asOf: string,
): readonly BoundedRange[] | undefined {
  if (calendar.terms.length === 0 && (per === "school-day" || per === "school-week" || per === "term")) return undefined;
  const end = addDays(asOf, 1);
  return allPeriods(calendar, period, per)
    .filter(({ from, until }) => period.from <= from && until <= period.until && until <= end)
    .map(({ from, until }) => ({ from, until }));
}

function allPeriods(calendar: Calendar, period: BoundedRange, per: ActivityRule["per"]): readonly BoundedRange[] {
  switch (per) {
    case "school-day":
      return schoolDays(calendar, period);
    case "school-week":
      return termsIn(calendar, period).flatMap((term) => schoolWeeks(calendar, term));
    case "month":
      return monthsIn(period).filter((month) => isWholeMonth(month) && (calendar.terms.length === 0 || schoolDaysIn(calendar, month) > 0));
    case "term":
      return termsIn(calendar, period);
    case "school-year":
      return schoolYears(calendar, period);
    case "calendar-year": {
      const years: BoundedRange[] = [];
      for (let year = Number(period.from.slice(0, 4)); year <= Number(period.until.slice(0, 4)); year += 1)
        years.push(calendarYearRange(year));
      return years;
    }
  }
}

/** The first and the last month of a period may be cut by it. */
function isWholeMonth({ from, until }: BoundedRange): boolean {
  return from.endsWith("-01") && until.endsWith("-01");
}

function schoolDays(calendar: Calendar, period: BoundedRange): readonly BoundedRange[] {
  const days: BoundedRange[] = [];
  const end = dayNumber(period.until);
  for (let number = dayNumber(period.from); number < end; number += 1) {
    const from = fromDayNumber(number);
    if (isSchoolDay(calendar, from)) days.push({ from, until: fromDayNumber(number + 1) });
  }
  return days;
}

function schoolYears(calendar: Calendar, period: BoundedRange): readonly BoundedRange[] {
  const years: BoundedRange[] = [];
  let year = schoolYearOf(period.from, calendar.schoolYearStart);
  for (let range = schoolYearRange(year, calendar.schoolYearStart); range.from < period.until; ) {
    years.push(range);
    year = nextSchoolYear(year);
    range = schoolYearRange(year, calendar.schoolYearStart);
  }
  return years;
}
