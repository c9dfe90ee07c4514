import { exact, formatDecimal } from "../../core/index.js";
import type { EvaluationPart } from "../assess-evaluation.js";
import { type Block, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** Names of missing leaves that are printed; of more their number is. */
const NAMED = 2;

/** The scores of the root's parts (维度), school by school; a single part or none tells nothing more. */
function dimensionBlocks({ evaluation, printing }: EvaluationPart, context: ComposeContext): readonly Block[] {
  const { catalog, nameOfSubject } = named(context);
  const { report: sentences, locale } = catalog;
  const items = printing.items ?? [];
  const root = items.find(({ parent }) => parent === undefined);
  const dimensions = items.filter(({ parent, kind }) => parent === root?.id && (kind === "composite" || kind === "leaf"));
  if (root === undefined || dimensions.length < 2) return [];
  const rows = evaluation.subjects.map(({ subject, items: scores }) => [
    nameOfSubject(subject),
    ...dimensions.map(({ id }) => {
      const score = scores.find(({ item }) => item === id)?.score;
      return score === undefined ? sentences.noScore : formatDecimal(exact(score), printing.rounding);
    }),
  ]);
  return [
    paragraph(sentences.dimensionScores),
    ...table([sentences.evaluationHeader[0], ...dimensions.map(({ label }) => label[locale])], rows),
  ];
}

/** Subjects are schools or groups. */
function named(context: ComposeContext) {
  const nameOfSubject = (id: string): string => {
    const school = context.nameOfSchool(id);
    return school === id ? context.nameOfGroup(id) : school;
  };
  return { ...context, nameOfSubject };
}

/** Own and bundled scores of every school, then the groups'; a school without score says what is missing, or what it can still be. */
export function composeEvaluation(part: EvaluationPart, context: ComposeContext): readonly Block[] {
  const { evaluation, bundle, printing, bounds } = part;
  const { catalog, nameOfSubject, nameOfGroup } = named(context);
  const { report: sentences, words, locale, explanation } = catalog;
  const printed = (value: string | undefined) => (value === undefined ? sentences.noScore : formatDecimal(exact(value), printing.rounding));
  const gradeName = (grade: string | undefined) => printing.grades?.find((band) => band.grade === grade)?.label[locale] ?? grade ?? "";
  const labels = new Map(printing.items?.map(({ id, label }) => [id, label[locale]]));
  const bundled = new Map(bundle?.schools.map(({ school, score }) => [school, score]));
  const rows = evaluation.subjects.map(({ subject, score, grade, missing }) => {
    const open = score === undefined ? bounds?.find((one) => one.subject === subject) : undefined;
    const between =
      open?.low === undefined || open.high === undefined
        ? sentences.noScore
        : explanation.interval({ low: open.low.printed, high: open.high.printed });
    const certain = open !== undefined && open.lowGrade === open.highGrade ? open.lowGrade : undefined;
    const gaps = [...new Set(missing.flatMap((one) => ("indicator" in one ? [labels.get(one.indicator) ?? one.indicator] : [])))];
    const names = gaps.slice(0, NAMED).join(words.listComma);
    return [
      nameOfSubject(subject),
      score?.printed ?? between,
      gradeName(grade ?? certain),
      bundle === undefined ? "" : printed(bundled.get(subject)),
      gaps.length > NAMED ? sentences.missingOfMany({ names, count: gaps.length }) : names,
    ];
  });
  const groups = (bundle?.groups ?? []).map(({ group, lead, members, score }) => [
    nameOfGroup(group),
    ...[lead, members, score].map(printed),
  ]);
  const columns = sentences.evaluationHeader
    .map((_, column) => column)
    .filter((column) => (column !== 2 || printing.grades !== undefined) && (column !== 3 || bundle !== undefined));
  const shown = (cells: readonly string[]) => columns.map((column) => cells[column] ?? "");
  return [
    ...(printing.label === undefined ? [] : [paragraph(printing.label[locale])]),
    ...table(shown(sentences.evaluationHeader), rows.map(shown)),
    ...dimensionBlocks(part, context),
    ...(groups.length === 0 ? [] : [paragraph(sentences.groupScores), ...table(sentences.groupScoreHeader, groups)]),
  ];
}
