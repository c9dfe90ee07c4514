import type { StatisticsIssueParams } from "../../statistics/index.js";
import type { Sentences } from "../sentences.js";
import { agreeing, counted } from "./counted.js";

/** Sentences of the statistics room; rows are counted from 1, as a reader does. */
export const statistics: Sentences<StatisticsIssueParams> = {
  "value-not-finite": ({ column, row }) => `Column "${column}", row ${row + 1} is not a finite number: correct it or leave the row out.`,
  "column-length-differs": ({ column, expected, received }) =>
    `Column "${column}" has ${counted(received, "row")} where the others have ${expected}: give every column the same rows.`,
  "too-few-rows": ({ rows, needed }) =>
    `There ${agreeing(rows, "is", "are")} ${counted(rows, "row")} and at least ${needed} are needed: add rows or leave columns out.`,
  "constant-column": ({ column }) => `Column "${column}" holds one value only, so that its effect cannot be estimated: leave it out.`,
  "collinear-column": ({ column, columns }) =>
    `Column "${column}" is a combination of "${columns}", so that their effects cannot be told apart: leave one of them out.`,
  "weight-not-positive": ({ row, weight }) =>
    `The weight of row ${row + 1} is ${weight} and must be above 0: correct it or leave the row out.`,
  "no-residual-freedom": ({ rows, parameters }) =>
    `${counted(rows, "row")} and ${counted(parameters, "parameter")} leave nothing to estimate the spread from, so that there are no standard errors: add rows or leave columns out.`,
  "residuals-all-zero": ({ rows }) =>
    `All ${rows} residuals are zero, so that the columns determine the response exactly: check whether one of them was derived from it.`,
  "too-few-groups": ({ groups, needed }) =>
    `There ${agreeing(groups, "is", "are")} ${counted(groups, "group")} and at least ${needed} are needed.`,
  "groups-fewer-than-parameters": ({ groups, parameters }) =>
    `${counted(groups, "cluster")} ${agreeing(groups, "is", "are")} fewer than ${counted(parameters, "parameter")}: each standard error stands, but not a joint test of all coefficients.`,
  "leverage-one": ({ row }) =>
    `Row ${row + 1} determines a coefficient alone, so that HC3 errors do not exist: use other errors or merge categories.`,
  "cluster-scores-vanish": ({ column }) =>
    `The residuals of every cluster cancel out for "${column}", so that its cluster-robust standard error cannot be determined: use other errors or more clusters.`,
  "result-too-large": ({ column }) =>
    `What is computed from column "${column}" leaves the range of numbers, so that there is no result: give the column in another unit.`,
  "figure-too-large": ({ column }) =>
    `A variance computed from column "${column}" leaves the range of numbers and is withheld: give the column in another unit.`,
};
