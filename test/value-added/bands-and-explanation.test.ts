import { describe, expect, test } from "vitest";
import type { Explanation } from "../../src/core/index.js";
import { en } from "../../src/messages/en.js";
import { describeIssue } from "../../src/messages/index.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import {
  attainmentBands,
  EVAAS_LEVELS,
  explainValueAdded,
  gainScores,
  mixedValueAdded,
  rankChange,
  regressionValueAdded,
  type ValueAddedResult,
} from "../../src/value-added/index.js";
import { answer, estimated, madePupils, PLAIN, pupilsOf } from "./made.js";

describe("attainment bands", () => {
  // A made-up table. a: 45 → 50, 60 → 55; b: 45, 60, 61 → 90, 10, 70.
  const pupils = pupilsOf([
    ["a", 45, 50],
    ["a", 60, 55],
    ["b", 45, 90],
    ["b", 60, 10],
    ["b", 61, 70],
  ]);
  const bands = [
    { from: 40, expected: 52, floor: -20 },
    { from: 60, expected: 61, floor: -20 },
  ];

  test("by hand, with a table handed in; the edge belongs to the band that begins there", () => {
    const result = answer(attainmentBands(pupils, { bands, scale: "marks", sd: 10 }));
    // a: −2, −6: −4; b: 38, −51, 9: −4/3
    expect(estimated(result).map(({ estimate }) => estimate)).toEqual([expect.closeTo(-4, 12), expect.closeTo(-4 / 3, 12)]);
    // ± 1.959964 × 10 ÷ √2
    expect(estimated(result)[0]?.high).toBeCloseTo(-4 + (1.959963984540054 * 10) / Math.sqrt(2), 11);
    // b's −51 is held at −20: (38 − 20 + 9)/3 = 9
    expect(result.adjusted?.map(({ estimate, held }) => [estimate, held])).toEqual([
      [expect.closeTo(-4, 12), 0],
      [expect.closeTo(9, 12), 1],
    ]);
    expect(result.bands.map(({ pupils: count }) => count)).toEqual([2, 3]);
    expect(result.cautions).toContain("expected-from-table");
  });

  test("a difference of just the floor is not held, and the first band may begin at the lowest mark", () => {
    const table = [
      { from: 45, expected: 52, floor: -2 },
      { from: 60, expected: 61, floor: -6 },
    ];
    // a: 50 − 52 = −2 and 55 − 61 = −6, just the floors: −4. b: 38, −51 held at −6, 9: 41/3.
    expect(
      answer(attainmentBands(pupils, { bands: table, scale: "marks" })).adjusted?.map(({ estimate, held }) => [estimate, held]),
    ).toEqual([
      [expect.closeTo(-4, 12), 0],
      [expect.closeTo(41 / 3, 12), 1],
    ]);
  });

  test("computed bands expect their own means, and the area's mean is 0", () => {
    const result = answer(attainmentBands(pupils, { bands: 2, scale: "marks", floorSds: 1 }));
    // bands from 45 (50, 90 → 70) and from 60 (55, 10, 70 → 45)
    expect(result.bands.map(({ from, expected }) => [from, expected])).toEqual([
      [45, 70],
      [60, 45],
    ]);
    // a: −20 + 10, b: 20 − 35 + 25
    expect(estimated(result).map(({ estimate }) => estimate)).toEqual([expect.closeTo(-5, 12), expect.closeTo(10 / 3, 12)]);
    expect(answer(attainmentBands(pupils, { bands: 2 })).adjusted).toBeNull();
  });

  test("a computed band of fewer pupils than the minimum would show their marks", () => {
    const of = (minimumCohort: number) => attainmentBands(pupils, { bands: 2, minimumCohort });
    // two and three pupils
    expect(of(2).ok).toBe(true);
    expect(of(3).issues[0]).toMatchObject({ code: "band-unusable", params: { band: 0 } });
    expect(attainmentBands(pupils, { bands, minimumCohort: 3 }).ok).toBe(true);
  });

  test("bands that do not ascend, marks below the first, a figure that is none", () => {
    const code = (table: Parameters<typeof attainmentBands>[1]["bands"]) => attainmentBands(pupils, { bands: table }).issues[0];
    expect(
      code([
        { from: 60, expected: 1 },
        { from: 60, expected: 2 },
      ]),
    ).toMatchObject({ code: "band-table-gap", params: { at: 60 } });
    expect(code([{ from: 46, expected: 1 }])).toMatchObject({ code: "band-table-gap", params: { at: 45 } });
    expect(code([{ from: 0, expected: Number.NaN }])).toMatchObject({ code: "band-unusable", params: { band: 0 } });
    expect(code([])).toMatchObject({ code: "band-unusable" });
  });
});

