import type { ContrastEstimate } from "./contrasts.js";

/** A fixed effect. `p` is two-sided from Student's t with Satterthwaite's degrees of freedom. */
export interface FixedEffect {
  /** The column; absent for the constant. */
  readonly column?: string | undefined;
  readonly estimate: number;
  readonly standardError: number;
  /** Satterthwaite's approximation (1946), as for contrasts of mixed models by Giesbrecht & Burns (1985). */
  readonly df: number;
  readonly t: number;
  readonly p: number;
  /** estimate ± t quantile × standard error; present when `confidence` was asked for. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** A variance of the model. */
export interface VarianceComponent {
  readonly level: "group" | "upper" | "residual";
  /** The column whose effect varies; absent for the constant and the residual. */
  readonly column?: string | undefined;
  readonly variance: number;
  readonly sd: number;
  /** Profile likelihood limits of the variance; `high` is null where the profile stays below its limit. Present with `confidence`. */
  readonly low?: number | undefined;
  readonly high?: number | null | undefined;
}

/** How two random coefficients of one level go together; `null` correlation where a variance is 0. */
export interface RandomCovariance {
  readonly level: "group" | "upper";
  /** The columns; null for the constant. */
  readonly columns: readonly [string | null, string | null];
  readonly covariance: number;
  readonly correlation: number | null;
  /**
   * Profile likelihood limits of the correlation; −1 or 1 where the profile stays below its limit that far, null without a correlation.
   * Present with `confidence`. The covariance has none of its own.
   */
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
}

/** A predicted random coefficient of one unit (BLUP). */
export interface EffectEstimate {
  /** The column; absent for the constant. */
  readonly column?: string | undefined;
  readonly estimate: number;
  /** √Var(effect | data) with the fixed effects taken as known: lme4's conditional standard deviation. */
  readonly conditionalError: number;
  /** √Var(estimate − effect), fixed effects estimated and variances taken as known: for comparing units (Goldstein 2011, 2.10). */
  readonly comparativeError: number;
  /** 1 − conditional variance / variance: 0 for a unit without information, near 1 for a large one. 0 where the variance is 0. */
  readonly shrinkage: number;
}

/** The effects of one group. */
export interface GroupEffects {
  readonly group: string;
  readonly upper?: string | undefined;
  readonly rows: number;
  /** Sum of the rows' weights; their number where there are none. */
  readonly weight: number;
  /** Σ weight × (response − fixed part): over `weight` it is the raw mean residual, before shrinkage. */
  readonly residualSum: number;
  readonly effects: readonly EffectEstimate[];
}

/** The effects of one upper unit. */
export interface UpperEffects {
  readonly upper: string;
  readonly groups: number;
  readonly rows: number;
  readonly weight: number;
  readonly residualSum: number;
  readonly effects: readonly EffectEstimate[];
}

/** A likelihood ratio test of a variance against 0, by the mixture ½χ²(q − 1) + ½χ²(q) of the q parameters that fall (Stram & Lee 1994). */
export interface VarianceTest {
  readonly level: "group" | "upper";
  readonly column?: string | undefined;
  /** Criterion without the variance less criterion with it. */
  readonly statistic: number;
  readonly p: number;
}

/** Share of the variance on a level, and how alike two rows of one unit are, after the fixed effects. */
export interface IntraclassCorrelation {
  readonly level: "group" | "upper";
  /** The level's own share of the variance. */
  readonly share: number;
  /** Correlation of two rows of one unit: for groups with their upper unit's share. */
  readonly correlation: number;
}

/** What the optimiser did. */
export interface OptimiserReport {
  /** Evaluations of the criterion on the way to the optimum and on the boundary; small tables are searched from other starts too, which do not count. */
  readonly evaluations: number;
  readonly converged: boolean;
  /** √(g'H⁻¹g) in units of the criterion over the parameters off the boundary: the criterion could fall by half its square. */
  readonly gradientNorm: number;
  /** Derivatives of the criterion by the relative variances (and covariances), level by level. */
  readonly gradient: readonly number[];
  /** Relative variances and covariances in model scale (columns centred and scaled by powers of two): lower triangles row by row. */
  readonly theta: readonly number[];
}

/** 多层混合模型的拟合结果. */
export interface MixedModelFit {
  readonly method: "REML" | "ML";
  readonly response: string;
  readonly rows: number;
  /** The constant first, then the columns in the order asked for. */
  readonly fixed: readonly FixedEffect[];
  readonly fixedCovariance: readonly (readonly number[])[];
  /** Groups, upper units, residual. */
  readonly variances: readonly VarianceComponent[];
  readonly covariances: readonly RandomCovariance[];
  /** −2 log likelihood (of the residuals with REML), all constants included. */
  readonly criterion: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Estimated parameters: fixed effects, (co)variances, residual variance. */
  readonly parameters: number;
  readonly icc: readonly IntraclassCorrelation[];
  /** Nakagawa & Schielzeth (2013), with random slopes as in Johnson (2014): fixed effects alone, and with the random ones. */
  readonly rSquared: { readonly marginal: number; readonly conditional: number };
  readonly tests?: readonly VarianceTest[] | undefined;
  /** Is a variance 0 or are random effects fully correlated? A result, told in `issues` too. */
  readonly singular: boolean;
  readonly groups: readonly GroupEffects[];
  readonly uppers: readonly UpperEffects[];
  /** Covariance of estimate − effect of the groups' constants, in the order asked for (`all`: that of `groups`). */
  readonly covariance?: readonly (readonly number[])[] | undefined;
  readonly contrasts?: readonly ContrastEstimate[] | undefined;
  readonly optimiser: OptimiserReport;
}
