import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Group, Membership, School } from "../../src/domain/index.js";
import { validateDistrict } from "../../src/validation/index.js";

const ASOF = "2023-12-31";
const S = (id: string, rest: Partial<School> = {}): School => ({ id, name: `${id}校`, headcounts: [{ on: "2023-09-01" }], ...rest });
const G = (id: string, memberships: readonly Membership[], rest: Partial<Group> = {}): Group => ({ id, memberships, ...rest });
const M = (school: string, rest: Partial<Membership> = {}): Membership => ({ school, role: "member", ...rest });
const L = (school: string, rest: Partial<Membership> = {}): Membership => M(school, { role: "lead", ...rest });

function file(schools: readonly School[], groups: readonly Group[] = [], rest: object = {}): object {
  return { format: "school-groups.district.v1", schools, groups, ...rest };
}

/** What is found, as `code @ place`. */
function found(input: unknown, asOf = ASOF): string[] {
  return validateDistrict(input, { asOf }).issues.map((issue) => `${issue.code} @ ${issue.path.join(".")}`);
}

const schools = ["a", "b", "c", "d"].map((id) => S(id));

describe("a sound district", () => {
  it("has no issue", () => {
    const input = file(schools, [G("g", [L("a"), M("b")]), G("h", [L("c"), M("d")])]);
    expect(validateDistrict(input, { asOf: ASOF })).toEqual({ ok: true, value: input, issues: [] });
  });

  it("is checked on a day, or the one error is thrown", () => {
    expect(() => validateDistrict(file([]), { asOf: "2023-02-29" })).toThrow("2023-02-29");
  });
});

describe("ids", () => {
  it("that stand twice are errors at the second", () => {
    expect(found(file([S("a"), S("b", { name: "乙" }), S("a")], [G("g", [L("a")]), G("g", [L("b")])]))).toEqual([
      "duplicate-id @ schools.2.id",
      "duplicate-id @ groups.1.id",
    ]);
  });

  it("that differ by case or width only are warnings", () => {
    const names = ["abc", "ABC", "ａｂｃ", "abd", "Xy", "xY"].map((id, index) => S(id, { name: `第${index}校` }));
    expect(found(file(names))).toEqual(["similar-ids @ schools.1.id", "similar-ids @ schools.2.id", "similar-ids @ schools.5.id"]);
  });

  it("of schools that are not listed are errors, with the id when the name is known", () => {
    const result = validateDistrict(file(schools, [G("g", [L("a"), M("z"), M("b校")])]), { asOf: ASOF });
    expect(result.issues.map(({ code, params }) => [code, params])).toEqual([
      ["unknown-school", { school: "z" }],
      ["unknown-school", { school: "b校", likely: "b" }],
    ]);
  });

  it("of schools whose record is broken are not called unknown", () => {
    const broken = { id: "z", name: "", headcounts: [] };
    expect(found({ ...file(schools, [G("g", [L("a"), M("z")])]), schools: [...schools, broken] })).toEqual(["blank-text @ schools.4.name"]);
  });

  it("named as properties of objects are ids like others", () => {
    const odd = ["__proto__", "constructor"].map((id) => S(id));
    expect(found(file(odd, [G("toString", [L("__proto__"), M("constructor")])]))).toEqual([]);
    expect(found(file([], [G("g", [L("__proto__"), M("constructor")])]))).toEqual([
      "unknown-school @ groups.0.memberships.0.school",
      "unknown-school @ groups.0.memberships.1.school",
    ]);
  });
});

