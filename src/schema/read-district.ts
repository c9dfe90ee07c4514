import type { Result } from "../core/index.js";
import type { District, Group, PublishedFigure, School } from "../domain/index.js";
import { districtSchema } from "./district-schema.js";
import type { SchemaIssue } from "./issues.js";
import { assemble, planDocument, readDocument, readParts } from "./read-document.js";
import type { ReadList } from "./read-records.js";

/** What could be read of a district file. */
export interface DistrictParts {
  /** The district without its broken records; `undefined` when its own fields (format, code, name) are at fault. */
  readonly district: District | undefined;
  readonly schools: ReadList<School>;
  readonly groups: ReadList<Group>;
  readonly published: ReadList<PublishedFigure>;
}

const plan = /* @__PURE__ */ planDocument(districtSchema, { schools: "school", groups: "group" });

/**
 * 读取区域数据. Reads a district file from whatever an app got: parsed JSON, a form, a database. Checks its shape alone; `validateDistrict`
 * also checks its sense.
 *
 * Nothing is thrown, whatever comes in. `ok: false` carries every issue, at most `DEFAULTS.maxIssues`, then counts by code. The value is made of
 * plain objects of our own, without what the input's prototypes hold.
 *
 * @example
 * ```ts
 * import { readDistrict } from "school-groups/schema";
 *
 * const read = readDistrict({ format: "school-groups.district.v1", schools: [{ id: "a" }], groups: [] });
 * read.issues.map((issue) => [issue.code, issue.path.join(".")]); // => [["missing-field", "schools.0.name"]]
 * ```
 */
export function readDistrict(input: unknown): Result<District, SchemaIssue> {
  return readDocument<District>(plan, input);
}

/**
 * 分项读取. Reads what can be read of a district file and hands every issue to `add`: for apps that go on with the sound records.
 *
 * @example
 * ```ts
 * import { readDistrictParts } from "school-groups/schema";
 *
 * const input = { format: "school-groups.district.v1", schools: [{ id: "a" }, { id: "b", name: "乙小学" }], groups: [] };
 * const codes: string[] = [];
 * const parts = readDistrictParts(input, (issue) => codes.push(issue.code));
 * parts.schools; // => { sound: [{ index: 1, value: { id: "b", name: "乙小学" } }], brokenIds: ["a"] }
 * codes; // => ["missing-field"]
 * ```
 */
export function readDistrictParts(input: unknown, add: (issue: SchemaIssue) => void): DistrictParts {
  const parts = readParts(plan, input, add);
  const list = <Value>(key: string): ReadList<Value> => (parts.lists.get(key) ?? { sound: [], brokenIds: [] }) as ReadList<Value>;
  return {
    district: parts.fields === undefined ? undefined : (assemble(plan, parts) as unknown as District),
    schools: list("schools"),
    groups: list("groups"),
    published: list("published"),
  };
}
