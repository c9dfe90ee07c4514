import type { CalendarDate, Subject, Term } from "../core/index.js";
import type { MeasureId, RuleKind, RuleStanding, Topic } from "../policy/index.js";
import type { Finding, RollUp } from "../rules/index.js";

/** A rule that nobody could measure: it has no verdict. */
export interface RuleNotEvaluated {
  readonly rule: string;
  readonly label: Term;
  readonly kind: RuleKind;
  readonly topic: Topic;
  /** What nobody handed over. */
  readonly measures: readonly MeasureId[];
}

/** A rule that speaks to nobody in this district on this day, and why. */
export interface RuleNotApplied {
  readonly rule: string;
  readonly label: Term;
  readonly standing: Exclude<RuleStanding["standing"], "in-force">;
  /** The rule that takes its place. */
  readonly by?: string | undefined;
}

/** 不属于适用情形的对象数. How many of those in a rule's scope its conditions leave out; `explainFinding` explains any of them. */
export interface RuleNotFulfilled {
  readonly rule: string;
  readonly label: Term;
  /** At least 1. */
  readonly count: number;
}

/** One subject's findings in one word. */
export interface SubjectRollUp {
  readonly subject: Subject;
  readonly rollUp: RollUp;
}

/** 合规检查结果. Every rule in force held against everybody it binds, as plain data. */
export interface ComplianceReport {
  readonly asOf: CalendarDate;
  readonly district: Subject;
  /** In the order of the packs' rules, then of the district file; without those whose conditions are not fulfilled. */
  readonly findings: readonly Finding[];
  /** In the order of the packs' rules: whom conditions leave out, counted. */
  readonly notFulfilled: readonly RuleNotFulfilled[];
  /** The district, then groups, schools and their parts in groups as far as a rule speaks to them; `not-applicable` counts those left out too. */
  readonly subjects: readonly SubjectRollUp[];
  /** Over all findings, those left out among the `not-applicable`. */
  readonly overall: RollUp;
  readonly notEvaluated: readonly RuleNotEvaluated[];
  readonly notApplied: readonly RuleNotApplied[];
}
