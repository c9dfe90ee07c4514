import { exact, sumFractions, toExactText } from "school-groups/core";
import { compareEvaluations, evaluate, type IndicatorSystem, type LeafItem, type Scoring } from "school-groups/evaluation";
import { describe, expect, test } from "vitest";

const label = { "zh-CN": "得分", en: "score" };
const LINE: Scoring = { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" };
const leaf = (id: string, weight: string, scoring: Scoring): LeafItem => ({
  id,
  parent: "all",
  kind: "leaf",
  label,
  weight: { value: weight, basis: { kind: "caller" } },
  unit: "points",
  direction: "higher-is-better",
  source: { kind: "caller" },
  scoring,
  missing: { treatment: "refuse" },
});
const system = (...leaves: LeafItem[]): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "compared",
  label,
  items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, ...leaves],
  rounding: { mode: "half-away-from-zero", places: 2 },
});
const seen = (period: string, rows: Readonly<Record<string, readonly (number | null)[]>>) =>
  Object.entries(rows).flatMap(([subject, values]) =>
    values.map((value, index) => ({ indicator: ["a", "b"][index] ?? "a", subject, period, value })),
  );
const compare = (...sides: Parameters<typeof compareEvaluations>) => {
  const result = compareEvaluations(...sides);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const RANK: Scoring = { kind: "rank", full: 100, low: 0 };

describe("contributions by hand", () => {
  // a by rank (full 100, low 0), b on a line; weights 0.5, 0.5.
  // Before: x a=3 is 1st of (3, 2, 1): 100; b=40 → 70. t leaves, u joins with a=5, y rises to 4.
  // membership: among x 3, y 2, u 5 x is 2nd of three: 50; (50 + 40)/2 = 45 → −25.
  // peers: y 4: x is last: 0; (0 + 40)/2 = 20 → −25. value: a=6 is 1st: 100, b=60 → 80 → +60.
  // rule: b now scored from 20 to 100, 60 → 50: 75 → −5. weight: 0.8 × 100 + 0.2 × 50 = 90 → +15. Together +20.
  const before = {
    observations: seen("2022", { x: [3, 40], y: [2, 0], t: [1, 0] }),
    system: system(leaf("a", "0.5", RANK), leaf("b", "0.5", LINE)),
    period: "2022",
  };
  const after = {
    observations: seen("2023", { x: [6, 60], y: [4, 0], u: [5, 0] }),
    system: system(leaf("a", "0.8", RANK), leaf("b", "0.2", { ...LINE, from: 20 })),
    period: "2023",
  };

  test("of one subject, kind by kind", () => {
    const { order, subjects, joined, left } = compare(before, after);
    expect(order).toEqual(["membership", "peers", "value", "rule", "weight"]);
    expect(subjects[0]).toEqual({
      subject: "x",
      before: "70",
      after: "90",
      change: "20",
      contributions: [
        { kind: "membership", change: "-25" },
        { kind: "peers", change: "-25" },
        { kind: "value", change: "60" },
        { kind: "rule", change: "-5" },
        { kind: "weight", change: "15" },
      ],
    });
    expect([joined, left]).toEqual([["u"], ["t"]]);
  });

  test("both ends are what evaluate gives, and the parts add up for everybody", () => {
    const { subjects } = compare(before, after);
    const ends = [before, after].map((side) => {
      const result = evaluate(side.observations, side);
      return new Map(result.ok ? result.value.subjects.map(({ subject, score }) => [subject, score?.exact]) : []);
    });
    for (const one of subjects) {
      expect([one.before, one.after]).toEqual(ends.map((end) => end.get(one.subject)));
      expect(toExactText(sumFractions((one.contributions ?? []).map(({ change }) => exact(change))))).toBe(one.change);
    }
    expect(subjects).toHaveLength(2);
  });

  test("only those asked for, and nothing changes between a run and itself", () => {
    expect(compare(before, after, { subjects: ["y"] }).subjects.map(({ subject }) => subject)).toEqual(["y"]);
    const same = compare(before, before).subjects;
    expect(same.every(({ contributions }) => contributions?.every(({ change }) => change === "0"))).toBe(true);
  });

  test("a score that is missing has no contributions; a system with errors fails", () => {
    const gone = { ...after, observations: seen("2023", { x: [null, 60], y: [4, 0] }) };
    const [x] = compare(before, gone).subjects;
    expect(x).toMatchObject({ subject: "x", before: "70" });
    expect([x?.after, x?.change, x?.contributions]).toEqual([undefined, undefined, undefined]);
    expect(compareEvaluations(before, { ...after, system: system(leaf("a", "0.8", RANK)) }).ok).toBe(false);
  });

  test("where the children differ their weights are part of the rule", () => {
    const one = { ...after, system: system(leaf("b", "1", LINE)) };
    // membership and peers as before (45, 20), value 80; b alone: 60.
    expect(compare(before, one).subjects[0]?.contributions?.slice(2)).toEqual([
      { kind: "value", change: "60" },
      { kind: "rule", change: "-20" },
      { kind: "weight", change: "0" },
    ]);
  });
});
