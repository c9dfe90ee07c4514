import type { District, Exchange, Teacher } from "../../src/domain/index.js";
import { shanghai } from "../../src/packs/cn-310000-shanghai.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { checkRotation, rotationEligibility } from "../../src/rotation/index.js";

/**
 * 100 000 teachers and 300 000 exchanges in random order, against a minimal fold with the same look-ups, one write per record and no checks.
 * Interleaved runs, minimum and median. Eligibility is timed apart.
 *
 * Two registers. "Agreeing", as a bureau's are: whoever was sent out in the period judged leaves the school of the roster, so that the check has
 * next to nothing to say. "Disagreeing", the worst case: both are drawn apart, so that four in five records of the period leave another school than the
 * roster's and each of these 80 000 is told in an issue of its own. What the check costs beyond the fold is mostly what it hands back: every record that
 * does not count with its reason (220 000), and the issues.
 *
 * Which look-ups: a count by school and group of who moved in a period cannot do without any of these. Per teacher: the person, the school (whose
 * eligible they are) and the teaching subject; the backbone mark of the row. Per record: the person, both schools, the groups of both, both
 * days (texts, looked up among the days met so far) and the teacher's row. An earlier form of this fold looked up nothing but the person and the two schools;
 * it stands beside as "three look-ups only", so that both ratios can be read.
 *
 * Before each run the young generation is emptied, no more. A forced *full* collection also drops compiled code, which is then compiled again inside
 * the run and charged to it (on threads of its own, but CPU all the same); what that costs is printed apart, as "after a full collection".
 *
 * `--ten-times` adds a million teachers and three million exchanges, twice only.
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

const build = (people: number, records: number, agreeing: boolean): { readonly roster: Teacher[]; readonly exchanges: Exchange[] } => {
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
    const home = Number(roster[index % people]?.school.slice("school-".length));
    const from = agreeing && index >= people * 2 ? home : random(SCHOOLS);
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

const threeLookUps = (roster: readonly Teacher[], exchanges: readonly Exchange[]): number => {
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

const numberIn = (numbers: Map<string, number>, name: string): number => {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
};

const minimalFold = (roster: readonly Teacher[], exchanges: readonly Exchange[]): number => {
  const people = new Map<string, number>();
  const places = new Map<string, number>();
  const topics = new Map<string, number>();
  const days = new Map<string, number>();
  const groupOf = new Int32Array(schools.length);
  for (const [group, { memberships }] of groups.entries()) {
    for (const { school } of memberships) groupOf[numberIn(places, school)] = group;
  }
  const home = new Int32Array(roster.length);
  const topic = new Int32Array(roster.length);
  const backbone = new Uint8Array(roster.length);
  for (const teacher of roster) {
    const who = people.size;
    people.set(teacher.id, who);
    home[who] = numberIn(places, teacher.school);
    topic[who] = numberIn(topics, teacher.subject ?? "");
    backbone[who] = teacher.backbone === true ? 1 : 0;
  }
  const counts = new Int32Array(roster.length);
  for (const { person, from, to, start, end } of exchanges) {
    const who = people.get(person) as number;
    const origin = places.get(from) as number;
    const target = places.get(to) as number;
    const length = numberIn(days, end ?? "") - numberIn(days, start);
    const row = (topic[who] as number) + (backbone[who] as number) + (home[who] as number);
    counts[who] = (counts[who] as number) + row + length + (groupOf[origin] as number) - (groupOf[target] as number);
  }
  return counts.reduce((sum, each) => sum + each, 0);
};

const resolved = resolvePolicies([shanghai]);
if (!resolved.ok) throw new Error("packs contradict each other");
const policy = resolved.value;
const period = { from: "2023-09-01", until: "2024-09-01" };
const settings = { minimumYears: 6, yearsToRetirement: null };

const cpuOf = (task: () => unknown, collection: "minor" | "major" = "minor"): number => {
  globalThis.gc?.({ type: collection });
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const minimumOf = (times: readonly number[]): number => Math.min(...times);
const medianOf = (times: readonly number[]): number => [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;

const measure = (people: number, agreeing: boolean, runs: number): { readonly fold: number; readonly check: number } => {
  const records = people * 3;
  const { roster, exchanges } = build(people, records, agreeing);
  const judged = rotationEligibility(roster, { policy, on: period.from, settings });
  if (!judged.ok) throw new Error("unreadable");
  const plain = { ...policy, rules: [] };
  const base = { district, period, roster, settings, eligibility: judged.value, counted: "begun" } as const;
  const contestants = [
    { name: "minimal fold, same look-ups", run: () => minimalFold(roster, exchanges) },
    { name: "fold of three look-ups only", run: () => threeLookUps(roster, exchanges) },
    { name: "checkRotation, no rules", run: () => checkRotation(exchanges, { ...base, policy: plain }).ok },
    { name: "checkRotation, Shanghai's rules (3 years)", run: () => checkRotation(exchanges, { ...base, policy }).ok },
    { name: "rotationEligibility", run: () => rotationEligibility(roster, { policy, on: period.from, settings }).ok },
  ] as const;
  const times = contestants.map((): number[] => []);
  for (let run = -2; run < runs; run += 1) {
    for (const [index, { run: task }] of contestants.entries()) {
      const took = cpuOf(task);
      if (run >= 0) times[index]?.push(took);
    }
  }
  const register = agreeing ? "agreeing with the roster" : "disagreeing with the roster (worst case)";
  console.log(
    `${people} teachers, ${records} exchanges ${register}; milliseconds of CPU, minimum and median of ${runs}; ratios of minima (and of medians)`,
  );
  const minima = times.map(minimumOf);
  const [fold = 1, three = 1, , check = 0] = minima;
  const foldMedian = medianOf(times[0] ?? []);
  for (const [index, { name }] of contestants.entries()) {
    const minimum = minima[index] ?? 0;
    const median = medianOf(times[index] ?? []);
    const ratios = `× ${(minimum / fold).toFixed(2)} (${(median / foldMedian).toFixed(2)}) the minimal fold, × ${(minimum / three).toFixed(2)} three look-ups`;
    console.log(`  ${name}: ${minimum.toFixed(0)} / ${median.toFixed(0)} ms; ${ratios}`);
  }
  const after = contestants.map(({ run }) => minimumOf(Array.from({ length: Math.min(runs, 5) }, () => cpuOf(run, "major"))));
  const [foldAfter = 1, threeAfter = 1, plainAfter = 0, checkAfter = 0] = after;
  const ratio = (part: number, whole: number): string => (part / whole).toFixed(2);
  console.log(
    `  after a full collection: fold ${foldAfter.toFixed(0)} ms; no rules × ${ratio(plainAfter, foldAfter)}, Shanghai's × ${ratio(checkAfter, foldAfter)}` +
      ` (three look-ups: × ${ratio(plainAfter, threeAfter)}, × ${ratio(checkAfter, threeAfter)})`,
  );
  return { fold, check };
};

const sizes = [10_000, 33_333, 100_000, ...(process.argv.includes("--ten-times") ? [1_000_000] : [])];
const lines = sizes.flatMap((people) =>
  [true, false].map((agreeing) => {
    const { fold, check } = measure(people, agreeing, people > 100_000 ? 2 : RUNS);
    const each = (milliseconds: number): string => ((milliseconds * 1e6) / (people * 3)).toFixed(0);
    return `  ${people * 3} exchanges, ${agreeing ? "agreeing" : "disagreeing"}: check ${each(check)} ns each, minimal fold ${each(fold)} ns each`;
  }),
);
console.log("linear? CPU per exchange, Shanghai's rules");
for (const line of lines) console.log(line);
