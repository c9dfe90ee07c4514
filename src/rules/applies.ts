import type { CalendarDate, Explanation, Missing, Term, Truth } from "../core/index.js";
import {
  type Condition,
  type FactCondition,
  jurisdictionCovers,
  type MeasureRef,
  type ResolvedPolicy,
  type ResolvedRule,
} from "../policy/index.js";
import { amongNode, featureAmong } from "./evaluate-structure.js";
import type { FactLookup } from "./fact-lookup.js";
import type { FindingCode } from "./finding.js";
import { TRUTH_VALUES, truthNode } from "./measured-fact.js";

/** Whether a rule speaks to anybody on a day and in a district, before any subject is looked at. */
export interface Standing {
  readonly holds: boolean;
  readonly code?: Extract<FindingCode, "not-in-force" | "outside-jurisdiction" | "not-due"> | undefined;
  readonly nodes: () => readonly Explanation[];
}

/** In force, inside the jurisdiction of its pack, due. A district without a code is taken to be where the loaded packs hold. */
export function standingOf(
  rule: ResolvedRule,
  policy: Pick<ResolvedPolicy, "packs">,
  on: CalendarDate,
  code: string | undefined,
): Standing {
  const jurisdiction = policy.packs.find(({ id }) => id === rule.pack)?.jurisdiction;
  const inside = jurisdiction === undefined || code === undefined || jurisdictionCovers(jurisdiction.code, code);
  const begun = rule.from === undefined || rule.from <= on;
  const going = rule.until === undefined || on < rule.until;
  const due = rule.due === undefined || rule.due <= on;
  const nodes = () => {
    const found: Explanation[] = [];
    if (jurisdiction !== undefined && code !== undefined) found.push(truthNode(jurisdiction.label, inside ? "yes" : "no"));
    if (rule.from !== undefined) found.push(dateNode(on, "at-least", rule.from, FROM, begun));
    if (rule.until !== undefined) found.push(dateNode(on, "less-than", rule.until, UNTIL, going));
    if (rule.due !== undefined) found.push(dateNode(on, "at-least", rule.due, DUE, due));
    return found;
  };
  if (!inside) return { holds: false, code: "outside-jurisdiction", nodes };
  if (!begun || !going) return { holds: false, code: "not-in-force", nodes };
  return due ? { holds: true, nodes } : { holds: false, code: "not-due", nodes };
}

const AS_OF: Term = { "zh-CN": "判定日期", en: "day judged" };
const FROM: Term = { "zh-CN": "施行日期", en: "in force from" };
const UNTIL: Term = { "zh-CN": "失效日期", en: "in force until" };
const DUE: Term = { "zh-CN": "目标期限", en: "due day" };

function dateNode(on: CalendarDate, relation: "at-least" | "less-than", limit: CalendarDate, label: Term, holds: boolean): Explanation {
  return {
    kind: "comparison",
    relation,
    left: { kind: "fact", label: AS_OF, value: { kind: "date", value: on } },
    right: { kind: "parameter", id: relation, label, value: { kind: "date", value: limit } },
    holds: holds ? "yes" : "no",
  };
}

/** What the conditions of a rule say of a subject. */
export interface Conditions {
  readonly holds: Truth;
  /** What would settle them; empty once they are settled. */
  readonly missing: readonly Missing[];
  /** A condition that nobody can measure. */
  readonly notHandedOver?: MeasureRef | undefined;
}

const HOLD: Conditions = { holds: "yes", missing: [] };
const FAIL: Conditions = { holds: "no", missing: [] };

/** Whether all conditions hold, in three values; one that surely does not decides, whatever is unknown of the others. */
export function conditionsOf(where: readonly Condition[] | undefined, facts: FactLookup): Conditions {
  let open: Conditions | undefined;
  for (const condition of where ?? []) {
    const one = "anyOf" in condition ? anyCondition(condition.anyOf, facts) : factCondition(condition, facts);
    if (one.holds === "no") return FAIL;
    if (one.holds === "unknown") open = open === undefined ? one : bothOpen(open, one);
  }
  return open ?? HOLD;
}

/**
 * 适用情形. Whether conditions hold of somebody, in three values, from the facts handed over: `no` as soon as one surely does not, `unknown`
 * while one is open or nobody measures it. No conditions hold of everybody.
 *
 * @example
 * ```ts
 * import { conditionsHold } from "school-groups/rules";
 *
 * const where = [{ fact: { measure: "stage" }, oneOf: ["primary"] }] as const;
 * const label = { "zh-CN": "学段", en: "stages" };
 * conditionsHold(where, () => ({ kind: "tokens", label, values: ["junior"] })); // => "no"
 * conditionsHold(where, () => ({ kind: "tokens", label })); // => "unknown"
 * ```
 */
export function conditionsHold(where: readonly Condition[], facts: FactLookup): Truth {
  return conditionsOf(where, facts).holds;
}

function anyCondition(conditions: readonly FactCondition[], facts: FactLookup): Conditions {
  let open: Conditions | undefined;
  for (const condition of conditions) {
    const one = factCondition(condition, facts);
    if (one.holds === "yes") return HOLD;
    if (one.holds === "unknown") open = open === undefined ? one : bothOpen(open, one);
  }
  return open ?? FAIL;
}

function bothOpen(first: Conditions, second: Conditions): Conditions {
  const missing = first.missing.concat(second.missing);
  return { holds: "unknown", missing, notHandedOver: first.notHandedOver ?? second.notHandedOver };
}

function factCondition({ fact: ref, oneOf }: FactCondition, facts: FactLookup): Conditions {
  const fact = facts(ref);
  if (fact === undefined) return { holds: "unknown", missing: [], notHandedOver: ref };
  if (fact.kind === "none") return FAIL;
  const holds = featureAmong(fact, oneOf, "any-of");
  if (holds !== "unknown") return holds === "yes" ? HOLD : FAIL;
  return { holds, missing: fact.missing ?? [] };
}

/** Every condition of a rule as a node of an explanation. */
export function conditionNodes(where: readonly Condition[] | undefined, facts: FactLookup): readonly Explanation[] {
  return (where ?? []).map((condition): Explanation => {
    if (!("anyOf" in condition)) return factNode(condition, facts);
    const operands = condition.anyOf.map((one) => factNode(one, facts));
    return { kind: "operation", operator: "any-of", operands, value: TRUTH_VALUES[anyCondition(condition.anyOf, facts).holds] };
  });
}

function factNode({ fact: ref, oneOf }: FactCondition, facts: FactLookup): Explanation {
  const fact = facts(ref);
  if (fact === undefined) return truthNode({ "zh-CN": ref.measure, en: ref.measure }, "unknown");
  return fact.kind === "none" ? truthNode(fact.label, "no") : amongNode(fact, { feature: ref, oneOf }, "any-of");
}
