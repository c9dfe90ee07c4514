/** What a ranking's three checks say where there is little to say: ties, one school, one leaf, weights of 0, missing values, ends of a scale. */
import type { Observation } from "school-groups/domain";
import {
  type IndicatorSystem,
  type LeafItem,
  leaveOneOut,
  type RankUncertaintyOptions,
  rankUncertainty,
  weightToChangeFirst,
} from "school-groups/evaluation";
import { describe, expect, test } from "vitest";

const label = { "zh-CN": "得分", en: "score" };
const leaf = (id: string, weight: string, more: Partial<LeafItem> = {}): LeafItem => ({
  id,
  parent: "all",
  kind: "leaf",
  label,
  weight: { value: weight, basis: { kind: "caller" } },
  unit: "points",
  direction: "higher-is-better",
  source: { kind: "caller" },
  scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "extend" },
  missing: { treatment: "refuse" },
  ...more,
});
const system = (...leaves: readonly LeafItem[]): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "edges",
  label,
  items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, ...leaves],
  rounding: { mode: "half-even", places: 2 },
});
/** Rows of the values of a, b, c. */
const seen = (rows: Readonly<Record<string, readonly (number | null)[]>>, standardError?: number): Observation[] =>
  Object.entries(rows).flatMap(([subject, values]) =>
    values.map((value, at) => ({ indicator: "abc".charAt(at), subject, period: "now", value, standardError })),
  );
const HALVES = system(leaf("a", "0.5"), leaf("b", "0.5"));
const moves = (of: IndicatorSystem, rows: Parameters<typeof seen>[0]) => {
  const result = weightToChangeFirst(seen(rows), { system: of, period: "now" });
  return result.ok ? result.value.map(({ item, to, move, challenger, why }) => why ?? [item, to, move, challenger]) : result.issues;
};
const without = (of: IndicatorSystem, rows: Parameters<typeof seen>[0]) => {
  const result = leaveOneOut(seen(rows), { system: of, period: "now" });
  return result.ok ? result.value : result.issues;
};

describe("weightToChangeFirst", () => {
  test("who shares the first place is level already, with slopes alike or not", () => {
    expect(moves(HALVES, { x: [80, 60], y: [80, 60], z: [50, 50] })).toEqual([
      ["a", "0.5", "0", "y"],
      ["b", "0.5", "0", "y"],
    ]);
    expect(moves(HALVES, { x: [80, 60], y: [60, 80] })).toEqual([
      ["a", "0.5", "0", "y"],
      ["b", "0.5", "0", "y"],
    ]);
  });

  test("one school, one scored school, one leaf, all the weight on one leaf", () => {
    expect(moves(HALVES, { x: [80, 60] })).toEqual(["no-score", "no-score"]);
    expect(moves(HALVES, { x: [80, 60], y: [80, null] })).toEqual(["no-score", "no-score"]);
    expect(moves(system(leaf("a", "1")), { x: [80], y: [60] })).toEqual(["only-child"]);
    // b has no weight: with w for it x has 80 − 80 w and y 60 + 40 w, level at w = 1/6.
    expect(moves(system(leaf("a", "1"), leaf("b", "0")), { x: [80, 0], y: [60, 100] })).toEqual(["only-child", ["b", "1/6", "1/6", "y"]]);
  });

  test("level just at the end of the weights: x (80, 60) and y (70, 60) meet where b has all of it", () => {
    expect(moves(HALVES, { x: [80, 60], y: [70, 60] })).toEqual([
      ["a", "0", "-0.5", "y"],
      ["b", "1", "0.5", "y"],
    ]);
  });

  test("of two that come level at the same weight the one that stands first is named", () => {
    // 60 + 30 w = 80 − 20 w at w = 0.4, for y and for z.
    expect(moves(HALVES, { x: [90, 60], y: [60, 80], z: [60, 80] })[0]).toEqual(["a", "0.4", "-0.1", "y"]);
    expect(moves(HALVES, { x: [90, 60], z: [60, 80], y: [60, 80] })[0]).toEqual(["a", "0.4", "-0.1", "z"]);
  });

  test("a weight that was shared out bends the line", () => {
    const shared = system(leaf("a", "0.5"), leaf("b", "0.5", { missing: { treatment: "reweight" } }));
    expect(moves(shared, { x: [80, 60], y: [70, null] })).toEqual(["not-linear", "not-linear"]);
  });
});

