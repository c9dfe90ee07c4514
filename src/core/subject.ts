/** Whom or what a statement is about. `group` narrows a school to its part in one group. */
export interface Subject {
  readonly kind:
    | "district"
    | "group"
    | "school"
    | "membership"
    | "teacher"
    | "exchange"
    | "task"
    | "record"
    | "pupil"
    | "pack"
    | "rule"
    | "indicator"
    | "column";
  readonly id: string;
  readonly group?: string | undefined;
}
