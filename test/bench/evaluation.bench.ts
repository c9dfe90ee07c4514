/**
 * Scores of 10 000 schools by 40 leaves beside a bare weighted sum of the same numbers in decimal.js, for every kind of scoring, and 1 000
 * Monte-Carlo runs over 100 schools beside a bare loop of the same arithmetic. CPU time of all threads, for others may load the machine; ratios
 * of minima of interleaved runs. Nothing is left out of ours: the system is checked, the observations are sorted, every item gets its note,
 * every score its exact text, rounding and grade. Increments read a second period, which the bare sum does not: they stand beside a second one,
 * too, that reads it and adds up half the level and half the difference. `--only=standard` runs the kinds with that word.
 */
import { Decimal } from "decimal.js";
import type { Observation } from "../../src/domain/index.js";
import { evaluate, explainScore, type IndicatorSystem, type LeafItem, rankUncertainty, type Scoring } from "../../src/evaluation/index.js";
import { createRandom } from "../../src/statistics/index.js";

const LEAVES = 40;
const label = { "zh-CN": "得分", en: "score" };
const ids = Array.from({ length: LEAVES }, (_, index) => `leaf-${index}`);
const LINE: Scoring = { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" };
const systemOf = (more: Partial<LeafItem>): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "forty",
  label,
  items: [
    { id: "all", kind: "composite", label, mean: "arithmetic" },
    ...ids.map(
      (id): LeafItem => ({
        id,
        parent: "all",
        kind: "leaf",
        label,
        weight: { value: "0.025", basis: { kind: "caller" } },
        unit: "points",
        direction: "higher-is-better",
        source: { kind: "caller" },
        scoring: LINE,
        missing: { treatment: "refuse" },
        ...more,
      }),
    ),
  ],
  rounding: { mode: "half-away-from-zero", places: 2 },
});
const system = systemOf({});
const progress = { baseline: ["2022"], scoring: { ...LINE, from: -1, to: 1 }, levelPart: "0.5" } as const;
const KINDS: readonly (readonly [string, Partial<LeafItem>])[] = [
  ["linear, as observed", {}],
  ["linear, 20 to 60", { scoring: { ...LINE, from: 20, to: 60 } }],
  ["linear, 0 to 70", { scoring: { ...LINE, to: 70 } }],
  [
    "thresholds",
    {
      scoring: {
        kind: "thresholds",
        steps: [
          { reach: 90, score: 10 },
          { reach: 60, score: "6.5" },
        ],
        otherwise: 0,
      },
    },
  ],
  ["distance to target", { scoring: { kind: "distance-to-target", target: 85, full: 100 } }],
  ["distance to target, lower", { scoring: { kind: "distance-to-target", target: 5, full: 100 }, direction: "lower-is-better" }],
  ["percentile", { scoring: { kind: "percentile", full: 100 } }],
  ["rank", { scoring: { kind: "rank", full: 100, low: 40 } }],
  ["own over best", { scoring: { kind: "own-over-best", full: 100 } }],
  ["standard", { scoring: { kind: "standard", centre: 50, spread: 10 } }],
  ["half level, half absolute increment", { increment: { ...progress, of: "absolute", scoring: { ...LINE, from: -100 } } }],
  ["half level, half relative increment", { increment: { ...progress, of: "relative" } }],
  ["half level, half share of head-room", { increment: { ...progress, of: "head-room", worst: 0, best: 100 } }],
  ["half level, half against like starts", { increment: { ...progress, of: "conditional", band: 5, scoring: { ...LINE, from: -100 } } }],
];

function made(schools: number, period = "2023", seed = schools): { readonly observations: Observation[]; readonly texts: string[][] } {
  const random = createRandom(seed);
  const texts = Array.from({ length: schools }, () => ids.map(() => (100 * random.uniform()).toFixed(2)));
  const observations = texts.flatMap((row, school) =>
    row.map((value, leaf): Observation => ({ indicator: ids[leaf] ?? "", subject: `s${school}`, period, value })),
  );
  return { observations, texts };
}

function bareDecimal(texts: readonly (readonly string[])[]): string[] {
  const weight = new Decimal("0.025");
  return texts.map((row) => row.reduce((sum, text) => sum.plus(new Decimal(text).times(weight)), new Decimal(0)).toFixed(2));
}

/** Half the level and half the difference from the start, weighed: the numbers that an increment has to read. */
function bareDifferences(texts: readonly (readonly string[])[], starts: readonly (readonly string[])[]): string[] {
  const [weight, half] = [new Decimal("0.025"), new Decimal("0.5")];
  return texts.map((row, school) =>
    row
      .reduce((sum, text, leaf) => {
        const now = new Decimal(text);
        const change = now.minus(starts[school]?.[leaf] ?? 0);
        return sum.plus(now.times(half).plus(change.times(half)).times(weight));
      }, new Decimal(0))
      .toFixed(2),
  );
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
      const start = process.cpuUsage();
      run();
      const { user, system: kernel } = process.cpuUsage(start);
      if (round > 0) times[side].push((user + kernel) / 1000);
    }
  }
  const [mine, other] = [Math.min(...times.ours), Math.min(...times.bare)];
  console.log(
    `${name}: least ${mine.toFixed(0)} ms (median ${median(times.ours).toFixed(0)}), bare ${other.toFixed(0)} ms (${median(times.bare).toFixed(0)}), ratio of minima ${(mine / other).toFixed(2)}`,
  );
}

const only = process.argv.find((word) => word.startsWith("--only="))?.slice(7);
const province = made(10_000);
const earlier = made(10_000, "2022", 1);
const both = [...province.observations, ...earlier.observations];
for (const [name, more] of KINDS) {
  if (only !== undefined && !name.includes(only)) continue;
  const observations = more.increment === undefined ? province.observations : both;
  const ours = () => evaluate(observations, { system: systemOf(more), period: "2023" });
  race(`10 000 schools × 40 leaves, ${name}`, 3, ours, () => bareDecimal(province.texts));
  if (more.increment === undefined) continue;
  race(`  the same beside a bare sum that reads both periods`, 3, ours, () => bareDifferences(province.texts, earlier.texts));
}
if (only !== undefined) process.exit();
race(
  "one school of the 10 000 explained, beside the bare sum of all",
  3,
  () => explainScore(province.observations, { system, period: "2023" }, { subject: "s77" }),
  () => bareDecimal(province.texts),
);
const county = made(100);
const values = county.texts.map((row) => Float64Array.from(row, Number));
race(
  "1 000 draws over 100 schools × 40 leaves beside a bare loop",
  15,
  () => rankUncertainty(county.observations, { system, period: "2023", seed: 1, draws: 1000, level: 0.9, weightSpread: 0.5 }),
  () => bareMonteCarlo(values, 1000),
);
const wide = made(3000);
const before = process.memoryUsage().arrayBuffers;
const result = rankUncertainty(wide.observations, {
  system,
  period: "2023",
  seed: 1,
  draws: 200,
  level: 0.9,
  weightSpread: 0.5,
  pairsAmong: [],
});
console.log(
  `200 draws over 3 000 schools, no pairs: ${((process.memoryUsage().arrayBuffers - before) / 2 ** 20).toFixed(0)} MB of arrays, ${result.ok ? result.value.subjects.length : 0} intervals`,
);
