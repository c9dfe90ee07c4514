import type { Missing, Term } from "../core/index.js";
import type { ResolvedPolicy } from "./resolved-policy.js";

/**
 * What a policy calls one of its own: a rule, parameter, governance item, form, exchange kind or framework, or a framework's item by
 * `"<framework>/<item>"`. Where a rule and a parameter bear one id, `what` says which is meant: `"threshold"` the parameter, else the rule.
 * `undefined` for an id it does not have.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { policyLabel, resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([cn]);
 * policy.ok && policyLabel(policy.value, "cn.size.class.junior")?.["zh-CN"]; // => "初中班额不超过50人"
 * policy.ok && policyLabel(policy.value, "cn.size.class.junior", "threshold")?.["zh-CN"]; // => "初中班额上限"
 * ```
 */
export function policyLabel(policy: ResolvedPolicy, id: string, what?: Missing["kind"]): Term | undefined {
  const first = what === "threshold" ? [policy.parameters, policy.rules] : [policy.rules, policy.parameters];
  const lists = [...first, policy.governanceItems, policy.forms, policy.exchangeKinds, policy.frameworks];
  for (const list of lists) {
    const found = (list as readonly { readonly id: string; readonly label: Term }[]).find((one) => one.id === id);
    if (found !== undefined) return found.label;
  }
  for (const framework of policy.frameworks) {
    const item = framework.items.find((one) => `${framework.id}/${one.id}` === id);
    if (item !== undefined) return item.label;
  }
  return undefined;
}
