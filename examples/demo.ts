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
  type DistrictReport,
  dataRequirements,
  dataRequirementsText,
  explain,
  type PolicyPack,
  readDistrict,
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
import { baotaEvaluation } from "./made-up/baota-observations.js";
import { madeUpBaota } from "./made-up/baota-report.js";
import { madeUpCohortReport } from "./made-up/cohort-report.js";
import { type MadeUpReport, shortLines, whyGraded } from "./made-up/short.js";
import { madeUpSuzhou } from "./made-up/suzhou-report.js";
import { madeUpWenjiang } from "./made-up/wenjiang-report.js";
import { madeUpXining } from "./made-up/xining-report.js";
import { madeUpZengdu } from "./made-up/zengdu-report.js";

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

function write(folder: string, report: DistrictReport): URL {
  const place = new URL(`../out/${folder}/`, import.meta.url);
  mkdirSync(place, { recursive: true });
  writeFileSync(new URL("report.json", place), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(new URL("report.zh-CN.md", place), renderMarkdown(report, { catalog: zhCN }));
  writeFileSync(new URL("report.en.md", place), renderMarkdown(report, { catalog: en }));
  return place;
}

/** Made-up data: the report and one grade explained go to their folder, a few lines to the console. */
function writeMadeUp(folder: string, madeUp: MadeUpReport): void {
  const place = write(`made-up/${folder}`, madeUp.report);
  const why = whyGraded(madeUp);
  if (why !== undefined) {
    writeFileSync(new URL("why.zh-CN.txt", place), `${explain(why, { catalog: zhCN })}\n`);
    writeFileSync(new URL("why.en.txt", place), `${explain(why, { catalog: en })}\n`);
  }
  console.log(`out/made-up/${folder}\n${shortLines(madeUp.report, catalog).join("\n")}\n`);
}

for (const { code, file, pack, asOf } of chosen) {
  const policy = resolvePolicies([cn, pack]);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  const text = readFileSync(new URL(`districts/${file}.json`, import.meta.url), "utf8");
  const report = assessDistrict(JSON.parse(text), { policy: policy.value, asOf });
  write(`cn-${code}`, report);
  console.log(renderText(report, { catalog }));
  const district = readDistrict(JSON.parse(text));
  if (!district.ok) continue;
  if (code === "610602") {
    // What Baota would have to keep for every verdict to be settled.
    const requirements = dataRequirements(policy.value, { on: asOf, district: district.value });
    console.log(dataRequirementsText(requirements, { catalog }));
    writeMadeUp("cn-610602", { report: madeUpBaota(district.value), evaluation: baotaEvaluation(district.value) });
    writeMadeUp("senior-cohort", { report: madeUpCohortReport() });
  }
  if (code === "421303") writeMadeUp("cn-421303", madeUpZengdu());
  if (code === "320500") writeMadeUp("cn-320500", madeUpSuzhou());
  if (code === "630100") writeMadeUp("cn-630100", madeUpXining());
  if (code === "510115") writeMadeUp("cn-510115", { report: madeUpWenjiang(district.value) });
  // Quota, shortfall and plan for Wenjiang's groups with made-up teachers; the solver is loaded here, never by the library.
  if (code === "510115") await import("./rotation-plan.js");
}
