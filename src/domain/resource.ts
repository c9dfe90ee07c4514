import type { CalendarDate, Term } from "../core/index.js";
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

/** 办学资源名称. The official word for a total of each resource; per pupil or per hundred of them it is an indicator of the balance room. */
export const RESOURCE_LABELS: Readonly<Record<ResourceKind, Term>> = {
  "degreed-teachers": { "zh-CN": "高于规定学历教师数", en: "teachers above the required degree" },
  "backbone-teachers": { "zh-CN": "县级以上骨干教师数", en: "backbone teachers" },
  "arts-pe-teachers": { "zh-CN": "体育、艺术专任教师数", en: "PE and arts teachers" },
  "room-area": { "zh-CN": "教学及辅助用房面积", en: "area of teaching and auxiliary rooms" },
  "sports-area": { "zh-CN": "体育运动场馆面积", en: "area of sports grounds and halls" },
  "equipment-value": { "zh-CN": "教学仪器设备值", en: "value of teaching equipment" },
  "multimedia-classrooms": { "zh-CN": "网络多媒体教室数", en: "networked multimedia classrooms" },
  books: { "zh-CN": "图书册数", en: "books" },
};

/** A school's total of one resource on a day: people, rooms, m² or yuan, never a figure per pupil. */
export interface ResourceTotal {
  readonly on: CalendarDate;
  readonly resource: ResourceKind | (string & {});
  /** Absent: the total is shared by all stages of the school. */
  readonly stage?: Stage | undefined;
  readonly total: string | number;
}
