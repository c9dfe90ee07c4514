import { studentQuantile } from "../statistics/index.js";
import type { SchoolInGroup } from "./group-level.js";

/** An error that allows for clusters, and the interval it gives. */
export interface ClusteredInterval {
  readonly standardError: number;
  /** Satterthwaite's degrees of freedom. */
  readonly df: number;
  readonly low: number;
  readonly high: number;
}

/** Changes of schools on both sides; `place` tells their cluster. @internal */
export interface Sides {
  readonly joining: readonly { readonly place: number; readonly value: number }[];
  readonly compared: readonly { readonly place: number; readonly value: number }[];
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

/**
 * CR2 of a difference of two means (Bell & McCaffrey 2002): per side Σ R² ÷ (1 − m_g/m) ÷ m², R the sum of a cluster's residuals. For clusters of one school it is
 * Welch's s₁²/m + s₀²/c. Null where a side is one cluster: nothing tells how clusters spread.
 * @internal
 */
export function clusteredInterval(
  estimate: number,
  sides: Sides,
  clusters: readonly string[],
  confidence: number,
): ClusteredInterval | null {
  const [a, b] = [sideOf(sides.joining, clusters), sideOf(sides.compared, clusters)];
  if (a === undefined || b === undefined) return null;
  const standardError = Math.sqrt(a.variance + b.variance);
  const trace = a.trace + b.trace;
  const df = (trace * trace) / (a.squares + b.squares);
  const reach = studentQuantile((1 - confidence) / 2, df, "upper") * standardError;
  return { standardError, df, low: estimate - reach, high: estimate + reach };
}

/** Variance of a side's mean; trace and sum of squares of the quadratic form behind it, under equal independent errors. */
function sideOf(
  changes: Sides["joining"],
  clusters: readonly string[],
): { readonly variance: number; readonly trace: number; readonly squares: number } | undefined {
  const m = changes.length;
  const mean = changes.reduce((sum, { value }) => sum + value, 0) / m;
  const found = new Map<string, { size: number; residual: number }>();
  for (const { place, value } of changes) {
    const cluster = found.get(clusters[place]!) ?? { size: 0, residual: 0 };
    cluster.size += 1;
    cluster.residual += value - mean;
    found.set(clusters[place]!, cluster);
  }
  if (found.size < 2) return undefined;
  let [variance, trace, diagonal, apart, within] = [0, 0, 0, 0, 0];
  for (const { size, residual } of found.values()) {
    const left = 1 - size / m;
    variance += (residual * residual) / left;
    trace += size / m / m;
    diagonal += (size * size) / (m * m * m * m);
    // Off the diagonal: m_g² m_h² ÷ (left_g left_h m⁶), summed over pairs.
    const share = (size * size) / left;
    apart += share;
    within += share * share;
  }
  return { variance: variance / m / m, trace, squares: diagonal + (apart * apart - within) / (m * m * m * m * m * m) };
}
