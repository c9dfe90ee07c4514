import type { Truth } from "../core/index.js";
import { type Criterion, lastsLongEnough } from "./criterion.js";
import type { LeftRecords } from "./period-standing.js";
import { FACTS_MISSING, TOO_SHORT } from "./reason-numbers.js";
import type { Tally, TallyContext } from "./tally.js";

/** Lengths: stays of one person between the same two schools that overlap or touch are one stay. */
export function measureStays({ standing, asOf, months }: TallyContext, criterion: Criterion, { state, reason }: Tally): void {
  const { left } = standing;
  const { runs, start, end } = left;
  for (let run = 0; run + 1 < runs.length; run += 1) {
    const begin = runs[run] as number;
    const until = runs[run + 1] as number;
    if (until - begin > 1) {
      measureTogether(left, begin, until, { state, reason }, (first, ends) =>
        lastsLongEnough(criterion, start[first] as number, ends, asOf, months),
      );
    } else if (state[begin] !== 0) {
      const holds = lastsLongEnough(criterion, start[begin] as number, end[begin] as number, asOf, months);
      if (holds !== "yes") answer({ state, reason }, begin, holds, 1);
    }
  }
}

type Answers = Pick<Tally, "state" | "reason">;

function answer({ state, reason }: Answers, at: number, holds: Truth, level: 1 | 2): void {
  const no = holds === "no" && level === 1;
  state[at] = no ? 0 : 1;
  reason[at] = no ? TOO_SHORT : FACTS_MISSING;
}

/** Several stays of one person: what is certain must be long enough by itself; what is possible may lean on records that perhaps count. */
function measureTogether(
  left: LeftRecords,
  begin: number,
  until: number,
  answers: Answers,
  lasts: (first: number, ends: number) => Truth,
): void {
  const { state } = answers;
  const sorted = Int32Array.from({ length: until - begin }, (_, each) => begin + each).sort(byPlaceAndStart(left));
  const certain = sorted.filter((at) => state[at] === 2);
  const possible = sorted.filter((at) => state[at] !== 0);
  for (const [level, records] of [
    [2, certain],
    [1, possible],
  ] as const) {
    eachStay(left, records, (stay, ends) => {
      const holds = lasts(stay[0] as number, ends);
      if (holds === "yes") return;
      for (const at of stay) {
        // A stay that is long enough by its certain records stays certain, whatever may be added to it.
        if (level === 2 || state[at] !== 2) answer(answers, at, holds, level);
      }
    });
  }
}

function byPlaceAndStart({ from, to, start }: LeftRecords): (left: number, right: number) => number {
  const difference = (column: Int32Array, left: number, right: number) => (column[left] as number) - (column[right] as number);
  return (left, right) => difference(from, left, right) || difference(to, left, right) || difference(start, left, right);
}

/** The records that make one stay, of records sorted by schools and beginning, and its last day. */
function eachStay({ from, to, start, end }: LeftRecords, sorted: Int32Array, settle: (stay: Int32Array, ends: number) => void): void {
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
    settle(sorted.subarray(begin, until), ends);
    begin = until;
  }
}
