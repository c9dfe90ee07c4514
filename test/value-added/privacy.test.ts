import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import { gainScores, gradeDistributions, groupLevel, readSchoolGrades, regressionValueAdded } from "../../src/value-added/index.js";
import { answer, estimated, hundred, pupilsOf } from "./made.js";

const ten = { ...hundred, minimumCohort: 10 };
/** Large schools, and small ones of these sizes. */
const withSmall = (...sizes: readonly number[]) => {
  const random = createRandom(8);
  const rows: [string, number, number][] = [];
  for (const [k, size] of [40, 40, ...sizes].entries())
    for (let i = 0; i < size; i += 1) rows.push([`s${k}`, Math.round(50 + 5 * random.normal()), Math.round(50 + 8 * random.normal())]);
  return pupilsOf(rows, ten);
};

// What one hidden school learns of the others: the hidden pupils less its own, at most those of the largest.
test.each([
  [[], null],
  [[1], 1],
  [[9], 1],
  [[1, 1], 2],
  [[9, 9], 2],
  [[9, 9, 1], null],
  [[9, 8, 1], 3],
  [[5, 5, 5], null],
] as const)("hidden schools of %j pupils: recoverable %s", (sizes, hidden) => {
  const expected = hidden === null ? [] : [{ code: "suppression-recoverable", params: { minimum: 10, hidden } }];
  expect(regressionValueAdded(withSmall(...sizes)).issues).toMatchObject(expected);
  const grades = readSchoolGrades(
    [20, 20, ...sizes].map((size, k) => ({ school: `s${k}`, counts: { A: size - 1, B: 1 } })),
    { cohort: "2024", examination: { id: "term", grades: ["A", "B"] }, minimumCohort: 10 },
  );
  expect(gradeDistributions(answer(grades)).issues).toMatchObject(expected);
});

describe("a random level of groups", () => {
  const random = createRandom(3);
  const rows: [string, number, number][] = [];
  const schools: { school: string; group: string }[] = [];
  const add = (group: string, school: string, size: number, lift: number): void => {
    schools.push({ school, group });
    for (let k = 0; k < size; k += 1) {
      const ability = 10 * random.normal();
      rows.push([
        school,
        Math.round(Math.min(90, Math.max(10, 50 + ability))),
        Math.round(Math.min(95, Math.max(5, 50 + ability + lift + 5 * random.normal()))),
      ]);
    }
  };
  for (let g = 0; g < 12; g += 1) for (let k = 0; k < 2; k += 1) add(`g${g}`, `g${g}s${k}`, 20, g - 6 + 2 * k);
  add("NINE", "nine", 9, 30);
  const level = groupLevel(pupilsOf(rows, ten), { schools });
  add("TEN", "ten", 10, 0);

  test("a group of nine pupils is named and nothing more; that it follows from the others is said", () => {
    const value = answer(level);
    if (!value.identified) throw new Error(value.reason);
    expect(value.groups.filter(({ status }) => status === "suppressed")).toEqual([
      { group: "NINE", status: "suppressed", reason: "below-minimum-cohort" },
    ]);
    expect(level.issues).toMatchObject([{ code: "suppression-recoverable", path: ["groups"], params: { minimum: 10, hidden: 1 } }]);
  });

  test("one of ten is shown", () => {
    const value = answer(groupLevel(pupilsOf(rows, ten), { schools }));
    if (!value.identified) throw new Error(value.reason);
    expect(value.groups.find(({ group }) => group === "TEN")).toMatchObject({ status: "estimated", schools: 1 });
  });
});

describe("a school whose pupils show no spread, by errors of its own", () => {
  const rows = [
    ["top", 100, 100],
    ["top", 100, 100],
    ["top", 100, 100],
    ["mid", 40, 50],
    ["mid", 60, 80],
    ["mid", 50, 50],
    ["low", 10, 20],
    ["low", 20, 20],
    ["low", 30, 30],
  ] as const;

  test.each([
    ["gains", gainScores],
    ["residuals", regressionValueAdded],
  ] as const)("takes the pooled one: %s", (_, method) => {
    const [pooled, own] = [estimated(answer(method(pupilsOf(rows)))), estimated(answer(method(pupilsOf(rows), { errors: "own" })))];
    const top = (schools: typeof own) => schools.find(({ school }) => school === "top")!;
    expect(top(own)).toMatchObject({ standardError: top(pooled).standardError, df: top(pooled).df });
    expect(top(own).standardError).toBeGreaterThan(0);
    expect(own.find(({ school }) => school === "low")?.df).toBe(2);
  });

  test("grades, too", () => {
    const grades = answer(
      readSchoolGrades(
        [
          { school: "a", counts: { A: 12, B: 0 } },
          { school: "b", counts: { A: 8, B: 8 } },
        ],
        { cohort: "2024", examination: { id: "term", grades: ["A", "B"] } },
      ),
    );
    const [a] = answer(gradeDistributions(grades, { errors: "own" })).schools;
    if (a?.status !== "shown") throw new Error("shown");
    // Ridits of 20 A and 8 B: (8 + 10) / 28 and 4 / 28, 1/2 apart: b's squares 16 × 1/16 = 1, over 26 degrees of freedom, 12 pupils.
    expect(a.ridit.standardError).toBeCloseTo(Math.sqrt(1 / 26 / 12), 14);
  });
});
