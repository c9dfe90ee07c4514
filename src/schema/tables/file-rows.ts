import { type SchemaIssue, schemaIssue, shorten } from "../issues.js";
import type { Sheet, SheetRow } from "./read-sheets.js";

/** A record of a file under its own keys. */
export type FileRecord = Record<string, unknown>;

/** Where the records of a file come from: the table and row of each, by the path of the record. */
export type Origins = Map<string, { readonly sheet: Sheet; readonly row: number }>;

/** A file made of sheets, with where its records come from. */
export interface FileOfSheets {
  readonly file: FileRecord;
  readonly origins: Origins;
}

/** The path of a record as one text. */
export function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

/** `teaching-point` as `teachingPoint`. */
function fieldOf(column: string): string {
  return column.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `teachingPoint` as `teaching-point`. */
export function columnOfField(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The cells of a row under the keys of the file, without the columns that place the record. */
export function recordOf({ cells }: SheetRow, without: readonly string[] = []): FileRecord {
  const entries = Object.entries(cells).filter(([column]) => !without.includes(column));
  return Object.fromEntries(entries.map(([column, value]) => [fieldOf(column), value]));
}

/** The records of a sheet as a list of a file; `undefined` when there is no such sheet. */
export function listOf(sheet: Sheet | undefined, list: string, origins: Origins): FileRecord[] | undefined {
  return sheet?.rows.map((row, index) => {
    origins.set(pathKey([list, index]), { sheet, row: row.row });
    return recordOf(row);
  });
}

/** What a sheet calls a column. */
export function headerIn({ table, locale }: Sheet, column: string): string {
  return table.columns.find((known) => known.column === column)?.label[locale] ?? column;
}

/** An issue of a row's cell, named as the sheet names it. */
export function missingCell(sheet: Sheet, row: number, column: string): SchemaIssue {
  return schemaIssue("missing-field", { path: [sheet.table.table, row, column] }, { field: headerIn(sheet, column) });
}

/** A row that speaks of a school or group that its own table does not list. */
export function ownerNotListed(sheet: Sheet, row: number, column: "school" | "group", id: unknown): SchemaIssue {
  return schemaIssue("owner-not-listed", { path: [sheet.table.table, row, column] }, { owner: column, id: shorten(String(id)) });
}
