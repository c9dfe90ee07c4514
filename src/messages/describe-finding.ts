import type { Citation, Missing, Subject, Term } from "../core/index.js";
import type { Finding, FindingOperand } from "../rules/index.js";
import type { Catalog } from "./catalog.js";
import { formatValue } from "./format-value.js";

/** How a finding is told. */
export interface DescribeFindingOptions {
  readonly catalog: Catalog;
  /** The name of a school or group; absent or `undefined`: its id. */
  readonly nameOf?: ((subject: Pick<Subject, "kind" | "id">) => string | undefined) | undefined;
  /** The header of a table or column (`tableOf`, `columnOf` of the domain room); absent: the ids. */
  readonly headerOf?: ((table: string, column?: string) => Term | undefined) | undefined;
  /** The pack's words for a parameter, rule or governance item (`policyLabel` of the policy room); absent: the id. */
  readonly labelOf?: ((id: string, what: Missing["kind"]) => Term | undefined) | undefined;
}

/**
 * A finding as a sentence: whom it is about, the rule, the verdict and the figures, then what is missing. Names are plain text; escape them
 * for your medium.
 *
 * @example
 * ```ts
 * import { describeFinding } from "school-groups/messages";
 * import { zhCN } from "school-groups/messages/zh-CN";
 * import type { Finding } from "school-groups/rules";
 *
 * const finding: Finding = {
 *   rule: "charter",
 *   kind: "presence",
 *   topic: "governance",
 *   label: { "zh-CN": "制定集团章程", en: "A group charter" },
 *   pack: "example",
 *   subject: { kind: "group", id: "甲" },
 *   verdict: "satisfied",
 *   modality: "must",
 *   force: "binding",
 *   code: "met",
 *   operands: [],
 *   missing: [],
 *   citations: [],
 * };
 * describeFinding(finding, { catalog: zhCN }); // => "集团“甲”：制定集团章程，符合。"
 * ```
 */
export function describeFinding(finding: Finding, options: DescribeFindingOptions): string {
  const { catalog } = options;
  const sentences = catalog.findings;
  const value = finding.operands.find(({ id }) => id === "value");
  const shown = value === undefined || value.value.kind === "truth" ? undefined : operandText(value, catalog);
  const forbids = finding.modality === "must-not";
  const limits = finding.operands.filter(({ id }) => id in RELATIONS).map((limit) => limitText(limit, forbids, catalog));
  const told = sentences.code[finding.code]({
    subject: describeSubject(finding.subject, options),
    rule: finding.label[catalog.locale],
    verdict: sentences.verdict[finding.verdict][breaksRules(finding.force) ? "met" : "reached"],
    value: shown,
    limits: limits.length === 0 ? undefined : limits.join(catalog.words.comma),
  });
  const beside = finding.modality === "encouraged" || finding.modality === "may" ? `${sentences.gap}${sentences.encouraged}` : "";
  const short = shortTexts(finding.operands, catalog)
    .map((text) => `${sentences.gap}${text}`)
    .join("");
  if (finding.missing.length === 0) return `${told}${short}${beside}`;
  const list = finding.missing.map((missing) => describeMissing(missing, options)).join(sentences.missingSeparator);
  return `${told}${short}${sentences.gap}${sentences.missingLead({ list })}${beside}`;
}

/**
 * Whether a document's rules are met or not met (符合 / 不符合). Against a draft, a plan or a report of practice a benchmark is reached or not
 * (达到 / 未达到); nobody breaks a rule.
 *
 * @example
 * ```ts
 * import { breaksRules } from "school-groups/messages";
 *
 * breaksRules("guidance"); // => true
 * breaksRules("reported-practice"); // => false
 * ```
 */
export function breaksRules(force: Finding["force"]): boolean {
  return force === "binding" || force === "guidance" || force === "trial";
}

const RELATIONS: Readonly<Record<string, "at-least" | "at-most" | "more-than" | "less-than">> = {
  "at-least": "at-least",
  "at-most": "at-most",
  "more-than": "more-than",
  "less-than": "less-than",
};

