import { SchoolGroupsError } from "./error.js";
import { divideFractions, type Fraction, reducedFraction } from "./fraction.js";
import { greatestDivisor } from "./greatest-divisor.js";

interface Summand {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Beyond this a common denominator is no longer handled quickly, and a new one is begun. */
const WIDE = 1n << 128n;

/** Sum over the least common denominator, not reduced: one reduction at the very end is enough. */
function joined(a: Summand, b: Summand): Summand {
  const divisor = greatestDivisor(a.denominator, b.denominator);
  const factor = b.denominator / divisor;
  return { numerator: a.numerator * factor + b.numerator * (a.denominator / divisor), denominator: a.denominator * factor };
}

/** Joins neighbours, then pairs of pairs, so that the large numbers stay few. */
function joinedInPairs(summands: readonly Summand[]): Summand {
  let level = summands;
  while (level.length > 1) {
    const next: Summand[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [a, b] = [level[i], level[i + 1]];
      if (a !== undefined) next.push(b === undefined ? a : joined(a, b));
    }
    level = next;
  }
  return level[0] ?? { numerator: 0n, denominator: 1n };
}

/** Adds under one common denominator as long as that stays handy; `weights`, where given, multiply position by position. */
function collected(values: readonly Fraction[], weights?: readonly Fraction[]): Fraction {
  const parts: Summand[] = [];
  let numerator = 0n;
  let denominator = 1n;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === undefined) continue;
    const weight = weights?.[i];
    const n = weight === undefined ? value.numerator : value.numerator * weight.numerator;
    const d = weight === undefined ? value.denominator : value.denominator * weight.denominator;
    if (d === denominator) numerator += n;
    else if (denominator % d === 0n) numerator += n * (denominator / d);
    else if (denominator > WIDE) {
      parts.push({ numerator, denominator });
      [numerator, denominator] = [n, d];
    } else ({ numerator, denominator } = joined({ numerator, denominator }, { numerator: n, denominator: d }));
  }
  parts.push({ numerator, denominator });
  const total = joinedInPairs(parts);
  return reducedFraction(total.numerator, total.denominator);
}

/**
 * The exact sum of any number of fractions; 0 of none. Brought to lowest terms once, not at every step.
 *
 * @example
 * ```ts
 * import { fraction, sumFractions, toExactText } from "school-groups/core";
 *
 * toExactText(sumFractions([fraction(1, 2), fraction(1, 3), fraction(1, 6)])); // => "1"
 * ```
 */
export function sumFractions(values: readonly Fraction[]): Fraction {
  return collected(values);
}

/**
 * The exact sum of value × weight, position by position; 0 of none. Throws `invalid-argument` when the lists differ in length.
 *
 * @example
 * ```ts
 * import { exact, sumOfProducts, toExactText } from "school-groups/core";
 *
 * toExactText(sumOfProducts([exact(90), exact(70)], [exact("0.6"), exact("0.4")])); // => "82"
 * ```
 */
export function sumOfProducts(values: readonly Fraction[], weights: readonly Fraction[]): Fraction {
  if (values.length !== weights.length) {
    throw new SchoolGroupsError("invalid-argument", "values and weights must be as many", {
      values: values.length,
      weights: weights.length,
    });
  }
  return collected(values, weights);
}

/**
 * 加权平均. Sum of value × weight over the sum of the weights, exactly: 80, 80, 80 on three equal weights are 80, and reach "≥ 80".
 *
 * Throws `invalid-argument` when the lists differ in length, `division-by-zero` when the weights sum to 0 (of none, too).
 *
 * @example
 * ```ts
 * import { exact, toExactText, weightedMean } from "school-groups/core";
 *
 * const third = exact("1/3");
 * toExactText(weightedMean([exact(80), exact(80), exact(80)], [third, third, third])); // => "80"
 * ```
 */
export function weightedMean(values: readonly Fraction[], weights: readonly Fraction[]): Fraction {
  return divideFractions(sumOfProducts(values, weights), sumFractions(weights));
}
