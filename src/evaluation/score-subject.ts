import {
  addFractions,
  compareFractions,
  type ExactText,
  exact,
  type Fraction,
  formatDecimal,
  fraction,
  type Missing,
  minimumFraction,
  multiplyFractions,
  roundFraction,
  toExactText,
} from "../core/index.js";
import { readExact } from "./check-scoring.js";
import type { ItemScore, Score, SubjectEvaluation } from "./evaluation.js";
import type { AdjustmentItem, IndicatorSystem, LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { meanScore } from "./mean-score.js";
import { type Observed, observationOf } from "./observed.js";
import type { LeafOutcome } from "./score-leaf.js";
import type { CompositeNode, SystemTree } from "./system-tree.js";

/** What stands ready for every subject: the sound system, its tree, the observations. */
export interface ScoringContext {
  readonly system: IndicatorSystem;
  readonly tree: SystemTree;
  readonly observed: Observed;
  readonly period: string;
  readonly report: (issue: EvaluationIssue) => void;
  /** Where a trace is wanted: takes each composite's mean, before bonuses, deductions and cap. */
  readonly means?: Map<string, Fraction> | undefined;
}

interface Settled {
  readonly value: Fraction | undefined;
  readonly note: ItemScore;
}

const text = (value: Fraction | undefined): ExactText | undefined => (value === undefined ? undefined : toExactText(value));

function readingText(outcome: LeafOutcome): ExactText | undefined {
  if (outcome.reading.kind === "none") return undefined;
  if (outcome.reading.kind === "category") return outcome.reading.category;
  return outcome.reading.text ?? toExactText(outcome.reading.value);
}

function settleLeaf(leaf: LeafItem, outcome: LeafOutcome): Settled {
  const imputed = outcome.score === undefined && leaf.missing.treatment === "impute" ? exact(leaf.missing.score) : undefined;
  const value = outcome.score ?? imputed;
  const reading = readingText(outcome);
  // A score on the scale it was observed on is the same number, written once.
  const same = outcome.reading.kind === "number" && outcome.reading.value === value;
  const change = outcome.increment;
  return {
    value,
    note: {
      item: leaf.id,
      score: same ? reading : text(value),
      value: reading,
      baseline: text(change?.baseline),
      increment: change !== undefined && "value" in change ? toExactText(change.value) : undefined,
      level: change === undefined ? undefined : text(outcome.level),
      incrementScore: text(outcome.incrementScore),
      imputed: imputed === undefined ? undefined : true,
      why:
        outcome.score !== undefined
          ? undefined
          : change !== undefined && "none" in change && outcome.reading.kind !== "none"
            ? change.none
            : "no-score",
    },
  };
}

/** The observed number of a bonus or deduction; unobserved ones add nothing, as nothing was reported. */
function adjustmentOf(item: AdjustmentItem, subject: string, context: ScoringContext): Settled {
  const observation = observationOf(context.observed, item.id, subject, context.period);
  const number = readExact(observation?.value ?? undefined);
  if (number === undefined || number.numerator < 0n) {
    if (observation !== undefined && observation.value !== null) {
      context.report({
        code: "observation-invalid",
        severity: "error",
        path: [],
        params: { indicator: item.id, subject, value: String(observation.value) },
      });
    }
    return { value: undefined, note: { item: item.id, why: "no-score" } };
  }
  const points = minimumFraction([multiplyFractions(number, exact(item.pointsEach)), exact(item.atMost)]) ?? fraction(0);
  const value = item.kind === "bonus" ? points : multiplyFractions(points, fraction(-1));
  return { value, note: { item: item.id, score: toExactText(value), value: toExactText(number) } };
}

function settleComposite(node: CompositeNode, settled: Map<string, Settled>, subject: string, context: ScoringContext): Settled {
  const { item, parts, adjustments } = node;
  const own = node.weights;
  const scores: Fraction[] = [];
  const weights: Fraction[] = [];
  const reweighted: string[] = [];
  for (const [index, part] of parts.entries()) {
    const value = settled.get(part.id)?.value;
    if (value !== undefined) {
      scores.push(value);
      weights.push(own[index] ?? fraction(0));
    } else if (part.kind === "leaf" && part.missing.treatment === "reweight") reweighted.push(part.id);
    else return { value: undefined, note: { item: item.id, why: "child-missing" } };
  }
  const mean = meanScore(item.mean, scores, weights);
  if (mean === undefined) {
    const negative = scores.some((score) => score.numerator < 0n);
    if (negative) context.report({ code: "value-negative", severity: "error", path: [], params: { indicator: item.id, subject } });
    return { value: undefined, note: { item: item.id, why: negative ? "negative-score" : "child-missing" } };
  }
  context.means?.set(item.id, mean);
  let value = mean;
  for (const adjustment of adjustments) {
    const points = adjustmentOf(adjustment, subject, context);
    settled.set(adjustment.id, points);
    if (points.value !== undefined) value = addFractions(value, points.value);
  }
  const cap = readExact(item.cap);
  const capped = cap !== undefined && compareFractions(value, cap) > 0;
  if (capped) value = cap;
  return {
    value,
    note: {
      item: item.id,
      score: toExactText(value),
      reweighted: reweighted.length > 0 ? reweighted : undefined,
      capped: capped || undefined,
    },
  };
}

/** The grade of an exact score; the boundary belongs to the higher grade. */
export function gradeOf(system: IndicatorSystem, score: Fraction): string | undefined {
  const { mode, places } = system.rounding;
  const judged =
    system.gradeRounded === true ? roundFraction(score, { mode, step: places === 0 ? "1" : `0.${"0".repeat(places - 1)}1` }) : score;
  return system.grades?.find((band) => {
    const bound = readExact(band.atLeast);
    return bound === undefined || compareFractions(judged, bound) >= 0;
  })?.grade;
}

/** Exact and printed. */
export function scoreOf(system: IndicatorSystem, value: Fraction): Score {
  return { exact: toExactText(value), printed: formatDecimal(value, system.rounding) };
}

function vetoesOf(subject: string, context: ScoringContext): SubjectEvaluation["vetoes"] {
  return context.tree.vetoes.flatMap((veto): SubjectEvaluation["vetoes"] => {
    const observation = observationOf(context.observed, veto.id, subject, context.period);
    const number = readExact(observation?.value ?? undefined);
    if (number === undefined) return [{ item: veto.id, applies: "unknown" }];
    return number.numerator > 0n ? [{ item: veto.id, applies: "yes" }] : [];
  });
}

interface Limited {
  readonly score: Fraction;
  readonly grade: string | undefined;
}

/** What the vetoes that took effect leave of score and grade. */
function limited(score: Fraction, vetoes: SubjectEvaluation["vetoes"], context: ScoringContext): Limited {
  const { system, tree } = context;
  const order = (system.grades ?? []).map((band) => band.grade);
  let value = score;
  let worst = -1;
  for (const { item, applies } of vetoes) {
    const veto = tree.byId.get(item);
    if (applies !== "yes" || veto?.kind !== "veto") continue;
    if (veto.effect.kind === "score-at-most") value = minimumFraction([value, exact(veto.effect.score)]) ?? value;
    else worst = Math.max(worst, order.indexOf(veto.effect.grade));
  }
  const grade = gradeOf(system, value);
  return { score: value, grade: grade === undefined ? undefined : order[Math.max(worst, order.indexOf(grade))] };
}

function missingOf(settled: ReadonlyMap<string, Settled>, subject: string, context: ScoringContext): readonly Missing[] {
  return context.tree.leaves.flatMap((leaf): readonly Missing[] => {
    const note = settled.get(leaf.id)?.note;
    if (note?.why === undefined) return [];
    const about = { indicator: leaf.id, subject: { kind: "school", id: subject } } as const;
    return [note.why === "no-baseline" ? { kind: "baseline", ...about } : { kind: "observation", ...about }];
  });
}

/** Everything about one subject, from the outcomes of its leaves (in the tree's order). */
export function scoreSubject(subject: string, outcomes: readonly LeafOutcome[], context: ScoringContext): SubjectEvaluation {
  const { system, tree } = context;
  const settled = new Map<string, Settled>();
  tree.leaves.forEach((leaf, index) => {
    const outcome = outcomes[index];
    if (outcome !== undefined) settled.set(leaf.id, settleLeaf(leaf, outcome));
  });
  for (const node of tree.composites) settled.set(node.item.id, settleComposite(node, settled, subject, context));
  const root = settled.get(tree.root.id)?.value;
  const vetoes = vetoesOf(subject, context);
  const result = root === undefined ? undefined : limited(root, vetoes, context);
  return {
    subject,
    score: result && scoreOf(system, result.score),
    grade: result?.grade,
    items: system.items.flatMap((item) => settled.get(item.id)?.note ?? []),
    vetoes,
    missing: missingOf(settled, subject, context),
  };
}
