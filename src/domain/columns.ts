import type { Term } from "../core/index.js";
import { DISTRICT_TABLES } from "./district-tables.js";
import { WORK_TABLES } from "./work-tables.js";

/** A column of a table a district keeps: the id that `Missing` names, and its spreadsheet header. */
export interface Column {
  readonly table: string;
  readonly column: string;
  readonly label: Term;
  /** What stands in a cell: shown in the skeleton that `dataRequirements` writes. */
  readonly holds: Term;
}

/** 数据表. A table a district keeps, with its columns in the order of a spreadsheet. */
export interface Table {
  readonly table: string;
  readonly label: Term;
  readonly columns: readonly Column[];
}

/**
 * 数据表目录. All tables this library knows by name, those of the district file first.
 *
 * @example
 * ```ts
 * import { allTables } from "school-groups/domain";
 *
 * allTables().find(({ table }) => table === "memberships")?.label["zh-CN"]; // => "集团成员"
 * ```
 */
export function allTables(): readonly Table[] {
  return [...DISTRICT_TABLES, ...WORK_TABLES];
}

/**
 * A table by its id; `undefined` when there is none.
 *
 * @example
 * ```ts
 * import { tableOf } from "school-groups/domain";
 *
 * tableOf("schools")?.columns[3]?.label; // => { "zh-CN": "学段", en: "stages" }
 * tableOf("nothing"); // => undefined
 * ```
 */
export function tableOf(table: string): Table | undefined {
  return allTables().find((known) => known.table === table);
}

/**
 * A column by the ids that a `Missing` carries; `undefined` when there is none.
 *
 * @example
 * ```ts
 * import { columnOf } from "school-groups/domain";
 *
 * columnOf("headcounts", "pupils")?.label["zh-CN"]; // => "学生数"
 * ```
 */
export function columnOf(table: string, column: string): Column | undefined {
  return tableOf(table)?.columns.find((known) => known.column === column);
}
