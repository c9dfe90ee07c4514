import { type Basis, type ExactText, failure, fraction, libraryBasis, type Result, success, toExactText } from "../core/index.js";
import { normalQuantile, studentQuantile } from "../statistics/index.js";
import { type CannotTell, inWords } from "./cannot-tell.js";
import { checkValueAddedOptions } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { type GradedExamination, minimumCohortOf } from "./pupil-design.js";
import type { SuppressedSchool, ValueAddedOptions } from "./result.js";
import { type AreaGrades, areaGrades, meanRidit, superiority } from "./ridits.js";
import type { SchoolGradeCounts, SchoolGrades } from "./school-grades.js";
import { suppressionIssues } from "./suppression.js";
import { wilsonInterval } from "./wilson-interval.js";

/** An estimate with its interval. */
export interface EstimateWithInterval {
  readonly estimate: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** 优势概率. Its error and interval, or why there is none. */
export type Superiority =
  | EstimateWithInterval
  | {
      /** 1 or 0. */
      readonly estimate: number;
      readonly standardError: null;
      readonly low: null;
      readonly high: null;
      /** `complete-separation`: every pupil of one side stands above every one of the other, so that the error of DeLong and others is 0 whatever the numbers. */
      readonly noInterval: "complete-separation";
    };

/** Pupils with this grade or a better one. */
export interface AtOrAbove {
  readonly grade: string;
  readonly count: number;
  /** count ÷ pupils, exact. */
  readonly share: ExactText;
  /** Wilson's interval. */
  readonly low: number;
  readonly high: number;
}

/** 学校等级分布. */
export interface SchoolGradeDistribution {
  readonly school: string;
  readonly status: "shown";
  readonly pupils: number;
  /** Per grade, best first. */
  readonly counts: readonly number[];
  /** For every grade but the last, of which everyone is. */
  readonly atOrAbove: readonly AtOrAbove[];
  /** Mean ridit: chance that a pupil of the school stands above one of the whole area, equal grades counting half. 0.5 is the area. */
  readonly ridit: EstimateWithInterval;
  /** The same against the rest of the area; null where either has fewer than two pupils. */
  readonly superiority: Superiority | null;
}

/** 等级分布结果. */
export interface GradeDistributionsResult {
  readonly format: "school-groups.grade-distributions.v1";
  readonly cohort: string;
  readonly examination: GradedExamination;
  readonly confidence: number;
  readonly minimumCohort: number;
  readonly minimumCohortBasis: Basis;
  readonly area: { readonly pupils: number; readonly counts: readonly number[]; readonly ridits: readonly number[] };
  readonly schools: readonly (SchoolGradeDistribution | SuppressedSchool)[];
  readonly cannotTell: readonly CannotTell[];
}

/**
 * 等级分布. What ordered grades tell of schools without points: the distribution, shares at or above each grade with Wilson's interval, the mean ridit
 * (Bross 1958) with its error, and the Mann–Whitney superiority over the rest of the area (error of DeLong and others 1988). Any other names of the grades
 * in the same order give the same figures. Both measures hang together: mean ridit × N = superiority × (N − n) + n ÷ 2.
 *
 * Errors of ridits: spread within schools (`errors`), the area taken as known. A school all of whose pupils have one grade spreads by nothing of
 * its own and takes the pooled one. Where all of a school stand above all of the rest, or below, superiority is 1 or 0 without an interval. Nobody is ranked: there is no entrance here. Fails with `schools-too-few`, `pupils-too-few`, and `scores-constant` where all have
 * one grade.
 *
 * @example
 * ```ts
 * import { gradeDistributions, readSchoolGrades } from "school-groups/value-added";
 *
 * const design = { cohort: "2024", examination: { id: "term", grades: ["A", "B", "C"] }, minimumCohort: 2 };
 * const rows = [{ school: "a", counts: { A: 4, B: 2, C: 2 } }, { school: "b", counts: { A: 2, B: 2, C: 4 } }];
 * const grades = readSchoolGrades(rows, design);
 * const result = grades.ok ? gradeDistributions(grades.value) : grades;
 * const [a] = result.ok ? result.value.schools : [];
 * // ridits 0.8125 0.5 0.1875 of grades A B C with 6 4 6 pupils
 * a?.status === "shown" && a.ridit.estimate; // => 0.578125
 * a?.status === "shown" && a.superiority?.estimate; // => 0.65625
 * ```
 */
export function gradeDistributions(
  grades: SchoolGrades,
  options: Pick<ValueAddedOptions, "confidence" | "errors" | "minimumCohort"> = {},
): Result<GradeDistributionsResult, ValueAddedIssue> {
  const { confidence, errors } = checkValueAddedOptions(options);
  const asked = options.minimumCohort ?? grades.design.minimumCohort;
  const minimumCohort = minimumCohortOf(asked);
  const [first, ...others] = gradeObstacles(grades.schools, "exit");
  if (first !== undefined) return failure([first, ...others]);
  const area = areaGrades(grades.schools);
  const { examination, cohort } = grades.design;
  const quantile = quantilesOf((1 - confidence) / 2);
  const schools = grades.schools.map((school): SchoolGradeDistribution | SuppressedSchool =>
    school.pupils < minimumCohort
      ? { school: school.school, status: "suppressed", reason: "below-minimum-cohort" }
      : distributionOf(school, { area, names: examination.grades, confidence, errors, quantile }),
  );
  const small = grades.schools.filter(({ pupils }) => pupils < minimumCohort).map(({ pupils }) => pupils);
  const result: GradeDistributionsResult = {
    format: "school-groups.grade-distributions.v1",
    cohort,
    examination,
    confidence,
    minimumCohort,
    minimumCohortBasis: asked === undefined ? libraryBasis("minimumCohort") : { kind: "caller" },
    area: { pupils: area.pupils, counts: area.counts, ridits: area.ridits },
    schools,
    cannotTell: inWords(["entrance-unknown", "grade-distances", "within-grade", "who-was-tested"]),
  };
  return success(result, suppressionIssues({ cohorts: small, shown: schools.length - small.length, minimum: minimumCohort }));
}

/** What stands in the way of comparing grades. @internal */
export function gradeObstacles(schools: readonly SchoolGradeCounts[], examination: "entrance" | "exit"): readonly ValueAddedIssue[] {
  if (schools.length < 2) return [valueAddedIssue("schools-too-few", [], { schools: schools.length, needed: 2 })];
  const { pupils, within, sd } = areaGrades(schools);
  if (within.freedom < 1) return [valueAddedIssue("pupils-too-few", [], { pupils, needed: schools.length + 1 })];
  return sd > 0 ? [] : [valueAddedIssue("scores-constant", ["grades"], { examination })];
}

/** Error variance of a school's mean ridit: spread pooled over schools, or its own where its pupils show any. @internal */
export function varianceOfRidit(
  { pupils, squares }: { readonly pupils: number; readonly squares: number },
  within: AreaGrades["within"],
  errors: "pooled" | "own",
): { readonly variance: number; readonly freedom: number } {
  if (errors === "own" && pupils > 1 && squares > 1e-12 * within.variance * pupils)
    return { variance: squares / (pupils - 1) / pupils, freedom: pupils - 1 };
  return { variance: within.variance / pupils, freedom: within.freedom };
}

interface Against {
  readonly area: AreaGrades;
  readonly names: readonly string[];
  readonly confidence: number;
  readonly errors: "pooled" | "own";
  readonly quantile: (freedom: number) => number;
}

/** Student's upper quantiles, each computed once: pooled errors have the same degrees of freedom throughout. */
function quantilesOf(tail: number): (freedom: number) => number {
  const known = new Map<number, number>();
  return (freedom) => {
    const found = known.get(freedom) ?? studentQuantile(tail, freedom, "upper");
    known.set(freedom, found);
    return found;
  };
}

function distributionOf(school: SchoolGradeCounts, { area, names, confidence, errors, quantile }: Against): SchoolGradeDistribution {
  const { pupils, counts } = school;
  const { mean, squares } = meanRidit(school, area.ridits);
  const { variance, freedom } = varianceOfRidit({ pupils, squares }, area.within, errors);
  const against = superiority(school, area);
  return {
    school: school.school,
    status: "shown",
    pupils,
    counts,
    atOrAbove: atOrAbove(school, names, confidence),
    ridit: interval(mean, Math.sqrt(variance), quantile(freedom)),
    superiority: against === null ? null : superiorityOf(against, normalQuantile((1 - confidence) / 2, "upper")),
  };
}

function superiorityOf(
  { estimate, standardError }: { readonly estimate: number; readonly standardError: number | null },
  quantile: number,
): Superiority {
  if (standardError !== null) return interval(estimate, standardError, quantile);
  return { estimate, standardError, low: null, high: null, noInterval: "complete-separation" };
}

/** Within 0 to 1, as a chance is. */
function interval(estimate: number, standardError: number, quantile: number): EstimateWithInterval {
  const reach = quantile * standardError;
  return { estimate, standardError, low: Math.max(0, estimate - reach), high: Math.min(1, estimate + reach) };
}

/** Shares at or above each grade but the last. @internal */
export function atOrAbove({ pupils, counts }: SchoolGradeCounts, names: readonly string[], confidence: number): readonly AtOrAbove[] {
  let count = 0;
  return names.slice(0, -1).map((grade, g) => {
    count += counts[g]!;
    return { grade, count, share: toExactText(fraction(count, pupils)), ...wilsonInterval(count, pupils, confidence) };
  });
}
