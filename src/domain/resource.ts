import type { CalendarDate } from "../core/index.js";
import type { Stage } from "./stage.js";

/** 办学资源. The seven of the national quality balance (national N2), and books, the resource of the official test vector (N4). */
export type ResourceKind =
  | "degreed-teachers"
  | "backbone-teachers"
  | "arts-pe-teachers"
  | "room-area"
  | "sports-area"
  | "equipment-value"
  | "multimedia-classrooms"
  | "books";

/** A school's total of one resource on a day: people, rooms, m² or yuan, never a figure per pupil. */
export interface ResourceTotal {
  readonly on: CalendarDate;
  readonly resource: ResourceKind | (string & {});
  /** Absent: the total is shared by all stages of the school. */
  readonly stage?: Stage | undefined;
  readonly total: string | number;
}
