import { describe, expect, test } from "vitest";
import type { Group } from "../../src/domain/index.js";
import { createRandom } from "../../src/statistics/index.js";
import { gainScores, groupValueAdded, joiningEffect, regressionValueAdded, type ValueAddedResult } from "../../src/value-added/index.js";
import { answer, hundred, pupilsOf } from "./made.js";

const years = { from: "2021-09-01", until: "2024-09-01" };

/** A result made by hand: estimates with independent errors and one error they share. */
function result(
  estimates: Readonly<Record<string, readonly [pupils: number, estimate: number, variance: number, loading: number]>>,
  more: Partial<ValueAddedResult> = {},
): ValueAddedResult {
  const fit = answer(
    gainScores(
      pupilsOf([
        ["a", 1, 3],
        ["a", 2, 3],
        ["b", 4, 4],
        ["b", 5, 9],
      ]),
    ),
  );
  const one = fit.schools[0]!;
  const schools = Object.entries(estimates).map(([school, [pupils, estimate, ownVariance, loading]]) => ({
    ...one,
    status: "estimated" as const,
    school,
    pupils,
    estimate,
    ownVariance,
    loading: [loading],
  }));
  return { ...fit, schools: schools as ValueAddedResult["schools"], sharedErrors: [[0.01]], ...more };
}

const group = (id: string, lead: string, ...members: string[]): Group => ({
  id,
  memberships: [{ school: lead, role: "lead" }, ...members.map((school) => ({ school, role: "member" as const }))],
});

