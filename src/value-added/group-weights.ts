import { normalQuantile } from "../statistics/index.js";
import type { GroupExposure } from "./group-exposure.js";
import { varianceOfSum } from "./joint-errors.js";
import type { SchoolValueAdded, ValueAddedResult } from "./result.js";

/** A weighted sum of schools' estimates with its error. */
export interface GroupContrast {
  readonly estimate: number;
  readonly standardError: number;
}

/** A school's part in a weighted sum. @internal */
export interface Weighted {
  readonly school: string;
  readonly weight: number;
}

function estimatesOf(fit: ValueAddedResult): ReadonlyMap<string, SchoolValueAdded> {
  return new Map(fit.schools.flatMap((each) => (each.status === "estimated" ? [[each.school, each] as const] : [])));
}

/** Weights that sum to 1 over the schools with an estimate. @internal */
export function weightsOf(fit: ValueAddedResult, exposures: readonly GroupExposure[], weights: "pupils" | "schools"): readonly Weighted[] {
  const estimates = estimatesOf(fit);
  const raw = exposures.flatMap(({ school, share }) => {
    const found = estimates.get(school);
    return found === undefined ? [] : [{ school, weight: share * (weights === "pupils" ? found.pupils : 1) }];
  });
  const total = raw.reduce((sum, { weight }) => sum + weight, 0);
  return raw.map(({ school, weight }) => ({ school, weight: weight / total }));
}

/** The schools' own part of a weighted sum's error, and its place in the part they share. @internal */
export function partsOf(
  fit: ValueAddedResult,
  terms: readonly Weighted[],
): { readonly ownVariance: number; readonly loading: readonly number[] } {
  const estimates = estimatesOf(fit);
  const placed = terms.map(({ school, weight }) => ({ ...estimates.get(school)!, weight }));
  const loading = fit.sharedErrors.map((_, k) => placed.reduce((sum, each) => sum + each.weight * each.loading[k]!, 0));
  return { ownVariance: placed.reduce((sum, { weight, ownVariance }) => sum + weight * weight * ownVariance, 0), loading };
}

/** A weighted sum of estimates with its error, shared parts included; a school named twice has the sum of its weights. @internal */
export function contrastOf(fit: ValueAddedResult, terms: readonly Weighted[]): GroupContrast {
  const estimates = estimatesOf(fit);
  const joined = new Map<string, number>();
  for (const { school, weight } of terms) joined.set(school, (joined.get(school) ?? 0) + weight);
  const placed = [...joined].map(([school, weight]) => ({ ...estimates.get(school)!, weight }));
  return {
    estimate: placed.reduce((sum, { estimate, weight }) => sum + weight * estimate, 0),
    standardError: Math.sqrt(varianceOfSum(placed, fit.sharedErrors)),
  };
}

/** Smallest change that a two-sided test at `alpha` sees with this power: (z(1 − α/2) + z(power)) × standard error. @internal */
export function smallestVisible(standardError: number, alpha: number, power = 0.8): number {
  return (normalQuantile(alpha / 2, "upper") + normalQuantile(power)) * standardError;
}
