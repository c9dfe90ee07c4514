import { describe, expect, test } from "vitest";
import { studentQuantile } from "../../src/statistics/index.js";
import { createPupilStatistics, EVAAS_LEVELS, gainScores, growthLevel, regressionValueAdded } from "../../src/value-added/index.js";
import { answer, estimated, hundred, madePupils, PLAIN, pupilsOf } from "./made.js";

/** Two schools of three; entrance mean 60, population variance 400/6; exit mean 70, variance 400/6. */
const rows = [
  ["a", 50, 60],
  ["a", 60, 80],
  ["a", 70, 70],
  ["b", 50, 60],
  ["b", 60, 70],
  ["b", 70, 80],
] as const;

describe("gain scores by hand", () => {
  // a: (60+80+70)/3 = 70, b: 70; both priors 60: gains 0. Within: a's gains in marks 10, 20, 0 about 10: Σ² = 200; b's 0.
  // pooled variance (200 + 0) ÷ (6 − 2) = 50 marks²; sd of both scores √(400/6): 50 ÷ (400/6) = 0.75; SE = √(0.75 / 3) = 0.5
  const result = answer(gainScores(pupilsOf(rows)));

  test("estimate, pooled error, interval, category", () => {
    const [a] = estimated(result);
    expect(a?.estimate).toBeCloseTo(0, 15);
    expect(a?.standardError).toBeCloseTo(0.5, 14);
    expect(a?.df).toBe(4);
    // qt(0.975, 4) = 2.7764451051977987
    expect(a?.high).toBeCloseTo(0.5 * 2.7764451051977987, 12);
    expect(a?.category).toBe("not-different");
    expect(a?.rank).toEqual({ rank: 1, low: 1, high: 2 });
  });

  test("own errors: a 200 ÷ 2 ÷ 3 marks², b none and so the pooled 200 ÷ 4 ÷ 3", () => {
    const own = estimated(answer(gainScores(pupilsOf(rows), { errors: "own" })));
    expect(own.map(({ standardError }) => standardError ** 2)).toEqual([
      expect.closeTo(200 / 2 / 3 / (400 / 6), 13),
      expect.closeTo(200 / 4 / 3 / (400 / 6), 13),
    ]);
  });

  test("T is ten z about 50", () => {
    const t = estimated(answer(gainScores(pupilsOf(rows), { scale: "t" })));
    expect(t[0]?.standardError).toBeCloseTo(5, 13);
    expect(t[0]?.actual).toBeCloseTo(50, 13);
  });

  test("marks have no difference", () => {
    expect(() => gainScores(pupilsOf(rows), { scale: "marks" })).toThrow("z or t");
  });
});

describe("regression by hand", () => {
  // x 50 60 (a), 70 80 (b); y 60 64 (a), 68 80 (b): Sxx 500, Sxy = −15·−8 + −5·−4 + 5·0 + 15·12 = 320, slope 0.64
  const marks = [
    ["a", 50, 60],
    ["a", 60, 64],
    ["b", 70, 68],
    ["b", 80, 80],
  ] as const;
  const result = answer(regressionValueAdded(pupilsOf(marks), { scale: "marks" }));

  test("line, residual means, slopes by other routes", () => {
    expect(result.line?.slope).toBeCloseTo(0.64, 15);
    expect(result.line?.intercept).toBeCloseTo(68 - 0.64 * 65, 12);
    // a: 62 − (68 − 0.64 × 10) = 0.4
    expect(estimated(result).map(({ estimate }) => estimate)).toEqual([expect.closeTo(0.4, 12), expect.closeTo(-0.4, 12)]);
    // within: Sxx 50 + 50, Sxy 5·2·2 + 5·6·2 = 80; between: Sxx 400, Sxy 240
    expect(result.slopes?.within).toBeCloseTo(0.8, 14);
    expect(result.slopes?.between).toBeCloseTo(0.6, 14);
  });

  test("an unreliable prior flattens: the corrected slope is steeper, by hand", () => {
    // noise (1 − 0.95) × 500 × (4 − 2)/4 = 12.5; 80 ÷ (100 − 12.5)
    const corrected = answer(regressionValueAdded(pupilsOf(marks), { slope: "corrected", priorReliability: 0.95 }));
    expect(corrected.line?.slope).toBeCloseTo(80 / 87.5, 13);
    const none = regressionValueAdded(pupilsOf(marks), { slope: "corrected", priorReliability: 0.6 });
    expect(none.issues[0]?.code).toBe("reliability-too-low");
  });

  test("an anchored result measures by the earlier line", () => {
    const later = pupilsOf(marks.map(([school, x, y]) => [school, x, y + 3] as const));
    const anchored = answer(regressionValueAdded(later, { scale: "marks", anchor: result }));
    expect(estimated(anchored).map(({ estimate }) => estimate)).toEqual([expect.closeTo(3.4, 12), expect.closeTo(2.6, 12)]);
    expect(anchored.cautions).toContain("anchored");
    // A line anchored itself, of other marks or of another method is no anchor.
    const refused = (anchor: NonNullable<Parameters<typeof regressionValueAdded>[1]>["anchor"]) =>
      regressionValueAdded(later, { scale: "marks", anchor }).issues[0]?.code;
    expect(refused(anchored)).toBe("results-not-comparable");
    expect(refused({ ...result, exit: { id: "out", minimum: 0, maximum: 150, step: "1" } })).toBe("results-not-comparable");
    expect(refused({ ...result, method: "means-regression" })).toBe("results-not-comparable");
    expect(refused(result)).toBeUndefined();
  });
});

