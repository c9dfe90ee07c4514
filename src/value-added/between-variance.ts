/**
 * Variance between schools about 0 from estimates with known error variances: the τ² ≥ 0 with Σ e² ÷ (v + τ²) = number of schools, which
 * exists once, as the sum falls in τ² (Paule & Mandel 1982, about a known centre). 0 where the errors alone explain the estimates.
 * @internal
 */
export function betweenVariance(effects: readonly { readonly estimate: number; readonly variance: number }[]): number {
  const usable = effects.filter(({ variance }) => variance > 0);
  if (usable.length === 0) return 0;
  const excess = (tau: number): { value: number; slope: number } => {
    let value = -usable.length;
    let slope = 0;
    for (const { estimate, variance } of usable) {
      const part = (estimate * estimate) / (variance + tau);
      value += part;
      slope -= part / (variance + tau);
    }
    return { value, slope };
  };
  let tau = 0;
  // The sum is convex and falling: Newton from the left never oversteps.
  for (let step = 0; step < 200; step += 1) {
    const { value, slope } = excess(tau);
    if (!(value > 0) || slope === 0) break;
    const next = tau - value / slope;
    if (!(next > tau)) break;
    const done = next - tau <= 1e-15 * next;
    tau = next;
    if (done) break;
  }
  return tau;
}
