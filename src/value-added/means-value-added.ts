import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import { type CannotTell, type CannotTellCode, inWords } from "./cannot-tell.js";
import { checkValueAddedOptions, describeSchools, type SchoolEffect } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { type KnownVarianceLine, knownVarianceLine } from "./known-variance-line.js";
import { outcomeScale } from "./method-frame.js";
import { pairReadings } from "./paired-readings.js";
import { examinationIssues, minimumCohortOf } from "./pupil-design.js";
import type { ExpectationLine, ValueAddedOptions, ValueAddedResult } from "./result.js";
import { type AreaOfMeans, areaOfMeans, type SchoolMean, type SchoolMeans, varianceOfMean } from "./school-means.js";

/** What is known beside the means. */
export interface MeansValueAddedOptions extends ValueAddedOptions {
  /**
   * Correlation of entrance and exit marks within schools, between −1 and 1, from wherever it is known: pupils of equal entrance spread by √(1 − r²) of
   * what pupils of a school spread. Absent: the whole spread is taken, which makes intervals too wide.
   */
  readonly withinCorrelation?: number | undefined;
}

/** A school's exit mean against the line, in marks: what remains where there is no error to give. */
export interface MeanResidual {
  readonly school: string;
  readonly pupils: number;
  readonly entrance: number;
  readonly exit: number;
  readonly expected: number;
  readonly residual: number;
}

/** 学校均值增值结果. */
export interface MeansValueAddedResult {
  readonly format: "school-groups.means-value-added.v1";
  readonly cohort: string;
  /** Null where no school's spread at exit is known: no rank without its error. */
  readonly result: ValueAddedResult | null;
  /** Exit mean expected of the entrance mean, in marks; slope *between* schools. */
  readonly line: ExpectationLine;
  /** Schools that may be shown, by id. */
  readonly residuals: readonly MeanResidual[];
  /** Schools whose spread is not known, to which the others' pooled spread was lent. */
  readonly spreadLent: readonly string[];
  readonly withinCorrelation: number | null;
  readonly cannotTell: readonly CannotTell[];
}

/**
 * 学校均值回归. Value-added where only schools' means may be had (national N9): exit means on entrance means, weighted by precision
 * 1 ÷ (σ² ÷ n + τ²), τ² between schools by Paule & Mandel (1982), the errors of means known from standard deviations. The estimate is the mean's
 * distance from the line, the shrunken one τ² ÷ (τ² + σ² ÷ n) times it.
 *
 * What it cannot tell stands in `cannotTell`, in words: above all that the slope between schools is not the slope among schoolmates; whatever goes with
 * a school's mean intake counts as expected, effects of the school included. Without any standard deviation the line is weighted by pupils and
 * `result` is null.
 *
 * Fails with `same-examination`, `examinations-out-of-order`, `cohorts-differ` (see `cohortChange`), `school-under-two-ids`, `schools-too-few` (three are
 * needed), `scores-constant`, `residuals-without-spread`. Schools in one reading only are warned of. Throws for `withinCorrelation` outside −1 to 1.
 *
 * @example
 * ```ts
 * import { meansValueAdded, readSchoolMeans } from "school-groups/value-added";
 *
 * const marks = { minimum: 0, maximum: 100, step: "1" };
 * const means = (id: string, values: readonly number[]) =>
 *   readSchoolMeans(values.map((mean, k) => ({ school: `s${k}`, pupils: 100, mean, sd: 10 })), { cohort: "2024", examination: { id, ...marks } });
 * const [entrance, exit] = [means("in", [50, 60, 70]), means("out", [55, 70, 75])];
 * const added = entrance.ok && exit.ok ? meansValueAdded({ entrance: entrance.value, exit: exit.value }, { scale: "marks" }) : entrance;
 * const rounded = (value: number) => Math.round(1000 * value) / 1000;
 * added.ok && "residuals" in added.value && added.value.residuals.map(({ residual }) => rounded(residual)); // => [-1.667, 3.333, -1.667]
 * added.ok && "cannotTell" in added.value && added.value.cannotTell.map(({ code }) => code);
 * // => ["within-slope", "residual-spread", "same-pupils", "who-was-tested"]
 * ```
 */
