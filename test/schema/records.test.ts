import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { Exchange, Observation, Task, Teacher } from "../../src/domain/index.js";
import {
  type exchangesSchema,
  jsonSchemas,
  type observationsSchema,
  readExchanges,
  readObservations,
  readTasks,
  readTeachers,
  readWorkRecords,
  type tasksSchema,
  type teachersSchema,
  type WorkRecordsFile,
  type workRecordsSchema,
} from "../../src/schema/index.js";

type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { readonly [Key in keyof Value]: Frozen<Value[Key]> };

const faults = (read: { readonly issues: readonly { readonly code: string; readonly path: readonly (string | number)[] }[] }): string[] =>
  read.issues.map(({ code, path }) => `${code} @ ${path.join(".")}`);

describe("the output of each schema is its interface", () => {
  it("of people, work and observations", () => {
    expectTypeOf<Frozen<z.output<typeof teachersSchema>["teachers"][number]>>().toEqualTypeOf<Frozen<Teacher>>();
    expectTypeOf<Frozen<z.output<typeof exchangesSchema>["exchanges"][number]>>().toEqualTypeOf<Frozen<Exchange>>();
    expectTypeOf<Frozen<z.output<typeof tasksSchema>["tasks"][number]>>().toEqualTypeOf<Frozen<Task>>();
    expectTypeOf<Frozen<z.output<typeof workRecordsSchema>>>().toEqualTypeOf<Frozen<WorkRecordsFile>>();
    expectTypeOf<Frozen<z.output<typeof observationsSchema>["observations"][number]>>().toEqualTypeOf<Frozen<Observation>>();
  });
});

describe("remedies", () => {
  const exchange = (own: object) =>
    readExchanges({
      format: "school-groups.exchanges.v1",
      exchanges: [{ id: "e", person: "t", from: "a", to: "b", start: "2023-09-01", ...own }],
    });

  it("of a day do not offer the month that was refused", () => {
    expect(exchange({ start: "2024-09" }).issues).toMatchObject([{ code: "impossible-date", params: { text: "2024-09", whole: true } }]);
    const teachers = [{ id: "t", school: "a", born: "1970-02-30" }];
    const read = readTeachers({ format: "school-groups.teachers.v1", teachers });
    expect(read.issues).toMatchObject([{ code: "impossible-date" }]);
    expect(read.issues[0]?.params).not.toHaveProperty("whole");
  });

  it("of a key of another shape do not offer the same key", () => {
    const [first] = exchange({ load: { kind: "full-time", days: 3 } }).issues;
    expect(first).toMatchObject({ code: "unknown-key", params: { key: "days" } });
    expect(first?.params).not.toHaveProperty("likely");
  });
});

describe("readers of records", () => {
  it("hand over what is sound", () => {
    const teacher: Teacher = {
      id: "t",
      school: "a",
      born: "1970-05",
      service: [{ school: "a", from: "2010" }],
      reasons: [{ reason: "own", effect: "postponed" }],
    };
    expect(readTeachers({ format: "school-groups.teachers.v1", teachers: [teacher] })).toEqual({ ok: true, value: [teacher], issues: [] });
    const exchange: Exchange = {
      id: "e",
      person: "t",
      from: "a",
      to: "b",
      start: "2023-09-01",
      load: { kind: "days-per-week", days: 1.5 },
    };
    expect(readExchanges({ format: "school-groups.exchanges.v1", exchanges: [exchange] })).toEqual({
      ok: true,
      value: [exchange],
      issues: [],
    });
    const file = {
      format: "school-groups.work-records.v1",
      records: [{ task: "k", phase: "arrange", school: "a", on: { from: "2023-09-01", until: "2023-09-05" } }],
      activities: [{ activity: "research", on: "2023-09-06", amount: "0.5" }],
    };
    expect(readWorkRecords(file)).toEqual({ ok: true, value: file, issues: [] });
  });

  it("name every fault of every record", () => {
    const teachers = [{ id: "t" }, { id: "u", school: "a", backbone: "yes", bakbone: true }];
    expect(faults(readTeachers({ format: "school-groups.teachers.v1", teachers }))).toEqual([
      "missing-field @ teachers.0.school",
      "wrong-type @ teachers.1.backbone",
      "unknown-key @ teachers.1.bakbone",
    ]);
    const exchange = { id: "e", person: "t", from: "a", to: "b", start: "2023-09-01", load: { kind: "days-per-week", days: -1 } };
    expect(faults(readExchanges({ format: "school-groups.exchanges.v1", exchanges: [exchange] }))).toEqual([
      "negative-count @ exchanges.0.load.days",
    ]);
    expect(faults(readTasks({ format: "school-groups.tasks.v1", tasks: [{ id: "k", group: "g" }] }))).toEqual([
      "missing-field @ tasks.0.phases",
    ]);
    const on = ["2023-02-30", { from: "2023-09-01" }, 7].map((each) => ({ task: "k", phase: "p", school: "a", on: each }));
    expect(faults(readWorkRecords({ format: "school-groups.work-records.v1", records: on }))).toEqual([
      "impossible-date @ records.0.on",
      "missing-field @ records.1.on.until",
      "wrong-type @ records.2.on",
    ]);
    const values = [null, "82.5", 82.5, true, Number.NaN].map((value) => ({ indicator: "i", subject: "a", period: "2023", value }));
    expect(faults(readObservations({ format: "school-groups.observations.v1", observations: values }))).toEqual([
      "wrong-type @ observations.3.value",
      "not-finite @ observations.4.value",
    ]);
  });

  it("answer anything else with issues", () => {
    for (const read of [readTeachers, readExchanges, readTasks, readObservations]) {
      expect(read(null).ok).toBe(false);
      expect(read({ format: "school-groups.other.v1" }).issues.map(({ code }) => code)).toEqual(["wrong-format", "missing-field"]);
    }
    expect(faults(readWorkRecords({ format: "school-groups.work-records.v1" }))).toEqual([]);
  });
});

describe("JSON Schemas", () => {
  it("are plain data, closed, and title every property in Chinese", () => {
    const untitled: string[] = [];
    const open: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      const { properties, additionalProperties, ...rest } = node as {
        properties?: Record<string, { title?: string }>;
        additionalProperties?: unknown;
      };
      if (properties !== undefined && additionalProperties !== false) open.push(path);
      for (const [key, value] of Object.entries(properties ?? {})) {
        if (!/[\u4e00-\u9fff]/.test(value.title ?? "") && !("const" in value)) untitled.push(`${path}.${key}`);
        walk(value, `${path}.${key}`);
      }
      for (const [key, value] of Object.entries(rest)) if (typeof value === "object") walk(value, `${path}/${key}`);
    };
    expect(Object.keys(jsonSchemas)).toEqual(["district", "policy-pack", "teachers", "exchanges", "tasks", "work-records", "observations"]);
    for (const [name, schema] of Object.entries(jsonSchemas)) {
      expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
      walk(schema, name);
    }
    expect([untitled, open]).toEqual([[], []]);
  });

  it("say what the district file requires and caps", () => {
    const district = jsonSchemas.district as {
      title: string;
      required: string[];
      properties: { schools: { maxItems: number; items: { required: string[] } } };
    };
    expect(district.title).toBe("区域教育集团数据");
    expect(district.required).toEqual(["format", "schools", "groups"]);
    expect(district.properties.schools.items.required).toEqual(["id", "name"]);
    expect(district.properties.schools.maxItems).toBe(200_000);
  });
});
