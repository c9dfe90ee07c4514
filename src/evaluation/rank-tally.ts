import type { ExactText } from "../core/index.js";
import { bandOf, type DrawnBand } from "./grade-bands.js";
import { readOwnText } from "./own-exact-text.js";
import { pairTally, SAME, type UnclearPair } from "./pair-tally.js";
import { placesOf } from "./places.js";
import { rankRecord } from "./rank-record.js";

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

/** Collects the scores of draws. */
export interface RankTally {
  readonly add: (scores: Float64Array) => void;
  readonly result: () => { readonly subjects: readonly SubjectRanks[]; readonly unclear: readonly UnclearPair[] };
}

/** What a tally is of. */
export interface TallyOptions {
  readonly nominal: readonly { readonly subject: string; readonly score?: ExactText | undefined }[];
  readonly bands: readonly DrawnBand[];
  /** The place of the best grade that vetoes leave each subject; −1: any. */
  readonly worst: Int32Array;
  /** The part of the draws that an interval holds. */
  readonly level: number;
  readonly draws: number;
  /** Places of the subjects whose pairs are looked at. */
  readonly paired: readonly number[];
}

/** How many of the scores, sorted upwards, are more than a hair above one's own. */
function countAbove(sorted: Float64Array, scored: number, own: number): number {
  let [first, end] = [0, scored];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if ((sorted[middle] ?? 0) - own > SAME) end = middle;
    else first = middle + 1;
  }
  return scored - first;
}

/** Makes an empty tally for the subjects. */
export function rankTally({ nominal, bands, worst, level, draws, paired }: TallyOptions): RankTally {
  const size = nominal.length;
  const ranks = rankRecord(size, draws);
  const pairs = pairTally(
    paired.map((at) => nominal[at]?.subject ?? ""),
    draws,
  );
  const grades = new Uint32Array(size * bands.length);
  const sorted = new Float64Array(size);
  let added = 0;

  function add(scores: Float64Array): void {
    added += 1;
    sorted.set(scores);
    sorted.sort();
    let scored = size;
    while (scored > 0 && Number.isNaN(sorted[scored - 1] ?? 0)) scored -= 1;
    for (let at = 0; at < size; at += 1) {
      const own = scores[at] ?? Number.NaN;
      if (Number.isNaN(own)) continue;
      ranks.put(at, 1 + countAbove(sorted, scored, own));
      const band = bands.length === 0 ? -1 : Math.max(bandOf(bands, own), worst[at] ?? -1);
      if (band >= 0) grades[at * bands.length + band] = (grades[at * bands.length + band] ?? 0) + 1;
    }
    pairs.add(paired.length === size ? scores : Float64Array.from(paired, (at) => scores[at] ?? Number.NaN));
  }

  function result(): ReturnType<RankTally["result"]> {
    const tail = (1 - level) / 2;
    const places = placesOf(nominal.map(({ score }) => (score === undefined ? undefined : readOwnText(score))));
    const subjects = nominal.map(({ subject, score }, at): SubjectRanks => {
      const scored = ranks.scored(at);
      return {
        subject,
        score,
        rank: places[at],
        interval: scored === 0 ? undefined : [ranks.quantile(at, tail), ranks.quantile(at, 1 - tail)],
        meanRank: scored === 0 ? undefined : ranks.mean(at),
        grades:
          scored === 0 ? [] : bands.map(({ grade }, band) => ({ grade, probability: (grades[at * bands.length + band] ?? 0) / scored })),
        unscored: added === 0 ? 0 : 1 - scored / added,
      };
    });
    return { subjects, unclear: pairs.unclear(tail) };
  }

  return { add, result };
}