describe("what every result says", () => {
  test("gains favour weak intakes and residuals strong ones, when the prior's reliability is 0.88", () => {
    const world = { ...PLAIN, schools: 300, reliability: 0.88, slope: 0.8, intakeVariance: 0.5, effectVariance: 0.03 };
    const { pupils } = madePupils(5, world);
    expect(answer(gainScores(pupils)).correlationWithIntake).toBeLessThan(-0.2);
    expect(answer(regressionValueAdded(pupils)).correlationWithIntake).toBeGreaterThan(0.1);
  });

  test("rows and statistics give the same bytes", () => {
    const { pupils } = madePupils(2);
    const statistics = createPupilStatistics(pupils.design);
    statistics.add(pupils);
    for (const method of [gainScores, regressionValueAdded])
      expect(JSON.stringify(method(statistics))).toBe(JSON.stringify(method(pupils)));
  });

  test("a school below the minimum is suppressed with everything about it; one at the minimum is not", () => {
    const two = [...rows, ["c", 90, 10], ["c", 91, 12], ["d", 90, 20]] as const;
    const design = { ...hundred, minimumCohort: 2 };
    const result = regressionValueAdded(pupilsOf(two, design));
    const value = answer(result);
    expect(value.schools[3]).toEqual({ school: "d", status: "suppressed", reason: "below-minimum-cohort" });
    expect(value.schools[2]).toMatchObject({ status: "estimated", pupils: 2 });
    expect(value.tested.map(({ school }) => school)).toEqual(["a", "b", "c"]);
    expect(result.issues.map(({ code }) => code)).toEqual(["suppression-recoverable"]);
  });

  test("EVAAS: each level owns its lower boundary", () => {
    const indices = [2, 1.99, 1, 0.99, -1, -1.01, -2, -2.01];
    expect(indices.map((index) => growthLevel(index))).toEqual([5, 4, 4, 3, 3, 2, 2, 1]);
    expect(() => growthLevel(0, [{ level: 1 }, { level: 2, from: 1 }])).toThrow();
    const { pupils } = madePupils(3);
    const result = answer(regressionValueAdded(pupils, { levels: EVAAS_LEVELS }));
    for (const { index, level } of estimated(result)) expect(level).toBe(growthLevel(index!));
  });

  test("the rule of rank intervals is named", () => {
    expect(answer(gainScores(pupilsOf(rows))).rankRule).toBe("bonferroni");
  });

  test("one school, no spread, all alike are issues", () => {
    const code = (marks: readonly (readonly [string, number, number])[]) => regressionValueAdded(pupilsOf(marks)).issues[0]?.code;
    expect(
      code([
        ["a", 1, 2],
        ["a", 2, 3],
      ]),
    ).toBe("schools-too-few");
    expect(
      code([
        ["a", 1, 2],
        ["b", 1, 3],
      ]),
    ).toBe("scores-constant");
    expect(
      code([
        ["a", 1, 3],
        ["b", 2, 3],
      ]),
    ).toBe("scores-constant");
    expect(
      code([
        ["a", 1, 3],
        ["b", 2, 4],
        ["b", 3, 4],
      ]),
    ).toBe("pupils-too-few");
  });
});

