import { anyOf, isWithin, type Missing, type Term, type Truth } from "../core/index.js";
import type { GovernanceKind } from "../domain/index.js";
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
  const records = (governance?.records ?? []).filter((record) => record.item === item);
  const held = anyOf(records.filter(({ exists }) => exists !== false).map((record) => readable(() => isWithin(on, record)) ?? "unknown"));
  const denied = anyOf(records.filter(({ exists }) => exists === false).map((record) => readable(() => isWithin(on, record)) ?? "unknown"));
  const recorded = kind ?? records[0]?.kind;
  const whole = recorded !== undefined && governance?.complete?.includes(recorded) === true;
  const value = decided(held, denied, whole);
  return value === "unknown" ? { kind: "truth", label, value, missing: missingItem(state, item) } : { kind: "truth", label, value };
}

function decided(held: Truth, denied: Truth, whole: boolean): Truth {
  if (held === "yes") return denied === "yes" ? "unknown" : "yes";
  if (denied === "yes") return "no";
  return whole && held === "no" ? "no" : "unknown";
}

function missingItem(state: GroupState, item: string): readonly Missing[] {
  return [{ kind: "record", table: "governance", of: item, subject: state.subject }];
}
