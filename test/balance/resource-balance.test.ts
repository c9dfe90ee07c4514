import { balanceFacts, checkResourceBalance, type ResourceBalanceOptions } from "school-groups/balance";
import { checkCompliance } from "school-groups/compliance";
import type { District, Headcount, ResourceTotal, School, Stage } from "school-groups/domain";
import { cn } from "school-groups/packs/cn";
import { resolvePolicies } from "school-groups/policy";
import { describe, expect, test } from "vitest";
import { stagePupils, stageTotal } from "../../src/balance/school-resources.js";

const resolved = resolvePolicies([cn]);
if (!resolved.ok) throw new Error("the pack has errors");
const policy = resolved.value;
const on = "2023-09-01";
const options: ResourceBalanceOptions = { policy, asOf: "2023-12-31" };

/** Just what the seven primary thresholds ask of 1 000 pupils: 4.2, 1, 0.9 per hundred, 4.5, 7.5 m², 2 000 yuan, 2.3 per hundred. */
const JUST_ENOUGH = {
  "degreed-teachers": 42,
  "backbone-teachers": 10,
  "arts-pe-teachers": 9,
  "room-area": 4500,
  "sports-area": 7500,
  "equipment-value": 2000000,
  "multimedia-classrooms": 23,
};
const rows = (totals: Readonly<Record<string, number | string>>): ResourceTotal[] =>
  Object.entries(totals).map(([resource, total]) => ({ on, resource, total }));
const school = (id: string, pupils: number, totals: Readonly<Record<string, number | string>>, more: Partial<School> = {}): School => ({
  id,
  name: id,
  stages: ["primary"],
  teachingPoint: false,
  headcounts: [{ on, pupils }],
  resources: rows(totals),
  ...more,
});
const district = (...schools: School[]): District => ({ format: "school-groups.district.v1", complete: true, schools, groups: [] });
const findings = (of: District, rule: string, more: Partial<ResourceBalanceOptions> = {}) =>
  checkResourceBalance(of, { ...options, ...more }).findings.filter((finding) => finding.rule === rule);
const SEVEN = "cn.balance.seven-indicators.primary";
const verdict = (of: School, rule = SEVEN) => findings(district(of), rule)[0]?.verdict;

describe("six of seven, and the rest at 85 %", () => {
  test("every threshold is owned", () => {
    expect(verdict(school("a", 1000, JUST_ENOUGH))).toBe("satisfied");
  });
  // 85 % of 4.2 is 3.57 per hundred.
  test.each([
    ["41", "satisfied"],
    ["35.7", "satisfied"],
    ["35.6999", "violated"],
  ])("%s degreed teachers of 1 000 pupils: %s", (total, expected) => {
    expect(verdict(school("a", 1000, { ...JUST_ENOUGH, "degreed-teachers": total }))).toBe(expected);
  });
  test("two below are one too many, however little", () => {
    expect(verdict(school("a", 1000, { ...JUST_ENOUGH, "degreed-teachers": 41, "room-area": 4499 }))).toBe("violated");
  });
  test("a missing one leaves it open, and is named", () => {
    const { "sports-area": _, ...rest } = JUST_ENOUGH;
    const [finding] = findings(district(school("a", 1000, rest)), SEVEN);
    expect(finding?.verdict).toBe("undetermined");
    expect(finding?.missing).toContainEqual({
      kind: "record",
      table: "resources",
      of: "sports-area",
      subject: { kind: "school", id: "a" },
    });
  });
  test("but not where two others are below already", () => {
    const { "sports-area": _, ...rest } = JUST_ENOUGH;
    expect(verdict(school("a", 1000, { ...rest, "degreed-teachers": 41, "room-area": 4499 }))).toBe("violated");
  });
});

describe("who counts", () => {
  const point = (pupils: number, teachingPoint: boolean | undefined) =>
    school("p", pupils, JUST_ENOUGH, { teachingPoint, resources: rows(JUST_ENOUGH) });
  test("teaching points under 50 pupils, special and vocational schools do not", () => {
    const schools = [
      point(49, true),
      school("s", 60, JUST_ENOUGH, { stages: ["primary", "special"] }),
      school("v", 60, JUST_ENOUGH, { stages: ["primary", "vocational"] }),
      school("o", 60, JUST_ENOUGH, { outside: true }),
      school("a", 1000, JUST_ENOUGH),
    ];
    const [primary] = checkResourceBalance(district(...schools), options).stages;
    expect(primary?.schools.map((one) => one.school)).toEqual(["a"]);
    expect(primary?.leftOut).toEqual([
      { school: "p", why: "small-teaching-point" },
      { school: "s", why: "special-education" },
      { school: "v", why: "vocational" },
      { school: "o", why: "outside" },
    ]);
  });
  test("a teaching point of 50 does; a small school that nobody calls one or not is open", () => {
    expect([verdict(point(49, true)), verdict(point(50, true)), verdict(point(49, false))]).toEqual([
      "not-applicable",
      "satisfied",
      "satisfied",
    ]);
    expect(verdict(point(49, undefined))).toBe("undetermined");
  });
  test("a school of another stage is not judged as a primary one", () => {
    expect(verdict(school("j", 1000, JUST_ENOUGH, { stages: ["junior"] }))).toBe("not-applicable");
  });
});