describe("names", () => {
  it("that are two known names run together are warnings (Wenjiang, first row as printed)", () => {
    const wenjiang = [S("y", { name: "涌泉学校" }), S("n", { name: "永宁中学" }), S("x", { name: "涌泉学校永宁中学" })];
    const { issues } = validateDistrict(file(wenjiang), { asOf: ASOF });
    expect(issues.map(({ code, path, params }) => [code, path, params])).toEqual([
      ["joined-names", ["schools", 2, "name"], { name: "涌泉学校永宁中学", first: "涌泉学校", second: "永宁中学" }],
    ]);
  });

  it("run together are seen in aliases, across spaces, and where an id belongs", () => {
    const known = [
      S("y", { name: "涌泉学校" }),
      S("n", { name: "宁中", aliases: ["永宁中学"] }),
      S("x", { name: "丙", aliases: ["永宁中学 涌泉学校"] }),
    ];
    expect(found(file(known, [G("g", [L("y"), M("涌泉学校永宁中学")])]))).toEqual([
      "joined-names @ schools.2.aliases.0",
      "unknown-school @ groups.0.memberships.1.school",
      "joined-names @ groups.0.memberships.1.school",
    ]);
  });

  it("are not called joined when a half is unknown or the school's own", () => {
    expect(found(file([S("y", { name: "涌泉学校" }), S("x", { name: "涌泉学校分校" })]))).toEqual([]);
    expect(found(file([S("y", { name: "第一", aliases: ["小学", "第一小学"] })]))).toEqual([]);
  });

  it("of two schools that are the same are a notice", () => {
    expect(found(file([S("a", { name: "第一小学" }), S("b", { name: "第 １ 小学", aliases: ["第一小学"] })]))).toEqual([
      "shared-name @ schools.1.name",
    ]);
  });
});

describe("memberships", () => {
  const overlaps = (first: Partial<Membership>, second: Partial<Membership>): string[] =>
    found(file(schools, [G("g", [L("b"), M("a", first), M("a", second)])]));

  it("of one school in one group must not overlap: the day before, of and after", () => {
    expect(overlaps({ until: "2023-09-01" }, { from: "2023-08-31" })).toEqual(["overlapping-memberships @ groups.0.memberships.2"]);
    expect(overlaps({ until: "2023-09-01" }, { from: "2023-09-01" })).toEqual([]);
    expect(overlaps({ until: "2023-09-01" }, { from: "2023-09-02" })).toEqual([]);
    expect(overlaps({}, {})).toEqual(["overlapping-memberships @ groups.0.memberships.2"]);
  });

  it("get the benefit of the doubt where dates are known in part", () => {
    expect(overlaps({ until: "2023" }, { from: "2023" })).toEqual([]);
    expect(overlaps({ until: "2023" }, { from: "2021/2023-01-01" })).toEqual([]);
    // Whatever days are meant, 31 December 2022 lies in both.
    expect(overlaps({ until: "2023" }, { from: "2022" })).toEqual(["overlapping-memberships @ groups.0.memberships.2"]);
  });

  it("that end at or before their start are errors", () => {
    const ends = (from: string, until: string): string[] => found(file(schools, [G("g", [L("b"), M("a", { from, until })])]));
    expect(ends("2023-09-01", "2023-09-02")).toEqual([]);
    expect(ends("2023-09-01", "2023-09-01")).toEqual(["end-before-start @ groups.0.memberships.1"]);
    expect(ends("2023-09", "2023-09")).toEqual([]);
    expect(ends("2023-09", "2023-08")).toEqual(["end-before-start @ groups.0.memberships.1"]);
  });

  it("outside the life of the group are errors", () => {
    const life = (membership: Partial<Membership>): string[] =>
      found(file(schools, [G("g", [L("b"), M("a", membership)], { announced: "2020-09-01", dissolved: "2024-07" })]));
    expect(life({ from: "2020-09-01", until: "2024-07-31" })).toEqual([]);
    expect(life({ from: "2020-08-31" })).toEqual(["membership-outside-group @ groups.0.memberships.1"]);
    expect(life({ from: "2020" })).toEqual([]);
    expect(life({ until: "2024-08-01" })).toEqual(["membership-outside-group @ groups.0.memberships.1"]);
    expect(life({ until: "2020-09-01" })).toEqual(["membership-outside-group @ groups.0.memberships.1"]);
  });

  it("outside the life of the school are errors; of a closed school without an end, a warning", () => {
    const life = (membership: Partial<Membership>, school: Partial<School>): string[] =>
      found(file([S("a", school), S("b")], [G("g", [L("b"), M("a", membership)])]));
    expect(life({ from: "2019-08-31" }, { opened: "2019-09-01" })).toEqual(["membership-outside-school @ groups.0.memberships.1"]);
    expect(life({ from: "2019-09-01" }, { opened: "2019-09-01" })).toEqual([]);
    expect(life({}, { closed: "2023-12-31" })).toEqual(["membership-of-closed-school @ groups.0.memberships.1"]);
    expect(life({}, { closed: "2024-01-01" })).toEqual([]);
    expect(life({ until: "2022-09-01" }, { closed: "2022-09-01" })).toEqual([]);
  });
});

