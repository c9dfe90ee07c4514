import type { Explanation, Interval } from "../core/index.js";
import { type CoverageRule, coverageMeasures } from "../policy/index.js";
import { intervalOf, judgeShare, shareWithRest, textOf } from "./evaluate-share.js";
import { explainedNumber, type MeasuredNumber } from "./judge-bounds.js";
import { type JudgeContext, type Judgement, notHandedOver } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";

/**
 * 覆盖率. The share of a population of schools that is covered, from the schools that are, those that are not, and all of them: a school of
 * which one does not know is in none of the first two, so that an incomplete list can only leave the share open.
 */
export function evaluateCoverage(
  rule: Pick<CoverageRule, "id" | "population" | "covered" | "bounds" | "citations">,
  context: JudgeContext,
): Judgement {
  const measures = coverageMeasures(rule);
  const covered = context.facts(measures.covered);
  if (covered === undefined) return notHandedOver(measures.covered);
  const uncovered = context.facts(measures.uncovered);
  if (uncovered === undefined) return notHandedOver(measures.uncovered);
  const whole = context.facts(measures.whole);
  if (whole === undefined) return notHandedOver(measures.whole);
  for (const fact of [covered, uncovered, whole]) if (fact.kind !== "number") return { kind: "no-meaning", label: fact.label };
  if (covered.kind !== "number" || uncovered.kind !== "number" || whole.kind !== "number") return notHandedOver(measures.whole);
  const counts = { part: measuredFact(covered), rest: measuredFact(uncovered), whole: measuredFact(whole) };
  const interval = shareWithRest(intervalOf(counts.part), intervalOf(counts.rest));
  const explanation = () => shareNode(counts.part, counts.rest, interval);
  return judgeShare(
    { part: withMissing(counts.part, counts.rest), whole: counts.whole, interval, explanation },
    { ...rule, unclear: rule.population.unclear },
    context,
  );
}

function withMissing(part: MeasuredNumber, rest: MeasuredNumber): MeasuredNumber {
  return { ...part, missing: [...part.missing, ...rest.missing] };
}

/** The least and the greatest share: every doubtful school once against and once in favour. */
function shareNode(part: MeasuredNumber, rest: MeasuredNumber, interval: Interval | undefined): Explanation {
  return {
    kind: "operation",
    label: { "zh-CN": "覆盖率", en: "coverage" },
    operator: "coverage",
    operands: [part.explanation(), rest.explanation()],
    value: explainedNumber(textOf(interval), "ratio"),
  };
}
