import { exact, formatDecimal } from "../../core/index.js";
import type { GradeDistributionsResult, SchoolGradeDistribution } from "../../value-added/index.js";
import { estimatesIn, type SchoolFigures, type SchoolFiguresPart } from "../assess-school-figures.js";
import { type Block, list, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";
import { groupTable, schoolTable } from "./compose-value-added.js";
import { fixed, valueAddedNotes } from "./value-added-notes.js";

const PRINTED = { mode: "half-away-from-zero", places: 3 } as const;

/** Schools' means or grades, what was made of them, and what they cannot tell. */
export function composeSchoolFigures({ figures, groups }: SchoolFiguresPart, context: ComposeContext): readonly Block[] {
  const estimates = estimatesIn(figures);
  return [
    ...figuresNotes(figures, context),
    ...(estimates === null ? [] : [...valueAddedNotes(estimates, context), ...schoolTable(estimates, context)]),
    ...figuresTables(figures, context, () => true),
    ...groupTable(groups, context),
    ...cannotTell(figures, context),
  ];
}

/** Which figures of which cohorts, and that errors are not known. */
export function figuresNotes(figures: SchoolFigures, { catalog }: ComposeContext): readonly Block[] {
  const { schoolFigures: sentences } = catalog;
  const note = paragraph(sentences.note[figures.kind](cohortsOf(figures)));
  return figures.kind !== "grade-distribution" && figures.found.result === null ? [note, paragraph(sentences.noErrors)] : [note];
}

function cohortsOf(figures: SchoolFigures): { readonly before: string; readonly after: string } {
  switch (figures.kind) {
    case "means-regression":
    case "grade-distribution":
      return { before: figures.found.cohort, after: figures.found.cohort };
    case "cohort-change":
      return { before: figures.found.before, after: figures.found.after };
    case "grade-change": {
      const { entrance, exit } = figures.found.result;
      return { before: entrance?.id ?? "", after: exit.id };
    }
  }
}

/** What the kind adds to the common table, for the schools asked for. */
export function figuresTables(figures: SchoolFigures, context: ComposeContext, shown: (school: string) => boolean): readonly Block[] {
  const { catalog, nameOfSchool } = context;
  const { schoolFigures: sentences, words } = catalog;
  switch (figures.kind) {
    case "means-regression": {
      const { residuals, spreadLent } = figures.found;
      const rows = residuals
        .filter(({ school }) => shown(school))
        .map(({ school, pupils, entrance, exit, expected, residual }) => [
          nameOfSchool(school),
          String(pupils),
          ...[entrance, exit, expected, residual].map(fixed),
        ]);
      return [...table(sentences.residualHeader, rows), ...lent(spreadLent.length, context)];
    }
    case "cohort-change": {
      const { means, spreadLent } = figures.found;
      const rows = means
        .filter(({ school }) => shown(school))
        .map(({ school, pupilsBefore, pupilsAfter, before, after, smallestVisible }) => [
          nameOfSchool(school),
          String(pupilsBefore),
          String(pupilsAfter),
          fixed(before),
          fixed(after),
          smallestVisible === null ? words.unknown : fixed(smallestVisible),
        ]);
      return [...table(sentences.meansHeader, rows), ...lent(new Set([...spreadLent.before, ...spreadLent.after]).size, context)];
    }
    case "grade-distribution":
      return distributionTable(figures.found, context, shown);
    case "grade-change":
      return shareTable(figures.found.shares, context, shown);
  }
}

function lent(count: number, { catalog }: ComposeContext): readonly Block[] {
  return count === 0 ? [] : [paragraph(catalog.schoolFigures.spreadLent({ count }))];
}

function distributionTable(
  { examination, schools, minimumCohort }: GradeDistributionsResult,
  context: ComposeContext,
  shown: (school: string) => boolean,
): readonly Block[] {
  const { catalog, nameOfSchool } = context;
  const { schoolFigures: sentences, report } = catalog;
  const { grades } = examination;
  const header = [
    report.valueAddedHeader[0],
    sentences.pupils,
    ...grades,
    ...grades.slice(0, -1).map((grade) => sentences.atOrAbove({ grade })),
    sentences.standing,
    sentences.superiority,
  ];
  const rows = schools
    .filter(({ school }) => shown(school))
    .map((each) =>
      each.status === "suppressed"
        ? [nameOfSchool(each.school), report.suppressed({ minimum: minimumCohort }), ...header.slice(2).map(() => "")]
        : [nameOfSchool(each.school), ...distributionCells(each, context)],
    );
  return table(header, rows);
}

function distributionCells(
  { pupils, counts, atOrAbove, ridit, superiority }: SchoolGradeDistribution,
  { catalog }: ComposeContext,
): readonly string[] {
  const { words, schoolFigures: sentences } = catalog;
  const [open, close] = words.parentheses;
  const between = (low: number, high: number) => catalog.explanation.interval({ low: fixed(low), high: fixed(high) });
  const chance = (): string => {
    if (superiority === null) return words.unknown;
    const { estimate, low, high } = superiority;
    return `${fixed(estimate)}${open}${low === null || high === null ? sentences.separated : between(low, high)}${close}`;
  };
  return [
    String(pupils),
    ...counts.map(String),
    ...atOrAbove.map(({ share, low, high }) => `${formatDecimal(exact(share), PRINTED)}${open}${between(low, high)}${close}`),
    `${fixed(ridit.estimate)}${open}${between(ridit.low, ridit.high)}${close}`,
    chance(),
  ];
}

function shareTable(
  shares: Extract<SchoolFigures, { readonly kind: "grade-change" }>["found"]["shares"],
  { catalog, nameOfSchool }: ComposeContext,
  shown: (school: string) => boolean,
): readonly Block[] {
  const { schoolFigures: sentences, report, words, explanation } = catalog;
  const [first] = shares ?? [];
  if (shares === null || first === undefined) return [];
  const [open, close] = words.parentheses;
  const print = (share: string) => formatDecimal(exact(share), PRINTED);
  const rows = shares
    .filter(({ school }) => shown(school))
    .map(({ school, grades }) => [
      nameOfSchool(school),
      ...grades.map(({ before, after, low, high }) => {
        const range = explanation.interval({ low: fixed(low), high: fixed(high) });
        return `${print(before.share)} → ${print(after.share)}${open}${range}${close}`;
      }),
    ]);
  const header = [report.valueAddedHeader[0], ...first.grades.map(({ grade }) => sentences.atOrAbove({ grade }))];
  return rows.length === 0 ? [] : [paragraph(sentences.gradeSharesNote), ...table(header, rows)];
}

/** In words, as the figures themselves cannot say it. */
export function cannotTell({ found }: SchoolFigures, { catalog }: ComposeContext): readonly Block[] {
  return [paragraph(catalog.schoolFigures.cannotTell), ...list(found.cannotTell.map(({ words }) => words[catalog.locale]))];
}
