import {
  allOf,
  compareFractions,
  type Fraction,
  formatDecimal,
  type Interval,
  maximumFraction,
  minimumFraction,
  quotientOfIntervals,
  subtractFractions,
  sumIntervals,
  type Truth,
} from "../core/index.js";
import type { PublishedFigure } from "../domain/index.js";
import { compareQuantities, derived, figureQuantity, type Quantity, unitOf } from "./figure-nodes.js";
import type { Reconciliation, ReconciliationOf } from "./reconciliation.js";

/** A figure of all, and the figures of its parts by one key: of a part printed several times the first, and all of them beside it. */
export interface Breakdown {
  readonly total: PublishedFigure;
  readonly parts: readonly PublishedFigure[];
  readonly printed: ReadonlyMap<PublishedFigure, readonly PublishedFigure[]>;
}

/** Whether two figures count the same thing in the same people on the same day. */
function sameKind(first: PublishedFigure, second: PublishedFigure): boolean {
  const keys = ["measure", "as", "population", "base", "on"] as const;
  return keys.every((key) => first[key] === second[key]) && JSON.stringify(first.schools) === JSON.stringify(second.schools);
}

/** The totals among the figures, each with its parts by every key that has two or more. */
export function breakdownsOf(figures: readonly PublishedFigure[]): readonly Breakdown[] {
  return figures
    .filter((figure) => figure.breakdown === undefined)
    .flatMap((total) => {
      const parts = figures.filter((figure) => figure.breakdown !== undefined && sameKind(figure, total));
      const keys = [...new Set(parts.map((part) => part.breakdown?.by))];
      return keys
        .map((by) =>
          eachOnce(
            total,
            parts.filter((part) => part.breakdown?.by === by),
          ),
        )
        .filter((each) => each.parts.length > 1);
    });
}

