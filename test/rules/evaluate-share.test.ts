import { describe, expect, test } from "vitest";
import { atLeast, between, exactly, findingOf, unknownWords, verdictOf } from "./cases.js";

describe("a share", () => {
  const share = {
    kind: "share",
    part: { measure: "exchanged-teachers" },
    whole: { measure: "eligible-teachers" },
    bounds: atLeast,
  } as const;
  const judged = (part: ReturnType<typeof exactly>, whole: ReturnType<typeof exactly>, t: string | undefined = "0.2") =>
    verdictOf(share, { facts: { "exchanged-teachers": part, "eligible-teachers": whole }, figures: { t } });

  test.each([
    // 20 % of 35 is 7.
    ["6", "35", "violated not-met"],
    ["7", "35", "satisfied met"],
    ["8", "35", "satisfied met"],
    // Of 36 the quota is 7.2: 7 do not reach it.
    ["7", "36", "violated not-met"],
    ["0", "35", "violated not-met"],
  ])("%s of %s against 20 %", (part, whole, expected) => {
    expect(judged(exactly(part), exactly(whole))).toBe(expected);
  });

  test.each([
    // [6, 8] of 35 is 17.1 % to 22.9 %.
    [between("6", "8"), exactly("35"), "undetermined facts-missing"],
    [between("7", "8"), exactly("35"), "satisfied met"],
    [between("2", "6"), exactly("35"), "violated not-met"],
    // 7 of [30, 35] is 20 % to 23.3 %; of [30, 36] 19.4 % to 23.3 %.
    [exactly("7"), between("30", "35"), "satisfied met"],
    [exactly("7"), between("30", "36"), "undetermined facts-missing"],
    [exactly("7"), between("36", "40"), "violated not-met"],
    // Without a known denominator a share is undetermined.
    [exactly("7"), between("7"), "undetermined facts-missing"],
    [exactly("0"), between("0"), "undetermined facts-missing"],
  ] as const)("%o of %o", (part, whole, expected) => {
    expect(judged(part, whole)).toBe(expected);
  });

  test("of nothing there is no share: not applicable", () => {
    expect(judged(exactly("0"), exactly("0"))).toBe("not-applicable no-subject");
    expect(judged(exactly("0"), between("0", "5"))).toBe("undetermined facts-missing");
  });

  test("a part that is certainly more than its whole is counted over others, and settles nothing", () => {
    expect(judged(exactly("35"), exactly("35"))).toBe("satisfied met");
    expect(judged(exactly("36"), exactly("35"))).toBe("undetermined part-exceeds-whole");
    expect(judged(between("36", "40"), between("30", "35"))).toBe("undetermined part-exceeds-whole");
    // It may be 35 of 35.
    expect(judged(between("35", "40"), between("30", "35"))).toBe("satisfied met");
    const facts = { "exchanged-teachers": exactly("36"), "eligible-teachers": exactly("35") };
    const finding = findingOf(share, { facts, figures: { t: "0.2" } });
    expect(finding.missing).toMatchObject([{ kind: "base", rule: "r" }]);
    expect(finding.operands.find(({ id }) => id === "value")?.value).toEqual({ kind: "unknown" });
  });

  test("no figure", () => {
    const facts = { "exchanged-teachers": exactly("7"), "eligible-teachers": exactly("35") };
    expect(verdictOf(share, { facts, figures: { t: undefined } })).toBe("undetermined threshold-missing");
  });

  test("what the source leaves open of its base is printed and not judged", () => {
    const unclear = { "zh-CN": "比例的基数未载明", en: "the base is not stated" };
    const facts = { "exchanged-teachers": exactly("7"), "eligible-teachers": exactly("35") };
    const finding = findingOf({ ...share, unclear }, { facts, figures: { t: "0.2" } });
    expect(finding).toMatchObject({ verdict: "undetermined", code: "base-unclear", missing: [{ kind: "base", rule: "r" }] });
    expect(finding.operands.find(({ id }) => id === "value")?.value).toEqual({ kind: "exact", value: "0.2", unit: "ratio" });
  });
});

