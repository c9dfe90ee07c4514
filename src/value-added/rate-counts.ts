import { compareFractions, exact, type Fraction } from "../core/index.js";
import type { MarkCut } from "./rate-cuts.js";
import type { PupilColumns } from "./read-pupils.js";

/** Pupils of a school counted by one rate. @internal */
export interface RateCounts {
  pupils: number;
  entrance: number;
  exit: number;
  /** Counted at one examination and not at the other. */
  changed: number;
}

/** Per rate and per place of a school in `pupils.schools`. Marks meet cut-offs as the decimals they are written as. @internal */
export function rateCounts(pupils: PupilColumns, cuts: readonly MarkCut[]): readonly (readonly RateCounts[])[] {
  return cuts.map((cut) => {
    const counts = pupils.schools.map((): RateCounts => ({ pupils: 0, entrance: 0, exit: 0, changed: 0 }));
    const [atEntrance, atExit] = [counter(cut, cut.entranceMark), counter(cut, cut.exitMark)];
    for (let i = 0; i < pupils.school.length; i += 1) {
      const count = counts[pupils.school[i]!]!;
      const [before, after] = [atEntrance(pupils.prior[i]!), atExit(pupils.outcome[i]!)];
      count.pupils += 1;
      if (before) count.entrance += 1;
      if (after) count.exit += 1;
      if (before !== after) count.changed += 1;
    }
    return counts;
  });
}

/** Each mark is compared once, exactly. */
function counter({ side }: MarkCut, boundary: Fraction): (mark: number) => boolean {
  const known = new Map<number, boolean>();
  return (mark) => {
    let counted = known.get(mark);
    if (counted === undefined) {
      counted = compareFractions(exact(mark), boundary) >= 0 === (side === "at-least");
      known.set(mark, counted);
    }
    return counted;
  };
}
