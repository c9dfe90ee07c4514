/** `npm run docs:packs`: writes one page for each policy pack to docs/packs, in Chinese and in English. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Citation, DatedValue, Term } from "../../src/core/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { type PolicyPack, type PolicyParameter, policyTimeline, type Rule, resolvePolicies } from "../../src/policy/index.js";
import { allPacks } from "../packs/all-packs.js";

/** Where the pages stand. */
export const pagesFolder = fileURLToPath(new URL("../../docs/packs", import.meta.url));

type Locale = keyof Term;

const catalogs = { "zh-CN": zhCN, en } as const;

const headings = {
  sources: ["依据文件", "Sources"],
  clauses: ["条款", "Clauses"],
  rules: ["规则", "Rules"],
  parameters: ["参数", "Figures"],
  timeline: ["时间轴", "Time line"],
  open: ["原文未给出数字的事项", "What has no figure"],
  statements: ["只作记录的陈述", "Statements on record"],
} as const;

const text = {
  id: ["标识", "id"],
  title: ["名称", "title"],
  force: ["效力", "force"],
  date: ["日期", "date"],
  note: ["说明", "note"],
  rule: ["规则", "rule"],
  modality: ["要求程度", "modality"],
  applies: ["适用对象", "of"],
  inForce: ["有效期", "in force"],
  limits: ["界限", "limits"],
  clause: ["条款", "clause"],
  value: ["数值", "value"],
  none: ["无", "none"],
  always: ["未限定", "not limited"],
  noFigure: ["未给出", "no figure"],
  due: ["目标期限", "due"],
  nothing: ["无。", "None."],
  noClause: ["（未标条款）", "(no clause)"],
} as const;

const subjects: Readonly<Record<Rule["appliesTo"]["subject"], readonly [string, string]>> = {
  district: ["区域", "district"],
  group: ["集团", "group"],
  school: ["学校", "school"],
  lead: ["牵头校", "lead"],
  member: ["成员校", "member"],
};

const elementKinds = {
  parameters: ["参数", "figure"],
  rules: ["规则", "rule"],
  frameworks: ["框架", "framework"],
  evaluations: ["评价", "evaluation"],
  forms: ["模式", "form"],
  governanceItems: ["治理事项", "governance item"],
  exchangeKinds: ["交流方式", "exchange"],
  statements: ["陈述", "statement"],
} as const;

const events = {
  "source-issued": ["印发", "issued"],
  "rule-begins": ["施行", "in force"],
  "rule-ends": ["失效", "ends"],
  "target-due": ["目标到期", "due"],
  "value-begins": ["数值生效", "figure begins"],
  "value-changes": ["数值变更", "figure changes"],
  "value-ends": ["数值失效", "figure ends"],
} as const;

/** The page of one pack: the Chinese half, then the English one. */
export function packPage(pack: PolicyPack): string {
  return `${half(pack, "zh-CN")}\n---\n\n${half(pack, "en")}`;
}

function half(pack: PolicyPack, locale: Locale): string {
  const say = (pair: readonly [string, string]): string => pair[locale === "en" ? 1 : 0];
  const words = catalogs[locale].words;
  const parts = [
    `# ${pack.label[locale]}`,
    `\`${pack.id}\` ${pack.version} · ${pack.jurisdiction.label[locale]} (${pack.jurisdiction.code})`,
    section(say(headings.sources), sourceTable(pack, locale)),
    section(say(headings.clauses), clauseList(pack, locale)),
    section(say(headings.rules), ruleTable(pack, locale)),
    section(say(headings.parameters), parameterTable(pack, locale)),
    section(say(headings.timeline), timelineList(pack, locale)),
    section(
      say(headings.open),
      (pack.parameters ?? [])
        .filter(({ values }) => values.length === 0)
        .map(({ id, label, note }) => `- ${label[locale]} (\`${id}\`)${note === undefined ? "" : `${words.colon}${note[locale]}`}`),
      say(text.nothing),
    ),
    section(
      say(headings.statements),
      (pack.statements ?? []).map(({ text: said, citations }) => `- ${said[locale]} ${clausesOf(citations)}`),
      say(text.nothing),
    ),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function section(heading: string, lines: readonly string[], otherwise = ""): string {
  if (lines.length === 0 && otherwise === "") return "";
  return `## ${heading}\n\n${lines.length === 0 ? otherwise : lines.join("\n")}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)];
}

function clausesOf(citations: readonly Citation[]): string {
  return `(${citations.map(({ source, clause }) => (clause === undefined ? source : `${source}:${clause}`)).join(", ")})`;
}

function sourceTable(pack: PolicyPack, locale: Locale): readonly string[] {
  const at = locale === "en" ? 1 : 0;
  const { force } = catalogs[locale].words;
  return table(
    [text.id[at], text.title[at], text.force[at], text.date[at], text.note[at]],
    pack.sources.map((source) => [
      `\`${source.id}\``,
      `${source.title[locale]}${source.number === undefined ? "" : ` (${source.number})`}`,
      force[source.force],
      source.issuedOn ?? "",
      source.note?.[locale] ?? "",
    ]),
  );
}

interface Listed {
  readonly source: string;
  readonly clause: string;
  readonly line: string;
}

