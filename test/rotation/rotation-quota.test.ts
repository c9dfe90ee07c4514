import fc from "fast-check";
import { cn } from "school-groups/packs/cn";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";
import { type ResolvedRule, resolvePolicies } from "school-groups/policy";
import { type RotationQuotaOptions, rotationQuota } from "school-groups/rotation";
import type { Fact } from "school-groups/rules";
import { describe, expect, test } from "vitest";

const resolved = resolvePolicies([cn, suzhou]);
if (!resolved.ok) throw new Error("the packs contradict each other");
const policy = resolved.value;
const label = { "zh-CN": "条件", en: "condition" };
const options = (rule: string, facts: Fact | undefined, more: Partial<RotationQuotaOptions> = {}): RotationQuotaOptions => {
  const found = policy.rules.find(({ id }) => id === rule);
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return { rule: found, policy, on: "2024-09-01", facts: () => facts, ...more };
};
const SAME: Fact = { kind: "tokens", label, values: ["same-stage"] };

describe("Suzhou's 20 % of the eligible", () => {
  const ask = (eligible: Parameters<typeof rotationQuota>[0], facts: Fact | undefined = SAME) =>
    rotationQuota(eligible, options("suzhou.rotation.exchanged-share", facts));

  test.each([
    [0, 0],
    [1, 1],
    [4, 1],
    [5, 1],
    [6, 2],
    [34, 7], // 6.8
    [35, 7], // exactly 7, not 8
    [36, 8], // 7.2
    [100, 20],
  ])("of %i: %i", (eligible, required) => expect(ask(eligible).required).toEqual({ low: required, high: required }));

  test("the denominator is always said, and an interval stays one", () => {
    expect(ask({ low: 35, high: 36 })).toMatchObject({
      standing: "owed",
      required: { low: 7, high: 8 },
      denominator: { measure: "eligible-teachers", label: { "zh-CN": "符合交流条件教师数" }, count: { low: 35, high: 36 } },
      figure: { value: "0.2", basis: { kind: "policy" } },
    });
    expect(ask({ low: 35 }).required).toEqual({ low: 7, high: undefined });
  });

  test("a cross-stage group owes no figure; one whose reach is unknown may", () => {
    expect(ask(35, { kind: "tokens", label, values: ["cross-stage"] })).toMatchObject({ standing: "not-owed" });
    expect(ask(35, { kind: "tokens", label, values: ["cross-stage"] }).required).toBeUndefined();
    expect(rotationQuota(35, options("suzhou.rotation.exchanged-share", undefined))).toMatchObject({
      standing: "undetermined",
      code: "condition-unknown",
    });
  });

  test("the way: 20 % × 35 = 7, rounded up", () => {
    expect(ask(36).explanation).toMatchObject({
      operator: "ceiling",
      value: { value: "8" },
      operands: [{ operator: "product", value: { value: "7.2" }, operands: [{ value: { value: "0.2" } }, { value: { value: "36" } }] }],
    });
  });

  test("before the rule is in force nothing is owed", () => {
    const before = rotationQuota(35, options("suzhou.rotation.exchanged-share", SAME, { on: "2024-03-25" }));
    expect(before).toMatchObject({ standing: "not-owed", code: "not-in-force" });
  });
});

describe("other denominators and counts", () => {
  test("backbone teachers are taken of the exchanged", () => {
    const rule = "suzhou.rotation.backbone-share";
    expect(rotationQuota(100, options(rule, SAME, { exchanged: 11 }))).toMatchObject({
      required: { low: 3, high: 3 },
      denominator: { measure: "exchanged-teachers", count: { low: 11, high: 11 } },
    });
    expect(rotationQuota(100, options(rule, SAME))).toMatchObject({ standing: "undetermined", denominator: undefined });
  });

  test("the national 10 % asks for the designations first", () => {
    const rule = "cn.rotation.exchanged-share";
    expect(rotationQuota(101, options(rule, { kind: "truth", label, value: "yes" })).required).toEqual({ low: 11, high: 11 });
    expect(rotationQuota(101, options(rule, { kind: "truth", label, value: "no" })).standing).toBe("not-owed");
    expect(rotationQuota(101, options(rule, undefined))).toMatchObject({
      standing: "undetermined",
      missing: [
        { kind: "designation", designation: "town" },
        { kind: "designation", designation: "quality" },
      ],
    });
  });

  test("a rule that counts heads gives its figure; a figure that no source gives is missing", () => {
    const rule: ResolvedRule = {
      id: "own.five",
      kind: "count",
      count: { measure: "exchanged-teachers" },
      bounds: { atLeast: "own.least" },
      label,
      topic: "rotation",
      citations: [{ source: "own" }],
      modality: "must",
      force: "guidance",
      appliesTo: { subject: "group" },
      pack: "own",
    };
    const parameter = { id: "own.least", label, unit: "people", pack: "own" } as const;
    const five = { packs: [], parameters: [{ ...parameter, values: [{ value: "5", basis: { kind: "caller" } }] }] } as const;
    expect(rotationQuota(3, { rule, policy: five, on: "2024-09-01" })).toMatchObject({
      required: { low: 5, high: 5 },
      denominator: undefined,
    });
    const open = { packs: [], parameters: [{ ...parameter, values: [] }] };
    expect(rotationQuota(3, { rule, policy: open, on: "2024-09-01" })).toMatchObject({
      standing: "undetermined",
      missing: [{ kind: "threshold", parameter: "own.least" }],
    });
  });

  test("a rule without a least figure, and a count that is none, are the caller's error", () => {
    const presence = policy.rules.find(({ kind }) => kind === "presence");
    if (presence === undefined) throw new Error("no such rule");
    expect(() => rotationQuota(1, { rule: presence, policy, on: "2024-09-01" })).toThrow("quota");
    expect(() => rotationQuota(-1, options("suzhou.rotation.exchanged-share", SAME))).toThrow("safe integer");
  });

  test("one more eligible teacher never lowers what is required, and what is required reaches the share with nobody to spare", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (eligible) => {
        const required = (count: number) => rotationQuota(count, options("suzhou.rotation.exchanged-share", SAME)).required?.low ?? -1;
        const found = required(eligible);
        expect(required(eligible + 1)).toBeGreaterThanOrEqual(found);
        expect(found * 5).toBeGreaterThanOrEqual(eligible);
        expect((found - 1) * 5).toBeLessThan(Math.max(eligible, 1));
      }),
    );
  });
});
