/** Three-valued truth: no record is not "no". */
export type Truth = "yes" | "no" | "unknown";

/**
 * Conjunction: `no` as soon as one is `no`, else `unknown` as soon as one is. Of nothing: `yes`.
 *
 * @example
 * ```ts
 * import { allOf } from "school-groups/core";
 *
 * allOf(["yes", "unknown"]); // => "unknown"
 * allOf(["unknown", "no"]); // => "no"
 * ```
 */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes("no")) return "no";
  return truths.includes("unknown") ? "unknown" : "yes";
}

/**
 * Disjunction: `yes` as soon as one is `yes`, else `unknown` as soon as one is. Of nothing: `no`.
 *
 * @example
 * ```ts
 * import { anyOf } from "school-groups/core";
 *
 * anyOf(["no", "unknown"]); // => "unknown"
 * anyOf([]); // => "no"
 * ```
 */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes("yes")) return "yes";
  return truths.includes("unknown") ? "unknown" : "no";
}
