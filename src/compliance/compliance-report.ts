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

/** One subject's findings in one word. */
export interface SubjectRollUp {
  readonly subject: Subject;
  readonly rollUp: RollUp;
}

/** 合规检查结果. Every rule in force held against everybody it binds, as plain data. */
export interface ComplianceReport {
  readonly asOf: CalendarDate;
  readonly district: Subject;
  /** In the order of the packs' rules, then of the district file. */
  readonly findings: readonly Finding[];
  /** The district, then groups, schools and their parts in groups as far as a rule speaks to them. */
  readonly subjects: readonly SubjectRollUp[];
  readonly overall: RollUp;
  readonly notEvaluated: readonly RuleNotEvaluated[];
  readonly notApplied: readonly RuleNotApplied[];
}