describe("small rural schools count visiting teachers in indicator 3", () => {
  const value = (pupils: number, more: Partial<School>) => {
    const of = school("r", pupils, { "arts-pe-teachers": "0.4", "visiting-arts-pe-teachers": "0.5" }, more);
    const [primary] = checkResourceBalance(district(of), options).stages;
    return primary?.schools[0]?.indicators.find(({ resource }) => resource === "arts-pe-teachers")?.value;
  };
  // 0.9 × 100 ÷ 50 = 1.8 and ÷ 99 = 10/11; without them 0.4 × 100 ÷ 100 = 0.4, ÷ 50 = 0.8, ÷ 49 = 40/49.
  test.each([
    [50, "rural", "1.8"],
    [99, "rural", "10/11"],
    [100, "rural", "0.4"],
    [49, "rural", "40/49"],
    [50, "town", "0.8"],
  ] as const)("%i pupils, %s: %s", (pupils, locality, expected) => {
    expect(value(pupils, { locality })).toBe(expected);
  });
});

describe("schools of several stages are split", () => {
  const headcounts = (counts: Partial<Record<Stage, number>>) =>
    Object.entries(counts).map(([stage, pupils]) => ({ on, stage: stage as Stage, pupils }));
  const areas = (of: School, more: Partial<ResourceBalanceOptions> = {}) =>
    checkResourceBalance(district(of), { ...options, ...more }).stages.map(
      ({ schools }) => schools[0]?.indicators.find(({ resource }) => resource === "room-area")?.value,
    );
  // National N4: 166 × 1 + 210 × 1.1 = 397 parts of 23 226; per primary pupil 23226/397, per junior pupil 1.1 times that.
  test("nine-year 1 : 1.1", () => {
    const of = school(
      "n",
      0,
      { "room-area": 23226 },
      { stages: ["primary", "junior"], headcounts: headcounts({ primary: 166, junior: 210 }) },
    );
    expect(areas(of)).toEqual(["23226/397", "127743/1985"]);
  });
  // 100 + 100 × 1.1 + 100 × 1.32 = 342: of 3 420 a primary pupil has 10, a junior one 11.
  test("twelve-year 1 : 1.1 : 1.32, and what belongs to one stage stays there", () => {
    const stages: readonly Stage[] = ["primary", "junior", "senior"];
    const of = school("t", 0, { "room-area": 3420 }, { stages, headcounts: headcounts({ primary: 100, junior: 100, senior: 100 }) });
    expect(areas(of)).toEqual(["10", "11"]);
    const own = { ...of, resources: [...(of.resources ?? []), { on, resource: "room-area", stage: "junior" as const, total: 50 }] };
    expect(areas(own)).toEqual(["10", "11.5"]);
  });
  test("stages the policy does not split need the caller's weights", () => {
    const of = school(
      "k",
      0,
      { "room-area": 300 },
      { stages: ["kindergarten", "primary"], headcounts: headcounts({ kindergarten: 100, primary: 100 }) },
    );
    expect(areas(of)).toEqual([undefined, undefined]);
    expect(areas(of, { splitWeights: { kindergarten: "0.5", primary: 1 } })).toEqual(["2", undefined]);
  });
});

