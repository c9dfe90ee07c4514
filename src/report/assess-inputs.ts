import type { FactSource, WorkLedger } from "../compliance/index.js";
import type { BoundedRange, CalendarDate, Term } from "../core/index.js";
import type { Exchange, Group, Observation, Pupil, PupilOnRoll, Stage, Teacher } from "../domain/index.js";
import type { BundleGroup, BundleScheme, IndicatorSystem } from "../evaluation/index.js";
import type { ResolvedPolicy } from "../policy/index.js";
import type { CheckRotationOptions, RotationSettings } from "../rotation/index.js";
import type { EarlierCohort, PupilDesign, PupilMethod, PupilTable } from "../value-added/index.js";
import type { SchoolFiguresInput } from "./school-figures-input.js";

/** 考核评价输入. A system, what was observed, and how lead and members answer for each other. */
export interface EvaluationInput {
  readonly system: IndicatorSystem;
  readonly observations: readonly Observation[];
  /** The id of the period judged. */
  readonly period: string;
  readonly subjects?: readonly string[] | undefined;
  readonly bundle?: { readonly groups: readonly BundleGroup[]; readonly scheme: BundleScheme } | undefined;
}

/** 增值评价输入. The pupils of one cohort with the stage whose schools are compared, and the cohort's years there. */
export interface PupilsInput {
  readonly rows: readonly Pupil[] | PupilTable;
  readonly design: PupilDesign;
  /** The stage at whose end the exit examination stands; a rule in force may forbid the comparison. */
  readonly stage: Stage;
  readonly years: BoundedRange;
  readonly roll?: readonly PupilOnRoll[] | undefined;
  /** The method the part rests on, with its options; absent: the mixed model, gains and regression beside it. */
  readonly method?: PupilMethod | undefined;
  /** Groups to compare; absent: the district's. */
  readonly groups?: readonly Group[] | undefined;
  /** 前一届: tells how the gap of lead and members changed, and whether the lead fell back. */
  readonly before?: EarlierCohort | undefined;
  /** 稀释底线: how far a lead may fall, in standard deviations of the area, above 0; without it no rule on it is settled. */
  readonly margin?: number | undefined;
}

/** What an assessment has beside the district file; each opens its part of the report. */
export interface AssessInputs {
  /** 教师名册 and 交流记录: both open the part on rotation, which also needs `period`. */
  readonly teachers?: readonly Teacher[] | undefined;
  readonly exchanges?: readonly Exchange[] | undefined;
  readonly rotation?: { readonly settings?: RotationSettings | undefined; readonly counted?: CheckRotationOptions["counted"] } | undefined;
  /** 工作台账. */
  readonly ledger?: WorkLedger | undefined;
  readonly pupils?: PupilsInput | undefined;
  /** 学校汇总数据: schools' means or grades where pupils' scores may not be had; opens a part of its own. */
  readonly schoolFigures?: SchoolFiguresInput | undefined;
  readonly evaluation?: EvaluationInput | undefined;
}

/** What a district is assessed by. */
export interface AssessOptions {
  readonly policy: ResolvedPolicy;
  /** The day whose state is judged. */
  readonly asOf: CalendarDate;
  /** The days over which exchanges are counted: a school year or a calendar year. */
  readonly period?: BoundedRange | undefined;
  readonly inputs?: AssessInputs | undefined;
  /** A remark printed at the head of the report, such as that its data is made up (虚构数据). */
  readonly remark?: Term | undefined;
  /** The seed of whatever chance stands behind the inputs, kept with the report. */
  readonly seed?: number | undefined;
  /** Facts of the app's own, for measures that neither the file nor the other inputs hold. */
  readonly facts?: FactSource | undefined;
}
