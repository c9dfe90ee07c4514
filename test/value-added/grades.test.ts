import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import {
  gradeChange,
  gradeDistributions,
  readSchoolGrades,
  type SchoolGradeDistribution,
  type SchoolGrades,
} from "../../src/value-added/index.js";
import { answer, estimated } from "./made.js";

const ABCD = ["A", "B", "C", "D"];
const design = { cohort: "2024", examination: { id: "term", grades: ABCD }, minimumCohort: 2 };
const counted = (grades: readonly string[], counts: readonly number[]) =>
  Object.fromEntries(grades.map((grade, g) => [grade, counts[g] ?? 0]));
const read = (rows: readonly (readonly [string, readonly number[]])[], more: object = {}): SchoolGrades =>
  answer(
    readSchoolGrades(
      rows.map(([school, counts]) => ({ school, counts: counted(ABCD, counts) })),
      { ...design, ...more },
    ),
  );
const shown = (result: ReturnType<typeof gradeDistributions>): readonly SchoolGradeDistribution[] =>
  answer(result).schools.flatMap((each) => (each.status === "shown" ? [each] : []));

describe("numbers per grade", () => {
  test("the ledger: a grade missing, a grade unknown, no whole number, nobody, twice", () => {
    const rows = [
      { school: "a", counts: { A: 1, B: 0, C: 0, D: 1 } },
      { school: "b", counts: { A: 1, B: 0, C: 0 } },
      { school: "c", counts: { A: 1, B: 0, C: 0, D: 1, E: 3 } },
      { school: "d", counts: { A: 1.5, B: 0, C: 0, D: 1 } },
      { school: "e", counts: { A: 0, B: 0, C: 0, D: 0 } },
      { school: "f", counts: { A: 1, B: 0, C: 0, D: 1 } },
      { school: "f", counts: { A: 1, B: 0, C: 0, D: 1 } },
      { school: "g", counts: null as never },
    ];
    const { ledger, schools } = answer(readSchoolGrades(rows, design));
    expect(ledger.leftOut.map(({ reason }) => reason)).toEqual([
      "counts-unusable",
      "unknown-grade",
      "counts-unusable",
      "pupils-unusable",
      "duplicate-school",
      "duplicate-school",
      "counts-unusable",
    ]);
    expect(schools).toEqual([{ school: "a", pupils: 2, counts: [1, 0, 0, 1] }]);
    expect(() => readSchoolGrades([], { ...design, examination: { id: "term", grades: ["A", "A"] } })).toThrow("once");
  });
});