/** Every node by name with its value from the lines below it; it knows the tree and nothing else. */
function recomputed(tree: Explanation): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (node: Explanation): number => {
    const value = fresh(node);
    if ("label" in node && node.label !== undefined) found.set(node.label.en, value);
    const stated = node.kind === "comparison" || node.kind === "estimate" || node.value.kind !== "float" ? undefined : node.value.value;
    if (stated !== undefined)
      expect(Math.abs(value - stated), JSON.stringify(node.label)).toBeLessThan(1e-9 * Math.max(1, Math.abs(stated)));
    return value;
  };
  const fresh = (node: Explanation): number => {
    if (node.kind === "estimate") {
      for (const child of node.operands) visit(child);
      return found.get("value-added (actual − expected)")!;
    }
    if (node.kind === "comparison") {
      const [left, right] = [visit(node.left), visit(node.right)];
      const holds = node.relation === "more-than" ? left > right : left < right;
      expect(node.holds).toBe(holds ? "yes" : "no");
      return Number(holds);
    }
    if (node.kind === "operation") {
      const values = node.operands.map(visit);
      if (node.operator === "sum") return values.reduce((sum, value) => sum + value, 0);
      if (node.operator === "difference") return values[0]! - values[1]!;
      if (node.operator === "product") return values.reduce((product, value) => product * value, 1);
      if (node.operator === "quotient") return values[0]! / values[1]!;
      if (node.operator === "square-root") return Math.sqrt(values[0]!);
      throw new Error(node.operator);
    }
    if (node.kind === "rounding") throw new Error(node.kind);
    return node.value.kind === "float" ? node.value.value : Number.NaN;
  };
  visit(tree);
  return found;
}

