import type {
  Basis,
  Citation,
  ComparisonNode,
  ExactText,
  ExplainedValue,
  Explanation,
  Fraction,
  Operator,
  RoundingMode,
  Term,
} from "../core/index.js";
import { toExactText } from "../core/index.js";

const CALLER: Basis = { kind: "caller" };

/** A number as the value of a node; absent: unknown. */
export function exactly(value: Fraction | undefined): ExplainedValue {
  return value === undefined ? { kind: "unknown" } : { kind: "exact", value: toExactText(value) };
}

/** A figure of one subject out of the observations. */
export function factNode(label: Term, value: ExplainedValue, subject: string, citation?: Citation | undefined): Explanation {
  return { kind: "fact", label, value, subject: { kind: "school", id: subject }, citation };
}

/** A figure of the system; whoever wrote the system answers for it unless a basis is given. */
export function parameterNode(id: string, label: Term, value: Fraction, basis: Basis = CALLER): Explanation {
  return { kind: "parameter", id, label, value: exactly(value), basis };
}

/** One step of arithmetic. */
export function operationNode(
  operator: Operator,
  operands: readonly Explanation[],
  value: Fraction | undefined,
  label?: Term | undefined,
): Explanation {
  return { kind: "operation", label, operator, operands, value: exactly(value) };
}

/** One step whose result is no fraction (a root): a double to look at; the rounding around it is what counts. */
export function inexactNode(operator: Operator, operands: readonly Explanation[], value: number): Explanation {
  return { kind: "operation", operator, operands, value: { kind: "float", value } };
}

/** Such a number, rounded once. */
export function roundedNode(operand: Explanation, value: Fraction, places: number): Explanation {
  return { kind: "rounding", mode: "half-even", step: stepOf(places), operand, value: exactly(value) };
}

/** The step of so many decimal places. */
export function stepOf(places: number): ExactText {
  return places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`;
}

/** The rounding of what is printed. */
export function roundingNode(operand: Explanation, mode: RoundingMode, places: number, printed: string, label?: Term): Explanation {
  return { kind: "rounding", label, mode, step: stepOf(places), operand, value: { kind: "exact", value: printed } };
}

/** Whether a value reaches a bound. */
export function comparisonNode(
  label: Term,
  relation: "at-least" | "at-most" | "less-than" | "more-than",
  left: Explanation,
  right: Explanation,
  holds: boolean,
): ComparisonNode {
  return { kind: "comparison", label, relation, left, right, holds: holds ? "yes" : "no" };
}

/** A numbered name in both languages: 第2档 · step 2. */
export function numbered(zh: string, en: string, n: number): Term {
  return { "zh-CN": `第${n}${zh}`, en: `${en} ${n}` };
}

/** What a figure of a scoring is called. */
export const FIGURES = {
  from: { "zh-CN": "计分起点", en: "value scored lowest" },
  to: { "zh-CN": "计分终点", en: "value scored highest" },
  low: { "zh-CN": "起点得分", en: "score at the start of the line" },
  high: { "zh-CN": "终点得分", en: "score at the end of the line" },
  full: { "zh-CN": "满分", en: "full score" },
  last: { "zh-CN": "末位得分", en: "score of the last place" },
  target: { "zh-CN": "目标值", en: "target" },
  centre: { "zh-CN": "标准分均值", en: "centre of the standard score" },
  spread: { "zh-CN": "标准分标准差", en: "spread of the standard score" },
  otherwise: { "zh-CN": "未达各档得分", en: "score below every step" },
  zero: { "zh-CN": "零", en: "zero" },
  one: { "zh-CN": "一", en: "one" },
  two: { "zh-CN": "二", en: "two" },
  minusOne: { "zh-CN": "负一", en: "minus one" },
} as const satisfies Readonly<Record<string, Term>>;

/** A plain number that belongs to a formula. */
export function constantNode(label: Term, value: Fraction): Explanation {
  const why = { "zh-CN": "计算公式中的常数", en: "a constant of the formula" };
  return { kind: "parameter", id: "constant", label, value: exactly(value), basis: { kind: "library", why } };
}
