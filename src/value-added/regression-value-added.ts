import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import { checkValueAddedOptions, describeSchools, type SchoolEffect } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { areaOf, frameOf, intakeOf, marksOf, meanVariance, outcomeScale } from "./method-frame.js";
import type { PupilDesign } from "./pupil-design.js";
import type { PupilInput } from "./pupil-statistics.js";
import type { ExpectationLine, ValueAddedCaution, ValueAddedOptions, ValueAddedResult } from "./result.js";
import type { AreaMoments } from "./school-moments.js";
import { slopesOf, withinResidual } from "./slopes.js";

/** What regression residuals are taken from. */
export interface RegressionValueAddedOptions extends ValueAddedOptions {
  /**
   * `pooled` (default): the line through all pupils. `within`: the slope among schoolmates, so that what schools do to strong intakes is not
   * taken for intake. `corrected`: `within`, corrected for the prior's reliability.
   */
  readonly slope?: "pooled" | "within" | "corrected" | undefined;
  /** Reliability of the entrance score over the area, above 0 and at most 1; for `corrected`, and reported beside the others. */
  readonly priorReliability?: number | undefined;
  /**
   * 锚定: an earlier result of the same examinations whose line and standard deviation are the yardstick. Only then can a school's change
   * between cohorts be read as its own. One that is anchored itself is refused: anchor all to the first. That both exit examinations are on one scale is the caller's word.
   */
  readonly anchor?:
    | (Pick<ValueAddedResult, "line" | "area" | "cohort"> & Partial<Pick<ValueAddedResult, "method" | "entrance" | "exit" | "cautions">>)
    | undefined;
}

/**
 * 回归残差法. A school's mean of (exit mark − mark expected of the entrance mark), expected by one line for the area (national N5).
 *
 * What it cannot tell. An *unreliable prior* flattens the pooled line, and what is left of the intake favours schools of strong intake; the
 * opposite of gains: see `correlationWithIntake`, and `slopes` for the line by other routes. *Floors and ceilings* bend the true line at its
 * ends. *Regression to the mean* is allowed for as far as the line is right. Residuals are 0 on average over the area: they order, they do not
 * say whether the area got better.
 *
 * Error: residual spread within schools (`errors`) and the slope's error × the school's distance from the area's mean intake; for `pooled` the
 * slope's error is cluster-robust by school (Liang & Zeger 1986). Fails where there are fewer than two schools, nothing varies, or the
 * correction takes all (`reliability-too-low`).
 *
 * @example
 * ```ts
 * import { readPupils, regressionValueAdded } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 60, 60], ["b", 70, 80]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const result = pupils.ok ? regressionValueAdded(pupils.value, { scale: "marks" }) : pupils;
 * result.ok && result.value.line?.slope; // => 1
 * result.ok && result.value.schools.map((each) => (each.status === "estimated" ? each.estimate : null)); // => [5, -5]
 * ```
 */
