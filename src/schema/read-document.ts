import * as z from "zod";
import { DEFAULTS, type Result, type Subject } from "../core/index.js";
import { createIssueCollector } from "./issue-collector.js";
import type { SchemaIssue } from "./issues.js";
import { readValue } from "./read.js";
import { attempt, isKind, type ListPlan, NO_RECORDS, type ReadList, readRecords } from "./read-records.js";
import { titleOf, unwrapped } from "./schema-at.js";
import { titled } from "./texts.js";

/** What could be read of a document: its own fields when they are sound, and its lists, by key. */
export interface ReadParts {
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  readonly lists: ReadonlyMap<string, ReadList<unknown>>;
}

/** A document's schema, made ready for reading record by record. */
export interface DocumentPlan {
  /** The document with its lists left unread. */
  readonly envelope: z.ZodType;
  readonly lists: readonly ListPlan[];
}

/**
 * Splits the schema of a document into its own fields and its lists of records.
 *
 * @internal
 */
export function planDocument(schema: z.ZodObject, kinds: Readonly<Record<string, Subject["kind"]>> = {}): DocumentPlan {
  const shape: Record<string, z.ZodType> = {};
  const lists: ListPlan[] = [];
  for (const [key, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const inner = unwrapped(field);
    const isList = inner instanceof z.ZodArray && holdsRecords(inner.element as z.ZodType);
    shape[key] = isList ? unread(field) : field;
    if (isList) {
      const element = inner.element as z.ZodType;
      lists.push({ key, element, several: z.array(element), required: inner === field, called: titleOf(field), kind: kinds[key] });
    }
  }
  return { envelope: z.strictObject(shape), lists };
}

/** A list left unread, under its own name. */
function unread(list: z.ZodType): z.ZodType {
  const title = titleOf(list);
  const schema = z.unknown().optional();
  return title === undefined ? schema : titled(title, schema);
}

function holdsRecords(element: z.ZodType): boolean {
  return element instanceof z.ZodObject || element instanceof z.ZodUnion;
}

/**
 * Reads a document: first its own fields, then every list record by record, so that a broken record hides no problem of the sound ones, and
 * nothing that is sound is walked twice.
 *
 * @internal
 */
export function readParts(plan: DocumentPlan, input: unknown, add: (issue: SchemaIssue) => void): ReadParts {
  const lists = new Map<string, ReadList<unknown>>();
  if (!isKind(input, "object", [], add)) return { fields: undefined, lists };
  const read = readValue(plan.envelope, input, { path: [] });
  const fields = "value" in read ? (read.value as Readonly<Record<string, unknown>>) : undefined;
  if ("issues" in read) for (const issue of read.issues) add(issue);
  for (const list of plan.lists) {
    const records =
      fields === undefined ? attempt(() => (input as Readonly<Record<string, unknown>>)[list.key]) : { value: fields[list.key] };
    // A property that throws is already reported by the envelope.
    lists.set(list.key, records === undefined ? NO_RECORDS : readRecords(list, records.value, add));
  }
  return { fields, lists };
}

/**
 * Reads a whole document: the value when nothing is wrong with it, else every issue.
 *
 * @internal
 */
export function readDocument<Value>(plan: DocumentPlan, input: unknown): Result<Value, SchemaIssue> {
  const collector = createIssueCollector<SchemaIssue>(DEFAULTS.maxIssues.value);
  const parts = readParts(plan, input, collector.add);
  const [first, ...rest] = collector.issues();
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };
  return { ok: true, value: assemble(plan, parts) as Value, issues: [] };
}

/**
 * The document of its parts; lists the input leaves out stay out.
 *
 * @internal
 */
export function assemble(plan: DocumentPlan, { fields = {}, lists }: ReadParts): Readonly<Record<string, unknown>> {
  const document: Record<string, unknown> = { ...fields };
  for (const { key } of plan.lists) {
    if (fields[key] !== undefined) document[key] = lists.get(key)?.sound.map(({ value }) => value) ?? [];
  }
  return document;
}
