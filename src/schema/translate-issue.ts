import type * as z from "zod";
import { isDecimalString } from "../core/index.js";
import { type IssuePlace, type SchemaIssue, schemaIssue, shorten, type ValueKind } from "./issues.js";
import { likelyKey } from "./likely-key.js";
import { keysAt, titleAt } from "./schema-at.js";

type ZodIssue = z.core.$ZodIssue;

/** An issue of zod's with the value it is about. */
type Found<Issue extends ZodIssue = ZodIssue> = Issue & { readonly input: unknown };

/** Codes of the formats that `texts.ts` names. */
const FORMAT_CODES: Readonly<Record<string, FormatCode>> = {
  text: "malformed-text",
  date: "impossible-date",
  "partial-date": "impossible-date",
  decimal: "malformed-decimal",
  amount: "malformed-decimal",
  "district-code": "district-code-shape",
  "school-code": "school-code-shape",
  "credit-code": "credit-code-shape",
};

type FormatCode =
  | "malformed-text"
  | "impossible-date"
  | "malformed-decimal"
  | "district-code-shape"
  | "school-code-shape"
  | "credit-code-shape";

const EXPECTED: Readonly<Record<string, ValueKind>> = {
  string: "text",
  number: "number",
  int: "whole-number",
  boolean: "truth-value",
  array: "list",
  object: "object",
  record: "object",
};

/**
 * What zod found, in our words: one issue of zod's may be several of ours (one for each unknown key).
 *
 * @internal
 */
export function translateIssue(issue: ZodIssue, schema: z.ZodType, place: IssuePlace, root: unknown): readonly SchemaIssue[] {
  // Asking zod for the input of an issue (`reportInput`) makes every parse a third slower, the sound ones too.
  const found = { ...issue, input: valueAt(root, issue.path) } as Found;
  const here = found.path.length === 0 ? place : { ...place, path: [...place.path, ...(found.path as (string | number)[])] };
  if (found.code === "unrecognized_keys") return unknownKeys(found, schema, here);
  if (found.input === undefined) return [missingField(here, titleAt(schema, found.path))];
  if (found.code === "invalid_union") return noUnion(found, schema, place, here, root);
  switch (found.code) {
    case "invalid_type":
      return [wrongType(found, here)];
    case "invalid_value":
      return [wrongValue(found.values.map(String), found.input, here)];
    case "invalid_format":
      return [wrongFormat(found.format, String(found.input), here)];
    case "too_big":
      return [tooBig(found, here)];
    case "too_small":
      return [tooSmall(found, here)];
    case "custom":
      return [schemaIssue("limit-missing", here, {})];
    default:
      return [schemaIssue("wrong-type", here, { expected: "other", received: kindOf(found.input) })];
  }
}

function missingField(place: IssuePlace, called: string | undefined): SchemaIssue {
  return schemaIssue("missing-field", place, { field: String(place.path.at(-1) ?? ""), ...(called === undefined ? {} : { called }) });
}

/** Of an object with more unknown keys than this, the rest are not spelling mistakes. */
const MOST_LIKELY_KEYS = 100;

function unknownKeys(found: Found<z.core.$ZodIssueUnrecognizedKeys>, schema: z.ZodType, place: IssuePlace): readonly SchemaIssue[] {
  const known = keysAt(schema, found.path);
  return found.keys.map((key, index) => {
    // A key that stands in another shape of the same object is spelt rightly, and has no place here.
    const likely = index < MOST_LIKELY_KEYS && !known.includes(key) ? likelyKey(key, known) : undefined;
    const called = likely === undefined ? undefined : titleAt(schema, [...found.path, likely]);
    const params = { key: shorten(key), ...(likely === undefined ? {} : { likely }), ...(called === undefined ? {} : { called }) };
    return schemaIssue("unknown-key", { ...place, path: [...place.path, shorten(key)] }, params);
  });
}

function wrongType(found: Found<z.core.$ZodIssueInvalidType>, place: IssuePlace): SchemaIssue {
  const received = kindOf(found.input);
  if (received === "not-a-number" || received === "infinite") return schemaIssue("not-finite", place, { received });
  if (found.expected === "int" && received === "number") {
    return schemaIssue("fractional-count", place, { value: found.input as number });
  }
  return schemaIssue("wrong-type", place, { expected: EXPECTED[found.expected] ?? "other", received });
}

