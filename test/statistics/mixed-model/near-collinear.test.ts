import { describe, expect, it } from "vitest";
import { fitMixedModel } from "../../../src/statistics/mixed-model/fit.js";
import { withoutLikeness } from "../../../src/statistics/mixed-model/likeness.js";
import { modelDataOf } from "../../../src/statistics/mixed-model/model-data.js";
import { type MixedModelOptions, planOf } from "../../../src/statistics/mixed-model/options.js";
import { generatedDesign, generatedRows, nearlyCollinearRows, statisticsOf } from "./generated.js";

/**
 * REML criteria of y ~ x + z + (1 | g) to 50 digits, minimised over θ: test/statistics/recorded/near-collinear.py.
 *
 * | z differs from x in the | truth            | ours − truth | lme4 1.1 − truth |
 * | 4th digit               | 1272.0590974266  | −2e-13       | −5.1e-9          |
 * | 5th digit               | 1267.4539272406  | below 2e-13  | +3.3e-6          |
 *
 * What is left of z beside x is 1e-8 (1e-10) of it: on the columns as they are doubles keep 8 (6) digits of that, and log|X'V⁻¹X| sees
 * them. Ours takes x out of z on the exact sums first.
 */
describe("columns that are nearly the same", () => {
  it.each([
    { digit: 4, step: "0.00001", truth: 1272.0590974265554, relative: 1e-14 },
    { digit: 5, step: "0.000001", truth: 1267.4539272405673, relative: 1e-14 },
  ])("differing in digit $digit have their criterion to $relative", ({ digit, step, truth, relative }) => {
    const design = { ...generatedDesign, columns: generatedDesign.columns.map((column) => ({ ...column, step })) };
    const fit = fitMixedModel(statisticsOf(nearlyCollinearRows(digit), design), { response: "y", fixed: ["x", "z"], upper: false });
    if (!fit.ok) throw new Error(JSON.stringify(fit.issues));
    expect(Math.abs(fit.value.criterion - truth) / truth).toBeLessThan(relative);
    // θ at 50 digits: 0.69967150422513167768², the variance of groups over that of rows.
    const [group, residual] = fit.value.variances.map(({ variance }) => variance) as [number, number];
    expect(Math.abs(Math.sqrt(group / residual) - 0.6996715042251317)).toBeLessThan(1e-14);
  });

  it("are told beside random slopes, where they cost digits, and not beside intercepts", () => {
    const design = { ...generatedDesign, columns: generatedDesign.columns.map((column) => ({ ...column, step: "0.00001" })) };
    const statistics = statisticsOf(nearlyCollinearRows(4), design);
    const told = (options: Partial<MixedModelOptions>): unknown[] =>
      fitMixedModel(statistics, { response: "y", fixed: ["x", "z"], upper: false, ...options })
        .issues.filter(({ severity }) => severity === "warning")
        .map(({ code, params }) => [code, params]);
    // z − x takes the values 0, 1 … 10 in units of 1e-4: variance 10 × 1e-8, beside 1 + 0.5² of x a share of 8e-8, that is 7 digits.
    expect(told({ groupSlopes: ["x"] })).toEqual([["fixed-column-nearly-collinear", { column: "z", columns: "x", digits: 7 }]]);
    expect(told({})).toEqual([]);
    expect(told({ fixed: ["x"], groupSlopes: ["x"] })).toEqual([]);
  });

  it.each([1, 0.37, -2.5])("make the same model as what is left of them (z = %s x + rest)", (slope) => {
    const rows = nearlyCollinearRows(4).map((row, i) => {
      const { x, y } = row.values as { readonly x: number; readonly y: number };
      const rest = (((i * 7) % 11) - 5) / 10_000;
      return { ...row, values: { x, y, rest, z: Math.round((slope * x + rest) * 1e5) / 1e5 } };
    });
    const columns = ["x", "z", "rest", "y"].map((id) => ({ id, step: "0.00001", width: "wide" as const }));
    const statistics = statisticsOf(rows, { columns, upper: true });
    for (const upper of [false, true]) {
      const [alike, apart] = ["z", "rest"].map((column) => {
        const fit = fitMixedModel(statistics, { response: "y", fixed: ["x", column], upper });
        if (!fit.ok) throw new Error(JSON.stringify(fit.issues));
        return fit.value;
      });
      expect(Math.abs(alike!.criterion / apart!.criterion - 1)).toBeLessThan(1e-14);
      // y = a + bx + cz = a + (b + c slope)x + c rest.
      const [, b, c] = alike!.fixed;
      const [, slopeOfX, ofRest] = apart!.fixed;
      expect(Math.abs(c!.estimate / ofRest!.estimate - 1)).toBeLessThan(1e-11);
      expect(Math.abs(c!.standardError / ofRest!.standardError - 1)).toBeLessThan(1e-11);
      expect(Math.abs(c!.df / ofRest!.df - 1)).toBeLessThan(1e-9);
      expect(Math.abs(b!.estimate + slope * c!.estimate - slopeOfX!.estimate)).toBeLessThan(1e-11 * Math.abs(b!.estimate));
      alike!.groups.forEach(({ effects: [effect] }, j) => {
        expect(Math.abs(effect!.estimate - apart!.groups[j]!.effects[0]!.estimate)).toBeLessThan(1e-11);
      });
    }
  });

  it("leave ordinary columns as they are", () => {
    const state = statisticsOf(
      generatedRows({ seed: 3, uppers: 5, groupsPerUpper: 3, size: () => 9, sdUpper: 1, sdGroup: 1, sdResidual: 2 }),
    ).state();
    const data = modelDataOf(state, planOf(state.layout, { response: "y", fixed: ["x", "z"] }));
    expect(withoutLikeness(data, 2)).toBe(data);
  });
});
