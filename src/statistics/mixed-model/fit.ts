import { failure, type Result, SchoolGroupsError, success } from "../../core/index.js";
import { log } from "../elementary.js";
import type { Statistics } from "../exact/statistics.js";
import { type FitIssue, fitIssue } from "../fit-issues.js";
import { effectCovariance, estimateContrast } from "./contrasts.js";
import { contrast, type EffectSource, groupEffects, upperEffects } from "./effects.js";
import type { Engine } from "./engine.js";
import { fixedEffects } from "./fixed-effects.js";
import { interceptsEngine } from "./intercepts.js";
import { withoutLikeness } from "./likeness.js";
import { type ModelData, modelDataOf } from "./model-data.js";
import { type Found, findOptimum, type MixedModelProgress, type Problem, problemOf, totalProducts } from "./optimum.js";
import { type MixedModelOptions, type Plan, planOf } from "./options.js";
import { nearlyCollinear, obstacles } from "./rank.js";
import type { MixedModelFit } from "./result.js";
import { responseUnit } from "./scale-back.js";
import { slopesEngine } from "./slopes.js";
import { intraclass, meanVariances, singularLevel, varianceComponents, varianceTests } from "./variances.js";

const TWO_PI = 6.283185307179586;

/**
 * 拟合多层混合模型. Rows in groups (and groups in upper units): response = constant + fixed columns + effect of the group + effect of the
 * upper unit + residual, by maximum likelihood or REML, from exact statistics: the rows are not needed again.
 *
 * Newton's method with analytic derivatives from a moment start; a variance estimated as 0 is a result (`singular`, with a notice). What
 * stands in the way of a fit comes back as issues: constant or collinear columns by name, too few groups, nothing left to explain.
 * Nearly collinear columns cost no digit in models of intercepts; with random slopes they cost about twice the digits in which they agree.
 * For `lmer(y ~ x + (1 | school))` give `fixed: ["x"]`, for `(x | school)` also `groupSlopes: ["x"]`; `(1 | group/school)` needs statistics
 * with `upper: true`; see docs/guide/mixed-models.en.md.
 *
 * Throws `SchoolGroupsError` for options that make no sense. Source: Bates et al. (2015), J. Stat. Software 67(1), for the profiled criterion.
 *
 * @example
 * ```ts
 * import { createStatistics, fitMixedModel } from "school-groups/statistics";
 *
 * const statistics = createStatistics({ columns: [{ id: "mark", step: "1" }] });
 * statistics.addColumns({ group: ["a", "a", "b", "b", "c", "c"], values: { mark: [8, 10, 11, 13, 20, 22] } });
 * const fit = fitMixedModel(statistics, { response: "mark", fixed: [] });
 * fit.ok && fit.value.fixed[0]?.estimate; // => 14
 * ```
 */
