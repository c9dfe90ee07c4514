/**
 * Scores of 10 000 schools by 40 leaves beside a bare weighted sum of the same numbers in decimal.js, and 1 000 Monte-Carlo runs over 100 schools
 * beside a bare loop of the same arithmetic. Ratios are medians of interleaved runs; nothing is left out of ours: the system is checked, the
 * observations are sorted, every item gets its note, every score its exact text, rounding and grade.
 */
import { Decimal } from "decimal.js";
import type { Observation } from "../../src/domain/index.js";
import { evaluate, type IndicatorSystem, rankUncertainty } from "../../src/evaluation/index.js";
import { createRandom } from "../../src/statistics/index.js";

const LEAVES = 40;
const label = { "zh-CN": "得分", en: "score" };
const ids = Array.from({ length: LEAVES }, (_, index) => `leaf-${index}`);
const system: IndicatorSystem = {
  format: "school-groups.indicator-system.v1",
  id: "forty",
  label,
  items: [
    { id: "all", kind: "composite", label, mean: "arithmetic" },
    ...ids.map(
      (id) =>
        ({
          id,
          parent: "all",
          kind: "leaf",
          label,
          weight: { value: "0.025", basis: { kind: "caller" } },
          unit: "points",
          direction: "higher-is-better",
          source: { kind: "caller" },
          scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
          missing: { treatment: "refuse" },
        }) as const,
    ),
  ],
  rounding: { mode: "half-away-from-zero", places: 2 },
};

function made(schools: number): { readonly observations: Observation[]; readonly texts: string[][] } {
  const random = createRandom(schools);
  const texts = Array.from({ length: schools }, () => ids.map(() => (100 * random.uniform()).toFixed(2)));
  const observations = texts.flatMap((row, school) =>
    row.map((value, leaf): Observation => ({ indicator: ids[leaf] ?? "", subject: `s${school}`, period: "2023", value })),
  );
  return { observations, texts };
}

function bareDecimal(texts: readonly (readonly string[])[]): string[] {
  const weight = new Decimal("0.025");
  return texts.map((row) => row.reduce((sum, text) => sum.plus(new Decimal(text).times(weight)), new Decimal(0)).toFixed(2));
}

/** The same drawing and weighing without a library: factors, weighted mean, order. */
function bareMonteCarlo(values: readonly Float64Array[], draws: number): number {
  const random = createRandom(1);
  const wins = values.map(() => values.map(() => 0));
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = ids.map(() => 0.025 * (0.5 + random.uniform()));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const scores = values.map((row) => {
      let sum = 0;
      for (let leaf = 0; leaf < LEAVES; leaf += 1) sum += (weights[leaf] ?? 0) * (row[leaf] ?? 0);
      return sum / total;
    });
    for (let i = 0; i < scores.length; i += 1) {
      const row = wins[i] ?? [];
      for (let j = i + 1; j < scores.length; j += 1) if ((scores[i] ?? 0) > (scores[j] ?? 0)) row[j] = (row[j] ?? 0) + 1;
    }
  }
  return wins.length;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function race(name: string, rounds: number, ours: () => unknown, bare: () => unknown): void {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [side, run] of [
      ["ours", ours],
      ["bare", bare],
    ] as const) {
      const start = performance.now();
      run();
      if (round > 0) times[side].push(performance.now() - start);
    }
  }
  const [mine, other] = [median(times.ours), median(times.bare)];
  console.log(
    `${name}: ${mine.toFixed(1)} ms (least ${Math.min(...times.ours).toFixed(1)}), bare ${other.toFixed(1)} ms (least ${Math.min(...times.bare).toFixed(1)}), ratio ${(mine / other).toFixed(2)}`,
  );
}

const province = made(10_000);
race(
  "10 000 schools × 40 leaves beside decimal.js",
  5,
  () => evaluate(province.observations, { system, period: "2023" }),
  () => bareDecimal(province.texts),
);
const county = made(100);
const values = county.texts.map((row) => Float64Array.from(row, Number));
race(
  "1 000 draws over 100 schools × 40 leaves beside a bare loop",
  5,
  () => rankUncertainty(county.observations, { system, period: "2023", seed: 1, draws: 1000, level: 0.9, weightSpread: 0.5 }),
  () => bareMonteCarlo(values, 1000),
);
