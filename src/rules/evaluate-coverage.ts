import type { Explanation, Interval } from "../core/index.js";
import { type CoverageRule, coverageMeasures } from "../policy/index.js";
import { intervalOf, judgeTerms, type ShareTerms, shareTerms, shareWithRest, textOf } from "./evaluate-share.js";
import type { FactLookup } from "./fact-lookup.js";
import { explainedNumber, type MeasuredNumber, numberNode } from "./judge-bounds.js";
import { type Judgement, notHandedOver, type Thresholds } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";

/** The share of a population of schools that is covered, within bounds. */
export interface CoverageTest {
  readonly kind: "coverage";
  readonly measures: ReturnType<typeof coverageMeasures>;
  readonly terms: ShareTerms;
}

/** What a rule on coverage asks. */
export function coverageTest(
  rule: Pick<CoverageRule, "kind" | "id" | "population" | "covered" | "bounds" | "citations">,
  thresholds: Thresholds,
): CoverageTest {
  const terms = shareTerms({ ...rule, unclear: rule.population.unclear }, thresholds);
  return { kind: rule.kind, measures: coverageMeasures(rule), terms };
}

/**
 * 覆盖率. The share of a population of schools that is covered, from the schools that are, those that are not, and all of them: a school of
 * which one does not know is in none of the first two, so that an incomplete list can only leave the share open.
 */
export function judgeCoverage({ measures, terms }: CoverageTest, facts: FactLookup, trace: boolean): Judgement {
  const covered = facts(measures.covered);
  if (covered === undefined) return notHandedOver(measures.covered);
  const uncovered = facts(measures.uncovered);
  if (uncovered === undefined) return notHandedOver(measures.uncovered);
  const whole = facts(measures.whole);
  if (whole === undefined) return notHandedOver(measures.whole);
  if (covered.kind !== "number") return { kind: "no-meaning", label: covered.label };
  if (uncovered.kind !== "number") return { kind: "no-meaning", label: uncovered.label };
  if (whole.kind !== "number") return { kind: "no-meaning", label: whole.label };
  const counts = { part: measuredFact(covered), rest: measuredFact(uncovered), whole: measuredFact(whole) };
  const interval = shareWithRest(intervalOf(counts.part), intervalOf(counts.rest));
  const explanation = trace ? shareNode(counts.part, counts.rest, interval) : undefined;
  const { publishedFor } = covered;
  return judgeTerms(
    { part: withMissing(counts.part, counts.rest), whole: counts.whole, interval, publishedFor, explanation },
    terms,
    trace,
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
    operands: [numberNode(part), numberNode(rest)],
    value: explainedNumber(textOf(interval), "ratio"),
  };
}
