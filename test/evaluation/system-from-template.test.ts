import {
  ahpWeights,
  checkLeafSources,
  checkSystem,
  entropyWeights,
  evaluate,
  explainScore,
  type LeafItem,
  systemFromTemplate,
  withWeights,
} from "school-groups/evaluation";
import { explain } from "school-groups/messages";
import { zhCN } from "school-groups/messages/zh-CN";
import { cn } from "school-groups/packs/cn";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";
import { suzhouTemplate } from "school-groups/packs/cn-320500-suzhou-template";
import { zengdu } from "school-groups/packs/cn-421303-zengdu";
import { zengduTemplate } from "school-groups/packs/cn-421303-zengdu-template";
import { baota } from "school-groups/packs/cn-610602-baota";
import { baotaTemplate } from "school-groups/packs/cn-610602-baota-template";
import { xining } from "school-groups/packs/cn-630100-xining";
import { xiningTemplate } from "school-groups/packs/cn-630100-xining-template";
import { resolvePolicies } from "school-groups/policy";
import { describe, expect, test } from "vitest";

const plain = { missing: { treatment: "refuse" }, rounding: { mode: "half-away-from-zero", places: 2 } } as const;
const caller = { kind: "caller" } as const;
const leavesOf = ({ items }: { readonly items: readonly { readonly kind: string }[] }) =>
  items.filter((item): item is LeafItem => item.kind === "leaf");
const leafOf = (system: Parameters<typeof leavesOf>[0], id: string) => leavesOf(system).find((leaf) => leaf.id === id);

const SCHEMES = [
  ["baota.six-degrees", baotaTemplate, baota],
  ["suzhou.process", suzhouTemplate, suzhou],
  ["suzhou.value-added", suzhouTemplate, suzhou],
  ["zengdu.five-dimensions", zengduTemplate, zengdu],
  ["xining.monthly", xiningTemplate, xining],
] as const;

