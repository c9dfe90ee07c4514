import { describe, expect, test } from "vitest";
import type { PublishedFigure } from "../../src/domain/index.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { composeContext } from "../../src/report/compose/compose-context.js";
import { composeReconciliation } from "../../src/report/compose/compose-reconciliation.js";
import { assessDistrict, renderText } from "../../src/report/index.js";
import { reconcilePublished } from "../../src/validation/index.js";

const policy = resolvePolicies([cn]);
if (!policy.ok) throw new Error("the pack contradicts itself");

const kindergartens = (count: number) => ({
  format: "school-groups.district.v1",
  schools: Array.from({ length: count }, (_, index) => ({ id: `k${index}`, name: `第${index}幼儿园`, stages: ["kindergarten"] })),
  groups: [],
});
const printed = (count: number, asOf: string) =>
  renderText(assessDistrict(kindergartens(count), { policy: policy.value, asOf }), { catalog: zhCN });
const hidden = (text: string) => /另有(\d+)项规定在本区域或本日不适用/.exec(text)?.[1];

describe("what a report prints", () => {
  test("rules that apply to nobody are counted once, however many schools they would bind", () => {
    expect(hidden(printed(1, "2023-12-31"))).toMatch(/^\d+$/);
    expect(hidden(printed(4, "2023-12-31"))).toBe(hidden(printed(1, "2023-12-31")));
  });

  test("a document issued after the day is no basis of the report", () => {
    expect(printed(1, "2024-09-12")).not.toContain("渐进式延迟法定退休年龄");
    expect(printed(1, "2024-09-13")).toContain("渐进式延迟法定退休年龄");
  });

  test("a district without code and name is not called by a word of the file format", () => {
    expect(printed(1, "2023-12-31")).not.toContain("（district）");
  });

  test("what neither a document nor the caller decided is said, of the parts that were done", () => {
    const text = printed(1, "2023-12-31");
    expect(text).toContain("距判定日已满十二个月的不据以判定");
    expect(text).not.toContain("教师名册中未填岗位者");
    const file = { ...kindergartens(1), schools: [{ id: "k0", name: "第0幼儿园", stages: ["primary"] }] };
    const inputs = { teachers: [], exchanges: [] };
    const period = { from: "2023-09-01", until: "2024-09-01" };
    const report = assessDistrict(file, { policy: policy.value, asOf: "2024-08-31", inputs, period });
    expect(report.rotation.status).toBe("done");
    expect(renderText(report, { catalog: zhCN })).toContain("教师名册中未填岗位者，按教师计");
  });
});

describe("published figures held against each other", () => {
  const pupils = (id: string, value: string, stage?: string): PublishedFigure => ({
    id,
    measure: "pupils",
    as: "count",
    value,
    ...(stage === undefined ? {} : { breakdown: { by: "stage", value: stage } }),
  });
  const groups: PublishedFigure = { id: "groups", measure: "groups", as: "count", value: "1" };
  const file = (...published: PublishedFigure[]) =>
    ({ format: "school-groups.district.v1", complete: true, schools: [], groups: [{ id: "g" }], published }) as const;
  const asOf = "2023-12-31";
  const apart = [pupils("t", "30"), pupils("p", "10", "primary"), pupils("j", "15", "junior")];

  test("the contradiction comes first with its arithmetic, what agrees is listed, and nothing is said to be nothing", () => {
    const context = composeContext(assessDistrict(file(), { policy: policy.value, asOf }), zhCN, (_, __, name) => name);
    const of = (...published: PublishedFigure[]) => composeReconciliation(reconcilePublished(file(...published), { asOf }), context);
    // 10 + 15 = 25, and 30 − 25 = 5.
    const contradiction = { kind: "paragraph", text: "不符：学生数各分项（10、15）合计25，公布总数30，相差5。" };
    const [first, arithmetic, others, ...rest] = of(groups, ...apart);
    expect([first, arithmetic?.kind, others, rest]).toEqual([
      contradiction,
      "verbatim",
      { kind: "list", items: ["相符：公布集团数为1，数据文件所载为1。"] },
      [],
    ]);
    expect(of(...apart).map(({ kind }) => kind)).toEqual(["paragraph", "verbatim"]);
    expect(of()).toEqual([{ kind: "paragraph", text: "没有需要说明的事项。" }]);
  });

  test("a report prints them", () => {
    const text = renderText(assessDistrict(file(groups, ...apart), { policy: policy.value, asOf }), { catalog: zhCN });
    expect(text).toContain("不符：学生数各分项（10、15）合计25，公布总数30，相差5。");
    expect(text).toContain("相符：公布集团数为1，数据文件所载为1。");
  });
});
