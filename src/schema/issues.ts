import type { Issue, IssueOf, IssuePath, Severity, Subject } from "../core/index.js";

/** What a value is, as a word for readers: `missing` is `undefined`. */
export type ValueKind =
  | "missing"
  | "null"
  | "text"
  | "number"
  | "whole-number"
  | "text-or-number"
  | "truth-value"
  | "list"
  | "object"
  | "not-a-number"
  | "infinite"
  | "other";

/** 读入问题. Every code of the door with its parameters. Texts of the user's are cut to 40 characters; `key` and `field` are keys of the input. */
export interface SchemaIssueParams {
  /** Something was thrown while the input was read: a getter, a proxy, an exhausted stack. */
  "unreadable-input": Readonly<Record<never, never>>;
  "wrong-type": { readonly expected: ValueKind; readonly received: ValueKind };
  /** `called`: the official Chinese word of the field, where it has one. */
  "missing-field": { readonly field: string; readonly called?: string | undefined };
  /** `likely`: the key that is probably meant; `called`: its official Chinese word. */
  "unknown-key": { readonly key: string; readonly likely?: string | undefined; readonly called?: string | undefined };
  "wrong-format": { readonly expected: string; readonly received: string };
  "not-one-of": { readonly allowed: readonly string[]; readonly received: string };
  "blank-text": Readonly<Record<never, never>>;
  /** White space at an end, control characters, a byte order mark or half a character in a text. */
  "malformed-text": { readonly text: string };
  "text-too-long": { readonly length: number; readonly limit: number };
  "list-too-long": { readonly length: number; readonly limit: number };
  "list-too-short": { readonly length: number; readonly least: number };
  /** The bounds of a rule without any limit among them. */
  "limit-missing": Readonly<Record<never, never>>;
  /** `whole`: the field takes a whole day only. */
  "impossible-date": { readonly text: string; readonly whole?: boolean | undefined };
  "malformed-decimal": { readonly text: string };
  "not-finite": { readonly received: ValueKind };
  "negative-count": { readonly value: number };
  "fractional-count": { readonly value: number };
  "number-too-large": { readonly value: number };
  "district-code-shape": { readonly text: string };
  "school-code-shape": { readonly text: string };
  "credit-code-shape": { readonly text: string };
  /** Two headers of a sheet, or two sheets, that mean the same. */
  "repeated-header": { readonly header: string; readonly first: string };
  /** A row of a sheet speaks of a school or group that the sheet of schools or groups does not list. */
  "owner-not-listed": { readonly owner: "school" | "group"; readonly id: string };
  /** A designation of a school and a group at once. */
  "two-owners": { readonly school: string; readonly group: string };
  /** Rows of one task that say different things of it. */
  "rows-differ": { readonly id: string; readonly field: string };
  /** A sheet that `readTables` does not take. */
  "table-not-read": { readonly table: string };
  /** Beyond `DEFAULTS.maxIssues`: how many more errors there are of one code. */
  "further-errors": { readonly code: string; readonly count: number };
  "further-warnings": { readonly code: string; readonly count: number };
  "further-notices": { readonly code: string; readonly count: number };
}

/** 读入问题. What is wrong in the shape of an input, at its place. */
export type SchemaIssue = IssueOf<SchemaIssueParams>;

/** 读入问题的级别. The fixed severity of every code of the door. */
export const SCHEMA_SEVERITIES: Readonly<Record<keyof SchemaIssueParams, Severity>> = {
  "unreadable-input": "error",
  "wrong-type": "error",
  "missing-field": "error",
  "unknown-key": "error",
  "wrong-format": "error",
  "not-one-of": "error",
  "blank-text": "error",
  "malformed-text": "error",
  "text-too-long": "error",
  "list-too-long": "error",
  "list-too-short": "error",
  "limit-missing": "error",
  "impossible-date": "error",
  "malformed-decimal": "error",
  "not-finite": "error",
  "negative-count": "error",
  "fractional-count": "error",
  "number-too-large": "error",
  "district-code-shape": "error",
  "school-code-shape": "error",
  "credit-code-shape": "error",
  "repeated-header": "error",
  "owner-not-listed": "error",
  "two-owners": "error",
  "rows-differ": "error",
  "table-not-read": "warning",
  "further-errors": "error",
  "further-warnings": "warning",
  "further-notices": "notice",
};

/** Where an issue stands and whom it is about. */
export interface IssuePlace {
  readonly path: IssuePath;
  readonly subject?: Subject | undefined;
}

/**
 * An issue of the door with the severity of its code.
 *
 * @internal
 */
export function schemaIssue<Code extends keyof SchemaIssueParams>(
  code: Code,
  { path, subject }: IssuePlace,
  params: SchemaIssueParams[Code],
): SchemaIssue {
  const issue: Issue<Code, SchemaIssueParams[Code]> = {
    code,
    severity: SCHEMA_SEVERITIES[code],
    path,
    ...(subject === undefined ? {} : { subject }),
    params,
  };
  return issue as SchemaIssue;
}

/**
 * A text of the user's, cut so that a huge one stays out of issues and logs; half a character at the cut is left out.
 *
 * @internal
 */
export function shorten(text: string): string {
  if (text.length <= 40) return text;
  const last = text.charCodeAt(39);
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? 39 : 40)}…`;
}
