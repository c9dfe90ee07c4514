/** A school's means with the error variance of the exit mean. @internal */
export interface MeanPoint {
  readonly x: number;
  readonly y: number;
  readonly variance: number;
}

/** A line through means of different precision. @internal */
export interface KnownVarianceLine {
  /** Weighted mean of x: the line is y = level + slope × (x − centre), level and slope uncorrelated. */
  readonly centre: number;
  readonly level: number;
  readonly slope: number;
  readonly levelVariance: number;
  readonly slopeVariance: number;
  /** Variance between schools beside the line. */
  readonly between: number;
}

/**
 * Precision-weighted least squares with weights 1 ÷ (error variance + variance between schools), the latter so that the weighted squares of
 * residuals sum to their degrees of freedom, or 0 where the errors alone explain them (Paule & Mandel 1982; DerSimonian & Kacker 2007). Undefined
 * where x does not vary. `given` sets the variance between schools beforehand.
 * @internal
 */
export function knownVarianceLine(points: readonly MeanPoint[], given?: number): KnownVarianceLine | undefined {
  let tau = given ?? 0;
  let line = lineAt(points, tau);
  if (given !== undefined) return line;
  // The sum is convex and falling in the variance: Newton from 0 never oversteps.
  for (let step = 0; line !== undefined && step < 200; step += 1) {
    let [excess, slope] = [2 - points.length, 0];
    for (const { x, y, variance } of points) {
      const residual = y - line.level - line.slope * (x - line.centre);
      const part = (residual * residual) / (variance + tau);
      excess += part;
      slope += part / (variance + tau);
    }
    if (!(excess > 0) || slope === 0) break;
    const next = tau + excess / slope;
    if (!(next > tau)) break;
    const done = next - tau <= 1e-15 * next;
    tau = next;
    line = lineAt(points, tau);
    if (done) break;
  }
  return line;
}

function lineAt(points: readonly MeanPoint[], between: number): KnownVarianceLine | undefined {
  const base = points[0] ?? { x: 0, y: 0 };
  let [weights, sumX, sumY] = [0, 0, 0];
  for (const { x, y, variance } of points) {
    const weight = 1 / (variance + between);
    weights += weight;
    sumX += weight * (x - base.x);
    sumY += weight * (y - base.y);
  }
  const [centre, level] = [base.x + sumX / weights, base.y + sumY / weights];
  let [xx, xy, size] = [0, 0, 0];
  for (const { x, y, variance } of points) {
    const weight = 1 / (variance + between);
    xx += weight * (x - centre) * (x - centre);
    xy += weight * (x - centre) * (y - level);
    size += weight * x * x;
  }
  if (!(xx > 1e-24 * size)) return undefined;
  return { centre, level, slope: xy / xx, levelVariance: 1 / weights, slopeVariance: 1 / xx, between };
}
