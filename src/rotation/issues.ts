import type { CalendarDate, DecimalString, IssueOf, IssuePath, Severity, Subject } from "../core/index.js";
import type { StaffRole } from "../domain/index.js";

/** What can be wrong with rosters and records of exchange: codes with their parameters. */
export interface RotationIssueParams {
  /** A person stands on the roster more than once; the first entry holds, and the person is counted once. */
  readonly "teacher-repeated": { readonly teacher: string };
  /** A date of a person that is no date; what depends on it is unknown. */
  readonly "teacher-date-unreadable": { readonly teacher: string; readonly field: string };
  /** The same row once more, word for word, under the id of an earlier one; it is passed over. */
  readonly "exchange-repeated": { readonly exchange: string };
  /** Another row under the id of an earlier one, of the same person or of another; each is taken as a record of its own. */
  readonly "exchange-id-reused": { readonly exchange: string };
  /** A record whose start or end is no day; it is passed over. */
  readonly "exchange-date-unreadable": { readonly exchange: string };
  /** A record that ends before it starts, or on the day it starts; it is passed over. */
  readonly "exchange-ends-before-start": { readonly exchange: string; readonly start: CalendarDate; readonly end: CalendarDate };
  /** A record of a person who is not on the roster; it counts, and whether the person is a backbone teacher is known from the record alone. */
  readonly "exchange-person-unknown": { readonly exchange: string; readonly person: string };
  /** A record of a school that the district does not list. */
  readonly "exchange-school-unknown": { readonly exchange: string; readonly school: string };
  /** Two stays of one person at different schools share days, both full time; the person counts once all the same. */
  readonly "exchange-overlap": { readonly exchange: string; readonly other: string };
  /**
   * People are counted as exchanged who are surely not among the eligible: sources divide by the eligible and do not say that those who moved must
   * be, so that they stay counted, and the share may pass 100 %.
   */
  readonly "exchanged-not-eligible": { readonly people: number };
  /** A stay begun in the period that leaves another school than the roster's; it counts as recorded. */
  readonly "exchange-school-differs": { readonly exchange: string; readonly from: string; readonly school: string };
  /** The period that is judged is not of the kind the rule speaks of. */
  readonly "rotation-period-differs": { readonly rule: string; readonly per: "school-year" | "calendar-year" };
  /** A plan names a person, school or group that the roster or the district does not have. */
  readonly "plan-name-unknown": { readonly of: "teacher" | "school" | "group"; readonly name: string };
  /** A pair of a plan names one person twice. */
  readonly "plan-pair-of-one": { readonly teacher: string };
  /** A plan asks of one person both to move and to stay: no plan can keep both. */
  readonly "plan-move-and-stay": { readonly teacher: string };
}

/** A fault of a roster or of the records of exchange. */
export type RotationIssue = IssueOf<RotationIssueParams>;

/** How grave each is; fixed per code. */
export const ROTATION_ISSUE_SEVERITY: Readonly<Record<keyof RotationIssueParams, Severity>> = {
  "teacher-repeated": "error",
  "teacher-date-unreadable": "error",
  "exchange-repeated": "error",
  "exchange-id-reused": "error",
  "exchange-date-unreadable": "error",
  "exchange-ends-before-start": "error",
  "exchange-person-unknown": "warning",
  "exchange-school-unknown": "warning",
  "exchange-overlap": "warning",
  "exchanged-not-eligible": "notice",
  "exchange-school-differs": "warning",
  "rotation-period-differs": "warning",
  "plan-name-unknown": "error",
  "plan-pair-of-one": "error",
  "plan-move-and-stay": "error",
};

/** Why a person is not among those who may move: codes with their parameters. */
export interface EligibilityReasonParams {
  /** 任教年限未满. */
  readonly "service-too-short": { readonly years: DecimalString };
  /** 临近退休. */
  readonly "near-retirement": { readonly years: DecimalString; readonly retires?: CalendarDate | undefined };
  /** 任期未满. */
  readonly "terms-not-completed": { readonly terms: DecimalString };
  /** 近年已交流. */
  readonly "moved-recently": { readonly years: DecimalString };
  /** 不在编. */
  readonly "not-on-establishment": object;
  /** A reason recorded of the person: pregnancy, breastfeeding, serious illness, or the caller's own word. */
  readonly "recorded-reason": { readonly reason: string; readonly effect: "excluded" | "postponed" };
  /** A leader, who is counted apart from the teachers. */
  readonly "counted-as-leader": { readonly role: StaffRole };
}

/** One reason, as data; `describe` it with the catalog's sentences. */
export type EligibilityReason = {
  [Code in keyof EligibilityReasonParams & string]: { readonly code: Code; readonly params: EligibilityReasonParams[Code] };
}[keyof EligibilityReasonParams & string];

/** Why a record of exchange does not count for a rule: codes with their parameters. */
export interface NotCountedParams {
  /** 同一学校（含校区之间）. */
  readonly "same-school": object;
  readonly "outside-period": object;
  /** 跨期: begun before the period, and only those begun in it count. */
  readonly "begun-before-period": object;
  /** 跨期: begun before the period, and nobody set whether those count (`counted`). */
  readonly "begun-before-undecided": object;
  /** 期限不足. */
  readonly "too-short": { readonly days: number };
  /** 非全时. */
  readonly "not-full-time": object;
  readonly "too-few-days-a-week": { readonly days: number };
  /** 跟岗、随班学习: learning is no rotation. */
  readonly learning: object;
  /** 送教、讲座: a visit is no rotation. */
  readonly visiting: object;
  readonly "outside-group": object;
  readonly "other-direction": object;
  readonly "other-role": object;
  readonly "other-subject": object;
  readonly "not-backbone": object;
  readonly "relation-not-moved": object;
  readonly "not-graduating-grade": object;
  /** The receiving school is not of the kind the rule names. */
  readonly "other-school": object;
  /** 同一教师同一期间只计一次. */
  readonly "counted-once-already": object;
  /** The record does not say what the rule asks. */
  readonly "facts-missing": object;
}

/** The codes of `NotCountedParams`. */
export type NotCountedCode = keyof NotCountedParams & string;

/**
 * An issue with its fixed severity.
 * @internal
 */
export function rotationIssue<Code extends RotationIssue["code"]>(
  code: Code,
  path: IssuePath,
  params: RotationIssueParams[Code],
  subject?: Subject,
): RotationIssue {
  const severity = ROTATION_ISSUE_SEVERITY[code];
  // A register may give as many issues as it has records: each is written in one go.
  return (subject === undefined ? { code, severity, path, params } : { code, severity, path, params, subject }) as RotationIssue;
}
