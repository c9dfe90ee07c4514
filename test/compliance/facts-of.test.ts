import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/compliance/index.js";
import type { Subject } from "../../src/core/index.js";
import type { District, Group, School } from "../../src/domain/index.js";
import type { MeasureRef } from "../../src/policy/index.js";
import { district, group, policyOf, school } from "./districts.js";

const policy = policyOf([]);

function fact(of: District, subject: Subject, ref: MeasureRef, on = "2023-12-31") {
  return factsOf(of, { policy, on })(subject)(ref);
}

/** `low..high` of a number, `low..` without an upper end, a truth, or the words. */
function shown(of: District, subject: Subject, ref: MeasureRef, on?: string): unknown {
  const found = fact(of, subject, ref, on);
  if (found?.kind === "number") return `${found.low}..${found.high ?? ""}`;
  if (found?.kind === "tokens") return found.open === true ? [...(found.values ?? []), "…"] : found.values;
  return found?.kind === "truth" ? found.value : found?.kind;
}

const ofSchool = (change: Partial<School>, ref: MeasureRef, on?: string) =>
  shown(district({ schools: [school("a", change)] }), { kind: "school", id: "a" }, ref, on);
const ofGroup = (one: Group, ref: MeasureRef, schools: readonly School[] = [], on?: string) =>
  shown(district({ schools, groups: [one] }), { kind: "group", id: "g" }, ref, on);

