import { foldName, type Subject } from "../core/index.js";
import type { School } from "../domain/index.js";

/** A school with its position in the file. */
export interface PlacedSchool {
  readonly index: number;
  readonly value: School;
}

/** The schools of a file by id and by folded name. Maps, never objects: `__proto__` is an id like any other. */
export interface KnownSchools {
  readonly byId: ReadonlyMap<string, PlacedSchool>;
  /** Ids of records that could not be read: they exist, so that nobody is told they do not. */
  readonly broken: ReadonlySet<string>;
  /** Folded names and aliases, each with the first school that bears it. */
  readonly byName: ReadonlyMap<string, PlacedSchool>;
  /** Lengths of the folded names: what no name is as long as need not be looked up. */
  readonly lengths: ReadonlySet<number>;
  readonly shortest: number;
  /** Names that an earlier school bears already. */
  readonly shared: readonly { readonly school: PlacedSchool; readonly name: string; readonly earlier: PlacedSchool }[];
}

/** Chinese characters, digits and letters of ASCII alone fold to themselves. */
const PLAIN = /^[\u4e00-\u9fffA-Za-z0-9]+$/;

/** Longer texts are sentences, not two names. */
const LONGEST = 200;

/** `foldName`, without its cost for the names it would not change. */
function folded(name: string): string {
  return PLAIN.test(name) ? name : foldName(name);
}

/** Gathers the schools; of two with one id or name the first is kept. */
export function gatherSchools(schools: readonly PlacedSchool[], brokenIds: readonly string[]): KnownSchools {
  const gathered: Gathered = { byId: new Map(), byName: new Map(), lengths: new Set(), shared: [] };
  for (const school of schools) gather(school, gathered);
  return { ...gathered, broken: new Set(brokenIds), shortest: Math.min(...gathered.lengths) };
}

interface Gathered extends Pick<KnownSchools, "byId" | "byName" | "lengths" | "shared"> {
  readonly byId: Map<string, PlacedSchool>;
  readonly byName: Map<string, PlacedSchool>;
  readonly lengths: Set<number>;
  readonly shared: { readonly school: PlacedSchool; readonly name: string; readonly earlier: PlacedSchool }[];
}

function gather(school: PlacedSchool, gathered: Gathered): void {
  const { id, name, aliases } = school.value;
  if (!gathered.byId.has(id)) gathered.byId.set(id, school);
  learn(name, school, gathered);
  if (aliases !== undefined) for (const alias of aliases) learn(alias, school, gathered);
}

function learn(name: string, school: PlacedSchool, { byName, lengths, shared }: Gathered): void {
  const key = folded(name);
  const earlier = byName.get(key);
  if (earlier === undefined) {
    byName.set(key, school);
    lengths.add(key.length);
  } else if (earlier.value.id !== school.value.id) shared.push({ school, name, earlier });
}

/** Two known names that make up a text when run together, other than those of the school that bears it itself. */
export function joinedFrom(name: string, known: KnownSchools, bearer?: School): readonly [School, School] | undefined {
  const text = folded(name);
  if (text.length > LONGEST) return undefined;
  const least = Math.max(2, known.shortest);
  for (let cut = least; cut <= text.length - least; cut += 1) {
    if (!known.lengths.has(cut) || !known.lengths.has(text.length - cut)) continue;
    const first = known.byName.get(text.slice(0, cut))?.value;
    const second = first === undefined ? undefined : known.byName.get(text.slice(cut))?.value;
    if (first !== undefined && second !== undefined && first !== bearer && second !== bearer && first !== second) return [first, second];
  }
  return undefined;
}

/** A school as the subject of an issue. */
export function subjectOf({ value }: PlacedSchool): Subject {
  return { kind: "school", id: value.id };
}

/** The name of a school for readers; its id when it is not known. */
export function shownSchool(id: string, known: KnownSchools): string {
  return known.byId.get(id)?.value.name ?? id;
}
