import {
  addFractions,
  type Explanation,
  exact,
  type Fraction,
  minimumFraction,
  multiplyFractions,
  type Term,
  toNumber,
} from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { readExact } from "./check-scoring.js";
import type { ItemScore, SubjectEvaluation } from "./evaluation.js";
import { fractionAt } from "./exact-column.js";
import { explainGrade, explainVetoScore, vetoFact } from "./explain-grade.js";
import { explainLeaf } from "./explain-leaf.js";
import { exactly, factNode, inexactNode, operationNode, parameterNode, roundedNode, roundingNode } from "./explain-nodes.js";
import type { AdjustmentItem, CompositeItem, LeafItem } from "./indicator-system.js";
import { GEOMETRIC_PLACES } from "./mean-score.js";
import { readOwnText } from "./own-exact-text.js";
import { type EvaluateOptions, type PreparedEvaluation, prepareEvaluation } from "./prepared-evaluation.js";
import { subjectScorer } from "./score-subject.js";
import type { CompositeNode } from "./system-tree.js";

/** Whose score, and of which item. */
export interface ExplainScoreQuestion {
  readonly subject: string;
  /** Id of a composite or a leaf, whose exact score is explained; absent: the final score as it is printed. */
  readonly item?: string | undefined;
  /** `grade`: how the grade was chosen from the final score, bounds and vetoes included; without grades in the system, or a score, as `score`. */
  readonly of?: "score" | "grade" | undefined;
}

interface Explained {
  readonly prepared: PreparedEvaluation;
  readonly subject: string;
  readonly notes: ReadonlyMap<string, ItemScore>;
}

const scoreIn = (notes: Explained["notes"], item: string): Fraction | undefined => {
  const score = notes.get(item)?.score;
  return score === undefined ? undefined : readOwnText(score);
};

const WEIGHT: Term = { "zh-CN": "权重", en: "weight" };

function weightNode(part: CompositeItem | LeafItem): Explanation {
  const label = { "zh-CN": `${part.label["zh-CN"]}${WEIGHT["zh-CN"]}`, en: `${WEIGHT.en} of ${part.label.en}` };
  return parameterNode(`${part.id}.weight`, label, exact(part.weight?.value ?? 0), part.weight?.basis);
}

/** Points of a bonus or deduction that was observed: at most so many. */
function pointsNode(item: AdjustmentItem, value: Fraction, explained: Explained): Explanation {
  const each = exact(item.pointsEach);
  const times = factNode(item.label, exactly(value), explained.subject, item.citations?.[0]);
  const eachNode = parameterNode(`${item.id}.pointsEach`, { "zh-CN": "每次分值", en: "points each" }, each, item.basis);
  const most = exact(item.atMost);
  const mostNode = parameterNode(`${item.id}.atMost`, { "zh-CN": "分值上限", en: "at most" }, most, item.basis);
  const points = multiplyFractions(value, each);
  return operationNode("minimum", [operationNode("product", [times, eachNode], points), mostNode], minimumFraction([points, most]));
}

function meanNode(node: CompositeNode, explained: Explained, value: Fraction | undefined): Explanation {
  const { item, parts } = node;
  const operands = parts.flatMap((part): readonly Explanation[] => {
    const left = scoreIn(explained.notes, part.id) === undefined && part.kind === "leaf" && part.missing.treatment === "reweight";
    return left ? [] : [explainItem(part.id, explained), weightNode(part)];
  });
  if (item.mean === "geometric") {
    return value === undefined
      ? operationNode("geometric-mean", operands, undefined, item.label)
      : roundedNode(inexactNode("geometric-mean", operands, toNumber(value)), value, GEOMETRIC_PLACES);
  }
  return operationNode(item.mean === "arithmetic" ? "weighted-mean" : "harmonic-mean", operands, value, item.label);
}

function explainComposite(node: CompositeNode, explained: Explained): Explanation {
  const { item } = node;
  const columns = explained.prepared.composites.find((one) => one.node === node);
  const mean = columns && fractionAt(columns.means, explained.prepared.subjects.indexOf(explained.subject));
  let tree = meanNode(node, explained, mean);
  if (mean === undefined) return tree;
  let value = mean;
  for (const kind of ["bonus", "deduction"] as const) {
    const points = node.adjustments.flatMap((adjustment) => {
      const note = explained.notes.get(adjustment.id);
      const observed = note?.value === undefined || note.score === undefined ? undefined : readOwnText(note.value);
      return adjustment.kind === kind && observed !== undefined ? [{ adjustment, observed, score: readOwnText(note?.score ?? "0") }] : [];
    });
    // One at a time: a deduction's points are stored with their sign, so that adding settles both kinds.
    for (const { adjustment, observed, score } of points) {
      value = addFractions(value, score);
      const operator = kind === "bonus" ? "sum" : "difference";
      tree = operationNode(operator, [tree, pointsNode(adjustment, observed, explained)], value, item.label);
    }
  }
  const cap = readExact(item.cap);
  if (cap === undefined) return tree;
  const capNode = parameterNode(`${item.id}.cap`, { "zh-CN": "封顶分", en: "cap" }, cap, item.basis);
  return operationNode("minimum", [tree, capNode], minimumFraction([value, cap]), item.label);
}

