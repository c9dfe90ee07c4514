import { describe, expect, it } from "vitest";
import { chiSquaredQuantile } from "../../../src/statistics/chi-squared.js";
import type { StatisticsRow } from "../../../src/statistics/exact/statistics.js";
import { evaluateCriterion } from "../../../src/statistics/mixed-model/criterion.js";
import { fitMixedModel } from "../../../src/statistics/mixed-model/fit.js";
import { modelDataOf } from "../../../src/statistics/mixed-model/model-data.js";
import { type MixedModelOptions, planOf } from "../../../src/statistics/mixed-model/options.js";
import type { RandomCovariance } from "../../../src/statistics/mixed-model/result.js";
import { slopesEngine } from "../../../src/statistics/mixed-model/slopes.js";
import { generatedRows, statisticsOf } from "./generated.js";

const truth = { seed: 41, uppers: 8, groupsPerUpper: 5, size: () => 15, sdUpper: 0, sdGroup: 1, sdSlope: 0.6, sdResidual: 1 };
const rows = generatedRows(truth);
const options: MixedModelOptions = { response: "y", fixed: ["x", "z"], upper: false, confidence: 0.95, groupSlopes: ["x"] };

function correlations(of: readonly StatisticsRow[], asked: MixedModelOptions): readonly RandomCovariance[] {
  const fit = fitMixedModel(statisticsOf(of), asked);
  if (!fit.ok) throw new Error(JSON.stringify(fit.issues));
  return fit.value.covariances;
}

describe("profile limits of a correlation", () => {
  it("stand where the criterion, minimised over the two standard deviations, is χ²'s quantile above its minimum", () => {
    const [{ low, high, correlation }] = correlations(rows, options) as [RandomCovariance];
    const state = statisticsOf(rows).state();
    const data = modelDataOf(state, planOf(state.layout, options));
    const engine = slopesEngine(data, [0, 1], []);
    const centre = data.centre[0]!;
    const slope = data.unit[0]!;
    // The model's x is centred and scaled; standard deviations a (at x = 0) and b with their correlation give its Θ.
    const at = (a: number, b: number, rho: number): number => {
      const cross = rho * a * b;
      const theta = [a * a + 2 * centre * cross + centre * centre * b * b, slope * (cross + centre * b * b), slope * slope * b * b];
      return evaluateCriterion(engine, theta, { reml: true, freedom: data.rows - 3 })!.value;
    };
    // A plain pattern search, nothing of the library's own.
    const minimum = (rho: number): number => {
      let [a, b, best] = [1, 0.6, at(1, 0.6, rho)];
      for (let step = 0.2; step > 1e-7; ) {
        const moves = [
          [a + step, b],
          [a - step, b],
          [a, b + step],
          [a, b - step],
        ] as const;
        const found = moves.map(([p, q]) => ({ p, q, value: at(p, q, rho) })).find(({ value }) => value < best);
        if (found === undefined) step /= 2;
        else [a, b, best] = [found.p, found.q, found.value];
      }
      return best;
    };
    const least = minimum(correlation!);
    for (const limit of [low!, high!]) expect(minimum(limit) - least).toBeCloseTo(chiSquaredQuantile(0.95, 1), 6);
    expect(low).toBeLessThan(correlation!);
    expect(high).toBeGreaterThan(correlation!);
  });

  it("change sides with the sign of a column", () => {
    const turned = rows.map((row) => ({ ...row, values: { ...row.values, x: -row.values["x"]! } }));
    const [{ low, high }] = correlations(rows, options) as [RandomCovariance];
    const [mirror] = correlations(turned, options) as [RandomCovariance];
    expect(mirror.low).toBeCloseTo(-high!, 9);
    expect(mirror.high).toBeCloseTo(-low!, 9);
  });

  it("do not hang on the order of three coefficients", () => {
    const fewer = generatedRows({ ...truth, uppers: 3, size: () => 10 });
    const [both, swapped] = [
      ["x", "z"],
      ["z", "x"],
    ].map((groupSlopes) => correlations(fewer, { ...options, groupSlopes }));
    for (const one of both!) {
      const other = swapped!.find(({ columns }) => columns.every((column) => one.columns.includes(column)))!;
      expect(other.low).toBeCloseTo(one.low!, 6);
      expect(other.high).toBeCloseTo(one.high!, 6);
    }
  });

  it("reach to the end where little is known, and are absent unless asked for", () => {
    const few = generatedRows({ ...truth, uppers: 2, groupsPerUpper: 2, size: () => 4 });
    const [{ low, high }] = correlations(few, options) as [RandomCovariance];
    expect(low === -1 || high === 1).toBe(true);
    expect(correlations(rows, { ...options, confidence: undefined })[0]).not.toHaveProperty("low");
  });
});
