import { DEFAULTS } from "../core/index.js";
import type { District } from "../domain/index.js";
import { districtSchema, groupSchema, schoolSchema } from "../schema/index.js";

/** What a report needs to say whom it is about. */
export interface NamedDistrict {
  readonly code?: District["code"];
  readonly name?: District["name"];
  readonly schools: readonly { readonly id: string; readonly name: string; readonly aliases?: readonly string[] | undefined }[];
  readonly groups: readonly {
    readonly id: string;
    readonly name?: string | undefined;
    readonly memberships?: readonly { readonly school: string; readonly role?: string | undefined }[] | undefined;
  }[];
}

/** A text that the schema takes. */
interface TextSchema {
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

/** A property of what came in; proxies and getters may throw. */
function at(value: unknown, key: string | number): unknown {
  try {
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined;
  } catch {
    return undefined;
  }
}

function textAt(value: unknown, key: string, schema: TextSchema): string | undefined {
  const text = at(value, key);
  return typeof text === "string" && schema.safeParse(text).success ? text : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  const length = at(list, "length");
  if (typeof length !== "number" || !(length > 0 && length <= DEFAULTS.maxArrayLength.value)) return [];
  return Array.from({ length }, (_, index) => at(list, index));
}

/**
 * The names in a file that cannot be used, as far as they are sound texts: so that its report says whom it is about. Nothing may be counted
 * or concluded from them. A broken record is named all the same; a school without a sound name goes by its id.
 */
export function namesInFile(input: unknown): NamedDistrict {
  const school = schoolSchema.shape;
  const group = groupSchema.shape;
  const schools = listAt(input, "schools").flatMap((record) => {
    const id = textAt(record, "id", school.id);
    if (id === undefined) return [];
    const aliases = listAt(record, "aliases").filter((alias): alias is string => school.name.safeParse(alias).success);
    return [{ id, name: textAt(record, "name", school.name) ?? id, ...(aliases.length === 0 ? {} : { aliases }) }];
  });
  const groups = listAt(input, "groups").flatMap((record) => {
    const id = textAt(record, "id", group.id);
    if (id === undefined) return [];
    const memberships = listAt(record, "memberships").flatMap((membership) => {
      const member = textAt(membership, "school", school.id);
      return member === undefined ? [] : [{ school: member, role: at(membership, "role") === "lead" ? "lead" : "member" }];
    });
    return [{ id, name: textAt(record, "name", group.name), memberships }];
  });
  const { code, name } = districtSchema.shape;
  return { code: textAt(input, "code", code), name: textAt(input, "name", name), schools, groups };
}
