import { describe, expect, test } from "vitest";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { wenjiang } from "../../src/packs/cn-510115-wenjiang.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { assessDistrict, renderMarkdown } from "../../src/report/index.js";

const policy = resolvePolicies([cn, wenjiang]);
if (!policy.ok) throw new Error("packs contradict each other");

const schools = ["lead", "member", "other-1", "other-2", "other-3"];
const exam = { minimum: 0, maximum: 200, step: "1" };
const design = (cohort: string) => ({ cohort, entrance: { id: `in-${cohort}`, ...exam }, exit: { id: `out-${cohort}`, ...exam } });

/** Pupils of every entrance mark from 81 to 120 alike in every school, ±10 about the line mark = entrance; the lead's add `shift`. */
const pupils = (cohort: string, shift: number, each = 40) =>
  schools.flatMap((school) =>
    Array.from({ length: each }, (_, k) => {
      const prior = 81 + (k % 40);
      const noise = k % 4 < 2 ? 10 : -10;
      return { id: `${cohort}-${school}-${k}`, school, prior, outcome: prior + noise + (school === "lead" ? shift : 0) };
    }),
  );

const district = {
  format: "school-groups.district.v1",
  code: "510115",
  schools: schools.map((id) => ({ id, name: id, stages: ["senior"] })),
  groups: [
    {
      id: "g",
      complete: true,
      memberships: [
        { school: "lead", role: "lead" },
        { school: "member", role: "member" },
      ],
    },
  ],
};

interface Case {
  readonly shift: number;
  readonly margin?: number;
  readonly each?: number;
  readonly before?: boolean;
}

function assessed({ shift, margin, each, before = true }: Case) {
  const earlier = { pupils: pupils("2023", 0, each), design: design("2023"), years: { from: "2020-09-01", until: "2023-07-01" } };
  const inputs = {
    pupils: {
      rows: pupils("2024", shift, each),
      design: design("2024"),
      stage: "senior" as const,
      years: { from: "2021-09-01", until: "2024-07-01" },
      ...(margin === undefined ? {} : { margin }),
      ...(before ? { before: earlier } : {}),
    },
  };
  return assessDistrict(district, { policy: policy.ok ? policy.value : neverResolved(), asOf: "2024-12-31", inputs });
}

function neverResolved(): never {
  throw new Error("no policy");
}

function findingOf(given: Case) {
  const { compliance } = assessed(given);
  if (compliance.status !== "done") throw new Error(compliance.status);
  const found = compliance.value.findings.filter(({ rule }) => rule === "wenjiang.lead-not-weakened");
  expect(found).toHaveLength(1);
  return found[0]!;
}

// Variance of the exit marks of 2023: of entrance (40² − 1) ÷ 12 = 133.25; of the noise 100; their covariance, block of four by block of
// four, (10 × (0 + 1) − 10 × (2 + 3)) ÷ 4 = −10. Together 133.25 + 100 − 20 = 213.25, its root is 14.6: 15 marks are about one standard deviation.
describe("the lead must not be weakened (wenjiang W5), judged by rules on value-added's bound", () => {
  test("fallen by about a standard deviation: violated against a margin of 0.2", () => {
    const finding = findingOf({ shift: -15, margin: 0.2 });
    expect([finding.verdict, finding.code]).toEqual(["violated", "not-met"]);
    expect(finding.subject).toMatchObject({ kind: "school", id: "lead", group: "g" });
  });

  test("not fallen, with 400 pupils a school: satisfied", () => {
    // Error of the lead's change: 10 ÷ 14.6 × √(2 ÷ 400) ≈ 0.048; 1.645 × that lies well within 0.2.
    expect(findingOf({ shift: 0, margin: 0.2, each: 400 }).verdict).toBe("satisfied");
  });

  test("not fallen, but with 12 pupils a school nobody can tell: undetermined", () => {
    // 0.68 × √(2 ÷ 12) ≈ 0.28; 1.645 × that is more than 0.2.
    expect(findingOf({ shift: 0, margin: 0.2, each: 12 })).toMatchObject({ verdict: "undetermined", code: "facts-missing" });
  });

  test("without a margin the figure is asked of the caller", () => {
    const finding = findingOf({ shift: -15 });
    expect(finding.verdict).toBe("undetermined");
    expect(finding.missing).toContainEqual({ kind: "threshold", parameter: "lead-dilution-margin" });
    expect(renderMarkdown(assessed({ shift: -15 }), { catalog: zhCN })).toContain("牵头校增值容许下降幅度");
  });

  test("without an earlier cohort nobody measures it", () => {
    const { compliance } = assessed({ shift: -15, margin: 0.2, before: false });
    if (compliance.status !== "done") throw new Error(compliance.status);
    expect(compliance.value.notEvaluated.map(({ rule }) => rule)).toContain("wenjiang.lead-not-weakened");
  });

  test("an earlier cohort that cannot be used: the other figures stand, and the report says why", () => {
    const inputs = {
      pupils: {
        rows: pupils("2024", 0),
        design: design("2024"),
        stage: "senior" as const,
        years: { from: "2021-09-01", until: "2024-07-01" },
        before: { pupils: [], design: design("2023"), years: { from: "2020-09-01", until: "2023-07-01" } },
      },
    };
    const report = assessDistrict(district, { policy: policy.ok ? policy.value : neverResolved(), asOf: "2024-12-31", inputs });
    if (report.valueAdded.status !== "done") throw new Error(report.valueAdded.status);
    expect(report.valueAdded.value.change).toBeUndefined();
    expect(report.valueAdded.issues.map(({ code }) => code)).toContain("schools-too-few");
    expect(report.valueAdded.issues.find(({ code }) => code === "schools-too-few")?.path[0]).toBe("before");
  });
});

describe("the change between cohorts", () => {
  const report = assessed({ shift: -15, margin: 0.2 });

  test("splits the narrowing: all of it is the lead's fall, the member stands still", () => {
    if (report.valueAdded.status !== "done") throw new Error(report.valueAdded.status);
    const change = report.valueAdded.value.change?.groups[0]?.change;
    if (change === null || change === undefined) throw new Error("no change");
    expect(change.membersUp.estimate).toBeCloseTo(0, 12);
    expect(change.narrowing.estimate).toBeCloseTo(change.leadDown.estimate, 12);
    expect(change.leadDown.estimate).toBeCloseTo(15 / Math.sqrt(213.25), 10);
  });

  test.each([
    [zhCN, "差距缩小（标准误）"],
    [en, "gap narrower by (standard error)"],
  ])("is printed in both languages", (catalog, header) => {
    expect(renderMarkdown(report, { catalog })).toContain(header);
  });
});
