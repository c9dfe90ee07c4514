import { DEFAULTS, type DecimalString, foldName, isCalendarDate, isDecimalString, SchoolGroupsError, type Term } from "../core/index.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";

/** 考试. An examination and its marks. */
export interface Examination {
  readonly id: string;
  readonly name?: Term | undefined;
  /** Day of the examination, when the order in time is to be checked. */
  readonly on?: string | undefined;
  /** Lowest and highest mark. */
  readonly minimum: number;
  readonly maximum: number;
  /**
   * The distance of neighbouring marks, as decimal text: `"0.5"` for half marks. Marks are the minimum and whole steps; sums are exact on this grid. Converted
   * or weighted marks have finer ones (`"0.01"`): a mark between two steps is not used, as it is none that this examination can give.
   */
  readonly step: DecimalString;
}

/** 等级制考查. An examination that gives ordered grades and no marks. */
export interface GradedExamination {
  readonly id: string;
  readonly name?: Term | undefined;
  readonly on?: string | undefined;
  /** Best first: `["A", "B", "C", "D"]`. */
  readonly grades: readonly string[];
}

/** What a cohort's pupils are compared by. */
export interface PupilDesign {
  /** The cohort (届), as rows may name it. */
  readonly cohort: string;
  readonly entrance: Examination;
  readonly exit: Examination;
  /** Pupils known to have been at another school at entry: `leave-out` (default), or `keep` with the school of the exit. */
  readonly moved?: "leave-out" | "keep" | undefined;
  /** Schools with fewer pupils are never published; default `minimumCohort`. */
  readonly minimumCohort?: number | undefined;
  /** Below this tested share a school is flagged; default `minimumTestedShare`. */
  readonly minimumTestedShare?: number | undefined;
}

/** Throws for a design the programmer malformed. @internal */
export function checkPupilDesign(design: PupilDesign): void {
  if (typeof design !== "object" || design === null)
    throw new SchoolGroupsError("invalid-argument", "the design must be an object", { argument: "design" });
  checkExamination(design.entrance, "entrance");
  checkExamination(design.exit, "exit");
  if (typeof design.cohort !== "string" || design.cohort === "")
    throw new SchoolGroupsError("invalid-argument", "cohort must be a text", { argument: "cohort" });
  minimumCohortOf(design.minimumCohort);
  const share = minimumTestedShareOf(design);
  if (!(share >= 0 && share <= 1))
    throw new SchoolGroupsError("invalid-argument", "minimumTestedShare lies between 0 and 1", { argument: "minimumTestedShare" });
}

/** Throws for an examination the programmer malformed. @internal */
export function checkExamination(examination: Examination, argument: string): void {
  if (typeof examination !== "object" || examination === null)
    throw new SchoolGroupsError("invalid-argument", `${argument} must be an examination`, { argument });
  const { minimum, maximum, step, on } = examination;
  if (!(Number.isFinite(minimum) && Number.isFinite(maximum) && minimum < maximum))
    throw new SchoolGroupsError("invalid-argument", `${argument}: minimum must lie below maximum`, { argument });
  if (!isDecimalString(step) || !(Number(step) > 0))
    throw new SchoolGroupsError("invalid-decimal", `${argument}: step must be a decimal text above 0`, { argument });
  if ((maximum - minimum) / Number(step) > 1e12)
    throw new SchoolGroupsError("invalid-argument", `${argument}: step is too small for the range`, { argument });
  if (on !== undefined && !isCalendarDate(on)) throw new SchoolGroupsError("invalid-date", `${argument}: on must be a day`, { argument });
}

/** The smallest cohort that is published; at least 2, as a cohort of one is the pupil. @internal */
export function minimumCohortOf(asked: number | undefined): number {
  const minimum = asked ?? DEFAULTS.minimumCohort.value;
  if (!(Number.isSafeInteger(minimum) && minimum >= 2))
    throw new SchoolGroupsError("invalid-argument", "minimumCohort is a whole number of at least 2", { argument: "minimumCohort" });
  return minimum;
}

/** The tested share below which a school is flagged. @internal */
export function minimumTestedShareOf(design: PupilDesign): number {
  return design.minimumTestedShare ?? DEFAULTS.minimumTestedShare.value;
}

/** Examinations that cannot give a value-added. @internal */
export function examinationIssues({
  entrance,
  exit,
}: {
  readonly entrance: Pick<Examination, "id" | "on">;
  readonly exit: Pick<Examination, "id" | "on">;
}): ValueAddedIssue[] {
  if (foldName(entrance.id) === foldName(exit.id)) return [valueAddedIssue("same-examination", ["exit", "id"], { examination: exit.id })];
  if (entrance.on !== undefined && exit.on !== undefined && exit.on <= entrance.on)
    return [valueAddedIssue("examinations-out-of-order", ["exit", "on"], { entrance: entrance.on, exit: exit.on })];
  return [];
}
