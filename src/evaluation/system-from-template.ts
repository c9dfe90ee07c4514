import { SchoolGroupsError, type Term } from "../core/index.js";
import type { DimensionTemplate, PackTemplate, PolicyPack } from "../policy/index.js";
import type { GradeBand, IndicatorItem, IndicatorSystem, LeafItem } from "./indicator-system.js";
import { INDICATOR_SYSTEM_FORMAT } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { type TemplateBalance, type TemplateIncrement, templateLeaf } from "./template-leaf.js";
import { type WeightChoice, withWeights } from "./with-weights.js";

/** What may be changed of a leaf that comes from a template. */
export type LeafChange = Partial<Pick<LeafItem, "label" | "unit" | "direction" | "source" | "scoring" | "increment" | "missing">>;

/** How a system is started from a template. Nothing that judges has a hidden default. */
export interface TemplateSystemOptions {
  /** The scheme of the template; may be absent where there is only one. */
  readonly scheme?: string | undefined;
  /** The pack beside the template: its clauses are then cited by every dimension. */
  readonly pack?: PolicyPack | undefined;
  /** What every leaf does when its value is missing; `change` sets it leaf by leaf. */
  readonly missing: LeafItem["missing"];
  readonly rounding: IndicatorSystem["rounding"];
  /** 起点. Given: leaves for which the template proposes progress are judged by it. Absent: every leaf by its level. */
  readonly increment?: TemplateIncrement | undefined;
  /** What figures of balance are worked out from; without it such leaves take the caller's values. */
  readonly balance?: TemplateBalance | undefined;
  /** Ids of leaves (`"reform/activities"`) or whole dimensions (`"reform"`) to strike out. */
  readonly leaveOut?: readonly string[] | undefined;
  /** Changes by the id of the leaf; a leaf that is changed is the caller's own. */
  readonly change?: Readonly<Record<string, LeafChange>> | undefined;
  /** Further items: leaves of a dimension, bonuses, deductions, vetoes. */
  readonly add?: readonly IndicatorItem[] | undefined;
  /** Absent: no weights, and `checkSystem` names every item that lacks one. */
  readonly weights?: WeightChoice | undefined;
  readonly grades?: readonly GradeBand[] | undefined;
  readonly gradesBasis?: IndicatorSystem["gradesBasis"];
}

/** A system and what the template leaves open of it. */
export interface TemplateSystem {
  readonly system: IndicatorSystem;
  readonly issues: readonly EvaluationIssue[];
}

function unknownId(id: string, what: string): SchoolGroupsError {
  return new SchoolGroupsError("unknown-id", `the template has no ${what} "${id}"`, { id });
}

function tablesOf(template: PackTemplate, scheme: string | undefined): readonly [string, readonly DimensionTemplate[]] {
  const schemes = [...new Set(template.tables.map((table) => table.scheme))];
  const chosen = scheme ?? (schemes.length === 1 ? schemes[0] : undefined);
  if (chosen === undefined) {
    throw new SchoolGroupsError("invalid-argument", `the template has several schemes, name one: ${schemes.join(", ")}`, {
      template: template.id,
    });
  }
  if (!schemes.includes(chosen)) throw unknownId(chosen, "scheme");
  return [chosen, template.tables.filter((table) => table.scheme === chosen)];
}

function checkIds(tables: readonly DimensionTemplate[], { leaveOut = [], change = {} }: TemplateSystemOptions): void {
  const leaves = new Set(tables.flatMap(({ dimension, leaves: own }) => own.map(({ id }) => `${dimension}/${id}`)));
  const dimensions = new Set(tables.map(({ dimension }) => dimension));
  for (const id of leaveOut) if (!leaves.has(id) && !dimensions.has(id)) throw unknownId(id, "leaf or dimension");
  for (const id of Object.keys(change)) if (!leaves.has(id)) throw unknownId(id, "leaf");
}

