import { describe, expect, test } from "vitest";
import type { District, Pupil } from "../../src/domain/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { resolvePolicies } from "../../src/policy/index.js";
import { assessDistrict, renderText } from "../../src/report/index.js";
import { createRandom } from "../../src/statistics/index.js";

const policy = resolvePolicies([]);
if (!policy.ok) throw new Error("no pack, no contradiction");

const names = ["青松", "白杨", "红梅", "翠竹", "金桂"].map((name) => `${name}中学`);
const ids = names.map((_, index) => `zz${index}qq`);
const district: District = {
  format: "school-groups.district.v1",
  name: "某区",
  schools: ids.map((id, index) => ({ id, name: names[index]!, stages: ["senior"] })),
  groups: [
    {
      id: "vv0kk",
      name: "晨曦教育集团",
      memberships: [{ school: ids[0]!, role: "lead" }, ...[1, 4].map((k) => ({ school: ids[k]!, role: "member" as const }))],
    },
    {
      id: "vv1kk",
      name: "远方教育集团",
      memberships: [
        { school: ids[2]!, role: "lead" },
        { school: ids[3]!, role: "member" },
        { school: ids[1]!, role: "member" },
      ],
    },
  ],
  complete: true,
};
const exam = { minimum: 0, maximum: 750, step: "1" };
const random = createRandom(5);
/** Thirty pupils a school, the last one has three. */
const rows: Pupil[] = ids.flatMap((school, j) =>
  Array.from({ length: j === 4 ? 3 : 30 }, (_, k) => {
    const prior = Math.round(400 + 60 * random.normal());
    return { id: `${school}-${k}`, school, prior, outcome: Math.round(prior + 15 * j + 30 * random.normal()) };
  }),
);
const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam } };
const report = assessDistrict(district, {
  policy: policy.value,
  asOf: "2024-12-31",
  inputs: { pupils: { rows, design, stage: "senior", years: { from: "2021-09-01", until: "2024-07-01" } } },
});
const page = (index: number, catalog = zhCN) => renderText(report, { catalog, reader: { kind: "school", id: ids[index]! } });
const shown = (value: number) => value.toFixed(3);

describe("a school's own value-added", () => {
  if (report.valueAdded.status !== "done") throw new Error(report.valueAdded.status);
  const { schools, groups } = report.valueAdded.value;
  const estimates = schools.schools.flatMap((each) => (each.status === "estimated" ? [each] : []));

  test("estimate, interval, shrunken, category, rank with its interval", () => {
    const own = estimates[3]!;
    const text = page(3);
    for (const value of [own.estimate, own.low, own.high, own.shrunken, own.intake, own.judged.low, own.judged.high])
      expect(text).toContain(shown(value));
    expect(text).toContain(zhCN.report.category[own.category]);
    expect(text).toContain(`第${own.rank.rank}名（第${own.rank.low}至第${own.rank.high}名，共4所学校）`);
  });

  test("the gap in its group, and how far it lies from its group", () => {
    const group = groups?.groups.find(({ group: id }) => id === "vv1kk");
    const text = page(2);
    expect(text).toContain("远方教育集团");
    expect(text).not.toContain("晨曦教育集团");
    expect(text).toContain(shown(group!.gap!.estimate));
    expect(text).toContain(shown(group!.schools.find(({ school }) => school === ids[2])!.deviation.estimate));
  });

  test.each([0, 1, 2, 3, 4])("school %i: no other's name, id or estimate, in either language", (index) => {
    for (const catalog of [zhCN, en]) {
      const text = page(index, catalog);
      for (const [k, id] of ids.entries()) {
        if (k === index) continue;
        expect(text).not.toContain(names[k]!);
        expect(text).not.toContain(id);
        const other = estimates.find(({ school }) => school === id);
        if (other !== undefined) expect(text).not.toContain(`${shown(other.low)}`);
      }
    }
  });

  test("below the minimum cohort it reads that nothing is published, and nothing else", () => {
    const text = page(4);
    expect(text).toContain("人数不足10人，不予公布");
    expect(text).not.toContain(zhCN.reader.own.interval);
    expect(text).not.toContain(zhCN.report.groupEffectHeader[1]);
  });

  test("a school without pupils in the cohort reads so", () => {
    const fewer = assessDistrict(district, {
      policy: policy.value,
      asOf: "2024-12-31",
      inputs: {
        pupils: {
          rows: rows.filter(({ school }) => school !== ids[0]),
          design,
          stage: "senior",
          years: { from: "2021-09-01", until: "2024-07-01" },
        },
      },
    });
    expect(renderText(fewer, { catalog: zhCN, reader: { kind: "school", id: ids[0]! } })).toContain("本校没有参加比较的学生。");
  });
});
