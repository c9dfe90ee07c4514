import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addFractions, exact, toExactText } from "../../src/core/index.js";
import type { District } from "../../src/domain/index.js";
import type { IndicatorSystem } from "../../src/evaluation/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { zengdu } from "../../src/packs/cn-421303-zengdu.js";
import { type PolicyPack, type ResolvedPolicy, resolvePolicies } from "../../src/policy/index.js";
import {
  type Assessment,
  assessDistrict,
  CHANGE_ORDER,
  compareAssessments,
  compareReports,
  type ReportComparison,
  renderComparison,
} from "../../src/report/index.js";

const RULE = "zengdu.coverage.2024";
const asOf = "2024-12-31";

function joined(...packs: readonly PolicyPack[]): ResolvedPolicy {
  const policy = resolvePolicies(packs);
  if (!policy.ok) throw new Error(JSON.stringify(policy.issues));
  return policy.value;
}

const sixty: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "sixty",
  version: "1.0.0",
  label: { "zh-CN": "下调目标", en: "a lower target" },
  jurisdiction: { code: "421303", label: { "zh-CN": "曾都区", en: "Zengdu" } },
  sources: [],
  sets: [{ parameter: "zengdu.coverage.2024", values: [{ value: "0.6", basis: { kind: "caller" } }] }],
};

const published = JSON.parse(readFileSync(new URL("../../examples/districts/cn-421303-zengdu.json", import.meta.url), "utf8")) as District;

/** A made-up district without the published figures: `primary` schools, of which the first `covered` are in one group. */
function district(primary: number, covered: number, complete = true): District {
  const ids = Array.from({ length: primary }, (_, index) => `s${index}`);
  return {
    format: "school-groups.district.v1",
    code: "421303",
    name: "曾都区",
    schools: ids.map((id) => ({ id, name: `${id}小学`, stages: ["primary"], sector: "public" })),
    groups: [
      {
        id: "g",
        name: "甲集团",
        memberships: ids.slice(0, covered).map((school, index) => ({ school, role: index === 0 ? "lead" : "member" })),
        complete: true,
      },
    ],
    complete,
  };
}

function changed({ changes }: ReportComparison, figure: string, rule = RULE) {
  return changes.find((change) => change.figure === figure && change.rule === rule);
}

const policy = joined(zengdu);
const options = { policy, asOf };

