/** Prints what the date functions say, for comparison between time zones; run as a program by `time-zone.test.ts`. */
import {
  addDays,
  addMonths,
  addYears,
  dayNumber,
  dayOfWeek,
  fullYearsBetween,
  isWorkingDay,
  lastDayOfMonth,
  monthsIn,
  resolvePartialDate,
  schoolYearOf,
  weeksIn,
  workingDaysBetween,
} from "../../src/core/index.js";

const calendar = {
  workingWeekdays: [1, 2, 3, 4, 5],
  terms: [],
  holidays: [{ from: "2011-12-26", until: "2012-01-03" }],
  makeUpDays: [],
} as const;
const lines: string[] = [];
// Apia skipped 2011-12-30; New York and Shanghai change their clocks in March and November, April and September (1986 to 1991).
for (const start of ["0001-01-02", "1927-12-25", "1986-05-01", "1991-09-10", "2011-12-25", "2023-03-08", "2023-11-01", "2024-02-25"]) {
  for (let offset = 0; offset < 12; offset += 1) {
    const day = addDays(start, offset);
    const shifted = [1, 12, 13].flatMap((months) => [addMonths(day, months, "clamp"), addMonths(day, months, "roll")]);
    const count = workingDaysBetween(calendar, start, day);
    const facts = [day, dayNumber(day), dayOfWeek(day), addYears(day, 1, "roll"), lastDayOfMonth(day), isWorkingDay(calendar, day), count];
    lines.push([...facts, ...shifted, fullYearsBetween(start, addDays(day, 1461), "clamp")].join(" "));
  }
}
lines.push(schoolYearOf("2011-12-30"), JSON.stringify(resolvePartialDate("2011-12")));
lines.push(JSON.stringify([weeksIn, monthsIn].map((parts) => parts({ from: "2011-11-01", until: "2012-02-01" }))));
process.stdout.write(`${Intl.DateTimeFormat().resolvedOptions().timeZone}\n${lines.join("\n")}\n`);