describe("groups", () => {
  it("without members on the day are warned of, without a lead noticed", () => {
    expect(found(file(schools, [G("g", []), { id: "h" }, G("i", [M("a")]), G("j", [L("a", { until: "2023-12-31" })])]))).toEqual([
      "group-without-members @ groups.0",
      "group-without-members @ groups.1",
      "group-without-lead @ groups.2",
      "group-without-members @ groups.3",
    ]);
  });

  it("that are not yet formed or dissolved on the day are left alone", () => {
    expect(found(file(schools, [G("g", [], { announced: "2024-01-01" }), G("h", [], { dissolved: "2023-12-31" })]))).toEqual([]);
    expect(found(file(schools, [G("g", [], { announced: "2023-12-31" })]))).toEqual(["group-without-members @ groups.0"]);
  });

  it("with two leads on a day are warned of, not with one after the other", () => {
    const two = validateDistrict(file(schools, [G("g", [L("a"), L("b", { from: "2022-09-01" })])]), { asOf: ASOF });
    expect(two.ok).toBe(true);
    expect(two.issues.map(({ severity, code, params }) => [severity, code, params])).toEqual([
      ["warning", "two-leads", { group: "g", leads: ["a校", "b校"], from: "2022-09-01" }],
    ]);
    expect(found(file(schools, [G("g", [L("a", { until: "2022-09-01" }), L("b", { from: "2022-09-01" })])]))).toEqual([]);
  });

  it("whose lead is a member elsewhere are noticed (温江二中)", () => {
    const result = validateDistrict(file(schools, [G("g", [L("a"), M("b")]), G("h", [L("c"), M("a")])]), { asOf: ASOF });
    expect(result.issues.map(({ code, params, subject }) => [code, params, subject])).toEqual([
      ["lead-is-member-elsewhere", { school: "a校", leads: "g", memberOf: "h" }, { kind: "school", id: "a" }],
    ]);
  });

  it("whose lead is only inferred give one notice in all", () => {
    const inferred = { evidence: "inferred" } as const;
    const result = validateDistrict(file(schools, [G("g", [L("a", inferred)]), G("h", [L("b", inferred)]), G("i", [L("c")])]), {
      asOf: ASOF,
    });
    expect(result.issues.map(({ code, path, params }) => [code, path, params])).toEqual([
      ["leads-inferred", ["groups"], { count: 2, groups: ["a校", "b校"] }],
    ]);
  });

  it("of one stage: fits, does not fit, cannot be checked; nothing is concluded from a name", () => {
    const staged = [S("a", { stages: ["primary"] }), S("b", { stages: ["junior", "senior"] }), S("c", { name: "河庄坪中心小学" })];
    const same = { reach: "same-stage" } as const;
    expect(found(file(staged, [G("g", [L("b"), M("a")], { ...same, countedAs: "junior" })]))).toEqual([
      "stage-mismatch @ groups.0.memberships.1",
    ]);
    expect(found(file(staged, [G("g", [L("b"), M("a")], same)]))).toEqual(["no-common-stage @ groups.0.memberships"]);
    expect(found(file(staged, [G("g", [L("b")], { ...same, countedAs: "senior" })]))).toEqual([]);
    expect(found(file(staged, [G("g", [L("b"), M("a")], { reach: "cross-stage", countedAs: "junior" })]))).toEqual([]);
    expect(found(file(staged, [G("g", [L("b"), M("c")], { countedAs: "junior" })]))).toEqual(["stages-not-stated @ groups"]);
    expect(found(file(staged, [G("g", [L("b"), M("c")])]))).toEqual([]);
  });

  it("with dates that do not follow one another", () => {
    expect(
      found(file(schools, [G("g", [L("a")], { announced: "2023-09-01", inaugurated: "2023-08-31", dissolved: "2023-09-01" })])),
    ).toEqual(["end-before-start @ groups.0.dissolved", "inaugurated-before-announced @ groups.0.inaugurated"]);
  });
});

