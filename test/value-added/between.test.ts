import { describe, expect, test } from "vitest";
import { createRandom, studentQuantile } from "../../src/statistics/index.js";
import { betweenSchools } from "../../src/value-added/between-variance.js";
import { describeSchools } from "../../src/value-added/describe-schools.js";
import { EVAAS_LEVELS, explainValueAdded, mixedValueAdded, type PupilDesign, regressionValueAdded } from "../../src/value-added/index.js";
import { answer, estimated, pupilsOf } from "./made.js";

describe("variance between schools", () => {
  const of = (estimates: readonly number[], variances: readonly number[]) =>
    betweenSchools(estimates.map((estimate, k) => ({ estimate, variance: variances[k]! })));

  test("with equal errors: the sample variance (J − 1) less the error variance, wherever the mean is", () => {
    // 1 3 5: sample variance 4
    expect(of([1, 3, 5], [1, 1, 1])).toEqual({ variance: expect.closeTo(3, 12), mean: expect.closeTo(3, 12) });
    expect(of([101, 103, 105], [1, 1, 1]).variance).toBeCloseTo(3, 10);
    expect(of([1, 3, 5], [4, 4, 4]).variance).toBe(0);
    expect(of([7], [1])).toEqual({ variance: 0, mean: 7 });
    expect(of([], [])).toEqual({ variance: 0, mean: 0 });
  });

  test("with unequal errors the weighted squares come to J − 1", () => {
    // Two schools 0 and 4, v 1 and 3: (4 − 0)² ÷ (1 + 3 + 2τ²) = 1 gives τ² = 6; mean 4 × (1/9) ÷ (1/7 + 1/9) = 1.75
    expect(of([0, 4], [1, 3])).toEqual({ variance: expect.closeTo(6, 12), mean: expect.closeTo(1.75, 12) });
  });
});

const exam = { minimum: 0, maximum: 9000, step: "1" };
const design: PupilDesign = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam } };

test.each([3, 5])("regression finds the true variance between %i schools on average (simulated)", (schools) => {
  const random = createRandom(schools);
  const found = Array.from({ length: 400 }, () => {
    const rows = Array.from({ length: schools }, () => 100 * random.normal()).flatMap((effect, j) =>
      Array.from({ length: 60 }, (): [string, number, number] => {
        const ability = random.normal();
        return [`s${j}`, Math.round(4000 + 600 * ability), Math.round(4000 + 600 * ability + effect + 300 * random.normal())];
      }),
    );
    return answer(regressionValueAdded(pupilsOf(rows, design), { scale: "marks", slope: "within" })).betweenVariance;
  });
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
  const error = Math.sqrt(found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / found.length / found.length);
  // 10 000, and what is cut off at 0 adds a little; with J in place of J − 1 it was 6 900 and 7 100.
  expect(Math.abs(mean - 10_000)).toBeLessThan(3 * error + 200);
});

describe("anchored: all schools rose by thirty marks", () => {
  const cohort = (name: string, lift: number) => {
    const random = createRandom(5);
    const rows = (
      [
        ["a", 100, 0],
        ["b", 80, 5],
        ["c", 90, -3],
        ["d", 40, 9],
        ["e", 30, -6],
      ] as const
    ).flatMap(([school, size, adds]) =>
      Array.from({ length: size }, (): [string, number, number] => {
        const ability = random.normal();
        return [school, Math.round(4000 + 60 * ability), Math.round(4000 + 60 * ability + adds + lift + 30 * random.normal())];
      }),
    );
    return pupilsOf(rows, { ...design, cohort: name, minimumCohort: 2 });
  };
  const before = answer(regressionValueAdded(cohort("2023", 0), { scale: "marks" }));
  const alone = answer(regressionValueAdded(cohort("2024", 30), { scale: "marks" }));
  const anchored = answer(regressionValueAdded(cohort("2024", 30), { scale: "marks", anchor: before }));

  test("their common rise is no variance between schools, and only the distance from it is drawn in", () => {
    // The same pupils, thirty marks up: errors are as without the slope's part, estimates thirty higher.
    expect(anchored.betweenVariance).toBeLessThan(1.5 * alone.betweenVariance + 20);
    expect(anchored.centre).toBeGreaterThan(25);
    expect(alone.centre).toBeUndefined();
    for (const { estimate, shrunken, reliability } of estimated(anchored))
      expect(shrunken).toBeCloseTo(anchored.centre! + reliability * (estimate - anchored.centre!), 9);
  });

  test("they are above the earlier cohort's line, not above the average", () => {
    const text = JSON.stringify(answer(explainValueAdded(anchored, { school: "a" })));
    expect(estimated(anchored).every(({ category }) => category === "above")).toBe(true);
    expect(text).toContain('above the expectation by cohort \\"2023\\"');
    expect(text).not.toContain("the area's average");
  });
});

