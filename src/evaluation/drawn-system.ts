import { toNumber } from "../core/index.js";
import { exp, log, type Random } from "../statistics/index.js";
import { readExact } from "./check-scoring.js";
import type { CompositeItem, LeafItem } from "./indicator-system.js";
import type { CompositeNode, SystemTree } from "./system-tree.js";

/** One composite ready for many draws: its children by their place in the table of scores. */
interface DrawnComposite {
  readonly at: number;
  readonly kind: CompositeItem["mean"];
  readonly parts: readonly number[];
  readonly weights: Float64Array;
  readonly cap: number | undefined;
  /** Sum of bonuses and deductions by subject. */
  readonly added: Float64Array;
}

/** A tree as flat arrays: leaves first, then the composites, each after its children. */
export interface DrawnSystem {
  readonly leaves: readonly LeafItem[];
  readonly size: number;
  readonly composites: readonly DrawnComposite[];
}

const number = (value: Parameters<typeof readExact>[0]): number => {
  const read = readExact(value);
  return read === undefined ? 0 : toNumber(read);
};

/** Lays a tree out for drawing; `pointsOf` gives the points of a bonus or deduction of one subject. */
export function drawnSystem(tree: SystemTree, subjects: number, pointsOf: (item: string, subject: number) => number): DrawnSystem {
  const place = new Map<string, number>();
  for (const leaf of tree.leaves) place.set(leaf.id, place.size);
  for (const { item } of tree.composites) place.set(item.id, place.size);
  const composites = tree.composites.map((node: CompositeNode): DrawnComposite => {
    const added = new Float64Array(subjects);
    for (const { id } of node.adjustments) for (let at = 0; at < subjects; at += 1) added[at] = (added[at] ?? 0) + pointsOf(id, at);
    return {
      at: place.get(node.item.id) ?? 0,
      kind: node.item.mean,
      parts: node.parts.map(({ id }) => place.get(id) ?? 0),
      weights: Float64Array.from(node.parts, (part) => number(part.weight?.value ?? 0)),
      cap: node.item.cap === undefined ? undefined : number(node.item.cap),
      added,
    };
  });
  return { leaves: tree.leaves, size: place.size, composites };
}

/** Writes into `drawn` each weight × a uniform factor between 1 − spread and 1 + spread; the mean divides by their sum. */
function drawWeights(weights: Float64Array, spread: number, random: Random | undefined, drawn: Float64Array): Float64Array {
  if (random === undefined || spread === 0) return weights;
  for (let at = 0; at < weights.length; at += 1) drawn[at] = (weights[at] ?? 0) * (1 - spread + 2 * spread * random.uniform());
  return drawn;
}

/** What stands for a missing leaf in one draw: no score (`refuse`), weight shared out (`reweight`), or a score. */
export type DrawnMissing = "refuse" | "reweight" | number;

/** Columns of scores by place, NaN for a missing one (it never leaves this room), and which may be left out of a mean. */
interface DrawnTable {
  readonly scores: readonly Float64Array[];
  readonly left: readonly boolean[];
}

/** An arithmetic mean column by column; only where nobody's weight is to be shared out. */
function plainMean({ parts }: DrawnComposite, weights: Float64Array, { scores }: DrawnTable, own: Float64Array): void {
  let total = 0;
  own.fill(0);
  for (let index = 0; index < parts.length; index += 1) {
    const part = scores[parts[index] ?? 0];
    const weight = weights[index] ?? 0;
    total += weight;
    if (part === undefined) continue;
    for (let subject = 0; subject < own.length; subject += 1) own[subject] = (own[subject] ?? 0) + weight * (part[subject] ?? 0);
  }
  for (let subject = 0; subject < own.length; subject += 1) own[subject] = total === 0 ? Number.NaN : (own[subject] ?? 0) / total;
}

/** Any mean of one subject. */
function meanOfSubject({ kind, parts }: DrawnComposite, weights: Float64Array, { scores, left }: DrawnTable, subject: number): number {
  let [sum, total, zero] = [0, 0, false];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? 0;
    const weight = weights[index] ?? 0;
    const score = scores[part]?.[subject] ?? Number.NaN;
    if (Number.isNaN(score) && left[part] === true) continue;
    // A score below 0 is more than these means can take, whatever it weighs.
    if (kind !== "arithmetic" && score < 0) return Number.NaN;
    if (weight === 0 && !Number.isNaN(score)) continue;
    total += weight;
    if (kind === "arithmetic") sum += weight * score;
    else if (score === 0) zero = true;
    else sum += kind === "geometric" ? weight * (Number.isNaN(score) ? score : log(score)) : weight / score;
  }
  if (total === 0 || Number.isNaN(sum)) return Number.NaN;
  if (kind === "arithmetic") return sum / total;
  if (zero) return 0;
  return kind === "geometric" ? exp(sum / total) : total / sum;
}

function settle(node: DrawnComposite, weights: Float64Array, table: DrawnTable): void {
  const own = table.scores[node.at];
  if (own === undefined) return;
  const shared = node.parts.some((part) => table.left[part] === true && table.scores[part]?.includes(Number.NaN) === true);
  if (node.kind === "arithmetic" && !shared) plainMean(node, weights, table, own);
  else for (let subject = 0; subject < own.length; subject += 1) own[subject] = meanOfSubject(node, weights, table, subject);
  const most = node.cap ?? Number.POSITIVE_INFINITY;
  for (let subject = 0; subject < own.length; subject += 1) {
    const value = (own[subject] ?? 0) + (node.added[subject] ?? 0);
    own[subject] = value > most ? most : value;
  }
}

/** Runs the scores of all leaves up to the root, whose own come back; they stand until the next draw. */
export type SettleDraw = (leaves: readonly Float64Array[], missing: readonly DrawnMissing[]) => Float64Array;

/** Makes the tree ready for many draws of weights. */
export function drawnSettler(system: DrawnSystem, subjects: number, spread: number, random: Random | undefined): SettleDraw {
  const composites = system.composites.map((node) => ({
    node,
    drawn: new Float64Array(node.weights.length),
    own: new Float64Array(subjects),
  }));
  return (leaves, missing) => {
    const filled = leaves.map((scores, leaf) => {
      const treatment = missing[leaf];
      if (typeof treatment !== "number" || !scores.includes(Number.NaN)) return scores;
      return scores.map((score) => (Number.isNaN(score) ? treatment : score));
    });
    const table = { scores: [...filled, ...composites.map(({ own }) => own)], left: missing.map((treatment) => treatment === "reweight") };
    for (const { node, drawn } of composites) settle(node, drawWeights(node.weights, spread, random, drawn), table);
    return table.scores.at(-1) ?? new Float64Array(subjects);
  };
}