describe("a school", () => {
  test("what is not stated is unknown, with the column that would tell", () => {
    const one = district({ schools: [school("a")] });
    const subject = { kind: "school", id: "a" } as const;
    expect(fact(one, subject, { measure: "stage" })).toMatchObject({
      kind: "tokens",
      missing: [{ kind: "field", table: "schools", column: "stages", subject }],
    });
    expect(fact(one, subject, { measure: "designation", of: "quality" })).toMatchObject({
      value: "unknown",
      missing: [{ kind: "designation", designation: "quality", subject }],
    });
  });

  test.each([
    [["primary"], ["primary"]],
    [["primary", "junior"], ["nine-year"]],
    [["primary", "junior", "senior"], ["twelve-year"]],
    [["junior", "senior"], ["complete-secondary"]],
    [
      ["kindergarten", "primary"],
      ["primary", "kindergarten"],
    ],
    [["primary", "senior"], ["other"]],
    [["vocational"], ["vocational"]],
  ] as const)("of the stages %s is of the type %s", (stages, types) => {
    expect(ofSchool({ stages }, { measure: "school-type" })).toEqual(types);
  });

  test("pupils: the latest headcount on or before the day", () => {
    const headcounts = [
      { on: "2022-09-01", pupils: 900 },
      { on: "2023-09-01", pupils: 950 },
    ];
    const days = ["2022-08-31", "2022-09-01", "2023-08-31", "2023-09-01"];
    expect(days.map((on) => ofSchool({ headcounts }, { measure: "school-pupils" }, on))).toEqual([
      "0..",
      "900..900",
      "900..900",
      "950..950",
    ]);
  });

  test("pupils of a stage: its row, or the whole school's where it teaches nothing else; never a guess", () => {
    const headcounts = [{ on: "2023-09-01", pupils: 950 }];
    const ref = { measure: "school-pupils", stage: "primary" } as const;
    expect(ofSchool({ stages: ["primary"], headcounts }, ref)).toBe("950..950");
    // Of 950 in all at most 950 are of one stage.
    expect(ofSchool({ stages: ["primary", "junior"], headcounts }, ref)).toBe("0..950");
    expect(ofSchool({ headcounts }, ref)).toBe("0..950");
    expect(ofSchool({ stages: ["junior"], headcounts }, ref)).toBe("none");
  });

  test("pupils of the compulsory stages add up, and stay open while one stage is unknown", () => {
    const ref = { measure: "school-pupils", of: "compulsory" } as const;
    const primary = { on: "2023-09-01", stage: "primary", pupils: 1500 } as const;
    const junior = { on: "2023-09-01", stage: "junior", pupils: 1001 } as const;
    const stages = ["primary", "junior", "senior"] as const;
    expect(ofSchool({ stages, headcounts: [primary, junior] }, ref)).toBe("2501..2501");
    expect(ofSchool({ stages, headcounts: [primary] }, ref)).toBe("1500..");
  });

  test("the largest class: 46 pupils in 1 class is known, 90 in 2 is 45 to 89", () => {
    const at = (headcount: object) =>
      ofSchool({ stages: ["primary"], headcounts: [{ on: "2023-09-01", ...headcount }] }, { measure: "class-size", stage: "primary" });
    expect(at({ largestClass: 45, pupils: 90, classes: 2 })).toBe("45..45");
    // 44 × 2 < 90, so that one of the three is wrong: 44 if it is not the largest class, 45 to 89 if it is.
    expect(at({ largestClass: 44, pupils: 90, classes: 2 })).toBe("44..89");
    // 46 of 30 pupils: either there are more pupils, or the class is one of 30 at most.
    expect(at({ largestClass: 46, pupils: 30 })).toBe("1..46");
    expect(at({ pupils: 46, classes: 1 })).toBe("46..46");
    expect(at({ pupils: 90, classes: 2 })).toBe("45..89");
    // 91 pupils in 2 classes: one class has 46 at least.
    expect(at({ pupils: 91, classes: 2 })).toBe("46..90");
    expect(at({ pupils: 40 })).toBe("1..40");
    expect(at({ classes: 2 })).toBe("0..");
    expect(at({ pupils: -3, classes: 2 })).toBe("0..");
  });

  test("a school of one stage: the newest headcount speaks, divided or not; two of one day contradict each other", () => {
    const old = { on: "2020-08-31", stage: "primary", largestClass: 45, pupils: 1900 } as const;
    const whole = { on: "2022-08-31", largestClass: 56, pupils: 3000 } as const;
    const size = { measure: "class-size", stage: "primary" } as const;
    const pupils = { measure: "school-pupils", stage: "primary" } as const;
    const all = { measure: "school-pupils" } as const;
    const at = (headcounts: School["headcounts"], ref: MeasureRef, on?: string) => ofSchool({ stages: ["primary"], headcounts }, ref, on);
    for (const headcounts of [
      [old, whole],
      [whole, old],
    ]) {
      expect([size, pupils, all].map((ref) => at(headcounts, ref))).toEqual(["56..56", "3000..3000", "3000..3000"]);
      // The day before the newer one, the older still holds.
      expect([size, pupils, all].map((ref) => at(headcounts, ref, "2022-08-30"))).toEqual(["45..45", "1900..1900", "1900..1900"]);
      const sameDay = headcounts.map((row) => ({ ...row, on: "2022-08-31" }));
      expect([size, pupils, all].map((ref) => at(sameDay, ref))).toEqual(["45..56", "1900..3000", "1900..3000"]);
    }
    const newer = { ...old, on: "2023-08-31" };
    expect([size, pupils, all].map((ref) => at([newer, whole], ref))).toEqual(["45..45", "1900..1900", "1900..1900"]);
    // A school of two stages: an undivided headcount says nothing of one of them.
    expect(ofSchool({ stages: ["primary", "junior"], headcounts: [old, whole] }, size)).toBe("45..45");
  });

  test("pupils of a school of two stages: newer headcounts of both overtake the undivided one, that of one does not", () => {
    const whole = { on: "2020-08-31", pupils: 1900 };
    const primary = { on: "2022-08-31", stage: "primary", pupils: 1500 } as const;
    const junior = { on: "2022-08-31", stage: "junior", pupils: 1001 } as const;
    const at = (...headcounts: NonNullable<School["headcounts"]>) =>
      ofSchool({ stages: ["primary", "junior"], headcounts }, { measure: "school-pupils" });
    expect(at(whole, primary, junior)).toBe("2501..2501");
    expect(at(whole, primary)).toBe("1900..1900");
    // 1500 + 1001 = 2501 and 1900 of one day: nobody knows which is right.
    expect(at({ ...whole, on: "2022-08-31" }, primary, junior)).toBe("1900..2501");
    expect(at({ ...whole, on: "2022-08-31", pupils: 2501 }, primary, junior)).toBe("2501..2501");
    // One stage alone with more than all: at least 1400, and no upper end.
    expect(at({ ...whole, on: "2022-08-31", pupils: 1400 }, primary)).toBe("1400..");
  });

  test("what the undivided number leaves for some stages bounds them", () => {
    const on = "2022-08-31";
    const whole = { on, pupils: 1800 };
    const row = (stage: "primary" | "junior" | "senior", pupils: number, day = on) => ({ on: day, stage, pupils });
    const at = (of: "compulsory" | "primary", ...headcounts: NonNullable<School["headcounts"]>) => {
      const ref: MeasureRef = of === "primary" ? { measure: "school-pupils", stage: of } : { measure: "school-pupils", of };
      return ofSchool({ stages: ["primary", "junior", "senior"], headcounts }, ref);
    };
    expect(at("compulsory", whole)).toBe("0..1800");
    expect(at("compulsory", whole, row("senior", 600))).toBe("1200..1200");
    expect(at("compulsory", whole, row("primary", 700))).toBe("700..1800");
    expect(at("primary", whole, row("senior", 600))).toBe("0..1200");
    expect(at("primary", whole, row("senior", 600), row("junior", 500))).toBe("700..700");
    // The senior stage of another day says nothing of this one's.
    expect(at("compulsory", whole, row("senior", 600, "2021-08-31"))).toBe("0..1800");
    // A stage counted after the whole: the old whole bounds nothing any more.
    expect(at("compulsory", { ...whole, on: "2021-08-31" }, row("primary", 1900))).toBe("1900..");
    // 700 + 500 + 600 = 1800 agrees; 900 + 500 with 1800 − 600 = 1200 does not.
    expect(at("compulsory", whole, row("primary", 700), row("junior", 500), row("senior", 600))).toBe("1200..1200");
    expect(at("compulsory", whole, row("primary", 900), row("junior", 500), row("senior", 600))).toBe("1200..1400");
  });

  test("no class of a stage is larger than the largest of the whole school", () => {
    const on = "2022-08-31";
    const at = (...headcounts: NonNullable<School["headcounts"]>) =>
      ofSchool({ stages: ["primary", "junior"], headcounts }, { measure: "class-size", stage: "primary" });
    expect(at({ on, largestClass: 44 })).toBe("0..44");
    expect(at({ on, largestClass: 44, pupils: 1800 })).toBe("0..44");
    expect(at({ on, largestClass: 44 }, { on, stage: "primary", pupils: 300, classes: 7 })).toBe("43..44");
    expect(at({ on, largestClass: 44 }, { on, stage: "primary", largestClass: 40 })).toBe("40..40");
    expect(at({ on, pupils: 40 })).toBe("0..40");
  });

  test("a largest class holds until newer pupils and classes rule it out", () => {
    const old = { on: "2020-08-31", largestClass: 45 };
    const at = (...newer: readonly object[]) => {
      const headcounts = [old, ...newer.map((row) => ({ on: "2022-08-31", ...row }))];
      return ofSchool({ stages: ["primary"], headcounts }, { measure: "class-size", stage: "primary" });
    };
    // 3000 ÷ 50 = 60 at least; at most 3000 − 49.
    expect(at({ pupils: 3000, classes: 50 })).toBe("60..2951");
    expect(at({ pupils: 3000, classes: 50, stage: "primary" })).toBe("60..2951");
    // 2250 ÷ 50 = 45 does not contradict 45; one pupil more does.
    expect(at({ pupils: 2250, classes: 50 })).toBe("45..45");
    expect(at({ pupils: 2251, classes: 50 })).toBe("46..2202");
    // 44 pupils cannot make a class of 45; 45 can.
    expect(at({ pupils: 44 })).toBe("1..44");
    expect(at({ pupils: 45 })).toBe("45..45");
    // Of the same day they contradict each other, and either may be right; older ones are overtaken.
    expect(at({ pupils: 3000, classes: 50, on: "2020-08-31" })).toBe("45..2951");
    expect(at({ pupils: 3000, classes: 50, on: "2019-08-31" })).toBe("45..45");
    // A newer stated class ends the doubt; once ruled out, the old one does not come back.
    expect(at({ pupils: 3000, classes: 50 }, { largestClass: 61 })).toBe("61..61");
    expect(at({ pupils: 3000, classes: 50 }, { on: "2023-08-31", pupils: 3010 })).toBe("1..3010");
  });

  test("a teaching point of fewer than 50 pupils", () => {
    const ref = { measure: "teaching-point", where: { "pupils-below": 50 } } as const;
    const of = (teachingPoint: boolean | undefined, pupils: number) =>
      ofSchool({ teachingPoint, headcounts: [{ on: "2023-09-01", pupils }] }, ref);
    expect([of(true, 49), of(true, 50), of(false, 49), of(undefined, 49), of(undefined, 50)]).toEqual(["yes", "no", "no", "unknown", "no"]);
  });
});

