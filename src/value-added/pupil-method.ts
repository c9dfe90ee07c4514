import { type Result, SchoolGroupsError, success } from "../core/index.js";
import { type AttainmentBandOptions, type AttainmentBandResult, attainmentBands } from "./attainment-bands.js";
import { gainScores } from "./gain-scores.js";
import type { ValueAddedIssue } from "./issues.js";
import { type MeanAndRatesOptions, type MeanAndRatesResult, meanAndRates } from "./mean-and-rates.js";
import { type MixedValueAddedOptions, mixedValueAdded } from "./mixed-value-added.js";
import { type RankChangeOptions, type RankChangeResult, rankChange } from "./rank-change.js";
import type { PupilColumns } from "./read-pupils.js";
import { type RegressionValueAddedOptions, regressionValueAdded } from "./regression-value-added.js";
import type { ValueAddedOptions, ValueAddedResult } from "./result.js";

/**
 * 方法. Which method a report rests on, with that method's own options. `rate-change` gives several results, one per rate: `measure` says which of them
 * orders schools and groups (`score-rate`, the default, or the id of a rate).
 */
export type PupilMethod =
  | ({ readonly kind: "gain-scores" } & ValueAddedOptions)
  | ({ readonly kind: "rank-change" } & RankChangeOptions)
  | ({ readonly kind: "rate-change"; readonly measure?: string | undefined } & MeanAndRatesOptions)
  | ({ readonly kind: "attainment-bands" } & AttainmentBandOptions)
  | ({ readonly kind: "regression" } & RegressionValueAddedOptions)
  | ({ readonly kind: "mixed-model" } & MixedValueAddedOptions);

/** The result of the method asked for, in the common shape with whatever its method adds. */
export type PupilMethodResult = ValueAddedResult | AttainmentBandResult | RankChangeResult;

/** A method's answer. @internal */
export interface ByMethod {
  readonly result: PupilMethodResult;
  /** Of `rate-change`: mean and all rates. */
  readonly rates: MeanAndRatesResult | null;
}

/** Runs the method asked for. Throws for a `measure` that is none of the rates. @internal */
export function byMethod(pupils: PupilColumns, method: PupilMethod): Result<ByMethod, ValueAddedIssue> {
  if (method.kind === "rate-change") return byRate(pupils, method);
  const found = resultOf(pupils, method);
  return found.ok ? success({ result: found.value, rates: null }, found.issues) : found;
}

function resultOf(
  pupils: PupilColumns,
  method: Exclude<PupilMethod, { readonly kind: "rate-change" }>,
): Result<PupilMethodResult, ValueAddedIssue> {
  switch (method.kind) {
    case "gain-scores":
      return gainScores(pupils, method);
    case "rank-change":
      return rankChange(pupils, method);
    case "attainment-bands":
      return attainmentBands(pupils, method);
    case "regression":
      return regressionValueAdded(pupils, method);
    case "mixed-model":
      return mixedValueAdded(pupils, method);
  }
}

function byRate(pupils: PupilColumns, method: Extract<PupilMethod, { readonly kind: "rate-change" }>): Result<ByMethod, ValueAddedIssue> {
  const { measure = "score-rate" } = method;
  if (measure !== "score-rate" && !method.rates.some(({ id }) => id === measure))
    throw new SchoolGroupsError("invalid-argument", "measure is score-rate or the id of a rate", { argument: "measure" });
  const found = meanAndRates(pupils, method);
  if (!found.ok) return found;
  const { result } = found.value.changes.find((change) => change.measure === measure)!;
  return success({ result, rates: found.value }, found.issues);
}
