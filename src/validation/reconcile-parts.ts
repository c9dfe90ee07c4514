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

/** A figure of all, and the figures of its parts by one key. */
export interface Breakdown {
  readonly total: PublishedFigure;
  readonly parts: readonly PublishedFigure[];
}

/** Whether two figures count the same thing in the same people on the same day. */
export function sameKind(first: PublishedFigure, second: PublishedFigure): boolean {
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
        .map((by) => ({ total, parts: parts.filter((part) => part.breakdown?.by === by) }))
        .filter((each) => each.parts.length > 1);
    });
}

/** Parts add to their total: counts of which each part is counted once. */
export function reconcileSum({ total, parts }: Breakdown): Reconciliation {
  const quantities = parts.map(figureQuantity);
  const sum = sumOf(quantities, unitOf(total.measure));
  const printed = figureQuantity(total);
  const compared = compareQuantities(sum, printed);
  return {
    code: "parts-and-total",
    ...outcomeOf(compared),
    figures: [...parts, total].map(({ id }) => id),
    params: {
      measure: total.measure,
      parts: parts.map(({ value }) => value),
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
  const whole = impliedWhole(counts.total, shares.total);
  const parts = sumOf(
    pairs.map(({ count, share }) => impliedWhole(count, share as PublishedFigure)),
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
export function reconcileShares({ total, parts }: Breakdown): Reconciliation {
  const share = figureQuantity(total);
  const quantities = parts.map(figureQuantity);
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
    params: { measure: total.measure, share: total.value, parts: parts.map(({ value }) => value) },
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

function impliedWhole(count: PublishedFigure, share: PublishedFigure): Quantity {
  const [part, ratio] = [figureQuantity(count), figureQuantity(share)];
  return derived("quotient", [part, ratio], quotient(part.interval, ratio.interval), unitOf(count.measure));
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
  const { outcome, left, right, explanation } = compared;
  if (outcome !== undefined) return { outcome, left, right, explanation };
  return { outcome: "cannot-be-checked", reason: "unreadable", left, right, explanation } as const;
}

const UNKNOWN = "?";

/** Both ends as whole numbers, rounded for readers. */
function ends(interval: Interval | undefined): readonly [string, string] {
  if (interval === undefined) return [UNKNOWN, UNKNOWN];
  return [whole(interval.low), interval.high === undefined ? "∞" : whole(interval.high)];
}

function whole(value: Fraction): string {
  return formatDecimal(value, { places: 0, mode: "half-away-from-zero" });
}

/** A number for readers: a point as it is, an interval by its ends. */
export function text(interval: Interval | undefined): string {
  const [low, high] = ends(interval);
  return low === high ? low : `${low}–${high}`;
}
