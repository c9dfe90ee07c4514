import type { GroupPlaces } from "./group-places.js";
import { ONCE_ALREADY } from "./reason-numbers.js";
import type { Scopes, Tally, TallyContext } from "./tally.js";

/** Adds each person's records to every scope they belong to, the person once per scope. */
export function countPeople({ table, places, roster, standing }: TallyContext, scopes: Scopes, tally: Tally): void {
  const { state, reason } = tally;
  const { records, runs } = standing.left;
  const add = scopeAdder(scopes.size, tally);
  const part = placeColumns(places);
  for (let run = 0; run + 1 < runs.length; run += 1) {
    const begin = runs[run] as number;
    const until = runs[run + 1] as number;
    const person = table.person[records[begin] as number] as number;
    const backbone = table.backboneOf[person] as number;
    const own = person < roster.size ? (roster.subject[person] as number) : -1;
    for (let at = begin; at < until; at += 1) {
      const record = records[at] as number;
      const level = state[record] as number;
      if (level === 0) continue;
      const sure = level === 2;
      const origin = table.from[record] as number;
      const target = table.to[record] as number;
      const counts = add(scopes.district, person, sure, backbone);
      if (sure && !counts) reason[record] = ONCE_ALREADY;
      add(scopes.school(origin), person, sure, backbone);
      const stated = table.subject[record] as number;
      const taught = stated < 0 ? own : stated;
      if (taught >= 0) add(scopes.subject(taught), person, sure, backbone);
      for (let place = part.first[origin] as number; place < (part.first[origin + 1] as number); place += 1) {
        for (let other = part.first[target] as number; other < (part.first[target + 1] as number); other += 1) {
          if (part.group[other] !== part.group[place]) continue;
          const inside = sure && part.certain[place] === 1 && part.certain[other] === 1;
          add(scopes.group(part.group[place] as number), person, inside, backbone);
          add(scopes.place(part.place[place] as number), person, inside, backbone);
        }
      }
    }
  }
}

/** Counts a stay in a scope, and its person where it is the person's first there; says whether the person now surely counts for the first time. */
function scopeAdder(size: number, { low, high, backboneLow, backboneHigh, staysLow, staysHigh }: Tally) {
  const surely = new Int32Array(size);
  const perhaps = new Int32Array(size);
  return (scope: number, person: number, sure: boolean, backbone: number): boolean => {
    staysHigh[scope] = (staysHigh[scope] as number) + 1;
    if (sure) staysLow[scope] = (staysLow[scope] as number) + 1;
    const stamp = person + 1;
    if (perhaps[scope] !== stamp) {
      perhaps[scope] = stamp;
      high[scope] = (high[scope] as number) + 1;
      if (backbone !== 1) backboneHigh[scope] = (backboneHigh[scope] as number) + 1;
    }
    if (!sure || surely[scope] === stamp) return false;
    surely[scope] = stamp;
    low[scope] = (low[scope] as number) + 1;
    if (backbone === 2) backboneLow[scope] = (backboneLow[scope] as number) + 1;
    return true;
  };
}

/** The places as columns, those of each school side by side: the places of school `s` stand from `first[s]` up to `first[s + 1]`. */
function placeColumns({ ofSchool }: GroupPlaces) {
  const all = ofSchool.flat();
  const first = new Int32Array(ofSchool.length + 1);
  for (const [school, own] of ofSchool.entries()) first[school + 1] = (first[school] as number) + own.length;
  return {
    first,
    group: Int32Array.from(all, ({ group }) => group),
    place: Int32Array.from(all, ({ place }) => place),
    certain: Uint8Array.from(all, ({ certain }) => (certain ? 1 : 0)),
  };
}
