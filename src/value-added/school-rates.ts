import {
  addFractions,
  divideFractions,
  type ExactText,
  exact,
  type Fraction,
  fraction,
  maximumFraction,
  multiplyFractions,
  toExactText,
} from "../core/index.js";
import type { RateIndex } from "./rate-cuts.js";
import { wilsonInterval } from "./wilson-interval.js";

/** One rate of a school at one examination. */
export interface MeasuredRate {
  readonly id: string;
  /** Pupils counted, of the school's pupils. */
  readonly count: number;
  /** count ÷ pupils, exact. */
  readonly share: ExactText;
  /** Wilson's interval of the share that pupils like these would have. */
  readonly low: number;
  readonly high: number;
}

/** 一分三率. Mean and rates of a school, or of the area, at one examination. Exact, not rounded. */
export interface RatesAtExamination {
  /** 均分, in marks. */
  readonly mean: ExactText;
  /** 得分率: mean ÷ full marks. */
  readonly scoreRate: ExactText;
  readonly rates: readonly MeasuredRate[];
  /** The weighted sum asked for; null where none was, and where the highest rate it is set against is 0. */
  readonly index: ExactText | null;
}

/** What is known of a school at an examination. @internal */
export interface ExaminationCounts {
  readonly pupils: number;
  readonly mean: Fraction;
  readonly counts: readonly number[];
}

/** The schools shown, with the index set against the highest among them; `alone` for the area, which is set against them too. @internal */
export function ratesAt(
  schools: readonly ExaminationCounts[],
  area: ExaminationCounts,
  options: {
    readonly ids: readonly string[];
    readonly fullMarks: Fraction;
    readonly index: RateIndex | undefined;
    readonly confidence: number;
  },
): { readonly schools: readonly RatesAtExamination[]; readonly area: RatesAtExamination } {
  const { ids, fullMarks, index, confidence } = options;
  const measured = ({ pupils, mean, counts }: ExaminationCounts, measure: string): Fraction =>
    measure === "score-rate" ? divideFractions(mean, fullMarks) : fraction(counts[ids.indexOf(measure)]!, pupils);
  const highest = new Map(
    (index?.terms ?? []).map(({ measure }) => [
      measure,
      maximumFraction(schools.map((school) => measured(school, measure))) ?? fraction(0),
    ]),
  );
  const indexOf = (of: ExaminationCounts): ExactText | null => {
    let sum = fraction(0);
    for (const { measure, weight, relativeTo } of index?.terms ?? []) {
      const best = relativeTo === "highest" ? highest.get(measure)! : fraction(1);
      if (best.numerator === 0n) return null;
      sum = addFractions(sum, multiplyFractions(exact(weight), divideFractions(measured(of, measure), best)));
    }
    return index === undefined ? null : toExactText(sum);
  };
  const describe = (of: ExaminationCounts): RatesAtExamination => ({
    mean: toExactText(of.mean),
    scoreRate: toExactText(divideFractions(of.mean, fullMarks)),
    rates: ids.map((id, k) => {
      const count = of.counts[k]!;
      return { id, count, share: toExactText(fraction(count, of.pupils)), ...wilsonInterval(count, of.pupils, confidence) };
    }),
    index: indexOf(of),
  });
  return { schools: schools.map(describe), area: describe(area) };
}
