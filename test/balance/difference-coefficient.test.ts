import fc from "fast-check";
import { differenceCoefficient, explainDifferenceCoefficient, gini, splitSharedResources } from "school-groups/balance";
import { exact, multiplyFractions, subtractFractions, sumFractions } from "school-groups/core";
import { describe, expect, test } from "vitest";

/** National N4: pupils and books of five schools. */
const BOOKS = (
  [
    [45, 279],
    [37, 137],
    [89, 935],
    [76, 160],
    [55, 402],
  ] as const
).map(([pupils, total], index) => ({ id: `s${index}`, pupils, total }));

const value = <T>(result: { ok: true; value: T } | { ok: false; issues: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe("difference coefficient", () => {
  test("the official vector: mean 6.3344, S 3.2639, CV 0.51526", () => {
    expect(value(differenceCoefficient(BOOKS, { meanPlaces: 4, places: 4 })).printed).toMatchObject({
      mean: "6.3344",
      standardDeviation: "3.2639",
    });
    expect(value(differenceCoefficient(BOOKS, { places: 5 })).printed.coefficient).toBe("0.51526");
  });

  test("it is weighted by pupils: the unweighted 0.4888 would wrongly pass the limit of 0.50", () => {
    const equal = BOOKS.map(({ id, pupils, total }) => ({ id, pupils: 1, total: `${total}/${pupils}` }));
    expect(value(differenceCoefficient(equal, { places: 4 })).printed.coefficient).toBe("0.4888");
    const limitSquared = multiplyFractions(exact("0.50"), exact("0.50"));
    const overLimit = subtractFractions(exact(value(differenceCoefficient(BOOKS)).squared), limitSquared);
    expect(overLimit.numerator > 0n).toBe(true);
  });

  test("ineq's vector: CV 0.916958182882 (population form), Gini 0.462091130268", () => {
    const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261].map((total, index) => ({
      id: `p${index}`,
      pupils: 1,
      total,
    }));
    expect(value(differenceCoefficient(incomes, { places: 12 })).printed.coefficient).toBe("0.916958182882");
    expect(value(gini(incomes))).toBeCloseTo(0.462091130268, 11);
  });

  test("printed to three places, means to two, half away from zero", () => {
    const { printed } = value(differenceCoefficient(BOOKS));
    expect(printed).toEqual({ mean: "6.33", standardDeviation: "3.264", coefficient: "0.515" });
  });

  test("equal schools have none; one school has none; of two the difference is printed", () => {
    expect(
      value(
        differenceCoefficient([
          { id: "a", pupils: 3, total: "0.3" },
          { id: "b", pupils: 7, total: 0.7 },
        ]),
      ).squared,
    ).toBe("0");
    expect(value(differenceCoefficient([{ id: "a", pupils: 3, total: 12 }])).squared).toBe("0");
    const two = value(
      differenceCoefficient([
        { id: "a", pupils: 100, total: 10 },
        { id: "b", pupils: 100, total: 30 },
      ]),
    );
    expect(two).toMatchObject({ squared: "0.25", difference: "0.2", units: 2 });
  });

  test.each([
    [[{ id: "a", pupils: 0, total: 1 }], "unit-without-pupils"],
    [[{ id: "a", pupils: 1.5, total: 1 }], "invalid-pupils"],
    [[{ id: "a", pupils: 10, total: -1 }], "negative-total"],
    [[{ id: "a", pupils: 10, total: Number.NaN }], "invalid-total"],
    [[{ id: "a", pupils: 10, total: "many" }], "invalid-total"],
    [[{ id: "a", pupils: 10, total: 0 }], "zero-mean"],
    [[], "no-units"],
    [
      [
        { id: "a", pupils: 10, total: 1 },
        { id: "a", pupils: 10, total: 1 },
      ],
      "duplicate-unit",
    ],
  ])("%j cannot be measured: %s", (units, code) => {
    const result = differenceCoefficient(units);
    expect(result.ok).toBe(false);
    expect(result.issues.map((issue) => issue.code)).toContain(code);
  });

  test("the same for any order and any unit of the resource, and equal to the definition", () => {
    const units = fc.array(fc.record({ pupils: fc.integer({ min: 1, max: 3000 }), total: fc.integer({ min: 1, max: 100_000 }) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(units, (rows) => {
        const named = rows.map((row, index) => ({ id: `s${index}`, ...row }));
        const { squared, mean } = value(differenceCoefficient(named));
        expect(value(differenceCoefficient([...named].reverse())).squared).toBe(squared);
        expect(value(differenceCoefficient(named.map((row) => ({ ...row, total: row.total * 1000 })))).squared).toBe(squared);
        const pupils = exact(rows.reduce((sum, row) => sum + row.pupils, 0));
        const sum = sumFractions(
          rows.map((row) => {
            const apart = subtractFractions(exact(`${row.total}/${row.pupils}`), exact(mean));
            return multiplyFractions(exact(row.pupils), multiplyFractions(apart, apart));
          }),
        );
        const left = multiplyFractions(multiplyFractions(exact(squared), pupils), multiplyFractions(exact(mean), exact(mean)));
        expect(left).toEqual(sum);
      }),
    );
  });

  test("its explanation ends in the same square, and names every school", () => {
    const tree = explainDifferenceCoefficient(BOOKS);
    expect(tree).toMatchObject({ kind: "operation", operator: "quotient", value: { value: value(differenceCoefficient(BOOKS)).squared } });
    expect(JSON.stringify(tree)).toContain('"id":"s4"');
    expect(explainDifferenceCoefficient([])).toBeUndefined();
  });
});

describe("splitting a nine-year school", () => {
  test("166 primary and 210 junior pupils, 23 226 books: exactly 9 711.63 and 13 514.37", () => {
    const [primary, junior] = splitSharedResources(23226, [
      { stage: "primary", pupils: 166, weight: 1 },
      { stage: "junior", pupils: 210, weight: "1.1" },
    ]);
    // 23226 × 166 ÷ (166 + 231) = 3855516 ÷ 397 = 9711.6272…; the published 9 711 and 13 515 come from 58.50 × 166 and the remainder
    expect(primary?.total).toBe("3855516/397");
    expect(3855516 / 397).toBeCloseTo(9711.63, 2);
    expect(junior?.total).toBe("5365206/397");
    expect(5365206 / 397).toBeCloseTo(13514.37, 2);
  });

  test("twelve-year 1 : 1.1 : 1.32 adds up exactly", () => {
    const parts = splitSharedResources("1000.1", [
      { stage: "primary", pupils: 7, weight: 1 },
      { stage: "junior", pupils: 11, weight: "1.1" },
      { stage: "senior", pupils: 13, weight: "1.32" },
    ]);
    expect(sumFractions(parts.map((part) => exact(part.total)))).toEqual(exact("1000.1"));
  });

  test.each([
    [[{ stage: "primary" as const, pupils: 0, weight: 1 }]],
    [[{ stage: "primary" as const, pupils: -1, weight: 1 }]],
    [[{ stage: "primary" as const, pupils: 1, weight: 0 }]],
    [
      [
        { stage: "primary" as const, pupils: 1, weight: 1 },
        { stage: "junior" as const, pupils: 1, weight: 0 },
      ],
    ],
  ])("refuses %j", (stages) => {
    expect(() => splitSharedResources(10, stages)).toThrow(expect.objectContaining({ code: "invalid-argument" }));
  });
});

describe("gini", () => {
  test("does not depend on how equal pupils are put together", () => {
    const apart = value(gini([1, 1, 3, 3].map((total, index) => ({ id: `p${index}`, pupils: 1, total }))));
    expect(
      value(
        gini([
          { id: "low", pupils: 2, total: 2 },
          { id: "high", pupils: 2, total: 6 },
        ]),
      ),
    ).toBe(apart);
  });

  test("lies in [0, 1)", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }), (totals) => {
        const result = gini(totals.map((total, index) => ({ id: `p${index}`, pupils: 1, total })));
        if (totals.every((total) => total === 0)) expect(result.ok).toBe(false);
        else expect(value(result)).toSatisfy((g: number) => g >= 0 && g < 1);
      }),
    );
  });
});
