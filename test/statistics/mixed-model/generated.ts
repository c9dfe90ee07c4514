import type { StatisticsDesign } from "../../../src/statistics/exact/design.js";
import { createStatistics, type Statistics, type StatisticsRow } from "../../../src/statistics/exact/statistics.js";
import { createRandom } from "../../../src/statistics/random.js";

/** What a generated district looks like. */
export interface Truth {
  readonly seed: number;
  readonly uppers: number;
  readonly groupsPerUpper: number;
  /** Groups that belong to no upper unit. */
  readonly free?: number;
  readonly size: (random: () => number) => number;
  readonly sdUpper: number;
  readonly sdGroup: number;
  readonly sdSlope?: number;
  readonly sdResidual: number;
  readonly offset?: number;
  readonly weighted?: boolean;
}

export const generatedDesign: StatisticsDesign = {
  columns: [
    { id: "x", step: "0.001", width: "wide" },
    { id: "z", step: "0.001", width: "wide" },
    { id: "y", step: "0.0001", width: "wide" },
  ],
  upper: true,
  groupProducts: true,
};

/** Rows of y = offset + 2 + 0.5 x − 0.3 z + upper + group (+ slope x) + residual. */
export function generatedRows(truth: Truth): StatisticsRow[] {
  const random = createRandom(truth.seed);
  const offset = truth.offset ?? 0;
  const rows: StatisticsRow[] = [];
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const addGroup = (group: string, upper: string | undefined, effect: number): void => {
    const own = effect + truth.sdGroup * random.normal();
    const slope = (truth.sdSlope ?? 0) * random.normal();
    const level = random.normal();
    const size = truth.size(() => random.uniform());
    for (let i = 0; i < size; i++) {
      const x = round(offset + level * 0.5 + random.normal());
      const z = round(offset + random.normal());
      const weight = truth.weighted === true ? 1 + random.integer(4) : undefined;
      const noise = (truth.sdResidual * random.normal()) / Math.sqrt(weight ?? 1);
      const y = Math.round((offset + 2 + (0.5 + slope) * (x - offset) - 0.3 * (z - offset) + own + noise) * 10000) / 10000;
      rows.push({ group, upper, values: { x, z, y }, weight });
    }
  };
  for (let g = 0; g < truth.uppers; g++) {
    const effect = truth.sdUpper * random.normal();
    for (let j = 0; j < truth.groupsPerUpper; j++) addGroup(`s${j}`, `g${g}`, effect);
  }
  for (let j = 0; j < (truth.free ?? 0); j++) addGroup(`f${j}`, undefined, 0);
  return rows;
}

/** Exact statistics of rows. */
export function statisticsOf(rows: readonly StatisticsRow[], design: StatisticsDesign = generatedDesign): Statistics {
  const statistics = createStatistics(design);
  for (const row of rows) statistics.add(row);
  return statistics;
}

/** Ten upper units of five groups, z following x but for its fourth (fifth …) decimal. */
export function nearlyCollinearRows(digit: number): StatisticsRow[] {
  const size = (random: () => number): number => 1 + Math.floor(20 * random() * random());
  const rows = generatedRows({ seed: 33, uppers: 10, groupsPerUpper: 5, size, sdUpper: 1, sdGroup: 1, sdResidual: 2 });
  const whole = 10 ** (digit + 1);
  return rows.map((row, i) => ({
    ...row,
    values: { ...row.values, z: Math.round(row.values["x"]! * whole + ((i * 7) % 11) * 10) / whole },
  }));
}
