import { type IssuePath, isCalendarDate, isEmptyRange, parseFraction, timelineProblems } from "../core/index.js";
import { type PolicyIssue, policyIssue } from "./issues.js";
import { lintWeights } from "./lint-weights.js";
import { elementsOf } from "./pack-elements.js";
import type { PolicyParameter } from "./parameter.js";
import { isPlainJson } from "./plain-json.js";
import type { PolicyPack } from "./policy-pack.js";
import { resolvePolicies } from "./resolve-policies.js";

/** What a pack is read together with. */
export interface LintOptions {
  /** The packs it stands on: their parameters, sources and rules may be named in it. */
  readonly with?: readonly PolicyPack[] | undefined;
}

/**
 * Everything that is wrong or doubtful with one pack, for its author and for a build: what `resolvePolicies` finds in it, gaps and overlaps in
 * dated values, figures and days that are none, values without basis, sources nobody cites, weights that do not sum to 1, ids without the
 * pack's prefix, open lists (等) that are not marked, fewer items than the source announces, data that JSON does not carry.
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
    ...(pack.parameters ?? []).flatMap((parameter, at) => lintValues(parameter.id, parameter.values, ["parameters", at, "values"])),
    ...(pack.sets ?? []).flatMap((set, at) => lintValues(set.parameter, set.values, ["sets", at, "values"])),
    ...lintRuleDays(pack),
    ...lintSources(pack),
    ...lintWeights(pack),
    ...lintIds(pack),
    ...lintLists(pack),
  ];
}

function lintValues(id: string, values: PolicyParameter["values"], path: IssuePath): readonly PolicyIssue[] {
  const each = values.flatMap((value, at): readonly PolicyIssue[] => [
    ...lintDays(id, value, [...path, at]),
    ...(parseFraction(value.value) === undefined
      ? [policyIssue("malformed-figure", [...path, at, "value"], { id, value: String(value.value) })]
      : []),
    ...(isBased(value) ? [] : [policyIssue("value-without-basis", [...path, at, "basis"], { id })]),
  ]);
  const series = timelineProblems(values).flatMap((problem): readonly PolicyIssue[] => {
    if (problem.kind === "gap") return [policyIssue("values-gap", path, { id, from: problem.from, until: problem.until })];
    if (problem.kind === "overlap")
      return [policyIssue("values-overlap", [...path, problem.second], { id, from: problem.range.from ?? "" })];
    return [policyIssue("empty-range", [...path, problem.index], { id })];
  });
  return [...each, ...series];
}

function isBased({ basis }: PolicyParameter["values"][number]): boolean {
  // A pack out of a database may lack what the type promises.
  if (basis === undefined || basis === null) return false;
  if (basis.kind === "policy") return (basis.citations as readonly unknown[] | undefined)?.[0] !== undefined;
  return basis.kind === "caller" || (basis.kind === "library" && basis.why !== undefined);
}

function lintDays(id: string, dated: object, path: IssuePath): readonly PolicyIssue[] {
  return (["from", "until", "due"] as const).flatMap((key) => {
    const day = (dated as Readonly<Record<string, unknown>>)[key];
    return day === undefined || isCalendarDate(day) ? [] : [policyIssue("malformed-day", [...path, key], { id, day: String(day) })];
  });
}

function lintRuleDays(pack: PolicyPack): readonly PolicyIssue[] {
  return (pack.rules ?? []).flatMap((rule, at) => [
    ...lintDays(rule.id, rule, ["rules", at]),
    ...(isEmptyRange(rule) ? [policyIssue("empty-range", ["rules", at], { id: rule.id })] : []),
  ]);
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
