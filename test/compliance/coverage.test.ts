import { describe, expect, test } from "vitest";
import { checkCompliance, coverage } from "../../src/compliance/index.js";
import type { District, PublishedFigure, School } from "../../src/domain/index.js";
import { district, group, policyOf, rule, school } from "./districts.js";

const target = (population: object, change: object = {}) =>
  rule("target", {
    kind: "coverage",
    population,
    covered: { by: "membership" },
    bounds: { atLeast: "t" },
    appliesTo: { subject: "district" },
    ...change,
  });

function targets(of: District, own: ReturnType<typeof target>, t = "0.8", asOf = "2024-12-31") {
  const found = coverage(of, { policy: policyOf([own], { t }), asOf });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value.targets;
}

const publicCompulsory = { stages: ["primary", "junior"], sector: "public" } as const;
const schools = (count: number, change: Partial<School> = {}) =>
  Array.from({ length: count }, (_, at) => school(`s${at}`, { stages: ["primary"], sector: "public", ...change }));
const inGroup = (count: number) =>
  group("g", Object.fromEntries(Array.from({ length: count }, (_, at) => [`s${at}`, "member"] as const)), { complete: true });

describe("over the district's own list", () => {
  test.each([
    // 80 % of 45 is 36.
    [35, "violated"],
    [36, "satisfied"],
    [37, "satisfied"],
  ])("%i of 45 in groups: %s", (count, verdict) => {
    const whole = district({ schools: schools(45), groups: [inGroup(count)], complete: true });
    const [found] = targets(whole, target(publicCompulsory));
    expect(found?.finding.verdict).toBe(verdict);
    expect(found?.listed).toMatchObject({ covered: { low: count, high: count }, whole: { low: 45, high: 45 } });
  });

  test("23 named schools are not the whole district: a lower bound, no share", () => {
    const named = district({ schools: schools(23, { stages: undefined, sector: undefined }), groups: [inGroup(23)] });
    const [found] = targets(named, target({}));
    expect(found?.finding).toMatchObject({ verdict: "undetermined", missing: [{ kind: "field", table: "district", column: "complete" }] });
    expect(found?.listed).toEqual({
      covered: { low: 23 },
      uncovered: { low: 0 },
      whole: { low: 23 },
      share: { kind: "interval", low: "0", high: "1", unit: "ratio" },
    });
  });

  test("schools whose stage or sector is not stated may be counted or not", () => {
    const list = [...schools(4), school("x"), school("y", { stages: ["senior"] })];
    const [found] = targets(district({ schools: list, groups: [inGroup(4)], complete: true }), target(publicCompulsory));
    // 4 of 4, or 4 of 5: at least 80 % either way.
    expect(found?.finding.verdict).toBe("satisfied");
    expect(found?.listed.whole).toEqual({ low: 4, high: 5 });
  });

  test("a target is not applicable before its due day, and its share is told all the same", () => {
    const whole = district({ schools: schools(45), groups: [inGroup(36)], complete: true });
    const own = target(publicCompulsory, { due: "2024-12-31" });
    expect(targets(whole, own, "0.8", "2024-12-30")[0]).toMatchObject({ finding: { code: "not-due" }, soFar: { verdict: "satisfied" } });
    expect(targets(whole, own, "0.8", "2024-12-31")[0]).toMatchObject({ finding: { verdict: "satisfied" } });
    expect(targets(whole, own, "0.8", "2024-12-31")[0]).not.toHaveProperty("soFar");
  });

  test("of no schools at all there is no share, and the target speaks to nobody", () => {
    const none = district({ schools: [], groups: [], complete: true });
    const [found] = targets(none, target(publicCompulsory));
    expect(found?.listed).toMatchObject({ covered: { low: 0, high: 0 }, whole: { low: 0, high: 0 }, share: { kind: "unknown" } });
    expect(found?.finding).toMatchObject({ verdict: "not-applicable", code: "no-subject" });
  });
});

