import type { Truth } from "../core/index.js";
import type { Criterion } from "./criterion.js";
import type { ExchangeTable } from "./exchange-table.js";
import { FACTS_MISSING, TOO_SHORT } from "./reason-numbers.js";
import type { Tally, TallyContext } from "./tally.js";

/** Lengths: stays of one person between the same two schools that overlap or touch are one stay. */
export function measureStays({ table, standing, asOf, lasts }: TallyContext, criterion: Criterion, { state, reason }: Tally): void {
  const { records, runs } = standing.left;
  const answer = (record: number, holds: Truth, level: 1 | 2): void => {
    const no = holds === "no" && level === 1;
    state[record] = no ? 0 : 1;
    reason[record] = no ? TOO_SHORT : FACTS_MISSING;
  };
  const settle = (level: 1 | 2, sorted: Int32Array): void => {
    eachStay(table, sorted, (begin, until, ends) => {
      const holds = lasts(criterion, table.start[sorted[begin] as number] as number, ends, asOf);
      if (holds === "yes") return;
      for (const record of sorted.subarray(begin, until)) {
        // A stay that is long enough by its certain records stays certain, whatever may be added to it.
        if (level === 2 || state[record] !== 2) answer(record, holds, level);
      }
    });
  };
  for (let run = 0; run + 1 < runs.length; run += 1) {
    const begin = runs[run] as number;
    const until = runs[run + 1] as number;
    if (until - begin > 1) {
      const sorted = records.slice(begin, until).sort(byPlaceAndStart(table));
      const possible = sorted.filter((record) => (state[record] as number) > 0);
      // What is certain must be long enough by itself; what is possible may lean on records that perhaps count.
      settle(
        2,
        sorted.filter((record) => state[record] === 2),
      );
      settle(1, possible);
      continue;
    }
    const only = records[begin] as number;
    if (state[only] === 0) continue;
    const holds = lasts(criterion, table.start[only] as number, table.end[only] as number, asOf);
    if (holds !== "yes") answer(only, holds, 1);
  }
}

function byPlaceAndStart({ from, to, start }: ExchangeTable): (left: number, right: number) => number {
  const difference = (column: Int32Array, left: number, right: number) => (column[left] as number) - (column[right] as number);
  return (left, right) => difference(from, left, right) || difference(to, left, right) || difference(start, left, right);
}

/** Runs of records that make one stay, of records sorted by schools and beginning: where each begins and ends in the list, and its last day. */
function eachStay(
  { from, to, start, end }: ExchangeTable,
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
