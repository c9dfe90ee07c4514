import { SchoolGroupsError } from "../../core/index.js";
import { type GridNumber, NARROW_LIMIT, WIDE_LIMIT } from "./design.js";
import { ROUNDER } from "./kernels.js";

/** The arithmetic that puts a value on its grid: (value − origin) × scale, then to the nearest whole number. @internal */
export interface Grid {
  readonly origin: number;
  /** Steps per unit, rounded once to a double. */
  readonly scale: number;
  readonly limit: number;
  readonly wide: boolean;
}

/** A value further from its grid point than this part of a step is off the grid; nearer ones are decimals that doubles cannot hold. @internal */
export const TOLERANCE = 1 / 256;
const LOW_PART = 1 / NARROW_LIMIT;

/** The numbers that turn a value into steps; refuses a step that doubles cannot hold. @internal */
export function gridOf(origin: GridNumber, step: GridNumber, wide: boolean): Grid {
  const multiply = Number(step.denominator);
  const divide = Number(step.numerator);
  if (multiply > 9007199254740992 || divide > 9007199254740992) {
    throw new SchoolGroupsError("invalid-argument", "a step has at most 15 digits", { step: step.text });
  }
  return { origin: Number(origin.text), scale: multiply / divide, limit: wide ? WIDE_LIMIT : NARROW_LIMIT, wide };
}

/** Steps from the origin, not yet rounded. @internal */
export function stepsOf(value: number, grid: Grid): number {
  return (value - grid.origin) * grid.scale;
}

/** The nearest whole number of steps, halves to even; right within 2⁵¹. @internal */
export function nearestStep(steps: number): number {
  return steps + ROUNDER - ROUNDER;
}

/** Whether a value was further from its grid point than a decimal’s own rounding. @internal */
export function isOffGrid(steps: number, whole: number): boolean {
  return !(Math.abs(steps - whole) <= TOLERANCE);
}

/**
 * Rounds values `from` … `to` into a lane from place 0 on.
 *
 * Comes back with the number of values off the grid, or −1 as soon as one is NaN, infinite or too far (the caller then goes row by row).
 * @internal
 */
export function roundNarrow(values: ArrayLike<number>, from: number, to: number, grid: Grid, lane: Float64Array): number {
  const { origin, scale, limit } = grid;
  const rounder = 6755399441055744;
  let off = 0;
  for (let i = from; i < to; i++) {
    const steps = ((values[i] as number) - origin) * scale;
    const whole = steps + rounder - rounder;
    if (!(whole <= limit && whole >= -limit)) return -1;
    const rest = steps - whole;
    if (rest > TOLERANCE || rest < -TOLERANCE) off++;
    lane[i - from] = whole;
  }
  return off;
}

/** Splits whole numbers within 2⁴² into high × 2²¹ + low. @internal */
export function splitLane(high: Float64Array, low: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const whole = high[i] as number;
    const upper = nearestStep(whole * LOW_PART);
    low[i] = whole - upper * NARROW_LIMIT;
    high[i] = upper;
  }
}
