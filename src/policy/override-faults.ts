import { type PolicyIssue, policyIssue } from "./issues.js";
import type { ResolvedPolicy, ResolvedRule } from "./resolved-policy.js";
import type { Rule } from "./rule.js";
import type { RulePlace } from "./rule-conflicts.js";

/**
 * Whether a rule that names another in `overrides` can take its place: not when it binds less (may, encouraged), nor when it speaks to fewer of
 * the same subjects, since those it leaves out would then have no rule at all. Rules about different subjects are the author's to compare.
 */
export function takesPlace(by: Rule, of: Rule): boolean {
  if (onlyAdvises(by) && !onlyAdvises(of)) return false;
  if (by.appliesTo.subject !== of.appliesTo.subject) return true;
  const known = new Set((of.appliesTo.where ?? []).map((condition) => JSON.stringify(condition)));
  return (by.appliesTo.where ?? []).every((condition) => known.has(JSON.stringify(condition)));
}

function onlyAdvises({ modality }: Rule): boolean {
  return modality === "may" || modality === "encouraged";
}

/** Rules that override one another in a circle, so that none would be left, and those that cannot take the place they claim. */
export function overrideFaults(policy: ResolvedPolicy, places: RulePlace): readonly PolicyIssue[] {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  return policy.rules.flatMap((rule) =>
    (rule.overrides ?? []).flatMap((id): readonly PolicyIssue[] => {
      const other = rules.get(id);
      if (other === undefined) return [];
      const code = leadsBack(rule.id, other, rules) ? "overrides-in-circle" : takesPlace(rule, other) ? undefined : "override-too-narrow";
      if (code === undefined) return [];
      const path = [...(places.get(rule.id) ?? []), "overrides"];
      return [policyIssue(code, path, { id, by: rule.id, pack: rule.pack }, { kind: "rule", id: rule.id })];
    }),
  );
}

function leadsBack(start: string, from: ResolvedRule, rules: ReadonlyMap<string, ResolvedRule>): boolean {
  const seen = new Set<string>();
  const open: ResolvedRule[] = [from];
  for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
    if (rule.id === start) return true;
    if (seen.has(rule.id)) continue;
    seen.add(rule.id);
    for (const id of rule.overrides ?? []) {
      const next = rules.get(id);
      if (next !== undefined) open.push(next);
    }
  }
  return false;
}
