import { exact, geometricMeanText } from "school-groups/core";
import type { Observation } from "school-groups/domain";
import {
  checkSystem,
  evaluate,
  explainScore,
  type Increment,
  type IndicatorItem,
  type IndicatorSystem,
  type LeafItem,
  type Scoring,
} from "school-groups/evaluation";
import { describe, expect, test } from "vitest";

const label = { "zh-CN": "指标", en: "indicator" };
const basis = { kind: "caller" } as const;
/** 2^53 + 1. */
const HUGE = "9007199254740993";
const LINE: Scoring = { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" };
const root: IndicatorItem = { id: "all", kind: "composite", label, mean: "arithmetic" };

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
const system = (items: readonly IndicatorItem[], more: Partial<IndicatorSystem> = {}): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "test",
  label,
  items,
  rounding: { mode: "half-away-from-zero", places: 2 },
  ...more,
});
const seen = (indicator: string, subject: string, value: string | number | null, period = "now"): Observation => ({
  indicator,
  subject,
  period,
  value,
});
const run = (of: IndicatorSystem, observations: readonly Observation[]) => {
  const result = evaluate(observations, { system: of, period: "now" });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
};
const score = (of: IndicatorSystem, observations: readonly Observation[]) =>
  run(of, observations).value.subjects.map((subject) => subject.score?.exact);
const GRADES = {
  grades: [
    { grade: "excellent", label, atLeast: 90 },
    { grade: "good", label, atLeast: 80 },
    { grade: "pass", label, atLeast: 60 },
    { grade: "fail", label },
  ],
};

describe("exact to the end", () => {
  const thirds = system([root, leaf("a", "1/3"), leaf("b", "1/3"), leaf("c", "1/3")], GRADES);
  test("80, 80, 80 on equal thirds is 80 and good", () => {
    const [subject] = run(
      thirds,
      ["a", "b", "c"].map((indicator) => seen(indicator, "s", 80)),
    ).value.subjects;
    expect(subject).toMatchObject({ score: { exact: "80", printed: "80.00" }, grade: "good" });
  });

  test.each([
    ["79.999", "pass"],
    ["80", "good"],
    ["80.001", "good"],
    ["90", "excellent"],
    ["59.999", "fail"],
  ])("%s is %s: the boundary belongs to the higher grade, before rounding", (value, grade) => {
    expect(run(system([root, leaf("a", "1")], GRADES), [seen("a", "s", value)]).value.subjects[0]?.grade).toBe(grade);
  });

  test("unless the system grades the rounded score: 79.995 prints as 80.00", () => {
    const rounded = system([root, leaf("a", "1")], { ...GRADES, gradeRounded: true });
    expect(run(rounded, [seen("a", "s", "79.995")]).value.subjects[0]).toMatchObject({ score: { printed: "80.00" }, grade: "good" });
  });
});