describe("contrasts by hand", () => {
  const fit = result({ a: [100, 0.4, 0.04, 1], b: [50, 0.1, 0.02, 0], c: [150, -0.2, 0.01, -1] });

  test("effect, gap and their errors with the shared part", () => {
    const { groups } = answer(groupValueAdded(fit, { memberships: [group("g", "a", "b", "c")], years }));
    const [g] = groups;
    // weights 1/3, 1/6, 1/2: 0.13333 + 0.016667 − 0.1 = 0.05; variance 0.04/9 + 0.02/36 + 0.01/4 + 0.01 (1/3 − 1/2)²
    expect(g?.effect.estimate).toBeCloseTo(0.05, 15);
    expect(g?.effect.standardError).toBeCloseTo(Math.sqrt(0.04 / 9 + 0.02 / 36 + 0.01 / 4 + 0.01 / 36), 15);
    // gap 0.4 − (0.25 × 0.1 − 0.75 × 0.2) = 0.525; loading 1 + 0.75
    expect(g?.gap?.estimate).toBeCloseTo(0.525, 15);
    expect(g?.gap?.standardError).toBeCloseTo(Math.sqrt(0.04 + 0.02 / 16 + (0.01 * 9) / 16 + 0.01 * 1.75 ** 2), 15);
    expect(g?.schools.map(({ deviation }) => deviation.estimate)).toEqual([
      expect.closeTo(0.35, 14),
      expect.closeTo(0.05, 14),
      expect.closeTo(-0.25, 14),
    ]);
  });

  test("a school in two groups counts in both, and their difference knows it", () => {
    const memberships = [group("g", "a", "b"), group("h", "b", "c")];
    const { groups, pairs, pairsRule, pairsTested } = answer(groupValueAdded(fit, { memberships, years, weights: "schools" }));
    expect([pairsRule, pairsTested]).toEqual(["holm", 1]);
    expect(groups.map(({ effect }) => effect.estimate)).toEqual([expect.closeTo(0.25, 15), expect.closeTo(-0.05, 15)]);
    // (a + b)/2 − (b + c)/2: b falls out; variance (0.04 + 0.01)/4 + 0.01 × 1² = 0.0225; 0.3 ÷ 0.15 = 2 > 1.96
    expect(pairs).toEqual([{ better: "g", worse: "h", difference: expect.closeTo(0.3, 14), standardError: expect.closeTo(0.15, 14) }]);
  });

  test("memberships are dated: half the years weigh half; outside the years is an issue; the first day after touches nothing", () => {
    const dated: Group = {
      id: "g",
      memberships: [
        { school: "a", role: "lead" },
        { school: "b", role: "member", from: "2023-03-02" },
        { school: "c", role: "member", until: "2021-09-01" },
      ],
    };
    const answered = groupValueAdded(fit, { memberships: [dated], years, weights: "schools" });
    // 2021-09-01 to 2024-09-01 are 1096 days, 2023-03-02 to 2024-09-01 are 549
    const [g] = answer(answered).groups;
    expect(g?.schools.map(({ share }) => share)).toEqual([1, 549 / 1096]);
    expect(g?.effect.estimate).toBeCloseTo((0.4 + (0.1 * 549) / 1096) / (1 + 549 / 1096), 14);
    expect(answered.issues).toEqual([
      {
        code: "membership-outside-cohort",
        severity: "warning",
        path: ["groups", "g", "memberships", 2],
        subject: { kind: "group", id: "g" },
        params: { group: "g", school: "c", from: "2021-09-01", until: "2024-09-01" },
      },
    ]);
  });

  test("days on which memberships overlap count once; lead is who led longer", () => {
    const overlapping: Group = {
      id: "g",
      memberships: [
        { school: "a", role: "member", from: "2021-09-01", until: "2022-09-01" },
        { school: "a", role: "member", from: "2022-03-01", until: "2023-03-02" },
        { school: "b", role: "lead", from: "2022-03-01" },
        { school: "b", role: "member" },
      ],
    };
    const [g] = answer(groupValueAdded(fit, { memberships: [overlapping], years })).groups;
    // 2021-09-01 to 2023-03-02 are 547 of 1096 days; b led from 2022-03-01 on, 915 days
    expect(g?.schools.map(({ share, role }) => [share, role])).toEqual([
      [547 / 1096, "member"],
      [1, "lead"],
    ]);
  });

  test("who led just half of the time is a member", () => {
    const handed = (day: string): Group => ({
      id: "g",
      memberships: [
        { school: "a", role: "member", until: day },
        { school: "a", role: "lead", from: day },
        { school: "b", role: "member" },
      ],
    });
    const role = (day: string) =>
      answer(groupValueAdded(fit, { memberships: [handed(day)], years })).groups[0]?.schools.find(({ school }) => school === "a")?.role;
    // 1096 days: 2021-09-01 to 2023-03-03 are 548, as many as from then on; a day earlier it led 549.
    expect([role("2023-03-03"), role("2023-03-02")]).toEqual(["member", "lead"]);
  });

  test("schools and groups without an estimate are named", () => {
    const answered = groupValueAdded(fit, { memberships: [group("g", "x", "a"), group("h", "y")], years });
    expect(answered.issues.map(({ code }) => code)).toEqual([
      "school-without-estimate",
      "school-without-estimate",
      "group-without-estimate",
    ]);
    expect(answer(answered).groups[0]).toMatchObject({ lead: null, gap: null, withoutEstimate: ["x"] });
  });
});

