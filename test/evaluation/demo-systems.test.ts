import { readFileSync } from "node:fs";
import { checkSystem, evaluate, explainScore, type IndicatorSystem } from "school-groups/evaluation";
import { describeFinding } from "school-groups/messages";
import { zhCN } from "school-groups/messages/zh-CN";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";
import { zengdu } from "school-groups/packs/cn-421303-zengdu";
import { xining } from "school-groups/packs/cn-630100-xining";
import { readDistrict } from "school-groups/schema";
import { describe, expect, test } from "vitest";
import { type MadeUpReport, shortLines, whyGraded } from "../../examples/made-up/short.js";
import { madeUpSuzhou, suzhouSystem } from "../../examples/made-up/suzhou-report.js";
import { madeUpWenjiang } from "../../examples/made-up/wenjiang-report.js";
import { joinedMonths, madeUpXining, monthlySystem, monthParts, yearSystem } from "../../examples/made-up/xining-report.js";
import { madeUpZengdu, zengduSystem } from "../../examples/made-up/zengdu-report.js";
import { read, recomputed, recomputedGrade, reduced } from "./recompute.js";

/** Exact text as a double: both parts may have more digits than a double holds. */
const double = (text: string): number => {
  const [n, d] = read(text);
  return Number((n * 10n ** 15n) / d) / 1e15;
};
const dimensionsOf = (system: IndicatorSystem, root: string) =>
  system.items.filter(({ kind, parent }) => kind === "composite" && parent === root).map(({ id, label }) => ({ id, label }));
const part = ({ report }: MadeUpReport) => {
  if (report.evaluation.status !== "done") throw new Error(JSON.stringify(report.evaluation));
  return report.evaluation.value;
};

describe("the systems of the demo have the dimensions of their sources", () => {
  test.each([
    [zengduSystem(), zengdu, "zengdu.five-dimensions"],
    [suzhouSystem(), suzhou, "suzhou.process"],
    [suzhouSystem(), suzhou, "suzhou.value-added"],
    [monthlySystem(), xining, "xining.monthly"],
  ] as const)("%#", (system, pack, scheme) => {
    const own = pack.evaluations?.find(({ id }) => id === scheme)?.dimensions.map(({ id, label }) => ({ id, label }));
    expect(dimensionsOf(system, scheme)).toEqual(own);
    expect(checkSystem(system)).toEqual([]);
  });

  test("weights of dimensions are the caller's, never a policy's", () => {
    for (const system of [zengduSystem(), suzhouSystem(), monthlySystem(), yearSystem()]) {
      const kinds = system.items.flatMap((item) => ("weight" in item && item.weight !== undefined ? [item.weight.basis.kind] : []));
      expect(kinds).toContain("caller");
      expect(kinds).not.toContain("policy");
    }
  });
});

