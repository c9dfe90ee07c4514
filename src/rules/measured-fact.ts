import type { FactNode, Term, Truth } from "../core/index.js";
import { parseFraction } from "../core/index.js";
import type { Fact } from "./fact.js";
import { explainedNumber, type MeasuredNumber } from "./judge-bounds.js";

/** A number handed over, ready to be judged; text that is no number leaves it unknown. */
export function measuredFact(fact: Extract<Fact, { readonly kind: "number" }>): MeasuredNumber {
  const interval = soundInterval(fact) ? { low: fact.low, high: fact.high } : undefined;
  const { label, unit, missing = [] } = fact;
  return {
    label,
    interval,
    unit,
    missing,
    explanation: () => fact.explanation ?? { kind: "fact", label, value: explainedNumber(interval, unit) },
  };
}

function soundInterval(fact: { readonly low: string; readonly high?: string | undefined }): boolean {
  return isNumber(fact.low) && (fact.high === undefined || isNumber(fact.high));
}

/** Plain digits are checked without making a fraction: most facts are counts. */
function isNumber(text: string): boolean {
  return /^\d{1,15}$/.test(text) || parseFraction(text) !== undefined;
}

/** A truth as a leaf of an explanation. */
export function truthNode(label: Term, value: Truth): FactNode {
  return { kind: "fact", label, value: { kind: "truth", value } };
}
