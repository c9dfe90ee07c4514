import type { NotCountedCode } from "./issues.js";

/** Reasons by number; 0 is none. */
export const REASONS: readonly (NotCountedCode | undefined)[] = [
  undefined,
  "same-school",
  "outside-period",
  "begun-before-period",
  "too-short",
  "not-full-time",
  "too-few-days-a-week",
  "learning",
  "visiting",
  "outside-group",
  "other-direction",
  "other-role",
  "other-subject",
  "not-backbone",
  "relation-not-moved",
  "not-graduating-grade",
  "other-school",
  "counted-once-already",
  "facts-missing",
  "begun-before-undecided",
];

const NUMBER = /* @__PURE__ */ new Map(REASONS.map((code, number) => [code, number]));

/** The number of a reason. */
export function numberOf(code: NotCountedCode): number {
  return NUMBER.get(code) ?? 0;
}

/** One school, or two campuses of it. */
export const SAME_SCHOOL = 1;
/** No day of the stay lies in the period. */
export const OUTSIDE_PERIOD = 2;
/** Begun before the period. */
export const BEGUN_BEFORE = 3;
/** Shorter than the rule asks. */
export const TOO_SHORT = 4;
/** Part-time. */
export const PART_TIME = 5;
/** Too few days a week. */
export const FEW_DAYS = 6;
/** Learning is no rotation. */
export const LEARNING = 7;
/** A visit is no rotation. */
export const VISITING = 8;
/** A leader, where teachers are counted, or another post than the rule asks. */
export const OTHER_ROLE = 11;
/** The person counts by another record. */
export const ONCE_ALREADY = 17;
/** The record does not say what the rule asks. */
export const FACTS_MISSING = 18;
/** Begun before the period, and nobody set whether that counts. */
export const BEGUN_BEFORE_UNDECIDED = 19;