describe("the spread over schools", () => {
  const LIMIT = "cn.balance.difference.room-area.primary";
  // The official vector (N4): pupil-weighted 0.51526, unweighted 0.4888, which would wrongly pass 0.50.
  const vector = [
    [45, 279],
    [37, 137],
    [89, 935],
    [76, 160],
    [55, 402],
  ].map(([pupils = 0, total = 0], index) => school(`s${index}`, pupils, { "room-area": total }));
  test("is weighted by pupils and judged by squares", () => {
    const [primary] = checkResourceBalance(district(...vector), options).stages;
    const found = primary?.differences.find(({ resource }) => resource === "room-area");
    expect(found?.coefficient?.printed.coefficient).toBe("0.515");
    expect(findings(district(...vector), LIMIT)[0]?.verdict).toBe("violated");
  });
  test("meets the limit at just 0.50: 3 and 9 m² for as many pupils have the mean 6 and the deviation 3", () => {
    const two = [school("a", 200, { "room-area": 600 }), school("b", 200, { "room-area": 1800 })];
    expect(findings(district(...two), LIMIT)[0]?.verdict).toBe("satisfied");
    const more = [school("a", 200, { "room-area": 600 }), school("b", 200, { "room-area": "1800.001" })];
    expect(findings(district(...more), LIMIT)[0]?.verdict).toBe("violated");
  });
  test("is open while a figure or the list is not whole", () => {
    const gap = [school("a", 200, { "room-area": 600 }), school("b", 200, {})];
    expect(findings(district(...gap), LIMIT)[0]).toMatchObject({ verdict: "undetermined", missing: [{ kind: "record", of: "room-area" }] });
    expect(findings({ ...district(...vector), complete: undefined }, LIMIT)[0]?.verdict).toBe("undetermined");
  });
  const spread = (of: District) => {
    const [primary] = checkResourceBalance(of, options).stages;
    const found = primary?.differences.find(({ resource }) => resource === "room-area");
    const [finding] = findings(of, LIMIT);
    return { coefficient: found?.coefficient?.squared, missing: found?.missing, verdict: finding?.verdict, asked: finding?.missing };
  };
  const lacks = (table: string, column: string, id: string) => ({ kind: "field", table, column, subject: { kind: "school", id } });
  test("takes neither of two totals of one day, whichever stands first", () => {
    const row = (total: number) => ({ on: "2023-09-01", resource: "room-area", total });
    const other = school("b", 200, { "room-area": 600 });
    const of = (...totals: readonly number[]) => district({ ...school("a", 200, {}), resources: totals.map(row) }, other);
    const gap = lacks("resources", "total", "a");
    expect(spread(of(600, 1))).toMatchObject({ verdict: "undetermined", missing: [gap] });
    expect(spread(of(1, 600))).toMatchObject({ verdict: "undetermined", missing: [gap] });
    expect(spread(of(600, 600))).toMatchObject({ verdict: "satisfied" });
  });
  test("does not lose a school without pupils: 600 m² for nobody are no figure per pupil", () => {
    const gap = lacks("headcounts", "pupils", "a");
    const of = district(school("a", 0, { "room-area": 600 }), school("b", 200, { "room-area": 1800 }));
    expect(spread(of)).toMatchObject({ coefficient: undefined, missing: [gap], verdict: "undetermined", asked: [gap] });
  });
  test("is not changed by a school without pupils and without rooms: 3 and 9 m² have 0.25 still, and it stands among the schools", () => {
    const two = [school("a", 200, { "room-area": 600 }), school("b", 200, { "room-area": 1800 })];
    const of = district(...two, school("new", 0, { "room-area": 0 }));
    expect(spread(of)).toMatchObject({ coefficient: "0.25", missing: [], verdict: "satisfied" });
    const [primary] = checkResourceBalance(of, options).stages;
    expect(primary?.schools[2]?.indicators.find(({ resource }) => resource === "room-area")?.missing).toEqual([
      lacks("headcounts", "pupils", "new"),
    ]);
  });
  test("does not lose a school whose list of stages is empty", () => {
    const gap = lacks("schools", "stages", "a");
    const of = district(school("a", 200, { "room-area": 600 }, { stages: [] }), school("b", 200, { "room-area": 1800 }));
    expect(spread(of)).toMatchObject({ coefficient: undefined, missing: [gap], verdict: "undetermined", asked: [gap] });
    expect(findings(of, SEVEN)[0]?.verdict).toBe("undetermined");
  });
  test("says what is missing where nobody has any, or two schools bear one id", () => {
    const none = district(school("a", 200, { "room-area": 0 }), school("b", 200, { "room-area": 0 }));
    const record = { kind: "record", table: "resources", of: "room-area" };
    expect(spread(none)).toMatchObject({ coefficient: undefined, missing: [record], verdict: "undetermined", asked: [record] });
    const twins = district(school("a", 200, { "room-area": 600 }), school("a", 200, { "room-area": 1800 }));
    const gap = lacks("schools", "id", "a");
    expect(spread(twins)).toMatchObject({ coefficient: undefined, missing: [gap], verdict: "undetermined", asked: [gap] });
  });
  test("judges no school whose id another one bears: nobody can tell which of the two is meant", () => {
    const twins = district(
      school("a", 1000, JUST_ENOUGH),
      school("a", 1000, { ...JUST_ENOUGH, "room-area": 100 }),
      school("b", 1000, JUST_ENOUGH),
    );
    const checked = checkCompliance(twins, { policy, asOf: options.asOf, facts: balanceFacts(twins, options) });
    const found = checked.ok ? checked.value.findings.filter(({ rule }) => rule === SEVEN) : [];
    expect(found.map(({ subject, verdict }) => `${subject.id} ${verdict}`)).toEqual(["a undetermined", "b satisfied"]);
    expect(found[0]?.missing).toEqual([lacks("schools", "id", "a")]);
    expect(findings(twins, SEVEN).map(({ verdict }) => verdict)).toEqual(["undetermined", "undetermined", "satisfied"]);
  });
  test("of a stage that no school teaches lacks nothing", () => {
    const [, junior] = checkResourceBalance(district(...vector), options).stages;
    expect(junior?.differences.every(({ coefficient, missing }) => coefficient === undefined && missing.length === 0)).toBe(true);
  });
  test("of several resources together is their mean: 0.5 and 0 make 0.25", () => {
    const two = [school("a", 200, { "room-area": 600, books: 5 }), school("b", 200, { "room-area": 1800, books: 5 })];
    const facts = balanceFacts(district(...two), { ...options, composite: ["room-area", "books"] });
    const fact = facts({ kind: "district", id: "district" }, { measure: "composite-difference-coefficient", stage: "primary" });
    expect(fact).toMatchObject({ kind: "number", low: "0.25", high: "0.25000000000000000001" });
  });
});