describe("ranks and pairs", () => {
  test("Holm stops at the first pair that does not differ; Bonferroni and none by hand", () => {
    // three schools of 50, own spread 1 about means 0, 0.35, 1 in marks of 1/1000
    const marks: [string, number, number][] = [];
    for (const [school, mean] of [
      ["a", 50],
      ["b", 54],
      ["c", 62],
    ] as const)
      for (let k = 0; k < 50; k += 1) marks.push([school, 40 + (k % 10), mean + ((k * 7) % 20) - 9]);
    const result = (pairs: "holm" | "bonferroni" | "none") => answer(gainScores(pupilsOf(marks), { pairs }));
    const schools = estimated(result("holm"));
    const p = (x: number, y: number) => {
      const [first, second] = [schools[x]!, schools[y]!];
      return Math.abs(first.estimate - second.estimate) / Math.hypot(first.standardError, second.standardError);
    };
    const reach = (divisor: number) => studentQuantile(0.05 / divisor / 2, 147, "upper");
    const strengths = [p(0, 1), p(0, 2), p(1, 2)].sort((x, y) => y - x);
    const holm = strengths.findIndex((strength, k) => strength <= reach(3 - k));
    expect(result("holm").pairs.different).toBe(holm < 0 ? 3 : holm);
    expect(result("bonferroni").pairs.different).toBe(strengths.filter((strength) => strength > reach(3)).length);
    expect(result("none").pairs.different).toBe(strengths.filter((strength) => strength > reach(1)).length);
    expect(result("holm").pairs.list?.[0]).toMatchObject({ better: "c", worse: "a" });
    expect(schools.map(({ rank }) => rank.rank)).toEqual([3, 2, 1]);
  });

  test("of two schools far apart the pair is listed, and each rank is certain", () => {
    // Gains of −1, 0, 1 about 10 and about 30.
    const rows = Array.from({ length: 30 }, (_, k) => k % 3).flatMap((k): [string, number, number][] => [
      ["a", 40, 49 + k],
      ["b", 40 + k, 71 + 2 * k - 2],
    ]);
    const result = answer(gainScores(pupilsOf(rows)));
    expect(result.pairs).toMatchObject({ tested: 1, different: 1, list: [{ better: "b", worse: "a" }] });
    expect(estimated(result).map(({ rank }) => rank)).toEqual([
      { rank: 2, low: 2, high: 2 },
      { rank: 1, low: 1, high: 1 },
    ]);
  });

  test("intervals cover the true effects, rank intervals all true ranks at once (simulated)", () => {
    let [covered, schools, allRanks] = [0, 0, 0];
    const runs = 60;
    for (let seed = 100; seed < 100 + runs; seed += 1) {
      const { pupils, effect } = madePupils(seed, { ...PLAIN, schools: 12 });
      const result = answer(regressionValueAdded(pupils, { scale: "marks", slope: "within" }));
      const list = estimated(result);
      // Effects are measured from the pupils' mean effect.
      const total = list.reduce((sum, each) => sum + each.pupils, 0);
      const mean = list.reduce((sum, each) => sum + each.pupils * effect.get(each.school)!, 0) / total;
      const truth = list.map(({ school }) => effect.get(school)! - mean);
      const rank = truth.map((value) => 1 + truth.filter((other) => other > value).length);
      schools += list.length;
      covered += list.filter(({ low, high }, k) => low <= truth[k]! && truth[k]! <= high).length;
      if (list.every((each, k) => each.rank.low <= rank[k]! && rank[k]! <= each.rank.high)) allRanks += 1;
    }
    // 720 intervals of 95 %, correlated within a run through the mean
    expect(covered / schools).toBeGreaterThan(0.92);
    expect(covered / schools).toBeLessThan(0.995);
    expect(allRanks / runs).toBeGreaterThanOrEqual(0.95);
  });
});
