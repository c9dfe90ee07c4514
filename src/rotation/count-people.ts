import type { GroupPlaces } from "./group-places.js";
import { ONCE_ALREADY } from "./reason-numbers.js";
import type { Scopes, Tally, TallyContext } from "./tally.js";

/** Adds each person's records to every scope they belong to, the person once per scope. */
export function countPeople({ table, places, roster, standing }: TallyContext, scopes: Scopes, tally: Tally): void {
  const { state, reason } = tally;
  const { person, from, to, subject } = standing.left;
  const { add, write } = scopeCounter(scopes.size);
  const part = placeColumns(places);
  for (let at = 0; at < state.length; at += 1) {
    if (state[at] === 0) continue;
    const sure = state[at] === 2;
    const who = person[at] as number;
    const backbone = table.backboneOf[who] as number;
    const counts = add(scopes.district, who, sure, backbone);
    if (sure && !counts) reason[at] = ONCE_ALREADY;
    const origin = from[at] as number;
    const target = to[at] as number;
    add(scopes.school(origin), who, sure, backbone);
    const stated = subject[at] as number;
    const taught = stated < 0 && who < roster.size ? (roster.subject[who] as number) : stated;
    if (taught >= 0) add(scopes.subject(taught), who, sure, backbone);
    for (let place = part.first[origin] as number; place < (part.first[origin + 1] as number); place += 1) {
      for (let other = part.first[target] as number; other < (part.first[target + 1] as number); other += 1) {
        if (part.group[other] !== part.group[place]) continue;
        const inside = sure && part.certain[place] === 1 && part.certain[other] === 1;
        add(scopes.group(part.group[place] as number), who, inside, backbone);
        add(scopes.place(part.place[place] as number), who, inside, backbone);
      }
    }
  }
  write(tally);
}

/** The counts of a scope stand side by side, with whoever was counted last: one place in the memory per record and scope. */
const WIDTH = 8;
const [STAYS_LOW, STAYS_HIGH, SURELY, LOW, BACKBONE_LOW, PERHAPS, HIGH, BACKBONE_HIGH] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Counts stays and people per scope, when people come one after the other; `add` says whether the person surely counts for the first time. */
function scopeCounter(size: number) {
  const counts = new Int32Array(size * WIDTH);
  const raise = (cell: number): void => {
    counts[cell] = (counts[cell] as number) + 1;
  };
  const add = (scope: number, person: number, sure: boolean, backbone: number): boolean => {
    const cell = scope * WIDTH;
    const stamp = person + 1;
    raise(cell + STAYS_HIGH);
    if (counts[cell + PERHAPS] !== stamp) {
      counts[cell + PERHAPS] = stamp;
      raise(cell + HIGH);
      if (backbone !== 1) raise(cell + BACKBONE_HIGH);
    }
    if (!sure) return false;
    raise(cell + STAYS_LOW);
    if (counts[cell + SURELY] === stamp) return false;
    counts[cell + SURELY] = stamp;
    raise(cell + LOW);
    if (backbone === 2) raise(cell + BACKBONE_LOW);
    return true;
  };
  const write = ({ low, high, backboneLow, backboneHigh, staysLow, staysHigh }: Tally): void => {
    for (let scope = 0; scope < size; scope += 1) {
      const cell = scope * WIDTH;
      low[scope] = counts[cell + LOW] as number;
      high[scope] = counts[cell + HIGH] as number;
      backboneLow[scope] = counts[cell + BACKBONE_LOW] as number;
      backboneHigh[scope] = counts[cell + BACKBONE_HIGH] as number;
      staysLow[scope] = counts[cell + STAYS_LOW] as number;
      staysHigh[scope] = counts[cell + STAYS_HIGH] as number;
    }
  };
  return { add, write };
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
