import {
  type DecimalString,
  divideFractions,
  type ExactText,
  exact,
  fraction,
  multiplyFractions,
  SchoolGroupsError,
  sumFractions,
  toExactText,
} from "../core/index.js";
import type { Stage } from "../domain/index.js";

/** A stage of a school with its pupils and its weight per pupil. */
export interface StageWeight {
  readonly stage: Stage;
  readonly pupils: number;
  /** National N4: primary 1, junior 1.1, senior 1.32 (nine-year 1 : 1.1; complete secondary 1 : 1.2; twelve-year 1 : 1.1 : 1.32). */
  readonly weight: DecimalString | number;
}

/** What one stage holds of a shared resource. */
export interface StageShare {
  readonly stage: Stage;
  /** Exact, never rounded: the shares add up to the total. */
  readonly total: ExactText;
}

/**
 * 多学段学校资源拆分. Divides what the stages of one school share (books, rooms, grounds) in proportion to pupils × weight (national N4).
 *
 * Only shared assets are split; what belongs to one stage stays there. The parts are exact and add up to the total. Throws `invalid-argument`
 * for negative or fractional pupils, weights that are not above 0, or no pupil at all.
 *
 * @example
 * ```ts
 * import { splitSharedResources } from "school-groups/balance";
 *
 * splitSharedResources("23226", [
 *   { stage: "primary", pupils: 166, weight: "1" },
 *   { stage: "junior", pupils: 210, weight: "1.1" },
 * ]); // => [{ stage: "primary", total: "3855516/397" }, { stage: "junior", total: "5365206/397" }]
 * ```
 */
export function splitSharedResources(total: DecimalString | ExactText | number, stages: readonly StageWeight[]): readonly StageShare[] {
  const parts = stages.map(({ pupils, weight }) => {
    if (!Number.isSafeInteger(pupils) || pupils < 0)
      throw new SchoolGroupsError("invalid-argument", "pupils must be a whole number ≥ 0", { pupils });
    const each = exact(weight);
    if (each.numerator <= 0n)
      throw new SchoolGroupsError("invalid-argument", "a stage's weight must be above 0", { weight: String(weight) });
    return multiplyFractions(fraction(pupils), each);
  });
  const whole = sumFractions(parts);
  if (whole.numerator === 0n) throw new SchoolGroupsError("invalid-argument", "a school without pupils cannot be split");
  const perUnit = divideFractions(exact(total), whole);
  return stages.map(({ stage }, index) => ({ stage, total: toExactText(multiplyFractions(perUnit, parts[index] ?? fraction(0))) }));
}
