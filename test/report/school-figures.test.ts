import { describe, expect, test } from "vitest";
import type { District } from "../../src/domain/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { assessDistrict, type DistrictReport, renderText, type SchoolFiguresInput } from "../../src/report/index.js";

const policy = resolvePolicies([cn]);
if (!policy.ok) throw new Error("the pack has errors");
const resolved = policy.value;

const ids = ["zza", "zzb", "zzc", "zzd"];
const NAMES = ["青松", "白杨", "红梅", "翠竹"];
const marks = { minimum: 0, maximum: 100, step: "1" };
const years = { from: "2021-09-01", until: "2024-07-01" };
const district: District = {
  format: "school-groups.district.v1",
  code: "610602",
  name: "某区",
  schools: ids.map((id, k) => ({ id, name: `${NAMES[k]}学校`, stages: ["primary", "senior"] })),
  groups: [
    {
      id: "vv0",
      name: "东片教育集团",
      memberships: ids.slice(0, 3).map((school, k) => ({ school, role: k === 0 ? ("lead" as const) : ("member" as const) })),
    },
  ],
};

const meansOf = (id: string, values: readonly number[], { cohort = "2024", sd = 10 }: { cohort?: string; sd?: number | null } = {}) => ({
  rows: values.map((mean, k) => ({ school: ids[k]!, pupils: k === 3 ? 5 : 100, mean, sd })),
  design: { cohort, examination: { id, ...marks } },
});
const gradesOf = (id: string, values: readonly (readonly [number, number, number])[]) => ({
  rows: values.map(([A, B, C], k) => ({ school: ids[k]!, counts: { A, B, C } })),
  design: { cohort: "2024", examination: { id, grades: ["A", "B", "C"] } },
});

function reportOf(schoolFigures: SchoolFiguresInput): DistrictReport {
  return assessDistrict(district, { policy: resolved, asOf: "2024-07-01", inputs: { schoolFigures } });
}

function figuresOf(report: DistrictReport) {
  if (report.schoolFigures?.status !== "done") throw new Error(JSON.stringify(report.schoolFigures));
  return report.schoolFigures.value;
}

const page = (report: DistrictReport, catalog = zhCN) => renderText(report, { catalog });
const own = (report: DistrictReport, k: number, catalog = zhCN) => renderText(report, { catalog, reader: { kind: "school", id: ids[k]! } });

const means = {
  kind: "means-regression",
  stage: "senior",
  years,
  entrance: meansOf("in", [50, 60, 70, 60]),
  exit: meansOf("out", [55, 70, 75, 62]),
} as const;
const change = {
  kind: "cohort-change",
  stage: "senior",
  years,
  before: meansOf("exam", [50, 60, 70, 60], { cohort: "2023" }),
  after: meansOf("exam", [55, 70, 75, 62]),
  options: { scale: "marks" },
} as const;
const distribution = {
  kind: "grade-distribution",
  stage: "primary",
  reading: gradesOf("term", [
    [20, 10, 10],
    [10, 10, 20],
    [10, 20, 10],
    [1, 2, 2],
  ]),
} as const;
const gradeMove = {
  kind: "grade-change",
  stage: "primary",
  years,
  before: gradesOf("one", [
    [10, 10, 20],
    [20, 10, 10],
    [10, 20, 10],
    [1, 2, 2],
  ]),
  after: gradesOf("two", [
    [20, 10, 10],
    [10, 10, 20],
    [10, 20, 10],
    [1, 2, 2],
  ]),
} as const;
const KINDS = [means, change, distribution, gradeMove] as const satisfies readonly SchoolFiguresInput[];

