import { addFractions, compareFractions, type Fraction, fraction, parseFraction, toExactText, valueInForce } from "../core/index.js";
import { type PolicyIssue, policyIssue } from "./issues.js";
import type { PolicyParameter } from "./parameter.js";
import type { PolicyPack } from "./policy-pack.js";

/**
 * Weights of an evaluation scheme that do not sum to 1 on a day where one of them begins. A scheme of which only some dimensions have a weight on
 * that day has no sum to speak of. The parameters are those of all packs, with what overlays set.
 */
export function weightFaults(
  pack: Pick<PolicyPack, "evaluations">,
  settled: readonly Pick<PolicyParameter, "id" | "values">[],
): readonly PolicyIssue[] {
  const parameters = new Map(settled.map((parameter) => [parameter.id, parameter.values]));
  return (pack.evaluations ?? []).flatMap((scheme, at) => {
    const series = scheme.dimensions.map(({ weight }) => (weight === undefined ? undefined : parameters.get(weight)));
    const days = new Set(series.flatMap((values) => (values ?? []).map(({ from }) => from ?? "0001-01-01")));
    return [...days].sort().flatMap((day) => {
      const texts = series.map((values) => valueInForce(values ?? [], day)?.value);
      const weights = texts.map((text) => (text === undefined ? undefined : parseFraction(text)));
      if (weights.length === 0 || weights.some((weight) => weight === undefined)) return [];
      const sum = weights.reduce<Fraction>((total, weight) => addFractions(total, weight ?? fraction(0n)), fraction(0n));
      if (compareFractions(sum, fraction(1n)) === 0) return [];
      return [policyIssue("pack-weights-sum", ["evaluations", at, "dimensions"], { id: scheme.id, day, sum: toExactText(sum) })];
    });
  });
}
