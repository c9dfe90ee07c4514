import { describe, expect, test } from "vitest";
import type { Explanation } from "../../src/core/index.js";
import { createRandom } from "../../src/statistics/index.js";
import {
  explainValueAdded,
  meansValueAdded,
  readSchoolMeans,
  type SchoolMeanRow,
  type SchoolMeansDesign,
} from "../../src/value-added/index.js";
import { answer, estimated } from "./made.js";

const marks = { minimum: 0, maximum: 100, step: "1" };
const at = (id: string, more: Partial<SchoolMeansDesign> = {}): SchoolMeansDesign => ({
  cohort: "2024",
  examination: { id, ...marks },
  ...more,
});
const read = (id: string, rows: readonly SchoolMeanRow[], more: Partial<SchoolMeansDesign> = {}) =>
  answer(readSchoolMeans(rows, at(id, more)));
const row = (school: string, pupils: number, mean: number, sd?: number | null): SchoolMeanRow => ({ school, pupils, mean, sd });

describe("means of schools", () => {
  test("the ledger names every row not used and why", () => {
    const rows = [
      row("a", 20, 50, 10),
      row("", 20, 50),
      { ...row("b", 20, 50), cohort: "2023" },
      row("c", 2.5, 50),
      row("d", 20, Number.NaN),
      row("e", 20, 100.5),
      row("f", 20, 50, -1),
      row("g", 20, 50),
      row("g", 21, 50),
      null as never,
    ];
    const result = readSchoolMeans(rows, at("in"));
    const { ledger, schools } = answer(result);
    expect(ledger.leftOut.map(({ row: place, reason }) => [place, reason])).toEqual([
      [1, "missing-school"],
      [2, "other-cohort"],
      [3, "pupils-unusable"],
      [4, "missing-mean"],
      [5, "mean-out-of-range"],
      [6, "sd-unusable"],
      [7, "duplicate-school"],
      [8, "duplicate-school"],
      [9, "missing-school"],
    ]);
    expect(schools).toEqual([{ school: "a", pupils: 20, mean: 50, squares: 2000 }]);
    expect(result.issues.map(({ code }) => code)).toContain("cohort-mismatch");
    expect(result.issues).toContainEqual({
      code: "schools-left-out",
      severity: "warning",
      path: [7],
      params: { reason: "duplicate-school", count: 2, row: 7 },
    });
  });

  test("a standard deviation that marks of 0 to 100 with mean 50 just can have, and one they cannot", () => {
    const reasons = (mean: number, sd: number) => read("in", [row("a", 10, mean, sd)]).ledger.leftOut.length;
    expect([reasons(50, 50), reasons(50, 50.1), reasons(90, 30), reasons(90, 30.1), reasons(0, 0), reasons(0, 1)]).toEqual([
      0, 1, 0, 1, 0, 1,
    ]);
    // divided by n − 1 it may be larger: 50 × √(10/9)
    expect(read("in", [row("a", 10, 50, 52)], { sd: "sample" }).schools[0]?.squares).toBeCloseTo(52 * 52 * 9, 9);
  });

  test("one school under two ids, in one reading and across two", () => {
    expect(readSchoolMeans([row("一中（南）", 20, 50), row("一中(南)", 20, 50)], at("in")).issues[0]?.code).toBe("school-under-two-ids");
    const [entrance, exit] = [read("in", [row("一中（南）", 20, 50)]), read("out", [row("一中(南)", 20, 50)])];
    expect(meansValueAdded({ entrance, exit }).issues[0]?.code).toBe("school-under-two-ids");
  });
});