export function regressionValueAdded(
  pupils: PupilInput,
  options: RegressionValueAddedOptions = {},
): Result<ValueAddedResult, ValueAddedIssue> {
  const { scale, errors } = checkValueAddedOptions(options);
  const kind = options.slope ?? "pooled";
  if (!["pooled", "within", "corrected"].includes(kind) || (kind === "corrected" && options.priorReliability === undefined))
    throw new SchoolGroupsError("invalid-argument", "slope is pooled, within, or corrected with a priorReliability", { argument: "slope" });
  const read = areaOf(pupils);
  if (!read.ok) return read;
  const { source, area } = read.value;
  const slopes = slopesOf(area, options.priorReliability);
  if (!slopes.ok) return slopes;
  const yardstick = yardstickOf(area, slopes.value, kind, { anchor: options.anchor, design: source.design });
  if (!yardstick.ok) return yardstick;
  const { line, outcomeMean, outcomeSd } = yardstick.value;
  const slopeError = line.slopeError ?? 0;
  const { unit, place } = outcomeScale(scale, outcomeMean, outcomeSd);
  const pooled = { sum: withinResidual(area.within, line.slope), freedom: area.pupils - area.schools.length - 1 };
  const effects = area.schools.map((school): SchoolEffect => {
    // An earlier line turns about the earlier area's mean.
    const dx = school.prior - (options.anchor?.area.priorMean ?? area.prior);
    const { variance, df } = meanVariance({ own: withinResidual(school, line.slope), pupils: school.pupils }, pooled, errors);
    return {
      school: school.school,
      pupils: school.pupils,
      intake: intakeOf(area, school),
      actual: place(school.outcome),
      expected: place(line.intercept + line.slope * school.prior),
      ownVariance: unit * unit * variance,
      loading: [unit * dx],
      df,
    };
  });
  const frame = {
    ...frameOf(source, area),
    ...(options.anchor === undefined ? {} : { yardstick: { cohort: options.anchor.cohort, outcomeMean, outcomeSd } }),
    method: "regression" as const,
    line,
    slopes: slopes.value,
    model: null,
    // An anchored line is given, not estimated from these pupils: as a yardstick it has no error.
    sharedErrors: [[options.anchor === undefined ? slopeError * slopeError : 0]],
    cautions: cautionsOf(kind, options.anchor !== undefined),
  };
  return describeSchools(frame, effects, options);
}

interface Yardstick {
  readonly line: ExpectationLine;
  readonly outcomeMean: number;
  readonly outcomeSd: number;
}

function yardstickOf(
  area: AreaMoments,
  slopes: NonNullable<ValueAddedResult["slopes"]>,
  kind: "pooled" | "within" | "corrected",
  { anchor, design }: { readonly anchor: RegressionValueAddedOptions["anchor"]; readonly design: PupilDesign },
): Result<Yardstick, ValueAddedIssue> {
  if (anchor !== undefined) {
    const obstacle = anchorObstacle(anchor, design);
    if (obstacle !== undefined || anchor.line === null) return failure([obstacle ?? notComparable("regression", "no line")]);
    return success({ line: anchor.line, outcomeMean: anchor.area.outcomeMean, outcomeSd: anchor.area.outcomeSd });
  }
  const slope = kind === "corrected" ? (slopes.corrected ?? slopes.within) : slopes[kind];
  // The corrected slope is the within slope times a known factor.
  const factor = kind === "corrected" && slopes.within !== 0 ? slope / slopes.within : 1;
  const slopeError = kind === "pooled" ? slopes.pooledError : slopes.withinError * Math.abs(factor);
  const line = { slope, slopeError, intercept: area.outcome - slope * area.prior };
  return success({ line, outcomeMean: area.outcome, outcomeSd: area.outcomeSd });
}

/** An anchor is a regression's line for the same marks, of another cohort. */
function anchorObstacle(
  anchor: NonNullable<RegressionValueAddedOptions["anchor"]>,
  { entrance, exit }: PupilDesign,
): ValueAddedIssue | undefined {
  if (anchor.line === null) return notComparable("regression", "no line");
  // Its spread and centre are not those its line came with.
  if (anchor.cautions?.includes("anchored") === true) return notComparable("first result", "anchored result");
  if (anchor.method !== undefined && anchor.method !== "regression") return notComparable("regression", anchor.method);
  for (const [mine, theirs] of [
    [entrance, anchor.entrance],
    [exit, anchor.exit],
  ] as const)
    if (theirs !== undefined && marksOf(mine) !== marksOf(theirs)) return notComparable(marksOf(mine), marksOf(theirs));
  return undefined;
}

function notComparable(mine: string, theirs: string): ValueAddedIssue {
  return valueAddedIssue("results-not-comparable", ["anchor"], { mine, theirs });
}

function cautionsOf(kind: "pooled" | "within" | "corrected", anchored: boolean): ValueAddedCaution[] {
  return [
    "floor-and-ceiling",
    ...(kind === "corrected" ? [] : (["prior-unreliable"] as const)),
    ...(anchored ? (["anchored"] as const) : []),
  ];
}