describe("causes", () => {
  // 30 of 45 schools are in unions (Z1): 80 % of 45 is 36, 60 % of 45 is 27; 30 < 36, 30 ≥ 27.
  test("a threshold of 80 % set to 60 % reaches the published target: policy", () => {
    const lower = { policy: joined(zengdu, sixty), asOf };
    const compared = compareAssessments({ input: published, options }, { input: published, options: lower });
    const needed = changed(compared, "published-needed");
    expect(needed).toMatchObject({ before: { value: "36" }, after: { value: "27" }, difference: { low: "-9", high: "-9" } });
    expect(needed?.steps).toHaveLength(1);
    expect(needed?.steps[0]).toMatchObject({ causes: ["policy"], difference: { low: "-9", high: "-9" } });
    const reached = changed(compared, "published-reached");
    expect(reached).toMatchObject({ before: { value: "no" }, after: { value: "yes" }, steps: [{ causes: ["policy"] }] });
    expect(compared.differs).toEqual(["policy"]);
  });

  // 3 of 5 schools are 60 %, 4 of 5 are 80 %: one school that joins moves the share by 1/5.
  test("a school that joins the group: membership", () => {
    const compared = compareAssessments({ input: district(5, 3), options }, { input: district(5, 4), options });
    const share = changed(compared, "listed-share");
    expect(share).toMatchObject({ before: { value: "0.6" }, after: { value: "0.8" }, difference: { low: "0.2", high: "0.2" } });
    expect(share?.steps).toMatchObject([{ causes: ["membership"], from: { value: "0.6" }, to: { value: "0.8" } }]);
    expect(changed(compared, "listed-whole")).toBeUndefined();
    expect(compared.differs).toEqual(["membership"]);
  });

  // 3 of 4, then 3 of 5 because a school was forgotten: 3/5 − 3/4 = −3/20.
  test("a school added to the list without a group: data", () => {
    const compared = compareAssessments({ input: district(4, 3), options }, { input: district(5, 3), options });
    expect(changed(compared, "listed-share")).toMatchObject({ difference: { low: "-0.15" }, steps: [{ causes: ["data"] }] });
    expect(compared.differs).toEqual([]);
  });

  // 2/4 → (a new school joins and is listed with its membership) 3/5 → (two more schools are listed) 3/7.
  // 3/5 − 1/2 = 1/10; 3/7 − 3/5 = −6/35; together −1/14 = 7/70 − 12/70.
  test("two causes at once are taken apart, membership before data, and add up", () => {
    const later = district(7, 2);
    const memberships = ["s0", "s1", "s4"].map((school, index) => ({
      school,
      role: index === 0 ? ("lead" as const) : ("member" as const),
    }));
    const after = { ...later, groups: [{ id: "g", name: "甲集团", memberships, complete: true }] };
    const share = changed(compareAssessments({ input: district(4, 2), options }, { input: after, options }), "listed-share");
    expect(share?.difference?.low).toBe("-1/14");
    expect(share?.steps.map(({ causes, difference }) => [causes, difference?.low])).toEqual([
      [["membership"], "0.1"],
      [["data"], "-6/35"],
    ]);
  });

  test("a day on which another threshold counts is a cause of its own, before policy", () => {
    const early = { policy, asOf: "2024-12-30" };
    const due = changed(compareAssessments({ input: district(5, 3), options: early }, { input: district(5, 3), options }), "verdict");
    expect(due).toMatchObject({ before: { value: "not-applicable" }, steps: [{ causes: ["day"] }] });
  });

  // Scores run from 0 to `full` over 0…100, and the rate goes from 50 to 80: 50 × 1 = 50; then half the scale: 25; then 80 / 2 = 40.
  test("a score moves by the scale (policy) and by what was observed (data)", () => {
    const label = { "zh-CN": "开课率", en: "rate" };
    const scoring = (high: number) => ({ kind: "linear", from: 0, to: 100, low: 0, high, beyond: "clamp" }) as const;
    const assessed = (high: number, value: number): Assessment => {
      const system: IndicatorSystem = {
        format: "school-groups.indicator-system.v1",
        id: "own",
        label,
        items: [
          { id: "all", kind: "composite", label, mean: "arithmetic" },
          {
            id: "rate",
            parent: "all",
            kind: "leaf",
            label,
            weight: { value: 1, basis: { kind: "caller" } },
            unit: "percent",
            direction: "higher-is-better",
            source: { kind: "caller" },
            scoring: scoring(high),
            missing: { treatment: "refuse" },
          },
        ],
        rounding: { mode: "half-away-from-zero", places: 2 },
      };
      const observations = [{ indicator: "rate", subject: "s0", period: "2024", value }];
      return { input: district(2, 1), options: { ...options, inputs: { evaluation: { system, observations, period: "2024" } } } };
    };
    const [change] = compareAssessments(assessed(100, 50), assessed(50, 80)).changes;
    expect(change).toMatchObject({ figure: "own-score", subject: { id: "s0" }, difference: { low: "-10" } });
    expect(change?.steps.map(({ causes, difference }) => [causes, difference?.low])).toEqual([
      [["policy"], "-25"],
      [["data"], "15"],
    ]);
  });

  // A member from June of a school that, by the old file, opens in December: neither the membership nor the day can be taken alone.
  test("an unusable file between two usable ones leaves its causes together", () => {
    const opened = (day: string, from?: string): District => {
      const file = district(2, from === undefined ? 1 : 2);
      const memberships = file.groups[0]?.memberships?.map((one) => (one.school === "s1" ? { ...one, from } : one));
      const schools = file.schools.map((one) => (one.id === "s1" ? { ...one, opened: day } : one));
      return { ...file, schools, groups: file.groups.map((group) => ({ ...group, memberships })) };
    };
    const after = opened("2020-09-01", "2024-06-01");
    const compared = compareAssessments({ input: opened("2024-12-01"), options }, { input: after, options });
    expect(changed(compared, "listed-covered")).toMatchObject({ before: { value: "1" }, after: { value: "2" } });
    expect(changed(compared, "listed-covered")?.steps.map(({ causes }) => causes)).toEqual([["membership", "data"]]);
  });

  test("a file that cannot be read changes what can be said, and nothing is thrown", () => {
    const compared = compareAssessments({ input: null, options }, { input: district(2, 1), options });
    const usable = compared.changes.find(({ figure }) => figure === "usable");
    expect(usable).toMatchObject({ before: { value: "no" }, after: { value: "yes" }, steps: [{ causes: ["membership", "data"] }] });
  });

  test("what another version says of the same inputs is laid to the library", () => {
    const older = (...args: Parameters<typeof assessDistrict>) => {
      const report = assessDistrict(...args);
      if (report.validation.status !== "done") return report;
      return { ...report, validation: { ...report.validation, value: { ...report.validation.value, notices: 7 } } };
    };
    const same: Assessment = { input: district(2, 1), options };
    const [change, ...others] = compareAssessments(same, same, { assessBefore: older }).changes;
    expect(others).toEqual([]);
    expect(change).toMatchObject({ figure: "notices", before: { value: "7" }, steps: [{ causes: ["library"] }] });
    expect(compareAssessments(same, same).changes).toEqual([]);
  });

  test("parts add up and steps join, whatever changes", () => {
    const count = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(count, count, count, count, fc.boolean(), fc.boolean(), fc.boolean(), (p, c, q, d, whole, full, lower) => {
        const before = { input: district(Math.max(p, c), c, whole), options };
        const after = { input: district(Math.max(q, d), d, full), options: lower ? { policy: joined(zengdu, sixty), asOf } : options };
        for (const { before: first, after: last, difference, steps } of compareAssessments(before, after).changes) {
          expect(steps[0]?.from).toEqual(first);
          expect(steps.at(-1)?.to).toEqual(last);
          for (const [index, step] of steps.entries()) if (index > 0) expect(step.from).toEqual(steps[index - 1]?.to);
          if (difference === undefined) continue;
          const sum = steps.reduce((total, step) => addFractions(total, exact(step.difference?.low ?? "0")), exact("0"));
          expect(toExactText(sum)).toBe(difference.low);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("two reports", () => {
  const before = assessDistrict(district(5, 3), options);
  const after = assessDistrict(district(5, 4), options);

  test("changes are those of the assessments, without causes", () => {
    const bare = compareReports(before, after);
    const full = compareAssessments({ input: district(5, 3), options }, { input: district(5, 4), options });
    expect(bare.changes).toEqual(full.changes.map((change) => ({ ...change, steps: [] })));
    expect(bare.differs).toEqual(["membership"]);
    expect(bare.order).toEqual(CHANGE_ORDER);
  });

  test("a comparison survives being kept as JSON", () => {
    const compared = compareReports(before, after);
    expect(JSON.parse(JSON.stringify(compared))).toEqual(compared);
    const kept = JSON.parse(JSON.stringify(before)) as typeof before;
    expect(compareReports(kept, before).changes).toEqual([]);
  });
});

describe("text", () => {
  const compared = compareAssessments({ input: district(5, 3), options }, { input: district(5, 4), options });

  test("Chinese: the order is printed, each change has its cause", () => {
    const text = renderComparison(compared, { catalog: zhCN });
    expect(text.split("\n")[0]).toBe("曾都区两次评估对比");
    expect(text).toContain("变动原因按评估日期、政策、成员关系、数据、软件版本的次序逐项替换");
    expect(text).toContain("名单所载覆盖率：由60%变为80%（增加20个百分点）。原因：成员关系，增加20个百分点。");
  });

  test("English, in Markdown", () => {
    const text = renderComparison(compared, { catalog: en, as: "markdown" });
    expect(text).toContain("share, as listed: from 60% to 80% (up 20 percentage points); because of membership: up 20 percentage points.");
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  test("without causes the text says so", () => {
    const bare = compareReports(assessDistrict(district(5, 3), options), assessDistrict(district(5, 4), options));
    expect(renderComparison(bare, { catalog: zhCN })).toContain("仅凭两份报告不能区分变动原因。两份报告载明的差异：成员关系；");
  });
});

describe("a school that is no longer there", () => {
  const one = (pupils: readonly string[]) => ({
    format: "school-groups.district.v1",
    name: "某区",
    schools: pupils.map((id) => ({
      id,
      name: id,
      stages: ["primary"],
      headcounts: [{ on: "2023-09-01", stage: "primary", largestClass: 40 }],
    })),
    groups: [],
  });
  const policyOfCn = resolvePolicies([cn]);
  if (!policyOfCn.ok) throw new Error("the pack contradicts itself");
  const options = { policy: policyOfCn.value, asOf: "2023-12-31" };
  const compared = compareReports(assessDistrict(one(["a", "b"]), options), assessDistrict(one(["a"]), options));

  test("takes its verdicts with it, and no limit of the policy is said to have changed", () => {
    const ofB = compared.changes.filter(({ subject }) => subject?.id === "b");
    expect(ofB.some(({ figure }) => figure === "verdict")).toBe(true);
    expect(ofB.filter(({ labels }) => labels.some((label) => label["zh-CN"] === "小学班额上限"))).toEqual([]);
  });
});
