import type { Basis, Citation, RoundingMode, Term } from "../core/index.js";
import type { LeafSource } from "./leaf-source.js";
import type { Exact, Increment, Scoring } from "./scoring.js";

/** The stored format of an indicator system. */
export const INDICATOR_SYSTEM_FORMAT = "school-groups.indicator-system.v1";

/** 权重. A sibling's weight and where it comes from; the weights of siblings add up to exactly 1. */
export interface ItemWeight {
  readonly value: Exact;
  readonly basis: Basis;
}

interface ItemBase {
  readonly id: string;
  /** The composite this item is part of; the root alone has none. */
  readonly parent?: string | undefined;
  readonly label: Term;
  readonly citations?: readonly Citation[] | undefined;
  /** Who answers for the item and its figures (its weight has a basis of its own); absent: the caller. */
  readonly basis?: Basis | undefined;
}

/** 合成指标 (维度). Made from its children by one kind of mean. */
export interface CompositeItem extends ItemBase {
  readonly kind: "composite";
  readonly weight?: ItemWeight | undefined;
  readonly mean: "arithmetic" | "geometric" | "harmonic";
  /** 封顶: the score is at most this, bonuses included. */
  readonly cap?: Exact | undefined;
}

/** 末级指标. One observed value, scored. */
export interface LeafItem extends ItemBase {
  readonly kind: "leaf";
  readonly weight?: ItemWeight | undefined;
  readonly unit: string;
  readonly direction: "higher-is-better" | "lower-is-better";
  readonly source: LeafSource;
  readonly scoring: Scoring;
  readonly increment?: Increment | undefined;
  /** 缺失处理: no score for the parent, the siblings' weights shared out anew, or a score put in its place. */
  readonly missing:
    | { readonly treatment: "refuse" }
    | { readonly treatment: "reweight" }
    | { readonly treatment: "impute"; readonly score: Exact; readonly basis: Basis };
}

/** 加分或扣分. The observed number × points, added to (or taken from) its parent, at most `atMost`. */
export interface AdjustmentItem extends ItemBase {
  readonly kind: "bonus" | "deduction";
  readonly pointsEach: Exact;
  readonly atMost: Exact;
}

/** 一票否决. An observed value above 0 limits the final score or grade; unknown is said to be unknown. */
export interface VetoItem extends ItemBase {
  readonly kind: "veto";
  readonly effect: { readonly kind: "score-at-most"; readonly score: Exact } | { readonly kind: "grade-at-most"; readonly grade: string };
}

/** 指标. An item of a flat list; the tree is made of `parent`. */
export type IndicatorItem = CompositeItem | LeafItem | AdjustmentItem | VetoItem;

/** 等级. A grade from a score on; the boundary belongs to the higher grade. In falling order, the last one without `atLeast`. */
export interface GradeBand {
  readonly grade: string;
  readonly label: Term;
  readonly atLeast?: Exact | undefined;
}

/** 指标体系. A whole system as flat, plain data. */
export interface IndicatorSystem {
  readonly format: typeof INDICATOR_SYSTEM_FORMAT;
  readonly id: string;
  readonly label: Term;
  readonly items: readonly IndicatorItem[];
  /** The one rounding of what is printed; comparisons and grades use the exact score unless `gradeRounded`. */
  readonly rounding: { readonly mode: RoundingMode; readonly places: number };
  readonly grades?: readonly GradeBand[] | undefined;
  readonly gradesBasis?: Basis | undefined;
  /** Grades are given to the rounded score; absent: to the exact one. */
  readonly gradeRounded?: boolean | undefined;
}
