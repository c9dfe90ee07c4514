import { describe, expect, it } from "vitest";
import { createStatistics } from "../../../src/statistics/exact/statistics.js";
import { fitMixedModel } from "../../../src/statistics/mixed-model/fit.js";
import type { MixedModelOptions } from "../../../src/statistics/mixed-model/options.js";

/** Rows of group, upper unit, weight, x, z, y. */
interface Table {
  readonly name: string;
  readonly rows: readonly (readonly [string, string | undefined, number, number, number, number])[];
  readonly options: Partial<MixedModelOptions>;
  readonly weighted?: boolean;
  readonly upper?: boolean;
  /** −2 log likelihood, fixed effects, (residual) variances: lme4 1.1-31, bobyqa with rhoend 1e-10. */
  readonly criterion: number;
  readonly beta: readonly number[];
  /** Groups, slopes, upper units, residual. */
  readonly variances: readonly number[];
}

/**
 * Small tables whose likelihood has a second, worse valley, in which a search from moments ends: at no variance between groups (the first
 * three), or between upper units and groups the wrong way round (the last).
 */
const tables: readonly Table[] = [
  {
    name: "lone rows: lmer(y ~ x + z + (1 | g), REML = FALSE)",
    rows: [
      ["g0", undefined, 1, -1.71, 0.79, 3.11],
      ["g0", undefined, 1, 0.36, 2.79, 3.91],
      ["g1", undefined, 1, 0.5, -3.07, 6.03],
      ["g1", undefined, 1, 1.06, -1.05, 5.77],
      ["g1", undefined, 1, -5.4, -7.01, 2.86],
      ["g2", undefined, 1, 0.07, 5.31, 3.6],
      ["g3", undefined, 1, 2.17, -2.79, 4.8],
      ["g4", undefined, 1, -4.8, -3.37, 7.91],
    ],
    options: { fixed: ["x", "z"] },
    criterion: 15.065349329388713,
    beta: [5.4411642439732129, 0.76771627629320327, -0.34905467918354477],
    variances: [7.3811923406347058, 0.0015415487135397258],
  },
  {
    name: "hardly more rows than parameters: lmer(y ~ x + z + (1 | g), REML = FALSE)",
    rows: [
      ["g0", undefined, 1, -0.09, -3.29, 5.28],
      ["g0", undefined, 1, -4.77, -5.83, 4.88],
      ["g0", undefined, 1, 1.17, -4.49, 5.94],
      ["g1", undefined, 1, 3.79, -0.87, 8.43],
      ["g1", undefined, 1, 4.09, 3.09, 8.22],
      ["g2", undefined, 1, 1.71, 4.8, 6.28],
      ["g2", undefined, 1, -2.82, 4.97, 6.4],
      ["g3", undefined, 1, 1.72, 2.18, 6.72],
    ],
    options: { fixed: ["x", "z"] },
    criterion: 14.456767215882328,
    beta: [6.5615923863233743, 0.11764440524889297, 0.00816995065673627],
    variances: [0.65480142436523481, 0.0962264583592468],
  },
  {
    name: "weights over four powers of ten: lmer(y ~ x + (1 | g), weights = w, REML = FALSE)",
    weighted: true,
    rows: [
      ["g0", undefined, 0.079, -0.5, -4.2, 14.3],
      ["g0", undefined, 0.052, 0.1, 2.8, 11],
      ["g1", undefined, 76.432, 1.6, -2.7, 4.7],
      ["g1", undefined, 0.011, 1.8, -2, 10.9],
      ["g2", undefined, 0.003, -1.5, 1.4, 13.6],
      ["g3", undefined, 1.583, 2, -5.2, 8.3],
      ["g3", undefined, 11.623, -0.4, -5.5, 6.7],
      ["g3", undefined, 0.018, -3.7, 1.3, 4.2],
    ],
    options: { fixed: ["x"] },
    criterion: 40.185131692240049,
    beta: [8.1556972494427562, 0.64566720427502944],
    variances: [14.070233596951603, 0.19332015389681098],
  },
  {
    name: "slopes below upper units: lmer(y ~ x + (x | u:g) + (1 | u), REML = FALSE)",
    upper: true,
    rows: [
      ["g0", "u0", 1, 3, 1, 5],
      ["g0", "u0", 1, 1, 3, 3],
      ["g0", "u0", 1, 0, 1, 3],
      ["g0", "u0", 1, 2, -5, 4],
      ["g0", "u0", 1, -1, 2, 3],
      ["g0", "u0", 1, -2, -6, 2],
      ["g1", "u1", 1, 3, 2, 8],
      ["g1", "u1", 1, 3, -4, 8],
      ["g1", "u1", 1, 5, 3, 10],
      ["g2", "u2", 1, 2, 0, 7],
      ["g2", "u2", 1, -3, -3, 2],
      ["g2", "u2", 1, -3, 1, 2],
      ["g2", "u2", 1, 0, -5, 5],
      ["g2", "u2", 1, -5, 2, 1],
      ["g3", "u3", 1, 0, 3, 8],
      ["g3", "u3", 1, -2, -3, 6],
      ["g3", "u3", 1, 3, -2, 13],
      ["g3", "u3", 1, -1, 1, 8],
      ["g4", "u0", 1, -1, -4, 3],
      ["g4", "u0", 1, 0, 6, 3],
      ["g4", "u0", 1, 4, -4, 5],
      ["g5", "u1", 1, 2, -6, 7],
      ["g5", "u1", 1, 5, 0, 8],
      ["g5", "u1", 1, 6, -2, 9],
    ],
    options: { fixed: ["x"], groupSlopes: ["x"] },
    criterion: 57.281780828352865,
    beta: [4.9812979378823696, 0.81853889245705125],
    variances: [3.5507643150129091, 0.086529813404778722, 0, 0.20179870268229655],
  },
];

describe("a likelihood with several valleys", () => {
  it.each(tables)("is searched for the deepest: $name", ({ rows, options, weighted = false, upper = false, ...lme4 }) => {
    const statistics = createStatistics({
      columns: ["x", "z", "y"].map((id) => ({ id, step: "0.01" })),
      upper,
      groupProducts: true,
      ...(weighted ? { weightStep: "0.001" } : {}),
    });
    for (const [group, unit, weight, x, z, y] of rows)
      statistics.add({ group, upper: unit, values: { x, z, y }, ...(weighted ? { weight } : {}) });
    const result = fitMixedModel(statistics, { response: "y", fixed: [], method: "ML", ...options });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { criterion, fixed, variances, optimiser } = result.value;
    expect(optimiser.converged).toBe(true);
    expect(Math.abs(criterion - lme4.criterion) / lme4.criterion).toBeLessThan(1e-9);
    fixed.forEach(({ estimate, standardError }, k) => {
      expect(Math.abs(estimate - lme4.beta[k]!) / standardError).toBeLessThan(1e-5);
    });
    variances.forEach(({ variance }, k) => {
      expect(Math.abs(variance - lme4.variances[k]!)).toBeLessThan(1e-4 * lme4.variances[k]! + 1e-12);
    });
  });
});
