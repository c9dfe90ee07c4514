import { anyOf, isWithin, type Missing, type Term, type Truth } from "../core/index.js";
import type { GovernanceKind, GovernanceRecord } from "../domain/index.js";
import type { Fact } from "../rules/index.js";
import { type GroupState, readable } from "./district-state.js";

/**
 * 治理事项. Whether a group has an item on the day: `yes` with a record that holds, `no` when the records deny it or the kind is recorded in
 * full without it, else `unknown`. A record of other days says nothing of this one, since a successor may not be written down; a record and
 * a denial of the same day contradict each other.
 */
export function governanceFact(state: GroupState, item: string, kind: GovernanceKind | undefined, on: string, label: Term): Fact {
  const governance = state.group.governance;
  if (governance === undefined) return { kind: "truth", label, value: "unknown", missing: missingItem(state, item) };
  const found: Found = { held: "no", denied: "no", kind };
  for (const record of governance.records ?? []) if (record.item === item) note(record, found, on);
  const whole = found.kind !== undefined && governance.complete?.includes(found.kind) === true;
  const value = decided(found.held, found.denied, whole);
  return value === "unknown" ? { kind: "truth", label, value, missing: missingItem(state, item) } : { kind: "truth", label, value };
}

/** What the records of one item have said so far. */
interface Found {
  held: Truth;
  denied: Truth;
  kind: GovernanceKind | undefined;
}

function note(record: GovernanceRecord, found: Found, on: string): void {
  const holds = readable(() => isWithin(on, record)) ?? "unknown";
  if (record.exists === false) found.denied = anyOf([found.denied, holds]);
  else found.held = anyOf([found.held, holds]);
  found.kind ??= record.kind;
}

function decided(held: Truth, denied: Truth, whole: boolean): Truth {
  if (held === "yes") return denied === "yes" ? "unknown" : "yes";
  if (denied === "yes") return "no";
  return whole && held === "no" ? "no" : "unknown";
}

function missingItem(state: GroupState, item: string): readonly Missing[] {
  return [{ kind: "record", table: "governance", of: item, subject: state.subject }];
}
