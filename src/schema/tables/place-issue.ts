import type { SchemaIssue } from "../issues.js";
import { cellWords } from "./cell-words.js";
import { columnOfField, headerIn, type Origins, pathKey } from "./file-rows.js";

/** An issue of a file, told of the table, row and column its record came from, in the words of the sheet. */
export function placeIssue(issue: SchemaIssue, origins: Origins): SchemaIssue {
  for (let length = issue.path.length; length >= 0; length -= 1) {
    const origin = origins.get(pathKey(issue.path.slice(0, length)));
    if (origin === undefined) continue;
    const { sheet, row } = origin;
    const { table, columns } = sheet.table;
    const column = columnOfField(String(issue.path[length] ?? ""));
    const known = columns.some((one) => one.column === column);
    // Of the whole file, or of a list in it: no row is at fault.
    if (length === 0 && !known) return issue;
    return inWords({ ...issue, path: known ? [table, row, column] : [table, row] }, headerIn(sheet, column), sheet.locale);
  }
  return issue;
}

function inWords(issue: SchemaIssue, header: string, locale: "zh-CN" | "en"): SchemaIssue {
  const [table, , column] = issue.path;
  if (issue.code === "missing-field" && column !== undefined) return { ...issue, params: { field: header } };
  if (issue.code !== "not-one-of") return issue;
  const words = cellWords(String(table), String(column));
  const allowed = issue.params.allowed.map((id) => words?.labels[id]?.[locale] ?? id);
  return { ...issue, params: { ...issue.params, allowed } };
}
