import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import { type JoiningEffectOptions, joiningEffect, type ValueAddedResult } from "../../src/value-added/index.js";
import { answer } from "./made.js";

/** A cohort's estimates by hand, s0, s1 …; null is a suppressed school. */
const cohort = (name: string, values: readonly (number | null)[], more: object = {}) =>
  ({
    method: "regression",
    scale: "z",
    cohort: name,
    schools: values.map((estimate, k) =>
      estimate === null ? { school: `s${k}`, status: "suppressed" } : { school: `s${k}`, status: "estimated", estimate },
    ),
    ...more,
  }) as unknown as ValueAddedResult;
/** Nothing before, these changes after. */
const changing = (values: readonly number[]) => [
  cohort(
    "2023",
    values.map(() => 0),
  ),
  cohort("2024", values),
];
const first = (count: number, since = "2024") => Array.from({ length: count }, (_, k) => ({ school: `s${k}`, since }));
const identified = (options: JoiningEffectOptions) => {
  const effect = answer(joiningEffect(options));
  if (!effect.identified) throw new Error(effect.reason);
  return effect;
};

describe("assignments of who joined", () => {
  test("all are gone through where there are few: p is a count and no seed changes it", () => {
    // Three of seven joined and are the three largest: of 35 assignments only the true one is as large.
    const cohorts = changing([0.5, 0.6, 0.7, 0.1, 0, 0.2, 0.1]);
    for (const seed of [1, 2, 3])
      expect(identified({ cohorts, joined: first(3), seed })).toMatchObject({ p: 1 / 35, permutations: 35, exhaustive: true });
    // 1 and 3 joined; beside 2 and five of 0: of 28 pairs only 3 and 2 are as far from the others.
    expect(identified({ cohorts: changing([1, 3, 2, 0, 0, 0, 0, 0]), joined: first(2), seed: 1 }).p).toBe(2 / 28);
    const drawn = identified({ cohorts, joined: first(3), seed: 1, permutations: 34 });
    expect(drawn).toMatchObject({ permutations: 35, exhaustive: false });
  });

  test("no p below 0.05, no answer: one of twenty, three against three", () => {
    const none = { identified: false, reason: "too-few-permutations" };
    const extreme = (count: number) => changing(Array.from({ length: count }, (_, k) => (k === 0 ? 9 : k / 100)));
    expect(answer(joiningEffect({ cohorts: extreme(20), joined: first(1), seed: 1 }))).toEqual(none);
    expect(identified({ cohorts: extreme(21), joined: first(1), seed: 1 }).p).toBe(1 / 21);
    // 20 assignments, and the other three are as far off: 2 ÷ 20
    const three = changing([5, 6, 7, 0, 0.1, 0.2]);
    expect(answer(joiningEffect({ cohorts: three, joined: first(3), seed: 1 }))).toEqual(none);
    // Four against four: 2 ÷ 70.
    const four = changing([5, 6, 7, 8, 0, 0.1, 0.2, 0.3]);
    expect(identified({ cohorts: four, joined: first(4), seed: 1 }).p).toBe(2 / 70);
  });

  test("schools that joined at different times: their times are permuted with them", () => {
    // Six schools, s0 joined in 2 and s1 in 3: 6 × 5 = 30 assignments.
    const cohorts = [cohort("1", [0, 0, 0, 0, 0, 0]), cohort("2", [1, 0, 0, 0, 0, 0]), cohort("3", [1, 1, 0, 0, 0, 0])];
    const joined = [
      { school: "s0", since: "2" },
      { school: "s1", since: "3" },
    ];
    // s0 by 1, s1 by 1, others 0: effect 1. No other assignment reaches it: s0 at 3 gives 1/2, s1 at 2 gives 1/2.
    expect(identified({ cohorts, joined, seed: 1 })).toMatchObject({ effect: 1, p: 1 / 30, permutations: 30, preTrend: null });
  });
});

test("with one cohort before joining there is no trend before, with two there is", () => {
  const flat = (name: string) => cohort(name, [0, 0, 0, 0, 0, 0, 0]);
  const after = cohort("2024", [0.5, 0.6, 0.7, 0.1, 0, 0.2, 0.1]);
  expect(identified({ cohorts: [flat("2023"), after], joined: first(3), seed: 1 }).preTrend).toBeNull();
  // The three went from 0.1, 0.2 and 0.3 to 0, the others stayed: −0.2 before anybody joined.
  const earlier = cohort("2022", [0.1, 0.2, 0.3, 0, 0, 0, 0]);
  const traced = identified({ cohorts: [earlier, flat("2023"), after], joined: first(3), seed: 1 });
  expect(traced.preTrend?.difference).toBeCloseTo(-0.2, 14);
});

