import type { ChangeCause, ComparedFigure, ComparedPart } from "../report/index.js";

/** Sentences that tell what changed between two reports, and why. */
export interface ComparisonSentences {
  /** Title of the page. */
  readonly title: (params: { readonly name: string }) => string;
  readonly cause: Readonly<Record<ChangeCause, string>>;
  readonly part: Readonly<Record<ComparedPart, string>>;
  readonly figure: Readonly<Record<ComparedFigure, string>>;
  /** The two days compared. */
  readonly days: (params: { readonly before: string; readonly after: string }) => string;
  /** The order in which causes were replaced. */
  readonly order: (params: { readonly causes: string }) => string;
  /** Causes told apart by nobody: only two reports were compared. */
  readonly notAttributed: (params: { readonly causes?: string | undefined }) => string;
  readonly nothing: string;
  /** How many figures and verdicts changed. */
  readonly counted: (params: { readonly count: number }) => string;
  /** One change: what it is of, the value before and after. */
  readonly change: (params: {
    readonly what: string;
    readonly before: string;
    readonly after: string;
    readonly difference?: string | undefined;
    readonly steps?: string | undefined;
  }) => string;
  /** One step of the way from before to after. */
  readonly step: (params: {
    readonly causes: string;
    readonly before: string;
    readonly after: string;
    readonly difference?: string | undefined;
  }) => string;
  /** A number with its sign: how far a figure moved. */
  readonly difference: (params: { readonly low: string; readonly high?: string | undefined }) => string;
  /** How far a share moved, in percentage points. */
  readonly points: (params: { readonly number: string }) => string;
  readonly absent: string;
  readonly and: string;
  readonly stepSeparator: string;
}
