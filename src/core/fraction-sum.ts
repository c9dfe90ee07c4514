import { SchoolGroupsError } from "./error.js";
import { divideFractions, type Fraction, reducedFraction } from "./fraction.js";

interface Summand {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Sum over two denominators, not reduced: one reduction at the very end is enough. */
function joined(a: Summand, b: Summand): Summand {
  if (a.denominator % b.denominator === 0n) {
    return { numerator: a.numerator + b.numerator * (a.denominator / b.denominator), denominator: a.denominator };
  }
  if (b.denominator % a.denominator === 0n) return joined(b, a);
  return { numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator };
}

/** Adds numerators denominator by denominator, then the few denominators in pairs, so that the large numbers stay few. */
function collected(terms: Iterable<Summand>): Fraction {
  const byDenominator = new Map<bigint, bigint>();
  let denominator = 1n;
  let numerator = 0n;
  for (const term of terms) {
    if (term.denominator === denominator) {
      numerator += term.numerator;
      continue;
    }
    byDenominator.set(denominator, numerator);
    denominator = term.denominator;
    numerator = term.numerator + (byDenominator.get(denominator) ?? 0n);
  }
  byDenominator.set(denominator, numerator);
  let level: Summand[] = [];
  for (const [d, n] of byDenominator) level.push({ numerator: n, denominator: d });
  while (level.length > 1) {
    const next: Summand[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [a, b] = [level[i], level[i + 1]];
      if (a !== undefined) next.push(b === undefined ? a : joined(a, b));
    }
    level = next;
  }
  const [total = { numerator: 0n, denominator: 1n }] = level;
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

function* products(values: readonly Fraction[], weights: readonly Fraction[]): Generator<Summand> {
  for (const [i, value] of values.entries()) {
    const weight = weights[i];
    if (weight === undefined) continue;
    yield { numerator: value.numerator * weight.numerator, denominator: value.denominator * weight.denominator };
  }
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
  return collected(products(values, weights));
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