describe("schools that joined as groups", () => {
  const pairs = first(8).map(({ school }, k) => ({ school, group: `g${Math.floor(k / 2)}` }));

  test("error, degrees of freedom and p by hand: whole groups are permuted", () => {
    const changes = [0.5, 0.3, 0.2, 0.4, 0.5, 0.5, 0.1, 0.3, 0.1, -0.1, 0, 0.2];
    const found = identified({ cohorts: changing(changes), joined: first(8), groups: pairs, seed: 1 });
    // Sums 0.8 0.6 1 0.4 about 0.7: (0.01 + 0.01 + 0.09 + 0.09) ÷ (1 − 1/4) ÷ 64 = 1/240; the others' 0.05 ÷ 3 ÷ 4 = 1/240, too.
    expect(found.effect).toBeCloseTo(0.3, 14);
    expect(found.interval?.standardError).toBeCloseTo(Math.sqrt(1 / 120), 14);
    // 3 degrees of freedom on either side and equal variances: Welch's are 6.
    expect(found.interval?.df).toBeCloseTo(6, 12);
    // R, combn(8, 4) over the clusters: of 70 only these four and the other four are 0.3 ÷ √(1/120) = 3.286 apart; 2 pt(−3.286335, 6) = 0.01669 is less
    expect(found).toMatchObject({ permutations: 70, exhaustive: true, clusteredBy: "group", clusters: { joining: 4, compared: 4 } });
    expect(found.p).toBeCloseTo(2 / 70, 14);
  });

  test.each([
    ["three groups", [2, 2, 2], "clusters-too-few"],
    ["four, one of which is nearly all", [1, 1, 1, 6], "clusters-too-few"],
    ["four of unlike size that tell as much as 3.2", [1, 2, 2, 3], undefined],
  ] as const)("%s", (_, sizes, reason) => {
    const groups = sizes.flatMap((size, g) => Array.from({ length: size }, () => `g${g}`)).map((group, k) => ({ school: `s${k}`, group }));
    const random = createRandom(2);
    const cohorts = changing(Array.from({ length: groups.length + 12 }, () => random.normal()));
    const effect = answer(joiningEffect({ cohorts, joined: first(groups.length), groups, seed: 1 }));
    if (reason === undefined) expect(effect.identified).toBe(true);
    else expect(effect).toEqual({ identified: false, reason });
  });

  // Schools permuted one by one rejected 38 % here; 95 % intervals of the working model with equal spread missed 0 in 12 %.
  test.each([
    ["four of five", [5, 5, 5, 5], 1],
    ["four of five that share little", [5, 5, 5, 5], 0.3],
    ["five of unlike size", [2, 3, 5, 9, 4], 1],
  ] as const)("a shock to each group and no effect: p below 0.05 in at most one of twenty (%s, simulated)", (_, sizes, shock) => {
    const random = createRandom(4);
    const groups = sizes
      .flatMap((size, g) => Array.from({ length: size }, () => g))
      .map((g, k) => ({ school: `s${k}`, group: `g${g}`, g }));
    const runs = 300;
    let [rejected, missed] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const shocks = sizes.map(() => shock * random.normal());
      const alone = Array.from({ length: 20 }, () => 0.3 * random.normal());
      const cohorts = changing([...groups.map(({ g }) => shocks[g]! + 0.3 * random.normal()), ...alone]);
      const found = identified({ cohorts, joined: first(groups.length), groups, seed: run, permutations: 199 });
      if (found.p < 0.05) rejected += 1;
      if (found.interval!.low > 0 || found.interval!.high < 0) missed += 1;
    }
    // three standard errors of 5 % in 300 runs: 3.8 %
    expect(rejected / runs).toBeLessThan(0.088);
    expect(missed / runs).toBeLessThan(0.088);
  });
});

describe("whose estimates were used", () => {
  const level = (count: number) => Array.from({ length: count }, (_, k) => k / 10);
  const cohorts = [cohort("2023", [...level(24), null]), cohort("2024", [...level(24), 9])];

  test("ids that fit no school, and schools without an estimate throughout, are named", () => {
    const joined = [...first(2), { school: "S3 ", since: "2024" }, { school: "s24", since: "2024" }];
    const answered = joiningEffect({ cohorts, joined, leftOut: ["s4", "nosuch"], seed: 1 });
    expect(answered.issues).toEqual([
      {
        code: "school-not-compared",
        severity: "warning",
        path: ["leftOut", 1],
        subject: { kind: "school", id: "nosuch" },
        params: { school: "nosuch", list: "leftOut", reason: "not-in-results" },
      },
      expect.objectContaining({ path: ["joined", 2], params: { school: "S3 ", list: "joined", reason: "not-in-results" } }),
      expect.objectContaining({ path: ["joined", 3], params: { school: "s24", list: "joined", reason: "no-estimate-throughout" } }),
    ]);
    expect(answer(answered)).toMatchObject({
      joining: 2,
      compared: 21,
      schools: {
        joining: ["s0", "s1"],
        compared: Array.from({ length: 24 }, (_, k) => `s${k}`).filter((school) => !["s0", "s1", "s4"].includes(school)),
        notUsed: [
          { school: "nosuch", reason: "not-in-results" },
          { school: "S3 ", reason: "not-in-results" },
          { school: "s24", reason: "no-estimate-throughout" },
          { school: "s4", reason: "left-out" },
        ],
      },
    });
  });

  test("marks of 0 to 100 are not compared with marks of 0 to 750; z is", () => {
    const exit = (maximum: number) => ({ exit: { id: "out", minimum: 0, maximum, step: "1" } });
    const of = (scale: string) =>
      joiningEffect({
        cohorts: [cohort("1", level(25), { scale, ...exit(750) }), cohort("2", level(25), { scale, ...exit(100) })],
        joined: first(1, "2"),
        seed: 1,
      });
    expect(of("marks")).toMatchObject({
      ok: false,
      issues: [
        {
          code: "results-not-comparable",
          path: ["cohorts", 1],
          params: { mine: "regression marks 0–750", theirs: "regression marks 0–100" },
        },
      ],
    });
    expect(of("z").ok).toBe(true);
  });
});
