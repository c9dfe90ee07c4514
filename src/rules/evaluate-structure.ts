import type { ExplainedValue, Explanation, Term, Truth } from "../core/index.js";
import type { MeasureRef, StructureRule } from "../policy/index.js";
import { compareExact, isPoint } from "./compare-exact.js";
import type { Fact } from "./fact.js";
import type { FactLookup } from "./fact-lookup.js";
import { explainedNumber, numberNode } from "./judge-bounds.js";
import { type Judgement, NOTHING_MISSING, notHandedOver } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";
import { shownTokens, type Words } from "./shown-words.js";

/** A feature of the subject is one of the allowed ones, or with `any-of` at least one of its values is among those named. */
export interface StructureTest extends Pick<StructureRule, "kind" | "feature" | "oneOf"> {
  readonly join: "any-of" | "all-of";
}

/** What a rule on structure asks: that every value is allowed; with `must-not`, whether at least one is among those named. */
export function structureTest({
  kind,
  feature,
  oneOf,
  modality,
}: Pick<StructureRule, "kind" | "feature" | "oneOf" | "modality">): StructureTest {
  return { kind, feature, oneOf, join: modality === "must-not" ? "any-of" : "all-of" };
}

/** 结构. Whether a feature of one subject is one of the allowed ones. */
export function judgeStructure(test: StructureTest, facts: FactLookup, trace: boolean): Judgement {
  const { feature, oneOf, join } = test;
  const fact = facts(feature);
  if (fact === undefined) return notHandedOver(feature);
  if (fact.kind === "none") return { kind: "no-meaning", label: fact.label };
  const holds = featureAmong(fact, oneOf, join);
  const words = wordsOfFact(fact, feature);
  return {
    kind: "judged",
    holds,
    operands: [
      { id: "value", label: fact.label, value: shownFeature(fact, words) },
      { id: "one-of", label: ALLOWED[join], value: shownTokens(oneOf, words) },
    ],
    missing: (holds === "unknown" ? fact.missing : undefined) ?? NOTHING_MISSING,
    open: holds === "unknown" ? "facts-missing" : undefined,
    explanation: trace ? amongNode(fact, test, join) : undefined,
  };
}

const ALLOWED: Readonly<Record<"any-of" | "all-of", Term>> = {
  "all-of": { "zh-CN": "允许的取值", en: "allowed values" },
  "any-of": { "zh-CN": "所列取值", en: "listed values" },
};

type Known = Exclude<Fact, { readonly kind: "none" }>;

/** Whether a feature's values are among the ones named: all of them, or at least one. */
export function featureAmong(fact: Known, oneOf: readonly string[], join: "any-of" | "all-of"): Truth {
  if (fact.kind === "number") return numberAmong(fact, oneOf);
  if (fact.kind === "truth") return fact.value === "unknown" ? "unknown" : oneOf.includes(fact.value) ? "yes" : "no";
  if (fact.values === undefined) return "unknown";
  const open = fact.open === true;
  if (fact.values.length === 0) return open ? "unknown" : "no";
  // A loop: this runs for every school and condition, and a function made here each time would not stay compiled.
  const decisive = join === "any-of";
  let doubtful = open;
  for (const value of fact.values) {
    const among = tokenAmong(value, fact.strange, oneOf);
    if (among === "unknown") doubtful = true;
    else if ((among === "yes") === decisive) return among;
  }
  return doubtful ? "unknown" : decisive ? "no" : "yes";
}

function tokenAmong(value: string, strange: readonly string[] | undefined, oneOf: readonly string[]): Truth {
  if (oneOf.includes(value)) return "yes";
  return strange?.includes(value) === true ? "unknown" : "no";
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
  return { measure: feature.measure, own: fact.kind === "tokens" ? fact.words : undefined };
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
  const strange = fact.kind === "tokens" ? fact.strange : undefined;
  if (fact.kind === "number") return compare(numberNode(measuredFact(fact)), holds);
  const rest = values === undefined || isOpen(fact) ? [compare(leaf({ kind: "unknown" }), "unknown")] : [];
  const nodes = (values ?? []).map((value) => compare(leaf(shownTokens([value], words)), tokenAmong(value, strange, oneOf)));
  if (nodes.length === 0 && rest.length === 0) return compare(leaf({ kind: "text", value: "" }), "no");
  const operands = [...nodes, ...rest];
  const [only] = operands;
  if (only !== undefined && operands.length === 1) return only;
  return { kind: "operation", label: fact.label, operator: join, operands, value: { kind: "truth", value: holds } };
}
