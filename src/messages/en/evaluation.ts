import type { EvaluationIssueParams } from "../../evaluation/index.js";
import type { Sentences } from "../sentences.js";
import { counted } from "./counted.js";

/** Sentences of the evaluation room. */
export const evaluation: Sentences<EvaluationIssueParams> = {
  "matrix-shape": ({ rows }) =>
    `The comparison matrix must be square, with one row per indicator and ten at most; it has ${counted(rows, "row")}.`,
  "judgement-invalid": ({ row, column }) =>
    `Row ${row}, column ${column} of the comparison matrix is not a number above 0: use the scale of 1 to 9 and its reciprocals.`,
  "matrix-not-reciprocal": ({ row, column }) =>
    `Row ${row}, column ${column} of the comparison matrix and its mirror entry are not reciprocal: check both judgements.`,
  "judgements-inconsistent": ({ ratio, limit }) =>
    `The consistency ratio is ${ratio}, above ${limit}: the judgements contradict each other. Compare again before weighing.`,
  "entropy-value-invalid": ({ row, indicator }) => `Row ${row}, indicator "${indicator}": entropy needs a number of 0 or more.`,
  "entropy-row-shape": ({ row, expected }) => `Row ${row} must have ${expected} values: complete or shorten it.`,
  "entropy-too-few": ({ subjects, indicators }) =>
    `Entropy needs at least two subjects and one indicator; there are ${subjects} and ${indicators}.`,
  "entropy-without-spread": () => `All subjects are equal in every indicator, so that entropy gives no weight: use another method.`,
  "entropy-rewards-spread": ({ indicator, weight }) =>
    `Indicator "${indicator}" takes ${weight}, more than half of all weight. Entropy rewards spread, not importance: use it with care.`,
  "weights-empty": () => `There is no indicator to weigh: give at least one.`,
  "item-duplicate": ({ item }) => `Two items bear the id "${item}": give each its own.`,
  "item-parent-missing": ({ item, parent }) => `The parent "${parent}" of item "${item}" is missing or no composite: correct it.`,
  "item-circular": ({ item }) => `The parents of item "${item}" lead back to it: correct them.`,
  "system-root": ({ roots }) => `A system needs exactly one composite without parent; this one has ${roots}.`,
  "item-without-children": ({ item }) => `Composite "${item}" has no child that scores: add one or remove it.`,
  "weights-missing": ({ parent, items }) => `These children of "${parent}" have no weight: ${items}. Set them, or choose a method by name.`,
  "weight-invalid": ({ item }) => `The weight of item "${item}" must be a number of 0 or more.`,
  "weights-sum": ({ parent, sum }) => `The weights of the children of "${parent}" add up to ${sum}, not 1: correct them.`,
  "scoring-invalid": ({ item, place }) => `The scoring of item "${item}" is not valid at "${place}": check its numbers and bounds.`,
  "scoring-direction": ({ item }) => `The scoring of item "${item}" pays in the direction that the item calls worse: check both.`,
  "scoring-depends-on-best": ({ item }) =>
    `Item "${item}" is scored against the best subject, so that all scores hang on that one: use it with care.`,
  "grades-order": ({ grade }) => `Grade "${grade}" is out of order: bounds fall from grade to grade, and the last has none.`,
  "rounding-invalid": ({ place }) =>
    `The rounding of the system is not valid at "${place}": name one of the modes and a whole number of places from 0 to 100.`,
  "veto-grade-unknown": ({ item, grade }) => `Veto "${item}" names the grade "${grade}", which the system does not have.`,
  "observation-unknown-indicator": ({ indicator }) => `The system has no indicator "${indicator}": check the id.`,
  "observation-contradicts": ({ indicator, subject, period }) =>
    `Indicator "${indicator}" of "${subject}" in ${period} has two different values, and neither is used: keep the right one.`,
  "observation-invalid": ({ indicator, subject, value }) =>
    `The value "${value}" of indicator "${indicator}" for "${subject}" is neither a number nor one of its categories.`,
  "value-outside-bounds": ({ indicator, subject }) =>
    `Indicator "${indicator}" of "${subject}" has a value outside its worst and best possible ones, now or in a baseline period: check the scale.`,
  "baseline-of-one-period": ({ item, period }) =>
    `Indicator "${item}" starts from ${period} alone: a subject that was lucky then will seem to fall. Use the mean of several periods.`,
  "observation-error-invalid": ({ indicator, subject, period, error }) =>
    `The standard error "${error}" of indicator "${indicator}" for "${subject}" in ${period} is not a number of 0 or more: correct it. Until then the value is held fixed.`,
  "observation-unit": ({ indicator, subject, period, unit, expected }) =>
    `Indicator "${indicator}" of "${subject}" in ${period} is in "${unit}", not "${expected}": convert it.`,
  "survey-out-of-range": ({ indicator, subject, value }) =>
    `The survey value ${value} of indicator "${indicator}" for "${subject}" lies outside its scale.`,
  "survey-response-low": ({ indicator, subject, response }) =>
    `The response to indicator "${indicator}" for "${subject}" is ${response}, below the least accepted: it is not scored.`,
  "survey-response-impossible": ({ indicator, subject }) =>
    `More answered indicator "${indicator}" for "${subject}" than were asked: check both counts.`,
  "value-negative": ({ indicator, subject }) =>
    `The score of "${indicator}" for "${subject}" is negative, which a geometric or harmonic mean cannot take: change its scoring.`,
  "bundle-part-invalid": ({ place }) => `"${place}" of the bundling scheme must be a number from 0 to 1: correct it.`,
  "bundle-exposure-invalid": ({ group, school }) =>
    `The part of the period that "${school}" belonged to group "${group}" must be a number from 0 to 1.`,
  "bundle-school-twice": ({ group, school }) => `School "${school}" stands twice in group "${group}": remove one.`,
  "bundle-pupils-missing": ({ group, school }) =>
    `A mean weighted by pupils needs those of every school of group "${group}"; "${school}" has none.`,
  "leaf-forbidden": ({ item, rule }) => `Indicator "${item}" pays for what the rule "${rule}" forbids to judge by: take it out.`,
  "leaf-not-for-reward": ({ item, rule }) =>
    `Indicator "${item}" rests on examination scores. It may serve diagnosis; the rule "${rule}" forbids to reward by it.`,
  "leaf-names-examination": ({ item, word, rule }) =>
    `Indicator "${item}" names "${word}": make sure that it does not pay for what the rule "${rule}" forbids.`,
  "template-leaf-without-scoring": ({ item }) =>
    `The template judges indicator "${item}" in words and gives no scoring: it is left out until one is set.`,
  "template-leaf-without-resource": ({ item }) =>
    `Indicator "${item}" needs a resource to be worked out from: name one, or hand in its values.`,
  "survey-response-unknown": ({ indicator, subject }) =>
    `Indicator "${indicator}" of "${subject}" does not say how many were asked and how many answered: add both.`,
  "observation-from-two-sources": ({ indicator, subject, period }) =>
    `Indicator "${indicator}" of "${subject}" in ${period} was handed in, and is worked out by this assessment too: keep one source.`,
  "interval-reaches-ceiling": ({ indicator, subject, period }) =>
    `Indicator "${indicator}" of "${subject}" in ${period} is known only as an interval that reaches the best possible value, where the level is judged instead, so that its ends bound no score: it counts as missing until the value is there.`,
  "interval-among-peers": ({ indicator, subject, period }) =>
    `Indicator "${indicator}" of "${subject}" in ${period} is known only as an interval and compares schools, so that its ends bound no score: it counts as missing until the value is there.`,
  "bundle-score-contradicts": ({ school }) => `School "${school}" has two own scores that contradict each other: keep the right one.`,
  "bundle-group-twice": ({ group }) => `Two groups bear the id "${group}": correct one, or remove it.`,
  "bundle-score-invalid": ({ school }) => `The score of "${school}" is not a number: correct it.`,
};
