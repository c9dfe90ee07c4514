import { allOf, type Explanation, type Missing, type Subject, type Truth } from "../core/index.js";
import { columnsOfMeasure, judgedMeasures, type MeasureRef, type ResolvedRule } from "../policy/index.js";
import { type Conditions, conditionNodes, conditionsOf } from "./applies.js";
import type { FactLookup } from "./fact-lookup.js";
import type { Finding, FindingCode } from "./finding.js";
import { judge } from "./judge.js";
import { together } from "./judge-bounds.js";
import { type Judgement, NOTHING_MISSING } from "./judgement.js";
import { truthNode } from "./measured-fact.js";
import { type PreparedRule, prepareRule, type RuleQuery, type RuleSubject } from "./prepare-rule.js";
import { verdictOf, verdictTerm } from "./verdict.js";

/** A finding with the way to it: the root is the operator `verdict` of (applies, kept). */
export interface ExplainedFinding {
  readonly finding: Finding;
  readonly explanation: Explanation;
}

/**
 * 判定. Holds one rule against one subject on one day, from the facts handed over; every verdict of the library is made here.
 *
 * `not-applicable` when the rule is not in force, not due, of another jurisdiction, or its conditions do not hold; `undetermined`, with what
 * is missing, when a condition, a fact or a figure is unknown; else `satisfied` or `violated`. A rule whose measure nobody hands over is
 * `undetermined` with the code `not-evaluated`. Which of two rules overrides the other is for whoever lists the rules in force
 * (`rulesInForce`). Throws `invalid-date` when `on` is no day; facts never throw.
 *
 * @example
 * ```ts
 * import type { ResolvedRule } from "school-groups/policy";
 * import { evaluateRule } from "school-groups/rules";
 *
 * const rule: ResolvedRule = {
 *   id: "charter",
 *   kind: "presence",
 *   what: { measure: "governance-item", of: "charter" },
 *   label: { "zh-CN": "集团章程", en: "a charter" },
 *   topic: "governance",
 *   modality: "should",
 *   force: "guidance",
 *   citations: [{ source: "example", clause: "S3" }],
 *   appliesTo: { subject: "group" },
 *   pack: "example",
 * };
 * const label = { "zh-CN": "集团章程", en: "a charter" };
 * const subject = { kind: "group", id: "g1" } as const;
 * const query = { rule, policy: { packs: [], parameters: [] }, subject, on: "2024-12-31" };
 * evaluateRule({ ...query, facts: () => ({ kind: "truth", label, value: "yes" }) }).verdict; // => "satisfied"
 * evaluateRule({ ...query, facts: () => ({ kind: "truth", label, value: "unknown" }) }).verdict; // => "undetermined"
 * ```
 */
export function evaluateRule(query: RuleQuery): Finding {
  return evaluatePrepared(prepareRule(query), query);
}

/**
 * 判定及其过程. The same as `evaluateRule`, with the tree of the verdict: each figure, each limit with its basis, each comparison.
 *
 * @example
 * ```ts
 * import { resolvePolicies } from "school-groups/policy";
 * import { cn } from "school-groups/packs/cn";
 * import { explainRule } from "school-groups/rules";
 *
 * const policy = resolvePolicies([cn]);
 * const rule = policy.ok ? policy.value.rules.find(({ id }) => id === "cn.size.class.junior") : undefined;
 * if (!policy.ok || rule === undefined) throw new Error("the pack has no such rule");
 * const label = { "zh-CN": "学段", en: "stages" };
 * const { finding, explanation } = explainRule({
 *   rule,
 *   policy: policy.value,
 *   on: "2023-12-31",
 *   subject: { kind: "school", id: "a" },
 *   facts: () => ({ kind: "tokens", label, values: ["primary"] }),
 * });
 * finding.code; // => "condition-not-fulfilled"
 * explanation.kind === "operation" && explanation.operator; // => "verdict"
 * ```
 */
export function explainRule(query: RuleQuery): ExplainedFinding {
  return explainPrepared(prepareRule(query), query);
}

/**
 * Holds a prepared rule against one subject: what `evaluateRule` does, without reading the rule anew.
 *
 * @internal
 */
export function evaluatePrepared(prepared: PreparedRule, subject: RuleSubject): Finding {
  return findingOf(prepared.rule, subject, decide(prepared, subject, false));
}

/**
 * Holds a prepared rule against one subject, with the tree of its verdict: what `explainRule` does, without reading the rule anew.
 *
 * @internal
 */
