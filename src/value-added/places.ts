/** Places of pupils among candidates, doubled so that shared places stay whole. @internal */
export interface Places {
  /** Per pupil twice the place from the top: 2 × (candidates with more marks) + (candidates with as many) + 1. */
  readonly halves: Float64Array;
  /** Candidates with a mark. */
  readonly count: number;
  /** Pupils whose mark stands among the candidates' less often than among theirs. */
  readonly missing: number;
}

/** The marks an examination can give, as far as they can be numbered. @internal */
export interface MarkGrid {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: string;
}

/** Distinct marks in ascending order, how many candidates have each, and where a mark stands among them (−1: nowhere). */
interface Tally {
  readonly counts: Float64Array;
  readonly placeOf: (mark: number) => number;
}

/** Mid-ranks from the top: equal marks share the mean of the places they occupy. @internal */
export function placesOf(marks: readonly number[], grid: MarkGrid, candidates: ArrayLike<number> = marks): Places {
  const { counts, placeOf } = tallyOnGrid(candidates, grid) ?? tallyBySorting(candidates);
  const halvesAt = new Float64Array(counts.length);
  let above = 0;
  for (let place = counts.length - 1; place >= 0; place -= 1) {
    halvesAt[place] = 2 * above + counts[place]! + 1;
    above += counts[place]!;
  }
  const halves = new Float64Array(marks.length);
  const left = counts.slice();
  let missing = 0;
  for (let i = 0; i < marks.length; i += 1) {
    const place = placeOf(marks[i]!);
    if (place < 0) {
      missing += 1;
      continue;
    }
    halves[i] = halvesAt[place]!;
    left[place]! -= 1;
    if (left[place]! < 0) missing += 1;
  }
  return { halves, count: above, missing };
}

/** Counting without sorting: a bin per step. Undefined where two marks share a bin or one lies outside, as then bins are no marks. */
function tallyOnGrid(marks: ArrayLike<number>, { minimum, maximum, step }: MarkGrid): Tally | undefined {
  const perMark = 1 / Number(step);
  const bins = Math.round((maximum - minimum) * perMark) + 1;
  if (!(bins <= 4 * marks.length + 1024)) return undefined;
  const binOf = (mark: number): number => Math.round((mark - minimum) * perMark);
  const counts = new Float64Array(bins);
  const markAt = new Float64Array(bins).fill(Number.NaN);
  for (let i = 0; i < marks.length; i += 1) {
    const bin = binOf(marks[i]!);
    if (!(bin >= 0 && bin < bins)) return undefined;
    if (counts[bin]! === 0) markAt[bin] = marks[i]!;
    else if (markAt[bin] !== marks[i]) return undefined;
    counts[bin]! += 1;
  }
  const placeOf = (mark: number): number => {
    const bin = binOf(mark);
    return markAt[bin] === mark ? bin : -1;
  };
  return { counts, placeOf };
}

/** Any marks at all. What is no number stands nowhere. */
function tallyBySorting(marks: ArrayLike<number>): Tally {
  const sorted = Float64Array.from(marks).sort();
  const counts: number[] = [];
  const places = new Map<number, number>();
  for (const mark of sorted) {
    if (Number.isNaN(mark)) break;
    const place = places.get(mark);
    if (place === undefined) places.set(mark, counts.push(1) - 1);
    else counts[place]! += 1;
  }
  return { counts: Float64Array.from(counts), placeOf: (mark) => places.get(mark) ?? -1 };
}
