/**
 * The answer of a function that judges data: a value with what is worth knowing about it, or at least one problem.
 */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value; readonly issues: readonly Problem[] }
  | { readonly ok: false; readonly issues: readonly [Problem, ...Problem[]] };

/**
 * A `Result` that holds a value, with the warnings and notices that came along.
 *
 * @example
 * ```ts
 * import { success } from "school-groups/core";
 *
 * success(7); // => { ok: true, value: 7, issues: [] }
 * ```
 */
export function success<Value, Problem = never>(value: Value, issues: readonly Problem[] = []): Result<Value, Problem> {
  return { ok: true, value, issues };
}

/**
 * A `Result` without a value: what stands in its way, the first problem first.
 *
 * @example
 * ```ts
 * import { failure } from "school-groups/core";
 *
 * failure(["no school"]).ok; // => false
 * ```
 */
export function failure<Problem>(issues: readonly [Problem, ...Problem[]]): {
  readonly ok: false;
  readonly issues: readonly [Problem, ...Problem[]];
} {
  return { ok: false, issues };
}
