/** Records person by person, in the order of the people's numbers; those of one person in the order of the input. */
export interface PeopleOrder {
  readonly records: Int32Array;
  /** Where each run of one person begins in `records`; one entry more than there are runs. Nobody has an empty run. */
  readonly runs: Int32Array;
}

/** Orders the records by their person in two passes (counting sort); those of nobody (−1) are left out. */
export function peopleOrder(person: Int32Array, people: number): PeopleOrder {
  const place = new Int32Array(people + 1);
  for (let record = 0; record < person.length; record += 1) {
    const who = person[record] as number;
    if (who >= 0) place[who] = (place[who] as number) + 1;
  }
  const runs = new Int32Array(people + 1);
  let run = 0;
  let begun = 0;
  for (let who = 0; who < people; who += 1) {
    const count = place[who] as number;
    place[who] = begun;
    if (count === 0) continue;
    runs[run] = begun;
    run += 1;
    begun += count;
  }
  runs[run] = begun;
  const records = new Int32Array(begun);
  for (let record = 0; record < person.length; record += 1) {
    const who = person[record] as number;
    if (who < 0) continue;
    const next = place[who] as number;
    records[next] = record;
    place[who] = next + 1;
  }
  return { records, runs: runs.subarray(0, run + 1) };
}

/** The same order of fewer records: those that are kept. */
export function orderOfSome({ records, runs }: PeopleOrder, keep: (record: number) => boolean): PeopleOrder {
  const kept = new Int32Array(records.length);
  const begins = new Int32Array(runs.length);
  let run = 0;
  let size = 0;
  for (let each = 0; each + 1 < runs.length; each += 1) {
    const begin = size;
    for (let at = runs[each] as number; at < (runs[each + 1] as number); at += 1) {
      const record = records[at] as number;
      if (!keep(record)) continue;
      kept[size] = record;
      size += 1;
    }
    if (size === begin) continue;
    begins[run] = begin;
    run += 1;
  }
  begins[run] = size;
  return { records: kept.subarray(0, size), runs: begins.subarray(0, run + 1) };
}