export function explainPrepared(prepared: PreparedRule, subject: RuleSubject): ExplainedFinding {
  const outcome = decide(prepared, subject, true);
  const finding = findingOf(prepared.rule, subject, outcome);
  return { finding, explanation: verdictNode(prepared.rule, finding, outcome) };
}

/**
 * The same, for lists that count those a rule does not speak to instead of naming each: `undefined` where `evaluatePrepared` gives the code
 * `condition-not-fulfilled`.
 *
 * @internal
 */
export function evaluateFulfilled(prepared: PreparedRule, subject: RuleSubject): Finding | undefined {
  const outcome = decide(prepared, subject, false);
  return outcome.code === "condition-not-fulfilled" ? undefined : findingOf(prepared.rule, subject, outcome);
}

function decide(prepared: PreparedRule, asked: RuleSubject, trace: boolean): Outcome {
  const { rule, standing } = prepared;
  const { facts } = asked;
  const there = asked.standing?.value ?? "yes";
  if (!standing.holds || there === "no") return notApplicable(prepared, asked, undefined, trace);
  if (facts === undefined) return nobodyKnown(prepared, asked, trace);
  const conditions = conditionsOf(rule.appliesTo.where, facts);
  if (conditions.holds === "no") return notApplicable(prepared, asked, facts, trace);
  const judgement = judge(prepared.test, facts, trace);
  if (judgement.kind === "not-handed-over") return notEvaluated(asked, judgement.measure, trace);
  if (judgement.kind === "no-meaning") {
    const nodes = trace ? [...appliesNodes(prepared, asked, facts), truthNode(judgement.label, "no")] : NO_NODES;
    return { ...NOT_FULFILLED, nodes };
  }
  if (conditions.notHandedOver !== undefined) return notEvaluated(asked, conditions.notHandedOver, trace);
  return judged(prepared, asked, conditions, judgement, trace ? appliesNodes(prepared, asked, facts) : NO_NODES);
}

function judged(
  prepared: PreparedRule,
  asked: RuleSubject,
  conditions: Conditions,
  judgement: Extract<Judgement, { readonly kind: "judged" }>,
  nodes: readonly Explanation[],
): Outcome {
  const { operands, meaningful, meaningfulExplanation, explanation } = judgement;
  const forbids = prepared.rule.modality === "must-not";
  const kept = forbids ? negated(judgement.holds) : judgement.holds;
  const before = asked.standing === undefined ? conditions.holds : allOf([asked.standing.value, conditions.holds]);
  const applies = meaningful === undefined ? before : allOf([before, meaningful]);
  const open = applies === "unknown" || (applies === "yes" && kept === "unknown");
  const missing = open ? gathered(asked.standing?.missing, conditions.missing, judgement.missing) : NOTHING_MISSING;
  return {
    applies,
    kept,
    code: codeOf(before, applies, kept, judgement.open),
    operands,
    missing: open && missing.length === 0 ? fallback(judgedMeasures(prepared.rule), asked.subject) : missing,
    nodes: meaningfulExplanation === undefined ? nodes : [...nodes, meaningfulExplanation],
    keptNode: explanation !== undefined && forbids ? notNode(explanation, kept) : explanation,
  };
}

const NO_NODES: readonly never[] = [];

/** Several lists as one; the list itself where it is the only one with something in it. */
function gathered(
  standing: readonly Missing[] | undefined,
  conditions: readonly Missing[],
  judged: readonly Missing[],
): readonly Missing[] {
  const before = standing === undefined || standing.length === 0 ? conditions : standing.concat(conditions);
  return before.length === 0 ? judged : judged.length === 0 ? before : before.concat(judged);
}

function codeOf(before: Truth, applies: Truth, kept: Truth, open: FindingCode | undefined): FindingCode {
  if (applies === "no") return "no-subject";
  if (before === "unknown") return "condition-unknown";
  if (applies === "unknown") return open === "base-unclear" ? open : "facts-missing";
  if (kept === "unknown") return open ?? "facts-missing";
  return kept === "yes" ? "met" : "not-met";
}

function negated(truth: Truth): Truth {
  return truth === "unknown" ? "unknown" : truth === "yes" ? "no" : "yes";
}

function notNode(operand: Explanation, kept: Truth): Explanation {
  return { kind: "operation", operator: "not", operands: [operand], value: { kind: "truth", value: kept } };
}

const NOT_FULFILLED: Outcome = {
  applies: "no",
  kept: "unknown",
  code: "condition-not-fulfilled",
  operands: [],
  missing: NOTHING_MISSING,
  nodes: NO_NODES,
};

