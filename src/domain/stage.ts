import type { Term } from "../core/index.js";

/** 学段. The stage of schooling a school teaches or a group is counted under. */
export type Stage = "kindergarten" | "primary" | "junior" | "senior" | "vocational" | "special";

/** 学段名称. The official names, in the order of schooling. */
export const STAGE_LABELS: Readonly<Record<Stage, Term>> = {
  kindergarten: { "zh-CN": "学前", en: "kindergarten" },
  primary: { "zh-CN": "小学", en: "primary" },
  junior: { "zh-CN": "初中", en: "junior secondary" },
  senior: { "zh-CN": "普通高中", en: "senior secondary" },
  vocational: { "zh-CN": "中等职业", en: "secondary vocational" },
  special: { "zh-CN": "特殊教育", en: "special education" },
};
