import { describe, expect, it } from "vitest";
import { readDistrict, readDistrictParts, type SchemaIssue } from "../../src/schema/index.js";

const FORMAT = "school-groups.district.v1";
const file = (rest: object): Record<string, unknown> => ({ format: FORMAT, schools: [], groups: [], ...rest });

/** The faults as `code @ place`. */
function faults(input: unknown): string[] {
  return readDistrict(input).issues.map((issue) => `${issue.code} @ ${issue.path.join(".")}`);
}

/** An array that claims a length far beyond what it holds. */
function hollow(length: number): unknown[] {
  const list: unknown[] = [];
  list.length = length;
  return list;
}

function nested(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = { inner: value };
  return value;
}

describe("totals and money", () => {
  const total = (value: unknown) =>
    faults(file({ schools: [{ id: "a", name: "甲", resources: [{ on: "2023-09-01", resource: "books", total: value }] }] }));
  const amount = (value: unknown) =>
    faults(file({ groups: [{ id: "g", governance: { records: [{ kind: "fund", item: "f", amount: value }] } }] }));

  it("are never below 0", () => {
    for (const value of [-200000, "-1", "-0.01", "-1e-3"]) {
      expect(total(value)).toEqual(["negative-count @ schools.0.resources.0.total"]);
      expect(amount(value)).toEqual(["negative-count @ groups.0.governance.records.0.amount"]);
    }
    for (const value of [0, "0", "-0", "-0.00", "0.5", 3]) expect([...total(value), ...amount(value)]).toEqual([]);
    expect(total("many")).toEqual(["malformed-decimal @ schools.0.resources.0.total"]);
  });
});

describe("readDistrict takes what is sound", () => {
  it("and gives back a copy that is equal", () => {
    const input = file({ code: "610602", schools: [{ id: "a", name: "南关小学" }], groups: [{ id: "g" }] });
    const read = readDistrict(input);
    expect(read).toEqual({ ok: true, value: input, issues: [] });
    if (read.ok) expect(read.value.schools[0]).not.toBe((input["schools"] as unknown[])[0]);
  });

  it("and takes any text as an id, names of object properties too", () => {
    const ids = ["__proto__", "constructor", "toString", "hasOwnProperty", "编号一"];
    const read = readDistrict(file({ schools: ids.map((id) => ({ id, name: id })), groups: ids.map((id) => ({ id })) }));
    expect(read.ok && read.value.schools.map((school) => school.id)).toEqual(ids);
  });
});

