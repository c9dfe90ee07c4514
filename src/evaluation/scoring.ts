import type { DecimalString } from "../core/index.js";

/** A judged number as the caller writes it: decimal text, `"1/3"`, or a number read as its decimal text. */
export type Exact = DecimalString | number;

/** 线性计分. From `from` (scored `low`) to `to` (scored `high`) in proportion; also goalposts (min–max) when the bounds are fixed ones. */
export interface LinearScoring {
  readonly kind: "linear";
  readonly from: Exact;
  readonly to: Exact;
  readonly low: Exact;
  readonly high: Exact;
  /** A value beyond the bounds scores as the bound (`clamp`) or runs on along the line (`extend`). */
  readonly beyond: "clamp" | "extend";
}

/**
 * 分段计分. The score of the first step whose threshold the value reaches (from below, or for lower-is-better from above); each step owns its
 * threshold. The hardest step stands first.
 */
export interface ThresholdScoring {
  readonly kind: "thresholds";
  readonly steps: readonly { readonly reach: Exact; readonly score: Exact }[];
  readonly otherwise: Exact;
}

/** 等级赋分. A score for each named category. */
export interface CategoricalScoring {
  readonly kind: "categorical";
  readonly categories: readonly { readonly category: string; readonly score: Exact }[];
}

/** 目标达成度. `full` × value ÷ target, never above `full` nor below 0. Lower-is-better: `full` × target ÷ value. */
export interface TargetScoring {
  readonly kind: "distance-to-target";
  readonly target: Exact;
  readonly full: Exact;
}

/**
 * 标准分. `centre` + `spread` × z: T scores are 50 and 10. z = (value − mean) ÷ population standard deviation over all subjects of the evaluation
 * is no fraction: it is rounded once, to nine decimal places half-even, and all that follows is exact. Where all are equal z is 0.
 */
export interface StandardScoring {
  readonly kind: "standard";
  readonly centre: Exact;
  readonly spread: Exact;
}

/** 百分等级. `full` × (subjects below + half of those equal, itself included) ÷ all. */
export interface PercentileScoring {
  readonly kind: "percentile";
  readonly full: Exact;
}

/** 名次赋分. `full` for the first place, in equal steps down to `low` for the last; equal values share the mean of their places. */
export interface RankScoring {
  readonly kind: "rank";
  readonly full: Exact;
  readonly low: Exact;
}

/**
 * 与最优比. `full` × own ÷ best of all subjects; lower-is-better: `full` × best ÷ own. Depends on one subject alone: a warning comes with it.
 * A ratio needs values from 0 on: a value below 0 has no score (`no-score`), and beside a best below 0 nobody has one.
 */
export interface BestScoring {
  readonly kind: "own-over-best";
  readonly full: Exact;
}

/** 计分方法. How a value becomes a score. Those over peers (`standard`, `percentile`, `rank`, `own-over-best`) change when any other subject does. */
export type Scoring =
  | LinearScoring
  | ThresholdScoring
  | CategoricalScoring
  | TargetScoring
  | StandardScoring
  | PercentileScoring
  | RankScoring
  | BestScoring;

/**
 * 增量. Progress from the subject's own starting point, then scored like any value.
 *
 * `absolute`: now − baseline. `relative`: (now − baseline) ÷ baseline. `head-room`: of a rise the share of what was left to the best possible
 * value, of a fall the share of the distance to the worst (−1 to 1; who stays at the ceiling has used all of it and is scored as `1`).
 * `conditional`: now minus the mean of the subjects with a like start (within `band`, itself included).
 */
export interface Increment {
  readonly of: "absolute" | "relative" | "head-room" | "conditional";
  /** Ids of the periods whose mean is the starting point (起点). */
  readonly baseline: readonly string[];
  /** Least number of those periods that must be observed; absent: all. */
  readonly atLeast?: number | undefined;
  /**
   * The worst and the best possible value (for lower-is-better the worst is the larger one). `head-room` needs both. With `best` the others judge
   * by its level alone who started at the best value and is still there: nobody is punished for having nowhere to rise.
   */
  readonly worst?: Exact | undefined;
  readonly best?: Exact | undefined;
  /** For `conditional`: how far the start of another subject may lie from one's own. */
  readonly band?: Exact | undefined;
  readonly scoring: Scoring;
  /** The level's part α in α × level + (1 − α) × increment; `"0"` judges by progress alone. */
  readonly levelPart: Exact;
}
