import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DistrictReport } from "../../src/report/index.js";
import { assessExample, GOLDEN_DISTRICTS, goldenPath, goldenText } from "./golden-summary.js";

const reports = new Map(GOLDEN_DISTRICTS.map((district) => [district.file, assessExample(district)]));

function reportOf(file: string): DistrictReport {
  const report = reports.get(file);
  if (report === undefined) throw new Error(`no example ${file}`);
  return report;
}

function reconciled(file: string, code: string, first: string) {
  const { reconciliation } = reportOf(file);
  return reconciliation.status === "done" ? reconciliation.value.find((one) => one.code === code && one.figures[0] === first) : undefined;
}

function covered(file: string, rule: string) {
  const { coverage } = reportOf(file);
  return coverage.status === "done" ? coverage.value.targets.find((target) => target.rule === rule) : undefined;
}

describe("golden reports (npm run golden writes them anew)", () => {
  test.each(GOLDEN_DISTRICTS.map((district) => [district.file, district] as const))("%s says what it said", (file, district) => {
    expect(goldenText(district)).toBe(readFileSync(goldenPath(file), "utf8"));
  });

  test.each(GOLDEN_DISTRICTS.map(({ file }) => file))("%s is kept whole by JSON", (file) => {
    const report = reportOf(file);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

// Every figure below is worked out by hand from the published document, clause by clause.
describe("by hand", () => {
  test("Baota C2: pupils by stage 25516 + 10616 + 3407 = 39539, published 40408, 40408 − 39539 = 869 apart", () => {
    expect(reconciled("cn-610602-baota", "parts-and-total", "pupils-primary")).toMatchObject({
      outcome: "contradicts",
      params: { sum: "39539", total: "40408", apart: "869" },
    });
  });

  // 40408 ÷ 0.3395 = 119022.09 and 40408 ÷ 0.3385 = 119373.7: the digits 33.9 % hold 119022 to 119374 pupils.
  // The stages: 25516 ÷ 0.335 + 10616 ÷ 0.2775 + 3407 ÷ 0.1495 = 76167.2 + 38255.9 + 22789.3 = 137212.3, more than all of them; at most
  // 25516 ÷ 0.325 + 10616 ÷ 0.2765 + 3407 ÷ 0.1485 = 78510.8 + 38394.2 + 22942.8 = 139847.8.
  test("Baota C2: the wholes that the shares imply exclude each other", () => {
    expect(reconciled("cn-610602-baota", "implied-wholes", "pupils-primary")).toMatchObject({
      outcome: "contradicts",
      params: { total: ["119022", "119374"], parts: ["137212", "139848"] },
    });
  });

  test("Baota C1: eleven groups, ten pairs and one of three, are 10 × 2 + 3 = 23 memberships", () => {
    expect(reportOf("cn-610602-baota").size).toMatchObject({ groups: 11, memberships: 23, schools: 23 });
  });

  // Four groups of 4, three of 3, four of 4 and one of 7: 16 + 9 + 16 + 7 = 48; 温江二中 stands in two of them, which leaves 47 schools.
  test("Wenjiang W2: 48 memberships of 47 schools; W1: 2 + 10 + 1 + 11 + 2 = 26", () => {
    expect(reportOf("cn-510115-wenjiang").size).toMatchObject({ groups: 12, memberships: 48, schools: 47 });
    const { reconciliation } = reportOf("cn-510115-wenjiang");
    const sums = reconciliation.status === "done" ? reconciliation.value.filter(({ code }) => code === "parts-and-total") : [];
    expect(sums[0]).toMatchObject({ outcome: "agrees", params: { sum: "26", total: "26", apart: "0" } });
  });

  test("Xining X1: 12 groups published, none listed, so that 0 is only a lower bound", () => {
    expect(reportOf("cn-630100-xining").reconciliation).toMatchObject({
      value: [{ outcome: "cannot-be-checked", reason: "list-partial", params: { published: "12", held: "0" } }],
    });
  });

  test("Suzhou S1, a made-up district: 6 of 7 schools are in groups; every school is wanted, and 6 ÷ 7 < 1", () => {
    expect(covered("cn-320500-suzhou-example", "suzhou.coverage.compulsory")).toMatchObject({
      finding: { verdict: "not-applicable" },
      soFar: { verdict: "violated" },
      listed: { share: { value: "6/7" }, covered: { low: 6, high: 6 }, whole: { low: 7, high: 7 } },
    });
  });

  test("Zengdu Z1, Z2: 30 of 45 is 2/3; 80 % of 45 takes 36, all of them 45", () => {
    expect(covered("cn-421303-zengdu", "zengdu.coverage.2024")?.published[0]).toMatchObject({
      share: "2/3",
      limits: [{ needed: 36, reached: "no" }],
    });
    expect(covered("cn-421303-zengdu", "zengdu.coverage.2025")?.published[0]?.limits[0]).toMatchObject({ needed: 45, reached: "no" });
  });
});