describe("a system is started from a template", () => {
  test.each(SCHEMES)("%s: its dimensions and leaves, basis library, no weights, equal JSON", (scheme, template, pack) => {
    const { system } = systemFromTemplate(template, { ...plain, scheme, pack });
    const tables = template.tables.filter((table) => table.scheme === scheme);
    const root = system.items[0];
    expect(root).toMatchObject({ id: scheme, kind: "composite" });
    const dimensions = system.items.filter((item) => item.kind === "composite" && item.parent === scheme);
    expect(dimensions.map(({ id, label }) => [id, label])).toEqual(tables.map(({ dimension, label }) => [dimension, label]));
    expect(dimensions.every(({ citations }) => citations !== undefined)).toBe(true);
    expect(leavesOf(system).map(({ id }) => id)).toEqual(
      tables.flatMap(({ dimension, leaves }) => leaves.map(({ id }) => `${dimension}/${id}`)),
    );
    expect(leavesOf(system).every(({ basis, weight }) => basis?.kind === "library" && weight === undefined)).toBe(true);
    expect(JSON.parse(JSON.stringify(system))).toEqual(system);
    // Weights that nobody gave are an issue for every composite, and nothing else is wrong.
    const codes = checkSystem(system).map(({ code }) => code);
    expect(codes).toEqual(Array(1 + dimensions.length).fill("weights-missing"));
    const equal = withWeights(system, "equal");
    expect(checkSystem(equal)).toEqual([]);
  });

  test("a missing weight is an issue that names the leaves, until it is given", () => {
    const { system } = systemFromTemplate(baotaTemplate, { ...plain, pack: baota });
    expect(checkSystem(system).find(({ path }) => path[1] !== 0)?.params).toEqual({
      parent: "planning-culture",
      items: "planning-culture/implementation、planning-culture/rule-set、planning-culture/culture",
    });
    const weights = [
      { indicator: "planning-culture/implementation", weight: "0.5" },
      { indicator: "planning-culture/rule-set", weight: "0.3" },
    ];
    const partly = withWeights(system, [{ weights, basis: caller }]);
    expect(checkSystem(partly).find(({ path }) => path[1] !== 0)?.params).toEqual({
      parent: "planning-culture",
      items: "planning-culture/culture",
    });
  });

  test("weights of AHP and entropy bring their method along as basis", () => {
    const { system } = systemFromTemplate(zengduTemplate, plain);
    const resources = ["resources/facilities", "resources/curriculum", "resources/theil"];
    const judged = ahpWeights(
      [
        [1, 3, 5],
        ["1/3", 1, 3],
        ["1/5", "1/3", 1],
      ],
      { indicators: resources, randomIndex: "saaty-1980", limit: 0.1 },
    );
    const spread = entropyWeights(
      [
        [1, 5],
        [2, 9],
      ],
      { indicators: ["management/vice-principal", "management/management"], baseYear: "2022" },
    );
    if (!judged.ok || !spread.ok) throw new Error("no weights");
    const weighed = withWeights(system, [judged.value, spread.value]);
    expect(leafOf(weighed, "resources/facilities")?.weight).toEqual({ value: "0.636985571745", basis: judged.value.basis });
    expect(leafOf(weighed, "management/management")?.weight?.basis).toEqual(spread.value.basis);
    expect(() => withWeights(system, [{ weights: [{ indicator: "nobody", weight: "1" }], basis: caller }])).toThrow("nobody");
  });

  test("sources: survey with its scale, measures, rotation, balance, coverage, the caller", () => {
    const { system } = systemFromTemplate(suzhouTemplate, {
      ...plain,
      scheme: "suzhou.value-added",
      balance: { resource: "equipment-value", stage: "primary", since: "2023-09-01" },
    });
    expect(leafOf(system, "quality-resources/quality-schools")?.source).toEqual({ kind: "coverage", designation: "quality" });
    expect(leafOf(system, "quality-resources/backbone-teachers")?.source).toMatchObject({
      kind: "balance",
      figure: "resource-indicator",
      resource: "backbone-teachers",
      stage: "primary",
    });
    expect(leafOf(system, "gap/gap")?.source).toMatchObject({
      kind: "balance",
      figure: "gap-narrowing",
      resource: "equipment-value",
      since: "2023-09-01",
    });
    expect(leafOf(system, "pupils/pupils")?.source).toEqual({ kind: "survey", lowest: "1", highest: "5" });
    expect(leafOf(system, "pupils/fitness")?.source).toEqual({ kind: "caller" });
    expect(leafOf(system, "schools/own-progress")?.source).toEqual({ kind: "caller" });
    expect(leafOf(system, "teachers/joint-research")?.source).toMatchObject({ kind: "measure", measure: { measure: "activity" } });
    const process = systemFromTemplate(suzhouTemplate, { ...plain, scheme: "suzhou.process" }).system;
    expect(leafOf(process, "members/exchanged")?.source).toEqual({ kind: "rotation", figure: "exchanged-share" });
    expect(leafOf(process, "members/backbone-exchanged")?.source).toEqual({ kind: "rotation", figure: "exchanged-backbone-teachers" });
    const kinds = systemFromTemplate(xiningTemplate, { ...plain, scheme: "xining.monthly" }).system;
    expect(leafOf(kinds, "teachers/mentoring")?.source).toEqual({ kind: "rotation", figure: "exchange-count", of: "xining.mentoring" });
  });

  test("what a template leaves open is said: words without scoring, balance without resource", () => {
    const words = systemFromTemplate(xiningTemplate, { ...plain, scheme: "xining.supervision" });
    expect(words.issues.map(({ code }) => code)).toEqual(Array(3).fill("template-leaf-without-scoring"));
    expect(words.system.items).toHaveLength(1);
    const scale = { kind: "categorical", categories: [{ category: "好", score: 90 }] } as const;
    const scored = systemFromTemplate(xiningTemplate, {
      ...plain,
      scheme: "xining.supervision",
      change: { "quality/lessons": { scoring: scale } },
    });
    expect(leafOf(scored.system, "quality/lessons")).toMatchObject({ scoring: scale, basis: caller, unit: "grade" });
    const open = systemFromTemplate(zengduTemplate, plain);
    expect(open.issues.map(({ code, params }) => [code, "item" in params && params.item])).toEqual([
      ["template-leaf-without-resource", "resources/theil"],
      ["template-leaf-without-resource", "rise/gap"],
    ]);
    expect(leafOf(open.system, "rise/gap")?.source).toEqual({ kind: "caller" });
  });

  test("strike out, change, add: what is changed is the caller's own", () => {
    const { system } = systemFromTemplate(baotaTemplate, {
      ...plain,
      leaveOut: ["reform", "staff-growth/mentor-pairs"],
      change: { "satisfaction/staff": { missing: { treatment: "reweight" } } },
      add: [
        {
          id: "accident",
          parent: "baota.six-degrees",
          kind: "veto",
          label: { "zh-CN": "事故", en: "accident" },
          effect: { kind: "score-at-most", score: 59 },
        },
      ],
      weights: "equal",
    });
    expect(system.items.some(({ id }) => id.startsWith("reform") || id === "staff-growth/mentor-pairs")).toBe(false);
    expect(leafOf(system, "satisfaction/staff")).toMatchObject({ basis: caller, missing: { treatment: "reweight" } });
    expect(leafOf(system, "satisfaction/pupils")?.basis?.kind).toBe("library");
    expect(system.items.at(-1)?.id).toBe("accident");
    expect(checkSystem(system)).toEqual([]);
  });

  test("progress where the template proposes it: head-room keeps its bounds, a plain rise its ceiling", () => {
    const { system } = systemFromTemplate(baotaTemplate, {
      ...plain,
      increment: { baseline: ["2021", "2022"], atLeast: 1, levelPart: "0.3" },
    });
    expect(leafOf(system, "planning-culture/rule-set")?.increment).toMatchObject({
      of: "head-room",
      worst: "0",
      best: "1",
      levelPart: "0.3",
      atLeast: 1,
    });
    expect(leafOf(system, "satisfaction/staff")?.increment).toMatchObject({ of: "absolute", best: "5", baseline: ["2021", "2022"] });
    expect(leafOf(system, "reform/reform-projects")?.increment).toBeUndefined();
    expect(checkSystem(withWeights(system, "equal"))).toEqual([]);
  });

  test("options that name nothing throw", () => {
    expect(() => systemFromTemplate(suzhouTemplate, plain)).toThrow("several schemes");
    expect(() => systemFromTemplate(suzhouTemplate, { ...plain, scheme: "other" })).toThrow("other");
    expect(() => systemFromTemplate(baotaTemplate, { ...plain, leaveOut: ["nobody"] })).toThrow("nobody");
    expect(() => systemFromTemplate(baotaTemplate, { ...plain, change: { "reform/nobody": {} } })).toThrow("nobody");
  });

  test("an explanation says whose figures a template's scoring has", () => {
    const { system } = systemFromTemplate(baotaTemplate, { ...plain, leaveOut: [], weights: "equal" });
    const seen = [{ indicator: "quality-rise/fitness", subject: "s", period: "2023", value: "0.5" }];
    const tree = explainScore(seen, { system, period: "2023" }, { subject: "s", item: "quality-rise/fitness" });
    if (tree === undefined) throw new Error("no tree");
    expect(explain(tree, { catalog: zhCN })).toContain("本模板供编辑，不是政策");
  });
});

