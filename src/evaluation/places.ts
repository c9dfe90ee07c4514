import { compareFractions } from "../core/index.js";
import type { MaybeFraction } from "./exact-column.js";

/** Places by exact score, in the order given; equal scores share the better one, and who has no score has no place. */
export function placesOf(scores: readonly MaybeFraction[]): readonly (number | undefined)[] {
  const order = scores.filter((score) => score !== undefined).sort((a, b) => compareFractions(b, a));
  const places = new Map<string, number>();
  for (const [index, { numerator, denominator }] of order.entries()) {
    const key = `${numerator}/${denominator}`;
    if (!places.has(key)) places.set(key, index + 1);
  }
  return scores.map((own) => own && places.get(`${own.numerator}/${own.denominator}`));
}
