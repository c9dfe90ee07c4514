import { compareFractions, divideFractions, exact, type Fraction, fraction, multiplyFractions, subtractFractions } from "../core/index.js";
import type { MaybeFraction } from "./exact-column.js";
import type { Direction } from "./score-alone.js";
import type { BestScoring, PercentileScoring, RankScoring } from "./scoring.js";

function known(values: readonly MaybeFraction[]): readonly Fraction[] {
  return values.filter((value) => value !== undefined);
}

/** For each value how many are worse and how many are equal (itself included). */
function standing(
  values: readonly MaybeFraction[],
  direction: Direction,
): readonly ({ readonly worse: number; readonly equal: number } | undefined)[] {
  const sign = direction === "higher-is-better" ? 1 : -1;
  const order = values.flatMap((value, index) => (value === undefined ? [] : [{ value, index }]));
  order.sort((a, b) => sign * compareFractions(a.value, b.value));
  const result: ({ worse: number; equal: number } | undefined)[] = values.map(() => undefined);
  for (let start = 0; start < order.length; ) {
    const first = order[start];
    let end = start + 1;
    while (end < order.length && first !== undefined && compareFractions(order[end]?.value ?? first.value, first.value) === 0) end += 1;
    for (let at = start; at < end; at += 1) {
      const entry = order[at];
      if (entry !== undefined) result[entry.index] = { worse: start, equal: end - start };
    }
    start = end;
  }
  return result;
}

function percentile(scoring: PercentileScoring, values: readonly MaybeFraction[], direction: Direction): readonly MaybeFraction[] {
  const full = exact(scoring.full);
  const count = known(values).length;
  return standing(values, direction).map((place) => place && multiplyFractions(full, fraction(2 * place.worse + place.equal, 2 * count)));
}

function rank(scoring: RankScoring, values: readonly MaybeFraction[], direction: Direction): readonly MaybeFraction[] {
  const full = exact(scoring.full);
  const drop = subtractFractions(full, exact(scoring.low));
  const count = known(values).length;
  return standing(values, direction).map((place) => {
    if (place === undefined) return undefined;
    if (count === 1) return full;
    // Mean of the places from above, counted from 0, as twice its value.
    const twicePlace = 2 * (count - place.worse - place.equal) + place.equal - 1;
    return subtractFractions(full, multiplyFractions(drop, fraction(twicePlace, 2 * (count - 1))));
  });
}

function overBest(scoring: BestScoring, values: readonly MaybeFraction[], direction: Direction): readonly MaybeFraction[] {
  const full = exact(scoring.full);
  const sample = known(values);
  const higher = direction === "higher-is-better";
  const best = sample.reduce<MaybeFraction>((found, value) => {
    if (found === undefined) return value;
    return compareFractions(value, found) > 0 === higher ? value : found;
  }, undefined);
  if (best === undefined) return values;
  // Beside a best of 0 nothing is a share of it: 0 ÷ 0 says nothing, and of what is lower-is-better 0 ÷ 5 and 0 ÷ 10 tell nobody apart.
  if (best.numerator === 0n) return values.map(() => undefined);
  return values.map((value) => {
    // What is below 0 is no share of anything, nor is anything a share of it: the quotient of two such would pay the worse.
    if (value === undefined || value.numerator < 0n || best.numerator < 0n) return undefined;
    if (compareFractions(value, best) === 0) return full;
    return multiplyFractions(full, higher ? divideFractions(value, best) : divideFractions(best, value));
  });
}

/** The scores of all subjects by a scoring over peers, in their order; missing values stay missing and count for nobody. */
export function scoreAmongPeers(
  scoring: PercentileScoring | RankScoring | BestScoring,
  values: readonly MaybeFraction[],
  direction: Direction,
): readonly MaybeFraction[] {
  switch (scoring.kind) {
    case "percentile":
      return percentile(scoring, values, direction);
    case "rank":
      return rank(scoring, values, direction);
    case "own-over-best":
      return overBest(scoring, values, direction);
  }
}