describe("scorings", () => {
  const scored = (scoring: Scoring, values: readonly (string | number)[], direction: LeafItem["direction"] = "higher-is-better") =>
    score(
      system([root, leaf("a", "1", { scoring, direction })]),
      values.map((value, index) => seen("a", `s${index}`, value)),
    );

  test("linear clamps or runs on", () => {
    expect(scored({ ...LINE, from: 20, to: 60 }, [10, 20, 30, 60, 70])).toEqual(["0", "0", "25", "100", "100"]);
    expect(scored({ ...LINE, from: 20, to: 60, beyond: "extend" }, [10, 70])).toEqual(["-25", "125"]);
    expect(scored({ ...LINE, from: 10, to: 0 }, [0, 2, 10, 12], "lower-is-better")).toEqual(["100", "80", "0", "0"]);
  });

  test("each step owns its threshold", () => {
    const steps = {
      kind: "thresholds",
      steps: [
        { reach: 90, score: 10 },
        { reach: 60, score: 6 },
      ],
      otherwise: 0,
    } as const;
    expect(scored(steps, ["89.999", 90, "59.999", 60])).toEqual(["6", "10", "0", "6"]);
    const falling = {
      kind: "thresholds",
      steps: [
        { reach: 5, score: 10 },
        { reach: 9, score: 6 },
      ],
      otherwise: 0,
    } as const;
    expect(scored(falling, [5, "5.001", 9, "9.001"], "lower-is-better")).toEqual(["10", "6", "6", "0"]);
    // The same beside a value that a double does not hold, which is reckoned in fractions.
    expect(scored(steps, ["89.999", 90, "59.999", 60, HUGE])).toEqual(["6", "10", "0", "6", "10"]);
    expect(scored(falling, [5, "5.001", 9, "9.001", HUGE], "lower-is-better")).toEqual(["10", "6", "6", "0", "0"]);
  });

  test("distance to target", () => {
    expect(scored({ kind: "distance-to-target", target: 85, full: 100 }, [85, 90, 34, 0])).toEqual(["100", "100", "40", "0"]);
    expect(scored({ kind: "distance-to-target", target: 5, full: 100 }, [5, 10, 2], "lower-is-better")).toEqual(["100", "50", "100"]);
  });

  test("T scores: 2, 4, 6 have mean 4 and population variance 8/3, so z = ±√1.5", () => {
    const [low, middle, high] = scored({ kind: "standard", centre: 50, spread: 10 }, [2, 4, 6]);
    // √1.5 is 1.22474487139…: nine places of it, times ten.
    expect([low, middle, high]).toEqual(["37.75255129", "50", "62.24744871"]);
    expect(scored({ kind: "standard", centre: 50, spread: 10 }, [3, 3])).toEqual(["50", "50"]);
  });

  test("percentile, rank and own over best, with ties", () => {
    expect(scored({ kind: "percentile", full: 100 }, [1, 2, 2, 3])).toEqual(["12.5", "50", "50", "87.5"]);
    expect(scored({ kind: "rank", full: 100, low: 40 }, [9, 7, 7, 1])).toEqual(["100", "70", "70", "40"]);
    expect(scored({ kind: "rank", full: 100, low: 40 }, [9, 7, 7, 1], "lower-is-better")).toEqual(["40", "70", "70", "100"]);
    expect(scored({ kind: "rank", full: 100, low: 40 }, [5])).toEqual(["100"]);
    expect(scored({ kind: "own-over-best", full: 100 }, [4, 8])).toEqual(["50", "100"]);
  });

  // −1 ÷ −1, −2 ÷ −1 and −4 ÷ −1 would be 100, 200 and 400 for the worst. Thirds take the way of plain fractions.
  test.each([
    ["best below 0", [-1, -2, -4], "higher-is-better", [undefined, undefined, undefined]],
    ["best below 0", ["-1/3", "-2/7"], "higher-is-better", [undefined, undefined]],
    ["best below 0", [-1, -2, 4, 0], "lower-is-better", [undefined, undefined, undefined, undefined]],
    ["best below 0", ["-1/3", "2/7"], "lower-is-better", [undefined, undefined]],
    ["own below 0", [-1, 0, 4], "higher-is-better", [undefined, "0", "100"]],
    ["own below 0", ["-1/3", 0, "1/7"], "higher-is-better", [undefined, "0", "100"]],
    ["best 0", [-1, 0], "higher-is-better", [undefined, undefined]],
    ["best 0", [0, 4], "lower-is-better", [undefined, undefined]],
    ["best 0", ["0", "-1/3"], "higher-is-better", [undefined, undefined]],
    ["just above", ["0.1", "0.2"], "lower-is-better", ["100", "50"]],
    ["just above", ["1/3", "1/6"], "higher-is-better", ["100", "50"]],
  ] as const)("own over best, %s: %j, %s", (_, values, direction, expected) => {
    expect(scored({ kind: "own-over-best", full: 100 }, values, direction)).toEqual(expected);
  });

  test("own over best without a share says so", () => {
    const of = system([root, leaf("a", "1", { scoring: { kind: "own-over-best", full: 100 } })]);
    const observations = [seen("a", "s0", -1), seen("a", "s1", -2)];
    expect(run(of, observations).value.subjects[1]?.items[1]).toMatchObject({ item: "a", value: "-2", why: "no-score" });
    const tree = explainScore(observations, { system: of, period: "now" }, { subject: "s1", item: "a" });
    expect(tree).toMatchObject({
      operator: "select",
      value: { kind: "unknown" },
      operands: [
        { kind: "comparison", left: { operator: "maximum", value: { value: "-1" } }, holds: "yes" },
        { kind: "comparison", left: { value: { value: "-2" } }, holds: "yes" },
      ],
    });
  });

  test.each([-1, 0, 4, 5, "-1/3"])("distance to target, lower is better: %s reaches 5", (value) => {
    expect(scored({ kind: "distance-to-target", target: 5, full: 100 }, [value, 10], "lower-is-better")).toEqual(["100", "50"]);
    const of = system([
      root,
      leaf("a", "1", { scoring: { kind: "distance-to-target", target: 5, full: 100 }, direction: "lower-is-better" }),
    ]);
    const tree = explainScore([seen("a", "s", value)], { system: of, period: "now" }, { subject: "s", item: "a" });
    expect(tree).toMatchObject({ value: { value: "100" } });
  });

  test("distance to target, higher is better: below 0 is nothing", () => {
    expect(scored({ kind: "distance-to-target", target: 5, full: 100 }, [-1, 0, 1, 5])).toEqual(["0", "0", "20", "100"]);
    expect(scored({ kind: "distance-to-target", target: 5, full: 100 }, ["-1/3", "5/3"])).toEqual(["0", "100/3"]);
  });

  test("categories", () => {
    const steps = {
      kind: "categorical",
      categories: [
        { category: "full", score: 10 },
        { category: "partial", score: "5" },
      ],
    } as const;
    expect(scored(steps, ["full", "partial"])).toEqual(["10", "5"]);
    expect(run(system([root, leaf("a", "1", { scoring: steps })]), [seen("a", "s", "half")])).toMatchObject({
      issues: [{ code: "observation-invalid" }],
    });
  });
});

