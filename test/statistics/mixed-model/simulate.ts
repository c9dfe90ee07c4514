import { createStatistics } from "../../../src/statistics/exact/statistics.js";
import { fitMixedModel } from "../../../src/statistics/mixed-model/fit.js";
import { createRandom } from "../../../src/statistics/random.js";

/** How often intervals held the truth, and how far estimates lay from it on average, with the Monte Carlo error of each. */
export interface Simulated {
  readonly coverage: Readonly<Record<string, number>>;
  /** (mean estimate − truth) ÷ its Monte Carlo error. */
  readonly bias: Readonly<Record<string, number>>;
  /** Counts behind each coverage: a group's effects are counted one by one. */
  readonly counts: Readonly<Record<string, number>>;
}

const TRUTH = { slope: 0.5, upper: 4, group: 9, residual: 25 };

/** Seeded districts of equal groups: y = 10 + 0.5 x + upper + group + residual; REML fits with intervals of `confidence`. */
export function simulate(
  runs: number,
  size: { readonly uppers: number; readonly groups: number; readonly rows: number },
  confidence: number,
): Simulated {
  const hits: Record<string, number> = {};
  const counts: Record<string, number> = {};
  const sums: Record<string, { sum: number; squares: number }> = {};
  const hit = (name: string, value: number, low: number, high: number): void => {
    counts[name] = (counts[name] ?? 0) + 1;
    hits[name] = (hits[name] ?? 0) + (value >= low && value <= high ? 1 : 0);
  };
  const off = (name: string, error: number): void => {
    const own = sums[name] ?? { sum: 0, squares: 0 };
    sums[name] = { sum: own.sum + error, squares: own.squares + error * error };
  };
  for (let run = 0; run < runs; run++) {
    const { statistics, effects } = district(1000 + run, size);
    const result = fitMixedModel(statistics, { response: "y", fixed: ["x"], confidence });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { fixed, variances, groups } = result.value;
    off("slope", fixed[1]!.estimate - TRUTH.slope);
    hit("slope", TRUTH.slope, fixed[1]!.low!, fixed[1]!.high!);
    hit("constant", 10, fixed[0]!.low!, fixed[0]!.high!);
    for (const { level, variance, low, high } of variances) {
      off(level, variance - TRUTH[level]);
      hit(level, TRUTH[level], low!, high ?? Number.POSITIVE_INFINITY);
    }
    for (const { group, upper, effects: predicted } of groups) {
      const { estimate, comparativeError } = predicted[0]!;
      hit(
        "effect",
        effects.get(`${upper}/${group}`)!,
        estimate - 1.959963984540054 * comparativeError,
        estimate + 1.959963984540054 * comparativeError,
      );
    }
  }
  const coverage = Object.fromEntries(Object.entries(hits).map(([name, count]) => [name, count / counts[name]!]));
  const bias = Object.fromEntries(
    Object.entries(sums).map(([name, { sum, squares }]) => {
      const mean = sum / runs;
      return [name, mean / Math.sqrt((squares / runs - mean * mean) / runs)];
    }),
  );
  return { coverage, bias, counts };
}

function district(seed: number, { uppers, groups, rows }: { readonly uppers: number; readonly groups: number; readonly rows: number }) {
  const random = createRandom(seed);
  const effects = new Map<string, number>();
  const statistics = createStatistics({
    columns: [
      { id: "x", step: "0.001", width: "wide" },
      { id: "y", step: "0.001", width: "wide" },
    ],
    upper: true,
  });
  for (let g = 0; g < uppers; g++) {
    const above = Math.sqrt(TRUTH.upper) * random.normal();
    for (let j = 0; j < groups; j++) {
      const own = Math.sqrt(TRUTH.group) * random.normal();
      effects.set(`g${g}/s${j}`, own);
      for (let i = 0; i < rows; i++) {
        const x = random.normal();
        const y = 10 + TRUTH.slope * x + above + own + Math.sqrt(TRUTH.residual) * random.normal();
        statistics.add({ group: `s${j}`, upper: `g${g}`, values: { x, y } });
      }
    }
  }
  return { statistics, effects };
}
