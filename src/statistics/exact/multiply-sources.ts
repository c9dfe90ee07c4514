import type { Chunk, Feeder } from "./feeder.js";
import { roundNarrow, TOLERANCE } from "./grid.js";
import { type Four, fourWithFour, fourWithSelf, OFF_GRID } from "./kernels.js";
import { distances, PACKED_LIMIT, packedAlone, packedKept, packedWithPacked } from "./packed-kernel.js";
import { fourOf, keepBlock } from "./tile.js";

/** A sum of squares within this proves every value of a tile within 2²¹. */
const SURELY_NEAR = 4398046511104;

/**
 * Rounds and multiplies straight from the columns (narrow ones, no weights, no products per group), two numbers in one as long as that holds
 * them: the totals are the same whole numbers either way.
 *
 * Gives the values off the grid per column; `undefined` when some value is NaN, infinite or too far: what was multiplied is then void.
 * @internal
 */
export function multiplySources(feeder: Feeder, chunk: Chunk, last: number): number[] | undefined {
  const off = new Array<number>(chunk.columns.length).fill(0);
  if (!feeder.packs) return multiplyPlain(feeder, chunk, last, off) ? off : undefined;
  if (multiplyPacked(feeder, chunk, last, off)) return off;
  off.fill(0);
  if (!multiplyPlain(feeder, chunk, last, off)) return undefined;
  // Values lie too far apart for packing, and those to come will too.
  feeder.packs = false;
  return off;
}

function multiplyPlain(feeder: Feeder, chunk: Chunk, last: number, off: number[]): boolean {
  const { right, block, count, runSums } = feeder;
  const { blocks, rightLanes, leftLanes, blockGrids } = feeder.state.layout;
  const { start } = feeder.runs;
  for (const { left, right: other } of blocks) {
    if (left === other) {
      const [a, b, c, d] = sourcesOf(feeder, chunk, left);
      const [la, lb, lc, ld] = fourOf(right, left);
      const shift = chunk.direct ? chunk.from : 0;
      const grid = blockGrids[left >> 2]!;
      fourWithSelf(a, b, c, d, shift, grid, rightLanes > 4, la, lb, lc, ld, start, 0, last, runSums, leftLanes, left, block);
      if (!isWithin(block, SURELY_NEAR) || !isOnGrid(block)) {
        if (!inspect(feeder, chunk, left, off)) return false;
      }
    } else {
      fourWithFour(fourOf(right, left), fourOf(right, other), 0, count, block);
    }
    keepBlock(feeder, left, other);
  }
  return true;
}

/** False when a tile does not fit into packed numbers (or holds a value that cannot be taken). */
function multiplyPacked(feeder: Feeder, chunk: Chunk, last: number, off: number[]): boolean {
  const { pairs, block, count } = feeder;
  for (const { left, right: other } of feeder.state.layout.blocks) {
    const [p, q] = pairs[other >> 2]!;
    if (left === other) {
      if (!packOne(feeder, chunk, last, left, off)) return false;
    } else {
      const [lp, lq] = pairs[left >> 2]!;
      packedWithPacked(lp, lq, p, q, count, block);
    }
    keepBlock(feeder, left, other);
  }
  return true;
}

/** Four columns with themselves. */
function packOne(feeder: Feeder, chunk: Chunk, last: number, left: number, off: number[]): boolean {
  const { pairs, block, runSums } = feeder;
  const { leftLanes, rightLanes, blockGrids } = feeder.state.layout;
  const { start } = feeder.runs;
  const [a, b, c, d] = sourcesOf(feeder, chunk, left);
  const shift = chunk.direct ? chunk.from : 0;
  const grid = blockGrids[left >> 2]!;
  if (rightLanes === 4) packedAlone(a, b, c, d, shift, grid, start, last, runSums, leftLanes, left, block);
  else {
    const [p, q] = pairs[left >> 2]!;
    packedKept(a, b, c, d, shift, grid, p, q, start, last, runSums, leftLanes, left, block);
  }
  if (!isWithin(block, PACKED_LIMIT)) return false;
  if (block[OFF_GRID] === 0) return true;
  block[OFF_GRID] = distances(a, b, c, d, shift, grid, feeder.count);
  if (!isOnGrid(block)) inspect(feeder, chunk, left, off);
  return true;
}

/** Four columns to read; any column stands in for one that is not there, as its scale is 0. */
function sourcesOf(feeder: Feeder, chunk: Chunk, first: number): Four {
  const { columns } = chunk;
  const spare = columns[first]!;
  const four = [spare, columns[first + 1] ?? spare, columns[first + 2] ?? spare, columns[first + 3] ?? spare] as const;
  if (chunk.direct) return four as unknown as Four;
  const lanes = fourOf(feeder.right, first);
  four.forEach((column, k) => {
    const lane = lanes[k]!;
    for (let i = 0; i < feeder.count; i++) lane[i] = column[chunk.from + i] as number;
  });
  return lanes;
}

function isWithin(block: Float64Array, limit: number): boolean {
  return block[0]! < limit && block[5]! < limit && block[10]! < limit && block[15]! < limit;
}

/** All on the grid, as far as the sums alone can tell. */
function isOnGrid(block: Float64Array): boolean {
  return block[OFF_GRID]! <= TOLERANCE * TOLERANCE;
}

/** Counts column by column what is off the grid; false when some value cannot be taken. Leaves whole steps in the lanes, as they stood. */
function inspect(feeder: Feeder, chunk: Chunk, first: number, off: number[]): boolean {
  for (let c = first; c < Math.min(first + 4, chunk.columns.length); c++) {
    const count = roundNarrow(chunk.columns[c]!, chunk.from, chunk.to, feeder.state.layout.grids[c]!, feeder.right[c]!);
    if (count < 0) return false;
    off[c] = count;
  }
  return true;
}
