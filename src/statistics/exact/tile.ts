import type { Chunk, Feeder } from "./feeder.js";
import { type Grid, nearestStep, roundNarrow, TOLERANCE } from "./grid.js";
import { type Four, fourWithFour, fourWithSelf, OFF_GRID, type Sources, sumLane } from "./kernels.js";
import type { Layout } from "./layout.js";

/** A product of lanes is below 2⁵³; kept as high × 2³⁰ + low, both halves hold 2²³ tiles exactly. */
const HALF = 1073741824;
/** A sum of squares within this proves every value of a tile within 2²¹. */
const SURELY_NEAR = 4398046511104;
const WHOLE_STEPS = /* @__PURE__ */ Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1);

/** Finds where the rows of one group stand side by side; gives the number of such runs. @internal */
export function markRuns(feeder: Feeder): number {
  const { unit, runs, count } = feeder;
  let run = 0;
  let current = -1;
  for (let i = 0; i < count; i++) {
    const here = unit[i] as number;
    if (here !== current) {
      runs.start[run] = i;
      runs.unit[run] = here;
      current = here;
      run++;
    }
  }
  runs.start[run] = count;
  return run;
}

/**
 * Rounds and multiplies straight from the columns (narrow ones, no weights, no products per group).
 *
 * Gives the values off the grid per column; `undefined` when some value is NaN, infinite or too far: what was multiplied is then void.
 * @internal
 */
export function multiplySources(feeder: Feeder, chunk: Chunk, last: number): number[] | undefined {
  const { layout } = feeder.state;
  const { block, right } = feeder;
  const off = new Array<number>(chunk.columns.length).fill(0);
  for (const { left, right: other } of layout.blocks) {
    if (left === other) {
      const target = { sums: feeder.runSums, stride: layout.leftLanes, offset: left };
      fourWithSelf(sourcesOf(feeder, chunk, left), fourOf(right, left), layout.rightLanes > 4, feeder.runs, 0, last, target, block);
      if (!isSound(block) && !inspect(feeder, chunk, left, off)) return undefined;
    } else {
      fourWithFour(fourOf(right, left), fourOf(right, other), 0, feeder.count, block);
    }
    keepBlock(feeder, left, other);
  }
  return off;
}

function sourcesOf(feeder: Feeder, chunk: Chunk, first: number): Sources {
  const { layout } = feeder.state;
  const grid = new Float64Array(8).fill(1, 4);
  const direct = chunk.direct;
  const values = [0, 1, 2, 3].map((k): Float64Array => {
    const column = chunk.columns[first + k];
    const lane = feeder.right[first + k]!;
    if (column !== undefined) place(layout.grids[first + k]!, grid, k);
    if (column === undefined && direct) return chunk.columns[first] as Float64Array;
    if (direct) return column as Float64Array;
    if (column !== undefined) for (let i = 0; i < feeder.count; i++) lane[i] = column[chunk.from + i] as number;
    return lane;
  });
  for (let k = 0; k < 4; k++) if (chunk.columns[first + k] === undefined) grid[4 + k] = 0;
  return { values: values as unknown as Four, shift: direct ? chunk.from : 0, grid };
}

function place(grid: Grid, into: Float64Array, k: number): void {
  into[k] = grid.origin;
  into[4 + k] = grid.scale;
}

/** All near the origin and on the grid, as far as the sums alone can tell. */
function isSound(block: Float64Array): boolean {
  const near = block[0]! <= SURELY_NEAR && block[5]! <= SURELY_NEAR && block[10]! <= SURELY_NEAR && block[15]! <= SURELY_NEAR;
  return near && block[OFF_GRID]! <= TOLERANCE * TOLERANCE;
}

function inspect(feeder: Feeder, chunk: Chunk, first: number, off: number[]): boolean {
  for (let c = first; c < Math.min(first + 4, chunk.columns.length); c++) {
    const count = roundNarrow(chunk.columns[c]!, chunk.from, chunk.to, feeder.state.layout.grids[c]!, feeder.right[c]!);
    if (count < 0) return false;
    off[c] = count;
  }
  return true;
}

/** Multiplies lanes that hold whole steps already. @internal */
export function multiplyLanes(feeder: Feeder, runs: number): void {
  const { layout } = feeder.state;
  if (layout.weightGrid !== undefined) {
    for (let lane = 0; lane < layout.leftLanes; lane++)
      sumLane(feeder.left[lane]!, feeder.runs, runs, feeder.runSums, layout.leftLanes, lane);
  }
  if (!layout.groupProducts) {
    multiplyRuns(feeder, 0, runs);
    return;
  }
  const total = new Float64Array(feeder.raw.length);
  for (let run = 0; run < runs; run++) {
    multiplyRuns(feeder, run, run + 1);
    for (let k = 0; k < total.length; k++) total[k] = total[k]! + feeder.raw[k]!;
    const { units } = feeder.state;
    addRaw(units.high, units.low, feeder.runs.unit[run]! * layout.terms.length, layout, feeder.raw);
  }
  feeder.raw.set(total);
}

function multiplyRuns(feeder: Feeder, first: number, last: number): void {
  const { layout } = feeder.state;
  const { block, runs } = feeder;
  for (const { left, right } of layout.blocks) {
    if (layout.weightGrid === undefined && left === right) {
      const lanes = fourOf(feeder.right, left);
      const target = { sums: feeder.runSums, stride: layout.leftLanes, offset: left };
      fourWithSelf({ values: lanes, shift: 0, grid: WHOLE_STEPS }, lanes, false, runs, first, last, target, block);
    } else {
      fourWithFour(fourOf(feeder.left, left), fourOf(feeder.right, right), runs.start[first]!, runs.start[last]!, block);
    }
    keepBlock(feeder, left, right);
  }
}

function keepBlock(feeder: Feeder, left: number, right: number): void {
  const { raw, block } = feeder;
  const { rightLanes } = feeder.state.layout;
  for (let k = 0; k < 16; k++) raw[(left + (k >> 2)) * rightLanes + right + (k & 3)] = block[k]!;
}

/** Makes what was multiplied part of the totals and of the groups' sums. @internal */
export function addTile(feeder: Feeder): void {
  const { state, runs, runSums, count, weight } = feeder;
  const { layout, units } = state;
  const stride = layout.leftLanes;
  for (let run = 0; run === 0 || runs.start[run]! < count; run++) {
    const unit = runs.unit[run]!;
    const from = runs.start[run]!;
    const to = runs.start[run + 1]!;
    units.rows[unit] = units.rows[unit]! + (to - from);
    let steps = to - from;
    if (layout.weightGrid !== undefined) {
      steps = 0;
      for (let i = from; i < to; i++) steps += weight[i]!;
    }
    units.weights[unit] = units.weights[unit]! + steps;
    for (let k = 0; k < stride; k++) units.sums[unit * stride + k] = units.sums[unit * stride + k]! + runSums[run * stride + k]!;
  }
  addRaw(feeder.high, feeder.low, 0, layout, feeder.raw);
}

function addRaw(high: Float64Array, low: Float64Array, at: number, layout: Layout, raw: Float64Array): void {
  const { terms } = layout;
  for (let t = 0; t < terms.length; t++) {
    const product = raw[terms[t]!.raw]!;
    const upper = nearestStep(product / HALF);
    high[at + t] = high[at + t]! + upper;
    low[at + t] = low[at + t]! + (product - upper * HALF);
  }
}

function fourOf(all: readonly Float64Array[], from: number): Four {
  return [all[from]!, all[from + 1]!, all[from + 2]!, all[from + 3]!];
}
