import { type ExplainedValue, type Missing, multiplyFractions, parseFraction, toExactText } from "../core/index.js";
import type { CountRule, MeasureRef, RangeRule } from "../policy/index.js";
import type { FactLookup } from "./fact-lookup.js";
import { judgeBounds, type LimitOf, type Limits, limitsOf, thresholdNode } from "./judge-bounds.js";
import { type Judgement, NOTHING_MISSING, notHandedOver, type Thresholds } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";

/** A number measured for each subject, held against bounds. */
export interface NumberTest {
  readonly kind: "number";
  readonly value: MeasureRef;
  readonly limits: Limits;
  /** Limits without which nothing can be counted, whatever is handed over: what to ask for. */
  readonly unset?: readonly Missing[] | undefined;
}

/** A number within bounds. With `squared` the measure is a square, so the limits are squared too and no root is ever taken. */
export function rangeTest(rule: Pick<RangeRule, "value" | "bounds" | "squared">, thresholds: Thresholds): NumberTest {
  return numberTest(rule.value, rule.bounds, thresholds, rule.squared === true ? SQUARED : undefined);
}

/** A number within bounds. */
export function numberTest(value: MeasureRef, bounds: CountRule["bounds"], thresholds: Thresholds, limitOf?: LimitOf): NumberTest {
  return { kind: "number", value, limits: limitsOf(bounds, thresholds, limitOf) };
}

/** Holds the number of one subject against its limits. */
export function judgeNumber({ value, limits, unset }: NumberTest, facts: FactLookup, trace: boolean): Judgement {
  const fact = facts(value);
  if (fact === undefined) return notHandedOver(value);
  if (fact.kind === "none") return { kind: "no-meaning", label: fact.label };
  if (fact.kind === "number" && unset === undefined) return judgeBounds(measuredFact(fact), limits, trace);
  // A fact of another kind is a slip of whoever hands it over: nothing is known of the number.
  const missing = (fact.kind === "number" ? undefined : fact.missing) ?? NOTHING_MISSING;
  const judged = judgeBounds({ label: fact.label, unit: "ratio", missing }, limits, trace);
  return unset === undefined ? judged : { ...judged, open: "threshold-missing", missing: unset.concat(judged.missing) };
}

/** A limit below 0 has no place against a square, and counts as no limit at all. */
const SQUARED: LimitOf = (threshold) => {
  const limit = threshold.value === undefined ? undefined : parseFraction(threshold.value);
  const usable = limit !== undefined && limit.numerator >= 0n;
  const value = usable ? toExactText(multiplyFractions(limit, limit)) : undefined;
  const shown: ExplainedValue = value === undefined ? { kind: "unknown" } : { kind: "exact", value, unit: threshold.unit };
  const { label } = threshold;
  return {
    value,
    shown: { label: { "zh-CN": `${label["zh-CN"]}的平方`, en: `square of: ${label.en}` }, value: shown },
    explanation: () => ({
      kind: "operation",
      operator: "square",
      operands: [thresholdNode(threshold)],
      value: value === undefined ? { kind: "unknown" } : { kind: "exact", value },
    }),
  };
};
