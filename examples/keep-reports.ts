/**
 * An app that keeps its assessments, and after a correction shows what changed and why.
 *
 * It stores what a report was made from (the file as it was, the day, the packs) beside the report: with both at hand every change has its
 * causes. Run it after `npm run build`; it keeps two assessments of the made-up district in `out/kept/` and prints what lies between them.
 *
 *   npm run example:keep-reports
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  assessDistrict,
  type Catalog,
  compareAssessments,
  type DistrictReport,
  type PolicyPack,
  renderComparison,
  resolvePolicies,
} from "school-groups";
import { zhCN } from "school-groups/messages/zh-CN";
import { cn } from "school-groups/packs/cn";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";

/** What is kept of one assessment: enough to make it again. Packs are data and are kept whole, so that later versions of them do no harm. */
export interface KeptAssessment {
  readonly asOf: string;
  readonly packs: readonly PolicyPack[];
  readonly input: unknown;
  readonly report: DistrictReport;
}

function policyOf(packs: readonly PolicyPack[]) {
  const policy = resolvePolicies(packs);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  return policy.value;
}

function keptIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    : [];
}

/** Assesses a file and keeps it under the next number: `0001.json`, `0002.json`. */
export function keepAssessment(folder: string, input: unknown, asOf: string, packs: readonly PolicyPack[]): KeptAssessment {
  const kept = { asOf, packs, input, report: assessDistrict(input, { policy: policyOf(packs), asOf }) };
  mkdirSync(folder, { recursive: true });
  const name = `${String(keptIn(folder).length + 1).padStart(4, "0")}.json`;
  writeFileSync(join(folder, name), JSON.stringify(kept));
  return kept;
}

/** What changed between the last two kept, with its causes; `undefined` while there are no two. */
export function whatChanged(folder: string, catalog: Catalog): string | undefined {
  const [before, after] = keptIn(folder)
    .slice(-2)
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as KeptAssessment);
  if (before === undefined || after === undefined) return undefined;
  const assessed = ({ input, asOf, packs }: KeptAssessment) => ({ input, options: { policy: policyOf(packs), asOf } });
  return renderComparison(compareAssessments(assessed(before), assessed(after)), { catalog });
}

interface Row {
  readonly id: string;
  readonly memberships?: readonly { readonly school: string; readonly role: string; readonly from?: string }[];
  readonly headcounts?: readonly { readonly pupils: number }[];
}

/** A correction as an office would make it: 丁小学 had joined its group all along, and 乙中学 has 1800 pupils, not 800. */
export function corrected<File extends { readonly groups: readonly Row[]; readonly schools: readonly Row[] }>(file: File): File {
  const joined = { school: "d-xiaoxue", role: "member", from: "2024-09-01" };
  return {
    ...file,
    groups: file.groups.map((group) =>
      group.id === "a-xiaoxue-jituan" ? { ...group, memberships: [...(group.memberships ?? []), joined] } : group,
    ),
    schools: file.schools.map((school) =>
      school.id === "b-zhongxue" ? { ...school, headcounts: school.headcounts?.map((row) => ({ ...row, pupils: 1800 })) } : school,
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL("../out/kept/", import.meta.url));
  const file = JSON.parse(readFileSync(new URL("districts/cn-320500-suzhou-example.json", import.meta.url), "utf8"));
  keepAssessment(folder, file, "2024-12-31", [cn, suzhou]);
  keepAssessment(folder, corrected(file), "2024-12-31", [cn, suzhou]);
  console.log(whatChanged(folder, zhCN));
}
