import fc from "fast-check";
import {
  absoluteFraction,
  addFractions,
  compareFractions,
  divideFractions,
  equalFractions,
  exact,
  type Fraction,
  fraction,
  maximumFraction,
  minimumFraction,
  multiplyFractions,
  negateFraction,
  parseFraction,
  powerOfFraction,
  subtractFractions,
  sumFractions,
  sumOfProducts,
  toExactText,
  toNumber,
  weightedMean,
} from "school-groups/core";
import { describe, expect, test } from "vitest";

const whole = fc.oneof(fc.integer({ min: -1000, max: 1000 }).map(BigInt), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }));
const positive = fc.oneof(fc.integer({ min: 1, max: 1000 }).map(BigInt), fc.bigInt({ min: 1n, max: 10n ** 40n }));
const anyFraction = fc.tuple(whole, positive).map(([n, d]) => fraction(n, d));
const zero = fraction(0);
const one = fraction(1);

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

function code(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe("making fractions", () => {
  test("lowest terms with a positive denominator", () => {
    expect(fraction(6, -8)).toEqual({ numerator: -3n, denominator: 4n });
    expect(fraction(0, -5)).toEqual({ numerator: 0n, denominator: 1n });
    expect(fraction(2n ** 70n, 2n ** 68n * 3n)).toEqual({ numerator: 4n, denominator: 3n });
  });

  test("what is no whole number, and a denominator 0, are refused", () => {
    expect(code(() => fraction(0.5))).toBe("invalid-argument");
    expect(code(() => fraction(2 ** 53))).toBe("invalid-argument");
    expect(code(() => fraction(Number.NaN, 2))).toBe("invalid-argument");
    expect(code(() => fraction(1, 0))).toBe("division-by-zero");
  });

  test("every result is in lowest terms and equals its cross product", () => {
    fc.assert(
      fc.property(whole, positive, (n, d) => {
        const made = fraction(n, d);
        expect(made.numerator * d).toBe(n * made.denominator);
        expect(divisor(n < 0n ? -made.numerator : made.numerator, made.denominator)).toBe(1n);
        expect(made.denominator > 0n).toBe(true);
      }),
    );
  });
});

describe("laws of a field", () => {
  test("addition and multiplication", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a));
        expect(addFractions(addFractions(a, b), c)).toEqual(addFractions(a, addFractions(b, c)));
        expect(multiplyFractions(a, b)).toEqual(multiplyFractions(b, a));
        expect(multiplyFractions(multiplyFractions(a, b), c)).toEqual(multiplyFractions(a, multiplyFractions(b, c)));
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(addFractions(multiplyFractions(a, b), multiplyFractions(a, c)));
        expect(addFractions(a, zero)).toEqual(a);
        expect(multiplyFractions(a, one)).toEqual(a);
        expect(addFractions(a, negateFraction(a))).toEqual(zero);
        expect(subtractFractions(a, b)).toEqual(addFractions(a, negateFraction(b)));
        if (b.numerator !== 0n) expect(multiplyFractions(divideFractions(a, b), b)).toEqual(a);
      }),
    );
  });

  test("order agrees with the sign of the difference", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        const difference = a.numerator * b.denominator - b.numerator * a.denominator;
        expect(compareFractions(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(equalFractions(a, b)).toBe(difference === 0n);
        expect(minimumFraction([a, b])).toEqual(difference <= 0n ? a : b);
        expect(maximumFraction([a, b])).toEqual(difference >= 0n ? a : b);
        expect(absoluteFraction(a).numerator >= 0n).toBe(true);
      }),
    );
    expect(minimumFraction([])).toBeUndefined();
    expect(maximumFraction([])).toBeUndefined();
  });

  test("division by zero is an error of its own", () => {
    expect(code(() => divideFractions(one, zero))).toBe("division-by-zero");
    expect(code(() => powerOfFraction(zero, -1))).toBe("division-by-zero");
    expect(code(() => weightedMean([one], [zero]))).toBe("division-by-zero");
    expect(code(() => weightedMean([], []))).toBe("division-by-zero");
  });

  test("powers", () => {
    expect(powerOfFraction(fraction(-2, 3), 3)).toEqual(fraction(-8, 27));
    expect(powerOfFraction(fraction(-2, 3), -3)).toEqual(fraction(-27, 8));
    expect(powerOfFraction(zero, 0)).toEqual(one);
    expect(code(() => powerOfFraction(fraction(2), 1e9))).toBe("invalid-argument");
    expect(code(() => powerOfFraction(fraction(2), 0.5))).toBe("invalid-argument");
  });
});

