import * as z from "zod";
import { DEFAULTS, type IssuePath } from "../core/index.js";
import { type SchemaIssue, schemaIssue } from "./issues.js";
import { unwrapped } from "./schema-at.js";
import { translateIssue } from "./translate-issue.js";

const WITH_INPUT = { reportInput: true } as const;

/** A value as its schema has it, or what is wrong with it. */
export type ReadValue<Value> = { readonly value: Value } | { readonly issues: readonly SchemaIssue[] };

/**
 * Reads one value with a schema: the only place that runs zod on what comes from outside.
 *
 * Whatever is thrown on the way (a getter, a proxy, an exhausted stack) becomes `unreadable-input`, at the deepest place that can be told.
 *
 * @internal
 */
export function readValue<Schema extends z.ZodType>(schema: Schema, input: unknown, path: IssuePath): ReadValue<z.output<Schema>> {
  try {
    const result = schema.safeParse(input, WITH_INPUT);
    if (result.success) return { value: result.data };
    return { issues: result.error.issues.flatMap((issue) => translateIssue(issue, schema, path)) };
  } catch {
    const issues = readInPieces(schema, input, path);
    return { issues: issues.length > 0 ? issues : [schemaIssue("unreadable-input", { path }, {})] };
  }
}

/** Property by property and element by element, so that one that throws is named and hides no other. Goes as deep as the schema, no deeper. */
function readInPieces(schema: z.ZodType, input: unknown, path: IssuePath): readonly SchemaIssue[] {
  const here = unwrapped(schema);
  try {
    if (here instanceof z.ZodObject && typeof input === "object" && input !== null) {
      const pieces = Object.entries(here.shape).map(([key, child]) => readPiece(child as z.ZodType, input, key, path));
      // A revoked proxy throws at every property: that is one fault, not twenty.
      return pieces.every(([first]) => first?.code === "unreadable-input" && first.path.length === path.length + 1) ? [] : pieces.flat();
    }
    if (here instanceof z.ZodArray && Array.isArray(input) && input.length <= DEFAULTS.maxArrayLength.value) {
      return Array.from({ length: input.length }, (_, index) => readPiece(here.element as z.ZodType, input, index, path)).flat();
    }
    return [];
  } catch {
    return [];
  }
}

function readPiece(schema: z.ZodType, input: object, key: string | number, parent: IssuePath): readonly SchemaIssue[] {
  const path: IssuePath = [...parent, key];
  let value: unknown;
  try {
    value = (input as Readonly<Record<string | number, unknown>>)[key];
  } catch {
    return [schemaIssue("unreadable-input", { path }, {})];
  }
  const read = readValue(schema, value, path);
  return "issues" in read ? read.issues : [];
}
