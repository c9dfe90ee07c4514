import { type FieldChange, fieldChanges } from "./field-changes.js";
import type { PackStamp, ResolvedPolicy } from "./resolved-policy.js";
import { type ValueChange, valueChanges } from "./value-changes.js";

/** An element of a policy, by its id and its pack. */
export interface ElementStamp {
  readonly id: string;
  readonly pack: string;
}

/** An element that both policies have, and in what it differs. */
export interface ChangedElement extends ElementStamp {
  readonly fields: readonly FieldChange[];
}

/** A parameter that both policies have: the days on which its value differs, and what else changed. */
export interface ChangedParameter extends ChangedElement {
  readonly values: readonly ValueChange[];
}

/** What came, went and changed in one list, each in the order of its policy. */
export interface ListChanges<Changed extends ElementStamp = ChangedElement> {
  readonly added: readonly ElementStamp[];
  readonly removed: readonly ElementStamp[];
  readonly changed: readonly Changed[];
}

/** The difference between two policies. */
export interface PolicyChanges {
  readonly packs: {
    readonly added: readonly PackStamp[];
    readonly removed: readonly PackStamp[];
    /** Packs in another version. */
    readonly changed: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  };
  readonly sources: ListChanges;
  readonly parameters: ListChanges<ChangedParameter>;
  readonly rules: ListChanges;
  readonly frameworks: ListChanges;
  readonly evaluations: ListChanges;
  readonly forms: ListChanges;
  readonly governanceItems: ListChanges;
  readonly exchangeKinds: ListChanges;
  readonly statements: ListChanges;
}

/**
 * What differs between two policies: two versions of a pack, with and without an overlay, two cities. Ids are permanent, so an element that
 * bears the same id (a governance item: the same id in the same pack) is the same one; everything else is added or removed.
 *
 * Equal policies give empty lists. The order of elements is not compared. For changes over time within one policy see `policyTimeline`.
 *
 * @example
 * ```ts
 * import { comparePolicies, resolvePolicies } from "school-groups/policy";
 * import { cn } from "school-groups/packs/cn";
 * import { shanghai } from "school-groups/packs/cn-310000-shanghai";
 *
 * const [before, after] = [resolvePolicies([cn]), resolvePolicies([cn, shanghai])];
 * const changes = before.ok && after.ok ? comparePolicies(before.value, after.value) : undefined;
 * changes?.rules.added.map(({ id }) => id); // => ["shanghai.rotation.exchanged-share", "shanghai.rotation.backbone-share"]
 * changes?.rules.removed; // => []
 * ```
 */
export function comparePolicies(before: ResolvedPolicy, after: ResolvedPolicy): PolicyChanges {
  const parameters = compareLists(before.parameters, after.parameters, ["values"]);
  return {
    packs: comparePacks(before.packs, after.packs),
    sources: compareLists(before.sources, after.sources),
    parameters: { ...parameters, changed: changedParameters(before, after, parameters.changed) },
    rules: compareLists(before.rules, after.rules),
    frameworks: compareLists(before.frameworks, after.frameworks),
    evaluations: compareLists(before.evaluations, after.evaluations),
    forms: compareLists(before.forms, after.forms),
    governanceItems: compareLists(before.governanceItems, after.governanceItems, [], ({ id, pack }) => JSON.stringify([pack, id])),
    exchangeKinds: compareLists(before.exchangeKinds, after.exchangeKinds),
    statements: compareLists(before.statements, after.statements),
  };
}

/** A parameter changes by its values, day by day, and by whatever else is said of it. */
function changedParameters(before: ResolvedPolicy, after: ResolvedPolicy, changed: readonly ChangedElement[]): readonly ChangedParameter[] {
  const earlier = new Map(before.parameters.map((parameter) => [parameter.id, parameter]));
  const fields = new Map(changed.map((element) => [element.id, element.fields]));
  return after.parameters.flatMap((parameter) => {
    const old = earlier.get(parameter.id);
    if (old === undefined) return [];
    const change = { id: parameter.id, pack: parameter.pack, values: valueChanges(old.values, parameter.values) };
    const own = fields.get(parameter.id) ?? [];
    return change.values.length > 0 || own.length > 0 ? [{ ...change, fields: own }] : [];
  });
}

function compareLists<Element extends ElementStamp>(
  before: readonly Element[],
  after: readonly Element[],
  apart: readonly string[] = [],
  keyOf: (element: Element) => string = ({ id }) => id,
): ListChanges {
  const earlier = new Map(before.map((element) => [keyOf(element), element]));
  const later = new Set(after.map(keyOf));
  return {
    added: after.filter((element) => !earlier.has(keyOf(element))).map(stampOf),
    removed: before.filter((element) => !later.has(keyOf(element))).map(stampOf),
    changed: after.flatMap((element) => {
      const old = earlier.get(keyOf(element));
      if (old === undefined) return [];
      const fields = fieldChanges(old, element, apart);
      return fields.length > 0 ? [{ ...stampOf(element), fields }] : [];
    }),
  };
}

function stampOf({ id, pack }: ElementStamp): ElementStamp {
  return { id, pack };
}

function comparePacks(before: readonly PackStamp[], after: readonly PackStamp[]): PolicyChanges["packs"] {
  const earlier = new Map(before.map((pack) => [pack.id, pack]));
  const later = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    changed: after.flatMap(({ id, version }) => {
      const old = earlier.get(id);
      return old === undefined || old.version === version ? [] : [{ id, before: old.version, after: version }];
    }),
  };
}

export type { FieldChange, ValueChange };
