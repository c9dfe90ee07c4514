import type { Term } from "../core/index.js";

/** A column of a table a district keeps: the id that `Missing` names, and its spreadsheet header. */
export interface Column {
  readonly table: string;
  readonly column: string;
  readonly label: Term;
  /** What stands in a cell: shown in the skeleton that `dataRequirements` writes. */
  readonly holds: Term;
}
