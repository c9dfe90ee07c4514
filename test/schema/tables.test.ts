import { describe, expect, test } from "vitest";
import { allTables } from "../../src/domain/index.js";
import { describeIssue } from "../../src/messages/index.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { suzhou } from "../../src/packs/cn-320500-suzhou.js";
import { zengdu } from "../../src/packs/cn-421303-zengdu.js";
import { dataRequirements, resolvePolicies, skeletonCsv, skeletonTables } from "../../src/policy/index.js";
import { readTables } from "../../src/schema/index.js";
import { validateDistrict } from "../../src/validation/index.js";

const schools = [{ 学校标识: "a", 学校名称: "甲校" }];
const groups = [{ 集团标识: "g", 集团名称: "甲集团" }];

function readingOf(tables: unknown) {
  const read = readTables(tables);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const problems = (tables: unknown) => readTables(tables).issues.map(({ code, path, params }) => [code, path, params]);

function policyOf(packs: Parameters<typeof resolvePolicies>[0]) {
  const policy = resolvePolicies(packs);
  if (!policy.ok) throw new Error("packs contradict each other");
  return policy.value;
}

describe("the words of a sheet", () => {
  const school = (cells: object) => readingOf({ schools: [{ id: "a", name: "甲校", ...cells }] }).district.schools[0];

  test("words of closed lists in Chinese, in English and as ids", () => {
    for (const stages of ["小学；初中", "小学;初中", "小学、初中", "primary；junior secondary", "primary, junior"]) {
      expect(school({ 学段: stages })?.stages).toEqual(["primary", "junior"]);
    }
    expect(school({ 办学性质: "公办", 城乡类型: "镇区", 主管层级: "县" })).toMatchObject({
      sector: "public",
      locality: "town",
      administeredBy: "county",
    });
    expect(school({ sector: "Private" })?.sector).toBe("private");
    expect(school({ 是否教学点: "是", 是否独立法人: "否" })).toMatchObject({ teachingPoint: true, legalPerson: false });
    expect(school({ "teaching-point": false })?.teachingPoint).toBe(false);
  });

  test("an empty cell is unknown, whatever a library makes of it", () => {
    for (const blank of ["", " ", "　", null, undefined])
      expect(school({ 学段: blank, 办学性质: blank })).toEqual({ id: "a", name: "甲校" });
    expect(readingOf({ schools: [...schools, { 学校标识: "", 学校名称: null }] }).district.schools.length).toBe(1);
  });

  test("days, months and years in the ways they are written", () => {
    const opened = (text: unknown) => school({ 设立日期: text })?.opened;
    for (const text of ["2023-09-01", "2023/9/1", "2023.9.1", "2023年9月1日", "２０２３年９月１日", "2023-09-01T00:00:00.000Z"]) {
      expect(opened(text)).toBe("2023-09-01");
    }
    for (const text of ["2023-09", "2023/9", "2023年9月"]) expect(opened(text)).toBe("2023-09");
    for (const text of ["2019", "2019年", 2019]) expect(opened(text)).toBe("2019");
    expect(opened("2019/2023-09")).toBe("2019/2023-09");
    expect(problems({ schools: [{ id: "a", name: "甲校", 设立日期: "2023年2月29日" }] })).toEqual([
      ["impossible-date", ["schools", 2, "opened"], { text: "2023-02-29" }],
    ]);
    // Excel's day number of 2023-09-01, or 2027-09-02 where days are counted from 1904.
    expect(problems({ schools: [{ id: "a", name: "甲校", 设立日期: 45170 }] })[0]?.slice(0, 2)).toEqual([
      "impossible-date",
      ["schools", 2, "opened"],
    ]);
    expect(problems({ schools: [{ id: "a", name: "甲校", 设立日期: new Date(0) }] })[0]?.slice(0, 2)).toEqual([
      "wrong-type",
      ["schools", 2, "opened"],
    ]);
  });

  test("numbers as text, with full-width digits and grouped thousands; ids that a sheet made numbers", () => {
    const pupils = (cell: unknown) =>
      readingOf({ schools: [{ id: 1001, name: "甲校" }], headcounts: [{ school: "1001", on: "2023-12-31", pupils: cell }] }).district
        .schools[0]?.headcounts?.[0]?.pupils;
    for (const cell of [1200, "1200", "１２００", "1,200", "1，200", " 1200 "]) expect(pupils(cell)).toBe(1200);
    expect(readingOf({ 区域: [{ 行政区划代码: 421303 }] }).district.code).toBe("421303");
    const total = readingOf({
      schools,
      resources: [{ 学校标识: "a", 统计日期: "2023-12-31", 资源类别: "教学仪器设备值", 全校总量: "200,000.50" }],
    });
    expect(total.district.schools[0]?.resources).toEqual([{ on: "2023-12-31", resource: "equipment-value", total: "200000.50" }]);
  });
});

describe("records below schools and groups", () => {
  test("memberships, forms, governance and designations stand where the district file has them", () => {
    const { district } = readingOf({
      schools,
      groups,
      memberships: [{ 集团标识: "g", 学校标识: "a", 集团内角色: "总校", 角色依据: "推断", 加入日期: "2023/9" }],
      forms: [{ 集团标识: "g", 办学模式: "own.form" }],
      governance: [{ 集团标识: "g", 事项类别: "制度文本", 治理事项: "charter", 是否具备: "是" }],
      认定: [
        { 学校标识: "a", 集团标识: "", 认定类别: "优质校", 认定层级: "市级", 是否认定: "否" },
        { 学校标识: "", 集团标识: "g", 认定类别: "试点" },
      ],
      campuses: [{ 学校标识: "a", 校区标识: "east", 校区名称: "东校区" }],
    });
    expect(district.schools).toEqual([
      {
        id: "a",
        name: "甲校",
        designations: [{ kind: "quality", level: "municipal", granted: false }],
        campuses: [{ id: "east", name: "东校区" }],
      },
    ]);
    expect(district.groups).toEqual([
      {
        id: "g",
        name: "甲集团",
        memberships: [{ school: "a", role: "lead", evidence: "inferred", from: "2023-09" }],
        forms: [{ form: "own.form" }],
        governance: { records: [{ kind: "document", item: "charter", exists: true }] },
        designations: [{ kind: "pilot" }],
      },
    ]);
  });

  test("with a policy, its items go by their official names", () => {
    const policy = policyOf([suzhou]);
    const form = policy.forms[0];
    const item = policy.governanceItems[0];
    if (form === undefined || item === undefined) throw new Error("the pack names none");
    const tables = {
      groups,
      forms: [{ group: "g", form: form.label["zh-CN"] }],
      governance: [{ group: "g", kind: item.kind, item: item.label["zh-CN"] }],
    };
    const read = readTables(tables, { policy });
    expect(read.ok && read.value.district.groups[0]).toMatchObject({
      forms: [{ form: form.id }],
      governance: { records: [{ item: item.id }] },
    });
    expect(() => readTables(tables, { policy: {} as never })).toThrowError(
      expect.objectContaining({ name: "SchoolGroupsError", code: "invalid-argument" }),
    );
  });

  test("a row of a school or group that is not listed, or of none, or of both", () => {
    expect(
      problems({
        schools,
        groups,
        headcounts: [{ 学校标识: "b", 统计日期: "2023-12-31" }, { 统计日期: "2023-12-31" }],
        designations: [{ 学校标识: "a", 集团标识: "g", 认定类别: "试点" }],
      }),
    ).toEqual([
      ["owner-not-listed", ["headcounts", 2, "school"], { owner: "school", id: "b" }],
      ["missing-field", ["headcounts", 3, "school"], { field: "学校标识" }],
      ["two-owners", ["designations", 2, "group"], { school: "a", group: "g" }],
    ]);
  });
});

describe("people and work", () => {
  test("teachers with their service and reasons, exchanges with their load", () => {
    const read = readingOf({
      schools,
      teachers: [
        {
          教师标识: "t",
          人事关系所在学校: "a",
          岗位: "副校长",
          是否在编: "在编",
          出生年月: "1980年5月",
          法定退休年龄类别: "女（原五十五周岁）",
          任教经历: "b 2010-09/2019-09；a 2019/9/1至",
          不参加或暂缓交流的情形: "孕期（暂缓）",
        },
      ],
      exchanges: [
        { id: "e", 教师标识: "t", 原学校: "a", 交流学校: "b", 起始日期: "2023/9/1", 工作量: "每周2天", 人事关系是否随转: "保留" },
      ],
    });
    expect(read.teachers).toEqual([
      {
        id: "t",
        school: "a",
        role: "vice-principal",
        establishment: true,
        born: "1980-05",
        retirementClass: "women-55",
        service: [
          { school: "b", from: "2010-09", until: "2019-09" },
          { school: "a", from: "2019-09-01" },
        ],
        reasons: [{ reason: "pregnancy", effect: "postponed" }],
      },
    ]);
    expect(read.exchanges).toEqual([
      { id: "e", person: "t", from: "a", to: "b", start: "2023-09-01", load: { kind: "days-per-week", days: 2 }, relation: "kept" },
    ]);
    expect(
      problems({ schools, teachers: [{ 教师标识: "t", 人事关系所在学校: "a", 不参加或暂缓交流的情形: "孕期" }] })[0]?.slice(0, 2),
    ).toEqual(["wrong-type", ["teachers", 2, "reasons"]]);
  });

  test("a task has a row for each phase; work records, adoptions and observations", () => {
    const read = readingOf({
      schools,
      groups,
      tasks: [
        { 任务标识: "k", 集团标识: "g", 任务名称: "联合教研", 环节: "安排", 环节期限: "2023-09-05", 参加学校: "a；b" },
        { 任务标识: "k", 集团标识: "", 任务名称: "", 环节: "实施", 环节期限: "" },
      ],
      "work-records": [{ 任务标识: "k", 环节: "安排", 学校标识: "a", 完成日期: "2023年9月4日", 佐证方: "教育局" }],
      adoptions: [{ 学校标识: "a", 统一事项: "own.item", 采用程度: "部分采用", 佐证方: "学校自报" }],
      observations: [
        { 指标标识: "satisfaction", 学校或集团标识: "a", 时期: "2023-2024学年", 数值: "无" },
        { 指标标识: "satisfaction", 学校或集团标识: "g", 时期: "2023年9月", 数值: "０.９", 回收份数: "30" },
      ],
    });
    expect(read.tasks).toEqual([
      {
        id: "k",
        group: "g",
        label: "联合教研",
        phases: [{ phase: "arrange", due: "2023-09-05" }, { phase: "implement" }],
        schools: ["a", "b"],
      },
    ]);
    expect(read.workRecords?.records).toEqual([{ task: "k", phase: "arrange", school: "a", on: "2023-09-04", attestedBy: "bureau" }]);
    expect(read.workRecords?.adoptions).toEqual([{ school: "a", practice: "own.item", level: "partial", attestedBy: "self" }]);
    expect(read.observations).toEqual([
      { indicator: "satisfaction", subject: "a", period: "2023-2024", value: null },
      { indicator: "satisfaction", subject: "g", period: "2023-09", value: "0.9", respondents: 30 },
    ]);
    expect(
      problems({
        tasks: [
          { id: "k", group: "g", phase: "安排" },
          { id: "k", group: "h", phase: "实施" },
        ],
      }),
    ).toEqual([["rows-differ", ["tasks", 3, "group"], { id: "k", field: "group id" }]]);
  });
});

describe("what cannot be read is told by table, row and column, in the sheet's words", () => {
  test("a missing cell, a word that is none, a number that is none", () => {
    const tables = {
      schools: [
        { 学校标识: "a", 学校名称: "" },
        { 学校标识: "b", 学校名称: "乙校", 办学性质: "国有", 是否教学点: "也许" },
      ],
      groups,
      headcounts: [{ 学校标识: "b", 统计日期: "2023-12", 学生数: "约100" }],
      memberships: [{ 集团标识: "g", 学校标识: "b" }],
    };
    expect(problems(tables)).toEqual([
      ["missing-field", ["schools", 2, "name"], { field: "学校名称" }],
      ["not-one-of", ["schools", 3, "sector"], { allowed: ["公办", "民办"], received: "国有" }],
      ["wrong-type", ["schools", 3, "teaching-point"], { expected: "truth-value", received: "text" }],
      ["impossible-date", ["headcounts", 2, "on"], { text: "2023-12", whole: true }],
      ["wrong-type", ["headcounts", 2, "pupils"], { expected: "number", received: "text" }],
      ["missing-field", ["memberships", 2, "role"], { field: "集团内角色" }],
    ]);
    const [missing] = readTables(tables).issues;
    expect(missing && describeIssue(missing, { catalog: zhCN })).toContain("学校名称");
  });

  test("headers and tables that are none are never dropped; twice the same header neither", () => {
    expect(
      problems({
        schools: [
          { id: "a", name: "甲校", 办学性制: "公办" },
          { id: "b", name: "乙校", 办学性制: "" },
        ],
      }),
    ).toEqual([["unknown-key", ["schools", 1, "办学性制"], { key: "办学性制", likely: "办学性质" }]]);
    expect(problems({ shools: [] })).toEqual([["unknown-key", ["shools"], { key: "shools", likely: "schools" }]]);
    expect(problems({ schools: [{ id: "a", name: "甲校", 学校名称: "乙校" }] })).toEqual([
      ["repeated-header", ["schools", 1, "学校名称"], { header: "学校名称", first: "name" }],
    ]);
    expect(problems({ schools, 学校: schools })).toEqual([["repeated-header", ["学校"], { header: "学校", first: "schools" }]]);
  });

  test("beyond the most issues that are listed, the rest are counted exactly", () => {
    const rows = Array.from({ length: 10_007 }, (_, at) => ({ 学校标识: `s${at}`, 学校名称: "甲校", 办学性质: "国有" }));
    const { issues } = readTables({ schools: rows });
    expect(issues.length).toBe(10_001);
    expect(issues.at(-1)).toMatchObject({ code: "further-errors", params: { code: "not-one-of", count: 7 } });
  });

  test("a table that is not read is a warning, and the rest is read", () => {
    const read = readTables({ schools, pupils: [{ school: "a" }] });
    expect(read.ok).toBe(true);
    expect(read.issues).toEqual([{ code: "table-not-read", severity: "warning", path: ["pupils"], params: { table: "pupils" } }]);
  });

  test("a row that notes its own place keeps it; nothing is thrown on anything", () => {
    const row = Object.defineProperty({ 学校标识: "a" }, "__rowNum__", { value: 6 });
    expect(problems({ schools: [row] })).toEqual([["missing-field", ["schools", 7, "name"], { field: "学校名称" }]]);
    const trap = Object.defineProperty({}, "schools", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
    for (const input of [
      undefined,
      null,
      1,
      "x",
      [],
      { schools: 1 },
      { schools: [null] },
      trap,
      { district: [{ code: "421303" }, { code: "421303" }] },
    ]) {
      const read = readTables(input);
      expect(read.ok).toBe(false);
      expect(read.issues.length).toBeGreaterThan(0);
    }
  });
});

test("no two columns of a table share a header, so that every header says one column", () => {
  for (const { columns } of allTables()) {
    for (const locale of ["zh-CN", "en"] as const) {
      expect(new Set(columns.map(({ label }) => label[locale])).size).toBe(columns.length);
      for (const { column, label } of columns)
        expect(columns.filter((one) => one.column === label[locale] && one.column !== column)).toEqual([]);
    }
  }
});

describe("there and back: skeleton, filled rows, district, requirements", () => {
  const policy = policyOf([cn, zengdu]);
  const filled: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    schools: { id: "a", name: "甲校", stages: "小学", sector: "公办", "teaching-point": "否", locality: "城区", "legal-person": "是" },
    groups: {
      id: "g",
      name: "甲集团",
      complete: "是",
      announced: "2023年3月",
      reach: "同学段",
      "legal-form": "多法人制",
      "counted-as": "小学",
    },
    memberships: { group: "g", school: "a", role: "牵头校", from: "2023年3月" },
    district: { code: "421303", name: "曾都区", complete: "是" },
    headcounts: { school: "a", on: "2023-12-31", pupils: "1200", classes: "30", "largest-class": "44" },
    governance: { group: "g", kind: "制度文本", item: "charter", exists: "是" },
    designations: { school: "a", kind: "优质校" },
    forms: { group: "g", form: "own" },
    campuses: { school: "a", id: "east" },
    resources: { school: "a", on: "2023-12-31", resource: "图书册数", total: "1000" },
  };

  test.each(["zh-CN", "en"] as const)("the sheets of the district file, with headers in %s", (locale) => {
    const requirements = dataRequirements(policy, { on: "2023-12-31" });
    const asked = skeletonTables(requirements).filter(({ table }) => filled[table] !== undefined);
    expect(asked.map(({ table }) => table)).toEqual(expect.arrayContaining(["schools", "groups", "memberships", "headcounts"]));
    const tables = Object.fromEntries(
      asked.map(({ table }) => {
        const headers = skeletonCsv(requirements, table, { locale }).trim().split(",");
        const columns = asked.find((one) => one.table === table)?.columns ?? [];
        expect(headers.length).toBe(columns.length);
        return [table, [Object.fromEntries(columns.map(({ column }, at) => [headers[at] ?? "", filled[table]?.[column] ?? ""]))]];
      }),
    );
    const { district } = readingOf(tables);
    const validated = validateDistrict(district, { policy, asOf: "2023-12-31" });
    expect(validated.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const after = dataRequirements(policy, { on: "2023-12-31", district });
    const open = after.tables
      .filter(({ table }) => ["schools", "groups", "memberships", "headcounts"].includes(table))
      .flatMap(({ table, columns }) =>
        columns.filter(({ undetermined }) => undetermined.length > 0).map(({ column }) => `${table}/${column}`),
      );
    // 撤销日期 is empty while a group exists; 统计归属学段 and others are filled above.
    expect(open).toEqual([]);
  });
});