describe("headcounts", () => {
  const counted = (...headcounts: NonNullable<School["headcounts"]>): string[] => found(file([S("a", { headcounts })]));

  it("that are missing are one notice in all, by the day", () => {
    const result = validateDistrict(file([S("a"), { id: "b", name: "乙" }, S("c", { headcounts: [{ on: "2024-01-01" }] })]), {
      asOf: ASOF,
    });
    expect(result.issues.map(({ code, params }) => [code, params])).toEqual([["missing-headcounts", { schools: 2, of: 3, asOf: ASOF }]]);
    expect(counted({ on: "2023-12-31" })).toEqual([]);
  });

  it("with fewer staff than teachers are errors, just below, at and above", () => {
    expect(counted({ on: "2023-09-01", staff: 59, teachers: 60 })).toEqual(["staff-fewer-than-teachers @ schools.0.headcounts.0.staff"]);
    expect(counted({ on: "2023-09-01", staff: 60, teachers: 60 })).toEqual([]);
    expect(counted({ on: "2023-09-01", teachers: 5, backboneTeachers: 6 })).toEqual([
      "teachers-fewer-than-backbone @ schools.0.headcounts.0.teachers",
    ]);
  });

  it("of a stage that the school does not teach are warned of", () => {
    const of = (stages: School["stages"], ...headcounts: NonNullable<School["headcounts"]>) =>
      found(file([S("a", { stages, headcounts })]));
    const junior = { on: "2023-09-01", stage: "junior", pupils: 30 } as const;
    expect(of(["primary"], { on: "2023-09-01", stage: "primary" }, junior)).toEqual([
      "headcount-of-other-stage @ schools.0.headcounts.1.stage",
    ]);
    expect(of([], junior)).toEqual(["headcount-of-other-stage @ schools.0.headcounts.0.stage"]);
    expect(of(["primary", "junior"], junior)).toEqual([]);
    // Stages that are not stated are unknown; nobody in a stage is no contradiction; an undivided headcount is of no stage.
    expect(of(undefined, junior)).toEqual([]);
    expect(of(["primary"], { ...junior, pupils: 0 })).toEqual([]);
    expect(of(["primary"], { on: "2023-09-01", pupils: 30 })).toEqual([]);
    const result = validateDistrict(file([S("a", { stages: ["primary"], headcounts: [junior] })]), { asOf: ASOF });
    expect([result.ok, result.issues.map(({ params, subject }) => [params, subject])]).toEqual([
      true,
      [
        [
          {
            school: "a校",
            on: "2023-09-01",
            stage: { "zh-CN": "初中", en: "junior secondary" },
            stages: [{ "zh-CN": "小学", en: "primary" }],
          },
          { kind: "school", id: "a" },
        ],
      ],
    ]);
  });

  it("whose largest class has more pupils than there are, or fewer than the classes must hold, are warned of", () => {
    const at = (row: object) => counted({ on: "2023-09-01", ...row });
    const place = "@ schools.0.headcounts.0.largestClass";
    expect(at({ pupils: 30, largestClass: 46 })).toEqual([`largest-class-above-pupils ${place}`]);
    expect(at({ pupils: 46, largestClass: 46 })).toEqual([]);
    // 2 classes of at most 40 hold 80 pupils.
    expect(at({ pupils: 81, classes: 2, largestClass: 40 })).toEqual([`largest-class-below-mean ${place}`]);
    expect(at({ pupils: 80, classes: 2, largestClass: 40 })).toEqual([]);
    expect(at({ classes: 2, largestClass: 40 })).toEqual([]);
  });

  it("of the stages that do not add up to the undivided one of their day are warned of", () => {
    const on = "2023-09-01";
    const of = (total: number, primary: number, junior: number | undefined, stages?: School["stages"], day = on) =>
      found(
        file([
          S("a", {
            ...(stages === undefined ? {} : { stages }),
            headcounts: [
              { on, pupils: total },
              { on, stage: "primary", pupils: primary },
              ...(junior === undefined ? [] : [{ on: day, stage: "junior" as const, pupils: junior }]),
            ],
          }),
        ]),
      );
    const both = ["primary", "junior"] as const;
    const warning = ["stages-against-total @ schools.0.headcounts.0.pupils"];
    expect(of(1000, 1500, 1500, both)).toEqual(warning);
    expect(of(3000, 1500, 1500, both)).toEqual([]);
    expect(of(3001, 1500, 1500, both)).toEqual(warning);
    // Without all stages, or without knowing them, only more than the whole is a contradiction; another day's number is none.
    expect(of(1499, 1500, undefined, both)).toEqual(warning);
    expect(of(3000, 1500, undefined, both)).toEqual([]);
    expect(of(3001, 1500, 1500)).toEqual([]);
    expect(of(1000, 1000, 1500, both, "2023-09-02")).toEqual([]);
  });

  it("of one day and stage given twice are warned of", () => {
    expect(counted({ on: "2023-09-01", stage: "primary" }, { on: "2023-09-01" }, { on: "2023-09-01", stage: "primary" })).toEqual([
      "repeated-headcount @ schools.0.headcounts.2",
    ]);
  });
});

