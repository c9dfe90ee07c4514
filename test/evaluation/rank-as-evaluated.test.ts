import fc from "fast-check";
import type { Observation } from "school-groups/domain";
import { evaluate, type IndicatorItem, type IndicatorSystem, type LeafItem, rankUncertainty } from "school-groups/evaluation";
import { describe, expect, test } from "vitest";

const label = { "zh-CN": "得分", en: "score" };
const basis = { kind: "caller" } as const;
const leaf = (id: string, value: string, more: Partial<LeafItem> = {}): LeafItem => ({
  id,
  parent: "all",
  kind: "leaf",
  label,
  weight: { value, basis },
  unit: "points",
  direction: "higher-is-better",
  source: { kind: "caller" },
  scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "extend" },
  missing: { treatment: "refuse" },
  ...more,
});
const root = { id: "all", kind: "composite", label, mean: "arithmetic" } as const;
const grades = [
  { grade: "A", label, atLeast: 90 },
  { grade: "B", label, atLeast: 80 },
  { grade: "C", label, atLeast: 60 },
  { grade: "D", label },
];
const systemOf = (items: readonly IndicatorItem[], more: Partial<IndicatorSystem> = {}): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "as-evaluated",
  label,
  items,
  rounding: { mode: "half-away-from-zero", places: 0 },
  grades,
  ...more,
});
const seen = (indicator: string, subject: string, value: number | string | null): Observation => ({
  indicator,
  subject,
  period: "now",
  value,
});
const FIXED = { period: "now", seed: 3, draws: 3, level: 0.9 } as const;

function subjectsOf(observations: readonly Observation[], system: IndicatorSystem) {
  const result = rankUncertainty(observations, { ...FIXED, system });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.subjects;
}

/** The grade that has all of the probability, if one has. */
const certain = ({ grades: own }: ReturnType<typeof subjectsOf>[number]) => own.find(({ probability }) => probability === 1)?.grade;

describe("grades of draws with nothing varied", () => {
  const one = leaf("a", "1");

  test("a veto that leaves C at most: 95 points are a C, and the school without it an A", () => {
    const veto = { id: "v", parent: "all", kind: "veto", label, effect: { kind: "grade-at-most", grade: "C" } } as const;
    const observations = [
      seen("a", "x", 95),
      seen("v", "x", 1),
      seen("a", "y", 95),
      seen("v", "y", 0),
      seen("a", "z", 10),
      seen("v", "z", 1),
    ];
    // z has earned a D by itself: the veto does not lift it.
    expect(subjectsOf(observations, systemOf([root, one, veto])).map(certain)).toEqual(["C", "A", "D"]);
  });

  test("89.7 is an A once rounded to whole points, and a B unrounded", () => {
    const observations = [seen("a", "x", "89.7")];
    expect(subjectsOf(observations, systemOf([root, one], { gradeRounded: true })).map(certain)).toEqual(["A"]);
    expect(subjectsOf(observations, systemOf([root, one])).map(certain)).toEqual(["B"]);
  });

  // A starts at 90 or 91. Half to even: 89.5 → 90 (even), 90.5 → 90.
  test.each([
    ["half-away-from-zero", 90, { "89.5": "A", "89.4": "B" }],
    ["half-even", 90, { "89.5": "A", "89.4": "B" }],
    ["half-even", 91, { "90.5": "B", "90.6": "A" }],
    ["ceiling", 90, { "89": "B", "89.1": "A" }],
    ["away-from-zero", 90, { "89": "B", "89.1": "A" }],
    ["floor", 90, { "89.9": "B", "90": "A" }],
    ["toward-zero", 90, { "89.9": "B", "90": "A" }],
    // 89.6 is needed: only 90 is a whole number that reaches it.
    ["half-away-from-zero", "89.6", { "89.5": "A", "89.4": "B" }],
  ] as const)("%s to whole points, A from %s", (mode, atLeast, expected) => {
    const [, ...others] = grades;
    const system = systemOf([root, one], {
      gradeRounded: true,
      rounding: { mode, places: 0 },
      grades: [{ grade: "A", label, atLeast }, ...others],
    });
    for (const [value, grade] of Object.entries(expected))
      expect(subjectsOf([seen("a", "x", value)], system).map(certain)).toEqual([grade]);
  });
});

