import type { ExactText, ExplainedValue, Explanation, Missing, ParameterNode, Relation, Term, Truth, Unit } from "../core/index.js";
import type { Bounds } from "../policy/index.js";
import { type ExactInterval, holdsAgainst, isPoint } from "./compare-exact.js";
import type { FindingOperand } from "./finding.js";
import { type Judgement, NOTHING_MISSING, type Thresholds } from "./judgement.js";
import type { Threshold } from "./threshold.js";

/** A number to hold against limits; without `interval` nothing is known of it. */
export interface MeasuredNumber {
  readonly label: Term;
  readonly interval?: ExactInterval | undefined;
  readonly unit: Unit;
  readonly missing: readonly Missing[];
  /** How it came about; absent: it was handed over as it is. */
  readonly explanation?: Explanation | undefined;
}

/** The limit to compare with, where it is not the parameter itself (its square, its product with a share). */
export type LimitOf = (threshold: Threshold) => {
  readonly value?: ExactText | undefined;
  readonly explanation: () => Explanation;
  /** How findings show it, where that is not the parameter itself. */
  readonly shown?: Pick<FindingOperand, "label" | "value"> | undefined;
};

/** A limit of a rule, read once for all subjects. */
export interface Limit {
  readonly relation: Extract<Relation, "at-least" | "at-most" | "more-than" | "less-than">;
  readonly value?: ExactText | undefined;
  /** What to ask for when there is no value. */
  readonly missing: Missing;
  readonly explanation: () => Explanation;
}

/** The limits of a rule, and how findings show them. */
export interface Limits {
  readonly each: readonly Limit[];
  readonly operands: readonly FindingOperand[];
}

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

const ITSELF: LimitOf = (threshold) => ({ value: threshold.value, explanation: () => thresholdNode(threshold) });

/** The limits that bounds stand for on the day. */
export function limitsOf(bounds: Bounds, thresholds: Thresholds, limitOf: LimitOf = ITSELF): Limits {
  const each: Limit[] = [];
  const operands: FindingOperand[] = [];
  const add = (relation: Limit["relation"], parameter: string | undefined) => {
    if (parameter === undefined) return;
    const threshold = thresholds(parameter);
    const { value, explanation, shown } = limitOf(threshold);
    each.push({ relation, value, missing: threshold.missing, explanation });
    operands.push(shown === undefined ? thresholdOperand(threshold, relation) : { id: relation, ...shown });
  };
  add("at-least", bounds.atLeast);
  add("at-most", bounds.atMost);
  add("more-than", bounds.moreThan);
  add("less-than", bounds.lessThan);
  return { each, operands };
}

/** A measured number as a node of an explanation. */
export function numberNode({ label, interval, unit, explanation }: MeasuredNumber): Explanation {
  return explanation ?? { kind: "fact", label, value: explainedNumber(interval, unit) };
}

/** Holds a number against all its limits; `unknown` while a limit has no value or lies inside what is known of the number. */
export function judgeBounds(number: MeasuredNumber, limits: Limits, trace: boolean): Extract<Judgement, { readonly kind: "judged" }> {
  const shown: FindingOperand = { id: "value", label: number.label, value: explainedNumber(number.interval, number.unit) };
  const [only] = limits.operands;
  const operands = only !== undefined && limits.operands.length === 1 ? [shown, only] : [shown, ...limits.operands];
  // Without a limit there is nothing to meet: nobody may call that satisfied.
  let holds: Truth = limits.each.length === 0 ? "unknown" : "yes";
  let unset = limits.each.length === 0;
  for (const limit of limits.each) {
    if (limit.value === undefined) unset = true;
    const one = holdsWithin(number, limit);
    if (one === "no" || holds === "yes") holds = one;
  }
  const explanation = trace ? boundsNode(number, limits.each, holds) : undefined;
  if (holds !== "unknown") return { kind: "judged", holds, operands, missing: NOTHING_MISSING, explanation };
  if (!unset) return { kind: "judged", holds, operands, missing: number.missing, open: "facts-missing", explanation };
  const missing = limits.each.filter(({ value }) => value === undefined).map((limit) => limit.missing);
  return { kind: "judged", holds, operands, missing: missing.concat(number.missing), open: "threshold-missing", explanation };
}

function holdsWithin({ interval }: MeasuredNumber, { relation, value }: Limit): Truth {
  return interval === undefined || value === undefined ? "unknown" : holdsAgainst(interval, relation, value);
}

function boundsNode(number: MeasuredNumber, limits: readonly Limit[], holds: Truth): Explanation {
  const left = numberNode(number);
  const nodes = limits.map((limit): Explanation => {
    const { relation, explanation } = limit;
    return { kind: "comparison", relation, left, right: explanation(), holds: holdsWithin(number, limit) };
  });
  return together(nodes, holds);
}

/** One condition as it is, several as all of them. */
export function together(nodes: readonly Explanation[], holds: Truth): Explanation {
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return only;
  return { kind: "operation", operator: "all-of", operands: nodes, value: { kind: "truth", value: holds } };
}
