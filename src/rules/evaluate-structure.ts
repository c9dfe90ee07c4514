import { allOf, anyOf, type ExplainedValue, type Explanation, type Term, type Truth } from "../core/index.js";
import type { MeasureRef, StructureRule } from "../policy/index.js";
import { compareExact, isPoint } from "./compare-exact.js";
import type { Fact } from "./fact.js";
import { explainedNumber } from "./judge-bounds.js";
import { type JudgeContext, type Judgement, notHandedOver } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";
import { shownTokens, type Words, wordsOf } from "./shown-words.js";

/**
 * 结构. A feature of the subject is one of the allowed ones. Of several values every one must be allowed; with `must-not` none may be, so the
 * question is then whether at least one is among those named.
 */
export function evaluateStructure(rule: Pick<StructureRule, "feature" | "oneOf" | "modality">, context: JudgeContext): Judgement {
  const fact = context.facts(rule.feature);
  if (fact === undefined) return notHandedOver(rule.feature);
  if (fact.kind === "none") return { kind: "no-meaning", label: fact.label };
  const join = rule.modality === "must-not" ? "any-of" : "all-of";
  const holds = featureAmong(fact, rule.oneOf, join);
  const words = wordsOfFact(fact, rule.feature);
  return {
    kind: "judged",
    holds,
    operands: [
      { id: "value", label: fact.label, value: shownFeature(fact, words) },
      { id: "one-of", label: ALLOWED[join], value: shownTokens(rule.oneOf, words) },
    ],
    missing: holds === "unknown" ? (fact.missing ?? []) : [],
    ...(holds === "unknown" ? { open: "facts-missing" } : {}),
    ...(context.trace ? { explanation: amongNode(fact, rule, join) } : {}),
  };
}

const ALLOWED: Readonly<Record<"any-of" | "all-of", Term>> = {
  "all-of": { "zh-CN": "允许的取值", en: "allowed values" },
  "any-of": { "zh-CN": "所列取值", en: "listed values" },
};

type Known = Exclude<Fact, { readonly kind: "none" }>;

/** Whether a feature's values are among the ones named: all of them, or at least one. */
export function featureAmong(fact: Known, oneOf: readonly string[], join: "any-of" | "all-of"): Truth {
  const values = valuesOf(fact);
  if (values === undefined || (values.length === 0 && isOpen(fact))) return fact.kind === "number" ? numberAmong(fact, oneOf) : "unknown";
  const truths: Truth[] = values.map((value) => (oneOf.includes(value) ? "yes" : "no"));
  if (isOpen(fact)) truths.push("unknown");
  if (values.length === 0) return "no";
  return join === "all-of" ? allOf(truths) : anyOf(truths);
}

/** Of a number that is not known exactly: `no` when none of the values named lies within it. */
function numberAmong(fact: Extract<Fact, { readonly kind: "number" }>, oneOf: readonly string[]): Truth {
  const { interval } = measuredFact(fact);
  if (interval === undefined) return "unknown";
  const possible = oneOf.some((value) => {
    const low = compareExact(interval.low, value);
    const high = interval.high === undefined ? 1 : compareExact(interval.high, value);
    return low !== undefined && low <= 0 && high !== undefined && high >= 0;
  });
  if (!possible) return "no";
  return isPoint(interval) ? "yes" : "unknown";
}

/** The words to compare; `undefined` when they are unknown or the fact is a number. */
function valuesOf(fact: Known): readonly string[] | undefined {
  if (fact.kind === "tokens") return fact.values;
  return fact.kind === "truth" && fact.value !== "unknown" ? [fact.value] : undefined;
}

function isOpen(fact: Known): boolean {
  return fact.kind === "tokens" && fact.open === true;
}

function wordsOfFact(fact: Known, feature: MeasureRef): Words {
  return wordsOf(feature.measure, fact.kind === "tokens" ? fact.words : undefined);
}

function shownFeature(fact: Known, words: Words): ExplainedValue {
  if (fact.kind === "number") return explainedNumber(measuredFact(fact).interval, fact.unit);
  const values = valuesOf(fact);
  return values === undefined ? { kind: "unknown" } : shownTokens(values, words);
}

/** The comparison of every value with the ones named, as an explanation. */
export function amongNode(fact: Known, rule: Pick<StructureRule, "feature" | "oneOf">, join: "any-of" | "all-of"): Explanation {
  const { oneOf } = rule;
  const words = wordsOfFact(fact, rule.feature);
  const holds = featureAmong(fact, oneOf, join);
  const right: Explanation = { kind: "parameter", id: "one-of", label: ALLOWED[join], value: shownTokens(oneOf, words) };
  const compare = (left: Explanation, among: Truth): Explanation => ({ kind: "comparison", relation: "one-of", left, right, holds: among });
  const leaf = (value: ExplainedValue): Explanation => ({ kind: "fact", label: fact.label, value });
  const values = valuesOf(fact);
  if (fact.kind === "number") return compare(measuredFact(fact).explanation(), holds);
  const rest = values === undefined || isOpen(fact) ? [compare(leaf({ kind: "unknown" }), "unknown")] : [];
  const nodes = (values ?? []).map((value) => compare(leaf(shownTokens([value], words)), oneOf.includes(value) ? "yes" : "no"));
  if (nodes.length === 0 && rest.length === 0) return compare(leaf({ kind: "text", value: "" }), "no");
  const operands = [...nodes, ...rest];
  const [only] = operands;
  if (only !== undefined && operands.length === 1) return only;
  return { kind: "operation", label: fact.label, operator: join, operands, value: { kind: "truth", value: holds } };
}
