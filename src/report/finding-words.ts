import { columnOf, type District, tableOf } from "../domain/index.js";
import type { DescribeFindingOptions } from "../messages/index.js";
import { policyLabel, type ResolvedPolicy } from "../policy/index.js";
import { ownLabel } from "./own-labels.js";

/** What puts words in place of the ids of a finding. */
export type FindingWords = Required<Pick<DescribeFindingOptions, "nameOf" | "headerOf" | "labelOf">>;

/**
 * 结论用语. The words for what findings name by id: schools and groups by their names in the district, tables and columns by their official headers,
 * parameters, rules, governance items and designations by the words of the packs. For findings that are told outside a report; an id nobody names stays.
 *
 * @example
 * ```ts
 * import { checkCompliance, describeFinding, findingWords, resolvePolicies } from "school-groups";
 * import { zhCN } from "school-groups/messages/zh-CN";
 * import { baota } from "school-groups/packs/cn-610602-baota";
 *
 * const policy = resolvePolicies([baota]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const memberships = [{ school: "a", role: "lead" }] as const;
 * const groups = [{ id: "g", name: "甲小学教育集团", complete: true, memberships }] as const;
 * const district = { format: "school-groups.district.v1", code: "610602", schools: [{ id: "a", name: "甲小学" }], groups } as const;
 * const checked = checkCompliance(district, { policy: policy.value, asOf: "2023-12-31" });
 * const plan = checked.ok ? checked.value.findings.find(({ rule }) => rule === "baota.group-plan") : undefined;
 * plan && describeFinding(plan, { catalog: zhCN, ...findingWords(policy.value, district) });
 * // => "集团“甲小学教育集团”：一集团一规划（三年行动规划），无法判定，数据不全。为此，需补充集团“甲小学教育集团”的“三年行动规划（一集团一规划）”集团治理记录。"
 * ```
 */
export function findingWords(policy: ResolvedPolicy, district: Pick<District, "code" | "name" | "schools" | "groups">): FindingWords {
  const schools = new Map(district.schools.map(({ id, name }) => [id, name]));
  const groups = new Map(district.groups.map(({ id, name }) => [id, name]));
  return {
    nameOf: ({ kind, id }) => {
      if (kind === "district") return district.name ?? district.code;
      return kind === "group" ? groups.get(id) : schools.get(id);
    },
    headerOf: (table, column) => (column === undefined ? tableOf(table)?.label : columnOf(table, column)?.label),
    labelOf: (id, kind) => ownLabel(id, kind) ?? policyLabel(policy, id, kind),
  };
}
