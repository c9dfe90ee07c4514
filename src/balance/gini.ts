import { failure, fraction, type Result, success, toNumber } from "../core/index.js";
import type { BalanceIssue } from "./issues.js";
import { type ResourceUnit, readUnits, type SoundUnit } from "./resource-unit.js";
import { wholeTotals } from "./whole-totals.js";

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
  const rows = ascendingRows(sound);
  const pupils = rows.reduce((sum, row) => sum + row.pupils, 0n);
  const total = rows.reduce((sum, row) => sum + row.total, 0n);
  if (total === 0n) return failure([{ code: "zero-mean", severity: "error", path: [], params: {} }]);
  let cumulated = 0n;
  let area = 0n;
  for (const row of rows) {
    area += row.pupils * (2n * cumulated + row.total);
    cumulated += row.total;
  }
  return success(toNumber(fraction(pupils * total - area, pupils * total)));
}

interface Row {
  readonly pupils: bigint;
  /** In whole multiples of one step that is common to all. */
  readonly total: bigint;
  /** The figure per pupil, correctly rounded. */
  readonly perPupil: number;
}

/** Rounded quotients never stand in the wrong order; where two are the same the products decide. */
function compareRows(a: Row, b: Row): number {
  if (a.perPupil !== b.perPupil) return a.perPupil - b.perPupil;
  const [left, right] = [a.total * b.pupils, b.total * a.pupils];
  return left < right ? -1 : left > right ? 1 : 0;
}

function ascendingRows(units: readonly SoundUnit[]): readonly Row[] {
  const { totals } = wholeTotals(units);
  return units
    .map(({ pupils: { numerator: pupils } }, index): Row => {
      const total = totals[index] ?? 0n;
      return { pupils, total, perPupil: toNumber({ numerator: total, denominator: pupils }) };
    })
    .sort(compareRows);
}