describe("increment from one's own starting point", () => {
  const progress = (
    increment: Partial<Increment>,
    now: number | string,
    before: number | string,
    direction: LeafItem["direction"] = "higher-is-better",
  ) => {
    const whole: Increment = {
      of: "absolute",
      baseline: ["before"],
      scoring: { ...LINE, from: -1, to: 1, low: 0, high: 100 },
      levelPart: 0,
      ...increment,
    };
    const scoring = direction === "higher-is-better" ? LINE : { ...LINE, from: 100, to: 0 };
    const of = system([root, leaf("a", "1", { direction, scoring, increment: whole })]);
    return run(of, [seen("a", "s", now), seen("a", "s", before, "before")]).value.subjects[0];
  };
  const itemOf = (subject: ReturnType<typeof progress>) => subject?.items.find(({ item }) => item === "a");

  test.each([
    ["absolute", {}, 62, 60, "2"],
    ["relative", { of: "relative" }, 66, 60, "0.1"],
    ["head-room, a rise", { of: "head-room", worst: 0, best: 100 }, 70, 60, "0.25"],
    ["head-room, a fall", { of: "head-room", worst: 0, best: 100 }, 45, 60, "-0.25"],
    ["staying at the ceiling is not punished", { of: "head-room", worst: 0, best: 100 }, 100, 100, "1"],
    ["no change elsewhere", { of: "head-room", worst: 0, best: 100 }, 60, 60, "0"],
    ["the floor", { of: "head-room", worst: 0, best: 100 }, 0, 0, "0"],
  ] as const)("%s", (_, increment, now, before, expected) => {
    expect(itemOf(progress(increment, now, before))).toMatchObject({ increment: expected, baseline: String(before) });
  });

  test("of lower-is-better a fall is the rise", () => {
    expect(itemOf(progress({}, 4, 6, "lower-is-better"))).toMatchObject({ increment: "2" });
    expect(itemOf(progress({ of: "head-room", worst: 10, best: 0 }, 3, 6, "lower-is-better"))).toMatchObject({ increment: "0.5" });
  });

  test("a baseline of 0 has no relative increment, a value outside the bounds no head-room", () => {
    expect(itemOf(progress({ of: "relative" }, 5, 0))).toMatchObject({ why: "zero-baseline" });
    expect(itemOf(progress({ of: "head-room", worst: 0, best: 100 }, 101, 60))).toMatchObject({ why: "outside-bounds" });
  });

  test("a school without earlier periods lacks a baseline, and says so", () => {
    const increment: Increment = { of: "absolute", baseline: ["before"], scoring: LINE, levelPart: "0.5" };
    const [subject] = run(system([root, leaf("a", "1", { increment })]), [seen("a", "new", 50)]).value.subjects;
    expect(subject).toMatchObject({ missing: [{ kind: "baseline", indicator: "a" }] });
    expect(subject?.score).toBeUndefined();
  });

  test("the mean of several earlier periods, with the least number asked for", () => {
    const increment: Increment = {
      of: "absolute",
      baseline: ["y1", "y2", "y3"],
      atLeast: 2,
      scoring: { ...LINE, from: 0, to: 10 },
      levelPart: 0,
    };
    const of = system([root, leaf("a", "1", { increment })]);
    expect(score(of, [seen("a", "s", 65, "now"), seen("a", "s", 60, "y1"), seen("a", "s", 61, "y3")])).toEqual(["45"]); // 65 − 60.5 = 4.5
    expect(score(of, [seen("a", "s", 65, "now"), seen("a", "s", 60, "y1")])).toEqual([undefined]);
  });

  test("conditional: against the mean of those with a like start", () => {
    const increment: Increment = {
      of: "conditional",
      baseline: ["before"],
      band: 5,
      scoring: { ...LINE, from: -10, to: 10, low: 0, high: 100 },
      levelPart: 0,
    };
    const of = system([root, leaf("a", "1", { increment })]);
    const rows = (
      [
        ["x", 60, 70],
        ["y", 64, 72],
        ["z", 90, 95],
      ] as const
    ).flatMap(([id, before, now]) => [seen("a", id, now), seen("a", id, before, "before")]);
    // x: 70 − 71 = −1; y: +1; z has nobody to be compared with.
    expect(score(of, rows)).toEqual(["45", "55", undefined]);
    const alone = run(of, rows).value.subjects[2];
    expect(alone?.items.find(({ item }) => item === "a")?.why).toBe("no-like-start");
    expect(alone?.missing).toEqual([{ kind: "baseline", indicator: "a", subject: { kind: "school", id: "z" } }]);
    // Just 5 apart is like still, a hair more is not; and the same where a value needs fractions.
    const pair = (start: string): Observation[] => [
      ...[seen("a", "x", 70), seen("a", "x", 60, "before")],
      ...[seen("a", "y", 72), seen("a", "y", start, "before")],
    ];
    const huge = [seen("a", "z", HUGE), seen("a", "z", HUGE, "before")];
    expect([score(of, pair("65")), score(of, pair("65.001"))]).toEqual([
      ["45", "55"],
      [undefined, undefined],
    ]);
    expect([score(of, [...pair("65"), ...huge]), score(of, [...pair("65.001"), ...huge])]).toEqual([
      ["45", "55", undefined],
      [undefined, undefined, undefined],
    ]);
  });

  test.each([
    ["whole numbers", []],
    ["fractions", [seen("a", "z", `-${HUGE}`), seen("a", "z", `-${HUGE}`, "before")]],
  ])("who starts just at the ceiling and stays is judged by the level, in %s", (_, more) => {
    const increment: Increment = {
      of: "absolute",
      baseline: ["before"],
      best: 100,
      scoring: { ...LINE, from: -10, to: 10 },
      levelPart: "0.5",
    };
    const rows = (
      [
        ["stays", 100, 100],
        ["arrives", "99.5", 100],
        ["leaves", 100, 99],
      ] as const
    ).flatMap(([id, before, now]) => [seen("a", id, now), seen("a", id, before, "before")]);
    const { subjects } = run(system([root, leaf("a", "1", { increment })]), [...rows, ...more]).value;
    // 100 by its level; (100 + 52.5) ÷ 2, where a rise of 0.5 is 52.5; (99 + 45) ÷ 2, where a fall of 1 is 45.
    expect(subjects.slice(0, 3).map((subject) => subject.score?.exact)).toEqual(["100", "76.25", "72"]);
  });

  test("level and increment are mixed by α", () => {
    const increment: Increment = { of: "absolute", baseline: ["before"], scoring: { ...LINE, from: 0, to: 10 }, levelPart: "0.3" };
    // 0.3 × 60 + 0.7 × 50 = 53
    expect(score(system([root, leaf("a", "1", { increment })]), [seen("a", "s", 60), seen("a", "s", 55, "before")])).toEqual(["53"]);
  });
});