test("checkCompliance takes the facts and gives the same verdicts", () => {
  const of = district(school("a", 1000, JUST_ENOUGH), school("b", 1000, { ...JUST_ENOUGH, "room-area": 100 }));
  const own = checkResourceBalance(of, options).findings;
  const result = checkCompliance(of, { policy, asOf: options.asOf, facts: balanceFacts(of, options) });
  const judged = result.ok ? result.value.findings : [];
  for (const finding of own) {
    const same = judged.find(({ rule, subject }) => rule === finding.rule && subject.id === finding.subject.id);
    if (finding.verdict !== "not-applicable") expect([finding.rule, same?.verdict]).toEqual([finding.rule, finding.verdict]);
  }
  expect(own.filter(({ verdict: found }) => found === "violated").length).toBeGreaterThan(0);
});

test("a figure of the day itself counts, a day earlier nobody knows it", () => {
  const of = district(school("a", 1000, JUST_ENOUGH));
  expect(findings(of, SEVEN, { asOf: on })[0]?.verdict).toBe("satisfied");
  expect(findings(of, SEVEN, { asOf: "2023-08-31" })[0]?.verdict).toBe("undetermined");
});

test("the way to a stage's part names the stage's own pupils and weight", () => {
  const headcounts = [
    { on, stage: "primary", pupils: 166 },
    { on, stage: "junior", pupils: 210 },
  ] as const;
  const of = { id: "n", name: "n", stages: ["primary", "junior"], headcounts, resources: rows({ books: 23226 }) } as const;
  const weights = new Map<Stage, string>([
    ["primary", "1"],
    ["junior", "1.1"],
  ]);
  const { explanation } = stageTotal(of, "junior", "books", on, () => weights);
  const exactly = (value: string, unit?: string) => ({ value: { kind: "exact", value, ...(unit === undefined ? {} : { unit }) } });
  // 210 × 1.1 = 231; 166 × 1 + 231 = 397; 23 226 × 231 = 5 365 206.
  const own = { operator: "product", ...exactly("231"), operands: [exactly("210"), { id: "split.junior", ...exactly("1.1") }] };
  expect(explanation).toMatchObject({
    operator: "quotient",
    ...exactly("5365206/397"),
    operands: [
      { operator: "product", ...exactly("5365206"), operands: [exactly("23226"), own] },
      { operator: "sum", ...exactly("397"), operands: [exactly("166"), own] },
    ],
  });
});

test("a figure from after the day does not count", () => {
  const of = school("a", 1000, JUST_ENOUGH, { resources: [...rows(JUST_ENOUGH), { on: "2024-01-01", resource: "room-area", total: 1 }] });
  expect(verdict(of)).toBe("satisfied");
});

describe("pupils of a stage", () => {
  const of = (headcounts: readonly Headcount[]) =>
    stagePupils({ id: "a", name: "A", stages: ["primary"], headcounts }, "primary", "2024-08-31");

  test("are those of the newest row, divided or not", () => {
    const old = { on: "2020-08-31", stage: "primary", pupils: 100 } as const;
    expect(of([old, { on: "2024-08-31", pupils: 300 }])).toBe(300);
    expect(of([{ on: "2024-08-31", pupils: 300 }, old])).toBe(300);
    expect(of([old, { on: "2024-09-01", pupils: 300 }])).toBe(100);
  });

  test("on one day those of the stage, and of two alike the later", () => {
    const whole = { on: "2024-08-31", pupils: 310 };
    const staged = { on: "2024-08-31", stage: "primary", pupils: 300 } as const;
    expect([of([whole, staged]), of([staged, whole])]).toEqual([300, 300]);
    expect(of([staged, { ...staged, pupils: 305 }])).toBe(305);
  });
});
