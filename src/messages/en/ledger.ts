import type { LedgerIssueParams } from "../../compliance/ledger/issues.js";
import type { Sentences } from "../sentences.js";

/** What the tables are called, by their ids. */
const TABLES: Readonly<Record<string, string>> = {
  "work-records": "work records",
  registers: "register declarations",
  references: "common documents",
  "document-uses": "documents in use",
  adoptions: "adoption of practices",
  activities: "activities",
};

/** What the columns are called, by their ids. */
const COLUMNS: Readonly<Record<string, string>> = {
  record: "content",
  records: "content",
  row: "content",
  task: "task id",
  phase: "phase",
  school: "school id",
  on: "day",
  "reported-on": "reported on",
  "attested-by": "attested by",
  attestedBy: "attested by",
  id: "id",
  group: "group id",
  phases: "phases",
  schools: "schools",
  exempt: "exempt schools",
  from: "from",
  until: "until",
  declaredOn: "declared on",
  "declared-on": "declared on",
  reference: "kind of document",
  uses: "document in use",
  practice: "practice",
  level: "level",
  activity: "activity",
  person: "person",
  amount: "amount",
  as: "way of comparing",
};

const columnName = (column: string): string => COLUMNS[column] ?? TABLES[column] ?? column;
const tableName = (table: string): string => TABLES[table] ?? table;

/** Sentences of the work ledger. */
export const ledger: Sentences<LedgerIssueParams> = {
  "task-malformed": ({ task, field }) => `Task "${task}" lacks a sound "${columnName(field)}" and was left out: correct it.`,
  "task-repeated": ({ task }) => `Task "${task}" stands twice; the first counts: merge or remove one.`,
  "task-group-unknown": ({ task, group }) =>
    `Task "${task}" belongs to group "${group}", which the district does not have; it was left out: check the id.`,
  "task-phase-repeated": ({ task, phase }) => `Task "${task}" has the phase "${phase}" twice; the first counts.`,
  "task-day-invalid": ({ task, phase, text }) =>
    `The date "${text}" of task "${task}", phase "${phase}", is no day, or the phase starts after its due day: correct it.`,
  "task-item-unknown": ({ task, item }) => `Task "${task}" names the item "${item}", which no framework of the policy has: check it.`,
  "task-phase-unknown": ({ task, phase }) =>
    `No framework of the policy has the phase "${phase}" of task "${task}"; it is measured all the same.`,
  "task-school-not-member": ({ task, phase, school }) =>
    `Task "${task}" lists school "${school}", which does not belong to the group on the due day of phase "${phase}"; it owes nothing.`,
  "task-phase-without-reference": ({ task, phase, group }) =>
    `Phase "${phase}" of task "${task}" has no due day and group "${group}" has no lead, so there is nothing to be in step with: set a due day.`,
  "task-phase-outside-period": ({ task, phase, due }) =>
    `Phase "${phase}" of task "${task}" is due on ${due}, outside the period, and was left out.`,
  "ledger-row-malformed": ({ table, field }) =>
    `A row of table "${tableName(table)}" lacks a sound "${columnName(field)}"; nothing of this addition was taken: correct it and add again.`,
  "ledger-row-school-unknown": ({ table, school }) =>
    `School "${school}" of table "${tableName(table)}" is neither listed nor in any group; the row was set aside.`,
  "ledger-row-group-unknown": ({ table, group }) =>
    `The district has no group "${group}", which table "${tableName(table)}" names; the row was set aside.`,
  "work-record-task-unknown": ({ task }) => `The ledger has no task "${task}"; the record was set aside.`,
  "work-record-phase-unknown": ({ task, phase }) =>
    `Task "${task}" has no phase "${phase}", or it is outside the period; the record was set aside.`,
  "work-record-not-due": ({ task, phase, school }) =>
    `School "${school}" does not owe phase "${phase}" of task "${task}" (no member on the due day, or not among its schools); the record was set aside.`,
  "work-record-before-task": ({ task, school, on, announced }) =>
    `School "${school}" recorded ${on}, before task "${task}" was announced on ${announced}; the record was set aside: check it.`,
  "work-record-day-implausible": ({ task, school, on }) =>
    `The day "${on}" of school "${school}" in task "${task}" is too far from the period; the record was set aside: check it.`,
  "work-record-reported-early": ({ task, school, on, reportedOn }) =>
    `School "${school}" reported on ${reportedOn} what it did on ${on} in task "${task}"; the record counts: check it.`,
  "work-record-repeated": ({ task, phase, school }) =>
    `The record of school "${school}" for phase "${phase}" of task "${task}" is repeated and counts once.`,
  "work-record-contradicts": ({ task, phase, school, earliest }) =>
    `School "${school}" has records of different days for phase "${phase}" of task "${task}"; the earliest, ${earliest}, counts and is marked: check it.`,
  "ledgers-differ": () => `The two ledgers differ in tasks, schools or period and cannot be merged.`,
  "ledger-unreadable": ({ reason }) => `The stored ledger cannot be read: ${reason}.`,
};
