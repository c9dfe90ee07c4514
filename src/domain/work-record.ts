import type { CalendarDate, PartialDate } from "../core/index.js";

/** 佐证方. Who attests a record: the school itself, the lead, the bureau. */
export type Attester = "self" | "lead" | "bureau";

/** 工作记录. A school did a phase of a task on a day, on a day known by its month only (`"2023-09"`), or on `[from, until)`. */
export interface WorkRecord {
  readonly task: string;
  readonly phase: string;
  readonly school: string;
  readonly on: PartialDate | { readonly from: CalendarDate; readonly until: CalendarDate };
  readonly reportedOn?: CalendarDate | undefined;
  readonly attestedBy?: Attester | undefined;
  readonly evidence?: string | undefined;
}

/** 完整性申报. A school declares its register for a period complete; only then is "no record" missing rather than unknown. */
export interface RegisterDeclaration {
  readonly school: string;
  /** The register of this group's common activities, which the school keeps; absent: the school's own register. */
  readonly group?: string | undefined;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly declaredOn?: CalendarDate | undefined;
}

/** 集团统一文本. The reference a group has named for a kind of document: rule set, plan, paper, timetable, appraisal rule. */
export interface GroupReference {
  readonly group: string;
  readonly reference: string;
  readonly id: string;
  /** The test or lesson the reference is for, where a uniformity is judged one by one; absent: it stands for all. */
  readonly task?: string | undefined;
  /** How uses are compared with it: by id (absent), or as a time, so that `2024-06-20 09:00` is `2024-06-20T09:00:00`. */
  readonly as?: "id" | "time" | undefined;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

/** 使用情况. Which document of a kind a school uses on `[from, until)`. */
export interface DocumentUse {
  readonly school: string;
  readonly reference: string;
  readonly uses: string;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  /** The test, lesson or task the use is for, where a uniformity is judged one by one. */
  readonly task?: string | undefined;
}

/** 采用情况. How far a school is attested to follow a practice of its group on `[from, until)`. */
export interface AdoptionRecord {
  readonly school: string;
  readonly group?: string | undefined;
  readonly practice: string;
  readonly level: "none" | "partial" | "full";
  readonly attestedBy: Attester;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

/** 活动记录. A meeting, research day or lesson that took place. */
export interface ActivityRecord {
  readonly activity: string;
  readonly on: CalendarDate;
  readonly group?: string | undefined;
  readonly schools?: readonly string[] | undefined;
  readonly person?: string | undefined;
  /** Amount in the unit of the rule, as decimal text or number; absent: once. */
  readonly amount?: string | number | undefined;
}