/** `facts`: where it is a condition that fails. */
function notApplicable(prepared: PreparedRule, asked: RuleSubject, facts: FactLookup | undefined, trace: boolean): Outcome {
  const code = prepared.standing.code ?? (asked.standing?.value === "no" ? "no-subject" : "condition-not-fulfilled");
  if (code === "condition-not-fulfilled" && !trace) return NOT_FULFILLED;
  return { ...NOT_FULFILLED, code, nodes: trace ? appliesNodes(prepared, asked, facts) : NO_NODES };
}

/** Nobody the rule could speak to is listed, and the list may not be whole. */
function nobodyKnown(prepared: PreparedRule, asked: RuleSubject, trace: boolean): Outcome {
  const nodes = trace ? appliesNodes(prepared, asked, undefined) : NO_NODES;
  const missing = asked.standing?.missing ?? NOTHING_MISSING;
  return { applies: "unknown", kept: "unknown", code: "condition-unknown", operands: [], missing, nodes };
}

function notEvaluated(asked: RuleSubject, measure: MeasureRef, trace: boolean): Outcome {
  const nodes = trace ? [truthNode({ "zh-CN": measure.measure, en: measure.measure }, "unknown")] : NO_NODES;
  const missing = fallback([measure], asked.subject);
  return { applies: "unknown", kept: "unknown", code: "not-evaluated", operands: [], missing, nodes };
}

/** Where a measure is unknown and nobody says what would tell it: the records it is read from. */
function fallback(measures: readonly MeasureRef[], subject: Subject): readonly Missing[] {
  const tables = new Set(measures.flatMap((measure) => columnsOfMeasure(measure).map(({ table }) => table)));
  if (tables.size === 0) return [{ kind: "record", table: "caller", of: measures[0]?.of ?? measures[0]?.measure, subject }];
  return [...tables].map((table) => ({ kind: "record", table, subject }));
}

interface Outcome extends Pick<Finding, "code" | "operands" | "missing"> {
  readonly applies: Truth;
  readonly kept: Truth;
  readonly nodes: readonly Explanation[];
  readonly keptNode?: Explanation | undefined;
}

function findingOf(rule: ResolvedRule, asked: RuleSubject, outcome: Outcome): Finding {
  return {
    rule: rule.id,
    kind: rule.kind,
    topic: rule.topic,
    label: rule.label,
    pack: rule.pack,
    subject: asked.subject,
    verdict: verdictOf(outcome.applies, outcome.kept),
    modality: rule.modality,
    force: rule.force,
    code: outcome.code,
    operands: outcome.operands,
    missing: distinct(outcome.missing),
    citations: rule.citations,
  };
}

function verdictNode(rule: ResolvedRule, { verdict }: Finding, outcome: Outcome): Explanation {
  const applies = together(outcome.nodes, outcome.applies);
  const kept = outcome.keptNode ?? truthNode(rule.label, outcome.kept);
  return {
    kind: "operation",
    label: rule.label,
    operator: "verdict",
    operands: [applies, kept],
    value: { kind: "term", value: verdictTerm(verdict, rule.force) },
  };
}

/** Each entry once; the list itself where it repeats nothing, as most do. */
function distinct(missing: readonly Missing[]): readonly Missing[] {
  for (let position = 1; position < missing.length; position += 1)
    if (stoodBefore(missing, position)) return missing.filter((_, each) => !stoodBefore(missing, each));
  return missing;
}

function stoodBefore(missing: readonly Missing[], position: number): boolean {
  const one = missing[position];
  for (let earlier = 0; earlier < position; earlier += 1) {
    const other = missing[earlier];
    if (one !== undefined && other !== undefined && isSame(one, other)) return true;
  }
  return false;
}

/** Whether two entries ask for the same; texts first, and the rest only where those agree. */
function isSame(one: Missing, other: Missing): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind) return false;
  if (one.kind === "field" && other.kind === "field" && (one.column !== other.column || one.table !== other.table)) return false;
  if (one.kind === "designation" && other.kind === "designation" && one.designation !== other.designation) return false;
  return JSON.stringify(one) === JSON.stringify(other);
}

function appliesNodes({ rule, standing }: PreparedRule, asked: RuleSubject, facts: FactLookup | undefined): readonly Explanation[] {
  const there = asked.standing === undefined ? [] : [truthNode(asked.standing.label, asked.standing.value)];
  return [...standing.nodes(), ...there, ...(facts === undefined ? [] : conditionNodes(rule.appliesTo.where, facts))];
}