describe("with published counts", () => {
  const on = "2024-06-30";
  const figure = (id: string, change: Partial<PublishedFigure>): PublishedFigure => ({
    id,
    measure: "schools",
    as: "count",
    on,
    value: "0",
    ...change,
  });
  // 曾都区 (zengdu Z1): 30 of the 45 that should be in unions, published 66.7 %; whether they are all public schools is not stated (Z2).
  const zengdu = [
    figure("in", { population: "in-groups", value: "30", schools: publicCompulsory }),
    figure("should", { population: "should", value: "45" }),
    figure("share", { as: "share", population: "in-groups", base: "should", value: "66.7 %" }),
  ];

  test("a base that is not stated: undetermined, the figures printed, 36 of 45 would reach 80 %", () => {
    const unclear = { "zh-CN": "基数未载明", en: "the base is not stated" };
    const [found] = targets(district({ published: zengdu }), target({ ...publicCompulsory, unclear }));
    expect(found?.finding).toMatchObject({ verdict: "undetermined", code: "base-unclear" });
    expect(found?.finding.missing).toContainEqual({ kind: "base", rule: "target", citations: [{ source: "s", clause: "1" }] });
    expect(found?.published).toMatchObject([
      {
        figures: ["in", "should", "share"],
        covered: 30,
        whole: 45,
        share: "2/3",
        base: "should",
        sameBase: false,
        limits: [{ reached: "no", needed: 36 }],
      },
    ]);
  });

  test.each([
    ["35", "violated", "no"],
    ["36", "satisfied", "yes"],
    ["37", "satisfied", "yes"],
  ])("a base that says it is the target's own settles it: %s of 45", (value, verdict, reached) => {
    const published = [
      figure("in", { population: "in-groups", value, schools: publicCompulsory }),
      figure("all", { population: "district", value: "45", schools: publicCompulsory }),
    ];
    const of = district({ published });
    const [found] = targets(of, target(publicCompulsory));
    expect(found?.finding.verdict).toBe(verdict);
    expect(found?.finding.operands[0]?.label["zh-CN"]).toBe("已覆盖学校数（2024-06-30公布数）");
    // What is concluded from published counts says of which date they are.
    expect(found?.finding.operands.find(({ id }) => id === "value")?.label["zh-CN"]).toBe("按2024-06-30公布数计算的占比");
    expect(found?.published[0]?.on).toBe("2024-06-30");
    expect(found?.published).toMatchObject([{ sameBase: true, limits: [{ reached, needed: 36 }] }]);
    const checked = checkCompliance(of, { policy: policyOf([target(publicCompulsory)], { t: "0.8" }), asOf: "2024-12-31" });
    expect(checked.ok && checked.value.findings[0]?.verdict).toBe(verdict);
  });

  test.each([
    ["other schools", { schools: { stages: ["primary"] } }],
    ["a later day", { on: "2025-01-01" }],
    ["a day only known in part", { on: "2024", value: "45" }],
    ["no exact number", { value: "40余" }],
  ] as const)("a base of %s settles nothing", (_, change) => {
    const asOf = "2024-06-30";
    const published = [
      figure("in", { population: "in-groups", value: "36", schools: publicCompulsory, ...("on" in change ? { on: change.on } : {}) }),
      figure("all", { population: "district", value: "45", schools: publicCompulsory, ...change }),
    ];
    expect(targets(district({ published }), target(publicCompulsory), "0.8", asOf)[0]?.finding.verdict).toBe("undetermined");
  });

  // A count tells of its own day: one of twelve months before or older settles nothing, nor do counts of two dates make a share.
  test.each([
    ["2024-12-31", "2024-12-31", "satisfied"],
    ["2024-01-01", "2024-01-01", "satisfied"],
    ["2024", "2024", "satisfied"],
    ["2023-12-31", "2023-12-31", "undetermined"],
    ["2023", "2023", "undetermined"],
    ["2017-12-31", "2017-12-31", "undetermined"],
    ["2023/2024", "2023/2024", "undetermined"],
    ["2024-06-30", "2024-07-31", "undetermined"],
  ])("for the end of 2024, counts of %s and %s: %s", (covered, whole, verdict) => {
    const published = [
      figure("in", { population: "in-groups", value: "36", schools: publicCompulsory, on: covered }),
      figure("all", { population: "district", value: "45", schools: publicCompulsory, on: whole }),
    ];
    expect(targets(district({ published }), target(publicCompulsory))[0]?.finding.verdict).toBe(verdict);
  });

  test("of several pairs the latest of one date speaks, though the whole alone was printed later", () => {
    const pair = (on: string, value: string) => [
      figure(`in-${on}`, { population: "in-groups", value, schools: publicCompulsory, on }),
      figure(`all-${on}`, { population: "district", value: "45", schools: publicCompulsory, on }),
    ];
    const later = figure("all", { population: "district", value: "46", schools: publicCompulsory, on: "2024-12-01" });
    const published = [...pair("2024-03-01", "35"), ...pair("2024-09-01", "36"), later];
    expect(targets(district({ published }), target(publicCompulsory))[0]?.finding).toMatchObject({ verdict: "satisfied" });
  });

  test("published counts equal to the whole list's own are not contradicted by it, one more is", () => {
    const whole = (covered: string, all: string) => {
      const published = [
        figure("in", { population: "in-groups", value: covered, schools: publicCompulsory }),
        figure("all", { population: "district", value: all, schools: publicCompulsory }),
      ];
      const of = district({ schools: schools(45), groups: [inGroup(36)], complete: true, published });
      return targets(of, target(publicCompulsory))[0]?.finding.operands[0]?.label["zh-CN"];
    };
    // The list has 36 in groups, 9 outside, 45 in all: the published figures may be those.
    expect(whole("36", "45")).toBe("已覆盖学校数（2024-06-30公布数）");
    expect(whole("36", "46")).toBe("已覆盖学校数");
    expect(whole("35", "45")).toBe("已覆盖学校数");
  });

  test("a list that shows more than was published contradicts it, and stands", () => {
    const published = [
      figure("in", { population: "in-groups", value: "3", schools: publicCompulsory }),
      figure("all", { population: "district", value: "5", schools: publicCompulsory }),
    ];
    const whole = district({ schools: schools(5), groups: [inGroup(4)], complete: true, published });
    expect(targets(whole, target(publicCompulsory))[0]?.finding.verdict).toBe("satisfied");
  });
});
