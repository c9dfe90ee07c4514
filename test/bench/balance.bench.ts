/**
 * How unequally the schools of a province have the seven indicators: difference coefficient, Gini and Theil, each for all seven, as a ratio of
 * minima (CPU time, all threads) to a fold in doubles that reads the same texts and adds up what the formula needs, and at ten times as many schools, for all of it is
 * linear but for Gini's sort. The library's difference coefficient and Gini are exact; the fold is not.
 */
import { differenceCoefficient, type GroupedUnit, gini, RESOURCE_INDICATORS, type ResourceUnit, theil } from "../../src/balance/index.js";
import { createRandom } from "../../src/statistics/index.js";

/** Schools of 200 to 2 000 pupils in groups of five; one list of units per indicator, areas and values with two decimals. */
function province(schools: number): readonly (readonly GroupedUnit[])[] {
  const random = createRandom(schools);
  const pupils = Array.from({ length: schools }, () => 200 + random.integer(1801));
  return RESOURCE_INDICATORS.map(({ unit }) =>
    pupils.map((count, index) => {
      const total = count * (0.5 + random.uniform());
      const text = unit === "per-hundred-pupils" ? Math.round(total / 20) : total.toFixed(2);
      return { id: `s${index}`, group: `g${Math.floor(index / 5)}`, pupils: count, total: text };
    }),
  );
}

/** What every coefficient needs at least: ids told apart, texts read, one pass with a square. */
function foldCoefficient(units: readonly ResourceUnit[]): number {
  const seen = new Set<string>();
  let [pupils, total, squares] = [0, 0, 0];
  for (const { id, pupils: own, total: text } of units) {
    seen.add(id);
    const value = Number(text);
    pupils += own;
    total += value;
    squares += (value * value) / own;
  }
  return Math.sqrt((pupils * squares) / (total * total) - 1);
}

function foldGini(units: readonly ResourceUnit[]): number {
  const seen = new Set<string>();
  const rows: { each: number; pupils: number; value: number }[] = [];
  for (const { id, pupils, total } of units) {
    seen.add(id);
    const value = Number(total);
    rows.push({ each: value / pupils, pupils, value });
  }
  rows.sort((a, b) => a.each - b.each);
  let [all, total, area] = [0, 0, 0];
  for (const { pupils, value } of rows) {
    area += pupils * (2 * total + value);
    total += value;
    all += pupils;
  }
  return 1 - area / (all * total);
}

function foldTheil(units: readonly GroupedUnit[]): number {
  const seen = new Set<string>();
  const groups = new Map<string, { pupils: number; total: number; sum: number }>();
  let [pupils, total] = [0, 0];
  for (const { id, group = id, pupils: own, total: text } of units) {
    seen.add(id);
    const value = Number(text);
    const sums = groups.get(group) ?? { pupils: 0, total: 0, sum: 0 };
    if (sums.pupils === 0) groups.set(group, sums);
    sums.pupils += own;
    sums.total += value;
    sums.sum += value * Math.log(value / own);
    pupils += own;
    total += value;
  }
  let between = 0;
  for (const group of groups.values()) between += (group.total / total) * Math.log((group.total / total) * (pupils / group.pupils));
  return between;
}

interface Race {
  readonly name: string;
  readonly ours: (units: readonly GroupedUnit[]) => unknown;
  readonly fold: (units: readonly GroupedUnit[]) => number;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function run({ name, ours, fold }: Race, schools: number, rounds: number): void {
  const indicators = province(schools);
  const times = { ours: [] as number[], fold: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [side, each] of [
      ["ours", ours],
      ["fold", fold],
    ] as const) {
      const start = process.cpuUsage();
      for (const units of indicators) each(units);
      const { user, system } = process.cpuUsage(start);
      if (round > 0) times[side].push((user + system) / 1000);
    }
  }
  const [mine, other] = [Math.min(...times.ours), Math.min(...times.fold)];
  console.log(
    `${name}, ${schools} schools × ${indicators.length}: least ${mine.toFixed(1)} ms (median ${median(times.ours).toFixed(1)}), fold ${other.toFixed(1)} (${median(times.fold).toFixed(1)}), ratio of minima ${(mine / other).toFixed(2)}`,
  );
}

const RACES: readonly Race[] = [
  { name: "difference coefficient", ours: (units) => differenceCoefficient(units), fold: foldCoefficient },
  { name: "Gini", ours: (units) => gini(units), fold: foldGini },
  { name: "Theil", ours: (units) => theil(units), fold: foldTheil },
];

for (const race of RACES)
  for (const [schools, rounds] of [
    [1000, 15],
    [10_000, 9],
  ] as const)
    run(race, schools, rounds);
