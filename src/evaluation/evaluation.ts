import type { DecimalString, ExactText, Missing } from "../core/index.js";
import type { NoIncrement } from "./increment-values.js";

/** The stored format of an evaluation. */
export const EVALUATION_FORMAT = "school-groups.evaluation.v1";

/** 得分. The exact score and the one that is printed, rounded once. */
export interface Score {
  readonly exact: ExactText;
  readonly printed: DecimalString;
}

/** What became of one item for one subject. */
export interface ItemScore {
  readonly item: string;
  /** Absent: no score, and `why` says so. */
  readonly score?: ExactText | undefined;
  /** Of a leaf: the observed number or category. */
  readonly value?: ExactText | undefined;
  /** Of a leaf with increment: the starting point, the increment, and the scores of level and increment before they were mixed. */
  readonly baseline?: ExactText | undefined;
  readonly increment?: ExactText | undefined;
  readonly level?: ExactText | undefined;
  readonly incrementScore?: ExactText | undefined;
  /** Of a composite: the children whose weight was shared out because they are missing, and by whose leave. */
  readonly reweighted?: readonly string[] | undefined;
  /** A score was put in the place of a missing one, as the system says. */
  readonly imputed?: boolean | undefined;
  readonly capped?: boolean | undefined;
  readonly why?: NoIncrement | "no-score" | "child-missing" | "negative-score" | undefined;
}

/** One subject's evaluation. */
export interface SubjectEvaluation {
  readonly subject: string;
  /** Absent when something that the system refuses to do without is missing. */
  readonly score?: Score | undefined;
  readonly grade?: string | undefined;
  /** In the order of the system. */
  readonly items: readonly ItemScore[];
  /** 一票否决: the vetoes that took effect, and those nobody could tell. */
  readonly vetoes: readonly { readonly item: string; readonly applies: "yes" | "unknown" }[];
  readonly missing: readonly Missing[];
}

/** 考核评价结果. */
export interface Evaluation {
  readonly format: typeof EVALUATION_FORMAT;
  readonly system: string;
  readonly period: string;
  readonly subjects: readonly SubjectEvaluation[];
}
