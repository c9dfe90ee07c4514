/** `npm run docs:glossary`: writes the words of the library and of the packs, official Chinese and courtesy English, to docs/glossary.md. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Term } from "../../src/core/index.js";
import { allTables, DESIGNATION_LABELS, STAGE_LABELS } from "../../src/domain/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import type { PolicyPack } from "../../src/policy/index.js";
import { allPacks } from "../packs/all-packs.js";

/** Where the page stands. */
export const glossaryPage = fileURLToPath(new URL("../../docs/glossary.md", import.meta.url));

type Row = readonly [chinese: string, english: string, id: string];

function termRow(id: string, label: Term): Row {
  return [label["zh-CN"], label.en, id];
}

function termRows(labels: Readonly<Record<string, Term>>): readonly Row[] {
  return Object.entries(labels).map(([id, label]) => termRow(id, label));
}

function wordRows(list: "force" | "modality" | "topic"): readonly Row[] {
  const english: Readonly<Record<string, string>> = en.words[list];
  return Object.entries(zhCN.words[list]).map(([id, word]) => [word, english[id] ?? "", id]);
}

function verdictRows(): readonly Row[] {
  const verdicts = Object.entries(zhCN.findings.verdict) as [keyof typeof zhCN.findings.verdict, { met: string; reached: string }][];
  return verdicts.map(([id, { met, reached }]) => {
    const english = en.findings.verdict[id];
    const both = (one: string, other: string) => (one === other ? one : `${one} / ${other}`);
    return [both(met, reached), both(english.met, english.reached), id];
  });
}

function packRows({ frameworks = [], forms = [], governanceItems = [] }: PolicyPack): readonly Row[] {
  return [
    ...frameworks.flatMap(({ id, label, items }) => [termRow(id, label), ...items.map((item) => termRow(item.id, item.label))]),
    ...forms.map(({ id, label }) => termRow(id, label)),
    ...governanceItems.map(({ id, label }) => termRow(id, label)),
  ];
}

function section(title: string, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const lines = rows.map(([chinese, english, id]) => `| ${cell(chinese)} | ${cell(english)} | \`${id}\` |`);
  return ["", `## ${title}`, "", "| 中文 | English | id |", "| --- | --- | --- |", ...lines];
}

/** The whole page: the library's own words first, then those of each pack. */
export function glossaryText(): string {
  const tables = allTables();
  const parts = [
    "# 术语表 · Glossary",
    "",
    "由`npm run docs:glossary`从标签生成。中文为官方用语，英文为参考译名，标识用于数据和程序。",
    "",
    "Generated from the labels by `npm run docs:glossary`: the official Chinese word, a courtesy translation, and the id in data and code.",
    ...section("学段 · Stages", termRows(STAGE_LABELS)),
    ...section("认定 · Designations", termRows(DESIGNATION_LABELS)),
    ...section("文件效力 · Force of a document", wordRows("force")),
    ...section("要求程度 · Strength of a rule", wordRows("modality")),
    ...section("判定 · Verdicts", verdictRows()),
    ...section("事项 · Topics", wordRows("topic")),
    ...tables.flatMap(({ table, label, columns }) =>
      section(
        `数据表：${label["zh-CN"]} · Table: ${label.en} (${table})`,
        columns.map((column) => termRow(column.column, column.label)),
      ),
    ),
    ...allPacks.flatMap((pack) => section(`${pack.label["zh-CN"]} · ${pack.label.en} (${pack.id})`, packRows(pack))),
  ];
  return `${parts.join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(glossaryPage, glossaryText());
  console.log("docs/glossary.md");
}
