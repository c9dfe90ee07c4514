import { checkCompliance } from "../../src/compliance/index.js";
import { cn } from "../../src/packs/cn.js";
import { suzhou } from "../../src/packs/cn-320500-suzhou.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { validateDistrict } from "../../src/validation/index.js";
import { generateProvince } from "./province.js";

/** Compliance of a province against the time of validating it: interleaved runs, minimum and median of the process's own time. */
const AS_OF = "2024-12-31";
const RUNS = 15;

function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const resolved = resolvePolicies([cn, suzhou]);
if (!resolved.ok) throw new Error("packs contradict each other");
const policy = resolved.value;
const province = { ...generateProvince(10_000), code: "320500" };
const contestants = [
  { name: "validateDistrict", run: () => validateDistrict(province, { asOf: AS_OF }).ok },
  { name: "checkCompliance, all rules", run: () => checkCompliance(province, { policy, asOf: AS_OF }).ok },
  { name: "checkCompliance, governance", run: () => checkCompliance(province, { policy, asOf: AS_OF, topics: ["governance"] }).ok },
] as const;
const times = contestants.map((): number[] => []);
for (let run = -3; run < RUNS; run += 1) {
  for (const [index, { run: task }] of contestants.entries()) {
    globalThis.gc?.();
    const start = busy();
    task();
    if (run >= 0) times[index]?.push(busy() - start);
  }
}
const checked = checkCompliance(province, { policy, asOf: AS_OF });
console.log(
  `${province.schools.length} schools, ${province.groups.length} groups; ${checked.ok ? checked.value.findings.length : 0} findings`,
);
const sorted = times.map((each) => [...each].sort((left, right) => left - right));
const [base = 1, baseMedian = 1] = [sorted[0]?.[0], sorted[0]?.[Math.floor(RUNS / 2)]];
for (const [index, { name }] of contestants.entries()) {
  const [least = 0, median = 0] = [sorted[index]?.[0], sorted[index]?.[Math.floor(RUNS / 2)]];
  const ratio = `${(least / base).toFixed(2)} / ${(median / baseMedian).toFixed(2)}`;
  console.log(`  ${name.padEnd(30)} min ${least.toFixed(1).padStart(7)} ms   median ${median.toFixed(1).padStart(7)} ms   ratio ${ratio}`);
}
