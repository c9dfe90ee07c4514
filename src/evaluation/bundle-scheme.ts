import type { Basis } from "../core/index.js";
import type { Exact } from "./scoring.js";

/** How the scores of several schools become one: their mean, their mean weighted by pupils, or the least of them (短板). */
export type SchoolsMean = "mean" | "pupil-weighted" | "minimum";

/**
 * 捆绑考核办法. How schools of a group answer for each other. Everything is explicit: no document gives a formula, so that every figure here is
 * the caller's (national N6).
 */
export interface BundleScheme {
  readonly basis: Basis;
  /** The group's score: lead × w + members × (1 − w), or every school alike. A lead that was there for a part of the period weighs w × that part. */
  readonly group:
    | { readonly of: "lead-and-members"; readonly leadWeight: Exact; readonly members: SchoolsMean }
    | { readonly of: "every-school"; readonly schools: SchoolsMean };
  /** A member's score: α own + (1 − α) group. */
  readonly member: { readonly ownPart: Exact };
  /** The lead's score: α own + (1 − α) of the group, or of its members alone (the lead answers for the members it raises). */
  readonly lead: { readonly ownPart: Exact; readonly answersFor: "group" | "members" };
  /** A school in several groups: the mean by the time in each and in none, the best or the worst of them, or the one of the group named first for it. */
  readonly inSeveralGroups: "mean" | "best" | "worst" | "first-named";
  /** A school without own score: no score for the group, or left out of its mean. */
  readonly missing: "refuse" | "leave-out";
}

/** A school's part in a group during the period judged. */
export interface BundleMember {
  readonly school: string;
  /** The part of the period it belonged to the group, 0 to 1; absent: all of it. It weighs and answers for that part only. */
  readonly exposure?: Exact | undefined;
  readonly pupils?: number | undefined;
}

/** A group to bundle. A group without lead is scored by its members alone. */
export interface BundleGroup {
  readonly id: string;
  readonly lead?: BundleMember | undefined;
  readonly members: readonly BundleMember[];
}
