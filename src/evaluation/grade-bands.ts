import {
  addFractions,
  compareFractions,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  roundFraction,
  toNumber,
} from "../core/index.js";
import { readExact } from "./check-scoring.js";
import type { SubjectEvaluation } from "./evaluation.js";
import { stepOf } from "./explain-nodes.js";
import type { GradeBand, IndicatorSystem } from "./indicator-system.js";
import { SAME } from "./pair-tally.js";
import type { PreparedEvaluation } from "./prepared-evaluation.js";

/** A grade for scores in double precision, before any rounding. */
export interface DrawnBand {
  readonly grade: string;
  readonly from: number;
  /** Whether `from` itself lies below the grade. */
  readonly open: boolean;
}

/**
 * The least score that rounding lifts to a bound. Rounding never turns an order round, so that there is one: a multiple of the step, the middle
 * before it, or all that lies above the multiple before it, as the mode has it.
 */
function roundedFrom(bound: Fraction, { mode, places }: IndicatorSystem["rounding"]): { readonly from: Fraction; readonly open: boolean } {
  const step = stepOf(places);
  const reached = roundFraction(bound, { mode: "ceiling", step });
  const below = (quarters: number) => addFractions(reached, multiplyFractions(exact(step), fraction(-quarters, 4)));
  const lifted = (quarters: number) => compareFractions(roundFraction(below(quarters), { mode, step }), reached) >= 0;
  if (lifted(3)) return { from: below(4), open: true };
  if (lifted(2)) return { from: below(2), open: false };
  return lifted(1) ? { from: below(2), open: true } : { from: reached, open: false };
}

/** The grades of a system in its order, the boundary with the higher one, the rounding before the grade taken into the boundary. */
export function drawnBands({ grades, gradeRounded, rounding }: IndicatorSystem): readonly DrawnBand[] {
  return (grades ?? []).map(({ grade, atLeast }: GradeBand) => {
    const bound = readExact(atLeast);
    if (bound === undefined) return { grade, from: Number.NEGATIVE_INFINITY, open: false };
    const { from, open } = gradeRounded === true ? roundedFrom(bound, rounding) : { from: bound, open: false };
    return { grade, from: toNumber(from), open };
  });
}

/** The place of a score's grade from the best; −1 without grades. Scores closer than double precision tells are at the boundary. */
export function bandOf(bands: readonly DrawnBand[], score: number): number {
  return bands.findIndex(({ from, open }) => (open ? score > from + SAME : score >= from - SAME));
}

/** What the vetoes that took effect leave of each subject's score, and of the place of its grade (−1: all of it). */
export interface VetoLimits {
  readonly scores: Float64Array;
  readonly grades: Int32Array;
}

/** The limits of all subjects: vetoes are observed, and no draw changes them. */
export function vetoLimits({ tree, system }: PreparedEvaluation, nominal: readonly SubjectEvaluation[]): VetoLimits {
  const order = (system.grades ?? []).map(({ grade }) => grade);
  const scores = new Float64Array(nominal.length).fill(Number.POSITIVE_INFINITY);
  const grades = new Int32Array(nominal.length).fill(-1);
  for (const [at, { vetoes }] of nominal.entries()) {
    for (const { item, applies } of vetoes) {
      const veto = tree.byId.get(item);
      if (applies !== "yes" || veto?.kind !== "veto") continue;
      if (veto.effect.kind === "grade-at-most") grades[at] = Math.max(grades[at] ?? -1, order.indexOf(veto.effect.grade));
      else scores[at] = Math.min(scores[at] ?? Number.POSITIVE_INFINITY, toNumber(exact(veto.effect.score)));
    }
  }
  return { scores, grades };
}
