import { compareFractions, fraction, type IssuePath, parseFraction, type Unit } from "../core/index.js";
import { type PolicyIssue, policyIssue } from "./issues.js";
import type { PolicyPack } from "./policy-pack.js";
import type { ResolvedPolicy, ResolvedRule } from "./resolved-policy.js";
import type { RulePlace } from "./rule-conflicts.js";
import { boundsOf, parametersOf, type Reference } from "./rule-references.js";

/** What a limit is held against: a share (0 to 1), a count of things, or a number that may be anything. */
type LimitKind = "share" | "count" | "any";

interface Limit extends Reference {
  readonly kind: LimitKind;
}

/**
 * Limits that no figure of the judged kind can meet or miss in earnest: a share above 1 (85 for 85 %) or below 0, a negative count, a share set
 * against a count, and rules that state no limit at all. Values are named where they stand, in the pack or in the overlay that set them.
 */
export function limitFaults(packs: readonly PolicyPack[], policy: ResolvedPolicy, places: RulePlace): readonly PolicyIssue[] {
  const units = new Map(policy.parameters.map(({ id, unit }) => [id, unit]));
  const shares = new Set<string>();
  const free = new Set<string>();
  const issues: PolicyIssue[] = [];
  for (const rule of policy.rules) {
    issues.push(...withoutBounds(rule, places));
    for (const limit of limitsOf(rule)) {
      if (limit.kind === "share") shares.add(limit.id);
      if (limit.kind === "any") free.add(limit.id);
      issues.push(...unitFaults(rule, limit, units.get(limit.id), places));
    }
  }
  for (const { dimensions } of policy.evaluations) for (const { weight } of dimensions) if (weight !== undefined) shares.add(weight);
  const isOutside = (id: string, text: string): boolean => {
    const value = parseFraction(text);
    if (value === undefined || (free.has(id) && !shares.has(id))) return false;
    return compareFractions(value, ZERO) < 0 || (shares.has(id) && units.get(id) === "ratio" && compareFractions(value, ONE) > 0);
  };
  const outside = (id: string, values: readonly { readonly value: string }[], path: IssuePath): readonly PolicyIssue[] =>
    values.flatMap(({ value }, at) =>
      isOutside(id, value)
        ? [policyIssue("figure-out-of-range", [...path, at, "value"], { id, value, most: shares.has(id) ? "1" : "" })]
        : [],
    );
  packs.forEach((pack, packAt) => {
    pack.parameters?.forEach(({ id, values }, at) => {
      issues.push(...outside(id, values, [packAt, "parameters", at, "values"]));
    });
    pack.sets?.forEach(({ parameter, values }, at) => {
      issues.push(...outside(parameter, values, [packAt, "sets", at, "values"]));
    });
  });
  return issues;
}

const ZERO = /* @__PURE__ */ fraction(0n);
const ONE = /* @__PURE__ */ fraction(1n);

function limitsOf(rule: ResolvedRule): readonly Limit[] {
  return parametersOf(rule).map((named) => ({ ...named, kind: kindOf(rule, named.path[0]) }));
}

function kindOf(rule: ResolvedRule, field: string | number | undefined): LimitKind {
  if (rule.kind === "at-least-of") return field === "restAtLeast" ? "share" : field === "atLeast" ? "count" : "any";
  if (field !== "bounds") return "count";
  if (rule.kind === "count") return "count";
  return rule.kind === "range" ? "any" : "share";
}

/** A share against a count, or the other way round: one of the two is not what its author means. */
function unitFaults(rule: ResolvedRule, limit: Limit, unit: Unit | undefined, places: RulePlace): readonly PolicyIssue[] {
  if (unit === undefined || limit.kind === "any" || (limit.kind === "share") === (unit === "ratio")) return [];
  const path = [...(places.get(rule.id) ?? []), ...limit.path];
  const params = { id: limit.id, by: rule.id, pack: rule.pack, of: limit.kind };
  return [policyIssue("limit-of-another-unit", path, params, { kind: "rule", id: rule.id })];
}

function withoutBounds(rule: ResolvedRule, places: RulePlace): readonly PolicyIssue[] {
  const bounds = boundsOf(rule);
  if (bounds === undefined || Object.values(bounds).some((id) => id !== undefined)) return [];
  const path = [...(places.get(rule.id) ?? []), "bounds"];
  return [policyIssue("rule-without-limit", path, { id: rule.id, pack: rule.pack }, { kind: "rule", id: rule.id })];
}
