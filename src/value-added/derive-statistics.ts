import type { Result } from "../core/index.js";
import { type FitIssue, readStatistics, type Statistics, type StoredGroup, type StoredStatistics } from "../statistics/index.js";

/** Digits by which a school's mean is finer than the marks' own step. */
const FINE = 1000000n;

/** Statistics with the school's mean prior as a third column, `priorMean`: whole numbers on a finer grid, no row needed (Mundlak 1978). @internal */
export function withSchoolMeans(stored: StoredStatistics): Result<Statistics, FitIssue> {
  const [prior, outcome] = stored.design.columns;
  const total = [0n, 0n, 0n];
  const groups = stored.groups.map((group): StoredGroup => {
    const n = BigInt(group.rows);
    const [x, y] = group.sums.map(BigInt) as [bigint, bigint];
    const mean = (x * FINE) / n;
    const [pp, po, oo] = (group.products ?? []).map(BigInt) as [bigint, bigint, bigint];
    const extra = [mean * x, mean * y, mean * mean * n] as const;
    extra.forEach((value, k) => {
      total[k] = total[k]! + value;
    });
    return { ...group, sums: [...group.sums, String(mean * n)], products: [pp, po, extra[0], oo, extra[1], extra[2]].map(String) };
  });
  const [pp, po, oo] = stored.products;
  return readStatistics({
    ...stored,
    design: {
      ...stored.design,
      columns: [prior!, outcome!, { id: "priorMean", origin: prior!.origin, step: finer(prior!.step), width: "wide" }],
    },
    groups,
    products: [pp!, po!, String(total[0]), oo!, String(total[1]), String(total[2])],
    offGrid: [...stored.offGrid, "0"],
  });
}

/** Millionths of an exit step that go with an entrance step. */
function millionths(stored: StoredStatistics, slope: number): number {
  const [prior, outcome] = stored.design.columns;
  return Math.round(((slope * Number(prior!.step)) / Number(outcome!.step)) * 1e6);
}

/** The slope that `adjustedBy` takes in place of this one. @internal */
export function slopeOnGrid(stored: StoredStatistics, slope: number): number {
  const [prior, outcome] = stored.design.columns;
  return ((millionths(stored, slope) / 1e6) * Number(outcome!.step)) / Number(prior!.step);
}

/** Statistics of outcome − slope × prior alone, as the column `adjusted`, with the slope on its grid. @internal */
export function adjustedBy(stored: StoredStatistics, slope: number): Result<Statistics, FitIssue> {
  const [, outcome] = stored.design.columns;
  const times = BigInt(millionths(stored, slope));
  const adjust = (y: bigint, x: bigint): bigint => FINE * y - times * x;
  const square = ([pp, po, oo]: readonly bigint[]): bigint => FINE * FINE * oo! - 2n * FINE * times * po! + times * times * pp!;
  const groups = stored.groups.map((group): StoredGroup => {
    const [x, y] = group.sums.map(BigInt) as [bigint, bigint];
    return { ...group, sums: [String(adjust(y, x))], products: [String(square((group.products ?? []).map(BigInt)))] };
  });
  return readStatistics({
    ...stored,
    design: { ...stored.design, columns: [{ id: "adjusted", origin: "0", step: finer(outcome!.step), width: "wide" }] },
    groups,
    products: [String(square(stored.products.map(BigInt)))],
    offGrid: ["0"],
  });
}

/** Statistics whose schools stand under groups, one group for each; schools without one stay outside (partially nested). @internal */
export function underGroups(stored: StoredStatistics, groupOf: ReadonlyMap<string, string>): Result<Statistics, FitIssue> {
  return readStatistics({
    ...stored,
    design: { ...stored.design, upper: true },
    groups: stored.groups.map((group) => {
      const upper = groupOf.get(group.group);
      return upper === undefined ? group : { ...group, upper };
    }),
  });
}

/** A millionth of a step, as decimal text. */
function finer(step: string): string {
  const [whole, fraction = ""] = step.split(".") as [string, string?];
  const digits = whole.padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}${fraction}`;
}
