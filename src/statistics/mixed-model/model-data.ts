import { powerOfTwo } from "../binary-scale.js";
import { log } from "../elementary.js";
import { pairIndex } from "../exact/layout.js";
import type { StatisticsState } from "../exact/state.js";
import { groupProducts, groupSum } from "../exact/stored.js";
import { type StatisticsUnit, sortedPlaces } from "../exact/unit-table.js";
import type { Plan } from "./options.js";
import { withinProducts } from "./within.js";

/**
 * What a model is fitted from. Vectors hold the constant first, then the fixed columns, then the response; columns are centred on a whole
 * number of steps and scaled by a power of two, both without rounding, so that offsets cost no digit.
 * @internal
 */
export interface ModelData {
  /** Columns with the constant and the response. */
  readonly size: number;
  readonly rows: number;
  /** Sum of log(weight) over the rows; 0 without weights. */
  readonly logWeights: number;
  /** Groups, those without an upper unit first, then upper unit by upper unit. */
  readonly units: readonly StatisticsUnit[];
  readonly unitRows: Float64Array;
  /** Sum of weights per group; the rows without weights. */
  readonly weights: Float64Array;
  /** The same in whole steps. */
  readonly weightSteps: Float64Array;
  /** Their sum. */
  readonly totalSteps: bigint;
  /** Weighted means per group, `size` numbers each, the first 1. */
  readonly means: Float64Array;
  /** Where upper unit u's groups stand: start[u] … start[u + 1]; groups before start[0] have none. */
  readonly upperStart: readonly number[];
  readonly upperKeys: readonly string[];
  /** Cross-products in total, centred on the columns' centres: exact whole steps. */
  readonly exact: readonly (readonly bigint[])[];
  /** Exact sums of the centred columns over all rows. */
  readonly residue: readonly bigint[];
  /** What is left within groups, `size`² numbers; see `withinProducts`. */
  readonly within: Float64Array;
  /** The same as `exact` per group for random slopes, `size`² numbers each in the model's scale. */
  readonly products: Float64Array | undefined;
  /** Whole sums per group of the centred columns (in steps × weight steps), `size` − 1 numbers each. */
  readonly centredSums: Float64Array;
  /** Per column (without the constant): value = centre + model value × unit. */
  readonly centre: readonly number[];
  readonly unit: readonly number[];
  /** Model value per step, a power of two. */
  readonly scale: readonly number[];
  readonly weightStep: number;
  /** Where columns were freed of their likeness: per column the multiples of the caller's columns that it is made of. */
  readonly mix?: readonly (readonly number[])[] | undefined;
}

/** Reads the exact statistics for the columns of a plan. @internal */
export function modelDataOf(state: StatisticsState, plan: Plan): ModelData {
  const { layout, units } = state;
  const columns = plan.columns.map((place) => layout.columns[place]!);
  const places = sortedPlaces(units);
  const weightSteps = sumOf(places, units.weights);
  const sums = plan.columns.map((column) => columnSum(state, places, column));
  const centres = sums.map((sum) => nearestQuotient(sum, weightSteps));
  const exact = centredProducts(state.products, plan, sums, centres, weightSteps, layout.columns.length);
  const scale = exact.map((row, c) => scaleOf(Number(row[c]!), Number(weightSteps)));
  const size = columns.length + 1;
  const centredSums = centreSums(state, plan, places, centres);
  const weightStep = layout.weightStep === undefined ? 1 : Number(layout.weightStep.text);
  const weights = gather(places, units.weights);
  const keys = places.map((place) => units.keys[place]!);
  const unitRows = gather(places, units.rows);
  const rows = sumUp(unitRows);
  const within = withinProducts({ size, exact, centredSums, weightSteps: weights, scale, weightStep });
  const slopes = plan.groupZ.length > 1 || plan.upperZ.length > 1;
  return {
    size,
    rows,
    logWeights: layout.weightStep === undefined ? 0 : Number(state.logWeights) / 1099511627776 + rows * log(weightStep),
    units: keys,
    unitRows,
    weights: scaled(weights, weightStep),
    weightSteps: weights,
    totalSteps: weightSteps,
    means: meansOf(centredSums, weights, scale, size),
    ...upperRanges(keys, plan.upperZ.length > 0),
    exact,
    residue: sums.map((sum, c) => sum - weightSteps * centres[c]!),
    within,
    products: slopes ? unitProducts(state, plan, places, centres, scale, weightStep) : undefined,
    centredSums,
    centre: columns.map((column, c) => {
      const { numerator, denominator } = column.origin;
      const step = column.step;
      const top = numerator * step.denominator + centres[c]! * step.numerator * denominator;
      return quotient(top, denominator * step.denominator);
    }),
    unit: columns.map((column, c) => Number(column.step.text) / scale[c]!),
    scale,
    weightStep,
  };
}

/** Means per group from centred sums. Loops stand in functions of their own: compiled code is thrown away behind one that runs once. @internal */
export function meansOf(sums: Float64Array, weights: Float64Array, scale: readonly number[], size: number): Float64Array {
  const means = new Float64Array(weights.length * size);
  const scales = Float64Array.from(scale);
  for (let j = 0; j < weights.length; j++) {
    const weight = weights[j] as number;
    means[j * size] = 1;
    for (let c = 1; c < size; c++) means[j * size + c] = ((sums[j * (size - 1) + c - 1] as number) / weight) * (scales[c - 1] as number);
  }
  return means;
}