function eachOnce(total: PublishedFigure, figures: readonly PublishedFigure[]): Breakdown {
  const byPart = new Map<string, PublishedFigure[]>();
  for (const figure of figures) {
    const value = figure.breakdown?.value ?? "";
    const known = byPart.get(value);
    if (known === undefined) byPart.set(value, [figure]);
    else known.push(figure);
  }
  const parts = [...byPart.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
  return { total, parts, printed: new Map([...byPart.values()].map((each) => [each[0] as PublishedFigure, each])) };
}

/** A part of a breakdown: printed several times, it lies between the least and the greatest of what is printed, whichever stands first. */
function partQuantity(part: PublishedFigure, { printed }: Breakdown): Quantity {
  const several = (printed.get(part) ?? [part]).map(figureQuantity);
  const [first] = several;
  if (first === undefined || several.every(({ interval }) => sameInterval(interval, first.interval))) return first ?? figureQuantity(part);
  const lows = several.map(({ interval }) => interval?.low);
  const low = minimumFraction(lows.filter((each) => each !== undefined));
  const highs = several.map(({ interval }) => interval?.high);
  const open = highs.includes(undefined);
  const high = maximumFraction(highs.filter((each) => each !== undefined));
  const known = low !== undefined && !lows.includes(undefined);
  const hull = known ? { low, ...(open || high === undefined ? {} : { high }) } : undefined;
  return derived("interval", several, hull, unitOf(part.measure));
}

function sameInterval(first: Interval | undefined, second: Interval | undefined): boolean {
  if (first === undefined || second === undefined) return first === second;
  if (compareFractions(first.low, second.low) !== 0) return false;
  if (first.high === undefined || second.high === undefined) return first.high === second.high;
  return compareFractions(first.high, second.high) === 0;
}

/** What is printed of a part, each reading once. */
function partText(part: PublishedFigure, { printed }: Breakdown): string {
  return [...new Set((printed.get(part) ?? [part]).map(({ value }) => value))].join("／");
}

/** Parts add to their total: counts of which each part is counted once. */
export function reconcileSum(breakdown: Breakdown): Reconciliation {
  const { total, parts, printed: figures } = breakdown;
  const quantities = parts.map((part) => partQuantity(part, breakdown));
  const sum = sumOf(quantities, unitOf(total.measure));
  const printed = figureQuantity(total);
  const compared = compareQuantities(sum, printed);
  return {
    code: "parts-and-total",
    ...outcomeOf(compared),
    figures: [...parts.flatMap((part) => figures.get(part) ?? [part]), total].map(({ id }) => id),
    params: {
      measure: total.measure,
      parts: parts.map((part) => partText(part, breakdown)),
      sum: text(sum.interval),
      total: total.value,
      apart: text(distance(sum.interval, printed.interval)),
    },
  } satisfies ReconciliationOf<"parts-and-total">;
}

/** The wholes that counts and shares imply: of the total, and of the parts added up. */
export function reconcileWholes(counts: Breakdown, shares: Breakdown): Reconciliation | undefined {
  const pairs = counts.parts.map((count) => ({
    count,
    share: shares.parts.find((each) => each.breakdown?.value === count.breakdown?.value),
  }));
  if (pairs.some(({ share }) => share === undefined) || pairs.length !== shares.parts.length) return undefined;
  const unit = unitOf(counts.total.measure);
  const whole = impliedWhole(figureQuantity(counts.total), figureQuantity(shares.total), counts.total);
  const parts = sumOf(
    pairs.map(({ count, share }) =>
      impliedWhole(partQuantity(count, counts), partQuantity(share as PublishedFigure, shares), counts.total),
    ),
    unit,
  );
  const compared = compareQuantities(parts, whole);
  return {
    code: "implied-wholes",
    ...outcomeOf(compared),
    figures: [...pairs.flatMap(({ count, share }) => [count.id, (share as PublishedFigure).id]), counts.total.id, shares.total.id],
    params: { measure: counts.total.measure, total: ends(whole.interval), parts: ends(parts.interval) },
  } satisfies ReconciliationOf<"implied-wholes">;
}

/** A share of all is a mean of the shares of its parts, so it lies between the least and the greatest of them. */
export function reconcileShares(breakdown: Breakdown): Reconciliation {
  const { total, parts } = breakdown;
  const share = figureQuantity(total);
  const quantities = parts.map((part) => partQuantity(part, breakdown));
  const least = derived("minimum", quantities, bound(quantities, minimumFraction), "ratio");
  const greatest = derived("maximum", quantities, bound(quantities, maximumFraction), "ratio");
  const range: Interval | undefined =
    least.interval === undefined || greatest.interval === undefined ? undefined : { low: least.interval.low, high: greatest.interval.high };
  const compared = compareQuantities(share, derived("interval", [least, greatest], range, "ratio"));
  const notBelow = reaches(share.interval, least.interval);
  const notAbove = reaches(greatest.interval, share.interval);
  return {
    code: "share-among-parts",
    ...outcomeOf(compared),
    figures: [total, ...parts].map(({ id }) => id),
    params: { measure: total.measure, share: total.value, parts: parts.map((part) => partText(part, breakdown)) },
    explanation: {
      kind: "operation",
      operator: "all-of",
      operands: [
        { kind: "comparison", relation: "at-least", left: share.explanation, right: least.explanation, holds: notBelow },
        { kind: "comparison", relation: "at-most", left: share.explanation, right: greatest.explanation, holds: notAbove },
      ],
      value: { kind: "truth", value: allOf([notBelow, notAbove]) },
    },
  } satisfies ReconciliationOf<"share-among-parts">;
}

/** Whether the first is at least the second: certain where whole intervals lie apart, unknown where they overlap. */
function reaches(first: Interval | undefined, second: Interval | undefined): Truth {
  if (first === undefined || second === undefined) return "unknown";
  if (second.high !== undefined && compareFractions(first.low, second.high) >= 0) return "yes";
  return first.high !== undefined && compareFractions(first.high, second.low) < 0 ? "no" : "unknown";
}

function impliedWhole(part: Quantity, ratio: Quantity, { measure }: PublishedFigure): Quantity {
  return derived("quotient", [part, ratio], quotient(part.interval, ratio.interval), unitOf(measure));
}

/** Part over whole; `undefined` when one of them is not known, below zero (a misprint) or a whole of nothing. */
export function quotient(part: Interval | undefined, whole: Interval | undefined): Interval | undefined {
  if (part === undefined || whole === undefined || part.low.numerator < 0n || whole.low.numerator < 0n) return undefined;
  return quotientOfIntervals(part, whole);
}

function sumOf(quantities: readonly Quantity[], unit: ReturnType<typeof unitOf>): Quantity {
  const intervals = quantities.flatMap(({ interval }) => (interval === undefined ? [] : [interval]));
  return derived("sum", quantities, intervals.length === quantities.length ? sumIntervals(intervals) : undefined, unit);
}

/** The least (or greatest) of several: of their low ends and of their high ends. */
function bound(quantities: readonly Quantity[], choose: (values: readonly Fraction[]) => Fraction | undefined): Interval | undefined {
  const intervals = quantities.flatMap(({ interval }) => (interval === undefined ? [] : [interval]));
  const highs = intervals.flatMap(({ high }) => (high === undefined ? [] : [high]));
  const low = choose(intervals.map((interval) => interval.low));
  if (low === undefined || intervals.length < quantities.length || highs.length < quantities.length) return undefined;
  return { low, high: choose(highs) };
}

/** How far apart two intervals are at least; the point 0 when they meet. */
function distance(first: Interval | undefined, second: Interval | undefined): Interval | undefined {
  if (first === undefined || second === undefined) return undefined;
  const zero: Fraction = { numerator: 0n, denominator: 1n };
  const gaps = [zero];
  if (second.high !== undefined) gaps.push(subtractFractions(first.low, second.high));
  if (first.high !== undefined) gaps.push(subtractFractions(second.low, first.high));
  const apart = maximumFraction(gaps) ?? zero;
  return { low: apart, high: apart };
}

/** What a comparison says, with the reason where it says nothing. */
export function outcomeOf(compared: ReturnType<typeof compareQuantities>) {
  const { outcome, reason, left, right, explanation } = compared;
  if (outcome !== undefined) return { outcome, left, right, explanation };
  return { outcome: "cannot-be-checked", reason, left, right, explanation } as const;
}

/** Both ends as whole numbers, rounded for readers. */
function ends(interval: Interval | undefined): readonly [string, string] | undefined {
  if (interval === undefined) return undefined;
  return [whole(interval.low), interval.high === undefined ? "∞" : whole(interval.high)];
}

function whole(value: Fraction): string {
  return formatDecimal(value, { places: 0, mode: "half-away-from-zero" });
}

/** A number for readers: a point as it is, an interval by its ends. */
function text(interval: Interval | undefined): string | undefined {
  const both = ends(interval);
  if (both === undefined) return undefined;
  const [low, high] = both;
  return low === high ? low : `${low}–${high}`;
}
