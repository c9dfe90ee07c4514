import { compareFractions, divideFractions, type Fraction, failure, fraction, type Result, success, toNumber } from "../core/index.js";
import type { BalanceIssue } from "./issues.js";
import { type ResourceUnit, readUnits } from "./resource-unit.js";

/**
 * 基尼系数. The Gini coefficient of a resource over schools, each with its pupils: 0 when every pupil has the same, near 1 when a few have all.
 *
 * G = 1 − Σ p_i (2 Q_i − w_i), units in order of their figure per pupil, p the share of pupils, w of the resource, Q the cumulated w (national
 * N4). Computed exactly and turned into a number once. For individuals give each `pupils: 1`. Fails as `differenceCoefficient` does.
 *
 * @example
 * ```ts
 * import { gini } from "school-groups/balance";
 *
 * const result = gini([{ id: "a", pupils: 1, total: 1 }, { id: "b", pupils: 1, total: 3 }]);
 * result.ok && result.value; // => 0.25
 * ```
 */
export function gini(units: readonly ResourceUnit[]): Result<number, BalanceIssue> {
  const { sound, issues } = readUnits(units);
  const [first, ...others] = issues;
  if (first !== undefined) return failure([first, ...others]);
  const scaled = commonScale(sound.map((unit) => unit.total));
  const rows = sound.map((unit, index) => ({
    pupils: unit.pupils.numerator,
    total: scaled[index] ?? 0n,
    perPupil: divideFractions(unit.total, unit.pupils),
  }));
  rows.sort((a, b) => compareFractions(a.perPupil, b.perPupil));
  const pupils = rows.reduce((sum, row) => sum + row.pupils, 0n);
  const total = rows.reduce((sum, row) => sum + row.total, 0n);
  if (total === 0n) return failure([{ code: "zero-mean", severity: "error", path: [], params: {} }]);
  let cumulated = 0n;
  let area = 0n;
  for (const row of rows) {
    cumulated += row.total;
    area += row.pupils * (2n * cumulated - row.total);
  }
  return success(toNumber(fraction(pupils * total - area, pupils * total)));
}

/** The values as whole multiples of one common step. */
function commonScale(values: readonly Fraction[]): readonly bigint[] {
  const denominator = values.reduce((multiple, value) => {
    const { denominator: reduced } = fraction(multiple, value.denominator);
    return multiple * reduced;
  }, 1n);
  return values.map((value) => value.numerator * (denominator / value.denominator));
}
