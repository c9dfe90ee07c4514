import { estimatesIn, type SchoolFigures, type SchoolFiguresPart } from "../assess-school-figures.js";
import { type Block, paragraph } from "../document.js";
import type { ComposeContext } from "./compose-context.js";
import { composeOwnValueAdded, type OwnGroups } from "./compose-own-value-added.js";
import { cannotTell, figuresNotes, figuresTables } from "./compose-school-figures.js";

/** Fewer, and the area's mean and the own figure give the other's. */
const FEWEST_SCHOOLS = 3;

/** What one school sees of school figures: its own line, by the same rules as value-added of pupils. */
export function composeOwnSchoolFigures({ figures, groups }: SchoolFiguresPart, own: OwnGroups): readonly Block[] {
  const { id, context } = own;
  const estimates = estimatesIn(figures);
  const shown = schoolsIn(figures);
  if (!shown.includes(id)) return [paragraph(notShown(figures, own))];
  if (shown.length < FEWEST_SCHOOLS) return [paragraph(context.catalog.reader.areaTooSmall)];
  return [
    ...figuresNotes(figures, context),
    ...(estimates === null ? [] : composeOwnValueAdded({ schools: estimates, groups }, own)),
    ...figuresTables(figures, context, (school) => school === id),
    ...cannotTell(figures, context),
  ];
}

/** Schools that are shown to the bureau. */
function schoolsIn(figures: SchoolFigures): readonly string[] {
  switch (figures.kind) {
    case "means-regression":
      return figures.found.residuals.map(({ school }) => school);
    case "cohort-change":
      return figures.found.means.map(({ school }) => school);
    case "grade-distribution":
      return figures.found.schools.flatMap(({ school, status }) => (status === "shown" ? [school] : []));
    case "grade-change":
      return figures.found.result.schools.flatMap(({ school, status }) => (status === "estimated" ? [school] : []));
  }
}

/** Below the minimum cohort, or not there at all. */
function notShown(figures: SchoolFigures, { id, context }: { readonly id: string; readonly context: ComposeContext }): string {
  const { report, reader } = context.catalog;
  const result = figures.kind === "grade-distribution" ? figures.found : figures.found.result;
  const small = result?.schools.some(({ school, status }) => school === id && status === "suppressed") ?? false;
  return small && result !== null ? report.suppressed({ minimum: result.minimumCohort }) : reader.notCompared;
}
