import { studentQuantile, studentTails } from "../statistics/index.js";
import type { SchoolInGroup } from "./group-level.js";

/** An error that allows for clusters, and the interval it gives. */
export interface ClusteredInterval {
  readonly standardError: number;
  /** Welch's degrees of freedom: each side's own, joined by the variances found. */
  readonly df: number;
  readonly low: number;
  readonly high: number;
}

/** Schools that hang together: how many, and the sum of their changes. @internal */
export interface ChangesOfCluster {
  readonly size: number;
  readonly sum: number;
}

/** Per school a name of its cluster: its group, joined with the groups that share a school with it, or itself. @internal */
export function clustersOf(
  schools: readonly string[],
  times: readonly number[],
  groups: readonly SchoolInGroup[] | undefined,
): readonly string[] {
  const joined = new Set(schools.filter((_, k) => times[k]! >= 0));
  // A school leads to the group it was seen in first, a group to the group it hangs together with.
  const leads = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    while (leads.has(at)) at = leads.get(at)!;
    return at;
  };
  for (const { school, group } of groups ?? []) {
    if (!joined.has(school)) continue;
    const [a, b] = [root(`school ${school}`), root(`group ${group}`)];
    if (a !== b) leads.set(a, b);
  }
  return schools.map((school) => root(`school ${school}`));
}

/** A difference of two means with its error. @internal */
export interface ClusteredDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly df: number;
}

/**
 * Joining − compared with CR2 per side (Bell & McCaffrey 2002): Σ R² ÷ (1 − m_g/m) ÷ m², R the sum of a cluster's residuals; for clusters of one school Welch's
 * s₁²/m + s₀²/c. The sides need not spread alike (groups share a shock, single schools have none), so that degrees of freedom are Welch's (1947) of the sides', and a side's
 * are the fewer of those with independent schools and with schools of a cluster all alike: G − 1 for G clusters of one size. Null where a side is one cluster: nothing
 * tells how clusters spread.
 * @internal
 */
export function clusteredDifference(
  joining: readonly ChangesOfCluster[],
  compared: readonly ChangesOfCluster[],
): ClusteredDifference | null {
  const [a, b] = [sideOf(joining), sideOf(compared)];
  if (a === undefined || b === undefined) return null;
  const variance = a.variance + b.variance;
  const part = ({ variance: own, freedom }: typeof a): number => (own * own) / freedom;
  const least = Math.min(a.freedom, b.freedom);
  const df = variance > 0 ? (variance * variance) / (part(a) + part(b)) : least;
  return { difference: a.mean - b.mean, standardError: Math.sqrt(variance), df };
}

/** Its interval about an estimate. @internal */
export function clusteredInterval({ difference, standardError, df }: ClusteredDifference, confidence: number): ClusteredInterval {
  const reach = studentQuantile((1 - confidence) / 2, df, "upper") * standardError;
  return { standardError, df, low: difference - reach, high: difference + reach };
}

/** Two-sided p of Student's t with Welch's degrees of freedom; 1 where nothing differs. @internal */
export function clusteredP({ difference, standardError, df }: ClusteredDifference): number {
  if (difference === 0) return 1;
  return standardError > 0 ? 2 * studentTails(Math.abs(difference) / standardError, df).upper : 0;
}

/** How many clusters of one size would tell as much: (Σ m)² ÷ Σ m² (Carter, Schnepel & Steigerwald 2017). @internal */
export function effectiveClusters(clusters: readonly { readonly size: number }[]): number {
  const sum = clusters.reduce((all, { size }) => all + size, 0);
  return (sum * sum) / clusters.reduce((all, { size }) => all + size * size, 0);
}

interface Side {
  readonly mean: number;
  readonly variance: number;
  readonly freedom: number;
}

function sideOf(clusters: readonly ChangesOfCluster[]): Side | undefined {
  if (clusters.length < 2) return undefined;
  let [m, total] = [0, 0];
  for (const { size, sum } of clusters) {
    m += size;
    total += sum;
  }
  const mean = total / m;
  let variance = 0;
  for (const { size, sum } of clusters) {
    const residual = sum - size * mean;
    variance += (residual * residual) / (1 - size / m);
  }
  return { mean, variance: variance / m / m, freedom: Math.min(freedomApart(clusters, m), freedomAlike(clusters, m)) };
}

/** Satterthwaite's tr² ÷ tr(B²) of the quadratic form behind the variance, under equal independent errors of schools. */
function freedomApart(clusters: readonly ChangesOfCluster[], m: number): number {
  let [diagonal, apart, within] = [0, 0, 0];
  for (const { size } of clusters) {
    diagonal += size * size;
    // Off the diagonal: m_g² m_h² ÷ (left_g left_h m⁶), summed over pairs; the trace is Σ m_g ÷ m² = 1 ÷ m.
    const share = (size * size) / (1 - size / m);
    apart += share;
    within += share * share;
  }
  return (m * m) / (diagonal + (apart * apart - within) / (m * m));
}

/** The same where all schools of a cluster change alike: B = D − dw' − wd' + (Σd) ww' with w = m_g ÷ m and d = w² ÷ (1 − w). */
function freedomAlike(clusters: readonly ChangesOfCluster[], m: number): number {
  let [s, dd, ww, dw] = [0, 0, 0, 0];
  for (const { size } of clusters) {
    const w = size / m;
    const d = (w * w) / (1 - w);
    s += d;
    dd += d * d;
    ww += w * w;
    dw += d * w;
  }
  const trace = s - 2 * dw + s * ww;
  let squares = 2 * dd * ww + 2 * dw * dw + s * s * ww * ww - 4 * s * dw * ww;
  for (const { size } of clusters) {
    const w = size / m;
    const d = (w * w) / (1 - w);
    squares += d * d + 2 * d * (s * w * w - 2 * d * w);
  }
  return (trace * trace) / squares;
}
