import type { Result } from "../core/index.js";
import type { District } from "../domain/index.js";
import {
  type CohortChangeResult,
  cohortChange,
  type GradeChangeResult,
  type GradeDistributionsResult,
  type GroupValueAddedResult,
  gradeChange,
  gradeDistributions,
  groupValueAdded,
  type MeansValueAddedResult,
  meansValueAdded,
  readSchoolGrades,
  readSchoolMeans,
  type ValueAddedIssue,
  type ValueAddedResult,
} from "../value-added/index.js";
import type { AssessOptions } from "./assess-inputs.js";
import { forbiddenBy } from "./assess-value-added.js";
import { done, type ReportPart } from "./report-part.js";
import type { SchoolFiguresInput } from "./school-figures-input.js";

/** What was made of schools' figures, by the kind asked for. */
export type SchoolFigures =
  | { readonly kind: "means-regression"; readonly found: MeansValueAddedResult }
  | { readonly kind: "cohort-change"; readonly found: CohortChangeResult }
  | { readonly kind: "grade-distribution"; readonly found: GradeDistributionsResult }
  | { readonly kind: "grade-change"; readonly found: GradeChangeResult };

/** 学校汇总数据. What schools' means or grades tell, and what they cannot (`found.cannotTell`); groups as contrasts where there are estimates with errors. */
export interface SchoolFiguresPart {
  readonly figures: SchoolFigures;
  readonly groups?: GroupValueAddedResult | undefined;
}

/** The common shape inside, where the kind has one and errors are known. @internal */
export function estimatesIn(figures: SchoolFigures): ValueAddedResult | null {
  return figures.kind === "grade-distribution" ? null : figures.found.result;
}

/** What schools' figures tell. Marks are asked for like pupils' scores; grades are what the law leaves. */
export function assessSchoolFigures(
  district: District,
  input: SchoolFiguresInput,
  options: AssessOptions,
): ReportPart<SchoolFiguresPart, ValueAddedIssue> {
  const cohort = cohortOfMarks(input);
  const rule = cohort === undefined ? undefined : forbiddenBy(district, { stage: input.stage, cohort }, options);
  if (rule !== undefined) return { status: "not-applicable", because: rule.label, citations: rule.citations };
  const found = figuresOf(input);
  if (!found.ok) return { status: "failed", failure: "input-unusable", issues: found.issues };
  const estimates = estimatesIn(found.value);
  const { years, groups: memberships = district.groups } = input;
  const groups = estimates === null || years === undefined ? undefined : groupValueAdded(estimates, { memberships, years });
  return done({ figures: found.value, ...(groups?.ok === true ? { groups: groups.value } : {}) }, [
    ...found.issues,
    ...(groups?.issues ?? []),
  ]);
}

/** Grades are no marks. */
function cohortOfMarks(input: SchoolFiguresInput): string | undefined {
  if (input.kind === "means-regression") return input.exit.design.cohort;
  return input.kind === "cohort-change" ? input.after.design.cohort : undefined;
}

function figuresOf(input: SchoolFiguresInput): Result<SchoolFigures, ValueAddedIssue> {
  switch (input.kind) {
    case "means-regression": {
      const [entrance, exit] = [
        readSchoolMeans(input.entrance.rows, input.entrance.design),
        readSchoolMeans(input.exit.rows, input.exit.design),
      ];
      if (!entrance.ok) return entrance;
      if (!exit.ok) return exit;
      return told(input.kind, [entrance, exit], meansValueAdded({ entrance: entrance.value, exit: exit.value }, input.options));
    }
    case "cohort-change": {
      const [before, after] = [
        readSchoolMeans(input.before.rows, input.before.design),
        readSchoolMeans(input.after.rows, input.after.design),
      ];
      if (!before.ok) return before;
      if (!after.ok) return after;
      return told(input.kind, [before, after], cohortChange({ before: before.value, after: after.value }, input.options));
    }
    case "grade-distribution": {
      const reading = readSchoolGrades(input.reading.rows, input.reading.design);
      return reading.ok ? told(input.kind, [reading], gradeDistributions(reading.value, input.options)) : reading;
    }
    case "grade-change": {
      const [before, after] = [
        readSchoolGrades(input.before.rows, input.before.design),
        readSchoolGrades(input.after.rows, input.after.design),
      ];
      if (!before.ok) return before;
      if (!after.ok) return after;
      return told(input.kind, [before, after], gradeChange({ before: before.value, after: after.value }, input.options));
    }
  }
}

/** What reading warned of is told with the result, also of one that failed. */
function told<Kind extends SchoolFigures["kind"], Found>(
  kind: Kind,
  readings: readonly { readonly issues: readonly ValueAddedIssue[] }[],
  result: Result<Found, ValueAddedIssue>,
): Result<{ readonly kind: Kind; readonly found: Found }, ValueAddedIssue> {
  const warned = readings.flatMap(({ issues }) => issues);
  if (result.ok) return { ok: true, value: { kind, found: result.value }, issues: [...warned, ...result.issues] };
  const [first, ...others] = result.issues;
  return { ok: false, issues: [first, ...others, ...warned] };
}
