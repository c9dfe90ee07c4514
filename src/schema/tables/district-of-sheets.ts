import { DEFAULTS } from "../../core/index.js";
import { DISTRICT_FORMAT } from "../../domain/index.js";
import { type SchemaIssue, schemaIssue } from "../issues.js";
import { type FileOfSheets, type FileRecord, listOf, missingCell, type Origins, ownerNotListed, pathKey, recordOf } from "./file-rows.js";
import type { Sheet, SheetRow } from "./read-sheets.js";

interface Joining {
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly origins: Origins;
  readonly add: (issue: SchemaIssue) => void;
}

/** Lists of a district, with the position of each id's first record. */
interface Owners {
  readonly list: "schools" | "groups";
  readonly records: FileRecord[];
  readonly byId: ReadonlyMap<unknown, number>;
}

/** The district file that the sheets make up, its records in the order of the rows. */
export function districtOfSheets(sheets: ReadonlyMap<string, Sheet>, add: (issue: SchemaIssue) => void): FileOfSheets {
  const joining: Joining = { sheets, origins: new Map(), add };
  const schools = ownersOf(joining, "schools");
  const groups = ownersOf(joining, "groups");
  for (const table of ["campuses", "headcounts", "resources"]) nest(joining, table, "school", schools);
  for (const table of ["forms", "memberships", "governance"]) nest(joining, table, "group", groups);
  designate(joining, schools, groups);
  const own = ownFields(joining);
  return { file: { format: DISTRICT_FORMAT, ...own, schools: schools.records, groups: groups.records }, origins: joining.origins };
}

function ownersOf({ sheets, origins }: Joining, list: Owners["list"]): Owners {
  const records = listOf(sheets.get(list), list, origins) ?? [];
  const byId = new Map<unknown, number>();
  records.forEach(({ id }, position) => {
    if (!byId.has(id)) byId.set(id, position);
  });
  return { list, records, byId };
}

/** A district is one row. */
function ownFields({ sheets, origins, add }: Joining): FileRecord {
  const sheet = sheets.get("district");
  const [first, second] = sheet?.rows ?? [];
  if (sheet === undefined || first === undefined) return {};
  if (second !== undefined) add(schemaIssue("list-too-long", { path: ["district"] }, { length: sheet.rows.length, limit: 1 }));
  origins.set(pathKey([]), { sheet, row: first.row });
  return recordOf(first);
}

function nest(joining: Joining, table: string, owner: "school" | "group", owners: Owners): void {
  const sheet = joining.sheets.get(table);
  for (const row of sheet?.rows ?? []) if (sheet !== undefined) place(joining, sheet, row, owner, owners);
}

/** Puts a row's record below its school or group. */
function place({ origins, add }: Joining, sheet: Sheet, row: SheetRow, owner: "school" | "group", owners: Owners): void {
  const id = row.cells[owner];
  if (id === undefined) {
    add(missingCell(sheet, row.row, owner));
    return;
  }
  const position = owners.byId.get(id);
  const record = position === undefined ? undefined : owners.records[position];
  if (position === undefined || record === undefined) {
    add(ownerNotListed(sheet, row.row, owner, id));
    return;
  }
  const { table } = sheet.table;
  const list = table === "governance" ? governanceRecords(record) : childList(record, table);
  const path = table === "governance" ? ["governance", "records"] : [table];
  // The schema takes no longer list, and says so of the whole.
  if (list.length > DEFAULTS.maxArrayLength.value) return;
  origins.set(pathKey([owners.list, position, ...path, list.length]), { sheet, row: row.row });
  list.push(recordOf(row, [owner]));
}

function childList(record: FileRecord, key: string): FileRecord[] {
  const list = (record[key] as FileRecord[] | undefined) ?? [];
  record[key] = list;
  return list;
}

function governanceRecords(record: FileRecord): FileRecord[] {
  const governance = (record["governance"] as FileRecord | undefined) ?? {};
  record["governance"] = governance;
  return childList(governance, "records");
}

/** A designation is a school's or a group's. */
function designate(joining: Joining, schools: Owners, groups: Owners): void {
  const sheet = joining.sheets.get("designations");
  for (const row of sheet?.rows ?? []) {
    if (sheet === undefined) return;
    const { school, group } = row.cells;
    if (school !== undefined && group !== undefined) {
      const path = ["designations", row.row, "group"];
      joining.add(schemaIssue("two-owners", { path }, { school: String(school).slice(0, 40), group: String(group).slice(0, 40) }));
    } else if (group === undefined) place(joining, sheet, row, "school", schools);
    else place(joining, sheet, row, "group", groups);
  }
}
