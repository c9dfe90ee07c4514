import type { Truth } from "../core/index.js";
import type { Criterion } from "./criterion.js";
import type { LeftRecords } from "./period-standing.js";
import { FACTS_MISSING, TOO_SHORT } from "./reason-numbers.js";
import type { Tally, TallyContext } from "./tally.js";

/** Lengths: stays of one person between the same two schools that overlap or touch are one stay. */
export function measureStays({ standing, asOf, lasts }: TallyContext, criterion: Criterion, { state, reason }: Tally): void {
  const { left } = standing;
  const { runs, start, end } = left;
  const answer = (at: number, holds: Truth, level: 1 | 2): void => {
    const no = holds === "no" && level === 1;
    state[at] = no ? 0 : 1;
    reason[at] = no ? TOO_SHORT : FACTS_MISSING;
  };
  const settle = (level: 1 | 2, sorted: Int32Array): void => {
    eachStay(left, sorted, (begin, until, ends) => {
      const holds = lasts(criterion, start[sorted[begin] as number] as number, ends, asOf);
      if (holds === "yes") return;
      for (const at of sorted.subarray(begin, until)) {
        // A stay that is long enough by its certain records stays certain, whatever may be added to it.
        if (level === 2 || state[at] !== 2) answer(at, holds, level);
      }
    });
  };
  for (let run = 0; run + 1 < runs.length; run += 1) {
    const begin = runs[run] as number;
    const until = runs[run + 1] as number;
    if (until - begin > 1) {
      const sorted = Int32Array.from({ length: until - begin }, (_, each) => begin + each).sort(byPlaceAndStart(left));
      const certain = sorted.filter((at) => state[at] === 2);
      const possible = sorted.filter((at) => state[at] !== 0);
      // What is certain must be long enough by itself; what is possible may lean on records that perhaps count.
      settle(2, certain);
      settle(1, possible);
      continue;
    }
    if (state[begin] === 0) continue;
    const holds = lasts(criterion, start[begin] as number, end[begin] as number, asOf);
    if (holds !== "yes") answer(begin, holds, 1);
  }
}

function byPlaceAndStart({ from, to, start }: LeftRecords): (left: number, right: number) => number {
  const difference = (column: Int32Array, left: number, right: number) => (column[left] as number) - (column[right] as number);
  return (left, right) => difference(from, left, right) || difference(to, left, right) || difference(start, left, right);
}

/** Runs of records that make one stay, of records sorted by schools and beginning: where each begins and ends in the list, and its last day. */
function eachStay(
  { from, to, start, end }: LeftRecords,
  sorted: Int32Array,
  settle: (begin: number, until: number, ends: number) => void,
): void {
  let begin = 0;
  while (begin < sorted.length) {
    const first = sorted[begin] as number;
    let ends = end[first] as number;
    let until = begin + 1;
    for (; until < sorted.length; until += 1) {
      const next = sorted[until] as number;
      if (from[next] !== from[first] || to[next] !== to[first] || (start[next] as number) > ends) break;
      ends = Math.max(ends, end[next] as number);
    }
    settle(begin, until, ends);
    begin = until;
  }
}