describe("sums with one common denominator", () => {
  const oneByOne = (values: readonly Fraction[]) => values.reduce(addFractions, zero);

  test("the same as adding one by one", () => {
    fc.assert(
      fc.property(fc.array(anyFraction), (values) => {
        expect(sumFractions(values)).toEqual(oneByOne(values));
      }),
    );
    expect(sumFractions([])).toEqual(zero);
  });

  test("denominators that come back", () => {
    const few = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom(1, 2, 3, 4, 6, 7)).map(([n, d]) => fraction(n, d));
    fc.assert(
      fc.property(fc.array(few, { maxLength: 60 }), (values) => {
        expect(sumFractions(values)).toEqual(oneByOne(values));
      }),
    );
  });

  test("sums of products", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyFraction, anyFraction)), (pairs) => {
        const sum = sumOfProducts(
          pairs.map(([value]) => value),
          pairs.map(([, weight]) => weight),
        );
        expect(sum).toEqual(oneByOne(pairs.map(([value, weight]) => multiplyFractions(value, weight))));
      }),
    );
    expect(code(() => sumOfProducts([one], []))).toBe("invalid-argument");
  });

  test("80, 80, 80 on three equal weights are 80, and so they are on any weights", () => {
    const eighty = exact(80);
    expect(weightedMean([eighty, eighty, eighty], [exact("1/3"), exact("1/3"), exact("1/3")])).toEqual(eighty);
    expect(sumOfProducts([eighty, eighty, eighty], [exact("1/3"), exact("1/3"), exact("1/3")])).toEqual(eighty);
    fc.assert(
      fc.property(fc.array(positive, { minLength: 1 }), (weights) => {
        expect(
          weightedMean(
            weights.map(() => eighty),
            weights.map((weight) => fraction(1n, weight)),
          ),
        ).toEqual(eighty);
      }),
    );
  });
});

