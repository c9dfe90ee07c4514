import fc from "fast-check";
import {
  addDays,
  addMonths,
  addYears,
  type DateRange,
  type DayOverflow,
  fromDayNumber,
  fullMonthsBetween,
  fullYearsBetween,
  fullYearsSince,
  type InterruptionRule,
  monthsOfService,
  subtractRanges,
  yearsOfService,
} from "school-groups/core";
import { describe, expect, it } from "vitest";

const OVERFLOWS: readonly DayOverflow[] = ["clamp", "roll"];
const anyDay = fc.integer({ min: -30_000, max: 40_000 }).map(fromDayNumber);

describe("fullYearsBetween", () => {
  it.each([
    ["2017-09-01", "2023-08-31", 5, 5],
    ["2017-09-01", "2023-09-01", 6, 6],
    ["2017-09-01", "2023-09-02", 6, 6],
    ["2020-02-29", "2021-02-27", 0, 0],
    ["2020-02-29", "2021-02-28", 1, 0],
    ["2020-02-29", "2021-03-01", 1, 1],
    ["2020-02-29", "2024-02-28", 3, 3],
    ["2020-02-29", "2024-02-29", 4, 4],
    ["2023-02-28", "2024-02-28", 1, 1],
    ["2023-03-01", "2024-02-29", 0, 0],
    ["2023-09-01", "2023-09-01", 0, 0],
    ["2023-09-01", "2022-09-01", 0, 0],
    ["2023-09-01", "2001-01-01", 0, 0],
  ])("from %s to %s: %i, rolled %i", (from, until, clamped, rolled) => {
    expect(fullYearsBetween(from, until, "clamp")).toBe(clamped);
    expect(fullYearsBetween(from, until, "roll")).toBe(rolled);
  });

  it("is the greatest number of years whose anniversary has come", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...OVERFLOWS), (from, days, overflow) => {
        const until = addDays(from, days);
        const years = fullYearsBetween(from, until, overflow);
        expect(addYears(from, years, overflow) <= until).toBe(true);
        expect(addYears(from, years + 1, overflow) > until).toBe(true);
        const months = fullMonthsBetween(from, until, overflow);
        expect(addMonths(from, months, overflow) <= until).toBe(true);
        expect(addMonths(from, months + 1, overflow) > until).toBe(true);
        expect(Math.floor(months / 12)).toBe(years);
      }),
    );
  });

  it("refuses what is no day or no overflow", () => {
    expect(() => fullYearsBetween("2023-02-29", "2024-02-28", "clamp")).toThrow(expect.objectContaining({ code: "invalid-date" }));
    expect(() => fullYearsBetween("2023-02-28", "2024-02-30", "clamp")).toThrow(expect.objectContaining({ code: "invalid-date" }));
    expect(() => fullYearsBetween("2023-02-28", "2024-02-28", "up" as "roll")).toThrow(
      expect.objectContaining({ code: "invalid-argument" }),
    );
  });
});

describe("fullMonthsBetween", () => {
  it.each([
    ["2023-01-31", "2023-02-27", 0, 0],
    ["2023-01-31", "2023-02-28", 1, 0],
    ["2023-01-31", "2023-03-01", 1, 1],
    ["2023-01-31", "2023-03-30", 1, 1],
    ["2023-01-31", "2023-03-31", 2, 2],
    ["2023-09-01", "2024-08-31", 11, 11],
    ["2023-09-01", "2024-09-01", 12, 12],
    ["2023-09-01", "2023-08-01", 0, 0],
  ])("from %s to %s: %i, rolled %i", (from, until, clamped, rolled) => {
    expect(fullMonthsBetween(from, until, "clamp")).toBe(clamped);
    expect(fullMonthsBetween(from, until, "roll")).toBe(rolled);
  });
});

describe("fullYearsSince", () => {
  it.each([
    ["2017", "2023-01-01", 5, 6], // from 2017-12-31 five, from 2017-01-01 six
    ["2017", "2022-12-31", 5, 5], // from 2017-12-31 exactly five
    ["2017", "2022-12-30", 4, 5],
    ["2017-09", "2023-09-01", 5, 6],
    ["2017-09", "2023-09-30", 6, 6],
    ["2015/2017-09", "2023-09-30", 6, 8],
    ["2017-09-01", "2023-09-01", 6, 6],
  ])("since %s on %s: %i to %i", (from, on, low, high) => {
    expect(fullYearsSince(from, on, "clamp")).toEqual({ low, high });
  });
});

