import { allOf, anyOf, isWithin, type Missing, parseFraction, resolvePartialDate, type Term, type Truth } from "../core/index.js";
import type { GovernanceKind, GovernanceRecord } from "../domain/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import { type GroupState, readable } from "./district-state.js";

/** What is asked of a governance item: which one, of which kind by the pack, and on which day. */
export interface ItemAsked {
  /**
   * `of` names the item. `where.per: "year"`: something of every year, so that a record without an end speaks of the year of its start alone.
   * `where.holder: "principal-of-lead"`: a post whose holder is to be the principal of the group's lead.
   */
  readonly ref: MeasureRef;
  readonly kind: GovernanceKind | undefined;
  readonly on: string;
}

/**
 * 治理事项. Whether a group has an item on the day: `yes` with a record that holds, `no` when the records deny it or the kind is recorded in
 * full without it, else `unknown`. A record of other days says nothing of this one, since a successor may not be written down; a record and
 * a denial of the same day contradict each other. A fund of 0 yuan is none; a record of another kind than the pack's says nothing for certain.
 */
export function governanceFact(state: GroupState, asked: ItemAsked, label: Term): Fact {
  const { governance } = state.group;
  if (governance === undefined) return { kind: "truth", label, value: "unknown", missing: missingItem(state, asked) };
  const found: Found = { held: "no", denied: "no", kind: asked.kind, missing: [] };
  for (const record of governance.records ?? []) if (record.item === asked.ref.of) note(record, found, asked, state);
  const whole = found.kind !== undefined && governance.complete?.includes(found.kind) === true;
  const value = decided(found.held, found.denied, whole);
  if (value !== "unknown") return { kind: "truth", label, value };
  return { kind: "truth", label, value, missing: found.missing.length > 0 ? found.missing : missingItem(state, asked) };
}

/** What the records of one item have said so far. */
interface Found {
  held: Truth;
  denied: Truth;
  kind: GovernanceKind | undefined;
  readonly missing: Missing[];
}

function note(record: GovernanceRecord, found: Found, asked: ItemAsked, state: GroupState): void {
  const on = readable(() => daysOf(record, asked)) ?? "unknown";
  const there = record.exists === false ? "no" : allOf([ofKind(record, asked), funded(record), holder(record, asked, found, state)]);
  found.held = anyOf([found.held, allOf([on, there])]);
  if (there === "no") found.denied = anyOf([found.denied, record.exists === false ? withinOf(record, asked) : on]);
  found.kind ??= record.kind;
}

function withinOf(record: GovernanceRecord, { on }: ItemAsked): Truth {
  return readable(() => isWithin(on, record)) ?? "unknown";
}

/** Whether a record speaks of the day, and of what is due every year whether it speaks of the year of the day. */
function daysOf(record: GovernanceRecord, { ref, on }: ItemAsked): Truth {
  const within = isWithin(on, record);
  if (ref.where?.["per"] !== "year" || within === "no") return within;
  if (record.from === undefined) return "unknown";
  if (record.until !== undefined) return within;
  const { earliest, latest } = resolvePartialDate(record.from);
  const year = on.slice(0, 4);
  if (latest.slice(0, 4) < year) return "no";
  return allOf([within, earliest.slice(0, 4) === year ? "yes" : "unknown"]);
}

function ofKind({ kind }: GovernanceRecord, asked: ItemAsked): Truth {
  return asked.kind === undefined || asked.kind === kind ? "yes" : "unknown";
}

/** Money of 0 yuan is no money; an amount below that is a slip. */
function funded({ kind, amount }: GovernanceRecord): Truth {
  if (kind !== "fund" || amount === undefined) return "yes";
  const yuan = parseFraction(String(amount));
  if (yuan === undefined || yuan.numerator < 0n) return "unknown";
  return yuan.numerator === 0n ? "no" : "yes";
}

/** Whether the holder of a post is the principal of the group's lead, where the rule asks so. */
function holder(
  { school, principal }: GovernanceRecord,
  { ref }: ItemAsked,
  found: Found,
  { members, possible, subject }: GroupState,
): Truth {
  if (ref.where?.["holder"] !== "principal-of-lead") return "yes";
  if (principal === false) return "no";
  if (school === undefined) found.missing.push({ kind: "field", table: "governance", column: "school", subject });
  if (principal === undefined) found.missing.push({ kind: "field", table: "governance", column: "principal", subject });
  if (school === undefined) return "unknown";
  const stated = members.filter(({ role, evidence }) => role === "lead" && evidence !== "inferred");
  const leads = stated.some((lead) => lead.school === school);
  if (leads) return principal === undefined ? "unknown" : "yes";
  const may = [...members, ...possible].some((one) => one.school === school && (one.role === "lead" || one.evidence === "inferred"));
  // Without a stated lead nobody can be told not to come from it.
  return may || stated.length === 0 ? "unknown" : "no";
}

function decided(held: Truth, denied: Truth, whole: boolean): Truth {
  if (held === "yes") return denied === "yes" ? "unknown" : "yes";
  if (denied === "yes") return "no";
  return whole && held === "no" ? "no" : "unknown";
}

function missingItem(state: GroupState, { ref, on }: ItemAsked): readonly Missing[] {
  const year = ref.where?.["per"] === "year" ? yearOf(on) : {};
  return [{ kind: "record", table: "governance", of: ref.of ?? "", subject: state.subject, ...year }];
}

function yearOf(on: string): { readonly from: string; readonly until: string } {
  const year = Number(on.slice(0, 4));
  return { from: `${on.slice(0, 4)}-01-01`, until: `${String(year + 1).padStart(4, "0")}-01-01` };
}
