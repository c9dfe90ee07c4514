import { exact, type Fraction, fraction, subtractFractions } from "../core/index.js";
import { chosenColumn, columnOf, type ExactColumn, fractionAt, type MaybeFraction, missingAt } from "./exact-column.js";
import { type IncrementColumn, incrementColumn } from "./increment-column.js";
import type { NoIncrement } from "./increment-values.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { type Observed, observationsOf } from "./observed.js";
import { type Reading, type Readings, readingAt, readingsOf } from "./reading.js";
import { scoreColumn, scoreReadings } from "./score-column.js";
import { weightedSum } from "./weighted-columns.js";

/** One leaf of all subjects: what was observed, and what became of it. */
export interface LeafColumns {
  readonly leaf: LeafItem;
  readonly readings: Readings;
  readonly levels: ExactColumn;
  readonly increment?: IncrementColumn | undefined;
  readonly incrementScores?: ExactColumn | undefined;
  /** Level and increment mixed; missing where one that is needed is. */
  readonly scores: ExactColumn;
}

/** One leaf of one subject. */
export interface LeafOutcome {
  readonly reading: Reading;
  readonly level: MaybeFraction;
  readonly baseline: MaybeFraction;
  readonly increment: MaybeFraction;
  readonly noIncrement: NoIncrement | undefined;
  readonly incrementScore: MaybeFraction;
  readonly score: MaybeFraction;
}

/** α level + (1 − α) increment; what has no part is not needed. */
function mixed(levels: ExactColumn, increments: ExactColumn, part: Fraction, size: number): ExactColumn {
  if (part.numerator === 0n) return increments;
  if (part.numerator === part.denominator) return levels;
  const rest = subtractFractions(fraction(1), part);
  return weightedSum(
    [
      { column: levels, weight: part },
      { column: increments, weight: rest },
    ],
    size,
  );
}

/** A leaf with what was read of it, now and in its baseline periods, under its own scoring. */
export function scoreLeaf(leaf: LeafItem, readings: Readings, periods: readonly ExactColumn[], size: number): LeafColumns {
  const levels = scoreReadings(leaf.scoring, readings, leaf.direction);
  if (leaf.increment === undefined) return { leaf, readings, levels, scores: levels };
  const increment = incrementColumn(readings.numbers, periods, leaf.increment, leaf.direction, size);
  const incrementScores = scoreColumn(leaf.increment.scoring, increment.values, "higher-is-better");
  const both = mixed(levels, incrementScores, exact(leaf.increment.levelPart), size);
  const stays = increment.why.map((why) => why === "at-ceiling");
  const scores = stays.includes(true) ? chosenColumn(stays, levels, both) : both;
  return { leaf, readings, levels, increment, incrementScores, scores };
}

/** A leaf of all subjects from the observations. */
export function observedLeaf(leaf: LeafItem, observed: Observed, period: string, report: (issue: EvaluationIssue) => void): LeafColumns {
  const size = observed.subjects.length;
  const [readings] = readingsOf(leaf, [observationsOf(observed, leaf.id, period)], size, report);
  const starts = (leaf.increment?.baseline ?? []).map((when) => observationsOf(observed, leaf.id, when));
  const periods = readingsOf(leaf, starts, size, report).map(({ numbers }) => numbers);
  const scored = scoreLeaf(leaf, readings ?? { numbers: columnOf([]), plain: [] }, periods, size);
  scored.increment?.why.forEach((why, at) => {
    if (why !== "outside-bounds") return;
    const params = { indicator: leaf.id, subject: observed.subjects[at] ?? "" };
    report({ code: "value-outside-bounds", severity: "error", path: [], params });
  });
  return scored;
}

/** What became of one subject's leaf, number by number. */
export function outcomeAt({ readings, levels, increment, incrementScores, scores }: LeafColumns, at: number): LeafOutcome {
  return {
    reading: readingAt(readings, at),
    level: fractionAt(levels, at),
    baseline: increment && fractionAt(increment.baselines, at),
    increment: increment && fractionAt(increment.values, at),
    noIncrement: increment?.why[at],
    incrementScore: incrementScores && fractionAt(incrementScores, at),
    score: fractionAt(scores, at),
  };
}

/** Why a subject's leaf has no score. */
export function whyMissing({ readings, increment, scores }: LeafColumns, at: number): NoIncrement | "no-score" | undefined {
  if (!missingAt(scores, at)) return undefined;
  const observed = readings.categories === undefined ? !missingAt(readings.numbers, at) : readings.categories[at] !== undefined;
  return (observed ? increment?.why[at] : undefined) ?? "no-score";
}

/** The scores a parent gets: those of the leaf, and what the system puts in the place of missing ones. */
export function scoresForParent({ leaf, scores }: LeafColumns, size: number): ExactColumn {
  if (leaf.missing.treatment !== "impute") return scores;
  const missing = Array.from({ length: size }, (_, at) => missingAt(scores, at));
  if (!missing.includes(true)) return scores;
  const imputed = exact(leaf.missing.score);
  return chosenColumn(missing, columnOf(missing.map(() => imputed)), scores);
}
