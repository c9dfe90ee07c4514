import type { ModelData } from "./model-data.js";
import { place } from "./parameters.js";

/** Variance ratios to look at, over the mean size of a level's units: from hardly any difference between units to nothing else. */
const RATIOS = [0.01, 0.3, 5, 100, 3000, 100000] as const;
const SMALL = 0;
const LARGE = 2;
/** With more groups a criterion has one valley, and looking around would cost more than it finds. */
const MOST_GROUPS = 200;
const MOST_GROUPS_WITH_SLOPES = 60;

/**
 * Further starts for small tables, whose criterion may have several valleys (Henn & Hodges 2014, Int. Statistical Review 82, 90–105):
 * the points of a coarse grid of variance ratios below all of their neighbours.
 * @internal
 */
export function otherStarts(
  orders: readonly number[],
  data: ModelData,
  criterionAt: (psi: readonly number[]) => number | undefined,
): readonly (readonly number[])[] {
  const most = orders.every((order) => order === 1) ? MOST_GROUPS : MOST_GROUPS_WITH_SLOPES;
  if (data.units.length > most) return [];
  const ratios = orders.map((_, level) => ratiosOf(data, level));
  const points = grid(ratios.map(({ length }) => length));
  const values = new Map<string, number>();
  const starts = points.map((at) => startAt(orders, at, ratios));
  points.forEach((at, k) => {
    values.set(at.join(), criterionAt(starts[k]!) ?? Number.POSITIVE_INFINITY);
  });
  return [...starts.filter((_, k) => isValley(points[k]!, values)), ...oneByOne(orders, ratios)];
}

/** Where there are several random coefficients: each in turn as the one that varies most, levels of an intercept alone else at 0. */
function oneByOne(orders: readonly number[], ratios: readonly (readonly number[])[]): number[][] {
  const coefficients = orders.flatMap((order, level) => Array.from({ length: order }, (_, r) => ({ level, r })));
  if (coefficients.length === 1) return [];
  return coefficients.map((most) =>
    orders.flatMap((order, level) =>
      diagonal(order, (r) => {
        if (level === most.level && r === most.r) return ratios[level]![LARGE]!;
        return order === 1 ? 0 : ratios[level]![SMALL]!;
      }),
    ),
  );
}

function ratiosOf(data: ModelData, level: number): number[] {
  let weight = 0;
  for (const own of data.weights) weight += own;
  const mean = weight / (level === 0 ? data.units.length : data.upperKeys.length);
  return RATIOS.map((ratio) => ratio / mean);
}

function grid(lengths: readonly number[]): number[][] {
  return lengths.reduce<number[][]>((points, length) => points.flatMap((at) => Array.from({ length }, (_, k) => [...at, k])), [[]]);
}

/** A level's random coefficients with one variance each (columns are scaled alike) and no correlation. */
function startAt(orders: readonly number[], at: readonly number[], ratios: readonly (readonly number[])[]): number[] {
  return orders.flatMap((order, level) => diagonal(order, () => ratios[level]![at[level]!]!));
}

function diagonal(order: number, ratio: (r: number) => number): number[] {
  if (order === 1) return [ratio(0)];
  const lambda = new Array<number>((order * (order + 1)) / 2).fill(0);
  for (let r = 0; r < order; r++) lambda[place(r, r)] = Math.sqrt(ratio(r));
  return lambda;
}

function isValley(at: readonly number[], values: ReadonlyMap<string, number>): boolean {
  const own = values.get(at.join())!;
  if (own === Number.POSITIVE_INFINITY) return false;
  return at.every((_, level) =>
    [-1, 1].every((step) => own <= (values.get(at.map((k, l) => (l === level ? k + step : k)).join()) ?? Number.POSITIVE_INFINITY)),
  );
}
