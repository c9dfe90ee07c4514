import type { Explanation, Missing, Term, Truth } from "../core/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { FindingCode, FindingOperand } from "./finding.js";
import type { Threshold } from "./threshold.js";

/** The limits in force on the day, by parameter. */
export type Thresholds = (parameter: string) => Threshold;

/** What one rule kind says of one subject, before modality and applicability make a verdict of it. */
export type Judgement =
  | {
      readonly kind: "judged";
      /** Whether what the rule speaks of is so. */
      readonly holds: Truth;
      /** Whether there is anything to judge (a share of nothing is no share); absent: there is. */
      readonly meaningful?: Truth | undefined;
      readonly operands: readonly FindingOperand[];
      /** What would settle `holds`; empty once it is settled. */
      readonly missing: readonly Missing[];
      /** Why it is not settled. */
      readonly open?: Extract<FindingCode, "threshold-missing" | "facts-missing" | "base-unclear" | "part-exceeds-whole"> | undefined;
      readonly explanation?: Explanation | undefined;
      readonly meaningfulExplanation?: Explanation | undefined;
    }
  /** The measure has no meaning for this subject. */
  | { readonly kind: "no-meaning"; readonly label: Term }
  /** Nobody hands the measure over. */
  | { readonly kind: "not-handed-over"; readonly measure: MeasureRef };

/** A judgement of a rule that nobody could measure. */
export function notHandedOver(measure: MeasureRef): Judgement {
  return { kind: "not-handed-over", measure };
}

/** Where nothing is missing. */
export const NOTHING_MISSING: readonly never[] = [];
