import type { StatisticsDesign } from "./design.js";
import { joined } from "./feeder.js";
import { type Layout, layoutOf } from "./layout.js";
import { compareRefusals, type Refusal } from "./ledger.js";
import { emptyState, type StatisticsState } from "./state.js";
import { sortedPlaces, unitIndex } from "./unit-table.js";

/** Exact statistics at rest: whole numbers as text, groups in one fixed order, so that equal statistics have equal bytes. */
export interface StoredStatistics {
  readonly format: "school-groups.statistics.v1";
  readonly design: StatisticsDesign;
  readonly groups: readonly StoredGroup[];
  /** Cross-products of the columns in steps: first with itself, first with second … second with itself …. */
  readonly products: readonly string[];
  /** Sum of the logarithms of the weights in steps, in units of 2⁻⁴⁰. */
  readonly logWeights?: string | undefined;
  readonly offered: string;
  readonly refused: readonly Refusal[];
  /** Column by column. */
  readonly offGrid: readonly string[];
}

/** One group at rest. */
export interface StoredGroup {
  readonly group: string;
  readonly upper?: string | undefined;
  readonly rows: string;
  /** In steps; in designs with weights. */
  readonly weight?: string | undefined;
  /** Column by column, in steps (× weight in steps). */
  readonly sums: readonly string[];
  /** As `products` above; in designs with `groupProducts`. */
  readonly products?: readonly string[] | undefined;
}

/** A state as plain JSON: whole numbers as text. @internal */
export function store(state: StatisticsState): StoredStatistics {
  const { layout } = state;
  const weighted = layout.weightStep !== undefined;
  return {
    format: "school-groups.statistics.v1",
    design: designOf(layout),
    groups: sortedPlaces(state.units).map((place) => ({
      ...state.units.keys[place]!,
      rows: String(state.units.rows[place]!),
      ...(weighted ? { weight: String(state.units.weights[place]!) } : {}),
      sums: layout.columns.map((_, column) => String(groupSum(state, place, column))),
      ...(layout.groupProducts ? { products: groupProducts(state, place).map(String) } : {}),
    })),
    products: state.products.map(String),
    ...(weighted ? { logWeights: String(state.logWeights) } : {}),
    offered: String(state.offered),
    refused: [...state.refused].sort(compareRefusals),
    offGrid: state.offGrid.map(String),
  };
}

function designOf(layout: Layout): StatisticsDesign {
  return {
    columns: layout.columns.map(({ id, origin, step, wide }) => ({
      id,
      origin: origin.text,
      step: step.text,
      width: wide ? "wide" : "narrow",
    })),
    ...(layout.upper ? { upper: true } : {}),
    ...(layout.weightStep === undefined ? {} : { weightStep: layout.weightStep.text }),
    ...(layout.groupProducts ? { groupProducts: true } : {}),
  };
}

/** Sum of a column in one group, in steps (× weight in steps). @internal */
export function groupSum(state: StatisticsState, place: number, column: number): bigint {
  let sum = 0n;
  for (const { lane, factor } of state.layout.sumTerms[column]!) {
    sum += factor * BigInt(state.units.sums[place * state.layout.leftLanes + lane]!);
  }
  return sum;
}

/** Cross-products of one group. @internal */
export function groupProducts(state: StatisticsState, place: number): bigint[] {
  const { layout, units } = state;
  const products = new Array<bigint>(layout.pairs).fill(0n);
  const at = place * layout.terms.length;
  layout.terms.forEach(({ pair, factor }, t) => {
    products[pair] = products[pair]! + factor * joined(units.high[at + t]!, units.low[at + t]!);
  });
  return products;
}

/** Reads what `store` wrote; throws anything where it does not hold together (the caller says so in words). @internal */
export function restore(stored: StoredStatistics): StatisticsState {
  if (stored.format !== "school-groups.statistics.v1") throw new Error("format");
  const layout = layoutOf(stored.design);
  const state = emptyState(layout);
  for (const group of stored.groups) restoreGroup(state, group);
  readInto(state.products, stored.products);
  state.logWeights = BigInt(stored.logWeights ?? "0");
  state.offered = safeCount(stored.offered);
  state.refused = stored.refused.map((refusal) => ({ ...refusal }));
  stored.offGrid.forEach((count, column) => {
    state.offGrid[column] = safeCount(count);
  });
  if (state.offGrid.length !== layout.columns.length) throw new Error("offGrid");
  return state;
}

function restoreGroup(state: StatisticsState, group: StoredGroup): void {
  const { layout, units } = state;
  if (typeof group.group !== "string" || (group.upper !== undefined && !layout.upper)) throw new Error("group");
  const place = unitIndex(units, layout, group);
  if (units.rows[place] !== 0) throw new Error("twice");
  units.rows[place] = safeCount(group.rows);
  units.weights[place] = layout.weightStep === undefined ? safeCount(group.rows) : safeCount(group.weight ?? "");
  if (group.sums.length !== layout.columns.length) throw new Error("sums");
  group.sums.forEach((text, column) => {
    spread(layout.sumTerms[column]!, BigInt(text), units.sums, place * layout.leftLanes);
  });
  if (!layout.groupProducts) return;
  const products = new Array<bigint>(layout.pairs).fill(0n);
  readInto(products, group.products ?? []);
  const at = place * layout.terms.length;
  for (const term of layout.fallingTerms) {
    const rest = products[term.pair]!;
    const part = rest / term.factor;
    products[term.pair] = rest - part * term.factor;
    units.high[at + term.place] = safe(part / 1073741824n);
    units.low[at + term.place] = Number(part % 1073741824n);
  }
}

/** A sum over its lanes, which stand with falling factors: each takes what it can, the last (of factor 1) the rest. */
function spread(terms: readonly { readonly lane: number; readonly factor: bigint }[], sum: bigint, into: Float64Array, at: number): void {
  let rest = sum;
  for (const { lane, factor } of terms) {
    const part = rest / factor;
    into[at + lane] = safe(part);
    rest -= part * factor;
  }
}

function readInto(into: bigint[], texts: readonly string[]): void {
  if (texts.length !== into.length) throw new Error("length");
  texts.forEach((text, k) => {
    into[k] = BigInt(text);
  });
}

function safeCount(text: string): number {
  const count = safe(BigInt(text));
  if (count < 0 || text === "") throw new Error("count");
  return count;
}

function safe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error("too large");
  return number;
}
