import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  attainmentBands,
  explainValueAdded,
  gainScores,
  gradeChange,
  gradeDistributions,
  groupValueAdded,
  joiningEffect,
  meanAndRates,
  mixedValueAdded,
  rankChange,
  readPupils,
  readSchoolGrades,
  regressionValueAdded,
  type ValueAddedResult,
} from "../../src/value-added/index.js";
import { answer, estimated, hundred, pupilsOf } from "./made.js";

const RATES = [{ id: "pass", cut: "0.6", side: "at-least" as const, better: "higher" as const }];
const years = { from: "2021-09-01", until: "2024-07-01" };
const earlier = { from: "2018-09-01", until: "2021-07-01" };
const member = (school: string, more: object = {}) => ({ school, role: "member" as const, ...more });
const GROUPS = [
  { id: "g", memberships: [{ school: "s0", role: "lead" as const }, member("s1"), member("s2")] },
  { id: "turned", memberships: [{ school: "s0", role: "lead" as const, from: "2024-01-01", until: "2020-01-01" }, member("s1")] },
  { id: "nowhere", memberships: [{ school: "nope", role: "lead" as const }, member("neither")] },
  { id: "leaderless", memberships: [member("s1"), member("s2")] },
  { id: "both", memberships: [{ school: "s1", role: "lead" as const }, member("s1"), member("s2")] },
  { id: "empty", memberships: [] },
  { id: "bare" },
];

/** Every number of an answer is one; an estimate with an error above 0 lies inside its interval; one without is neither above nor below. */
function sound(value: unknown): void {
  if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  if (typeof value !== "object" || value === null) return;
  for (const each of Object.values(value)) sound(each);
  const { status, standardError, low, estimate, high, category } = value as Record<string, unknown>;
  if (status !== "estimated") return;
  expect(standardError).toBeGreaterThanOrEqual(0);
  if ((standardError as number) > 0) {
    expect(low).toBeLessThan(estimate as number);
    expect(high).toBeGreaterThan(estimate as number);
  } else if (category !== undefined) expect(category).toBe("not-different");
}

function everyAnswer(rows: readonly { id: string; school: string; prior: unknown; outcome: unknown }[]): number {
  const read = readPupils(rows as never, hundred, { roll: rows });
  sound(read);
  if (!read.ok) return 0;
  const pupils = read.value;
  const errors = ["pooled", "own"] as const;
  const rates = { rates: RATES, index: { terms: [{ measure: "pass", weight: 1, relativeTo: "highest" as const }] } };
  const answers = [
    ...errors.map((each) => gainScores(pupils, { errors: each })),
    ...errors.flatMap((each) => (["pooled", "within"] as const).map((slope) => regressionValueAdded(pupils, { errors: each, slope }))),
    ...(["pooled", "within", "mundlak"] as const).map((slope) => mixedValueAdded(pupils, { slope })),
    attainmentBands(pupils, { bands: 2, floorSds: 1 }),
    attainmentBands(pupils, { bands: [{ from: -9, expected: 5, floor: -1 }] }),
    ...errors.flatMap((each) => (["percent", "places"] as const).map((unit) => rankChange(pupils, { errors: each, unit }))),
  ];
  const changes = errors.flatMap((each) => {
    const found = meanAndRates(pupils, { ...rates, errors: each });
    sound(found);
    return found.ok ? found.value.changes.map(({ result }) => result) : [];
  });
  const results: ValueAddedResult[] = [...answers.flatMap((each) => (each.ok ? [each.value] : [])), ...changes];
  for (const each of answers) sound(each);
  for (const result of results) {
    for (const { school } of result.schools) sound(explainValueAdded(result, { school }));
    const before = { fit: result, years: earlier, composition: "as-now" as const };
    sound(groupValueAdded(result, { memberships: GROUPS, years, margin: 0.1, before }));
    const cohorts = ["2022", "2023", "2024"].map((cohort) => ({ ...result, cohort }));
    sound(joiningEffect({ cohorts, joined: [{ school: "s0", since: "2024" }], seed: 1 }));
  }
  return results.length;
}

