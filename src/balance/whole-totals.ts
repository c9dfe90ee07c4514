import { fraction } from "../core/index.js";
import type { SoundUnit } from "./resource-unit.js";

/** The totals of units as whole multiples of one step: 1 ÷ `parts`. */
export interface WholeTotals {
  readonly totals: readonly bigint[];
  readonly parts: bigint;
}

/** Brings all totals under one denominator, so that sums of them and of their squares need no divisor each. */
export function wholeTotals(units: readonly SoundUnit[]): WholeTotals {
  let parts = 1n;
  for (const denominator of new Set(units.map(({ total }) => total.denominator))) parts *= fraction(denominator, parts).numerator;
  const factors = new Map<bigint, bigint>();
  const totals = units.map(({ total: { numerator, denominator } }) => {
    const factor = factors.get(denominator) ?? parts / denominator;
    factors.set(denominator, factor);
    return numerator * factor;
  });
  return { totals, parts };
}