describe("resources", () => {
  const resources = (...rows: NonNullable<School["resources"]>) => found(file([S("a", { resources: rows })]));
  const row = (total: string | number, own: object = {}) => ({ on: "2023-09-01", resource: "books", total, ...own });

  it("of one day with two different totals are warned of", () => {
    expect(resources(row(200), row(1))).toEqual(["repeated-resource @ schools.0.resources.1.total"]);
    expect(resources(row(200), row("200.0"))).toEqual([]);
    expect(resources(row(200), row(1, { on: "2023-09-02" }))).toEqual([]);
    expect(resources(row(200), row(1, { stage: "primary" }))).toEqual([]);
    expect(resources(row(200), row(1, { resource: "room-area" }))).toEqual([]);
  });
});

describe("records that say yes and no of one day", () => {
  const group = (...records: NonNullable<Group["governance"]>["records"]) =>
    found(file(schools, [G("g", [L("a")], { governance: { records } })]));
  const charter = { kind: "document", item: "charter" } as const;

  it("of a governance item are warned of", () => {
    const warning = ["contradicting-records @ groups.0.governance.records.1"];
    expect(group(charter, { ...charter, exists: false })).toEqual(warning);
    expect(group(charter, charter)).toEqual([]);
    expect(group({ ...charter, until: "2023-01-01" }, { ...charter, exists: false, from: "2023-01-01" })).toEqual([]);
    expect(group({ ...charter, until: "2023-01-02" }, { ...charter, exists: false, from: "2023-01-01" })).toEqual(warning);
    expect(group(charter, { ...charter, item: "council", exists: false })).toEqual([]);
  });

  it("of a designation are warned of, unless authorities of different levels say so", () => {
    const of = (...designations: NonNullable<School["designations"]>) => found(file([S("a", { designations })]));
    const refused = { kind: "quality", granted: false } as const;
    expect(of({ kind: "quality" }, refused)).toEqual(["contradicting-records @ schools.0.designations.1"]);
    expect(of({ kind: "quality", level: "county" }, { ...refused, level: "municipal" })).toEqual([]);
    expect(of({ kind: "quality", until: "2023" }, { ...refused, from: "2023" })).toEqual([]);
  });
});

