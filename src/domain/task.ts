import type { CalendarDate } from "../core/index.js";

/** 任务阶段与期限. A phase a task goes through, and the day it is due where the year's calendar of work sets one. */
export interface TaskPhase {
  readonly phase: string;
  /** The first day of a phase that lasts (实施); `due` is then its last day. Without `due` it says nothing. */
  readonly starts?: CalendarDate | undefined;
  readonly due?: CalendarDate | undefined;
}

/** 共同任务. Something the schools of a group do together: it declares its phases, due days and schools. */
export interface Task {
  readonly id: string;
  readonly group: string;
  readonly label?: string | undefined;
  /** The framework item (八统一 …) it belongs to, `"<framework>/<item>"`. */
  readonly item?: string | undefined;
  readonly phases: readonly TaskPhase[];
  /** Absent: the group's members on the due day. */
  readonly schools?: readonly string[] | undefined;
  /** Without `phase` a school is exempt from the whole task. */
  readonly exempt?: readonly { readonly school: string; readonly reason: string; readonly phase?: string | undefined }[] | undefined;
  readonly announced?: CalendarDate | undefined;
}
