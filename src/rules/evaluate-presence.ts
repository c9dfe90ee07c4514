import type { Explanation, Term, Truth } from "../core/index.js";
import type { PresenceRule } from "../policy/index.js";
import { holdsAgainst } from "./compare-exact.js";
import type { Fact } from "./fact.js";
import type { FactLookup } from "./fact-lookup.js";
import type { FindingOperand } from "./finding.js";
import { explainedNumber, numberNode } from "./judge-bounds.js";
import { type Judgement, NOTHING_MISSING, notHandedOver } from "./judgement.js";
import { measuredFact, TRUTH_VALUES, truthNode } from "./measured-fact.js";

/** Something is there. */
export interface PresenceTest extends Pick<PresenceRule, "kind" | "what"> {
  readonly shown: ShownTruths;
}

/** How findings show the truths of a label: of all subjects of a rule alike, so that they share what is shown. */
interface ShownTruths {
  label: Term | undefined;
  operands: Readonly<Record<Truth, readonly FindingOperand[]>> | undefined;
}

/** What a rule on presence asks. */
export function presenceTest({ kind, what }: Pick<PresenceRule, "kind" | "what">): PresenceTest {
  return { kind, what, shown: { label: undefined, operands: undefined } };
}

/** 有无. Something is there: a truth that is yes, a number above 0, at least one word. */
export function judgePresence({ what, shown }: PresenceTest, facts: FactLookup, trace: boolean): Judgement {
  const fact = facts(what);
  if (fact === undefined) return notHandedOver(what);
  if (fact.kind === "none") return { kind: "no-meaning", label: fact.label };
  const holds = isThere(fact);
  return {
    kind: "judged",
    holds,
    operands: fact.kind === "number" ? shownNumber(fact) : shownTruth(fact.label, holds, shown),
    missing: (holds === "unknown" ? fact.missing : undefined) ?? NOTHING_MISSING,
    open: holds === "unknown" ? "facts-missing" : undefined,
    explanation: trace ? presenceNode(fact, holds) : undefined,
  };
}

function shownNumber(fact: Extract<Fact, { readonly kind: "number" }>): readonly FindingOperand[] {
  return [{ id: "value", label: fact.label, value: explainedNumber(measuredFact(fact).interval, fact.unit) }];
}

function shownTruth(label: Term, holds: Truth, shown: ShownTruths): readonly FindingOperand[] {
  if (shown.label !== label || shown.operands === undefined) {
    const of = (truth: Truth): readonly FindingOperand[] => [{ id: "value", label, value: TRUTH_VALUES[truth] }];
    shown.label = label;
    shown.operands = { yes: of("yes"), no: of("no"), unknown: of("unknown") };
  }
  return shown.operands[holds];
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
    return { kind: "comparison", relation: "more-than", left: numberNode(measuredFact(fact)), right: none, holds };
  }
  const nodes = (fact.values ?? []).map((value) => truthNode({ "zh-CN": value, en: value }, "yes"));
  if (holds === "unknown") nodes.push(truthNode(fact.label, "unknown"));
  return { kind: "operation", label: fact.label, operator: "any-of", operands: nodes, value: TRUTH_VALUES[holds] };
}

const NOTHING = { "zh-CN": "零", en: "none" };
