import { formatValue } from "../../messages/index.js";
import type { EvaluationPart } from "../assess-parts.js";
import { type Block, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** Own and bundled scores of every school, then the groups'; a school without score says what is missing. */
export function composeEvaluation({ evaluation, bundle }: EvaluationPart, context: ComposeContext): readonly Block[] {
  const { catalog, nameOfSchool, nameOfGroup } = context;
  const { report: sentences, words } = catalog;
  const exact = (value: string | undefined) =>
    value === undefined ? sentences.noScore : formatValue({ kind: "exact", value }, { catalog });
  const bundled = new Map(bundle?.schools.map(({ school, score }) => [school, score]));
  const rows = evaluation.subjects.map(({ subject, score, grade, missing }) => [
    nameOfSchool(subject),
    score?.printed ?? sentences.noScore,
    grade ?? "",
    bundle === undefined ? "" : exact(bundled.get(subject)),
    [...new Set(missing.flatMap((one) => ("indicator" in one ? [one.indicator] : [])))].join(words.listComma),
  ]);
  const groups = (bundle?.groups ?? []).map(({ group, lead, members, score }) => [
    nameOfGroup(group),
    ...[lead, members, score].map(exact),
  ]);
  return [
    ...table(sentences.evaluationHeader, rows),
    ...(groups.length === 0 ? [] : [paragraph(sentences.groupScores), ...table(sentences.groupScoreHeader, groups)]),
  ];
}
