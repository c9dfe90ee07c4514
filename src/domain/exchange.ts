import type { CalendarDate } from "../core/index.js";
import type { StaffRole } from "./teacher.js";

/** 工作量. Full time at the receiving school, or so many days (or lessons) a week. */
export type ExchangeLoad =
  | { readonly kind: "full-time" }
  | { readonly kind: "days-per-week"; readonly days: number }
  | { readonly kind: "occasional" };

/** 交流记录. One stay of one person at another school on `[start, end)`; no `end`: it goes on. Rules count by these attributes, not by `kind`. */
export interface Exchange {
  readonly id: string;
  readonly person: string;
  readonly role?: StaffRole | undefined;
  /** The id of an exchange kind of the pack (校级领导互派, 挂职, 跟岗 …): a name for readers. */
  readonly kind?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly fromCampus?: string | undefined;
  readonly toCampus?: string | undefined;
  readonly start: CalendarDate;
  /** The first day after the stay. */
  readonly end?: CalendarDate | undefined;
  /** The planned first day after the stay, where it was cut short. */
  readonly plannedEnd?: CalendarDate | undefined;
  readonly load?: ExchangeLoad | undefined;
  /** 人事关系: moved with the person, or kept at the original school. */
  readonly relation?: "moved" | "kept" | undefined;
  readonly subject?: string | undefined;
  readonly backbone?: boolean | undefined;
  /** 组团: people of one team bear the same id. */
  readonly team?: string | undefined;
  /** 对口或结对: the two exchanges of a matched pair bear the same id. */
  readonly pair?: string | undefined;
}
