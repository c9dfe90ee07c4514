import { expect, test } from "vitest";
import { simulate } from "../statistics/mixed-model/simulate.js";

// Needs no R; it stands here for its length. Limits are three Monte Carlo errors, and half a hundredth for what profile and t intervals
// of variances owe to finite samples; errors of effects take the variances as known, which costs them up to two hundredths here.
test("four hundred simulated districts: no bias, and the coverage that the intervals promise", () => {
  const { coverage, bias, counts } = simulate(400, { uppers: 30, groups: 3, rows: 6 }, 0.95);
  console.log(JSON.stringify({ coverage, bias }));
  for (const [name, share] of Object.entries(coverage)) {
    const effective = name === "effect" ? counts[name]! / 4 : counts[name]!;
    expect(Math.abs(share - 0.95), name).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / effective) + (name === "effect" ? 0.02 : 0.005));
  }
  for (const [name, errors] of Object.entries(bias)) expect(Math.abs(errors), name).toBeLessThan(3.5);
});
