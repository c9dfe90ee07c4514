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

/** Above this many cells a table gives way to a map: few of them are ever used. */
const LARGEST_TABLE = 65_536;

/** Numbers cells in the order of their first use; −1 for one never used. */
function cellNumbers(size: number): { readonly find: (cell: number) => number; readonly put: (cell: number, number: number) => void } {
  if (size > LARGEST_TABLE) {
    const numbers = new Map<number, number>();
    return { find: (cell) => numbers.get(cell) ?? -1, put: (cell, number) => numbers.set(cell, number) };
  }
  const numbers = new Int32Array(size).fill(-1);
  return {
    find: (cell) => numbers[cell] ?? -1,
    put: (cell, number) => {
      numbers[cell] = number;
    },
  };
}

/** The counts of a cell stand side by side, with whoever was counted last in it, surely and perhaps. */
const WIDTH = 4;
const [LOW, HIGH, SURELY, PERHAPS] = [0, 1, 2, 3] as const;

/** Counts people per cell, each once, when they come one after the other. */
function peopleInCells(size: number) {
  const { find, put } = cellNumbers(size);
  const cells: number[] = [];
  let counts = new Int32Array(1024 * WIDTH);
  const numberOf = (cell: number): number => {
    const known = find(cell);
    if (known >= 0) return known;
    const number = cells.push(cell) - 1;
    put(cell, number);
    if (cells.length * WIDTH > counts.length) counts = doubled(counts);
    return number;
  };
  const add = (cell: number, person: number, sure: boolean): void => {
    const at = numberOf(cell) * WIDTH;
    const stamp = person + 1;
    if (counts[at + PERHAPS] !== stamp) {
      counts[at + PERHAPS] = stamp;
      counts[at + HIGH] = (counts[at + HIGH] as number) + 1;
    }
    if (sure && counts[at + SURELY] !== stamp) {
      counts[at + SURELY] = stamp;
      counts[at + LOW] = (counts[at + LOW] as number) + 1;
    }
  };
  const rangeOf = (cell: number): CountRange => {
    const at = find(cell) * WIDTH;
    return at < 0 ? { low: 0, high: 0 } : { low: counts[at + LOW] as number, high: counts[at + HIGH] as number };
  };
  return { add, rangeOf, cells };
}

function doubled(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2);
  wider.set(column);
  return wider;
}

/** Flows between schools and the balance of subjects, from the records that count or may. */
export function flowsOf(
  { roster, standing }: Pick<TallyContext, "roster" | "standing">,
  { state }: Tally,
  schools: readonly string[],
): { readonly flows: readonly RotationFlow[]; readonly subjects: readonly SubjectBalance[] } {
  const count = schools.length;
  const names = roster.subjects.names();
  const kinds = Math.max(1, names.length);
  const between = peopleInCells(count * count);
  const given = peopleInCells(count * kinds);
  const taken = peopleInCells(count * kinds);
  const { left } = standing;
  for (let at = 0; at < state.length; at += 1) {
    if (state[at] === 0) continue;
    const sure = state[at] === 2;
    const person = left.person[at] as number;
    const from = left.from[at] as number;
    const to = left.to[at] as number;
    between.add(from * count + to, person, sure);
    const stated = left.subject[at] as number;
    const subject = stated < 0 && person < roster.size ? (roster.subject[person] as number) : stated;
    if (subject < 0) continue;
    given.add(from * kinds + subject, person, sure);
    taken.add(to * kinds + subject, person, sure);
  }
  const flows = between.cells.map((key): RotationFlow => {
    const from = Math.floor(key / count);
    const to = key - from * count;
    const people = between.rangeOf(key);
    return { from: schools[from] ?? "", to: schools[to] ?? "", people, back: between.rangeOf(to * count + from) };
  });
  const keys = [...new Set([...given.cells, ...taken.cells])];
  const subjects = keys.map((key): SubjectBalance => {
    const school = Math.floor(key / kinds);
    const subject = names[key - school * kinds] ?? "";
    return { school: schools[school] ?? "", subject, out: given.rangeOf(key), in: taken.rangeOf(key) };
  });
  return { flows, subjects };
}
