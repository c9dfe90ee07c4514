import type { Observation } from "school-groups/domain";
import {
  type IndicatorSystem,
  type LeafItem,
  leaveOneOut,
  type RankUncertaintyOptions,
  rankUncertainty,
  type Scoring,
  weightToChangeFirst,
} from "school-groups/evaluation";
import { describe, expect, test } from "vitest";
import { rankTally } from "../../src/evaluation/rank-tally.js";

const label = { "zh-CN": "得分", en: "score" };
const LINE: Scoring = { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "extend" };
const basis = { kind: "caller" } as const;
const leaf = (id: string, weight: string, more: Partial<LeafItem> = {}): LeafItem => ({
  id,
  parent: "all",
  kind: "leaf",
  label,
  weight: { value: weight, basis },
  unit: "points",
  direction: "higher-is-better",
  source: { kind: "caller" },
  scoring: LINE,
  missing: { treatment: "refuse" },
  ...more,
});
const system = (leaves: readonly LeafItem[], mean: "arithmetic" | "geometric" = "arithmetic"): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "ranked",
  label,
  items: [{ id: "all", kind: "composite", label, mean }, ...leaves],
  rounding: { mode: "half-away-from-zero", places: 2 },
  grades: [
    { grade: "good", label, atLeast: 80 },
    { grade: "pass", label },
  ],
});
const seen = (rows: Readonly<Record<string, readonly (number | null)[]>>, standardError?: number): Observation[] =>
  Object.entries(rows).flatMap(([subject, values]) =>
    values.map((value, index) => ({ indicator: ["a", "b", "c"][index] ?? "a", subject, period: "now", value, standardError })),
  );
