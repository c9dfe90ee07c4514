import { DEFAULTS } from "../core/index.js";
import { studentQuantile, studentTails } from "../statistics/index.js";
import { type ErrorPlace, sharedCovariance } from "./joint-errors.js";
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
  const reaches = reachOf(schools, alpha / Math.max(1, tested));
  const own = schools.map(({ loading }) => sharedCovariance(loading, loading, shared));
  const better = new Array<number>(count).fill(0);
  const surelyBetter = new Array<number>(count).fill(0);
  const surelyWorse = new Array<number>(count).fill(0);
  const listed = count <= DEFAULTS.mostSchoolsInPairs.value;
  const candidates: Candidate[] = [];
  for (let a = 0; a < count; a += 1) {
    const first = schools[a]!;
    for (let b = a + 1; b < count; b += 1) {
      const second = schools[b]!;
      const difference = first.estimate - second.estimate;
      const common = shared.length === 0 ? 0 : own[a]! + own[b]! - 2 * sharedCovariance(first.loading, second.loading, shared);
      const error = Math.sqrt(Math.max(0, first.ownVariance + second.ownVariance + common));
      if (difference > 0) better[b]! += 1;
      else if (difference < 0) better[a]! += 1;
      const sure = Math.abs(difference) > reaches(Math.min(first.df, second.df)) * error;
      if (sure && difference > 0) {
        surelyWorse[a]! += 1;
        surelyBetter[b]! += 1;
      } else if (sure) {
        surelyBetter[a]! += 1;
        surelyWorse[b]! += 1;
      }
      if (listed && difference !== 0) candidates.push({ a, b, difference, error, df: Math.min(first.df, second.df) });
    }
  }
  const ranks = schools.map((_, k) => ({ rank: better[k]! + 1, low: surelyBetter[k]! + 1, high: count - surelyWorse[k]! }));
  const list = listed ? differentPairs(schools, candidates, { alpha, tested, rule }) : null;
  return { ranks, pairs: { rule, tested, different: list === null ? null : list.length, list } };
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly difference: number;
  readonly error: number;
  readonly df: number;
}

/** Quantiles by degrees of freedom, each computed once. */
function reachOf(schools: readonly Compared[], alpha: number): (df: number) => number {
  const known = new Map<number, number>();
  if (schools.length < 2) return () => Number.POSITIVE_INFINITY;
  return (df) => {
    let reach = known.get(df);
    if (reach === undefined) {
      reach = studentQuantile(alpha / 2, df, "upper");
      known.set(df, reach);
    }
    return reach;
  };
}

/** Strongest first; Holm's rule stops at the first pair that does not differ. */
function differentPairs(
  schools: readonly Compared[],
  candidates: Candidate[],
  { alpha, tested, rule }: { readonly alpha: number; readonly tested: number; readonly rule: SchoolPairs["rule"] },
): DifferentPair[] {
  const strength = (pair: Candidate): number => Math.abs(pair.difference) / pair.error;
  const ordered = candidates
    .map((pair) => ({ pair, p: 2 * studentTails(strength(pair), pair.df).upper }))
    .sort((x, y) => x.p - y.p || strength(y.pair) - strength(x.pair) || x.pair.a - y.pair.a || x.pair.b - y.pair.b);
  const found: DifferentPair[] = [];
  for (const [place, { pair, p }] of ordered.entries()) {
    const divisor = rule === "holm" ? tested - place : rule === "bonferroni" ? tested : 1;
    if (!(p * divisor <= alpha)) break;
    const [better, worse] = pair.difference > 0 ? [pair.a, pair.b] : [pair.b, pair.a];
    found.push({
      better: schools[better]!.school,
      worse: schools[worse]!.school,
      difference: Math.abs(pair.difference),
      standardError: pair.error,
    });
  }
  return found;
}
