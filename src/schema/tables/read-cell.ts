import { type CellWords, cellWords, wordId } from "./cell-words.js";
import { dateText } from "./date-text.js";
import { readLoad, readReasons, readService } from "./read-compound-cell.js";

/** What a cell of a column holds; a column that is not listed holds text. */
type CellKind = "yes-no" | "date" | "count" | "decimal" | "number" | "code" | "list" | "period" | "value";

const KINDS: Readonly<Record<CellKind, readonly string[]>> = {
  "yes-no": ["complete", "teaching-point", "outside", "legal-person", "exists", "principal", "granted", "backbone", "establishment"],
  date: [
    ...["opened", "closed", "announced", "inaugurated", "dissolved", "from", "until", "on", "born", "retires-on", "start", "end", "due"],
    ...["reported-on", "declared-on"],
  ],
  count: ["pupils", "classes", "largest-class", "staff", "teachers", "backbone-teachers", "respondents", "invited"],
  decimal: ["total", "amount"],
  number: ["standard-error"],
  code: ["code", "school-code", "credit-code"],
  list: ["aliases", "schools"],
  period: ["period"],
  value: ["value"],
};

const KIND_OF: ReadonlyMap<string, CellKind> = /* @__PURE__ */ kindsByColumn();

function kindsByColumn(): ReadonlyMap<string, CellKind> {
  return new Map(Object.entries(KINDS).flatMap(([kind, columns]) => columns.map((column) => [column, kind as CellKind] as const)));
}

/** Names of a policy's items by `table/column`, for columns whose words a policy gives. */
export type PolicyWords = ReadonlyMap<string, CellWords>;

/**
 * A cell as the district file writes it; `undefined` for an empty one. What cannot be read as its column asks stays as it is written, so that
 * the schema names the fault.
 */
export function readCell(table: string, column: string, cell: unknown, policyWords: PolicyWords): unknown {
  if (cell === undefined || cell === null) return undefined;
  if (typeof cell === "string" && trimmed(cell) === "") return undefined;
  // A boolean, a number or a text; an object (a Date, say) is no cell, and the schema says so.
  if (typeof cell !== "string" && typeof cell !== "number") return cell;
  const text = trimmed(String(cell));
  const words = cellWords(table, column) ?? policyWords.get(`${table}/${column}`);
  if (words !== undefined) {
    const idOf = (word: string) => wordId(words, word) ?? word;
    return column === "stages" ? several(text, /[;,、\n]/).map(idOf) : idOf(text);
  }
  if (table === "teachers" && column === "service") return readService(text) ?? text;
  if (table === "teachers" && column === "reasons") return readReasons(text) ?? text;
  if (table === "exchanges" && column === "load") return readLoad(text) ?? text;
  // The schools of an exchange are ids, though the columns are called as the days of other tables.
  const kind = table === "exchanges" && column === "from" ? undefined : KIND_OF.get(column);
  return kind === undefined ? text : READERS[kind](text, cell);
}

const READERS: Readonly<Record<CellKind, (text: string, cell: string | number) => unknown>> = {
  "yes-no": (text) => YES_NO[text.normalize("NFKC").toLowerCase()] ?? text,
  date: (text) => dateText(text),
  count: (text, cell) => numberOf(text, cell),
  decimal: (text, cell) => (typeof cell === "number" ? cell : digitsOf(text)),
  number: (text, cell) => numberOf(text, cell),
  code: (text) => text.normalize("NFKC"),
  list: (text) => several(text, /[;、\n]/),
  period: (text) => periodText(text),
  value: (text, cell) => (text === "无" || text === "none" ? null : typeof cell === "number" ? cell : digitsOf(text)),
};

const YES_NO: Readonly<Record<string, boolean | undefined>> = {
  是: true,
  有: true,
  "√": true,
  yes: true,
  y: true,
  true: true,
  在编: true,
  否: false,
  无: false,
  没有: false,
  "×": false,
  no: false,
  n: false,
  false: false,
  不在编: false,
};

function trimmed(text: string): string {
  return text.replace(/\uFEFF/g, "").trim();
}

/** Parts of a cell with several values, whatever the width of its separators. */
function several(text: string, separators: RegExp): readonly string[] {
  return text
    .replace(/；/g, ";")
    .replace(/，/g, ",")
    .split(separators)
    .map(trimmed)
    .filter((part) => part !== "");
}

/** Digits as plain text, full-width ones and grouped thousands too; other text comes back as it is. */
function digitsOf(text: string): string {
  const plain = text.normalize("NFKC");
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return plain.replaceAll(",", "").replace(/^\+/, "");
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? plain.replace(/^\+/, "") : text;
}

function numberOf(text: string, cell: string | number): number | string {
  if (typeof cell === "number") return cell;
  const digits = digitsOf(text);
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : text;
}

/** 2023-2024学年 as 2023-2024, 2023年9月 as 2023-09; other text comes back as it is. */
function periodText(text: string): string {
  const years = /^(\d{4})(?:[-/~—–]|至)(\d{4})(?:学年)?$/.exec(text.normalize("NFKC"));
  return years === null ? dateText(text) : `${years[1]}-${years[2]}`;
}
