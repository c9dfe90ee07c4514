import type { IssueOf, IssuePath, Severity, Subject } from "../core/index.js";

/** What can be wrong with packs and how they stand together: code → display-ready parameters. */
export interface PolicyIssueParams {
  /** Two packs bear the same id. */
  "duplicate-pack": { readonly id: string };
  /** Two elements of one kind bear the same id. */
  "duplicate-policy-id": { readonly id: string; readonly what: PolicyElementKind; readonly first: string; readonly second: string };
  "unknown-parameter": { readonly id: string; readonly by: string; readonly pack: string };
  "unknown-source": { readonly id: string; readonly by: string; readonly pack: string };
  /** A framework's item, or a measure linked to a goal, that no pack has. */
  "unknown-policy-reference": { readonly id: string; readonly by: string; readonly pack: string };
  "setting-of-unknown-parameter": { readonly id: string; readonly pack: string };
  /** Two packs set one parameter for the same days. */
  "settings-collide": { readonly id: string; readonly first: string; readonly second: string; readonly day: string };
  /** A set figure takes the place of one the source gives. */
  "figure-replaced": {
    readonly id: string;
    readonly pack: string;
    readonly value: string;
    readonly by: string;
    readonly replacement: string;
  };
  /** A rule overrides one that no loaded pack has. */
  "overridden-rule-absent": { readonly id: string; readonly by: string; readonly pack: string };
  /** Rules that override one another in a circle, or one that overrides itself. */
  "overrides-in-circle": { readonly id: string; readonly by: string; readonly pack: string };
  /** A rule that binds less, or fewer of the same subjects, than the one it claims to override: both stay in force. */
  "override-too-narrow": { readonly id: string; readonly by: string; readonly pack: string };
  /** A rule that compares with limits and states none. */
  "rule-without-limit": { readonly id: string; readonly pack: string };
  /** A limit in another unit than what it is held against: a share against a count, or a count against a share. */
  "limit-of-another-unit": { readonly id: string; readonly by: string; readonly pack: string; readonly of: "share" | "count" };
  /** A share above 1 or below 0, or a negative count; `most` is empty where there is no upper end. */
  "figure-out-of-range": { readonly id: string; readonly value: string; readonly most: string };
  /** A word outside the closed list of its measure; `allowed` joins the list by 、. */
  "word-not-listed": { readonly by: string; readonly pack: string; readonly word: string; readonly allowed: string };
  /** A measure that subjects of this kind do not have. */
  "measure-of-another-subject": { readonly by: string; readonly pack: string; readonly measure: string; readonly subject: string };
  /** A condition of a measure (`where`) whose value cannot be read. */
  "condition-unreadable": { readonly by: string; readonly pack: string; readonly key: string; readonly value: string };
  /** Two rules that apply together cannot both be met. */
  "rules-contradict": { readonly first: string; readonly firstPack: string; readonly second: string; readonly secondPack: string };
  /** Two rules judge the same thing differently, apply together, and neither says that it overrides the other. */
  "rules-overlap": { readonly first: string; readonly firstPack: string; readonly second: string; readonly secondPack: string };
  /** The pack is not equal to its own JSON round trip. */
  "not-plain-json": { readonly pack: string };
  /** Days without a value between two values of a parameter. */
  "values-gap": { readonly id: string; readonly from: string; readonly until: string };
  /** Two values of a parameter for one day. */
  "values-overlap": { readonly id: string; readonly from: string };
  /** A value or rule that holds on no day. */
  "empty-range": { readonly id: string };
  "malformed-day": { readonly id: string; readonly day: string };
  "malformed-figure": { readonly id: string; readonly value: string };
  "value-without-basis": { readonly id: string };
  "source-unused": { readonly id: string };
  /** The weights of an evaluation scheme do not sum to 1. */
  "pack-weights-sum": { readonly id: string; readonly day: string; readonly sum: string };
  "id-without-prefix": { readonly id: string; readonly prefix: string };
  /** A list that ends in 等 is not marked `open`. */
  "open-list-unmarked": { readonly id: string };
  /** The source announces another number of items than are listed. */
  "items-missing": { readonly id: string; readonly announced: string; readonly listed: string };
}

/** The lists of a pack whose elements have ids. */
export type PolicyElementKind =
  | "source"
  | "parameter"
  | "rule"
  | "framework"
  | "evaluation"
  | "form"
  | "governance-item"
  | "exchange-kind"
  | "statement";

/** A problem of one or several packs. */
export type PolicyIssue = IssueOf<PolicyIssueParams>;

const SEVERITIES: Readonly<Record<keyof PolicyIssueParams, Severity>> = {
  "duplicate-pack": "error",
  "duplicate-policy-id": "error",
  "unknown-parameter": "error",
  "unknown-source": "error",
  "unknown-policy-reference": "error",
  "setting-of-unknown-parameter": "error",
  "settings-collide": "error",
  "figure-replaced": "notice",
  "overridden-rule-absent": "notice",
  "overrides-in-circle": "error",
  "override-too-narrow": "warning",
  "rule-without-limit": "error",
  "limit-of-another-unit": "error",
  "figure-out-of-range": "error",
  "word-not-listed": "error",
  "measure-of-another-subject": "error",
  "condition-unreadable": "error",
  "rules-contradict": "error",
  "rules-overlap": "warning",
  "not-plain-json": "error",
  "values-gap": "warning",
  "values-overlap": "error",
  "empty-range": "error",
  "malformed-day": "error",
  "malformed-figure": "error",
  "value-without-basis": "error",
  "source-unused": "warning",
  "pack-weights-sum": "error",
  "id-without-prefix": "warning",
  "open-list-unmarked": "warning",
  "items-missing": "notice",
};

/** An issue of this room with its fixed severity. Internal. */
export function policyIssue<Code extends keyof PolicyIssueParams>(
  code: Code,
  path: IssuePath,
  params: PolicyIssueParams[Code],
  subject?: Subject,
): PolicyIssue {
  const issue = { code, severity: SEVERITIES[code], path, params, ...(subject === undefined ? {} : { subject }) };
  return issue as unknown as PolicyIssue;
}
