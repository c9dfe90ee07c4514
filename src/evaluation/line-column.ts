import type { Fraction } from "../core/index.js";
import { columnOf, LARGEST, largestOf, ownQuotients, type SafeColumn } from "./exact-column.js";

/** Figures of a scoring as whole numbers of one common part. */
export interface CommonUnits {
  readonly units: readonly number[];
  readonly denominator: number;
}

/** Figures under one denominator, if that and they are safe integers. */
export function commonUnits(values: readonly Fraction[]): CommonUnits | undefined {
  const column = columnOf(values);
  if (column.kind === "wide" || typeof column.denominators !== "number") return undefined;
  return { units: [...column.numerators], denominator: column.denominators };
}

/** A straight line, and how far it reaches. */
export interface Line {
  readonly start: Fraction;
  readonly rise: Fraction;
  /** The two ends, in either order, that no score goes beyond. */
  readonly ends?: readonly [Fraction, Fraction] | undefined;
}

/** start + rise × value: three multiplications a subject, on whole numbers. `undefined`: some number would be too large for that. */
export function lineColumn({ start, rise, ends }: Line, { numerators, denominators }: SafeColumn): SafeColumn | undefined {
  const line = commonUnits([start, rise, ...(ends ?? [])]);
  if (line === undefined) return undefined;
  const { denominator } = line;
  const [from = 0, slope = 0, first = Number.NEGATIVE_INFINITY, last = Number.POSITIVE_INFINITY] = line.units;
  const [least, most] = [Math.min(first, last), Math.max(first, last)];
  const across = largestOf(denominators);
  const farthest = ends === undefined ? 0 : Math.max(Math.abs(least), Math.abs(most));
  const reach = Math.abs(slope) * largestOf(numerators) + Math.abs(from) * across;
  if (Math.max(reach, Math.max(farthest, denominator) * across) > LARGEST) return undefined;
  if (typeof denominators === "number") {
    const [base, low, high] = [from * denominators, least * denominators, most * denominators];
    const scores = numerators.map((value) => {
      const score = slope * value + base;
      return score < low ? low : score > high ? high : score;
    });
    return { kind: "safe", numerators: scores, denominators: denominators * denominator };
  }
  const scores = numerators.map((value, at) => {
    const by = denominators[at] ?? 1;
    const score = slope * value + from * by;
    return score < least * by ? least * by : score > most * by ? most * by : score;
  });
  return ownQuotients(
    scores,
    denominators.map((by) => by * denominator),
  );
}