describe("regression of means by hand", () => {
  // n 100 each, sd 10: error variance of a mean 10²×100/99/100 = 100/99.
  const entrance = read("in", [row("a", 100, 50, 10), row("b", 100, 60, 10), row("c", 100, 70, 10), row("d", 100, 80, 10)]);
  const exit = read("out", [row("a", 100, 52, 10), row("b", 100, 68, 10), row("c", 100, 68, 10), row("d", 100, 84, 10)]);
  const result = answer(meansValueAdded({ entrance, exit }, { scale: "marks" }));
  // equal weights: x̄ 65, ȳ 68; Sxy = 240 + 0 + 0 + 240 = 480, Sxx 500: slope 0.96; residuals −1.6 4.8 −4.8 1.6
  const v = 100 / 99;
  // squares 51.2 = 2 (v + τ²)
  const tau = 51.2 / 2 - v;

  test("line, residuals, variance between schools", () => {
    expect(result.line.slope).toBeCloseTo(0.96, 14);
    expect(result.line.intercept).toBeCloseTo(68 - 0.96 * 65, 12);
    expect(result.line.slopeError).toBeCloseTo(Math.sqrt((v + tau) / 500), 12);
    expect(result.residuals.map(({ residual }) => residual)).toEqual([-1.6, 4.8, -4.8, 1.6].map((x) => expect.closeTo(x, 12)));
    expect(result.result?.betweenVariance).toBeCloseTo(tau, 10);
  });

  test("shrinkage and both errors", () => {
    const [a, b] = estimated(result.result!);
    const lambda = tau / (tau + v);
    expect(a?.reliability).toBeCloseTo(lambda, 12);
    expect(b?.shrunken).toBeCloseTo(4.8 * lambda, 12);
    // q = (v + τ²)(1/4 + 15²/500); error² = v + q (2λ − 1); comparative² = τ²(1 − λ) + λ² q
    const q = 25.6 * (1 / 4 + 225 / 500);
    expect(a?.standardError).toBeCloseTo(Math.sqrt(v + q * (2 * lambda - 1)), 10);
    expect(a?.shrunkenError).toBeCloseTo(Math.sqrt(tau * (1 - lambda) + lambda * lambda * q), 10);
    expect(result.result).toMatchObject({ method: "means-regression", categoryBy: "shrunken", slopes: null });
    expect(result.result?.cautions).toContain("composition-removed");
  });

  test("the explanation recomputes the reliability from the variance between schools and the mean's own", () => {
    const tree = answer(explainValueAdded(result.result!, { school: "a" }));
    const found: number[] = [];
    const quotients = (node: Explanation): void => {
      if (node.kind !== "operation" && node.kind !== "estimate") return;
      const values = node.operands.map((each) =>
        each.kind !== "estimate" && each.kind !== "comparison" && each.value.kind === "float" ? each.value.value : Number.NaN,
      );
      if (node.kind === "operation" && node.operator === "quotient") found.push(values[0]! / values[1]!);
      for (const each of node.operands) quotients(each);
    };
    quotients(tree);
    expect(found).toContainEqual(expect.closeTo(tau / (tau + v), 12));
  });

  test("standard scores: the area's sd from spreads within and between", () => {
    const z = answer(meansValueAdded({ entrance, exit }));
    // exit: 100 + mean of 16² 0 0 16² = 228
    expect(z.result?.area.outcomeSd).toBeCloseTo(Math.sqrt(228), 12);
    expect(estimated(z.result!)[1]?.estimate).toBeCloseTo(4.8 / Math.sqrt(228), 12);
    // entrance: 100 + 125
    expect(estimated(z.result!)[0]?.intake).toBeCloseTo(-1, 12);
  });

  test("a known correlation within schools narrows the errors: r = 0.6 leaves 0.64 of the variance", () => {
    const narrow = answer(meansValueAdded({ entrance, exit }, { scale: "marks", withinCorrelation: 0.6 }));
    expect(estimated(narrow.result!)[0]?.ownVariance).toBeCloseTo(0.64 * v, 12);
    expect(narrow.cannotTell.map(({ code }) => code)).not.toContain("residual-spread");
    expect(() => meansValueAdded({ entrance, exit }, { withinCorrelation: 1 })).toThrow("between");
  });

  test("no spread at exit: residuals, no interval, no category, no rank", () => {
    const bare = read(
      "out",
      exit.schools.map(({ school, pupils, mean }) => row(school, pupils, mean)),
    );
    const none = answer(meansValueAdded({ entrance, exit: bare }));
    expect(none.result).toBeNull();
    expect(none.line.slopeError).toBeNull();
    expect(none.residuals.map(({ residual }) => residual)).toEqual([-1.6, 4.8, -4.8, 1.6].map((x) => expect.closeTo(x, 12)));
    expect(none.cannotTell.map(({ code }) => code)).toContain("pupil-spread");
  });

  test("a school without a spread borrows the others', and is named", () => {
    const some = read("out", [row("a", 100, 52), row("b", 100, 68, 10), row("c", 100, 68, 10), row("d", 100, 84, 10)]);
    const lent = answer(meansValueAdded({ entrance, exit: some }, { scale: "marks", errors: "own" }));
    expect(lent.spreadLent).toEqual(["a"]);
    expect(estimated(lent.result!)[0]?.ownVariance).toBeCloseTo(v, 12);
  });

  test("what it cannot tell is said in both languages", () => {
    expect(result.cannotTell.map(({ code }) => code)).toEqual(["within-slope", "residual-spread", "same-pupils", "who-was-tested"]);
    for (const { words } of result.cannotTell) {
      expect(words["zh-CN"]).toMatch(/。$/);
      expect(words["zh-CN"]).not.toMatch(/[,;:?!()]|您/);
      expect(words.en).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("obstacles: same examination, another cohort, two schools, no variation, no spread at all", () => {
    const code = (readings: Parameters<typeof meansValueAdded>[0]) => meansValueAdded(readings).issues[0]?.code;
    expect(code({ entrance, exit: entrance })).toBe("same-examination");
    expect(code({ entrance, exit: read("out", [row("a", 100, 50, 10)], { cohort: "2025" }) })).toBe("cohorts-differ");
    expect(meansValueAdded({ entrance, exit: read("out", [row("a", 20, 50), row("b", 20, 50)]) }).issues[0]).toMatchObject({
      code: "schools-too-few",
      params: { schools: 2, needed: 3 },
    });
    const flat = read(
      "in",
      entrance.schools.map(({ school }) => row(school, 100, 60, 10)),
    );
    expect(code({ entrance: flat, exit })).toBe("scores-constant");
    const same = read(
      "out",
      exit.schools.map(({ school, mean }) => row(school, 100, mean, 0)),
    );
    expect(code({ entrance, exit: same })).toBe("residuals-without-spread");
  });

  test("a school in one reading only is warned of; a small one is suppressed and shows no residual", () => {
    const more = read("in", [
      ...["a", "b", "c", "d"].map((school, k) => row(school, school === "d" ? 9 : 100, 50 + 10 * k, 10)),
      row("e", 30, 50, 5),
    ]);
    const answered = meansValueAdded({ entrance: more, exit });
    expect(answered.issues.map(({ code }) => code)).toEqual(["school-in-one-reading", "suppression-recoverable"]);
    expect(answer(answered).residuals.map(({ school }) => school)).toEqual(["a", "b", "c"]);
    expect(answer(answered).result?.schools[3]?.status).toBe("suppressed");
  });
});

test("intervals from means alone hold the schools' effects (simulated)", () => {
  let [covered, shrunk, all] = [0, 0, 0];
  for (let seed = 0; seed < 60; seed += 1) {
    const random = createRandom(500 + seed);
    const effects: number[] = [];
    const rows = Array.from({ length: 30 }, (_, k) => {
      const [intake, effect] = [8 * random.normal(), 4 * random.normal()];
      effects.push(effect);
      const pupils = Array.from({ length: 15 + random.integer(60) }, () => {
        const prior = 500 + intake + 20 * random.normal();
        return [prior, prior + effect + 15 * random.normal()] as const;
      });
      const describe = (column: 0 | 1): SchoolMeanRow => {
        const mean = pupils.reduce((sum, each) => sum + each[column], 0) / pupils.length;
        const squares = pupils.reduce((sum, each) => sum + (each[column] - mean) ** 2, 0);
        return row(`s${String(k).padStart(2, "0")}`, pupils.length, mean, Math.sqrt(squares / pupils.length));
      };
      return [describe(0), describe(1)] as const;
    });
    const design = (id: string) => ({ cohort: "2024", examination: { id, minimum: 0, maximum: 1000, step: "0.001" } });
    const [entrance, exit] = [0, 1].map((column) =>
      answer(
        readSchoolMeans(
          rows.map((each) => each[column]!),
          design(String(column)),
        ),
      ),
    );
    // correlation within: 20 ÷ √(20² + 15²) = 0.8
    const { result } = answer(meansValueAdded({ entrance: entrance!, exit: exit! }, { scale: "marks", withinCorrelation: 0.8 }));
    for (const [k, each] of estimated(result!).entries()) {
      all += 1;
      if (each.low <= effects[k]! && effects[k]! <= each.high) covered += 1;
      if (Math.abs(each.shrunken - effects[k]!) <= 1.959964 * each.shrunkenError) shrunk += 1;
    }
  }
  // 1 800 intervals of 95 %
  for (const share of [covered / all, shrunk / all]) {
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  }
});
