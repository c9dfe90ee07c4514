import fc from "fast-check";
import { type BundleGroup, type BundleScheme, bundleScores, combinePeriods, explainBundle, type OwnScores } from "school-groups/evaluation";
import { describe, expect, test } from "vitest";
import { recomputed, reduced } from "./recompute.js";

const scheme: BundleScheme = {
  basis: { kind: "caller" },
  group: { of: "lead-and-members", leadWeight: "0.4", members: "mean" },
  member: { ownPart: "0.6" },
  lead: { ownPart: "0.5", answersFor: "members" },
  inSeveralGroups: "mean",
  missing: "refuse",
};
const own = (scores: Readonly<Record<string, string | undefined>>): OwnScores =>
  Object.entries(scores).map(([school, score]) => ({ school, score }));
const group = (id: string, lead: string | undefined, ...members: string[]): BundleGroup => ({
  id,
  lead: lead === undefined ? undefined : { school: lead },
  members: members.map((school) => ({ school })),
});
const run = (scores: OwnScores, groups: readonly BundleGroup[], by: BundleScheme = scheme) => {
  const result = bundleScores(scores, groups, by);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const of = (bundle: ReturnType<typeof run>, school: string) => bundle.schools.find((one) => one.school === school)?.score;

describe("bundling, by hand", () => {
  const scores = own({ l: "90", a: "60", b: "80", c: "100" });

  test("group 0.4 × 90 + 0.6 × 80 = 84; a: 0.6 × 60 + 0.4 × 84 = 69.6; lead: 0.5 × 90 + 0.5 × 80 = 85", () => {
    const bundle = run(scores, [group("g", "l", "a", "b", "c")]);
    expect(bundle.groups).toEqual([{ group: "g", lead: "90", members: "80", score: "84" }]);
    expect([of(bundle, "a"), of(bundle, "l")]).toEqual(["69.6", "85"]);
  });

  test("the weakest member counts", () => {
    const bundle = run(scores, [group("g", "l", "a", "b", "c")], {
      ...scheme,
      group: { of: "lead-and-members", leadWeight: "0.4", members: "minimum" },
    });
    expect(bundle.groups[0]?.score).toBe("72"); // 36 + 0.6 × 60
  });

  test("weighted by pupils: (60 × 300 + 80 × 100) ÷ 400 = 65", () => {
    const groups = [
      {
        id: "g",
        lead: { school: "l", pupils: 1 },
        members: [
          { school: "a", pupils: 300 },
          { school: "b", pupils: 100 },
        ],
      },
    ];
    expect(
      run(scores, groups, { ...scheme, group: { of: "lead-and-members", leadWeight: 0, members: "pupil-weighted" } }).groups[0]?.score,
    ).toBe("65");
  });

  test("every school alike, as the group principal is judged by every school's progress: (90 + 60 + 80) ÷ 3", () => {
    expect(run(scores, [group("g", "l", "a", "b")], { ...scheme, group: { of: "every-school", schools: "mean" } }).groups[0]?.score).toBe(
      "230/3",
    );
  });

  test("a member for half of the period weighs half and answers half", () => {
    const groups = [{ id: "g", lead: { school: "l" }, members: [{ school: "a", exposure: "0.5" }, { school: "b" }] }];
    const bundle = run(scores, groups);
    // members (0.5 × 60 + 80) ÷ 1.5 = 220/3; group 36 + 44 = 80; a: (1 − 0.2) × 60 + 0.2 × 80 = 64
    expect(bundle.groups[0]).toMatchObject({ members: "220/3", score: "80" });
    expect(of(bundle, "a")).toBe("64");
  });

  test("a school that leads one group and is member of another", () => {
    const groups = [group("g1", "l", "a"), group("g2", "c", "l")];
    // g1: 36 + 36 = 72; l as lead: 45 + 30 = 75. g2: 40 + 54 = 94; l as member: 54 + 37.6 = 91.6
    const by = (inSeveralGroups: BundleScheme["inSeveralGroups"]) => of(run(scores, groups, { ...scheme, inSeveralGroups }), "l");
    expect([by("mean"), by("best"), by("worst"), by("first-named")]).toEqual(["83.3", "91.6", "75", "75"]);
  });

  describe("a member of two groups for a part of the period each", () => {
    // Either group alone, all the year: 0.4 × 90 + 0.6 × 60 = 72, and 0.6 × 60 + 0.4 × 72 = 64.8.
    const inBoth = (g: string, h: string): readonly BundleGroup[] => [
      { id: "g", lead: { school: "l" }, members: [{ school: "a", exposure: g }] },
      { id: "h", lead: { school: "l" }, members: [{ school: "a", exposure: h }] },
    ];
    const rules = ["mean", "best", "worst", "first-named"] as const;

    test.each([
      ["half a year in each: it answers all the year", "0.5", "0.5", "64.8"],
      ["a quarter in each: for itself the other half, 0.5 × 64.8 + 0.5 × 60", "0.25", "0.25", "62.4"],
      ["side by side for three quarters each", "0.75", "0.75", "64.8"],
      ["all the year in both", "1", "1", "64.8"],
      ["in none of the two", "0", "0", "60"],
    ])("%s", (_, g, h, expected) => {
      expect(of(run(scores, inBoth(g, h)), "a")).toBe(expected);
    });

    test.each(rules)("a group it was in for no part of the period has no say: %s", (inSeveralGroups) => {
      for (const groups of [inBoth("1", "0"), inBoth("0", "1")])
        expect(of(run(scores, groups, { ...scheme, inSeveralGroups }), "a")).toBe("64.8");
    });

    test.each(rules)("explained: %s", (inSeveralGroups) => {
      const by = { ...scheme, inSeveralGroups };
      for (const [g, h] of [
        ["0.5", "0.25"],
        ["1", "0.5"],
        ["0", "0.5"],
        ["0", "0"],
      ] as const) {
        const tree = explainBundle(scores, inBoth(g, h), by, { school: "a" });
        expect(tree && recomputed(tree)).toBe(reduced(of(run(scores, inBoth(g, h), by), "a") ?? ""));
      }
    });
  });

  test("a group without lead is its members", () => {
    expect(run(scores, [group("g", undefined, "a", "b")]).groups[0]).toMatchObject({ members: "70", score: "70" });
  });

  test("what is missing stays missing, or is left out where the scheme says so", () => {
    const gap = own({ l: "90", a: undefined, b: "80" });
    const refused = run(gap, [group("g", "l", "a", "b")]);
    expect([refused.groups[0]?.score, of(refused, "b")]).toEqual([undefined, undefined]);
    const left = run(gap, [group("g", "l", "a", "b")], { ...scheme, missing: "leave-out" });
    expect([left.groups[0]?.score, of(left, "b"), of(left, "a")]).toEqual(["84", "81.6", undefined]);
  });
});

describe("properties", () => {
  const parts = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }));
  test("equal schools keep their score under any scheme", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), parts, (score, [w, member, lead]) => {
        const text = String(score);
        const by: BundleScheme = {
          ...scheme,
          group: { of: "lead-and-members", leadWeight: w / 10, members: "mean" },
          member: { ownPart: member / 10 },
          lead: { ownPart: lead / 10, answersFor: "group" },
        };
        const bundle = run(own({ l: text, a: text, b: text }), [group("g", "l", "a", "b")], by);
        expect(bundle.schools.map((school) => school.score)).toEqual([text, text, text]);
      }),
    );
  });

  test("with the whole part on one's own nothing is bundled", () => {
    const alone: BundleScheme = { ...scheme, member: { ownPart: 1 }, lead: { ownPart: 1, answersFor: "group" } };
    expect(run(own({ l: "90", a: "60" }), [group("g", "l", "a")], alone).schools.map((school) => school.score)).toEqual(["90", "60"]);
  });
});