/** A dimension with the leaves that are left of it; none, when nothing of it can be scored. */
function dimensionItems(
  table: DimensionTemplate,
  root: string,
  template: PackTemplate,
  options: TemplateSystemOptions,
  issues: EvaluationIssue[],
): readonly IndicatorItem[] {
  const { dimension, label } = table;
  const struck = new Set(options.leaveOut);
  if (struck.has(dimension)) return [];
  const leaves = table.leaves.flatMap((proposed): readonly LeafItem[] => {
    const id = `${dimension}/${proposed.id}`;
    if (struck.has(id)) return [];
    const change = options.change?.[id];
    const leaf = templateLeaf({ id, parent: dimension, proposed, basis: template.basis, ...options }, change, issues);
    return leaf === undefined ? [] : [leaf];
  });
  if (leaves.length === 0 && options.add?.some(({ parent }) => parent === dimension) !== true) return [];
  const citations = options.pack?.evaluations?.find(({ id }) => id === table.scheme)?.citations;
  const composite: IndicatorItem = { id: dimension, parent: root, kind: "composite", label, mean: "arithmetic", citations };
  return [composite, ...leaves];
}

function schemeLabel(scheme: string, template: PackTemplate, pack: PolicyPack | undefined): Term {
  return pack?.evaluations?.find(({ id }) => id === scheme)?.label ?? template.label;
}

/**
 * 由模板建立指标体系. Starts an editable indicator system from the template beside a pack: the scheme's dimensions, each with the leaves proposed for
 * it (unit, direction, source and scoring; basis `library`), and no weights.
 *
 * Ids are `"dimension/leaf"`. Missing weights stay an issue of `checkSystem` that names them, until `weights` gives them or names a method
 * (`"equal"`, or what `ahpWeights` or `entropyWeights` returned). What the template leaves open comes back as notices: leaves judged in words
 * alone (`template-leaf-without-scoring`) and figures of balance without a resource (`template-leaf-without-resource`). The result is plain data
 * to edit and keep. Throws `unknown-id` for a scheme, leaf, dimension or weight that is not there, `invalid-argument` when a template of several
 * schemes is asked without naming one.
 *
 * @example
 * ```ts
 * import { checkSystem, systemFromTemplate } from "school-groups/evaluation";
 * import { baotaTemplate } from "school-groups/packs/cn-610602-baota-template";
 *
 * const options = { missing: { treatment: "refuse" }, rounding: { mode: "half-away-from-zero", places: 2 } } as const;
 * const { system } = systemFromTemplate(baotaTemplate, { ...options, leaveOut: ["reform/activities"] });
 * system.items.length; // => 23
 * checkSystem(system).map(({ code, params }) => [code, "parent" in params && params.parent]).slice(0, 2);
 * // => [["weights-missing", "baota.six-degrees"], ["weights-missing", "planning-culture"]]
 * checkSystem(systemFromTemplate(baotaTemplate, { ...options, weights: "equal" }).system); // => []
 * ```
 */
export function systemFromTemplate(template: PackTemplate, options: TemplateSystemOptions): TemplateSystem {
  const [scheme, tables] = tablesOf(template, options.scheme);
  checkIds(tables, options);
  const issues: EvaluationIssue[] = [];
  const label = schemeLabel(scheme, template, options.pack);
  const dimensions = tables.flatMap((table) => dimensionItems(table, scheme, template, options, issues));
  const bare: IndicatorSystem = {
    format: INDICATOR_SYSTEM_FORMAT,
    id: scheme,
    label,
    items: [{ id: scheme, kind: "composite", label, mean: "arithmetic" }, ...dimensions, ...(options.add ?? [])],
    rounding: options.rounding,
    ...(options.grades === undefined ? {} : { grades: options.grades }),
    ...(options.gradesBasis === undefined ? {} : { gradesBasis: options.gradesBasis }),
  };
  return { system: options.weights === undefined ? bare : withWeights(bare, options.weights), issues };
}