describe("one examination by hand", () => {
  // area A 6 B 4 C 6 D 4 of 20: below 14 10 4 0, ridits (14 + 3)/20 = 0.85, 0.6, 0.35, 0.1
  const grades = read([
    ["a", [5, 2, 2, 1]],
    ["b", [1, 2, 4, 3]],
  ]);
  const result = answer(gradeDistributions(grades));
  const [a, b] = shown(gradeDistributions(grades));

  test("ridits of the area, mean ridits of schools", () => {
    expect(result.area.counts).toEqual([6, 4, 6, 4]);
    expect(result.area.ridits).toEqual([0.85, 0.6, 0.35, 0.1]);
    // a: (4.25 + 1.2 + 0.7 + 0.1)/10 = 0.625; b: (0.85 + 1.2 + 1.4 + 0.3)/10 = 0.375
    expect(a?.ridit.estimate).toBeCloseTo(0.625, 15);
    expect(b?.ridit.estimate).toBeCloseTo(0.375, 15);
    // squares of a: 5 × 0.225² + 2 × 0.025² + 2 × 0.275² + 0.525² = 0.68125; of b: 0.475² + 2 × 0.225² + 4 × 0.025² + 3 × 0.275² = 0.55625
    expect(a?.ridit.standardError).toBeCloseTo(Math.sqrt((0.68125 + 0.55625) / 18 / 10), 14);
    expect(shown(gradeDistributions(grades, { errors: "own" }))[0]?.ridit.standardError).toBeCloseTo(Math.sqrt(0.68125 / 9 / 10), 14);
  });

  test("superiority over the rest: 100 pairs counted by hand", () => {
    // a's A beats b's 2 + 4 + 3 and ties 1: 9.5; B: 7 + 1 = 8; C: 3 + 2 = 5; D: 1.5: 47.5 + 16 + 10 + 1.5 = 75
    expect(a?.superiority?.estimate).toBeCloseTo(0.75, 15);
    expect(b?.superiority?.estimate).toBeCloseTo(0.25, 15);
    // placements of a 0.95 0.8 0.5 0.15: squares 5 × 0.04 + 2 × 0.0025 + 2 × 0.0625 + 0.36 = 0.69; of b: as a's shares above:
    // A 2.5/10, B 6/10, C 8/10, D 9.5/10 about 0.75: 0.25 + 2 × 0.0225 + 4 × 0.0025 + 3 × 0.04 = 0.425
    expect(a?.superiority?.standardError).toBeCloseTo(Math.sqrt(0.69 / 9 / 10 + 0.425 / 9 / 10), 14);
  });

  test("complete separation: 1 and 0 without an interval; one tie brings it back", () => {
    const apart = (a: readonly number[], b: readonly number[]) =>
      shown(
        gradeDistributions(
          read([
            ["a", a],
            ["b", b],
          ]),
        ),
      ).map(({ superiority }) => superiority);
    const none = { standardError: null, low: null, high: null, noInterval: "complete-separation" };
    expect(apart([10, 0, 0, 0], [0, 0, 0, 10])).toEqual([
      { estimate: 1, ...none },
      { estimate: 0, ...none },
    ]);
    expect(apart([4, 6, 0, 0], [0, 0, 3, 7])[0]).toEqual({ estimate: 1, ...none });
    // One B on both sides: 99 of 100 pairs won, one tied: 0.995. Placements of a: nine 1, one 0.95 about 0.995: 9 × 0.005² + 0.045² = 0.00225; of b alike
    const [tied] = apart([9, 1, 0, 0], [0, 1, 9, 0]);
    expect(tied?.estimate).toBeCloseTo(0.995, 14);
    expect(tied?.standardError).toBeCloseTo(Math.sqrt((2 * 0.00225) / 90), 14);
    // A and C against B: half won, half lost; no separation
    expect(apart([5, 0, 5, 0], [0, 10, 0, 0])[0]).toMatchObject({ estimate: 0.5, low: expect.any(Number) });
  });

  test("shares at or above each grade, the last of which is everyone and left out", () => {
    expect(a?.atOrAbove.map(({ grade, count, share }) => [grade, count, share])).toEqual([
      ["A", 5, "0.5"],
      ["B", 7, "0.7"],
      ["C", 9, "0.9"],
    ]);
  });

  test("what it cannot tell, in both languages", () => {
    expect(result.cannotTell.map(({ code }) => code)).toEqual(["entrance-unknown", "grade-distances", "within-grade", "who-was-tested"]);
    for (const { words } of result.cannotTell) expect(words["zh-CN"]).toMatch(/^[^,;:?!()]+。$/);
  });

  test("small schools, one school, all alike", () => {
    const small = gradeDistributions(
      read([
        ["a", [5, 2, 2, 1]],
        ["b", [1, 2, 4, 3]],
        ["c", [1, 0, 0, 0]],
      ]),
    );
    expect(answer(small).schools[2]).toEqual({ school: "c", status: "suppressed", reason: "below-minimum-cohort" });
    expect(small.issues.map(({ code }) => code)).toEqual(["suppression-recoverable"]);
    expect(gradeDistributions(read([["a", [5, 2, 2, 1]]])).issues[0]?.code).toBe("schools-too-few");
    const alike = read([
      ["a", [5, 0, 0, 0]],
      ["b", [4, 0, 0, 0]],
    ]);
    expect(gradeDistributions(alike).issues[0]?.code).toBe("scores-constant");
  });
});

