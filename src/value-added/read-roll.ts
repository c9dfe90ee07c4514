import type { PupilOnRoll } from "../domain/pupil.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";

/** An entry roll as it can be used. @internal */
export interface UsableRoll {
  /** Each pupil's school; undefined where no roll was given. */
  readonly roll: ReadonlyMap<string, string> | undefined;
  readonly issues: readonly ValueAddedIssue[];
}

/**
 * Entries with an id and a school, each school under its one id; the others are counted in `pupils-left-out`, with their place on the roll, as are pupils on the
 * roll of two schools: nobody can say who answers for them.
 * @internal
 */
export function readRoll(roll: readonly PupilOnRoll[] | undefined, canonical: ReadonlyMap<string, string>): UsableRoll {
  if (roll === undefined) return { roll, issues: [] };
  const usable = new Map<string, string>();
  const contradicted = new Set<string>();
  const unusable = { "missing-id": [] as number[], "missing-school": [] as number[], "duplicate-id": [] as number[] };
  for (const [row, entry] of roll.entries()) {
    const reason = isText(entry?.id) ? (isText(entry.school) ? undefined : "missing-school") : "missing-id";
    if (reason !== undefined) {
      unusable[reason].push(row);
      continue;
    }
    const school = canonical.get(entry.school) ?? entry.school;
    const before = usable.get(entry.id);
    if (before === undefined) usable.set(entry.id, school);
    else if (before !== school) {
      contradicted.add(entry.id);
      unusable["duplicate-id"].push(row);
    }
  }
  for (const id of contradicted) usable.delete(id);
  const issues = (["missing-id", "missing-school", "duplicate-id"] as const).flatMap((reason) => {
    const [row] = unusable[reason];
    return row === undefined ? [] : [valueAddedIssue("pupils-left-out", ["roll", row], { reason, count: unusable[reason].length, row })];
  });
  return { roll: usable, issues };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
