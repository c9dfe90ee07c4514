import type { District, Exchange, Teacher } from "../../src/domain/index.js";
import { shanghai } from "../../src/packs/cn-310000-shanghai.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { checkRotation, rotationEligibility } from "../../src/rotation/index.js";

/**
 * 100 000 teachers and 300 000 exchanges in random order, against a minimal fold with the same look-ups (teacher, origin, target), one write and no checks.
 * Interleaved runs, minimum and median. Eligibility is timed apart.
 */
const RUNS = 9;
const SCHOOLS = 1000;
let state = 1;
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * below);
};
const schools = Array.from({ length: SCHOOLS }, (_, index) => ({ id: `school-${index}`, name: `${index}` }));
const groups = Array.from({ length: SCHOOLS / 5 }, (_, index) => ({
  id: `group-${index}`,
  complete: true,
  designations: [{ kind: "demonstration" }],
  memberships: schools
    .slice(index * 5, index * 5 + 5)
    .map(({ id }, place) => ({ school: id, role: place === 0 ? ("lead" as const) : ("member" as const) })),
}));
const district: District = { format: "school-groups.district.v1", code: "310101", complete: true, schools, groups };
const subjects = ["语文", "数学", "英语", "物理", "化学", "生物", "历史", "地理", "政治", "体育", "音乐", "美术"];

const build = (people: number, records: number): { readonly roster: Teacher[]; readonly exchanges: Exchange[] } => {
  const roster = Array.from({ length: people }, (_, index): Teacher => {
    const school = `school-${random(SCHOOLS)}`;
    return {
      id: `teacher-${index}`,
      school,
      backbone: random(4) === 0,
      subject: subjects[random(12)],
      service: [{ school, from: `20${10 + random(14)}-09-01` }],
    };
  });
  // Three stays each, in years that do not overlap, then shuffled.
  const exchanges = Array.from({ length: records }, (_, index): Exchange => {
    const from = random(SCHOOLS);
    const to = Math.floor(from / 5) * 5 + random(5);
    const year = 2017 + 3 * Math.floor(index / people);
    return {
      id: `exchange-${index}`,
      person: `teacher-${index % people}`,
      from: `school-${from}`,
      to: `school-${to}`,
      start: `${year}-09-01`,
      end: `${year + 1 + random(3)}-0${1 + random(9)}-01`,
    };
  });
  for (let last = exchanges.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [exchanges[last], exchanges[other]] = [exchanges[other] as Exchange, exchanges[last] as Exchange];
  }
  // As if read from a file: every text is its own.
  return JSON.parse(JSON.stringify({ roster, exchanges }));
};

const minimalFold = (roster: readonly Teacher[], exchanges: readonly Exchange[]): number => {
  const people = new Map<string, number>();
  for (const { id } of roster) people.set(id, people.size);
  const places = new Map<string, number>();
  for (const { id } of schools) places.set(id, places.size);
  const counts = new Int32Array(roster.length + 1);
  for (const { person, from, to } of exchanges) {
    const who = people.get(person) ?? roster.length;
    if (places.get(from) !== places.get(to)) counts[who] = (counts[who] ?? 0) + 1;
  }
  return counts.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0);
};

const resolved = resolvePolicies([shanghai]);
if (!resolved.ok) throw new Error("packs contradict each other");
const policy = resolved.value;
const period = { from: "2023-09-01", until: "2024-09-01" };
const settings = { minimumYears: 6, yearsToRetirement: null };

for (const [people, records] of [
  [50_000, 150_000],
  [100_000, 300_000],
] as const) {
  const { roster, exchanges } = build(people, records);
  const judged = rotationEligibility(roster, { policy, on: period.from, settings });
  if (!judged.ok) throw new Error("unreadable");
  const plain = { ...policy, rules: [] };
  const base = { district, period, roster, settings, eligibility: judged.value, counted: "begun" } as const;
  const contestants = [
    { name: "minimal fold", run: () => minimalFold(roster, exchanges) },
    { name: "checkRotation, no rules", run: () => checkRotation(exchanges, { ...base, policy: plain }).ok },
    { name: "checkRotation, Shanghai's rules (3 years)", run: () => checkRotation(exchanges, { ...base, policy }).ok },
    { name: "rotationEligibility", run: () => rotationEligibility(roster, { policy, on: period.from, settings }).ok },
  ] as const;
  const times = contestants.map((): number[] => []);
  for (let run = -2; run < RUNS; run += 1) {
    for (const [index, { run: task }] of contestants.entries()) {
      globalThis.gc?.();
      const start = process.cpuUsage();
      task();
      const { user, system } = process.cpuUsage(start);
      if (run >= 0) times[index]?.push((user + system) / 1000);
    }
  }
  console.log(`${people} teachers, ${records} exchanges; milliseconds of CPU, minimum and median of ${RUNS}; ratio to the minimal fold`);
  const sorted = times.map((each) => [...each].sort((left, right) => left - right));
  const least = sorted[0]?.[0] ?? 1;
  const middle = sorted[0]?.[Math.floor(RUNS / 2)] ?? 1;
  for (const [index, { name }] of contestants.entries()) {
    const [minimum = 0] = sorted[index] ?? [];
    const median = sorted[index]?.[Math.floor(RUNS / 2)] ?? 0;
    console.log(
      `  ${name}: ${minimum.toFixed(0)} / ${median.toFixed(0)} ms, × ${(minimum / least).toFixed(2)} / ${(median / middle).toFixed(2)}`,
    );
  }
}
