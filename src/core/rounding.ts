/** 修约方式. `half-away-from-zero` is 四舍五入 as in daily use; `half-even` is GB/T 8170. */
export type RoundingMode = "half-away-from-zero" | "half-even" | "away-from-zero" | "toward-zero" | "ceiling" | "floor";
