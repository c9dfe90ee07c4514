import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import { explainValueAdded, rankChange } from "../../src/value-added/index.js";
import { answer, estimated, hundred, madePupils, pupilsOf } from "./made.js";

describe("rank change by hand", () => {
  // Entrance 90 80 80 70 60 50: places 1, 2.5, 2.5, 4, 5, 6. Exit 70 95 60 60 60 99: places 3, 2, 5, 5, 5, 1.
  const rows = [
    ["a", 90, 70],
    ["a", 80, 95],
    ["b", 80, 60],
    ["b", 70, 60],
    ["c", 60, 60],
    ["c", 50, 99],
  ] as const;
  const result = answer(rankChange(pupilsOf(rows), { unit: "places" }));

  test("W₀ − W_n of mean places, positive where the school rose", () => {
    // a: 1.75 − 2.5; b: 3.25 − 5; c: 5.5 − 3
    expect(result.places.map(({ entrance, exit }) => [entrance, exit])).toEqual([
      [1.75, 2.5],
      [3.25, 5],
      [5.5, 3],
    ]);
    expect(estimated(result).map(({ estimate }) => estimate)).toEqual([-0.75, -1.75, 2.5]);
    // from below: 7 − W
    expect(estimated(result).map(({ expected, actual }) => [expected, actual])).toEqual([
      [5.25, 4.5],
      [3.75, 2],
      [1.5, 4],
    ]);
    expect([result.scale, result.direction, result.candidates]).toEqual([
      "places",
      "positive-is-up",
      { entrance: 6, exit: 6, among: "matched-pupils" },
    ]);
  });

  test("error: changes −2 0.5 | −2.5 −1 | 0 5 about their means: (2.5² + 1.5² + 5²)/2 = 16.75 over 3, ÷ 2 pupils", () => {
    expect(estimated(result).map(({ standardError }) => standardError)).toEqual(
      [0, 1, 2].map(() => expect.closeTo(Math.sqrt(16.75 / 3 / 2), 14)),
    );
    const own = estimated(answer(rankChange(pupilsOf(rows), { unit: "places", errors: "own" })));
    // a: 2.5²/2 ÷ 1 ÷ 2
    expect(own[0]?.standardError).toBeCloseTo(1.25, 14);
  });

  test("percent ranks: (6 − W + ½) ÷ 6 × 100", () => {
    const percent = answer(rankChange(pupilsOf(rows)));
    expect(percent.scale).toBe("percent-rank");
    expect(estimated(percent).map(({ expected, estimate }) => [expected, estimate])).toEqual([
      [expect.closeTo((100 * 4.75) / 6, 12), -12.5],
      [expect.closeTo((100 * 3.25) / 6, 12), expect.closeTo(-175 / 6, 12)],
      [expect.closeTo((100 * 1) / 6, 12), expect.closeTo(250 / 6, 12)],
    ]);
  });

  test("how far a school can go: all its pupils first, or last", () => {
    // two pupils: places 1 and 2 (mean 1.5), or 5 and 6 (5.5)
    expect(result.places.map(({ mostUp, mostDown }) => [mostUp, mostDown])).toEqual([
      [0.25, -3.75],
      [1.75, -2.25],
      [4, 0],
    ]);
  });

  test("the order of school means, with ties: entrance 85 75 55; exit 82.5 60 79.5", () => {
    expect(result.places.map(({ ofMean }) => ofMean)).toEqual([
      { entrance: 1, exit: 1, change: 0 },
      { entrance: 2, exit: 3, change: -1 },
      { entrance: 3, exit: 2, change: 1 },
    ]);
    const tied = answer(
      rankChange(
        pupilsOf([
          ["a", 10, 1],
          ["a", 20, 2],
          ["b", 15, 3],
          ["b", 15, 5],
          ["c", 14, 9],
          ["c", 15, 8],
        ]),
      ),
    );
    expect(tied.places.map(({ ofMean }) => ofMean.entrance)).toEqual([1.5, 1.5, 3]);
  });

  test("all candidates of the area: percent ranks among 8 then 7; places are refused", () => {
    const candidates = { entrance: [90, 80, 80, 70, 60, 50, 100, 40], exit: [70, 95, 60, 60, 60, 99, 10] };
    const all = answer(rankChange(pupilsOf(rows), { candidates }));
    expect(all.candidates).toEqual({ entrance: 8, exit: 7, among: "all-candidates" });
    // a: places 2 and 3.5 of 8: (8.5 − 2.75)/8; then 3 and 2 of 7: (7.5 − 2.5)/7
    expect(estimated(all)[0]?.expected).toBeCloseTo((100 * 5.75) / 8, 12);
    expect(estimated(all)[0]?.actual).toBeCloseTo((100 * 5) / 7, 12);
    expect(rankChange(pupilsOf(rows), { candidates, unit: "places" }).issues[0]).toMatchObject({
      code: "candidates-differ",
      params: { entrance: 8, exit: 7 },
    });
  });

  test("a pupil's mark that is not among the candidates', or less often, is an issue", () => {
    const exit = rows.map(([, , mark]) => mark);
    const missing = (entrance: readonly number[]) => rankChange(pupilsOf(rows), { candidates: { entrance, exit } }).issues[0];
    expect(missing([90, 80, 70, 60, 50, 1])).toMatchObject({
      code: "candidates-incomplete",
      params: { examination: "entrance", missing: 1 },
    });
    expect(missing([Number.NaN, 80, 80, 70, 60, 50])).toMatchObject({ params: { missing: 1 } });
  });

  test("cautions, an explanation, a bad unit, nobody to compare", () => {
    expect(result.cautions).toEqual(["regression-to-mean", "floor-and-ceiling", "places-not-distances"]);
    expect(answer(explainValueAdded(result, { school: "a" })).kind).toBe("estimate");
    expect(() => rankChange(pupilsOf(rows), { unit: "rank" as never })).toThrow("percent or places");
    expect(
      rankChange(
        pupilsOf([
          ["a", 1, 2],
          ["b", 2, 3],
        ]),
      ).issues[0]?.code,
    ).toBe("pupils-too-few");
  });

  test("a school below the minimum stands nowhere, and does not count in the order of schools", () => {
    const three = answer(rankChange(pupilsOf([...rows, ["d", 95, 96]]), { unit: "places" }));
    expect(three.schools[3]?.status).toBe("suppressed");
    expect(three.places.map(({ school }) => school)).toEqual(["a", "b", "c"]);
    expect(three.places[0]?.ofMean.entrance).toBe(1);
  });
});