describe("the gap between years", () => {
  let before = result({ a: [100, 0.4, 0.04, 0], b: [50, 0, 0.02, 0] }, { cohort: "2023" });
  const after = result({ a: [100, 0.3, 0.04, 0], b: [50, 0.2, 0.02, 0] });
  const earlier = { fit: before, years: { from: "2020-09-01", until: "2023-09-01" } };
  const changeOf = (fit: ValueAddedResult, margin?: number) =>
    answer(groupValueAdded(fit, { memberships: [group("g", "a", "b")], years, before: { ...earlier, fit: before }, margin })).groups[0]
      ?.change;

  test("members up and lead down, with errors and the smallest visible change", () => {
    const change = changeOf(after);
    expect(change?.narrowing.estimate).toBeCloseTo(0.3, 14);
    expect(change?.membersUp.estimate).toBeCloseTo(0.2, 14);
    expect(change?.leadDown.estimate).toBeCloseTo(0.1, 14);
    expect(change?.narrowing.standardError).toBeCloseTo(Math.sqrt(0.12), 14);
    expect(change?.leadDown.standardError).toBeCloseTo(Math.sqrt(0.08), 14);
    // (1.959963984540054 + 0.8416212335729143) × √0.12
    expect(change?.smallestVisible).toBeCloseTo(2.8015852181129683 * Math.sqrt(0.12), 12);
  });

  test("the dilution bound needs an anchor and a margin", () => {
    expect(changeOf(after, 0.1)?.dilution).toMatchObject({ kind: "relative-only", reason: "not-anchored" });
    const line = { intercept: 3, slope: 0.8, slopeError: 0.1 };
    const anchored = { ...after, cautions: [...after.cautions, "anchored" as const], line };
    // Anchored to another line than the earlier result's: no yardstick of the change.
    expect(changeOf(anchored, 0.1)?.dilution).toMatchObject({ kind: "relative-only", reason: "not-anchored" });
    before = { ...before, line };
    expect(changeOf(anchored)?.dilution).toMatchObject({ kind: "relative-only", reason: "no-margin" });
    const bound = changeOf(anchored, 0.5)?.dilution;
    // −0.1 − 1.6448536269514722 × √0.08
    expect(bound).toMatchObject({
      kind: "bound",
      margin: 0.5,
      lowerLimit: expect.closeTo(-0.1 - 1.6448536269514722 * Math.sqrt(0.08), 12),
    });
  });

  test("the error of one line for both counts by the side's change of intake alone", () => {
    const line = { intercept: 3, slope: 0.8, slopeError: 0.1 };
    // a's intake lies 2 above the anchor's area before and 3 after, b's 1 below and 1 below
    const then = result({ a: [100, 0.4, 0.04, 2], b: [50, 0, 0.02, -1] }, { cohort: "2023", line });
    const now = result({ a: [100, 0.3, 0.03, 3], b: [50, 0.2, 0.02, -1] }, { line, cautions: ["anchored"], sharedErrors: [[0]] });
    const of = (fit: ValueAddedResult) =>
      answer(groupValueAdded(fit, { memberships: [group("g", "a", "b")], years, before: { ...earlier, fit: then } })).groups[0]!.change!;
    expect(of(now).leadDown.standardError).toBeCloseTo(Math.sqrt(0.04 + 0.03 + 0.01 * 1), 14);
    expect(of(now).membersUp.standardError).toBeCloseTo(Math.sqrt(0.04), 14);
    // gap: a less b moved by 1
    expect(of(now).narrowing.standardError).toBeCloseTo(Math.sqrt(0.04 + 0.03 + 0.02 + 0.02 + 0.01), 14);
    // By lines of their own, 0.01 × 2² before and 0.01 × 3² after come on top.
    const apart = result({ a: [100, 0.3, 0.03, 3], b: [50, 0.2, 0.02, -1] }, { line: { ...line, slope: 0.9 } });
    expect(of(apart).leadDown.standardError).toBeCloseTo(Math.sqrt(0.04 + 0.03 + 0.01 * (4 + 9)), 14);
  });

  test("a group founded in between: no gap before by the dates, the same schools' gap when asked; a change of schools is said", () => {
    const founded: Group = {
      id: "g",
      memberships: [
        { school: "a", role: "lead", from: "2023-09-01" },
        { school: "b", role: "member", from: "2023-09-01" },
      ],
    };
    const of = (memberships: readonly Group[], composition?: "as-now") =>
      answer(groupValueAdded(after, { memberships, years, before: { ...earlier, composition } })).groups[0]?.change;
    expect(of([founded])).toBeNull();
    expect(of([founded], "as-now")).toMatchObject({
      composition: "as-now",
      sameSchools: true,
      narrowing: { estimate: expect.closeTo(0.3, 14) },
    });
    expect(of([group("g", "a", "b")])).toMatchObject({ composition: "as-dated", sameSchools: true });
    const wider = result({ a: [100, 0.4, 0.04, 0], b: [50, 0, 0.02, 0], c: [50, 0, 0.02, 0] }, { cohort: "2023" });
    const left: Group = {
      id: "g",
      memberships: [...(group("g", "a", "b").memberships ?? []), { school: "c", role: "member", until: "2021-09-01" }],
    };
    const moved = answer(groupValueAdded(after, { memberships: [left], years, before: { ...earlier, fit: wider } })).groups[0]?.change;
    expect(moved).toMatchObject({ sameSchools: false });
  });

  test("another scale or method cannot be compared", () => {
    const other = { ...after, scale: "t" as const };
    const answered = groupValueAdded(other, { memberships: [], years, before: earlier });
    expect(answered.issues[0]?.code).toBe("results-not-comparable");
  });

  test("the interval of the gap's change covers, and the smallest visible change is seen in four of five (simulated)", () => {
    const random = createRandom(77);
    const cohort = (lead: number) => {
      const rows: [string, number, number][] = [];
      for (const [school, effect] of [
        ["a", lead],
        ["b", 0],
        ["c", -3],
        ["d", 3],
      ] as const)
        for (let k = 0; k < 40; k += 1) {
          const ability = random.normal();
          rows.push([school, Math.round(500 + 50 * ability), Math.round(500 + 40 * ability + effect + 30 * random.normal())]);
        }
      const marks = { minimum: 0, maximum: 1000, step: "1" };
      return answer(
        regressionValueAdded(pupilsOf(rows, { ...hundred, entrance: { id: "in", ...marks }, exit: { id: "out", ...marks } }), {
          scale: "marks",
        }),
      );
    };
    const change = (down: number) =>
      answer(
        groupValueAdded(cohort(20 - down), {
          memberships: [group("g", "a", "b")],
          years,
          before: { fit: cohort(20), years: earlier.years },
        }),
      ).groups[0]?.change;
    const visible = change(0)!.smallestVisible;
    let [covered, seen] = [0, 0];
    const runs = 300;
    for (let run = 0; run < runs; run += 1) {
      const { estimate, standardError } = change(visible)!.narrowing;
      if (Math.abs(estimate - visible) <= 1.959964 * standardError) covered += 1;
      if (Math.abs(estimate) > 1.959964 * standardError) seen += 1;
    }
    // three standard errors of a share: 0.038 at 0.95, 0.069 at 0.80
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(0.04);
    expect(Math.abs(seen / runs - 0.8)).toBeLessThan(0.07);
  });
});