const FIXED = { period: "now", seed: 7, draws: 4000, level: 0.9 } as const;
const run = (observations: readonly Observation[], options: RankUncertaintyOptions) => {
  const result = rankUncertainty(observations, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe("rankUncertainty", () => {
  const two = system([leaf("a", "0.5"), leaf("b", "0.5")]);

  test("with nothing varied every draw is the evaluation itself, and every step says so", () => {
    const { steps, subjects, unclear } = run(seen({ x: [80, 80], y: [70, 70], z: [70, 70] }), { ...FIXED, system: two });
    expect(steps.map(({ state }) => state)).toEqual(["held-fixed", "held-fixed", "held-fixed", "held-fixed"]);
    expect(subjects.map(({ rank, interval, meanRank }) => [rank, interval, meanRank])).toEqual([
      [1, [1, 1], 1],
      [2, [2, 2], 2],
      [2, [2, 2], 2],
    ]);
    expect(subjects[0]?.grades).toEqual([
      { grade: "good", probability: 1 },
      { grade: "pass", probability: 0 },
    ]);
    // A tie is half a lead for each: not told apart.
    expect(unclear).toEqual([{ a: "y", b: "z", ahead: 0.5 }]);
  });

  test("errors of observation: N(0, 3²) against N(3, 4²) is ahead with Φ(3 ÷ 5) = 0.2743 of the draws", () => {
    const one = system([leaf("a", "1")]);
    const observations = [...seen({ x: [50] }, 3), ...seen({ y: [53] }, 4)];
    const { subjects, unclear, steps } = run(observations, { ...FIXED, draws: 1500, system: one, observationErrors: true });
    expect(steps[3]).toEqual({ step: "observation-errors", state: "varied" });
    // Standard error of a share of 1 500 draws: 0.0115; four of them.
    expect(Math.abs((unclear[0]?.ahead ?? 0) - 0.2743)).toBeLessThan(0.046);
    expect(subjects.map(({ rank, interval }) => [rank, interval])).toEqual([
      [2, [1, 2]],
      [1, [1, 2]],
    ]);
  });

  test("weights: (100, 0) beats (45, 54) when its weight share exceeds 54/109, half of all draws and a little more", () => {
    // w1 > 54/109 with w = u1/(u1 + u2), u uniform on 0.5…1.5: P = 1 − P(u1 < (54/55) u2) ≈ 0.5 + E(u2)/55 ≈ 0.518 (density of u1 is 1).
    const { unclear } = run(seen({ x: [100, 0], y: [45, 54] }), { ...FIXED, system: two, weightSpread: 0.5 });
    expect(Math.abs((unclear[0]?.ahead ?? 0) - 0.518)).toBeLessThan(0.032);
  });

  test("another scoring, another treatment of the missing: each is drawn evenly", () => {
    const harsh: Scoring = { ...LINE, low: -100 };
    const one = system([leaf("a", "0.5"), leaf("b", "0.5", { missing: { treatment: "refuse" } })]);
    const missing = [{ treatment: "impute", score: 0, basis }] as const;
    const { subjects, steps } = run(seen({ x: [90, 90], y: [80, null] }), { ...FIXED, system: one, missing, scorings: { b: [harsh] } });
    expect(steps.map(({ state }) => state)).toEqual(["held-fixed", "varied", "varied", "held-fixed"]);
    // y has a score in the half of the draws that impute; x is good (90) or pass (85): always good. 4 standard errors: 0.032.
    expect(Math.abs((subjects[1]?.unscored ?? 0) - 0.5)).toBeLessThan(0.032);
    expect(subjects[1]?.grades).toEqual([
      { grade: "good", probability: 0 },
      { grade: "pass", probability: 1 },
    ]);
  });

  test("the same seed gives the same bytes, another seed others", () => {
    const options = { ...FIXED, draws: 200, system: two, weightSpread: 0.5 };
    const observations = seen({ x: [100, 0], y: [45, 54] });
    expect(JSON.stringify(run(observations, options))).toBe(JSON.stringify(run(observations, options)));
    expect(run(observations, { ...options, seed: 8 }).unclear).not.toEqual(run(observations, options).unclear);
  });

  test("geometric means and options out of range", () => {
    // √(90 × 40) = 60 and √(64 × 49) = 56, with or without noise in the weights that is small enough.
    const { subjects } = run(seen({ x: [90, 40], y: [64, 49] }), {
      ...FIXED,
      draws: 50,
      system: system(
        two.items.filter((item) => item.kind === "leaf"),
        "geometric",
      ),
    });
    expect(subjects.map(({ score, interval }) => [score, interval])).toEqual([
      ["60", [1, 1]],
      ["56", [2, 2]],
    ]);
    for (const wrong of [{ draws: 0 }, { level: 1 }, { weightSpread: 2 }, { seed: 0.5 }])
      expect(() => rankUncertainty([], { ...FIXED, system: two, ...wrong })).toThrow();
    expect(rankUncertainty([], { ...FIXED, system: system([leaf("a", "0.4")]) }).ok).toBe(false);
  });
});

describe("what is not understood is never passed over", () => {
  const one = system([leaf("a", "1")]);

  test.each([-3, Number.NaN, Number.POSITIVE_INFINITY])("a standard error of %s is an issue, and the value stands as observed", (error) => {
    const observations = [...seen({ x: [50] }, error), ...seen({ y: [53] })];
    const result = rankUncertainty(observations, { ...FIXED, draws: 20, system: one, observationErrors: true });
    expect(result.issues).toEqual([
      {
        code: "observation-error-invalid",
        severity: "error",
        path: [0, "standardError"],
        params: { indicator: "a", subject: "x", period: "now", error: String(error) },
      },
    ]);
    if (!result.ok) throw new Error("no result");
    expect(result.value.steps[3]).toEqual({ step: "observation-errors", state: "nothing-to-vary" });
    expect(result.value.subjects.map(({ interval, unscored }) => [interval, unscored])).toEqual([
      [[2, 2], 0],
      [[1, 1], 0],
    ]);
  });

  test("a standard error of 0 is none, and errors that are not asked for are not looked at", () => {
    expect(rankUncertainty(seen({ x: [50] }, 0), { ...FIXED, draws: 5, system: one, observationErrors: true }).issues).toEqual([]);
    expect(rankUncertainty(seen({ x: [50] }, -3), { ...FIXED, draws: 5, system: one }).issues).toEqual([]);
  });

  test.each([
    ["missing", { missing: [{ treatment: "impute", score: "abc", basis }] }],
    ["missing", { missing: [{ treatment: "refuse" }, { treatment: "impute", score: Number.NaN, basis }] }],
    ["scorings", { scorings: { nope: [LINE] } }],
    // A composite has no scoring.
    ["scorings", { scorings: { all: [LINE] } }],
  ] as const)("%s that nothing can be made of: invalid-argument", (argument, options) => {
    const asked: RankUncertaintyOptions = { ...FIXED, draws: 5, system: one, ...options };
    expect(() => rankUncertainty(seen({ x: [50] }), asked)).toThrow(
      expect.objectContaining({ code: "invalid-argument", params: expect.objectContaining({ argument }) }),
    );
  });
});

describe("leaveOneOut", () => {
  test("x (90, 60, 60) and y (60, 80, 80) with 0.5, 0.25, 0.25: 75 to 70; without a 60 to 80", () => {
    const three = system([leaf("a", "0.5"), leaf("b", "0.25"), leaf("c", "0.25")]);
    const result = leaveOneOut(seen({ x: [90, 60, 60], y: [60, 80, 80] }), { system: three, period: "now" });
    if (!result.ok) throw new Error("the system has errors");
    // Without b: a 2/3, c 1/3: x 80, y 200/3.
    expect(result.value).toEqual([
      {
        leaf: "a",
        firstChanges: true,
        moved: [
          { subject: "x", from: 1, to: 2 },
          { subject: "y", from: 2, to: 1 },
        ],
      },
      { leaf: "b", firstChanges: false, moved: [] },
      { leaf: "c", firstChanges: false, moved: [] },
    ]);
  });
  test("the only leaf cannot be left out", () => {
    const result = leaveOneOut(seen({ x: [90] }), { system: system([leaf("a", "1")]), period: "now" });
    expect(result.ok && result.value).toEqual([{ leaf: "a", why: "only-leaf" }]);
  });
});

test.each([
  [5e-10, [1, 1]],
  [1e-9, [1, 1]],
  [2e-9, [1, 2]],
])("scores %s apart have the places %j: what doubles may have rounded differently is a tie", (apart, places) => {
  const nominal = [{ subject: "x" }, { subject: "y" }];
  const tally = rankTally({ nominal, bands: [], worst: new Int32Array(2).fill(-1), level: 0.9, draws: 1, paired: [0, 1] });
  tally.add(Float64Array.of(apart, 0));
  expect(tally.result().subjects.map(({ meanRank }) => meanRank)).toEqual(places);
});

describe("weightToChangeFirst", () => {
  test("x (90, 60) and y (60, 80) with 0.5 each: 75 to 70, equal when a weighs 0.4", () => {
    // 60 + 30 w = 80 − 20 w at w = 0.4.
    const result = weightToChangeFirst(seen({ x: [90, 60], y: [60, 80] }), {
      system: system([leaf("a", "0.5"), leaf("b", "0.5")]),
      period: "now",
    });
    expect(result.ok && result.value).toEqual([
      { item: "a", weight: "0.5", to: "0.4", move: "-0.1", challenger: "y" },
      { item: "b", weight: "0.5", to: "0.6", move: "0.1", challenger: "y" },
    ]);
  });
  test("nobody overtakes who is behind in everything; other means are said not to be computed", () => {
    const rows = seen({ x: [90, 80], y: [60, 70] });
    const leaves = [leaf("a", "0.5"), leaf("b", "0.5")];
    const never = weightToChangeFirst(rows, { system: system(leaves), period: "now" });
    expect(never.ok && never.value.map(({ why }) => why)).toEqual(["never", "never"]);
    const geometric = weightToChangeFirst(rows, { system: system(leaves, "geometric"), period: "now" });
    expect(geometric.ok && geometric.value.map(({ why }) => why)).toEqual(["not-linear", "not-linear"]);
  });
});

test("a value known only as an interval is drawn evenly from it: about half of the draws of 40 to 80 lie above 60", () => {
  const label = { "zh-CN": "得分", en: "score" };
  const system: IndicatorSystem = {
    format: "school-groups.indicator-system.v1",
    id: "one",
    label,
    items: [
      { id: "all", kind: "composite", label, mean: "arithmetic" },
      {
        id: "a",
        parent: "all",
        kind: "leaf",
        label,
        weight: { value: 1, basis: { kind: "caller" } },
        unit: "points",
        direction: "higher-is-better",
        source: { kind: "caller" },
        scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
        missing: { treatment: "refuse" },
      },
    ],
    rounding: { mode: "half-even", places: 0 },
  };
  const observations = [
    { indicator: "a", subject: "open", period: "2023", value: null, low: 40, high: 80 },
    { indicator: "a", subject: "known", period: "2023", value: 60 },
  ];
  const asked = { system, period: "2023", seed: 7, draws: 4000, level: 0.9 };
  const drawn = rankUncertainty(observations, { ...asked, observationErrors: true });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.issues));
  const [open] = drawn.value.subjects;
  expect(open).toMatchObject({ score: undefined, unscored: 0, interval: [1, 2] });
  // Four standard errors of a proportion of one half over 4000 draws are 0.032.
  expect(Math.abs((open?.meanRank ?? 0) - 1.5)).toBeLessThan(0.032);
  const fixed = rankUncertainty(observations, asked);
  expect(fixed.ok && fixed.value.subjects[0]?.unscored).toBe(1);
});
