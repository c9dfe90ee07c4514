/** The least and the greatest score that intervals leave open. */
import type { Observation } from "school-groups/domain";
import { type IndicatorSystem, type LeafItem, scoreBounds } from "school-groups/evaluation";
import { describe, expect, test } from "vitest";

const label = { "zh-CN": "指标", en: "indicator" };
const leaf = (id: string, more: Partial<LeafItem> = {}): LeafItem => ({
  id,
  parent: "all",
  kind: "leaf",
  label,
  weight: { value: "0.5", basis: { kind: "caller" } },
  unit: "points",
  direction: "higher-is-better",
  source: { kind: "caller" },
  scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
  missing: { treatment: "reweight" },
  ...more,
});
const system = (...leaves: readonly LeafItem[]): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "open",
  label,
  items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, ...leaves],
  rounding: { mode: "half-even", places: 1 },
  grades: [
    { grade: "good", label, atLeast: 60 },
    { grade: "other", label },
  ],
});
const seen = (indicator: string, value: number | null, more: Partial<Observation> = {}): Observation => ({
  indicator,
  subject: "s",
  period: "now",
  value,
  ...more,
});
const bounds = (of: IndicatorSystem, observations: readonly Observation[]) => {
  const result = scoreBounds(observations, { system: of, period: "now" });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { ...result.value[0], issues: result.issues };
};

describe("bounds of a score", () => {
  test("50 and 40 to 80: (50 + 40) ÷ 2 = 45 to (50 + 80) ÷ 2 = 65, on either side of a grade", () => {
    const found = bounds(system(leaf("a"), leaf("b")), [seen("a", 50), seen("b", null, { low: 40, high: 80 })]);
    expect(found).toMatchObject({ low: { exact: "45" }, high: { exact: "65" }, lowGrade: "other", highGrade: "good", issues: [] });
  });

  test("of a baseline the higher end is the worse: 60 now from 40 to 55 has risen by 5 to 20", () => {
    const increment = {
      of: "absolute",
      baseline: ["before"],
      scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
      levelPart: 0,
    } as const;
    const rising = leaf("a", { weight: { value: 1, basis: { kind: "caller" } }, increment });
    const found = bounds(system(rising), [seen("a", 60), seen("a", null, { period: "before", low: 40, high: 55 })]);
    expect(found).toMatchObject({ low: { exact: "5" }, high: { exact: "20" } });
  });

  test("an interval of one point is the point, and one out of order is none", () => {
    const of = system(leaf("a"), leaf("b"));
    expect(bounds(of, [seen("a", 50), seen("b", null, { low: 70, high: 70 })])).toMatchObject({
      low: { exact: "60" },
      high: { exact: "60" },
    });
    const found = bounds(of, [seen("a", 50), seen("b", null, { low: 80, high: 40 })]);
    expect(found).toMatchObject({
      low: { exact: "50" },
      high: { exact: "50" },
      issues: [{ code: "observation-invalid", severity: "error", path: [1], params: { indicator: "b", subject: "s", value: "80–40" } }],
    });
    expect(bounds(of, [seen("a", 50), seen("b", null, { low: 40 })]).issues).toMatchObject([{ params: { value: "40–?" } }]);
  });

  test.each(["standard", "percentile", "rank", "own-over-best", "like starts"])(
    "among peers it stays missing, and is named: %s",
    (kind) => {
      const conditional = {
        increment: { of: "conditional", baseline: ["before"], band: 5, scoring: leaf("a").scoring, levelPart: "0.5" },
      } as const;
      const scoring = { kind, centre: 50, spread: 10, full: 100, low: 40 } as LeafItem["scoring"];
      const peers = leaf("b", kind === "like starts" ? conditional : { scoring });
      const found = bounds(system(leaf("a"), peers), [seen("a", 50), seen("b", null, { low: 40, high: 80 })]);
      expect(found).toMatchObject({ low: { exact: "50" }, high: { exact: "50" } });
      expect(found.issues).toContainEqual({
        code: "interval-among-peers",
        severity: "warning",
        path: [1],
        params: { indicator: "b", subject: "s", period: "now" },
      });
    },
  );

  test("what is simply not to be had is no interval", () => {
    expect(bounds(system(leaf("a"), leaf("b")), [seen("a", 50), seen("b", null)])).toMatchObject({ low: { exact: "50" }, issues: [] });
  });
});

