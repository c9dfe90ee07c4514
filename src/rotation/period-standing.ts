import type { ExchangeTable } from "./exchange-table.js";
import { orderOfSome, type PeopleOrder } from "./people-order.js";
import { BEGUN_BEFORE, OUTSIDE_PERIOD, SAME_SCHOOL } from "./reason-numbers.js";

/** What every criterion says alike of the records: by schools and by the period. Most records of a register are settled here. */
export interface PeriodStanding {
  /** Per record: 0 does not count, 1 may, 2 counts as far as schools and period go. */
  readonly state: Uint8Array;
  /** Per record: position of the reason in `REASONS`, 0 for none. */
  readonly reason: Uint8Array;
  /** The records whose state is not 0, person by person. */
  readonly left: PeopleOrder;
}

/** Holds the records against schools and period. */
export function periodStanding(
  { size, person, from, to, start, end, byPerson }: ExchangeTable,
  period: { readonly from: number; readonly until: number },
  counted: "begun" | "ongoing" | undefined,
): PeriodStanding {
  const state = new Uint8Array(size);
  const reason = new Uint8Array(size);
  for (let record = 0; record < size; record += 1) {
    if ((person[record] as number) < 0) continue;
    const begins = start[record] as number;
    if (from[record] === to[record]) reason[record] = SAME_SCHOOL;
    else if (begins >= period.until || (end[record] as number) <= period.from) reason[record] = OUTSIDE_PERIOD;
    else if (begins >= period.from || counted === "ongoing") state[record] = 2;
    else {
      reason[record] = BEGUN_BEFORE;
      // Nobody has said whether stays begun before count: both readings.
      if (counted === undefined) state[record] = 1;
    }
  }
  return { state, reason, left: orderOfSome(byPerson, (record) => state[record] !== 0) };
}
