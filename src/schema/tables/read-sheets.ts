import { allTables, type Table } from "../../domain/index.js";
import { type SchemaIssue, schemaIssue, shorten } from "../issues.js";
import { likelyKey } from "../likely-key.js";
import { attempt, isKind } from "../read-records.js";
import { plain } from "./cell-words.js";
import { type PolicyWords, readCell } from "./read-cell.js";

/** A row with its number in the spreadsheet and the cells that are filled, by column. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** A table as read: its rows, and what its sheet calls a column. */
export interface Sheet {
  readonly table: Table;
  readonly rows: readonly SheetRow[];
  /** How the sheet's headers are written, so that issues speak as it does. */
  readonly locale: "zh-CN" | "en";
}

/** What reading the sheets needs: where issues go, and the words of a policy. */
export interface SheetReading {
  readonly add: (issue: SchemaIssue) => void;
  readonly words: PolicyWords;
}

/** Tables that another reader takes (pupils), or whose rows do not say enough (published figures). */
const NOT_READ = ["published", "pupils"];

/** Every table of the input by its id; tables that are not known, and columns that are not, are issues. */
export function readSheets(tables: object, reading: SheetReading): ReadonlyMap<string, Sheet> {
  const sheets = new Map<string, Sheet>();
  for (const key of Object.keys(tables)) {
    const rows = attempt(() => (tables as Readonly<Record<string, unknown>>)[key]);
    if (rows === undefined) reading.add(schemaIssue("unreadable-input", { path: [shorten(key)] }, {}));
    // A table that is left out by `undefined` is left out.
    if (rows?.value === undefined) continue;
    const table = named(allTables(), key, ({ table: id, label }) => [id, label["zh-CN"], label.en]);
    if (table === undefined)
      reading.add(
        unknownKey(
          key,
          [],
          allTables().flatMap(({ table: id, label }) => [id, label["zh-CN"]]),
        ),
      );
    else if (NOT_READ.includes(table.table)) reading.add(schemaIssue("table-not-read", { path: [table.table] }, { table: shorten(key) }));
    else if (sheets.has(table.table)) {
      reading.add(schemaIssue("repeated-header", { path: [shorten(key)] }, { header: shorten(key), first: table.table }));
    } else if (isKind(rows.value, "list", [table.table], reading.add)) sheets.set(table.table, readSheet(table, rows.value, reading));
  }
  return sheets;
}

function named<Entry>(entries: readonly Entry[], key: string, names: (entry: Entry) => readonly string[]): Entry | undefined {
  const asked = plain(key);
  return entries.find((entry) => names(entry).some((name) => plain(name) === asked));
}

/** A header without the note behind it: 任教经历（学校与起止日期）. */
function bare(header: string): string {
  return header.replace(/（[^）]*）$/, "");
}

function unknownKey(key: string, path: readonly (string | number)[], known: readonly string[]): SchemaIssue {
  const likely = likelyKey(key, known);
  const params = { key: shorten(key), ...(likely === undefined ? {} : { likely }) };
  return schemaIssue("unknown-key", { path: [...path, shorten(key)] }, params);
}

function readSheet(table: Table, rows: readonly unknown[], { add, words }: SheetReading): Sheet {
  const headers = readHeaders(table, add);
  const read: SheetRow[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const given = attempt(() => rows[index]);
    const row = rowNumber(given?.value, index);
    const path = [table.table, row];
    if (given === undefined) add(schemaIssue("unreadable-input", { path }, {}));
    else if (isKind(given.value, "object", path, add)) {
      const cells = attempt(() => readRow(given.value as Readonly<Record<string, unknown>>, table, headers, words));
      if (cells === undefined) add(schemaIssue("unreadable-input", { path }, {}));
      else if (Object.keys(cells.value).length > 0) read.push({ row, cells: cells.value });
    }
  }
  return { table, rows: read, locale: headers.locale() };
}

/** The first row below the header is 2. SheetJS leaves blank rows out and notes each row's own place, counted from 0. */
function rowNumber(row: unknown, index: number): number {
  const noted = attempt(() => (row as { readonly __rowNum__?: unknown } | null | undefined)?.__rowNum__)?.value;
  return typeof noted === "number" && Number.isSafeInteger(noted) && noted >= index ? noted + 1 : index + 2;
}

function readRow(given: Readonly<Record<string, unknown>>, { table }: Table, headers: Headers, words: PolicyWords) {
  const cells: Record<string, unknown> = {};
  for (const header of Object.keys(given)) {
    const cell = given[header];
    const column = headers.columnOf(header, cell);
    const value = column === undefined ? undefined : readCell(table, column, cell, words);
    if (column !== undefined && value !== undefined) cells[column] = value;
  }
  return cells;
}

/** The headers of a sheet: each is looked up, and complained of, once. */
interface Headers {
  readonly columnOf: (header: string, cell: unknown) => string | undefined;
  readonly locale: () => "zh-CN" | "en";
}

function readHeaders({ table, columns }: Table, add: (issue: SchemaIssue) => void): Headers {
  const known = new Map<string, string | undefined>();
  const firsts = new Map<string, string>();
  const names = columns.flatMap(({ column, label }) => [label["zh-CN"], label.en, column]);
  let chinese = false;
  const lookUp = (header: string): string | undefined => {
    const found = named(columns, header, ({ column, label }) => [column, label["zh-CN"], label.en, bare(label["zh-CN"])]);
    if (found === undefined) {
      add(unknownKey(header, [table, 1], names));
      return undefined;
    }
    chinese ||= [found.label["zh-CN"], bare(found.label["zh-CN"])].some((name) => plain(name) === plain(header));
    const first = firsts.get(found.column);
    if (first !== undefined) {
      add(schemaIssue("repeated-header", { path: [table, 1, shorten(header)] }, { header: shorten(header), first: shorten(first) }));
      return undefined;
    }
    firsts.set(found.column, header);
    return found.column;
  };
  return {
    columnOf(header, cell) {
      // A trailing comma makes a column without header, which holds nothing.
      if (plain(header) === "" && (cell === undefined || cell === null || cell === "")) return undefined;
      if (!known.has(header)) known.set(header, lookUp(header));
      return known.get(header);
    },
    locale: () => (chinese ? "zh-CN" : "en"),
  };
}
