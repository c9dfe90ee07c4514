import type { BalanceIssueParams } from "../../balance/index.js";
import type { Sentences } from "../sentences.js";

/** Sentences of the balance room. */
export const balance: Sentences<BalanceIssueParams> = {
  "no-units": () => `There is no school to compare: give the pupils and the total of at least one.`,
  "unit-without-pupils": ({ id }) =>
    `School "${id}" has no pupils, so that there is no figure per pupil: check the count or leave the school out.`,
  "invalid-pupils": ({ id }) => `The pupils of school "${id}" must be a whole number of 0 or more: correct it.`,
  "invalid-total": ({ id }) => `The total of school "${id}" is not a number: correct it.`,
  "negative-total": ({ id }) =>
    `The total of school "${id}" is negative (or measured from a mean), for which the coefficient has no meaning: give the actual total.`,
  "zero-mean": () => `Every total is 0, so that nothing can be measured against the mean.`,
  "zero-total": ({ id }) => `The total of school "${id}" is 0, for which Theil L is not defined: use Theil T or Gini.`,
  "duplicate-unit": ({ id }) => `School "${id}" stands twice: merge or remove one.`,
};
