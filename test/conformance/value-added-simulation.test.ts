import { groupLevel, groupValueAdded, joiningEffect, mixedValueAdded, rankChange, regressionValueAdded } from "school-groups/value-added";
import { describe, expect, test } from "vitest";
import type { Group } from "../../src/domain/index.js";
import { createRandom } from "../../src/statistics/index.js";
import {
  attainmentBands,
  gainScores,
  type PupilColumns,
  type SchoolValueAdded,
  type ValueAddedResult,
} from "../../src/value-added/index.js";
import { answer, estimated, type Made, madePupils, PLAIN, pupilsOf } from "../value-added/made.js";

// Needs no R; it stands here for its length. Every figure has its own Monte Carlo error, from the spread between runs, as the schools of one
// run share a line; what an interval owes to its approximation is said beside it.

const Z = 1.959963984540054;

/** Mean of what runs gave, and its Monte Carlo error. */
function over(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;
const seeds = (from: number, runs: number): readonly number[] => Array.from({ length: runs }, (_, k) => from + k);

function say(name: string, figures: object): void {
  const rounded = JSON.stringify(figures, (_, value) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value));
  console.log(`${name}: ${rounded}`);
}

/** The interval's share within three Monte Carlo errors of 95 %, and `allowed` for what is said beside it. */
function expectCoverage(name: string, found: { readonly mean: number; readonly error: number }, allowed = 0): void {
  say(name, found);
  expect(Math.abs(found.mean - 0.95), name).toBeLessThan(3 * found.error + allowed);
}

function expectNoBias(name: string, found: { readonly mean: number; readonly error: number }, allowed = 0): void {
  say(`${name}, bias`, found);
  expect(Math.abs(found.mean), name).toBeLessThan(3.5 * found.error + allowed);
}

/** Slope of errors on something of the schools, through 0: where a method favours anybody, it is not 0. */
function lean(errors: readonly number[], on: readonly number[]): number {
  const products = errors.reduce((sum, error, k) => sum + error * on[k]!, 0);
  return products / on.reduce((sum, value) => sum + value * value, 0);
}

describe("schools whose true effects are known", () => {
  /** Effects as deviations from the mean over pupils: what residuals of one line can show. */
  const centred = (schools: readonly SchoolValueAdded[], effect: ReadonlyMap<string, number>): readonly number[] => {
    const total = schools.reduce((sum, { pupils }) => sum + pupils, 0);
    const mean = schools.reduce((sum, { pupils, school }) => sum + pupils * effect.get(school)!, 0) / total;
    return schools.map(({ school }) => effect.get(school)! - mean);
  };

  const simulate = (made: Made, from: number, fit: (pupils: PupilColumns) => ValueAddedResult, about: "mean" | "model") =>
    seeds(from, 300).map((seed) => {
      const { pupils, effect, intake } = madePupils(seed, made);
      const result = fit(pupils);
      const schools = estimated(result);
      const truth = about === "mean" ? centred(schools, effect) : schools.map(({ school }) => effect.get(school)!);
      const errors = schools.map(({ estimate }, k) => estimate - truth[k]!);
      return { result, schools, truth, errors, intake: schools.map(({ school }) => intake.get(school)!) };
    });

  test.each([
    ["regression, pooled", PLAIN, 1000, (pupils: PupilColumns) => answer(regressionValueAdded(pupils, { scale: "marks" }))],
    [
      "regression, within",
      PLAIN,
      2000,
      (pupils: PupilColumns) => answer(regressionValueAdded(pupils, { scale: "marks", slope: "within" })),
    ],
    [
      "regression, corrected for a reliability of 0.8",
      { ...PLAIN, reliability: 0.8 },
      3000,
      (pupils: PupilColumns) => answer(regressionValueAdded(pupils, { scale: "marks", slope: "corrected", priorReliability: 0.8 })),
    ],
  ] as const)("%s: intervals cover, no school is favoured", (name, made, from, fit) => {
    const runs = simulate(made, from, fit, "mean");
    const covered = runs.map(({ schools, truth }) => share(schools.map(({ low, high }, k) => low <= truth[k]! && truth[k]! <= high)));
    // The mean that residuals are measured from moves with the school: a thirtieth of a variance on the safe side.
    expectCoverage(name, over(covered), 0.01);
    expectNoBias(`${name}, on intake`, over(runs.map(({ errors, intake }) => lean(errors, intake))));
  });

  test.each(["pooled", "within"] as const)("mixed model, %s: unshrunken and shrunken intervals cover", (slope) => {
    const runs = simulate(PLAIN, 4000, (pupils) => answer(mixedValueAdded(pupils, { scale: "marks", slope })), "model");
    const plain = runs.map(({ schools, truth }) => share(schools.map(({ low, high }, k) => low <= truth[k]! && truth[k]! <= high)));
    const drawn = runs.map(({ schools, truth }) =>
      share(schools.map(({ shrunken, shrunkenError }, k) => Math.abs(shrunken - truth[k]!) <= Z * shrunkenError)),
    );
    // Variances are taken as known, as lme4 does: with thirty schools that costs up to a hundredth.
    expectCoverage(`mixed ${slope}`, over(plain), 0.01);
    expectCoverage(`mixed ${slope}, shrunken`, over(drawn), 0.01);
    expectNoBias(`mixed ${slope}, on intake`, over(runs.map(({ errors, intake }) => lean(errors, intake))));
    const onItself = runs.map(({ schools, truth }) =>
      lean(
        schools.map(({ shrunken }, k) => shrunken - truth[k]!),
        schools.map(({ shrunken }) => shrunken),
      ),
    );
    expectNoBias(`mixed ${slope}, shrunken on itself`, over(onItself), 0.01);
  });

  test("rank intervals hold for all schools at once, at least as often as promised", () => {
    const runs = simulate(PLAIN, 5000, (pupils) => answer(regressionValueAdded(pupils, { scale: "marks", slope: "within" })), "mean");
    const all = runs.map(({ schools, truth }) =>
      schools.every(({ rank }, k) => {
        const place = 1 + truth.filter((other) => other > truth[k]!).length;
        return rank.low <= place && place <= rank.high;
      }),
    );
    const found = over(all.map(Number));
    const width = over(runs.map(({ schools }) => over(schools.map(({ rank }) => rank.high - rank.low + 1)).mean));
    say("rank intervals", { ...found, ranks: width.mean, of: PLAIN.schools });
    expect(found.mean).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs.length));
    // Not by naming every rank.
    expect(width.mean).toBeLessThan(0.9 * PLAIN.schools);
  });
});

