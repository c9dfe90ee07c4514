/**
 * An app with its own thresholds: an overlay pack that sets another figure for a rule of the city, and adds a rule of its own whose facts the
 * app hands over. Nothing of the city's pack is edited; every finding still says which pack it rests on.
 *
 *   npm run example:own-thresholds
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assessDistrict, type Catalog, type District, type FactSource, type PolicyPack, renderText, resolvePolicies } from "school-groups";
import { zhCN } from "school-groups/messages/zh-CN";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";

/** Made up for the demonstration: no document says 85 % or 10 %. */
export const ownThresholds: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "cn-320500-own",
  version: "1.0.0",
  label: { "zh-CN": "本区自定标准（虚构，仅作演示）", en: "our own standards (made up)" },
  jurisdiction: { code: "320500", label: { "zh-CN": "苏州市", en: "Suzhou" } },
  sources: [
    {
      id: "own",
      title: { "zh-CN": "本区内部工作标准（虚构）", en: "our own working standard (made up)" },
      force: "guidance",
    },
  ],
  parameters: [
    {
      id: "own.backbone-share",
      label: { "zh-CN": "骨干教师占比下限", en: "least share of backbone teachers" },
      unit: "ratio",
      values: [{ value: "0.1", basis: { kind: "policy", citations: [{ source: "own" }] } }],
    },
  ],
  rules: [
    {
      id: "own.backbone-share",
      kind: "share",
      label: { "zh-CN": "骨干教师不少于专任教师的10%", en: "Backbone teachers are at least 10 % of teachers" },
      topic: "balance",
      citations: [{ source: "own" }],
      modality: "should",
      appliesTo: { subject: "school" },
      part: { measure: "caller", of: "backbone-teachers" },
      whole: { measure: "caller", of: "teachers" },
      bounds: { atLeast: "own.backbone-share" },
    },
  ],
  // The city's goal of all schools stays for the years after; on the way the district holds itself to 85 %.
  sets: [{ parameter: "suzhou.coverage.compulsory", values: [{ until: "2026-03-26", value: "0.85", basis: { kind: "caller" } }] }],
};

/** The app's own facts: teachers and backbone teachers of a school's headcounts. What is not there stays unknown. */
export function headcountFacts(district: District): FactSource {
  const rows = new Map(district.schools.map(({ id, headcounts }) => [id, headcounts ?? []]));
  return (subject, { measure, of }) => {
    const own = subject.kind === "school" ? rows.get(subject.id) : undefined;
    if (measure !== "caller" || own === undefined || own.length === 0) return undefined;
    const column = of === "teachers" ? "teachers" : "backboneTeachers";
    const values = own.map((row) => row[column]);
    if (values.some((value) => value === undefined)) return undefined;
    const total = String(values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
    const label = of === "teachers" ? { "zh-CN": "专任教师", en: "teachers" } : { "zh-CN": "骨干教师", en: "backbone teachers" };
    return { kind: "number", label, low: total, high: total, unit: "people" };
  };
}

/** The made-up district by the city's policy and one's own thresholds. */
export function assessByOwnThresholds(district: District, packs: readonly PolicyPack[] = [suzhou, ownThresholds]) {
  const policy = resolvePolicies(packs);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  return assessDistrict(district, { policy: policy.value, asOf: "2024-12-31", facts: headcountFacts(district) });
}

function show(catalog: Catalog): void {
  const text = readFileSync(new URL("districts/cn-320500-suzhou-example.json", import.meta.url), "utf8");
  console.log(renderText(assessByOwnThresholds(JSON.parse(text) as District), { catalog }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) show(zhCN);