describe("codes (national N7)", () => {
  const codes = (school: Partial<School>): string[] => found(file([S("a", school)])).map((each) => each.split(" ")[0] as string);

  it("valid credit codes pass, wrong checks warn, wrong shapes are errors", () => {
    expect(codes({ creditCode: "91110000101623741K" })).toEqual([]);
    expect(codes({ creditCode: "911101066976941872" })).toEqual([]);
    expect(codes({ creditCode: "91110000101623741J" })).toEqual(["credit-code-check"]);
    expect(codes({ creditCode: "91110000101623741I" })).toEqual(["credit-code-shape"]);
    expect(codes({ creditCode: "91110000101623741k" })).toEqual(["credit-code-shape"]);
    expect(codes({ creditCode: "91110000101623741" })).toEqual(["credit-code-shape"]);
    // Its check is "0" (31 written as 0), which is right; the organisation code 40000000-2 inside should end in X: 11 - (4 x 3 mod 11) = 10.
    expect(codes({ creditCode: "121101084000000020" })).toEqual(["organisation-code-check"]);
  });

  it("school codes: ten digits, a type and a province there are, no check digit", () => {
    expect(codes({ schoolCode: "2161000001" })).toEqual([]);
    expect(codes({ schoolCode: "216100000" })).toEqual(["school-code-shape"]);
    expect(codes({ schoolCode: "９161000001" })).toEqual(["school-code-shape"]);
    expect(codes({ schoolCode: "1261000001" })).toEqual(["school-code-type"]);
    expect(codes({ schoolCode: "2116000001" })).toEqual(["school-code-province"]);
  });

  it("of two schools that are the same are warned of", () => {
    const two = [S("a", { schoolCode: "2161000001" }), S("b", { schoolCode: "2161000001" })];
    expect(found(file(two))).toEqual(["shared-code @ schools.1.schoolCode"]);
  });
});

describe("policy", () => {
  const label = { "zh-CN": "某区", en: "a district" };
  const pack = (code: string) => ({ id: code, version: "1", label, jurisdiction: { code, label } });
  const codes = (input: object, packs: readonly string[]): string[] =>
    validateDistrict(input, {
      asOf: ASOF,
      policy: { packs: packs.map(pack), forms: [{ id: "loose", label: loose, citations: [{ source: "s" }], pack: "p" }], governanceItems },
    }).issues.map(({ code }) => code);
  const loose = { "zh-CN": "松散型", en: "loose form" };
  const charter = { "zh-CN": "集团章程", en: "charter" };
  const governanceItems = [{ id: "charter", kind: "document", label: charter, citations: [{ source: "s" }], pack: "p" }] as const;

  it("names the governance items and their kinds", () => {
    const of = (kind: "document" | "body", item: string) => {
      const governance = { records: [{ kind, item }] };
      return codes(file(schools, [G("g", [L("a")], { governance })], { code: "610602" }), ["000000"]);
    };
    expect(of("document", "charter")).toEqual([]);
    expect(of("document", "chartre")).toEqual(["unknown-governance-item"]);
    expect(of("body", "charter")).toEqual(["governance-kind"]);
  });

  it("takes a form by its official name", () => {
    const of = (form: string) => codes(file(schools, [G("g", [L("a")], { forms: [{ form }] })], { code: "610602" }), ["000000"]);
    expect(of("松散型")).toEqual([]);
    expect(of("loose form")).toEqual([]);
    expect(of("紧密型")).toEqual(["unknown-form"]);
  });

  it("holds for the code of the district or says so", () => {
    expect(codes(file([], [], { code: "610602" }), ["000000", "610602"])).toEqual([]);
    expect(codes(file([], [], { code: "610602" }), ["000000", "510115"])).toEqual(["packs-elsewhere"]);
    expect(codes(file([], [], { code: "610602" }), ["510115"])).toEqual(["no-pack-holds"]);
    expect(codes(file([]), ["610602"])).toEqual(["district-code-missing"]);
  });

  it("names the forms of groups", () => {
    const groups = [G("g", [L("a")], { forms: [{ form: "loose" }, { form: "losse" }] })];
    expect(codes(file(schools, groups, { code: "610602" }), ["000000"])).toEqual(["unknown-form"]);
    expect(found(file(schools, groups))).toEqual([]);
  });
});

