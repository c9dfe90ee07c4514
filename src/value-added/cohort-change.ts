import { failure, type Result, success } from "../core/index.js";
import { type CannotTell, type CannotTellCode, inWords } from "./cannot-tell.js";
import { checkValueAddedOptions, describeSchools, type SchoolEffect } from "./describe-schools.js";
import { smallestVisible } from "./group-weights.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { marksOf, outcomeScale } from "./method-frame.js";
import { pairReadings } from "./paired-readings.js";
import { minimumCohortOf } from "./pupil-design.js";
import type { ValueAddedOptions, ValueAddedResult } from "./result.js";
import { jointFreedom } from "./satterthwaite.js";
import { type AreaOfMeans, areaOfMeans, type SchoolMean, type SchoolMeans, varianceOfMean } from "./school-means.js";

/** Two means of one school, of different pupils, in marks. */
export interface MeanChange {
  readonly school: string;
  readonly pupilsBefore: number;
  readonly pupilsAfter: number;
  readonly before: number;
  readonly after: number;
  /** The smallest change, in the result's scale, that cohorts of this size show at 80 % power; null without an error. */
  readonly smallestVisible: number | null;
}

/** 两届比较结果. */
export interface CohortChangeResult {
  readonly format: "school-groups.cohort-change.v1";
  /** The two cohorts. */
  readonly before: string;
  readonly after: string;
  /** Null where spreads are not known: no rank without its error. */
  readonly result: ValueAddedResult | null;
  /** Schools that may be shown, by id. */
  readonly means: readonly MeanChange[];
  /** Schools whose spread is not known, to which the pooled one of their cohort was lent. */
  readonly spreadLent: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly cannotTell: readonly CannotTell[];
}

/**
 * 两届比较（重复横断面）. How a school's mean changed from one cohort to another where the pupils differ (national N9: sampled monitoring, or the entrance of
 * one cohort against the exit of another): the later cohort's standard score less the earlier one's, each over its own area, with the error of both.
 *
 * It is a change of cohorts and no growth of pupils: `cannotTell` says so in words. In scale `marks` raw means are subtracted, and that both
 * papers are alike is the caller's word. Errors: pupils of two cohorts are independent, the areas' means and standard deviations taken as known;
 * degrees of freedom by Satterthwaite (1946).
 *
 * Fails with `cohorts-alike` (one cohort at entrance and exit is `meansValueAdded`), `examinations-out-of-order`, `school-under-two-ids`,
 * `schools-too-few` (two are needed), `scores-constant`, and in `marks` with `results-not-comparable` where the papers' lowest or highest marks differ. Schools in one reading only are warned of.
 *
 * @example
 * ```ts
 * import { cohortChange, readSchoolMeans } from "school-groups/value-added";
 *
 * const examination = { id: "gaokao", minimum: 0, maximum: 100, step: "1" };
 * const means = (cohort: string, values: readonly number[]) =>
 *   readSchoolMeans(values.map((mean, k) => ({ school: `s${k}`, pupils: 100, mean, sd: 10 })), { cohort, examination });
 * const [before, after] = [means("2023", [50, 60]), means("2024", [56, 60])];
 * const change = before.ok && after.ok ? cohortChange({ before: before.value, after: after.value }, { scale: "marks" }) : before;
 * change.ok && "means" in change.value && change.value.result?.schools.map((each) => each.status === "estimated" && each.estimate); // => [6, 0]
 * ```
 */
