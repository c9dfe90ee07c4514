import fc from "fast-check";
import { expect } from "vitest";
import { createStatistics } from "../../../src/statistics/exact/statistics.js";
import { fitMixedModel } from "../../../src/statistics/mixed-model/fit.js";
import { generatedDesign } from "./generated.js";

/** Fits tiny tables of every kind with all that can be asked for: each number that comes back is one. */
export function neverGivesNonNumbers(numRuns: number): void {
  const value = fc.integer({ min: -3, max: 3 });
  const row = fc.record({
    group: fc.constantFrom("a", "b", "c", "d"),
    upper: fc.constantFrom("g", "h", undefined),
    x: value,
    z: value,
    y: value,
  });
  const walk = (node: unknown): void => {
    if (typeof node === "number") expect(Number.isFinite(node)).toBe(true);
    else if (typeof node === "object" && node !== null) for (const child of Object.values(node)) walk(child);
  };
  fc.assert(
    fc.property(fc.array(row, { maxLength: 14 }), fc.boolean(), fc.boolean(), (rows, slopes, reml) => {
      const statistics = createStatistics({ ...generatedDesign, columns: ["x", "z", "y"].map((id) => ({ id, step: "1" })) });
      for (const { group, upper, ...values } of rows) statistics.add({ group, upper, values });
      const result = fitMixedModel(statistics, {
        response: "y",
        fixed: ["x", "z"],
        method: reml ? "REML" : "ML",
        ...(slopes ? { groupSlopes: ["x"] } : {}),
        confidence: 0.95,
        varianceTests: true,
        covariance: "all",
      });
      walk(result);
    }),
    { numRuns, seed: 4 },
  );
}
