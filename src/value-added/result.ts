import type { Basis } from "../core/index.js";
import type { Examination, GradedExamination } from "./pupil-design.js";
import type { TestedShare } from "./pupil-ledger.js";

/** The methods. One result shape serves them all; each method's file says what it can and cannot tell. */
export type ValueAddedMethod =
  | "gain-scores"
  | "rank-change"
  | "rate-change"
  | "attainment-bands"
  | "regression"
  | "mixed-model"
  | "means-regression"
  | "cohort-change"
  | "grade-change";

/**
 * Scale of estimates: standard deviations of the area's exit scores (`z`), T (`t` = 10 z), or marks of the exit examination; methods with a scale
 * of their own: percent of candidates (`percent-rank`, 0 to 100), `places`, a `share` of pupils or of full marks (0 to 1), or a mean
 * `ridit` (0 to 1: the chance that a pupil of the school stands above one of the area).
 */
export type ValueAddedScale = "z" | "t" | "marks" | "percent-rank" | "places" | "share" | "ridit";

/**
 * What a reader has to know before using a result, in closed codes. `floor-and-ceiling`: pupils at either end cannot fall or rise further.
 * `regression-to-mean`: gains favour schools of weak intake by chance alone. `prior-unreliable`: an imperfect prior leaves a part of the intake
 * in the residual, which favours schools of strong intake. `composition-removed`: what goes with a school's mean intake is counted as expected,
 * effects of the school included. `expected-from-table`: right only for the population the table was made from.
 * `anchored`: expectations are an earlier cohort's. `places-not-distances`: a place is a few marks in the crowded middle and many at the ends.
 * `different-pupils`: before and after are different pupils. `near-the-cut`: only pupils near a cut-off can change a rate.
 */
export type ValueAddedCaution =
  | "floor-and-ceiling"
  | "regression-to-mean"
  | "prior-unreliable"
  | "composition-removed"
  | "expected-from-table"
  | "anchored"
  | "places-not-distances"
  | "near-the-cut"
  | "different-pupils";

/**
 * 类别. Above, not different from, or below what estimates are measured from: the area's average; the earlier cohort's line where anchored, the table's expectation where a
 * table was given, above or below which all schools may lie at once. An interval that ends exactly at 0 is `not-different`, and so is
 * an estimate whose error is 0: that no spread was seen is no certainty, and neither its rank interval nor a pair rests on it.
 */
export type ValueAddedCategory = "above" | "not-different" | "below";

/** 名次. 1 is best. `low` … `high` hold the true ranks of all schools at once with the result's confidence. */
export interface RankInterval {
  readonly rank: number;
  readonly low: number;
  readonly high: number;
}

/** A school's result. All figures in the result's scale. */
export interface SchoolValueAdded {
  readonly school: string;
  readonly status: "estimated";
  readonly pupils: number;
  /** Mean entrance score, as z of the area. */
  readonly intake: number;
  /** Mean exit score and what was expected of these pupils: estimate = actual − expected. */
  readonly actual: number;
  readonly expected: number;
  /** Before shrinkage. */
  readonly estimate: number;
  readonly standardError: number;
  /** Degrees of freedom of the interval; null where the normal distribution serves. */
  readonly df: number | null;
  /** estimate ± quantile × standardError. */
  readonly low: number;
  readonly high: number;
  /** estimate × reliability: what to expect of the school given how little its pupils tell (BLUP in the mixed model). */
  readonly shrunken: number;
  readonly shrunkenError: number;
  /** 0: its pupils tell nothing of the school; near 1: shrinkage changes nothing. */
  readonly reliability: number;
  readonly category: ValueAddedCategory;
  /** The interval that the category judges, by `categoryBy`: `low` to `high`, or the shrunken figure's (comparative) one. To be printed beside the category. */
  readonly judged: { readonly low: number; readonly high: number };
  /** The figure that the category judges ÷ its error (null where that is 0): estimate ÷ standardError, or shrunken ÷ shrunkenError; and its level where levels were asked for. */
  readonly index: number | null;
  readonly level: number | null;
  readonly rank: RankInterval;
  /** Part of the error that is the school's own (a variance), and its place in the part that schools share. See `sharedErrors`. */
  readonly ownVariance: number;
  readonly loading: readonly number[];
}

/** A school below the minimum cohort: nothing of it is published. */
export interface SuppressedSchool {
  readonly school: string;
  readonly status: "suppressed";
  readonly reason: "below-minimum-cohort";
}

/** Two schools whose difference is more than chance, by the result's multiplicity rule. */
export interface DifferentPair {
  readonly better: string;
  readonly worse: string;
  readonly difference: number;
  readonly standardError: number;
}

/** 两两比较. Pairs that differ, all pairs tested together. */
export interface SchoolPairs {
  /** `holm`: Holm (1979). `bonferroni`: α ÷ number of pairs. `none`: every pair at α by itself, for a pair chosen beforehand. */
  readonly rule: "holm" | "bonferroni" | "none";
  /** Pairs tested. */
  readonly tested: number;
  /** How many differ; `list` names them, best difference ÷ error first, and is null where there are too many schools to list pairs. */
  readonly different: number | null;
  readonly list: readonly DifferentPair[] | null;
}

