import { frameworkMeasure, type UniformityRule } from "../policy/index.js";
import { type NumberTest, numberTest } from "./evaluate-number.js";
import type { Thresholds } from "./judgement.js";

/** 统一（文本）. The share of members that use the group's own document, as the ledger hands it over, within bounds. */
export function uniformityTest(rule: Pick<UniformityRule, "kind" | "reference" | "bounds">, thresholds: Thresholds): NumberTest {
  return numberTest(frameworkMeasure(rule), rule.bounds, thresholds);
}
