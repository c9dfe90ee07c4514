import { multiplyFractions, parseFraction, toExactText } from "../core/index.js";
import type { CountRule, MeasureRef, RangeRule } from "../policy/index.js";
import { judgeBounds, type LimitOf, thresholdNode } from "./judge-bounds.js";
import { type JudgeContext, type Judgement, notHandedOver } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";

/** A number within bounds. With `squared` the measure is a square, so the limits are squared too and no root is ever taken. */
export function evaluateRange(rule: Pick<RangeRule, "value" | "bounds" | "squared">, context: JudgeContext): Judgement {
  return judgeNumber(rule.value, rule.bounds, context, rule.squared === true ? SQUARED : undefined);
}

/** A number measured for the subject, held against bounds. */
export function judgeNumber(ref: MeasureRef, bounds: CountRule["bounds"], context: JudgeContext, limitOf?: LimitOf): Judgement {
  const fact = context.facts(ref);
  if (fact === undefined) return notHandedOver(ref);
  if (fact.kind === "number") return judgeBounds(measuredFact(fact), bounds, context, limitOf);
  if (fact.kind === "none") return { kind: "no-meaning", label: fact.label };
  // A fact of another kind is a slip of whoever hands it over: nothing is known of the number.
  const label = fact.label;
  const missing = fact.missing ?? [];
  const explanation = () => ({ kind: "fact", label, value: { kind: "unknown" } }) as const;
  return judgeBounds({ label, unit: "ratio", missing, explanation }, bounds, context, limitOf);
}

/** A limit below 0 has no place against a square, and counts as no limit at all. */
const SQUARED: LimitOf = (threshold) => {
  const limit = threshold.value === undefined ? undefined : parseFraction(threshold.value);
  const usable = limit !== undefined && limit.numerator >= 0n;
  const value = usable ? toExactText(multiplyFractions(limit, limit)) : undefined;
  return {
    value,
    explanation: () => ({
      kind: "operation",
      operator: "square",
      operands: [thresholdNode(threshold)],
      value: value === undefined ? { kind: "unknown" } : { kind: "exact", value },
    }),
  };
};
