import type { ExplainedValue, Explanation } from "../core/index.js";

/** `agrees`: the intervals share a value; `contradicts`: they share none, however the digits were rounded; else it cannot be told. */
export type ReconciliationOutcome = "agrees" | "contradicts" | "cannot-be-checked";

/** Why figures cannot be checked against each other. */
export type UncheckedReason = "unreadable" | "sign-missing" | "whole-is-zero" | "populations-differ" | "list-partial";

/** 核对项目. Every kind of comparison with its display-ready parameters; figures appear as printed, computed numbers as decimal text. */
export interface ReconciliationParams {
  /** The parts of a total add to it: `sum` of the parts, `total` as printed, how far apart they are at least. */
  "parts-and-total": {
    readonly measure: string;
    readonly parts: readonly string[];
    /** Absent where a part cannot be read. */
    readonly sum?: string | undefined;
    readonly total: string;
    /** Absent where either side cannot be read. */
    readonly apart?: string | undefined;
  };
  /** The whole that a count and its share imply, for the total and for its parts added up, rounded to whole numbers. */
  "implied-wholes": {
    readonly measure: string;
    /** Absent where nothing is implied. */
    readonly total?: readonly [string, string] | undefined;
    readonly parts?: readonly [string, string] | undefined;
  };
  /** A share of all lies between the least and the greatest share of the parts. */
  "share-among-parts": { readonly measure: string; readonly share: string; readonly parts: readonly string[] };
  /** A count equals what the district file itself holds. */
  "count-in-file": { readonly measure: string; readonly part?: string | undefined; readonly published: string; readonly held: string };
  /** Two figures that the document presents as the same number. */
  "same-number": { readonly measure: string; readonly first: string; readonly second: string };
  /** One figure, of one part or the total, printed twice (by two sources). */
  "repeated-figure": { readonly measure: string; readonly part?: string | undefined; readonly first: string; readonly second: string };
  /** A share equals part over whole: `computed` in percent, two places; absent where part or whole cannot be read, or the whole is 0. */
  "share-of-counts": { readonly share: string; readonly part: string; readonly whole: string; readonly computed?: string | undefined };
}

/** The kinds of comparison. */
export type ReconciliationCode = keyof ReconciliationParams;

/** 公布数据核对. One comparison of published figures with one another or with the district file. */
export interface ReconciliationOf<Code extends ReconciliationCode> {
  readonly code: Code;
  readonly outcome: ReconciliationOutcome;
  /** Only of what cannot be checked. */
  readonly reason?: UncheckedReason | undefined;
  /** Ids of the figures, in the order of the comparison. */
  readonly figures: readonly string[];
  /** Both sides as exact intervals; `unknown` where a figure cannot be read. */
  readonly left: ExplainedValue;
  readonly right: ExplainedValue;
  readonly params: ReconciliationParams[Code];
  readonly explanation: Explanation;
}

/** 公布数据核对. The closed union over all kinds of comparison. */
export type Reconciliation = { [Code in ReconciliationCode]: ReconciliationOf<Code> }[ReconciliationCode];
