import {
  allOf,
  type ExactText,
  type ExplainedValue,
  type Explanation,
  type Missing,
  type ParameterNode,
  type Relation,
  type Term,
  type Truth,
  type Unit,
} from "../core/index.js";
import type { Bounds } from "../policy/index.js";
import { type ExactInterval, holdsAgainst, isPoint } from "./compare-exact.js";
import type { FindingOperand } from "./finding.js";
import type { JudgeContext, Judgement } from "./judgement.js";
import type { Threshold } from "./threshold.js";

/** A number to hold against limits; without `interval` nothing is known of it. */
export interface MeasuredNumber {
  readonly label: Term;
  readonly interval?: ExactInterval | undefined;
  readonly unit: Unit;
  readonly missing: readonly Missing[];
  readonly explanation: () => Explanation;
}

/** The limit to compare with, where it is not the parameter itself (its square, its product with a share). */
export type LimitOf = (threshold: Threshold) => { readonly value?: ExactText | undefined; readonly explanation: () => Explanation };

type Limit = [relation: Extract<Relation, "at-least" | "at-most" | "more-than" | "less-than">, parameter: string];

/** The value of a number as explanations and findings show it. */
export function explainedNumber(interval: ExactInterval | undefined, unit: Unit): ExplainedValue {
  if (interval === undefined) return { kind: "unknown" };
  if (isPoint(interval)) return { kind: "exact", value: interval.low, unit };
  const high = interval.high === undefined ? {} : { high: interval.high };
  return { kind: "interval", low: interval.low, ...high, unit };
}

/** A limit as a node of an explanation. */
export function thresholdNode(threshold: Threshold): ParameterNode {
  const basis = threshold.basis === undefined ? {} : { basis: threshold.basis };
  return { kind: "parameter", id: threshold.parameter, label: threshold.label, value: thresholdValue(threshold), ...basis };
}

/** A limit as an operand of a finding. */
export function thresholdOperand(threshold: Threshold, id: string): FindingOperand {
  return { id, label: threshold.label, value: thresholdValue(threshold) };
}

function thresholdValue({ value, unit }: Threshold): ExplainedValue {
  return value === undefined ? { kind: "unknown" } : { kind: "exact", value, unit };
}

function limitsOf(bounds: Bounds): readonly Limit[] {
  const limits: Limit[] = [];
  if (bounds.atLeast !== undefined) limits.push(["at-least", bounds.atLeast]);
  if (bounds.atMost !== undefined) limits.push(["at-most", bounds.atMost]);
  if (bounds.moreThan !== undefined) limits.push(["more-than", bounds.moreThan]);
  if (bounds.lessThan !== undefined) limits.push(["less-than", bounds.lessThan]);
  return limits;
}

const ITSELF: LimitOf = (threshold) => ({ value: threshold.value, explanation: () => thresholdNode(threshold) });

/** Holds a number against all its limits; `unknown` while a limit has no value or lies inside what is known of the number. */
export function judgeBounds(
  number: MeasuredNumber,
  bounds: Bounds,
  context: JudgeContext,
  limitOf: LimitOf = ITSELF,
): Extract<Judgement, { readonly kind: "judged" }> {
  const operands: FindingOperand[] = [{ id: "value", label: number.label, value: explainedNumber(number.interval, number.unit) }];
  const truths: Truth[] = [];
  const unset: Missing[] = [];
  const nodes: Explanation[] = [];
  for (const [relation, parameter] of limitsOf(bounds)) {
    const threshold = context.threshold(parameter);
    const limit = limitOf(threshold);
    if (limit.value === undefined) unset.push(threshold.missing);
    const known = number.interval !== undefined && limit.value !== undefined;
    const holds = known ? holdsAgainst(number.interval, relation, limit.value) : "unknown";
    truths.push(holds);
    operands.push(thresholdOperand(threshold, relation));
    if (context.trace) nodes.push({ kind: "comparison", relation, left: number.explanation(), right: limit.explanation(), holds });
  }
  const holds = allOf(truths);
  const explanation = context.trace ? together(nodes, holds) : undefined;
  if (holds !== "unknown") return { kind: "judged", holds, operands, missing: [], explanation };
  if (unset.length > 0) {
    return { kind: "judged", holds, operands, open: "threshold-missing", missing: [...unset, ...number.missing], explanation };
  }
  return { kind: "judged", holds, operands, open: "facts-missing", missing: number.missing, explanation };
}

/** One condition as it is, several as all of them. */
export function together(nodes: readonly Explanation[], holds: Truth): Explanation {
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return only;
  return { kind: "operation", operator: "all-of", operands: nodes, value: { kind: "truth", value: holds } };
}
