import type { EvaluationIssueParams } from "../../evaluation/index.js";
import type { Sentences } from "../sentences.js";

/** Sentences of the evaluation room. */
export const evaluation: Sentences<EvaluationIssueParams> = {
  "matrix-shape": ({ rows }) => `The comparison matrix must be square, with one row per indicator and ten at most; it has ${rows} rows.`,
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
};