describe("methods without a parameter of the school: held against the same schools with five hundred times the pupils", () => {
  const SCHOOLS = 30;
  const random = createRandom(60);
  const world = Array.from({ length: SCHOOLS }, () => ({
    intake: 0.6 * random.normal(),
    effect: 0.3 * random.normal(),
    size: 20 + random.integer(41),
  }));
  const marks = { minimum: 0, maximum: 200, step: "1" };
  const design = { cohort: "2024", entrance: { id: "in", ...marks }, exit: { id: "out", ...marks }, minimumCohort: 2 };
  const mark = (value: number): number => Math.max(0, Math.min(200, Math.round(100 + 15 * value)));
  const cohort = (times: number): PupilColumns => {
    const rows: [string, number, number][] = [];
    for (const [j, { intake, effect, size }] of world.entries())
      for (let k = 0; k < size * times; k += 1) {
        const ability = intake + random.normal();
        const outcome = 0.7 * ability + effect + 0.7 * random.normal();
        rows.push([`s${String(j).padStart(2, "0")}`, mark(ability), mark(outcome)]);
      }
    return pupilsOf(rows, design);
  };
  const TIMES = 500;
  const large = cohort(TIMES);
  const table = answer(attainmentBands(large, { bands: 20 })).bands.map(({ from, expected }, k) => ({
    from: k === 0 ? 0 : from,
    expected,
  }));
  // Conditional on these schools the spread within them is the error: of a band's residual 0.7 × 15 and what the band leaves of the slope.
  const sd = 0.7 * 15;

  test.each([
    ["gains", (pupils: PupilColumns) => answer(gainScores(pupils))],
    ["gains, own errors", (pupils: PupilColumns) => answer(gainScores(pupils, { errors: "own" }))],
    [
      "bands, a published table and spread",
      (pupils: PupilColumns) => answer(attainmentBands(pupils, { bands: table, sd, scale: "marks" })),
    ],
    ["rank change", (pupils: PupilColumns) => answer(rankChange(pupils))],
  ] as const)("%s", (name, fit) => {
    const truth = new Map(estimated(fit(large)).map(({ school, estimate }) => [school, estimate]));
    const runs = seeds(0, 250).map(() => estimated(fit(cohort(1))));
    const covered = runs.map((schools) =>
      share(schools.map(({ school, low, high }) => low <= truth.get(school)! && truth.get(school)! <= high)),
    );
    // The area's own mean moves with the school (a thirtieth of a variance, on the safe side).
    expectCoverage(name, over(covered), 0.012);
    for (const [school, value] of truth) {
      // The truth is five hundred cohorts in one, and has their error.
      const errors = over(runs.map((schools) => schools.find((each) => each.school === school)!.estimate - value));
      expect(Math.abs(errors.mean), `${name}, ${school}`).toBeLessThan(4.5 * errors.error * Math.sqrt(1 + runs.length / TIMES));
    }
  });
});