describe("a group", () => {
  test("its schools: certain ones from below, possible ones from above, no upper end while the list is open", () => {
    const one = (complete: boolean): Group => ({
      id: "g",
      complete,
      memberships: [
        { school: "a", role: "lead" },
        { school: "b", role: "member", from: "2023" },
        { school: "c", role: "member", until: "2022-01-01" },
      ],
    });
    expect(ofGroup(one(true), { measure: "group-schools" }, [], "2023-06-01")).toBe("1..2");
    expect(ofGroup(one(true), { measure: "group-schools" }, [], "2024-01-01")).toBe("2..2");
    expect(ofGroup(one(false), { measure: "group-schools" }, [], "2024-01-01")).toBe("2..");
  });

  test("a lead that is only inferred may be none", () => {
    const memberships = [
      { school: "a", role: "lead", evidence: "inferred" },
      { school: "b", role: "member" },
    ] as const;
    expect(ofGroup({ id: "g", complete: true, memberships }, { measure: "group-leads" })).toBe("0..1");
    expect(ofGroup({ id: "g", complete: true, memberships }, { measure: "group-members" })).toBe("1..2");
  });

  test("its pupils and campuses add up over its schools", () => {
    const schools = [
      school("a", { headcounts: [{ on: "2023-09-01", pupils: 1000 }], campuses: [{ id: "1" }, { id: "2" }] }),
      school("b", { headcounts: [{ on: "2023-09-01", pupils: 500 }], campuses: [] }),
    ];
    const whole = group("g", { a: "lead", b: "member" }, { complete: true });
    expect(ofGroup(whole, { measure: "group-pupils" }, schools)).toBe("1500..1500");
    expect(ofGroup(whole, { measure: "group-campuses" }, schools)).toBe("3..3");
    expect(ofGroup(whole, { measure: "group-pupils" }, schools.slice(1))).toBe("500..");
    expect(ofGroup(whole, { measure: "group-campuses" }, schools.slice(1))).toBe("2..");
  });

  test("the stages of its schools stay open while one is unknown", () => {
    const whole = group("g", { a: "lead", b: "member" }, { complete: true });
    const known = [school("a", { stages: ["primary"] }), school("b", { stages: ["junior"] })];
    expect(ofGroup(whole, { measure: "stage" }, known)).toEqual(["primary", "junior"]);
    expect(ofGroup(whole, { measure: "stage" }, known.slice(0, 1))).toEqual(["primary", "…"]);
  });

  const charter = (governance: Group["governance"], on?: string) =>
    ofGroup({ id: "g", governance }, { measure: "governance-item", of: "charter" }, [], on);
  const record = { kind: "document", item: "charter" } as const;

  test("a governance item: no record is not 'not there'", () => {
    expect(charter(undefined)).toBe("unknown");
    expect(charter({ records: [] })).toBe("unknown");
    expect(charter({ records: [], complete: ["body"] })).toBe("unknown");
    expect(charter({ records: [], complete: ["document"] })).toBe("no");
    expect(charter({ records: [record] })).toBe("yes");
    expect(charter({ records: [{ ...record, exists: false }] })).toBe("no");
    expect(charter({ records: [record, { ...record, exists: false }] })).toBe("unknown");
  });

  test("a charter from 1 January 2024: the day before and the day itself", () => {
    const records = [{ ...record, from: "2024-01-01", until: "2025-01-01" }];
    const days = ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"];
    expect(days.map((on) => charter({ records }, on))).toEqual(["unknown", "yes", "yes", "unknown"]);
    expect(days.map((on) => charter({ records, complete: ["document"] }, on))).toEqual(["no", "yes", "yes", "no"]);
  });

  // 苏州 S2 lists 校际联盟型 by that very name; a word nobody knows may be another one for what a rule allows.
  test("a form by its official name, and one that no pack names", () => {
    const label = { "zh-CN": "校际联盟型", en: "alliance" };
    const forms = [{ id: "own.alliance", label, citations: [{ source: "s" }], pack: "own" }] as const;
    const of = (form: string) =>
      factsOf(district({ groups: [{ id: "g", forms: [{ form }] }] }), { policy: { forms, governanceItems: [] }, on: "2023-12-31" })({
        kind: "group",
        id: "g",
      })({ measure: "form" });
    expect(of("校际联盟型")).toMatchObject({ values: ["own.alliance"] });
    expect(of("校际联盟型")).not.toHaveProperty("strange");
    expect(of("own.alliance")).toMatchObject({ values: ["own.alliance"] });
    expect(of("联盟")).toMatchObject({ values: ["联盟"], strange: ["联盟"], missing: [{ table: "forms", column: "form" }] });
  });

  test("its form on the day", () => {
    const forms = [{ form: "loose", from: "2020", until: "2023-09-01" }];
    expect(ofGroup({ id: "g", forms }, { measure: "form" }, [], "2023-08-31")).toEqual(["loose"]);
    expect(ofGroup({ id: "g", forms }, { measure: "form" }, [], "2023-09-01")).toBeUndefined();
    expect(ofGroup({ id: "g", forms }, { measure: "form" }, [], "2020-06-01")).toEqual(["…"]);
  });
});

