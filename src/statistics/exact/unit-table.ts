import type { Layout } from "./layout.js";

/** A group (school) and, where it has one, the unit of the upper level it belongs to. The same key in two upper units names two groups. */
export interface StatisticsUnit {
  readonly group: string;
  readonly upper?: string | undefined;
}

/** The groups met so far with their exact sums, in order of arrival. @internal */
export interface UnitTable {
  keys: StatisticsUnit[];
  readonly index: Map<string | undefined, Map<string, number>>;
  /** Rows per group. */
  rows: Float64Array;
  /** Sum of the weights in steps; the rows again where there are no weights. */
  weights: Float64Array;
  /** Sums of the left lanes, group by group. */
  sums: Float64Array;
  /** Products of the lanes, group by group, as high × 2³⁰ + low; empty unless asked for. */
  high: Float64Array;
  low: Float64Array;
}

/** A table without units, ready for any layout. @internal */
export function emptyUnits(layout: Layout): UnitTable {
  const table: UnitTable = {
    keys: [],
    index: new Map(),
    rows: new Float64Array(0),
    weights: new Float64Array(0),
    sums: new Float64Array(0),
    high: new Float64Array(0),
    low: new Float64Array(0),
  };
  grow(table, layout, 16);
  return table;
}

/** The place of a group, new groups at the end. @internal */
export function unitIndex(table: UnitTable, layout: Layout, unit: StatisticsUnit): number {
  let inner = table.index.get(unit.upper);
  if (inner === undefined) {
    inner = new Map();
    table.index.set(unit.upper, inner);
  }
  const known = inner.get(unit.group);
  if (known !== undefined) return known;
  const place = table.keys.length;
  if (place === table.rows.length) grow(table, layout, 2 * place);
  table.keys.push(unit.upper === undefined ? { group: unit.group } : { group: unit.group, upper: unit.upper });
  inner.set(unit.group, place);
  return place;
}

/** The place of a group, −1 where it is not known. @internal */
export function findUnit(table: UnitTable, unit: StatisticsUnit): number {
  return table.index.get(unit.upper)?.get(unit.group) ?? -1;
}

function grow(table: UnitTable, layout: Layout, capacity: number): void {
  table.rows = longer(table.rows, capacity);
  table.weights = longer(table.weights, capacity);
  table.sums = longer(table.sums, capacity * layout.leftLanes);
  if (layout.groupProducts) {
    table.high = longer(table.high, capacity * layout.terms.length);
    table.low = longer(table.low, capacity * layout.terms.length);
  }
}

function longer(array: Float64Array, length: number): Float64Array {
  const copy = new Float64Array(length);
  copy.set(array);
  return copy;
}

/** Places of the groups that hold rows, by upper unit (none first), then by group: the one order in which everything is read. @internal */
export function sortedPlaces(table: UnitTable): number[] {
  const places: number[] = [];
  for (let place = 0; place < table.keys.length; place++) if (table.rows[place] !== 0) places.push(place);
  return places.sort((a, b) => compareUnits(table.keys[a]!, table.keys[b]!));
}

/** By upper unit (none first), then by group, code unit by code unit. @internal */
function compareUnits(a: StatisticsUnit, b: StatisticsUnit): number {
  if (a.upper !== b.upper) {
    if (a.upper === undefined) return -1;
    if (b.upper === undefined) return 1;
    return a.upper < b.upper ? -1 : 1;
  }
  if (a.group === b.group) return 0;
  return a.group < b.group ? -1 : 1;
}