export function fitMixedModel(statistics: Statistics, options: MixedModelOptions): Result<MixedModelFit, FitIssue> {
  const steps = fitMixedModelSteps(statistics, options);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/**
 * 逐步拟合多层混合模型. As `fitMixedModel`, one evaluation of the criterion per step: for showing progress, and for stopping by not going on.
 *
 * @example
 * ```ts
 * import { createStatistics, fitMixedModelSteps } from "school-groups/statistics";
 *
 * const statistics = createStatistics({ columns: [{ id: "mark", step: "1" }] });
 * statistics.addColumns({ group: ["a", "a", "b", "b", "c", "c"], values: { mark: [8, 10, 11, 13, 20, 22] } });
 * const steps = fitMixedModelSteps(statistics, { response: "mark", fixed: [] });
 * let next = steps.next();
 * while (!next.done) next = steps.next();
 * next.value.ok; // => true
 * ```
 */
export function* fitMixedModelSteps(
  statistics: Statistics,
  options: MixedModelOptions,
): Generator<MixedModelProgress, Result<MixedModelFit, FitIssue>, void> {
  const state = statistics.state();
  const plan = planOf(state.layout, options);
  const whole = modelDataOf(state, plan);
  const [first, ...others] = obstacles(whole, plan);
  if (first !== undefined) return failure([first, ...others]);
  const data = hasSlopes(plan) ? whole : withoutLikeness(whole, plan.fixed.length);
  const freedom = data.rows - (plan.reml ? plan.fixed.length + 1 : 0);
  const problem = problemOf(engineOf(data, plan), { reml: plan.reml, freedom }, plan.maxEvaluations);
  const total = totalProducts(data);
  const found = yield* findOptimum(problem, data, total);
  if (found === undefined) return failure([fitIssue("residuals-zero", ["response"], { response: plan.response })]);
  const fit = yield* describe(problem, data, plan, { ...found, total }, options);
  return success(fit, [...(hasSlopes(plan) ? nearlyCollinear(whole, plan) : []), ...notices(problem, found, fit)]);
}

function hasSlopes({ groupZ, upperZ }: Plan): boolean {
  return groupZ.length > 1 || upperZ.length > 1;
}

function engineOf(data: ModelData, plan: Plan): Engine {
  return hasSlopes(plan) ? slopesEngine(data, plan.groupZ, plan.upperZ) : interceptsEngine(data, plan.upperZ.length > 0);
}

function notices(problem: Problem, found: Found, fit: MixedModelFit): FitIssue[] {
  const issues: FitIssue[] = [];
  const level = singularLevel(problem, found.optimum.at.evaluation.theta);
  if (level >= 0)
    issues.push(
      fitIssue("singular-fit", ["random", problem.engine.levels[level]!.level], { component: problem.engine.levels[level]!.level }),
    );
  const { converged, evaluations, gradientNorm } = fit.optimiser;
  if (!converged) issues.push(fitIssue("not-converged", [], { evaluations, gradientNorm }));
  return issues;
}

function* describe(
  problem: Problem,
  data: ModelData,
  plan: Plan,
  found: Found & { readonly total: Float64Array },
  options: MixedModelOptions,
): Generator<MixedModelProgress, MixedModelFit, void> {
  const { optimum } = found;
  const { evaluation } = optimum.at;
  const sigma2 = evaluation.residual / problem.kind.freedom;
  const { fixed, covariance: fixedCovariance } = fixedEffects(problem, data, plan, optimum);
  const { variances, covariances } = yield* varianceComponents(problem, data, plan, optimum);
  const source: EffectSource = { data, plan, evaluation, terms: problem.engine.terms(evaluation.theta), sigma2 };
  const groups = groupEffects(source);
  const parameters = fixed.length + problem.engine.components + 1;
  const criterion = criterionOf(problem, data, evaluation);
  const places = covariancePlaces(data, options);
  return {
    method: plan.reml ? "REML" : "ML",
    response: plan.response,
    rows: data.rows,
    fixed,
    fixedCovariance,
    variances,
    covariances,
    criterion,
    logLikelihood: -criterion / 2,
    aic: criterion + 2 * parameters,
    bic: criterion + log(data.rows) * parameters,
    parameters,
    ...shares(problem, data, found, found.total, sigma2),
    ...(options.varianceTests === true ? { tests: yield* varianceTests(problem, plan, found) } : {}),
    singular: singularLevel(problem, evaluation.theta) >= 0,
    groups,
    uppers: upperEffects(source),
    ...(places === undefined ? {} : { covariance: effectCovariance(source, places) }),
    ...(options.contrasts === undefined ? {} : { contrasts: options.contrasts.map((asked) => estimateContrast(source, asked)) }),
    optimiser: {
      evaluations: found.evaluations,
      converged: optimum.converged,
      gradientNorm: optimum.gradientNorm,
      gradient: evaluation.gradient,
      theta: evaluation.theta,
    },
  };
}

/** −2 log likelihood with all constants, in the caller's units. */
function criterionOf(problem: Problem, data: ModelData, evaluation: EffectSource["evaluation"]): number {
  const { freedom, reml } = problem.kind;
  const unit = responseUnit(data);
  let constant = freedom * (1 + log(TWO_PI / freedom) + 2 * log(unit)) - data.logWeights;
  if (reml) for (let c = 0; c < data.size - 2; c++) constant += 2 * log(data.unit[c]!);
  return evaluation.value + constant;
}

function shares(
  problem: Problem,
  data: ModelData,
  found: Found,
  flat: Float64Array,
  sigma2: number,
): Pick<MixedModelFit, "icc" | "rSquared"> {
  const { evaluation } = found.optimum.at;
  const { size } = data;
  const total = Array.from({ length: size }, (_, r) => Array.from(flat.subarray(r * size, (r + 1) * size)));
  const means = meanVariances(problem, evaluation.theta, total);
  const weight = total[0]![0]!;
  const beta = contrast(evaluation.beta).map((b) => -b);
  let explained = 0;
  for (let r = 1; r < size - 1; r++) {
    for (let c = 1; c < size - 1; c++) explained += beta[r]! * beta[c]! * (total[r]![c]! - (total[0]![r]! * total[0]![c]!) / weight);
  }
  const spread = Math.max(0, (explained / weight) * (data.rows / (data.rows - 1)));
  const random = sigma2 * means.reduce((sum, value) => sum + value, 0);
  const whole = spread + random + sigma2;
  return { icc: intraclass(problem, means), rSquared: { marginal: spread / whole, conditional: (spread + random) / whole } };
}

function covariancePlaces(data: ModelData, { covariance }: MixedModelOptions): number[] | undefined {
  if (covariance === undefined) return undefined;
  if (covariance === "all") return data.units.map((_, j) => j);
  return covariance.map(({ group, upper }) => {
    const place = data.units.findIndex((unit) => unit.group === group && unit.upper === upper);
    if (place < 0) throw new SchoolGroupsError("unknown-id", `covariance names a group without rows: ${group}`, { group });
    return place;
  });
}
