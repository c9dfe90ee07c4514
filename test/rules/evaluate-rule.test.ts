import { describe, expect, test } from "vitest";
import type { MeasureRef } from "../../src/policy/index.js";
import { evaluateRule, explainRule, type Finding, rollUp } from "../../src/rules/index.js";
import { atLeast, exactly, findingOf, meaningless, presence, queryOf, unknownWords, verdictOf, words, yesNo } from "./cases.js";

const there = { "governance-item": yesNo("yes") };

describe("whether a rule applies", () => {
  test.each([
    // In force on [from, until).
    ["2023-08-31", "not-applicable not-in-force"],
    ["2023-09-01", "satisfied met"],
    ["2024-08-31", "satisfied met"],
    ["2024-09-01", "not-applicable not-in-force"],
  ])("in force, on %s", (on, expected) => {
    expect(verdictOf({ ...presence, from: "2023-09-01", until: "2024-09-01" }, { facts: there, on })).toBe(expected);
  });

  test.each([
    ["2024-12-30", "not-applicable not-due"],
    ["2024-12-31", "satisfied met"],
    ["2025-01-01", "satisfied met"],
  ])("due at the end of 2024, on %s", (on, expected) => {
    expect(verdictOf({ ...presence, due: "2024-12-31" }, { facts: there, on })).toBe(expected);
  });

  test.each([
    ["320500", "320583", "satisfied met"],
    ["320500", "320500", "satisfied met"],
    ["320500", "320000", "not-applicable outside-jurisdiction"],
    ["320500", "320100", "not-applicable outside-jurisdiction"],
    ["000000", "610602", "satisfied met"],
  ])("jurisdiction %s, district %s", (jurisdiction, code, expected) => {
    expect(verdictOf(presence, { facts: there, jurisdiction, code })).toBe(expected);
  });

  const where = [{ fact: { measure: "reach" } as MeasureRef, oneOf: ["same-stage"] }];
  test.each([
    [words("same-stage"), "satisfied met"],
    [words("cross-stage"), "not-applicable condition-not-fulfilled"],
    [unknownWords, "undetermined condition-unknown"],
    [{ ...words("cross-stage"), open: true }, "undetermined condition-unknown"],
    [{ ...words("same-stage"), open: true }, "satisfied met"],
    [meaningless, "not-applicable condition-not-fulfilled"],
  ] as const)("a condition on %o", (reach, expected) => {
    expect(verdictOf({ ...presence, appliesTo: { subject: "group", where } }, { facts: { ...there, reach } })).toBe(expected);
  });

  test("of several conditions one that fails decides over one that is unknown", () => {
    const both = [...where, { fact: { measure: "form" } as MeasureRef, oneOf: ["loose"] }];
    const facts = { ...there, reach: unknownWords, form: words("tight") };
    expect(verdictOf({ ...presence, appliesTo: { subject: "group", where: both } }, { facts })).toBe(
      "not-applicable condition-not-fulfilled",
    );
  });

  test("'or': one of several is enough, and nothing is known while none holds and one may", () => {
    const anyOf = [...where, { fact: { measure: "form" } as MeasureRef, oneOf: ["loose"] }];
    const rule = { ...presence, appliesTo: { subject: "group", where: [{ anyOf }] } } as const;
    const judged = (reach: typeof unknownWords, form: typeof unknownWords) => verdictOf(rule, { facts: { ...there, reach, form } });
    expect(judged(words("same-stage"), unknownWords)).toBe("satisfied met");
    expect(judged(words("cross-stage"), unknownWords)).toBe("undetermined condition-unknown");
    expect(judged(words("cross-stage"), words("tight"))).toBe("not-applicable condition-not-fulfilled");
  });

  test("an unknown condition asks for what would tell it", () => {
    const finding = findingOf({ ...presence, appliesTo: { subject: "group", where } }, { facts: { ...there, reach: unknownWords } });
    expect(finding.missing).toEqual([{ kind: "field", table: "schools", column: "stages" }]);
  });

  test("a condition nobody measures: not evaluated", () => {
    expect(verdictOf({ ...presence, appliesTo: { subject: "group", where } }, { facts: there })).toBe("undetermined not-evaluated");
  });

  test.each([
    ["yes", "satisfied met"],
    ["no", "not-applicable no-subject"],
    ["unknown", "undetermined condition-unknown"],
  ] as const)("a subject that is there on the day: %s", (value, expected) => {
    const standing = {
      label: { "zh-CN": "存续", en: "exists" },
      value,
      missing: [{ kind: "field", table: "groups", column: "announced" } as const],
    };
    expect(verdictOf(presence, { facts: there, standing })).toBe(expected);
  });

  test("a day that is none is the programmer's slip", () => {
    expect(() => verdictOf(presence, { facts: there, on: "2023-02-30" })).toThrowError(expect.objectContaining({ code: "invalid-date" }));
  });
});

