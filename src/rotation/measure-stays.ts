import type { Criterion } from "./criterion.js";
import type { ExchangeTable } from "./exchange-table.js";
import { FACTS_MISSING, TOO_SHORT } from "./reason-numbers.js";
import type { Tally, TallyContext } from "./tally.js";

/** Lengths: stays of one person between the same two schools that overlap or touch are one stay. */
export function measureStays({ table, asOf, lasts }: TallyContext, criterion: Criterion, { state, reason }: Tally, head: number): void {
  const settle = (level: 1 | 2, records: readonly number[]): void => {
    for (const stay of mergedStays(table, records)) {
      const holds = lasts(criterion, stay.start, stay.end, asOf);
      if (holds === "yes") continue;
      for (const record of stay.records) {
        // A stay that is long enough by its certain records stays certain, whatever may be added to it.
        if (level === 1 && state[record] === 2) continue;
        const no = holds === "no" && level === 1;
        state[record] = no ? 0 : 1;
        reason[record] = no ? TOO_SHORT : FACTS_MISSING;
      }
    }
  };
  const certain: number[] = [];
  const possible: number[] = [];
  for (let record = head; record >= 0; record = table.next[record] as number) {
    if (state[record] === 2) certain.push(record);
    if ((state[record] as number) > 0) possible.push(record);
  }
  // What is certain must be long enough by itself; what is possible may lean on records that perhaps count.
  settle(2, certain);
  settle(1, possible);
}

interface Stay {
  readonly start: number;
  end: number;
  readonly from: number;
  readonly to: number;
  readonly records: number[];
}

function mergedStays({ from, to, start, end }: ExchangeTable, records: readonly number[]): readonly Stay[] {
  const stays: Stay[] = [];
  const sorted = records.length < 2 ? records : [...records].sort((left, right) => (start[left] as number) - (start[right] as number));
  for (const record of sorted) {
    const begun = start[record] as number;
    const ends = end[record] as number;
    const known = stays.find((stay) => stay.from === from[record] && stay.to === to[record] && begun <= stay.end);
    if (known === undefined)
      stays.push({ start: begun, end: ends, from: from[record] as number, to: to[record] as number, records: [record] });
    else {
      known.end = Math.max(known.end, ends);
      known.records.push(record);
    }
  }
  return stays;
}
