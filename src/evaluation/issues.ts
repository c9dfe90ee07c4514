import type { IssueOf } from "../core/index.js";

/** What can be wrong with weights, systems and observations, by code. */
export interface EvaluationIssueParams {
  /** A comparison matrix is not square, or larger than its table of random indices. */
  "matrix-shape": { readonly rows: number };
  /** A judgement is no number above 0. */
  "judgement-invalid": { readonly row: number; readonly column: number };
  /** a_ij × a_ji is not 1. */
  "matrix-not-reciprocal": { readonly row: number; readonly column: number };
  /** The consistency ratio exceeds the limit: the judgements contradict each other. */
  "judgements-inconsistent": { readonly ratio: string; readonly limit: string };
  /** An entropy weight needs values that are not negative. */
  "entropy-value-invalid": { readonly row: number; readonly indicator: string };
  /** A row lacks a value, or has too many. */
  "entropy-row-shape": { readonly row: number; readonly expected: number };
  /** Fewer than two subjects, or no indicator. */
  "entropy-too-few": { readonly subjects: number; readonly indicators: number };
  /** All subjects are equal in every indicator, so that entropy gives no weight. */
  "entropy-without-spread": Record<never, never>;
  /** Entropy weighs what differs most, not what matters most. */
  "entropy-rewards-spread": { readonly indicator: string; readonly weight: string };
  /** Two items of a system bear one id. */
  "item-duplicate": { readonly item: string };
  /** An item's parent is not in the system, or is no composite. */
  "item-parent-missing": { readonly item: string; readonly parent: string };
  /** The parents of an item lead back to it. */
  "item-circular": { readonly item: string };
  /** A system has exactly one item without parent, a composite. */
  "system-root": { readonly roots: number };
  /** A composite without children that score. */
  "item-without-children": { readonly item: string };
  /** Indicators without a weight: the caller sets it, or chooses a method by name. */
  "weights-missing": { readonly parent: string; readonly items: string };
  /** A weight is negative or no number. */
  "weight-invalid": { readonly item: string };
  /** The weights of one parent's children do not add up to 1. */
  "weights-sum": { readonly parent: string; readonly sum: string };
  /** A figure of a scoring is no number, or its bounds leave nothing between them. */
  "scoring-invalid": { readonly item: string; readonly place: string };
  /** A scoring pays in the direction that the leaf calls worse. */
  "scoring-direction": { readonly item: string };
  /** A leaf scored by the best subject depends on that one alone. */
  "scoring-depends-on-best": { readonly item: string };
  /** Grades are not in falling order, or the last one has a bound. */
  "grades-order": { readonly grade: string };
  /** The rounding has an unknown mode, or places that are no whole number from 0 to `DEFAULTS.maxDecimalPlaces`. */
  "rounding-invalid": { readonly place: string };
  /** A veto names a grade that the system does not have. */
  "veto-grade-unknown": { readonly item: string; readonly grade: string };
  /** An observation of an indicator that the system does not have. */
  "observation-unknown-indicator": { readonly indicator: string };
  /** Two observations of one indicator, subject and period with different values. */
  "observation-contradicts": { readonly indicator: string; readonly subject: string; readonly period: string };
  /** An observed value is neither a number nor a category of the leaf. */
  "observation-invalid": { readonly indicator: string; readonly subject: string; readonly value: string };
  /** The standard error of an observation is no number of 0 or more: its value is held fixed in every draw. */
  "observation-error-invalid": { readonly indicator: string; readonly subject: string; readonly period: string; readonly error: string };
  /** An observation is in another unit than its leaf. */
  "observation-unit": {
    readonly indicator: string;
    readonly subject: string;
    readonly period: string;
    readonly unit: string;
    readonly expected: string;
  };
  /** A value of the judged or of a baseline period lies outside the leaf's worst and best possible ones: another scale, most likely. */
  "value-outside-bounds": { readonly indicator: string; readonly subject: string };
  /** A single baseline period lets chance count as starting point: who was lucky in it falls (regression to the mean). */
  "baseline-of-one-period": { readonly item: string; readonly period: string };
  /** A survey answer lies outside its scale. */
  "survey-out-of-range": { readonly indicator: string; readonly subject: string; readonly value: string };
  /** Too few of those asked have answered. */
  "survey-response-low": { readonly indicator: string; readonly subject: string; readonly response: string };
  /** More answered than were asked. */
  "survey-response-impossible": { readonly indicator: string; readonly subject: string };
  /** A negative value where the mean or ratio needs none. */
  "value-negative": { readonly indicator: string; readonly subject: string };
  /** A part of a bundling scheme lies outside 0 to 1. */
  "bundle-part-invalid": { readonly place: string };
  /** A school's part of the period lies outside 0 to 1. */
  "bundle-exposure-invalid": { readonly group: string; readonly school: string };
  /** A school stands twice in one group. */
  "bundle-school-twice": { readonly group: string; readonly school: string };
  /** A mean weighted by pupils needs every school's pupils. */
  "bundle-pupils-missing": { readonly group: string; readonly school: string };
  /** An own score is no number. */
  "bundle-score-invalid": { readonly school: string };
  /** A school has two own scores that differ. */
  "bundle-score-contradicts": { readonly school: string };
  /** Two groups to bundle bear one id. */
  "bundle-group-twice": { readonly group: string };
  /** No indicator to weigh. */
  "weights-empty": Record<never, never>;
  /** A leaf pays for what a rule in force forbids to judge by. */
  "leaf-forbidden": { readonly item: string; readonly rule: string };
  /** A leaf may be looked at, and a rule in force forbids to reward by it. */
  "leaf-not-for-reward": { readonly item: string; readonly rule: string };
  /** A leaf's words name an examination whose rates or scores a rule in force forbids to judge by. */
  "leaf-names-examination": { readonly item: string; readonly word: string; readonly rule: string };
  /** A leaf of a template is judged in words: without a scoring of the caller's it is left out. */
  "template-leaf-without-scoring": { readonly item: string };
  /** A leaf of a template rests on a figure of balance whose resource nobody named: its values are the caller's. */
  "template-leaf-without-resource": { readonly item: string };
  /** A survey's observation does not say how many were asked and how many answered. */
  "survey-response-unknown": { readonly indicator: string; readonly subject: string };
  /** A value is known only as an interval, and its leaf compares schools: no end of it bounds every score, so that it counts as missing. */
  "interval-reaches-ceiling": { readonly indicator: string; readonly subject: string; readonly period: string };
  "interval-among-peers": { readonly indicator: string; readonly subject: string; readonly period: string };
  /** The caller observed what the leaf's source hands over too. */
  "observation-from-two-sources": { readonly indicator: string; readonly subject: string; readonly period: string };
}

/** A problem of the evaluation room. */
export type EvaluationIssue = IssueOf<EvaluationIssueParams>;