describe("framework kinds judge what the ledger hands over", () => {
  const share = { t: "0.9", before: "0", after: "3" };

  test.each([
    ["0.89", "violated not-met"],
    ["0.9", "satisfied met"],
    ["0.91", "satisfied met"],
  ])("synchrony, uniformity and adoption of %s against 0.9", (value, expected) => {
    const synchrony = { kind: "synchrony", phase: "arrange", toleranceBefore: "before", toleranceAfter: "after", bounds: atLeast } as const;
    const uniformity = { kind: "uniformity", reference: "timetable", bounds: atLeast } as const;
    const adoption = { kind: "adoption", practice: "facilities", level: "full", bounds: atLeast } as const;
    const facts = { "synchrony/arrange": exactly(value), "uniformity/timetable": exactly(value), "adoption/facilities": exactly(value) };
    const verdicts = [synchrony, uniformity, adoption].map((rule) => verdictOf(rule, { facts, figures: share }));
    expect(verdicts).toEqual([expected, expected, expected]);
  });

  test("the tolerances in force travel with the measure", () => {
    const asked: MeasureRef[] = [];
    const rule = { kind: "synchrony", phase: "arrange", toleranceBefore: "before", toleranceAfter: "after", bounds: atLeast } as const;
    const query = queryOf(rule, { figures: share });
    const facts = (ref: MeasureRef) => {
      asked.push(ref);
      return exactly("1");
    };
    evaluateRule({ ...query, facts });
    expect(asked).toEqual([{ measure: "synchrony", of: "arrange", where: { "tolerance-before": "0", "tolerance-after": "3" } }]);
  });

  test("without a tolerance nothing can be in step or out of it, whatever is handed over", () => {
    const rule = { kind: "synchrony", phase: "arrange", toleranceAfter: "after", bounds: atLeast } as const;
    const finding = findingOf(rule, { facts: { "synchrony/arrange": exactly("1") }, figures: { t: "0.9", after: undefined } });
    expect(finding).toMatchObject({
      verdict: "undetermined",
      code: "threshold-missing",
      missing: [{ kind: "threshold", parameter: "after" }],
    });
  });

  test.each([
    ["1", "violated not-met"],
    ["2", "satisfied met"],
    ["3", "satisfied met"],
  ])("an activity whose least period has %s, twice asked", (value, expected) => {
    const rule = { kind: "activity", activity: "supervision", per: "calendar-year", of: "group", unit: "times", atLeast: "t" } as const;
    expect(verdictOf(rule, { facts: { "activity/supervision": exactly(value) }, figures: { t: "2" } })).toBe(expected);
  });
});

describe("the roll-up", () => {
  const finding = (verdict: Finding["verdict"], change: Partial<Finding> = {}) =>
    ({ verdict, modality: "must", force: "binding", code: "met", ...change }) as const;

  test("any violated, else any undetermined, else any satisfied, else not applicable", () => {
    const [yes, no, na, open] = [finding("satisfied"), finding("violated"), finding("not-applicable"), finding("undetermined")];
    const verdicts = [[yes, no, na, open], [yes, na, open], [yes, na], [na], []].map((list) => rollUp(list).verdict);
    expect(verdicts).toEqual(["violated", "undetermined", "satisfied", "not-applicable", "not-applicable"]);
  });

  test.each(["must", "must-not", "should"] as const)("%s of binding, guiding and trial texts counts", (modality) => {
    for (const force of ["binding", "guidance", "trial"] as const)
      expect(rollUp([finding("violated", { modality, force })]).verdict).toBe("violated");
    for (const force of ["draft", "plan", "reported-practice"] as const) {
      expect(rollUp([finding("violated", { modality, force })])).toMatchObject({ verdict: "not-applicable", beside: { violated: 1 } });
    }
  });

  test.each(["encouraged", "may"] as const)("%s stands beside", (modality) => {
    expect(rollUp([finding("violated", { modality }), finding("satisfied")])).toMatchObject({
      verdict: "satisfied",
      counted: { satisfied: 1, violated: 0 },
      beside: { violated: 1 },
    });
  });

  test("what nobody measured has no say", () => {
    expect(rollUp([finding("undetermined", { code: "not-evaluated" }), finding("satisfied")])).toMatchObject({
      verdict: "satisfied",
      notEvaluated: 1,
    });
  });
});

describe("the words of a verdict", () => {
  test("a plan is reached or not, a norm is met or not", () => {
    const said = (force: "plan" | "guidance") => {
      const { explanation } = explainRule(queryOf(presence, { facts: { "governance-item": yesNo("no") }, force }));
      return explanation.kind === "operation" ? explanation.value : undefined;
    };
    expect(said("guidance")).toEqual({ kind: "term", value: { "zh-CN": "不符合", en: "violated" } });
    expect(said("plan")).toEqual({ kind: "term", value: { "zh-CN": "未达到", en: "not reached" } });
  });

  test("the finding is the same with a trace and without", () => {
    const query = queryOf(presence, { facts: { "governance-item": yesNo("unknown") } });
    expect(explainRule(query).finding).toEqual(evaluateRule(query));
  });
});
