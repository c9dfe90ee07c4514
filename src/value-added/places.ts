/** Places of pupils among candidates, doubled so that shared places stay whole. @internal */
export interface Places {
  /** Per pupil twice the place from the top: 2 × (candidates with more marks) + (candidates with as many) + 1. */
  readonly halves: Float64Array;
  /** Candidates. */
  readonly count: number;
  /** Pupils whose mark stands among the candidates' less often than among theirs. */
  readonly missing: number;
}

/** Mid-ranks from the top: equal marks share the mean of the places they occupy. @internal */
export function placesOf(marks: readonly number[], candidates: ArrayLike<number> = marks): Places {
  const sorted = Float64Array.from(candidates).sort();
  const count = sorted.length;
  const halvesOf = new Map<number, number>();
  const left = new Map<number, number>();
  for (let from = 0; from < count; ) {
    let to = from;
    while (to < count && sorted[to] === sorted[from]) to += 1;
    // No number at all stands nowhere.
    if (to === from) break;
    halvesOf.set(sorted[from]!, 2 * (count - to) + (to - from) + 1);
    left.set(sorted[from]!, to - from);
    from = to;
  }
  const halves = new Float64Array(marks.length);
  let missing = 0;
  for (const [i, mark] of marks.entries()) {
    halves[i] = halvesOf.get(mark) ?? 0;
    const rest = left.get(mark) ?? 0;
    if (rest === 0) missing += 1;
    else left.set(mark, rest - 1);
  }
  return { halves, count, missing };
}