describe("whatever comes in, every figure is a number and nothing is thrown", () => {
  const made = (count: number, schools: number, marks: (k: number, school: number) => readonly [unknown, unknown]) =>
    Array.from({ length: count }, (_, k) => {
      const [prior, outcome] = marks(k, k % schools);
      return { id: `p${k}`, school: `s${k % schools}`, prior, outcome };
    });
  const mix = (k: number) => (k * 37) % 101;

  test.each([
    ["nobody", []],
    ["one pupil", made(1, 1, () => [5, 6])],
    ["one school", made(20, 1, (k) => [mix(k), mix(k + 7)])],
    ["two schools", made(20, 2, (k) => [mix(k), mix(k + 7)])],
    ["everyone equal", made(20, 4, () => [50, 50])],
    ["no exit mark is a number", made(20, 4, (k) => [mix(k), Number.NaN])],
    ["nobody sat", made(20, 4, (k) => [mix(k), null])],
    ["one entrance mark", made(30, 4, (k) => [50, mix(k)])],
    ["one exit mark", made(30, 4, (k) => [mix(k), 7])],
    ["three pupils of three schools", made(3, 3, (k) => [mix(k), mix(k + 7)])],
    ["three pupils of two schools", made(3, 2, (k) => [mix(k), mix(k + 7)])],
    ["two marks only", made(40, 4, (k) => [k % 2, (k >> 1) % 2])],
    ["every school has one mark", made(40, 4, (_, school) => [school, 2 * school])],
    ["every school has one entrance mark", made(40, 4, (k, school) => [school, mix(k)])],
    ["every school has one exit mark", made(40, 4, (k, school) => [mix(k), school])],
    ["exit is entrance", made(40, 4, (k) => [k, k])],
    ["exit is entrance and the school", made(40, 4, (k, school) => [k, k + 10 * school])],
    ["marks below 0", made(40, 4, (k) => [-mix(k), -mix(k)])],
    ["marks as texts", made(40, 4, (k) => [String(mix(k)), "12"])],
    ["marks as texts among numbers", made(40, 4, (k) => [k % 3 === 0 ? "12" : mix(k), mix(k + 7)])],
    ["marks out of all range", made(40, 4, (k) => [1e300 * k, -1e300])],
    [
      "ids that differ in case",
      made(40, 4, (k) => [mix(k), mix(k + 7)]).map((row, k) => ({ ...row, id: `${k % 2 === 0 ? "a" : "A"}${k >> 1}` })),
    ],
    ["ids that stand twice", made(40, 4, (k) => [mix(k), mix(k + 7)]).map((row, k) => ({ ...row, id: `a${k >> 1}` }))],
    [
      "schools named like parts of an object",
      made(40, 4, (k) => [mix(k), mix(k + 7)]).map((row, k) => ({ ...row, school: ["__proto__", "constructor", "s1", "s2"][k % 4]! })),
    ],
  ] as const)("%s", (_, rows) => {
    everyAnswer(rows);
  });

  test("small cohorts, drawn", () => {
    let answered = 0;
    const row = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 24 }), fc.constantFrom(1, 5, 25), (drawn, step) => {
        answered += everyAnswer(
          drawn.map(([school, prior, outcome], k) => ({ id: `p${k}`, school: `s${school}`, prior: step * prior, outcome: step * outcome })),
        );
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(answered).toBeGreaterThan(300);
  });
});

describe("an error of 0 is no certainty", () => {
  // Everyone in a passes before and not after, everyone in b the other way round: no pupil of a school differs from another.
  const pupils = pupilsOf([
    ["a", 70, 50],
    ["a", 80, 40],
    ["b", 50, 70],
    ["b", 40, 90],
  ]);

  test("rates that all pupils of a school changed alike: not judged, the rank is anybody's, no pair differs", () => {
    const result = answer(meanAndRates(pupils, { rates: RATES })).changes.find(({ measure }) => measure === "pass")!.result;
    expect(
      estimated(result).map(({ estimate, standardError, category, rank }) => [estimate, standardError, category, rank.low, rank.high]),
    ).toEqual([
      [-1, 0, "not-different", 1, 2],
      [1, 0, "not-different", 1, 2],
    ]);
    expect(result.pairs.list).toEqual([]);
    const tree = answer(explainValueAdded(result, { school: "b" }));
    expect(JSON.stringify(tree)).toContain("the standard error is 0: not judged");
    expect(JSON.stringify(tree)).not.toContain("above average");
  });

  test("a school whose pupils all rose by as many places has the error 0, and not its rounding", () => {
    // Places 1 2 3 4 5 6 at entrance; at the exit c stands first, then a, then b: every school moves as one.
    const rows = [
      ["a", 90, 50],
      ["a", 80, 40],
      ["b", 70, 30],
      ["b", 60, 20],
      ["c", 50, 90],
      ["c", 40, 80],
    ] as const;
    for (const { standardError, category } of estimated(answer(rankChange(pupilsOf(rows)))))
      expect([standardError, category]).toEqual([0, "not-different"]);
  });

  test("grades: a school of one grade in both readings", () => {
    const read = (id: string, a: readonly number[], b: readonly number[], c: readonly number[]) =>
      answer(
        readSchoolGrades(
          [a, b, c].map(([A = 0, B = 0], k) => ({ school: "abc"[k]!, counts: { A, B } })),
          { cohort: "2024", examination: { id, grades: ["A", "B"] }, minimumCohort: 2 },
        ),
      );
    const [before, after] = [read("in", [0, 20], [10, 10], [10, 10]), read("out", [20, 0], [10, 10], [10, 10])];
    const { result } = answer(gradeChange({ before, after }, { errors: "own" }));
    const a = estimated(result)[0]!;
    // No spread of its own in either reading, and yet an error.
    expect(a.school).toBe("a");
    expect(a.standardError).toBeGreaterThan(0);
    sound(gradeDistributions(before, { errors: "own" }));
  });
});
