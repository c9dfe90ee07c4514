import type { ExplainedValue, Explanation, Term } from "../core/index.js";

/** A whole number ≥ 0 known to lie in `[low, high]`; an absent `high` is unbounded. */
export interface CountBetween {
  readonly low: number;
  readonly high?: number | undefined;
}

/** What a district's counts count. */
export type CountUnit = "pupils" | "schools" | "groups";

/** A count as a leaf of an explanation. */
export function countNode(label: Term, count: CountBetween, unit: CountUnit): Explanation {
  return { kind: "fact", label, value: countValue(count, unit) };
}

/** A sum of counts as a node of an explanation. */
export function sumNode(label: Term, operands: readonly Explanation[], count: CountBetween, unit: CountUnit): Explanation {
  return { kind: "operation", label, operator: "sum", operands, value: countValue(count, unit) };
}

/** A count of truths as a node of an explanation: those that are yes, up to those that may be. */
export function countOperation(label: Term, operands: readonly Explanation[], count: CountBetween, unit: CountUnit): Explanation {
  return { kind: "operation", label, operator: "count", operands, value: countValue(count, unit) };
}

function countValue({ low, high }: CountBetween, unit: CountUnit): ExplainedValue {
  if (high === low) return { kind: "exact", value: String(low), unit };
  return { kind: "interval", low: String(low), ...(high === undefined ? {} : { high: String(high) }), unit };
}

/** Those not on a list that is not whole: none, or any number. */
export const UNLISTED: Readonly<Record<"schools" | "groups", Term>> = {
  schools: { "zh-CN": "未列入名单的学校", en: "schools not on the list" },
  groups: { "zh-CN": "未列入名单的集团", en: "groups not on the list" },
};
