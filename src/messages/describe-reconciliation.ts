import type { Reconciliation, ReconciliationOutcome, ReconciliationParams, UncheckedReason } from "../validation/index.js";
import type { Catalog } from "./catalog.js";
import type { Sentences } from "./sentences.js";

/** How comparisons of published figures are told. */
export interface ReconciliationSentences {
  readonly what: Sentences<ReconciliationParams>;
  readonly outcome: Readonly<Record<ReconciliationOutcome, string>>;
  readonly reason: Readonly<Record<UncheckedReason, string>>;
}

/**
 * One comparison of published figures as a sentence: the outcome, why it could not be checked, and the figures.
 *
 * @example
 * ```ts
 * import { describeReconciliation } from "school-groups/messages";
 * import { zhCN } from "school-groups/messages/zh-CN";
 * import { reconcilePublished } from "school-groups/validation";
 *
 * const count = (id: string, value: string, stage?: string) =>
 *   ({ id, measure: "pupils", as: "count", value, ...(stage === undefined ? {} : { breakdown: { by: "stage", value: stage } }) }) as const;
 * const published = [count("all", "30"), count("p", "10", "primary"), count("j", "15", "junior")];
 * const [first] = reconcilePublished({ format: "school-groups.district.v1", schools: [], groups: [], published }, { asOf: "2023-12-31" });
 * first && describeReconciliation(first, { catalog: zhCN }); // => "不符：学生数各分项（10、15）合计25，公布总数30，相差5。"
 * ```
 */
export function describeReconciliation(reconciliation: Reconciliation, options: { readonly catalog: Catalog }): string {
  const { reconciliations: sentences, words } = options.catalog;
  const what = sentences.what[reconciliation.code] as (params: object) => string;
  const [open, close] = words.parentheses;
  const reason = reconciliation.reason === undefined ? "" : `${open}${sentences.reason[reconciliation.reason]}${close}`;
  return `${sentences.outcome[reconciliation.outcome]}${reason}${words.colon}${what(reconciliation.params)}`;
}
