import { SchoolGroupsError } from "../../core/index.js";
import type { Layout } from "../exact/layout.js";
import type { EffectContrast } from "./contrasts.js";

/** What to fit. */
export interface MixedModelOptions {
  /** The column to explain. */
  readonly response: string;
  /** Columns that explain it, besides the constant; order is kept. */
  readonly fixed: readonly string[];
  /** `REML` (the default) for variance components, `ML` to compare models that differ in their fixed effects. */
  readonly method?: "REML" | "ML" | undefined;
  /** Columns whose effect varies between groups, besides the constant; needs statistics with `groupProducts`. Correlations are free. */
  readonly groupSlopes?: readonly string[] | undefined;
  /** Fit the upper level? Default: yes when the statistics have one. */
  readonly upper?: boolean | undefined;
  /** Columns whose effect varies between upper units, besides the constant; needs statistics with `groupProducts`. */
  readonly upperSlopes?: readonly string[] | undefined;
  /** Confidence of the intervals, above 0 and below 1, 0.95 say; absent: none are computed (profiles take as long as several fits). */
  readonly confidence?: number | undefined;
  /** Test each variance against 0? Costs one fit per level; default no. */
  readonly varianceTests?: boolean | undefined;
  /** Contrasts of effects to estimate with their standard errors. */
  readonly contrasts?: readonly EffectContrast[] | undefined;
  /** Effects whose joint covariance is wanted: `all` groups (a matrix of their number squared), or these. */
  readonly covariance?: "all" | readonly { readonly group: string; readonly upper?: string | undefined }[] | undefined;
  /** Most evaluations of the criterion in one search; 100 when absent. */
  readonly maxEvaluations?: number | undefined;
}

/** Options resolved against a design. @internal */
export interface Plan {
  readonly reml: boolean;
  /** Places of the columns in the design: fixed ones, then the response. */
  readonly columns: readonly number[];
  readonly fixed: readonly string[];
  readonly response: string;
  /** Per level the places of its random coefficients among (constant, fixed …): 0 is the constant. */
  readonly groupZ: readonly number[];
  readonly upperZ: readonly number[];
  readonly confidence: number | undefined;
  readonly maxEvaluations: number;
}

/** Checks the options; throws where they make no sense. @internal */
export function planOf(layout: Layout, options: MixedModelOptions): Plan {
  const place = (id: string, argument: string): number => {
    const found = layout.columns.findIndex((column) => column.id === id);
    if (found < 0)
      throw new SchoolGroupsError("unknown-id", `${argument}: the statistics have no column "${id}"`, { argument, column: id });
    return found;
  };
  const response = place(options.response, "response");
  const fixed = options.fixed.map((id) => place(id, "fixed"));
  if (new Set([...fixed, response]).size !== fixed.length + 1) throw wrong("fixed", "a column may stand once among fixed and response");
  const upper = options.upper ?? layout.upper;
  if (upper && !layout.upper) throw wrong("upper", "the statistics have no upper level");
  const slopes = (ids: readonly string[] | undefined, argument: string): number[] => {
    const places = (ids ?? []).map((id) => options.fixed.indexOf(id) + 1);
    if (places.includes(0)) throw wrong(argument, "a random slope needs its column among the fixed ones");
    if (places.length > 0 && !layout.groupProducts) throw wrong(argument, "random slopes need statistics with groupProducts: true");
    return [0, ...places];
  };
  const groupZ = slopes(options.groupSlopes, "groupSlopes");
  const upperZ = slopes(options.upperSlopes, "upperSlopes");
  if (!upper && upperZ.length > 1) throw wrong("upperSlopes", "there is no upper level in the model");
  const { confidence } = options;
  if (confidence !== undefined && !(confidence > 0 && confidence < 1)) throw wrong("confidence", "confidence lies between 0 and 1");
  if (options.method !== undefined && options.method !== "REML" && options.method !== "ML") throw wrong("method", "method is REML or ML");
  const maxEvaluations = options.maxEvaluations ?? 100;
  if (!(Number.isInteger(maxEvaluations) && maxEvaluations > 0)) throw wrong("maxEvaluations", "maxEvaluations is a whole number above 0");
  return {
    reml: options.method !== "ML",
    columns: [...fixed, response],
    fixed: [...options.fixed],
    response: options.response,
    groupZ,
    upperZ: upper ? upperZ : [],
    confidence,
    maxEvaluations,
  };
}

function wrong(argument: string, message: string): SchoolGroupsError {
  return new SchoolGroupsError("invalid-argument", message, { argument });
}
