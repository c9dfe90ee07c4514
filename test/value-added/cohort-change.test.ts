import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import { cohortChange, groupValueAdded, readSchoolMeans, type SchoolMeanRow } from "../../src/value-added/index.js";
import { answer, estimated } from "./made.js";

const examination = { id: "gaokao", minimum: 0, maximum: 100, step: "1" };
const read = (cohort: string, rows: readonly (readonly [string, number, number, number?])[], on?: string) =>
  answer(
    readSchoolMeans(
      rows.map(([school, pupils, mean, sd]): SchoolMeanRow => ({ school, pupils, mean, sd })),
      { cohort, examination: { ...examination, on } },
    ),
  );

describe("change between cohorts by hand", () => {
  // 2023: variance within 100 × 100/99 (a, b alike), area mean 55, sd √(100 + 25); 2024: sd 8, means 62 and 58, area sd √(64 + 4)
  const before = read("2023", [
    ["a", 100, 50, 10],
    ["b", 100, 60, 10],
  ]);
  const after = read("2024", [
    ["a", 50, 62, 8],
    ["b", 50, 58, 8],
  ]);

  test("marks: difference, error of both, Satterthwaite's degrees of freedom", () => {
    const { result, means, cannotTell } = answer(cohortChange({ before, after }, { scale: "marks" }));
    const [a, b] = estimated(result!);
    expect([a?.estimate, b?.estimate]).toEqual([12, -2]);
    // pooled: 20000/198 ÷ 100 and 6400/98 ÷ 50
    const [v, w] = [20000 / 198 / 100, 6400 / 98 / 50];
    expect(a?.standardError).toBeCloseTo(Math.sqrt(v + w), 13);
    expect(a?.df).toBeCloseTo((v + w) ** 2 / (v ** 2 / 198 + w ** 2 / 98), 10);
    // (1.959963984540054 + 0.8416212335729143) × error
    expect(means[0]?.smallestVisible).toBeCloseTo(2.8015852181129683 * Math.sqrt(v + w), 12);
    expect(cannotTell.map(({ code }) => code)).toEqual(["pupil-growth", "intake-change", "paper-difficulty", "who-was-tested"]);
  });

  test("standard scores, each over its own area", () => {
    const { result, cannotTell } = answer(cohortChange({ before, after }));
    const [a] = estimated(result!);
    expect(a?.expected).toBeCloseTo(-5 / Math.sqrt(125), 13);
    expect(a?.actual).toBeCloseTo(2 / Math.sqrt(68), 13);
    expect(a?.standardError).toBeCloseTo(Math.sqrt(20000 / 198 / 100 / 125 + 6400 / 98 / 50 / 68), 13);
    expect(result?.method).toBe("cohort-change");
    expect(result?.cautions).toContain("different-pupils");
    expect(cannotTell.map(({ code }) => code)).toContain("area-change");
  });

  test("groups are contrasts of it as of any other result", () => {
    const { result } = answer(cohortChange({ before, after }, { scale: "marks" }));
    const memberships = [
      {
        id: "g",
        memberships: [
          { school: "a", role: "lead" as const },
          { school: "b", role: "member" as const },
        ],
      },
    ];
    const groups = answer(groupValueAdded(result!, { memberships, years: { from: "2021-09-01", until: "2024-09-01" } }));
    expect(groups.groups[0]?.gap?.estimate).toBeCloseTo(14, 13);
  });

  test("no spread in one of them: means, no result", () => {
    const bare = read("2024", [
      ["a", 50, 62],
      ["b", 50, 58],
    ]);
    const none = answer(cohortChange({ before, after: bare }));
    expect(none.result).toBeNull();
    expect(none.means.map(({ before: x, after: y, smallestVisible }) => [x, y, smallestVisible])).toEqual([
      [50, 62, null],
      [60, 58, null],
    ]);
    expect(none.cannotTell.map(({ code }) => code)).toContain("pupil-spread");
  });

  test("obstacles: one cohort, the wrong order, one school, all alike", () => {
    const code = (readings: Parameters<typeof cohortChange>[0]) => cohortChange(readings).issues[0]?.code;
    expect(code({ before, after: before })).toBe("cohorts-alike");
    const [late, early] = [read("2023", [["a", 50, 50, 5]], "2024-06-07"), read("2024", [["a", 50, 50, 5]], "2024-06-07")];
    expect(code({ before: late, after: early })).toBe("examinations-out-of-order");
    expect(code({ before, after: read("2024", [["a", 50, 50, 5]]) })).toBe("schools-too-few");
    const flat = read("2024", [
      ["a", 50, 50, 0],
      ["b", 50, 50, 0],
    ]);
    expect(code({ before, after: flat })).toBe("scores-constant");
  });

  test("marks of papers with other marks are not subtracted; standard scores are", () => {
    // A mean of 465 of 750 beside one of 50 of 100: their difference is no change.
    const schools = [
      { school: "a", pupils: 50, mean: 465, sd: 60 },
      { school: "b", pupils: 50, mean: 435, sd: 60 },
    ];
    const after750 = answer(readSchoolMeans(schools, { cohort: "2024", examination: { ...examination, maximum: 750 } }));
    expect(cohortChange({ before, after: after750 }, { scale: "marks" })).toMatchObject({
      ok: false,
      issues: [{ code: "results-not-comparable", params: { mine: "0–750", theirs: "0–100" } }],
    });
    // area 2024: mean 450, sd √(60² + 15²)
    const [a] = estimated(answer(cohortChange({ before, after: after750 })).result!);
    expect(a?.estimate).toBeCloseTo(15 / Math.sqrt(3825) + 5 / Math.sqrt(125), 12);
  });

  test("a school small in either cohort is suppressed", () => {
    const small = read("2024", [
      ["a", 9, 62, 8],
      ["b", 50, 58, 8],
    ]);
    const answered = answer(cohortChange({ before, after: small }));
    expect(answered.result?.schools[0]?.status).toBe("suppressed");
    expect(answered.means.map(({ school }) => school)).toEqual(["b"]);
    // Ten are enough by default.
    const enough = read("2024", [
      ["a", 10, 62, 8],
      ["b", 50, 58, 8],
    ]);
    const shown = answer(cohortChange({ before, after: enough }));
    expect(shown.result?.schools.map(({ status }) => status)).toEqual(["estimated", "estimated"]);
    expect(shown.means.map(({ school }) => school)).toEqual(["a", "b"]);
  });
});

test("intervals hold the true change of schools (simulated, marks)", () => {
  let [covered, all] = [0, 0];
  for (let seed = 0; seed < 100; seed += 1) {
    const random = createRandom(900 + seed);
    const rise = Array.from({ length: 10 }, () => 3 * random.normal());
    const cohort = (name: string, shift: (k: number) => number) =>
      read(
        name,
        rise.map((_, k) => {
          const marks = Array.from({ length: 10 + 5 * k }, () => 50 + k + shift(k) + 8 * random.normal());
          const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
          const squares = marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0);
          return [`s${k}`, marks.length, mean, Math.sqrt(squares / marks.length)] as const;
        }),
      );
    const [before, after] = [cohort("2023", () => 0), cohort("2024", (k) => rise[k]!)];
    for (const errors of ["pooled", "own"] as const)
      for (const [k, each] of estimated(answer(cohortChange({ before, after }, { scale: "marks", errors })).result!).entries()) {
        all += 1;
        if (each.low <= rise[k]! && rise[k]! <= each.high) covered += 1;
      }
  }
  // 2 000 intervals of 95 %, in pairs of the same data
  expect(covered / all).toBeGreaterThan(0.935);
  expect(covered / all).toBeLessThan(0.965);
});
