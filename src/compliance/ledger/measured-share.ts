import {
  type CountRange,
  compareFractions,
  DEFAULTS,
  type ExactText,
  type Fraction,
  formatPercent,
  fraction,
  parseFraction,
  toExactText,
} from "../../core/index.js";

/**
 * 占比. A share of cells, tasks or periods: exact, an interval where something is unknown, and how it may be printed.
 *
 * The low end takes everything unknown for not met, the high end for met.
 */
export interface MeasuredShare {
  readonly part: CountRange;
  /** Without `high`: the group's list of members is not whole, so that more may be due. */
  readonly whole: CountRange;
  readonly low: ExactText;
  readonly high: ExactText;
  /** Below `DEFAULTS.minimumCells` a fraction is printed, no percent. */
  readonly printed: "percent" | "fraction";
}

/** How many are met, open and not met. */
export interface Tally {
  readonly met: number;
  readonly open: number;
  readonly unmet: number;
}

/** A tally of nothing. */
export const NO_TALLY: Tally = { met: 0, open: 0, unmet: 0 };

/**
 * The share of a tally; `possible` counts what is due only if a school belongs to the group, `whole: false` says that more may be due.
 * `undefined` when nothing is due.
 */
export function measuredShare(certain: Tally, possible: Tally = NO_TALLY, whole = true): MeasuredShare | undefined {
  const due = certain.met + certain.open + certain.unmet;
  const perhaps = possible.met + possible.open + possible.unmet;
  if (due + perhaps === 0) return undefined;
  const low = ratio(certain.met, due + possible.open + possible.unmet);
  const high = ratio(certain.met + certain.open + possible.met + possible.open, due + possible.met + possible.open);
  return {
    part: { low: certain.met, high: certain.met + certain.open + possible.met + possible.open },
    whole: { low: due, ...(whole ? { high: due + perhaps } : {}) },
    low: whole ? toExactText(low ?? ONE) : "0",
    high: whole ? toExactText(high ?? fraction(0)) : "1",
    printed: due >= DEFAULTS.minimumCells.value ? "percent" : "fraction",
  };
}

const ONE: Fraction = { numerator: 1n, denominator: 1n };

function ratio(part: number, whole: number): Fraction | undefined {
  return whole === 0 ? undefined : fraction(part, whole);
}

/**
 * A share as it may be printed: `"87.5%"`, `"80.0%–95.0%"`, below the minimum of cells `"3/4"` or `"3/4–4/4"`; a whole that is itself unknown
 * is printed as it is known, `"3/4–4/5"`.
 *
 * Percentages have one place, rounded half away from zero.
 *
 * @example
 * ```ts
 * import { printShare } from "school-groups/compliance";
 *
 * printShare({ part: { low: 3, high: 4 }, whole: { low: 4, high: 4 }, low: "0.75", high: "1", printed: "fraction" }); // => "3/4–4/4"
 * printShare({ part: { low: 35, high: 35 }, whole: { low: 40, high: 40 }, low: "0.875", high: "0.875", printed: "percent" }); // => "87.5%"
 * ```
 */
export function printShare(share: MeasuredShare): string {
  const low = parseFraction(share.low) ?? fraction(0);
  const high = parseFraction(share.high) ?? fraction(1);
  const point = compareFractions(low, high) === 0;
  if (share.printed === "percent") {
    const [from, to] = [low, high].map((end) => formatPercent(end, { places: 1, mode: "half-away-from-zero" }));
    return point ? `${from}` : `${from}–${to}`;
  }
  const { part, whole } = share;
  if (whole.high === undefined || whole.high !== whole.low) return point ? share.low : `${share.low}–${share.high}`;
  return point ? `${part.low}/${whole.low}` : `${part.low}/${whole.low}–${part.high}/${whole.low}`;
}