describe("no leaf pays for what a must-not rule forbids (national N9)", () => {
  const policy = resolvePolicies([cn]);
  if (!policy.ok) throw new Error("the pack has errors");
  const asked = { policy: policy.value, on: "2024-06-30" };
  const withLeaf = (leaf: Partial<LeafItem>) => {
    const { system } = systemFromTemplate(baotaTemplate, plain);
    const base = leafOf(system, "reform/reform-projects");
    if (base === undefined) throw new Error("no leaf");
    return checkLeafSources({ ...system, items: [...system.items, { ...base, id: "own", ...leaf }] }, asked).map(({ code, params }) => [
      code,
      "rule" in params && params.rule,
    ]);
  };

  test.each(SCHEMES)("%s is clean as it stands", (scheme, template, pack) => {
    expect(checkLeafSources(systemFromTemplate(template, { ...plain, scheme, pack }).system, asked)).toEqual([]);
  });

  test("a forbidden measure is an error that names rule and leaf", () => {
    const rate = { measure: "score-based-evaluation", of: "exit-examination-rate" } as const;
    expect(withLeaf({ source: { kind: "measure", measure: rate } })).toEqual([
      ["leaf-forbidden", "cn.scores.exit-examination-rate.schools"],
    ]);
  });

  test("value-added by scores: forbidden in primary, not to be rewarded in senior", () => {
    expect(withLeaf({ source: { kind: "value-added", stage: "primary" } })).toEqual([["leaf-forbidden", "cn.scores.value-added.primary"]]);
    expect(withLeaf({ source: { kind: "value-added", stage: "senior" } })).toEqual([
      ["leaf-not-for-reward", "cn.scores.exit-examination-reward"],
    ]);
  });

  test("words and common papers are for a reader to judge", () => {
    expect(withLeaf({ label: { "zh-CN": "中考升学率", en: "rate" } })).toEqual([
      ["leaf-names-examination", "cn.scores.exit-examination-rate.schools"],
    ]);
    const papers = { measure: "uniformity", of: "monitoring-paper" } as const;
    expect(withLeaf({ source: { kind: "measure", measure: papers } })[0]?.[0]).toBe("leaf-names-examination");
  });

  test("a day before the notice of 2021-08-30 the primary value-added is not forbidden by it", () => {
    const { system } = systemFromTemplate(baotaTemplate, plain);
    const [leaf] = leavesOf(system);
    if (leaf === undefined) throw new Error("no leaf");
    const own = { ...system, items: [{ ...leaf, source: { kind: "value-added", stage: "primary" } as const }] };
    const codes = (on: string) => checkLeafSources(own, { ...asked, on }).map(({ code }) => code);
    expect([codes("2021-08-29"), codes("2021-08-30")]).toEqual([["leaf-not-for-reward"], ["leaf-forbidden"]]);
  });
});