describe("leaveOneOut", () => {
  test("ties share the better place, and who falls out of a shared first place changes it", () => {
    expect(without(HALVES, { x: [80, 60], y: [60, 80], z: [0, 0] })).toEqual([
      { leaf: "a", firstChanges: true, moved: [{ subject: "x", from: 1, to: 2 }] },
      { leaf: "b", firstChanges: true, moved: [{ subject: "y", from: 1, to: 2 }] },
    ]);
    expect(without(HALVES, { x: [70, 70], y: [70, 70] })).toEqual([
      { leaf: "a", firstChanges: false, moved: [] },
      { leaf: "b", firstChanges: false, moved: [] },
    ]);
  });

  test("a leaf of weight 0 moves nobody, and without the one that has all nothing is left", () => {
    expect(without(system(leaf("a", "1"), leaf("b", "0")), { x: [80, 0], y: [60, 100] })).toEqual([
      { leaf: "a", why: "only-leaf" },
      { leaf: "b", firstChanges: false, moved: [] },
    ]);
  });

  test("who lacks only that leaf has a place without it: y (?, 90) comes before x (80, 60)", () => {
    expect(without(HALVES, { x: [80, 60], y: [null, 90] })).toEqual([
      {
        leaf: "a",
        firstChanges: true,
        moved: [
          { subject: "x", from: 1, to: 2 },
          { subject: "y", from: undefined, to: 1 },
        ],
      },
      { leaf: "b", firstChanges: false, moved: [] },
    ]);
  });
});

describe("rankUncertainty", () => {
  const FIXED = { period: "now", seed: 3, draws: 2000, level: 0.9 } as const;
  const run = (observations: readonly Observation[], options: Omit<RankUncertaintyOptions, keyof typeof FIXED>) => {
    const result = rankUncertainty(observations, { ...FIXED, ...options });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.value;
  };
  const stateOf = (step: string, { steps }: ReturnType<typeof run>) => steps.find((one) => one.step === step)?.state;

  test("weights of a single leaf, or of one that has them all, have nothing to vary", () => {
    const one = seen({ x: [80], y: [60] });
    expect(stateOf("weights", run(one, { system: system(leaf("a", "1")), weightSpread: 0.5 }))).toBe("nothing-to-vary");
    const both = seen({ x: [80, 0], y: [60, 100] });
    expect(stateOf("weights", run(both, { system: system(leaf("a", "1"), leaf("b", "0")), weightSpread: 0.5 }))).toBe("nothing-to-vary");
    expect(stateOf("weights", run(both, { system: HALVES, weightSpread: 0.5 }))).toBe("varied");
  });

  test("where nothing is missing its treatment has nothing to vary", () => {
    const missing = [{ treatment: "reweight" }] as const;
    expect(stateOf("missing", run(seen({ x: [80, 60], y: [60, 80] }), { system: HALVES, missing }))).toBe("nothing-to-vary");
    expect(stateOf("missing", run(seen({ x: [80, 60], y: [60, null] }), { system: HALVES, missing }))).toBe("varied");
    expect(stateOf("missing", run(seen({ x: [80, 60], y: [60, null] }), { system: HALVES }))).toBe("held-fixed");
  });

  test("one school is first in every draw, and all alike share the first place and cannot be told apart", () => {
    const alone = run(seen({ x: [80, 60] }), { system: HALVES, weightSpread: 1 });
    expect([alone.subjects[0]?.interval, alone.unclear]).toEqual([[1, 1], []]);
    const alike = run(seen({ x: [70, 60], y: [70, 60], z: [70, 60] }), { system: HALVES, weightSpread: 1 });
    expect(alike.subjects.map(({ rank, interval, meanRank }) => [rank, interval, meanRank])).toEqual([
      [1, [1, 1], 1],
      [1, [1, 1], 1],
      [1, [1, 1], 1],
    ]);
    expect(alike.unclear.map(({ a, b, ahead }) => [a, b, ahead])).toEqual([
      ["x", "y", 0.5],
      ["x", "z", 0.5],
      ["y", "z", 0.5],
    ]);
  });

  test("who has no score in any draw has no rank, no interval, and is in no pair", () => {
    const { subjects, unclear } = run(seen({ x: [70, 60], y: [70, null] }), { system: HALVES, weightSpread: 0.5 });
    expect(subjects[1]).toMatchObject({ rank: undefined, interval: undefined, meanRank: undefined, unscored: 1 });
    expect(unclear).toEqual([]);
  });

  test("an error carries no answer beyond a survey's scale, nor a value beyond what is possible: nobody goes without a score", () => {
    const survey = leaf("a", "1", {
      source: { kind: "survey", lowest: 1, highest: 5, minimumResponse: 0 },
      scoring: { kind: "linear", from: 1, to: 5, low: 0, high: 100, beyond: "clamp" },
    });
    const answered = seen({ x: [4.9], y: [1.1], z: [7] }, 0.5).map((one) => ({ ...one, respondents: 90, invited: 100 }));
    const asked = run(answered, { system: system(survey), observationErrors: true });
    // z never had an answer on the scale, and no draw gives it one.
    expect(asked.subjects.map(({ unscored }) => unscored)).toEqual([0, 0, 1]);
    const room = leaf("a", "1", {
      increment: { of: "head-room", baseline: ["before"], worst: 0, best: 100, scoring: leaf("a", "1").scoring, levelPart: "0" },
    });
    const values = seen({ x: [99], y: [2] }, 5);
    const rising = run([...values, ...values.map((one) => ({ ...one, period: "before" }))], {
      system: system(room),
      observationErrors: true,
    });
    expect(rising.subjects.map(({ unscored }) => unscored)).toEqual([0, 0]);
  });
});
