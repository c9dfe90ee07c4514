import { exact, type Fraction } from "../core/index.js";
import { ascending } from "./ascending.js";
import {
  columnOf,
  commonDenominator,
  type ExactColumn,
  fractionsOf,
  LARGEST,
  largestOf,
  missingAt,
  ownQuotients,
  type SafeColumn,
  sharedDenominator,
} from "./exact-column.js";
import { baselineOf, incrementValues, type NoIncrement } from "./increment-values.js";
import { commonUnits } from "./line-column.js";
import type { Direction } from "./score-alone.js";
import type { Increment } from "./scoring.js";

/** The increments of all subjects. */
export interface IncrementColumn {
  readonly baselines: ExactColumn;
  readonly values: ExactColumn;
  /** Why a subject has none. */
  readonly why: readonly (NoIncrement | undefined)[];
}

/** The means of the baseline periods that were observed, on whole numbers under one denominator. */
function safeBaselines(periods: readonly ExactColumn[], increment: Increment, size: number): SafeColumn | undefined {
  const denominators = periods.map(sharedDenominator);
  const least = Math.max(1, increment.atLeast ?? periods.length);
  const counts = periods.map((_, index) => index + 1).filter((count) => count >= least);
  const [common, times] = [commonDenominator(denominators), commonDenominator(counts)];
  if (common === undefined || times === undefined) return undefined;
  const sums = new Float64Array(size);
  const found = new Uint32Array(size);
  let reach = 0;
  for (const [index, column] of periods.entries()) {
    if (column.kind === "wide") return undefined;
    const factor = common / (denominators[index] ?? 1);
    reach += factor * largestOf(column.numerators);
    for (let at = 0; at < size; at += 1) {
      const numerator = column.numerators[at] ?? Number.NaN;
      if (Number.isNaN(numerator)) continue;
      sums[at] = (sums[at] ?? 0) + factor * numerator;
      found[at] = (found[at] ?? 0) + 1;
    }
  }
  if (Math.max(reach, common) * times > LARGEST) return undefined;
  const numerators = sums.map((sum, at) => {
    const count = found[at] ?? 0;
    return count < least ? Number.NaN : sum * (times / count);
  });
  return { kind: "safe", numerators, denominators: common * times };
}

/** Now and start of every subject as whole numbers of one part, turned so that a rise is the better direction. */
interface Starts {
  readonly now: Float64Array;
  readonly start: Float64Array;
  readonly denominator: number;
  /** The largest absolute value. */
  readonly reach: number;
  /** Figures of the increment, in the same units and turned alike. */
  readonly figures: readonly number[];
}

function startsOf(now: ExactColumn, baselines: ExactColumn, figures: readonly Fraction[], direction: Direction): Starts | undefined {
  if (now.kind === "wide" || baselines.kind === "wide") return undefined;
  const units = commonUnits(figures);
  const own = [sharedDenominator(now), sharedDenominator(baselines), units?.denominator];
  const denominator = commonDenominator(own);
  if (denominator === undefined || units === undefined) return undefined;
  const sign = direction === "higher-is-better" ? 1 : -1;
  const [ofNow = 1, ofStart = 1, ofFigures = 1] = own.map((one) => (sign * denominator) / (one ?? 1));
  const sizes = [ofNow * largestOf(now.numerators), ofStart * largestOf(baselines.numerators)];
  const turned = units.units.map((unit) => unit * ofFigures);
  const reach = Math.max(...[...sizes, ...turned].map(Math.abs));
  if (2 * reach > LARGEST) return undefined;
  return {
    now: now.numerators.map((unit) => unit * ofNow),
    start: baselines.numerators.map((unit) => unit * ofStart),
    denominator,
    reach,
    figures: turned,
  };
}

function absolute({ now, start, denominator }: Starts): SafeColumn {
  return { kind: "safe", numerators: now.map((value, at) => value - (start[at] ?? 0)), denominators: denominator };
}

/** (now − start) ÷ |start|; the parts cancel. */
function relative({ now, start }: Starts): SafeColumn {
  const numerators = now.map((value, at) => (start[at] === 0 ? Number.NaN : value - (start[at] ?? 0)));
  return ownQuotients(
    numerators,
    start.map((value) => Math.abs(value) || 1),
  );
}

/** Of a rise the share of what was left, of a fall the share of what there was to lose; who stays at the best has used all of it. */
function headRoom({ now, start, figures }: Starts): SafeColumn {
  const [worst = 0, best = 0] = figures;
  const denominators = new Float64Array(now.length).fill(1);
  const numerators = now.map((value, at) => {
    const from = start[at] ?? Number.NaN;
    if (!(Math.min(value, from) >= worst && Math.max(value, from) <= best)) return Number.NaN;
    const change = value - from;
    const room = change < 0 ? from - worst : best - from;
    denominators[at] = room === 0 ? 1 : room;
    return room === 0 ? 1 : change;
  });
  return ownQuotients(numerators, denominators);
}

