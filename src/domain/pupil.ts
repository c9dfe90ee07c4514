/**
 * 学生成绩记录. One pupil of one cohort with the two scores that value-added compares. No name is asked for; `id` may be any code that joins
 * the two examinations, and it stays with whoever reads the rows.
 */
export interface Pupil {
  readonly id: string;
  /** The school that answers for the pupil: where the exit examination was sat. */
  readonly school: string;
  /** Where the pupil was at entry, when that is known to be another school. */
  readonly schoolAtEntry?: string | undefined;
  /** The cohort (届), as the examinations name it: `"2024"`. Absent: the cohort that is asked about. */
  readonly cohort?: string | undefined;
  /** Entrance score (入口成绩), in marks. Absent or null: not known. */
  readonly prior?: number | null | undefined;
  /** Exit score (出口成绩), in marks. Absent or null: did not sit or not known. */
  readonly outcome?: number | null | undefined;
}

/** 入学名册. A pupil who entered a school and should sit the exit examination there. */
export interface PupilOnRoll {
  readonly id: string;
  readonly school: string;
}