describe("the district", () => {
  const covered = (change: Partial<District>, ref: Partial<MeasureRef> = {}) =>
    (["covered-schools", "uncovered-schools", "schools"] as const).map((measure) =>
      shown(district(change), { kind: "district", id: "610602" }, { measure, where: { by: "membership" }, ...ref }),
    );
  const schools = [school("a"), school("b"), school("c")];

  test("a list that is not whole gives lower bounds; who is in no group is not known to be in none", () => {
    expect(covered({ schools, groups: [group("g", { a: "lead" })] })).toEqual(["1..", "0..", "3.."]);
  });

  test("whole lists settle it", () => {
    const groups = [group("g", { a: "lead" }, { complete: true })];
    expect(covered({ schools, groups, complete: true })).toEqual(["1..1", "2..2", "3..3"]);
    expect(covered({ schools, groups: [group("g", { a: "lead" })], complete: true })).toEqual(["1..3", "0..2", "3..3"]);
  });

  test("schools outside, teaching points and closed schools are not counted; collective entries have no number", () => {
    const others = [school("o", { outside: true }), school("t", { teachingPoint: true }), school("x", { closed: "2023-12-31" })];
    const groups = [group("g", { a: "lead", o: "member" }, { complete: true })];
    expect(covered({ schools: [...schools, ...others], groups, complete: true })).toEqual(["1..1", "2..2", "3..3"]);
    expect(covered({ schools: [...schools, school("k", { collective: true })], groups, complete: true })).toEqual(["1..", "2..", "3.."]);
  });

  test("by designation and stage", () => {
    const marked = [
      school("a", { stages: ["primary"], designations: [{ kind: "quality" }] }),
      school("b", { stages: ["primary"], designations: [{ kind: "quality", granted: false }] }),
      school("c", { stages: ["primary"] }),
      school("d", { stages: ["senior"], designations: [{ kind: "quality" }] }),
      school("e", { designations: [{ kind: "quality" }] }),
    ];
    const ref = { of: "quality", where: { by: "designation", stages: "primary,junior" } };
    expect(covered({ schools: marked, complete: true }, ref)).toEqual(["1..3", "1..2", "3..4"]);
  });

  test("groups that bear a designation on the day", () => {
    const groups = [
      group("g", {}, { designations: [{ kind: "pilot", from: "2023-12-12" }] }),
      group("h", {}),
      group("i", {}, { dissolved: "2023-01-01", designations: [{ kind: "pilot" }] }),
    ];
    const count = (change: Partial<District>, on: string) =>
      shown(district({ groups, ...change }), { kind: "district", id: "610602" }, { measure: "groups", of: "pilot" }, on);
    expect(count({ complete: true }, "2023-12-11")).toBe("0..1");
    expect(count({ complete: true }, "2023-12-12")).toBe("1..2");
    expect(count({}, "2023-12-12")).toBe("1..");
  });
});

