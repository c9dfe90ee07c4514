import type { CalendarDate, Certainty, Citation, Modality, Term } from "../core/index.js";
import type { Sector, Stage } from "../domain/index.js";
import type { MeasureRef } from "./measure.js";

/** What a rule is about; selects the part of a report it appears in. */
export type Topic = "governance" | "coverage" | "framework" | "rotation" | "balance" | "size" | "value-added" | "evaluation" | "support";

/**
 * A fact that is one of the values. Of a truth (`"designation"`) the values are `"yes"` and `"no"`; of several tokens (the stages of a
 * school) one of them must be among the values.
 */
export interface FactCondition {
  readonly fact: MeasureRef;
  readonly oneOf: readonly string[];
}

/** 或. At least one of several conditions holds (built by 2010 *or* with mostly migrants' children). */
export interface AnyOfCondition {
  readonly anyOf: readonly FactCondition[];
}

/** A condition under which a rule applies to a subject. Unknown facts leave the rule `undetermined`. */
export type Condition = FactCondition | AnyOfCondition;

/** 适用对象. Whom a rule binds. */
export interface Scope {
  readonly subject: "district" | "group" | "school" | "lead" | "member";
  /** All of them hold. */
  readonly where?: readonly Condition[] | undefined;
}

/** Limits by parameter id; several may stand together. 以上 and 不低于 are `atLeast`: they include the figure itself. */
export interface Bounds {
  readonly atLeast?: string | undefined;
  readonly atMost?: string | undefined;
  readonly moreThan?: string | undefined;
  readonly lessThan?: string | undefined;
}

/** What every rule says, whatever its kind. */
export interface RuleBase {
  /** Permanent: ids are never reused. */
  readonly id: string;
  readonly label: Term;
  readonly topic: Topic;
  readonly citations: readonly [Citation, ...Citation[]];
  readonly modality: Modality;
  readonly certainty?: Certainty | undefined;
  readonly appliesTo: Scope;
  /** In force on `[from, until)`. */
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  /** A target's due day: before it the rule is `not-applicable`. */
  readonly due?: CalendarDate | undefined;
  /** Rules of wider jurisdictions that this more specific one takes the place of. */
  readonly overrides?: readonly string[] | undefined;
  /** The item of a framework this rule measures, `"baota.eight-unifications/1"`. */
  readonly item?: string | undefined;
  readonly note?: Term | undefined;
}

/** Something is there (or, with `must-not`, is not): a charter, a council, a designation. */
export interface PresenceRule extends RuleBase {
  readonly kind: "presence";
  readonly what: MeasureRef;
}

/** A headcount lies within bounds. */
export interface CountRule extends RuleBase {
  readonly kind: "count";
  readonly count: MeasureRef;
  readonly bounds: Bounds;
}

/** A number lies within bounds; `squared` says that the measure is the square of the judged number, so that no root is taken. */
export interface RangeRule extends RuleBase {
  readonly kind: "range";
  readonly value: MeasureRef;
  readonly bounds: Bounds;
  readonly squared?: boolean | undefined;
}

/** Part over whole lies within bounds; both ends of each may be unknown. */
export interface ShareRule extends RuleBase {
  readonly kind: "share";
  readonly part: MeasureRef;
  readonly whole: MeasureRef;
  readonly bounds: Bounds;
  /** The period that is counted, as far as the source says; `"year"`: a year, without saying which. */
  readonly per?: "school-year" | "calendar-year" | "year" | undefined;
  /** What the source leaves open of part or whole: the share is then printed and `undetermined`. */
  readonly unclear?: Term | undefined;
}

/** At least so many of several thresholds are met, and the others to a stated share (6 of 7, the rest at ≥ 85 %). */
export interface AtLeastOfRule extends RuleBase {
  readonly kind: "at-least-of";
  readonly items: readonly { readonly id: string; readonly label: Term; readonly value: MeasureRef; readonly threshold: string }[];
  readonly atLeast: string;
  readonly restAtLeast?: string | undefined;
}

/** The schools a share is counted over. */
export interface Population {
  readonly stages?: readonly Stage[] | undefined;
  readonly sector?: Sector | undefined;
  /** Words of the source for its base, when it is not clear which schools they mean: the share is then `undetermined`. */
  readonly unclear?: Term | undefined;
}

/** 覆盖率. The share of a population of schools that stand in groups or bear a designation. */
export interface CoverageRule extends RuleBase {
  readonly kind: "coverage";
  readonly population: Population;
  readonly covered: { readonly by: "membership" } | { readonly by: "designation"; readonly designation: string };
  readonly bounds: Bounds;
}

/** A feature of the subject is one of the allowed ones: its form, legal form, the number of leads. */
export interface StructureRule extends RuleBase {
  readonly kind: "structure";
  readonly feature: MeasureRef;
  readonly oneOf: readonly string[];
}

/** 同步. Phases of common tasks are done together: the share of due cells in step. */
export interface SynchronyRule extends RuleBase {
  readonly kind: "synchrony";
  /** The phase of the framework (arrange, implement, assess, compare, apply), or all. */
  readonly phase: string;
  /** Ids of parameters: days of tolerance before and after the due day. */
  readonly toleranceBefore?: string | undefined;
  readonly toleranceAfter?: string | undefined;
  readonly bounds: Bounds;
}

/** 统一 (of a document). The share of members that use the group's own reference: rule set, plan, paper, timetable. */
export interface UniformityRule extends RuleBase {
  readonly kind: "uniformity";
  readonly reference: string;
  readonly bounds: Bounds;
}

/** 统一 (of a practice). The share of members attested to have adopted it, fully or at least partially. */
export interface AdoptionRule extends RuleBase {
  readonly kind: "adoption";
  readonly practice: string;
  readonly level: "full" | "at-least-partial";
  readonly bounds: Bounds;
}

/** A regular activity: at least so much in every period. */
export interface ActivityRule extends RuleBase {
  readonly kind: "activity";
  readonly activity: string;
  readonly per: "school-day" | "school-week" | "month" | "term" | "school-year" | "calendar-year";
  readonly of: "group" | "school" | "person";
  readonly unit: "times" | "minutes" | "half-days" | "days";
  /** Id of the parameter with the amount per period. */
  readonly atLeast: string;
}

/** 规则. The closed union of rule kinds. */
export type Rule =
  | PresenceRule
  | CountRule
  | RangeRule
  | ShareRule
  | AtLeastOfRule
  | CoverageRule
  | StructureRule
  | SynchronyRule
  | UniformityRule
  | AdoptionRule
  | ActivityRule;

/** The kinds of rules. */
export type RuleKind = Rule["kind"];
