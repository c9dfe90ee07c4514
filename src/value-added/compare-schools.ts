import { DEFAULTS } from "../core/index.js";
import { studentQuantile } from "../statistics/index.js";
import { type ErrorPlace, varianceOf } from "./joint-errors.js";
import type { DifferentPair, RankInterval, SchoolPairs } from "./result.js";

/** A school to compare. @internal */
export interface Compared extends ErrorPlace {
  readonly school: string;
  readonly estimate: number;
  readonly df: number;
}

/** What comes of comparing schools two by two. @internal */
export interface Comparison {
  readonly ranks: readonly RankInterval[];
  readonly pairs: SchoolPairs;
}

interface ComparisonOptions {
  readonly shared: readonly (readonly number[])[];
  readonly confidence: number;
  readonly rule: SchoolPairs["rule"];
}

/**
 * Ranks with their simultaneous interval: better than a school for certain are those whose difference exceeds Bonferroni's reach over all
 * pairs, so that the intervals hold for all schools at once (Mogstad, Romano, Shaikh & Wilhelm 2024). Equal estimates share the best rank.
 * @internal
 */
export function compareSchools(schools: readonly Compared[], options: ComparisonOptions): Comparison {
  const { shared, confidence, rule } = options;
  const count = schools.length;
  const tested = (count * (count - 1)) / 2;
  const alpha = 1 - confidence;
  // Best first: neighbours in rank are neighbours in memory, and no sign of a difference need be asked.
  const order = schools.map((_, k) => k).sort((a, b) => schools[b]!.estimate - schools[a]!.estimate || a - b);
  const sorted = order.map((k) => schools[k]!);
  const columns = columnsOf(sorted, shared, alpha / Math.max(1, tested));
  const ranks = new Array<RankInterval>(count);
  ranksOf(columns).forEach((rank, place) => {
    ranks[order[place]!] = rank;
  });
  const listed = count <= DEFAULTS.mostSchoolsInPairs.value;
  const list = listed ? differentPairs(sorted, candidatesOf(sorted, columns), { alpha, tested, rule }) : null;
  return { ranks, pairs: { rule, tested, different: list === null ? null : list.length, list } };
}

/** Schools side by side as plain numbers: a province has eight million pairs. */
interface Columns {
  readonly estimate: Float64Array;
  /** Variance of the estimate, the shared part included. */
  readonly variance: Float64Array;
  readonly reach: Float64Array;
  /** Per school as many numbers as the shared part has rows: the loading, and shared × loading. */
  readonly width: number;
  readonly loading: Float64Array;
  readonly turned: Float64Array;
}

function columnsOf(schools: readonly Compared[], shared: readonly (readonly number[])[], alpha: number): Columns {
  const reachOf = knownReaches(alpha, schools.length);
  const width = shared.length;
  const loading = new Float64Array(width * schools.length);
  const turned = new Float64Array(width * schools.length);
  schools.forEach((school, k) => {
    loading.set(school.loading, k * width);
    turned.set(
      shared.map((row) => row.reduce((sum, value, c) => sum + value * school.loading[c]!, 0)),
      k * width,
    );
  });
  return {
    estimate: Float64Array.from(schools, ({ estimate }) => estimate),
    variance: Float64Array.from(schools, (school) => varianceOf(school, shared)),
    // Reach falls with the degrees of freedom: that of a pair, by the fewer, is the larger of its two.
    reach: Float64Array.from(schools, ({ df }) => reachOf(df)),
    width,
    loading,
    turned,
  };
}

/** Error of the difference of two schools. */
function pairError({ variance, width, loading, turned }: Columns, a: number, b: number): number {
  let common = 0;
  for (let r = 0; r < width; r += 1) common += loading[a * width + r]! * turned[b * width + r]!;
  return Math.sqrt(Math.max(0, variance[a]! + variance[b]! - 2 * common));
}

function ranksOf(columns: Columns): RankInterval[] {
  const { estimate, reach } = columns;
  const count = estimate.length;
  const surelyBetter = new Int32Array(count);
  const surelyWorse = new Int32Array(count);
  for (let a = 0; a < count; a += 1) {
    let worse = 0;
    for (let b = a + 1; b < count; b += 1) {
      const error = pairError(columns, a, b);
      // Without any error there is nothing to be sure by.
      const sure = error > 0 && estimate[a]! - estimate[b]! > Math.max(reach[a]!, reach[b]!) * error;
      if (!sure) continue;
      worse += 1;
      surelyBetter[b]! += 1;
    }
    surelyWorse[a] = worse;
  }
  let rank = 1;
  return Array.from(estimate, (value, place): RankInterval => {
    if (value !== estimate[place - 1]) rank = place + 1;
    return { rank, low: surelyBetter[place]! + 1, high: count - surelyWorse[place]! };
  });
}

function candidatesOf(sorted: readonly Compared[], columns: Columns): Candidate[] {
  return sorted.flatMap((first, a) =>
    sorted.slice(a + 1).flatMap((second, offset): readonly Candidate[] => {
      const b = a + 1 + offset;
      const difference = first.estimate - second.estimate;
      return difference === 0 ? [] : [{ a, b, difference, error: pairError(columns, a, b), df: Math.min(first.df, second.df) }];
    }),
  );
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly difference: number;
  readonly error: number;
  readonly df: number;
}

/** Quantiles by degrees of freedom, each computed once. */
function knownReaches(alpha: number, schools: number): (df: number) => number {
  const known = new Map<number, number>();
  if (schools < 2) return () => Number.POSITIVE_INFINITY;
  return (df) => {
    let reach = known.get(df);
    if (reach === undefined) {
      reach = studentQuantile(alpha / 2, df, "upper");
      known.set(df, reach);
    }
    return reach;
  };
}

/**
 * The pairs that differ, strongest first. Holm's rule without a single p: those sure at α ÷ m let the next bar fall to α ÷ (m − found), until
 * no more come.
 */
function differentPairs(
  schools: readonly Compared[],
  candidates: readonly Candidate[],
  { alpha, tested, rule }: { readonly alpha: number; readonly tested: number; readonly rule: SchoolPairs["rule"] },
): DifferentPair[] {
  const strength = ({ difference, error }: Candidate): number => difference / error;
  const surer = (divisor: number): Candidate[] => {
    const reachOf = knownReaches(alpha / divisor, schools.length);
    return candidates.filter((pair) => pair.error > 0 && strength(pair) >= reachOf(pair.df));
  };
  let found = surer(rule === "none" ? 1 : Math.max(1, tested));
  for (let before = 0; rule === "holm" && found.length > before && found.length < tested; ) {
    before = found.length;
    found = surer(tested - before);
  }
  return found
    .sort((x, y) => strength(y) - strength(x) || x.a - y.a || x.b - y.b)
    .map(({ a, b, difference, error }) => ({ better: schools[a]!.school, worse: schools[b]!.school, difference, standardError: error }));
}
