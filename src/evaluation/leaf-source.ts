import type { CalendarDate } from "../core/index.js";
import type { Stage } from "../domain/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { Exact } from "./scoring.js";

/**
 * 调查. Answers on a scale from `lowest` to `highest`; an observation beyond it is an issue, and so is one without its numbers of people asked
 * and answering. Below `minimumResponse` (0 to 1) it is not scored.
 */
export interface SurveySource {
  readonly kind: "survey";
  readonly lowest: Exact;
  readonly highest: Exact;
  readonly minimumResponse?: Exact | undefined;
}

/** 框架测算、台账或基础数据. A measure that rules know too: of the work ledger (同步、统一、采用、活动) or of the district file. */
export interface MeasureSource {
  readonly kind: "measure";
  readonly measure: MeasureRef;
}

/**
 * 交流轮岗. A figure of the roster and the exchanges of the period: a share of the eligible (`exchanged-share`), of the exchanged
 * (`backbone-share`), or a count. `of`: a kind of exchange, for `exchange-count`.
 */
export interface RotationSource {
  readonly kind: "rotation";
  readonly figure:
    | "exchanged-share"
    | "backbone-share"
    | "eligible-teachers"
    | "exchanged-teachers"
    | "exchanged-backbone-teachers"
    | "exchange-count";
  readonly of?: string | undefined;
}

/**
 * 增值. A school's or a group's unshrunken estimate, with its standard error. The stage is named, because a rule in force may forbid the
 * comparison there; the leaf's unit is the scale of the estimates (`"z"`, `"t"`, `"marks"`).
 */
export interface ValueAddedSource {
  readonly kind: "value-added";
  readonly stage: Stage;
}

/**
 * 均衡. A figure of one resource and stage. Of a school: `resource-indicator`. Of a group: that of its schools together, how unequally they have it
 * (`difference-coefficient`, `theil`), or by which part of what it was the gap of lead and members narrowed since a day (`gap-narrowing`).
 * Without `stage`: the one judged stage of the schools concerned.
 */
export interface BalanceSource {
  readonly kind: "balance";
  readonly figure: "resource-indicator" | "difference-coefficient" | "theil" | "gap-narrowing";
  readonly resource: string;
  readonly stage?: Stage | undefined;
  readonly since?: CalendarDate | undefined;
}

/** 覆盖率. Of the district: the share that a coverage target counts (the rule's id). Of a group: the share of its schools with a designation. */
export type CoverageSource =
  | { readonly kind: "coverage"; readonly target: string }
  | { readonly kind: "coverage"; readonly designation: string };

/** 数据来源. Where a leaf's value comes from: the caller, a survey, or a part of the same assessment, which `assessDistrict` hands over. */
export type LeafSource =
  | { readonly kind: "caller" }
  | SurveySource
  | MeasureSource
  | RotationSource
  | ValueAddedSource
  | BalanceSource
  | CoverageSource;
