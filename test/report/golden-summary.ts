import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cn } from "../../src/packs/cn.js";
import { suzhou } from "../../src/packs/cn-320500-suzhou.js";
import { zengdu } from "../../src/packs/cn-421303-zengdu.js";
import { wenjiang } from "../../src/packs/cn-510115-wenjiang.js";
import { baota } from "../../src/packs/cn-610602-baota.js";
import { xining } from "../../src/packs/cn-630100-xining.js";
import { type PolicyPack, resolvePolicies } from "../../src/policy/index.js";
import { assessDistrict, type DistrictReport } from "../../src/report/index.js";
import type { Finding, Verdict } from "../../src/rules/index.js";

/** One example district: its file, its pack, and the day whose state the published document describes. */
export interface GoldenDistrict {
  readonly file: string;
  readonly pack: PolicyPack;
  readonly asOf: string;
}

export const GOLDEN_DISTRICTS: readonly GoldenDistrict[] = [
  { file: "cn-610602-baota", pack: baota, asOf: "2023-12-31" },
  { file: "cn-510115-wenjiang", pack: wenjiang, asOf: "2022-12-31" },
  { file: "cn-630100-xining", pack: xining, asOf: "2019-12-31" },
  { file: "cn-320500-suzhou-example", pack: suzhou, asOf: "2024-12-31" },
  { file: "cn-421303-zengdu", pack: zengdu, asOf: "2024-12-31" },
];

/** Where the golden report of a district stands. */
export function goldenPath(file: string): string {
  return fileURLToPath(new URL(`golden/${file}.json`, import.meta.url));
}

export function assessExample({ file, pack, asOf }: GoldenDistrict): DistrictReport {
  const policy = resolvePolicies([cn, pack]);
  if (!policy.ok) throw new Error(JSON.stringify(policy.issues));
  const text = readFileSync(new URL(`../../examples/districts/${file}.json`, import.meta.url), "utf8");
  return assessDistrict(JSON.parse(text), { policy: policy.value, asOf });
}

function countBy(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function ruleSummary(findings: readonly Finding[]): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const rules: Record<string, string[]> = {};
  for (const { rule, verdict, code } of findings) {
    const told = rules[rule] ?? [];
    told.push(`${verdict satisfies Verdict} (${code})`);
    rules[rule] = told;
  }
  return Object.fromEntries(Object.entries(rules).map(([rule, told]) => [rule, countBy(told)]));
}

/**
 * What a report says, without a word of how: counts, verdicts by rule, outcomes, coverage. No sentence and no version stands in it, so that new
 * wording leaves it alone and a verdict that changes does not.
 */
export function goldenSummary(report: DistrictReport): unknown {
  const { validation, reconciliation, coverage, compliance, size } = report;
  const parts = { ...report, provenance: undefined };
  return {
    asOf: report.provenance.asOf,
    packs: report.provenance.packs.map(({ id }) => id),
    size,
    status: Object.fromEntries(
      Object.entries(parts).flatMap(([name, part]) =>
        typeof part === "object" && "status" in part ? [[name, (part as { readonly status: string }).status]] : [],
      ),
    ),
    validation:
      validation.status === "done"
        ? { usable: validation.value.usable, issues: countBy(validation.value.issues.map(({ severity, code }) => `${severity} ${code}`)) }
        : null,
    reconciliation:
      reconciliation.status === "done"
        ? reconciliation.value.map(({ code, outcome, reason, figures, params }) => ({ code, outcome, reason, figures, params }))
        : null,
    coverage:
      coverage.status === "done"
        ? coverage.value.targets.map(({ rule, finding, soFar, listed, published }) => ({
            rule,
            verdict: finding.verdict,
            soFar: soFar?.verdict,
            listed,
            published: published.map(({ figures, covered, whole, share, sameBase, limits }) => ({
              figures,
              covered,
              whole,
              share,
              sameBase,
              limits,
            })),
          }))
        : null,
    compliance:
      compliance.status === "done"
        ? {
            overall: compliance.value.overall,
            groups: countBy(
              compliance.value.subjects.filter(({ subject }) => subject.kind === "group").map(({ rollUp }) => rollUp.verdict),
            ),
            rules: ruleSummary(compliance.value.findings),
            notFulfilled: Object.fromEntries(compliance.value.notFulfilled.map(({ rule, count }) => [rule, count])),
            notEvaluated: compliance.value.notEvaluated.map(({ rule }) => rule),
            notApplied: compliance.value.notApplied.map(({ rule, standing }) => `${rule} (${standing})`),
          }
        : null,
  };
}

/** The golden text of a district. */
export function goldenText(district: GoldenDistrict): string {
  return `${JSON.stringify(goldenSummary(assessExample(district)), null, 1)}\n`;
}
