import { describe, expect, test } from "vitest";
import { columnOf } from "../../src/domain/index.js";
import {
  columnsOfMeasure,
  dataRequirements,
  type MeasureId,
  type Rule,
  resolvePolicies,
  skeletonCsv,
  skeletonJson,
  skeletonTables,
} from "../../src/policy/index.js";
import { packOf, rule } from "../compliance/districts.js";

const size = rule("size", {
  topic: "size",
  kind: "count",
  count: { measure: "school-pupils" },
  bounds: { atMost: "most" },
  appliesTo: { subject: "school", where: [{ fact: { measure: "stage" }, oneOf: ["primary"] }] },
});
const charter = rule("charter", { kind: "presence", what: { measure: "governance-item", of: "charter" } });
const vague = rule("vague", {
  topic: "coverage",
  kind: "coverage",
  population: { unclear: { "zh-CN": "基数未载明", en: "base not stated" } },
  covered: { by: "membership" },
  bounds: { atLeast: "unset" },
  appliesTo: { subject: "district" },
});

function policyOf(rules: readonly Rule[]) {
  const pack = packOf(rules, { most: "2000" });
  const unset = {
    id: "unset",
    label: { "zh-CN": "覆盖率", en: "coverage" },
    unit: "ratio",
    values: [],
    citations: [{ source: "s", clause: "2" }],
  } as const;
  const resolved = resolvePolicies([{ ...pack, parameters: [...(pack.parameters ?? []), unset] }]);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
}

const policy = policyOf([size, charter, vague]);
const columns = (topics: Parameters<typeof dataRequirements>[1]) =>
  dataRequirements(policy, topics).tables.flatMap(({ table, columns: list }) => list.map(({ column }) => `${table}/${column}`));

describe("what a policy needs", () => {
  test("the columns its rules and their conditions are read from, with rule and clause", () => {
    expect(columns({ topics: ["size"] })).toEqual([
      "schools/stages",
      "headcounts/school",
      "headcounts/on",
      "headcounts/stage",
      "headcounts/pupils",
    ]);
    const [schools] = dataRequirements(policy, { topics: ["size"] }).tables;
    expect(schools?.columns[0]).toMatchObject({
      label: { "zh-CN": "学段" },
      neededBy: [{ rule: "size", citations: [{ source: "s", clause: "1" }] }],
      undetermined: ["size"],
    });
  });

  test("which governance items records are wanted of, in the pack's words", () => {
    const [governance] = dataRequirements(policy, { topics: ["governance"] }).tables;
    expect(governance?.of).toEqual([{ id: "charter", label: { "zh-CN": "集团章程", en: "charter" } }]);
  });

  test("figures that no source gives, and bases that no source states", () => {
    const { figures, unclear } = dataRequirements(policy);
    expect(figures).toMatchObject([{ parameter: "unset", citations: [{ source: "s", clause: "2" }], undetermined: [{ rule: "vague" }] }]);
    expect(unclear).toMatchObject([{ rule: "vague", words: { "zh-CN": "基数未载明" } }]);
  });

  test("the base that a share leaves open is asked for as well", () => {
    const share = rule("share", {
      kind: "share",
      part: { measure: "exchanged-teachers" },
      whole: { measure: "eligible-teachers" },
      bounds: { atLeast: "unset" },
      unclear: { "zh-CN": "人数基数未载明", en: "of whom is not stated" },
    });
    const clear = { ...share, id: "clear", unclear: undefined };
    expect(dataRequirements(policyOf([share, clear])).unclear).toMatchObject([{ rule: "share", words: { "zh-CN": "人数基数未载明" } }]);
  });

  test("what is there already, and what stays undetermined without each", () => {
    const schools = [
      { id: "a", name: "甲", stages: ["primary"], headcounts: [{ on: "2023-09-01", pupils: 1 }] },
      { id: "b", name: "乙", stages: [] },
    ] as const;
    const district = { format: "school-groups.district.v1", code: "610602", schools, groups: [] } as const;
    const found = dataRequirements(policy, { topics: ["size"], district }).tables.flatMap((table) => table.columns);
    expect(found.map(({ column, present, undetermined }) => [column, present, undetermined])).toEqual([
      // An empty list of stages is no answer.
      ["stages", { rows: 2, filled: 1 }, ["size"]],
      ["school", { rows: 1, filled: 1 }, []],
      ["on", { rows: 1, filled: 1 }, []],
      // No stage: the whole school; the cell may stay empty.
      ["stage", { rows: 1, filled: 0 }, []],
      ["pupils", { rows: 1, filled: 1 }, []],
    ]);
  });

  test("rules of other jurisdictions and of other days are not asked for", () => {
    const elsewhere = { format: "school-groups.district.v1", code: "320500", schools: [], groups: [] } as const;
    expect(dataRequirements(policy, { district: elsewhere }).tables).toEqual([]);
    const old = policyOf([{ ...size, until: "2023-01-01" }]);
    expect(dataRequirements(old, { on: "2022-12-31" }).tables.length).toBe(2);
    expect(dataRequirements(old, { on: "2023-01-01" }).tables).toEqual([]);
  });
});

