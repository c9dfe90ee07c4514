import type { CalendarDate, PartialDate } from "../core/index.js";
import type { Stage } from "./stage.js";

/**
 * 法定退休年龄类别 (national N8): men; women whose original age is 55; women whose original age is 50. An input, never guessed from sex or post.
 */
export type RetirementClass = "men" | "women-55" | "women-50";

/** 岗位. What a person is in a school. */
export type StaffRole = "teacher" | "principal" | "vice-principal" | "party-secretary" | "middle-manager";

/** 任教经历. A stretch of service in one school on `[from, until)`; no `until`: it goes on. */
export interface ServiceStint {
  readonly school: string;
  readonly campus?: string | undefined;
  readonly from: PartialDate;
  readonly until?: PartialDate | undefined;
  readonly role?: StaffRole | undefined;
  /** 任期数. For a principal: the full terms served in this stint; terms differ in length, so they are stated and never derived from years. */
  readonly terms?: number | undefined;
}

/** 中断. A time away that rules may or may not count as service: leave, secondment, study. */
export interface ServiceInterruption {
  readonly kind: "leave" | "secondment" | "study" | (string & {});
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
}

/** 不参加或暂缓交流的情形. A recorded reason why a person does not move: pregnancy, breastfeeding, serious illness, or the caller's own. */
export interface RotationReason {
  readonly reason: "pregnancy" | "breastfeeding" | "serious-illness" | (string & {});
  readonly effect: "excluded" | "postponed";
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

/** 教师. A person on the roster of a school; whatever is absent is unknown, never "no". */
export interface Teacher {
  readonly id: string;
  readonly name?: string | undefined;
  /** The school of the personnel relation (人事关系) on the roster's day. */
  readonly school: string;
  readonly role?: StaffRole | undefined;
  readonly subject?: string | undefined;
  readonly stage?: Stage | undefined;
  /** 任教毕业年级: teaches a graduating grade in the year that is judged. */
  readonly graduatingGrade?: boolean | undefined;
  /** 骨干教师. */
  readonly backbone?: boolean | undefined;
  readonly professionalTitle?: string | undefined;
  /** 在编. */
  readonly establishment?: boolean | undefined;
  readonly born?: PartialDate | undefined;
  readonly retirementClass?: RetirementClass | undefined;
  /** 弹性退休: the person's own day of retirement. */
  readonly retiresOn?: CalendarDate | undefined;
  readonly service?: readonly ServiceStint[] | undefined;
  readonly interruptions?: readonly ServiceInterruption[] | undefined;
  readonly reasons?: readonly RotationReason[] | undefined;
  /** Schools the person would like to move to, the most wanted first. */
  readonly wishes?: readonly string[] | undefined;
}
