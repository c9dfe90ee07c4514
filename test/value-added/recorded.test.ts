import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  attainmentBands,
  gainScores,
  groupLevel,
  mixedValueAdded,
  type PupilDesign,
  regressionValueAdded,
  type SchoolValueAdded,
} from "../../src/value-added/index.js";
import { answer, estimated, pupilsOf } from "./made.js";

/** Figures of R with the data they were computed of; the script stands beside them. */
const r = JSON.parse(readFileSync(new URL("recorded/value-added.json", import.meta.url), "utf8")) as Readonly<Record<string, number[]>>;
const of = (key: string): readonly number[] => {
  const found = r[key];
  if (found === undefined) throw new Error(`not recorded: ${key}`);
  return found;
};

const exam = { minimum: 0, maximum: 100, step: "0.5" };
const design: PupilDesign = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
const nameOf = (letter: string, number: number): string => `${letter}${String(number).padStart(2, "0")}`;
const pupils = pupilsOf(
  of("school").map((school, k) => [nameOf("s", school), of("prior")[k]!, of("outcome")[k]!] as const),
  design,
);

/** Largest distance from R's figures, relative to the larger of R's figure and `floor`. */
function worst(ours: readonly number[], theirs: readonly number[], floor = 0): number {
  expect(ours).toHaveLength(theirs.length);
  return ours.reduce((most, value, k) => Math.max(most, Math.abs(value - theirs[k]!) / Math.max(Math.abs(theirs[k]!), floor)), 0);
}

const column = (schools: readonly SchoolValueAdded[], key: "estimate" | "standardError" | "shrunken" | "shrunkenError") =>
  schools.map((school) => school[key]);

describe("R's recorded figures of 42 made-up schools", () => {
  test("gains: means and errors of a cell-means model, spread pooled and own", () => {
    const pooled = estimated(answer(gainScores(pupils)));
    expect(worst(column(pooled, "estimate"), of("gain.mean"), 0.01)).toBeLessThan(1e-11);
    expect(worst(column(pooled, "standardError"), of("gain.error"))).toBeLessThan(1e-12);
    expect(pooled[0]?.df).toBe(of("school").length - 42);
    const own = estimated(answer(gainScores(pupils, { errors: "own" })));
    expect(worst(column(own, "standardError"), of("gain.own"))).toBeLessThan(1e-12);
  });

  test("bands: means of differences from the bands' means", () => {
    const bands = of("band.from").map((from, k) => ({ from, expected: of("band.expected")[k]! }));
    const schools = estimated(answer(attainmentBands(pupils, { bands, scale: "marks" })));
    expect(worst(column(schools, "estimate"), of("band.mean"), 0.1)).toBeLessThan(1e-11);
    expect(worst(column(schools, "standardError"), of("band.error"))).toBeLessThan(1e-12);
  });

  test("regression: line, cluster-robust error, slopes by other routes, residual means and own errors", () => {
    const result = answer(regressionValueAdded(pupils, { scale: "marks", errors: "own" }));
    const schools = estimated(result);
    const { line, slopes } = result;
    expect(worst([line!.intercept, line!.slope], of("line"))).toBeLessThan(1e-12);
    expect(worst([slopes!.pooledError], of("cluster"))).toBeLessThan(1e-12);
    expect(worst([slopes!.within, slopes!.withinError], of("within"))).toBeLessThan(1e-12);
    expect(worst([slopes!.between!], of("between"))).toBeLessThan(1e-12);
    expect(worst(column(schools, "estimate"), of("residual.mean"), 0.1)).toBeLessThan(1e-11);
    const own = schools.map(({ ownVariance }) => Math.sqrt(ownVariance));
    expect(worst(own, of("residual.own"))).toBeLessThan(1e-12);
  });

  test.each(["pooled", "mundlak"] as const)("mixed model, %s: lme4's variances and effects, errors by matrices of the whole", (slope) => {
    const result = answer(mixedValueAdded(pupils, { slope, scale: "marks" }));
    const schools = estimated(result);
    expect(worst([result.model!.schoolVariance, result.model!.residualVariance], of(`${slope}.variances`))).toBeLessThan(1e-5);
    expect(worst(column(schools, "shrunken"), of(`${slope}.s.shrunken`), 0.1)).toBeLessThan(1e-5);
    expect(worst(column(schools, "shrunkenError"), of(`${slope}.s.comparative`))).toBeLessThan(1e-5);
    expect(worst(column(schools, "estimate"), of(`${slope}.mean`), 0.1)).toBeLessThan(1e-5);
    expect(worst(column(schools, "standardError"), of(`${slope}.error`))).toBeLessThan(1e-5);
    const shared = ({ loading }: SchoolValueAdded) =>
      schools[0]!.loading.reduce((sum, a, i) => sum + loading.reduce((inner, b, j) => inner + a * b * result.sharedErrors[i]![j]!, 0), 0);
    const first = schools.map((school, k) => shared(school) + (k === 0 ? school.ownVariance : 0));
    expect(worst(first, of(`${slope}.covariance`), 0.01)).toBeLessThan(1e-5);
  });

  test("a random level of groups, schools in none partially nested: lme4's three levels", () => {
    const schools = of("group").flatMap((group, k) => (group === 0 ? [] : [{ school: nameOf("s", k + 1), group: nameOf("g", group) }]));
    const level = answer(groupLevel(pupils, { schools }));
    if (!level.identified) throw new Error(level.reason);
    const groups = level.groups.flatMap((each) => (each.status === "estimated" ? [each] : []));
    expect(groups.map(({ schools: count }) => count)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3]);
    const variances = [level.schoolVariance, level.groupVariance, level.residualVariance];
    expect(worst(variances, of("levels.variances"))).toBeLessThan(1e-4);
    const read = (key: "shrunken" | "shrunkenError") => groups.map((group) => group[key]);
    expect(worst(read("shrunken"), of("levels.h.shrunken"), 0.1)).toBeLessThan(1e-4);
    expect(worst(read("shrunkenError"), of("levels.h.comparative"))).toBeLessThan(1e-4);
  });
});
