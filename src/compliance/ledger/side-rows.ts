import { exact, isCalendarDate, parseFraction } from "../../core/index.js";
import type { ActivityRecord, AdoptionRecord, DocumentUse, GroupReference, RegisterDeclaration } from "../../domain/index.js";
import type { IssueCollector } from "./collect-issues.js";
import type { WorkPlan } from "./work-plan.js";

/** What a ledger takes beside work records, by table. */
export interface SideRows {
  readonly registers: readonly RegisterDeclaration[];
  readonly references: readonly GroupReference[];
  readonly uses: readonly DocumentUse[];
  readonly adoptions: readonly AdoptionRecord[];
  readonly activities: readonly ActivityRecord[];
}

/** A table beside the work records. */
export type SideTable = keyof SideRows;

/** The tables in the order they are stored in. */
export const SIDE_TABLES: readonly SideTable[] = ["registers", "references", "uses", "adoptions", "activities"];

/** Ids of these tables in `domain/columns.ts`. */
export const TABLE_IDS: Readonly<Record<SideTable, string>> = {
  registers: "registers",
  references: "references",
  uses: "document-uses",
  adoptions: "adoptions",
  activities: "activities",
};

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string" && value !== "";
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const day: Check = (value) => isCalendarDate(value);
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && words.includes(value);
const amount: Check = (value) => {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0;
  const parsed = typeof value === "string" ? parseFraction(value) : undefined;
  return parsed !== undefined && parsed.numerator >= 0n;
};
const texts: Check = (value) => Array.isArray(value) && value.every(text);

/** The fields of a row in the order of its key, and what each must be. */
const FIELDS: Readonly<Record<SideTable, readonly (readonly [field: string, check: Check])[]>> = {
  registers: [
    ["school", text],
    ["group", maybe(text)],
    ["from", day],
    ["until", day],
    ["declaredOn", maybe(day)],
  ],
  references: [
    ["group", text],
    ["reference", text],
    ["id", text],
    ["task", maybe(text)],
    ["as", maybe(oneOf("id", "time"))],
    ["from", maybe(day)],
    ["until", maybe(day)],
  ],
  uses: [
    ["school", text],
    ["reference", text],
    ["uses", text],
    ["task", maybe(text)],
    ["from", maybe(day)],
    ["until", maybe(day)],
  ],
  adoptions: [
    ["school", text],
    ["group", maybe(text)],
    ["practice", text],
    ["level", oneOf("none", "partial", "full")],
    ["attestedBy", oneOf("self", "lead", "bureau")],
    ["from", maybe(day)],
    ["until", maybe(day)],
  ],
  activities: [
    ["activity", text],
    ["on", day],
    ["group", maybe(text)],
    ["schools", maybe(texts)],
    ["person", maybe(text)],
    ["amount", maybe(amount)],
  ],
};

/** A row with its fields in one order and nothing else, so that equal rows are equal text. */
type Row = Readonly<Record<string, unknown>>;

/**
 * Checks the rows of a table and gives each its text. A row of the wrong shape is reported as malformed; one of a school or group that nobody
 * knows is set aside.
 */
export function readSideRows(table: SideTable, rows: unknown, plan: WorkPlan, found: IssueCollector): ReadonlySet<string> {
  const texts = new Set<string>();
  const id = TABLE_IDS[table];
  if (!Array.isArray(rows)) {
    found.add("ledger-row-malformed", [table], { table: id, field: table });
    return texts;
  }
  for (const [position, row] of (rows as readonly (Row | null)[]).entries()) {
    const path = [table, position] as const;
    const wrong = row === null || typeof row !== "object" ? "row" : FIELDS[table].find(([field, check]) => !check(row[field]))?.[0];
    if (row === null || wrong !== undefined) {
      found.add("ledger-row-malformed", path, { table: id, field: wrong ?? "row" });
      continue;
    }
    const schools = [row["school"], ...((row["schools"] as readonly unknown[] | undefined) ?? [])].filter((one) => one !== undefined);
    const stranger = schools.find((school) => !plan.members.knows(school as string));
    const group = row["group"] as string | undefined;
    if (stranger !== undefined) found.add("ledger-row-school-unknown", path, { table: id, school: stranger as string });
    else if (group !== undefined && plan.members.group(group) === undefined)
      found.add("ledger-row-group-unknown", path, { table: id, group });
    else texts.add(rowText(table, row));
  }
  return texts;
}

function rowText(table: SideTable, row: Row): string {
  const ordered: Record<string, unknown> = {};
  for (const [field] of FIELDS[table]) {
    const value = row[field];
    if (value === undefined) continue;
    if (field === "amount") ordered[field] = typeof value === "number" ? exactText(value) : value;
    else ordered[field] = field === "schools" ? [...new Set(value as readonly string[])].sort() : value;
  }
  return JSON.stringify(ordered);
}

/** 20 and "20" are one amount. */
function exactText(value: number): string {
  const { numerator, denominator } = exact(value);
  return denominator === 1n ? String(numerator) : String(value);
}
