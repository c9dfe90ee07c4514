import fc from "fast-check";
import { addDays, fromDayNumber, isBefore, isOnOrBefore, isPartialDate, parsePartialDate, resolvePartialDate } from "school-groups/core";
import { describe, expect, it } from "vitest";

describe("resolvePartialDate", () => {
  it.each([
    ["2023-09-01", "2023-09-01", "2023-09-01"],
    ["2023-09", "2023-09-01", "2023-09-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2023-02", "2023-02-01", "2023-02-28"],
    ["2019", "2019-01-01", "2019-12-31"],
    ["0001", "0001-01-01", "0001-12-31"],
    ["2019/2023-09", "2019-01-01", "2023-09-30"],
    ["2023-09-02/2023-09-02", "2023-09-02", "2023-09-02"],
    ["2023-09/2023", "2023-09-01", "2023-12-31"],
    ["2019/2019", "2019-01-01", "2019-12-31"],
  ])("%s lies between %s and %s", (text, earliest, latest) => {
    expect(resolvePartialDate(text)).toEqual({ earliest, latest });
    expect(isPartialDate(text)).toBe(true);
  });

  it.each([
    "",
    "19",
    "0000",
    "2023-13",
    "2023-00",
    "2023-9",
    "2023-02-29",
    "2023/2019",
    "2023-09-02/2023-09-01",
    "2019/",
    "/2019",
    "2019/2020/2021",
    "2019 ",
    "-019",
    "２０１９",
    "2019-01-",
    "9".repeat(2_000_000),
  ])("refuses %.30j", (text) => {
    expect(isPartialDate(text)).toBe(false);
    expect(parsePartialDate(text)).toBeUndefined();
    expect(() => resolvePartialDate(text)).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });

  it.each([null, undefined, 2019, {}, ["2019"]])("refuses what is no text (%#)", (value) => {
    expect(isPartialDate(value)).toBe(false);
    expect(() => resolvePartialDate(value as string)).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });
});

describe("isBefore and isOnOrBefore", () => {
  it.each([
    ["2023-08-31", "2023-09-01", "yes", "yes"],
    ["2023-09-01", "2023-09-01", "no", "yes"],
    ["2023-09-02", "2023-09-01", "no", "no"],
    ["2023-08", "2023-09-01", "yes", "yes"],
    ["2023-08", "2023-08-31", "unknown", "yes"],
    ["2023-08", "2023-08-30", "unknown", "unknown"],
    ["2023-08", "2023-08-01", "no", "unknown"],
    ["2023-08", "2023-07-31", "no", "no"],
    ["2022", "2023", "yes", "yes"],
    ["2023", "2023", "unknown", "unknown"],
    ["2024", "2023", "no", "no"],
    ["2019/2023-09", "2023-10", "yes", "yes"],
    ["2019/2023-09", "2023-09", "unknown", "unknown"],
  ])("%s before %s: %s, on or before: %s", (left, right, before, onOrBefore) => {
    expect(isBefore(left, right)).toBe(before);
    expect(isOnOrBefore(left, right)).toBe(onOrBefore);
  });

  it("say of spans what holds of every pair of days in them", () => {
    const day = fc.integer({ min: 19_000, max: 19_010 }).map(fromDayNumber);
    const span = fc.tuple(day, fc.integer({ min: 0, max: 5 })).map(([from, length]) => ({ from, length }));
    fc.assert(
      fc.property(span, span, (left, right) => {
        const days = (part: typeof left) => Array.from({ length: part.length + 1 }, (_, index) => addDays(part.from, index));
        const text = (part: typeof left) => `${part.from}/${addDays(part.from, part.length)}`;
        const pairs = days(left).flatMap((a) => days(right).map((b) => [a, b] as const));
        const truth = (holds: readonly boolean[]) => (holds.every(Boolean) ? "yes" : holds.some(Boolean) ? "unknown" : "no");
        expect(isBefore(text(left), text(right))).toBe(truth(pairs.map(([a, b]) => a < b)));
        expect(isOnOrBefore(text(left), text(right))).toBe(truth(pairs.map(([a, b]) => a <= b)));
      }),
    );
  });
});