describe("a school at the ceiling that stays is not punished", () => {
  const system = (of: "absolute" | "relative" | "conditional") => {
    const { system: made } = systemFromTemplate(baotaTemplate, {
      ...plain,
      leaveOut: [
        "planning-culture",
        "resource-sharing",
        "staff-growth",
        "quality-rise",
        "reform",
        "satisfaction/staff",
        "satisfaction/society",
      ],
      change: {
        "satisfaction/pupils": {
          increment: {
            of,
            baseline: ["2022"],
            best: 5,
            band: 1,
            scoring: { kind: "linear", from: "-1", to: "1", low: 0, high: 100, beyond: "clamp" },
            levelPart: 0,
          },
        },
      },
      weights: "equal",
    });
    return made;
  };
  const row = (subject: string, before: number, now: number) =>
    [before, now].map((value, index) => ({
      indicator: "satisfaction/pupils",
      subject,
      period: String(2022 + index),
      value,
      respondents: 90,
      invited: 100,
    }));
  const scores = (of: "absolute" | "relative" | "conditional") => {
    const seen = [...row("top", 5, 5), ...row("rising", 4, "4.5" as unknown as number), ...row("fell", 5, "4.8" as unknown as number)];
    const result = evaluate(seen, { system: system(of), period: "2023" });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return new Map(result.value.subjects.map(({ subject, score }) => [subject, score?.exact]));
  };

  // Level of 5 on the line from 1 to 5 is 100. A rise of 0.5 is 75 on the line from −1 to 1, a fall of 0.2 is 40.
  test("of plain rises: 100 for who stays, 75 for who rises by half a point, 40 for who falls by a fifth", () => {
    expect(Object.fromEntries(scores("absolute"))).toEqual({ top: "100", rising: "75", fell: "40" });
  });

  test.each(["relative", "conditional"] as const)("of %s rises too", (of) => expect(scores(of).get("top")).toBe("100"));
});