export function meansValueAdded(
  readings: { readonly entrance: SchoolMeans; readonly exit: SchoolMeans },
  options: MeansValueAddedOptions = {},
): Result<MeansValueAddedResult, ValueAddedIssue> {
  const { errors, scale } = checkValueAddedOptions(options);
  const { withinCorrelation: r = null } = options;
  if (r !== null && !(r > -1 && r < 1))
    throw new SchoolGroupsError("invalid-argument", "withinCorrelation lies between −1 and 1", { argument: "withinCorrelation" });
  const { entrance, exit } = readings;
  const paired = pairReadings(entrance.schools, exit.schools);
  const [first, ...others] = obstacles(readings, paired.pairs, paired.twins);
  if (first !== undefined) return failure([first, ...others]);
  const [before, after] = [areaOfMeans(paired.pairs.map((pair) => pair.before)), areaOfMeans(paired.pairs.map((pair) => pair.after))];
  const remaining = 1 - (r ?? 0) * (r ?? 0);
  const errorOf = (school: SchoolMean): number =>
    after.within === null ? 1 / school.pupils : remaining * varianceOfMean(school, after.within, errors).variance;
  const points = paired.pairs.map((pair) => ({ x: pair.before.mean, y: pair.after.mean, variance: errorOf(pair.after) }));
  if (points.some(({ variance }) => !(variance > 0)))
    return failure([valueAddedIssue("residuals-without-spread", [], { schools: points.length })]);
  const line = after.within === null ? knownVarianceLine(points, 0) : knownVarianceLine(points);
  if (line === undefined) return failure([valueAddedIssue("scores-constant", ["entrance"], { examination: "entrance" })]);
  const minimum = options.minimumCohort ?? exit.design.minimumCohort ?? entrance.design.minimumCohort;
  const least = minimumCohortOf(minimum);
  const expectedAt = (x: number): number => line.level + line.slope * (x - line.centre);
  const residuals = paired.pairs.flatMap(({ school, before: x, after: y }): MeanResidual[] => {
    const pupils = Math.min(x.pupils, y.pupils);
    const expected = expectedAt(x.mean);
    return pupils < least ? [] : [{ school, pupils, entrance: x.mean, exit: y.mean, expected, residual: y.mean - expected }];
  });
  const shape = { readings, pairs: paired.pairs, points, line, before, after, minimum };
  const described = after.sd === null ? null : describeSchools(frameOfMeans(shape, scale), effectsOf(shape, scale), options);
  const result: MeansValueAddedResult = {
    format: "school-groups.means-value-added.v1",
    cohort: exit.design.cohort,
    result: described?.value ?? null,
    line: expectationLine(line, after.within !== null),
    residuals,
    spreadLent: after.lent,
    withinCorrelation: r,
    cannotTell: inWords(openQuestions(before, after, r)),
  };
  return success(result, [...paired.issues, ...(described?.issues ?? [])]);
}

interface Pair {
  readonly school: string;
  readonly before: SchoolMean;
  readonly after: SchoolMean;
}

function obstacles(
  { entrance, exit }: { readonly entrance: SchoolMeans; readonly exit: SchoolMeans },
  pairs: readonly Pair[],
  twins: readonly ValueAddedIssue[],
): readonly ValueAddedIssue[] {
  const [mine, theirs] = [entrance.design.cohort, exit.design.cohort];
  if (mine !== theirs) return [valueAddedIssue("cohorts-differ", ["exit", "cohort"], { entrance: mine, exit: theirs })];
  const issues = [...examinationIssues({ entrance: entrance.design.examination, exit: exit.design.examination }), ...twins];
  if (issues.length > 0) return issues;
  return pairs.length < 3 ? [valueAddedIssue("schools-too-few", [], { schools: pairs.length, needed: 3 })] : [];
}