describe("the way to a figure", () => {
  const { pupils } = madePupils(4);
  const anchor = answer(regressionValueAdded(madePupils(5).pupils));
  const results: readonly (readonly [string, ValueAddedResult])[] = [
    ["gains", answer(gainScores(pupils, { scale: "t" }))],
    ["regression", answer(regressionValueAdded(pupils, { levels: EVAAS_LEVELS }))],
    ["regression in marks, own errors", answer(regressionValueAdded(pupils, { scale: "marks", errors: "own", slope: "within" }))],
    ["regression, anchored", answer(regressionValueAdded(pupils, { anchor }))],
    ["mixed", answer(mixedValueAdded(pupils, { scale: "t" }))],
    ["mixed, within", answer(mixedValueAdded(pupils, { slope: "within" }))],
    ["mixed, mundlak", answer(mixedValueAdded(pupils, { slope: "mundlak" }))],
    ["bands", answer(attainmentBands(pupils, { bands: 10 }))],
    ["rank change", answer(rankChange(pupils))],
  ];

  test.each(results)("%s: every figure of the result follows from the tree alone", (_, result) => {
    const yardstick = `the expectation by cohort "${result.yardstick?.cohort}"`;
    for (const school of estimated(result)) {
      const found = recomputed(answer(explainValueAdded(result, { school: school.school })));
      const stated = {
        [`actual: mean exit score of ${school.pupils} pupils`]: school.actual,
        "expected: mean that the entrance scores lead one to expect": school.expected,
        "value-added (actual − expected)": school.estimate,
        "standard error": school.standardError,
        "low end of the interval": school.low,
        "high end of the interval": school.high,
        "reliability (the fewer pupils, the lower)": school.reliability,
        "shrunken value-added": school.shrunken,
        [result.yardstick === undefined ? "above average" : `above ${yardstick}`]: Number(school.category === "above"),
        [result.yardstick === undefined ? "below average" : `below ${yardstick}`]: Number(school.category === "below"),
        rank: school.rank.rank,
        "best rank in the interval": school.rank.low,
        "worst rank in the interval": school.rank.high,
        ...(school.level === null || school.index === null ? {} : { "growth index": school.index, level: school.level }),
      };
      for (const [label, value] of Object.entries(stated)) expect(found.get(label), label).toBeCloseTo(value, 9);
      const [low, high] = [found.get("low end of the shrunken interval")!, found.get("high end of the shrunken interval")!];
      expect((low + high) / 2).toBeCloseTo(school.shrunken, 9);
      expect((high - low) / 2).toBeCloseTo(1.959963984540054 * school.shrunkenError, 9);
      if (result.categoryBy === "shrunken") expect(low > 0).toBe(school.category === "above");
    }
  });

  test("the expected figure goes back to the line and the school's own mean, where a line is what made it", () => {
    const labels = (k: number) => [...recomputed(answer(explainValueAdded(results[k]![1], { school: "s0000" }))).keys()];
    // A regression's slope is a quotient; that of a mixed model, or of an earlier cohort, is an input that the result holds.
    for (const k of [1, 2]) expect(labels(k).some((label) => label.startsWith("sum of products of entrance and exit marks"))).toBe(true);
    const input = "slope of the line of expectation (estimated from all pupils of the area; in the result as line.slope)";
    for (const k of [3, 4, 5, 6]) expect(labels(k)).toContain(input);
    expect(labels(6).some((label) => label.startsWith("coefficient of the school's mean entrance mark"))).toBe(true);
    expect(labels(7)).toContain("mean mark expected by the bands");
    expect(labels(8)).toContain("candidates at entrance");
    expect(labels(0)).toContain("the school's mean entrance score (standard score of the area)");
  });

  test("an anchored result is explained by the earlier area's mean and standard deviation", () => {
    // Earlier: exit 60 80 60 75, mean 68.75, squares 8.75² + 11.25² + 8.75² + 6.25² = 318.75, variance 79.6875. Later all 10 higher: a 70 90.
    const earlier = pupilsOf([
      ["a", 50, 60],
      ["a", 60, 80],
      ["b", 60, 60],
      ["b", 70, 75],
    ]);
    const later = pupilsOf([
      ["a", 50, 70],
      ["a", 60, 90],
      ["b", 60, 70],
      ["b", 70, 85],
    ]);
    for (const scale of ["z", "t"] as const) {
      const first = answer(regressionValueAdded({ ...earlier, design: { ...earlier.design, cohort: "2023" } }, { scale }));
      const result = answer(regressionValueAdded(later, { scale, anchor: first }));
      const found = recomputed(answer(explainValueAdded(result, { school: "a" })));
      expect(found.get("the school's mean exit mark")).toBeCloseTo(80, 10);
      expect(found.get('mean exit mark of the area in cohort "2023"')).toBe(68.75);
      expect(found.get('standard deviation of the area\'s exit marks in cohort "2023"')).toBeCloseTo(Math.sqrt(79.6875), 12);
      expect(found.get('distance from the area\'s mean in cohort "2023"')).toBeDefined();
      // Sxx 200, Sxy 10 × 8.75 + 10 × 6.25 = 150: slope 0.75; a's entrance mean 55 is 5 below 60: expected 68.75 − 3.75 = 65
      expect(found.get("slope × entrance"), "anchored").toBeCloseTo(0.75 * 55, 10);
      expect(found.get("mark expected by the line")).toBeCloseTo(65, 10);
      const { yardstick: _lost, ...stored } = result;
      expect([...recomputed(answer(explainValueAdded(stored, { school: "a" }))).keys()]).not.toContain("the school's mean exit mark");
    }
  });

  test("a school that is not there", () => {
    const { issues } = explainValueAdded(results[0]![1], { school: "nowhere" });
    expect(issues).toMatchObject([{ code: "school-without-estimate", params: { group: null, school: "nowhere" } }]);
    const [chinese, english] = [describeIssue(issues[0]!, { catalog: zhCN }), describeIssue(issues[0]!, { catalog: en })];
    expect(english).toBe('School "nowhere" has no published estimate: it has too few pupils or is not in the result.');
    expect(chinese).toBe("学校“nowhere”没有可公布的估计值：该校学生人数不足，或不在结果之中。");
  });
});