describe("groups whose truth is known", () => {
  const marks = { minimum: 0, maximum: 1000, step: "1" };
  const random = createRandom(70);
  const EFFECTS = { a: 20, b: 0, c: -10, d: 5, e: -5, f: 10, g: 0, h: -15 } as const;
  /** Eight schools of forty; `more` is what a cohort adds to a school's effect. */
  const cohort = (name: string, more: Readonly<Record<string, number>> = {}, anchor?: ValueAddedResult) => {
    const rows = Object.entries(EFFECTS).flatMap(([school, effect]) =>
      Array.from({ length: 40 }, (): readonly [string, number, number] => {
        const ability = random.normal();
        const outcome = 500 + 40 * ability + effect + (more[school] ?? 0) + 30 * random.normal();
        return [school, Math.round(500 + 50 * ability), Math.round(outcome)];
      }),
    );
    const design = { cohort: name, entrance: { id: "in", ...marks }, exit: { id: "out", ...marks }, minimumCohort: 2 };
    return answer(regressionValueAdded(pupilsOf(rows, design), { scale: "marks", slope: "within", anchor }));
  };
  const memberships: readonly Group[] = [
    {
      id: "group",
      memberships: [
        { school: "a", role: "lead" },
        { school: "b", role: "member" },
        { school: "c", role: "member" },
      ],
    },
  ];
  const years = { from: "2021-09-01", until: "2024-09-01" };
  const earlier = { from: "2020-09-01", until: "2023-09-01" };
  const changeOf = (more: Readonly<Record<string, number>>, anchored = false) => {
    const before = cohort("2023");
    const fit = cohort("2024", more, anchored ? before : undefined);
    const result = answer(
      groupValueAdded(fit, { memberships, years, before: { fit: before, years: earlier }, margin: anchored ? 5 : undefined }),
    );
    return result.groups[0]!.change!;
  };
  const covers = ({ estimate, standardError }: { readonly estimate: number; readonly standardError: number }, truth: number): number =>
    Math.abs(estimate - truth) <= Z * standardError ? 1 : 0;

  test("gap, its change, members up and lead down: bias and coverage", () => {
    const runs = seeds(0, 1500).map(() => changeOf({ a: -6, b: 4, c: 4 }));
    // All eight schools' mean moves by (−6 + 4 + 4) ÷ 8 = 0.25, which unanchored changes of one side have in them.
    const truths = [
      ["gapBefore", 25],
      ["gapAfter", 15],
      ["narrowing", 10],
      ["membersUp", 3.75],
      ["leadDown", 6.25],
    ] as const;
    for (const [key, truth] of truths) {
      // A side measured from the area's mean has a part of it in itself: an eighth of a variance on the safe side.
      const alone = key === "membersUp" || key === "leadDown" ? 0.02 : 0.003;
      expectCoverage(key, over(runs.map((run) => covers(run[key], truth))), alone);
      expectNoBias(key, over(runs.map((run) => run[key].estimate - truth)));
    }
  });

  test("a change of the smallest visible size is seen in four of five", () => {
    const visible = over(seeds(0, 50).map(() => changeOf({}).smallestVisible)).mean;
    const seen = over(
      seeds(0, 1500).map(() => {
        const { estimate, standardError } = changeOf({ b: visible, c: visible }).narrowing;
        return Math.abs(estimate) > Z * standardError ? 1 : 0;
      }),
    );
    say("power at the smallest visible change", { visible, ...seen });
    expect(Math.abs(seen.mean - 0.8)).toBeLessThan(3 * seen.error);
  });

  test("the dilution bound: the lead's true change lies above the lower limit", () => {
    const found = over(
      seeds(0, 1500).map(() => {
        const { dilution } = changeOf({ a: -6 }, true);
        if (dilution.kind !== "bound") throw new Error(dilution.reason);
        return dilution.lowerLimit <= -6 ? 1 : 0;
      }),
    );
    // The earlier mean moves with the lead, the later is anchored to it.
    expectCoverage("dilution bound", found, 0.01);
  });
});

