import {
  addFractions,
  compareFractions,
  divideFractions,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
} from "../core/index.js";
import type { LeafItem } from "./indicator-system.js";
import type { LinearScoring, TargetScoring, ThresholdScoring } from "./scoring.js";

/** Which way is better. */
export type Direction = LeafItem["direction"];

/** A scoring of one value by itself, its figures read once. `undefined`: this value has no score. */
export type ScoreAlone = (value: Fraction) => Fraction | undefined;

function linear(scoring: LinearScoring): ScoreAlone {
  const from = exact(scoring.from);
  const low = exact(scoring.low);
  const high = exact(scoring.high);
  const slope = divideFractions(subtractFractions(high, low), subtractFractions(exact(scoring.to), from));
  const start = subtractFractions(low, multiplyFractions(slope, from));
  const asIs = start.numerator === 0n && slope.numerator === slope.denominator;
  const [least, most] = compareFractions(low, high) <= 0 ? [low, high] : [high, low];
  return (value) => {
    const score = asIs ? value : addFractions(start, multiplyFractions(slope, value));
    if (scoring.beyond === "extend") return score;
    if (compareFractions(score, least) < 0) return least;
    return compareFractions(score, most) > 0 ? most : score;
  };
}

function thresholds(scoring: ThresholdScoring, direction: Direction): ScoreAlone {
  const steps = scoring.steps.map(({ reach, score }) => ({ reach: exact(reach), score: exact(score) }));
  const otherwise = exact(scoring.otherwise);
  return (value) => {
    const reached = steps.find(({ reach }) =>
      direction === "higher-is-better" ? compareFractions(value, reach) >= 0 : compareFractions(value, reach) <= 0,
    );
    return reached === undefined ? otherwise : reached.score;
  };
}

function towardsTarget(scoring: TargetScoring, direction: Direction): ScoreAlone {
  const target = exact(scoring.target);
  const full = exact(scoring.full);
  return (value) => {
    const reached = direction === "higher-is-better" ? compareFractions(value, target) >= 0 : compareFractions(value, target) <= 0;
    if (reached) return full;
    // The target lies above 0: what is below 0 and short of it is higher-is-better.
    if (value.numerator < 0n) return fraction(0);
    return multiplyFractions(full, direction === "higher-is-better" ? divideFractions(value, target) : divideFractions(target, value));
  };
}

/** The score of single values. */
export function scorerAlone(scoring: LinearScoring | ThresholdScoring | TargetScoring, direction: Direction): ScoreAlone {
  if (scoring.kind === "linear") return linear(scoring);
  return scoring.kind === "thresholds" ? thresholds(scoring, direction) : towardsTarget(scoring, direction);
}
