import type { CountRange } from "../core/index.js";
import type { Tally, TallyContext } from "./tally.js";

/** 流向. How many people moved from one school to another, and how many the other way (双向交流). */
export interface RotationFlow {
  readonly from: string;
  readonly to: string;
  readonly people: CountRange;
  readonly back: CountRange;
}

/** 学科余缺. What a school gave and got of a subject, in people; those whose subject nobody recorded are left out. */
export interface SubjectBalance {
  readonly school: string;
  readonly subject: string;
  readonly out: CountRange;
  readonly in: CountRange;
}

interface Pair {
  low: number;
  high: number;
  surely: number;
  perhaps: number;
}

/** Above this many cells a table gives way to a map. */
const LARGEST_TABLE = 4_000_000;

/** Counts people per cell, each once: cells by number, in the order of their first use. */
function cells(size: number) {
  const number: Int32Array | Map<number, number> = size <= LARGEST_TABLE ? new Int32Array(size) : new Map<number, number>();
  const pairs: Pair[] = [];
  const keys: number[] = [];
  const find = (key: number): Pair | undefined => {
    const position = number instanceof Map ? (number.get(key) ?? 0) : (number[key] ?? 0);
    return position === 0 ? undefined : pairs[position - 1];
  };
  const add = (key: number, person: number, sure: boolean): void => {
    let pair = find(key);
    if (pair === undefined) {
      pair = { low: 0, high: 0, surely: -1, perhaps: -1 };
      keys.push(key);
      const position = pairs.push(pair);
      if (number instanceof Map) number.set(key, position);
      else number[key] = position;
    }
    if (pair.perhaps !== person) {
      pair.perhaps = person;
      pair.high += 1;
    }
    if (sure && pair.surely !== person) {
      pair.surely = person;
      pair.low += 1;
    }
  };
  return { add, find, keys };
}

function rangeOf(pair: Pair | undefined): CountRange {
  return pair === undefined ? { low: 0, high: 0 } : { low: pair.low, high: pair.high };
}

/** Flows between schools and the balance of subjects, from the records that count or may. */
export function flowsOf(
  { table, roster, standing }: Pick<TallyContext, "table" | "roster" | "standing">,
  { state }: Tally,
  schools: readonly string[],
): { readonly flows: readonly RotationFlow[]; readonly subjects: readonly SubjectBalance[] } {
  const count = schools.length;
  const names = roster.subjects.names();
  const kinds = Math.max(1, names.length);
  const between = cells(count * count);
  const given = cells(count * kinds);
  const taken = cells(count * kinds);
  for (const record of standing.left.records) {
    const level = state[record] as number;
    if (level === 0) continue;
    const person = table.person[record] as number;
    const from = table.from[record] as number;
    const to = table.to[record] as number;
    between.add(from * count + to, person, level === 2);
    const stated = table.subject[record] as number;
    const subject = stated < 0 ? (roster.subject[person] ?? -1) : stated;
    if (subject < 0) continue;
    given.add(from * kinds + subject, person, level === 2);
    taken.add(to * kinds + subject, person, level === 2);
  }
  const flows = between.keys.map((key): RotationFlow => {
    const from = Math.floor(key / count);
    const to = key - from * count;
    const people = rangeOf(between.find(key));
    return { from: schools[from] ?? "", to: schools[to] ?? "", people, back: rangeOf(between.find(to * count + from)) };
  });
  const keys = [...new Set([...given.keys, ...taken.keys])];
  const subjects = keys.map((key): SubjectBalance => {
    const school = Math.floor(key / kinds);
    const subject = names[key - school * kinds] ?? "";
    return { school: schools[school] ?? "", subject, out: rangeOf(given.find(key)), in: rangeOf(taken.find(key)) };
  });
  return { flows, subjects };
}