describe("means and missing leaves", () => {
  const two = (mean: "arithmetic" | "geometric" | "harmonic") =>
    system([{ ...root, mean } as IndicatorItem, leaf("a", "0.5"), leaf("b", "0.5")]);
  test("4 and 9: 6.5, 6 and 72/13", () => {
    const rows = [seen("a", "s", 4), seen("b", "s", 9)];
    expect(score(two("arithmetic"), rows)).toEqual(["6.5"]);
    expect(score(two("geometric"), rows)).toEqual(["6"]);
    expect(score(two("harmonic"), rows)).toEqual(["72/13"]);
    expect(score(two("geometric"), [seen("a", "s", 0), seen("b", "s", 9)])).toEqual(["0"]);
  });

  test("cube roots to the last of twenty digits", () => {
    const one = exact(1);
    // ∛2 and ∛100, digits from published tables
    expect(geometricMeanText([exact(2), one, one], [one, one, one], 20, "toward-zero")).toBe("1.25992104989487316476");
    expect(geometricMeanText([exact(100), one, one], [one, one, one], 20, "toward-zero")).toBe("4.64158883361277889241");
    expect(geometricMeanText([exact(80), exact(80), exact(80)], [one, one, one], 30, "half-even")).toMatch(/^80(\.0+)?$/);
    expect(() => geometricMeanText([exact(-1)], [one], 2, "half-even")).toThrow(expect.objectContaining({ code: "invalid-argument" }));
  });

  test("a missing leaf is refused, shared out or imputed, by name", () => {
    const rows = [seen("a", "s", 60), seen("c", "s", 90)];
    const withB = (missing: LeafItem["missing"]) => system([root, leaf("a", "0.5"), leaf("b", "0.2", { missing }), leaf("c", "0.3")]);
    expect(score(withB({ treatment: "refuse" }), rows)).toEqual([undefined]);
    expect(score(withB({ treatment: "reweight" }), rows)).toEqual(["71.25"]); // (0.5 × 60 + 0.3 × 90) ÷ 0.8
    expect(score(withB({ treatment: "impute", score: 50, basis }), rows)).toEqual(["67"]); // 30 + 10 + 27
    expect(run(withB({ treatment: "reweight" }), rows).value.subjects[0]?.items[0]).toMatchObject({ item: "all", reweighted: ["b"] });
    expect(run(withB({ treatment: "impute", score: 50, basis }), rows).value.subjects[0]?.items[2]).toMatchObject({
      item: "b",
      imputed: true,
      score: "50",
    });
  });
});

