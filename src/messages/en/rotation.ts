import type { EligibilityReasonParams, NotCountedParams, RotationIssueParams } from "../../rotation/index.js";
import type { PlanConstraintSentences, PlanReasonSentences } from "../rotation-sentences.js";
import type { Sentences } from "../sentences.js";

/** A number with its word: one year, two years. */
const counted = (count: number | string, one: string, many: string): string => `${count} ${Number(count) === 1 ? one : many}`;
const years = (count: string): string => counted(count, "year", "years");
/** So many people do something: one person leaves, two people leave. */
const people = (count: number, does: string, doAll: string): string => counted(count, `person ${does}`, `people ${doAll}`);

/** What the columns of dates are called, by their ids. */
const DATES: Readonly<Record<string, string>> = {
  born: "born",
  "retires-on": "retires on",
  service: "service in schools",
  interruptions: "leave and interruptions",
};

/** Issues of rotation. */
export const rotation: Sentences<RotationIssueParams> = {
  "teacher-repeated": ({ teacher }) => `Teacher "${teacher}" stands on the roster more than once; the first entry holds and counts once.`,
  "teacher-date-unreadable": ({ teacher, field }) =>
    `A date in "${DATES[field] ?? field}" of teacher "${teacher}" cannot be read; conditions that need it are undetermined.`,
  "exchange-repeated": ({ exchange }) => `Exchange "${exchange}" stands there more than once, word for word; it is taken once.`,
  "exchange-id-reused": ({ exchange }) =>
    `The id "${exchange}" is borne by exchanges that differ; each is taken as a record of its own. Correct the id or strike the wrong one.`,
  "exchange-date-unreadable": ({ exchange }) => `The start or end of exchange "${exchange}" cannot be read; the record is passed over.`,
  "exchange-ends-before-start": ({ exchange, start, end }) =>
    `Exchange "${exchange}" ends on ${end}, not after its start on ${start}; the record is passed over.`,
  "exchange-person-unknown": ({ exchange, person }) => `Teacher "${person}" of exchange "${exchange}" is not on the roster.`,
  "exchange-school-unknown": ({ exchange, school }) => `School "${school}" of exchange "${exchange}" is not on the district's list.`,
  "exchange-overlap": ({ exchange, other }) =>
    `Exchanges "${exchange}" and "${other}" of one teacher are both full time and share days; the teacher counts once.`,
  "exchanged-not-eligible": ({ people: found }) =>
    `Counted as exchanged, or perhaps: ${people(found, "who is", "who are")} not among the eligible. The texts divide by the eligible teachers and do not say that those exchanged must be eligible, so they stay counted; a share may be the higher for it, and pass 100%.`,
  "exchange-school-differs": ({ exchange, from, school }) =>
    `Exchange "${exchange}" leaves school "${from}", and the roster has the teacher at "${school}"; the exchange counts as recorded.`,
  "rotation-period-differs": ({ rule, per }) =>
    `Rule "${rule}" counts by ${per === "school-year" ? "school year" : "calendar year"}; the period given is another, and the result is of that period only.`,
  "plan-name-unknown": ({ of, name }) =>
    `The ${of} "${name}" named for the plan is not on the ${of === "teacher" ? "roster" : of === "group" ? "list of groups" : "list of schools"}.`,
  "plan-pair-of-one": ({ teacher }) => `The plan pairs teacher "${teacher}" with the same person.`,
  "plan-move-and-stay": ({ teacher }) => `The plan asks teacher "${teacher}" both to move and to stay; no plan keeps both.`,
};

/** Why a person is not among those who may move. */
export const eligibilityReasons: Sentences<EligibilityReasonParams> = {
  "service-too-short": ({ years: full }) => `less than ${counted(full, "full year", "full years")} in the same school`,
  "near-retirement": ({ years: left }) => `not more than ${years(left)} to retirement`,
  "terms-not-completed": ({ terms }) => `less than ${counted(terms, "term", "terms")} as principal of the school`,
  "moved-recently": ({ years: last }) => `on an exchange within the last ${Number(last) === 1 ? "year" : years(last)}`,
  "not-on-establishment": () => "not on the establishment",
  "recorded-reason": ({ reason, effect }) => `${reason}, ${effect}`,
  "counted-as-leader": ({ role }) => `counted apart as ${role}`,
};

/** Why a record of exchange does not count. */
export const notCounted: Sentences<NotCountedParams> = {
  "same-school": () => "from and to are one school; a move between campuses is no exchange",
  "outside-period": () => "outside the period",
  "begun-before-period": () => "begun before the period; those sent out in the period count",
  "begun-before-undecided": () =>
    "begun before the period; whether it counts hangs on whether those sent out in the period or all on an exchange count, which is not set",
  "too-short": ({ days }) => `${counted(days, "day", "days")}, less than the rule asks`,
  "not-full-time": () => "not full time at the receiving school",
  "too-few-days-a-week": ({ days }) => `${counted(days, "day", "days")} a week, fewer than the rule asks`,
  learning: () => "learning at the other school, not teaching there",
  visiting: () => "visits, not a stay",
  "outside-group": () => "the two schools are not in one group; it does not count for a group",
  "other-direction": () => "not in the direction the rule speaks of",
  "other-role": () => "not in the post the rule speaks of",
  "other-subject": () => "not in the subject the rule speaks of",
  "not-backbone": () => "not a backbone teacher",
  "relation-not-moved": () => "the personnel relation did not move",
  "not-graduating-grade": () => "not teaching a graduating grade",
  "other-school": () => "the receiving school is not of the kind the rule speaks of",
  "counted-once-already": () => "one teacher counts once in a period; for the district another record already counts",
  "facts-missing": () => "the record does not say what the rule asks",
};

/** Conditions of a plan. */
export const planConstraints: PlanConstraintSentences = {
  "one-move": ({ teacher }) => `teacher "${teacher}" moves at most once`,
  "quota-least": ({ subject, count }) => `at least ${people(count, "moves", "move")} in "${subject.id}"`,
  "quota-most": ({ subject, count }) => `at most ${people(count, "moves", "move")} in "${subject.id}"`,
  backbone: ({ subject, share }) => `at least ${share} of those who move in "${subject.id}" are backbone teachers`,
  "staffing-least": ({ school, subject, count }) =>
    `school "${school}" keeps at least ${counted(count, "teacher", "teachers")} of ${subject}`,
  "staffing-most": ({ school, subject, count }) => `school "${school}" has at most ${counted(count, "teacher", "teachers")} of ${subject}`,
  "cap-out": ({ school, count }) => `at most ${people(count, "leaves", "leave")} school "${school}"`,
  "cap-in": ({ school, count }) => `at most ${people(count, "enters", "enter")} school "${school}"`,
  pair: ({ teachers: [first, second] }) => `teachers "${first}" and "${second}" move as a pair or not at all`,
  "must-move": ({ teacher }) => `teacher "${teacher}" moves`,
};

/** Why somebody moves. */
export const planReasons: PlanReasonSentences = {
  strengthens: ({ strength, need }) => `strengthens a school in need (strength ${strength}, need ${need})`,
  wished: ({ rank }) => `the person's wish number ${rank}`,
  travels: ({ minutes }) => `${counted(minutes, "minute", "minutes")} between the schools`,
  paired: ({ with: other }) => `a pair with teacher "${other}"`,
  "must-move": () => "has to move",
  "fills-quota": () => "fills the quota",
};
