import { describe, expect, test } from "vitest";
import type { Bounds } from "../../src/policy/index.js";
import { between, exactly, findingOf, meaningless, verdictOf } from "./cases.js";

const count = (bounds: Bounds) => ({ kind: "count", count: { measure: "school-pupils" }, bounds }) as const;
const figures = { t: "45", u: "30" };

describe("a headcount within bounds", () => {
  test.each([
    // 以上 and 不低于 include the figure itself; 高于 and 低于 do not.
    ["atLeast", "44", "violated not-met"],
    ["atLeast", "45", "satisfied met"],
    ["atLeast", "46", "satisfied met"],
    ["atMost", "44", "satisfied met"],
    ["atMost", "45", "satisfied met"],
    ["atMost", "46", "violated not-met"],
    ["moreThan", "44", "violated not-met"],
    ["moreThan", "45", "violated not-met"],
    ["moreThan", "46", "satisfied met"],
    ["lessThan", "44", "satisfied met"],
    ["lessThan", "45", "violated not-met"],
    ["lessThan", "46", "violated not-met"],
  ] as const)("%s 45, with %s", (bound, value, expected) => {
    expect(verdictOf(count({ [bound]: "t" }), { facts: { "school-pupils": exactly(value) }, figures })).toBe(expected);
  });

  test.each([
    // Known only in part: settled as soon as every possible value agrees.
    [between("45", "60"), "atLeast", "satisfied met"],
    [between("44", "45"), "atLeast", "undetermined facts-missing"],
    [between("10", "44"), "atLeast", "violated not-met"],
    [between("45"), "atLeast", "satisfied met"],
    [between("44"), "atLeast", "undetermined facts-missing"],
    [between("10", "45"), "atMost", "satisfied met"],
    [between("45", "46"), "atMost", "undetermined facts-missing"],
    [between("46"), "atMost", "violated not-met"],
    [between("0"), "atMost", "undetermined facts-missing"],
    [between("45", "46"), "moreThan", "undetermined facts-missing"],
    [between("10", "45"), "moreThan", "violated not-met"],
    [between("44", "45"), "lessThan", "undetermined facts-missing"],
    [between("45"), "lessThan", "violated not-met"],
  ] as const)("%o %s 45", (fact, bound, expected) => {
    expect(verdictOf(count({ [bound]: "t" }), { facts: { "school-pupils": fact }, figures })).toBe(expected);
  });

  test("several limits stand together", () => {
    const corridor = count({ atLeast: "u", atMost: "t" });
    const verdicts = ["29", "30", "45", "46"].map((value) => verdictOf(corridor, { facts: { "school-pupils": exactly(value) }, figures }));
    expect(verdicts).toEqual(["violated not-met", "satisfied met", "satisfied met", "violated not-met"]);
  });

  test("a limit surely missed decides, whatever the figure still to be set", () => {
    const given = { facts: { "school-pupils": exactly("46") }, figures: { t: "45", u: undefined } };
    expect(verdictOf(count({ atLeast: "u", atMost: "t" }), given)).toBe("violated not-met");
  });

  test("no limit at all is met by nobody", () => {
    expect(verdictOf(count({}), { facts: { "school-pupils": exactly("46") }, figures })).toBe("undetermined threshold-missing");
  });

  test("no figure: undetermined, and the figure is what is missing", () => {
    const finding = findingOf(count({ atMost: "t" }), { facts: { "school-pupils": exactly("46") }, figures: { t: undefined } });
    expect(finding).toMatchObject({ verdict: "undetermined", code: "threshold-missing", missing: [{ kind: "threshold", parameter: "t" }] });
  });

  test("figure and facts missing: both are asked for", () => {
    const { missing } = findingOf(count({ atMost: "t" }), { facts: { "school-pupils": between("0") }, figures: { t: undefined } });
    expect(missing).toEqual([
      { kind: "threshold", parameter: "t" },
      { kind: "record", table: "headcounts" },
    ]);
  });

  test("a figure that is no number is no figure", () => {
    const given = { facts: { "school-pupils": exactly("46") }, figures: { t: "about 45" } };
    expect(verdictOf(count({ atMost: "t" }), given)).toBe("undetermined threshold-missing");
  });

  test("exact fractions are compared exactly: 1/3 reaches 1/3 and not 0.334", () => {
    const third = { "school-pupils": exactly("1/3") };
    expect(verdictOf(count({ atLeast: "t" }), { facts: third, figures: { t: "1/3" } })).toBe("satisfied met");
    expect(verdictOf(count({ atLeast: "t" }), { facts: third, figures: { t: "0.334" } })).toBe("violated not-met");
    expect(verdictOf(count({ atLeast: "t" }), { facts: third, figures: { t: "0.333" } })).toBe("satisfied met");
  });

  test("numbers beyond the safe integers are compared exactly", () => {
    const facts = { "school-pupils": exactly("9007199254740993") };
    expect(verdictOf(count({ atMost: "t" }), { facts, figures: { t: "9007199254740992" } })).toBe("violated not-met");
  });

  test("a measure without meaning for the subject: not applicable", () => {
    expect(verdictOf(count({ atMost: "t" }), { facts: { "school-pupils": meaningless }, figures })).toBe(
      "not-applicable condition-not-fulfilled",
    );
  });

  test("operands show the value and the limit", () => {
    const { operands } = findingOf(count({ atMost: "t" }), { facts: { "school-pupils": between("40", "50") }, figures });
    expect(operands.map(({ id, value }) => [id, value])).toEqual([
      ["value", { kind: "interval", low: "40", high: "50", unit: "pupils" }],
      ["at-most", { kind: "exact", value: "45", unit: "ratio" }],
    ]);
  });
});