describe("text", () => {
  test.each([
    ["0.2", 1n, 5n],
    ["2/3", 2n, 3n],
    ["-4/6", -2n, 3n],
    ["-1e-3", -1n, 1000n],
    ["+1.50", 3n, 2n],
    ["1E2", 100n, 1n],
    ["007", 7n, 1n],
    ["-0", 0n, 1n],
  ])("%s", (text, numerator, denominator) => {
    expect(parseFraction(text)).toEqual({ numerator, denominator });
    expect(exact(text)).toEqual({ numerator, denominator });
  });

  test.each([
    "",
    " 1",
    "1 ",
    "1,000",
    "1.",
    ".5",
    "--1",
    "1e",
    "1e1.5",
    "1/0",
    "1/-2",
    "1/2/3",
    "0x10",
    "NaN",
    "Infinity",
    "33%",
    "３",
    "1n",
    "1e401",
    "1e-401",
    "1e999999999",
    `1e${"9".repeat(900)}`,
    "9".repeat(1001),
  ])("is not read: %.12s", (text) => {
    expect(parseFraction(text)).toBeUndefined();
    expect(code(() => exact(text))).toBe("invalid-decimal");
  });

  test("decimal text of any length is its digits over a power of ten", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,12}$/), fc.stringMatching(/^[0-9]{1,12}$/), fc.boolean(), (whole, decimals, negative) => {
        const digits = BigInt(whole + decimals);
        const expected = fraction(negative ? -digits : digits, 10n ** BigInt(decimals.length));
        expect(parseFraction(`${negative ? "-" : ""}${whole}.${decimals}`)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("what is no text is not read either", () => {
    for (const value of [undefined, null, {}, [], 1n, true]) {
      expect(parseFraction(value as unknown as string)).toBeUndefined();
      expect(code(() => exact(value as unknown as string))).toBe("invalid-decimal");
    }
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(code(() => exact(value))).toBe("invalid-decimal");
  });

  test("a number is its shortest decimal text", () => {
    expect(exact(0.1)).toEqual({ numerator: 1n, denominator: 10n });
    expect(exact(-0)).toEqual(zero);
    expect(exact(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n });
    expect(exact(5e-324)).toEqual(fraction(5n, 10n ** 324n));
    expect(toExactText(exact(0.07))).toBe("0.07");
  });

  test("exact text is decimal where that ends and comes back the same", () => {
    expect(toExactText(fraction(7, 35))).toBe("0.2");
    expect(toExactText(fraction(-1, 8))).toBe("-0.125");
    expect(toExactText(fraction(1, 3))).toBe("1/3");
    expect(toExactText(fraction(-7, 6))).toBe("-7/6");
    expect(toExactText(fraction(300))).toBe("300");
    // Many factors 2 and 5: 3 ÷ 2^61 ends at the 61st place, 1 ÷ 5^40 at the 40th with 2^40 = 1099511627776 in front.
    expect(toExactText(fraction(3n, 2n ** 61n))).toBe(`0.${(3n * 5n ** 61n).toString().padStart(61, "0")}`);
    expect(toExactText(fraction(1n, 5n ** 40n))).toBe(`0.${"1099511627776".padStart(40, "0")}`);
    expect(toExactText(fraction(1n, 2n ** 30n * 5n ** 13n * 7n))).toBe(`1/${2n ** 30n * 5n ** 13n * 7n}`);
    fc.assert(
      fc.property(anyFraction, (value) => {
        expect(parseFraction(toExactText(value))).toEqual(value);
      }),
    );
  });
});

describe("as a double", () => {
  test("the number that wrote the text comes back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(toNumber(exact(value)) === value).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("decimal text is rounded as Number rounds it", () => {
    const digits = fc.stringMatching(/^-?[1-9][0-9]{0,40}(\.[0-9]{1,40})?$/);
    fc.assert(
      fc.property(digits, fc.integer({ min: -340, max: 300 }), (text, exponent) => {
        const written = `${text}e${exponent}`;
        expect(toNumber(exact(written)) === Number(written)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("ties go to even, by hand", () => {
    expect(toNumber(fraction(2n ** 53n + 1n))).toBe(9007199254740992);
    expect(toNumber(fraction(2n ** 53n + 3n))).toBe(9007199254740996);
    expect(toNumber(fraction(2n ** 54n + 2n, 2n))).toBe(9007199254740992);
    // Just above the tie: up.
    expect(toNumber(fraction((2n ** 53n + 1n) * 10n ** 30n + 1n, 10n ** 30n))).toBe(9007199254740994);
  });

  test("at the ends of the range", () => {
    expect(toNumber(fraction(1n, 2n ** 1074n))).toBe(Number.MIN_VALUE);
    expect(toNumber(fraction(1n, 2n ** 1075n))).toBe(0);
    expect(toNumber(fraction(3n, 2n ** 1075n))).toBe(2 * Number.MIN_VALUE);
    // A hair below one and a half of the smallest value: rounded once it is one, rounded to 53 bits first it would be two.
    expect(toNumber(fraction(3n * 2n ** 59n - 1n, 2n ** 1134n))).toBe(Number.MIN_VALUE);
    expect(toNumber(fraction(-1n, 10n ** 400n))).toBe(-0);
    expect(toNumber(fraction(2n ** 1024n - 2n ** 970n - 1n))).toBe(Number.MAX_VALUE);
    expect(toNumber(fraction(2n ** 1024n - 2n ** 970n))).toBe(Infinity);
    expect(toNumber(fraction(-(10n ** 400n)))).toBe(-Infinity);
    expect(toNumber(fraction(2n * 10n ** 400n, 3n * 10n ** 400n))).toBe(2 / 3);
  });
});
