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
