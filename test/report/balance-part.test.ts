import { describe, expect, test } from "vitest";
import type { District, School } from "../../src/domain/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { assessDistrict, compareReports, renderMarkdown, renderText } from "../../src/report/index.js";

const policy = resolvePolicies([cn]);
if (!policy.ok) throw new Error("the pack has errors");
const options = { policy: policy.value, asOf: "2023-12-31" };
const on = "2023-09-01";
const RESOURCES = [
  "degreed-teachers",
  "backbone-teachers",
  "arts-pe-teachers",
  "room-area",
  "sports-area",
  "equipment-value",
  "multimedia-classrooms",
] as const;

/** Every total is that of `rooms`, so that one sum by hand serves all seven. */
const school = (id: string, name: string, total: number, more: Partial<School> = {}): School => ({
  id,
  name,
  stages: ["primary"],
  teachingPoint: false,
  headcounts: [{ on, pupils: 200 }],
  resources: RESOURCES.map((resource) => ({ on, resource, total })),
  ...more,
});
const district = (...schools: School[]): District => ({
  format: "school-groups.district.v1",
  name: "某区",
  complete: true,
  schools,
  groups: [],
});
const two = district(school("zz0qq", "青松小学", 600), school("zz1qq", "白杨小学", 1800));

describe("the part on the balance of resources", () => {
  test("done: figures and coefficients by hand, the verdicts beside them are those of the rules", () => {
    const { balance, compliance } = assessDistrict(two, options);
    if (balance.status !== "done" || compliance.status !== "done") throw new Error(balance.status);
    const [primary, ...others] = balance.value.stages;
    expect(others).toEqual([]);
    // 600 ÷ 200 = 3 and 1 800 ÷ 200 = 9 about 6: 3 ÷ 6
    expect(primary?.schools.map(({ indicators }) => indicators[3]?.value)).toEqual(["3", "9"]);
    expect(primary?.differences.map(({ coefficient }) => coefficient?.squared)).toEqual(RESOURCES.map(() => "0.25"));
    const judged = compliance.value.findings.find(({ rule }) => rule === "cn.balance.difference.room-area.primary");
    expect(judged?.operands.some(({ value }) => value.kind === "exact" && value.value === "0.25")).toBe(true);
  });

  test("no-input without resources, not-applicable without primary and junior schools, failed with the file", () => {
    expect(assessDistrict(district({ id: "a", name: "A", stages: ["primary"] }), options).balance).toEqual({
      status: "no-input",
      needs: [{ "zh-CN": "学校办学资源数据", en: "resources of the schools" }],
    });
    const senior = assessDistrict(district(school("a", "A", 1, { stages: ["senior"] })), options);
    expect(senior.balance).toMatchObject({ status: "not-applicable", citations: [{ source: "cn-quality-balance-2017" }] });
    expect(renderText(senior, { catalog: zhCN })).toContain("本部分不适用：资源配置均衡只测算小学和初中（见");
    expect(assessDistrict(null, options).balance.status).toBe("failed");
  });

  test("a school whose stages nobody gave may be one that counts", () => {
    const unknown = assessDistrict(district(school("a", "A", 1, { stages: undefined })), options);
    expect(unknown.balance.status).toBe("done");
  });

  test.each([
    ["zh-CN", zhCN, "指标4：生均教学及辅助用房面积", "3.00至9.00", "6.00", "资源配置均衡"],
    ["en", en, "indicator 4: teaching and auxiliary rooms", "3.00 to 9.00", "600.00", "Balance of resources"],
  ] as const)("rendered in %s, text and Markdown", (_, catalog, indicator, between, mean, title) => {
    const report = assessDistrict(two, options);
    for (const text of [renderText(report, { catalog }), renderMarkdown(report, { catalog })])
      for (const part of [indicator, between, mean, title, "0.500", "青松小学"]) expect(text.replaceAll("\\", "")).toContain(part);
    const lacking = renderText(assessDistrict({ ...two, complete: undefined }, options), { catalog });
    expect(lacking).toContain(catalog.balanceReport.open);
    expect(lacking).not.toContain("0.500");
  });

  test("eleven sections are numbered through in Chinese", () => {
    expect(renderText(assessDistrict(two, options), { catalog: zhCN })).toContain("十一、考核评价");
  });

  test("one school reads its own figures and the spread, and no other's name", () => {
    const text = renderText(assessDistrict(two, options), { catalog: zhCN, reader: { kind: "school", id: "zz1qq" } });
    expect(text).toContain("3.00至9.00");
    expect(text).toMatch(/白杨小学 +900\.00/);
    expect(text).not.toContain("300.00 ");
    expect(text).not.toContain("青松小学");
  });

  test("compared: a figure that moved, its coefficient, and a part that came", () => {
    const more = district(school("zz0qq", "青松小学", 1800), school("zz1qq", "白杨小学", 1800));
    const changes = compareReports(assessDistrict(two, options), assessDistrict(more, options)).changes.filter(
      ({ part }) => part === "balance",
    );
    expect(changes.filter(({ figure }) => figure === "difference-coefficient")).toHaveLength(7);
    const rooms = changes.find(({ figure, labels }) => figure === "resource-indicator" && labels[0]?.en.startsWith("teaching and"));
    expect(rooms).toMatchObject({ subject: { kind: "school", id: "zz0qq" }, difference: { low: "6", high: "6" } });
    const before = assessDistrict(district({ id: "zz0qq", name: "青松小学", stages: ["primary"] }), options);
    expect(compareReports(before, assessDistrict(two, options)).changes.filter(({ part }) => part === "balance")).toHaveLength(21);
  });
});