describe("readDistrict answers whatever else comes in with issues", () => {
  it("no object", () => {
    for (const input of [null, undefined, 7, Number.NaN, "file", "\ufeff{}", true, [], () => file({}), 7n, Symbol("s")]) {
      expect(faults(input)).toEqual(["wrong-type @ "]);
    }
  });

  it("an empty object, or fields of other types", () => {
    expect(faults({})).toEqual(["missing-field @ format", "missing-field @ schools", "missing-field @ groups"]);
    expect(faults({ format: "v0", schools: {}, groups: "all", code: 610602, complete: 1 })).toEqual([
      "wrong-format @ format",
      "wrong-type @ code",
      "wrong-type @ complete",
      "wrong-type @ schools",
      "wrong-type @ groups",
    ]);
    expect(faults(file({ schools: [null, undefined, 1, "a", [], { id: "a", name: "甲" }] }))).toEqual([
      "wrong-type @ schools.0",
      "missing-field @ schools.1",
      "wrong-type @ schools.2",
      "wrong-type @ schools.3",
      "wrong-type @ schools.4",
    ]);
  });

  it("numbers that are no counts", () => {
    const pupils = [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, "９０", "90", null, 0, 90];
    const headcounts = pupils.map((each) => ({ on: "2023-09-01", pupils: each }));
    expect(faults(file({ schools: [{ id: "a", name: "甲", headcounts }] }))).toEqual([
      "negative-count @ schools.0.headcounts.0.pupils",
      "fractional-count @ schools.0.headcounts.1.pupils",
      "not-finite @ schools.0.headcounts.2.pupils",
      "not-finite @ schools.0.headcounts.3.pupils",
      "number-too-large @ schools.0.headcounts.4.pupils",
      "wrong-type @ schools.0.headcounts.5.pupils",
      "wrong-type @ schools.0.headcounts.6.pupils",
      "wrong-type @ schools.0.headcounts.7.pupils",
    ]);
  });

  it("texts that are broken, blank or too long", () => {
    const names = ["", "  ", "\u3000", "甲 ", "\ufeff甲", "甲\u0000乙", "甲\ud800", "\udc00甲", "甲\n乙", "甲乙😀", "甲　乙"];
    const codes = faults(file({ schools: names.map((name, index) => ({ id: `s${index}`, name })) }));
    const malformed = [3, 4, 5, 6, 7, 8].map((index) => `malformed-text @ schools.${index}.name`);
    expect(codes).toEqual([...[0, 1, 2].map((index) => `blank-text @ schools.${index}.name`), ...malformed]);
    const long = readDistrict(file({ name: "长".repeat(2_000_000) })).issues;
    expect(long.map(({ code, params }) => [code, params])).toEqual([["text-too-long", { length: 2_000_000, limit: 10_000 }]]);
  });

  it("the length limits at the limit and one beyond", () => {
    const id = (length: number): unknown => file({ groups: [{ id: "a".repeat(length) }] });
    expect(faults(id(200))).toEqual([]);
    expect(faults(id(201))).toEqual(["text-too-long @ groups.0.id"]);
    expect(faults(file({ name: "长".repeat(10_000) }))).toEqual([]);
  });

  it("dates that are none, in full-width digits too", () => {
    const dates = ["2023-02-29", "2023-13", "２０２３-09-01", "2023-9-1", "2023/2019", "20230901", "", "2023-09-01T00:00:00Z"];
    const groups = dates.map((announced, index) => ({ id: `g${index}`, announced }));
    expect(faults(file({ groups }))).toEqual(dates.map((_, index) => `impossible-date @ groups.${index}.announced`));
  });

  it("codes of another shape, in full-width digits too", () => {
    expect(faults(file({ code: "６１０６０２" }))).toEqual(["district-code-shape @ code"]);
    const school = { id: "a", name: "甲", schoolCode: "216100000", creditCode: "91110000I01623741K" };
    expect(faults(file({ schools: [school] }))).toEqual([
      "school-code-shape @ schools.0.schoolCode",
      "credit-code-shape @ schools.0.creditCode",
    ]);
  });

  it("money and totals that are no numbers", () => {
    const totals = ["12.50", 12.5, "1e3", "十二", "１２", "12%", Number.NaN, true, null];
    const resources = totals.map((total) => ({ on: "2023-09-01", resource: "books", total }));
    expect(faults(file({ schools: [{ id: "a", name: "甲", resources }] }))).toEqual([
      "malformed-decimal @ schools.0.resources.3.total",
      "malformed-decimal @ schools.0.resources.4.total",
      "malformed-decimal @ schools.0.resources.5.total",
      "not-finite @ schools.0.resources.6.total",
      "wrong-type @ schools.0.resources.7.total",
      "wrong-type @ schools.0.resources.8.total",
    ]);
  });

  it("keys it does not know, with the likely meant one", () => {
    const school = { id: "a", name: "甲", stage: ["primary"], Headcounts: [], school_code: "1", zzz: 1 };
    const likely = readDistrict(file({ schools: [school], gruops: [] })).issues.map((issue) => issue.params);
    expect(likely).toEqual([
      { key: "gruops", likely: "groups", called: "教育集团" },
      { key: "stage", likely: "stages", called: "学段" },
      { key: "Headcounts", likely: "headcounts", called: "人数" },
      { key: "school_code", likely: "schoolCode", called: "学校（机构）标识码" },
      { key: "zzz" },
    ]);
  });

  it("names the record an issue is about", () => {
    const read = readDistrict(file({ schools: [{ id: "a" }], groups: [{ id: "g", reach: "far" }, { id: 7 }] }));
    expect(read.issues.map((issue) => issue.subject)).toEqual([{ kind: "school", id: "a" }, { kind: "group", id: "g" }, undefined]);
  });
});

