import {
  allOf,
  type ExactText,
  type ExplainedValue,
  type Explanation,
  type Missing,
  multiplyFractions,
  parseFraction,
  type Truth,
  toExactText,
} from "../core/index.js";
import type { AtLeastOfRule } from "../policy/index.js";
import { holdsAgainst } from "./compare-exact.js";
import type { Fact } from "./fact.js";
import type { FactLookup } from "./fact-lookup.js";
import type { FindingOperand } from "./finding.js";
import { explainedNumber, numberNode, thresholdNode, thresholdOperand, together } from "./judge-bounds.js";
import { type Judgement, notHandedOver, type Thresholds } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";
import type { Threshold } from "./threshold.js";

/** At least so many of several thresholds are reached. */
export interface AtLeastOfTest {
  readonly kind: "at-least-of";
  readonly items: readonly (Pick<AtLeastOfRule["items"][number], "label" | "value"> & { readonly threshold: Threshold })[];
  readonly needed: Threshold;
  /** The share of its own threshold that every item reaches. */
  readonly floor: Threshold | undefined;
}

/** What a rule on several thresholds asks. */
export function atLeastOfTest(
  rule: Pick<AtLeastOfRule, "kind" | "items" | "atLeast" | "restAtLeast">,
  thresholds: Thresholds,
): AtLeastOfTest {
  const items = rule.items.map(({ label, value, threshold }) => ({ label, value, threshold: thresholds(threshold) }));
  const floor = rule.restAtLeast === undefined ? undefined : thresholds(rule.restAtLeast);
  return { kind: rule.kind, items, needed: thresholds(rule.atLeast), floor };
}

/**
 * 多项达标. At least so many of several thresholds are reached, and every item reaches the stated share of its own (national N2: at least 6 of
 * 7, the remaining one at 85 % or more).
 */
export function judgeAtLeastOf(test: AtLeastOfTest, facts: FactLookup, trace: boolean): Judgement {
  const { needed, floor } = test;
  const items: Item[] = [];
  for (const { value, threshold, label } of test.items) {
    const fact = facts(value);
    if (fact === undefined) return notHandedOver(value);
    if (fact.kind !== "number") return { kind: "no-meaning", label: fact.label };
    items.push(judgeItem({ label, fact }, threshold));
  }
  const met = enoughMet(items, needed);
  const rest = floor === undefined ? [] : items.map((item, position) => restOf(item, floor, position));
  const holds = allOf([met.holds, ...rest.map((part) => part.holds)]);
  const missing = holds === "unknown" ? missingOf(items, rest, needed, floor) : [];
  return {
    kind: "judged",
    holds,
    operands: [
      met.operand,
      thresholdOperand(needed, "at-least"),
      ...items.flatMap(operandsOf),
      ...(floor === undefined ? [] : [thresholdOperand(floor, "rest-at-least")]),
      ...rest.flatMap((part) => (part.holds === "no" ? part.operands : [])),
    ],
    missing,
    ...(holds === "unknown" ? { open: missing.some(({ kind }) => kind === "threshold") ? "threshold-missing" : "facts-missing" } : {}),
    ...(trace ? { explanation: together([met.node(), ...rest.map((part) => part.node())], holds) } : {}),
  };
}

interface Item {
  readonly label: AtLeastOfRule["items"][number]["label"];
  readonly fact: Extract<Fact, { readonly kind: "number" }>;
  readonly threshold: Threshold;
  readonly holds: Truth;
}

interface Part {
  readonly holds: Truth;
  readonly node: () => Explanation;
}

function judgeItem(item: Pick<Item, "label" | "fact">, threshold: Threshold): Item {
  return { ...item, threshold, holds: against(item.fact, threshold.value) };
}

function against(fact: Item["fact"], limit: ExactText | undefined): Truth {
  const { interval } = measuredFact(fact);
  return interval === undefined || limit === undefined ? "unknown" : holdsAgainst(interval, "at-least", limit);
}

function itemNode({ label, fact, threshold, holds }: Item): Explanation {
  return {
    kind: "comparison",
    label,
    relation: "at-least",
    left: numberNode(measuredFact(fact)),
    right: thresholdNode(threshold),
    holds,
  };
}

/** How many items reach their threshold: those that do, and those that may. */
function enoughMet(items: readonly Item[], needed: Threshold): Part & { readonly operand: FindingOperand } {
  const certain = items.filter((item) => item.holds === "yes").length;
  const possible = items.filter((item) => item.holds === "unknown").length;
  const count = { low: String(certain), high: String(certain + possible) };
  const value = explainedNumber(count, "items");
  const label = { "zh-CN": "达标项数", en: "items reached" };
  const holds = needed.value === undefined ? "unknown" : holdsAgainst(count, "at-least", needed.value);
  const node = (): Explanation => ({
    kind: "comparison",
    relation: "at-least",
    left: { kind: "operation", label, operator: "count", operands: items.map(itemNode), value },
    right: thresholdNode(needed),
    holds,
  });
  return { holds, node, operand: { id: "value", label, value } };
}

/** Whether an item reaches the share of its threshold that even the items not met must reach. */
function restOf(item: Item, floor: Threshold, position: number): Part & { readonly operands: readonly FindingOperand[] } {
  const whole = item.threshold.value === undefined ? undefined : parseFraction(item.threshold.value);
  const share = floor.value === undefined ? undefined : parseFraction(floor.value);
  const limit = whole === undefined || share === undefined ? undefined : toExactText(multiplyFractions(whole, share));
  const holds = against(item.fact, limit);
  const least: ExplainedValue = limit === undefined ? { kind: "unknown" } : { kind: "exact", value: limit, unit: item.threshold.unit };
  const node = (): Explanation => ({
    kind: "comparison",
    label: item.label,
    relation: "at-least",
    left: numberNode(measuredFact(item.fact)),
    right: {
      kind: "operation",
      operator: "product",
      operands: [thresholdNode(item.threshold), thresholdNode(floor)],
      value: least,
    },
    holds,
  });
  const shown = explainedNumber(measuredFact(item.fact).interval, item.fact.unit);
  const operands = [
    { id: `short-${position + 1}`, label: item.label, value: shown },
    { id: `short-limit-${position + 1}`, label: floor.label, value: least },
  ];
  return { holds, node, operands };
}

function operandsOf(item: Item, position: number): readonly FindingOperand[] {
  const shown = explainedNumber(measuredFact(item.fact).interval, item.fact.unit);
  return [{ id: `item-${position + 1}`, label: item.label, value: shown }, thresholdOperand(item.threshold, `threshold-${position + 1}`)];
}

function missingOf(items: readonly Item[], rest: readonly Part[], needed: Threshold, floor: Threshold | undefined): readonly Missing[] {
  const missing: Missing[] = [];
  for (const threshold of [needed, ...(floor === undefined ? [] : [floor])])
    if (threshold.value === undefined) missing.push(threshold.missing);
  for (const [position, item] of items.entries()) {
    if (item.holds !== "unknown" && rest[position]?.holds !== "unknown") continue;
    if (item.threshold.value === undefined) missing.push(item.threshold.missing);
    missing.push(...(item.fact.missing ?? []));
  }
  return missing;
}
