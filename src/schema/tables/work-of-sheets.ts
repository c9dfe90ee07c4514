import { type SchemaIssue, schemaIssue } from "../issues.js";
import { EXCHANGES_FORMAT, TEACHERS_FORMAT } from "../people-schemas.js";
import { OBSERVATIONS_FORMAT, TASKS_FORMAT, WORK_RECORDS_FORMAT } from "../work-schemas.js";
import { type FileOfSheets, type FileRecord, headerIn, listOf, missingCell, type Origins, pathKey } from "./file-rows.js";
import type { Sheet, SheetRow } from "./read-sheets.js";

type Sheets = ReadonlyMap<string, Sheet>;

/** The files of one flat list, by the table they are made of. */
const FORMATS = { teachers: TEACHERS_FORMAT, exchanges: EXCHANGES_FORMAT, observations: OBSERVATIONS_FORMAT } as const;

/** A file of one flat list; `undefined` without its sheet. */
export function fileOfSheet(sheets: Sheets, table: keyof typeof FORMATS): FileOfSheets | undefined {
  const origins: Origins = new Map();
  const list = listOf(sheets.get(table), table, origins);
  return list === undefined ? undefined : { file: { format: FORMATS[table], [table]: list }, origins };
}

const WORK_LISTS: Readonly<Record<string, string>> = {
  "work-records": "records",
  registers: "registers",
  references: "references",
  "document-uses": "uses",
  adoptions: "adoptions",
  activities: "activities",
};

/** The file of work records with the lists that have a sheet; `undefined` without any. */
export function workRecordsOfSheets(sheets: Sheets): FileOfSheets | undefined {
  const origins: Origins = new Map();
  const file: FileRecord = { format: WORK_RECORDS_FORMAT };
  for (const [table, list] of Object.entries(WORK_LISTS)) {
    const records = listOf(sheets.get(table), list, origins);
    if (records !== undefined) file[list] = records;
  }
  return Object.keys(file).length === 1 ? undefined : { file, origins };
}

/** Tasks, each of as many rows as it has phases. What is the task's own stands in one of its rows, or alike in several. */
export function tasksOfSheet(sheets: Sheets, add: (issue: SchemaIssue) => void): FileOfSheets | undefined {
  const sheet = sheets.get("tasks");
  if (sheet === undefined) return undefined;
  const origins: Origins = new Map();
  const tasks: TaskRecord[] = [];
  const byId = new Map<unknown, number>();
  for (const row of sheet.rows) {
    const { id } = row.cells;
    const position = byId.get(id) ?? tasks.length;
    if (id === undefined) {
      add(missingCell(sheet, row.row, "id"));
      continue;
    }
    const task = tasks[position] ?? { id, phases: [] };
    if (position === tasks.length) {
      tasks.push(task);
      byId.set(id, position);
      origins.set(pathKey(["tasks", position]), { sheet, row: row.row });
    }
    ownCells(task, sheet, row, add);
    const { phase, due } = row.cells;
    origins.set(pathKey(["tasks", position, "phases", task.phases.length]), { sheet, row: row.row });
    task.phases.push({ ...(phase === undefined ? {} : { phase }), ...(due === undefined ? {} : { due }) });
  }
  return { file: { format: TASKS_FORMAT, tasks }, origins };
}

interface TaskRecord extends FileRecord {
  readonly phases: FileRecord[];
}

function ownCells(task: TaskRecord, sheet: Sheet, { row, cells }: SheetRow, add: (issue: SchemaIssue) => void): void {
  for (const column of ["group", "label", "item", "schools"]) {
    const value = cells[column];
    if (value === undefined) continue;
    if (task[column] === undefined) task[column] = value;
    else if (JSON.stringify(task[column]) !== JSON.stringify(value)) {
      add(
        schemaIssue(
          "rows-differ",
          { path: ["tasks", row, column] },
          { id: String(task["id"]).slice(0, 40), field: headerIn(sheet, column) },
        ),
      );
    }
  }
}
