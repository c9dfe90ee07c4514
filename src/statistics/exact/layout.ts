import { type CompiledColumn, compileColumns, type GridNumber, positiveStep, type StatisticsDesign } from "./design.js";
import { type Grid, gridOf } from "./grid.js";

/** Rows of a tile: 2 048 × (2²¹)² = 2⁵³, up to which doubles count exactly. @internal */
export const TILE_ROWS = 2048;

/** One product of two lanes as a part of one product of two columns. @internal */
export interface ProductTerm {
  /** The pair of columns, in the order (0,0), (0,1) … (1,1) …. */
  readonly pair: number;
  /** Place in the kernels' output, left lane × row length + right lane. */
  readonly raw: number;
  /** What it counts: a power of two, doubled for the mixed product within one wide column. */
  readonly factor: bigint;
}

/**
 * Where everything of a design lies.
 *
 * A *lane* holds whole numbers within 2²¹. A narrow column is one lane, a wide one is two (high × 2²¹ + low). With weights, weight × lane is
 * up to 2⁴² and so itself two lanes; those are the *left* lanes. Without weights left and right are the same.
 * @internal
 */
export interface Layout {
  readonly columns: readonly CompiledColumn[];
  readonly grids: readonly Grid[];
  readonly upper: boolean;
  readonly weightStep: GridNumber | undefined;
  readonly weightGrid: Grid | undefined;
  readonly groupProducts: boolean;
  /** Narrow columns, no weights, no products per group: columns are rounded and multiplied in one go. */
  readonly plain: boolean;
  /** Lanes, padded to whole blocks of four. */
  readonly rightLanes: number;
  readonly leftLanes: number;
  /** Per column its left lanes with the power of two each counts. */
  readonly sumTerms: readonly (readonly { readonly lane: number; readonly factor: bigint }[])[];
  readonly terms: readonly ProductTerm[];
  /** The same by falling factor, with their places in `terms`. */
  readonly fallingTerms: readonly (ProductTerm & { readonly place: number })[];
  readonly pairs: number;
  /** Blocks of four left with four right lanes that some term needs. */
  readonly blocks: readonly { readonly left: number; readonly right: number }[];
  /** Per block of four right lanes their grids, for columns that are one lane each: four origins, four scales (0 where there is no column). */
  readonly blockGrids: readonly Float64Array[];
  /** Equal for designs whose statistics may be merged. */
  readonly signature: string;
}

const SHIFT = 2097152n;

/** Lays out a design. @internal */
export function layoutOf(design: StatisticsDesign): Layout {
  const columns = compileColumns(design);
  const weightStep = design.weightStep === undefined ? undefined : positiveStep(design.weightStep, "weightStep");
  const weighted = weightStep !== undefined;
  const rightLanes = padded(columns.reduce((lanes, column) => lanes + (column.wide ? 2 : 1), 0));
  const leftLanes = weighted ? 2 * rightLanes : rightLanes;
  const right = columns.map((column) => lanesOf(column));
  const left = weighted ? right.map((lanes) => lanes.flatMap(splitLane)) : right;
  const terms = productTerms(left, right, rightLanes, weighted);
  const grids = columns.map((column) => gridOf(column.origin, column.step, column.wide));
  return {
    columns,
    grids,
    upper: design.upper === true,
    weightStep,
    weightGrid: weightStep === undefined ? undefined : gridOf({ numerator: 0n, denominator: 1n, text: "0" }, weightStep, false),
    groupProducts: design.groupProducts === true,
    plain: !weighted && design.groupProducts !== true && columns.every(({ wide }) => !wide),
    rightLanes,
    leftLanes,
    sumTerms: left,
    terms,
    fallingTerms: terms
      .map((term, place) => ({ ...term, place }))
      .sort((a, b) => (a.factor === b.factor ? 0 : a.factor > b.factor ? -1 : 1)),
    pairs: (columns.length * (columns.length + 1)) / 2,
    blocks: blocksOf(terms, rightLanes),
    blockGrids: Array.from({ length: rightLanes / 4 }, (_, block) => blockGrid(grids.slice(4 * block, 4 * block + 4))),
    signature: JSON.stringify([
      columns.map((column) => [column.id, column.origin.text, column.step.text, column.wide]),
      design.upper === true,
      weightStep?.text ?? null,
      design.groupProducts === true,
    ]),
  };
}

interface Lane {
  readonly lane: number;
  readonly factor: bigint;
}

function lanesOf(column: CompiledColumn): Lane[] {
  if (!column.wide) return [{ lane: column.lane, factor: 1n }];
  return [
    { lane: column.lane, factor: SHIFT },
    { lane: column.lane + 1, factor: 1n },
  ];
}

function splitLane(lane: Lane): Lane[] {
  return [
    { lane: 2 * lane.lane, factor: lane.factor * SHIFT },
    { lane: 2 * lane.lane + 1, factor: lane.factor },
  ];
}

function productTerms(left: readonly Lane[][], right: readonly Lane[][], rowLength: number, weighted: boolean): ProductTerm[] {
  const terms: ProductTerm[] = [];
  let pair = 0;
  for (let a = 0; a < left.length; a++) {
    for (let b = a; b < right.length; b++) {
      for (const l of left[a]!) {
        for (const r of right[b]!) {
          // Of a column with itself the kernels make each product of two lanes once.
          if (!weighted && l.lane > r.lane) continue;
          const times = !weighted && a === b && l.lane < r.lane ? 2n : 1n;
          terms.push({ pair, raw: l.lane * rowLength + r.lane, factor: times * l.factor * r.factor });
        }
      }
      pair++;
    }
  }
  return terms;
}

function blocksOf(terms: readonly ProductTerm[], rowLength: number): { readonly left: number; readonly right: number }[] {
  const keys = new Set<number>();
  const width = rowLength / 4;
  for (const term of terms) {
    const left = Math.floor(Math.floor(term.raw / rowLength) / 4);
    keys.add(left * width + Math.floor((term.raw % rowLength) / 4));
  }
  const blocks = [...keys].map((key) => ({ left: 4 * Math.floor(key / width), right: 4 * (key % width) }));
  // Blocks with themselves first: in the plain case they put the columns on their grids for the others.
  return blocks.sort((a, b) => Number(a.left !== a.right) - Number(b.left !== b.right) || a.left - b.left || a.right - b.right);
}

function blockGrid(grids: readonly Grid[]): Float64Array {
  const four = new Float64Array(8);
  grids.forEach(({ origin, scale }, k) => {
    four[k] = origin;
    four[4 + k] = scale;
  });
  return four;
}

function padded(lanes: number): number {
  return 4 * Math.ceil(lanes / 4);
}

/** Place of the pair (a, b) of columns, a ≤ b, among the products. @internal */
export function pairIndex(a: number, b: number, columns: number): number {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  return low * columns - (low * (low - 1)) / 2 + (high - low);
}
