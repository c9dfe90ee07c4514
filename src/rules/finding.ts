import type { Citation, ExplainedValue, Force, Missing, Modality, Subject, Term } from "../core/index.js";
import type { RuleKind, Topic } from "../policy/index.js";

/** 判定. `undetermined` (无法判定) always comes with what is missing. */
export type Verdict = "satisfied" | "violated" | "not-applicable" | "undetermined";

/** Why a verdict is what it is; each has its sentence in `messages/`. */
export type FindingCode =
  | "met"
  | "not-met"
  | "condition-not-fulfilled"
  | "not-in-force"
  | "not-due"
  | "outside-jurisdiction"
  | "no-subject"
  | "threshold-missing"
  | "facts-missing"
  | "base-unclear"
  /** The part of a share is more than its whole: the two are counted over different people. */
  | "part-exceeds-whole"
  | "condition-unknown"
  | "not-evaluated";

/** A named operand of a finding, display-ready: the measured value, the threshold, part and whole. */
export interface FindingOperand {
  readonly id: string;
  readonly label: Term;
  readonly value: ExplainedValue;
}

/** A rule held against one subject, as plain data. */
export interface Finding {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly topic: Topic;
  readonly label: Term;
  readonly pack: string;
  readonly subject: Subject;
  readonly verdict: Verdict;
  readonly modality: Modality;
  readonly force: Force;
  readonly code: FindingCode;
  readonly operands: readonly FindingOperand[];
  readonly missing: readonly Missing[];
  readonly citations: readonly Citation[];
}
