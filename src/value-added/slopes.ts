import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import type { SlopeComparison } from "./result.js";
import type { AreaMoments, SchoolMoments } from "./school-moments.js";

/**
 * Slopes of exit on entrance marks, from moments alone.
 *
 * `reliability` is that of the prior over the whole area (the share of its variance that a repeated examination would show again). Its error
 * variance (1 − reliability) × total variance is taken from the variance within schools (Fuller 1987, 1.2): `reliability-too-low` where that
 * leaves nothing.
 * @internal
 */
export function slopesOf(area: AreaMoments, reliability: number | undefined): Result<SlopeComparison, ValueAddedIssue> {
  const { total, within, schools } = area;
  if (reliability !== undefined && !(reliability > 0 && reliability <= 1))
    throw new SchoolGroupsError("invalid-argument", "priorReliability lies above 0 and at most at 1", { argument: "priorReliability" });
  const [first, ...others] = obstacles(area);
  if (first !== undefined) return failure([first, ...others]);
  const pooled = total.xy / total.xx;
  const slope = within.xy / within.xx;
  const between = { xx: total.xx - within.xx, xy: total.xy - within.xy };
  const residual = Math.max(0, within.yy - slope * within.xy);
  const freedom = area.pupils - schools.length - 1;
  const noise = reliability === undefined ? 0 : ((1 - reliability) * total.xx * (area.pupils - schools.length)) / area.pupils;
  if (reliability !== undefined && !(within.xx - noise > 1e-9 * within.xx))
    return failure([valueAddedIssue("reliability-too-low", ["priorReliability"], { reliability })]);
  return success({
    pooled,
    pooledError: Math.sqrt(clusterVariance(area, pooled)),
    within: slope,
    withinError: Math.sqrt(residual / freedom / within.xx),
    between: between.xx > 1e-12 * total.xx ? between.xy / between.xx : null,
    corrected: reliability === undefined ? null : within.xy / (within.xx - noise),
  });
}

function obstacles(area: AreaMoments): ValueAddedIssue[] {
  const { pupils, schools, total, within } = area;
  if (schools.length < 2) return [valueAddedIssue("schools-too-few", [], { schools: schools.length, needed: 2 })];
  const needed = schools.length + 2;
  if (pupils < needed) return [valueAddedIssue("pupils-too-few", [], { pupils, needed })];
  if (total.xx === 0) return [valueAddedIssue("scores-constant", ["prior"], { examination: "entrance" })];
  if (total.yy === 0) return [valueAddedIssue("scores-constant", ["outcome"], { examination: "exit" })];
  if (!(within.xx > 0)) return [valueAddedIssue("residuals-without-spread", [], { schools: schools.length })];
  return [];
}

/** CR1 of the slope with schools as clusters: G/(G−1) Σ (Σ (x − x̄) e)² ÷ Sxx². */
function clusterVariance(area: AreaMoments, slope: number): number {
  const scores = area.schools.map((school) => {
    const { dx, residual } = offset(area, school, slope);
    return school.xy - slope * school.xx + school.pupils * dx * residual;
  });
  const count = area.schools.length;
  const meat = scores.reduce((sum, score) => sum + score * score, 0);
  return ((count / (count - 1)) * meat) / (area.total.xx * area.total.xx);
}

/** How far a school's mean entrance mark lies from the area's, and its mean residual about a line of this slope through the area's means. @internal */
function offset(area: AreaMoments, school: SchoolMoments, slope: number): { readonly dx: number; readonly residual: number } {
  const dx = school.prior - area.prior;
  return { dx, residual: school.outcome - area.outcome - slope * dx };
}

/** Sum of squares of residuals about a school's own mean residual. @internal */
export function withinResidual({ xx, xy, yy }: { readonly xx: number; readonly xy: number; readonly yy: number }, slope: number): number {
  return Math.max(0, yy - 2 * slope * xy + slope * slope * xx);
}
