import type { CalendarDate, Citation, Term } from "../core/index.js";
import { allTables, type Column, DESIGNATION_LABELS, type District, type KnownDesignation } from "../domain/index.js";
import { filledCells } from "./filled-cells.js";
import { jurisdictionCovers } from "./jurisdiction.js";
import type { MeasureRef } from "./measure.js";
import { columnsOfMeasure } from "./measure-columns.js";
import { conditionMeasures, judgedMeasures } from "./measures-needed.js";
import type { ResolvedPolicy, ResolvedRule } from "./resolved-policy.js";
import type { Topic } from "./rule.js";
import { parametersOf } from "./rule-references.js";
import { rulesInForce } from "./rules-in-force.js";
import { valueOn } from "./value-on.js";

/** A rule that needs something, and where its source says so. */
export interface RuleNeed {
  readonly rule: string;
  readonly label: Term;
  readonly citations: readonly Citation[];
}

/** 所需数据项. A column of a table, who needs it, and what the district has of it. */
export interface ColumnRequirement {
  readonly column: string;
  /** The header of a spreadsheet. */
  readonly label: Term;
  readonly holds: Term;
  readonly neededBy: readonly RuleNeed[];
  /** An empty cell has a meaning of its own (still valid, whole school, is there), so it leaves nothing open. */
  readonly optional: boolean;
  /** Rows of the table in the district file and those that have the cell; absent without a district, or for a table it does not hold. */
  readonly present?: { readonly rows: number; readonly filled: number } | undefined;
  /** Ids of the rules that cannot be determined for everybody without it. */
  readonly undetermined: readonly string[];
}

/** 所需数据表. A table to keep, its columns in the order of a spreadsheet. */
export interface TableRequirement {
  readonly table: string;
  readonly label: Term;
  /** The governance items, designations, documents, activities … that records are wanted of. */
  readonly of: readonly { readonly id: string; readonly label: Term }[];
  readonly columns: readonly ColumnRequirement[];
}

/** 待定数值. A figure no source gives and nobody has set. */
export interface FigureRequirement {
  readonly parameter: string;
  readonly label: Term;
  readonly citations: readonly Citation[];
  readonly undetermined: readonly RuleNeed[];
}

/** 数据需求清单. What a policy needs to be determined: tables and columns, figures to set, and what only a source's author can say. */
export interface DataRequirements {
  readonly tables: readonly TableRequirement[];
  readonly figures: readonly FigureRequirement[];
  readonly unclear: readonly (RuleNeed & { readonly words: Term })[];
}

/** For what the data are wanted. */
export interface RequirementOptions {
  /** Only rules on these topics; absent: all. */
  readonly topics?: readonly Topic[] | undefined;
  /** The day rules and figures are asked for; absent: every rule, and figures that no source gives for any day. */
  readonly on?: CalendarDate | undefined;
  /** What is there already, and which jurisdictions hold. */
  readonly district?: District | undefined;
}

/**
 * 数据需求. Which tables and columns a policy needs, why, what is there already, and what stays undetermined without each.
 *
 * Tables come in the order of `allTables`, columns in that of a spreadsheet, rules in the policy's. A column counts as there when every row of
 * its table has it; a table without rows has nothing. Of tables kept beside the district file nothing is known. Throws `invalid-date` when
 * `on` is no day.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { dataRequirements, resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([cn]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const { tables } = dataRequirements(policy.value, { topics: ["size"] });
 * tables.map(({ label }) => label["zh-CN"]); // => ["学校", "认定", "人数"]
 * tables[0]?.columns.map(({ label }) => label["zh-CN"]); // => ["学段"]
 * ```
 */
export function dataRequirements(policy: ResolvedPolicy, options: RequirementOptions = {}): DataRequirements {
  const rules = rulesAsked(policy, options);
  const needs = new Map<string, Map<string, RuleNeed>>();
  const items = new Map<string, Map<string, Term>>();
  for (const rule of rules) {
    for (const ref of [...conditionMeasures(rule.appliesTo.where), ...judgedMeasures(rule)]) collect(rule, ref, { needs, items, policy });
  }
  const tables: TableRequirement[] = [];
  for (const { table, label, columns } of allTables()) {
    const wanted = columns.filter(({ column }) => needs.has(`${table}/${column}`));
    if (wanted.length === 0) continue;
    const of = [...(items.get(table) ?? [])].map(([id, name]) => ({ id, label: name }));
    tables.push({
      table,
      label,
      of,
      columns: wanted.map((one) => requirementOf(one, needs.get(`${table}/${one.column}`), options.district)),
    });
  }
  return { tables, figures: figuresMissing(policy, rules, options.on), unclear: rules.flatMap(unclearOf) };
}

