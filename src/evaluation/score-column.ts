import { divideFractions, exact, multiplyFractions, subtractFractions } from "../core/index.js";
import {
  columnOf,
  denominatorAt,
  type ExactColumn,
  fractionsOf,
  LARGEST,
  largestOf,
  ownQuotients,
  type SafeColumn,
} from "./exact-column.js";
import { commonUnits, lineColumn } from "./line-column.js";
import { peerColumn } from "./peer-column.js";
import type { Readings } from "./reading.js";
import { type Direction, scorerAlone } from "./score-alone.js";
import { scoreAmongPeers } from "./score-among-peers.js";
import type { LinearScoring, Scoring, StandardScoring, TargetScoring, ThresholdScoring } from "./scoring.js";
import { standardColumn } from "./standard-column.js";

function linear(scoring: LinearScoring, column: SafeColumn): SafeColumn | undefined {
  const [from, low, high] = [exact(scoring.from), exact(scoring.low), exact(scoring.high)];
  const rise = divideFractions(subtractFractions(high, low), subtractFractions(exact(scoring.to), from));
  const start = subtractFractions(low, multiplyFractions(rise, from));
  return lineColumn({ start, rise, ends: scoring.beyond === "clamp" ? [low, high] : undefined }, column);
}

function thresholds(scoring: ThresholdScoring, direction: Direction, column: SafeColumn): SafeColumn | undefined {
  const scores = commonUnits([...scoring.steps.map(({ score }) => exact(score)), exact(scoring.otherwise)]);
  const reaches = commonUnits(scoring.steps.map(({ reach }) => exact(reach)));
  if (scores === undefined || reaches === undefined) return undefined;
  const { numerators, denominators } = column;
  const largest = Math.max(...reaches.units.map(Math.abs), 0);
  if (Math.max(largestOf(numerators) * reaches.denominator, largest * largestOf(denominators)) > LARGEST) return undefined;
  const sign = direction === "higher-is-better" ? 1 : -1;
  const otherwise = scores.units.at(-1) ?? Number.NaN;
  const steps = reaches.units.map((reach, step) => ({ reach: sign * reach, score: scores.units[step] ?? Number.NaN }));
  const scored = numerators.map((numerator, at) => {
    if (Number.isNaN(numerator)) return numerator;
    const value = sign * numerator * reaches.denominator;
    const by = denominatorAt(column, at);
    for (const { reach, score } of steps) if (value >= reach * by) return score;
    return otherwise;
  });
  return { kind: "safe", numerators: scored, denominators: scores.denominator };
}

/** Lower is better: full × target ÷ value beyond the target, with a denominator of each subject's own. */
function towardsTarget(scoring: TargetScoring, column: SafeColumn): SafeColumn | undefined {
  const figures = commonUnits([exact(scoring.target), exact(scoring.full)]);
  if (figures === undefined) return undefined;
  const [target = 0, full = 0] = figures.units;
  const { denominator } = figures;
  const { numerators, denominators } = column;
  const [largest, across] = [largestOf(numerators), largestOf(denominators)];
  if (Math.max(largest * denominator * denominator, target * across, Math.abs(full) * target * across) > LARGEST) return undefined;
  const own = new Float64Array(numerators.length).fill(1);
  const scores = numerators.map((value, at) => {
    if (Number.isNaN(value)) return value;
    const by = denominatorAt(column, at);
    const beyond = value * denominator > target * by;
    own[at] = beyond ? value * denominator * denominator : denominator;
    return beyond ? full * target * by : full;
  });
  return ownQuotients(scores, own);
}

/** The scores of a column whose numbers are small enough for doubles; `undefined`: they, or the scores, are not. */
function safeScores(scoring: Exclude<Scoring, StandardScoring>, column: SafeColumn, direction: Direction): ExactColumn | undefined {
  switch (scoring.kind) {
    case "linear":
      return linear(scoring, column);
    case "thresholds":
      return thresholds(scoring, direction, column);
    case "distance-to-target": {
      if (direction === "lower-is-better") return towardsTarget(scoring, column);
      // From nothing to the target and no further: a line.
      const { target, full } = scoring;
      return linear({ kind: "linear", from: 0, to: target, low: 0, high: full, beyond: "clamp" }, column);
    }
    case "categorical":
      return undefined;
    default:
      return peerColumn(scoring, column, direction);
  }
}

/** The same number by number, in fractions of any size. */
function wideScores(scoring: Exclude<Scoring, StandardScoring>, column: ExactColumn, direction: Direction): ExactColumn {
  if (scoring.kind === "categorical") return columnOf(fractionsOf(column).map(() => undefined));
  const values = fractionsOf(column);
  if (scoring.kind === "linear" || scoring.kind === "thresholds" || scoring.kind === "distance-to-target") {
    const alone = scorerAlone(scoring, direction);
    return columnOf(values.map((value) => value && alone(value)));
  }
  return columnOf(scoreAmongPeers(scoring, values, direction));
}

/** The scores of numbers. */
export function scoreColumn(scoring: Scoring, column: ExactColumn, direction: Direction): ExactColumn {
  if (scoring.kind === "standard") return standardColumn(scoring, column, direction);
  return (column.kind === "safe" ? safeScores(scoring, column, direction) : undefined) ?? wideScores(scoring, column, direction);
}

/** The scores of what was read: numbers, or categories. */
export function scoreReadings(scoring: Scoring, { numbers, categories }: Readings, direction: Direction): ExactColumn {
  if (scoring.kind !== "categorical" || categories === undefined) return scoreColumn(scoring, numbers, direction);
  const scores = new Map(scoring.categories.map(({ category, score }) => [category, exact(score)]));
  return columnOf(categories.map((category) => (category === undefined ? undefined : scores.get(category))));
}