test("effects of groups by a random level: shrunken intervals cover", () => {
  const design = { minimum: -20, maximum: 20, step: "0.00001" };
  const runs = seeds(8000, 200).map((seed) => {
    const random = createRandom(seed);
    const rows: [string, number, number][] = [];
    const schools: { school: string; group: string }[] = [];
    const truth = new Map<string, number>();
    for (let g = 0; g < 30; g += 1) {
      const group = `g${String(g).padStart(2, "0")}`;
      truth.set(group, 0.4 * random.normal());
      for (let j = 0; j < 4; j += 1) {
        const school = `${group}s${j}`;
        schools.push({ school, group });
        const effect = truth.get(group)! + 0.3 * random.normal();
        for (let k = 0; k < 15; k += 1) {
          const ability = random.normal();
          rows.push([school, ability, 0.7 * ability + effect + 0.7 * random.normal()]);
        }
      }
    }
    const cohort = { cohort: "2024", entrance: { id: "in", ...design }, exit: { id: "out", ...design }, minimumCohort: 2 };
    const level = answer(groupLevel(pupilsOf(rows, cohort), { schools }));
    if (!level.identified) throw new Error(level.reason);
    return share(
      level.groups
        .flatMap((each) => (each.status === "estimated" ? [each] : []))
        .map(({ group, shrunken, shrunkenError }) => Math.abs(shrunken - truth.get(group)!) <= Z * shrunkenError),
    );
  });
  // Variances are taken as known; thirty groups estimate theirs to a quarter.
  expectCoverage("group level, shrunken", over(runs), 0.015);
});

describe("difference in differences from pupils' rows on", () => {
  const JOINING = 6;
  const joined = Array.from({ length: JOINING }, (_, k) => ({ school: `s${String(k).padStart(2, "0")}`, since: "2024" }));
  const marks = { minimum: -20, maximum: 20, step: "0.00001" };
  /** Three cohorts of 24 schools; those that join in the last differ from the others in level, and gain `effect` by joining. */
  const joiningIn = (seed: number, effect: number) => {
    const random = createRandom(seed);
    const level = Array.from({ length: 24 }, (_, j) => 0.3 * random.normal() + (j < JOINING ? -0.3 : 0));
    const cohorts = ["2022", "2023", "2024"].map((name) => {
      const rows = level.flatMap((base, j) => {
        const own = base + 0.1 * random.normal() + (name === "2024" && j < JOINING ? effect : 0);
        return Array.from({ length: 25 }, (): readonly [string, number, number] => {
          const ability = random.normal();
          return [`s${String(j).padStart(2, "0")}`, ability, 0.7 * ability + own + 0.7 * random.normal()];
        });
      });
      const design = { cohort: name, entrance: { id: "in", ...marks }, exit: { id: "out", ...marks }, minimumCohort: 2 };
      return answer(regressionValueAdded(pupilsOf(rows, design), { scale: "marks", slope: "within" }));
    });
    const found = answer(joiningEffect({ cohorts, joined, seed, permutations: 199 }));
    if (!found.identified) throw new Error(found.reason);
    return found;
  };

  test("without an effect p ≤ 0.05 in one of twenty, of the trend before too; schools that start lower do no harm", () => {
    const runs = seeds(9000, 600).map((seed) => joiningIn(seed, 0));
    const limit = 3 * Math.sqrt((0.05 * 0.95) / runs.length);
    for (const [name, p] of [
      ["joining", runs.map((run) => run.p)],
      ["trend before", runs.map((run) => run.preTrend!.p)],
    ] as const) {
      const rejected = share(p.map((value) => value <= 0.05));
      say(`difference in differences, ${name}, rejected without effect`, { rejected });
      expect(Math.abs(rejected - 0.05), name).toBeLessThan(limit);
    }
    expectNoBias("difference in differences, none", over(runs.map(({ effect }) => effect)));
  });

  test("an effect is found without bias and mostly seen", () => {
    const runs = seeds(10_000, 300).map((seed) => joiningIn(seed, 0.3));
    expectNoBias("difference in differences, 0.3", over(runs.map(({ effect }) => effect - 0.3)));
    expectCoverage(
      "difference in differences, interval",
      over(runs.map(({ interval }) => Number(interval!.low <= 0.3 && 0.3 <= interval!.high))),
    );
    const seen = share(runs.map(({ p }) => p <= 0.05));
    // sd √((0.01 + 0.49/25) × 1.5 × (1/6 + 1/18)) = 0.0993: 0.3 is three of them, past 1.96 in 0.85 of runs; t of few schools costs some.
    say("difference in differences, power at 0.3", { seen });
    expect(seen).toBeGreaterThan(0.75);
    expect(seen).toBeLessThan(0.9);
  });
});