/** Items below the share of their own limit that every item must reach. */
function shortTexts(operands: readonly FindingOperand[], catalog: Catalog): readonly string[] {
  const shown = (id: string) => {
    const found = operands.find((operand) => operand.id === id);
    return found === undefined ? catalog.words.unknown : formatValue(found.value, { catalog });
  };
  return operands
    .filter(({ id }) => /^short-\d+$/.test(id))
    .map(({ id, label }) =>
      catalog.findings.short({
        item: label[catalog.locale],
        value: shown(id),
        floor: shown("rest-at-least"),
        limit: shown(id.replace("short-", "short-limit-")),
      }),
    );
}

function operandText({ label, value }: FindingOperand, catalog: Catalog): string {
  return `${label[catalog.locale]}${catalog.words.colon}${formatValue(value, { catalog })}`;
}

/** What takes the place of a forbidden relation that would read as a double negative: 不得不低于 is 应低于. */
const INSTEAD: Readonly<Record<string, "less-than" | "more-than">> = { "at-least": "less-than", "at-most": "more-than" };

/** What has to be, or with `must-not` must not be: 应不低于20%, 不得高于2所. */
function limitText({ id, value }: FindingOperand, forbids: boolean, catalog: Catalog): string {
  const instead = forbids ? INSTEAD[id] : undefined;
  const relation = instead ?? RELATIONS[id];
  const word = relation === undefined ? "" : catalog.words.relation[relation];
  const said = forbids && instead === undefined ? "mustNot" : "should";
  return catalog.findings.limit[said]({ relation: word, value: formatValue(value, { catalog }) });
}

/**
 * What is missing, as part of a sentence: which figure to set, which cell to fill, which record to add.
 *
 * @example
 * ```ts
 * import { describeMissing } from "school-groups/messages";
 * import { zhCN } from "school-groups/messages/zh-CN";
 *
 * const missing = { kind: "field", table: "schools", column: "stages" } as const;
 * const headerOf = (table: string, column?: string) => ({ "zh-CN": column === undefined ? "学校" : "学段", en: column ?? table });
 * describeMissing(missing, { catalog: zhCN, headerOf }); // => "需补充“学段”（学校表）"
 * ```
 */
export function describeMissing(missing: Missing, options: DescribeFindingOptions): string {
  const { catalog, headerOf } = options;
  const table = "table" in missing ? (headerOf?.(missing.table)?.[catalog.locale] ?? missing.table) : "";
  const column = missing.kind === "field" ? (headerOf?.(missing.table, missing.column)?.[catalog.locale] ?? missing.column) : "";
  const subject = "subject" in missing && missing.subject !== undefined ? describeSubject(missing.subject, options) : undefined;
  const clauses = "citations" in missing ? missing.citations?.map(clauseText).join(catalog.words.listComma) : undefined;
  const id = nameOfMissing(missing);
  const of = id === undefined ? undefined : (options.labelOf?.(id, missing.kind)?.[catalog.locale] ?? id);
  const from = missing.kind === "record" ? missing.from : undefined;
  const until = missing.kind === "record" ? missing.until : undefined;
  return catalog.findings.missing[missing.kind]({ table, column, subject, of, clauses, from, until });
}

function nameOfMissing(missing: Missing): string | undefined {
  switch (missing.kind) {
    case "threshold":
      return missing.parameter;
    case "base":
      return missing.rule;
    case "record":
      return missing.of;
    case "designation":
      return missing.designation;
    case "weight":
    case "observation":
    case "baseline":
      return missing.indicator;
    default:
      return undefined;
  }
}

function clauseText({ source, clause }: Citation): string {
  return clause === undefined ? source : `${source}:${clause}`;
}

/**
 * Whom a finding is about: `集团“甲”`, and for a school in a group both. Other kinds of subjects are named by their id.
 *
 * @example
 * ```ts
 * import { describeSubject } from "school-groups/messages";
 * import { en } from "school-groups/messages/en";
 *
 * describeSubject({ kind: "school", id: "a", group: "g" }, { catalog: en }); // => 'school "a" in group "g"'
 * ```
 */
export function describeSubject(subject: Subject, options: Pick<DescribeFindingOptions, "catalog" | "nameOf">): string {
  // A district without code and name goes by the id "district".
  const unnamed = subject.kind === "district" && subject.id === "district";
  const name = options.nameOf?.(subject) ?? (unnamed ? "" : subject.id);
  const group = subject.group === undefined ? undefined : (options.nameOf?.({ kind: "group", id: subject.group }) ?? subject.group);
  return options.catalog.findings.subject[subject.kind]?.({ name, group }) ?? name;
}
