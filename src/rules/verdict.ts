import type { Force, Term, Truth } from "../core/index.js";
import type { Verdict } from "./finding.js";

const MET: Readonly<Record<Verdict, Term>> = {
  satisfied: { "zh-CN": "符合", en: "satisfied" },
  violated: { "zh-CN": "不符合", en: "violated" },
  "not-applicable": { "zh-CN": "不适用", en: "not applicable" },
  undetermined: { "zh-CN": "无法判定", en: "undetermined" },
};

const REACHED: Readonly<Record<Verdict, Term>> = {
  ...MET,
  satisfied: { "zh-CN": "达到", en: "reached" },
  violated: { "zh-CN": "未达到", en: "not reached" },
};

/**
 * 判定用语. The word for a verdict: a rule of a binding, guiding or trial text is met or not met (符合、不符合); against a draft, a plan or a
 * report of practice a benchmark is reached or not reached (达到、未达到).
 *
 * @example
 * ```ts
 * import { verdictTerm } from "school-groups/rules";
 *
 * verdictTerm("violated", "binding")["zh-CN"]; // => "不符合"
 * verdictTerm("violated", "plan")["zh-CN"]; // => "未达到"
 * ```
 */
export function verdictTerm(verdict: Verdict, force: Force): Term {
  return (force === "binding" || force === "guidance" || force === "trial" ? MET : REACHED)[verdict];
}

/** The verdict from whether a rule applies and whether it is kept: the formula of the operator `verdict`. */
export function verdictOf(applies: Truth, kept: Truth): Verdict {
  if (applies === "no") return "not-applicable";
  if (applies === "unknown" || kept === "unknown") return "undetermined";
  return kept === "yes" ? "satisfied" : "violated";
}
