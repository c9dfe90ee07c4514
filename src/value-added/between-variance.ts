/** Variance between schools, and the mean they vary about. @internal */
export interface BetweenSchools {
  readonly variance: number;
  /** Weighted by 1 ÷ (error variance + variance between schools). */
  readonly mean: number;
}

/**
 * Variance between schools from estimates with known error variances: the τ² ≥ 0 with Σ (e − mean)² ÷ (v + τ²) = number of schools − 1, the mean weighted alike,
 * which exists once, as the sum falls in τ² (Paule & Mandel 1982; DerSimonian & Kacker 2007). About the schools' own mean: residuals of a line through them all centre on
 * 0 by construction, and a rise that all share is no difference between schools. 0 where the errors alone explain the estimates.
 * @internal
 */
export function betweenSchools(effects: readonly { readonly estimate: number; readonly variance: number }[]): BetweenSchools {
  const usable = effects.filter(({ variance }) => variance > 0);
  if (usable.length === 0) return { variance: 0, mean: 0 };
  let tau = 0;
  let mean = weightedMean(usable, tau);
  // The sum is convex and falling, the mean being where it is least: Newton from the left never oversteps.
  for (let step = 0; step < 200; step += 1) {
    let [value, slope] = [1 - usable.length, 0];
    for (const { estimate, variance } of usable) {
      const part = ((estimate - mean) * (estimate - mean)) / (variance + tau);
      value += part;
      slope += part / (variance + tau);
    }
    if (!(value > 0) || slope === 0) break;
    const next = tau + value / slope;
    if (!(next > tau)) break;
    const done = next - tau <= 1e-15 * next;
    tau = next;
    mean = weightedMean(usable, tau);
    if (done) break;
  }
  return { variance: tau, mean };
}

function weightedMean(effects: readonly { readonly estimate: number; readonly variance: number }[], tau: number): number {
  const first = effects[0]!.estimate;
  let [weights, sum] = [0, 0];
  for (const { estimate, variance } of effects) {
    weights += 1 / (variance + tau);
    sum += (estimate - first) / (variance + tau);
  }
  return first + sum / weights;
}
