import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import { assessValueAdded, mixedValueAdded } from "../../src/value-added/index.js";
import { estimated, hundred, pupilsOf } from "./made.js";

describe("school means that the line settles", () => {
  // Two mean intakes (30, 40) and an intercept with a slope of means: two parameters for two means, no residual is left.
  const two = [
    ["a", 10, 20],
    ["a", 30, 60],
    ["a", 50, 40],
    ["b", 20, 70],
    ["b", 40, 30],
    ["b", 60, 90],
  ] as const;

  test("Mundlak's model needs three schools", () => {
    expect(mixedValueAdded(pupilsOf(two), { slope: "mundlak" })).toMatchObject({
      ok: false,
      issues: [{ code: "schools-too-few", params: { schools: 2, needed: 3 } }],
    });
    expect(mixedValueAdded(pupilsOf(two)).ok).toBe(true);
    const rows = two.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
    expect(assessValueAdded({ pupils: rows, design: hundred }).status).toBe("done");
  });

  test("three schools, two of one mean intake: the third alone settles the slope of means", () => {
    // Intakes 30, 30, 50. Outcomes: means 50, 50, 60, so that nothing is between a and b, and all of c is in the slope.
    const three = [
      ["a", 20, 30],
      ["a", 40, 70],
      ["b", 20, 55],
      ["b", 40, 45],
      ["c", 40, 80],
      ["c", 60, 40],
    ] as const;
    expect(mixedValueAdded(pupilsOf(three), { slope: "mundlak" })).toMatchObject({
      ok: false,
      issues: [{ code: "fit-not-possible", params: { reason: "leverage-one" } }],
    });
  });

  test("whatever is answered has an error above 0 (three schools, drawn)", () => {
    let answered = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const random = createRandom(seed);
      const rows = Array.from({ length: 60 }, (_, k) => {
        const prior = 20 + random.integer(60);
        return [`s${k % 3}`, prior, Math.min(100, Math.max(0, Math.round(prior + 10 * random.normal())))] as const;
      });
      const result = mixedValueAdded(pupilsOf(rows), { slope: "mundlak", scale: "marks" });
      if (!result.ok) continue;
      answered += 1;
      for (const { standardError, low, high } of estimated(result.value)) {
        expect(standardError).toBeGreaterThan(1e-3);
        expect(low).toBeLessThan(high);
      }
    }
    expect(answered).toBeGreaterThan(150);
  });
});
