import type { CoverageReport, CoverageTarget } from "../../compliance/index.js";
import { describeFinding, formatValue } from "../../messages/index.js";
import { type Block, heading, list, paragraph } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

function publishedLines(target: CoverageTarget, { catalog }: ComposeContext): readonly string[] {
  const { report: sentences, words } = catalog;
  const percent = (value: string) => formatValue({ kind: "exact", value, unit: "ratio" }, { catalog });
  return target.published.flatMap(({ covered, whole, on, share, sameBase, limits }) => [
    sentences.published({ covered, whole, on, share: percent(share), sameBase }),
    ...limits.flatMap(({ value, needed, reached }) =>
      value === undefined || needed === undefined
        ? []
        : [sentences.needed({ needed, whole, limit: percent(value), reached: words.truth[reached] })],
    ),
  ]);
}

function targetBlocks(target: CoverageTarget, context: ComposeContext): readonly Block[] {
  const { catalog } = context;
  const { report: sentences, locale } = catalog;
  const { covered, whole, share } = target.listed;
  const early = target.soFar === undefined || target.due === undefined ? [] : [sentences.notDue({ due: target.due })];
  return [
    heading(3, target.label[locale]),
    ...list([
      ...early,
      describeFinding(target.soFar ?? target.finding, context),
      sentences.listed({ covered: sentences.counted(covered), whole: sentences.counted(whole), share: formatValue(share, { catalog }) }),
      ...publishedLines(target, context),
      ...(target.unclear === undefined ? [] : [sentences.unclear({ words: target.unclear[locale] })]),
    ]),
  ];
}

/** Every target: what it comes to on the day, by the district's own list and by what was published. */
export function composeCoverage(report: CoverageReport, context: ComposeContext): readonly Block[] {
  if (report.targets.length === 0) return [paragraph(context.catalog.report.nothing)];
  return report.targets.flatMap((target) => targetBlocks(target, context));
}
