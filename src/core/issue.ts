import type { Subject } from "./subject.js";

/** `error`: the record cannot be used as it is; `warning`: it can, but is probably wrong; `notice`: worth knowing. */
export type Severity = "error" | "warning" | "notice";

/** Where in the input: keys and positions from the root. */
export type IssuePath = readonly (string | number)[];

/**
 * Data wrong in shape or sense, as plain data: a closed code, its place and display-ready parameters.
 *
 * Sentences live in `messages/`; see `describeIssue`.
 */
export interface Issue<Code extends string = string, Params extends object = object> {
  readonly code: Code;
  readonly severity: Severity;
  readonly path: IssuePath;
  readonly subject?: Subject | undefined;
  readonly params: Params;
}

/** The closed union of a room's issues, made from its table "code → parameters". */
export type IssueOf<Table> = { [Code in keyof Table & string]: Issue<Code, Table[Code] & object> }[keyof Table & string];