/** Every clause with all that cites it, in the order of the sources and of the clauses' numbers. */
function clauseList(pack: PolicyPack, locale: Locale): readonly string[] {
  const at = locale === "en" ? 1 : 0;
  const listed = (Object.keys(elementKinds) as (keyof typeof elementKinds)[]).flatMap((list) =>
    (pack[list] ?? []).flatMap((element): readonly Listed[] => {
      const name = "label" in element ? element.label[locale] : `\`${element.id}\``;
      const items = "items" in element ? element.items : "dimensions" in element ? element.dimensions : [];
      const named = items.length === 0 ? "" : `: ${items.map(({ label }) => label[locale]).join(locale === "en" ? ", " : "、")}`;
      const cited = "values" in element ? valueCitations(element) : (element.citations ?? []);
      const distinct = new Map(cited.map((citation) => [`${citation.source}:${citation.clause ?? ""}`, citation]));
      const line = `${elementKinds[list][at]} · ${name}${named}`;
      return [...distinct.values()].map(({ source, clause }) => ({ source, clause: clause ?? "", line }));
    }),
  );
  const places = [...new Set(listed.map(({ source, clause }) => `${source}:${clause}`))];
  const order = (place: string): string => {
    const [source = "", clause = ""] = place.split(":");
    return `${clause === "" ? "~" : clause}${String(pack.sources.findIndex(({ id }) => id === source)).padStart(3, "0")}`;
  };
  return places
    .sort((left, right) => (order(left) < order(right) ? -1 : 1))
    .flatMap((place) => {
      const lines = [...new Set(listed.filter(({ source, clause }) => `${source}:${clause}` === place).map(({ line }) => line))];
      const shown = place.endsWith(":") ? `\`${place.slice(0, -1)}\` ${text.noClause[at]}` : `\`${place}\``;
      return [`- ${shown}`, ...lines.map((line) => `  - ${line}`)];
    });
}

function valueCitations({ values, citations }: PolicyParameter): readonly Citation[] {
  return [...values.flatMap(({ basis }) => (basis.kind === "policy" ? basis.citations : [])), ...(citations ?? [])];
}

function ruleTable(pack: PolicyPack, locale: Locale): readonly string[] {
  const at = locale === "en" ? 1 : 0;
  const words = catalogs[locale].words;
  const relations = { atLeast: "at-least", atMost: "at-most", moreThan: "more-than", lessThan: "less-than" } as const;
  return table(
    [text.rule[at], text.clause[at], text.modality[at], text.applies[at], text.inForce[at], text.limits[at]],
    (pack.rules ?? []).map((rule) => {
      const bounds = "bounds" in rule ? Object.entries(rule.bounds) : [];
      const limits = bounds.map(([key, id]) => `${words.relation[relations[key as keyof typeof relations]]} \`${id}\``);
      const amounts = "atLeast" in rule ? [`${words.relation["at-least"]} \`${rule.atLeast}\``] : [];
      const due = rule.due === undefined ? "" : ` ${text.due[at]} ${rule.due}`;
      return [
        `${rule.label[locale]} (\`${rule.id}\`)`,
        clausesOf(rule.citations).slice(1, -1),
        words.modality[rule.modality],
        subjects[rule.appliesTo.subject][at],
        `${span(rule, text.always[at])}${due}`,
        [...limits, ...amounts].join("; "),
      ];
    }),
  );
}

function parameterTable(pack: PolicyPack, locale: Locale): readonly string[] {
  const at = locale === "en" ? 1 : 0;
  const { unit } = catalogs[locale].words;
  return table(
    [text.id[at], text.title[at], text.value[at], text.clause[at]],
    (pack.parameters ?? []).map((parameter) => [
      `\`${parameter.id}\``,
      parameter.label[locale],
      parameter.values.map((value) => `${value.value}${unit[parameter.unit]}${inDays(value)}`).join("; ") || text.noFigure[at],
      [...new Set(valueCitations(parameter).map((citation) => clausesOf([citation]).slice(1, -1)))].join(", "),
    ]),
  );
}

function inDays(value: DatedValue<string>): string {
  return value.from === undefined && value.until === undefined ? "" : ` [${value.from ?? "…"}, ${value.until ?? "…"})`;
}

function span(range: { readonly from?: string | undefined; readonly until?: string | undefined }, always: string): string {
  return range.from === undefined && range.until === undefined ? always : `[${range.from ?? "…"}, ${range.until ?? "…"})`;
}

function timelineList(pack: PolicyPack, locale: Locale): readonly string[] {
  const at = locale === "en" ? 1 : 0;
  const resolved = resolvePolicies([pack]);
  if (!resolved.ok) throw new Error(`${pack.id} does not stand alone`);
  return policyTimeline(resolved.value).map(({ on, events: happening }) => {
    const kinds = [...new Set(happening.map(({ kind }) => kind))];
    const said = kinds.map((kind) => {
      const ids = happening.filter((event) => event.kind === kind).map(({ id }) => `\`${id}\``);
      return `${events[kind][at]} ${ids.join(", ")}`;
    });
    return `- ${on}: ${said.join("; ")}`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(pagesFolder, { recursive: true });
  for (const pack of allPacks) writeFileSync(`${pagesFolder}/${pack.id}.md`, packPage(pack));
  console.log(`${allPacks.length} pages in docs/packs`);
}
