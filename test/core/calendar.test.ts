import fc from "fast-check";
import {
  addDays,
  addWorkingDays,
  type Calendar,
  type CalendarDate,
  fromDayNumber,
  isSchoolDay,
  isWorkingDay,
  monthsOfSchoolYear,
  schoolDaysIn,
  schoolWeeks,
  termOn,
  termsIn,
  type Weekday,
  workingDaysBetween,
} from "school-groups/core";
import { describe, expect, it } from "vitest";

// 国务院办公厅关于2023年部分节假日安排的通知 (国办发明电〔2022〕16号); the terms are made up.
const calendar: Calendar = {
  workingWeekdays: [1, 2, 3, 4, 5],
  terms: [
    { id: "2022-2023-2", from: "2023-02-13", until: "2023-07-08" },
    { id: "2023-2024-1", from: "2023-09-01", until: "2024-01-20" },
  ],
  holidays: [
    { from: "2022-12-31", until: "2023-01-03" },
    { from: "2023-01-21", until: "2023-01-28" },
    { from: "2023-04-05", until: "2023-04-06" },
    { from: "2023-04-29", until: "2023-05-04" },
    { from: "2023-06-22", until: "2023-06-25" },
    { from: "2023-09-29", until: "2023-10-07" },
  ],
  makeUpDays: ["2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08"],
  schoolBreaks: [{ from: "2023-11-13", until: "2023-11-18" }],
};
const bare: Calendar = { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] };

describe("isWorkingDay and isSchoolDay", () => {
  it.each([
    ["2023-09-28", true, true], // Thursday before the holiday
    ["2023-09-29", false, false], // its first day, a Friday
    ["2023-10-06", false, false], // its last day, a Friday
    ["2023-10-07", true, true], // make-up Saturday
    ["2023-10-08", true, true], // make-up Sunday
    ["2023-10-14", false, false], // ordinary Saturday
    ["2023-08-31", true, false], // the day before term
    ["2023-09-01", true, true],
    ["2024-01-19", true, true],
    ["2024-01-22", true, false], // Monday after term
    ["2023-11-13", true, false], // school break, offices work
    ["2023-11-20", true, true],
  ])("%s: worked %s, school %s", (day, worked, school) => {
    expect(isWorkingDay(calendar, day)).toBe(worked);
    expect(isSchoolDay(calendar, day)).toBe(school);
  });

  it("a make-up day prevails over a holiday", () => {
    const mixed = { ...bare, holidays: [{ from: "2023-10-01", until: "2023-10-08" }], makeUpDays: ["2023-10-07"] };
    expect(isWorkingDay(mixed, "2023-10-07")).toBe(true);
    expect(workingDaysBetween(mixed, "2023-10-01", "2023-10-08")).toBe(1);
  });

  it("refuse what is no day", () => {
    expect(() => isWorkingDay(calendar, "2023-02-29")).toThrow(expect.objectContaining({ code: "invalid-date" }));
    expect(() => isSchoolDay(calendar, "")).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });
});

