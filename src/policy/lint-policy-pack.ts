import { type PolicyIssue, policyIssue } from "./issues.js";
import { elementsOf } from "./pack-elements.js";
import { isPlainJson } from "./plain-json.js";
import type { PolicyPack } from "./policy-pack.js";
import { resolvePolicies } from "./resolve-policies.js";
import { valueFaults } from "./value-faults.js";

/** What a pack is read together with. */
export interface LintOptions {
  /** The packs it stands on: their parameters, sources and rules may be named in it. */
  readonly with?: readonly PolicyPack[] | undefined;
}

/**
 * Everything that is wrong or doubtful with one pack, for its author and for a build: what `resolvePolicies` finds in it, and beside its errors
 * gaps in dated values, sources nobody cites, ids without the pack's prefix, open lists (等) that are not marked, fewer items than the source
 * announces, data that JSON does not carry.
 *
 * Paths lead from the pack. A clean pack gives an empty list; notices tell what the source itself leaves open. The pack's shape is taken as read (`readPolicyPack` checks it).
 *
 * @example
 * ```ts
 * import { lintPolicyPack } from "school-groups/policy";
 * import { baota } from "school-groups/packs/cn-610602-baota";
 *
 * lintPolicyPack(baota); // => []
 * lintPolicyPack({ ...baota, version: undefined as unknown as string }).map(({ code }) => code); // => ["not-plain-json"]
 * ```
 */
export function lintPolicyPack(pack: PolicyPack, options: LintOptions = {}): readonly PolicyIssue[] {
  if (!isPlainJson(pack)) return [policyIssue("not-plain-json", [], { pack: pack?.id ?? "" })];
  const ground = options.with ?? [];
  const joined = resolvePolicies([...ground, pack])
    .issues.filter(({ path }) => path[0] === ground.length)
    .map((issue) => ({ ...issue, path: issue.path.slice(1) }));
  return [
    ...joined,
    // The errors among them are in what `resolvePolicies` finds.
    ...valueFaults(pack).filter(({ severity }) => severity !== "error"),
    ...lintSources(pack),
    ...lintIds(pack),
    ...lintLists(pack),
  ];
}

/** A source is used when an element cites it, or when a used one is cited in it. */
function lintSources(pack: PolicyPack): readonly PolicyIssue[] {
  const cited = new Set(elementsOf(pack).flatMap(({ citations }) => citations.map(({ source }) => source)));
  for (const set of pack.sets ?? []) {
    for (const { basis } of set.values) if (basis?.kind === "policy") for (const { source } of basis.citations) cited.add(source);
  }
  for (const { id, citedIn } of pack.sources) if (citedIn !== undefined && cited.has(id)) cited.add(citedIn);
  return pack.sources.flatMap(({ id }, at) => (cited.has(id) ? [] : [policyIssue("source-unused", ["sources", at], { id })]));
}

/** Ids are permanent and stand beside those of other packs: all but sources and governance items begin with the pack's own word. */
function lintIds(pack: PolicyPack): readonly PolicyIssue[] {
  const prefix = `${pack.id.slice(pack.id.lastIndexOf("-") + 1)}.`;
  return elementsOf(pack)
    .filter(({ kind }) => kind !== "source" && kind !== "governance-item")
    .filter(({ id }) => !id.startsWith(prefix) && !id.startsWith(`${pack.id}.`))
    .map(({ id, path }) => policyIssue("id-without-prefix", [...path, "id"], { id, prefix }));
}

function lintLists(pack: PolicyPack): readonly PolicyIssue[] {
  const lists = [
    ...(pack.frameworks ?? []).map((list, at) => ({ ...list, path: ["frameworks", at] })),
    ...(pack.evaluations ?? []).map((list, at) => ({ ...list, items: list.dimensions, announced: undefined, path: ["evaluations", at] })),
  ];
  return lists.flatMap(({ id, label, items, open, announced, path }): readonly PolicyIssue[] => [
    ...(open !== true && [label, ...items.map((item) => item.label)].some((term) => /等[）)]?$/.test(term["zh-CN"]))
      ? [policyIssue("open-list-unmarked", path, { id })]
      : []),
    ...(announced !== undefined && announced !== items.length
      ? [policyIssue("items-missing", path, { id, announced: String(announced), listed: String(items.length) })]
      : []),
  ]);
}
