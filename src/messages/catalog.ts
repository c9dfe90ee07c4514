import type { BalanceReportSentences } from "./balance-report-sentences.js";
import type { ComparisonSentences } from "./comparison-sentences.js";
import type { ReconciliationSentences } from "./describe-reconciliation.js";
import type { FindingSentences } from "./finding-sentences.js";
import type { IssueParams } from "./issue-params.js";
import type { ReaderSentences } from "./reader-sentences.js";
import type { ReportSentences } from "./report-sentences.js";
import type { RequirementSentences } from "./requirement-sentences.js";
import type { RotationSentences } from "./rotation-sentences.js";
import type { SchoolFiguresSentences } from "./school-figures-sentences.js";
import type { Sentences } from "./sentences.js";
import type { ExplanationSentences, Words } from "./words.js";

/** Every sentence the library can say in one language. The caller passes it in; nothing is global. */
export interface Catalog {
  readonly locale: "zh-CN" | "en";
  readonly words: Words;
  readonly explanation: ExplanationSentences;
  /** A sentence for every issue of every room. */
  readonly issues: Sentences<IssueParams>;
  /** How findings are told, and what they lack. */
  readonly findings: FindingSentences;
  /** How comparisons of published figures are told. */
  readonly reconciliations: ReconciliationSentences;
  /** Headings and sentences of a rendered report. */
  readonly report: ReportSentences;
  /** A report's part on the balance of resources. */
  readonly balanceReport: BalanceReportSentences;
  /** A report's part on schools' means and grades. */
  readonly schoolFigures: SchoolFiguresSentences;
  /** The pages of one school. */
  readonly reader: ReaderSentences;
  /** How two reports are compared. */
  readonly comparison: ComparisonSentences;
  /** How required data are told. */
  readonly requirements: RequirementSentences;
  /** Why people do not move, why records do not count, and what stands in the way of a plan. */
  readonly rotation: RotationSentences;
}
