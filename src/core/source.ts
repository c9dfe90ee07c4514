import type { CalendarDate } from "./calendar-date.js";
import type { PartialDate } from "./partial-date.js";
import type { Term } from "./term.js";

/**
 * What a document is (效力). Against `plan`, `draft` and `reported-practice` a district has *reached or not reached* (达到 / 未达到) a
 * benchmark; only `binding`, `guidance` and `trial` texts are *met or not met* (符合 / 不符合).
 */
export type Force = "binding" | "guidance" | "trial" | "draft" | "plan" | "reported-practice";

/** How strongly a rule speaks: 应当/必须 · 不得 · 原则上 · 鼓励 · 可. */
export type Modality = "must" | "must-not" | "should" | "encouraged" | "may";

/** How well a statement is attested: two sources or a stated text (`A`), one plausible source (`B`), field practice without source (`C`). */
export type Certainty = "A" | "B" | "C";

/** A document that says something. */
export interface Source {
  readonly id: string;
  readonly title: Term;
  readonly force: Force;
  readonly issuer?: Term | undefined;
  /** Number of the document (文号). */
  readonly number?: string | undefined;
  readonly issuedOn?: PartialDate | undefined;
  /** A scheme or norm that is only cited inside a report names the report. */
  readonly citedIn?: string | undefined;
  /** What a reader should know of the entry: a title or a force that the document does not print. */
  readonly note?: Term | undefined;
}

/** A place in a source: `{ source: "baota", clause: "C5" }`. */
export interface Citation {
  readonly source: string;
  readonly clause?: string | undefined;
}

/** Where a figure comes from: a document, the caller, or a default of this library with its reason. */
export type Basis =
  | { readonly kind: "policy"; readonly citations: readonly [Citation, ...Citation[]] }
  | { readonly kind: "caller" }
  | { readonly kind: "library"; readonly why: Term };

/** A value in force on the days `[from, until)`; an absent bound is open. */
export interface DatedValue<Value> {
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  readonly value: Value;
  readonly basis: Basis;
}
