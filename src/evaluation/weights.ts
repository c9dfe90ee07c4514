import {
  type Basis,
  type DecimalString,
  type ExactText,
  exact,
  failure,
  fraction,
  type Result,
  success,
  toExactText,
} from "../core/index.js";
import type { EvaluationIssue } from "./issues.js";

/** 权重. Weights of sibling indicators that add up to exactly 1, with where they come from. */
export interface Weights {
  /** In the order of the indicators given; exact text (`"1/3"`). */
  readonly weights: readonly { readonly indicator: string; readonly weight: ExactText }[];
  readonly basis: Basis;
}

/**
 * Indicators that stand twice: their weight would be two.
 * @internal
 */
export function repeatedIndicators(indicators: readonly string[]): readonly EvaluationIssue[] {
  return indicators.flatMap((item, index): readonly EvaluationIssue[] =>
    indicators.indexOf(item) === index
      ? []
      : [{ code: "item-duplicate", severity: "error", path: ["indicators", index], params: { item } }],
  );
}

/**
 * 等权. The same weight for every indicator: a method of this library, never a policy. Fails with `weights-empty` for no indicator,
 * `item-duplicate` for one that stands twice.
 *
 * @example
 * ```ts
 * import { equalWeights } from "school-groups/evaluation";
 *
 * const result = equalWeights(["a", "b", "c"]);
 * result.ok && result.value.weights.map(({ weight }) => weight); // => ["1/3", "1/3", "1/3"]
 * ```
 */
export function equalWeights(indicators: readonly string[]): Result<Weights, EvaluationIssue> {
  if (indicators.length === 0) return failure([{ code: "weights-empty", severity: "error", path: [], params: {} }]);
  const [first, ...others] = repeatedIndicators(indicators);
  if (first !== undefined) return failure([first, ...others]);
  const weight = toExactText(fraction(1, indicators.length));
  return success({
    weights: indicators.map((indicator) => ({ indicator, weight })),
    basis: {
      kind: "library",
      why: { "zh-CN": "文件未规定权重，按各指标等权计算", en: "no document gives weights, so that all indicators weigh the same" },
    },
  });
}

/** Decimal places of weights that a method estimates. */
const PLACES = 12;

/**
 * Estimated weights as decimal text that adds up to exactly 1: each cut to twelve places, the remaining units given to the largest remainders
 * (the earlier indicator first).
 */
export function settledWeights(values: readonly number[]): readonly DecimalString[] {
  const scale = 10n ** BigInt(PLACES);
  const parts = values.map((value, index) => {
    const scaled = exact(value);
    const units = (scaled.numerator * scale) / scaled.denominator;
    const remainder = (scaled.numerator * scale) % scaled.denominator;
    return { index, units, remainder: Number((remainder * scale) / scaled.denominator) };
  });
  let left = scale - parts.reduce((sum, part) => sum + part.units, 0n);
  const byRemainder = [...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let turn = 0; left !== 0n && byRemainder.length > 0; turn = (turn + 1) % byRemainder.length) {
    const part = byRemainder[turn];
    if (part === undefined) break;
    const step = left > 0n ? 1n : -1n;
    part.units += step;
    left -= step;
  }
  return parts.map((part) => toExactText(fraction(part.units, scale)));
}
