import { type Basis, libraryBasis, type Result, SchoolGroupsError } from "../core/index.js";
import { studentQuantile } from "../statistics/index.js";
import { betweenSchools } from "./between-variance.js";
import { compareSchools } from "./compare-schools.js";
import { checkLevels, growthLevel } from "./growth-level.js";
import type { ValueAddedIssue } from "./issues.js";
import { type ErrorPlace, varianceOf } from "./joint-errors.js";
import { minimumCohortOf } from "./pupil-design.js";
import type {
  SchoolValueAdded,
  SuppressedSchool,
  ValueAddedCategory,
  ValueAddedOptions,
  ValueAddedResult,
  ValueAddedScale,
} from "./result.js";
import { suppressionIssues } from "./suppression.js";

/** What a method found for a school, in the result's scale. @internal */
export interface SchoolEffect extends ErrorPlace {
  readonly school: string;
  readonly pupils: number;
  readonly intake: number;
  readonly actual: number;
  readonly expected: number;
  /** actual − expected where that is known with one rounding. */
  readonly estimate?: number | undefined;
  /** Infinite where the normal distribution serves. */
  readonly df: number;
  /** The mixed model's own: BLUP, comparative error, reliability. */
  readonly predicted?: { readonly shrunken: number; readonly error: number; readonly reliability: number } | undefined;
}

/** What a method knows of the whole. @internal */
export type ResultFrame = Pick<
  ValueAddedResult,
  | "method"
  | "cohort"
  | "entrance"
  | "exit"
  | "pupils"
  | "area"
  | "line"
  | "slopes"
  | "model"
  | "tested"
  | "sharedErrors"
  | "cautions"
  | "yardstick"
  | "crossProducts"
> & {
  /** Of the mixed model; else estimated here. */
  readonly betweenVariance?: number | undefined;
  readonly designMinimum?: number | undefined;
  /** Of methods with a scale of their own; else the one asked for. */
  readonly scale?: ValueAddedScale | undefined;
};

/** Options with their defaults. @internal */
export interface ResolvedOptions {
  readonly confidence: number;
  readonly scale: NonNullable<ValueAddedOptions["scale"]>;
  readonly errors: NonNullable<ValueAddedOptions["errors"]>;
  readonly pairs: NonNullable<ValueAddedOptions["pairs"]>;
}

/** Throws for options the programmer malformed. @internal */
export function checkValueAddedOptions(options: ValueAddedOptions): ResolvedOptions {
  const { confidence = 0.95, scale = "z", errors = "pooled", pairs = "holm" } = options;
  const fail = (argument: string, message: string): never => {
    throw new SchoolGroupsError("invalid-argument", message, { argument });
  };
  if (!(confidence > 0 && confidence < 1)) fail("confidence", "confidence lies between 0 and 1");
  if (!["z", "t", "marks"].includes(scale)) fail("scale", "scale is z, t or marks");
  if (!["pooled", "own"].includes(errors)) fail("errors", "errors are pooled or own");
  if (!["holm", "bonferroni", "none"].includes(pairs)) fail("pairs", "pairs are holm, bonferroni or none");
  if (options.levels !== undefined) checkLevels(options.levels);
  minimumCohortOf(options.minimumCohort);
  return { confidence, scale, errors, pairs };
}

/** A result always comes of it. @internal */
export type DescribedSchools = Extract<Result<ValueAddedResult, ValueAddedIssue>, { readonly ok: true }>;

