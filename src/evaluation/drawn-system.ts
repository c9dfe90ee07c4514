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

/** Each weight × a uniform factor between 1 − spread and 1 + spread; the mean divides by their sum. */
export function drawnWeights(weights: Float64Array, spread: number, random: Random | undefined): Float64Array {
  if (random === undefined || spread === 0) return weights;
  return weights.map((weight) => weight * (1 - spread + 2 * spread * random.uniform()));
}

/** What stands for a missing leaf in one draw: no score (`refuse`), weight shared out (`reweight`), or a score. */
export type DrawnMissing = "refuse" | "reweight" | number;

/** Scores of all subjects by one composite out of the table; NaN marks a missing score and never leaves this room. */
function settle(
  node: DrawnComposite,
  weights: Float64Array,
  table: readonly Float64Array[],
  left: readonly boolean[],
  subjects: number,
): void {
  const own = table[node.at];
  if (own === undefined) return;
  for (let subject = 0; subject < subjects; subject += 1) {
    let sum = 0;
    let total = 0;
    let zero = false;
    for (let index = 0; index < node.parts.length; index += 1) {
      const part = node.parts[index] ?? 0;
      const weight = weights[index] ?? 0;
      const score = table[part]?.[subject] ?? Number.NaN;
      if (Number.isNaN(score) && left[part] === true) continue;
      if (weight === 0 && !Number.isNaN(score)) continue;
      total += weight;
      if (node.kind === "arithmetic") sum += weight * score;
      else if (score < 0) sum = Number.NaN;
      else if (score === 0) zero = true;
      else sum += node.kind === "geometric" ? weight * (Number.isNaN(score) ? score : log(score)) : weight / score;
    }
    const mean =
      node.kind === "arithmetic"
        ? sum / total
        : Number.isNaN(sum)
          ? sum
          : zero
            ? 0
            : node.kind === "geometric"
              ? exp(sum / total)
              : total / sum;
    const value = total === 0 ? Number.NaN : mean + (node.added[subject] ?? 0);
    own[subject] = node.cap !== undefined && value > node.cap ? node.cap : value;
  }
}

/** Fills the table (leaves are in it already) up to the root, whose scores come back. */
export function settleDraw(
  system: DrawnSystem,
  table: readonly Float64Array[],
  missing: readonly DrawnMissing[],
  spread: number,
  random: Random | undefined,
): Float64Array {
  const subjects = table[0]?.length ?? 0;
  const left = missing.map((treatment) => treatment === "reweight");
  missing.forEach((treatment, leaf) => {
    const scores = table[leaf];
    if (typeof treatment !== "number" || scores === undefined) return;
    for (let subject = 0; subject < subjects; subject += 1) if (Number.isNaN(scores[subject])) scores[subject] = treatment;
  });
  for (const node of system.composites) settle(node, drawnWeights(node.weights, spread, random), table, left, subjects);
  return table[system.size - 1] ?? new Float64Array(subjects);
}
