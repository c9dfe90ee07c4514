import type { Missing } from "../core/index.js";
import type { FindingCode, Verdict } from "../rules/index.js";

/** What every sentence on a finding may name, display-ready. */
export interface FindingParams {
  readonly subject: string;
  readonly rule: string;
  /** 判定用语: the verdict's word by the force of its source. */
  readonly verdict: string;
  /** The measured value, when there is one. */
  readonly value?: string | undefined;
  /** The limits it is held against, joined. */
  readonly limits?: string | undefined;
}

/** Display-ready parameters of what is missing. */
export interface MissingParams {
  readonly table: string;
  readonly column: string;
  readonly subject?: string | undefined;
  readonly of?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly clauses?: string | undefined;
}

/** The sentences a finding is told with. */
export interface FindingSentences {
  /** Whom: `集团“甲”`. */
  readonly subject: Readonly<Record<string, (params: { readonly name: string; readonly group?: string | undefined }) => string>>;
  /** 判定用语: met or not met (符合), and reached or not reached (达到) for drafts, plans and reports of practice. */
  readonly verdict: Readonly<Record<Verdict, { readonly met: string; readonly reached: string }>>;
  /** The finding itself, by its code. */
  readonly code: Readonly<Record<FindingCode, (params: FindingParams) => string>>;
  /** A limit of a norm, and one that is forbidden to be passed. */
  readonly limit: Readonly<Record<"should" | "mustNot", (params: { readonly relation: string; readonly value: string }) => string>>;
  /** Said after a verdict that does not count: what is encouraged or allowed. */
  readonly encouraged: string;
  /** What falls short of the share that even the remaining item must reach: why six of seven are not enough. */
  readonly short: (params: { readonly item: string; readonly value: string; readonly floor: string; readonly limit: string }) => string;
  /** One thing that is missing, by its kind. */
  readonly missing: Readonly<Record<Missing["kind"], (params: MissingParams) => string>>;
  /** Between two sentences, and between two things missing. */
  readonly gap: string;
  readonly missingSeparator: string;
  /** Before the list of what is missing. */
  readonly missingLead: (params: { readonly list: string }) => string;
}
