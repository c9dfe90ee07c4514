import { compareFractions, type ExactText } from "../core/index.js";
import { readOwnText } from "./own-exact-text.js";

/** One subject's place over all draws. */
export interface SubjectRanks {
  readonly subject: string;
  /** The exact score of the evaluation itself, and its place. */
  readonly score?: ExactText | undefined;
  readonly rank?: number | undefined;
  /** Best and worst place of the middle part of the draws; absent when it never had a score. */
  readonly interval?: readonly [best: number, worst: number] | undefined;
  readonly meanRank?: number | undefined;
  /** In the order of the system; empty without grades. Over the draws in which it had a score. */
  readonly grades: readonly { readonly grade: string; readonly probability: number }[];
  /** The part of the draws without a score. */
  readonly unscored: number;
}

/** Two subjects that change places too often to be ordered. */
export interface UnclearPair {
  readonly a: string;
  readonly b: string;
  /** How often `a` was ahead, ties counted half, among the draws in which both had a score. */
  readonly ahead: number;
}

/** Collects the scores of draws. */
export interface RankTally {
  readonly add: (scores: Float64Array) => void;
  readonly result: () => { readonly subjects: readonly SubjectRanks[]; readonly unclear: readonly UnclearPair[] };
}

/** Scores closer than this are one: double precision tells no more of a mean of forty leaves. */
const SAME = 1e-9;

type Nominal = { readonly subject: string; readonly score?: ExactText | undefined };

function nominalRanks(nominal: readonly Nominal[]): readonly (number | undefined)[] {
  const values = nominal.map(({ score }) => (score === undefined ? undefined : readOwnText(score)));
  return values.map((own) => own && 1 + values.filter((other) => other !== undefined && compareFractions(other, own) > 0).length);
}

/** The rank below which the stated part of the draws lies. */
function quantile(counts: Uint32Array, part: number): number {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * part;
  let seen = 0;
  for (let rank = 1; rank < counts.length; rank += 1) {
    seen += counts[rank] ?? 0;
    if (seen > 0 && seen >= wanted) return rank;
  }
  return counts.length - 1;
}

/** Makes an empty tally for the subjects; memory grows with their square. */
export function rankTally(
  nominal: readonly Nominal[],
  bands: readonly { readonly grade: string; readonly atLeast: number }[],
  level: number,
): RankTally {
  const n = nominal.length;
  const counts = Array.from({ length: n }, () => new Uint32Array(n + 1));
  const grades = Array.from({ length: n }, () => new Uint32Array(bands.length));
  // Halves, so that a tie is counted for both: 2 for being ahead, 1 for a tie; and how often both had a score.
  const ahead = Array.from({ length: n }, () => new Uint32Array(n));
  const both = Array.from({ length: n }, () => new Uint32Array(n));
  let draws = 0;

  const bump = (row: Uint32Array | undefined, at: number, by = 1): void => {
    if (row !== undefined) row[at] = (row[at] ?? 0) + by;
  };

  function add(scores: Float64Array): void {
    draws += 1;
    const better = new Uint32Array(n);
    for (let i = 0; i < n; i += 1) {
      const own = scores[i] ?? Number.NaN;
      if (Number.isNaN(own)) continue;
      for (let j = i + 1; j < n; j += 1) {
        const apart = own - (scores[j] ?? Number.NaN);
        if (Number.isNaN(apart)) continue;
        bump(both[i], j);
        if (apart > SAME) {
          bump(ahead[i], j, 2);
          bump(better, j);
        } else if (apart < -SAME) bump(better, i);
        else bump(ahead[i], j);
      }
      bump(counts[i], 1 + (better[i] ?? 0));
      bump(
        grades[i],
        bands.findIndex(({ atLeast }) => own >= atLeast - SAME),
      );
    }
  }

  function result(): ReturnType<RankTally["result"]> {
    const tail = (1 - level) / 2;
    const ranks = nominalRanks(nominal);
    const subjects = nominal.map(({ subject, score }, i): SubjectRanks => {
      const own = counts[i] ?? new Uint32Array(1);
      const scored = own.reduce((sum, count) => sum + count, 0);
      return {
        subject,
        score,
        rank: ranks[i],
        interval: scored === 0 ? undefined : [quantile(own, tail), quantile(own, 1 - tail)],
        meanRank: scored === 0 ? undefined : own.reduce((sum, count, rank) => sum + count * rank, 0) / scored,
        grades: scored === 0 ? [] : bands.map(({ grade }, band) => ({ grade, probability: (grades[i]?.[band] ?? 0) / scored })),
        unscored: draws === 0 ? 0 : 1 - scored / draws,
      };
    });
    const unclear = nominal.flatMap(({ subject: a }, i) =>
      nominal.slice(i + 1).flatMap(({ subject: b }, offset): readonly UnclearPair[] => {
        const together = both[i]?.[i + 1 + offset] ?? 0;
        if (together === 0) return [];
        const share = (ahead[i]?.[i + 1 + offset] ?? 0) / (2 * together);
        return share > tail && share < 1 - tail ? [{ a, b, ahead: share }] : [];
      }),
    );
    return { subjects, unclear };
  }

  return { add, result };
}
