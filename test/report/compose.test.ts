import { describe, expect, test } from "vitest";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { assessDistrict, renderText } from "../../src/report/index.js";

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
});