describe("what is wrong is named", () => {
  const codes = (scores: OwnScores, groups: readonly BundleGroup[], by: BundleScheme = scheme) =>
    bundleScores(scores, groups, by).issues.map(({ code }) => code);
  test.each([
    ["α above 1", own({}), [group("g", "l", "a")], { ...scheme, member: { ownPart: "1.1" } }, "bundle-part-invalid"],
    [
      "no number",
      own({}),
      [group("g", "l", "a")],
      { ...scheme, lead: { ownPart: Number.NaN, answersFor: "group" as const } },
      "bundle-part-invalid",
    ],
    ["a school twice", own({}), [group("g", "l", "a", "l")], scheme, "bundle-school-twice"],
    ["exposure of 2", own({}), [{ id: "g", members: [{ school: "a", exposure: 2 }] }], scheme, "bundle-exposure-invalid"],
    [
      "no pupils",
      own({}),
      [group("g", "l", "a")],
      { ...scheme, group: { of: "every-school" as const, schools: "pupil-weighted" as const } },
      "bundle-pupils-missing",
    ],
    ["a score that is none", own({ a: "many" }), [group("g", "l", "a")], scheme, "bundle-score-invalid"],
  ])("%s", (_, scores, groups, by, code) => {
    expect(codes(scores, groups, by)).toContain(code);
  });
});

describe("parts of a year", () => {
  test("two months and the year-end: (80 + 90 + 2 × 95) ÷ 4 = 90", () => {
    const parts = [
      { period: "09", weight: 1, score: "80" },
      { period: "10", weight: 1, score: "90" },
      { period: "year", weight: 2, score: "95" },
    ];
    expect(combinePeriods(parts, { missing: "refuse" })).toMatchObject({ value: { score: "90", without: [] } });
  });

  test("a school that joined later", () => {
    const parts = [
      { period: "09", weight: 1 },
      { period: "10", weight: 1, score: "80" },
    ];
    expect(combinePeriods(parts, { missing: "refuse" })).toMatchObject({ value: { score: undefined, without: ["09"] } });
    expect(combinePeriods(parts, { missing: "leave-out" })).toMatchObject({ value: { score: "80" } });
    expect(combinePeriods([{ period: "09", weight: -1 }], { missing: "leave-out" }).issues[0]).toMatchObject({ code: "weight-invalid" });
  });
});

