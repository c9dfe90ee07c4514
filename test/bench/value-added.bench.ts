/**
 * A province of a million pupils from rows to results, each method as a ratio of minima to a fold that only adds up the rows' scores by
 * school; and for what is printed per pupil, districts of ten and a hundred thousand beside it. CPU time, all threads.
 */
import type { Pupil } from "../../src/domain/index.js";
import { createRandom } from "../../src/statistics/index.js";
import {
  attainmentBands,
  gainScores,
  meanAndRates,
  mixedValueAdded,
  type PupilColumns,
  type RateCut,
  rankChange,
  readPupils,
  regressionValueAdded,
} from "../../src/value-added/index.js";

/** Pass at 60 %, excellent at 85 % of full marks (national N5). */
const RATES: readonly RateCut[] = [
  { id: "pass", cut: "0.6", side: "at-least", better: "higher" },
  { id: "excellent", cut: "0.85", side: "at-least", better: "higher" },
];

const exam = { minimum: 0, maximum: 750, step: "0.5" };
const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam } };

function rowsOf(count: number): readonly Pupil[] {
  const random = createRandom(1);
  const schools = count / 250;
  return Array.from({ length: count }, (_, k) => {
    const prior = 200 + random.integer(800) / 2;
    return {
      id: `p${k}`,
      school: `s${Math.floor((k * schools) / count)}`,
      prior,
      outcome: Math.min(750, Math.floor(prior) / 2 + random.integer(600) / 2),
    };
  });
}

/** The base: one map by id, so that a pupil counts once, and sums per school. */
function fold(rows: readonly Pupil[]): number {
  const seen = new Set<string>();
  const sums = new Map<string, { n: number; x: number; y: number }>();
  for (const { id, school, prior, outcome } of rows) {
    if (seen.has(id)) continue;
    seen.add(id);
    const sum = sums.get(school) ?? { n: 0, x: 0, y: 0 };
    sum.n += 1;
    sum.x += prior as number;
    sum.y += outcome as number;
    sums.set(school, sum);
  }
  return sums.size;
}

function pupilsOf(rows: readonly Pupil[]): PupilColumns {
  const read = readPupils(rows, design);
  if (!read.ok) throw new Error(read.issues[0].code);
  return read.value;
}

const contestants = [
  { name: "fold", run: fold },
  { name: "readPupils", run: (rows: readonly Pupil[]) => pupilsOf(rows).schools.length },
  { name: "rows to gainScores", run: (rows: readonly Pupil[]) => gainScores(pupilsOf(rows)).ok },
  { name: "rows to regressionValueAdded", run: (rows: readonly Pupil[]) => regressionValueAdded(pupilsOf(rows)).ok },
  { name: "rows to mixedValueAdded", run: (rows: readonly Pupil[]) => mixedValueAdded(pupilsOf(rows)).ok },
  { name: "rows to attainmentBands", run: (rows: readonly Pupil[]) => attainmentBands(pupilsOf(rows), { bands: 50 }).ok },
  { name: "rows to rankChange", run: (rows: readonly Pupil[]) => rankChange(pupilsOf(rows)).ok },
  { name: "rows to meanAndRates", run: (rows: readonly Pupil[]) => meanAndRates(pupilsOf(rows), { rates: RATES }).ok },
];

for (const [count, runs] of [
  [10_000, 15],
  [100_000, 7],
  [1_000_000, 4],
] as const) {
  const rows = rowsOf(count);
  const times = contestants.map((): number[] => []);
  for (let run = -1; run < runs; run += 1) {
    for (const [place, { run: task }] of contestants.entries()) {
      globalThis.gc?.();
      const start = process.cpuUsage();
      task(rows);
      const { user, system } = process.cpuUsage(start);
      if (run >= 0) times[place]?.push((user + system) / 1000);
    }
  }
  const sorted = times.map((each) => [...each].sort((a, b) => a - b));
  const base = sorted[0]?.[0] ?? 1;
  console.log(`\n${count} pupils, ${count / 250} schools`);
  for (const [place, { name }] of contestants.entries()) {
    const [least = 0, median = 0] = [sorted[place]?.[0], sorted[place]?.[runs >> 1]];
    const columns = [
      name.padEnd(28),
      `min ${least.toFixed(1).padStart(7)} ms`,
      `median ${median.toFixed(1).padStart(7)} ms`,
      `${((least / count) * 1e6).toFixed(0).padStart(5)} ns a pupil`,
      `ratio ${(least / base).toFixed(2)}`,
    ];
    console.log(`  ${columns.join("   ")}`);
  }
}