describe("data that validation would refuse", () => {
  test("a date that is none leaves what depends on it unknown, and throws nothing", () => {
    const broken = group("g", { a: "lead" }, { announced: "2023-02-30", complete: true });
    expect(ofGroup(broken, { measure: "group-schools" })).toBe("0..1");
    expect(ofSchool({ headcounts: [{ on: "yesterday", pupils: 3 }] }, { measure: "school-pupils" })).toBe("0..");
  });

  test("ids like __proto__ and constructor are ids", () => {
    const odd = district({
      schools: [school("__proto__"), school("constructor")],
      groups: [{ id: "toString", complete: true, memberships: [{ school: "constructor", role: "lead" }] }],
    });
    expect(shown(odd, { kind: "group", id: "toString" }, { measure: "group-schools" })).toBe("1..1");
    expect(shown(odd, { kind: "school", id: "__proto__" }, { measure: "sector" })).toBeUndefined();
  });
});

test("a headcount is explained with its day, and a group's pupils with those of each school; untraced facts carry no explanation", () => {
  const both = { stages: ["primary", "junior"] } as const;
  const rows = [
    { on: "2022-09-01", stage: "primary", pupils: 300 },
    { on: "2023-09-01", stage: "junior", pupils: 200 },
  ] as const;
  const schools = [school("a", { ...both, headcounts: rows }), school("b", { headcounts: [{ on: "2021-09-01", pupils: 90 }] })];
  const of = district({ schools, groups: [group("g", { a: "lead", b: "member" }, { complete: true })] });
  const explained = (subject: Subject, ref: MeasureRef, trace: boolean) => {
    const found = factsOf(of, { policy, on: "2023-12-31", trace })(subject)(ref);
    return found?.kind === "number" ? found.explanation : found;
  };
  // Its junior pupils of 2023 and its primary ones of 2022 make up the school.
  expect(explained({ kind: "school", id: "a" }, { measure: "school-pupils" }, true)).toEqual({
    kind: "fact",
    label: { "zh-CN": "学生数（统计日期：2022-09-01、2023-09-01）", en: "pupils (counted on 2022-09-01, 2023-09-01)" },
    value: { kind: "exact", value: "500", unit: "pupils" },
  });
  expect(explained({ kind: "school", id: "a" }, { measure: "school-pupils" }, false)).toBeUndefined();
  expect(explained({ kind: "group", id: "g" }, { measure: "group-pupils" }, true)).toMatchObject({
    operator: "sum",
    operands: [
      { label: { en: "学校a (counted on 2022-09-01, 2023-09-01)" } },
      { label: { "zh-CN": "学校b（统计日期：2021-09-01）" }, value: { value: "90" } },
    ],
    value: { value: "590" },
  });
});
