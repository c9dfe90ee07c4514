import { type Calendar, CORE_ISSUE_SEVERITY, type CoreIssue, checkCalendar, type Weekday } from "school-groups/core";
import { describe, expect, expectTypeOf, it } from "vitest";

const sound: Calendar = {
  schoolYearStart: "09-01",
  workingWeekdays: [1, 2, 3, 4, 5],
  terms: [
    { id: "1", schoolYear: "2023-2024", from: "2023-08-31", until: "2024-01-20" },
    { id: "2", schoolYear: "2023-2024", from: "2024-02-26", until: "2024-07-06" },
  ],
  holidays: [{ from: "2023-09-29", until: "2023-10-07" }],
  makeUpDays: ["2023-10-07", "2023-10-08"],
  schoolBreaks: [{ from: "2023-11-13", until: "2023-11-18" }],
};

const found = (change: Partial<Calendar>) => checkCalendar({ ...sound, ...change }).map(({ code, path, params }) => [code, path, params]);

describe("checkCalendar", () => {
  it("has nothing to say of a sound calendar", () => {
    expect(checkCalendar(sound)).toEqual([]);
  });

  it("knows terms that overlap by a day, and those that only touch", () => {
    const second = (from: string) => [
      { id: "1", from: "2023-09-01", until: "2024-02-01" },
      { id: "2", from, until: "2024-07-06" },
    ];
    expect(found({ terms: second("2024-02-01") })).toEqual([]);
    expect(found({ terms: second("2024-01-31") })).toEqual([
      ["calendar-terms-overlap", ["terms", 1], { first: "1", second: "2", from: "2024-01-31", until: "2024-02-01" }],
    ]);
  });

  it("knows repeated ids and terms outside their school year", () => {
    expect(
      found({
        terms: [
          { id: "__proto__", from: "2023-09-01", until: "2024-01-20", schoolYear: "2024-2025" },
          { id: "__proto__", from: "2024-08-31", until: "2024-09-02", schoolYear: "2024-2025" },
          { id: "x", from: "2025-01-01", until: "2025-01-02", schoolYear: "2024-2026" },
        ],
      }),
    ).toEqual([
      ["calendar-term-id-repeated", ["terms", 1, "id"], { id: "__proto__" }],
      ["calendar-school-year-invalid", ["terms", 2, "schoolYear"], { text: "2024-2026" }],
      ["calendar-term-outside-school-year", ["terms", 0], { id: "__proto__", schoolYear: "2024-2025" }],
    ]);
  });

  it("knows days that do not exist and ranges that hold none, and goes on", () => {
    expect(
      found({
        holidays: [
          { from: "2023-02-29", until: "soon" },
          { from: "2023-05-01", until: "2023-05-01" },
          { from: "2023-09-29", until: "2023-10-07" },
        ],
        makeUpDays: ["2023-13-01"],
        schoolBreaks: [{ from: "2023-11-18", until: "2023-11-13" }],
      }),
    ).toEqual([
      ["calendar-day-invalid", ["holidays", 0, "from"], { text: "2023-02-29" }],
      ["calendar-day-invalid", ["holidays", 0, "until"], { text: "soon" }],
      ["calendar-range-empty", ["holidays", 1], { from: "2023-05-01", until: "2023-05-01" }],
      ["calendar-day-invalid", ["makeUpDays", 0], { text: "2023-13-01" }],
      ["calendar-range-empty", ["schoolBreaks", 0], { from: "2023-11-18", until: "2023-11-13" }],
    ]);
  });

  it("knows make-up days that are repeated, within a holiday, or working days anyway", () => {
    // 2023-10-06 lies in the holiday, 2023-10-07 is the Saturday after it, 2023-10-09 a Monday.
    expect(found({ makeUpDays: ["2023-10-06", "2023-10-07", "2023-10-07", "2023-10-09"] })).toEqual([
      ["calendar-make-up-in-holiday", ["makeUpDays", 0], { day: "2023-10-06" }],
      ["calendar-make-up-repeated", ["makeUpDays", 2], { day: "2023-10-07" }],
      ["calendar-make-up-not-rest-day", ["makeUpDays", 3], { day: "2023-10-09" }],
    ]);
  });

  it("knows holidays that overlap", () => {
    const holidays = [...sound.holidays, { from: "2023-10-06", until: "2023-10-07" }];
    expect(found({ holidays })).toEqual([["calendar-holidays-overlap", ["holidays", 1], { from: "2023-10-06", until: "2023-10-07" }]]);
  });

  it("knows a bad week and a bad start of the year", () => {
    expect(found({ workingWeekdays: [0 as Weekday, 8 as Weekday, 1.5 as Weekday, 1], schoolYearStart: "02-29", makeUpDays: [] })).toEqual([
      ["calendar-start-invalid", ["schoolYearStart"], { text: "02-29" }],
      ["calendar-weekday-invalid", ["workingWeekdays", 0], { text: "0" }],
      ["calendar-weekday-invalid", ["workingWeekdays", 1], { text: "8" }],
      ["calendar-weekday-invalid", ["workingWeekdays", 2], { text: "1.5" }],
    ]);
    expect(found({ workingWeekdays: [] })).toEqual([["calendar-weekdays-missing", ["workingWeekdays"], {}]]);
  });

  it("gives every code its one severity", () => {
    const issues = checkCalendar({ ...sound, workingWeekdays: [], makeUpDays: ["2023-10-07", "2023-10-07"] });
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["calendar-weekdays-missing", "error"],
      ["calendar-make-up-repeated", "notice"],
    ]);
    expect(new Set(Object.values(CORE_ISSUE_SEVERITY))).toEqual(new Set(["error", "warning", "notice"]));
  });

  it("stays quick and small on a huge list of faults", () => {
    const long = "9".repeat(2_000_000);
    const holidays = Array.from({ length: 20_000 }, () => ({ from: "2023-10-01", until: "2023-10-08" }));
    const makeUpDays = [long, ...Array.from({ length: 20_000 }, () => "2023-10-07")];
    const issues = checkCalendar({ ...sound, holidays, makeUpDays });
    expect(issues).toHaveLength(19_999 + 1 + 20_000);
    expect(issues.find((issue) => issue.code === "calendar-day-invalid")?.params).toEqual({ text: "9".repeat(40) });
  });

  it("narrows parameters by code", () => {
    expectTypeOf<Extract<CoreIssue, { code: "calendar-make-up-repeated" }>["params"]>().toHaveProperty("day").toEqualTypeOf<string>();
  });
});
