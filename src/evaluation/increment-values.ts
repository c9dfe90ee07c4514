import {
  absoluteFraction,
  compareFractions,
  divideFractions,
  exact,
  type Fraction,
  fraction,
  negateFraction,
  subtractFractions,
  sumFractions,
} from "../core/index.js";
import type { MaybeFraction } from "./exact-column.js";
import type { Direction } from "./score-alone.js";
import type { Increment } from "./scoring.js";

/** Why a subject has no increment. */
export type NoIncrement =
  | "no-value"
  | "no-baseline"
  | "zero-baseline"
  | "outside-bounds"
  /** Nobody else started alike: against itself alone anybody is average. */
  | "no-like-start"
  /** Started at the best possible value and is still there: judged by its level, for there is nowhere to rise. */
  | "at-ceiling";

/** The mean of the baseline periods that were observed; `undefined` below the least number. */
export function baselineOf(observed: readonly MaybeFraction[], increment: Increment): MaybeFraction {
  const values = observed.filter((value) => value !== undefined);
  if (values.length === 0 || values.length < (increment.atLeast ?? increment.baseline.length)) return undefined;
  return divideFractions(sumFractions(values), fraction(values.length));
}

/** Of a rise the share of what was left, of a fall the share of what there was to lose; who stays at the best has used all of it. */
function shareOfHeadRoom(now: Fraction, start: Fraction, worst: Fraction, best: Fraction): Fraction | undefined {
  const inside = [now, start].every((value) => compareFractions(value, worst) >= 0 && compareFractions(value, best) <= 0);
  if (!inside) return undefined;
  const change = subtractFractions(now, start);
  if (change.numerator < 0n) return divideFractions(change, subtractFractions(start, worst));
  const room = subtractFractions(best, start);
  return room.numerator === 0n ? fraction(1) : divideFractions(change, room);
}

interface Start {
  readonly now: Fraction;
  readonly start: Fraction;
}

/** now − mean of now over the subjects whose start lies within the band (itself included); nothing where it is the only one. */
function againstLikeStarts(own: Start, all: readonly Start[], band: Fraction): Fraction | undefined {
  const alike = all.filter(({ start }) => compareFractions(absoluteFraction(subtractFractions(start, own.start)), band) <= 0);
  if (alike.length < 2) return undefined;
  return subtractFractions(own.now, divideFractions(sumFractions(alike.map(({ now }) => now)), fraction(alike.length)));
}

/**
 * The increments of all subjects, or why there is none. A rise is always the better direction: of lower-is-better leaves the signs are turned
 * first. A baseline of 0 has no relative increment.
 */
export function incrementValues(
  now: readonly MaybeFraction[],
  baselines: readonly MaybeFraction[],
  increment: Increment,
  direction: Direction,
): readonly (Fraction | NoIncrement)[] {
  const turned = (value: Fraction): Fraction => (direction === "higher-is-better" ? value : negateFraction(value));
  const starts = now.flatMap((value, index): Start[] => {
    const start = baselines[index];
    return value === undefined || start === undefined ? [] : [{ now: turned(value), start: turned(start) }];
  });
  return now.map((value, index): Fraction | NoIncrement => {
    const start = baselines[index];
    if (start === undefined) return "no-baseline";
    if (value === undefined) return "no-value";
    const own = { now: turned(value), start: turned(start) };
    return staysAtCeiling(own, increment, turned) ? "at-ceiling" : countedChange(own, starts, increment, turned);
  });
}

/** Of head-room the share itself says so (all of it is used); every other increment of a bounded value would punish who cannot rise. */
function staysAtCeiling(own: Start, { of, best }: Increment, turned: (value: Fraction) => Fraction): boolean {
  if (of === "head-room" || best === undefined) return false;
  const ceiling = turned(exact(best));
  return compareFractions(own.start, ceiling) >= 0 && compareFractions(own.now, ceiling) >= 0;
}

function countedChange(
  own: Start,
  all: readonly Start[],
  increment: Increment,
  turned: (value: Fraction) => Fraction,
): Fraction | NoIncrement {
  switch (increment.of) {
    case "absolute":
      return subtractFractions(own.now, own.start);
    case "relative": {
      if (own.start.numerator === 0n) return "zero-baseline";
      return divideFractions(subtractFractions(own.now, own.start), absoluteFraction(own.start));
    }
    case "head-room": {
      const worst = turned(exact(increment.worst ?? 0));
      const best = turned(exact(increment.best ?? 0));
      return shareOfHeadRoom(own.now, own.start, worst, best) ?? "outside-bounds";
    }
    case "conditional":
      return againstLikeStarts(own, all, exact(increment.band ?? 0)) ?? "no-like-start";
  }
}
