/** Degrees of freedom of a sum of two independent error variances (Satterthwaite 1946); infinite where both are 0. @internal */
export function jointFreedom(
  a: { readonly variance: number; readonly freedom: number },
  b: { readonly variance: number; readonly freedom: number },
): number {
  const sum = a.variance + b.variance;
  const part = ({ variance, freedom }: typeof a): number => (variance * variance) / freedom;
  return sum > 0 ? (sum * sum) / (part(a) + part(b)) : Number.POSITIVE_INFINITY;
}
