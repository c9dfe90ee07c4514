import type { IssueOf, IssuePath, Severity, Subject } from "../core/index.js";
import type { LeftOutReason } from "./pupil-ledger.js";
import type { SchoolLeftOutReason } from "./school-rows.js";

/** 增值评价的数据问题：what can be wrong with pupils, schools, groups and tables, by code. */
export interface ValueAddedIssueParams {
  /** Pupils not used, counted by reason; `row` is the first (from 0; sentences print it counted from 1). The ledger names every one. */
  "pupils-left-out": { readonly reason: LeftOutReason; readonly count: number; readonly row: number };
  /** Pupils not used because marks lie between two steps of the examination; `fits` is a step on which those marks do lie, null where none down to a millionth does. `row` is the first (from 0). */
  "marks-off-grid": {
    readonly examination: "entrance" | "exit";
    readonly step: string;
    readonly fits: string | null;
    readonly count: number;
    readonly row: number;
  };
  /** Entrance and exit are one examination: a gain would be 0 or noise. */
  "same-examination": { readonly examination: string };
  /** The exit examination is not later than the entrance examination. */
  "examinations-out-of-order": { readonly entrance: string; readonly exit: string };
  /** Rows of other cohorts than the one asked about were left out. */
  "cohort-mismatch": { readonly expected: string; readonly found: string; readonly count: number; readonly row: number };
  /** Two ids are one school (as names fold, or by the list of schools). */
  "school-under-two-ids": { readonly first: string; readonly second: string };
  /** Fewer of those who should have sat did than the minimum, a share. */
  "tested-share-low": { readonly school: string; readonly tested: number; readonly onRoll: number; readonly leastShare: number };
  /** Nobody left, or fewer than the method needs. */
  "pupils-too-few": { readonly pupils: number; readonly needed: number };
  /** Fewer schools than the method needs. */
  "schools-too-few": { readonly schools: number; readonly needed: number };
  /** All scores of one examination are the same: there is no standard score. */
  "scores-constant": { readonly examination: "entrance" | "exit" };
  /** Nothing varies within schools beside the model: there is no standard error. */
  "residuals-without-spread": { readonly schools: number };
  /** The model cannot be fitted; `reason` is the code of the statistics room. */
  "fit-not-possible": { readonly reason: string };
  /** A correction for unreliable priors would take away all of their variance within schools. */
  "reliability-too-low": { readonly reliability: number };
  /** Statistics of a school below the minimum cohort do not leave the house. */
  "cohort-below-minimum": { readonly school: string; readonly minimum: number };
  /** Pupils of a school have exactly the number, sums and products of a part added before: the same file twice. */
  "pupils-added-twice": { readonly school: string };
  /** Two groups have one id. */
  "group-given-twice": { readonly group: string };
  /** Statistics of another cohort or other examinations cannot be merged. */
  "pupil-designs-differ": { readonly mine: string; readonly theirs: string };
  /** Stored pupil statistics do not hold together. */
  "pupil-statistics-unreadable": { readonly reason: string };
  /**
   * Too little is suppressed: from what is shown and the whole, one hidden school can be worked out, or the others by whoever knows the largest hidden one. `hidden` is how many
   * are hidden.
   */
  "suppression-recoverable": { readonly minimum: number; readonly hidden: number };
  /** A membership does not touch the years of the cohort. */
  "membership-outside-cohort": { readonly group: string; readonly school: string; readonly from: string; readonly until: string };
  /** A membership without a school, a role or readable dates (its own or its group's); `row` is its place among the group's, from 0. */
  "membership-unusable": { readonly group: string; readonly row: number };
  /** A group names a school without a published estimate; `group` is null where the school was asked for by itself. */
  "school-without-estimate": { readonly group: string | null; readonly school: string };
  /** A school of the list `joined` or `leftOut` that no cohort knows, or, of `joined`, one without an estimate in every cohort: it is not compared. */
  "school-not-compared": {
    readonly school: string;
    readonly list: "joined" | "leftOut";
    readonly reason: "not-in-results" | "no-estimate-throughout";
  };
  /** A group has no school with an estimate. */
  "group-without-estimate": { readonly group: string };
  /** A band of a table begins where it should not, or scores lie outside all bands. */
  "band-table-gap": { readonly at: number };
  /** A band whose figure is no number, or with too few pupils to compute one. */
  "band-unusable": { readonly band: number };
  /** A column of pupils has another length than the ids. */
  "columns-unequal": { readonly column: string; readonly length: number; readonly expected: number };
  /** Schools' rows not used, counted by reason; `row` is the first (from 0). */
  "schools-left-out": { readonly reason: SchoolLeftOutReason; readonly count: number; readonly row: number };
  /** A school stands in one of two readings only. */
  "school-in-one-reading": { readonly school: string; readonly missing: "before" | "after" };
  /** Entrance and exit are of two cohorts. */
  "cohorts-differ": { readonly entrance: string; readonly exit: string };
  /** A change between cohorts was asked of one cohort. */
  "cohorts-alike": { readonly cohort: string };
  /** Places among different numbers of candidates are not on one scale. */
  "candidates-differ": { readonly entrance: number; readonly exit: number };
  /** Marks of used pupils that do not stand among the marks of all candidates. */
  "candidates-incomplete": { readonly examination: "entrance" | "exit"; readonly missing: number };
  /** Two results cannot be compared: method, scale or examinations differ. */
  "results-not-comparable": { readonly mine: string; readonly theirs: string };
}

/** A problem of the value-added room. */
export type ValueAddedIssue = IssueOf<ValueAddedIssueParams>;

/** The one severity of each code. */
const VALUE_ADDED_SEVERITY: Readonly<Record<keyof ValueAddedIssueParams, Severity>> = {
  "pupils-left-out": "warning",
  "marks-off-grid": "warning",
  "same-examination": "error",
  "examinations-out-of-order": "error",
  "cohort-mismatch": "warning",
  "school-under-two-ids": "error",
  "tested-share-low": "warning",
  "pupils-too-few": "error",
  "schools-too-few": "error",
  "scores-constant": "error",
  "residuals-without-spread": "error",
  "fit-not-possible": "error",
  "reliability-too-low": "error",
  "cohort-below-minimum": "error",
  "pupils-added-twice": "error",
  "group-given-twice": "error",
  "pupil-designs-differ": "error",
  "pupil-statistics-unreadable": "error",
  "suppression-recoverable": "warning",
  "membership-outside-cohort": "warning",
  "membership-unusable": "warning",
  "school-without-estimate": "warning",
  "school-not-compared": "warning",
  "group-without-estimate": "warning",
  "band-table-gap": "error",
  "band-unusable": "error",
  "columns-unequal": "error",
  "schools-left-out": "warning",
  "school-in-one-reading": "warning",
  "cohorts-differ": "error",
  "cohorts-alike": "error",
  "candidates-differ": "error",
  "candidates-incomplete": "error",
  "results-not-comparable": "error",
};

/** A problem with the severity of its code. @internal */
export function valueAddedIssue<Code extends keyof ValueAddedIssueParams>(
  code: Code,
  path: IssuePath,
  params: ValueAddedIssueParams[Code],
  subject?: Subject,
): ValueAddedIssue {
  const severity = VALUE_ADDED_SEVERITY[code];
  return { code, severity, path, ...(subject === undefined ? {} : { subject }), params } as ValueAddedIssue;
}
