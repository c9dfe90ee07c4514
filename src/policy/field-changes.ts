import type { IssuePath } from "../core/index.js";

/** One field that differs: its path in the element and both values as JSON; an absent one is not there. */
export interface FieldChange {
  readonly path: IssuePath;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Where two elements differ, leaf by leaf; a list of other length or a value of another shape is one change. `apart` are left out. */
export function fieldChanges(before: object, after: object, apart: readonly string[] = []): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  walk(before, after, []);
  return changes.filter(({ path }) => !apart.includes(String(path[0])));

  function walk(one: unknown, two: unknown, path: IssuePath): void {
    if (one === two) return;
    if (
      !isObject(one) ||
      !isObject(two) ||
      Array.isArray(one) !== Array.isArray(two) ||
      (Array.isArray(one) && one.length !== (two as unknown as unknown[]).length)
    ) {
      changes.push({ path, ...(one === undefined ? {} : { before: one }), ...(two === undefined ? {} : { after: two }) });
      return;
    }
    for (const key of new Set([...Object.keys(one), ...Object.keys(two)]))
      walk(own(one, key), own(two, key), [...path, Array.isArray(one) ? Number(key) : key]);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