describe("who belonged for no part of the period", () => {
  const absent = (...members: BundleGroup["members"]): BundleGroup => ({ id: "g", lead: { school: "l" }, members });

  test("lacks no score and takes nobody's: 0.4 × 90 + 0.6 × 60 = 72; a: 0.6 × 60 + 0.4 × 72 = 64.8; lead: 0.5 × 90 + 0.5 × 60 = 75", () => {
    const bundle = run(own({ l: "90", a: "60" }), [absent({ school: "a" }, { school: "b", exposure: 0 })]);
    expect(bundle.groups).toEqual([{ group: "g", lead: "90", members: "60", score: "72" }]);
    expect([of(bundle, "a"), of(bundle, "l"), of(bundle, "b")]).toEqual(["64.8", "75", undefined]);
  });

  test("just above 0 a missing score is missing", () => {
    const bundle = run(own({ l: "90", a: "60" }), [absent({ school: "a" }, { school: "b", exposure: "0.001" })]);
    expect([bundle.groups[0]?.score, of(bundle, "a")]).toEqual([undefined, undefined]);
  });

  test.each(["mean", "minimum"] as const)("keeps the own score where nobody else is there, %s", (members) => {
    const groups = [{ id: "g", members: [{ school: "a", exposure: 0 }] }];
    const by: BundleScheme = { ...scheme, group: { of: "lead-and-members", leadWeight: "0.4", members } };
    const bundle = run(own({ a: "10" }), groups, by);
    expect([bundle.groups[0]?.score, of(bundle, "a")]).toEqual([undefined, "10"]);
    // Weight 1 − 0.4 × 0 on the own score, and none on the group's.
    expect(explainBundle(own({ a: "10" }), groups, by, { school: "a" })).toMatchObject({
      operator: "weighted-mean",
      operands: [{ value: { value: "10" } }, { value: { value: "1" } }],
      value: { value: "10" },
    });
  });
});

describe("a lead weighs for its part of the period", () => {
  const led = (exposure: number | string): BundleGroup => ({ id: "g", lead: { school: "l", exposure }, members: [{ school: "a" }] });

  test("none of it, and without own score: the members alone are the group", () => {
    const bundle = run(own({ a: "60" }), [led(0)]);
    expect(bundle.groups).toEqual([{ group: "g", lead: undefined, members: "60", score: "60" }]);
    expect([of(bundle, "a"), of(bundle, "l")]).toEqual(["60", undefined]);
    expect(explainBundle(own({ a: "60" }), [led(0)], scheme, { group: "g" })).toMatchObject({ operands: [{ value: { value: "60" } }, {}] });
  });

  test("none of it, with a score: that is its own and nobody else's", () => {
    const bundle = run(own({ l: "90", a: "60" }), [led(0)]);
    expect([bundle.groups[0]?.score, of(bundle, "a"), of(bundle, "l")]).toEqual(["60", "60", "90"]);
  });

  test("just above 0 a missing score of the lead is missing", () => {
    expect(run(own({ a: "60" }), [led("0.001")]).groups[0]?.score).toBe(undefined);
  });

  test("a half: (0.4 × 0.5 × 90 + 0.6 × 60) ÷ (0.2 + 0.6) = 67.5, and so it is explained", () => {
    const scores = own({ l: "90", a: "60" });
    expect(run(scores, [led("0.5")]).groups[0]?.score).toBe("67.5");
    const tree = explainBundle(scores, [led("0.5")], scheme, { group: "g" });
    expect(tree && recomputed(tree)).toBe(reduced("67.5"));
  });

  test("whose weight is 0 lacks no score", () => {
    const by: BundleScheme = { ...scheme, group: { of: "lead-and-members", leadWeight: 0, members: "mean" } };
    expect(run(own({ a: "60" }), [led(1)], by).groups[0]?.score).toBe("60");
  });
});

describe("what is said twice", () => {
  const codes = (scores: OwnScores, groups: readonly BundleGroup[]) => {
    const result = bundleScores(scores, groups, scheme);
    return result.ok ? [] : result.issues.map(({ code, path, params }) => ({ code, path, params }));
  };
  const groups = [group("g", undefined, "a")];

  test("two own scores that differ", () => {
    const scores = [
      { school: "a", score: "70" },
      { school: "a", score: "10" },
    ];
    expect(codes(scores, groups)).toEqual([{ code: "bundle-score-contradicts", path: [1, "score"], params: { school: "a" } }]);
  });

  test("the same one twice, or one beside none, is one", () => {
    const scores = [{ school: "a", score: "70" }, { school: "a", score: "70.0" }, { school: "a" }];
    expect(of(run(scores, groups), "a")).toBe("70");
    expect(explainBundle(scores, groups, scheme, { school: "a" })).toMatchObject({
      value: { value: "70" },
      operands: [{ value: { value: "70" } }, {}, {}, {}],
    });
  });

  test("two groups of one id", () => {
    expect(codes(own({ a: "70", b: "80" }), [...groups, group("g", undefined, "b")])).toEqual([
      { code: "bundle-group-twice", path: [1, "id"], params: { group: "g" } },
    ]);
  });
});
