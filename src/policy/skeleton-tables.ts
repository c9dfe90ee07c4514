import { allTables, type Table } from "../domain/index.js";
import type { DataRequirements } from "./data-requirements.js";

/** Columns without which a row is no record: its key, and what the record must say. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  district: ["code", "name"],
  schools: ["id", "name"],
  campuses: ["school", "id"],
  groups: ["id", "name"],
  forms: ["group", "form"],
  memberships: ["group", "school", "role"],
  governance: ["group", "kind", "item"],
  designations: ["school", "group", "kind"],
  headcounts: ["school", "on"],
  resources: ["school", "on", "resource", "total"],
  published: ["id", "measure", "value"],
  teachers: ["id", "school"],
  exchanges: ["id", "person", "from", "to", "start"],
  tasks: ["id", "group", "phase"],
  "work-records": ["task", "phase", "school", "on"],
  registers: ["school", "from", "until"],
  references: ["group", "reference", "id"],
  "document-uses": ["school", "reference", "uses"],
  adoptions: ["school", "practice", "level", "attested-by"],
  activities: ["activity", "on"],
  observations: ["indicator", "subject", "period", "value"],
  pupils: ["school"],
};

/** The tables whose ids a table's rows name; without them its rows belong to nobody. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  campuses: ["schools"],
  forms: ["groups"],
  memberships: ["groups", "schools"],
  governance: ["groups"],
  designations: ["schools"],
  headcounts: ["schools"],
  resources: ["schools"],
  teachers: ["schools"],
  exchanges: ["schools"],
  tasks: ["groups"],
  "work-records": ["tasks", "schools", "groups"],
  registers: ["schools"],
  references: ["groups"],
  "document-uses": ["schools"],
  adoptions: ["schools"],
};

/**
 * 空白数据表的列. The sheets to fill in for some requirements: besides the columns that rules need, every sheet has the columns that make a row a
 * record (标识, 名称, 集团内角色 …), and a sheet whose ids another names is there too. `holds` says what to write in a cell. Filled in, the
 * sheets go to `readTables`.
 *
 * Tables and columns come in the order of `allTables`; no requirements, no sheets.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { dataRequirements, resolvePolicies, skeletonTables } from "school-groups/policy";
 *
 * const policy = resolvePolicies([cn]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const [schools] = skeletonTables(dataRequirements(policy.value, { topics: ["size"] }));
 * schools?.columns.map(({ label }) => label["zh-CN"]); // => ["学校标识", "学校名称", "学段"]
 * schools?.columns[2]?.holds.en; // => "stages of schooling, separated by semicolons"
 * ```
 */
export function skeletonTables(requirements: DataRequirements): readonly Table[] {
  const needed = new Map(requirements.tables.map(({ table, columns }) => [table, new Set(columns.map(({ column }) => column))]));
  for (const { table } of requirements.tables) {
    for (const owner of OWNERS[table] ?? []) if (!needed.has(owner)) needed.set(owner, new Set());
  }
  const sheets: Table[] = [];
  for (const known of allTables()) {
    const wanted = needed.get(known.table);
    if (wanted === undefined) continue;
    const keys = KEYS[known.table] ?? [];
    sheets.push({ ...known, columns: known.columns.filter(({ column }) => wanted.has(column) || keys.includes(column)) });
  }
  return sheets;
}
