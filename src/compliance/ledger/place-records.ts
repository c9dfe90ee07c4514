import { isCalendarDate, parseDayNumber, parsePartialDate } from "../../core/index.js";
import type { WorkRecord } from "../../domain/index.js";
import { cellCode } from "./cell-code.js";
import type { IssueCollector } from "./collect-issues.js";
import type { WorkPlan } from "./work-plan.js";

/** Records read and not yet written: for each, its place among the records, its cell and its code. */
export interface PlacedRecords {
  readonly count: number;
  readonly position: Int32Array;
  readonly cell: Int32Array;
  readonly code: Uint32Array;
}

const ATTESTERS = ["self", "lead", "bureau"];

/**
 * Finds the cell of every record and packs its days. Nothing is written: whoever calls writes all or nothing. A malformed record is reported
 * as `ledger-row-malformed`; one without a place is set aside under its own code.
 */
export function placeRecords(records: readonly WorkRecord[], plan: WorkPlan, found: IssueCollector): PlacedRecords {
  const size = records.length;
  const position = new Int32Array(size);
  const cell = new Int32Array(size);
  const code = new Uint32Array(size);
  const { tasks, taskNumber, firstRow, firstCell, rosterOfRow, rosters, base } = plan;
  let count = 0;
  for (let index = 0; index < size; index += 1) {
    const record = records[index];
    const day = record === undefined || record === null ? undefined : dayOf(record.on, base);
    if (record === undefined || !isShaped(record, day)) {
      found.add("ledger-row-malformed", ["records", index], { table: "work-records", field: malformedField(record) });
      continue;
    }
    const { task, phase, school, on } = record;
    const number = taskNumber.get(task);
    const known = number === undefined ? undefined : tasks[number];
    if (number === undefined || known === undefined) {
      found.add("work-record-task-unknown", ["records", index], { task });
      continue;
    }
    const { phases } = known;
    let step = 0;
    while (step < phases.length && phases[step]?.phase !== phase) step += 1;
    const row = (firstRow[number] ?? 0) + step;
    const roster = step === phases.length ? undefined : rosters[rosterOfRow[row] ?? 0];
    const place = roster?.positions.get(school);
    if (place === undefined) {
      if (roster === undefined || rosterOfRow[row] === 0) found.add("work-record-phase-unknown", ["records", index], { task, phase });
      else found.add("work-record-not-due", ["records", index], { task, phase, school });
      continue;
    }
    const packed = day === undefined ? codeOfSpan(on, base, attesterNumber(record)) : cellCode(day, day, false, attesterNumber(record));
    if (packed === undefined) {
      found.add("work-record-day-implausible", ["records", index], { task, school, on: onText(on) });
      continue;
    }
    if (known.announced !== undefined && isBefore(on, known.announced)) {
      found.add("work-record-before-task", ["records", index], { task, school, on: onText(on), announced: known.announced });
      continue;
    }
    if (record.reportedOn !== undefined && record.reportedOn < startOf(on)) {
      found.add("work-record-reported-early", ["records", index], { task, school, on: onText(on), reportedOn: record.reportedOn });
    }
    position[count] = index;
    cell[count] = (firstCell[row] ?? 0) + place;
    code[count] = packed;
    count += 1;
  }
  return { count, position, cell, code };
}

function attesterNumber({ attestedBy }: WorkRecord): number {
  return attestedBy === undefined ? 0 : ATTESTERS.indexOf(attestedBy) + 1;
}

/** A plain day from the base; the two parts of a record that every stream is full of are read once. */
function dayOf(on: unknown, base: number): number | undefined {
  if (typeof on !== "string" || on.length !== 10) return undefined;
  const day = parseDayNumber(on);
  return day === undefined ? undefined : day - base;
}

function isShaped(record: WorkRecord, day: number | undefined): boolean {
  if (record === null || typeof record !== "object") return false;
  if (typeof record.task !== "string" || typeof record.phase !== "string" || typeof record.school !== "string") return false;
  if (record.attestedBy !== undefined && !ATTESTERS.includes(record.attestedBy)) return false;
  return (record.reportedOn === undefined || isCalendarDate(record.reportedOn)) && (day !== undefined || isShapedOn(record.on));
}

function isShapedOn(on: WorkRecord["on"]): boolean {
  if (typeof on === "string") return parsePartialDate(on) !== undefined;
  return typeof on === "object" && on !== null && isCalendarDate(on.from) && isCalendarDate(on.until) && on.from < on.until;
}

function malformedField(record: WorkRecord | null | undefined): string {
  if (record === null || record === undefined || typeof record !== "object") return "record";
  for (const field of ["task", "phase", "school"] as const) if (typeof record[field] !== "string") return field;
  if (!isShapedOn(record.on)) return "on";
  return record.attestedBy !== undefined && !ATTESTERS.includes(record.attestedBy) ? "attested-by" : "reported-on";
}

/** A record over several days lasts from its first to its last day; one of a month lies somewhere in it. */
function codeOfSpan(on: WorkRecord["on"], base: number, attester: number): number | undefined {
  if (typeof on !== "string") {
    return cellCode((parseDayNumber(on.from) ?? 0) - base, (parseDayNumber(on.until) ?? 0) - 1 - base, false, attester);
  }
  const span = parsePartialDate(on);
  if (span === undefined) return undefined;
  return cellCode((parseDayNumber(span.earliest) ?? 0) - base, (parseDayNumber(span.latest) ?? 0) - base, true, attester);
}

function startOf(on: WorkRecord["on"]): string {
  return typeof on === "string" ? (parsePartialDate(on)?.earliest ?? on) : on.from;
}

/** Whether all of it lies before a day. */
function isBefore(on: WorkRecord["on"], day: string): boolean {
  if (typeof on !== "string") return on.until <= day;
  return (on.length === 10 ? on : (parsePartialDate(on)?.latest ?? on)) < day;
}

function onText(on: WorkRecord["on"]): string {
  return typeof on === "string" ? on : `${on.from}/${on.until}`;
}
