import { cholesky, createRandom, findMinimum, findRoot, log, studentQuantile, symmetricEigen } from "school-groups/statistics";
import { describe, expect, it } from "vitest";

describe("statistics", () => {
  it("opens its door", () => {
    expect(log(1)).toBe(0);
    expect(
      cholesky([
        [4, 2],
        [2, 5],
      ]),
    ).toEqual({
      ok: true,
      lower: [
        [2, 0],
        [1, 2],
      ],
    });
    expect(findRoot((x) => x * x - 4, 0, 5).x).toBe(2);
    expect(findMinimum((x) => (x - 2) * (x - 2), 0, 5).x).toBeCloseTo(2, 7);
    expect(studentQuantile(0.75, 1)).toBeCloseTo(1, 15);
    expect(
      symmetricEigen([
        [2, 0],
        [0, 3],
      ]).values,
    ).toEqual([3, 2]);
    expect(createRandom(1).uniform()).toBe(createRandom(1).uniform());
  });
});