describe("grades, in general", () => {
  const counts = fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 })
    .filter((list) => list.filter((n) => n > 1).length > 1);

  test("mean ridit × N = superiority × (N − n) + n ÷ 2, and the area's mean ridit is one half", () => {
    fc.assert(
      fc.property(counts, counts, counts, (x, y, z) => {
        const list = shown(
          gradeDistributions(
            read([
              ["x", x],
              ["y", y],
              ["z", z],
            ]),
          ),
        );
        const all = list.reduce((sum, { pupils }) => sum + pupils, 0);
        for (const { ridit, superiority, pupils } of list)
          expect(ridit.estimate * all).toBeCloseTo(superiority!.estimate * (all - pupils) + pupils / 2, 9);
        expect(list.reduce((sum, { ridit, pupils }) => sum + ridit.estimate * pupils, 0) / all).toBeCloseTo(0.5, 12);
      }),
      { numRuns: 100 },
    );
  });

  test("the best grades first or last: the order turned round turns every figure round", () => {
    fc.assert(
      fc.property(counts, counts, (x, y) => {
        const forth = shown(
          gradeDistributions(
            read([
              ["x", x],
              ["y", y],
            ]),
          ),
        );
        const back = shown(
          gradeDistributions(
            read([
              ["x", [...x].reverse()],
              ["y", [...y].reverse()],
            ]),
          ),
        );
        for (const [k, { ridit, superiority }] of forth.entries()) {
          expect(back[k]?.ridit.estimate).toBeCloseTo(1 - ridit.estimate, 12);
          expect(back[k]?.superiority?.standardError ?? -1).toBeCloseTo(superiority?.standardError ?? -1, 12);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("change of grades", () => {
  const before = read([
    ["a", [5, 2, 2, 1]],
    ["b", [1, 2, 4, 3]],
  ]);
  const after = read(
    [
      ["a", [3, 2, 3, 2]],
      ["b", [3, 2, 3, 2]],
    ],
    { examination: { id: "exit", grades: ABCD } },
  );

  test("by hand: both stand at one half after", () => {
    const { result, cannotTell, shares } = answer(gradeChange({ before, after }));
    const [a, b] = estimated(result);
    expect([a?.expected, a?.actual]).toEqual([expect.closeTo(0.625, 15), expect.closeTo(0.5, 15)]);
    expect([a?.estimate, b?.estimate]).toEqual([expect.closeTo(-0.125, 14), expect.closeTo(0.125, 14)]);
    // after: area ridits as before (counts 6 4 6 4): squares of each 3 × 0.35² + 2 × 0.1² + 3 × 0.15² + 2 × 0.4² = 0.775
    const [v, w] = [1.2375 / 18 / 10, 1.55 / 18 / 10];
    expect(a?.standardError).toBeCloseTo(Math.sqrt(v + w), 14);
    expect(a?.df).toBeCloseTo((v + w) ** 2 / (v ** 2 / 18 + w ** 2 / 18), 9);
    expect(result).toMatchObject({ method: "grade-change", scale: "ridit" });
    expect(cannotTell.map(({ code }) => code)).toContain("same-pupils-pairing");
    expect(shares?.[0]?.grades.map(({ grade, change }) => [grade, change])).toEqual([
      ["A", expect.closeTo(-0.2, 15)],
      ["B", expect.closeTo(-0.2, 15)],
      ["C", expect.closeTo(-0.1, 15)],
    ]);
  });

  test("Newcombe's interval of a difference: his example (a) 56/70 − 48/80 is 0.0524 to 0.3339", () => {
    const two = { cohort: "2024", examination: { id: "in", grades: ["A", "B"] } };
    const rows = (a: number, of: number) => [
      { school: "a", counts: { A: a, B: of - a } },
      { school: "b", counts: { A: 10, B: 10 } },
    ];
    const [then, now] = [
      answer(readSchoolGrades(rows(48, 80), two)),
      answer(readSchoolGrades(rows(56, 70), { ...two, examination: { id: "out", grades: ["A", "B"] } })),
    ];
    const share = answer(gradeChange({ before: then, after: now })).shares?.[0]?.grades[0];
    expect([share?.low, share?.high]).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
  });

  test("other grades after: no shares, the ridits stand", () => {
    const other = answer(
      readSchoolGrades(
        [
          { school: "a", counts: { 优: 6, 良: 4 } },
          { school: "b", counts: { 优: 2, 良: 8 } },
        ],
        { cohort: "2024", examination: { id: "exit", grades: ["优", "良"] }, minimumCohort: 2 },
      ),
    );
    const result = answer(gradeChange({ before, after: other }));
    expect(result.shares).toBeNull();
    // ridits of 8 and 12 of 20: 0.8, 0.3; a: 0.6
    expect(estimated(result.result)[0]?.actual).toBeCloseTo(0.6, 15);
  });

  test("the same examination of one cohort is refused, of two cohorts it is not", () => {
    expect(gradeChange({ before, after: before }).issues[0]?.code).toBe("same-examination");
    const later = read(
      [
        ["a", [3, 2, 3, 2]],
        ["b", [3, 2, 3, 2]],
      ],
      { cohort: "2025" },
    );
    const { cannotTell, result } = answer(gradeChange({ before, after: later }));
    expect(cannotTell.map(({ code }) => code)).toContain("pupil-growth");
    expect(result.cautions).toContain("different-pupils");
  });

  test("intervals hold the true change of a school's standing (simulated)", () => {
    // Grades cut from one scale; true mean ridits from a large area of the same schools.
    const cuts = [0.8, 0, -0.8];
    const world = (seed: number, size: number) => {
      const random = createRandom(seed);
      const grades = (shift: (k: number) => number) =>
        Array.from({ length: 8 }, (_, k): [string, number[]] => {
          const counts = [0, 0, 0, 0];
          for (let i = 0; i < size; i += 1) {
            const score = shift(k) + random.normal();
            const g = cuts.filter((cut) => score < cut).length;
            counts[g] = counts[g]! + 1;
          }
          return [`s${k}`, counts];
        });
      const [then, now] = [grades((k) => k / 8), grades((k) => 1 - k / 8)];
      return estimated(answer(gradeChange({ before: read(then), after: read(now, { cohort: "2025" }) })).result);
    };
    const truth = world(1, 100_000).map(({ estimate }) => estimate);
    let covered = 0;
    for (let seed = 0; seed < 150; seed += 1)
      covered += world(700 + seed, 40).filter(({ low, high }, k) => low <= truth[k]! && truth[k]! <= high).length;
    // 1 200 intervals of 95 %; taking the area as known is cautious by a share of n ÷ N = 1/8
    expect(covered / 1200).toBeGreaterThan(0.94);
    expect(covered / 1200).toBeLessThan(0.985);
  });
});