describe("1 + 1 > 2", () => {
  const cohort = (name: string, values: readonly number[]) =>
    result(Object.fromEntries(values.map((value, k) => [`s${k}`, [50, value, 0.01, 0] as const])), { cohort: name });

  test("difference in differences by hand, with the trend before", () => {
    // s0, s1 join in 2024; before 2022, 2023
    const cohorts = [
      cohort("2022", [0, 0.1, 0, 0.2, 0.1, 0, 0]),
      cohort("2023", [0.1, 0.1, 0.1, 0.2, 0.1, 0.1, 0]),
      cohort("2024", [0.55, 0.6, 0.1, 0.2, 0, 0.1, 0.1]),
    ];
    const joined = ["s0", "s1"].map((school) => ({ school, since: "2024" }));
    const effect = answer(joiningEffect({ cohorts, joined, seed: 3 }));
    // joining: 0.55 − 0.05 = 0.5, 0.6 − 0.1 = 0.5; others 0.05, 0, −0.1, 0.05, 0.1: mean 0.02
    expect(effect).toMatchObject({ identified: true, effect: expect.closeTo(0.48, 14), joining: 2, compared: 5 });
    // before: 0.1 and 0: 0.05; others 0.1, 0, 0, 0.1, 0: 0.04
    if (!effect.identified) throw new Error("identified");
    expect(effect.preTrend?.difference).toBeCloseTo(0.01, 14);
    // of 21 pairs of seven schools only the true one is as large: p near 1/21
    expect(effect.p).toBeGreaterThan(0.02);
    expect(effect.p).toBeLessThan(0.08);
  });

  test("its error by hand: Welch's", () => {
    // changes of s0 … s3: 0.5 0.3 0.2 0.4; of s4 … s7: 0.1 −0.1 0 0.2
    const cohorts = [cohort("2023", [0, 0, 0, 0, 0, 0, 0, 0]), cohort("2024", [0.5, 0.3, 0.2, 0.4, 0.1, -0.1, 0, 0.2])];
    const joined = ["s0", "s1", "s2", "s3"].map((school) => ({ school, since: "2024" }));
    // both sides Σ² 0.05: s² = 0.05/3, ÷ 4 each; df of Welch with equal variances: 2 × 3
    const school = answer(joiningEffect({ cohorts, joined, seed: 3 }));
    if (!school.identified) throw new Error(school.reason);
    expect(school.interval?.standardError).toBeCloseTo(Math.sqrt((0.05 / 3 / 4) * 2), 14);
    expect(school.interval?.df).toBeCloseTo(6, 12);
    // qt(0.975, 6) = 2.446911851144969
    expect(school.interval?.high).toBeCloseTo(0.3 + 2.446911851144969 * Math.sqrt(0.1 / 12), 12);
    expect(school).toMatchObject({ clusteredBy: "school", clusters: { joining: 4, compared: 4 } });
    expect(() => joiningEffect({ cohorts, joined, seed: 3, confidence: 1 })).toThrow("between 0 and 1");
  });

  test("its interval holds the true effect; where groups share a shock only the one by group does (simulated)", () => {
    const random = createRandom(19);
    const covered = { school: 0, group: 0, shocked: 0, clustered: 0 };
    const runs = 300;
    for (let run = 0; run < runs; run += 1)
      for (const shock of [0, 0.4]) {
        const names = Array.from({ length: 40 }, (_, k) => `s${k}`);
        const shocks = Array.from({ length: 8 }, () => shock * random.normal());
        const level = names.map(() => random.normal());
        const change = (k: number) => (k < 16 ? 0.5 + shocks[Math.floor(k / 2)]! : 0);
        const cohorts = [0, 1, 2, 3].map((time) =>
          cohort(
            String(2021 + time),
            level.map((base, k) => base + 0.3 * random.normal() + (time >= (k < 8 ? 2 : 3) ? change(k) : 0)),
          ),
        );
        const joined = names.slice(0, 16).map((school, k) => ({ school, since: k < 8 ? "2023" : "2024" }));
        const groups = names.slice(0, 16).map((school, k) => ({ school, group: `g${Math.floor(k / 2)}` }));
        const holds = (by: typeof groups | undefined) => {
          const effect = answer(joiningEffect({ cohorts, joined, seed: 1, permutations: 1, groups: by }));
          return effect.identified && effect.interval !== null && effect.interval.low <= 0.5 && 0.5 <= effect.interval.high ? 1 : 0;
        };
        covered[shock === 0 ? "school" : "shocked"] += holds(undefined);
        covered[shock === 0 ? "group" : "clustered"] += holds(groups);
      }
    // three standard errors of 95 % in 300 runs: 0.038
    expect(Math.abs(covered.school / runs - 0.95)).toBeLessThan(0.038);
    expect(Math.abs(covered.group / runs - 0.95)).toBeLessThan(0.045);
    expect(Math.abs(covered.clustered / runs - 0.95)).toBeLessThan(0.045);
    expect(covered.shocked / runs).toBeLessThan(0.92);
  });

  test.each([
    ["no-joining-school", [], 6],
    ["no-school-in-no-group", ["s0", "s1", "s2", "s3", "s4", "s5"], 6],
    ["too-few-permutations", ["s0"], 20],
  ] as const)("not identified: %s", (reason, schools, count) => {
    const cohorts = ["2023", "2024"].map((name) =>
      cohort(
        name,
        Array.from({ length: count }, () => 0),
      ),
    );
    const joined = schools.map((school) => ({ school, since: "2024" }));
    expect(answer(joiningEffect({ cohorts, joined, seed: 1 }))).toEqual({ identified: false, reason });
  });

  test("twenty-one assignments are enough, nothing before is not", () => {
    const cohorts = ["2023", "2024"].map((name) =>
      cohort(
        name,
        Array.from({ length: 21 }, (_, k) => k / 10),
      ),
    );
    const at = (since: string) => answer(joiningEffect({ cohorts, joined: [{ school: "s0", since }], seed: 1 }));
    expect(at("2024").identified).toBe(true);
    expect(at("2023")).toEqual({ identified: false, reason: "nothing-before" });
  });

  test("a school that joined in a cohort nobody gave serves on neither side", () => {
    const cohorts = ["2023", "2024"].map((name) =>
      cohort(
        name,
        Array.from({ length: 25 }, () => 0),
      ),
    );
    const joined = [
      { school: "s0", since: "2024" },
      { school: "s1", since: "2020" },
    ];
    const answered = joiningEffect({ cohorts, joined, seed: 1 });
    expect(answered.issues[0]).toMatchObject({ code: "cohort-mismatch", params: { found: "2020", row: 1 } });
    expect(answer(answered)).toMatchObject({ joining: 1, compared: 23 });
  });

  test("a school said to have joined in two cohorts serves on neither side; said twice alike, it joined once", () => {
    const cohorts = ["1", "2", "3"].map((name) =>
      cohort(
        name,
        Array.from({ length: 25 }, () => 0),
      ),
    );
    const answered = (...joined: readonly (readonly [string, string])[]) =>
      joiningEffect({ cohorts, joined: joined.map(([school, since]) => ({ school, since })), seed: 1 });
    const told = answered(["s0", "2"], ["s1", "2"], ["s1", "3"]);
    expect(told.issues).toMatchObject([
      { code: "schools-left-out", path: ["joined", 2], params: { reason: "duplicate-school", count: 1, row: 2 }, subject: { id: "s1" } },
    ]);
    // 25 schools: s0 joined, s1 is out, 23 to compare
    expect(answer(told)).toMatchObject({ joining: 1, compared: 23 });
    const unknown = answered(["s0", "2"], ["s1", "2"], ["s1", "9"]);
    expect(unknown.issues.map(({ code, path }) => [code, path])).toEqual([
      ["schools-left-out", ["joined", 2]],
      ["cohort-mismatch", ["joined", 2]],
    ]);
    expect(answer(unknown)).toMatchObject({ joining: 1, compared: 23 });
    const alike = answered(["s0", "2"], ["s1", "2"], ["s1", "2"]);
    expect(alike.issues).toEqual([]);
    expect(answer(alike)).toMatchObject({ joining: 2, compared: 23 });
  });

  test("two cohorts of one name are an error", () => {
    const cohorts = ["1", "2", "2"].map((name) => cohort(name, [0, 0]));
    expect(joiningEffect({ cohorts, joined: [], seed: 1 })).toMatchObject({
      ok: false,
      issues: [{ code: "cohorts-alike", path: ["cohorts", 2], params: { cohort: "2" } }],
    });
  });

  test("under no effect p is below 0.05 in about one of twenty; a large effect is found (simulated)", () => {
    const random = createRandom(9);
    const world = (effect: number) => {
      const level = Array.from({ length: 20 }, () => random.normal());
      const cohorts = [0, 1, 2].map((time) =>
        cohort(
          String(2022 + time),
          level.map((base, k) => base + 0.3 * random.normal() + (time === 2 && k < 5 ? effect : 0)),
        ),
      );
      const joined = [0, 1, 2, 3, 4].map((k) => ({ school: `s${k}`, since: "2024" }));
      const found = answer(joiningEffect({ cohorts, joined, seed: random.integer(1e9), permutations: 199 }));
      return found.identified ? found : undefined;
    };
    const runs = 200;
    const null0 = Array.from({ length: runs }, () => world(0)!);
    const rejected = null0.filter(({ p }) => p <= 0.05).length / runs;
    const effects = Array.from({ length: runs }, () => world(0.8)!);
    const centre = effects.reduce((sum, { effect }) => sum + effect, 0) / runs;
    expect(rejected).toBeLessThan(0.1);
    expect(effects.filter(({ p }) => p <= 0.05).length / runs).toBeGreaterThan(0.8);
    // sd of one effect √(0.09 × 1.5 × (1/5 + 1/15)) = 0.19; of the mean of 200: 0.0134
    expect(Math.abs(centre - 0.8)).toBeLessThan(0.045);
  });
});
