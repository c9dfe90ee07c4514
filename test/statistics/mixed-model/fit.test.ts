import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Statistics } from "../../../src/statistics/exact/statistics.js";
import { createStatistics } from "../../../src/statistics/exact/statistics.js";
import { fitMixedModel, fitMixedModelSteps } from "../../../src/statistics/mixed-model/fit.js";
import type { MixedModelOptions } from "../../../src/statistics/mixed-model/options.js";
import type { MixedModelFit } from "../../../src/statistics/mixed-model/result.js";
import { generatedDesign, generatedRows, statisticsOf } from "./generated.js";
import { neverGivesNonNumbers } from "./never-gives-non-numbers.js";

const marks = (groups: Readonly<Record<string, readonly number[]>>): Statistics => {
  const statistics = createStatistics({ columns: [{ id: "mark", step: "0.5" }] });
  for (const [group, values] of Object.entries(groups)) for (const mark of values) statistics.add({ group, values: { mark } });
  return statistics;
};

function fitted(statistics: Statistics, options: MixedModelOptions): MixedModelFit {
  const result = fitMixedModel(statistics, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const codes = (statistics: Statistics, options: MixedModelOptions): string[] =>
  fitMixedModel(statistics, options).issues.map(({ code }) => code);

describe("a balanced one-way layout, where REML is analysis of variance", () => {
  // Means 9, 12, 21 of two marks each, mean 14. MSB = 2(25 + 4 + 49)/2 = 78, MSW = (2 + 2 + 2)/3 = 2.
  const fit = fitted(marks({ a: [8, 10], b: [11, 13], c: [20, 22] }), {
    response: "mark",
    fixed: [],
    confidence: 0.95,
    varianceTests: true,
  });

  it("has MSW and (MSB − MSW)/n as its variances", () => {
    expect(fit.variances[0]?.variance).toBeCloseTo(38, 10);
    expect(fit.variances[1]?.variance).toBeCloseTo(2, 12);
    expect(fit.icc[0]?.correlation).toBeCloseTo(38 / 40, 12);
  });

  it("has the grand mean with error √(MSB/N) on J − 1 degrees of freedom", () => {
    expect(fit.fixed[0]?.estimate).toBeCloseTo(14, 12);
    expect(fit.fixed[0]?.standardError).toBeCloseTo(Math.sqrt(78 / 6), 11);
    expect(fit.fixed[0]?.df).toBeCloseTo(2, 8);
  });

  it("shrinks effects by 1 − MSW/MSB and knows their errors", () => {
    // θ = 19, shrinkage 2·19/39 = 38/39; conditional variance 38/39; comparative adds (38/39)² × 78/6 ... = Var(û − u) of the centred model.
    const [a] = fit.groups;
    expect(a?.effects[0]?.shrinkage).toBeCloseTo(38 / 39, 12);
    expect(a?.effects[0]?.estimate).toBeCloseTo((-5 * 38) / 39, 10);
    expect(a?.effects[0]?.conditionalError).toBeCloseTo(Math.sqrt(38 / 39), 10);
    expect(a?.effects[0]?.comparativeError).toBeCloseTo(Math.sqrt(38 / 39 + (38 / 39) ** 2 * 13), 10);
    expect(a?.residualSum).toBeCloseTo(-10, 10);
  });

  it("has the restricted likelihood of its definition", () => {
    // −2ℓ = (N − 1) log 2π + J(n − 1) log MSW + (J − 1) log MSB + log(N) + J(n − 1) + (J − 1), N = 6, J = 3, n = 2.
    const expected = 5 * Math.log(2 * Math.PI) + 3 * Math.log(2) + 2 * Math.log(78) + Math.log(6) + 5;
    expect(fit.criterion).toBeCloseTo(expected, 10);
  });

  it("tests the variance by half a χ²₁", () => {
    // Without groups: s² = (2·78 + 3·2)/5 = 32.4, −2ℓ₀ = 5 log 2π + 5 log 32.4 + log 6 + 5.
    const statistic = 5 * Math.log(32.4) - 3 * Math.log(2) - 2 * Math.log(78);
    expect(fit.tests?.[0]?.statistic).toBeCloseTo(statistic, 10);
    expect(fit.tests?.[0]?.p).toBeGreaterThan(0.001);
    expect(fit.tests?.[0]?.p).toBeLessThan(0.05);
  });

  it("has profile limits at which the criterion stands 3.841 higher", () => {
    const { low, high } = fit.variances[0]!;
    const profile = (variance: number): number => {
      // Over σ²: 3 log s + 6/s + 2 log(s + 2v) + 156/(s + 2v), by a fine search.
      let least = Number.POSITIVE_INFINITY;
      for (let s = 0.05; s < 40; s += 0.001)
        least = Math.min(least, 3 * Math.log(s) + 6 / s + 2 * Math.log(s + 2 * variance) + 156 / (s + 2 * variance));
      return least;
    };
    for (const limit of [low!, high!]) expect(profile(limit) - profile(38)).toBeCloseTo(3.841458820694124, 4);
    expect(low).toBeLessThan(38);
    expect(high).toBeGreaterThan(38);
  });
});

describe("fits from mergeable statistics", () => {
  const rows = generatedRows({ seed: 9, uppers: 6, groupsPerUpper: 4, free: 3, size: () => 12, sdUpper: 1, sdGroup: 1, sdResidual: 2 });
  const options: MixedModelOptions = { response: "y", fixed: ["x", "z"], confidence: 0.9 };

  it("have the same bits whatever the order and the parts of the rows", () => {
    const whole = JSON.stringify(fitted(statisticsOf(rows), options));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(rows.length), (shuffled, cut) => {
        const statistics = statisticsOf(shuffled.slice(cut));
        statistics.merge(statisticsOf(shuffled.slice(0, cut)));
        expect(JSON.stringify(fitted(statistics, options))).toBe(whole);
      }),
      { numRuns: 4, seed: 1 },
    );
  });

  it("lose nothing to an offset of a million", () => {
    const moved = rows.map((row) => ({ ...row, values: { x: row.values.x! + 1e6, z: row.values.z! + 1e6, y: row.values.y! + 1e6 } }));
    const columns = generatedDesign.columns.map((column) => ({ ...column, origin: "1000000" }));
    const near = fitted(statisticsOf(rows), options);
    const far = fitted(statisticsOf(moved, { ...generatedDesign, columns }), options);
    const wide = fitted(statisticsOf(moved), options);
    for (const fit of [far, wide]) {
      expect(fit.criterion).toBe(near.criterion);
      expect(fit.variances).toEqual(near.variances);
      expect(fit.fixed[1]).toEqual(near.fixed[1]);
      expect(fit.groups[3]?.effects).toEqual(near.groups[3]?.effects);
    }
  });

  it("converge to a gradient of nothing in a few evaluations", () => {
    const fit = fitted(statisticsOf(rows), options);
    expect(fit.optimiser.converged).toBe(true);
    expect(fit.optimiser.gradientNorm).toBeLessThan(1e-8);
    expect(fit.optimiser.evaluations).toBeLessThan(20);
  });

  it("report each step and stop when nobody goes on", () => {
    const steps = fitMixedModelSteps(statisticsOf(rows), options);
    const first = steps.next();
    expect(first.done).toBe(false);
    expect(first.value).toMatchObject({ stage: "fit", evaluations: 1 });
    expect(steps.return({ ok: false, issues: [] as never })).toMatchObject({ done: true });
  });

  it("estimate contrasts with the covariance of the effects behind them", () => {
    const [a, b] = [
      { group: "s0", upper: "g1" },
      { group: "s3", upper: "g1" },
    ];
    const f = { group: "f1" };
    const fit = fitted(statisticsOf(rows), {
      ...options,
      covariance: [a, b, f],
      contrasts: [
        {
          id: "within",
          groups: [
            { ...a, weight: 1 },
            { ...b, weight: -1 },
          ],
        },
        {
          id: "across",
          groups: [
            { ...a, weight: 1 },
            { ...f, weight: -1 },
          ],
        },
        { id: "alone", groups: [{ ...a, weight: 1 }] },
        { id: "upper", uppers: [{ upper: "g1", weight: 1 }] },
        { id: "sum", groups: [{ ...a, weight: 1 }], uppers: [{ upper: "g1", weight: 1 }] },
      ],
    });
    const c = fit.covariance!;
    const effect = fit.groups.find(({ group, upper }) => group === a.group && upper === a.upper)!.effects[0]!;
    const upper = fit.uppers.find((unit) => unit.upper === "g1")!.effects[0]!;
    const error = (id: string) => fit.contrasts!.find((contrast) => contrast.id === id)!;
    expect(error("within").standardError ** 2).toBeCloseTo(c[0]![0]! + c[1]![1]! - 2 * c[0]![1]!, 12);
    expect(error("across").standardError ** 2).toBeCloseTo(c[0]![0]! + c[2]![2]! - 2 * c[0]![2]!, 12);
    expect(error("alone").standardError).toBeCloseTo(effect.comparativeError, 12);
    expect(error("upper").standardError).toBeCloseTo(upper.comparativeError, 12);
    expect(error("sum").estimate).toBeCloseTo(effect.estimate + upper.estimate, 12);
    // The group's own part and its upper unit's are told apart badly: their errors are negatively related.
    expect(error("sum").standardError ** 2).toBeLessThan(effect.comparativeError ** 2 + upper.comparativeError ** 2);
  });
});

