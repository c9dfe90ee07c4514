import { createHash } from "node:crypto";
import type { Observation } from "school-groups/domain";
import {
  evaluate,
  explainScore,
  type Increment,
  type IndicatorItem,
  type IndicatorSystem,
  type LeafItem,
  type Scoring,
} from "school-groups/evaluation";
import { explain } from "school-groups/messages";
import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { describe, expect, test } from "vitest";
import { recomputed, recomputedGrade, reduced } from "./recompute.js";

const term = (text: string) => ({ "zh-CN": text, en: text });
const basis = { kind: "caller" } as const;
const LINE: Scoring = { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" };
const composite = (id: string, mean: "arithmetic" | "geometric" | "harmonic", weight?: string, cap?: number): IndicatorItem => ({
  id,
  kind: "composite",
  label: term(id),
  mean,
  cap,
  ...(weight === undefined ? {} : { parent: "all", weight: { value: weight, basis } }),
});
const leaf = (id: string, parent: string, weight: string, more: Partial<LeafItem> = {}): LeafItem => ({
  id,
  parent,
  kind: "leaf",
  label: term(id),
  weight: { value: weight, basis },
  unit: "points",
  direction: "higher-is-better",
  source: { kind: "caller" },
  scoring: LINE,
  missing: { treatment: "refuse" },
  ...more,
});
const steps: Scoring = {
  kind: "thresholds",
  steps: [
    { reach: 60, score: 90 },
    { reach: 30, score: 50 },
  ],
  otherwise: 10,
};
const change = (of: Increment["of"], levelPart: string, scoring: Scoring): Increment => ({
  of,
  baseline: ["2021", "2022"],
  atLeast: 1,
  worst: 0,
  best: 100,
  band: 100,
  scoring,
  levelPart,
});
const RISE: Scoring = { kind: "linear", from: -1, to: 1, low: 0, high: 100, beyond: "clamp" };

const GRADES = [
  { grade: "excellent", label: { "zh-CN": "优秀", en: "excellent" }, atLeast: 70 },
  { grade: "good", label: { "zh-CN": "良好", en: "good" }, atLeast: 55 },
  { grade: "pass", label: { "zh-CN": "合格", en: "pass" }, atLeast: 40 },
  { grade: "fail", label: { "zh-CN": "不合格", en: "fail" } },
];

/** Every scoring, mean, increment and adjustment there is. */
const everything: IndicatorSystem = {
  format: "school-groups.indicator-system.v1",
  id: "everything",
  label: term("everything"),
  rounding: { mode: "half-away-from-zero", places: 2 },
  items: [
    composite("all", "arithmetic", undefined, 96),
    composite("A", "arithmetic", "1/2"),
    composite("G", "geometric", "1/3"),
    composite("H", "harmonic", "1/6"),
    leaf("linear", "A", "1/7"),
    leaf("extend", "A", "1/7", { direction: "lower-is-better", scoring: { ...LINE, from: 90, to: 20, beyond: "extend" } }),
    leaf("steps", "A", "1/7", { scoring: steps }),
    leaf("word", "A", "1/7", {
      scoring: {
        kind: "categorical",
        categories: [
          { category: "好", score: 95 },
          { category: "中", score: "66.6" },
        ],
      },
    }),
    leaf("target", "A", "1/7", { scoring: { kind: "distance-to-target", target: 70, full: 100 } }),
    leaf("low-target", "A", "1/7", { direction: "lower-is-better", scoring: { kind: "distance-to-target", target: 30, full: 100 } }),
    leaf("z", "A", "1/7", { scoring: { kind: "standard", centre: 50, spread: 10 } }),
    leaf("percentile", "G", "0.3", { scoring: { kind: "percentile", full: 100 } }),
    leaf("rank", "G", "0.3", { direction: "lower-is-better", scoring: { kind: "rank", full: 100, low: 40 } }),
    leaf("best", "G", "0.4", { scoring: { kind: "own-over-best", full: 100 } }),
    leaf("absolute", "H", "0.2", { increment: change("absolute", "0", { ...LINE, from: -100, low: 1 }) }),
    leaf("relative", "H", "0.2", {
      direction: "lower-is-better",
      increment: change("relative", "0.4", { ...RISE, from: -100, low: 1 }),
      scoring: { ...LINE, from: 101, to: 0 },
    }),
    leaf("head-room", "H", "0.2", { increment: change("head-room", "1/3", { ...RISE, low: 1 }) }),
    leaf("conditional", "H", "0.2", { increment: change("conditional", "0", { ...LINE, from: -101 }) }),
    leaf("may-lack", "H", "0.1", { missing: { treatment: "reweight" } }),
    leaf("filled", "H", "0.1", { missing: { treatment: "impute", score: 60, basis } }),
    { id: "bonus", parent: "all", kind: "bonus", label: term("bonus"), pointsEach: "0.5", atMost: 2 },
    { id: "fault", parent: "all", kind: "deduction", label: term("fault"), pointsEach: 1, atMost: 3 },
    { id: "veto", kind: "veto", parent: "all", label: term("veto"), effect: { kind: "score-at-most", score: "55.5" } },
    { id: "limit", kind: "veto", parent: "all", label: term("limit"), effect: { kind: "grade-at-most", grade: "pass" } },
  ],
  grades: GRADES,
};

const chance = (text: string, among: number) => createHash("sha256").update(text).digest().readUInt32BE(0) % among;

function observed(seed: number): Observation[] {
  const subjects = ["s1", "s2", "s3", "s4", "s5"];
  const leaves = everything.items.filter((item) => item.kind === "leaf");
  return subjects.flatMap((subject) => [
    ...leaves.flatMap(({ id, scoring, missing }) =>
      ["2021", "2022", "2023"].flatMap((period): Observation[] => {
        const key = `${seed}${subject}${id}${period}`;
        if (missing.treatment !== "refuse" && chance(`${key}gone`, 2) === 0) return [];
        if (scoring.kind === "categorical") return [{ indicator: id, subject, period, value: ["好", "中"][chance(key, 2)] ?? "好" }];
        return [{ indicator: id, subject, period, value: `${1 + chance(key, 99)}.${chance(`${key}d`, 10)}` }];
      }),
    ),
    ...["bonus", "fault"].map((id) => ({ indicator: id, subject, period: "2023", value: chance(`${seed}${subject}${id}`, 6) })),
    { indicator: "veto", subject, period: "2023", value: subject === "s5" ? 1 : 0 },
    ...(subject === "s4" ? [] : [{ indicator: "limit", subject, period: "2023", value: subject === "s1" || subject === "s2" ? 2 : 0 }]),
  ]);
}

describe("a small program that knows only the explanation recomputes every score", () => {
  test.each([1, 2, 3])("all scorings, means, increments and adjustments, seed %i", (seed) => {
    const options = { system: everything, period: "2023" };
    const result = evaluate(observed(seed), options);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    for (const { subject, score, grade, items } of result.value.subjects) {
      const final = explainScore(observed(seed), options, { subject });
      expect(final && recomputed(final)).toBe(reduced(score?.printed ?? ""));
      const graded = explainScore(observed(seed), options, { subject, of: "grade" });
      expect(graded && recomputedGrade(graded)).toBe(grade);
      for (const item of items) {
        if (item.item === "bonus" || item.item === "fault") continue;
        const tree = explainScore(observed(seed), options, { subject, item: item.item });
        if (item.score === undefined) expect(tree).toMatchObject({ value: { kind: "unknown" } });
        else expect([item.item, tree && recomputed(tree)]).toEqual([item.item, reduced(item.score)]);
      }
    }
  });

  test("and notices a figure that was changed", () => {
    const tree = explainScore(observed(1), { system: everything, period: "2023" }, { subject: "s1" });
    const text = JSON.stringify(tree);
    const forged = text.replace('"value":"1/7"', '"value":"2/7"');
    expect(forged).not.toBe(text);
    expect(() => recomputed(JSON.parse(forged))).toThrow();
  });
});

describe("an explanation", () => {
  const plain: IndicatorSystem = {
    ...everything,
    items: [
      composite("all", "arithmetic"),
      leaf("a", "all", "0.4", { citations: [{ source: "baota", clause: "C6" }] }),
      leaf("b", "all", "0.6"),
    ],
  };
  const seen = [
    { indicator: "a", subject: "s", period: "2023", value: 90 },
    { indicator: "b", subject: "s", period: "2023", value: 70 },
  ];
  const options = { system: plain, period: "2023" };

  test("prints in both languages: 90 × 0.4 + 70 × 0.6 = 78", () => {
    const tree = explainScore(seen, options, { subject: "s" });
    if (tree === undefined) throw new Error("no tree");
    for (const catalog of [zhCN, en]) {
      const lines = explain(tree, { catalog });
      expect(lines).toContain("78");
      expect(lines).toContain("baota");
    }
  });

  test("says what is unknown, and there is none of nobody", () => {
    expect(explainScore(seen.slice(1), options, { subject: "s" })).toMatchObject({ operator: "weighted-mean", value: { kind: "unknown" } });
    expect(explainScore(seen, options, { subject: "other" })).toBeUndefined();
    expect(explainScore(seen, options, { subject: "s", item: "nothing" })).toBeUndefined();
    expect(explainScore(seen, { ...options, system: { ...plain, items: [] } }, { subject: "s" })).toBeUndefined();
  });
});
