import fc from "fast-check";
import { SchoolGroupsError } from "school-groups/core";
import { exp, findMinimum, findRoot, newtonRoot } from "school-groups/statistics";
import { describe, expect, test } from "vitest";

describe("roots", () => {
  // Brent's own kind of trouble: flat, steep, many-fold and with a jump
  const cases: readonly (readonly [string, (x: number) => number, number, number, number])[] = [
    ["linear", (x) => 3 * x - 6, -10, 10, 2],
    ["cubic", (x) => x * x * x - 2, 0, 5, 1.2599210498948732], // ∛2
    ["ninefold", (x) => (x - 1) ** 9, -3, 4, 1],
    ["steep", (x) => exp(x) - 1e10, -10, 100, 23.02585092994046], // 10 ln 10
    ["jump", (x) => (x < 0.7 ? -1 : 1), 0, 1, 0.7],
    ["at the end", (x) => x, 0, 1, 0],
  ];
  test.each(cases)("%s", (name, f, lower, upper, root) => {
    const result = findRoot(f, lower, upper);
    expect(result.converged).toBe(true);
    expect(Math.abs(result.x - root)).toBeLessThan(name === "ninefold" ? 1e-1 : 1e-15 + 4e-16 * Math.abs(root));
    expect(result.evaluations).toBeLessThan(150);
    expect(findRoot(f, upper, lower).x).toBeCloseTo(result.x, name === "ninefold" ? 0 : 13);
  });
  test("equal signs or NaN at the ends throw", () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(SchoolGroupsError);
    expect(() => findRoot(() => Number.NaN, -1, 1)).toThrow(SchoolGroupsError);
    expect(() => newtonRoot((x) => ({ value: x * x + 1, slope: 2 * x }), -1, 1)).toThrow(SchoolGroupsError);
    expect(() => newtonRoot(() => ({ value: Number.NaN, slope: 1 }), -1, 1)).toThrow(SchoolGroupsError);
  });
  test("too few evaluations are said", () => {
    expect(findRoot((x) => x * x * x - 2, 0, 5, { maxEvaluations: 4 })).toMatchObject({ converged: false, evaluations: 4 });
    expect(newtonRoot((x) => ({ value: x * x * x - 2, slope: 3 * x * x }), 0, 5, { maxEvaluations: 4 })).toMatchObject({
      converged: false,
    });
  });
  test("Newton: fast where smooth, safe where its steps fail", () => {
    const root = newtonRoot((x) => ({ value: x * x * x - 2, slope: 3 * x * x }), 0, 5);
    expect(root.x).toBeCloseTo(1.2599210498948732, 15);
    expect(root.evaluations).toBeLessThan(15);
    // from 3 on, plain Newton on the inverse tangent's rational stand-in runs away
    const f = (x: number) => ({ value: x / (1 + x * x), slope: (1 - x * x) / ((1 + x * x) * (1 + x * x)) });
    expect(Math.abs(newtonRoot(f, -1, 50, { start: 40 }).x)).toBeLessThan(1e-12);
    expect(newtonRoot((x) => ({ value: x - 1, slope: 0 }), 0, 4).x).toBeCloseTo(1, 14);
    expect(newtonRoot((x) => ({ value: x, slope: 1 }), 0, 4)).toMatchObject({ x: 0, converged: true });
    expect(newtonRoot((x) => ({ value: x - 4, slope: 1 }), 0, 4)).toMatchObject({ x: 4, converged: true });
  });
  test("a root lies where the sign changes", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true }), (root, slope) => {
        const f = (x: number): number => slope * (x - root) + (x - root) * (x - root) * (x - root);
        const { x } = findRoot(f, -60, 70);
        expect(Math.abs(x - root)).toBeLessThanOrEqual(1e-15 + 1e-15 * Math.abs(root));
      }),
    );
  });
});

describe("minima", () => {
  test("a parabola, a corner, an end, a flat floor", () => {
    expect(findMinimum((x) => (x - 2) ** 2, 0, 5)).toMatchObject({ converged: true });
    expect(findMinimum((x) => (x - 2) ** 2, 0, 5).x).toBeCloseTo(2, 8);
    expect(findMinimum((x) => Math.abs(x - 1.5), -3, 4).x).toBeCloseTo(1.5, 6);
    expect(findMinimum((x) => x, 0, 5).x).toBeLessThan(1e-8);
    expect(findMinimum((x) => -x, 5, 0).x).toBeCloseTo(5, 6);
    expect(findMinimum(() => 1, 0, 1).value).toBe(1);
    expect(findMinimum((x) => (x - 2) ** 2, 0, 5, { maxEvaluations: 3 }).converged).toBe(false);
  });
  test("NaN is no minimum: larger than any number, and never converged to", () => {
    expect(findMinimum(() => Number.NaN, 0, 1)).toMatchObject({ value: Number.NaN, converged: false });
    expect(findMinimum((x) => x, Number.NaN, 1).converged).toBe(false);
    // the first point, 0.38 of the way, and all below it have no value
    const half = findMinimum((x) => (x < 2.5 ? Number.NaN : (x - 3) ** 2), 0, 5);
    expect(half.converged).toBe(true);
    expect(half.x).toBeCloseTo(3, 7);
    expect(findMinimum((x) => (x > 2.5 ? Number.NaN : (x - 2) ** 2), 0, 5).x).toBeCloseTo(2, 7);
  });
  test("x log x has its minimum at 1/e, with value −1/e", () => {
    const result = findMinimum((x) => (x === 0 ? 0 : x * Math.log(x)), 0, 3);
    expect(result.x).toBeCloseTo(1 / Math.E, 7);
    expect(result.value).toBeCloseTo(-1 / Math.E, 14);
    expect(result.evaluations).toBeLessThan(40);
  });
});
