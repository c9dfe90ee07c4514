import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import { fitMixedModel, type MixedModelFit } from "../statistics/index.js";
import { adjustedBy, slopeOnGrid, withSchoolMeans } from "./derive-statistics.js";
import { checkValueAddedOptions, describeSchools, type SchoolEffect } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { varianceOf } from "./joint-errors.js";
import { areaOf, frameOf, intakeOf, outcomeScale } from "./method-frame.js";
import type { PupilInput } from "./pupil-statistics.js";
import type { ExpectationLine, SlopeComparison, ValueAddedCaution, ValueAddedOptions, ValueAddedResult } from "./result.js";
import type { AreaMoments, SchoolMoments } from "./school-moments.js";
import { slopesOf } from "./slopes.js";

/** What the mixed model takes for intake. */
export interface MixedValueAddedOptions extends ValueAddedOptions {
  /**
   * `pooled` (default): one slope, estimated with the school effects. `mundlak`: the school's mean intake beside the pupil's, so that effects
   * are those of schools of equal composition. `within`: the slope among schoolmates, composition left in the effect. `corrected`: `within`,
   * corrected for the prior's reliability.
   */
  readonly slope?: "pooled" | "mundlak" | "within" | "corrected" | undefined;
  /** Reliability of the entrance score over the area, above 0 and at most 1. */
  readonly priorReliability?: number | undefined;
}

/**
 * 多层模型法. Exit marks by entrance marks with a random effect of the school (REML): the shrunken estimate is its best linear unbiased
 * prediction, the error the comparative one (Goldstein 2011, 2.10). Categories judge the shrunken estimate; ranks and pairs the unshrunken.
 *
 * What it cannot tell. Effects are drawn towards 0, small schools most: a small excellent school is not shown as excellent. *Pooled* and
 * *within* slopes differ where good schools take strong intakes: `slopes` has both, and `mundlak` counts as expected whatever goes with the
 * mean intake, effects of schools included. An *unreliable prior* leaves intake in the effect unless `corrected`. *Floors and ceilings* bend
 * the line. The unshrunken estimate is the school's mean residual; its error allows for the estimated line.
 *
 * Fails where schools are too few (`mundlak` needs three), nothing varies or the fit has an obstacle (`fit-not-possible` with the code of the
 * statistics room; `leverage-one` where the fixed part alone settles a school's mean).
 *
 * @example
 * ```ts
 * import { mixedValueAdded, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 60, 60], ["b", 70, 75], ["c", 40, 70], ["c", 55, 90]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const result = pupils.ok ? mixedValueAdded(pupils.value, { scale: "marks" }) : pupils;
 * result.ok && result.value.schools.map((each) => each.status === "estimated" && each.shrunken < each.estimate); // => [false, false, true]
 * ```
 */
export function mixedValueAdded(pupils: PupilInput, options: MixedValueAddedOptions = {}): Result<ValueAddedResult, ValueAddedIssue> {
  const { scale } = checkValueAddedOptions(options);
  const kind = options.slope ?? "pooled";
  if (!["pooled", "mundlak", "within", "corrected"].includes(kind) || (kind === "corrected" && options.priorReliability === undefined))
    throw new SchoolGroupsError("invalid-argument", "slope is pooled, mundlak, within, or corrected with a priorReliability", {
      argument: "slope",
    });
  const read = areaOf(pupils);
  if (!read.ok) return read;
  const { source, area } = read.value;
  // Two means and a line of means: nothing would be left of either school.
  if (kind === "mundlak" && area.schools.length < 3)
    return failure([valueAddedIssue("schools-too-few", [], { schools: area.schools.length, needed: 3 })]);
  const slopes = slopesOf(area, options.priorReliability);
  if (!slopes.ok) return slopes;
  const fitted = fitOf(source.statistics().toJSON(), slopes.value, kind);
  if (!fitted.ok) return fitted;
  const { fit, given } = fitted.value;
  const { unit, place } = outcomeScale(scale, area.outcome, area.outcomeSd);
  const model = modelOf(area, slopes.value, { fit, given });
  const effects = area.schools.map((school, k) => effectOf(school, { area, fit, model, unit, place, k }));
  // The line runs through such a school's mean whatever its pupils did: what is left of its error is rounding.
  if (effects.some((effect) => !(varianceOf(effect, model.shared) > 1e-7 * effect.ownVariance)))
    return failure([valueAddedIssue("fit-not-possible", [], { reason: "leverage-one" })]);
  const [schoolVariance, residualVariance] = [fit.variances[0]!.variance * unit * unit, fit.variances[1]!.variance * unit * unit];
  const frame = {
    ...frameOf(source, area),
    method: "mixed-model" as const,
    line: model.line,
    slopes: slopes.value,
    model: {
      method: "REML" as const,
      schoolVariance,
      residualVariance,
      intraclass: schoolVariance / (schoolVariance + residualVariance),
      singular: fit.singular,
      meanSlope: fit.fixed[2]?.estimate ?? null,
    },
    betweenVariance: schoolVariance,
    sharedErrors: model.shared,
    cautions: cautionsOf(kind),
  };
  return describeSchools(frame, effects, options);
}