describe("readDistrict survives hostile input", () => {
  it("`__proto__` and `constructor` as keys touch no prototype", () => {
    const text =
      '{"format":"school-groups.district.v1","schools":[{"id":"a","name":"甲","__proto__":{"polluted":1}}],"groups":[],"constructor":{"prototype":{"polluted":1}},"__proto__":{"polluted":1}}';
    expect(faults(JSON.parse(text))).toEqual(["unknown-key @ constructor", "unknown-key @ __proto__", "unknown-key @ schools.0.__proto__"]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("cycles and 50 000 levels of nesting", () => {
    const cyclic = file({});
    cyclic["self"] = cyclic;
    cyclic["schools"] = [cyclic];
    expect(faults(cyclic)[0]).toBe("unknown-key @ self");
    expect(faults(file({ deep: nested(50_000) }))).toEqual(["unknown-key @ deep"]);
    expect(faults(file({ name: nested(50_000), schools: [nested(50_000)] }))).toEqual([
      "wrong-type @ name",
      "missing-field @ schools.0.id",
      "missing-field @ schools.0.name",
      "unknown-key @ schools.0.inner",
    ]);
  });

  it("sparse arrays, and arrays declared far longer than they are", () => {
    const sparse = hollow(3);
    sparse[1] = { id: "a", name: "甲" };
    expect(faults(file({ schools: sparse }))).toEqual(["missing-field @ schools.0", "missing-field @ schools.2"]);
    expect(faults(file({ schools: hollow(2 ** 32 - 1) }))).toEqual(["list-too-long @ schools"]);
    expect(faults(file({ groups: [{ id: "g", memberships: hollow(2 ** 32 - 1) }] }))).toEqual(["list-too-long @ groups.0.memberships"]);
    expect(faults(file({ schools: hollow(200_001) }))).toEqual(["list-too-long @ schools"]);
  });

  it("getters and proxies that throw, each at its place, without hiding the rest", () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const sly = {
      id: "b",
      get name(): string {
        throw new Error("no");
      },
    };
    expect(faults(trap)).toEqual(["unreadable-input @ "]);
    expect(faults(proxy)).toEqual(["unreadable-input @ "]);
    expect(faults(file({ schools: proxy, groups: [proxy, { id: 5 }] }))).toEqual([
      "unreadable-input @ schools",
      "unreadable-input @ groups.0",
      "wrong-type @ groups.1.id",
    ]);
    expect(faults(file({ schools: [sly, { id: "c" }] }))).toEqual(["unreadable-input @ schools.0.name", "missing-field @ schools.1.name"]);
    const list = new Proxy([1, 2], {
      get: (target, key) => {
        if (key === "1") throw new Error("no");
        return Reflect.get(target, key);
      },
    });
    expect(faults(file({ schools: list }))).toEqual(["wrong-type @ schools.0", "unreadable-input @ schools.1"]);
  });

  it("200 000 faults in one record: 10 000 issues, then exact counts", () => {
    const headcounts = Array.from({ length: 200_000 }, () => ({ on: "2023-09-01", pupils: -1 }));
    const { issues } = readDistrict(file({ schools: [{ id: "a", name: "甲", headcounts }, { id: "b" }] }));
    expect(issues.length).toBe(10_002);
    expect(issues.slice(9_999).map(({ code, params }) => [code, params])).toEqual([
      ["negative-count", { value: -1 }],
      ["further-errors", { code: "negative-count", count: 190_000 }],
      ["further-errors", { code: "missing-field", count: 1 }],
    ]);
    const keys = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`key${index}`, index]));
    const unknown = readDistrict(file({ groups: [{ id: "g", ...keys }] })).issues;
    expect(unknown.at(-1)?.params).toEqual({ code: "unknown-key", count: 190_000 });
  });
});

describe("readDistrictParts", () => {
  it("hands over the sound records with their positions, and the ids of the broken", () => {
    const found: SchemaIssue[] = [];
    const schools = Array.from({ length: 200 }, (_, index) => (index % 70 === 3 ? { id: `s${index}` } : { id: `s${index}`, name: "甲" }));
    const parts = readDistrictParts(file({ schools }), (issue) => found.push(issue));
    expect(found.map((issue) => issue.path)).toEqual([
      ["schools", 3, "name"],
      ["schools", 73, "name"],
      ["schools", 143, "name"],
    ]);
    expect(parts.schools.brokenIds).toEqual(["s3", "s73", "s143"]);
    expect(parts.schools.sound.length).toBe(197);
    expect(parts.schools.sound.every(({ index, value }) => value.id === `s${index}`)).toBe(true);
    expect(parts.district?.schools.length).toBe(197);
  });

  it("reads the lists even when the district's own fields are at fault", () => {
    const parts = readDistrictParts({ format: "v0", schools: [{ id: "a", name: "甲" }], groups: [] }, () => undefined);
    expect(parts.district).toBeUndefined();
    expect(parts.schools.sound).toEqual([{ index: 0, value: { id: "a", name: "甲" } }]);
  });
});
