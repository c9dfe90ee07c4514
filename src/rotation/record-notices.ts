import type { Truth } from "../core/index.js";
import type { Exchange } from "../domain/index.js";
import type { ExchangeTable } from "./exchange-table.js";
import { type RotationIssue, rotationIssue } from "./issues.js";
import type { RotationEligibility } from "./rotation-eligibility.js";
import type { Tally, TallyContext } from "./tally.js";

/**
 * 不符合交流条件而计入的人员. People whom any of the tallies counts, or may, and who are surely not among the eligible teachers: no source says that
 * whoever was exchanged must be eligible, so that they count, and a share over the eligible may pass 100 %.
 */
export function countedOutside(
  { roster, standing }: TallyContext,
  { teachers }: Pick<RotationEligibility, "teachers">,
  tallies: readonly Pick<Tally, "state">[],
  partialRoster: boolean,
): readonly RotationIssue[] {
  const { person } = standing.left;
  let others: ReadonlyMap<string, Truth> | undefined;
  /** Whether a person counts among the eligible; nearly always both lists are the same roster in one order. */
  const eligible = (who: number): Truth => {
    const id = roster.teachers[who]?.id;
    if (who >= roster.size || id === undefined) return partialRoster ? "unknown" : "no";
    const beside = teachers[who];
    if (beside?.teacher === id) return beside.counts;
    others ??= new Map(teachers.map(({ teacher, counts }) => [teacher, counts]));
    return others.get(id) ?? "no";
  };
  let people = 0;
  let last = -1;
  for (let at = 0; at < person.length; at += 1) {
    const who = person[at] as number;
    if (who === last || !tallies.some(({ state }) => state[at] !== 0)) continue;
    last = who;
    if (eligible(who) === "no") people += 1;
  }
  return people === 0 ? [] : [rotationIssue("exchanged-not-eligible", [], { people })];
}

/**
 * Records of stays begun in the period that leave another school than that of the roster, which is drawn up at its beginning, unless another
 * move of the person leads to the school they leave. They count as recorded.
 */
export function leavingElsewhere({ table, home, standing, period }: TallyContext, names: readonly string[]): readonly RotationIssue[] {
  const { person, from, start, record, runs, runOfTable } = standing.left;
  const leaving = new Int32Array(table.size).fill(-1);
  let count = 0;
  for (let run = 0; run + 1 < runs.length; run += 1) {
    const begin = runs[run] as number;
    const school = home[person[begin] as number];
    if (school === undefined) continue;
    const own = runOfTable[run] as number;
    for (let at = begin; at < (runs[run + 1] as number); at += 1) {
      const left = from[at] as number;
      if (left === school || (start[at] as number) < period.from || arrivedAt(table, own, left)) continue;
      leaving[record[at] as number] = school;
      count += 1;
    }
  }
  const issues = new Array<RotationIssue>(count);
  for (let position = 0, next = 0; next < count; position += 1) {
    const school = names[leaving[position] as number];
    if (school === undefined) continue;
    const { id, from: left } = table.records[position] as Exchange;
    const params = { exchange: id, from: left, school };
    issues[next] = rotationIssue("exchange-school-differs", [position, "from"], params, { kind: "exchange", id });
    next += 1;
  }
  return issues;
}

/** Whether a record of the person whose run it is leads to the school. */
function arrivedAt({ byPerson: { records, runs }, to }: ExchangeTable, run: number, school: number): boolean {
  const until = runs[run + 1] as number;
  for (let at = runs[run] as number; at < until; at += 1) if (to[records[at] as number] === school) return true;
  return false;
}
