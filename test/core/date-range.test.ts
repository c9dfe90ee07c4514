import fc from "fast-check";
import {
  addDays,
  containsDay,
  type DateRange,
  fromDayNumber,
  intersectRanges,
  isEmptyRange,
  isWithin,
  mergeRanges,
  rangeDays,
  rangesOverlap,
  subtractRanges,
} from "school-groups/core";
import { describe, expect, it } from "vitest";

const year = { from: "2023-09-01", until: "2024-09-01" };

const FIRST = 19_000;
const window = Array.from({ length: 30 }, (_, index) => fromDayNumber(FIRST + index));
const bound = fc.option(
  fc.integer({ min: 0, max: 29 }).map((index) => fromDayNumber(FIRST + index)),
  { nil: undefined },
);
const anyRange: fc.Arbitrary<DateRange> = fc
  .tuple(bound, bound)
  .map(([from, until]) => ({ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }));
const anyRanges = fc.array(anyRange, { maxLength: 6 });
const daysOf = (ranges: readonly DateRange[]) => window.filter((day) => ranges.some((range) => containsDay(range, day)));

describe("containsDay", () => {
  it.each([
    ["2023-08-31", false],
    ["2023-09-01", true],
    ["2024-08-31", true],
    ["2024-09-01", false],
  ])("a school year holds %s: %s", (day, held) => {
    expect(containsDay(year, day)).toBe(held);
    expect(isWithin(day, year)).toBe(held ? "yes" : "no");
  });

  it("takes an absent bound as open", () => {
    expect(containsDay({ until: "2023-09-01" }, "0001-01-01")).toBe(true);
    expect(containsDay({ until: "2023-09-01" }, "2023-09-01")).toBe(false);
    expect(containsDay({ from: "2023-09-01" }, "9999-12-31")).toBe(true);
    expect(containsDay({ from: "2023-09-01" }, "2023-08-31")).toBe(false);
  });
});

describe("isWithin", () => {
  it.each([
    ["2018-12-31", "2019", undefined, "no"],
    ["2019-01-01", "2019", undefined, "unknown"],
    ["2019-12-30", "2019", undefined, "unknown"],
    ["2019-12-31", "2019", undefined, "yes"],
    ["2022-12-31", undefined, "2023", "yes"],
    ["2023-01-01", undefined, "2023", "unknown"],
    ["2023-12-30", undefined, "2023", "unknown"],
    ["2023-12-31", undefined, "2023", "no"],
    ["2020-06-01", "2019", "2023", "yes"],
    ["2019-06-01", "2019", "2019-03", "no"],
    ["2019-02-01", "2019", "2019-03", "unknown"],
    ["2023-09-30", "2019/2023-09", undefined, "yes"],
    ["2023-09-29", "2019/2023-09", undefined, "unknown"],
    ["2023-09-29", undefined, undefined, "yes"],
  ])("%s from %s until %s: %s", (day, from, until, truth) => {
    expect(isWithin(day, { from, until })).toBe(truth);
  });

  it("throws where an end or the day is no date", () => {
    const error = expect.objectContaining({ code: "invalid-date" });
    expect(() => isWithin("2023-02-29", { from: "2019" })).toThrow(error);
    expect(() => isWithin("2023-02-28", { from: "2019-13" })).toThrow(error);
  });
});

describe("single ranges", () => {
  it.each([
    [{ from: "2023-09-01", until: "2023-08-31" }, true, 0],
    [{ from: "2023-09-01", until: "2023-09-01" }, true, 0],
    [{ from: "2023-09-01", until: "2023-09-02" }, false, 1],
    [{ from: "2023-09-01", until: "2024-09-01" }, false, 366],
    [{ from: "2023-09-01" }, false, undefined],
    [{ until: "2023-09-01" }, false, undefined],
    [{}, false, undefined],
  ])("%j is empty: %s, days: %s", (range, empty, days) => {
    expect(isEmptyRange(range)).toBe(empty);
    expect(rangeDays(range)).toBe(days);
  });
});

describe("two ranges", () => {
  it.each([
    [
      { from: "2023-09-01", until: "2023-09-10" },
      { from: "2023-09-09", until: "2023-09-20" },
      { from: "2023-09-09", until: "2023-09-10" },
    ],
    [{ from: "2023-09-01", until: "2023-09-10" }, { from: "2023-09-10", until: "2023-09-20" }, undefined],
    [{ from: "2023-09-01", until: "2023-09-10" }, { from: "2023-09-11" }, undefined],
    [{ from: "2023-09-05", until: "2023-09-05" }, {}, undefined],
    [{ from: "2023-09-05", until: "2023-09-05" }, { from: "2023-09-01", until: "2023-09-10" }, undefined],
    [{}, {}, {}],
    [{ until: "2023-09-10" }, { from: "2023-09-01" }, { from: "2023-09-01", until: "2023-09-10" }],
  ])("%j and %j share %j", (first: DateRange, second: DateRange, shared: DateRange | undefined) => {
    expect(intersectRanges(first, second)).toStrictEqual(shared);
    expect(intersectRanges(second, first)).toStrictEqual(shared);
    expect(rangesOverlap(first, second)).toBe(shared !== undefined);
  });
});

describe("mergeRanges and subtractRanges", () => {
  it("join what touches and keep what is a day apart", () => {
    expect(
      mergeRanges([
        { from: "2023-03-01", until: "2023-04-01" },
        { from: "2023-02-01", until: "2023-02-28" },
        { from: "2023-01-01", until: "2023-02-01" },
      ]),
    ).toEqual([
      { from: "2023-01-01", until: "2023-02-28" },
      { from: "2023-03-01", until: "2023-04-01" },
    ]);
  });

  it("give nothing for nothing, and everything less nothing is everything", () => {
    expect(mergeRanges([])).toEqual([]);
    expect(subtractRanges([{}], [])).toEqual([{}]);
    expect(subtractRanges([{}], [{}])).toEqual([]);
    expect(subtractRanges([{}], [{ from: "2023-09-01", until: "2023-09-02" }])).toEqual([{ until: "2023-09-01" }, { from: "2023-09-02" }]);
  });

  it("keep their input", () => {
    const ranges = [{ from: "2023-03-01" }, { from: "2023-01-01" }];
    mergeRanges(ranges);
    expect(ranges).toEqual([{ from: "2023-03-01" }, { from: "2023-01-01" }]);
  });

  it("hold the same days as their parts, day by day, apart and in order", () => {
    fc.assert(
      fc.property(anyRanges, anyRanges, (ranges, removed) => {
        const merged = mergeRanges(ranges);
        expect(daysOf(merged)).toEqual(daysOf(ranges));
        const without = new Set(daysOf(removed));
        const rest = subtractRanges(ranges, removed);
        expect(daysOf(rest)).toEqual(daysOf(ranges).filter((day) => !without.has(day)));
        for (const list of [merged, rest]) {
          expect(list.some(isEmptyRange)).toBe(false);
          list.slice(1).forEach((range, index) => {
            expect(addDays(list[index]?.until ?? "9999-12-30", 1) <= (range.from ?? "")).toBe(true);
          });
        }
      }),
    );
  });

  it("intersect as sets do", () => {
    fc.assert(
      fc.property(anyRange, anyRange, (first, second) => {
        const shared = intersectRanges(first, second);
        const inSecond = new Set(daysOf([second]));
        expect(shared === undefined ? [] : daysOf([shared])).toEqual(daysOf([first]).filter((day) => inSecond.has(day)));
      }),
    );
  });
});
