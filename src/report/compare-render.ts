import { exact, fraction, multiplyFractions, toExactText } from "../core/index.js";
import { breaksRules, type Catalog, describeSubject, formatValue } from "../messages/index.js";
import type { ComparedValue } from "./compare-figures.js";
import type { ChangeCause, Difference, ReportChange, ReportComparison } from "./compare-steps.js";
import { type Block, heading, list, paragraph } from "./document.js";
import { writeMarkdown } from "./write-markdown.js";
import { writeText } from "./write-text.js";

/** How a comparison is rendered. */
export interface RenderComparisonOptions {
  readonly catalog: Catalog;
  /** Markdown or plain text; absent: plain text. */
  readonly as?: "text" | "markdown" | undefined;
}

function valueText(value: ComparedValue | undefined, catalog: Catalog): string {
  if (value === undefined) return catalog.comparison.absent;
  if (value.kind === "outcome") return catalog.reconciliations.outcome[value.value];
  if (value.kind !== "verdict") return formatValue(value, { catalog });
  return catalog.findings.verdict[value.value][value.force === undefined || breaksRules(value.force) ? "met" : "reached"];
}

/** A difference in the unit of the figure: shares differ by percentage points, so that 60 % and 80 % are not taken to differ by 20 %. */
function differenceText({ low, high }: Difference, value: ComparedValue | undefined, catalog: Catalog): string {
  const unit = value !== undefined && "unit" in value ? value.unit : undefined;
  const shown = (moved: string) => {
    if (moved === "0") return moved;
    // The sign stands before the whole text: "-40/9 (about 4.4444)".
    const sign = moved.startsWith("-") ? "-" : "";
    const size = moved.slice(sign.length);
    if (unit !== "ratio") return `${sign}${formatValue({ kind: "exact", value: size, unit }, { catalog })}`;
    const hundredfold = toExactText(multiplyFractions(exact(size), fraction(100)));
    return `${sign}${catalog.comparison.points({ number: formatValue({ kind: "exact", value: hundredfold }, { catalog }) })}`;
  };
  return catalog.comparison.difference({ low: shown(low), high: high === undefined ? undefined : shown(high) });
}

function causesText(causes: readonly ChangeCause[], between: string, { comparison }: Catalog): string {
  return causes.map((cause) => comparison.cause[cause]).join(between);
}

/** What a change is of: the subject, the words of rule and operand, the ids of published figures. */
function whatText(
  change: ReportChange,
  names: ReadonlyMap<string, string>,
  { name }: { readonly name: string | undefined },
  catalog: Catalog,
) {
  const { words, comparison, locale } = catalog;
  const nameOf = ({ kind, id }: { readonly kind: string; readonly id: string }) =>
    kind === "district" ? name : names.get(`${kind}:${id}`);
  const labels = change.labels.map((label) => label[locale]);
  const parts = [
    ...(change.subject === undefined ? [] : [describeSubject(change.subject, { catalog, nameOf })]),
    ...labels,
    ...(change.ids.length === 0 ? [] : [change.ids.join(words.listComma)]),
    ...(change.figure === "operand" ? [] : [comparison.figure[change.figure]]),
  ];
  return parts.join(words.comma);
}

function changeText(change: ReportChange, what: string, catalog: Catalog): string {
  const { comparison } = catalog;
  const { difference, steps } = change;
  const moved = (one: Difference | undefined) => (one === undefined ? undefined : differenceText(one, change.after, catalog));
  const told = steps.map((step) =>
    comparison.step({
      causes: causesText(step.causes, comparison.and, catalog),
      before: valueText(step.from, catalog),
      after: valueText(step.to, catalog),
      difference: difference === undefined ? undefined : moved(step.difference),
    }),
  );
  return comparison.change({
    what,
    before: valueText(change.before, catalog),
    after: valueText(change.after, catalog),
    difference: moved(difference),
    steps: told.length === 0 ? undefined : told.join(comparison.stepSeparator),
  });
}

function basisLines({ order, differs, changes, before, after }: ReportComparison, catalog: Catalog): readonly Block[] {
  const { comparison, words } = catalog;
  const days = paragraph(comparison.days({ before: before.asOf, after: after.asOf }));
  if (changes.length === 0) return [days, paragraph(comparison.nothing)];
  const causes = differs.length === 0 ? undefined : causesText(differs, words.listComma, catalog);
  const attributed = changes.some(({ steps }) => steps.length > 0);
  const how = attributed ? comparison.order({ causes: causesText(order, words.listComma, catalog) }) : comparison.notAttributed({ causes });
  return [days, paragraph(how), paragraph(comparison.counted({ count: changes.length }))];
}

/**
 * A comparison as text: the order in which causes were replaced, then part by part every change with its causes. Names are escaped in Markdown.
 *
 * @example
 * ```ts
 * import { assessDistrict, compareReports, renderComparison, resolvePolicies } from "school-groups";
 * import { zhCN } from "school-groups/messages/zh-CN";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const file = { format: "school-groups.district.v1", name: "某区", schools: [], groups: [] };
 * const report = assessDistrict(file, { policy: policy.value, asOf: "2023-12-31" });
 * const lines = renderComparison(compareReports(report, report), { catalog: zhCN }).split("\n");
 * lines.at(-2); // => "两次评估的数值和结论没有变动。"
 * ```
 */
export function renderComparison(comparison: ReportComparison, options: RenderComparisonOptions): string {
  const { catalog } = options;
  const { names, district, changes } = comparison;
  const known = new Map([
    ...names.schools.map(({ id, name }) => [`school:${id}`, name] as const),
    ...names.groups.map(({ id, name }) => [`group:${id}`, name] as const),
  ]);
  const title = catalog.comparison.title({ name: district.name ?? district.code ?? catalog.report.unnamed });
  const parts = [...new Set(changes.map(({ part }) => part))];
  const sections = parts.flatMap((part) => [
    heading(2, catalog.comparison.part[part]),
    ...list(
      changes
        .filter((change) => change.part === part)
        .map((change) => changeText(change, whatText(change, known, { name: district.name ?? district.code }, catalog), catalog)),
    ),
  ]);
  const blocks = [heading(1, title), ...basisLines(comparison, catalog), ...sections];
  return options.as === "markdown" ? writeMarkdown(blocks) : writeText(blocks);
}