test("mixed model: category, level and the interval beside them judge one figure", () => {
  const random = createRandom(12);
  const sizes = [100, 20, 20, 20, 20, 20];
  let told = 0;
  for (let run = 0; run < 20; run += 1) {
    const rows = sizes.flatMap((size, j) => {
      const effect = 12 * random.normal();
      return Array.from({ length: size }, (): [string, number, number] => {
        const ability = random.normal();
        return [`s${j}`, Math.round(4000 + 60 * ability), Math.round(4000 + 60 * ability + effect + 30 * random.normal())];
      });
    });
    for (const each of estimated(answer(mixedValueAdded(pupilsOf(rows, design), { levels: EVAAS_LEVELS })))) {
      const { judged, category, shrunken, shrunkenError, index, level } = each;
      expect(judged.high - judged.low).toBeCloseTo(2 * 1.959963984540054 * shrunkenError, 9);
      expect(category).toBe(judged.low > 0 ? "above" : judged.high < 0 ? "below" : "not-different");
      if (index === null) continue;
      expect(index).toBeCloseTo(shrunken / shrunkenError, 9);
      // 1.96 and 2 are not the same: a level at either end is never without its category.
      if (level === 5) expect(category).toBe("above");
      if (level === 1) expect(index < -2).toBe(true);
      if (category !== "not-different") told += 1;
    }
  }
  expect(told).toBeGreaterThan(0);
});

describe("an interval that ends exactly at 0", () => {
  // Error 1 and the normal distribution: the interval is the estimate ± the quantile, so that an estimate of the quantile ends at 0 to the last bit.
  const quantile = studentQuantile((1 - 0.95) / 2, Number.POSITIVE_INFINITY, "upper");
  const rows = [10, 20, 30, 40].flatMap((prior, k): [string, number, number][] => [
    ["a", prior, prior + k],
    ["b", prior, prior + 3 - k],
  ]);
  const frame = { ...answer(regressionValueAdded(pupilsOf(rows))), sharedErrors: [], cautions: [] };
  const school = (name: string, estimate: number) => ({
    ...{ school: name, pupils: 30, intake: 0, actual: estimate, expected: 0, estimate, df: Number.POSITIVE_INFINITY },
    ...{ ownVariance: 1, loading: [] },
  });
  const categories = (effects: Parameters<typeof describeSchools>[1]) =>
    estimated(describeSchools(frame, effects, { confidence: 0.95 }).value).map(({ category, judged }) => [
      category,
      judged.low,
      judged.high,
    ]);

  test("is not different, a little further off is", () => {
    const little = 1e-9;
    const [above, touching, below, from, under] = categories([
      school("a", quantile + little),
      school("b", quantile),
      school("c", -quantile),
      school("d", quantile - little),
      school("e", -quantile - little),
    ]);
    expect(above?.[0]).toBe("above");
    expect(touching).toEqual(["not-different", 0, 2 * quantile]);
    expect(below).toEqual(["not-different", -2 * quantile, 0]);
    expect(from?.[0]).toBe("not-different");
    expect(under?.[0]).toBe("below");
  });

  test("is not different either where the shrunken figure is judged", () => {
    const predicted = (name: string, shrunken: number) => ({
      ...school(name, 2 * shrunken),
      predicted: { shrunken, error: 1, reliability: 0.5 },
    });
    expect(categories([predicted("a", quantile), predicted("b", -quantile)])).toEqual([
      ["not-different", 0, 2 * quantile],
      ["not-different", -2 * quantile, 0],
    ]);
  });
});
