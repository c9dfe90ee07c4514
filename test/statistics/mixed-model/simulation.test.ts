import { expect, it } from "vitest";
import { simulate } from "./simulate.js";

// A short one; test/conformance holds the long one. Limits are four Monte Carlo errors.
it("simulated districts: estimates without bias, intervals that hold the truth as often as they say", () => {
  const { coverage, bias, counts } = simulate(40, { uppers: 12, groups: 4, rows: 6 }, 0.9);
  for (const [name, share] of Object.entries(coverage)) {
    const nominal = name === "effect" ? 0.95 : 0.9;
    const effective = name === "effect" ? counts[name]! / 4 : counts[name]!;
    expect(Math.abs(share - nominal), name).toBeLessThan(4 * Math.sqrt((nominal * (1 - nominal)) / effective));
  }
  for (const [name, errors] of Object.entries(bias)) expect(Math.abs(errors), name).toBeLessThan(4);
});
