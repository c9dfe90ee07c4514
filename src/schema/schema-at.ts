import * as z from "zod";
import { titles } from "./texts.js";

/** The schema without `optional` around it. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

/** The keys that may stand at a place of an input: the way down is that of an issue's path. Empty where the place is no object. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const here = unwrapped(schema);
  if (here instanceof z.ZodUnion) return [...new Set(here.options.flatMap((option) => keysAt(option as z.ZodType, path)))];
  const [step, ...rest] = path;
  if (step === undefined) return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
  const next = childOf(here, step);
  return next === undefined ? [] : keysAt(next, rest);
}

/** The official Chinese word of the place that a path leads to; `undefined` where there is none. */
export function titleAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const here = unwrapped(schema);
  if (here instanceof z.ZodUnion) {
    for (const option of here.options) {
      const found = path.length === 0 ? undefined : titleAt(option as z.ZodType, path);
      if (found !== undefined) return found;
    }
  }
  const [step, ...rest] = path;
  if (step === undefined) return titleOf(schema);
  const next = childOf(here, step);
  return next === undefined ? undefined : titleAt(next, rest);
}

/** The official Chinese word of a schema, with or without `optional` around it. */
export function titleOf(schema: z.ZodType): string | undefined {
  return titles.get(schema)?.title ?? titles.get(unwrapped(schema))?.title;
}

/** The schema of one element or property. */
function childOf(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, step)) return undefined;
  return schema.shape[step as string] as z.ZodType;
}
