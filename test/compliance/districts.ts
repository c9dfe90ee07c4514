import type { District, Group, School } from "../../src/domain/index.js";
import { type PolicyPack, type ResolvedPolicy, type Rule, resolvePolicies } from "../../src/policy/index.js";

/** A pack of the test's own: no value of a published pack comes in. */
export function packOf(rules: readonly Rule[], figures: Readonly<Record<string, string>> = {}): PolicyPack {
  const label = { "zh-CN": "测试", en: "test" };
  const citations = [{ source: "s", clause: "1" }] as const;
  const counts = new Set(
    rules.flatMap((each) => (each.kind === "count" ? Object.values(each.bounds) : each.kind === "at-least-of" ? [each.atLeast] : [])),
  );
  return {
    format: "school-groups.policy-pack.v1",
    id: "test",
    version: "1",
    label,
    jurisdiction: { code: "610000", label },
    sources: [{ id: "s", title: label, force: "binding" }],
    parameters: Object.entries(figures).map(([id, value]) => ({
      id,
      label: { "zh-CN": id, en: id },
      unit: counts.has(id) ? ("schools" as const) : ("ratio" as const),
      values: [{ value, basis: { kind: "policy", citations } as const }],
    })),
    rules,
    governanceItems: [
      { id: "charter", kind: "document", label: { "zh-CN": "集团章程", en: "charter" }, citations },
      { id: "council", kind: "body", label: { "zh-CN": "理事会", en: "council" }, citations },
    ],
  };
}

export function policyOf(rules: readonly Rule[], figures: Readonly<Record<string, string>> = {}): ResolvedPolicy {
  const resolved = resolvePolicies([packOf(rules, figures)]);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
}

export function district(change: Partial<District> = {}): District {
  return { format: "school-groups.district.v1", code: "610602", schools: [], groups: [], ...change };
}

export function school(id: string, change: Partial<School> = {}): School {
  return { id, name: `学校${id}`, ...change };
}

export function group(id: string, members: Readonly<Record<string, "lead" | "member">>, change: Partial<Group> = {}): Group {
  return { id, memberships: Object.entries(members).map(([one, role]) => ({ school: one, role })), ...change };
}

const BASE = {
  label: { "zh-CN": "规则", en: "rule" },
  topic: "governance",
  citations: [{ source: "s", clause: "1" }],
  modality: "must",
} as const;

/** A rule by its id and its own fields. */
export function rule(id: string, own: object): Rule {
  return { ...BASE, id, appliesTo: { subject: "group" }, ...own } as unknown as Rule;
}
