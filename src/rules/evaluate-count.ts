import type { CountRule } from "../policy/index.js";
import { type NumberTest, numberTest } from "./evaluate-number.js";
import type { Thresholds } from "./judgement.js";

/** 数量. A headcount within bounds: 不低于 and 以上 include the figure itself. */
export function countTest(rule: Pick<CountRule, "count" | "bounds">, thresholds: Thresholds): NumberTest {
  return numberTest(rule.count, rule.bounds, thresholds);
}