describe("bounds with deductions, bonuses and vetoes", () => {
  const points = { value: { pointsEach: 2, atMost: 20 }, basis: { kind: "caller" } } as const;
  const adjusted = (kind: "bonus" | "deduction"): IndicatorSystem => {
    const of = system(leaf("a", { weight: { value: 1, basis: { kind: "caller" } } }));
    return {
      ...of,
      items: [...of.items, { id: "more", parent: "all", kind, label, ...points.value, basis: points.basis }],
    };
  };

  test.each([
    // 90 − 2 × 5 = 80 to 90 − 2 × 3 = 84
    ["three to five faults", "deduction", { low: 3, high: 5 }, "80", "84"],
    // At least three: 90 − 20 = 70 at the most points.
    ["at least three faults", "deduction", { low: 3 }, "70", "84"],
    ["at most five faults", "deduction", { high: 5 }, "80", "90"],
    ["nobody knows", "deduction", {}, "70", "90"],
    ["three to five merits", "bonus", { low: 3, high: 5 }, "96", "100"],
    ["nobody knows of merits", "bonus", {}, "90", "110"],
  ] as const)("%s", (_, kind, ends, low, high) => {
    const found = bounds(adjusted(kind), [seen("a", 90), seen("more", null, ends)]);
    expect([found.low?.exact, found.high?.exact]).toEqual([low, high]);
  });

  test("a bonus or deduction that nobody reported adds nothing", () => {
    expect(bounds(adjusted("deduction"), [seen("a", 90)])).toMatchObject({ low: { exact: "90" }, high: { exact: "90" } });
  });

  const vetoed = (): IndicatorSystem => {
    const of = system(leaf("a", { weight: { value: 1, basis: { kind: "caller" } } }));
    const effect = { kind: "score-at-most", score: 59 } as const;
    return { ...of, items: [...of.items, { id: "stop", parent: "all", kind: "veto", label, effect }] };
  };

  test.each([
    ["once or twice: it surely applies", [seen("stop", null, { low: 1, high: 2 })], "59", "59"],
    ["never to twice", [seen("stop", null, { low: 0, high: 2 })], "59", "86"],
    ["surely never", [seen("stop", null, { low: 0, high: 0 })], "86", "86"],
    ["nobody observed it", [], "59", "86"],
    ["observed", [seen("stop", 0)], "86", "86"],
  ] as const)("a veto, %s", (_, observations, low, high) => {
    const found = bounds(vetoed(), [seen("a", 86), ...observations]);
    expect([found.low?.exact, found.high?.exact]).toEqual([low, high]);
  });

  test("a start that may be the best value, and the best value now: the level is judged at that end, and no end is the worst", () => {
    const increment = {
      of: "relative",
      baseline: ["before"],
      best: 100,
      scoring: { kind: "linear", from: -1, to: 1, low: 0, high: 100, beyond: "clamp" },
      levelPart: 0,
    } as const;
    const rising = system(leaf("a", { weight: { value: 1, basis: { kind: "caller" } }, increment, missing: { treatment: "refuse" } }));
    const started = (high: number) => seen("a", null, { period: "before", low: 90, high });
    const open = bounds(rising, [seen("a", 100), started(100)]);
    expect([open.low, open.high]).toEqual([undefined, undefined]);
    expect(open.issues.map(({ code }) => code)).toContain("interval-reaches-ceiling");
    // From 90 to 99 the rise to 100 is 1/9 to 1/99 of the start: 50 + 50/9 and 50 + 50/99.
    const below = bounds(rising, [seen("a", 100), started(99)]);
    expect([below.low?.exact, below.high?.exact]).toEqual(["5000/99", "500/9"]);
    expect(below.issues.map(({ code }) => code)).not.toContain("interval-reaches-ceiling");
  });
});
