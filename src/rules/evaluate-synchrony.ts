import { frameworkMeasure, type SynchronyRule } from "../policy/index.js";
import { type NumberTest, numberTest } from "./evaluate-number.js";
import type { Thresholds } from "./judgement.js";
import type { Threshold } from "./threshold.js";

/**
 * 同步. The share of due cells that are in step, as the ledger hands it over, within bounds. The tolerances in force travel with the measure as
 * `where["tolerance-before"]` and `where["tolerance-after"]` (days, as text); without a figure for one that the rule names, nothing can be
 * counted.
 */
export function synchronyTest(
  rule: Pick<SynchronyRule, "kind" | "phase" | "toleranceBefore" | "toleranceAfter" | "bounds">,
  thresholds: Thresholds,
): NumberTest {
  const tolerances: [key: string, threshold: Threshold][] = [];
  if (rule.toleranceBefore !== undefined) tolerances.push(["tolerance-before", thresholds(rule.toleranceBefore)]);
  if (rule.toleranceAfter !== undefined) tolerances.push(["tolerance-after", thresholds(rule.toleranceAfter)]);
  const where: Record<string, string> = {};
  for (const [key, { value }] of tolerances) if (value !== undefined) where[key] = value;
  const ref = { ...frameworkMeasure(rule), ...(tolerances.length === 0 ? {} : { where }) };
  const unset = tolerances.filter(([, { value }]) => value === undefined).map(([, { missing }]) => missing);
  const test = numberTest(ref, rule.bounds, thresholds);
  // No tolerance, no share: whatever the ledger counts, it is not what this rule speaks of.
  return unset.length === 0 ? test : { ...test, unset };
}
