import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { cn } from "school-groups/packs/cn";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";
import { afterAll, describe, expect, test } from "vitest";
import { corrected, keepAssessment, whatChanged } from "../../examples/keep-reports.js";
import { assessByOwnThresholds, ownThresholds } from "../../examples/own-thresholds.js";

const file = JSON.parse(readFileSync(new URL("../../examples/districts/cn-320500-suzhou-example.json", import.meta.url), "utf8"));

describe("an app that keeps its reports", () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("says nothing of one, and why the second differs", () => {
    keepAssessment(folder, file, "2024-12-31", [cn, suzhou]);
    expect(whatChanged(folder, zhCN)).toBeUndefined();
    keepAssessment(folder, corrected(file), "2024-12-31", [cn, suzhou]);
    expect(readdirSync(folder).sort()).toEqual(["0001.json", "0002.json"]);
    const text = whatChanged(folder, zhCN) ?? "";
    // 6 of 7 schools, then all: 1/7 more, by the membership; nobody else joined.
    expect(text).toContain("名单所载已覆盖学校数：由6变为7（增加1）。原因：成员关系，增加1。");
    expect(text).toContain("按目前情况预判：由不符合变为符合。原因：成员关系，由不符合变为符合。");
    // 1800 pupils in 18 classes are 100 a class: at least one class has so many.
    expect(text).toMatch(/乙中学（虚构）.*原因：数据/);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(whatChanged(folder, en)).toContain("because of membership");
  });
});

describe("an app with its own thresholds", () => {
  const verdicts = (rule: string, packs = [suzhou, ownThresholds]) => {
    const { compliance, coverage } = assessByOwnThresholds(file, packs);
    if (compliance.status !== "done" || coverage.status !== "done") throw new Error("not done");
    const early = coverage.value.targets.filter((target) => target.rule === rule).map(({ soFar }) => soFar?.verdict);
    return early.length > 0 ? early : compliance.value.findings.filter((one) => one.rule === rule).map(({ verdict }) => verdict);
  };

  // 6 of 7 is 85.7 %: short of all schools, enough for 85 %.
  test("the figure set in place of the city's decides", () => {
    expect(verdicts("suzhou.coverage.compulsory", [suzhou])).toEqual(["violated"]);
    expect(verdicts("suzhou.coverage.compulsory")).toEqual(["satisfied"]);
  });

  // 30/100, 9/66, 5/50 (exactly 10 %), 28/110, 8/56, 9/76, and 2/30 = 6.7 %.
  test("the rule of its own is held against every school", () => {
    expect(verdicts("own.backbone-share")).toEqual([...Array(6).fill("satisfied"), "violated"]);
  });
});