describe("bonuses, deductions, caps and vetoes", () => {
  const full = system(
    [
      { ...root, cap: 100 } as IndicatorItem,
      leaf("a", "1"),
      { id: "prize", parent: "all", kind: "bonus", label, pointsEach: 2, atMost: 5 },
      { id: "fault", parent: "all", kind: "deduction", label, pointsEach: "0.5", atMost: 3 },
      { id: "accident", parent: "all", kind: "veto", label, effect: { kind: "grade-at-most", grade: "pass" } },
      { id: "fraud", parent: "all", kind: "veto", label, effect: { kind: "score-at-most", score: 0 } },
    ],
    GRADES,
  );
  const clean = [seen("accident", "s", 0), seen("fraud", "s", 0)];

  test.each([
    ["both", [seen("a", "s", 90), seen("prize", "s", 2), seen("fault", "s", 1)], "93.5", "excellent"],
    ["limits", [seen("a", "s", 70), seen("prize", "s", 9), seen("fault", "s", 99)], "72", "pass"],
    ["the cap", [seen("a", "s", 98), seen("prize", "s", 2)], "100", "excellent"],
    ["a veto on the grade", [seen("a", "s", 95), seen("accident", "s", 1)], "95", "pass"],
    ["a veto on the score", [seen("a", "s", 95), seen("fraud", "s", 1)], "0", "fail"],
  ])("%s", (_, rows, expected, grade) => {
    const observed = [...rows, ...clean.filter((zero) => !rows.some((row) => row.indicator === zero.indicator))];
    expect(run(full, observed).value.subjects[0]).toMatchObject({ score: { exact: expected }, grade });
  });

  test("a score equal to its cap is not capped, a higher one is", () => {
    const capped = (prizes: number) =>
      run(full, [seen("a", "s", 98), seen("prize", "s", prizes), ...clean]).value.subjects[0]?.items.find(({ item }) => item === "all")
        ?.capped;
    // 98 + 1 × 2 = 100, 98 + 2 × 2 = 102
    expect([capped(1), capped(2)]).toEqual([undefined, true]);
  });

  test("a veto nobody looked at is unknown, not no", () => {
    expect(run(full, [seen("a", "s", 95)]).value.subjects[0]?.vetoes).toEqual([
      { item: "accident", applies: "unknown" },
      { item: "fraud", applies: "unknown" },
    ]);
  });
});