describe("a range of squares", () => {
  const squared = { kind: "range", value: { measure: "difference-coefficient-squared" }, bounds: { atMost: "t" }, squared: true } as const;

  test.each([
    // The limit 0.50 stands against the square: 0.25.
    ["0.2499", "satisfied met"],
    ["0.25", "satisfied met"],
    ["0.2501", "violated not-met"],
    // 1/4 written as a quotient.
    ["2/8", "satisfied met"],
  ])("0.50 squared against %s", (value, expected) => {
    const facts = { "difference-coefficient-squared": exactly(value) };
    expect(verdictOf(squared, { facts, figures: { t: "0.50" } })).toBe(expected);
  });

  test("the finding shows the limit squared, beside the square it is held against", () => {
    const facts = { "difference-coefficient-squared": exactly("0.36") };
    const { operands } = findingOf(squared, { facts, figures: { t: "0.50" } });
    // 0.50 × 0.50 = 0.25
    expect(operands.map(({ id, value }) => [id, value.kind === "exact" && value.value])).toEqual([
      ["value", "0.36"],
      ["at-most", "0.25"],
    ]);
    expect(operands[1]?.label["zh-CN"]).toMatch(/的平方$/);
  });

  test("a root without end is judged without ever being taken: 0.5 < √(0.2501) by 0.0001 only", () => {
    // 0.51526… is the coefficient of national N4; its square 0.26549… is above 0.25.
    const facts = { "difference-coefficient-squared": exactly("0.265496") };
    expect(verdictOf(squared, { facts, figures: { t: "0.5" } })).toBe("violated not-met");
  });

  test("a limit of exactly 0 is one: only a square of 0 stays within it", () => {
    const judged = (value: string) =>
      verdictOf(squared, { facts: { "difference-coefficient-squared": exactly(value) }, figures: { t: "0" } });
    expect([judged("0"), judged("0.0001")]).toEqual(["satisfied met", "violated not-met"]);
  });

  test("a limit below 0 has no place against a square", () => {
    const facts = { "difference-coefficient-squared": exactly("0.1") };
    expect(verdictOf(squared, { facts, figures: { t: "-0.5" } })).toBe("undetermined threshold-missing");
  });
});
