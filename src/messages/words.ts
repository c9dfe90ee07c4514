import type { Force, Modality, Operator, Relation, RoundingMode, Severity, Truth, Unit } from "../core/index.js";
import type { Topic } from "../policy/index.js";

/** The closed lists of `core` and `policy` as words of one language. */
export interface Words {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly force: Readonly<Record<Force, string>>;
  readonly modality: Readonly<Record<Modality, string>>;
  readonly truth: Readonly<Record<Truth, string>>;
  readonly topic: Readonly<Record<Topic, string>>;
  readonly operator: Readonly<Record<Operator, string>>;
  readonly relation: Readonly<Record<Relation, string>>;
  readonly rounding: Readonly<Record<RoundingMode, string>>;
  /** What follows a number: `"人"`, `" people"`; empty where the unit shows otherwise. */
  readonly unit: Readonly<Record<Unit, string>>;
  readonly unknown: string;
  readonly colon: string;
  readonly comma: string;
  readonly stop: string;
  readonly listComma: string;
  readonly parentheses: readonly [string, string];
}

/** The sentences an explanation is printed with. */
export interface ExplanationSentences {
  /** After the value of a fact: where it stands, when a clause is known. */
  readonly fact: (params: { readonly clause?: string | undefined }) => string;
  /** The clauses a figure rests on. */
  readonly policyBasis: (params: { readonly clauses: string }) => string;
  /** For a figure that was passed in. */
  readonly callerBasis: string;
  /** The reason of a default of this library. */
  readonly libraryBasis: (params: { readonly why: string }) => string;
  /** A rounding step: its mode, its step, the number before and after. */
  readonly rounding: (params: { readonly mode: string; readonly step: string; readonly before: string; readonly after: string }) => string;
  /** Two values, their relation, and whether it holds. */
  readonly comparison: (params: {
    readonly left: string;
    readonly relation: string;
    readonly right: string;
    readonly holds: Truth;
  }) => string;
  /** An estimate with its method and, where known, its standard error. */
  readonly estimate: (params: { readonly value: string; readonly method: string; readonly standardError?: string | undefined }) => string;
  /** A value known only to lie between two ends; without `high` it has no upper end. */
  readonly interval: (params: { readonly low: string; readonly high?: string | undefined }) => string;
  /** A decimal in the place of a fraction too long to read. */
  readonly nearly: (params: { readonly decimal: string }) => string;
  /** An exact fraction with a short decimal beside it. */
  readonly about: (params: { readonly exact: string; readonly decimal: string }) => string;
}