describe("yearsOfService", () => {
  const count = (stints: readonly DateRange[], on: string, interruptions: InterruptionRule) =>
    yearsOfService(stints, on, { interruptions, overflow: "clamp" });

  // 1 096 days (2015-09-01 to 2018-09-01), a gap of 365 days, then from 2019-09-01.
  const broken = [{ from: "2019-09-01" }, { from: "2015-09-01", until: "2018-09-01" }];

  it.each([
    ["2018-08-31", 2, 2, 2],
    ["2018-09-01", 3, 3, 3],
    ["2019-03-01", 0, 3, 3],
    ["2019-09-01", 0, 3, 3],
    ["2019-09-02", 0, 3, 4],
    // The gap 2018-09-01 to 2019-09-01 has 365 days: 2015-09-01 moves to 2016-08-31, so the fourth year is full on 2020-08-31.
    ["2020-08-30", 0, 3, 4],
    ["2020-08-31", 0, 4, 4],
    ["2020-09-01", 1, 4, 5],
  ])("broken service on %s: restart %i, subtract %i, ignore %i", (on, restart, subtract, ignore) => {
    expect(count(broken, on, "restart")).toBe(restart);
    expect(count(broken, on, "ignore")).toBe(ignore);
    expect(count(broken, on, "subtract")).toBe(subtract);
  });

  it("takes touching and overlapping stints as one", () => {
    const stints = [
      { from: "2018-09-01", until: "2021-01-01" },
      { from: "2015-09-01", until: "2018-09-01" },
      { from: "2020-09-01", until: "2022-09-01" },
    ];
    for (const rule of ["restart", "subtract", "ignore"] as const) {
      expect(count(stints, "2022-09-01", rule)).toBe(7);
      expect(count(stints, "2022-08-31", rule)).toBe(6);
    }
  });

  it("counts no day from the asked day on", () => {
    for (const rule of ["restart", "subtract", "ignore"] as const) {
      expect(count([{ from: "2025-09-01" }], "2023-09-01", rule)).toBe(0);
      expect(count([{ from: "2020-09-01", until: "2030-09-01" }], "2023-09-01", rule)).toBe(3);
      expect(count([], "2023-09-01", rule)).toBe(0);
    }
  });

  it("keeps the years of ended service except under restart", () => {
    const ended = [{ from: "2015-09-01", until: "2018-09-01" }];
    expect(count(ended, "2023-09-01", "restart")).toBe(0);
    expect(count(ended, "2023-09-01", "subtract")).toBe(3);
    expect(count(ended, "2023-09-01", "ignore")).toBe(3);
  });

  it("does not know the years since a day nobody recorded", () => {
    const unknown = [{ until: "2018-09-01" }, { from: "2019-09-01" }];
    expect(count(unknown, "2023-09-01", "restart")).toBe(4);
    expect(count(unknown, "2023-09-01", "subtract")).toBeUndefined();
    expect(count(unknown, "2023-09-01", "ignore")).toBeUndefined();
    expect(count([{}], "2023-09-01", "restart")).toBeUndefined();
  });

  it("nets leave off when it is subtracted first", () => {
    // Half a year of leave, 2020-03-01 to 2020-09-01 (184 days): six full years move from 2023-09-01 to 184 days later.
    const served = subtractRanges([{ from: "2017-09-01" }], [{ from: "2020-03-01", until: "2020-09-01" }]);
    expect(count(served, "2024-03-02", "subtract")).toBe(5);
    // 2017-09-01 plus 184 days is 2018-03-04.
    expect(count(served, "2024-03-03", "subtract")).toBe(5);
    expect(count(served, "2024-03-04", "subtract")).toBe(6);
    expect(count(served, "2024-03-04", "restart")).toBe(3);
  });

  it("gives months by the same rules", () => {
    const options = { interruptions: "subtract", overflow: "clamp" } as const;
    expect(monthsOfService([{ from: "2022-09-01" }], "2023-08-31", options)).toBe(11);
    expect(monthsOfService([{ from: "2022-09-01" }], "2023-09-01", options)).toBe(12);
    expect(monthsOfService([{}], "2023-09-01", options)).toBeUndefined();
  });

  it("refuses an unknown rule or day", () => {
    expect(() => count([], "2023-09-01", "pause" as "ignore")).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    expect(() => count([], "2023-02-29", "ignore")).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });
});
