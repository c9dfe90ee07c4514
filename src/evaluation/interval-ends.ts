import { compareFractions, divideFractions, exact, type Fraction, toExactText } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { readExact } from "./check-scoring.js";
import type { AdjustmentItem, LeafItem } from "./indicator-system.js";

/** For whom the end is chosen: what makes the least score, or the greatest. */
export type End = "worst" | "best";

/** Whether an observation says only between what its value lies. */
export function isInterval({ value, low, high }: Observation): boolean {
  return value === null && (low !== undefined || high !== undefined);
}

/** Whether both ends are numbers in order. */
export function isSound({ low, high }: Observation): boolean {
  const [from, to] = [readExact(low), readExact(high)];
  return from !== undefined && to !== undefined && compareFractions(from, to) <= 0;
}

/** Of a leaf: a value of the period judged is the better the higher (or the lower) it is, one of a baseline the other way round. */
export function leafEnd({ direction }: LeafItem, { low, high, period }: Observation, judged: string, end: End): Observation["value"] {
  const raises = (direction === "higher-is-better") === (period === judged);
  return (raises === (end === "worst") ? low : high) ?? null;
}

/** Of a bonus or deduction: an end that is not known is none at all, or so many that the most points are reached. */
export function adjustmentEnd(
  { kind, pointsEach, atMost }: AdjustmentItem,
  { low, high }: Pick<Observation, "low" | "high">,
  end: End,
): string {
  const each = exact(pointsEach);
  const enough = each.numerator === 0n ? exact(0) : divideFractions(exact(atMost), each);
  const many = (kind === "bonus") === (end === "best");
  return toExactText(many ? (readExact(high) ?? enough) : (readExact(low) ?? exact(0)));
}

/** Of a veto: it takes effect at the worst unless it surely does not, and at the best only if it surely does. */
export function vetoEnd({ low, high }: Pick<Observation, "low" | "high">, end: End): 0 | 1 {
  const above = (limit: Observation["low"]) => isAbove(readExact(limit), exact(0));
  return (end === "worst" ? high === undefined || above(high) : above(low)) ? 1 : 0;
}

/**
 * Whether an increment jumps within the interval of a baseline: who started at the best possible value and is still there is judged by the level, so
 * that the end of the interval is not the worst of it.
 */
export function reachesCeiling({ increment, direction }: LeafItem, baseline: Observation, now: Observation | undefined): boolean {
  if (increment?.best === undefined || increment.of === "head-room" || now === undefined) return false;
  const best = exact(increment.best);
  const reached = ({ value, low, high }: Observation): boolean => {
    const end = readExact(value ?? (direction === "higher-is-better" ? high : low));
    return end !== undefined && !isAbove(...(direction === "higher-is-better" ? ([best, end] as const) : ([end, best] as const)));
  };
  return reached(baseline) && reached(now);
}

function isAbove(value: Fraction | undefined, limit: Fraction): boolean {
  return value !== undefined && compareFractions(value, limit) > 0;
}
