import type { District } from "../domain/index.js";

type Row = Readonly<Record<string, unknown>>;

/** How many rows a table of the district file has, and how many of them have a cell; `undefined` for a table it does not hold. */
export function filledCells(
  district: District,
  table: string,
  column: string,
): { readonly rows: number; readonly filled: number } | undefined {
  const rows = ROWS[table]?.(district);
  if (rows === undefined) return undefined;
  const key = column.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { rows: rows.length, filled: rows.filter((row) => isFilled(row[key])).length };
}

/** An empty list is no answer, just as an empty cell is none. */
function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function listOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value : [];
}

/** Rows nested in schools or groups, with the owner's id in the column it would have in a spreadsheet. */
function nested(owners: readonly unknown[], owner: "school" | "group", list: (one: Row) => unknown): readonly Row[] {
  return (owners as readonly Row[]).flatMap((one) => listOf(list(one)).map((row) => ({ [owner]: one["id"], ...row })));
}

const ROWS: Readonly<Record<string, (district: District) => readonly Row[]>> = {
  district: (district) => [district as unknown as Row],
  schools: ({ schools }) => listOf(schools),
  groups: ({ groups }) => listOf(groups),
  campuses: ({ schools }) => nested(listOf(schools), "school", (one) => one["campuses"]),
  headcounts: ({ schools }) => nested(listOf(schools), "school", (one) => one["headcounts"]),
  resources: ({ schools }) => nested(listOf(schools), "school", (one) => one["resources"]),
  designations: ({ schools, groups }) => [
    ...nested(listOf(schools), "school", (one) => one["designations"]),
    ...nested(listOf(groups), "group", (one) => one["designations"]),
  ],
  memberships: ({ groups }) => nested(listOf(groups), "group", (one) => one["memberships"]),
  forms: ({ groups }) => nested(listOf(groups), "group", (one) => one["forms"]),
  governance: ({ groups }) => nested(listOf(groups), "group", (one) => listOf((one["governance"] as Row | undefined)?.["records"])),
  published: ({ published }) => listOf(published),
};
