import type { BalanceExclusion, StageBalance } from "../balance/index.js";

/** Sentences of a report's part on the balance of resources. */
export interface BalanceReportSentences {
  readonly title: string;
  /** What was computed, and where the verdicts stand. */
  readonly note: string;
  readonly stage: Readonly<Record<StageBalance["stage"], string>>;
  readonly spreadHeader: readonly [string, string, string, string, string];
  readonly school: string;
  /** A column of one indicator, by its number in the table above. */
  readonly indicator: (params: { readonly number: number }) => string;
  /** Why coefficients are unknown; a list follows. */
  readonly open: string;
  /** A school that does not count, and why. */
  readonly leftOut: (params: { readonly school: string; readonly why: string }) => string;
  readonly exclusion: Readonly<Record<BalanceExclusion, string>>;
}
