import type { BoundedRange } from "../core/index.js";
import type { Group, Stage } from "../domain/index.js";
import type {
  MeansValueAddedOptions,
  SchoolGradeRow,
  SchoolGradesDesign,
  SchoolMeanRow,
  SchoolMeansDesign,
  ValueAddedOptions,
} from "../value-added/index.js";

/** Schools' means at one examination, as `readSchoolMeans` takes them. */
export interface MeansReading {
  readonly rows: readonly SchoolMeanRow[];
  readonly design: SchoolMeansDesign;
}

/** Schools' grades at one examination, as `readSchoolGrades` takes them. */
export interface GradesReading {
  readonly rows: readonly SchoolGradeRow[];
  readonly design: SchoolGradesDesign;
}

/** What holds for every kind of school figures. */
export interface SchoolFiguresCommon {
  /** The stage whose schools are compared; a rule in force may forbid to compare them by marks. */
  readonly stage: Stage;
  /** The later cohort's years, for memberships; absent: groups are not compared. */
  readonly years?: BoundedRange | undefined;
  /** Groups to compare; absent: the district's. */
  readonly groups?: readonly Group[] | undefined;
}

/**
 * 学校汇总数据输入. Figures of schools where no pupil's score may be had (national N9), and what to make of them: means of one cohort at entrance and exit
 * (`means-regression`), one examination in two cohorts (`cohort-change`), grades once (`grade-distribution`) or twice (`grade-change`).
 */
export type SchoolFiguresInput = SchoolFiguresCommon &
  (
    | {
        readonly kind: "means-regression";
        readonly entrance: MeansReading;
        readonly exit: MeansReading;
        readonly options?: MeansValueAddedOptions | undefined;
      }
    | {
        readonly kind: "cohort-change";
        readonly before: MeansReading;
        readonly after: MeansReading;
        readonly options?: ValueAddedOptions | undefined;
      }
    | {
        readonly kind: "grade-distribution";
        readonly reading: GradesReading;
        readonly options?: Pick<ValueAddedOptions, "confidence" | "errors" | "minimumCohort"> | undefined;
      }
    | {
        readonly kind: "grade-change";
        readonly before: GradesReading;
        readonly after: GradesReading;
        readonly options?: Omit<ValueAddedOptions, "scale"> | undefined;
      }
  );
