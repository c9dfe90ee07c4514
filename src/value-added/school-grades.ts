import { failure, isCalendarDate, type Result, SchoolGroupsError, success } from "../core/index.js";
import type { ValueAddedIssue } from "./issues.js";
import { type GradedExamination, minimumCohortOf } from "./pupil-design.js";
import { type SchoolLedger, takeSchools, twinIssues } from "./school-rows.js";

/** 等级人数. How many pupils of a school have each grade. */
export interface SchoolGradeRow {
  readonly school: string;
  readonly cohort?: string | undefined;
  /** Every grade of the examination with its number of pupils, 0 included: a grade left out is not known to be empty. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Which graded examination of which cohort. */
export interface SchoolGradesDesign {
  readonly cohort: string;
  readonly examination: GradedExamination;
  /** Schools with fewer pupils are never published; default `minimumCohort`. */
  readonly minimumCohort?: number | undefined;
}

/** A school's grades, in the examination's order. */
export interface SchoolGradeCounts {
  readonly school: string;
  readonly pupils: number;
  readonly counts: readonly number[];
}

/** Grades of one examination, schools by id, and what became of the other rows. */
export interface SchoolGrades {
  readonly design: SchoolGradesDesign;
  readonly schools: readonly SchoolGradeCounts[];
  readonly ledger: SchoolLedger;
}

/**
 * 读取等级人数. Numbers of pupils per ordered grade and school, where examinations give grades and no marks (等级制, national N9). Describe them with
 * `gradeDistributions`, compare two readings with `gradeChange`. Grades get no points, here or later.
 *
 * Rows that cannot be used are counted in `schools-left-out`, other cohorts in `cohort-mismatch`. Fails with `school-under-two-ids`. Throws for fewer
 * than two grades or a grade that stands twice.
 *
 * @example
 * ```ts
 * import { readSchoolGrades } from "school-groups/value-added";
 *
 * const design = { cohort: "2024", examination: { id: "term", grades: ["A", "B", "C", "D"] } };
 * const grades = readSchoolGrades([{ school: "a", counts: { A: 5, B: 10, C: 4, D: 1 } }, { school: "b", counts: { A: 5 } }], design);
 * grades.ok && grades.value.schools; // => [{ school: "a", pupils: 20, counts: [5, 10, 4, 1] }]
 * grades.ok && grades.value.ledger.leftOut; // => [{ row: 1, school: "b", reason: "counts-unusable" }]
 * ```
 */
export function readSchoolGrades(rows: readonly SchoolGradeRow[], design: SchoolGradesDesign): Result<SchoolGrades, ValueAddedIssue> {
  checkDesign(design);
  const { grades } = design.examination;
  const taken = takeSchools(rows, design.cohort, ({ school, counts }: SchoolGradeRow) => {
    if (typeof counts !== "object" || counts === null) return "counts-unusable";
    if (Object.keys(counts).some((grade) => !grades.includes(grade))) return "unknown-grade";
    const list = grades.map((grade) => counts[grade] ?? Number.NaN);
    if (!list.every((count) => Number.isSafeInteger(count) && count >= 0)) return "counts-unusable";
    const pupils = list.reduce((sum, count) => sum + count, 0);
    return pupils === 0 ? "pupils-unusable" : { school, pupils, counts: list };
  });
  const [first, ...others] = twinIssues(taken.schools.map(({ school }) => school));
  if (first !== undefined) return failure([first, ...others]);
  return success({ design, schools: taken.schools, ledger: taken.ledger }, taken.issues);
}

function checkDesign({ cohort, examination, minimumCohort }: SchoolGradesDesign): void {
  const { grades, on } = examination;
  if (typeof cohort !== "string" || cohort === "")
    throw new SchoolGroupsError("invalid-argument", "cohort must be a text", { argument: "cohort" });
  if (!(grades.length >= 2 && new Set(grades).size === grades.length))
    throw new SchoolGroupsError("invalid-argument", "two grades or more, each once, best first", { argument: "grades" });
  if (on !== undefined && !isCalendarDate(on)) throw new SchoolGroupsError("invalid-date", "on must be a day", { argument: "on" });
  minimumCohortOf(minimumCohort);
}
