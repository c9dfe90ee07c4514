import { type FrameworkMatrix, type MeasuredFramework, printShare } from "../../compliance/index.js";
import type { FrameworkPart } from "../assess-parts.js";
import { type Block, heading, list, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** A framework nobody measures by the ledger: its items, and that they are not measured. */
function itemLines({ items }: MeasuredFramework, { catalog }: ComposeContext): readonly string[] {
  const { report: sentences, words, locale } = catalog;
  return items.map(({ label, measures }) => {
    const linked = measures.length === 0 ? sentences.notMeasured : measures.map((measure) => measure.label[locale]).join(words.listComma);
    return `${label[locale]}${words.colon}${linked}`;
  });
}

function matrixBlocks(
  { label, group, schools, rows }: FrameworkMatrix,
  { catalog, nameOfGroup, nameOfSchool }: ComposeContext,
): readonly Block[] {
  const { report: sentences, locale } = catalog;
  const header = [sentences.matrixHeader, ...schools.map(({ id }) => nameOfSchool(id))];
  const lines = rows.map(({ label: item, rule, cells }) => [
    item[locale],
    ...schools.map(({ id }) => {
      if (rule === undefined) return sentences.notMeasured;
      const share = cells.find(({ school }) => school === id)?.share;
      return share === undefined ? "" : printShare(share);
    }),
  ]);
  return [paragraph(sentences.matrixTitle({ framework: label[locale], group: nameOfGroup(group) })), ...table(header, lines)];
}

/** Each framework: a matrix items × schools for every group where the ledger measures it, else what is linked to its items. */
export function composeFrameworks({ frameworks, matrices }: FrameworkPart, context: ComposeContext): readonly Block[] {
  const { report: sentences, locale } = context.catalog;
  if (frameworks.length === 0) return [paragraph(sentences.nothing)];
  return frameworks.flatMap((framework) => {
    const own = matrices.filter((matrix) => matrix.framework === framework.framework);
    const body = own.length > 0 ? own.flatMap((matrix) => matrixBlocks(matrix, context)) : list(itemLines(framework, context));
    const unlisted = framework.unlisted === 0 ? [] : [paragraph(sentences.unlisted({ count: framework.unlisted }))];
    return [heading(3, framework.label[locale]), ...body, ...unlisted];
  });
}