describe("a coverage", () => {
  const coverage = { kind: "coverage", population: { sector: "public" }, covered: { by: "membership" }, bounds: atLeast } as const;
  const judged = (covered: ReturnType<typeof exactly>, uncovered: ReturnType<typeof exactly>, whole: ReturnType<typeof exactly>) =>
    verdictOf(coverage, { facts: { "covered-schools": covered, "uncovered-schools": uncovered, schools: whole }, figures: { t: "0.8" } });

  test.each([
    // 80 % of 45 is 36.
    ["35", "10", "violated not-met"],
    ["36", "9", "satisfied met"],
    ["37", "8", "satisfied met"],
  ])("%s in, %s out", (covered, uncovered, expected) => {
    expect(judged(exactly(covered), exactly(uncovered), exactly("45"))).toBe(expected);
  });

  test("a doubtful school counts once against and once in favour: 35 + 1 of 45", () => {
    // 35/45 = 77.8 % if it is not covered, 36/45 = 80 % if it is.
    expect(judged(between("35", "36"), between("9", "10"), exactly("45"))).toBe("undetermined facts-missing");
    // 36 in, 8 out, one unknown: 36/45 at least.
    expect(judged(between("36", "37"), between("8", "9"), exactly("45"))).toBe("satisfied met");
  });

  test("a school that is covered and may not be of the population cannot lower the share: 8 of 10, and possibly one more covered", () => {
    // 8/10 = 80 % without it, 9/11 with it; part ÷ whole taken apart would say 8/11.
    expect(judged(between("8", "9"), exactly("2"), between("10", "11"))).toBe("satisfied met");
  });

  test("nothing is said of a share with an unknown rest, or with less than nothing in it", () => {
    const unread = exactly("several");
    // -1 of -1 + 5 would be -25 %, and 5 of 5 - 1 would be 125 %: both are slips, not shares.
    expect(judged(exactly("-1"), exactly("5"), exactly("45"))).toBe("undetermined facts-missing");
    expect(judged(exactly("5"), exactly("-1"), exactly("45"))).toBe("undetermined facts-missing");
    expect(judged(exactly("36"), unread, exactly("45"))).toBe("undetermined facts-missing");
    expect(judged(unread, exactly("9"), exactly("45"))).toBe("undetermined facts-missing");
  });

  test("an incomplete list gives a lower bound and no share", () => {
    const finding = findingOf(coverage, {
      facts: { "covered-schools": between("23"), "uncovered-schools": between("0"), schools: between("23") },
      figures: { t: "0.8" },
    });
    expect(finding.verdict).toBe("undetermined");
    expect(finding.operands.map(({ id, value }) => [id, value])).toEqual([
      ["part", { kind: "interval", low: "23", unit: "pupils" }],
      ["whole", { kind: "interval", low: "23", unit: "pupils" }],
      ["value", { kind: "interval", low: "0", high: "1", unit: "ratio" }],
      ["at-least", { kind: "exact", value: "0.8", unit: "ratio" }],
    ]);
  });

  test("nobody in the population: not applicable", () => {
    expect(judged(exactly("0"), exactly("0"), exactly("0"))).toBe("not-applicable no-subject");
  });
});

describe("a rule of which it is open whether it applies, to a share of nothing", () => {
  // 苏州 S4 speaks of same-stage groups; of a group whose reach nobody states, with no eligible teacher, it says nothing either way.
  const rule = {
    kind: "share",
    part: { measure: "exchanged-teachers" },
    whole: { measure: "eligible-teachers" },
    bounds: atLeast,
    appliesTo: { subject: "group", where: [{ fact: { measure: "reach" }, oneOf: ["same-stage"] }] },
  } as const;
  const judged = (whole: string) =>
    verdictOf(rule, {
      facts: { reach: unknownWords, "exchanged-teachers": exactly("0"), "eligible-teachers": exactly(whole) },
      figures: { t: "0.2" },
    });

  test("there is nobody it speaks to, and the reason says so", () => {
    expect(judged("0")).toBe("not-applicable no-subject");
    expect(judged("10")).toBe("undetermined condition-unknown");
  });
});

describe("at least so many of several (national N2: 6 of 7, the rest at 85 % or more)", () => {
  const items = ["a", "b", "c"].map((id) => ({
    id,
    label: { "zh-CN": id, en: id },
    value: { measure: "resource-indicator", of: id } as const,
    threshold: `t-${id}`,
  }));
  const rule = { kind: "at-least-of", items, atLeast: "n", restAtLeast: "rest" } as const;
  const figures = { "t-a": "10", "t-b": "10", "t-c": "10", n: "2", rest: "0.85" };
  const judged = (a: string | [string, string], b: string, c: string, given: Record<string, string | undefined> = figures) => {
    const first = typeof a === "string" ? exactly(a) : between(...a);
    const facts = { "resource-indicator/a": first, "resource-indicator/b": exactly(b), "resource-indicator/c": exactly(c) };
    return verdictOf(rule, { facts, figures: given });
  };

  test("what is below the floor is named with its value and the floor's figure: 85 % of 10 is 8.5", () => {
    const facts = { "resource-indicator/a": exactly("10"), "resource-indicator/b": exactly("10"), "resource-indicator/c": exactly("8.49") };
    const { operands } = findingOf(rule, { facts, figures });
    const exact = (id: string) => {
      const value = operands.find((operand) => operand.id === id)?.value;
      return value?.kind === "exact" ? value.value : value?.kind;
    };
    expect([exact("short-3"), exact("short-limit-3"), exact("short-1"), exact("short-2")]).toEqual(["8.49", "8.5", undefined, undefined]);
    expect(operands.find(({ id }) => id === "value")?.value).toEqual({ kind: "exact", value: "2", unit: "items" });
  });

  test.each([
    // 2 of 3 at 10, the third at 8.5 or more.
    ["10", "10", "10", "satisfied met"],
    ["10", "10", "8.5", "satisfied met"],
    ["10", "10", "8.49", "violated not-met"],
    ["10", "9.99", "8.5", "violated not-met"],
    ["9.99", "9.99", "9.99", "violated not-met"],
  ])("%s, %s, %s", (a, b, c, expected) => {
    expect(judged(a, b, c)).toBe(expected);
  });

  test("an indicator known in part", () => {
    expect(judged(["9", "11"], "10", "10")).toBe("satisfied met");
    expect(judged(["9", "11"], "10", "9")).toBe("undetermined facts-missing");
    expect(judged(["8", "11"], "10", "10")).toBe("undetermined facts-missing");
    expect(judged(["7", "8"], "10", "10")).toBe("violated not-met");
  });

  test("a figure missing", () => {
    expect(judged("10", "10", "10", { ...figures, n: undefined })).toBe("undetermined threshold-missing");
    expect(judged("10", "10", "8", { ...figures, n: undefined })).toBe("violated not-met");
    expect(judged("10", "10", "10", { ...figures, "t-c": undefined })).toBe("undetermined threshold-missing");
  });
});
