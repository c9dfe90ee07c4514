import { describe, expect, it } from "vitest";
import { fitMixedModel } from "../../../src/statistics/mixed-model/fit.js";
import { generatedDesign, nearlyCollinearRows, statisticsOf } from "./generated.js";

/**
 * REML criteria of y ~ x + z + (1 | g) to 50 digits, minimised over θ: test/statistics/recorded/near-collinear.py.
 *
 * | z differs from x in the | truth            | ours − truth | lme4 1.1 − truth |
 * | 4th digit               | 1272.0590974266  | −1.8e-9      | −5.1e-9          |
 * | 5th digit               | 1267.4539272406  | −2.3e-6      | +3.3e-6          |
 *
 * So both sides lose digits, as the square of the columns' likeness: what is left of z beside x is 1e-8 (1e-10) of it, of which doubles
 * keep 8 (6) digits, and log|X'V⁻¹X| sees those. To the fourth digit the criterion is good to 2e-12 of itself, to the fifth to 2e-9: there
 * the two cannot be asked to agree to 1e-9, and neither is the authority.
 */
describe("columns that are nearly the same", () => {
  it.each([
    { digit: 4, step: "0.00001", truth: 1272.0590974265554, relative: 1e-11 },
    { digit: 5, step: "0.000001", truth: 1267.4539272405673, relative: 4e-9 },
  ])("differing in digit $digit have their criterion to $relative", ({ digit, step, truth, relative }) => {
    const design = { ...generatedDesign, columns: generatedDesign.columns.map((column) => ({ ...column, step })) };
    const fit = fitMixedModel(statisticsOf(nearlyCollinearRows(digit), design), { response: "y", fixed: ["x", "z"], upper: false });
    if (!fit.ok) throw new Error(JSON.stringify(fit.issues));
    expect(Math.abs(fit.value.criterion - truth) / truth).toBeLessThan(relative);
    // θ at 50 digits: 0.69967150422513167768², the variance of groups over that of rows.
    const [group, residual] = fit.value.variances.map(({ variance }) => variance) as [number, number];
    expect(Math.abs(Math.sqrt(group / residual) - 0.6996715042251317)).toBeLessThan(3e-5);
  });
});
