import { type CovarianceEstimator, createRandom, leastSquares, type Random } from "school-groups/statistics";
import { describe, expect, test } from "vitest";

/** One data set with slope 2: ten clusters of unequal size; what disturbs it depends on the case. */
function simulated(random: Random, kind: "equal" | "unequal" | "clustered") {
  const sizes = [2, 3, 3, 4, 4, 5, 5, 6, 6, 8];
  const cells = sizes.flatMap((size, g) => {
    const [shift, effect] = [random.normal(), random.normal()];
    return Array.from({ length: size }, () => {
      const x = kind === "clustered" ? shift + random.normal() : random.normal();
      const scale = kind === "unequal" ? 0.5 + Math.abs(x) : 1;
      return { g, x, y: 1 + 2 * x + scale * random.normal() + (kind === "clustered" ? effect : 0) };
    });
  });
  return {
    response: cells.map((cell) => cell.y),
    columns: [{ name: "x", values: cells.map((cell) => cell.x) }],
    clusters: cells.map((cell) => cell.g),
  };
}

/** How often the interval holds the truth, and the mean estimate, over `runs` data sets. */
function simulate(
  kind: Parameters<typeof simulated>[1],
  errors: CovarianceEstimator,
  runs: number,
): { readonly coverage: number; readonly mean: number; readonly sd: number } {
  const random = createRandom(20_240_901).split(runs + errors.length);
  let [held, sum, squares] = [0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    const fit = leastSquares(simulated(random.split(run), kind), { errors });
    const slope = fit.ok ? fit.value.coefficients[1] : undefined;
    if (slope?.lower === undefined || slope.upper === undefined) throw new Error("no interval");
    if (slope.lower <= 2 && slope.upper >= 2) held += 1;
    sum += slope.estimate - 2;
    squares += (slope.estimate - 2) ** 2;
  }
  return { coverage: held / runs, mean: sum / runs, sd: Math.sqrt(squares / runs) };
}

describe("simulation with a known slope: no bias, and intervals of 95 % hold it as often as they say", () => {
  const RUNS = 1500;
  /** Three Monte-Carlo standard errors of a share of 0.95. */
  const chance = 3 * Math.sqrt((0.95 * 0.05) / RUNS);
  // the classical interval is exact; HC3 and CR2 are approximations, allowed a further 1.5 points
  test.each([
    ["equal", "classical", 0],
    ["unequal", "HC3", 0.015],
    ["clustered", "CR2", 0.015],
  ] as const)("%s variances, %s errors", (kind, errors, slack) => {
    const { coverage, mean, sd } = simulate(kind, errors, RUNS);
    expect(Math.abs(mean)).toBeLessThan((3 * sd) / Math.sqrt(RUNS));
    expect(Math.abs(coverage - 0.95)).toBeLessThan(chance + slack);
  });
  test("the test can fail: classical intervals do not hold under clustering", () => {
    expect(simulate("clustered", "classical", 400).coverage).toBeLessThan(0.93);
  });
});
