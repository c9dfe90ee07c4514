import { type Force, failure, type Result, SchoolGroupsError, type Source, success } from "../core/index.js";
import { type PolicyIssue, policyIssue } from "./issues.js";
import { limitFaults } from "./limit-faults.js";
import { mergeSettings } from "./merge-settings.js";
import { overrideFaults } from "./override-faults.js";
import { elementsOf, type PackElement } from "./pack-elements.js";
import type { PolicyPack } from "./policy-pack.js";
import type { FromPack, ResolvedPolicy } from "./resolved-policy.js";
import { ruleConflicts } from "./rule-conflicts.js";
import { parametersOf } from "./rule-references.js";
import { ruleWordFaults } from "./rule-words.js";
import { valueFaults } from "./value-faults.js";
import { weightFaults } from "./weight-faults.js";

/**
 * Joins the packs of a place into one policy: the nation's, the province's, the city's, the district's, an app's own overlay. Do it once, at
 * start-up; nothing in the result depends on a day.
 *
 * Errors (no value comes back): a pack or an id given twice, a parameter, source or framework item that no pack has, an overlay's setting of an
 * unknown parameter or two settings of one for the same day, a figure or day that is none, a value without basis, two values for one day,
 * weights that do not sum to 1, a share above 1 or a limit in another unit than what it is held against, a rule without any limit, a word or
 * condition that no data can match, rules that override one another in a circle, and rules that cannot both be met. Two rules that judge the
 * same thing differently without one overriding the other are a warning, and so is an override by a rule that binds less or fewer (both then
 * hold); a replaced figure and an override of a rule that is not loaded are notices. No pack at all is a policy without rules. A path leads
 * from the list of packs to the place. Throws `invalid-argument` when `packs` is no list of objects, e.g. a pack without its list.
 *
 * @example
 * ```ts
 * import { resolvePolicies } from "school-groups/policy";
 * import { cn } from "school-groups/packs/cn";
 * import { baota } from "school-groups/packs/cn-610602-baota";
 *
 * const policy = resolvePolicies([cn, baota]);
 * policy.ok; // => true
 * resolvePolicies([baota, baota]).ok; // => false
 * ```
 */
export function resolvePolicies(packs: readonly PolicyPack[]): Result<ResolvedPolicy, PolicyIssue> {
  assertPacks(packs);
  const joined = joinPacks(packs);
  const settled = mergeSettings(packs, joined.parameters);
  const policy = { ...joined, parameters: settled.parameters };
  const places = new Map<string, readonly (string | number)[]>();
  packs.forEach((pack, at) => {
    pack.rules?.forEach((rule, position) => {
      if (!places.has(rule.id)) places.set(rule.id, [at, "rules", position]);
    });
  });
  const issues = [
    ...duplicates(packs),
    ...references(packs, joined),
    ...settled.issues,
    ...withinPacks(packs, policy),
    ...limitFaults(packs, policy, places),
    ...ruleWordFaults(policy, places),
    ...overrideFaults(policy, places),
    ...ruleConflicts(policy, places),
  ];
  const [first, ...rest] = issues;
  if (first !== undefined && issues.some(({ severity }) => severity === "error")) return failure([first, ...rest]);
  return success(policy, issues);
}

function assertPacks(packs: unknown): void {
  const isPack = (pack: unknown) => typeof pack === "object" && pack !== null && !Array.isArray(pack);
  if (Array.isArray(packs) && packs.every(isPack)) return;
  throw new SchoolGroupsError("invalid-argument", "packs is a list of policy packs, as in resolvePolicies([cn])", { argument: "packs" });
}

/** The errors that a pack holds by itself. */
function withinPacks(packs: readonly PolicyPack[], policy: ResolvedPolicy): readonly PolicyIssue[] {
  return packs.flatMap((pack, at) =>
    [...valueFaults(pack), ...weightFaults(pack, policy.parameters)]
      .filter(({ severity }) => severity === "error")
      .map((issue) => ({ ...issue, path: [at, ...issue.path] })),
  );
}

/** All elements in the order of the packs, each with the pack it came from. */
function joinPacks(packs: readonly PolicyPack[]): ResolvedPolicy {
  const sources = gather(packs, (pack) => pack.sources);
  const forces = new Map<string, Force>();
  for (const source of sources) if (!forces.has(source.id)) forces.set(source.id, source.force);
  return {
    packs: packs.map(({ id, version, label, jurisdiction, knownUntil }) => ({
      id,
      version,
      label,
      jurisdiction,
      ...(knownUntil === undefined ? {} : { knownUntil }),
    })),
    sources,
    parameters: gather(packs, (pack) => pack.parameters),
    // The fallback is never read: a rule whose source is unknown is an error.
    rules: gather(packs, (pack) => pack.rules).map((rule) => ({ ...rule, force: forces.get(rule.citations[0].source) ?? "draft" })),
    frameworks: gather(packs, (pack) => pack.frameworks),
    evaluations: gather(packs, (pack) => pack.evaluations),
    forms: gather(packs, (pack) => pack.forms),
    governanceItems: gather(packs, (pack) => pack.governanceItems),
    exchangeKinds: gather(packs, (pack) => pack.exchangeKinds),
    statements: gather(packs, (pack) => pack.statements),
  };
}

