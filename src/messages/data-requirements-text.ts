import type { Citation } from "../core/index.js";
import type { ColumnRequirement, DataRequirements, RuleNeed } from "../policy/index.js";
import type { Catalog } from "./catalog.js";

/** Rules named one by one before the rest are counted. */
const SHOWN = 3;

/**
 * 数据需求清单（文字）. What `dataRequirements` found, as indented text: tables and columns with their headers, what is filled in already, which
 * rules stay undetermined, the figures to set, and what the sources leave open.
 *
 * @example
 * ```ts
 * import { dataRequirementsText } from "school-groups/messages";
 * import { zhCN } from "school-groups/messages/zh-CN";
 *
 * dataRequirementsText({ tables: [], figures: [], unclear: [] }, { catalog: zhCN }); // => "数据需求清单\n  所选内容无需补充数据。"
 * ```
 */
export function dataRequirementsText(requirements: DataRequirements, options: { readonly catalog: Catalog }): string {
  const { catalog } = options;
  const { locale, requirements: sentences, words } = catalog;
  const lines: string[] = [sentences.title];
  for (const { label, of, columns } of requirements.tables) {
    lines.push(`  ${sentences.table({ label: label[locale], of: of.map((one) => one.label[locale]).join(words.listComma) })}`);
    lines.push(...tableLines(columns, catalog));
  }
  if (requirements.figures.length > 0) lines.push(`  ${sentences.figures}`);
  for (const { label, citations, undetermined } of requirements.figures) {
    const clauses = citations.map(clauseText).join(words.listComma);
    lines.push(`    ${sentences.figure({ label: label[locale], clauses, ...named(undetermined, catalog) })}`);
  }
  if (requirements.unclear.length > 0) lines.push(`  ${sentences.unclear}`);
  for (const { label, words: said, citations } of requirements.unclear) {
    const clauses = citations.map(clauseText).join(words.listComma);
    lines.push(`    ${sentences.base({ rule: label[locale], words: said[locale], clauses })}`);
  }
  if (lines.length === 1) lines.push(`  ${sentences.nothing}`);
  return lines.join("\n");
}

/** Columns that leave the same rules open stand together, the reason once below them. */
function tableLines(columns: readonly ColumnRequirement[], catalog: Catalog): readonly string[] {
  const { locale, requirements: sentences } = catalog;
  const lines: string[] = [];
  const ordered = [...columns.filter(({ optional }) => !optional), ...columns.filter(({ optional }) => optional)];
  for (const [position, { label, holds, present, optional, ...column }] of ordered.entries()) {
    const shown = present === undefined ? undefined : sentences.present(present);
    lines.push(`    ${sentences.column({ label: label[locale], holds: holds[locale], present: shown, optional })}`);
    const next = ordered[position + 1];
    if (optional || (next !== undefined && !next.optional && sameRules(column.undetermined, next.undetermined))) continue;
    const open = column.neededBy.filter(({ rule }) => column.undetermined.includes(rule));
    lines.push(open.length > 0 ? `      ${sentences.neededBy(named(open, catalog))}` : `      ${sentences.settled}`);
  }
  return lines;
}

function sameRules(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((rule, position) => rule === second[position]);
}

function named(rules: readonly RuleNeed[], { locale, words }: Catalog): { readonly rules: string; readonly more: number } {
  const shown = rules
    .slice(0, SHOWN)
    .map(
      ({ label, citations }) =>
        `${label[locale]}${words.parentheses[0]}${citations.map(clauseText).join(words.listComma)}${words.parentheses[1]}`,
    );
  return { rules: shown.join(words.listComma), more: Math.max(0, rules.length - SHOWN) };
}

function clauseText({ source, clause }: Citation): string {
  return clause === undefined ? source : `${source}:${clause}`;
}
