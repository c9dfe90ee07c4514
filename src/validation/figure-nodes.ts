import {
  compareFractions,
  type ExplainedValue,
  type Explanation,
  explainedInterval,
  type Interval,
  intersectIntervals,
  isPoint,
  type Operator,
  printedInterval,
  readPrintedFigure,
  type Truth,
  type Unit,
} from "../core/index.js";
import type { PublishedFigure } from "../domain/index.js";
import { figureLabel } from "./figure-label.js";
import type { UncheckedReason } from "./reconciliation.js";

/** A number known as an interval (or not at all) together with how it came about. */
export interface Quantity {
  readonly interval: Interval | undefined;
  /** Why nothing is known of it, where it is not simply unreadable. */
  readonly reason?: UncheckedReason | undefined;
  readonly explanation: Explanation;
}

const UNITS: Readonly<Record<string, Unit>> = {
  pupils: "pupils",
  staff: "people",
  teachers: "teachers",
  groups: "groups",
  schools: "schools",
};

/** The unit of a count of a measure, where it is one the library knows. */
export function unitOf(measure: string): Unit | undefined {
  return Object.hasOwn(UNITS, measure) ? UNITS[measure] : undefined;
}

function shown(interval: Interval | undefined, unit: Unit | undefined): ExplainedValue {
  return interval === undefined ? { kind: "unknown" } : explainedInterval(interval, unit);
}

/** A published figure: the printed text, and the interval its digits stand for. */
export function figureQuantity(figure: PublishedFigure): Quantity {
  const reason = lacksSign(figure) ? "sign-missing" : undefined;
  const interval = reason === undefined ? printedInterval(figure.value) : undefined;
  const fact: Explanation = {
    kind: "fact",
    label: figureLabel(figure),
    value: { kind: "text", value: figure.value },
    ...(figure.citation === undefined ? {} : { citation: figure.citation }),
  };
  const value = shown(interval, figure.as === "share" ? "ratio" : unitOf(figure.measure));
  return { interval, reason, explanation: { kind: "operation", operator: "printed-interval", operands: [fact], value } };
}

/** A share printed without a sign and above 1: 66.7 is no share, and may mean 66.7 %; nothing is guessed. */
export function lacksSign({ as, value }: Pick<PublishedFigure, "as" | "value">): boolean {
  const read = as === "share" ? readPrintedFigure(value) : undefined;
  return read !== undefined && read.sign === "none" && compareFractions(read.value, ONE) > 0;
}

const ONE = { numerator: 1n, denominator: 1n };

/** One quantity made of others. */
export function derived(operator: Operator, operands: readonly Quantity[], interval: Interval | undefined, unit?: Unit): Quantity {
  const nodes = operands.map((operand) => operand.explanation);
  const reason = operands.find((operand) => operand.reason !== undefined)?.reason;
  return { interval, reason, explanation: { kind: "operation", operator, operands: nodes, value: shown(interval, unit) } };
}

/** Both sides of a comparison of equality, and whether it may hold. */
export interface Compared {
  readonly outcome: "agrees" | "contradicts" | undefined;
  /** Why there is none. */
  readonly reason: UncheckedReason;
  readonly left: ExplainedValue;
  readonly right: ExplainedValue;
  readonly explanation: Explanation;
}

/** Compares two quantities that should be one number. No outcome where one of them is not known. */
export function compareQuantities(left: Quantity, right: Quantity): Compared {
  const meet = left.interval !== undefined && right.interval !== undefined ? intersectIntervals(left.interval, right.interval) : undefined;
  const known = left.interval !== undefined && right.interval !== undefined;
  const certain = known && meet !== undefined && isPoint(left.interval) && isPoint(right.interval);
  const holds: Truth = !known ? "unknown" : meet === undefined ? "no" : certain ? "yes" : "unknown";
  return {
    outcome: !known ? undefined : meet === undefined ? "contradicts" : "agrees",
    reason: left.reason ?? right.reason ?? "unreadable",
    left: amountOf(left),
    right: amountOf(right),
    explanation: { kind: "comparison", relation: "equal", left: left.explanation, right: right.explanation, holds },
  };
}

/** What a quantity amounts to, as its explanation prints it. */
function amountOf({ interval, explanation }: Quantity): ExplainedValue {
  return "value" in explanation && typeof explanation.value === "object" ? explanation.value : shown(interval, undefined);
}
