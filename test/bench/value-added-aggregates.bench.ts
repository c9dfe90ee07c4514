/**
 * What the law leaves without marks: schools' means and grades, from rows to results, as a ratio of minima to a fold that only adds up the same
 * rows by school. One row is a school. Reading and describing are linear; methods that rank compare every pair of schools for the simultaneous
 * rank intervals, which is measured alone beside them ("all pairs"): a ratio that grows with the number of schools is that part. CPU time.
 */
import { createRandom } from "../../src/statistics/index.js";
import { compareSchools } from "../../src/value-added/compare-schools.js";
import {
  cohortChange,
  gradeChange,
  gradeDistributions,
  meansValueAdded,
  readSchoolGrades,
  readSchoolMeans,
  type SchoolGradeRow,
  type SchoolMeanRow,
} from "../../src/value-added/index.js";

const marks = { minimum: 0, maximum: 750, step: "0.5" };
const grades = ["A", "B", "C", "D"];

interface World {
  readonly means: readonly [readonly SchoolMeanRow[], readonly SchoolMeanRow[]];
  readonly grades: readonly [readonly SchoolGradeRow[], readonly SchoolGradeRow[]];
}

function worldOf(count: number): World {
  const random = createRandom(1);
  const base = Array.from({ length: count }, () => 350 + random.integer(200));
  const rows = (shift: number): SchoolMeanRow[] =>
    base.map((mean, k) => ({ school: `s${k}`, pupils: 100 + random.integer(300), mean: mean + shift + random.integer(40) / 2, sd: 60 }));
  const grade = (): SchoolGradeRow[] =>
    base.map((_, k) => {
      const [A, B, C, D] = [1, 2, 3, 4].map(() => 10 + random.integer(80)) as [number, number, number, number];
      return { school: `s${k}`, counts: { A, B, C, D } };
    });
  return { means: [rows(0), rows(20)], grades: [grade(), grade()] };
}

/** The base: both readings of means by school, a school counting once. */
function foldMeans({ means }: World): number {
  const sums = new Map<string, { n: number; sum: number; squares: number }>();
  for (const rows of means)
    for (const { school, pupils, mean, sd } of rows) {
      const sum = sums.get(school) ?? { n: 0, sum: 0, squares: 0 };
      sum.n += pupils;
      sum.sum += pupils * mean;
      sum.squares += pupils * (sd ?? 0) * (sd ?? 0);
      sums.set(school, sum);
    }
  return sums.size;
}

/** The base: both readings of grades by school. */
function foldGrades({ grades: readings }: World): number {
  const sums = new Map<string, Record<string, number>>();
  for (const rows of readings)
    for (const { school, counts } of rows) {
      const sum = sums.get(school) ?? { A: 0, B: 0, C: 0, D: 0 };
      for (const grade of grades) sum[grade]! += counts[grade]!;
      sums.set(school, sum);
    }
  return sums.size;
}

const answer = <Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value => {
  if (!result.ok) throw new Error("the made-up data has errors");
  return result.value;
};
const readMeans = ({ means }: World, cohorts: readonly [string, string], exams: readonly [string, string]) =>
  means.map((rows, k) => answer(readSchoolMeans(rows, { cohort: cohorts[k]!, examination: { id: exams[k]!, ...marks } })));
const readGrades = ({ grades: readings }: World) =>
  readings.map((rows, k) => answer(readSchoolGrades(rows, { cohort: "2024", examination: { id: ["in", "out"][k]!, grades } })));
const schoolsOf = (count: number) =>
  Array.from({ length: count }, (_, k) => ({
    school: `s${k}`,
    estimate: ((k * 7919) % count) / count,
    ownVariance: 0.004,
    loading: [],
    df: Number.POSITIVE_INFINITY,
  }));

const families = [
  [
    { name: "fold of means", run: foldMeans },
    { name: "readSchoolMeans (both)", run: (world: World) => readMeans(world, ["2024", "2024"], ["in", "out"]).length },
    {
      name: "rows to meansValueAdded",
      run: (world: World) => {
        const [entrance, exit] = readMeans(world, ["2024", "2024"], ["in", "out"]);
        return meansValueAdded({ entrance: entrance!, exit: exit! }).ok;
      },
    },
    {
      name: "rows to cohortChange",
      run: (world: World) => {
        const [before, after] = readMeans(world, ["2023", "2024"], ["one", "one"]);
        return cohortChange({ before: before!, after: after! }).ok;
      },
    },
  ],
  [
    { name: "fold of grades", run: foldGrades },
    { name: "readSchoolGrades (both)", run: (world: World) => readGrades(world).length },
    {
      name: "rows to gradeDistributions (both)",
      run: (world: World) => readGrades(world).map((reading) => gradeDistributions(reading).ok),
    },
    {
      name: "rows to gradeChange",
      run: (world: World) => {
        const [before, after] = readGrades(world);
        return gradeChange({ before: before!, after: after! }).ok;
      },
    },
  ],
] as const;

function measure(tasks: readonly (() => unknown)[], runs: number): readonly number[] {
  const least = tasks.map(() => Number.POSITIVE_INFINITY);
  for (let run = -1; run < runs; run += 1)
    for (const [place, task] of tasks.entries()) {
      globalThis.gc?.();
      const start = process.cpuUsage();
      task();
      const { user, system } = process.cpuUsage(start);
      if (run >= 0) least[place] = Math.min(least[place]!, (user + system) / 1000);
    }
  return least;
}

for (const [count, runs] of [
  [1_000, 25],
  [4_000, 12],
  [16_000, 4],
] as const) {
  const world = worldOf(count);
  const compared = schoolsOf(count);
  const pairs = () => compareSchools(compared, { shared: [], confidence: 0.95, rule: "none" }).ranks.length;
  console.log(`\n${count} schools in two readings`);
  for (const family of families) {
    const tasks = [
      ...family.map(
        ({ run }) =>
          () =>
            run(world),
      ),
      pairs,
    ];
    const least = measure(tasks, runs);
    for (const [place, name] of [...family.map((each) => each.name), "all pairs, alone"].entries()) {
      const columns = [
        name.padEnd(34),
        `min ${least[place]!.toFixed(2).padStart(8)} ms`,
        `${((least[place]! / count) * 1e6).toFixed(0).padStart(7)} ns a school`,
        `ratio ${(least[place]! / least[0]!).toFixed(2)}`,
      ];
      console.log(`  ${columns.join("   ")}`);
    }
  }
}
