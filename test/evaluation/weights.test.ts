import fc from "fast-check";
import { exact, sumFractions } from "school-groups/core";
import { ahpWeights, checkSystem, entropyWeights, equalWeights, type IndicatorSystem, withWeights } from "school-groups/evaluation";
import { describe, expect, test } from "vitest";
import { settledWeights } from "../../src/evaluation/weights.js";

const value = <T>(result: { ok: true; value: T } | { ok: false; issues: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const options = (n: number) => ({
  indicators: Array.from({ length: n }, (_, i) => `i${i}`),
  randomIndex: "saaty-1980" as const,
  limit: 0.1,
});
const one = exact(1);

describe("equal weights", () => {
  test("are exact, and none for nothing", () => {
    expect(sumFractions(value(equalWeights(["a", "b", "c"])).weights.map(({ weight }) => exact(weight)))).toEqual(one);
    expect(equalWeights([]).issues[0]).toMatchObject({ code: "weights-empty" });
  });
});

describe("AHP", () => {
  test("3 × 3: λmax 3.03851109055817", () => {
    const result = value(
      ahpWeights(
        [
          [1, 3, 5],
          ["1/3", 1, 3],
          ["1/5", "1/3", 1],
        ],
        options(3),
      ),
    );
    expect(result.largestEigenvalue).toBeCloseTo(3.03851109055817, 13);
    [0.6369855717448, 0.2582849943745, 0.1047294338807].forEach((weight, i) => {
      expect(result.values[i]).toBeCloseTo(weight, 12);
    });
    // CI = 0.03851109055817 ÷ 2, RI = 0.58
    expect(result.consistencyRatio).toBeCloseTo(0.03851109055817 / 2 / 0.58, 12);
  });

  test("4 × 4: λmax 4.0309834982979", () => {
    const matrix = [
      [1, 2, 4, 3],
      ["1/2", 1, 3, 2],
      ["1/4", "1/3", 1, "1/2"],
      ["1/3", "1/2", 2, 1],
    ];
    const result = value(ahpWeights(matrix, options(4)));
    expect(result.largestEigenvalue).toBeCloseTo(4.0309834982979, 12);
    [0.4672959827809, 0.277180590611, 0.0954349515837, 0.160088475024].forEach((weight, i) => {
      expect(result.values[i]).toBeCloseTo(weight, 12);
    });
    expect(sumFractions(result.weights.map(({ weight }) => exact(weight)))).toEqual(one);
  });

  test("a consistent matrix has the weights it was made of, and ratio 0", () => {
    const result = value(
      ahpWeights(
        [
          [1, 2, 4],
          [0.5, 1, 2],
          [0.25, 0.5, 1],
        ],
        options(3),
      ),
    );
    expect(result.values.map((weight) => weight.toFixed(12))).toEqual([4 / 7, 2 / 7, 1 / 7].map((weight) => weight.toFixed(12)));
    expect(result.consistencyRatio).toBeLessThan(1e-12);
  });

  test.each([
    ["not square", [[1, 2]], "matrix-shape"],
    ["empty", [], "matrix-shape"],
    [
      "negative",
      [
        [1, -2],
        ["1/2", 1],
      ],
      "judgement-invalid",
    ],
    [
      "no number",
      [
        [1, "many"],
        ["1/2", 1],
      ],
      "judgement-invalid",
    ],
    [
      "not reciprocal",
      [
        [1, 2],
        [1, 1],
      ],
      "matrix-not-reciprocal",
    ],
    [
      "diagonal not 1",
      [
        [2, 2],
        ["1/2", 1],
      ],
      "matrix-not-reciprocal",
    ],
    // a ≻ b ≻ c ≻ a
    [
      "a circle",
      [
        [1, 9, "1/9"],
        ["1/9", 1, 9],
        [9, "1/9", 1],
      ],
      "judgements-inconsistent",
    ],
  ])("%s is refused", (_, matrix, code) => {
    expect(ahpWeights(matrix, options(matrix.length)).issues.map((issue) => issue.code)).toContain(code);
  });
});

describe("entropy", () => {
  test("the vector of four schools and three indicators", () => {
    const result = value(
      entropyWeights(
        [
          [80, 60, 5],
          [70, 75, 9],
          [90, 65, 3],
          [60, 80, 7],
        ],
        { indicators: ["a", "b", "c"], baseYear: "2022-2023" },
      ),
    );
    // By 50-digit decimal arithmetic. (One printed list has 0.0711007126966 for the second, a misprint: its three weights add up to 1.0000000001.)
    [0.124275691453157, 0.0711007125966334, 0.8046235959502094].forEach((weight, i) => {
      expect(result.values[i]).toBeCloseTo(weight, 12);
    });
  });

  const two = { indicators: ["a", "b"], baseYear: "2022-2023" };

  test.each([
    ["0.1 and 0.1 × 1.7", () => [0.1, 0.1 * 1.7]],
    ["3 and 5.1", () => [3, 5.1]],
    // 0.1 + 0.2 is one unit of the last place above 0.3.
    ["0.3, every other as 0.1 + 0.2", (row: number) => [row % 2 === 0 ? 0.3 : 0.1 + 0.2, 1]],
    ["nothing", () => [0, 0]],
  ])("a hundred schools that all have %s: no weight out of rounding", (_, row) => {
    const rows = Array.from({ length: 100 }, (__, at) => row(at));
    expect(entropyWeights(rows, two).issues.map(({ code }) => code)).toEqual(["entropy-without-spread"]);
  });

  test("values near the largest there are: no sum overflows", () => {
    const result = value(
      entropyWeights(
        [
          [1e308, 1],
          [1e308, 2],
        ],
        two,
      ),
    );
    // Of 1 and 2: p = 1/3 and 2/3, e = (ln 3 − (2/3) ln 2) ÷ ln 2 = 1.584962500721156 − 2/3.
    expect(result.entropies[0]).toBe(1);
    expect(result.entropies[1]).toBeCloseTo(1.584962500721156 - 2 / 3, 14);
    expect(result.values).toEqual([0, 1]);
  });

  test("a spread of a millionth counts: ±d has d² ÷ (2 ln 2) of information, so that d and 2d weigh 1 to 4", () => {
    const d = 1e-6;
    const result = value(
      entropyWeights(
        [
          [1 - d, 1 - 2 * d],
          [1 + d, 1 + 2 * d],
        ],
        two,
      ),
    );
    expect(result.values[0]).toBeCloseTo(0.2, 8);
    expect(result.values[1]).toBeCloseTo(0.8, 8);
  });

  test("one school that has everything: entropy 0, and 0 for nobody else", () => {
    const result = value(
      entropyWeights(
        [
          [7, 1],
          [0, 1],
          [0, 1],
        ],
        two,
      ),
    );
    expect(result.entropies[0]).toBeCloseTo(0, 14);
    expect(result.entropies[0]).toBeGreaterThanOrEqual(0);
    expect(result.values).toEqual([1, 0]);
  });

  test("warns that it pays for spread", () => {
    const result = entropyWeights(
      [
        [1, 5],
        [1, 9],
      ],
      { indicators: ["same", "apart"], baseYear: "2022-2023" },
    );
    expect(result.issues).toMatchObject([{ code: "entropy-rewards-spread", params: { indicator: "apart", weight: "1" } }]);
  });

  test.each([
    [[[1, 2]], "entropy-too-few"],
    [[[1, 2], [1]], "entropy-row-shape"],
    [
      [
        [1, -2],
        [1, 2],
      ],
      "entropy-value-invalid",
    ],
    [
      [
        [1, Number.NaN],
        [1, 2],
      ],
      "entropy-value-invalid",
    ],
    [
      [
        [1, 2],
        [1, 2],
      ],
      "entropy-without-spread",
    ],
  ])("%j: %s", (rows, code) => {
    expect(entropyWeights(rows, { indicators: ["a", "b"], baseYear: "y" }).issues.map((issue) => issue.code)).toContain(code);
  });
});

describe("what is weighed twice, or by no limit", () => {
  const twice = { code: "item-duplicate", severity: "error", path: ["indicators", 1], params: { item: "a" } };
  const pair = { indicators: ["a", "a"], randomIndex: "saaty-1980", baseYear: "y" } as const;

  test("an indicator that stands twice is refused by every method", () => {
    expect(equalWeights(["a", "a"]).issues).toEqual([twice]);
    expect(
      ahpWeights(
        [
          [1, 3],
          ["1/3", 1],
        ],
        { ...pair, limit: 0.1 },
      ).issues,
    ).toEqual([twice]);
    expect(
      entropyWeights(
        [
          [1, 5],
          [1, 9],
        ],
        pair,
      ).issues,
    ).toEqual([twice]);
  });

  test("items of one id get no weight from any choice, their siblings do, and the id is named", () => {
    const label = { "zh-CN": "得分", en: "score" };
    const part = (id: string) => ({ id, parent: "all", kind: "composite", label, mean: "arithmetic" }) as const;
    const system: IndicatorSystem = {
      format: "school-groups.indicator-system.v1",
      id: "twice",
      label,
      items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, part("a"), part("a"), part("b"), part("c")],
      rounding: { mode: "half-even", places: 2 },
    };
    const given = ["a", "b", "c"].map((indicator) => ({ indicator, weight: "0.5" }));
    for (const choice of ["equal", [{ weights: given, basis: { kind: "caller" } }]] as const) {
      const weighed = withWeights(system, choice);
      expect(weighed.items.map((item) => ("weight" in item ? item.weight?.value : undefined))).toEqual([
        undefined,
        undefined,
        undefined,
        "0.5",
        "0.5",
      ]);
      expect(checkSystem(weighed)).toEqual([
        { code: "item-duplicate", severity: "error", path: ["items", 2, "id"], params: { item: "a" } },
      ]);
    }
  });

  test.each([Number.NaN, -0.1])("a consistency limit of %s is no limit", (limit) => {
    const judge = () =>
      ahpWeights(
        [
          [1, 3],
          ["1/3", 1],
        ],
        { indicators: ["a", "b"], randomIndex: "saaty-1980", limit },
      );
    expect(judge).toThrow(expect.objectContaining({ code: "invalid-argument", params: { argument: "limit" } }));
  });

  // t = ∛(a12 × a23 ÷ a13) = ∛5 = 1.70998: λmax = 1 + t + 1/t = 3.29478, CR = 0.14739 ÷ 0.58 = 0.2541.
  test("a limit of 0.25 refuses a ratio of 0.254", () => {
    const [first, second, third] = [
      [1, 5, 1],
      ["1/5", 1, 1],
      [1, 1, 1],
    ] as const;
    const result = ahpWeights([first, second, third], { ...options(3), limit: 0.25 });
    expect(result.issues).toMatchObject([{ code: "judgements-inconsistent", params: { ratio: "0.2541", limit: "0.25" } }]);
  });

  test("a ratio of just the limit is within it: two indicators cannot contradict each other, so that theirs is 0", () => {
    const result = ahpWeights(
      [
        [1, 3],
        ["1/3", 1],
      ],
      { ...options(2), limit: 0 },
    );
    expect(value(result)).toMatchObject({ consistencyRatio: 0, weights: [{ weight: "0.75" }, { weight: "0.25" }] });
  });

  test("withWeights takes one weight for each indicator", () => {
    const label = { "zh-CN": "得分", en: "score" };
    const part = (id: string) => ({ id, parent: "all", kind: "composite", label, mean: "arithmetic" }) as const;
    const bare: IndicatorSystem = {
      format: "school-groups.indicator-system.v1",
      id: "bare",
      label,
      items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, part("a"), part("b")],
      rounding: { mode: "half-even", places: 0 },
    };
    const basis = { kind: "caller" } as const;
    const [a, b] = [
      { indicator: "a", weight: "0.4" },
      { indicator: "b", weight: "0.6" },
    ];
    const thrown = expect.objectContaining({ code: "invalid-argument", params: { id: "a" } });
    expect(() => withWeights(bare, [{ weights: [a, b, a], basis }])).toThrow(thrown);
    expect(() =>
      withWeights(bare, [
        { weights: [a], basis },
        { weights: [b, a], basis },
      ]),
    ).toThrow(thrown);
    expect(withWeights(bare, [{ weights: [a, b], basis }]).items.map((item) => "weight" in item && item.weight?.value)).toEqual([
      false,
      "0.4",
      "0.6",
    ]);
  });
});

test("settled weights add up to exactly 1 and stay within a unit of the last place", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 }), (raw) => {
      const total = raw.reduce((sum, part) => sum + part, 0);
      const values = raw.map((part) => part / total);
      const settled = settledWeights(values);
      expect(sumFractions(settled.map(exact))).toEqual(one);
      settled.forEach((weight, i) => {
        expect(Math.abs(Number(weight) - (values[i] ?? 0))).toBeLessThan(1.1e-12);
      });
    }),
  );
});