describe("rank change, in general", () => {
  const mark = fc.integer({ min: 0, max: 20 });
  const rows = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), mark, mark), { minLength: 6, maxLength: 40 });
  const enough = (list: readonly (readonly [string, number, number])[]) => {
    const of = (school: string) => list.filter(([name]) => name === school).length;
    return of("a") > 1 && of("b") > 1 && new Set(list.map(([, x]) => x)).size > 1 && new Set(list.map(([, , y]) => y)).size > 1;
  };

  test("changes sum to nothing over the area, and the other way round they turn their sign", () => {
    fc.assert(
      fc.property(rows.filter(enough), (list) => {
        const forth = answer(rankChange(pupilsOf(list, { ...hundred, minimumCohort: 2 })));
        const back = answer(rankChange(pupilsOf(list.map(([school, x, y]) => [school, y, x] as const))));
        const shown = estimated(forth);
        if (shown.length === forth.schools.length)
          expect(shown.reduce((sum, { pupils, estimate }) => sum + pupils * estimate, 0)).toBeCloseTo(0, 9);
        expect(estimated(back).map(({ estimate }) => -estimate + 0)).toEqual(shown.map(({ estimate }) => estimate + 0));
      }),
      { numRuns: 100 },
    );
  });

  test("only the order counts: any rising change of the marks leaves every figure", () => {
    fc.assert(
      fc.property(rows.filter(enough), (list) => {
        const wide = list.map(([school, x, y]) => [school, x * 4, y * y * 0.25] as const);
        const design = { ...hundred, exit: { ...hundred.exit, maximum: 100, step: "0.25" } };
        const pick = (result: ReturnType<typeof rankChange>) =>
          estimated(answer(result)).map(({ estimate, low, high }) => [estimate, low, high]);
        expect(pick(rankChange(pupilsOf(wide, design)))).toEqual(pick(rankChange(pupilsOf(list))));
      }),
      { numRuns: 100 },
    );
  });

  test("intervals hold the mean change that the same world gives on average (simulated)", () => {
    // Two exams of one ability with school effects: what a school's pupils change on average over many draws of their luck.
    const world = (seed: number) => {
      const random = createRandom(seed);
      const rows: [string, number, number][] = [];
      for (let s = 0; s < 20; s += 1)
        for (let k = 0; k < 40; k += 1) {
          const ability = (s - 10) / 10 + random.normal();
          const outcome = ability + ((s * 7) % 5) / 5 + 0.6 * random.normal();
          rows.push([`s${String(s).padStart(2, "0")}`, Math.round(500 + 80 * ability), Math.round(500 + 80 * outcome)]);
        }
      const marks = { minimum: 0, maximum: 1000, step: "1" };
      return estimated(
        answer(
          rankChange(pupilsOf(rows, { ...hundred, entrance: { id: "in", ...marks }, exit: { id: "out", ...marks } }), { errors: "own" }),
        ),
      );
    };
    const runs = Array.from({ length: 120 }, (_, k) => world(1000 + k));
    const truth = runs[0]!.map((_, s) => runs.reduce((sum, run) => sum + run[s]!.estimate, 0) / runs.length);
    const covered = runs.flatMap((run) => run.filter(({ low, high }, s) => low <= truth[s]! && truth[s]! <= high)).length;
    // 2 400 intervals of 95 %; the order of the area is taken as known, which is a little cautious here
    expect(covered / 2400).toBeGreaterThan(0.93);
    expect(covered / 2400).toBeLessThan(0.985);
  });

  test("an unreliable prior makes low places rise, and the result shows it", () => {
    const { pupils } = madePupils(21, {
      schools: 200,
      least: 20,
      most: 40,
      intakeVariance: 0.5,
      effectVariance: 0.03,
      reliability: 0.88,
      slope: 0.8,
    });
    expect(answer(rankChange(pupils)).correlationWithIntake).toBeLessThan(-0.2);
  });
});
