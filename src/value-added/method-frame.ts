import { failure, type Result, success } from "../core/index.js";
import type { ResultFrame } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { type PupilInput, type PupilStatistics, statisticsOfPupils } from "./pupil-statistics.js";
import type { ValueAddedResult, ValueAddedScale } from "./result.js";
import { type AreaMoments, momentsOf, type SchoolMoments } from "./school-moments.js";
import { twinIssues } from "./school-rows.js";

/** Pupils as moments. @internal */
export function areaOf(pupils: PupilInput): Result<{ readonly source: PupilStatistics; readonly area: AreaMoments }, ValueAddedIssue> {
  const source = statisticsOfPupils(pupils);
  if (!source.ok) return source;
  const area = momentsOf(source.value.statistics().toJSON());
  // Statistics of several senders may name one school in two ways; rows were looked at when they were read.
  const [twin, ...twins] = "merge" in pupils ? twinIssues(area.schools.map(({ school }) => school)) : [];
  if (twin !== undefined) return failure([twin, ...twins]);
  if (area.schools.length < 2) return failure([valueAddedIssue("schools-too-few", [], { schools: area.schools.length, needed: 2 })]);
  if (!(area.priorSd > 0)) return failure([valueAddedIssue("scores-constant", ["prior"], { examination: "entrance" })]);
  if (!(area.outcomeSd > 0)) return failure([valueAddedIssue("scores-constant", ["outcome"], { examination: "exit" })]);
  return success({ source: source.value, area });
}

/** The part of a result that every method on pupils fills alike. @internal */
export function frameOf(
  source: PupilStatistics,
  area: AreaMoments,
): Pick<ResultFrame, "cohort" | "entrance" | "exit" | "pupils" | "area" | "crossProducts" | "tested" | "designMinimum"> {
  const { cohort, entrance, exit, minimumCohort } = source.design;
  return {
    cohort,
    entrance,
    exit,
    pupils: area.pupils,
    area: { priorMean: area.prior, priorSd: area.priorSd, outcomeMean: area.outcome, outcomeSd: area.outcomeSd },
    crossProducts: { total: area.total, within: area.within },
    tested: source.tested(),
    designMinimum: minimumCohort,
  };
}

/** From exit marks to a scale. @internal */
export interface OutcomeScale {
  /** One mark in units of the scale. */
  readonly unit: number;
  /** A mark as a place on the scale. */
  readonly place: (mark: number) => number;
}

/** The scale asked for, as a linear map of exit marks. @internal */
export function outcomeScale(scale: ValueAddedScale, mean: number, sd: number): OutcomeScale {
  if (scale === "marks") return { unit: 1, place: (mark) => mark };
  const unit = (scale === "t" ? 10 : 1) / sd;
  return { unit, place: (mark) => (scale === "t" ? 50 : 0) + (mark - mean) * unit };
}

/** Mean entrance mark as z of the area. @internal */
export function intakeOf(area: AreaMoments, school: SchoolMoments): number {
  return (school.prior - area.prior) / area.priorSd;
}

/**
 * Error variance of a school's mean and its degrees of freedom: spread pooled over schools, or the school's own. A school whose pupils show no spread (all at the ceiling in both
 * examinations) is not thereby certain: it takes the pooled one.
 * @internal
 */
export function meanVariance(
  spread: { readonly own: number; readonly pupils: number },
  pooled: { readonly sum: number; readonly freedom: number },
  errors: "pooled" | "own",
): { readonly variance: number; readonly df: number } {
  // What rounding leaves of 0 is no spread either.
  const varies = spread.own > 1e-12 * (pooled.sum / pooled.freedom) * spread.pupils;
  if (errors === "own" && spread.pupils > 1 && varies)
    return { variance: spread.own / (spread.pupils - 1) / spread.pupils, df: spread.pupils - 1 };
  return { variance: pooled.sum / pooled.freedom / spread.pupils, df: pooled.freedom };
}

/** The marks an examination can give, to tell whether two are of one kind. @internal */
export function marksOf(examination: ValueAddedResult["entrance"]): string {
  return examination === null || "grades" in examination ? "no marks" : `${examination.minimum}–${examination.maximum}`;
}
