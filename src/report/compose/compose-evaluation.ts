import { exact, formatDecimal } from "../../core/index.js";
import type { EvaluationPart } from "../assess-parts.js";
import { type Block, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** Own and bundled scores of every school, then the groups'; a school without score says what is missing. */
export function composeEvaluation({ evaluation, bundle, printing }: EvaluationPart, context: ComposeContext): readonly Block[] {
  const { catalog, nameOfSchool, nameOfGroup } = context;
  const { report: sentences, words, locale } = catalog;
  const printed = (value: string | undefined) => (value === undefined ? sentences.noScore : formatDecimal(exact(value), printing.rounding));
  const gradeName = (grade: string | undefined) => printing.grades?.find((band) => band.grade === grade)?.label[locale] ?? grade ?? "";
  const bundled = new Map(bundle?.schools.map(({ school, score }) => [school, score]));
  const rows = evaluation.subjects.map(({ subject, score, grade, missing }) => [
    nameOfSchool(subject),
    score?.printed ?? sentences.noScore,
    gradeName(grade),
    bundle === undefined ? "" : printed(bundled.get(subject)),
    [...new Set(missing.flatMap((one) => ("indicator" in one ? [one.indicator] : [])))].join(words.listComma),
  ]);
  const groups = (bundle?.groups ?? []).map(({ group, lead, members, score }) => [
    nameOfGroup(group),
    ...[lead, members, score].map(printed),
  ]);
  return [
    ...table(sentences.evaluationHeader, rows),
    ...(groups.length === 0 ? [] : [paragraph(sentences.groupScores), ...table(sentences.groupScoreHeader, groups)]),
  ];
}
