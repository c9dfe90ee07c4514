import type { IssueOf, IssuePath, Severity, Subject, Term } from "../core/index.js";
import type { SchemaIssue } from "../schema/index.js";

/** 核验问题. Every code of validation with its parameters. Schools and groups are given by name where they have one; days as text. */
export interface ValidationIssueParams {
  "duplicate-id": { readonly id: string; readonly first: number };
  /** Two ids that differ by case or width of their letters only. */
  "similar-ids": { readonly id: string; readonly other: string };
  "unknown-school": { readonly school: string; readonly likely?: string | undefined };
  "shared-name": { readonly name: string; readonly other: string };
  /** A name that is two known names run together, the separator lost. */
  "joined-names": { readonly name: string; readonly first: string; readonly second: string };
  "end-before-start": { readonly from: string; readonly until: string };
  "inaugurated-before-announced": { readonly announced: string; readonly inaugurated: string };
  "group-without-members": { readonly group: string; readonly asOf: string };
  "group-without-lead": { readonly group: string; readonly asOf: string };
  "two-leads": { readonly group: string; readonly leads: readonly string[]; readonly from?: string | undefined };
  /** One notice for all groups: `groups` are the first of them. */
  "leads-inferred": { readonly count: number; readonly groups: readonly string[] };
  "lead-is-member-elsewhere": { readonly school: string; readonly leads: string; readonly memberOf: string };
  "overlapping-memberships": { readonly school: string; readonly group: string };
  "membership-outside-group": { readonly school: string; readonly group: string; readonly life: string; readonly membership: string };
  "membership-outside-school": { readonly school: string; readonly group: string; readonly life: string; readonly membership: string };
  "membership-of-closed-school": { readonly school: string; readonly group: string; readonly closed: string };
  "stage-mismatch": { readonly school: string; readonly group: string; readonly stage: Term; readonly stages: readonly Term[] };
  "no-common-stage": { readonly group: string };
  /** One notice for all groups of which some member's stages are not stated: whether they are of one stage cannot be checked. */
  "stages-not-stated": { readonly count: number; readonly groups: readonly string[] };
  "missing-headcounts": { readonly schools: number; readonly of: number; readonly asOf: string };
  "repeated-headcount": { readonly school: string; readonly on: string };
  /** The largest class has more pupils than the school or stage. */
  "largest-class-above-pupils": { readonly school: string; readonly on: string; readonly largest: number; readonly pupils: number };
  /** So many classes of at most so many pupils hold fewer pupils than stated. */
  "largest-class-below-mean": {
    readonly school: string;
    readonly on: string;
    readonly pupils: number;
    readonly classes: number;
    readonly largest: number;
  };
  /** The pupils of the stages of one day add up to another number than the undivided one, or to more than it. */
  "stages-against-total": { readonly school: string; readonly on: string; readonly sum: number; readonly total: number };
  /** Two different totals of one resource, stage and day: none of them is taken. */
  "repeated-resource": {
    readonly school: string;
    readonly on: string;
    readonly resource: Term;
    readonly first: string;
    readonly second: string;
  };
  /** A headcount of a stage that the school is not stated to teach; it may have taught it on the day. */
  "headcount-of-other-stage": { readonly school: string; readonly on: string; readonly stage: Term; readonly stages: readonly Term[] };
  "staff-fewer-than-teachers": { readonly school: string; readonly on: string; readonly staff: number; readonly teachers: number };
  "teachers-fewer-than-backbone": { readonly school: string; readonly on: string; readonly teachers: number; readonly backbone: number };
  "school-code-type": { readonly code: string; readonly type: string };
  "school-code-province": { readonly code: string; readonly province: string };
  "credit-code-check": { readonly code: string; readonly stated: string; readonly computed: string };
  /** The organisation code inside (positions 9 to 17, GB 11714) fails its own check. */
  "organisation-code-check": { readonly code: string; readonly stated: string; readonly computed: string };
  "shared-code": { readonly code: string; readonly other: string };
  /** `known`: official names of the forms the policy has, each with its id. */
  "unknown-form": { readonly form: string; readonly known: readonly Term[] };
  /** A governance item that no policy in use names: no rule asks for it. `known`: the items there are, each with its id. */
  "unknown-governance-item": { readonly item: string; readonly known: readonly Term[] };
  /** A governance item under another kind than the policy's: the record settles nothing. */
  "governance-kind": { readonly item: Term; readonly kind: Term; readonly expected: Term };
  /** Records of one item or designation say of one day that it is there and that it is not. */
  "contradicting-records": { readonly of: Term; readonly from?: string | undefined };
  "district-code-missing": Readonly<Record<never, never>>;
  "packs-elsewhere": { readonly code: string; readonly packs: readonly Term[] };
  "no-pack-holds": { readonly code: string };
  "unknown-figure": { readonly figure: string };
  "unreadable-figure": { readonly value: string };
  /** A share above 1 without a sign: whether it means percent, nobody knows. */
  "share-without-sign": { readonly value: string };
}

/** 核验问题. What `validateDistrict` reports: faults of shape, found at the door, and of sense. */
export type ValidationIssue = IssueOf<ValidationIssueParams> | SchemaIssue;

/** 核验问题的级别. The fixed severity of every code of validation. */
export const VALIDATION_SEVERITIES: Readonly<Record<keyof ValidationIssueParams, Severity>> = {
  "duplicate-id": "error",
  "similar-ids": "warning",
  "unknown-school": "error",
  "shared-name": "notice",
  "joined-names": "warning",
  "end-before-start": "error",
  "inaugurated-before-announced": "warning",
  "group-without-members": "warning",
  "group-without-lead": "notice",
  "two-leads": "warning",
  "leads-inferred": "notice",
  "lead-is-member-elsewhere": "notice",
  "overlapping-memberships": "error",
  "membership-outside-group": "error",
  "membership-outside-school": "error",
  "membership-of-closed-school": "warning",
  "stage-mismatch": "error",
  "no-common-stage": "error",
  "stages-not-stated": "notice",
  "missing-headcounts": "notice",
  "repeated-headcount": "warning",
  "largest-class-above-pupils": "warning",
  "largest-class-below-mean": "warning",
  "stages-against-total": "warning",
  "repeated-resource": "warning",
  "headcount-of-other-stage": "warning",
  "staff-fewer-than-teachers": "error",
  "teachers-fewer-than-backbone": "error",
  "school-code-type": "error",
  "school-code-province": "error",
  "credit-code-check": "warning",
  "organisation-code-check": "warning",
  "shared-code": "warning",
  "unknown-form": "warning",
  "unknown-governance-item": "notice",
  "governance-kind": "warning",
  "contradicting-records": "warning",
  "district-code-missing": "notice",
  "packs-elsewhere": "notice",
  "no-pack-holds": "warning",
  "unknown-figure": "error",
  "unreadable-figure": "warning",
  "share-without-sign": "warning",
};

/** Takes an issue of validation: its severity follows from the code. */
export type Report = <Code extends keyof ValidationIssueParams>(
  code: Code,
  path: IssuePath,
  params: ValidationIssueParams[Code],
  subject?: Subject,
) => void;

/**
 * A `Report` that hands its issues to `add`.
 *
 * @internal
 */
export function reportTo(add: (issue: ValidationIssue) => void): Report {
  return (code, path, params, subject) => {
    const issue = { code, severity: VALIDATION_SEVERITIES[code], path, ...(subject === undefined ? {} : { subject }), params };
    add(issue as ValidationIssue);
  };
}
