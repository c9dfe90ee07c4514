import type { ComplianceReport } from "../compliance/index.js";
import type { CountRange } from "../core/index.js";
import { type Catalog, describeIssue, describeSubject } from "../messages/index.js";
import type { RotationCheck } from "../rotation/index.js";
import { rollUp } from "../rules/index.js";
import type { EvaluationPart } from "./assess-evaluation.js";
import type { FrameworkPart } from "./assess-parts.js";
import { composeOwnBalance } from "./compose/compose-balance.js";
import { composeBasis } from "./compose/compose-basis.js";
import { composeCompliance } from "./compose/compose-compliance.js";
import { composePart } from "./compose/compose-context.js";
import { composeEvaluation } from "./compose/compose-evaluation.js";
import { composeFrameworks } from "./compose/compose-frameworks.js";
import { composeOwnSchoolFigures } from "./compose/compose-own-school-figures.js";
import { composeOwnValueAdded } from "./compose/compose-own-value-added.js";
import type { DistrictReport } from "./district-report.js";
import { type Block, heading, list, paragraph, table } from "./document.js";
import { findingFor, isAbout, type SchoolReader, schoolReader } from "./reader-names.js";

/** The findings about the school and its groups, rolled up for it alone; rules that bind others are not counted. */
function ownCompliance(report: ComplianceReport, reader: SchoolReader): ComplianceReport {
  const findings = report.findings.filter((finding) => isAbout(reader, finding)).map((finding) => findingFor(reader, finding));
  const subjects = report.subjects.filter((one) => isAbout(reader, one));
  return { ...report, findings, subjects, overall: rollUp(findings), notFulfilled: [], notEvaluated: [], notApplied: [] };
}

function ownFrameworks({ frameworks, matrices }: FrameworkPart, { groups }: SchoolReader): FrameworkPart {
  const shown = matrices.filter((matrix) => groups.has(matrix.group));
  const measured = new Set(shown.map(({ framework }) => framework));
  return { frameworks: frameworks.filter(({ framework }) => measured.has(framework)), matrices: shown };
}

/** Scores made of value-added estimates would tell those of the others: then it reads its own alone. */
function hidesPeers({ printing }: EvaluationPart): boolean {
  return (printing.fromValueAdded ?? []).length > 0;
}

/** Own scores and its groups', and those of the schools of its groups under letters. */
function ownEvaluation(part: EvaluationPart, reader: SchoolReader): EvaluationPart {
  const { printing, evaluation, bundle, bounds } = part;
  const alone = { schools: new Set([reader.id]), groups: new Set<string>() };
  const { schools, groups } = hidesPeers(part) ? alone : reader;
  const own = ({ subject }: { readonly subject: string }) => schools.has(subject) || groups.has(subject);
  const shown: EvaluationPart = {
    printing,
    evaluation: { ...evaluation, subjects: evaluation.subjects.filter(own) },
    ...(bounds === undefined ? {} : { bounds: bounds.filter(own) }),
  };
  if (bundle === undefined) return shown;
  const bundled = {
    groups: bundle.groups.filter(({ group }) => groups.has(group)),
    schools: bundle.schools.filter(({ school }) => schools.has(school)),
  };
  return { ...shown, bundle: bundled };
}

function evaluationBlocks(part: EvaluationPart, reader: SchoolReader): readonly Block[] {
  const { context } = reader;
  const scores = composeEvaluation(ownEvaluation(part, reader), context);
  return hidesPeers(part) ? [...scores, paragraph(context.catalog.reader.ownScoresOnly)] : scores;
}

function groupBlocks(report: DistrictReport, { groups, context }: SchoolReader): readonly Block[] {
  const { report: sentences, reader, words, findings } = context.catalog;
  if (!report.validation.value.usable) return [paragraph(sentences.failure["district-unusable"])];
  const concluded = report.compliance.status === "done" ? report.compliance.value.subjects : [];
  const rows = report.names.groups
    .filter(({ id }) => groups.has(id))
    .map(({ id, schools }) => {
      const verdict = concluded.find(({ subject }) => subject.kind === "group" && subject.id === id)?.rollUp.verdict;
      return [
        context.nameOfGroup(id),
        schools.map(context.nameOfSchool).join(words.listComma),
        verdict === undefined ? "" : findings.verdict[verdict].met,
      ];
    });
  return rows.length === 0 ? [paragraph(reader.noGroup)] : table(sentences.groupHeader, rows);
}

/** The problems of the school's own records, as far as they name nobody else. */
function validationBlocks({ validation }: DistrictReport, { id, mentionsOthers, context }: SchoolReader): readonly Block[] {
  const { catalog } = context;
  const issues = validation.status === "done" ? validation.value.issues : [];
  const own = issues.filter(({ subject, params }) => subject?.kind === "school" && subject.id === id && !mentionsOthers(params));
  if (own.length === 0) return [paragraph(catalog.report.nothing)];
  return list(own.map((issue) => `${catalog.words.severity[issue.severity]}${catalog.words.colon}${describeIssue(issue, { catalog })}`));
}

function rotationBlocks(check: RotationCheck, reader: SchoolReader): readonly Block[] {
  const { context } = reader;
  const { report: sentences, explanation } = context.catalog;
  const [plain] = check.readings;
  const count = ({ low, high }: CountRange) =>
    explanation.interval({ low: String(low), high: high === undefined ? undefined : String(high) });
  const rows = plain.counts
    .filter((one) => isAbout(reader, one))
    .map(({ subject, eligible, exchanged, backbone, printed }) => [
      describeSubject(subject, context),
      ...[eligible, exchanged, backbone].map(count),
      printed.exchanged ?? "",
    ]);
  return [paragraph(sentences.rotationPeriod(check.period)), ...table(sentences.rotationHeader, rows)];
}

/**
 * The pages of one school: its groups, the problems of its records, findings about it and its groups, its part of frameworks and rotation, its
 * resources, its value-added, its scores. Built from what it may see, part by part; nothing of other schools is taken along and struck out later.
 */
export function composeSchoolReport(report: DistrictReport, id: string, catalog: Catalog): readonly Block[] {
  const reader = schoolReader(report, id, catalog);
  const { context } = reader;
  const { report: sentences, reader: own, balanceReport } = catalog;
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    [sentences.basis, composeBasis(report, context)],
    [own.ownGroups, groupBlocks(report, reader)],
    [sentences.validation, validationBlocks(report, reader)],
    [sentences.compliance, composePart(report.compliance, context, (value) => composeCompliance(ownCompliance(value, reader), context))],
    [sentences.frameworks, composePart(report.frameworks, context, (value) => composeFrameworks(ownFrameworks(value, reader), context))],
    [balanceReport.title, composePart(report.balance, context, (value) => composeOwnBalance(value, id, context))],
    [sentences.rotation, composePart(report.rotation, context, (value) => rotationBlocks(value, reader))],
    [sentences.valueAdded, composePart(report.valueAdded, context, (value) => composeOwnValueAdded(value, reader))],
    ...(report.schoolFigures === undefined
      ? []
      : [
          [
            catalog.schoolFigures.title,
            composePart(report.schoolFigures, context, (value) => composeOwnSchoolFigures(value, reader)),
          ] as const,
        ]),
    [sentences.evaluation, composePart(report.evaluation, context, (value) => evaluationBlocks(value, reader))],
  ];
  const district = report.district.name ?? report.district.code ?? sentences.unnamed;
  const body = sections.flatMap(([title, blocks], index) => [heading(2, sentences.section({ number: index + 1, title })), ...blocks]);
  return [heading(1, own.title({ school: reader.name, district })), paragraph(own.scope), ...body];
}
