import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { District } from "../../src/domain/index.js";
import type { IndicatorSystem } from "../../src/evaluation/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { baota } from "../../src/packs/cn-610602-baota.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { assessDistrict, renderMarkdown, renderText } from "../../src/report/index.js";

const policy = resolvePolicies([cn, baota]);
if (!policy.ok) throw new Error("packs contradict each other");
const asOf = "2024-06-30";
const label = { "zh-CN": "测评", en: "test" };

/** Three groups: the reader's own, one it shares with a second, and one that is none of its business. Ids are words no sentence has. */
const district: District = {
  format: "school-groups.district.v1",
  code: "610602",
  name: "某区",
  schools: ["青松", "白杨", "红梅", "翠竹", "金桂"].map((name, index) => ({
    id: `zz${index}qq`,
    name: `${name}小学`,
    stages: ["primary"],
    sector: "public",
  })),
  groups: [
    {
      id: "vv0kk",
      name: "青松小学教育集团",
      complete: true,
      memberships: [
        { school: "zz0qq", role: "lead" },
        { school: "zz1qq", role: "member" },
        { school: "zz2qq", role: "member" },
      ],
    },
    {
      id: "vv1kk",
      name: "向阳教育集团",
      memberships: [
        { school: "zz1qq", role: "lead" },
        { school: "zz3qq", role: "member" },
      ],
    },
    { id: "vv2kk", name: "远方教育集团", memberships: [{ school: "zz4qq", role: "lead" }] },
  ],
  complete: true,
};

const system: IndicatorSystem = {
  format: "school-groups.indicator-system.v1",
  id: "own",
  label,
  items: [
    { id: "all", kind: "composite", label, mean: "arithmetic" },
    {
      id: "rate",
      parent: "all",
      kind: "leaf",
      label,
      weight: { value: 1, basis: { kind: "caller" } },
      unit: "percent",
      direction: "higher-is-better",
      source: { kind: "caller" },
      scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
      missing: { treatment: "refuse" },
    },
  ],
  rounding: { mode: "half-away-from-zero", places: 2 },
};

const report = assessDistrict(district, {
  policy: policy.value,
  asOf,
  period: { from: "2023-09-01", until: "2024-09-01" },
  inputs: {
    teachers: district.schools.map(({ id }, index) => ({ id: `t${index}`, school: id, role: "teacher", backbone: index === 0 })),
    exchanges: [
      { id: "x1", person: "t0", from: "zz0qq", to: "zz1qq", start: "2023-09-01", end: "2024-09-01", load: { kind: "full-time" } },
    ],
    evaluation: {
      system,
      observations: [61, 72, 83, 94, 55].map((value, index) => ({ indicator: "rate", subject: `zz${index}qq`, period: "2024", value })),
      period: "2024",
      bundle: {
        groups: [{ id: "vv0kk", lead: { school: "zz0qq" }, members: [{ school: "zz1qq" }, { school: "zz2qq" }] }],
        scheme: {
          basis: { kind: "caller" },
          group: { of: "every-school", schools: "mean" },
          member: { ownPart: "0.5" },
          lead: { ownPart: "0.5", answersFor: "group" },
          inSeveralGroups: "mean",
          missing: "refuse",
        },
      },
    },
  },
});

const page = (id: string, catalog = zhCN) => renderText(report, { catalog, reader: { kind: "school", id } });

