import type { GroupPlaces } from "./group-places.js";
import { ONCE_ALREADY } from "./reason-numbers.js";
import type { Scopes, Tally, TallyContext } from "./tally.js";

/** Adds each person's records to every scope they belong to, the person once per scope. */
export function countPeople({ table, places, roster, standing }: TallyContext, scopes: Scopes, tally: Tally): void {
  const { state, reason } = tally;
  const { person, from, to, subject } = standing.left;
  const counts = new Int32Array(scopes.size * WIDTH);
  const part = placeColumns(places);
  for (let at = 0; at < state.length; at += 1) {
    if (state[at] === 0) continue;
    const sure = state[at] === 2;
    const who = person[at] as number;
    const backbone = table.backboneOf[who] as number;
    const first = add(counts, scopes.district, who, sure, backbone);
    if (sure && !first) reason[at] = ONCE_ALREADY;
    const origin = from[at] as number;
    const target = to[at] as number;
    add(counts, scopes.school + origin, who, sure, backbone);
    const stated = subject[at] as number;
    const taught = stated < 0 && who < roster.size ? (roster.subject[who] as number) : stated;
    if (taught >= 0) add(counts, scopes.subject + taught, who, sure, backbone);
    for (let place = part.first[origin] as number; place < (part.first[origin + 1] as number); place += 1) {
      for (let other = part.first[target] as number; other < (part.first[target + 1] as number); other += 1) {
        if (part.group[other] !== part.group[place]) continue;
        const inside = sure && part.certain[place] === 1 && part.certain[other] === 1;
        add(counts, scopes.group + (part.group[place] as number), who, inside, backbone);
        add(counts, scopes.place + (part.place[place] as number), who, inside, backbone);
      }
    }
  }
  write(counts, tally);
}

/** The counts of a scope stand side by side, with whoever was counted last: one place in the memory per record and scope. */
const WIDTH = 8;
const STAYS_LOW = 0;
const STAYS_HIGH = 1;
const SURELY = 2;
const LOW = 3;
const BACKBONE_LOW = 4;
const PERHAPS = 5;
const HIGH = 6;
const BACKBONE_HIGH = 7;

/** Counts a stay in a scope, and its person if new there, when people come one after the other; says whether the person is surely new. */
function add(counts: Int32Array, scope: number, person: number, sure: boolean, backbone: number): boolean {
  const cell = scope * WIDTH;
  const stamp = person + 1;
  raise(counts, cell + STAYS_HIGH);
  if (counts[cell + PERHAPS] !== stamp) {
    counts[cell + PERHAPS] = stamp;
    raise(counts, cell + HIGH);
    if (backbone !== 1) raise(counts, cell + BACKBONE_HIGH);
  }
  if (!sure) return false;
  raise(counts, cell + STAYS_LOW);
  if (counts[cell + SURELY] === stamp) return false;
  counts[cell + SURELY] = stamp;
  raise(counts, cell + LOW);
  if (backbone === 2) raise(counts, cell + BACKBONE_LOW);
  return true;
}

function raise(counts: Int32Array, cell: number): void {
  counts[cell] = (counts[cell] as number) + 1;
}

function write(counts: Int32Array, { low, high, backboneLow, backboneHigh, staysLow, staysHigh }: Tally): void {
  for (let scope = 0; scope < low.length; scope += 1) {
    const cell = scope * WIDTH;
    low[scope] = counts[cell + LOW] as number;
    high[scope] = counts[cell + HIGH] as number;
    backboneLow[scope] = counts[cell + BACKBONE_LOW] as number;
    backboneHigh[scope] = counts[cell + BACKBONE_HIGH] as number;
    staysLow[scope] = counts[cell + STAYS_LOW] as number;
    staysHigh[scope] = counts[cell + STAYS_HIGH] as number;
  }
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
