import { describe, expect, test } from "vitest";
import { columnOf, tableOf } from "../../src/domain/index.js";
import { en } from "../../src/messages/en.js";
import { dataRequirementsText, describeFinding, describeMissing } from "../../src/messages/index.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { dataRequirements } from "../../src/policy/index.js";
import type { Finding } from "../../src/rules/index.js";
import { policyOf, rule } from "../compliance/districts.js";

const charter = rule("charter", {
  label: { "zh-CN": "制定集团章程", en: "A charter" },
  kind: "presence",
  what: { measure: "governance-item", of: "charter" },
});

describe("required data as text", () => {
  const requirements = dataRequirements(policyOf([charter]));

  test("in Chinese", () => {
    expect(dataRequirementsText(requirements, { catalog: zhCN }).split("\n").slice(0, 6)).toEqual([
      "数据需求清单",
      "  【集团治理】须包括：集团章程",
      "    集团标识：集团标识（见“集团”表）",
      "    事项类别：机构、职务、制度文本、经费、权限或机制",
      "    治理事项：政策包所列事项的标识",
      "      缺上述数据则无法判定：制定集团章程（s:1）",
    ]);
  });

  test("in English", () => {
    expect(dataRequirementsText(requirements, { catalog: en })).toContain("      undetermined without it: A charter (s:1)");
  });
});

describe("findings as sentences", () => {
  const base: Finding = {
    rule: "r",
    kind: "count",
    topic: "size",
    label: { "zh-CN": "小学规模上限", en: "Size of primary schools" },
    pack: "p",
    subject: { kind: "school", id: "a", group: "g" },
    verdict: "violated",
    modality: "must",
    force: "binding",
    code: "not-met",
    operands: [
      { id: "value", label: { "zh-CN": "学生数", en: "pupils" }, value: { kind: "exact", value: "2001", unit: "pupils" } },
      { id: "at-most", label: { "zh-CN": "上限", en: "limit" }, value: { kind: "exact", value: "2000", unit: "pupils" } },
    ],
    missing: [],
    citations: [],
  };
  const nameOf = ({ id }: { readonly id: string }) => ({ a: "甲小学", g: "甲集团" })[id];

  test("a norm is met or not", () => {
    expect(describeFinding(base, { catalog: zhCN, nameOf })).toBe(
      "集团“甲集团”的学校“甲小学”：小学规模上限，不符合（学生数：2001人，应不高于2000人）。",
    );
    expect(describeFinding(base, { catalog: en, nameOf })).toBe(
      'school "甲小学" in group "甲集团": Size of primary schools: not met (pupils: 2001 pupils; should be at most 2000 pupils).',
    );
  });

  test.each([
    ["at-most", "must", "应不高于2000人", "should be at most 2000 pupils"],
    ["at-least", "must", "应不低于2000人", "should be at least 2000 pupils"],
    ["more-than", "must-not", "不得高于2000人", "must not be more than 2000 pupils"],
    ["less-than", "must-not", "不得低于2000人", "must not be less than 2000 pupils"],
    // What is forbidden from a figure on has to stay below it: no double negative.
    ["at-least", "must-not", "应低于2000人", "should be less than 2000 pupils"],
    ["at-most", "must-not", "应高于2000人", "should be more than 2000 pupils"],
  ] as const)("the limit %s with %s", (id, modality, chinese, english) => {
    const [value, limit] = base.operands;
    if (value === undefined || limit === undefined) throw new Error("no operands");
    const finding: Finding = { ...base, modality, operands: [value, { ...limit, id }] };
    expect(describeFinding(finding, { catalog: zhCN })).toContain(`，${chinese}）`);
    expect(describeFinding(finding, { catalog: en })).toContain(`; ${english})`);
  });

  test("a plan is reached or not, and what is encouraged has no part in the conclusion", () => {
    expect(describeFinding({ ...base, force: "plan" }, { catalog: zhCN })).toContain("未达到");
    expect(describeFinding({ ...base, modality: "encouraged" }, { catalog: zhCN })).toContain("不计入结论");
  });

  test("why six of seven are not enough is said: 85 % of 7.5 is 6.375", () => {
    const area = { "zh-CN": "生均体育运动场馆面积", en: "sports area" };
    const metres = (value: string) => ({ kind: "exact", value, unit: "square-metres-per-pupil" }) as const;
    const operands: Finding["operands"] = [
      { id: "value", label: { "zh-CN": "达标项数", en: "items reached" }, value: { kind: "exact", value: "6", unit: "items" } },
      { id: "at-least", label: { "zh-CN": "应达标项数", en: "items" }, value: { kind: "exact", value: "6", unit: "items" } },
      { id: "rest-at-least", label: { "zh-CN": "余项", en: "rest" }, value: { kind: "exact", value: "0.85", unit: "ratio" } },
      { id: "short-5", label: area, value: metres("6.3") },
      { id: "short-limit-5", label: { "zh-CN": "余项", en: "rest" }, value: metres("6.375") },
    ];
    expect(describeFinding({ ...base, operands }, { catalog: zhCN, nameOf })).toBe(
      "集团“甲集团”的学校“甲小学”：小学规模上限，不符合（达标项数：6项，应不低于6项）。其中“生均体育运动场馆面积”为6.3平方米/生，低于标准的85%（6.375平方米/生）。",
    );
    expect(describeFinding({ ...base, operands }, { catalog: en, nameOf })).toContain(
      "“sports area” comes to 6.3 m² per pupil, below 85% of its standard (6.375 m² per pupil).",
    );
  });

  test("what is missing is named by its spreadsheet header", () => {
    const headerOf = (table: string, column?: string) => (column === undefined ? tableOf(table) : columnOf(table, column))?.label;
    const missing = { kind: "field", table: "headcounts", column: "pupils", subject: { kind: "school", id: "a" } } as const;
    expect(describeMissing(missing, { catalog: zhCN, headerOf, nameOf })).toBe("需补充学校“甲小学”的“学生数”（人数表）");
    const open: Finding = { ...base, verdict: "undetermined", code: "facts-missing", operands: [], missing: [missing] };
    expect(describeFinding(open, { catalog: zhCN, headerOf, nameOf })).toBe(
      "集团“甲集团”的学校“甲小学”：小学规模上限，无法判定，数据不全。为此，需补充学校“甲小学”的“学生数”（人数表）。",
    );
  });
});
