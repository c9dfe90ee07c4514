import { divideFractions, exact, type Fraction, geometricMeanText, sumFractions, weightedMean } from "../core/index.js";
import type { CompositeItem } from "./indicator-system.js";

/** Decimal places of a geometric mean, the one mean that is not a fraction. */
export const GEOMETRIC_PLACES = 30;

/**
 * The mean of scores by the composite's kind; weights need not add up to 1 (they do not when a missing part was left out). A geometric or
 * harmonic mean with a 0 that has weight is 0. `undefined`: a negative score in a mean that cannot take it, or no weight at all.
 */
export function meanScore(kind: CompositeItem["mean"], scores: readonly Fraction[], weights: readonly Fraction[]): Fraction | undefined {
  if (weights.every((weight) => weight.numerator === 0n)) return undefined;
  if (kind === "arithmetic") return weightedMean(scores, weights);
  if (scores.some((score) => score.numerator < 0n)) return undefined;
  const weighed = scores.flatMap((score, index) => {
    const weight = weights[index];
    return weight === undefined || weight.numerator === 0n ? [] : [{ score, weight }];
  });
  if (weighed.some(({ score }) => score.numerator === 0n)) return exact(0);
  if (kind === "harmonic") {
    const total = sumFractions(weighed.map(({ weight }) => weight));
    return divideFractions(total, sumFractions(weighed.map(({ score, weight }) => divideFractions(weight, score))));
  }
  return exact(
    geometricMeanText(
      weighed.map(({ score }) => score),
      weighed.map(({ weight }) => weight),
      GEOMETRIC_PLACES,
      "half-even",
    ),
  );
}