export function cohortChange(
  readings: { readonly before: SchoolMeans; readonly after: SchoolMeans },
  options: ValueAddedOptions = {},
): Result<CohortChangeResult, ValueAddedIssue> {
  const { scale, confidence } = checkValueAddedOptions(options);
  const { before, after } = readings;
  const paired = pairReadings(before.schools, after.schools);
  const [first, ...others] = obstacles(readings, paired, scale);
  if (first !== undefined) return failure([first, ...others]);
  const areas = {
    before: areaOfMeans(paired.pairs.map((pair) => pair.before)),
    after: areaOfMeans(paired.pairs.map((pair) => pair.after)),
  };
  if (areas.before.sd === 0) return failure([valueAddedIssue("scores-constant", ["before"], { examination: "entrance" })]);
  if (areas.after.sd === 0) return failure([valueAddedIssue("scores-constant", ["after"], { examination: "exit" })]);
  const minimum = options.minimumCohort ?? after.design.minimumCohort ?? before.design.minimumCohort;
  const effects = effectsOf(paired.pairs, areas, options);
  const frame = {
    method: "cohort-change" as const,
    cohort: after.design.cohort,
    entrance: before.design.examination,
    exit: after.design.examination,
    pupils: areas.before.pupils + areas.after.pupils,
    area: {
      priorMean: areas.before.mean,
      priorSd: areas.before.sd,
      outcomeMean: areas.after.mean,
      outcomeSd: areas.after.sd ?? 0,
    },
    line: null,
    slopes: null,
    model: null,
    tested: [],
    designMinimum: minimum,
    sharedErrors: [],
    cautions: ["regression-to-mean", "floor-and-ceiling", "different-pupils"] as const,
  };
  const described = effects === null ? null : describeSchools(frame, effects, options);
  const least = minimumCohortOf(minimum);
  const means = paired.pairs.flatMap((pair, k): MeanChange[] => {
    if (Math.min(pair.before.pupils, pair.after.pupils) < least) return [];
    const error = effects === null ? null : Math.sqrt(effects[k]!.ownVariance);
    return [
      {
        school: pair.school,
        pupilsBefore: pair.before.pupils,
        pupilsAfter: pair.after.pupils,
        before: pair.before.mean,
        after: pair.after.mean,
        smallestVisible: error === null ? null : smallestVisible(error, 1 - confidence),
      },
    ];
  });
  const result: CohortChangeResult = {
    format: "school-groups.cohort-change.v1",
    before: before.design.cohort,
    after: after.design.cohort,
    result: described?.value ?? null,
    means,
    spreadLent: { before: areas.before.lent, after: areas.after.lent },
    cannotTell: inWords(openQuestions(scale, effects === null)),
  };
  return success(result, [...paired.issues, ...(described?.issues ?? [])]);
}

interface Areas {
  readonly before: AreaOfMeans;
  readonly after: AreaOfMeans;
}

interface Pair {
  readonly school: string;
  readonly before: SchoolMean;
  readonly after: SchoolMean;
}

function obstacles(
  { before, after }: { readonly before: SchoolMeans; readonly after: SchoolMeans },
  { pairs, twins }: { readonly pairs: readonly Pair[]; readonly twins: readonly ValueAddedIssue[] },
  scale: "z" | "t" | "marks",
): readonly ValueAddedIssue[] {
  const { cohort } = after.design;
  if (cohort === before.design.cohort) return [valueAddedIssue("cohorts-alike", ["after", "cohort"], { cohort })];
  const [entrance, exit] = [before.design.examination.on, after.design.examination.on];
  if (entrance !== undefined && exit !== undefined && exit <= entrance)
    return [valueAddedIssue("examinations-out-of-order", ["after", "examination", "on"], { entrance, exit })];
  const [mine, theirs] = [marksOf(after.design.examination), marksOf(before.design.examination)];
  if (scale === "marks" && mine !== theirs) return [valueAddedIssue("results-not-comparable", ["before", "examination"], { mine, theirs })];
  if (twins.length > 0) return twins;
  return pairs.length < 2 ? [valueAddedIssue("schools-too-few", [], { schools: pairs.length, needed: 2 })] : [];
}

/** Null where the spread of either cohort is not known. */
function effectsOf(pairs: readonly Pair[], areas: Areas, options: ValueAddedOptions): readonly SchoolEffect[] | null {
  const { scale, errors } = checkValueAddedOptions(options);
  const { before, after } = areas;
  if (before.within === null || after.within === null || before.sd === null || after.sd === null) return null;
  const [then, now] = [outcomeScale(scale, before.mean, before.sd), outcomeScale(scale, after.mean, after.sd)];
  const [withinBefore, withinAfter, sd] = [before.within, after.within, before.sd];
  return pairs.map((pair): SchoolEffect => {
    const error = (school: SchoolMean, within: typeof withinBefore, unit: number) => {
      const { variance, freedom } = varianceOfMean(school, within, errors);
      return { variance: unit * unit * variance, freedom };
    };
    const [a, b] = [error(pair.before, withinBefore, then.unit), error(pair.after, withinAfter, now.unit)];
    return {
      school: pair.school,
      pupils: Math.min(pair.before.pupils, pair.after.pupils),
      intake: (pair.before.mean - before.mean) / sd,
      actual: now.place(pair.after.mean),
      expected: then.place(pair.before.mean),
      ownVariance: a.variance + b.variance,
      loading: [],
      df: jointFreedom(a, b),
    };
  });
}

function openQuestions(scale: "z" | "t" | "marks", noError: boolean): readonly CannotTellCode[] {
  return [
    "pupil-growth",
    "intake-change",
    scale === "marks" ? "paper-difficulty" : "area-change",
    ...(noError ? (["pupil-spread"] as const) : []),
    "who-was-tested",
  ];
}