function wrongValue(allowed: readonly string[], input: unknown, place: IssuePlace): SchemaIssue {
  if (place.path.length === 1 && place.path[0] === "format") {
    return schemaIssue("wrong-format", place, { expected: allowed.join(" / "), received: shown(input) });
  }
  return schemaIssue("not-one-of", place, { allowed, received: shown(input) });
}

function wrongFormat(format: string, text: string, place: IssuePlace): SchemaIssue {
  if (format === "amount" && isDecimalString(text)) return schemaIssue("negative-count", place, { value: Number(text) });
  // A day that is known in part only is a date all the same, but none for a field that takes whole days.
  if (format === "date") return schemaIssue("impossible-date", place, { text: shorten(text), whole: true });
  return wrongText(FORMAT_CODES[format] ?? "malformed-text", text, place);
}

function wrongText(code: FormatCode, text: string, place: IssuePlace): SchemaIssue {
  // A huge text is not trimmed to the end just to be called blank.
  if (code === "malformed-text" && text.slice(0, 1000).trim() === "") return schemaIssue("blank-text", place, {});
  return schemaIssue(code, place, { text: shorten(text) });
}

function tooBig(found: Found<z.core.$ZodIssueTooBig>, place: IssuePlace): SchemaIssue {
  const limit = Number(found.maximum);
  const input: unknown = found.input;
  if (typeof input === "string") return schemaIssue("text-too-long", place, { length: input.length, limit });
  if (Array.isArray(input)) return schemaIssue("list-too-long", place, { length: input.length, limit });
  return schemaIssue("number-too-large", place, { value: Number(input) });
}

function tooSmall(found: Found<z.core.$ZodIssueTooSmall>, place: IssuePlace): SchemaIssue {
  const input: unknown = found.input;
  if (Array.isArray(input)) return schemaIssue("list-too-short", place, { length: input.length, least: Number(found.minimum) });
  return schemaIssue("negative-count", place, { value: Number(input) });
}

/** Of a union by a key (`kind`) the key is at fault; of several types the first that was not merely another type. */
function noUnion(
  found: Found<z.core.$ZodIssueInvalidUnion>,
  schema: z.ZodType,
  base: IssuePlace,
  place: IssuePlace,
  root: unknown,
): readonly SchemaIssue[] {
  if ("discriminator" in found && found.discriminator !== undefined) {
    // The path leads to the key itself.
    const allowed = "options" in found && Array.isArray(found.options) ? found.options.map(String) : [];
    return [schemaIssue("not-one-of", place, { allowed, received: shown(found.input) })];
  }
  const closest = found.errors.find(([first]) => first !== undefined && !(first.code === "invalid_type" && first.path.length === 0));
  if (closest !== undefined) {
    return closest.flatMap((inner) => translateIssue({ ...inner, path: [...found.path, ...inner.path] } as ZodIssue, schema, base, root));
  }
  const received = kindOf(found.input);
  if (received === "not-a-number" || received === "infinite") return [schemaIssue("not-finite", place, { received })];
  return [schemaIssue("wrong-type", place, { expected: "text-or-number", received })];
}

/** The value at a path of the input; `undefined` where there is none, or where reading it throws. */
function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  try {
    let value = root;
    for (const key of path) value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
    return value;
  } catch {
    return undefined;
  }
}

/**
 * What a value is, without touching what is inside it.
 *
 * @internal
 */
export function kindOf(value: unknown): ValueKind {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return Number.isNaN(value) ? "not-a-number" : Number.isFinite(value) ? "number" : "infinite";
  if (typeof value === "boolean") return "truth-value";
  if (typeof value !== "object") return "other";
  return Array.isArray(value) ? "list" : "object";
}

function shown(value: unknown): string {
  if (typeof value === "string") return shorten(value);
  return typeof value === "number" || typeof value === "boolean" || value === null ? String(value) : kindOf(value);
}