/** now − mean of now over those whose start lies within the band: sums along the order of the starts. */
function conditional({ now, start, denominator, reach }: Starts, band: number): SafeColumn | undefined {
  const size = now.length;
  if (2 * reach * size > LARGEST || denominator * size > LARGEST) return undefined;
  const known = start.map((value, at) => (Number.isNaN(now[at] ?? Number.NaN) ? Number.NaN : value));
  const { order } = ascending({ kind: "safe", numerators: known, denominators: 1 });
  const sums = new Float64Array(order.length + 1);
  for (const [index, at] of order.entries()) sums[index + 1] = (sums[index] ?? 0) + (now[at] ?? 0);
  const numerators = new Float64Array(size).fill(Number.NaN);
  const denominators = new Float64Array(size).fill(1);
  let [first, end] = [0, 0];
  for (const at of order) {
    const own = known[at] ?? 0;
    while (own - (known[order[first] ?? 0] ?? 0) > band) first += 1;
    while (end < order.length && (known[order[end] ?? 0] ?? 0) - own <= band) end += 1;
    const count = end - first;
    if (count < 2) continue;
    numerators[at] = (now[at] ?? 0) * count - ((sums[end] ?? 0) - (sums[first] ?? 0));
    denominators[at] = denominator * count;
  }
  return ownQuotients(numerators, denominators);
}

function safeValues(now: ExactColumn, baselines: ExactColumn, increment: Increment, direction: Direction): SafeColumn | undefined {
  const figures = increment.of === "head-room" ? [increment.worst, increment.best] : increment.of === "conditional" ? [increment.band] : [];
  const starts = startsOf(
    now,
    baselines,
    figures.map((figure) => exact(figure ?? 0)),
    direction,
  );
  if (starts === undefined) return undefined;
  switch (increment.of) {
    case "absolute":
      return absolute(starts);
    case "relative":
      return relative(starts);
    case "head-room":
      return headRoom(starts);
    case "conditional":
      // A width has no direction.
      return conditional(starts, Math.abs(starts.figures[0] ?? 0));
  }
}

/** Who started at the best possible value and is still there has nowhere to rise. */
function atCeiling({ now, start, figures }: Starts): readonly boolean[] {
  const [best = 0] = figures;
  return Array.from(now, (value, at) => value >= best && (start[at] ?? Number.NaN) >= best);
}

type Changes = Pick<IncrementColumn, "values" | "why">;

/** On whole numbers small enough for doubles. */
function safeChanges(now: ExactColumn, baselines: ExactColumn, increment: Increment, direction: Direction): Changes | undefined {
  const { of, best } = increment;
  const bounded = of !== "head-room" && best !== undefined;
  const ceiling = bounded ? startsOf(now, baselines, [exact(best)], direction) : undefined;
  const values = safeValues(now, baselines, increment, direction);
  if (values === undefined || (bounded && ceiling === undefined)) return undefined;
  const stays = ceiling && atCeiling(ceiling);
  const numerators = values.numerators.map((numerator, at) => (stays?.[at] === true ? Number.NaN : numerator));
  const why = Array.from(numerators, (numerator, at): NoIncrement | undefined => {
    if (!Number.isNaN(numerator)) return undefined;
    if (missingAt(baselines, at)) return "no-baseline";
    if (missingAt(now, at)) return "no-value";
    if (stays?.[at] === true) return "at-ceiling";
    return of === "relative" ? "zero-baseline" : of === "conditional" ? "no-like-start" : "outside-bounds";
  });
  return { values: { ...values, numerators }, why };
}

/** In fractions of any size. */
function wideChanges(now: ExactColumn, baselines: ExactColumn, increment: Increment, direction: Direction): Changes {
  const found = incrementValues(fractionsOf(now), fractionsOf(baselines), increment, direction);
  return {
    values: columnOf(found.map((value) => (typeof value === "string" ? undefined : value))),
    why: found.map((value) => (typeof value === "string" ? value : undefined)),
  };
}

function wideBaselines(periods: readonly ExactColumn[], increment: Increment, size: number): ExactColumn {
  const values = periods.map(fractionsOf);
  return columnOf(
    Array.from({ length: size }, (_, at) =>
      baselineOf(
        values.map((one) => one[at]),
        increment,
      ),
    ),
  );
}

/** The increments of all subjects from what was read now and in each baseline period. */
export function incrementColumn(
  now: ExactColumn,
  periods: readonly ExactColumn[],
  increment: Increment,
  direction: Direction,
  size: number,
): IncrementColumn {
  const baselines = safeBaselines(periods, increment, size) ?? wideBaselines(periods, increment, size);
  return { baselines, ...(safeChanges(now, baselines, increment, direction) ?? wideChanges(now, baselines, increment, direction)) };
}
