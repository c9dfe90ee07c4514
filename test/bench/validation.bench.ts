import { districtSchema } from "../../src/schema/index.js";
import { validateDistrict } from "../../src/validation/index.js";
import { breakEveryRecord, generateProvince } from "./province.js";

const OPTIONS = { asOf: "2023-12-31" };

interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
}

/** Time of this process's own work, in milliseconds: a busy machine lengthens the wall clock and not this. */
function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs the contestants in turn, so that a slow minute of the machine hits all of them alike; prints minimum and median. */
function compare(title: string, runs: number, contestants: readonly Contestant[]): void {
  const times = contestants.map((): number[] => []);
  for (let run = -2; run < runs; run += 1) {
    for (const [index, { run: task }] of contestants.entries()) {
      globalThis.gc?.();
      const start = busy();
      task();
      if (run >= 0) times[index]?.push(busy() - start);
    }
  }
  const sorted = times.map((each) => [...each].sort((left, right) => left - right));
  const base = sorted[0] ?? [];
  console.log(`\n${title}`);
  for (const [index, { name }] of contestants.entries()) {
    const [least = 0, median = 0] = [sorted[index]?.[0], sorted[index]?.[Math.floor(runs / 2)]];
    const ratio = `${(least / (base[0] ?? 1)).toFixed(2)} / ${(median / (base[Math.floor(runs / 2)] ?? 1)).toFixed(2)}`;
    console.log(
      `  ${name.padEnd(36)} min ${least.toFixed(1).padStart(7)} ms   median ${median.toFixed(1).padStart(7)} ms   ratio ${ratio}`,
    );
  }
}

const province = generateProvince(10_000);
const broken = breakEveryRecord(province);
const result = validateDistrict(province, OPTIONS);
const memberships = province.groups.reduce((sum, group) => sum + (group.memberships?.length ?? 0), 0);
console.log(`${province.schools.length} schools, ${province.groups.length} groups, ${memberships} memberships; ok: ${result.ok}`);
console.log(`issues: ${[...new Set(result.issues.map((issue) => issue.code))].join(", ") || "none"}`);

compare("sound province", 41, [
  { name: "bare districtSchema.safeParse", run: () => districtSchema.safeParse(province).success },
  { name: "validateDistrict", run: () => validateDistrict(province, OPTIONS).ok },
]);

compare("every record broken", 21, [
  { name: "bare safeParse, issues read", run: () => districtSchema.safeParse(broken).error?.issues.length },
  { name: "bare safeParse, issues left unmade", run: () => districtSchema.safeParse(broken).success },
  { name: "validateDistrict", run: () => validateDistrict(broken, OPTIONS).ok },
]);

const large = generateProvince(100_000);
compare("ten times as many schools (linear: ratio 10)", 5, [
  { name: "validateDistrict, 10 000 schools", run: () => validateDistrict(province, OPTIONS).ok },
  { name: "validateDistrict, 100 000 schools", run: () => validateDistrict(large, OPTIONS).ok },
]);