function explainItem(id: string, explained: Explained): Explanation {
  const { tree } = explained.prepared;
  const composite = tree.composites.find((node) => node.item.id === id);
  if (composite !== undefined) return explainComposite(composite, explained);
  const columns = explained.prepared.leaves.find(({ leaf }) => leaf.id === id);
  if (columns === undefined) return { kind: "fact", label: { "zh-CN": id, en: id }, value: { kind: "unknown" } };
  return explainLeaf({ columns, subject: explained.subject, prepared: explained.prepared });
}

/** The root, what vetoes leave of it, and the one rounding; or the grade that follows. */
function explainFinal(scored: SubjectEvaluation, explained: Explained, of: ExplainScoreQuestion["of"]): Explanation {
  const { system, tree, observed, period } = explained.prepared;
  let node = explainItem(tree.root.id, explained);
  if (scored.score === undefined) return node;
  let value = scoreIn(explained.notes, tree.root.id) ?? readOwnText(scored.score.exact);
  for (const { item, applies } of scored.vetoes) {
    const veto = tree.byId.get(item);
    if (applies !== "yes" || veto?.kind !== "veto" || veto.effect.kind !== "score-at-most") continue;
    const most = exact(veto.effect.score);
    value = minimumFraction([value, most]) ?? value;
    const fact = vetoFact(veto, explained.subject, observed, period);
    node = operationNode("minimum", [node, explainVetoScore(veto, fact, most)], value, veto.label);
  }
  const rounded = roundingNode(node, system.rounding.mode, system.rounding.places, scored.score.printed, system.label);
  if (of !== "grade") return rounded;
  const [judged, score] = system.gradeRounded === true ? [readOwnText(scored.score.printed), rounded] : [value, node];
  return explainGrade({ system, judged, score, scored, observed, period }) ?? rounded;
}

/**
 * 得分的计算过程. How one score of `evaluate` came about, down to the observations, with the basis of every weight and every rounding: the same
 * arguments, the same code, and whose score.
 *
 * Without `item` the root is the rounding of the final score, or with `of: "grade"` the choice of the grade: the bounds from the best grade down,
 * each belonging to the grade it opens, and what vetoes (一票否决) leave of it. What is missing stands there as unknown; a part whose weight was shared out is
 * left out of the mean. `undefined`: the system has errors, or there is no such subject or item.
 *
 * @example
 * ```ts
 * import { explainScore, type IndicatorSystem } from "school-groups/evaluation";
 *
 * const label = { "zh-CN": "得分", en: "score" };
 * const system: IndicatorSystem = {
 *   format: "school-groups.indicator-system.v1",
 *   id: "one",
 *   label,
 *   items: [
 *     { id: "all", kind: "composite", label, mean: "arithmetic" },
 *     {
 *       id: "a",
 *       parent: "all",
 *       kind: "leaf",
 *       label,
 *       weight: { value: 1, basis: { kind: "caller" } },
 *       unit: "points",
 *       direction: "higher-is-better",
 *       source: { kind: "caller" },
 *       scoring: { kind: "linear", from: 0, to: 50, low: 0, high: 100, beyond: "clamp" },
 *       missing: { treatment: "refuse" },
 *     },
 *   ],
 *   rounding: { mode: "half-away-from-zero", places: 1 },
 * };
 * const tree = explainScore([{ indicator: "a", subject: "s", period: "2023", value: 40 }], { system, period: "2023" }, { subject: "s" });
 * tree?.kind === "rounding" && tree.value; // => { kind: "exact", value: "80.0" }
 * const graded = {
 *   ...system,
 *   grades: [
 *     { grade: "good", label: { "zh-CN": "良好", en: "good" }, atLeast: 80 },
 *     { grade: "pass", label: { "zh-CN": "合格", en: "pass" } },
 *   ],
 * };
 * const seen = [{ indicator: "a", subject: "s", period: "2023", value: 40 }];
 * const grade = explainScore(seen, { system: graded, period: "2023" }, { subject: "s", of: "grade" });
 * grade?.kind === "operation" && grade.label; // => { "zh-CN": "良好", en: "good" }
 * ```
 */
export function explainScore(
  observations: readonly Observation[],
  options: EvaluateOptions,
  question: ExplainScoreQuestion,
): Explanation | undefined {
  const result = prepareEvaluation(observations, options);
  if (!result.ok) return undefined;
  const prepared = result.value;
  const { subject, item } = question;
  const index = prepared.subjects.indexOf(subject);
  const kind = item === undefined ? "composite" : prepared.tree.byId.get(item)?.kind;
  if (index < 0 || (kind !== "composite" && kind !== "leaf")) return undefined;
  const scored = subjectScorer(prepared)(index);
  const explained = { prepared, subject, notes: new Map(scored.items.map((note) => [note.item, note])) };
  return item === undefined ? explainFinal(scored, explained, question.of) : explainItem(item, explained);
}
