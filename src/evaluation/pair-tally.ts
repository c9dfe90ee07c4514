/** Two subjects that change places too often to be ordered. */
export interface UnclearPair {
  readonly a: string;
  readonly b: string;
  /** How often `a` was ahead, ties counted half, among the draws in which both had a score. */
  readonly ahead: number;
}

/** How often subjects were ahead of each other. */
export interface PairTally {
  /** Takes the scores of one draw, in the order of the subjects. */
  readonly add: (scores: ArrayLike<number>) => void;
  /** The pairs of which neither is ahead in all but the stated part of the draws. */
  readonly unclear: (tail: number) => readonly UnclearPair[];
}

/** Scores closer than this are one: double precision tells no more of a mean of forty leaves. */
export const SAME = 1e-9;

/** So many scores are kept at a time (128 MB); of longer runs every pair is counted in between. */
const MOST_KEPT = 16_777_216;

/** Of one pair: leads in halves, so that a tie is counted for both, and the draws in which both had a score. */
interface Count {
  readonly halves: number;
  readonly both: number;
}

function countPair(a: Float64Array, b: Float64Array, draws: number): Count {
  let [halves, both] = [0, 0];
  for (let draw = 0; draw < draws; draw += 1) {
    const apart = (a[draw] ?? 0) - (b[draw] ?? 0);
    halves += (apart > SAME ? 1 : 0) + (apart >= -SAME ? 1 : 0);
    both += Number.isNaN(apart) ? 0 : 1;
  }
  return { halves, both };
}

/** What most of a subject's draws lie between; without bounds where it lacked a score. */
interface Middle {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Leaves so many draws out at either end that two subjects whose middles lie apart are surely told apart. */
function middles(rows: readonly Float64Array[], draws: number, tail: number): Middle {
  let out = Math.floor((tail * draws) / 2);
  while (out > 0 && ((draws - 2 * out) / draws < 1 - tail || (2 * out) / draws > tail)) out -= 1;
  const low = new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY);
  const high = new Float64Array(rows.length).fill(Number.POSITIVE_INFINITY);
  for (const [index, row] of rows.entries()) {
    // Missing scores go to the end.
    const sorted = row.slice(0, draws).sort();
    if (Number.isNaN(sorted[draws - 1] ?? Number.NaN)) continue;
    low[index] = sorted[out] ?? 0;
    high[index] = sorted[draws - 1 - out] ?? 0;
  }
  return { low, high };
}

/** Counts of earlier draws, by pair. */
interface Earlier {
  readonly halves: Uint32Array;
  readonly both: Uint32Array;
}

/**
 * An empty tally. It keeps the scores and looks at pairs at the end, so that memory grows with subjects × draws; only of runs too long to be kept
 * there is a count for every pair.
 */
export function pairTally(subjects: readonly string[], draws: number): PairTally {
  const size = subjects.length;
  const room = Math.max(1, Math.min(draws, Math.floor(MOST_KEPT / Math.max(1, size))));
  const rows = subjects.map(() => new Float64Array(room));
  let kept = 0;
  let earlier: Earlier | undefined;

  function eachPair(visit: (i: number, j: number, pair: number) => void): void {
    for (let i = 0, pair = 0; i < size; i += 1) for (let j = i + 1; j < size; j += 1, pair += 1) visit(i, j, pair);
  }

  function count(i: number, j: number): Count {
    const [a, b] = [rows[i], rows[j]];
    return a === undefined || b === undefined ? { halves: 0, both: 0 } : countPair(a, b, kept);
  }

  function countAll(): Earlier {
    const pairs = (size * (size - 1)) / 2;
    const all = earlier ?? { halves: new Uint32Array(pairs), both: new Uint32Array(pairs) };
    eachPair((i, j, pair) => {
      const { halves, both } = count(i, j);
      all.halves[pair] = (all.halves[pair] ?? 0) + halves;
      all.both[pair] = (all.both[pair] ?? 0) + both;
    });
    kept = 0;
    return all;
  }

  function add(scores: ArrayLike<number>): void {
    if (kept === room) earlier = countAll();
    for (const [index, row] of rows.entries()) row[kept] = scores[index] ?? Number.NaN;
    kept += 1;
  }

  function unclear(tail: number): readonly UnclearPair[] {
    const found: UnclearPair[] = [];
    const judge = (i: number, j: number, { halves, both }: Count): void => {
      const share = halves / (2 * both);
      const [a, b] = [subjects[i], subjects[j]];
      if (share > tail && share < 1 - tail && a !== undefined && b !== undefined) found.push({ a, b, ahead: share });
    };
    if (earlier === undefined) {
      const { low, high } = middles(rows, kept, tail);
      eachPair((i, j) => {
        const apart = Math.max((low[i] ?? 0) - (high[j] ?? 0), (low[j] ?? 0) - (high[i] ?? 0));
        if (!(apart > SAME)) judge(i, j, count(i, j));
      });
      return found;
    }
    const { halves, both } = countAll();
    eachPair((i, j, pair) => judge(i, j, { halves: halves[pair] ?? 0, both: both[pair] ?? 0 }));
    return found;
  }

  return { add, unclear };
}