describe("what schools' figures make of a report", () => {
  test("without them there is no such part and no such section", () => {
    const report = assessDistrict(district, { policy: resolved, asOf: "2024-07-01" });
    expect("schoolFigures" in report).toBe(false);
    expect(page(report)).not.toContain(zhCN.schoolFigures.title);
  });

  test.each(KINDS.map((input) => [input.kind, input] as const))(
    "%s: bureau and school, in both languages, with what it cannot tell",
    (kind, input) => {
      const report = reportOf(input);
      const { figures } = figuresOf(report);
      expect(figures.kind).toBe(kind);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      for (const catalog of [zhCN, en]) {
        for (const text of [page(report, catalog), own(report, 1, catalog)]) {
          expect(text).toContain(catalog.schoolFigures.title);
          for (const { words } of figures.found.cannotTell)
            expect(text.replace(/\s/g, "")).toContain(words[catalog.locale].replace(/\s/g, ""));
        }
        for (const [k, name] of NAMES.entries()) {
          expect(page(report, catalog)).toContain(`${name}学校`);
          if (k !== 1) expect(own(report, 1, catalog)).not.toContain(name);
        }
      }
    },
  );

  // Five pupils are fewer than ten: neither bureau nor school reads its mean or its grades.
  test.each(KINDS.map((input) => [input.kind, input] as const))("%s: a school of five pupils is suppressed", (_, input) => {
    const report = reportOf(input);
    expect(page(report)).toContain("人数不足10人，不予公布");
    expect(own(report, 3)).toContain("人数不足10人，不予公布");
    expect(own(report, 3)).not.toContain(zhCN.schoolFigures.cannotTell);
  });

  test("means: 55 − 50 = 5, 70 − 60 = 10, 75 − 70 = 5 against a line of weights alike; residuals in marks", () => {
    const { figures, groups } = figuresOf(
      reportOf({ ...means, entrance: meansOf("in", [50, 60, 70]), exit: meansOf("out", [55, 70, 75]) }),
    );
    // Slope (75 − 55) ÷ 20 = 1, mean 66⅔ at 60: residuals −1⅔, 3⅓, −1⅔.
    const residuals = figures.kind === "means-regression" ? figures.found.residuals.map(({ residual }) => residual) : [];
    expect(residuals.map((value) => Math.round(1000 * value))).toEqual([-1667, 3333, -1667]);
    // The lead less the mean of both members, all of 100 pupils: (−1⅔ − (3⅓ − 1⅔) ÷ 2) in standard deviations of the area.
    expect(groups?.groups[0]?.gap?.estimate).toBeLessThan(0);
  });

  test("without standard deviations: residuals in marks, no rank, and it is said", () => {
    const bare = { sd: null };
    const report = reportOf({ ...means, entrance: meansOf("in", [50, 60, 70, 60], bare), exit: meansOf("out", [55, 70, 75, 62], bare) });
    expect(page(report)).toContain(zhCN.schoolFigures.noErrors);
    expect(page(report)).not.toContain(zhCN.report.valueAddedHeader[5]);
    expect(own(report, 0)).toContain("-1.");
  });

  test("cohorts: 55 − 50, 70 − 60 and 75 − 70 marks", () => {
    const { figures } = figuresOf(reportOf(change));
    const result = figures.kind === "cohort-change" ? figures.found.result : null;
    expect(result?.schools.map((each) => (each.status === "estimated" ? each.estimate : null))).toEqual([5, 10, 5, null]);
    expect(page(reportOf(change))).toContain("2023届与2024届各校平均分");
  });

  test("grades: counts, shares and chances; 20 of 40 at A is a half", () => {
    const text = page(reportOf(distribution));
    expect(text).toMatch(/青松学校 +40 +20 +10 +10 +0\.500/);
    expect(own(reportOf(distribution), 0)).toMatch(/青松学校 +40 +20 +10 +10 +0\.500/);
    // 10 of 40 before, 20 of 40 after.
    expect(page(reportOf(gradeMove))).toMatch(/青松学校 +0\.250 → 0\.500/);
  });

  test("fewer than three schools shown: a school is told nothing, as the other's would follow", () => {
    const report = reportOf({
      ...distribution,
      reading: gradesOf("term", [
        [20, 10, 10],
        [10, 10, 20],
      ]),
    });
    expect(own(report, 0)).toContain(zhCN.reader.areaTooSmall);
    expect(own(report, 0)).not.toMatch(/青松学校 +40/);
    expect(page(report)).toMatch(/青松学校 +40/);
  });

  test("unreadable figures fail with what is wrong, and the report stands", () => {
    const report = reportOf({ ...means, exit: meansOf("in", [55, 70, 75]) });
    expect(report.schoolFigures).toMatchObject({ status: "failed", failure: "input-unusable", issues: [{ code: "same-examination" }] });
    expect(report.compliance.status).toBe("done");
    expect(page(report)).toContain(zhCN.report.failure["input-unusable"]);
  });
});

describe("whether it may be asked (national N9)", () => {
  test("primary schools by marks: not applicable, with the clause", () => {
    for (const input of [means, change]) {
      const { schoolFigures } = reportOf({ ...input, stage: "primary" });
      expect(schoolFigures).toMatchObject({ status: "not-applicable", citations: [{ clause: "N9" }] });
    }
  });

  test("grades are no marks: what the law leaves", () => {
    for (const input of [distribution, gradeMove]) expect(reportOf(input).schoolFigures?.status).toBe("done");
  });
});
