/** The places of every subject over all draws. */
export interface RankRecord {
  /** Notes the place of a subject in one more draw. */
  readonly put: (subject: number, rank: number) => void;
  /** In how many draws it had a place. */
  readonly scored: (subject: number) => number;
  readonly mean: (subject: number) => number;
  /** The place at or above which the stated part of its draws lies. */
  readonly quantile: (subject: number, part: number) => number;
}

interface Places {
  readonly put: (subject: number, rank: number, nth: number) => void;
  /** The place that is the nth from the best, counted from 1. */
  readonly nth: (subject: number, n: number, scored: number) => number;
}

/** Place by place, how often. */
function counted(subjects: number): Places {
  const counts = new Uint32Array(subjects * (subjects + 1));
  return {
    put: (subject, rank) => {
      const at = subject * (subjects + 1) + rank;
      counts[at] = (counts[at] ?? 0) + 1;
    },
    nth: (subject, n) => {
      const own = counts.subarray(subject * (subjects + 1), (subject + 1) * (subjects + 1));
      let seen = 0;
      return own.findIndex((count) => {
        seen += count;
        return seen >= n;
      });
    },
  };
}

/** Draw by draw, which place. */
function listed(subjects: number, draws: number): Places {
  const ranks = new Uint32Array(subjects * draws);
  return {
    put: (subject, rank, nth) => {
      ranks[subject * draws + nth] = rank;
    },
    nth: (subject, n, scored) => ranks.subarray(subject * draws, subject * draws + scored).sort()[n - 1] ?? 0,
  };
}

/** An empty record. Memory grows with subjects × the lesser of subjects and draws. */
export function rankRecord(subjects: number, draws: number): RankRecord {
  const places = draws < subjects ? listed(subjects, draws) : counted(subjects);
  const scored = new Uint32Array(subjects);
  const sums = new Float64Array(subjects);
  return {
    put: (subject, rank) => {
      const nth = scored[subject] ?? 0;
      places.put(subject, rank, nth);
      scored[subject] = nth + 1;
      sums[subject] = (sums[subject] ?? 0) + rank;
    },
    scored: (subject) => scored[subject] ?? 0,
    mean: (subject) => (sums[subject] ?? 0) / (scored[subject] ?? 0),
    quantile: (subject, part) => {
      const draws = scored[subject] ?? 0;
      return places.nth(subject, Math.max(1, Math.ceil(draws * part)), draws);
    },
  };
}