describe("workingDaysBetween and addWorkingDays", () => {
  it("counts the 249 working days of 2023", () => {
    // 365 days with 53 Sundays and 52 Saturdays leave 260; holidays take 1+5+1+3+2+6 = 18 weekdays; 7 make-up days come back.
    expect(workingDaysBetween(calendar, "2023-01-01", "2024-01-01")).toBe(249);
    expect(workingDaysBetween(calendar, "2024-01-01", "2023-01-01")).toBe(-249);
  });

  it.each([
    ["2023-09-28", 1, "2023-10-07"],
    ["2023-09-28", 2, "2023-10-08"],
    ["2023-09-28", 3, "2023-10-09"],
    ["2023-09-30", 0, "2023-09-30"],
    ["2023-10-07", -1, "2023-09-28"],
    ["2023-10-14", 1, "2023-10-16"],
    ["2023-10-14", -1, "2023-10-13"],
  ])("%s and %i working days: %s", (day, days, expected) => {
    expect(addWorkingDays(calendar, day, days)).toBe(expected);
  });

  const days = fc.integer({ min: 19_000, max: 19_060 }).map(fromDayNumber);
  const breaks = fc.tuple(days, fc.integer({ min: 0, max: 12 })).map(([from, length]) => ({ from, until: addDays(from, length) }));
  const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
    workingWeekdays: fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    terms: fc.constant([]),
    holidays: fc.array(breaks, { maxLength: 4 }),
    makeUpDays: fc.array(days, { maxLength: 5 }),
  });
  const naive = (of: Calendar, from: CalendarDate, until: CalendarDate) => {
    let count = 0;
    for (let day = from; day < until; day = addDays(day, 1)) if (isWorkingDay(of, day)) count += 1;
    return count;
  };

  it("agree with counting day by day, whatever overlaps", () => {
    fc.assert(
      fc.property(anyCalendar, days, fc.integer({ min: 0, max: 60 }), (of, from, length) => {
        const until = addDays(from, length);
        expect(workingDaysBetween(of, from, until)).toBe(naive(of, from, until));
        expect(workingDaysBetween(of, until, from) + naive(of, from, until)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it("undo each other: the nth working day after a day is n late", () => {
    fc.assert(
      fc.property(anyCalendar, days, fc.integer({ min: 1, max: 40 }), (of, day, count) => {
        const later = addWorkingDays(of, day, count);
        expect(isWorkingDay(of, later)).toBe(true);
        expect(workingDaysBetween(of, addDays(day, 1), addDays(later, 1))).toBe(count);
        const earlier = addWorkingDays(of, day, -count);
        expect(isWorkingDay(of, earlier)).toBe(true);
        expect(workingDaysBetween(of, earlier, day)).toBe(count);
      }),
    );
  });

  it("refuse a fraction, a week without work, and to leave the calendar", () => {
    const argument = expect.objectContaining({ code: "invalid-argument" });
    expect(() => addWorkingDays(calendar, "2023-09-01", 0.5)).toThrow(argument);
    expect(() => addWorkingDays({ ...bare, workingWeekdays: [] }, "2023-09-01", 1)).toThrow(argument);
    expect(() => addWorkingDays(bare, "9999-12-31", 1)).toThrow(expect.objectContaining({ code: "invalid-date" }));
    expect(() => workingDaysBetween(bare, "2023-09-01", "soon")).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });
});

describe("terms, weeks and months", () => {
  it.each([
    ["2023-02-12", undefined],
    ["2023-02-13", "2022-2023-2"],
    ["2023-07-07", "2022-2023-2"],
    ["2023-07-08", undefined],
  ])("on %s: %s", (day, id) => {
    expect(termOn(calendar, day)?.id).toBe(id);
  });

  it.each([
    [{ from: "2023-07-07", until: "2023-09-02" }, ["2022-2023-2", "2023-2024-1"]],
    [{ from: "2023-07-08", until: "2023-09-01" }, []],
    [{}, ["2022-2023-2", "2023-2024-1"]],
  ])("in %j: %j", (period, ids) => {
    expect(termsIn(calendar, period).map((term) => term.id)).toEqual(ids);
  });

  it("school weeks skip the weeks without school but keep their numbers", () => {
    const weeks = schoolWeeks(calendar, calendar.terms[1]!);
    // 2023-09-01 is a Friday; the weeks of 2 October (holiday, but make-up Saturday and Sunday) and 13 November (school break).
    expect(weeks[0]).toEqual({ number: 1, from: "2023-09-01", until: "2023-09-04", schoolDays: 1 });
    expect(weeks.find((week) => week.from === "2023-09-25")?.schoolDays).toBe(4);
    expect(weeks.find((week) => week.from === "2023-10-02")).toEqual({ number: 6, from: "2023-10-02", until: "2023-10-09", schoolDays: 2 });
    expect(weeks.some((week) => week.from === "2023-11-13")).toBe(false);
    expect(weeks.at(-1)).toEqual({ number: 21, from: "2024-01-15", until: "2024-01-20", schoolDays: 5 });
    expect(weeks).toHaveLength(20);
  });

  it("school days of a period are those of its weeks", () => {
    const term = calendar.terms[1]!;
    const total = schoolWeeks(calendar, term).reduce((sum, week) => sum + week.schoolDays, 0);
    // 101 weekdays from 2023-09-01 to 2024-01-19, less 6 holiday weekdays and 5 of the break, plus 2 make-up days.
    expect(total).toBe(92);
    expect(schoolDaysIn(calendar, term)).toBe(92);
    expect(schoolDaysIn(bare, term)).toBe(0);
  });

  it("a school year has twelve months, thirteen when it starts within one", () => {
    expect(monthsOfSchoolYear(bare, "2023-2024")).toHaveLength(12);
    const early = monthsOfSchoolYear({ ...bare, schoolYearStart: "08-25" }, "2023-2024");
    expect(early).toHaveLength(13);
    expect(early[0]).toEqual({ month: "2023-08", from: "2023-08-25", until: "2023-09-01" });
  });
});
