import type { ExplainedValue, FactNode, Term, Truth } from "../core/index.js";
import { parseFraction } from "../core/index.js";
import { plainWhole } from "./compare-exact.js";
import type { Fact } from "./fact.js";
import type { MeasuredNumber } from "./judge-bounds.js";
import { NOTHING_MISSING } from "./judgement.js";

/** A number handed over, ready to be judged; text that is no number leaves it unknown. */
export function measuredFact(fact: Extract<Fact, { readonly kind: "number" }>): MeasuredNumber {
  const { low, high, label, unit, missing = NOTHING_MISSING, explanation } = fact;
  return { label, interval: soundInterval(fact) ? { low, high } : undefined, unit, missing, explanation };
}

function soundInterval(fact: { readonly low: string; readonly high?: string | undefined }): boolean {
  return isNumber(fact.low) && (fact.high === undefined || isNumber(fact.high));
}

/** Plain digits are checked without making a fraction: most facts are counts. */
function isNumber(text: string): boolean {
  return plainWhole(text) >= 0 || parseFraction(text) !== undefined;
}

/** The three truths as findings and explanations show them. */
export const TRUTH_VALUES: Readonly<Record<Truth, Extract<ExplainedValue, { readonly kind: "truth" }>>> = {
  yes: { kind: "truth", value: "yes" },
  no: { kind: "truth", value: "no" },
  unknown: { kind: "truth", value: "unknown" },
};

/** A truth as a leaf of an explanation. */
export function truthNode(label: Term, value: Truth): FactNode {
  return { kind: "fact", label, value: TRUTH_VALUES[value] };
}