describe("the pages of one school", () => {
  test("every part of the sample report was done", () => {
    expect([report.compliance.status, report.rotation.status, report.evaluation.status]).toEqual(["done", "done", "done"]);
  });

  test("name the reader, and letter its peers in the order in which its groups list them", () => {
    const text = page("zz1qq");
    expect(text.split("\n")[0]).toBe("白杨小学评估报告（某区）");
    expect(text).toContain("学校A、白杨小学、学校B");
    expect(text).toContain("白杨小学、学校C");
    // The first group is named after its lead, so that it is lettered too; the second names nobody.
    expect(text).toContain("所在集团A");
    expect(text).not.toContain("所在集团B");
    expect(text).toContain("向阳教育集团");
  });

  test("letter a group that is named after a peer's alias, in either language", () => {
    const named = {
      format: "school-groups.district.v1",
      schools: [
        { id: "s1", name: "某区白桦小学", aliases: ["白桦小学"] },
        { id: "s2", name: "青松小学" },
      ],
      groups: [
        {
          id: "g1",
          name: "白桦小学教育集团",
          memberships: [
            { school: "s1", role: "lead" },
            { school: "s2", role: "member" },
          ],
        },
      ],
    };
    const policyAlone = resolvePolicies([]);
    if (!policyAlone.ok) throw new Error("no policy");
    const small = assessDistrict(named, { policy: policyAlone.value, asOf: "2024-07-01" });
    for (const catalog of [zhCN, en]) {
      expect(renderText(small, { catalog, reader: { kind: "school", id: "s2" } })).not.toContain("白桦小学");
      expect(renderText(small, { catalog, reader: { kind: "school", id: "s1" } })).toContain("白桦小学教育集团");
    }
  });

  test("show scores of the reader and its peers, and no others", () => {
    const text = page("zz2qq");
    expect(text).toContain("83.00");
    expect(text).toContain("61.00");
    // 94 and 55 are the scores of schools in other groups.
    expect(text).not.toContain("94.00");
    expect(text).not.toContain("55.00");
  });

  test("count findings of the school and its groups only", () => {
    if (report.compliance.status !== "done") throw new Error("not done");
    const about = report.compliance.value.findings.filter(
      ({ subject }) => subject.id === "zz4qq" || (subject.kind === "group" && subject.id === "vv2kk"),
    );
    expect(about.length).toBeGreaterThan(0);
    expect(about.length).toBeLessThan(report.compliance.value.findings.length);
    expect(page("zz4qq")).toContain("远方教育集团");
  });

  test("a school in no group reads that it is in none", () => {
    const alone = assessDistrict({ ...district, groups: [] }, { policy: policy.value, asOf });
    expect(renderText(alone, { catalog: zhCN, reader: { kind: "school", id: "zz0qq" } })).toContain("数据文件未载明本校参加任何集团。");
  });

  test("a school that the report does not have is a mistake of the program", () => {
    expect(() => page("nobody")).toThrow("no school of the report");
  });

  test("the bureau is the reader when none is named", () => {
    const bureau = renderText(report, { catalog: en, reader: { kind: "bureau" } });
    expect(renderText(report, { catalog: en })).toBe(bureau);
    expect(bureau).toContain("远方教育集团");
  });
});

describe("privacy", () => {
  test.each(district.schools.map(({ id, name }) => [id, name]))("%s: no other school's name or id, in either language", (id, name) => {
    for (const catalog of [zhCN, en]) {
      const text = page(id, catalog);
      expect(text).toContain(name);
      for (const other of district.schools) {
        if (other.id === id) continue;
        expect(text).not.toContain(other.name);
        expect(text).not.toContain(other.id);
      }
      for (const group of district.groups) {
        if (!group.memberships?.some(({ school }) => school === id)) expect(text).not.toContain(group.name);
        expect(text).not.toContain(group.id);
      }
    }
  });

  const files = ["cn-320500-suzhou-example", "cn-421303-zengdu", "cn-510115-wenjiang", "cn-610602-baota", "cn-630100-xining"];
  test.each(files)("real names of %s", (file) => {
    const real = JSON.parse(readFileSync(new URL(`../../examples/districts/${file}.json`, import.meta.url), "utf8")) as District;
    const assessed = assessDistrict(real, { policy: policy.value, asOf });
    for (const own of real.schools.slice(0, 6)) {
      // A school named after another (甲校 and 甲校东校区) shows that name in its own.
      const text = renderMarkdown(assessed, { catalog: zhCN, reader: { kind: "school", id: own.id } }).replaceAll(own.name, "");
      const told = real.schools.filter((other) => other.id !== own.id && other.name !== own.name && text.includes(other.name));
      expect(told.map(({ name }) => name)).toEqual([]);
    }
  });
});
