/** What can be wrong with the arguments a programmer wrote, as opposed to the data a user brought. */
export type SchoolGroupsErrorCode =
  | "invalid-argument"
  | "invalid-date"
  | "invalid-decimal"
  | "division-by-zero"
  | "unknown-id"
  | "format-mismatch";

/**
 * The one error this library throws: a malformed argument in the calling program (an `asOf` that is no day, an unknown option).
 *
 * Data that users bring never throws; it comes back as an `Issue`, a `Reconciliation` or a `Finding`.
 *
 * @example
 * ```ts
 * import { SchoolGroupsError } from "school-groups/core";
 *
 * const error = new SchoolGroupsError("invalid-date", "asOf must be a day such as 2023-12-31", { argument: "asOf" });
 * error.code; // => "invalid-date"
 * ```
 */
export class SchoolGroupsError extends Error {
  override readonly name = "SchoolGroupsError";
  readonly code: SchoolGroupsErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: SchoolGroupsErrorCode, message: string, params: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.params = params;
  }
}
