import { addFractions, exact, type Fraction, fraction, multiplyFractions, subtractFractions } from "../core/index.js";
import { baselineOf, type IncrementValue, incrementValues } from "./increment-values.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { type Observed, observationOf, type Reading, readingOf } from "./observed.js";
import { type Direction, scorerAlone } from "./score-alone.js";
import { type MaybeFraction, scoreAmongPeers } from "./score-among-peers.js";
import type { Scoring } from "./scoring.js";

/** One leaf of one subject: what was observed, and what became of it. */
export interface LeafOutcome {
  readonly reading: Reading;
  readonly level: MaybeFraction;
  readonly increment?: IncrementValue | undefined;
  readonly incrementScore?: MaybeFraction;
  /** Level and increment mixed; `undefined` when one that is needed is missing. */
  readonly score: MaybeFraction;
}

function scoresOf(scoring: Scoring, readings: readonly Reading[], direction: Direction): readonly MaybeFraction[] {
  const values = readings.map((reading) => (reading.kind === "number" ? reading.value : undefined));
  if (scoring.kind === "categorical") {
    const scores = new Map(scoring.categories.map(({ category, score }) => [category, exact(score)]));
    return readings.map((reading) => (reading.kind === "category" ? scores.get(reading.category) : undefined));
  }
  const alone = scorerAlone(scoring, direction);
  if (alone !== undefined) return values.map((value) => value && alone(value));
  return scoring.kind === "standard" || scoring.kind === "percentile" || scoring.kind === "rank" || scoring.kind === "own-over-best"
    ? scoreAmongPeers(scoring, values, direction)
    : [];
}

/** α level + (1 − α) increment; what has no part is not needed. */
function mixed(level: MaybeFraction, increment: MaybeFraction, part: Fraction): MaybeFraction {
  if (part.numerator === 0n) return increment;
  if (part.numerator === part.denominator) return level;
  if (level === undefined || increment === undefined) return undefined;
  return addFractions(multiplyFractions(part, level), multiplyFractions(subtractFractions(fraction(1), part), increment));
}

/** The outcome of a leaf for every subject, in their order. */
export function scoreLeaf(
  leaf: LeafItem,
  subjects: readonly string[],
  period: string,
  observed: Observed,
  report: (issue: EvaluationIssue) => void,
): readonly LeafOutcome[] {
  const read = (subject: string, when: string) => readingOf(observationOf(observed, leaf.id, subject, when), leaf, report);
  const readings = subjects.map((subject) => read(subject, period));
  const levels = scoresOf(leaf.scoring, readings, leaf.direction);
  const { increment } = leaf;
  if (increment === undefined) return readings.map((reading, index) => ({ reading, level: levels[index], score: levels[index] }));
  const numbers = readings.map((reading) => (reading.kind === "number" ? reading.value : undefined));
  const baselines = subjects.map((subject) => {
    const starts = increment.baseline.map((when) => read(subject, when));
    return baselineOf(
      starts.map((start) => (start.kind === "number" ? start.value : undefined)),
      increment,
    );
  });
  const increments = incrementValues(numbers, baselines, increment, leaf.direction);
  const incrementReadings = increments.map(
    (change): Reading => ("value" in change ? { kind: "number", value: change.value } : { kind: "none" }),
  );
  const incrementScores = scoresOf(increment.scoring, incrementReadings, "higher-is-better");
  const part = exact(increment.levelPart);
  return readings.map((reading, index) => {
    const change = increments[index];
    const stays = change !== undefined && "none" in change && change.none === "at-ceiling";
    return {
      reading,
      level: levels[index],
      increment: change,
      incrementScore: incrementScores[index],
      score: stays ? levels[index] : mixed(levels[index], incrementScores[index], part),
    };
  });
}
