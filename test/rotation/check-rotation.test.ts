import fc from "fast-check";
import { addDays } from "school-groups/core";
import type { District, Exchange, Teacher } from "school-groups/domain";
import { explain } from "school-groups/messages";
import { zhCN } from "school-groups/messages/zh-CN";
import { cn } from "school-groups/packs/cn";
import { shanghai } from "school-groups/packs/cn-310000-shanghai";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";
import { hefei } from "school-groups/packs/cn-340100-hefei";
import { type PolicyPack, resolvePolicies } from "school-groups/policy";
import { type CheckRotationOptions, checkRotation, explainRotation, rotationFacts } from "school-groups/rotation";
import { describe, expect, test } from "vitest";

const YEAR = { from: "2024-09-01", until: "2025-09-01" };
const STAY = { start: "2024-09-01", end: "2025-09-01" };

const resolved = (...packs: PolicyPack[]) => {
  const result = resolvePolicies(packs);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

/** One same-stage group of a lead `a` and members `b`, `c`; `d` stands outside. */
const district = (changes: Partial<District> = {}, group = {}): District => ({
  format: "school-groups.district.v1",
  code: "320505",
  complete: true,
  schools: ["a", "b", "c", "d"].map((id) => ({ id, name: `${id}校` })),
  groups: [
    {
      id: "g",
      reach: "same-stage",
      complete: true,
      memberships: [
        { school: "a", role: "lead" },
        { school: "b", role: "member" },
        { school: "c", role: "member" },
      ],
      ...group,
    },
  ],
  ...changes,
});

/** So many teachers at `a`, eligible all of them; the first `backbone` are backbone teachers. */
const staff = (count: number, backbone = 0, school = "a"): Teacher[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${school}${index + 1}`,
    school,
    backbone: index < backbone,
    service: [{ school, from: "2010-09-01" }],
  }));
const moves = (count: number, more: Partial<Exchange> = {}, first = 1): Exchange[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `e${first + index}`,
    person: `a${first + index}`,
    from: "a",
    to: "b",
    ...STAY,
    ...more,
  }));

const SETTINGS = { minimumYears: 6, yearsToRetirement: null } as const;
const check = (exchanges: readonly Exchange[], changes: Partial<CheckRotationOptions> = {}) => {
  const options = { district: district(), policy: resolved(suzhou), period: YEAR, roster: staff(35), settings: SETTINGS, ...changes };
  const result = checkRotation(exchanges, options);
  if (!result.ok) throw new Error("failed");
  return { ...result.value, issues: result.issues };
};
const verdict = (result: ReturnType<typeof check>, rule: string, subject = "g") =>
  result.findings.find((finding) => finding.rule === rule && finding.subject.id === subject)?.verdict;
const plain = (result: ReturnType<typeof check>, kind = "district") =>
  result.readings[0].counts.find(({ subject }) => subject.kind === kind);

describe("Suzhou S4: 20 % of the eligible, and 20 % backbone of the exchanged", () => {
  test.each([
    [35, 6, "violated"],
    [35, 7, "satisfied"], // 20 % of 35 is 7 exactly, not 8
    [35, 8, "satisfied"],
    [36, 7, "violated"], // 7.2
    [36, 8, "satisfied"],
  ])("of %i eligible %i exchanged: %s", (eligible, exchanged, expected) => {
    expect(verdict(check(moves(exchanged), { roster: staff(eligible) }), "suzhou.rotation.exchanged-share")).toBe(expected);
  });

  test.each([
    [10, 1, "violated"],
    [10, 2, "satisfied"],
    [9, 2, "satisfied"],
    [11, 2, "violated"], // 2.2
    [11, 3, "satisfied"],
  ])("of %i exchanged %i backbone: %s; the denominator is the exchanged, not the eligible", (exchanged, backbone, expected) => {
    const result = check(moves(exchanged), { roster: staff(50, backbone) });
    expect(verdict(result, "suzhou.rotation.backbone-share")).toBe(expected);
  });

  test("backbone among the eligible would be another number: 4 of 20 exchanged is 20 %, 4 of 100 eligible is 4 %", () => {
    const result = check(moves(20), { roster: staff(100, 4) });
    expect(plain(result)).toMatchObject({
      exchanged: { low: 20 },
      backbone: { low: 4 },
      printed: { exchanged: "20.0%", backbone: "20.0%" },
    });
    expect(verdict(result, "suzhou.rotation.backbone-share")).toBe("satisfied");
  });

  test("one decimal is printed, the comparison is exact", () => {
    // 1999 of 9999 prints as 20.0 % and is below 20 %.
    const result = check(moves(1999), { roster: staff(9999) });
    expect(plain(result)?.printed.exchanged).toBe("20.0%");
    expect(verdict(result, "suzhou.rotation.exchanged-share")).toBe("violated");
  });

  test("a cross-stage group owes no figure; of one whose reach is unknown nothing is said", () => {
    const rule = "suzhou.rotation.exchanged-share";
    expect(verdict(check(moves(1), { district: district({}, { reach: "cross-stage" }) }), rule)).toBe("not-applicable");
    const open = check(moves(1), { district: district({}, { reach: undefined }) });
    expect(verdict(open, rule)).toBe("undetermined");
    expect(open.findings.find((finding) => finding.rule === rule)?.missing).toContainEqual({
      kind: "field",
      table: "groups",
      column: "reach",
      subject: { kind: "group", id: "g" },
    });
  });

  test("the rule holds from the day it was issued, and in Suzhou alone", () => {
    const year = { from: "2023-03-26", until: "2024-03-26" };
    expect(check([], { period: year }).findings).toEqual([]);
    expect(check([], { period: year, asOf: "2024-03-26" }).findings).toHaveLength(2);
    expect(check([], { district: district({ code: "610602" }) }).findings).toEqual([]);
  });

  test("a group whose list of members is open, or a partial roster, leaves the eligible without an upper end", () => {
    const rule = "suzhou.rotation.exchanged-share";
    expect(verdict(check(moves(35), { district: district({}, { complete: undefined }) }), rule)).toBe("undetermined");
    expect(verdict(check(moves(35), { partial: ["roster"] }), rule)).toBe("undetermined");
    expect(verdict(check(moves(1), { partial: ["exchanges"] }), rule)).toBe("undetermined");
  });
});

describe("the national 10 % (N1)", () => {
  const rule = "cn.rotation.exchanged-share";
  const policy = resolved(cn);
  const town = (designations: District["schools"][number]["designations"]) =>
    district({
      code: "610602",
      schools: [
        { id: "a", name: "a校", designations },
        { id: "b", name: "b校" },
      ],
    });

  test.each([
    [9, "violated"],
    [10, "satisfied"],
    [11, "satisfied"],
  ])("%i of 100 of a town school: %s", (moved, expected) => {
    const result = check(moves(moved), { policy, roster: staff(100), district: town([{ kind: "town" }]) });
    expect(verdict(result, rule, "a")).toBe(expected);
  });

  test("a quality school is bound as well; without designations nothing can be said", () => {
    const roster = staff(100);
    expect(verdict(check(moves(9), { policy, roster, district: town([{ kind: "quality" }]) }), rule, "a")).toBe("violated");
    const open = check(moves(9), { policy, roster, district: town(undefined) });
    expect(verdict(open, rule, "a")).toBe("undetermined");
    expect(open.findings.find((finding) => finding.rule === rule)?.missing).toContainEqual({
      kind: "designation",
      designation: "town",
      subject: { kind: "school", id: "a" },
    });
    const refused = town([
      { kind: "town", granted: false },
      { kind: "quality", granted: false },
    ]);
    expect(verdict(check(moves(9), { policy, roster, district: refused }), rule, "a")).toBe("not-applicable");
  });

  test("the period is a school year; another is judged and said", () => {
    const options = { policy, district: town([{ kind: "town" }]), roster: staff(10) };
    expect(check([], options).issues).toEqual([]);
    const calendar = check([], { ...options, period: { from: "2024-01-01", until: "2025-01-01" } });
    expect(calendar.issues.map(({ code }) => code)).toEqual(["rotation-period-differs", "rotation-period-differs"]);
  });

  test("unknown service years leave the share open until it is decided either way", () => {
    const unknown = (count: number): Teacher[] => Array.from({ length: count }, (_, index) => ({ id: `u${index}`, school: "a" }));
    const options = { policy, district: town([{ kind: "town" }]) };
    const roster = [...staff(90), ...unknown(10)];
    // 9 of 90 to 100; 10 of 90 to 100; 8 of 90 to 100.
    expect(verdict(check(moves(9), { ...options, roster }), rule, "a")).toBe("undetermined");
    expect(verdict(check(moves(10), { ...options, roster }), rule, "a")).toBe("satisfied");
    expect(verdict(check(moves(8), { ...options, roster }), rule, "a")).toBe("violated");
  });
});

/** A place's shares with their base said, which its source leaves open, and narrowed by what an app would set. */
const settled = (pack: PolicyPack, where?: Record<string, number>): PolicyPack => ({
  ...pack,
  rules: (pack.rules ?? []).map((rule) =>
    rule.kind === "share" ? { ...rule, unclear: undefined, part: { ...rule.part, where: { ...rule.part.where, ...where } } } : rule,
  ),
});
const threeYears = settled(shanghai, { "minimum-months": 36 });

describe("at least three years; graduating grades", () => {
  const model = district({ code: "310115" }, { designations: [{ kind: "demonstration" }] });
  const rule = "shanghai.rotation.exchanged-share";
  test.each([
    ["2027-08-31", "violated"],
    ["2027-09-01", "satisfied"],
    ["2027-09-02", "satisfied"],
  ])("a stay that ends on %s: %s", (end, expected) => {
    const result = check(moves(2, { end }), { policy: resolved(threeYears), district: model, roster: staff(10) });
    expect(verdict(result, rule)).toBe(expected);
  });

  test.each([
    // A week is seven days: 1 to 7 September are six, to the 8th seven.
    [{ "minimum-weeks": 1 }, "2024-09-01", "2024-09-07", "violated"],
    [{ "minimum-weeks": 1 }, "2024-09-01", "2024-09-08", "satisfied"],
    [{ "minimum-days": 7 }, "2024-09-01", "2024-09-07", "violated"],
    [{ "minimum-days": 7 }, "2024-09-01", "2024-09-08", "satisfied"],
    // Of a week and eight days the longer is asked.
    [{ "minimum-weeks": 1, "minimum-days": 8 }, "2024-09-01", "2024-09-08", "violated"],
    [{ "minimum-weeks": 1, "minimum-days": 8 }, "2024-09-01", "2024-09-09", "satisfied"],
    // The 28 days of February are a full month, 27 of them are not, nor are 30 of the 31 days of March.
    [{ "minimum-months": 1 }, "2025-02-01", "2025-02-28", "violated"],
    [{ "minimum-months": 1 }, "2025-02-01", "2025-03-01", "satisfied"],
    [{ "minimum-months": 1 }, "2025-03-01", "2025-03-31", "violated"],
    [{ "minimum-months": 1 }, "2025-03-01", "2025-04-01", "satisfied"],
  ] as const)("at least %o, from %s to %s: %s", (where, start, end, expected) => {
    const policy = resolved(settled(shanghai, where));
    expect(verdict(check(moves(2, { start, end }), { policy, district: model, roster: staff(10) }), rule)).toBe(expected);
  });

  test.each([[{ "minimum-months": "三十六" }], [{ "minimum-months": -36 }], [{ load: "fulltime" }], [{ backbone: "true" }]])(
    "a condition that cannot be read, %j, leaves the count open",
    (where) => {
      // Such a pack does not resolve; a policy out of a store may still hold it.
      const policy = resolved(settled(shanghai));
      const rules = policy.rules.map((each) => (each.kind === "share" ? { ...each, part: { ...each.part, where } } : each));
      const result = check(moves(2, { end: "2024-09-02" }), { policy: { ...policy, rules }, district: model, roster: staff(10) });
      expect(verdict(result, rule)).toBe("undetermined");
    },
  );

  test("two stays that touch are one of three years; a day between them makes two", () => {
    const halves = (gap: number) => [
      ...moves(2, { end: "2026-03-01" }),
      ...moves(2, { start: addDays("2026-03-01", gap), end: "2027-09-01" }).map((each) => ({ ...each, id: `${each.id}+` })),
    ];
    const options = { policy: resolved(threeYears), district: model, roster: staff(10), counted: "begun" } as const;
    const period = { from: "2024-09-01", until: "2027-09-01" };
    expect(verdict(check(halves(0), { ...options, period }), rule)).toBe("satisfied");
    expect(verdict(check(halves(1), { ...options, period }), rule)).toBe("violated");
  });

  test("a stay that goes on is long enough once it has lasted, and may be before", () => {
    const going = moves(2, { end: undefined });
    const options = { policy: resolved(threeYears), district: model, roster: staff(10) };
    expect(verdict(check(going, options), rule)).toBe("undetermined");
    expect(verdict(check(going, { ...options, asOf: "2027-08-31" }), rule)).toBe("satisfied");
    expect(verdict(check(going, { ...options, asOf: "2027-08-30" }), rule)).toBe("undetermined");
  });

  test("from 29 February three years end on the 28th", () => {
    const options = {
      policy: resolved(threeYears),
      district: model,
      roster: staff(10),
      period: { from: "2024-02-01", until: "2025-02-01" },
    };
    const from = { start: "2024-02-29" };
    expect(verdict(check(moves(2, { ...from, end: "2027-02-27" }), options), rule)).toBe("violated");
    expect(verdict(check(moves(2, { ...from, end: "2027-02-28" }), options), rule)).toBe("satisfied");
  });

  test("30 % of those in graduating grades, beside 10 % of all", () => {
    const roster = staff(20).map((teacher, index) => ({ ...teacher, graduatingGrade: index < 10 }));
    const options = { policy: resolved(settled(hefei)), district: district({ code: "340104" }), roster };
    const found = (count: number) => verdict(check(moves(count), options), "hefei.rotation.graduating-share", "340104");
    expect(found(2)).toBe("violated");
    expect(found(3)).toBe("satisfied");
    const open = roster.map(({ graduatingGrade: _unsaid, ...teacher }) => teacher);
    expect(verdict(check(moves(3), { ...options, roster: open }), "hefei.rotation.graduating-share", "340104")).toBe("undetermined");
  });
});

test("a rule that asks for several things is judged, when one of them is a count of exchanges", () => {
  const label = { "zh-CN": "交流", en: "exchange" };
  const basis = { kind: "caller" } as const;
  const figure = (id: string, value: string, unit: "people" | "times") => ({ id, label, unit, values: [{ value, basis }] }) as const;
  const own: PolicyPack = {
    format: "school-groups.policy-pack.v1",
    id: "own",
    version: "1",
    label,
    jurisdiction: { code: "320500", label },
    sources: [{ id: "own", title: label, force: "binding" }],
    parameters: [figure("own.people", "2", "people"), figure("own.items", "1", "times")],
    rules: [
      {
        id: "own.several",
        kind: "at-least-of",
        label,
        topic: "rotation",
        citations: [{ source: "own" }],
        modality: "must",
        appliesTo: { subject: "group" },
        items: [{ id: "people", label, value: { measure: "exchanged-teachers" }, threshold: "own.people" }],
        atLeast: "own.items",
      },
    ],
  };
  const found = (count: number) => verdict(check(moves(count), { policy: resolved(own) }), "own.several");
  expect([found(1), found(2)]).toEqual(["violated", "satisfied"]);
});

describe("what counts and what does not", () => {
  const reasons = (exchanges: readonly Exchange[], changes: Partial<CheckRotationOptions> = {}) =>
    check(exchanges, changes).readings[0].notCounted.map(({ exchange, code }) => [exchange, code]);

  test("a move between campuses of one school is no exchange", () => {
    const result = check(moves(1, { to: "a", fromCampus: "east", toCampus: "west" }));
    expect(plain(result)?.exchanged).toEqual({ low: 0, high: 0 });
    expect(reasons(moves(1, { to: "a" }))).toEqual([["e1", "same-school"]]);
  });

  test("a campus named as a school means its school, unless two schools have a campus of that id", () => {
    const campuses = (ofA: string, ofB: string) =>
      district({
        schools: ["a", "b", "c", "d"].map((id) => ({
          id,
          name: `${id}校`,
          campuses: id === "a" ? [{ id: ofA }] : id === "b" ? [{ id: ofB }] : [],
        })),
      });
    const own = check(moves(1, { to: "a-east" }), { district: campuses("a-east", "b-east") });
    expect(own.readings[0].notCounted.map(({ code }) => code)).toEqual(["same-school"]);
    expect(own.issues).toEqual([]);
    const other = check(moves(1, { to: "b-east" }), { district: campuses("a-east", "b-east") });
    expect(other.flows.map(({ from, to }) => [from, to])).toEqual([["a", "b"]]);
    const unclear = check(moves(1, { to: "east" }), { district: campuses("east", "east") });
    expect(unclear.issues.map(({ code }) => code)).toEqual(["exchange-school-unknown"]);
    // A school's id is that school, whatever a campus is called.
    const school = check(moves(1, { to: "b" }), { district: campuses("b", "b-east") });
    expect(school.flows.map(({ from, to }) => [from, to])).toEqual([["a", "b"]]);
  });

  test("walking, part-time teaching, shadowing and visits are not converted, whatever the name says", () => {
    const records = [
      ...moves(1, { load: { kind: "days-per-week", days: 3 } }),
      ...moves(1, { kind: "walking-teaching" }, 2),
      ...moves(1, { kind: "shadowing-long" }, 3),
      ...moves(1, { kind: "lessons-brought" }, 4),
      ...moves(1, { kind: "suzhou.shadowing" }, 5),
      ...moves(1, { kind: "an own name" }, 6),
      ...moves(1, { kind: "walking-teaching", load: { kind: "full-time" } }, 7),
    ];
    expect(reasons(records)).toEqual([
      ["e1", "not-full-time"],
      ["e2", "not-full-time"],
      ["e3", "learning"],
      ["e4", "visiting"],
      ["e5", "learning"],
    ]);
    expect(plain(check(records))?.exchanged).toEqual({ low: 2, high: 2 });
  });

  test("a kind of the caller's own means what the caller says", () => {
    const kinds = [{ id: "own", label: { "zh-CN": "自设", en: "own" }, attributes: { purpose: "learn" } }] as const;
    expect(reasons(moves(1, { kind: "own" }), { kinds })).toEqual([["e1", "learning"]]);
  });

  test("a teacher counts once a period; leaders count apart", () => {
    const twice = [...moves(1), { id: "e2", person: "a1", from: "a", to: "c", ...STAY, load: { kind: "full-time" } as const }];
    expect(reasons(twice)).toEqual([["e2", "counted-once-already"]]);
    expect(check(twice).issues.map(({ code }) => code)).toEqual(["exchange-overlap"]);
    expect(plain(check(twice))).toMatchObject({ exchanged: { low: 1, high: 1 }, stays: { low: 2, high: 2 } });
    expect(reasons(moves(1, { role: "vice-principal" }))).toEqual([["e1", "other-role"]]);
  });

  test("the day of the start decides about the period", () => {
    const at = (start: string, end: string) => reasons(moves(1, { start, end }), { counted: "begun" });
    expect(at("2024-08-31", "2025-08-31")).toEqual([["e1", "begun-before-period"]]);
    expect(at("2024-09-01", "2025-08-31")).toEqual([]);
    expect(at("2025-08-31", "2026-08-31")).toEqual([]);
    expect(at("2025-09-01", "2026-08-31")).toEqual([["e1", "outside-period"]]);
    expect(at("2023-09-01", "2024-09-01")).toEqual([["e1", "outside-period"]]);
  });

  test("stays begun before: by one reading they count, by the other not; undecided is an interval", () => {
    const earlier = moves(7, { start: "2023-09-01", end: "2026-09-01" });
    const counts = (counted: "begun" | "ongoing" | undefined) => plain(check(earlier, { counted }))?.exchanged;
    expect(counts("begun")).toEqual({ low: 0, high: 0 });
    expect(counts("ongoing")).toEqual({ low: 7, high: 7 });
    expect(counts(undefined)).toEqual({ low: 0, high: 7 });
    const listed = check(earlier).readings[0].notCounted.map(({ code, possible }) => [code, possible]);
    expect(listed).toEqual(Array.from({ length: 7 }, () => ["begun-before-undecided", true]));
    expect(zhCN.rotation.notCounted["begun-before-undecided"]({})).toContain("尚未设定");
    expect(verdict(check(earlier), "suzhou.rotation.exchanged-share")).toBe("undetermined");
  });

  test("for a group both schools must belong to it; for the district and the school the move counts", () => {
    const result = check(moves(1, { to: "d" }));
    expect(plain(result, "group")?.exchanged).toEqual({ low: 0, high: 0 });
    expect(plain(result)?.exchanged).toEqual({ low: 1, high: 1 });
    expect(result.readings[0].notCounted).toMatchObject([{ exchange: "e1", code: "outside-group" }]);
  });

  test("a membership that only may hold makes the group's count an interval", () => {
    const memberships = [
      { school: "a", role: "lead" },
      { school: "b", role: "member", from: "2025" },
    ] as const;
    const result = check(moves(1), { district: district({}, { memberships }), asOf: "2025-12-31" });
    expect(plain(result, "group")).toMatchObject({ exchanged: { low: 1, high: 1 } });
    const early = check(moves(1), { district: district({}, { memberships }), asOf: "2025-06-30" });
    expect(plain(early, "group")).toMatchObject({ exchanged: { low: 0, high: 1 } });
  });

  test("faulty records are reported and passed over; a person off the roster counts", () => {
    const [whole] = moves(1);
    if (whole === undefined) throw new Error("no record");
    const records = [
      { ...whole, id: "x1", start: "2024-02-30" },
      { ...whole, id: "x2", end: "2024-09-01" },
      { ...whole, id: "x3", person: "stranger", backbone: true },
      { ...whole, id: "x4", person: "a2", to: "nowhere" },
      { ...whole, id: "x4", person: "a2", to: "nowhere" },
    ];
    const result = check(records);
    expect(result.issues.map(({ code }) => code)).toEqual([
      "exchange-date-unreadable",
      "exchange-ends-before-start",
      "exchange-person-unknown",
      "exchange-school-unknown",
      "exchange-repeated",
      "exchanged-not-eligible",
    ]);
    expect(plain(result)).toMatchObject({ exchanged: { low: 2, high: 2 }, backbone: { low: 1, high: 1 } });
  });

  test("the same row twice under one id counts once, stays and all; fields in another order are the same row", () => {
    const [whole] = moves(1, { load: { kind: "days-per-week", days: 5 }, kind: "walking-teaching", backbone: true });
    const again = { backbone: true, kind: "walking-teaching", load: { days: 5, kind: "days-per-week" }, ...STAY, team: undefined } as const;
    const result = check([...moves(1), ...moves(1)]);
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([["exchange-repeated", [1]]]);
    expect(plain(result)).toMatchObject({ exchanged: { low: 1, high: 1 }, stays: { low: 1, high: 1 } });
    expect(result.readings[0].notCounted).toEqual([]);
    if (whole === undefined) throw new Error("no record");
    const turned = check([whole, { ...again, to: "b", from: "a", person: "a1", id: "e1" }]);
    expect(turned.issues.map(({ code }) => code)).toEqual(["exchange-repeated"]);
  });

  test("different rows under one id are two records, of one person or of two, and said to be so", () => {
    const [first] = moves(1);
    if (first === undefined) throw new Error("no record");
    const two = check([first, { ...first, person: "a2" }], { roster: staff(5) });
    expect(two.issues.map(({ code, path, params }) => [code, path, params])).toEqual([["exchange-id-reused", [1], { exchange: "e1" }]]);
    // 2 of 5 eligible.
    expect(plain(two)).toMatchObject({ exchanged: { low: 2, high: 2 }, printed: { exchanged: "40.0%" } });
    // a to d leaves the group, a to b stays in it: the later row counts for the group.
    const one = check([{ ...first, to: "d" }, first], { roster: staff(5) });
    expect(one.issues.map(({ code }) => code)).toEqual(["exchange-id-reused"]);
    expect(plain(one, "group")?.exchanged).toEqual({ low: 1, high: 1 });
    expect(plain(one)).toMatchObject({ exchanged: { low: 1, high: 1 }, stays: { low: 2, high: 2 } });
    // On other days, and not next to each other.
    const apart = check([first, ...moves(3, {}, 2), { ...first, start: "2024-02-01", end: "2024-07-01" }, first]);
    expect(apart.issues.map(({ code, path }) => [code, path])).toEqual([
      ["exchange-id-reused", [4]],
      ["exchange-repeated", [5]],
    ]);
  });

  test("a roster that names campuses means their schools: eligible, exchanged and the school that is left", () => {
    const schools = ["a", "b", "c"].map((id) => ({ id, name: id, ...(id === "a" ? { campuses: [{ id: "east" }, { id: "west" }] } : {}) }));
    const roster = staff(4).map((teacher, index) => ({ ...teacher, school: index < 2 ? "east" : "a" }));
    const settings = { ...SETTINGS, recentYears: 3 };
    // a1 moved from campus to campus the year before: that was no move.
    const before = { id: "x", person: "a1", from: "west", to: "east", start: "2023-09-01", end: "2024-09-01" };
    const result = check([...moves(1), before], { roster, settings, district: district({ schools }) });
    expect(result.issues).toEqual([]);
    expect(plain(result, "school")).toMatchObject({
      eligible: { low: 4, high: 4 },
      exchanged: { low: 1, high: 1 },
      printed: { exchanged: "25.0%" },
    });
    expect(result.readings[0].counts.map(({ subject }) => subject.id)).not.toContain("east");
    const { eligibility } = check([], { roster, settings: SETTINGS, district: district({ schools: [] }) });
    const handed = check(moves(1), { roster, settings, eligibility, district: district({ schools }) });
    // Judged without the district the service of a1 and a2 at a is that at another school, so that they are unknown; they stay a's people.
    expect(plain(handed, "school")?.eligible).toEqual({ low: 2, high: 4 });
  });

  test("ids in whatever order are told apart by what they say, also those whose 32-bit hashes agree", () => {
    const rows = (...ids: string[]) =>
      check(
        ids.map((id, index) => ({ ...(moves(1, {}, index + 1)[0] as Exchange), id })),
        { roster: staff(9) },
      );
    const said = (result: ReturnType<typeof check>) => result.issues.map(({ code, path }) => [code, path]);
    // Pairs with one FNV-1a hash each (published: costarring/liquid, declinate/macallums), and one such pair with a true repetition.
    expect(said(rows("liquid", "costarring", "macallums", "declinate"))).toEqual([]);
    expect(said(rows("liquid", "costarring", "b", "a", "liquid"))).toEqual([["exchange-id-reused", [4]]]);
    const ids = Array.from({ length: 300 }, (_, index) => `${(index * 7919) % 300}`);
    expect(said(rows(...ids.slice(0, 9)))).toEqual([]);
    expect(
      check([...ids, "17"].map((id) => ({ ...(moves(1)[0] as Exchange), id, person: `p${id}` }))).issues.filter(
        ({ code }) => code === "exchange-repeated",
      ),
    ).toHaveLength(1);
  });

  test("who moved without being eligible counts, and the issue says how many: a share over 100 % never stands alone", () => {
    // 5 eligible since 2010, 5 others since 2023; a6 and a7 are of the others.
    const roster = staff(10).map((teacher, index) =>
      index < 5 ? teacher : { ...teacher, service: [{ school: "a", from: "2023-09-01" }] },
    );
    const outside = (result: ReturnType<typeof check>) => result.issues.map(({ code, params }) => [code, params]);
    const two = check(moves(2, {}, 6), { roster });
    expect(plain(two)?.printed.exchanged).toBe("40.0%");
    expect(outside(two)).toEqual([["exchanged-not-eligible", { people: 2 }]]);
    const six = check(moves(6), { roster });
    expect([plain(six)?.printed.exchanged, verdict(six, "suzhou.rotation.exchanged-share")]).toEqual(["120.0%", "undetermined"]);
    expect(outside(six)).toEqual([["exchanged-not-eligible", { people: 1 }]]);
    expect(outside(check(moves(5), { roster }))).toEqual([]);
    // Twice the same person is one; not counted is not outside; somebody whose service nobody recorded may be eligible.
    expect(outside(check([...moves(1, {}, 6), ...moves(1, { id: "y", to: "c", start: "2025-01-01" }, 6)], { roster }))).toContainEqual([
      "exchanged-not-eligible",
      { people: 1 },
    ]);
    expect(outside(check(moves(1, { kind: "shadowing-long" }, 6), { roster }))).toEqual([]);
    expect(outside(check(moves(1), { roster: [{ id: "a1", school: "a" }] }))).toEqual([]);
    // Eligibility handed over in another order is found by name.
    const { eligibility } = check([], { roster });
    const turned = { ...eligibility, teachers: [...eligibility.teachers].reverse() };
    expect(outside(check(moves(6), { roster, eligibility: turned }))).toEqual([["exchanged-not-eligible", { people: 1 }]]);
    // Of a roster that is not whole nothing is said of strangers.
    const stranger = moves(1, { person: "z" });
    expect(outside(check(stranger, { roster })).map(([code]) => code)).toEqual(["exchange-person-unknown", "exchanged-not-eligible"]);
    expect(outside(check(stranger, { roster, partial: ["roster"] })).map(([code]) => code)).toEqual(["exchange-person-unknown"]);
  });

  test("a record that leaves another school than the roster's counts and is said, unless a move leads there", () => {
    const back = moves(1, { from: "b", to: "a" });
    const result = check(back);
    expect(result.issues.map(({ code, path, params }) => [code, path, params])).toEqual([
      ["exchange-school-differs", [0, "from"], { exchange: "e1", from: "b", school: "a" }],
    ]);
    expect(plain(result)?.exchanged).toEqual({ low: 1, high: 1 });
    const codes = (records: readonly Exchange[]) => check(records).issues.map(({ code }) => code);
    expect(codes([...moves(1, { end: "2025-01-01" }), ...moves(1, { id: "e2", from: "b", to: "c", start: "2025-01-01" })])).toEqual([]);
    // The day before the period the roster was not drawn up yet; on its first day it was.
    expect(codes(moves(1, { from: "b", to: "a", start: "2024-08-31" }))).toEqual([]);
    expect(codes(moves(1, { from: "b", to: "a", start: "2024-09-01" }))).toEqual(["exchange-school-differs"]);
    const campuses = district({
      schools: ["a", "b", "c"].map((id) => ({ id, name: id, ...(id === "a" ? { campuses: [{ id: "east" }] } : {}) })),
    });
    expect(check(moves(1, { from: "east" }), { district: campuses }).issues).toEqual([]);
  });

  test("two ways and subjects", () => {
    const roster = [...staff(5), ...staff(5, 0, "b")].map((teacher) => ({ ...teacher, subject: "语文" }));
    const back = { id: "r1", person: "b1", from: "b", to: "a", ...STAY, subject: "数学" };
    const result = check([...moves(2), back], { roster });
    expect(result.flows).toEqual([
      { from: "a", to: "b", people: { low: 2, high: 2 }, back: { low: 1, high: 1 } },
      { from: "b", to: "a", people: { low: 1, high: 1 }, back: { low: 2, high: 2 } },
    ]);
    const one = { low: 1, high: 1 };
    const two = { low: 2, high: 2 };
    const none = { low: 0, high: 0 };
    expect(result.balance).toEqual([
      { school: "a", subject: "语文", out: two, in: none },
      { school: "b", subject: "数学", out: one, in: none },
      { school: "b", subject: "语文", out: none, in: two },
      { school: "a", subject: "数学", out: none, in: one },
    ]);
    expect(result.readings[0].subjects.map(({ subject, exchanged }) => [subject, exchanged.low])).toEqual([
      ["语文", 2],
      ["数学", 1],
    ]);
  });
});

describe("explained, and handed to other rooms", () => {
  const options = { district: district(), policy: resolved(suzhou), period: YEAR, roster: staff(5, 1), settings: SETTINGS };
  const asked = { rule: "suzhou.rotation.exchanged-share", subject: { kind: "group", id: "g" } } as const;

  test("every teacher is named, and the tree ends in the verdict", () => {
    const explained = explainRotation(moves(1), options, asked);
    expect(explained?.finding.verdict).toBe("satisfied");
    const text = explained === undefined ? "" : explain(explained.explanation, { catalog: zhCN });
    expect(text).toContain("交流教师数：1人 = 1人".slice(0, 6));
    expect(text).toContain("a5");
    expect(text).toContain("20%");
  });

  test("no such rule, no such subject", () => {
    expect(explainRotation([], options, { ...asked, rule: "none" })).toBeUndefined();
    expect(explainRotation([], options, { ...asked, subject: { kind: "group", id: "x" } })).toBeUndefined();
  });

  test("facts for the lead and the members of a group", () => {
    const facts = rotationFacts(moves(2), options);
    const low = (id: string) => {
      const fact = facts({ kind: "school", id, group: "g" }, { measure: "exchanged-teachers" });
      return fact?.kind === "number" ? fact.low : undefined;
    };
    expect([low("a"), low("b"), low("d")]).toEqual(["2", "0", undefined]);
  });
});

describe("properties", () => {
  const record = fc.record({
    person: fc.constantFrom("a1", "a2", "a3", "b1"),
    from: fc.constantFrom("a", "b"),
    to: fc.constantFrom("a", "b", "c", "d"),
    start: fc.constantFrom("2023-09-01", "2024-09-01", "2025-03-01"),
    days: fc.constantFrom(30, 364, 365, 400, 1100),
    kind: fc.constantFrom(undefined, "walking-teaching", "shadowing-short"),
    backbone: fc.constantFrom(undefined, true, false),
  });
  const build = (records: readonly { start: string; days: number }[]) =>
    records.map(({ days, ...each }, index) => ({ ...each, id: `e${index}`, end: addDays(each.start, days) })) as unknown as Exchange[];
  const policy = resolved(threeYears);
  const options = { policy, district: district({ code: "310115" }), roster: [...staff(3), ...staff(1, 0, "b")] };

  test("one more record never lowers a count, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), record, (records, added) => {
        const before = check(build(records), options);
        const after = check(build([...records, added]), options);
        const backwards = check(build([...records, added]).reverse(), options);
        for (const [number, reading] of after.readings.entries()) {
          expect(backwards.readings[number]?.counts).toEqual(reading.counts);
          for (const [scope, { exchanged }] of reading.counts.entries()) {
            const earlier = before.readings[number]?.counts[scope]?.exchanged;
            expect(exchanged.low).toBeGreaterThanOrEqual(earlier?.low ?? 0);
            expect(exchanged.high ?? 0).toBeGreaterThanOrEqual(earlier?.high ?? 0);
          }
        }
      }),
    );
  });

  test("every record either counts or says why not", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), (records) => {
        const result = check(build(records), options);
        const [reading] = result.readings;
        const left = reading.notCounted.filter(
          ({ possible, code }) => !possible && code !== "counted-once-already" && code !== "outside-group",
        );
        expect(left.length + (plain(result)?.stays.high ?? 0)).toBe(records.length);
      }),
    );
  });
});
