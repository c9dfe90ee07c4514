import { failure, type Result, SchoolGroupsError } from "../core/index.js";
import { checkValueAddedOptions, describeSchools, type SchoolEffect } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { areaOf, frameOf, intakeOf, meanVariance } from "./method-frame.js";
import type { PupilInput } from "./pupil-statistics.js";
import type { ValueAddedOptions, ValueAddedResult } from "./result.js";

/**
 * 标准分差值法. A school's mean of (exit z − entrance z), both standardised over the whole area: output minus input (national N5).
 *
 * What it cannot tell. *Regression to the mean*: an imperfect entrance score makes low scorers rise and high scorers fall by chance, so that
 * simple gains favour schools of weak intake; look at `correlationWithIntake` before publishing. *Floors and ceilings*: pupils near the highest
 * mark cannot gain. Standard scores compare places in the area; the whole area's progress is 0 by construction.
 *
 * Error: spread of gains within schools (`errors`), the area's means and standard deviations taken as known. Scale `z` or `t` (10 z); marks of
 * two examinations have no difference, and asking for them throws.
 *
 * @example
 * ```ts
 * import { gainScores, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 60, 60], ["b", 70, 80]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const result = pupils.ok ? gainScores(pupils.value) : pupils;
 * result.ok && result.value.schools.map((each) => (each.status === "estimated" ? Math.round(1000 * each.estimate) / 1000 : null));
 * // => [0.707, -0.707]
 * ```
 */
export function gainScores(pupils: PupilInput, options: ValueAddedOptions = {}): Result<ValueAddedResult, ValueAddedIssue> {
  const { scale, errors } = checkValueAddedOptions(options);
  if (scale === "marks")
    throw new SchoolGroupsError("invalid-argument", "marks of two examinations have no difference: use z or t", { argument: "scale" });
  const read = areaOf(pupils);
  if (!read.ok) return read;
  const { source, area } = read.value;
  const factor = scale === "t" ? 10 : 1;
  const base = scale === "t" ? 50 : 0;
  const gainSquares = ({ xx, xy, yy }: { readonly xx: number; readonly xy: number; readonly yy: number }): number =>
    factor *
    factor *
    Math.max(0, yy / (area.outcomeSd * area.outcomeSd) - (2 * xy) / (area.outcomeSd * area.priorSd) + xx / (area.priorSd * area.priorSd));
  const pooled = { sum: gainSquares(area.within), freedom: area.pupils - area.schools.length };
  if (pooled.freedom < 1) return failure([valueAddedIssue("pupils-too-few", [], { pupils: area.pupils, needed: area.schools.length + 1 })]);
  const effects = area.schools.map((school): SchoolEffect => {
    const { variance, df } = meanVariance({ own: gainSquares(school), pupils: school.pupils }, pooled, errors);
    const intake = intakeOf(area, school);
    return {
      school: school.school,
      pupils: school.pupils,
      intake,
      actual: base + (factor * (school.outcome - area.outcome)) / area.outcomeSd,
      expected: base + factor * intake,
      ownVariance: variance,
      loading: [],
      df,
    };
  });
  const frame = {
    ...frameOf(source, area),
    method: "gain-scores" as const,
    line: null,
    slopes: null,
    model: null,
    sharedErrors: [],
    cautions: ["regression-to-mean", "floor-and-ceiling"] as const,
  };
  return describeSchools(frame, effects, options);
}