interface Fitted {
  readonly fit: MixedModelFit;
  /** A slope that was given to the fit, with its error. */
  readonly given: { readonly slope: number; readonly error: number } | undefined;
}

function fitOf(
  stored: Parameters<typeof withSchoolMeans>[0],
  slopes: SlopeComparison,
  kind: NonNullable<MixedValueAddedOptions["slope"]>,
): Result<Fitted, ValueAddedIssue> {
  const slope = kind === "corrected" ? (slopes.corrected ?? slopes.within) : slopes.within;
  const given = kind === "within" || kind === "corrected";
  const ratio = slopes.within === 0 ? 1 : Math.abs(slope / slopes.within);
  const statistics = given ? adjustedBy(stored, slope) : withSchoolMeans(stored);
  const response = given ? "adjusted" : "outcome";
  const fixed = given ? [] : kind === "mundlak" ? ["prior", "priorMean"] : ["prior"];
  const fit = statistics.ok ? fitMixedModel(statistics.value, { response, fixed }) : statistics;
  if (!fit.ok) return failure([valueAddedIssue("fit-not-possible", [], { reason: fit.issues[0].code })]);
  return success({ fit: fit.value, given: given ? { slope: slopeOnGrid(stored, slope), error: slopes.withinError * ratio } : undefined });
}

interface Model {
  readonly line: ExpectationLine;
  readonly shared: readonly (readonly number[])[];
  /** The fixed part's row of a school, about the area's mean prior. */
  readonly rowOf: (school: SchoolMoments) => readonly number[];
}

/**
 * Covariance of (mean residual − effect) of two schools: with q = x'Vx of their rows about V, the fixed effects' covariance, and λ the
 * reliabilities, q (λ₁ + λ₂ − 1), as the errors of the line and of the schools' own means go together. Written as loading' S loading with
 * loading (x, λx) and S = [[−V, V], [V, 0]]; a slope given beforehand adds its own variance.
 */
function modelOf(area: AreaMoments, slopes: SlopeComparison, { fit, given }: Fitted): Model {
  const count = fit.fixed.length;
  const centred = centredCovariance(fit.fixedCovariance, area.prior);
  const size = 2 * count + (given === undefined ? 0 : 1);
  const shared = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let r = 0; r < count; r += 1)
    for (let c = 0; c < count; c += 1) {
      shared[r]![c] = -centred[r]![c]!;
      shared[r]![count + c] = centred[r]![c]!;
      shared[count + r]![c] = centred[r]![c]!;
    }
  if (given !== undefined) shared[2 * count]![2 * count] = given.error * given.error;
  const slope = given?.slope ?? fit.fixed[1]?.estimate ?? slopes.pooled;
  const line = {
    slope,
    slopeError: given?.error ?? fit.fixed[1]?.standardError ?? 0,
    intercept: fit.fixed[0]!.estimate + (count === 3 ? fit.fixed[2]!.estimate * area.prior : 0),
  };
  const rowOf = ({ prior }: SchoolMoments): number[] => {
    const dx = prior - area.prior;
    return [1, dx, dx].slice(0, count);
  };
  return { line, shared, rowOf };
}

/** Covariance of the fixed effects with every column measured from the area's mean prior. */
function centredCovariance(covariance: readonly (readonly number[])[], mean: number): number[][] {
  const count = covariance.length;
  const shift = (r: number, k: number): number => (r === k ? 1 : r === 0 ? mean : 0);
  return Array.from({ length: count }, (_, r) =>
    Array.from({ length: count }, (__, c) => {
      let sum = 0;
      for (let i = 0; i < count; i += 1) for (let j = 0; j < count; j += 1) sum += shift(r, i) * covariance[i]![j]! * shift(c, j);
      return sum;
    }),
  );
}

interface Place {
  readonly area: AreaMoments;
  readonly fit: MixedModelFit;
  readonly model: Model;
  readonly unit: number;
  readonly place: (mark: number) => number;
  readonly k: number;
}

function effectOf(school: SchoolMoments, { area, fit, model, unit, place, k }: Place): SchoolEffect {
  const group = fit.groups[k]!;
  const predicted = group.effects[0]!;
  const residual = group.residualSum / group.weight;
  const row = model.rowOf(school);
  const reliability = predicted.shrinkage;
  const dx = school.prior - area.prior;
  const loading = [...row, ...row.map((value) => value * reliability), ...(model.shared.length % 2 === 1 ? [dx] : [])];
  return {
    school: school.school,
    pupils: school.pupils,
    intake: intakeOf(area, school),
    actual: place(school.outcome),
    expected: place(school.outcome - residual),
    ownVariance: (unit * unit * fit.variances[1]!.variance) / school.pupils,
    loading: loading.map((value) => unit * value),
    df: Number.POSITIVE_INFINITY,
    predicted: { shrunken: unit * predicted.estimate, error: unit * predicted.comparativeError, reliability },
  };
}

function cautionsOf(kind: NonNullable<MixedValueAddedOptions["slope"]>): ValueAddedCaution[] {
  return [
    "floor-and-ceiling",
    ...(kind === "corrected" ? [] : (["prior-unreliable"] as const)),
    ...(kind === "mundlak" ? (["composition-removed"] as const) : []),
  ];
}
