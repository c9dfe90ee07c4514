import type * as z from "zod";
import { DEFAULTS, type IssuePath, type Subject } from "../core/index.js";
import { type IssuePlace, type SchemaIssue, schemaIssue } from "./issues.js";
import { readSeveral, readValue } from "./read.js";
import { kindOf, translateIssue } from "./translate-issue.js";

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
  /** The official Chinese word of the list. */
  readonly called: string | undefined;
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
    if (plan.required)
      add(schemaIssue("missing-field", { path }, { field: plan.key, ...(plan.called === undefined ? {} : { called: plan.called }) }));
    return NO_RECORDS;
  }
  if (!isKind(records, "list", path, add)) return NO_RECORDS;
  const limit = DEFAULTS.maxArrayLength.value;
  const length = attempt(() => records.length)?.value ?? 0;
  if (length > limit) {
    add(schemaIssue("list-too-long", { path }, { length, limit }));
    return NO_RECORDS;
  }
  const reading: Reading = { plan, sound: [], brokenIds: [], add };
  for (let start = 0; start < length; start += AT_A_TIME) readSome(reading, records, start, Math.min(length, start + AT_A_TIME));
  return { sound: reading.sound, brokenIds: reading.brokenIds };
}

interface Reading {
  readonly plan: ListPlan;
  readonly sound: SoundRecord<unknown>[];
  readonly brokenIds: string[];
  readonly add: (issue: SchemaIssue) => void;
}

/** The records from `start` up to `end`: all at once, and one by one what remains when one of them is broken. */
function readSome(reading: Reading, records: readonly unknown[], start: number, end: number): void {
  const taken = takenFrom(records, start, end);
  const all = taken === undefined ? undefined : readSeveral(reading.plan.several, taken);
  if (all !== undefined && "values" in all) {
    for (let offset = 0; offset < all.values.length; offset += 1) reading.sound.push({ index: start + offset, value: all.values[offset] });
    return;
  }
  for (let index = start; index < end; index += 1) {
    const faults = all?.faults.get(index - start);
    if (faults === undefined || taken === undefined) readOne(reading, records, index);
    else {
      const place = placeOf(reading, index, taken[index - start]);
      for (const fault of faults)
        for (const issue of translateIssue(fault, reading.plan.element, place, taken[index - start])) reading.add(issue);
    }
  }
}

/** `undefined` when one of the records throws at the touch. */
function takenFrom(records: readonly unknown[], start: number, end: number): readonly unknown[] | undefined {
  try {
    const taken: unknown[] = [];
    for (let index = start; index < end; index += 1) taken.push(records[index]);
    return taken;
  } catch {
    return undefined;
  }
}

function readOne(reading: Reading, records: readonly unknown[], index: number): void {
  const { plan, sound, add } = reading;
  const record = attempt(() => records[index]);
  const path = [plan.key, index];
  if (record === undefined) {
    add(schemaIssue("unreadable-input", { path }, {}));
    return;
  }
  const read = readValue(plan.element, record.value, { path });
  if ("value" in read) sound.push({ index, value: read.value });
  else {
    const { subject } = placeOf(reading, index, record.value);
    for (const issue of read.issues) add(subject === undefined ? issue : { ...issue, subject });
  }
}

/** Where a broken record stands and which it is; its id is noted, as far as it has one. */
function placeOf({ plan, brokenIds }: Reading, index: number, record: unknown): IssuePlace {
  const path = [plan.key, index];
  const id = idOf(record);
  if (id !== undefined) brokenIds.push(id);
  return id === undefined || plan.kind === undefined ? { path } : { path, subject: { kind: plan.kind, id } };
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
