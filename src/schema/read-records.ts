import type * as z from "zod";
import { DEFAULTS, type IssuePath, type Subject } from "../core/index.js";
import { type SchemaIssue, schemaIssue } from "./issues.js";
import { type ReadValue, readValue } from "./read.js";
import { kindOf } from "./translate-issue.js";

/** A record that could be read, with its position in its list. */
export interface SoundRecord<Value> {
  readonly index: number;
  readonly value: Value;
}

/** What could be read of a list: the sound records, and the ids of the broken ones as far as they have one. */
export interface ReadList<Value> {
  readonly sound: readonly SoundRecord<Value>[];
  readonly brokenIds: readonly string[];
}

/** A list of records in a document. `kind`: what they are, for the subject of an issue. */
export interface ListPlan {
  readonly key: string;
  readonly element: z.ZodType;
  /** The element's schema for several at once. */
  readonly several: z.ZodType<unknown[]>;
  readonly required: boolean;
  readonly kind: Subject["kind"] | undefined;
}

/**
 * The answer for a list that is not there.
 *
 * @internal
 */
export const NO_RECORDS: ReadList<never> = { sound: [], brokenIds: [] };

/** Records are read so many at a time: few enough that a broken one costs little, enough that zod's fixed costs do not count. */
const AT_A_TIME = 64;

/**
 * Reads a list of records; a broken one hides no problem of the sound ones.
 *
 * @internal
 */
export function readRecords(plan: ListPlan, records: unknown, add: (issue: SchemaIssue) => void): ReadList<unknown> {
  const path = [plan.key];
  if (records === undefined) {
    if (plan.required) add(schemaIssue("missing-field", { path }, { field: plan.key }));
    return NO_RECORDS;
  }
  if (!isKind(records, "list", path, add)) return NO_RECORDS;
  const limit = DEFAULTS.maxArrayLength.value;
  const length = attempt(() => records.length)?.value ?? 0;
  if (length > limit) {
    add(schemaIssue("list-too-long", { path }, { length, limit }));
    return NO_RECORDS;
  }
  const sound: SoundRecord<unknown>[] = [];
  const brokenIds: string[] = [];
  for (let start = 0; start < length; start += AT_A_TIME) {
    for (const { index, record, read } of readSeveral(plan, records, start, Math.min(length, start + AT_A_TIME))) {
      if ("value" in read) {
        sound.push({ index, value: read.value });
        continue;
      }
      const id = idOf(record);
      if (id !== undefined) brokenIds.push(id);
      const subject = id === undefined || plan.kind === undefined ? undefined : { kind: plan.kind, id };
      for (const issue of read.issues) add(subject === undefined ? issue : { ...issue, subject });
    }
  }
  return { sound, brokenIds };
}

interface ReadRecord {
  readonly index: number;
  readonly record: unknown;
  readonly read: ReadValue<unknown>;
}

/** The records from `start` up to `end`: all at once, and one by one what remains when one of them is broken. */
function readSeveral(plan: ListPlan, records: readonly unknown[], start: number, end: number): readonly ReadRecord[] {
  const taken = Array.from({ length: end - start }, (_, offset) => attempt(() => records[start + offset]));
  const all = readValue(
    plan.several,
    taken.map((record) => record?.value),
    [],
  );
  const values = "value" in all ? all.value : undefined;
  const faults = "value" in all ? undefined : issuesByOffset(all.issues, plan.key, start);
  return taken.map((record, offset) => {
    const index = start + offset;
    const path = [plan.key, index];
    if (record === undefined) return { index, record, read: { issues: [schemaIssue("unreadable-input", { path }, {})] } };
    if (values !== undefined) return { index, record: record.value, read: { value: values[offset] } };
    const issues = faults?.get(offset);
    return { index, record: record.value, read: issues === undefined ? readValue(plan.element, record.value, path) : { issues } };
  });
}

/** The issues of several records, by offset, with the path of the whole document. */
function issuesByOffset(issues: readonly SchemaIssue[], key: string, start: number): ReadonlyMap<number, readonly SchemaIssue[]> {
  const byOffset = new Map<number, SchemaIssue[]>();
  for (const issue of issues) {
    const [offset, ...rest] = issue.path;
    if (typeof offset !== "number") continue;
    const moved = { ...issue, path: [key, start + offset, ...rest] };
    const known = byOffset.get(offset);
    if (known === undefined) byOffset.set(offset, [moved]);
    else known.push(moved);
  }
  return byOffset;
}

/**
 * Whether a value is an object or a list; adds the issue when it is not, or does not even tell.
 *
 * @internal
 */
export function isKind(value: unknown, expected: "object", path: IssuePath, add: (issue: SchemaIssue) => void): value is object;
export function isKind(value: unknown, expected: "list", path: IssuePath, add: (issue: SchemaIssue) => void): value is readonly unknown[];
export function isKind(value: unknown, expected: "object" | "list", path: IssuePath, add: (issue: SchemaIssue) => void): boolean {
  const kind = attempt(() => kindOf(value));
  if (kind?.value === expected) return true;
  add(
    kind === undefined
      ? schemaIssue("unreadable-input", { path }, {})
      : schemaIssue("wrong-type", { path }, { expected, received: kind.value }),
  );
  return false;
}

function idOf(record: unknown): string | undefined {
  const id = attempt(() => (record as { readonly id?: unknown } | null | undefined)?.id)?.value;
  return typeof id === "string" && id.length <= DEFAULTS.maxIdLength.value ? id : undefined;
}

/**
 * What an expression gives, or `undefined` when it throws: proxies and getters may, at any property.
 *
 * @internal
 */
export function attempt<Value>(expression: () => Value): { readonly value: Value } | undefined {
  try {
    return { value: expression() };
  } catch {
    return undefined;
  }
}