function sumUp(values: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) sum += values[j] as number;
  return sum;
}

/** Loops, as `from` and `map` of typed arrays take ten times as long. */
function gather(places: readonly number[], of: Float64Array): Float64Array {
  const all = new Float64Array(places.length);
  for (let j = 0; j < places.length; j++) all[j] = of[places[j]!]!;
  return all;
}

function scaled(values: Float64Array, by: number): Float64Array {
  const all = new Float64Array(values.length);
  for (let j = 0; j < values.length; j++) all[j] = values[j]! * by;
  return all;
}

function sumOf(places: readonly number[], of: Float64Array): bigint {
  let sum = 0n;
  let part = 0;
  for (const place of places) {
    const value = of[place]!;
    if (part + value > Number.MAX_SAFE_INTEGER) {
      sum += BigInt(part);
      part = 0;
    }
    part += value;
  }
  return sum + BigInt(part);
}

function columnSum(state: StatisticsState, places: readonly number[], column: number): bigint {
  if (!state.layout.plain) return places.reduce((sum, place) => sum + groupSum(state, place, column), 0n);
  const { sums } = state.units;
  const { leftLanes } = state.layout;
  const lane = state.layout.columns[column]!.lane;
  let total = 0n;
  let part = 0;
  for (const place of places) {
    part += sums[place * leftLanes + lane]!;
    if (Math.abs(part) > 1125899906842624) {
      total += BigInt(part);
      part = 0;
    }
  }
  return total + BigInt(part);
}

function nearestQuotient(top: bigint, bottom: bigint): bigint {
  if (bottom === 0n) return 0n;
  const doubled = 2n * top + bottom;
  const floor = doubled / (2n * bottom);
  return doubled < 0n && doubled % (2n * bottom) !== 0n ? floor - 1n : floor;
}

function quotient(top: bigint, bottom: bigint): number {
  const whole = top / bottom;
  return Number(whole) + Number(top - whole * bottom) / Number(bottom);
}

/** Σ(v − c)(w − d) = Σvw − cΣw − dΣv + cdΣ1, in whole numbers. */
function centredProducts(
  products: readonly bigint[],
  plan: Plan,
  sums: readonly bigint[],
  centres: readonly bigint[],
  weight: bigint,
  columns: number,
): bigint[][] {
  return plan.columns.map((a, i) =>
    plan.columns.map((b, k) => {
      const raw = products[pairIndex(a, b, columns)]!;
      return raw - centres[i]! * sums[k]! - centres[k]! * sums[i]! + weight * centres[i]! * centres[k]!;
    }),
  );
}

/** A power of two near one over the standard deviation. @internal */
export function scaleOf(squares: number, weight: number): number {
  let exponent = 0;
  let variance = weight > 0 && squares > 0 ? squares / weight : 1;
  for (; variance > 2; variance /= 4) exponent--;
  for (; variance < 0.5; variance *= 4) exponent++;
  return powerOfTwo(exponent);
}

function centreSums(state: StatisticsState, plan: Plan, places: readonly number[], centres: readonly bigint[]): Float64Array {
  const { layout, units } = state;
  const width = plan.columns.length;
  const centred = new Float64Array(places.length * width);
  for (let c = 0; c < width; c++) {
    const { lane } = layout.columns[plan.columns[c]!]!;
    const centre = Number(centres[c]!);
    for (let j = 0; j < places.length; j++) {
      const place = places[j]!;
      centred[j * width + c] = layout.plain
        ? units.sums[place * layout.leftLanes + lane]! - units.rows[place]! * centre
        : Number(groupSum(state, place, plan.columns[c]!) - BigInt(units.weights[place]!) * centres[c]!);
    }
  }
  return centred;
}

function unitProducts(
  state: StatisticsState,
  plan: Plan,
  places: readonly number[],
  centres: readonly bigint[],
  scale: readonly number[],
  weightStep: number,
): Float64Array {
  const size = plan.columns.length + 1;
  const all = new Float64Array(places.length * size * size);
  places.forEach((place, j) => {
    const weight = BigInt(state.units.weights[place]!);
    const sums = plan.columns.map((column) => groupSum(state, place, column));
    const products = centredProducts(groupProducts(state, place), plan, sums, centres, weight, state.layout.columns.length);
    const at = j * size * size;
    all[at] = Number(weight) * weightStep;
    for (let a = 1; a < size; a++) {
      const first = Number(sums[a - 1]! - weight * centres[a - 1]!) * scale[a - 1]! * weightStep;
      all[at + a] = first;
      all[at + a * size] = first;
      for (let b = 1; b < size; b++) all[at + a * size + b] = Number(products[a - 1]![b - 1]!) * scale[a - 1]! * scale[b - 1]! * weightStep;
    }
  });
  return all;
}

function upperRanges(keys: readonly StatisticsUnit[], wanted: boolean): { upperStart: number[]; upperKeys: string[] } {
  const upperStart: number[] = [];
  const upperKeys: string[] = [];
  if (wanted) {
    keys.forEach(({ upper }, j) => {
      if (upper === undefined || upper === upperKeys[upperKeys.length - 1]) return;
      upperStart.push(j);
      upperKeys.push(upper);
    });
  }
  upperStart.push(keys.length);
  return { upperStart, upperKeys };
}
