import {
  type Basis,
  type DecimalString,
  type ExactText,
  exact,
  type Fraction,
  failure,
  type Result,
  SchoolGroupsError,
  success,
  type Term,
  toExactText,
} from "../core/index.js";
import { checkValueAddedOptions, describeSchools } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { areaOf, frameOf } from "./method-frame.js";
import type { Examination } from "./pupil-design.js";
import { type FullMarks, type MeanMarks, meanMarks, rateChanges } from "./rate-changes.js";
import { type RateCounts, rateCounts } from "./rate-counts.js";
import { checkRates, type MarkCut, markCut, type RateCut, type RateIndex } from "./rate-cuts.js";
import type { PupilColumns } from "./read-pupils.js";
import type { SuppressedSchool, ValueAddedOptions, ValueAddedResult } from "./result.js";
import type { AreaMoments } from "./school-moments.js";
import { type ExaminationCounts, type RatesAtExamination, ratesAt } from "./school-rates.js";

/** Which rates, and what they add up to. */
export interface MeanAndRatesOptions extends Omit<ValueAddedOptions, "scale"> {
  readonly rates: readonly RateCut[];
  /** A weighted sum of the rates; absent: none, as the library has no weights of its own. */
  readonly index?: RateIndex | undefined;
  /** Full marks (满分) where they are not the examination's `maximum`. */
  readonly fullMarks?:
    | { readonly entrance?: DecimalString | number | undefined; readonly exit?: DecimalString | number | undefined }
    | undefined;
}

/** A school's mean and rates at both examinations. */
export interface SchoolRates {
  readonly school: string;
  readonly status: "shown";
  readonly pupils: number;
  readonly entrance: RatesAtExamination;
  readonly exit: RatesAtExamination;
}

/** A rate as it was used, its cut-off in marks. */
export interface AppliedRate {
  readonly id: string;
  readonly label: Term | null;
  readonly side: "at-least" | "below";
  readonly better: "higher" | "lower";
  readonly entranceMark: ExactText;
  readonly exitMark: ExactText;
  readonly basis: Basis;
}

/** 一分三率结果. */
export interface MeanAndRatesResult {
  readonly format: "school-groups.mean-and-rates.v1";
  readonly cohort: string;
  readonly entrance: Examination;
  readonly exit: Examination;
  readonly rates: readonly AppliedRate[];
  readonly index: RateIndex | null;
  readonly area: Omit<SchoolRates, "school" | "status">;
  readonly schools: readonly (SchoolRates | SuppressedSchool)[];
  /** For `score-rate` and each rate the change of schools beyond the area's own, in the common shape. */
  readonly changes: readonly { readonly measure: string; readonly better: "higher" | "lower"; readonly result: ValueAddedResult }[];
  /** Who says that a change is to be read so. */
  readonly changesBasis: Basis;
}

const CHANGES_BASIS: Basis = {
  kind: "library",
  why: {
    "zh-CN": "来源列出一分三率，未规定前后如何相减；此处以本校变化减全域变化，避免把试卷难度变化算作增值",
    en: "the source lists the rates and does not say how two examinations are compared: a school's change less the area's, so that a harder paper is nobody's loss",
  },
};

/**
 * 一分三率. Mean, score rate and rates of pupils above or below cut-offs, at entrance and exit, exact; and the change of each beyond the area's
 * own change, with its error, in the shape of every method. Cut-offs, their sides, directions and weights are the caller's or a source's
 * (`rateCutsGrades1To6`, national N5); the library has none. An index orders nobody here: it has no error.
 *
 * In `changes` positive is good: where lower is better the share *not* counted is compared. expected = share at entrance + the area's change.
 *
 * What it cannot tell. *Near the cut*: only pupils near a cut-off can change a rate, and attention to them alone raises it. *Regression to the
 * mean* and *floors and ceilings*: a school with all pupils above a cut-off can only fall. Whether scores of these grades may be compared at
 * all (national N9) is asked of `checkCompliance`.
 *
 * Error of changes: spread of pupils' changes within schools, the area's change taken as known. Throws for malformed rates or weights.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { resolvePolicies, valueOn } from "school-groups/policy";
 * import { meanAndRates, rateCutsGrades1To6, rateIndexGrades1To6, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 85], ["b", 59, 40], ["b", 70, 90]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const policy = resolvePolicies([cn]);
 * const figureOf = (id: string) => (policy.ok ? valueOn(policy.value, id, "2024-07-01") : undefined);
 * const rates = { rates: rateCutsGrades1To6(figureOf), index: rateIndexGrades1To6(figureOf) };
 * const result = pupils.ok ? meanAndRates(pupils.value, rates) : pupils;
 * const [a] = result.ok ? result.value.schools : [];
 * // pass 2 of 2 × 50 + score rate 0.725 × 45 + excellent 1 of 2 × 5
 * a?.status === "shown" && a.exit.index; // => "85.125"
 * ```
 */
