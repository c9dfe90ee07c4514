import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import type { ValueAddedIssue } from "./issues.js";
import { checkExamination, type Examination, minimumCohortOf } from "./pupil-design.js";
import { type SchoolLedger, takeSchools, twinIssues } from "./school-rows.js";

/** 学校均值. What a school reports of one examination where pupils' scores may not leave it. */
export interface SchoolMeanRow {
  readonly school: string;
  readonly cohort?: string | undefined;
  /** How many sat. */
  readonly pupils: number;
  /** In marks. */
  readonly mean: number;
  /** Standard deviation of its pupils' marks; absent or null: not known, which leaves it without an interval of its own. */
  readonly sd?: number | null | undefined;
}

/** Which examination of which cohort the means are of. */
export interface SchoolMeansDesign {
  readonly cohort: string;
  readonly examination: Examination;
  /** How standard deviations were divided: by n (`population`, default, as national N5 has it) or by n − 1 (`sample`). */
  readonly sd?: "population" | "sample" | undefined;
  /** Schools with fewer pupils are never published; default `minimumCohort`. */
  readonly minimumCohort?: number | undefined;
}

/** A school whose mean can be used. */
export interface SchoolMean {
  readonly school: string;
  readonly pupils: number;
  readonly mean: number;
  /** Sum of squares about the mean; null where the standard deviation is not known. */
  readonly squares: number | null;
}

/** Means of one examination, schools by id, and what became of the other rows. */
export interface SchoolMeans {
  readonly design: SchoolMeansDesign;
  readonly schools: readonly SchoolMean[];
  readonly ledger: SchoolLedger;
}

/**
 * 读取学校均值. Means, numbers and standard deviations of schools at one examination, for what the law leaves where pupils' scores may not be
 * compared (national N9). Two readings give `meansValueAdded` (one cohort at entrance and exit) or `cohortChange` (two cohorts).
 *
 * Rows that cannot be used are counted in `schools-left-out` warnings, other cohorts in `cohort-mismatch`; a standard deviation is unusable where no marks
 * between `minimum` and `maximum` could have it. Fails with `school-under-two-ids`. Throws for a malformed design.
 *
 * @example
 * ```ts
 * import { readSchoolMeans } from "school-groups/value-added";
 *
 * const design = { cohort: "2024", examination: { id: "zhongkao-2024", minimum: 0, maximum: 700, step: "0.5" } };
 * const means = readSchoolMeans([{ school: "a", pupils: 120, mean: 512.5, sd: 60 }, { school: "b", pupils: 0, mean: 480 }], design);
 * means.ok && means.value.ledger.leftOut; // => [{ row: 1, school: "b", reason: "pupils-unusable" }]
 * means.ok && means.value.schools[0]?.squares; // => 432000
 * ```
 */
export function readSchoolMeans(rows: readonly SchoolMeanRow[], design: SchoolMeansDesign): Result<SchoolMeans, ValueAddedIssue> {
  const { cohort, examination, sd: kind = "population" } = design;
  if (typeof cohort !== "string" || cohort === "")
    throw new SchoolGroupsError("invalid-argument", "cohort must be a text", { argument: "cohort" });
  if (kind !== "population" && kind !== "sample")
    throw new SchoolGroupsError("invalid-argument", "sd is population or sample", { argument: "sd" });
  checkExamination(examination, "examination");
  minimumCohortOf(design.minimumCohort);
  const { minimum, maximum } = examination;
  const taken = takeSchools(rows, cohort, ({ school, pupils, mean, sd }: SchoolMeanRow) => {
    if (!(Number.isSafeInteger(pupils) && pupils > 0)) return "pupils-unusable";
    if (!Number.isFinite(mean)) return "missing-mean";
    if (!(mean >= minimum && mean <= maximum)) return "mean-out-of-range";
    if (sd === undefined || sd === null) return { school, pupils, mean, squares: null };
    const squares = sd * sd * (kind === "population" ? pupils : pupils - 1);
    // Marks as far apart as this mean allows: some at the lowest, the others at the highest.
    const most = pupils * (mean - minimum) * (maximum - mean);
    if (!(sd >= 0 && squares <= most * (1 + 1e-9) + 1e-9)) return "sd-unusable";
    return { school, pupils, mean, squares };
  });
  const [first, ...others] = twinIssues(taken.schools.map(({ school }) => school));
  if (first !== undefined) return failure([first, ...others]);
  return success({ design, schools: taken.schools, ledger: taken.ledger }, taken.issues);
}

/** The area behind schools' means. @internal */
export interface AreaOfMeans {
  readonly pupils: number;
  readonly mean: number;
  /** Population standard deviation of all pupils; null where no school's spread is known. */
  readonly sd: number | null;
  /** Of pupils within schools, pooled over schools whose spread is known, and its degrees of freedom; null where none is. */
  readonly within: { readonly variance: number; readonly freedom: number } | null;
  /** Schools to which the pooled spread was lent. */
  readonly lent: readonly string[];
}

/** Unknown spreads are taken as the pooled one. @internal */
export function areaOfMeans(schools: readonly SchoolMean[]): AreaOfMeans {
  const pupils = schools.reduce((sum, school) => sum + school.pupils, 0);
  const base = schools[0]?.mean ?? 0;
  const mean = base + schools.reduce((sum, school) => sum + school.pupils * (school.mean - base), 0) / pupils;
  const known = schools.filter((school) => school.squares !== null && school.pupils > 1);
  const freedom = known.reduce((sum, school) => sum + school.pupils - 1, 0);
  const lent = schools.flatMap(({ school, squares }) => (squares === null ? [school] : []));
  if (freedom === 0) return { pupils, mean, sd: null, within: null, lent };
  const variance = known.reduce((sum, { squares }) => sum + (squares ?? 0), 0) / freedom;
  const total = schools.reduce(
    (sum, school) => sum + (school.squares ?? variance * (school.pupils - 1)) + school.pupils * (school.mean - mean) * (school.mean - mean),
    0,
  );
  return { pupils, mean, sd: Math.sqrt(total / pupils), within: { variance, freedom }, lent };
}

/** Error variance of a school's mean, spread pooled or its own where that is known and not 0, with its degrees of freedom. @internal */
export function varianceOfMean(
  { pupils, squares }: SchoolMean,
  within: NonNullable<AreaOfMeans["within"]>,
  errors: "pooled" | "own",
): { readonly variance: number; readonly freedom: number } {
  if (errors === "own" && squares !== null && squares > 0 && pupils > 1)
    return { variance: squares / (pupils - 1) / pupils, freedom: pupils - 1 };
  return { variance: within.variance / pupils, freedom: within.freedom };
}