describe("what stands in the way of a fit", () => {
  const table = (columns: Readonly<Record<string, readonly number[]>>, group: readonly string[]): Statistics => {
    const statistics = createStatistics({ columns: Object.keys(columns).map((id) => ({ id, step: "0.5" })) });
    statistics.addColumns({ group, values: columns });
    return statistics;
  };
  const group = ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"];
  const x = [1, 2, 3, 2, 4, 5, 1, 5, 7, 3, 3, 8];
  const y = [3, 5, 4, 8, 9, 7, 1, 2, 6, 5, 9, 9];

  it("names constant and collinear columns, and with which", () => {
    const statistics = table({ x, k: x.map(() => 7), s: x.map((value, i) => 3 - 2 * value + i), i: x.map((_, i) => i), y }, group);
    const result = fitMixedModel(statistics, { response: "y", fixed: ["x", "k", "i", "s"] });
    expect(result.issues.map(({ code, path, params }) => ({ code, path, params }))).toEqual([
      { code: "fixed-column-constant", path: ["fixed", 1], params: { column: "k" } },
      { code: "fixed-column-collinear", path: ["fixed", 3], params: { column: "s", columns: "x, i" } },
    ]);
  });

  it("says when there are too few groups or rows", () => {
    expect(
      codes(
        table(
          { x, y },
          x.map(() => "a"),
        ),
        { response: "y", fixed: ["x"] },
      ),
    ).toEqual(["units-too-few"]);
    expect(codes(table({ y: [1, 2, 4] }, ["a", "a", "b"]), { response: "y", fixed: [] })).toEqual([]);
    expect(codes(table({ x: [1, 2, 2], y: [1, 2, 4] }, ["a", "a", "b"]), { response: "y", fixed: ["x"] })).toEqual(["rows-too-few"]);
    expect(codes(table({ y: [1, 2, 4] }, ["a", "b", "c"]), { response: "y", fixed: [] })).toEqual(["level-not-separable"]);
  });

  it("says when upper units of one group each leave nothing to tell them apart by, slopes or none", () => {
    const statistics = createStatistics({ columns: ["x", "y"].map((id) => ({ id, step: "1" })), upper: true, groupProducts: true });
    const marks = [3, 5, 4, 8, 6, 9, 1, 2, 7, 7, 9, 12, 4, 3, 8, 10, 11, 15, 2, 6];
    marks.forEach((mark, i) => {
      statistics.add({ group: `s${i % 5}`, upper: `g${i % 5}`, values: { x: Math.floor(i / 5), y: mark } });
    });
    expect(codes(statistics, { response: "y", fixed: ["x"] })).toEqual(["level-not-separable"]);
    expect(codes(statistics, { response: "y", fixed: ["x"], groupSlopes: ["x"] })).toEqual(["level-not-separable"]);
    expect(codes(statistics, { response: "y", fixed: ["x"], upper: false, groupSlopes: ["x"] })).not.toContain("level-not-separable");
  });

  it("says when nothing is left to explain", () => {
    expect(codes(table({ x, y: x.map((value) => 2 * value + 1) }, group), { response: "y", fixed: ["x"] })).toEqual(["residuals-zero"]);
    expect(
      codes(table({ x, y: x.map((value, i) => 2 * value + group[i]!.charCodeAt(0)) }, group), { response: "y", fixed: ["x"] }),
    ).toEqual(["residuals-zero"]);
    expect(codes(table({ x, y: x.map(() => 4) }, group), { response: "y", fixed: ["x"] })).toEqual(["residuals-zero"]);
  });

  it("says in a notice that a variance is estimated as 0", () => {
    // Group means 5, 5, 5: less spread than chance.
    const statistics = table({ y: [1, 5, 9, 2, 5, 8, 0, 5, 10] }, ["a", "a", "a", "b", "b", "b", "c", "c", "c"]);
    const result = fitMixedModel(statistics, { response: "y", fixed: [], confidence: 0.95, varianceTests: true });
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual([["singular-fit", "notice"]]);
    if (!result.ok) throw new Error("no fit");
    expect(result.value.singular).toBe(true);
    expect(result.value.variances[0]).toMatchObject({ variance: 0, low: 0 });
    expect(result.value.variances[0]!.high).toBeGreaterThan(0);
    expect(result.value.tests).toEqual([{ level: "group", statistic: 0, p: 1 }]);
    expect(result.value.groups.every(({ effects }) => effects[0]!.estimate === 0 && effects[0]!.shrinkage === 0)).toBe(true);
  });

  // A thousand of them: test/conformance/mixed-model-fuzz.test.ts.
  it("never gives a number that is none", () => neverGivesNonNumbers(12));

  it("throws for options that make no sense", () => {
    const statistics = table({ x, y }, group);
    expect(() => fitMixedModel(statistics, { response: "w", fixed: [] })).toThrow('no column "w"');
    expect(() => fitMixedModel(statistics, { response: "y", fixed: ["y"] })).toThrow("once");
    expect(() => fitMixedModel(statistics, { response: "y", fixed: ["x"], groupSlopes: ["x"] })).toThrow("groupProducts");
    expect(() => fitMixedModel(statistics, { response: "y", fixed: [], confidence: 95 })).toThrow("between 0 and 1");
    expect(() => fitMixedModel(statistics, { response: "y", fixed: [], upper: true })).toThrow("no upper level");
  });
});
