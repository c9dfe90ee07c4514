import { foldName } from "../core/index.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";

/**
 * Why a school's row is not used: no id, another cohort, a number of pupils that is no whole number above 0, a mean that is missing, no number or outside the
 * marks, a standard deviation no marks in that range can have, a grade without a count or a grade nobody named, or the school stands twice.
 */
export type SchoolLeftOutReason =
  | "missing-school"
  | "other-cohort"
  | "pupils-unusable"
  | "missing-mean"
  | "mean-out-of-range"
  | "sd-unusable"
  | "counts-unusable"
  | "unknown-grade"
  | "duplicate-school";

/** A school's row that is not used. */
export interface LeftOutSchool {
  /** Place among the rows, from 0. */
  readonly row: number;
  readonly school: string;
  readonly reason: SchoolLeftOutReason;
}

/** 台账. What became of every row: `used + leftOut.length = offered`. */
export interface SchoolLedger {
  readonly offered: number;
  readonly used: number;
  readonly leftOut: readonly LeftOutSchool[];
}

interface NamedRow {
  readonly school: string;
  readonly cohort?: string | undefined;
}

/** Rows that can be used, by id; a school that stands twice is left out altogether. @internal */
export function takeSchools<Row extends NamedRow, Taken extends { readonly school: string }>(
  rows: readonly Row[],
  cohort: string,
  take: (row: Row) => Taken | SchoolLeftOutReason,
): { readonly schools: readonly Taken[]; readonly ledger: SchoolLedger; readonly issues: readonly ValueAddedIssue[] } {
  const leftOut: LeftOutSchool[] = [];
  const times = new Map<string, number>();
  for (const row of rows) if (isOf(row, cohort)) times.set(row.school, (times.get(row.school) ?? 0) + 1);
  const schools: Taken[] = [];
  for (const [place, row] of rows.entries()) {
    const taken = reasonAgainst(row, cohort) ?? ((times.get(row.school) ?? 0) > 1 ? "duplicate-school" : take(row));
    if (typeof taken === "string") leftOut.push({ row: place, school: String(row?.school ?? ""), reason: taken });
    else schools.push(taken);
  }
  schools.sort((a, b) => (a.school < b.school ? -1 : 1));
  const ledger = { offered: rows.length, used: schools.length, leftOut };
  return { schools, ledger, issues: leftOutIssues(leftOut, rows, cohort) };
}

function reasonAgainst(row: NamedRow, cohort: string): SchoolLeftOutReason | undefined {
  if (typeof row?.school !== "string" || row.school === "") return "missing-school";
  return isOf(row, cohort) ? undefined : "other-cohort";
}

function isOf(row: NamedRow, cohort: string): boolean {
  return typeof row?.school === "string" && (row.cohort ?? cohort) === cohort;
}

function leftOutIssues(leftOut: readonly LeftOutSchool[], rows: readonly NamedRow[], cohort: string): ValueAddedIssue[] {
  const kinds = new Map<SchoolLeftOutReason, LeftOutSchool[]>();
  for (const each of leftOut) kinds.set(each.reason, [...(kinds.get(each.reason) ?? []), each]);
  return [...kinds].map(([reason, list]) => {
    const { row } = list[0]!;
    const count = list.length;
    if (reason !== "other-cohort") return valueAddedIssue("schools-left-out", [row], { reason, count, row });
    return valueAddedIssue("cohort-mismatch", [row, "cohort"], { expected: cohort, found: String(rows[row]?.cohort), count, row });
  });
}

/** Two ids that differ only in width, spaces or the like are one school typed in two ways. @internal */
export function twinIssues(schools: readonly string[]): ValueAddedIssue[] {
  const byName = new Map<string, string>();
  const issues: ValueAddedIssue[] = [];
  for (const [place, school] of schools.entries()) {
    const name = foldName(school);
    const first = byName.get(name);
    if (first === undefined) byName.set(name, school);
    else
      issues.push(valueAddedIssue("school-under-two-ids", ["schools", place], { first, second: school }, { kind: "school", id: school }));
  }
  return issues;
}
