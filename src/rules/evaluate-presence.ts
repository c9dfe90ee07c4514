import type { Explanation, Truth } from "../core/index.js";
import type { PresenceRule } from "../policy/index.js";
import { holdsAgainst } from "./compare-exact.js";
import type { Fact } from "./fact.js";
import { explainedNumber } from "./judge-bounds.js";
import { type JudgeContext, type Judgement, notHandedOver } from "./judgement.js";
import { measuredFact, truthNode } from "./measured-fact.js";

/** 有无. Something is there: a truth that is yes, a number above 0, at least one word. */
export function evaluatePresence(rule: Pick<PresenceRule, "what">, context: JudgeContext): Judgement {
  const fact = context.facts(rule.what);
  if (fact === undefined) return notHandedOver(rule.what);
  if (fact.kind === "none") return { kind: "no-meaning", label: fact.label };
  const holds = isThere(fact);
  const missing = holds === "unknown" ? (fact.missing ?? []) : [];
  const value =
    fact.kind === "number" ? explainedNumber(measuredFact(fact).interval, fact.unit) : ({ kind: "truth", value: holds } as const);
  return {
    kind: "judged",
    holds,
    operands: [{ id: "value", label: fact.label, value }],
    missing,
    open: holds === "unknown" ? "facts-missing" : undefined,
    explanation: context.trace ? presenceNode(fact, holds) : undefined,
  };
}

function isThere(fact: Exclude<Fact, { readonly kind: "none" }>): Truth {
  if (fact.kind === "truth") return fact.value;
  if (fact.kind === "tokens") {
    if (fact.values === undefined) return "unknown";
    if (fact.values.length > 0) return "yes";
    return fact.open === true ? "unknown" : "no";
  }
  const { interval } = measuredFact(fact);
  return interval === undefined ? "unknown" : holdsAgainst(interval, "more-than", "0");
}

function presenceNode(fact: Exclude<Fact, { readonly kind: "none" }>, holds: Truth): Explanation {
  if (fact.kind === "truth") return fact.explanation ?? truthNode(fact.label, holds);
  if (fact.kind === "number") {
    const none = { kind: "parameter", id: "none", label: NOTHING, value: { kind: "exact", value: "0", unit: fact.unit } } as const;
    return { kind: "comparison", relation: "more-than", left: measuredFact(fact).explanation(), right: none, holds };
  }
  const nodes = (fact.values ?? []).map((value) => truthNode({ "zh-CN": value, en: value }, "yes"));
  if (holds === "unknown") nodes.push(truthNode(fact.label, "unknown"));
  return { kind: "operation", label: fact.label, operator: "any-of", operands: nodes, value: { kind: "truth", value: holds } };
}

const NOTHING = { "zh-CN": "零", en: "none" };
