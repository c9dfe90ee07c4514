import type { FitIssueParams } from "../../statistics/index.js";
import type { Sentences } from "../sentences.js";
import { agreeing, counted } from "./counted.js";

const reasons: Readonly<Record<FitIssueParams["rows-refused"]["reason"], string>> = {
  "not-a-number": "no number",
  infinite: "infinite",
  "too-far": "further from the column's origin than its grid reaches",
  "weight-not-positive": "not above 0",
  "no-group": "empty",
};

const levels = { group: "groups", upper: "upper units" } as const;

/** Sentences of exact statistics and mixed models. */
export const statisticsFits: Sentences<FitIssueParams> = {
  "rows-refused": ({ column, reason, count, row }) =>
    `${counted(count, "row")} ${agreeing(count, "was", "were")} left out because "${column}" is ${reasons[reason]} (the first is row ${row + 1}): correct them, or leave them out knowingly.`,
  "designs-differ": () =>
    `These statistics were collected with different columns, grids, levels or weights and cannot be merged: collect them anew with one design.`,
  "not-contained": ({ rows }) =>
    `The ${counted(rows, "row")} to be taken away ${agreeing(rows, "was", "were")} never added: nothing was changed; check what was added.`,
  "statistics-unreadable": ({ reason }) => `The stored statistics cannot be read (${reason}): collect them anew from the data.`,
  "fixed-column-constant": ({ column }) =>
    `Column "${column}" holds one value only, so that its effect cannot be estimated: leave it out of the model.`,
  "fixed-column-collinear": ({ column, columns }) =>
    `Column "${column}" is a combination of the constant and "${columns}", so that their effects cannot be told apart: leave one of them out.`,
  "fixed-column-nearly-collinear": ({ column, columns, digits }) =>
    `Column "${column}" is nearly a combination of the constant and "${columns}", which costs about ${digits} of 16 digits in a model with random slopes: give their difference instead of one of them.`,
  "rows-too-few": ({ rows, needed }) =>
    `There ${agreeing(rows, "is", "are")} ${counted(rows, "row")} and the model needs at least ${needed}: add rows or leave columns out.`,
  "units-too-few": ({ level, units, needed }) =>
    `There are ${units} ${levels[level]} and their variance needs at least ${needed}: add some or leave the level out.`,
  "level-not-separable": ({ level }) =>
    level === "group"
      ? `Every group has one row, so that differences between groups and within them cannot be told apart: leave the level out.`
      : `Every upper unit has one group, so that the two levels cannot be told apart: leave one of them out.`,
  "residuals-zero": ({ response }) =>
    `Groups and columns explain "${response}" without rest, so that nothing can be estimated from what is left: check whether a column was derived from it.`,
  "singular-fit": ({ component }) =>
    `The model finds no variance (or fully correlated effects) between ${component === "upper" ? "upper units" : "groups"}: the result stands, and these effects say no more than the fixed ones.`,
  "not-converged": ({ evaluations, gradientNorm }) =>
    `The search stopped after ${evaluations} evaluations at a gradient norm of ${gradientNorm}: allow more evaluations or simplify the model.`,
};
