/** A province of a million pupils from rows to results, each method as a ratio to a fold that only adds up the rows' scores by school. */
import type { Pupil } from "../../src/domain/index.js";
import { createRandom } from "../../src/statistics/index.js";
import {
  attainmentBands,
  gainScores,
  mixedValueAdded,
  type PupilColumns,
  readPupils,
  regressionValueAdded,
} from "../../src/value-added/index.js";

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
      outcome: Math.min(750, prior / 2 + random.integer(600) / 2),
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
];

for (const count of (process.env.COUNTS ?? "100000,1000000").split(",").map(Number)) {
  const rows = rowsOf(count);
  const times = contestants.map((): number[] => []);
  for (let run = -1; run < 5; run += 1) {
    for (const [place, { run: task }] of contestants.entries()) {
      globalThis.gc?.();
      const start = process.cpuUsage();
      task(rows);
      const { user, system } = process.cpuUsage(start);
      if (run >= 0) times[place]?.push((user + system) / 1000);
    }
  }
  const sorted = times.map((each) => [...each].sort((a, b) => a - b));
  console.log(`\n${count} pupils, ${count / 250} schools`);
  for (const [place, { name }] of contestants.entries()) {
    const [least = 0, median = 0] = [sorted[place]?.[0], sorted[place]?.[2]];
    const ratio = (median / (sorted[0]?.[2] ?? 1)).toFixed(2);
    console.log(
      `  ${name.padEnd(30)} min ${least.toFixed(0).padStart(6)} ms   median ${median.toFixed(0).padStart(6)} ms   ratio ${ratio}`,
    );
  }
}
