/**
 * Validates, reconciles and assesses what real districts published, flaws included, and writes a report of each to `out/`.
 *
 *   npm run demo                        Chinese, all districts
 *   npm run demo -- --locale en         in English
 *   npm run demo -- --district 510115   one district by its code
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  assessDistrict,
  type District,
  dataRequirements,
  dataRequirementsText,
  type PolicyPack,
  renderMarkdown,
  renderText,
  resolvePolicies,
} from "school-groups";
import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { cn } from "school-groups/packs/cn";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";
import { zengdu } from "school-groups/packs/cn-421303-zengdu";
import { wenjiang } from "school-groups/packs/cn-510115-wenjiang";
import { baota } from "school-groups/packs/cn-610602-baota";
import { xining } from "school-groups/packs/cn-630100-xining";

interface DemoDistrict {
  readonly code: string;
  readonly file: string;
  readonly pack: PolicyPack;
  /** The day whose state the published document describes. */
  readonly asOf: string;
}

const DISTRICTS: readonly DemoDistrict[] = [
  { code: "610602", file: "cn-610602-baota", pack: baota, asOf: "2023-12-31" },
  { code: "510115", file: "cn-510115-wenjiang", pack: wenjiang, asOf: "2022-12-31" },
  { code: "630100", file: "cn-630100-xining", pack: xining, asOf: "2019-12-31" },
  { code: "320500", file: "cn-320500-suzhou-example", pack: suzhou, asOf: "2024-12-31" },
  { code: "421303", file: "cn-421303-zengdu", pack: zengdu, asOf: "2024-12-31" },
];

const { values } = parseArgs({ options: { locale: { type: "string", default: "zh-CN" }, district: { type: "string" } } });
const catalog = values.locale === "en" ? en : zhCN;
const chosen = DISTRICTS.filter(({ code }) => values.district === undefined || code === values.district);
if (chosen.length === 0) {
  console.error(`No district ${values.district}; there are ${DISTRICTS.map(({ code }) => code).join(", ")}.`);
  process.exitCode = 1;
}

for (const { code, file, pack, asOf } of chosen) {
  const policy = resolvePolicies([cn, pack]);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  const text = readFileSync(new URL(`districts/${file}.json`, import.meta.url), "utf8");
  const input: unknown = JSON.parse(text);
  const report = assessDistrict(input, { policy: policy.value, asOf });
  const folder = new URL(`../out/cn-${code}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("report.json", folder), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(new URL("report.zh-CN.md", folder), renderMarkdown(report, { catalog: zhCN }));
  writeFileSync(new URL("report.en.md", folder), renderMarkdown(report, { catalog: en }));
  console.log(renderText(report, { catalog }));
  if (code !== "610602" || !report.validation.value.usable) continue;
  // What Baota would have to keep for every verdict to be settled.
  const requirements = dataRequirements(policy.value, { on: asOf, district: input as District });
  console.log(dataRequirementsText(requirements, { catalog }));
  writeFileSync(new URL("data-requirements.zh-CN.txt", folder), `${dataRequirementsText(requirements, { catalog: zhCN })}\n`);
}
