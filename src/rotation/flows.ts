import type { CountRange } from "../core/index.js";
import { namesOf } from "./name-index.js";
import { addToCell, peopleInCell, peopleInCells } from "./people-in-cells.js";
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

/** Flows between schools and the balance of subjects, from the records that count or may. */
export function flowsOf(
  { roster, standing }: Pick<TallyContext, "roster" | "standing">,
  { state }: Tally,
  schools: readonly string[],
): { readonly flows: readonly RotationFlow[]; readonly subjects: readonly SubjectBalance[] } {
  const count = schools.length;
  const names = namesOf(roster.subjects);
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
    addToCell(between, from * count + to, person, sure);
    const stated = left.subject[at] as number;
    const subject = stated < 0 && person < roster.size ? (roster.subject[person] as number) : stated;
    if (subject < 0) continue;
    addToCell(given, from * kinds + subject, person, sure);
    addToCell(taken, to * kinds + subject, person, sure);
  }
  const flows = between.cells.map((key): RotationFlow => {
    const from = Math.floor(key / count);
    const to = key - from * count;
    const people = peopleInCell(between, key);
    return { from: schools[from] ?? "", to: schools[to] ?? "", people, back: peopleInCell(between, to * count + from) };
  });
  const keys = [...new Set([...given.cells, ...taken.cells])];
  const subjects = keys.map((key): SubjectBalance => {
    const school = Math.floor(key / kinds);
    const subject = names[key - school * kinds] ?? "";
    return { school: schools[school] ?? "", subject, out: peopleInCell(given, key), in: peopleInCell(taken, key) };
  });
  return { flows, subjects };
}