describe("order and amount", () => {
  it("issues come in the order of the input, of one record first its shape", () => {
    const input = {
      ...file([], []),
      code: "61",
      schools: [S("a", { closed: "2020", opened: "2021" }), { id: "b" }, S("a")],
      groups: [G("g", [M("z")]), { id: "h", reach: "far" }],
      published: [{ id: "p", measure: "pupils", as: "count", value: "许多", equals: "q" }],
    };
    expect(found(input)).toEqual([
      "district-code-shape @ code",
      "end-before-start @ schools.0.closed",
      "missing-field @ schools.1.name",
      "duplicate-id @ schools.2.id",
      "unknown-school @ groups.0.memberships.0.school",
      "group-without-lead @ groups.0",
      "not-one-of @ groups.1.reach",
      "unknown-figure @ published.0.equals",
      "unreadable-figure @ published.0.value",
    ]);
  });

  it("beyond 10 000 they are counted, and an error that is only counted still fails", () => {
    const many = Array.from({ length: 10_001 }, (_, index) => S(`s${index}`, { schoolCode: "2161000001", name: `第${index}所` }));
    const result = validateDistrict(file(many, [G("g", [M("z")])]), { asOf: ASOF });
    expect(result.ok).toBe(false);
    expect(result.issues.slice(-2).map(({ code, params }) => [code, params])).toEqual([
      ["further-errors", { code: "unknown-school", count: 1 }],
      ["further-notices", { code: "group-without-lead", count: 1 }],
    ]);
  });

  it("never throws, whatever is in the file", () => {
    const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true, withDate: true, withMap: true });
    const district = fc.record({
      format: fc.constant("school-groups.district.v1"),
      schools: fc.oneof(anything, fc.array(fc.oneof(anything, fc.record({ id: fc.string(), name: fc.string(), opened: fc.string() })))),
      groups: fc.oneof(
        anything,
        fc.array(
          fc.record({
            id: fc.string(),
            memberships: fc.oneof(anything, fc.array(fc.record({ school: fc.string(), role: fc.constantFrom("lead", "member") }))),
          }),
        ),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(anything, district), (input) => {
        const result = validateDistrict(input, { asOf: ASOF });
        expect(result.ok || result.issues.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the district file of Baota", () => {
  it("is sound, with leads inferred, stages not stated and no headcounts", () => {
    const text = readFileSync(new URL("../../examples/districts/cn-610602-baota.json", import.meta.url), "utf8");
    const result = validateDistrict(JSON.parse(text), { asOf: ASOF });
    expect(result.ok).toBe(true);
    expect(result.issues.map(({ severity, code, params }) => [severity, code, "count" in params ? params.count : undefined])).toEqual([
      ["notice", "missing-headcounts", undefined],
      ["notice", "leads-inferred", 11],
      ["notice", "stages-not-stated", 11],
    ]);
  });
});
