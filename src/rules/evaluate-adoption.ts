import { type AdoptionRule, frameworkMeasure } from "../policy/index.js";
import { type NumberTest, numberTest } from "./evaluate-number.js";
import type { Thresholds } from "./judgement.js";

/** 统一（事项）. The share of members attested to have adopted a practice, fully or at least in part, within bounds. */
export function adoptionTest(rule: Pick<AdoptionRule, "kind" | "practice" | "level" | "bounds">, thresholds: Thresholds): NumberTest {
  return numberTest(frameworkMeasure(rule), rule.bounds, thresholds);
}
