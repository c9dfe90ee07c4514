import type { Bounds, PresenceRule, ResolvedPolicy, ResolvedRule, Rule, RuleBase } from "../../src/policy/index.js";
import { evaluateRule, type Fact, type Finding, type RuleQuery } from "../../src/rules/index.js";

const BASE: RuleBase = {
  id: "r",
  label: { "zh-CN": "规则", en: "rule" },
  topic: "governance",
  citations: [{ source: "s", clause: "1" }],
  modality: "must",
  appliesTo: { subject: "group" },
};

/** A kind with its own fields; the rest is the same for all. */
export type Own<Kind extends Rule> = Kind extends Rule ? Omit<Kind, keyof RuleBase> & Partial<RuleBase> : never;

export function ruleOf(own: Own<Rule>, resolved: Partial<Pick<ResolvedRule, "force" | "pack">> = {}): ResolvedRule {
  return { ...BASE, force: "binding", pack: "p", ...own, ...resolved } as ResolvedRule;
}

export const presence: Own<PresenceRule> = { kind: "presence", what: { measure: "governance-item", of: "charter" } };

const label = { "zh-CN": "事实", en: "fact" };

/** Parameters by id; `undefined`: the source gives no figure. */
export function policyOf(values: Readonly<Record<string, string | undefined>> = {}, jurisdiction = "000000"): ResolvedPolicy {
  const parameters = Object.entries(values).map(([id, value]) => ({
    id,
    label: { "zh-CN": id, en: id },
    unit: "ratio" as const,
    values: value === undefined ? [] : [{ value, basis: { kind: "caller" } as const }],
    pack: "p",
  }));
  return {
    packs: [{ id: "p", version: "1", label, jurisdiction: { code: jurisdiction, label: { "zh-CN": "某地", en: "somewhere" } } }],
    sources: [],
    parameters,
    rules: [],
    frameworks: [],
    evaluations: [],
    forms: [],
    governanceItems: [],
    exchangeKinds: [],
    statements: [],
  };
}

export function yesNo(value: "yes" | "no" | "unknown"): Fact {
  return value === "unknown"
    ? { kind: "truth", label, value, missing: [{ kind: "record", table: "governance" }] }
    : { kind: "truth", label, value };
}

/** A number known exactly, between two ends, or (no `high`) from below only. */
export function between(low: string, high?: string): Fact {
  const open = low === high ? {} : { missing: [{ kind: "record", table: "headcounts" } as const] };
  return { kind: "number", label, low, ...(high === undefined ? {} : { high }), unit: "pupils", ...open };
}

export function exactly(value: string): Fact {
  return between(value, value);
}

export function words(...values: readonly string[]): Fact {
  return { kind: "tokens", label, values };
}

export const unknownWords: Fact = { kind: "tokens", label, missing: [{ kind: "field", table: "schools", column: "stages" }] };
export const meaningless: Fact = { kind: "none", label };

export const subject = { kind: "group", id: "g" } as const;

/** Facts by measure, or by `measure/of`. */
export function handed(facts: Readonly<Record<string, Fact>>): RuleQuery["facts"] {
  return ({ measure, of }) => facts[`${measure}/${of}`] ?? facts[measure];
}

export interface Case {
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly figures?: Readonly<Record<string, string | undefined>>;
  readonly on?: string;
  readonly code?: string;
  readonly jurisdiction?: string;
  readonly force?: ResolvedRule["force"];
  readonly standing?: RuleQuery["standing"];
}

export function queryOf(own: Own<Rule>, given: Case): RuleQuery {
  const { facts = {}, figures = {}, on = "2023-12-31", code, jurisdiction, force = "binding", standing } = given;
  return {
    rule: ruleOf(own, { force }),
    policy: policyOf(figures, jurisdiction),
    subject,
    on,
    facts: handed(facts),
    ...(code === undefined ? {} : { code }),
    ...(standing === undefined ? {} : { standing }),
  };
}

export function findingOf(own: Own<Rule>, given: Case): Finding {
  return evaluateRule(queryOf(own, given));
}

/** `verdict code`, as a table of cases is read. */
export function verdictOf(own: Own<Rule>, given: Case): string {
  const { verdict, code } = findingOf(own, given);
  return `${verdict} ${code}`;
}

export const atLeast = { atLeast: "t" } satisfies Bounds;