function gather<Element extends object>(
  packs: readonly PolicyPack[],
  list: (pack: PolicyPack) => readonly Element[] | undefined,
): readonly FromPack<Element>[] {
  return packs.flatMap((pack) => (list(pack) ?? []).map((element) => ({ ...element, pack: pack.id })));
}

function duplicates(packs: readonly PolicyPack[]): readonly PolicyIssue[] {
  const issues: PolicyIssue[] = [];
  const seenPacks = new Set<string>();
  const seen = new Map<string, string>();
  packs.forEach((pack, at) => {
    // A pack given twice repeats all its ids: that is one problem, not a hundred.
    if (seenPacks.has(pack.id)) {
      issues.push(policyIssue("duplicate-pack", [at], { id: pack.id }, { kind: "pack", id: pack.id }));
      return;
    }
    seenPacks.add(pack.id);
    for (const { kind, id, path } of elementsOf(pack)) {
      // A governance item is a word of the district file, the same in every place: two packs may both name the group principal.
      const key = JSON.stringify(kind === "governance-item" ? [kind, pack.id, id] : [kind, id]);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, pack.id);
      else issues.push(policyIssue("duplicate-policy-id", [at, ...path, "id"], { id, what: kind, first, second: pack.id }));
    }
  });
  return issues;
}

/** Ids that are named and that no pack has. */
function references(packs: readonly PolicyPack[], policy: ResolvedPolicy): readonly PolicyIssue[] {
  const sources = idsOf(policy.sources);
  const parameters = idsOf(policy.parameters);
  const rules = idsOf(policy.rules);
  const items = new Set(policy.frameworks.flatMap((framework) => framework.items.map((item) => `${framework.id}/${item.id}`)));
  return packs.flatMap((pack, at) => [
    ...elementsOf(pack).flatMap((element) => unknownSources(pack, at, element, sources)),
    ...pack.sources.flatMap((source, position) => citedIn(pack, [at, "sources", position], source, sources)),
    ...(pack.rules ?? []).flatMap((rule, position): readonly PolicyIssue[] => {
      const path = [at, "rules", position];
      const params = { by: rule.id, pack: pack.id };
      const subject = { kind: "rule", id: rule.id } as const;
      return [
        ...parametersOf(rule)
          .filter(({ id }) => !parameters.has(id))
          .map((named) => policyIssue("unknown-parameter", [...path, ...named.path], { id: named.id, ...params }, subject)),
        ...(rule.overrides ?? [])
          .filter((id) => !rules.has(id))
          .map((id) => policyIssue("overridden-rule-absent", [...path, "overrides"], { id, ...params }, subject)),
        ...(rule.item === undefined || items.has(rule.item)
          ? []
          : [policyIssue("unknown-policy-reference", [...path, "item"], { id: rule.item, ...params }, subject)]),
      ];
    }),
    ...unknownMeasures(pack, at, rules),
    ...unknownWeights(pack, at, parameters),
  ]);
}

function idsOf(elements: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(elements.map(({ id }) => id));
}

function unknownSources(pack: PolicyPack, at: number, element: PackElement, sources: ReadonlySet<string>): readonly PolicyIssue[] {
  return element.citations
    .filter(({ source }) => !sources.has(source))
    .map(({ source }) => policyIssue("unknown-source", [at, ...element.path, "citations"], { id: source, by: element.id, pack: pack.id }));
}

function citedIn(
  pack: PolicyPack,
  path: readonly (string | number)[],
  source: Source,
  sources: ReadonlySet<string>,
): readonly PolicyIssue[] {
  if (source.citedIn === undefined || sources.has(source.citedIn)) return [];
  return [policyIssue("unknown-source", [...path, "citedIn"], { id: source.citedIn, by: source.id, pack: pack.id })];
}

function unknownMeasures(pack: PolicyPack, at: number, rules: ReadonlySet<string>): readonly PolicyIssue[] {
  return (pack.frameworks ?? []).flatMap((framework, position) =>
    framework.items.flatMap((item, itemAt) =>
      (item.measures ?? [])
        .filter((id) => !rules.has(id))
        .map((id) => {
          const path = [at, "frameworks", position, "items", itemAt, "measures"];
          return policyIssue("unknown-policy-reference", path, { id, by: `${framework.id}/${item.id}`, pack: pack.id });
        }),
    ),
  );
}

function unknownWeights(pack: PolicyPack, at: number, parameters: ReadonlySet<string>): readonly PolicyIssue[] {
  return (pack.evaluations ?? []).flatMap((scheme, position) =>
    scheme.dimensions.flatMap(({ id, weight }, dimensionAt) => {
      if (weight === undefined || parameters.has(weight)) return [];
      const path = [at, "evaluations", position, "dimensions", dimensionAt, "weight"];
      return [policyIssue("unknown-parameter", path, { id: weight, by: `${scheme.id}/${id}`, pack: pack.id })];
    }),
  );
}
