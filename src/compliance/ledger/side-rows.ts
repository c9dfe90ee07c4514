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
const TABLE_IDS: Readonly<Record<SideTable, string>> = {
  registers: "registers",
  references: "references",
  uses: "document-uses",
  adoptions: "adoptions",
  activities: "activities",
};

/** What a field must be. */
type FieldKind = "text" | "texts" | "day" | "amount" | "level" | "attester" | "comparison";

/** The fields of a row in the order of its text. */
const FIELDS: Readonly<Record<SideTable, readonly (readonly [field: string, kind: FieldKind, optional?: "optional"])[]>> = {
  registers: [
    ["school", "text"],
    ["group", "text", "optional"],
    ["from", "day"],
    ["until", "day"],
    ["declaredOn", "day", "optional"],
  ],
  references: [
    ["group", "text"],
    ["reference", "text"],
    ["id", "text"],
    ["task", "text", "optional"],
    ["as", "comparison", "optional"],
    ["from", "day", "optional"],
    ["until", "day", "optional"],
  ],
  uses: [
    ["school", "text"],
    ["reference", "text"],
    ["uses", "text"],
    ["task", "text", "optional"],
    ["from", "day", "optional"],
    ["until", "day", "optional"],
  ],
  adoptions: [
    ["school", "text"],
    ["group", "text", "optional"],
    ["practice", "text"],
    ["level", "level"],
    ["attestedBy", "attester"],
    ["from", "day", "optional"],
    ["until", "day", "optional"],
  ],
  activities: [
    ["activity", "text"],
    ["on", "day"],
    ["group", "text", "optional"],
    ["schools", "texts", "optional"],
    ["person", "text", "optional"],
    ["amount", "amount", "optional"],
  ],
};

const WORDS: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  level: ["none", "partial", "full"],
  attester: ["self", "lead", "bureau"],
  comparison: ["id", "time"],
};

function isOfKind(value: unknown, kind: FieldKind): boolean {
  if (kind === "texts") return Array.isArray(value) && value.every((one) => typeof one === "string" && one !== "");
  if (kind === "amount" && typeof value === "number") return Number.isFinite(value) && value >= 0;
  if (typeof value !== "string" || value === "") return false;
  if (kind === "day") return isCalendarDate(value);
  if (kind === "amount") return (parseFraction(value)?.numerator ?? -1n) >= 0n;
  return WORDS[kind]?.includes(value) ?? true;
}

function wrongField(table: SideTable, row: Row): string | undefined {
  const wrong = FIELDS[table].find(([field, kind, optional]) => {
    const value = row[field];
    return !(value === undefined && optional === "optional") && !isOfKind(value, kind);
  });
  return wrong?.[0];
}

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
    const wrong = row === null || typeof row !== "object" ? "row" : wrongField(table, row);
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
