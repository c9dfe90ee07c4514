import { describe, expect, test } from "vitest";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { assessDistrict, renderText } from "../../src/report/index.js";

const policy = resolvePolicies([cn]);
if (!policy.ok) throw new Error("packs contradict each other");
const options = { policy: policy.value, asOf: "2024-08-31" };
const assess = (input: unknown) => assessDistrict(input, options);
const page = (input: unknown, id?: string, catalog = zhCN) =>
  renderText(assess(input), { catalog, ...(id === undefined ? {} : { reader: { kind: "school", id } as const }) });

const format = "school-groups.district.v1";
/** Two measures in one published figure: an error of shape that has nothing to do with the schools. */
const published = [{ id: "x", measure: "groups", as: "count", value: "12", equals: "nix" }];
const baota = {
  format,
  code: "610602",
  name: "宝塔区",
  schools: [
    { id: "a", name: "青松小学" },
    { id: "b", name: "白杨小学" },
  ],
  groups: [
    {
      id: "g",
      name: "白杨教育集团",
      memberships: [
        { school: "b", role: "lead" },
        { school: "a", role: "member" },
      ],
    },
  ],
  published,
};

describe("a file with errors", () => {
  test("names its district, and counts nothing", () => {
    const report = assess(baota);
    expect(report.validation.value.usable).toBe(false);
    expect(report.district).toEqual({ code: "610602", name: "宝塔区" });
    expect(report.size).toBeUndefined();
    expect(report.names).toEqual({
      schools: [
        { id: "a", name: "青松小学" },
        { id: "b", name: "白杨小学" },
      ],
      groups: [{ id: "g", name: "白杨教育集团", schools: ["b", "a"] }],
    });
    const text = page(baota);
    expect(text.split("\n")[0]).toBe("宝塔区教育集团评估报告");
    expect(text).toContain("数据文件存在错误，不能据以评估");
    expect(text).not.toMatch(/学校0所|集团0个|未申报完整/);
    expect(page(baota, undefined, en)).toContain("could not be used");
  });

  test("without errors, the size stands as before", () => {
    expect(assess({ ...baota, published: [] }).size).toEqual({ schools: 2, groups: 1, memberships: 2, complete: false });
  });

  test("a school of the file reads its page; the group is not named, nor the other school", () => {
    for (const catalog of [zhCN, en]) {
      const text = page(baota, "a", catalog);
      expect(text).toContain("青松小学");
      expect(text).toContain(catalog.report.unusable);
      expect(text).not.toContain("白杨");
    }
    expect(() => page(baota, "nobody")).toThrow("no school of the report");
  });

  test("errors of sense are errors too", () => {
    const unknown = { ...baota, published: [], groups: [{ id: "g", memberships: [{ school: "z", role: "lead" }] }] };
    expect(assess(unknown).district.name).toBe("宝塔区");
    expect(page(unknown, "a")).toContain(zhCN.report.unusable);
  });

  test("broken records are named, by their id where the name is not sound, and texts that are not sound are left out", () => {
    const broken = {
      ...baota,
      name: "宝塔区\n# 假标题",
      code: "61060",
      schools: [{ id: "a", name: "青松小学", stages: "primary" }, { id: "b", name: 7 }, { id: "c\u0000", name: "丙校" }, null, "d"],
      groups: [{ id: "g", memberships: [{ school: "a" }, { school: 3 }, null] }, 5],
    };
    const report = assess(broken);
    expect(report.district).toEqual({ code: undefined, name: undefined });
    expect(report.names).toEqual({
      schools: [
        { id: "a", name: "青松小学" },
        { id: "b", name: "b" },
      ],
      groups: [{ id: "g", name: "g", schools: ["a"] }],
    });
    expect(page(broken, "a")).toContain("青松小学");
  });

  test("of two schools with one id the first reads, and nothing of the second", () => {
    const headcounts = [{ on: "2023-09-01", staff: 3, teachers: 5 }];
    const twice = { ...baota, published: [], schools: [...baota.schools, { id: "a", name: "红梅小学", headcounts }] };
    expect(page(twice)).toContain("“红梅小学”2023-09-01教职工数（3）少于专任教师数（5）");
    const text = page(twice, "a");
    expect(text).toContain("青松小学");
    expect(text).not.toContain("红梅");
  });

  test.each([[null], [7], [[]], [{}], [{ schools: 3, groups: { length: 2 } }], [{ schools: { length: 1e12 } }]])(
    "%j gives a report without names",
    (input) => {
      const report = assess(input);
      expect([report.names, report.size]).toEqual([{ schools: [], groups: [] }, undefined]);
      expect(page(input)).toContain(zhCN.report.unusable);
    },
  );

  test("properties that throw are as if they were not there", () => {
    const hostile = {
      ...baota,
      get name(): string {
        throw new Error("no");
      },
      schools: [
        {
          get id(): string {
            throw new Error("no");
          },
        },
        { id: "a", name: "青松小学" },
      ],
    };
    const report = assess(hostile);
    expect(report.district).toEqual({ code: "610602", name: undefined });
    expect(report.names.schools).toEqual([{ id: "a", name: "青松小学" }]);
  });
});
