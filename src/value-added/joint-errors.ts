/** A school's place in the errors that schools share. */
export interface ErrorPlace {
  readonly ownVariance: number;
  readonly loading: readonly number[];
}

/** loading' × shared × loading. @internal */
function sharedCovariance(a: readonly number[], b: readonly number[], shared: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let r = 0; r < a.length; r += 1) {
    const row = shared[r]!;
    for (let c = 0; c < b.length; c += 1) sum += a[r]! * row[c]! * b[c]!;
  }
  return sum;
}

/** Variance of one school's estimate. @internal */
export function varianceOf(place: ErrorPlace, shared: readonly (readonly number[])[]): number {
  return place.ownVariance + sharedCovariance(place.loading, place.loading, shared);
}

/** Variance of a weighted sum of schools' estimates. @internal */
export function varianceOfSum(
  terms: readonly (ErrorPlace & { readonly weight: number })[],
  shared: readonly (readonly number[])[],
): number {
  const loading = shared.map((_, k) => terms.reduce((sum, term) => sum + term.weight * term.loading[k]!, 0));
  const own = terms.reduce((sum, term) => sum + term.weight * term.weight * term.ownVariance, 0);
  return Math.max(0, own + sharedCovariance(loading, loading, shared));
}