function rulesAsked(policy: ResolvedPolicy, { topics, on, district }: RequirementOptions): readonly ResolvedRule[] {
  const code = district?.code;
  const standing = on === undefined ? policy.rules : rulesInForce(policy, { on, code });
  const codes = new Map(policy.packs.map((pack) => [pack.id, pack.jurisdiction.code]));
  return standing.filter((rule) => {
    if (topics?.includes(rule.topic) === false) return false;
    return code === undefined || jurisdictionCovers(codes.get(rule.pack) ?? "000000", code);
  });
}

function needOf({ id, label, citations }: ResolvedRule): RuleNeed {
  return { rule: id, label, citations };
}

/** The tables whose records are of one of several things, which `of` names. */
const NAMED = ["governance", "designations", "references", "document-uses", "adoptions", "activities", "resources"];

interface Collected {
  readonly needs: Map<string, Map<string, RuleNeed>>;
  readonly items: Map<string, Map<string, Term>>;
  readonly policy: ResolvedPolicy;
}

function collect(rule: ResolvedRule, ref: MeasureRef, { needs, items, policy }: Collected): void {
  for (const { table, column } of columnsOfMeasure(ref)) {
    const key = `${table}/${column}`;
    const known = needs.get(key) ?? new Map<string, RuleNeed>();
    if (!known.has(rule.id)) known.set(rule.id, needOf(rule));
    needs.set(key, known);
    if (ref.of === undefined || !NAMED.includes(table)) continue;
    const named = items.get(table) ?? new Map<string, Term>();
    if (!named.has(ref.of)) named.set(ref.of, nameOf(ref.of, table, rule, policy));
    items.set(table, named);
  }
}

/** What records are wanted of, in words: the pack's or the domain's; a document, practice or activity goes by the rule that asks for it. */
function nameOf(id: string, table: string, rule: ResolvedRule, policy: ResolvedPolicy): Term {
  if (table === "governance") return policy.governanceItems.find((item) => item.id === id)?.label ?? rule.label;
  if (table === "designations") return DESIGNATION_LABELS[id as KnownDesignation] ?? { "zh-CN": id, en: id };
  return table === "resources" ? { "zh-CN": id, en: id } : rule.label;
}

function requirementOf(
  { table, column, label, holds }: Column,
  needs: Map<string, RuleNeed> | undefined,
  district: District | undefined,
): ColumnRequirement {
  const neededBy = [...(needs?.values() ?? [])];
  const optional = OPTIONAL.has(column) || (column === "stage" && table !== "teachers");
  const present = district === undefined ? undefined : filledCells(district, table, column);
  const whole = optional || (present !== undefined && present.rows > 0 && present.filled === present.rows);
  return {
    column,
    label,
    holds,
    neededBy,
    optional,
    ...(present === undefined ? {} : { present }),
    undetermined: whole ? [] : neededBy.map(({ rule }) => rule),
  };
}

/** Columns whose empty cell says something: no bound in time, it is there, it was stated, the whole school. */
const OPTIONAL: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "from",
  "until",
  "end",
  "announced",
  "dissolved",
  "exists",
  "granted",
  "evidence",
  "reasons",
  "attested-by",
  "due",
]);

function figuresMissing(
  policy: ResolvedPolicy,
  rules: readonly ResolvedRule[],
  on: CalendarDate | undefined,
): readonly FigureRequirement[] {
  const users = new Map<string, Map<string, RuleNeed>>();
  for (const rule of rules) {
    for (const { id } of parametersOf(rule)) {
      const known = users.get(id) ?? new Map<string, RuleNeed>();
      known.set(rule.id, needOf(rule));
      users.set(id, known);
    }
  }
  const figures: FigureRequirement[] = [];
  for (const { id, label, citations, values } of policy.parameters) {
    const undetermined = users.get(id);
    const given = on === undefined ? values.length > 0 : valueOn(policy, id, on) !== undefined;
    if (undetermined === undefined || given) continue;
    figures.push({ parameter: id, label, citations: citations ?? [], undetermined: [...undetermined.values()] });
  }
  return figures;
}

function unclearOf(rule: ResolvedRule): readonly (RuleNeed & { readonly words: Term })[] {
  const words = rule.kind === "coverage" ? rule.population.unclear : rule.kind === "share" ? rule.unclear : undefined;
  return words === undefined ? [] : [{ ...needOf(rule), words }];
}
