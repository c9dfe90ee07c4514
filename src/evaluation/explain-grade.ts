import { type Basis, compareFractions, type Explanation, exact, type Fraction, fraction, type Term } from "../core/index.js";
import { readExact } from "./check-scoring.js";
import type { SubjectEvaluation } from "./evaluation.js";
import { comparisonNode, constantNode, exactly, FIGURES, factNode, parameterNode } from "./explain-nodes.js";
import type { GradeBand, IndicatorSystem, VetoItem } from "./indicator-system.js";
import { type Observed, observationOf } from "./observed.js";

/** A grade that was given: the score's own tree, and what the vetoes say. */
export interface GradeToExplain {
  readonly system: IndicatorSystem;
  /** The score that the bounds are held against, and how it came about. */
  readonly judged: Fraction;
  readonly score: Explanation;
  readonly scored: SubjectEvaluation;
  readonly observed: Observed;
  readonly period: string;
}

const SCORE: Term = { "zh-CN": "用以评定等级的得分", en: "score that is graded" };

/** The grade as a figure of the system: which one, by its name. */
function gradeNode({ grade, label }: GradeBand, basis: Basis | undefined): Explanation {
  return {
    kind: "parameter",
    id: `grade.${grade}`,
    label,
    value: { kind: "term", value: label },
    ...(basis === undefined ? {} : { basis }),
  };
}

function chosenNode(operands: readonly Explanation[], { label }: GradeBand): Explanation {
  return { kind: "operation", label, operator: "select", operands, value: { kind: "term", value: label } };
}

/** What was observed of a veto (above 0: it happened), as a fact; nobody observed it: unknown. */
export function vetoFact(veto: VetoItem, subject: string, observed: Observed, period: string): Explanation {
  const value = readExact(observationOf(observed, veto.id, subject, period)?.value ?? undefined);
  const label = { "zh-CN": `一票否决：${veto.label["zh-CN"]}`, en: `veto: ${veto.label.en}` };
  return factNode(label, exactly(value), subject, veto.citations?.[0]);
}

/** By the score alone: the first bound that is reached, from the best grade down. */
function byScore(asked: GradeToExplain): { readonly node: Explanation; readonly band: GradeBand } | undefined {
  const { system, judged, score, scored } = asked;
  const basis = system.gradesBasis ?? { kind: "caller" };
  const operands: Explanation[] = [score];
  for (const band of system.grades ?? []) {
    if (band.atLeast === undefined) return { node: chosenNode([...operands, gradeNode(band, basis)], band), band };
    const bound = exact(band.atLeast);
    const holds = compareFractions(judged, bound) >= 0;
    const label = {
      "zh-CN": `达到“${band.label["zh-CN"]}”分数线（含本数，分数线归较高等级）`,
      en: `reaches the bound of "${band.label.en}" (the bound itself belongs to the higher grade)`,
    };
    const line = parameterNode(
      `grade.${band.grade}.atLeast`,
      { "zh-CN": `“${band.label["zh-CN"]}”分数线`, en: `bound of "${band.label.en}"` },
      bound,
      basis,
    );
    operands.push(comparisonNode(label, "at-least", factNode(SCORE, exactly(judged), scored.subject), line, holds), gradeNode(band, basis));
    if (holds) return { node: chosenNode(operands, band), band };
  }
  return undefined;
}

/** A grade's place from the best down, as a figure of the system's order. */
function placeNode(bands: readonly GradeBand[], band: GradeBand): Explanation {
  const place = bands.indexOf(band) + 1;
  const label = { "zh-CN": `“${band.label["zh-CN"]}”的等级次序`, en: `place of "${band.label.en}" in the order of grades` };
  return constantNode(label, fraction(place));
}

/**
 * How the grade was chosen: the score against the bounds from the best grade down (each bound belongs to the grade it opens), then what each veto
 * that took effect leaves of it. A veto that nobody could tell stands beside them as unknown. `undefined` without grades.
 */
export function explainGrade(asked: GradeToExplain): Explanation | undefined {
  const { system, scored, observed, period } = asked;
  const bands = system.grades ?? [];
  const found = byScore(asked);
  if (found === undefined) return undefined;
  let { node, band } = found;
  for (const { item, applies } of scored.vetoes) {
    const veto = system.items.find(({ id }) => id === item);
    if (veto?.kind !== "veto") continue;
    const fact = vetoFact(veto, scored.subject, observed, period);
    const { effect } = veto;
    if (applies === "unknown") {
      node = chosenNode([node, fact, gradeNode(band, system.gradesBasis)], band);
      continue;
    }
    const limit = effect.kind === "grade-at-most" ? bands.find(({ grade }) => grade === effect.grade) : undefined;
    if (limit === undefined) continue;
    const lower = bands.indexOf(limit) > bands.indexOf(band);
    const label = {
      "zh-CN": `等级高于限定的“${limit.label["zh-CN"]}”`,
      en: `the grade is above "${limit.label.en}", the most that is left`,
    };
    const compared = comparisonNode(label, "more-than", placeNode(bands, limit), placeNode(bands, band), lower);
    const rest = lower
      ? [gradeNode(limit, system.gradesBasis)]
      : [gradeNode(limit, system.gradesBasis), gradeNode(band, system.gradesBasis)];
    band = lower ? limit : band;
    node = chosenNode([node, fact, compared, ...rest], band);
  }
  return node;
}

/** What a veto that took effect leaves of the score: its observation above 0 opens the limit. */
export function explainVetoScore(veto: VetoItem, fact: Explanation, most: Fraction): Explanation {
  const label = { "zh-CN": `${veto.label["zh-CN"]}：得分上限`, en: `${veto.label.en}: the score is at most` };
  const happened = comparisonNode(
    { "zh-CN": "已发生", en: "it happened" },
    "more-than",
    fact,
    constantNode(FIGURES.zero, fraction(0)),
    true,
  );
  const limit = parameterNode(`${veto.id}.score`, label, most, veto.basis);
  return { kind: "operation", label, operator: "select", operands: [happened, limit], value: exactly(most) };
}