function openQuestions(before: AreaOfMeans, after: AreaOfMeans, withinCorrelation: number | null): readonly CannotTellCode[] {
  const spread = after.within === null ? (["pupil-spread"] as const) : withinCorrelation === null ? (["residual-spread"] as const) : [];
  return ["within-slope", ...spread, ...(before.sd === null ? (["entrance-spread"] as const) : []), "same-pupils", "who-was-tested"];
}

function expectationLine({ centre, level, slope, slopeVariance }: KnownVarianceLine, errorKnown: boolean): ExpectationLine {
  // Without spreads the weights are pupils and no variance is known: no error rather than a wrong one.
  return { intercept: level - slope * centre, slope, slopeError: errorKnown ? Math.sqrt(slopeVariance) : null };
}

interface Shape {
  readonly readings: { readonly entrance: SchoolMeans; readonly exit: SchoolMeans };
  readonly pairs: readonly Pair[];
  readonly points: readonly { readonly x: number; readonly y: number; readonly variance: number }[];
  readonly line: KnownVarianceLine;
  readonly before: AreaOfMeans;
  readonly after: AreaOfMeans;
  readonly minimum: number | undefined;
}

function frameOfMeans({ readings, line, before, after, minimum }: Shape, scale: "z" | "t" | "marks") {
  const { unit } = outcomeScale(scale, after.mean, after.sd ?? 1);
  const [level, slope] = [line.levelVariance, line.slopeVariance];
  return {
    method: "means-regression" as const,
    cohort: readings.exit.design.cohort,
    entrance: readings.entrance.design.examination,
    exit: readings.exit.design.examination,
    pupils: after.pupils,
    area: { priorMean: before.mean, priorSd: before.sd, outcomeMean: after.mean, outcomeSd: after.sd ?? 0 },
    line: expectationLine(line, true),
    slopes: null,
    model: null,
    tested: [],
    designMinimum: minimum,
    betweenVariance: unit * unit * line.between,
    // Covariance of (residual − effect) of two schools: q (λ₁ + λ₂ − 1) with q = x'Vx, as in the mixed model.
    sharedErrors: [
      [-level, 0, level, 0],
      [0, -slope, 0, slope],
      [level, 0, 0, 0],
      [0, slope, 0, 0],
    ],
    cautions: ["floor-and-ceiling", "composition-removed"] as const,
  };
}

function effectsOf({ pairs, points, line, before, after }: Shape, scale: "z" | "t" | "marks"): readonly SchoolEffect[] {
  const { unit, place } = outcomeScale(scale, after.mean, after.sd ?? 1);
  const intakeSd = before.sd ?? spreadOfMeans(pairs, before.mean);
  return pairs.map(({ school, before: x, after: y }, k): SchoolEffect => {
    const { variance } = points[k]!;
    const dx = x.mean - line.centre;
    const expected = line.level + line.slope * dx;
    const reliability = line.between / (line.between + variance);
    const q = line.levelVariance + dx * dx * line.slopeVariance;
    const error = Math.sqrt(line.between * (1 - reliability) + reliability * reliability * q);
    return {
      school,
      pupils: Math.min(x.pupils, y.pupils),
      intake: intakeSd > 0 ? (x.mean - before.mean) / intakeSd : 0,
      actual: place(y.mean),
      expected: place(expected),
      estimate: unit * (y.mean - expected),
      ownVariance: unit * unit * variance,
      loading: [unit, unit * dx, unit * reliability, unit * reliability * dx],
      df: Number.POSITIVE_INFINITY,
      predicted: { shrunken: unit * reliability * (y.mean - expected), error: unit * error, reliability },
    };
  });
}

/** Population standard deviation of means, weighted by pupils. */
function spreadOfMeans(pairs: readonly Pair[], mean: number): number {
  const [squares, pupils] = pairs.reduce(
    ([sum, n], { before }) => [sum + before.pupils * (before.mean - mean) * (before.mean - mean), n + before.pupils],
    [0, 0] as [number, number],
  );
  return Math.sqrt(squares / pupils);
}
