import type { PupilOnRoll } from "../domain/pupil.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";

/** An entry roll as it can be used. @internal */
export interface UsableRoll {
  /** Undefined where none was given. */
  readonly roll: readonly Pick<PupilOnRoll, "id" | "school">[] | undefined;
  readonly issues: readonly ValueAddedIssue[];
}

/** Entries with an id and a school, each school under its one id; the others are counted in `pupils-left-out`, with their place on the roll. @internal */
export function readRoll(roll: readonly PupilOnRoll[] | undefined, canonical: ReadonlyMap<string, string>): UsableRoll {
  if (roll === undefined) return { roll, issues: [] };
  const usable: Pick<PupilOnRoll, "id" | "school">[] = [];
  const unusable = { "missing-id": [] as number[], "missing-school": [] as number[] };
  for (const [row, entry] of roll.entries()) {
    const reason = isText(entry?.id) ? (isText(entry.school) ? undefined : "missing-school") : "missing-id";
    if (reason === undefined) usable.push({ id: entry.id, school: canonical.get(entry.school) ?? entry.school });
    else unusable[reason].push(row);
  }
  const issues = (["missing-id", "missing-school"] as const).flatMap((reason) => {
    const [row] = unusable[reason];
    return row === undefined ? [] : [valueAddedIssue("pupils-left-out", ["roll", row], { reason, count: unusable[reason].length, row })];
  });
  return { roll: usable, issues };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