export function meanAndRates(pupils: PupilColumns, options: MeanAndRatesOptions): Result<MeanAndRatesResult, ValueAddedIssue> {
  const { confidence, errors } = checkValueAddedOptions(options);
  checkRates(options.rates, options.index);
  const { entrance, exit, cohort } = pupils.design;
  const full = { entrance: fullMarksOf(entrance, options.fullMarks?.entrance), exit: fullMarksOf(exit, options.fullMarks?.exit) };
  const read = areaOf(pupils);
  if (!read.ok) return read;
  const { source, area } = read.value;
  const needed = area.schools.length + 1;
  if (area.pupils < needed) return failure([valueAddedIssue("pupils-too-few", [], { pupils: area.pupils, needed })]);
  const cuts = options.rates.map((rate) => markCut(rate, full));
  const counted = rateCounts(pupils, cuts);
  const place = new Map(pupils.schools.map((school, k) => [school, k]));
  const counts = area.schools.map(({ school }) => counted.map((rate) => rate[place.get(school)!]!));
  const means = meanMarks(source.statistics().toJSON());
  const frame = {
    ...frameOf(source, area),
    method: "rate-change" as const,
    scale: "share" as const,
    line: null,
    slopes: null,
    model: null,
  };
  const changes = rateChanges({ area, means, full, cuts, counts, errors }).map(({ measure, better, cautions, effects }) => ({
    measure,
    better,
    described: describeSchools({ ...frame, sharedErrors: [], cautions }, effects, options),
  }));
  const { value: first, issues } = changes[0]!.described;
  const shown = new Set(first.schools.flatMap((each) => (each.status === "estimated" ? [each.school] : [])));
  const rates = shownRates({ area, means, counts, cuts, full, shown, index: options.index, confidence });
  const result: MeanAndRatesResult = {
    format: "school-groups.mean-and-rates.v1",
    cohort,
    entrance,
    exit,
    rates: cuts.map(appliedRate),
    index: options.index ?? null,
    ...rates,
    changes: changes.map(({ measure, better, described }) => ({ measure, better, result: described.value })),
    changesBasis: CHANGES_BASIS,
  };
  return success(result, issues);
}

function fullMarksOf(examination: Examination, asked: DecimalString | number | undefined): Fraction {
  const full = exact(asked ?? examination.maximum);
  if (!(full.numerator > 0n)) throw new SchoolGroupsError("invalid-argument", "full marks lie above 0", { argument: "fullMarks" });
  return full;
}

function appliedRate({ id, label, side, better, entranceMark, exitMark, basis }: MarkCut): AppliedRate {
  return {
    id,
    label: label ?? null,
    side,
    better,
    entranceMark: toExactText(entranceMark),
    exitMark: toExactText(exitMark),
    basis: basis ?? { kind: "caller" },
  };
}

interface ToShow {
  readonly area: AreaMoments;
  readonly means: MeanMarks;
  readonly counts: readonly (readonly RateCounts[])[];
  readonly cuts: readonly MarkCut[];
  readonly full: FullMarks;
  readonly shown: ReadonlySet<string>;
  readonly index: RateIndex | undefined;
  readonly confidence: number;
}

function shownRates({ area, means, counts, cuts, full, shown, index, confidence }: ToShow): Pick<MeanAndRatesResult, "area" | "schools"> {
  const ids = cuts.map(({ id }) => id);
  const places = area.schools.flatMap(({ school }, k) => (shown.has(school) ? [k] : []));
  const at = (examination: "entrance" | "exit") => {
    const of = (k: number): ExaminationCounts => ({
      pupils: area.schools[k]!.pupils,
      mean: means.schools[k]![examination],
      counts: counts[k]!.map((count) => count[examination]),
    });
    const whole = {
      pupils: area.pupils,
      mean: means.area[examination],
      counts: ids.map((_, rate) => counts.reduce((sum, school) => sum + school[rate]![examination], 0)),
    };
    return ratesAt(places.map(of), whole, { ids, fullMarks: full[examination], index, confidence });
  };
  const [before, after] = [at("entrance"), at("exit")];
  const position = new Map(places.map((k, position) => [k, position]));
  const schools = area.schools.map(({ school, pupils }, k): SchoolRates | SuppressedSchool => {
    const found = position.get(k);
    if (found === undefined) return { school, status: "suppressed", reason: "below-minimum-cohort" };
    return { school, status: "shown", pupils, entrance: before.schools[found]!, exit: after.schools[found]! };
  });
  return { area: { pupils: area.pupils, entrance: before.area, exit: after.area }, schools };
}
