import type { LeftOutReason, SchoolLeftOutReason, ValueAddedIssueParams } from "../../value-added/index.js";
import type { Sentences } from "../sentences.js";

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  "missing-id": "no id",
  "missing-school": "no school",
  "missing-prior": "no entrance score",
  "missing-outcome": "no exit score",
  "not-a-number": "a score that is no number",
  "prior-out-of-range": "an entrance score outside the examination's marks",
  "outcome-out-of-range": "an exit score outside the examination's marks",
  "prior-off-grid": "an entrance score between two of the examination's steps",
  "outcome-off-grid": "an exit score between two of the examination's steps",
  "duplicate-id": "an id that stands twice with different data",
  "repeated-row": "a row that repeats an earlier one",
  "other-cohort": "another cohort",
  moved: "another school at entry",
};

const SCHOOL_REASONS: Readonly<Record<SchoolLeftOutReason, string>> = {
  "missing-school": "no school id",
  "other-cohort": "another cohort",
  "pupils-unusable": "a number of pupils that is no whole number above 0",
  "missing-mean": "no mean",
  "mean-out-of-range": "a mean outside the examination's marks",
  "sd-unusable": "a standard deviation that no such marks can have",
  "counts-unusable": "numbers per grade that are missing or no whole numbers",
  "unknown-grade": "a grade that is not on the list",
  "duplicate-school": "a school that stands twice",
};

/** Sentences of the value-added room. */
export const valueAdded: Sentences<ValueAddedIssueParams> = {
  "pupils-left-out": ({ reason, count, row }) =>
    `${count} pupils are not used because of ${REASONS[reason]} (first in record ${row + 1}): complete or correct them, or report their number with the result.`,
  "marks-off-grid": ({ examination, step, fits, count, row }) =>
    `${count} pupils are not used because their ${examination} scores lie between steps of ${step} (first in record ${row + 1}): ${
      fits === null
        ? "round the scores as the examination does"
        : `if they are converted or weighted, give the examination a step of ${fits}`
    }.`,
  "same-examination": ({ examination }) =>
    `Entrance and exit are the same examination "${examination}": value-added needs two different ones.`,
  "examinations-out-of-order": ({ entrance, exit }) =>
    `The exit examination (${exit}) is not later than the entrance examination (${entrance}): correct the days.`,
  "cohort-mismatch": ({ expected, found, count, row }) =>
    `${count} rows belong to another cohort than "${expected}" (record ${row + 1}, for one, to "${found}") and are not used: read each cohort by itself.`,
  "school-under-two-ids": ({ first, second }) =>
    `"${first}" and "${second}" are one school under two ids: use one, or name the other among its aliases.`,
  "tested-share-low": ({ school, tested, onRoll, leastShare }) =>
    `At school "${school}" ${tested} of ${onRoll} pupils were tested, below the share of ${Math.round(leastShare * 1000) / 10}%: find out who is missing before the result is used.`,
  "pupils-too-few": ({ pupils, needed }) => `There are ${pupils} usable pupils and at least ${needed} are needed.`,
  "schools-too-few": ({ schools, needed }) => `There are ${schools} schools with usable figures and at least ${needed} are needed.`,
  "scores-constant": ({ examination }) =>
    `All ${examination === "entrance" ? "entrance" : "exit"} scores are the same, so that there is no standard score: check the column.`,
  "residuals-without-spread": ({ schools }) =>
    `Within the ${schools} schools nothing varies, so that there is no standard error: check whether one score was derived from the other.`,
  "fit-not-possible": ({ reason }) => `The model cannot be fitted to these pupils (${reason}): use a simpler method or more schools.`,
  "reliability-too-low": ({ reliability }) =>
    `A reliability of ${reliability} leaves no true variance of entrance scores within schools: check the figure.`,
  "cohort-below-minimum": ({ school, minimum }) =>
    `School "${school}" has fewer than ${minimum} pupils, so that its figures may not leave the house: join it with others or leave it out.`,
  "pupils-added-twice": ({ school }) =>
    `The pupils of school "${school}" were added before (number, sums and products are the same): add each file once.`,
  "group-given-twice": ({ group }) => `Two groups have the id "${group}": give each its own, or join their memberships.`,
  "pupil-designs-differ": ({ mine, theirs }) =>
    `Pupils of another cohort or of other examinations cannot be added (here ${mine}, there ${theirs}): read them by the same design.`,
  "pupil-statistics-unreadable": ({ reason }) => `The stored pupil statistics cannot be read (${reason}): ask for them again.`,
  "suppression-recoverable": ({ minimum, hidden }) =>
    `${hidden === 1 ? "What is hidden for fewer" : `${hidden} are hidden for fewer`} than ${minimum} pupils ${
      hidden === 1
        ? "follows from what is shown and the whole"
        : "each, but one of them can work out the others from what is shown and the whole"
    }: leave out a further school before publishing, or publish no figures of the whole.`,
  "membership-outside-cohort": ({ group, school, from, until }) =>
    `The membership of school "${school}" in group "${group}" lies outside the cohort's years (${from} to ${until}) and does not count: check the dates.`,
  "membership-unusable": ({ group, row }) =>
    `Membership ${row + 1} of group "${group}" is not used: it needs a school, a role (lead or member) and valid dates, those of the group included; correct it.`,
  "school-without-estimate": ({ group, school }) =>
    group === null
      ? `School "${school}" has no published estimate: it has too few pupils or is not in the result.`
      : `School "${school}" of group "${group}" has no published estimate and is not part of the group's figure.`,
  "school-not-compared": ({ school, list, reason }) =>
    reason === "not-in-results"
      ? `No cohort has a school "${school}", which the list of schools ${list === "joined" ? "that joined" : "left out"} names: correct the id.`
      : `School "${school}" joined but has no published estimate in every cohort, so that it is not part of the effect.`,
  "group-without-estimate": ({ group }) => `No school of group "${group}" has an estimate, so that the group has none.`,
  "band-table-gap": ({ at }) => `The bands leave a gap or overlap at ${at}: let each begin where the one before it ends.`,
  "band-unusable": ({ band }) => `Band ${band + 1} has no usable expectation or too few pupils: correct it or use fewer bands.`,
  "columns-unequal": ({ column, length, expected }) =>
    `Column "${column}" has ${length} entries and there are ${expected} ids: give columns of one length.`,
  "schools-left-out": ({ reason, count, row }) =>
    `${count} schools' rows are not used because of ${SCHOOL_REASONS[reason]} (first in row ${row + 1}): complete or correct them, or say so with the result.`,
  "school-in-one-reading": ({ school, missing }) =>
    `School "${school}" has no figures ${missing === "before" ? "before" : "after"} and is not used: ask for them, or say why.`,
  "cohorts-differ": ({ entrance, exit }) =>
    `Entrance is of cohort "${entrance}" and exit of cohort "${exit}", which are different pupils: compare two cohorts instead.`,
  "cohorts-alike": ({ cohort }) =>
    `Before and after are both of cohort "${cohort}": for entrance and exit of one cohort use the regression of school means.`,
  "candidates-differ": ({ entrance, exit }) =>
    `Places among ${entrance} candidates at entrance and ${exit} at exit cannot be subtracted: use percent ranks.`,
  "candidates-incomplete": ({ examination, missing }) =>
    `The ${examination} marks of ${missing} pupils do not stand among those of all candidates: give the marks of all, these pupils among them.`,
  "results-not-comparable": ({ mine, theirs }) =>
    `Two results differ in method, scale or examinations (${mine}; ${theirs}) and cannot be compared: compute both alike.`,
};
