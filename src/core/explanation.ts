import type { RoundingMode } from "./rounding.js";
import type { Basis, Citation } from "./source.js";
import type { Subject } from "./subject.js";
import type { Term } from "./term.js";
import type { Truth } from "./truth.js";
import type { Unit } from "./unit.js";

/** An exact number as text: decimal (`"0.2"`) or a quotient without finite decimal text (`"2/3"`). */
export type ExactText = string;

/** What a node of an explanation amounts to. */
export type ExplainedValue =
  | { readonly kind: "exact"; readonly value: ExactText; readonly unit?: Unit | undefined }
  /** An absent `high` is unbounded. */
  | { readonly kind: "interval"; readonly low: ExactText; readonly high?: ExactText | undefined; readonly unit?: Unit | undefined }
  | { readonly kind: "float"; readonly value: number; readonly unit?: Unit | undefined }
  | { readonly kind: "date"; readonly value: string }
  /** `value` is what a program compares; `term`, where there is one, is what a reader knows it by. */
  | { readonly kind: "text"; readonly value: string; readonly term?: Term | undefined }
  | { readonly kind: "term"; readonly value: Term }
  | { readonly kind: "truth"; readonly value: Truth }
  | { readonly kind: "unknown" };

/**
 * The closed list of operators. Every one is a formula of its operands alone, in their order, so that a reader with pencil and paper, or
 * a small program, recomputes the value; the formulas stand in `docs/guide/explanations.md`.
 */
export type Operator =
  | "sum"
  | "difference"
  | "product"
  | "quotient"
  | "share"
  | "count"
  | "mean"
  | "weighted-mean"
  | "geometric-mean"
  | "harmonic-mean"
  | "minimum"
  | "maximum"
  | "median"
  | "square"
  | "square-root"
  | "absolute"
  | "ceiling"
  | "clamp"
  | "interpolate"
  | "interval"
  | "printed-interval"
  | "full-years"
  | "days-between"
  | "all-of"
  | "any-of"
  | "not"
  /** Of (covered, not covered): covered ÷ (covered + not covered), from every doubtful one not covered to every one covered; of nothing, unknown. */
  | "coverage"
  | "select"
  /** Of (does the rule apply, is it kept): no → 不适用, unknown → 无法判定; then yes, no, unknown of the second. */
  | "verdict";

/** How two values are compared. */
export type Relation = "at-least" | "at-most" | "more-than" | "less-than" | "equal" | "one-of";

/** A figure or statement taken from the input. */
export interface FactNode {
  readonly kind: "fact";
  readonly label: Term;
  readonly value: ExplainedValue;
  readonly subject?: Subject | undefined;
  readonly citation?: Citation | undefined;
}

/** A figure taken from policy, from the caller or from the library's defaults, with its basis. */
export interface ParameterNode {
  readonly kind: "parameter";
  readonly id: string;
  readonly label: Term;
  readonly value: ExplainedValue;
  readonly basis?: Basis | undefined;
}

/** A value made from its operands by one operator. */
export interface OperationNode {
  readonly kind: "operation";
  readonly label?: Term | undefined;
  readonly operator: Operator;
  readonly operands: readonly Explanation[];
  readonly value: ExplainedValue;
}

/** The one named rounding step. */
export interface RoundingNode {
  readonly kind: "rounding";
  readonly label?: Term | undefined;
  readonly mode: RoundingMode;
  readonly step: ExactText;
  readonly operand: Explanation;
  readonly value: ExplainedValue;
}

/** A comparison and whether it holds. */
export interface ComparisonNode {
  readonly kind: "comparison";
  readonly label?: Term | undefined;
  readonly relation: Relation;
  readonly left: Explanation;
  readonly right: Explanation;
  readonly holds: Truth;
}

/** A number estimated by statistics: exact recomputation needs the data, so its inputs and its method are named. */
export interface EstimateNode {
  readonly kind: "estimate";
  readonly label: Term;
  readonly method: Term;
  readonly value: number;
  readonly standardError?: number | undefined;
  readonly operands: readonly Explanation[];
}

/** 计算过程. How a number or verdict came about, as a plain JSON tree. */
export type Explanation = FactNode | ParameterNode | OperationNode | RoundingNode | ComparisonNode | EstimateNode;