/** Every method ends here: intervals, shrinkage, categories, levels, ranks, pairs; small cohorts out. @internal */
export function describeSchools(frame: ResultFrame, effects: readonly SchoolEffect[], options: ValueAddedOptions): DescribedSchools {
  const { confidence, scale, pairs: rule } = checkValueAddedOptions(options);
  const asked = options.minimumCohort ?? frame.designMinimum;
  const minimumCohort = minimumCohortOf(asked);
  const { sharedErrors } = frame;
  const kept = effects.filter(({ pupils }) => pupils >= minimumCohort);
  const withError = kept.map((effect) => ({ effect, variance: varianceOf(effect, sharedErrors) }));
  const found = betweenSchools(withError.map(({ effect, variance }) => ({ estimate: estimateOf(effect), variance })));
  const between = frame.betweenVariance ?? found.variance;
  // Measured from elsewhere, the schools' own mean need not be 0, and it is what a small school is most likely near.
  const elsewhere = frame.cautions.some((caution) => caution === "anchored" || caution === "expected-from-table");
  const centre = elsewhere ? found.mean : 0;
  const compared = kept.map((effect) => ({ ...effect, estimate: estimateOf(effect) }));
  const { ranks, pairs } = compareSchools(compared, { shared: sharedErrors, confidence, rule });
  const categoryBy = kept.some(({ predicted }) => predicted !== undefined) ? "shrunken" : "estimate";
  const quantiles = new Map<number, number>();
  const quantile = (df: number): number => {
    const known = quantiles.get(df) ?? studentQuantile((1 - confidence) / 2, df, "upper");
    quantiles.set(df, known);
    return known;
  };
  const described = new Map(
    withError.map(({ effect, variance }, k) => [
      effect.school,
      describeOne(effect, {
        variance,
        between,
        centre,
        quantile: quantile(effect.df),
        normal: quantile(Number.POSITIVE_INFINITY),
        rank: ranks[k]!,
        levels: options.levels,
      }),
    ]),
  );
  const schools = effects.map(
    ({ school }): SchoolValueAdded | SuppressedSchool =>
      described.get(school) ?? { school, status: "suppressed", reason: "below-minimum-cohort" },
  );
  // How many sat at a small school is not told either.
  const small = effects.filter(({ pupils }) => pupils < minimumCohort);
  const hidden = new Set(small.map(({ school }) => school));
  const issues = suppressionIssues({ cohorts: small.map(({ pupils }) => pupils), shown: kept.length, minimum: minimumCohort });
  const basis: Basis = asked === undefined ? libraryBasis("minimumCohort") : { kind: "caller" };
  const { designMinimum: _own, betweenVariance: _between, ...facts } = frame;
  return {
    ok: true,
    value: {
      format: "school-groups.value-added.v1",
      ...facts,
      scale: frame.scale ?? scale,
      confidence,
      minimumCohort,
      minimumCohortBasis: basis,
      categoryBy,
      categoryBoundary: "not-different",
      rankRule: "bonferroni",
      schools,
      betweenVariance: between,
      ...(elsewhere ? { centre } : {}),
      correlationWithIntake: correlation(
        compared.map(({ estimate }) => estimate),
        compared.map(({ intake }) => intake),
      ),
      testedShare: overallShare(frame.tested),
      tested: frame.tested.filter(({ school }) => !hidden.has(school)),
      pairs,
    },
    issues,
  };
}

interface OneSchool {
  readonly variance: number;
  readonly between: number;
  readonly centre: number;
  readonly quantile: number;
  readonly normal: number;
  readonly rank: SchoolValueAdded["rank"];
  readonly levels: ValueAddedOptions["levels"];
}

function estimateOf({ estimate, actual, expected }: SchoolEffect): number {
  return estimate ?? actual - expected;
}

function describeOne(effect: SchoolEffect, { variance, between, centre, quantile, normal, rank, levels }: OneSchool): SchoolValueAdded {
  const estimate = estimateOf(effect);
  const standardError = Math.sqrt(variance);
  const reach = quantile * standardError;
  const reliability = effect.predicted?.reliability ?? (between === 0 ? 0 : between / (between + variance));
  const shrunken = effect.predicted?.shrunken ?? centre + (estimate - centre) * reliability;
  const shrunkenError = effect.predicted?.error ?? Math.sqrt(between * (1 - reliability));
  const [low, high] = [estimate - reach, estimate + reach];
  // Category, level and the interval beside them judge one figure.
  const judged =
    effect.predicted === undefined ? { low, high } : { low: shrunken - normal * shrunkenError, high: shrunken + normal * shrunkenError };
  const [figure, error] = effect.predicted === undefined ? [estimate, standardError] : [shrunken, shrunkenError];
  const index = error > 0 ? figure / error : null;
  return {
    school: effect.school,
    status: "estimated",
    pupils: effect.pupils,
    intake: effect.intake,
    actual: effect.actual,
    expected: effect.expected,
    estimate,
    standardError,
    df: Number.isFinite(effect.df) ? effect.df : null,
    low,
    high,
    shrunken,
    shrunkenError,
    reliability,
    // An error of 0 is a spread nobody saw, and no certainty.
    category: error > 0 ? categoryOf(judged.low, judged.high) : "not-different",
    judged,
    index,
    level: levels === undefined || index === null ? null : growthLevel(index, levels),
    rank,
    ownVariance: effect.ownVariance,
    loading: effect.loading,
  };
}

/** An interval that touches 0 does not differ from it. */
function categoryOf(low: number, high: number): ValueAddedCategory {
  if (low > 0) return "above";
  return high < 0 ? "below" : "not-different";
}

/** Pearson's correlation; null with fewer than three pairs or where one side does not vary. @internal */
function correlation(a: readonly number[], b: readonly number[]): number | null {
  const n = a.length;
  if (n < 3) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / n;
  const [ma, mb] = [mean(a), mean(b)];
  let [aa, ab, bb] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const [da, db] = [a[i]! - ma, b[i]! - mb];
    aa += da * da;
    ab += da * db;
    bb += db * db;
  }
  const tiny = (square: number, mean2: number): boolean => square <= n * 1e-24 * Math.max(mean2 * mean2, 1e-280);
  if (tiny(aa, ma) || tiny(bb, mb)) return null;
  return Math.max(-1, Math.min(1, ab / Math.sqrt(aa) / Math.sqrt(bb)));
}

function overallShare(tested: ValueAddedResult["tested"]): number | null {
  if (tested.length === 0 || tested.some(({ share }) => share === null)) return null;
  const [sat, roll] = tested.reduce(([s, r], each) => [s + each.tested, r + each.onRoll], [0, 0] as [number, number]);
  return roll === 0 ? null : sat / roll;
}
