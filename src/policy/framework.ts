import type { Certainty, Citation, Term } from "../core/index.js";

/** One official item of a framework, in the order of the source. */
export interface FrameworkItem {
  /** Permanent id within the framework; a rule names it as `"<framework>/<item>"`. */
  readonly id: string;
  readonly label: Term;
  /** Ids of rules linked to a goal; an empty list is reported as not measured (未测量). */
  readonly measures?: readonly string[] | undefined;
}

/**
 * 框架. A named set of official items: 五同步, 八统一, 四互四共, 五同 …
 *
 * `phases` are steps every common task goes through; `unifications` are measured as uniformity or adoption; `goals` are not measures and only
 * list what is linked to them; `activities` are regular practices.
 */
export interface Framework {
  readonly id: string;
  readonly label: Term;
  readonly kind: "phases" | "unifications" | "goals" | "activities";
  readonly citations: readonly [Citation, ...Citation[]];
  readonly items: readonly FrameworkItem[];
  /** Number of items the source announces, where it does not list them all (九统一: nine). */
  readonly announced?: number | undefined;
  /** The list ends in 等. */
  readonly open?: boolean | undefined;
  readonly note?: Term | undefined;
}

/** 评价维度. A dimension of an evaluation scheme; `weight` is the id of the parameter with its weight, where the source gives one. */
export interface EvaluationDimension extends FrameworkItem {
  readonly weight?: string | undefined;
}

/** 考核评价的安排. How a source says groups are evaluated: its dimensions, never with a weight it does not give. */
export interface EvaluationScheme {
  readonly id: string;
  readonly label: Term;
  readonly citations: readonly [Citation, ...Citation[]];
  /** Whom the scheme judges. */
  readonly of: "group" | "lead" | "member" | "school" | "support";
  readonly per?: "month" | "half-year" | "school-year" | "calendar-year" | undefined;
  readonly method?: "quantitative" | "qualitative" | undefined;
  readonly principle?: Term | undefined;
  readonly dimensions: readonly EvaluationDimension[];
  readonly open?: boolean | undefined;
  /** What the results count for (结果运用). */
  readonly uses?: Term | undefined;
}

/** 办学模式. A group form that a source names; its id is what a group's `forms` refer to. */
export interface GroupForm {
  readonly id: string;
  readonly label: Term;
  readonly citations: readonly [Citation, ...Citation[]];
  /** 法人形式, where the source ties it to the form. */
  readonly legalForm?: "single-legal-person" | "multiple-legal-persons" | undefined;
  /** Features the source states of the form, as words. */
  readonly features?: readonly Term[] | undefined;
}

/**
 * A governance item a source names (机构、职务、制度文本、经费、权限、机制). Its id is the word that governance records of a district file use; packs
 * that name the same thing share it (`"group-principal"`).
 */
export interface GovernanceItem {
  readonly id: string;
  readonly kind: "body" | "post" | "document" | "fund" | "power" | "practice";
  readonly label: Term;
  readonly citations: readonly [Citation, ...Citation[]];
}

/** 原文陈述. What a source says and no rule computes: recorded and listed, without a finding. */
export interface Statement {
  readonly id: string;
  readonly citations: readonly [Citation, ...Citation[]];
  readonly text: Term;
  readonly certainty?: Certainty | undefined;
  /** A figure the statement gives, as printed. */
  readonly figures?: readonly { readonly label: Term; readonly value: string }[] | undefined;
}