describe("the mixed model", () => {
  test("a balanced layout with a known slope: ANOVA by hand", () => {
    // outcome − prior: a 8 10, b 11 13, c 20 22 (means 9 12 21, grand 14): variance between 38, within 2, reliability 38 ÷ 39
    const marks = [
      ["a", 10, 18],
      ["a", 20, 30],
      ["b", 10, 21],
      ["b", 20, 33],
      ["c", 10, 30],
      ["c", 20, 42],
    ] as const;
    // within slope: every school rises 12 over 10: 1.2, so residuals: 6 6, 9 9, 18 18: no spread
    expect(mixedValueAdded(pupilsOf(marks), { slope: "within" }).issues[0]?.code).toBe("fit-not-possible");
    const wide = marks.map(([school, x, y], k) => [school, x, y + [0, 2, 2, 0, 0, 1][k]!] as const);
    const result = answer(mixedValueAdded(pupilsOf(wide), { slope: "within", scale: "marks" }));
    // within Sxx 3 × 50, Sxy 5·(14 + 10 + 13) = 185: slope 37/30; slope-adjusted means differ as y means: 25, 28, 36.5
    expect(result.line?.slope).toBeCloseTo(37 / 30, 5);
    expect(estimated(result).map(({ estimate }) => estimate)).toEqual([
      expect.closeTo(25 - 179 / 6, 4),
      expect.closeTo(28 - 179 / 6, 4),
      expect.closeTo(36.5 - 179 / 6, 4),
    ]);
    for (const { estimate, shrunken, reliability } of estimated(result)) expect(shrunken).toBeCloseTo(estimate * reliability, 10);
  });

  test("the correction for an unreliable prior takes the intake out of the effects", () => {
    const world = { ...PLAIN, schools: 200, least: 40, most: 60, reliability: 0.8, intakeVariance: 0.5, effectVariance: 0.03, slope: 0.8 };
    const { pupils } = madePupils(11, world);
    const plain = answer(mixedValueAdded(pupils, { slope: "within" })).correlationWithIntake!;
    const mended = answer(mixedValueAdded(pupils, { slope: "corrected", priorReliability: 0.8 }));
    expect(plain).toBeGreaterThan(0.3);
    expect(Math.abs(mended.correlationWithIntake!)).toBeLessThan(0.2);
    // true slope 0.8 on ability; 200 schools of about 50
    expect(Math.abs(mended.line!.slope - 0.8)).toBeLessThan(0.04);
  });

  test("shrunken estimates with comparative errors cover true effects (simulated)", () => {
    let [covered, all] = [0, 0];
    for (let seed = 300; seed < 330; seed += 1) {
      const { pupils, effect } = madePupils(seed, { ...PLAIN, schools: 40 });
      for (const each of estimated(answer(mixedValueAdded(pupils, { scale: "marks", slope: "within" })))) {
        all += 1;
        if (Math.abs(each.shrunken - effect.get(each.school)!) <= 1.959964 * each.shrunkenError) covered += 1;
      }
    }
    expect(covered / all).toBeGreaterThan(0.92);
    expect(covered / all).toBeLessThan(0.975);
  });
});
