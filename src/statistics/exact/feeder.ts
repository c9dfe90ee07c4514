import { log } from "../elementary.js";
import { NARROW_LIMIT } from "./design.js";
import { type Grid, isOffGrid, nearestStep, roundNarrow, splitLane, stepsOf } from "./grid.js";
import type { Runs } from "./kernels.js";
import { TILE_ROWS } from "./layout.js";
import { type RefusalReason, reasonOf } from "./ledger.js";
import { multiplySources } from "./multiply-sources.js";
import type { StatisticsState } from "./state.js";
import { addTile, markRuns, multiplyLanes } from "./tile.js";

const LOG_UNITS = 1099511627776;
/** As many tiles as the halves of a product hold exactly. */
const MAX_TILES = 8388608;

/** Rows on their way: a tile being filled for a state. @internal */
export interface Feeder {
  readonly state: StatisticsState;
  /** Right lanes, then (with weights) left lanes; the same arrays where there are none. */
  readonly right: readonly Float64Array[];
  readonly left: readonly Float64Array[];
  /** Block by block its four lanes as two packed ones; none where there is one block alone. */
  readonly pairs: readonly (readonly [Float64Array, Float64Array])[];
  /** Have all tiles so far fitted into packed numbers? */
  packs: boolean;
  readonly weight: Float64Array;
  readonly unit: Int32Array;
  readonly runs: Runs;
  /** Sums of the left lanes, run by run. */
  readonly runSums: Float64Array;
  readonly raw: Float64Array;
  readonly block: Float64Array;
  /** Totals of the tiles so far, term by term, not yet in the state. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  count: number;
  tiles: number;
}

/** Empty lanes that feed rows into a state, tile by tile. @internal */
export function feederOf(state: StatisticsState): Feeder {
  const { layout } = state;
  const right = lanes(layout.rightLanes);
  return {
    state,
    right,
    left: layout.weightGrid === undefined ? right : lanes(layout.leftLanes),
    pairs: layout.plain ? layout.blockGrids.map((_, __, blocks) => pairOf(blocks.length === 1 ? 0 : TILE_ROWS)) : [],
    packs: true,
    weight: new Float64Array(TILE_ROWS),
    unit: new Int32Array(TILE_ROWS),
    runs: { start: new Int32Array(TILE_ROWS + 1), unit: new Int32Array(TILE_ROWS) },
    runSums: new Float64Array(TILE_ROWS * layout.leftLanes),
    raw: new Float64Array(layout.leftLanes * layout.rightLanes),
    block: new Float64Array(16),
    high: new Float64Array(layout.terms.length),
    low: new Float64Array(layout.terms.length),
    count: 0,
    tiles: 0,
  };
}

function lanes(count: number): Float64Array[] {
  return Array.from({ length: count }, () => new Float64Array(TILE_ROWS));
}

function pairOf(rows: number): readonly [Float64Array, Float64Array] {
  return [new Float64Array(rows), new Float64Array(rows)];
}

/** Whole columns, row i of the tile being value from + i. @internal */
export interface Chunk {
  readonly columns: readonly ArrayLike<number>[];
  readonly weight: ArrayLike<number> | undefined;
  /** Are all columns doubles already, to be read where they stand? */
  readonly direct: boolean;
  readonly from: number;
  readonly to: number;
}

/** Makes one empty tile's worth of columns, its runs marked, part of the totals; false, with nothing changed, when some row cannot be taken. @internal */
export function feedChunk(feeder: Feeder, chunk: Chunk, runs: number): boolean {
  const { layout } = feeder.state;
  feeder.count = chunk.to - chunk.from;
  const off = layout.plain ? multiplySources(feeder, chunk, runs) : roundChunk(feeder, chunk);
  if (off === undefined) {
    feeder.count = 0;
    return false;
  }
  const { offGrid } = feeder.state;
  for (let c = 0; c < off.length; c++) offGrid[c] = offGrid[c]! + off[c]!;
  if (!layout.plain) multiplyTile(feeder, runs);
  commit(feeder);
  return true;
}

function roundChunk(feeder: Feeder, chunk: Chunk): number[] | undefined {
  const { layout } = feeder.state;
  const off: number[] = [];
  for (let c = 0; c < chunk.columns.length; c++) {
    const { lane, wide } = layout.columns[c]!;
    const count = roundNarrow(chunk.columns[c]!, chunk.from, chunk.to, layout.grids[c]!, feeder.right[lane]!);
    if (count < 0) return undefined;
    if (wide) splitLane(feeder.right[lane]!, feeder.right[lane + 1]!, 0, feeder.count);
    off.push(count);
  }
  if (layout.weightGrid !== undefined && !roundWeights(feeder, chunk, layout.weightGrid)) return undefined;
  return off;
}

function roundWeights(feeder: Feeder, chunk: Chunk, grid: Grid): boolean {
  if (roundNarrow(chunk.weight!, chunk.from, chunk.to, grid, feeder.weight) < 0) return false;
  for (let i = 0; i < feeder.count; i++) if (!(feeder.weight[i]! >= 1)) return false;
  return true;
}

/** Puts one row into the tile, or says what stands in the way. @internal */
export function feedRow(
  feeder: Feeder,
  unit: number,
  value: (column: number) => number,
  weight: number | undefined,
): { readonly column?: string; readonly reason: RefusalReason } | undefined {
  const { layout, offGrid } = feeder.state;
  const at = feeder.count;
  const off: number[] = [];
  for (let c = 0; c < layout.columns.length; c++) {
    const grid = layout.grids[c]!;
    const steps = stepsOf(value(c), grid);
    const whole = nearestStep(steps);
    if (!(whole <= grid.limit && whole >= -grid.limit)) return { column: layout.columns[c]!.id, reason: reasonOf(value(c)) };
    if (isOffGrid(steps, whole)) off.push(c);
    const { lane } = layout.columns[c]!;
    feeder.right[lane]![at] = whole;
    if (grid.wide) splitLane(feeder.right[lane]!, feeder.right[lane + 1]!, at, at + 1);
  }
  if (layout.weightGrid !== undefined) {
    const given = weight ?? Number.NaN;
    const steps = nearestStep(stepsOf(given, layout.weightGrid));
    if (!(steps <= NARROW_LIMIT)) return { reason: reasonOf(given) };
    if (!(steps >= 1)) return { reason: "weight-not-positive" };
    feeder.weight[at] = steps;
  }
  feeder.unit[at] = unit;
  for (const c of off) offGrid[c] = offGrid[c]! + 1;
  feeder.count = at + 1;
  return undefined;
}

/** Multiplies out a tile of rows that came one by one and empties it. @internal */
export function flushTile(feeder: Feeder): void {
  if (feeder.count === 0) return;
  multiplyTile(feeder, markRuns(feeder));
  commit(feeder);
}

function multiplyTile(feeder: Feeder, runs: number): void {
  const { state, count, weight } = feeder;
  if (state.layout.weightGrid !== undefined) {
    let logs = 0;
    for (let i = 0; i < count; i++) logs += nearestStep(log(weight[i]!) * LOG_UNITS);
    state.logWeights += BigInt(logs);
    weighLanes(feeder);
  }
  multiplyLanes(feeder, runs);
}

/** Weight × lane is up to 2⁴²: split into two left lanes each. */
function weighLanes(feeder: Feeder): void {
  const { count, weight, left, right } = feeder;
  for (let lane = 0; lane < right.length; lane++) {
    const high = left[2 * lane]!;
    const values = right[lane]!;
    for (let i = 0; i < count; i++) high[i] = values[i]! * weight[i]!;
    splitLane(high, left[2 * lane + 1]!, 0, count);
  }
}

function commit(feeder: Feeder): void {
  addTile(feeder);
  feeder.count = 0;
  feeder.tiles++;
  if (feeder.tiles === MAX_TILES) settle(feeder);
}

/** Brings what was multiplied out into the state's whole numbers. @internal */
export function settle(feeder: Feeder): void {
  flushTile(feeder);
  const { products, layout } = feeder.state;
  if (feeder.tiles === 0) return;
  for (let t = 0; t < layout.terms.length; t++) {
    const { pair, factor } = layout.terms[t]!;
    products[pair] = products[pair]! + factor * joined(feeder.high[t]!, feeder.low[t]!);
  }
  feeder.high.fill(0);
  feeder.low.fill(0);
  feeder.tiles = 0;
}

/** The whole number high × 2³⁰ + low. @internal */
export function joined(high: number, low: number): bigint {
  return BigInt(high) * 1073741824n + BigInt(low);
}