describe("what is wrong is named", () => {
  const codes = (of: IndicatorSystem) => checkSystem(of).map(({ code }) => code);
  test("and what is just sound is not", () => {
    const twice = [
      { category: "yes", score: "1" },
      { category: "yes", score: "1.0" },
    ];
    const sound: readonly Scoring[] = [
      { kind: "rank", full: 100, low: 100 },
      { kind: "standard", centre: 50, spread: 0 },
      { kind: "distance-to-target", target: 5, full: 0 },
      { kind: "categorical", categories: twice },
    ];
    for (const scoring of sound) expect(codes(system([root, leaf("a", "1", { scoring })]))).toEqual([]);
    for (const places of [0, 100]) expect(codes(system([root, leaf("a", "1")], { rounding: { mode: "floor", places } }))).toEqual([]);
  });
  test("a rounding that would throw stops the evaluation with an issue", () => {
    const of = system([root, leaf("a", "1")], { rounding: { mode: "half-even", places: -1 } });
    expect(evaluate([seen("a", "s", 1)], { system: of, period: "now" })).toMatchObject({
      ok: false,
      issues: [{ code: "rounding-invalid", path: ["rounding", "places"], params: { place: "rounding.places" } }],
    });
  });
  test.each([
    ["places below 0", system([root, leaf("a", "1")], { rounding: { mode: "half-even", places: -1 } }), "rounding-invalid"],
    ["half a place", system([root, leaf("a", "1")], { rounding: { mode: "half-even", places: 1.5 } }), "rounding-invalid"],
    [
      "places that are no number",
      system([root, leaf("a", "1")], { rounding: { mode: "half-even", places: Number.NaN } }),
      "rounding-invalid",
    ],
    ["101 places", system([root, leaf("a", "1")], { rounding: { mode: "half-even", places: 101 } }), "rounding-invalid"],
    [
      "an unknown mode",
      system([root, leaf("a", "1")], { rounding: JSON.parse('{"mode":"half-up","places":1}') as IndicatorSystem["rounding"] }),
      "rounding-invalid",
    ],
    [
      "the name of something every object has as mode",
      system([root, leaf("a", "1")], { rounding: JSON.parse('{"mode":"toString","places":1}') as IndicatorSystem["rounding"] }),
      "rounding-invalid",
    ],
    ["rank upside down", system([root, leaf("a", "1", { scoring: { kind: "rank", full: 0, low: 100 } })]), "scoring-direction"],
    ["a spread below 0", system([root, leaf("a", "1", { scoring: { kind: "standard", centre: 50, spread: -10 } })]), "scoring-direction"],
    [
      "full marks below 0",
      system([root, leaf("a", "1", { scoring: { kind: "distance-to-target", target: 5, full: -10 } })]),
      "scoring-direction",
    ],
    ["a percentile below 0", system([root, leaf("a", "1", { scoring: { kind: "percentile", full: "-0.1" } })]), "scoring-direction"],
    ["a share below 0", system([root, leaf("a", "1", { scoring: { kind: "own-over-best", full: -1 } })]), "scoring-direction"],
    [
      "a category of two scores",
      system([
        root,
        leaf("a", "1", {
          scoring: {
            kind: "categorical",
            categories: [
              { category: "yes", score: 1 },
              { category: "yes", score: 9 },
            ],
          },
        }),
      ]),
      "scoring-invalid",
    ],
    ["two items of one id", system([root, leaf("a", "0.5"), leaf("a", "0.5")]), "item-duplicate"],
    ["no such parent", system([root, leaf("a", "1"), leaf("b", "1", { parent: "none" })]), "item-parent-missing"],
    ["a leaf as parent", system([root, leaf("a", "1"), leaf("b", "1", { parent: "a" })]), "item-parent-missing"],
    [
      "a circle",
      system([
        root,
        leaf("a", "1"),
        { id: "x", parent: "y", kind: "composite", label, mean: "arithmetic" },
        { id: "y", parent: "x", kind: "composite", label, mean: "arithmetic" },
      ]),
      "item-circular",
    ],
    ["no root", system([leaf("a", "1")]), "system-root"],
    ["two roots", system([root, leaf("a", "1"), { ...root, id: "other" } as IndicatorItem]), "system-root"],
    ["no child", system([root]), "item-without-children"],
    ["weights of 0.9", system([root, leaf("a", "0.5"), leaf("b", "0.4")]), "weights-sum"],
    ["a negative weight", system([root, leaf("a", "1.5"), leaf("b", "-0.5")]), "weight-invalid"],
    ["a missing weight", system([root, leaf("a", "1"), leaf("b", "0", { weight: undefined })]), "weights-missing"],
    ["bounds without width", system([root, leaf("a", "1", { scoring: { ...LINE, from: 1, to: 1 } })]), "scoring-invalid"],
    ["no number", system([root, leaf("a", "1", { scoring: { ...LINE, to: "many" } })]), "scoring-invalid"],
    ["paying for worse", system([root, leaf("a", "1", { direction: "lower-is-better" })]), "scoring-direction"],
    [
      "steps out of order",
      system([
        root,
        leaf("a", "1", {
          scoring: {
            kind: "thresholds",
            steps: [
              { reach: 1, score: 1 },
              { reach: 2, score: 2 },
            ],
            otherwise: 0,
          },
        }),
      ]),
      "scoring-invalid",
    ],
    ["own over best", system([root, leaf("a", "1", { scoring: { kind: "own-over-best", full: 100 } })]), "scoring-depends-on-best"],
    [
      "grades out of order",
      system([root, leaf("a", "1")], {
        grades: [
          { grade: "x", label, atLeast: 1 },
          { grade: "y", label, atLeast: 2 },
          { grade: "z", label },
        ],
      }),
      "grades-order",
    ],
    [
      "an unknown grade",
      system([root, leaf("a", "1"), { id: "v", parent: "all", kind: "veto", label, effect: { kind: "grade-at-most", grade: "none" } }]),
      "veto-grade-unknown",
    ],
  ] as const)("%s", (_, of, code) => {
    expect(codes(of)).toContain(code);
  });

  test("observations: unknown indicator, contradiction, unit, survey", () => {
    const survey = leaf("a", "1", { source: { kind: "survey", lowest: 0, highest: 100, minimumResponse: "0.6" } });
    const issues = (rows: readonly Observation[]) => run(system([root, survey]), rows).issues.map(({ code }) => code);
    const asked = { respondents: 60, invited: 100 };
    expect(issues([{ ...seen("a", "s", 90), ...asked }])).toEqual([]);
    expect(issues([{ ...seen("a", "s", 90), respondents: 59, invited: 100 }])).toEqual(["survey-response-low"]);
    expect(issues([{ ...seen("a", "s", 101), ...asked }])).toEqual(["survey-out-of-range"]);
    expect(issues([{ ...seen("a", "s", 90), respondents: 101, invited: 100 }])).toEqual(["survey-response-impossible"]);
    expect(issues([{ ...seen("a", "s", 90), ...asked, unit: "percent" }])).toEqual(["observation-unit"]);
    expect(issues([seen("b", "s", 1)])).toEqual(["observation-unknown-indicator"]);
    expect(
      issues([
        { ...seen("a", "s", 90), ...asked },
        { ...seen("a", "s", "91"), ...asked },
      ]),
    ).toEqual(["observation-contradicts"]);
    const either = [seen("a", "s", 80), seen("a", "s", 90)].map((one) => ({ ...one, ...asked }));
    for (const rows of [either, [...either].reverse()]) expect(score(system([root, survey]), rows)).toEqual([undefined]);
    expect(
      issues([
        { ...seen("a", "s", 90), ...asked },
        { ...seen("a", "s", "90.0"), ...asked },
      ]),
    ).toEqual([]);
  });

  test("a survey says how many were asked and answered, whether or not a least response is set; it is scored all the same", () => {
    const survey = system([root, leaf("a", "1", { source: { kind: "survey", lowest: 0, highest: 100 } })]);
    const bare = run(survey, [seen("a", "s", 90)]);
    expect(bare.issues.map(({ code, severity }) => [code, severity])).toEqual([["survey-response-unknown", "warning"]]);
    expect(bare.value.subjects[0]?.score?.exact).toBe("90");
    expect(run(survey, [{ ...seen("a", "s", 90), respondents: 3, invited: 4 }]).issues).toEqual([]);
  });

  test("a baseline of another scale: by its unit, and by what is possible, with its place", () => {
    const increment: Increment = { of: "head-room", baseline: ["2021", "2022"], worst: 0, best: 100, scoring: LINE, levelPart: 0 };
    const of = system([root, leaf("a", "1", { increment })]);
    const rows = (start: number, unit?: string) => [
      { ...seen("a", "s", start, "2021"), ...(unit === undefined ? {} : { unit }) },
      seen("a", "s", 60, "2022"),
      seen("a", "s", 70),
    ];
    expect(run(of, rows(50)).issues).toEqual([]);
    expect(run(of, rows(0.5, "ratio")).issues.map(({ code, params }) => [code, params])).toEqual([
      ["observation-unit", { indicator: "a", subject: "s", period: "2021", unit: "ratio", expected: "points" }],
    ]);
    // (750 + 60) ÷ 2 = 405 lies beyond 100.
    const beyond = run(of, rows(750));
    expect(beyond.issues.map(({ code, params }) => [code, params])).toEqual([["value-outside-bounds", { indicator: "a", subject: "s" }]]);
    expect(beyond.value.subjects[0]?.score).toBeUndefined();
  });

  test("a single baseline period is warned of: regression to the mean", () => {
    const increment: Increment = { of: "absolute", baseline: ["2022"], scoring: LINE, levelPart: 0 };
    expect(checkSystem(system([root, leaf("a", "1", { increment })])).map(({ code, severity }) => [code, severity])).toEqual([
      ["baseline-of-one-period", "warning"],
    ]);
    expect(checkSystem(system([root, leaf("a", "1", { increment: { ...increment, baseline: ["2021", "2022"] } })]))).toEqual([]);
  });

  test("a leaf by its prototype's name is a leaf like any other", () => {
    expect(score(system([root, leaf("__proto__", "1")]), [seen("__proto__", "constructor", 70)])).toEqual(["70"]);
  });
});
