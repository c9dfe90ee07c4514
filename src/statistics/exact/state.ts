import type { Layout } from "./layout.js";
import { type Refusal, withoutRefusals } from "./ledger.js";
import { emptyUnits, findUnit, sortedPlaces, type UnitTable, unitIndex } from "./unit-table.js";

/** All that a collection of exact statistics knows. @internal */
export interface StatisticsState {
  readonly layout: Layout;
  units: UnitTable;
  /** Products of the columns in steps, pair by pair. */
  readonly products: bigint[];
  /** Sum of log(weight in steps) in units of 2⁻⁴⁰, each rounded once, so that its sum is exact too. */
  logWeights: bigint;
  offered: number;
  refused: Refusal[];
  /** Per column. */
  readonly offGrid: number[];
}

/** Statistics of no rows. @internal */
export function emptyState(layout: Layout): StatisticsState {
  return {
    layout,
    units: emptyUnits(layout),
    products: new Array<bigint>(layout.pairs).fill(0n),
    logWeights: 0n,
    offered: 0,
    refused: [],
    offGrid: new Array<number>(layout.columns.length).fill(0),
  };
}

/** Adds all of `other`; both of one layout. Nothing here can fail half-way. With `give`, `other` is not used again. @internal */
export function mergeState(into: StatisticsState, other: StatisticsState, give = false): void {
  if (give && into.units.keys.length === 0) into.units = other.units;
  else addUnits(into, other, 1);
  addTotals(into, other, 1n);
  into.offered += other.offered;
  into.refused = into.refused.concat(other.refused);
}

/** Takes all of `other` away; false, with nothing changed, where `other` cannot have been added. @internal */
export function subtractState(from: StatisticsState, other: StatisticsState): boolean {
  const refused = withoutRefusals(from.refused, other.refused);
  if (refused === undefined || from.offered < other.offered || !holdsUnits(from.units, other.units)) return false;
  if (other.offGrid.some((count, column) => count > from.offGrid[column]!)) return false;
  addUnits(from, other, -1);
  addTotals(from, other, -1n);
  from.offered -= other.offered;
  from.refused = refused;
  return true;
}

function holdsUnits(units: UnitTable, others: UnitTable): boolean {
  return sortedPlaces(others).every((place) => {
    const mine = findUnit(units, others.keys[place]!);
    return mine >= 0 && units.rows[mine]! >= others.rows[place]! && units.weights[mine]! >= others.weights[place]!;
  });
}

function addTotals(into: StatisticsState, other: StatisticsState, sign: bigint): void {
  for (let pair = 0; pair < into.products.length; pair++) into.products[pair] = into.products[pair]! + sign * other.products[pair]!;
  into.logWeights += sign * other.logWeights;
  const times = sign < 0n ? -1 : 1;
  for (let column = 0; column < into.offGrid.length; column++)
    into.offGrid[column] = into.offGrid[column]! + times * other.offGrid[column]!;
}

function addUnits(into: StatisticsState, other: StatisticsState, sign: number): void {
  const { layout } = into;
  for (let place = 0; place < other.units.keys.length; place++) {
    if (other.units.rows[place] === 0) continue;
    const mine = unitIndex(into.units, layout, other.units.keys[place]!);
    addPart(into.units.rows, mine, other.units.rows, place, 1, sign);
    addPart(into.units.weights, mine, other.units.weights, place, 1, sign);
    addPart(into.units.sums, mine, other.units.sums, place, layout.leftLanes, sign);
    if (!layout.groupProducts) continue;
    addPart(into.units.high, mine, other.units.high, place, layout.terms.length, sign);
    addPart(into.units.low, mine, other.units.low, place, layout.terms.length, sign);
  }
}

function addPart(into: Float64Array, mine: number, from: Float64Array, place: number, stride: number, sign: number): void {
  for (let k = 0; k < stride; k++) into[mine * stride + k] = into[mine * stride + k]! + sign * from[place * stride + k]!;
}
