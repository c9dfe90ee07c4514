import type { CalendarDate } from "../core/index.js";
import type { Stage } from "./stage.js";

/** 人数. People and classes of a school on a day, of one stage or (no `stage`) of the whole school. */
export interface Headcount {
  readonly on: CalendarDate;
  readonly stage?: Stage | undefined;
  readonly pupils?: number | undefined;
  readonly classes?: number | undefined;
  /** 最大班额: pupils of the largest class; a mean per class does not tell it. */
  readonly largestClass?: number | undefined;
  /** 教职工: all staff. */
  readonly staff?: number | undefined;
  /** 专任教师: full-time teachers, part of the staff. */
  readonly teachers?: number | undefined;
  /** 骨干教师: backbone teachers of county level or above. */
  readonly backboneTeachers?: number | undefined;
}
