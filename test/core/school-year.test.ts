import fc from "fast-check";
import {
  addDays,
  calendarYearRange,
  containsDay,
  dayOfWeek,
  fromDayNumber,
  isMonthDay,
  isSchoolYear,
  monthsIn,
  nextSchoolYear,
  previousSchoolYear,
  rangeDays,
  schoolYearOf,
  schoolYearRange,
  weeksIn,
} from "school-groups/core";
import { describe, expect, it } from "vitest";

describe("school years", () => {
  it.each(["2023-2024", "0001-0002", "9998-9999", "1999-2000"])("%s is one", (year) => {
    expect(isSchoolYear(year)).toBe(true);
  });

  it.each([
    "2023",
    "2023-2025",
    "2024-2023",
    "2023-2023",
    "2023-24",
    "2023/2024",
    "0000-0001",
    "9999-10000",
    "2023-2024\n",
    "",
    null,
    2023,
  ])("%j is none", (year) => {
    expect(isSchoolYear(year)).toBe(false);
    const error = expect.objectContaining({ code: "invalid-date" });
    expect(() => schoolYearRange(year as string)).toThrow(error);
    expect(() => nextSchoolYear(year as string)).toThrow(error);
  });

  // national.md N7: "2023-2024" is 1 September to 31 August.
  it.each([
    ["2023-08-31", "2022-2023"],
    ["2023-09-01", "2023-2024"],
    ["2024-02-29", "2023-2024"],
    ["2024-08-31", "2023-2024"],
    ["2024-09-01", "2024-2025"],
  ])("%s lies in %s", (day, year) => {
    expect(schoolYearOf(day)).toBe(year);
    expect(containsDay(schoolYearRange(year), day)).toBe(true);
  });

  it("begin where a calendar says", () => {
    expect(schoolYearOf("2024-02-28", "03-01")).toBe("2023-2024");
    expect(schoolYearOf("2024-02-29", "03-01")).toBe("2023-2024");
    expect(schoolYearOf("2024-03-01", "03-01")).toBe("2024-2025");
    expect(schoolYearRange("2023-2024", "08-25")).toEqual({ from: "2023-08-25", until: "2024-08-25" });
  });

  it.each(["02-29", "9-1", "13-01", "00-00", "", "09-01 "])("%j is no day of every year", (start) => {
    expect(isMonthDay(start)).toBe(false);
    expect(() => schoolYearOf("2023-09-01", start)).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    expect(() => schoolYearRange("2023-2024", start)).toThrow(expect.objectContaining({ code: "invalid-argument" }));
  });

  it("follow each other without a gap and hold 365 or 366 days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9996 }), (first) => {
        const text = (year: number) => String(year).padStart(4, "0");
        const year = `${text(first)}-${text(first + 1)}`;
        const next = nextSchoolYear(year);
        expect(previousSchoolYear(next)).toBe(year);
        expect(schoolYearRange(year).until).toBe(schoolYearRange(next).from);
        const leap = ((first + 1) % 4 === 0 && (first + 1) % 100 !== 0) || (first + 1) % 400 === 0;
        expect(rangeDays(schoolYearRange(year))).toBe(leap ? 366 : 365);
      }),
    );
  });

  it("end where the calendar ends", () => {
    const error = expect.objectContaining({ code: "invalid-date" });
    expect(() => nextSchoolYear("9998-9999")).toThrow(error);
    expect(() => previousSchoolYear("0001-0002")).toThrow(error);
    expect(() => schoolYearOf("0001-08-31")).toThrow(error);
    expect(() => schoolYearOf("9999-09-01")).toThrow(error);
  });
});

describe("calendar years, months and weeks", () => {
  it("a calendar year runs from 1 January to 1 January", () => {
    expect(calendarYearRange(2024)).toEqual({ from: "2024-01-01", until: "2025-01-01" });
    expect(calendarYearRange(1)).toEqual({ from: "0001-01-01", until: "0002-01-01" });
    for (const year of [0, 9999, 2023.5, Number.NaN]) {
      expect(() => calendarYearRange(year)).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    }
  });

  it("a school year has twelve months", () => {
    const months = monthsIn(schoolYearRange("2023-2024"));
    expect(months.map((part) => part.month)).toEqual([
      "2023-09",
      "2023-10",
      "2023-11",
      "2023-12",
      "2024-01",
      "2024-02",
      "2024-03",
      "2024-04",
      "2024-05",
      "2024-06",
      "2024-07",
      "2024-08",
    ]);
  });

  it("an empty or reversed period has neither months nor weeks", () => {
    for (const period of [
      { from: "2023-09-01", until: "2023-09-01" },
      { from: "2023-09-01", until: "2023-08-01" },
    ]) {
      expect(monthsIn(period)).toEqual([]);
      expect(weeksIn(period)).toEqual([]);
    }
  });

  it("weeks break on Monday", () => {
    // 2023-09-03 was a Sunday.
    expect(weeksIn({ from: "2023-09-03", until: "2023-09-05" })).toEqual([
      { number: 1, from: "2023-09-03", until: "2023-09-04" },
      { number: 2, from: "2023-09-04", until: "2023-09-05" },
    ]);
    expect(weeksIn({ from: "9999-12-30", until: "9999-12-31" })).toHaveLength(1);
    expect(monthsIn({ from: "9999-12-30", until: "9999-12-31" })).toHaveLength(1);
  });

  it("tile any period without gap or overlap", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: 1, max: 800 }), (start, length) => {
        const period = { from: fromDayNumber(start), until: fromDayNumber(start + length) };
        for (const parts of [monthsIn(period), weeksIn(period)]) {
          expect(parts[0]?.from).toBe(period.from);
          expect(parts.at(-1)?.until).toBe(period.until);
          parts.slice(1).forEach((part, index) => {
            expect(part.from).toBe(parts[index]?.until);
          });
        }
        for (const month of monthsIn(period)) {
          expect([month.from.slice(0, 7), addDays(month.until, -1).slice(0, 7)]).toEqual([month.month, month.month]);
        }
        for (const week of weeksIn(period).slice(1)) expect(dayOfWeek(week.from)).toBe(1);
      }),
    );
  });
});
