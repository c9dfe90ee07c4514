import fc from "fast-check";
import {
  addDays,
  addMonths,
  addYears,
  calendarDate,
  compareDates,
  dayNumber,
  dayOfWeek,
  daysBetween,
  fromDayNumber,
  isCalendarDate,
  lastDayOfMonth,
  monthOf,
  parseDayNumber,
  weekdayOfNumber,
} from "school-groups/core";
import { describe, expect, it } from "vitest";

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (number: number) => `${number < 10 ? "0" : ""}${number}`;

/** Every day of the years from `first` to `last` by counting, without any date arithmetic. */
function* everyDay(first: number, last: number): Generator<string> {
  for (let year = first; year <= last; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const length = month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!;
      for (let day = 1; day <= length; day += 1) yield `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
    }
  }
}

const anyDay = fc.integer({ min: -719_162, max: 2_932_896 }).map(fromDayNumber);
const middleDay = fc.integer({ min: -100_000, max: 100_000 }).map(fromDayNumber);

describe("isCalendarDate", () => {
  it.each(["0001-01-01", "1900-02-28", "2000-02-29", "2024-02-29", "2023-12-31", "9999-12-31"])("takes %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
    expect(calendarDate(text)).toBe(text);
  });

  it.each([
    "0000-12-31",
    "1900-02-29",
    "2100-02-29",
    "2023-02-29",
    "2023-04-31",
    "2023-00-10",
    "2023-13-01",
    "2023-01-00",
    "2023-01-32",
    "2023-1-01",
    "2023/01/01",
    "20230101",
    "2023-01-01T00:00:00Z",
    " 2023-01-01",
    "2023-01-01\n",
    "+2023-01-0",
    "-001-01-01",
    "２023-01-01",
    "2023-01-1e",
    "10000-01-01",
    "",
  ])("refuses %j", (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(parseDayNumber(text)).toBeUndefined();
    expect(() => calendarDate(text)).toThrow(expect.objectContaining({ code: "invalid-date" }));
    expect(() => dayNumber(text)).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });

  it.each([null, undefined, 20230101, {}, [], new Date(0), Symbol("day"), Object.create(null)])("refuses what is no text (%#)", (value) => {
    expect(isCalendarDate(value)).toBe(false);
    expect(() => calendarDate(value as string)).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });

  it("keeps a huge text out of the error", () => {
    expect(() => calendarDate("9".repeat(2_000_000))).toThrow(expect.objectContaining({ params: { text: "9".repeat(40) } }));
  });
});

describe("day numbers", () => {
  it("count every day from 1900 to 2100 by one, with its weekday", () => {
    // 1900-01-01 was a Monday, 25 567 days before 1970-01-01 (70 years of 365 days and 17 leap days: 1904 to 1968).
    let number = -25_567;
    let weekday = 1;
    for (const day of everyDay(1900, 2100)) {
      if (dayNumber(day) !== number || fromDayNumber(number) !== day || dayOfWeek(day) !== weekday) expect.unreachable(day);
      number += 1;
      weekday = weekday === 7 ? 1 : weekday + 1;
    }
    // 201 years with 49 leap days (25 in 1904–2000, 24 in 2004–2096).
    expect(number + 25_567).toBe(201 * 365 + 49);
  });

  it("agree with the platform's UTC calendar at both ends and across year 100", () => {
    for (const day of ["0001-01-01", "0099-12-31", "0100-01-01", "0100-02-28", "0100-03-01", "9999-12-31"]) {
      expect(dayNumber(day) * 86_400_000).toBe(Date.parse(`${day}T00:00:00Z`));
      expect(fromDayNumber(dayNumber(day))).toBe(day);
    }
  });

  it("go there and back for any day, in the platform's order", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(fromDayNumber(dayNumber(day))).toBe(day);
        expect(dayNumber(day) * 86_400_000).toBe(Date.parse(`${day}T00:00:00Z`));
        expect(dayOfWeek(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, -719_163, 2_932_897])("refuse %d", (number) => {
    expect(() => fromDayNumber(number)).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });

  it("know the weekday of negative numbers", () => {
    // 1969-12-29 was a Monday.
    expect([-3, -2, -1, 0, 1, 2, 3, 4].map(weekdayOfNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 1]);
  });
});

describe("addDays and daysBetween", () => {
  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2023-12-31", 1, "2024-01-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2023-09-01", 366, "2024-09-01"],
    ["2023-09-01", 0, "2023-09-01"],
  ])("%s plus %i is %s", (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(middleDay, fc.integer({ min: -50_000, max: 50_000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it("refuse to leave the calendar", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(expect.objectContaining({ code: "invalid-date" }));
    expect(() => addDays("0001-01-01", -1)).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });
});

describe("addMonths and addYears", () => {
  it.each([
    ["2023-01-31", 1, "2023-02-28", "2023-03-01"],
    ["2024-01-31", 1, "2024-02-29", "2024-03-01"],
    ["2023-03-31", 1, "2023-04-30", "2023-05-01"],
    ["2023-03-31", -1, "2023-02-28", "2023-03-01"],
    ["2023-08-31", 6, "2024-02-29", "2024-03-01"],
    ["2023-11-30", 3, "2024-02-29", "2024-03-01"],
    ["2023-12-31", 2, "2024-02-29", "2024-03-01"],
    ["2023-01-28", 1, "2023-02-28", "2023-02-28"],
    ["2023-12-15", 1, "2024-01-15", "2024-01-15"],
    ["0099-12-31", 1, "0100-01-31", "0100-01-31"],
    ["0050-02-28", 12, "0051-02-28", "0051-02-28"],
  ])("%s plus %i months clamps to %s and rolls to %s", (day, months, clamped, rolled) => {
    expect(addMonths(day, months, "clamp")).toBe(clamped);
    expect(addMonths(day, months, "roll")).toBe(rolled);
  });

  it.each([
    ["2020-02-29", 1, "2021-02-28", "2021-03-01"],
    ["2020-02-29", 4, "2024-02-29", "2024-02-29"],
    ["2020-02-29", -1, "2019-02-28", "2019-03-01"],
    ["1896-02-29", 4, "1900-02-28", "1900-03-01"],
    ["2023-02-28", 1, "2024-02-28", "2024-02-28"],
  ])("%s plus %i years clamps to %s and rolls to %s", (day, years, clamped, rolled) => {
    expect(addYears(day, years, "clamp")).toBe(clamped);
    expect(addYears(day, years, "roll")).toBe(rolled);
  });

  it("land in the month they name, on the day or its last, or on the first of the next", () => {
    fc.assert(
      fc.property(middleDay, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
        const month = `${String(Math.floor(index / 12)).padStart(4, "0")}-${two((index % 12) + 1)}`;
        const clamped = addMonths(day, months, "clamp");
        const rolled = addMonths(day, months, "roll");
        expect(monthOf(clamped)).toBe(month);
        if (isCalendarDate(`${month}-${day.slice(8)}`)) {
          expect([clamped, rolled]).toEqual([`${month}-${day.slice(8)}`, `${month}-${day.slice(8)}`]);
        } else {
          expect([clamped, rolled]).toEqual([lastDayOfMonth(`${month}-01`), addDays(clamped, 1)]);
        }
      }),
    );
  });

  it("refuse what is no whole number, no overflow or no day", () => {
    const argument = expect.objectContaining({ code: "invalid-argument" });
    expect(() => addMonths("2023-01-31", 0.5, "clamp")).toThrow(argument);
    expect(() => addYears("2023-01-31", 0.5, "clamp")).toThrow(argument);
    expect(() => addMonths("2023-01-31", 1, "wrap" as "clamp")).toThrow(argument);
    const date = expect.objectContaining({ code: "invalid-date" });
    expect(() => addMonths("2023-02-29", 1, "clamp")).toThrow(date);
    expect(() => addYears("9999-01-01", 1, "clamp")).toThrow(date);
    expect(() => addMonths("2023-01-31", Number.MAX_SAFE_INTEGER, "clamp")).toThrow(date);
  });
});

describe("months and order", () => {
  it.each([
    ["2023-02-01", "2023-02-28"],
    ["2024-02-29", "2024-02-29"],
    ["2100-02-10", "2100-02-28"],
    ["2023-04-30", "2023-04-30"],
    ["9999-12-01", "9999-12-31"],
    ["0001-02-01", "0001-02-28"],
  ])("the month of %s ends on %s", (day, last) => {
    expect(lastDayOfMonth(day)).toBe(last);
    expect(monthOf(last)).toBe(monthOf(day));
  });

  it("sorts by time", () => {
    expect(compareDates("2023-08-31", "2023-09-01")).toBe(-1);
    expect(compareDates("2023-09-01", "2023-09-01")).toBe(0);
    expect(compareDates("2023-09-02", "2023-09-01")).toBe(1);
  });
});