/** Sums of squares and products of two columns about a mean, in marks². */
export interface CrossProducts {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** A line that expects an exit mark of an entrance mark: `intercept + slope × prior`, in marks. */
export interface ExpectationLine {
  readonly intercept: number;
  readonly slope: number;
  /** Null where nothing tells it. */
  readonly slopeError: number | null;
}

/** Slopes of exit marks on entrance marks by different routes: they agree where intake and school effects have nothing to do with one another. */
export interface SlopeComparison {
  /** All pupils as one. */
  readonly pooled: number;
  /** Cluster-robust (CR1 of Liang & Zeger 1986, G/(G−1)). */
  readonly pooledError: number;
  /** Pupils against schoolmates: the coefficient of Mundlak (1978). */
  readonly within: number;
  readonly withinError: number;
  /** School means against school means, weighted by pupils; null where the means do not vary. */
  readonly between: number | null;
  /** `within` corrected for the reliability of the prior (Fuller 1987); null where none was given. */
  readonly corrected: number | null;
}

/** Components of a mixed model, in the square of the result's scale. */
export interface MixedModelSummary {
  readonly method: "REML";
  readonly schoolVariance: number;
  readonly residualVariance: number;
  /** Share of the variance that is between schools. */
  readonly intraclass: number;
  readonly singular: boolean;
  /** Mundlak's: exit marks per mark of the school's mean intake above the area's, beside `line`; null where the mean has no part. */
  readonly meanSlope: number | null;
}

/** 增值评价结果. One shape for every method. Plain data: equal input gives equal bytes. */
export interface ValueAddedResult {
  readonly format: "school-groups.value-added.v1";
  readonly method: ValueAddedMethod;
  readonly cohort: string;
  readonly entrance: Examination | GradedExamination | null;
  readonly exit: Examination | GradedExamination;
  readonly scale: ValueAddedScale;
  /** Confidence of intervals, rank intervals and categories, and whose figure it is. */
  readonly confidence: number;
  readonly minimumCohort: number;
  readonly minimumCohortBasis: Basis;
  /** Pupils used, those of suppressed schools included. */
  readonly pupils: number;
  /** Area's mean and population standard deviation of both scores, in marks (of ridits where there are grades); null where there is none. */
  readonly area: {
    readonly priorMean: number | null;
    readonly priorSd: number | null;
    readonly outcomeMean: number;
    readonly outcomeSd: number;
  };
  /** 锚定: the earlier cohort by whose mean and standard deviation of exit marks `actual` and `expected` are placed; absent: by `area`. */
  readonly yardstick?: { readonly cohort: string; readonly outcomeMean: number; readonly outcomeSd: number } | undefined;
  /** Sums of squares and products of entrance (x) and exit marks (y) about the area's means and about the schools': what slopes are made of. Pupils' methods alone. */
  readonly crossProducts?: { readonly total: CrossProducts; readonly within: CrossProducts } | undefined;
  readonly line: ExpectationLine | null;
  readonly slopes: SlopeComparison | null;
  readonly model: MixedModelSummary | null;
  /** Which figure the categories judge: the estimate, or the shrunken one with its comparative error (mixed model). */
  readonly categoryBy: "estimate" | "shrunken";
  /** Where an interval only touches 0. */
  readonly categoryBoundary: "not-different";
  /** Multiplicity rule of rank intervals: every pair of schools at (1 − confidence) ÷ number of pairs (Mogstad, Romano, Shaikh & Wilhelm 2024). */
  readonly rankRule: "bonferroni";
  /** Schools in the order of the statistics (by id), suppressed ones among them. */
  readonly schools: readonly (SchoolValueAdded | SuppressedSchool)[];
  /** Variance between schools, about their own mean, by which estimates were shrunk, in the square of the scale. */
  readonly betweenVariance: number;
  /** Of results anchored to an earlier cohort or taken from a given table: the schools' weighted mean, which estimates are shrunk towards. Absent: 0. */
  readonly centre?: number | undefined;
  /** Pearson correlation over schools of estimate and mean intake; null with fewer than three schools or nothing that varies. */
  readonly correlationWithIntake: number | null;
  /** Over all schools; null without an entry roll. */
  readonly testedShare: number | null;
  readonly tested: readonly TestedShare[];
  readonly pairs: SchoolPairs;
  /** Covariance of two schools' errors: loading' × sharedErrors × loading; for one school `ownVariance` comes on top. */
  readonly sharedErrors: readonly (readonly number[])[];
  readonly cautions: readonly ValueAddedCaution[];
}

/** Options all methods share. */
export interface ValueAddedOptions {
  /** Default `z`. */
  readonly scale?: "z" | "t" | "marks" | undefined;
  /** Confidence of intervals, above 0 and below 1. Default 0.95. */
  readonly confidence?: number | undefined;
  /** Spread within schools: `pooled` over all of them (default), or each school's `own`, robust where schools differ in spread; a school whose pupils show none takes the pooled. */
  readonly errors?: "pooled" | "own" | undefined;
  /** Default `holm`. */
  readonly pairs?: "holm" | "bonferroni" | "none" | undefined;
  /** Default: that of the pupils' design. */
  readonly minimumCohort?: number | undefined;
  /** Cut points of levels, such as `EVAAS_LEVELS`; absent: no levels. */
  readonly levels?: readonly GrowthLevel[] | undefined;
}

/** A level of a growth index: it holds from `from` on (the boundary included); the lowest has none. */
export interface GrowthLevel {
  readonly level: number;
  readonly from?: number | undefined;
}
