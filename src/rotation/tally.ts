import type { School } from "../domain/index.js";
import { countPeople } from "./count-people.js";
import type { Criterion } from "./criterion.js";
import type { ExchangeTable } from "./exchange-table.js";
import type { GroupPlaces } from "./group-places.js";
import { measureStays } from "./measure-stays.js";
import type { PeriodStanding } from "./period-standing.js";
import { FACTS_MISSING } from "./reason-numbers.js";
import { failedBy, recordConditions } from "./record-conditions.js";
import type { RosterTable } from "./roster-table.js";

/** The world in which records are judged. */
export interface TallyContext {
  readonly table: ExchangeTable;
  readonly roster: RosterTable;
  /** The school of each person on the roster. */
  readonly home: Int32Array;
  readonly places: GroupPlaces;
  readonly schools: readonly (School | undefined)[];
  readonly period: { readonly from: number; readonly until: number };
  readonly standing: PeriodStanding;
  readonly asOf: number;
  readonly on: string;
  /** Full months by day of beginning and length, as far as they were asked for. */
  readonly months: Map<number, number>;
}

/** Numbers of the scopes in the columns of a tally: the first of each kind, from which its own numbers count on. */
export interface Scopes {
  readonly district: 0;
  readonly school: number;
  readonly group: number;
  readonly place: number;
  readonly subject: number;
  readonly size: number;
}

/** What one criterion counts: people and backbone teachers from low to high per scope, stays, flows, and why the rest does not count. */
export interface Tally {
  readonly criterion: Criterion;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly backboneLow: Int32Array;
  readonly backboneHigh: Int32Array;
  readonly staysLow: Int32Array;
  readonly staysHigh: Int32Array;
  /** Per record that is left: 0 does not count, 1 may, 2 counts. */
  readonly state: Uint8Array;
  /** Per record that is left: position of the reason in `REASONS`, 0 for none. */
  readonly reason: Uint8Array;
}

/** Counts the records by one criterion: what is left of them is judged record by record, measured stay by stay, counted person by person. */
export function tallyExchanges(context: TallyContext, scopes: Scopes, criterion: Criterion): Tally {
  const { standing } = context;
  const column = () => new Int32Array(scopes.size);
  const tally: Tally = {
    criterion,
    low: column(),
    high: column(),
    backboneLow: column(),
    backboneHigh: column(),
    staysLow: column(),
    staysHigh: column(),
    state: standing.left.state.slice(),
    reason: standing.left.reason.slice(),
  };
  judgeRecords(context, criterion, tally);
  if (criterion.months > 0 || criterion.days > 0) measureStays(context, criterion, tally);
  countPeople(context, scopes, tally);
  return tally;
}

/** Judges what is left of the records apart from their length: writes state and reason. */
function judgeRecords(context: TallyContext, criterion: Criterion, { state, reason }: Tally): void {
  const conditions = recordConditions(context, criterion);
  for (let at = 0; at < state.length; at += 1) {
    const failed = failedBy(conditions, at);
    if (failed === 0) continue;
    reason[at] = failed;
    state[at] = failed === FACTS_MISSING ? 1 : 0;
  }
}
