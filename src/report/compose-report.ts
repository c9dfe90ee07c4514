import { type AnyIssue, type Catalog, describeIssue } from "../messages/index.js";
import { composeBalance } from "./compose/compose-balance.js";
import { composeBasis } from "./compose/compose-basis.js";
import { composeCompliance } from "./compose/compose-compliance.js";
import { type ComposeContext, composeContext, composePart } from "./compose/compose-context.js";
import { composeCoverage } from "./compose/compose-coverage.js";
import { composeEvaluation } from "./compose/compose-evaluation.js";
import { composeFrameworks } from "./compose/compose-frameworks.js";
import { composeGroups } from "./compose/compose-groups.js";
import { composeReconciliation } from "./compose/compose-reconciliation.js";
import { composeRotation } from "./compose/compose-rotation.js";
import { composeSchoolFigures } from "./compose/compose-school-figures.js";
import { composeValidation } from "./compose/compose-validation.js";
import { composeValueAdded } from "./compose/compose-value-added.js";
import type { DistrictReport } from "./district-report.js";
import { type Block, heading } from "./document.js";

/** A section of the page: its title and what stands below it. */
type Section = readonly [title: string, blocks: readonly Block[]];

function sectionsOf(report: DistrictReport, context: ComposeContext): readonly Section[] {
  const { report: sentences } = context.catalog;
  const describe = (issue: AnyIssue) => describeIssue(issue, context);
  return [
    [sentences.basis, composeBasis(report, context)],
    [sentences.validation, composePart(report.validation, context, (summary) => composeValidation(summary, context))],
    [sentences.reconciliation, composePart(report.reconciliation, context, (figures) => composeReconciliation(figures, context))],
    [sentences.groups, composeGroups(report, context)],
    [sentences.coverage, composePart(report.coverage, context, (coverage) => composeCoverage(coverage, context))],
    [sentences.compliance, composePart(report.compliance, context, (compliance) => composeCompliance(compliance, context))],
    [sentences.frameworks, composePart(report.frameworks, context, (frameworks) => composeFrameworks(frameworks, context))],
    [context.catalog.balanceReport.title, composePart(report.balance, context, (balance) => composeBalance(balance, context))],
    [sentences.rotation, composePart(report.rotation, context, (rotation) => composeRotation(rotation, context), describe)],
    [sentences.valueAdded, composePart(report.valueAdded, context, (part) => composeValueAdded(part, context), describe)],
    ...(report.schoolFigures === undefined
      ? []
      : [
          [
            context.catalog.schoolFigures.title,
            composePart(report.schoolFigures, context, (part) => composeSchoolFigures(part, context), describe),
          ] as const,
        ]),
    [sentences.evaluation, composePart(report.evaluation, context, (evaluation) => composeEvaluation(evaluation, context), describe)],
  ];
}

/** A report as blocks, section by section. */
export function composeReport(report: DistrictReport, catalog: Catalog): readonly Block[] {
  const context = composeContext(report, catalog, (_kind, _id, name) => name);
  const { report: sentences } = catalog;
  const title = sentences.title({ name: report.district.name ?? report.district.code ?? sentences.unnamed });
  const sections = sectionsOf(report, context).flatMap(([name, blocks], index) => [
    heading(2, sentences.section({ number: index + 1, title: name })),
    ...blocks,
  ]);
  return [heading(1, title), ...sections];
}