describe("means that take nothing below 0", () => {
  test.each(["geometric", "harmonic"] as const)("%s: −3 without weight leaves no score, in every draw as in the evaluation", (mean) => {
    const system = systemOf([{ ...root, mean }, leaf("a", "1"), leaf("b", "0")]);
    const observations = [seen("a", "x", 80), seen("b", "x", -3), seen("a", "y", 70), seen("b", "y", 5)];
    const [x, y] = subjectsOf(observations, system);
    expect([x?.score, x?.unscored, x?.interval, x?.rank]).toEqual([undefined, 1, undefined, undefined]);
    expect([y?.score, y?.unscored, y?.interval, y?.rank]).toEqual(["70", 0, [1, 1], 1]);
  });
});

const tenths = fc.integer({ min: -50, max: 1100 }).map((value) => String(value / 10));
const missing = fc.constantFrom<LeafItem["missing"]>(
  { treatment: "refuse" },
  { treatment: "reweight" },
  { treatment: "impute", score: 55, basis },
);
const mean = fc.constantFrom("arithmetic", "geometric", "harmonic");
const systems = fc
  .record({
    mean,
    inner: mean,
    weights: fc.constantFrom(["0.5", "0.5"], ["1/3", "2/3"], ["0", "1"], ["1", "0"]),
    innerWeights: fc.constantFrom(["0.5", "0.5"], ["0", "1"]),
    missing,
    cap: fc.option(fc.constantFrom(60, 80, 95), { nil: undefined }),
    gradeRounded: fc.boolean(),
    mode: fc.constantFrom("half-away-from-zero", "half-even", "away-from-zero", "toward-zero", "ceiling", "floor"),
    places: fc.integer({ min: 0, max: 2 }),
    atMost: fc.constantFrom("A", "B", "C", "D"),
    score: fc.constantFrom(50, 85),
  })
  .map((drawn) =>
    systemOf(
      [
        { ...root, mean: drawn.mean, cap: drawn.cap },
        { ...root, id: "in", parent: "all", mean: drawn.inner, weight: { value: drawn.weights[0] ?? "0", basis } },
        leaf("c", drawn.weights[1] ?? "0", { missing: drawn.missing }),
        leaf("a", drawn.innerWeights[0] ?? "0", { parent: "in" }),
        leaf("b", drawn.innerWeights[1] ?? "0", { parent: "in", missing: drawn.missing }),
        { id: "plus", parent: "all", kind: "bonus", label, pointsEach: "1.5", atMost: 5 },
        { id: "v", parent: "all", kind: "veto", label, effect: { kind: "grade-at-most", grade: drawn.atMost } },
        { id: "w", parent: "all", kind: "veto", label, effect: { kind: "score-at-most", score: drawn.score } },
      ],
      { gradeRounded: drawn.gradeRounded, rounding: { mode: drawn.mode, places: drawn.places } },
    ),
  );
const rows = fc.array(
  fc.record({
    a: tenths,
    b: fc.option(tenths, { freq: 4 }),
    c: fc.option(tenths, { freq: 4 }),
    plus: fc.integer({ min: 0, max: 4 }),
    v: fc.constantFrom(0, 0, 1),
    w: fc.constantFrom(0, 0, 1),
  }),
  { minLength: 1, maxLength: 6 },
);

test("with nothing varied every system's draws have the scored, the ranks and the grades of the evaluation", () => {
  fc.assert(
    fc.property(systems, rows, (system, table) => {
      const observations = table.flatMap((row, at) => Object.entries(row).map(([id, value]) => seen(id, `s${at}`, value)));
      const evaluated = evaluate(observations, { system, period: "now" });
      if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.issues));
      for (const [at, own] of subjectsOf(observations, system).entries()) {
        const expected = evaluated.value.subjects[at];
        expect([own.score, own.unscored, certain(own)]).toEqual([expected?.score?.exact, own.score === undefined ? 1 : 0, expected?.grade]);
        expect(own.interval).toEqual(own.rank && [own.rank, own.rank]);
      }
    }),
    { numRuns: 150 },
  );
});
