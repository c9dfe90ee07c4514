import type { ExchangeTable } from "./exchange-table.js";
import { BEGUN_BEFORE, BEGUN_BEFORE_UNDECIDED, OUTSIDE_PERIOD, SAME_SCHOOL } from "./reason-numbers.js";

/**
 * What every criterion says alike of the records: by schools and by the period. Most records of a register are settled here; those that are left
 * have columns of their own, person by person, so that whatever counts them reads one entry after the other.
 */
export interface PeriodStanding {
  /** Per record of the table: why nothing counts it, a position in `REASONS`; 0 for one that is left and for a faulty one. */
  readonly settled: Uint8Array;
  /** Per record of the table: its place among those left, −1 for the others. */
  readonly place: Int32Array;
  readonly left: LeftRecords;
}

/** The records that are left, in the order of the people's numbers; those of one person in the order of the input. */
export interface LeftRecords
  extends Pick<ExchangeTable, "person" | "from" | "to" | "start" | "end" | "purpose" | "load" | "post" | "subject"> {
  /** The record's number in the table. */
  readonly record: Int32Array;
  /** Where the records of each person begin; one entry more than there are people. */
  readonly runs: Int32Array;
  /** The number of each of these runs among those of the table (`byPerson`), which hold the settled records too. */
  readonly runOfTable: Int32Array;
  /** 2 counts as far as schools and period go, 1 by one of two readings of the period. */
  readonly state: Uint8Array;
  readonly reason: Uint8Array;
}

type Period = { readonly from: number; readonly until: number };

/** Holds the records against schools and period. */
export function periodStanding(table: ExchangeTable, period: Period, counted: "begun" | "ongoing" | undefined): PeriodStanding {
  const { size, person, from, to, start, end } = table;
  const settled = new Uint8Array(size);
  const begunBefore = new Uint8Array(size);
  for (let record = 0; record < size; record += 1) {
    if ((person[record] as number) < 0) continue;
    const begins = start[record] as number;
    if (from[record] === to[record]) settled[record] = SAME_SCHOOL;
    else if (begins >= period.until || (end[record] as number) <= period.from) settled[record] = OUTSIDE_PERIOD;
    else if (begins < period.from && counted === "begun") settled[record] = BEGUN_BEFORE;
    else if (begins < period.from && counted === undefined) begunBefore[record] = 1;
  }
  const { record, runs, runOfTable } = leftOf(table, settled);
  const place = new Int32Array(size).fill(-1);
  const state = new Uint8Array(record.length).fill(2);
  const reason = new Uint8Array(record.length);
  for (let at = 0; at < record.length; at += 1) {
    const number = record[at] as number;
    place[number] = at;
    if (begunBefore[number] === 0) continue;
    // Nobody has said whether stays begun before count: both readings.
    state[at] = 1;
    reason[at] = BEGUN_BEFORE_UNDECIDED;
  }
  return { settled, place, left: { record, runs, runOfTable, state, reason, ...columnsOf(table, record) } };
}

/** The order of the table without the records that are settled. */
function leftOf({ byPerson }: ExchangeTable, settled: Uint8Array): Pick<LeftRecords, "record" | "runs" | "runOfTable"> {
  const kept = new Int32Array(byPerson.records.length);
  const begins = new Int32Array(byPerson.runs.length);
  const runOfTable = new Int32Array(byPerson.runs.length);
  let run = 0;
  let size = 0;
  for (let each = 0; each + 1 < byPerson.runs.length; each += 1) {
    const begin = size;
    const until = byPerson.runs[each + 1] as number;
    for (let at = byPerson.runs[each] as number; at < until; at += 1) {
      const record = byPerson.records[at] as number;
      if (settled[record] !== 0) continue;
      kept[size] = record;
      size += 1;
    }
    if (size === begin) continue;
    begins[run] = begin;
    runOfTable[run] = each;
    run += 1;
  }
  begins[run] = size;
  return { record: kept.slice(0, size), runs: begins.slice(0, run + 1), runOfTable: runOfTable.slice(0, run) };
}

function columnsOf(table: ExchangeTable, record: Int32Array) {
  const size = record.length;
  const wide = (column: Int32Array) => picked(column, record, new Int32Array(size));
  const narrow = (column: Uint8Array) => (table.saysMore ? picked(column, record, new Uint8Array(size)) : new Uint8Array(size));
  return {
    person: wide(table.person),
    from: wide(table.from),
    to: wide(table.to),
    start: wide(table.start),
    end: wide(table.end),
    subject: table.saysMore ? wide(table.subject) : new Int32Array(size).fill(-1),
    purpose: narrow(table.purpose),
    load: narrow(table.load),
    post: narrow(table.post),
  };
}

function picked<Column extends Int32Array | Uint8Array>(column: Column, record: Int32Array, into: Column): Column {
  for (let at = 0; at < record.length; at += 1) into[at] = column[record[at] as number] as number;
  return into;
}