describe("a skeleton to fill in", () => {
  const requirements = dataRequirements(policy, { topics: ["size"] });

  test("as CSV with the headers of a spreadsheet", () => {
    expect(skeletonCsv(requirements, "schools", { locale: "zh-CN", mark: true })).toBe("\uFEFF学校标识,学校名称,学段\r\n");
    expect(skeletonCsv(requirements, "headcounts", { locale: "en" })).toBe("school id,on,stage,pupils\r\n");
    expect(() => skeletonCsv(requirements, "teachers", { locale: "en" })).toThrowError(expect.objectContaining({ code: "unknown-id" }));
    const zh = { locale: "zh" as "zh-CN" };
    expect(() => skeletonCsv(requirements, "schools", zh)).toThrowError(
      expect.objectContaining({ name: "SchoolGroupsError", code: "invalid-argument" }),
    );
  });

  test("with the columns that make a row a record, and the tables whose ids it names", () => {
    const led = policyOf([
      rule("pupils", { kind: "count", count: { measure: "group-pupils" }, bounds: { atMost: "most" }, appliesTo: { subject: "group" } }),
    ]);
    const sheets = skeletonTables(dataRequirements(led));
    const columns = (table: string) => sheets.find((sheet) => sheet.table === table)?.columns.map(({ column }) => column);
    expect(columns("memberships")).toEqual(["group", "school", "role", "from", "until"]);
    expect(columns("groups")).toEqual(["id", "name", "announced", "dissolved", "complete"]);
    expect(columns("schools")?.slice(0, 2)).toEqual(["id", "name"]);
  });

  test("as JSON under the ids that what is missing names", () => {
    expect(skeletonJson(requirements)).toEqual({
      schools: [{ id: null, name: null, stages: null }],
      headcounts: [{ school: null, on: null, stage: null, pupils: null }],
    });
  });
});

test("every column a measure is read from is a column of a table, with its header", () => {
  const measures: readonly MeasureId[] = [
    "governance-item",
    "designation",
    "group-pupils",
    "class-size",
    "covered-schools",
    "synchrony",
    "uniformity",
    "adoption",
    "activity",
    "eligible-teachers",
    "exchanged-teachers",
    "exchange-count",
    "principal-terms",
    "resource-indicator",
    "group-value-added",
    "survey-satisfaction",
    "teaching-point",
  ];
  const all = measures.flatMap((measure) => [
    ...columnsOfMeasure({ measure }),
    ...columnsOfMeasure({ measure, where: { by: "designation" } }),
  ]);
  expect(all.filter(({ table, column }) => columnOf(table, column) === undefined)).toEqual([]);
});
