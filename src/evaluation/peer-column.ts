import { divideFractions, exact, fraction, multiplyFractions, subtractFractions } from "../core/index.js";
import { ascending } from "./ascending.js";
import { LARGEST, largestOf, ownQuotients, type SafeColumn } from "./exact-column.js";
import { commonUnits, lineColumn } from "./line-column.js";
import type { Direction } from "./score-alone.js";
import type { BestScoring, PercentileScoring, RankScoring } from "./scoring.js";

interface Standing {
  /** Twice the number of those that are worse plus the number of the equal ones, itself included. */
  readonly twiceBelow: SafeColumn;
  readonly count: number;
}

function standing(column: SafeColumn, direction: Direction): Standing {
  const { order, equal } = ascending(column);
  const twice = new Float64Array(column.numerators.length).fill(Number.NaN);
  for (let start = 0; start < order.length; ) {
    const first = order[start] ?? 0;
    let end = start + 1;
    while (end < order.length && equal(first, order[end] ?? 0)) end += 1;
    const worse = direction === "higher-is-better" ? start : order.length - end;
    for (let at = start; at < end; at += 1) twice[order[at] ?? 0] = 2 * worse + end - start;
    start = end;
  }
  return { twiceBelow: { kind: "safe", numerators: twice, denominators: 1 }, count: order.length };
}

function percentile(scoring: PercentileScoring, column: SafeColumn, direction: Direction): SafeColumn | undefined {
  const { twiceBelow, count } = standing(column, direction);
  if (count === 0) return column;
  return lineColumn({ start: fraction(0), rise: divideFractions(exact(scoring.full), fraction(2 * count)) }, twiceBelow);
}

function rank(scoring: RankScoring, column: SafeColumn, direction: Direction): SafeColumn | undefined {
  const { twiceBelow, count } = standing(column, direction);
  const full = exact(scoring.full);
  if (count < 2) return lineColumn({ start: full, rise: fraction(0) }, twiceBelow);
  // The mean of the places from above, counted from 0, is (2 count − 1 − twice below) ÷ 2.
  const rise = divideFractions(subtractFractions(full, exact(scoring.low)), fraction(2 * (count - 1)));
  return lineColumn({ start: subtractFractions(full, multiplyFractions(rise, fraction(2 * count - 1))), rise }, twiceBelow);
}

/** Under one denominator, which falls out of the quotient. */
function overBest(scoring: BestScoring, { numerators, denominators }: SafeColumn, direction: Direction): SafeColumn | undefined {
  if (typeof denominators !== "number") return undefined;
  const present = numerators.filter((numerator) => !Number.isNaN(numerator));
  if (present.length === 0) return { kind: "safe", numerators, denominators };
  const higher = direction === "higher-is-better";
  const best = present.reduce((found, value) => (value > found === higher ? value : found));
  const full = exact(scoring.full);
  // What is below 0 is no share of anything, nor is anything a share of it or of 0.
  if (best <= 0) return { kind: "safe", numerators: numerators.map(() => Number.NaN), denominators: 1 };
  if (higher) {
    const shares = numerators.map((value) => (value < 0 ? Number.NaN : value));
    return lineColumn(
      { start: fraction(0), rise: divideFractions(full, fraction(best)) },
      { kind: "safe", numerators: shares, denominators: 1 },
    );
  }
  const figure = commonUnits([full]);
  const [units = 0] = figure?.units ?? [];
  if (figure === undefined || Math.max(Math.abs(units * best), figure.denominator * largestOf(numerators)) > LARGEST) return undefined;
  // The best is the least and above 0, and so are all.
  const shares = numerators.map((value) => (Number.isNaN(value) ? value : units * best));
  return ownQuotients(
    shares,
    numerators.map((value) => value * figure.denominator),
  );
}

/** The scores over peers of a column of small numbers; `undefined`: only fractions of any size hold them. */
export function peerColumn(
  scoring: PercentileScoring | RankScoring | BestScoring,
  column: SafeColumn,
  direction: Direction,
): SafeColumn | undefined {
  switch (scoring.kind) {
    case "percentile":
      return percentile(scoring, column, direction);
    case "rank":
      return rank(scoring, column, direction);
    case "own-over-best":
      return overBest(scoring, column, direction);
  }
}
