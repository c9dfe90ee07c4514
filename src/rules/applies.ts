import { anyOf, type CalendarDate, type Explanation, type Missing, type Term, type Truth } from "../core/index.js";
import {
  type Condition,
  type FactCondition,
  jurisdictionCovers,
  type MeasureRef,
  type ResolvedPolicy,
  type ResolvedRule,
} from "../policy/index.js";
import { amongNode, featureAmong } from "./evaluate-structure.js";
import type { Fact } from "./fact.js";
import type { FactLookup } from "./fact-lookup.js";
import type { FindingCode } from "./finding.js";
import { truthNode } from "./measured-fact.js";

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
  readonly missing: readonly Missing[];
  /** A condition that nobody can measure. */
  readonly notHandedOver?: MeasureRef | undefined;
  readonly nodes: readonly Explanation[];
}

const NO_CONDITIONS: Conditions = { holds: "yes", missing: [], nodes: [] };

/** Whether all conditions hold, in three values; one that surely does not decides, whatever is unknown of the others. */
export function conditionsOf(where: readonly Condition[] | undefined, facts: FactLookup, trace: boolean): Conditions {
  if (where === undefined || where.length === 0) return NO_CONDITIONS;
  const found: Conditions[] = [];
  let holds: Truth = "yes";
  for (const condition of where) {
    const one = "anyOf" in condition ? anyCondition(condition.anyOf, facts, trace) : factCondition(condition, facts, trace);
    // Without a trace nobody asks for the others.
    if (one.holds === "no" && !trace) return one;
    if (one.holds === "no" || (one.holds === "unknown" && holds === "yes")) holds = one.holds;
    found.push(one);
  }
  const [only] = found;
  if (holds === "yes" && !trace) return HOLDS;
  return only !== undefined && found.length === 1 ? only : joined(found, holds);
}

function anyCondition(conditions: readonly FactCondition[], facts: FactLookup, trace: boolean): Conditions {
  const found: Conditions[] = [];
  for (const condition of conditions) {
    const one = factCondition(condition, facts, trace);
    if (one.holds === "yes" && !trace) return one;
    found.push(one);
  }
  const holds = anyOf(found.map((one) => one.holds));
  const together = joined(found, holds);
  if (!trace) return together;
  const operands = found.flatMap(({ nodes }) => nodes);
  return { ...together, nodes: [{ kind: "operation", operator: "any-of", operands, value: { kind: "truth", value: holds } }] };
}

function joined(found: readonly Conditions[], holds: Truth): Conditions {
  const nodes: Explanation[] = [];
  const missing: Missing[] = [];
  let notHandedOver: MeasureRef | undefined;
  for (const one of found) {
    nodes.push(...one.nodes);
    if (holds !== "unknown" || one.holds !== "unknown") continue;
    missing.push(...one.missing);
    notHandedOver ??= one.notHandedOver;
  }
  return notHandedOver === undefined ? { holds, missing, nodes } : { holds, missing, notHandedOver, nodes };
}

const NOTHING: readonly never[] = [];
const HOLDS: Conditions = { holds: "yes", missing: NOTHING, nodes: NOTHING };
const FAILS: Conditions = { holds: "no", missing: NOTHING, nodes: NOTHING };

function factCondition(condition: FactCondition, facts: FactLookup, trace: boolean): Conditions {
  const fact = facts(condition.fact);
  if (fact === undefined) {
    const label = { "zh-CN": condition.fact.measure, en: condition.fact.measure };
    return { holds: "unknown", missing: [], notHandedOver: condition.fact, nodes: trace ? [truthNode(label, "unknown")] : [] };
  }
  if (fact.kind === "none") return trace ? { ...FAILS, nodes: [truthNode(fact.label, "no")] } : FAILS;
  const holds = featureAmong(fact, condition.oneOf, "any-of");
  if (!trace && holds !== "unknown") return holds === "yes" ? HOLDS : FAILS;
  const missing = holds === "unknown" ? missingOf(fact) : [];
  return { holds, missing, nodes: trace ? [amongNode(fact, { feature: condition.fact, oneOf: condition.oneOf }, "any-of")] : [] };
}

function missingOf(fact: Exclude<Fact, { readonly kind: "none" }>): readonly Missing[] {
  return fact.missing ?? [];
}