describe.each([
  // The seeds are the days of the documents.
  ["Zengdu", madeUpZengdu, 20231212],
  ["Suzhou", madeUpSuzhou, 20240326],
  ["Xining", madeUpXining, 20191217],
] as const)("%s", (_, make, stated) => {
  const made = make();

  test("is labelled as made up, with its seed, and has no error", () => {
    const { remark, seed } = made.report.provenance;
    expect(remark?.["zh-CN"]).toContain("虚构");
    expect(seed).toBe(stated);
    expect(
      made.report.evaluation.status === "done" && made.report.evaluation.issues.filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });

  test("every group is scored or bounded, and its grade follows from the explanation alone", () => {
    const { evaluation, bounds = [] } = part(made);
    for (const { subject, score } of evaluation.subjects) {
      const open = bounds.find((one) => one.subject === subject);
      const [low, high] = [score ?? open?.low, score ?? open?.high].map((one) => Number(one?.printed));
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(low ?? 100);
      expect(high).toBeLessThanOrEqual(100);
    }
    const first = evaluation.subjects.find(({ score }) => score !== undefined);
    const why = whyGraded(made);
    const label = made.evaluation?.system.grades?.find(({ grade }) => grade === first?.grade)?.label.en;
    expect(why && recomputedGrade(why)).toBe(label);
  });

  test("every printed score follows from its own explanation", () => {
    const { evaluation, observed = [] } = part(made);
    const system = made.evaluation;
    if (system === undefined) throw new Error("no system");
    const scored = evaluation.subjects.filter(({ score }) => score !== undefined);
    expect(scored.length).toBeGreaterThan(0);
    for (const { subject, score } of scored) {
      const why = explainScore([...system.observations, ...observed], system, { subject });
      expect(why && recomputed(why)).toBe(reduced(score?.printed ?? ""));
    }
  });

  test("is the same again, and short on the console", () => {
    expect(make().report).toEqual(made.report);
    expect(shortLines(made.report, zhCN).length).toBeLessThan(10);
  });
});

test("Zengdu and Suzhou take leaves from ledger, rotation, balance and coverage of the same report", () => {
  const kinds = (made: MadeUpReport) => [...new Set(part(made).observed?.map(({ source }) => source))].sort();
  expect(kinds(madeUpZengdu())).toEqual(["balance", "measure", "rotation"]);
  expect(kinds(madeUpSuzhou())).toEqual(["balance", "coverage", "measure", "rotation"]);
});

describe("Xining's year", () => {
  test("a group formed in May has six of the eight months, and is judged by their plain mean", () => {
    const months = monthParts();
    expect(months.map(({ parts }) => parts.filter(({ score }) => score !== undefined).length)).toEqual([8, 8, 8, 6]);
    expect(months[3]?.parts.slice(0, 2).map(({ period, score }) => [period, score])).toEqual([
      ["2019-03", undefined],
      ["2019-04", undefined],
    ]);
    for (const [place, { value }] of joinedMonths(months).entries()) {
      const scores = months[place]?.parts.flatMap(({ score }) => (score === undefined ? [] : [double(score)])) ?? [];
      expect(double(String(value))).toBeCloseTo(scores.reduce((sum, one) => sum + one, 0) / scores.length, 9);
    }
  });

  // By hand: months 80; words 好 95, 较好 85, 一般 70 in spring, all 较好 in autumn. (95 + 85 + 70) ÷ 3 = 250/3 and 85: mean 505/6.
  // 0.6 × 80 + 0.4 × 505/6 = 48 + 101/3 = 245/3.
  test("joins the months and two supervisions in words by the example's weights", () => {
    const seen = { period: "2019", subject: "g" };
    const words = ["quality/lessons", "teachers/staff", "campus/campus"].flatMap((leaf, place) => [
      { ...seen, indicator: `spring/${leaf}`, value: ["好", "较好", "一般"][place] ?? "" },
      { ...seen, indicator: `autumn/${leaf}`, value: "较好" },
    ]);
    const result = evaluate([{ ...seen, indicator: "months", value: 80 }, ...words], { system: yearSystem(), period: "2019" });
    expect(result.ok && result.value.subjects[0]).toMatchObject({ score: { exact: "245/3", printed: "81.67" }, grade: "good" });
  });
});

test("Wenjiang is held against its targets: reached or not reached, never met or violated by name, and nothing is scored", () => {
  const text = readFileSync(new URL("../../examples/districts/cn-510115-wenjiang.json", import.meta.url), "utf8");
  const district = readDistrict(JSON.parse(text));
  if (!district.ok) throw new Error("no district");
  const report = madeUpWenjiang(district.value);
  if (report.coverage.status !== "done") throw new Error("not done");
  const { targets } = report.coverage.value;
  expect(targets.map(({ finding }) => finding.force)).toEqual(["plan", "plan", "plan"]);
  expect(targets.every(({ finding }) => finding.verdict === "satisfied" || finding.verdict === "violated")).toBe(true);
  for (const { finding } of targets) {
    const sentence = describeFinding(finding, { catalog: zhCN });
    expect(sentence).toContain(finding.verdict === "satisfied" ? "，达到" : "未达到");
    expect(sentence).not.toContain("符合");
  }
  expect(report.evaluation.status).toBe("no-input");
});
