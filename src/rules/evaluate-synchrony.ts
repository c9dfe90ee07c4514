import { frameworkMeasure, type SynchronyRule } from "../policy/index.js";
import { judgeNumber } from "./evaluate-range.js";
import type { JudgeContext, Judgement } from "./judgement.js";
import type { Threshold } from "./threshold.js";

/**
 * 同步. The share of due cells that are in step, as the ledger hands it over, within bounds. The tolerances in force travel with the measure as
 * `where["tolerance-before"]` and `where["tolerance-after"]` (days, as text); without a figure for one that the rule names, nothing can be
 * counted.
 */
export function evaluateSynchrony(
  rule: Pick<SynchronyRule, "kind" | "phase" | "toleranceBefore" | "toleranceAfter" | "bounds">,
  context: JudgeContext,
): Judgement {
  const tolerances: [key: string, threshold: Threshold][] = [];
  if (rule.toleranceBefore !== undefined) tolerances.push(["tolerance-before", context.threshold(rule.toleranceBefore)]);
  if (rule.toleranceAfter !== undefined) tolerances.push(["tolerance-after", context.threshold(rule.toleranceAfter)]);
  const where: Record<string, string> = {};
  for (const [key, { value }] of tolerances) if (value !== undefined) where[key] = value;
  const ref = { ...frameworkMeasure(rule), ...(tolerances.length === 0 ? {} : { where }) };
  const unset = tolerances.filter(([, { value }]) => value === undefined).map(([, { missing }]) => missing);
  if (unset.length === 0) return judgeNumber(ref, rule.bounds, context);
  // No tolerance, no share: whatever the ledger counts, it is not what this rule speaks of.
  const judged = judgeNumber(ref, rule.bounds, { ...context, facts: withoutFigure(context) });
  return judged.kind === "judged" ? { ...judged, open: "threshold-missing", missing: [...unset, ...judged.missing] } : judged;
}

function withoutFigure(context: JudgeContext): JudgeContext["facts"] {
  return (ref) => {
    const fact = context.facts(ref);
    return fact?.kind === "number" ? { kind: "tokens", label: fact.label } : fact;
  };
}
