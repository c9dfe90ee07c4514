import fc from "fast-check";
import { containsDay, type DatedValue, type DateRange, fromDayNumber, timelineProblems, valueInForce } from "school-groups/core";
import { describe, expect, it } from "vitest";

const quota: readonly DatedValue<string>[] = [
  { until: "2022-09-01", value: "0.1", basis: { kind: "caller" } },
  { from: "2022-09-01", until: "2024-09-01", value: "0.2", basis: { kind: "caller" } },
];

describe("valueInForce", () => {
  it.each([
    ["0001-01-01", "0.1"],
    ["2022-08-31", "0.1"],
    ["2022-09-01", "0.2"],
    ["2024-08-31", "0.2"],
    ["2024-09-01", undefined],
  ])("on %s: %s", (day, value) => {
    expect(valueInForce(quota, day)?.value).toBe(value);
  });

  it("has nothing to say of nothing", () => {
    expect(valueInForce([], "2023-09-01")).toBeUndefined();
  });
});

describe("timelineProblems", () => {
  it("finds none in values that follow each other", () => {
    expect(timelineProblems(quota)).toEqual([]);
    expect(timelineProblems([...quota].reverse())).toEqual([]);
    expect(timelineProblems([])).toEqual([]);
    expect(timelineProblems([{}])).toEqual([]);
  });

  it.each([
    ["2022-08-31", { kind: "overlap", first: 0, second: 1, range: { from: "2022-08-31", until: "2022-09-01" } }],
    ["2022-09-02", { kind: "gap", from: "2022-09-01", until: "2022-09-02" }],
  ])("finds a day too early or too late: %s", (from, problem) => {
    expect(timelineProblems([{ until: "2022-09-01" }, { from }])).toEqual([problem]);
  });

  it("names empty values, and an overlap with the value that lasts longest", () => {
    expect(
      timelineProblems([
        { from: "2023-01-01", until: "2023-02-01" },
        { from: "2022-01-01", until: "2024-01-01" },
        { from: "2023-06-01" },
        { from: "2020-01-01", until: "2020-01-01" },
      ]),
    ).toEqual([
      { kind: "empty", index: 3 },
      { kind: "overlap", first: 0, second: 1, range: { from: "2023-01-01", until: "2023-02-01" } },
      { kind: "overlap", first: 1, second: 2, range: { from: "2023-06-01", until: "2024-01-01" } },
    ]);
  });

  it("is silent exactly where every day between first and last has one value", () => {
    const bound = fc.integer({ min: 0, max: 12 });
    const entry = fc.tuple(bound, bound).map(([from, until]): DateRange => ({ from: fromDayNumber(from), until: fromDayNumber(until) }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
        const counts = Array.from({ length: 13 }, (_, day) => entries.filter((range) => containsDay(range, fromDayNumber(day))).length);
        const inner = counts.slice(counts.findIndex(Boolean), counts.length - [...counts].reverse().findIndex(Boolean));
        const kinds = new Set(timelineProblems(entries).map((problem) => problem.kind));
        expect(kinds.has("overlap")).toBe(counts.some((count) => count > 1));
        expect(kinds.has("gap")).toBe(counts.some(Boolean) && inner.some((count) => count === 0));
        expect(kinds.has("empty")).toBe(entries.some((range) => (range.until ?? "") <= (range.from ?? "")));
      }),
    );
  });
});
