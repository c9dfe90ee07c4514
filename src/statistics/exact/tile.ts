import type { Feeder } from "./feeder.js";
import { nearestStep } from "./grid.js";
import { type Four, fourWithFour, fourWithSelf, sumLane, WHOLE_STEPS } from "./kernels.js";
import type { Layout } from "./layout.js";

/** A product of lanes is below 2⁵³; kept as high × 2³⁰ + low, both halves hold 2²³ tiles exactly. */
const HALF = 1073741824;

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
      const [a, b, c, d] = fourOf(feeder.right, left);
      const { runSums } = feeder;
      fourWithSelf(a, b, c, d, 0, WHOLE_STEPS, false, a, b, c, d, runs.start, first, last, runSums, layout.leftLanes, left, block);
    } else {
      fourWithFour(fourOf(feeder.left, left), fourOf(feeder.right, right), runs.start[first]!, runs.start[last]!, block);
    }
    keepBlock(feeder, left, right);
  }
}

/** Puts a block among the products of all lanes. @internal */
export function keepBlock(feeder: Feeder, left: number, right: number): void {
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

/** Four lanes side by side. @internal */
export function fourOf(all: readonly Float64Array[], from: number): Four {
  return [all[from]!, all[from + 1]!, all[from + 2]!, all[from + 3]!];
}
