/** Records person by person, in the order of the people's numbers; those of one person in the order of the input. */
export interface PeopleOrder {
  readonly records: Int32Array;
  /** Where the records of each person begin in `records`; one entry more than there are people with records. */
  readonly runs: Int32Array;
}

/** Orders the records by their person in two passes (counting sort); those of nobody (−1) are left out. */
export function peopleOrder(person: Int32Array, people: number): PeopleOrder {
  const place = new Int32Array(people);
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
  return { records, runs: runs.slice(0, run + 1) };
}
