import * as z from "zod";
import { DEFAULTS } from "../core/index.js";
import { type IssuePlace, type SchemaIssue, schemaIssue } from "./issues.js";
import { unwrapped } from "./schema-at.js";
import { translateIssue } from "./translate-issue.js";

/** A value as its schema has it, or what is wrong with it. */
export type ReadValue<Value> = { readonly value: Value } | { readonly issues: readonly SchemaIssue[] };

/** The fault of one of several values, as zod says it: `translateIssue` puts it in our words. */
type FoundFault = z.core.$ZodIssue;

/**
 * Reads one value with a schema: with `readSeveral` the only place that runs zod on what comes from outside.
 *
 * Whatever is thrown on the way (a getter, a proxy, an exhausted stack) becomes `unreadable-input`, at the deepest place that can be told.
 *
 * @internal
 */
export function readValue<Schema extends z.ZodType>(schema: Schema, input: unknown, place: IssuePlace): ReadValue<z.output<Schema>> {
  try {
    const result = schema.safeParse(input);
    if (result.success) return { value: result.data };
    return { issues: result.error.issues.flatMap((issue) => translateIssue(issue, schema, place, input)) };
  } catch {
    const issues = readInPieces(schema, input, place);
    return { issues: issues.length > 0 ? issues : [schemaIssue("unreadable-input", place, {})] };
  }
}

/**
 * Reads several values at once: the values when all are sound, else the faults of each by its offset, `undefined` when something was thrown.
 *
 * @internal
 */
export function readSeveral(
  schema: z.ZodType<unknown[]>,
  inputs: readonly unknown[],
): { readonly values: readonly unknown[] } | { readonly faults: ReadonlyMap<number, readonly FoundFault[]> } | undefined {
  try {
    const result = schema.safeParse(inputs);
    if (result.success) return { values: result.data };
    const faults = new Map<number, FoundFault[]>();
    for (const { path, ...issue } of result.error.issues) {
      const fault = { ...issue, path: path.slice(1) } as FoundFault;
      const known = faults.get(path[0] as number);
      if (known === undefined) faults.set(path[0] as number, [fault]);
      else known.push(fault);
    }
    return { faults };
  } catch {
    return undefined;
  }
}

/** Property by property and element by element, so that one that throws is named and hides no other. Goes as deep as the schema, no deeper. */
function readInPieces(schema: z.ZodType, input: unknown, place: IssuePlace): readonly SchemaIssue[] {
  const here = unwrapped(schema);
  try {
    if (here instanceof z.ZodObject && typeof input === "object" && input !== null) {
      const pieces = Object.entries(here.shape).map(([key, child]) => readPiece(child as z.ZodType, input, key, place));
      // A revoked proxy throws at every property: that is one fault, not twenty.
      return pieces.every(([first]) => first?.code === "unreadable-input" && first.path.length === place.path.length + 1)
        ? []
        : pieces.flat();
    }
    if (here instanceof z.ZodArray && Array.isArray(input) && input.length <= DEFAULTS.maxArrayLength.value) {
      return Array.from({ length: input.length }, (_, index) => readPiece(here.element as z.ZodType, input, index, place)).flat();
    }
    return [];
  } catch {
    return [];
  }
}

function readPiece(schema: z.ZodType, input: object, key: string | number, parent: IssuePlace): readonly SchemaIssue[] {
  const place: IssuePlace = { ...parent, path: [...parent.path, key] };
  let value: unknown;
  try {
    value = (input as Readonly<Record<string | number, unknown>>)[key];
  } catch {
    return [schemaIssue("unreadable-input", place, {})];
  }
  const read = readValue(schema, value, place);
  return "issues" in read ? read.issues : [];
}
