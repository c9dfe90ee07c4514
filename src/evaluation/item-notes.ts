import { type ExactText, exact, toExactText } from "../core/index.js";
import { type KnownTexts, type TextAt, textsOf } from "./column-text.js";
import type { ItemScore } from "./evaluation.js";
import { type ExactColumn, missingAt, sharedDenominator } from "./exact-column.js";
import type { IndicatorItem } from "./indicator-system.js";
import { negativeAt, refusedAt } from "./mean-column.js";
import type { PreparedEvaluation } from "./prepared-evaluation.js";
import { type AdjustmentColumn, type CompositeColumns, cappedAt } from "./score-composite.js";
import { type LeafColumns, whyMissing } from "./score-leaf.js";

/** What became of one item for a subject; `undefined`: nothing to say. */
export type NoteAt = (at: number) => ItemScore | undefined;

const NOTHING = (): undefined => undefined;

/** Fewer subjects than that have few numbers in common. */
const MANY = 1000;

/** The observed number or category, as text. */
function readingTexts({ readings: { numbers, plain, categories } }: LeafColumns, known: KnownTexts | undefined): TextAt {
  if (categories !== undefined) return (at) => categories[at];
  const texts = textsOf(numbers, known);
  return (at) => plain[at] ?? texts(at);
}

/** Scores as text; one on the scale it was observed on is the same number, written once. */
function scoreTexts(
  { readings: { numbers } }: LeafColumns,
  scores: ExactColumn,
  known: KnownTexts | undefined,
): (at: number, value: ExactText | undefined) => ExactText | undefined {
  const texts = textsOf(scores, known);
  const alike = sharedDenominator(scores) !== undefined && sharedDenominator(scores) === sharedDenominator(numbers);
  if (!alike || scores.kind === "wide" || numbers.kind === "wide") return texts;
  return (at, value) => (scores.numerators[at] === numbers.numerators[at] ? value : texts(at));
}

function leafNotes(columns: LeafColumns, known: KnownTexts | undefined): NoteAt {
  const { leaf, increment, incrementScores, scores } = columns;
  const item = leaf.id;
  const values = readingTexts(columns, known);
  const written = scoreTexts(columns, scores, known);
  const imputed = leaf.missing.treatment === "impute" ? toExactText(exact(leaf.missing.score)) : undefined;
  const baselines = increment === undefined ? NOTHING : textsOf(increment.baselines, known);
  const increments = increment === undefined ? NOTHING : textsOf(increment.values, known);
  const levels = increment === undefined ? NOTHING : scoreTexts(columns, columns.levels, known);
  const progress = incrementScores === undefined ? NOTHING : textsOf(incrementScores, known);
  // The usual leaves go without the fields that are nothing for them: of so many objects their size is most of the time.
  return (at) => {
    const value = values(at);
    const missing = missingAt(scores, at);
    const score = missing ? imputed : written(at, value);
    const why = whyMissing(columns, at);
    if (increment === undefined && !missing) return { item, score, value };
    const steps = {
      item,
      score,
      value,
      baseline: baselines(at),
      increment: increments(at),
      level: levels(at, value),
      incrementScore: progress(at),
    };
    if (!missing && why === undefined) return steps;
    return { ...steps, imputed: (missing && imputed !== undefined) || undefined, why };
  };
}

function compositeNotes(columns: CompositeColumns): NoteAt {
  const { parts, means, scores } = columns;
  const item = columns.node.item.id;
  const written = textsOf(scores);
  const shared = parts.filter(({ optional }) => optional);
  return (at) => {
    if (missingAt(means, at)) {
      return { item, why: !refusedAt(parts, at) && negativeAt(parts, at) ? "negative-score" : "child-missing" };
    }
    const reweighted = shared.filter(({ column }) => missingAt(column, at)).map(({ id }) => id);
    return {
      item,
      score: written(at),
      reweighted: reweighted.length > 0 ? reweighted : undefined,
      capped: cappedAt(columns, at) || undefined,
    };
  };
}

/** Of a bonus or deduction, where its parent has a mean to add to. */
function adjustmentNotes({ means }: CompositeColumns, { item: { id }, points, values }: AdjustmentColumn): NoteAt {
  const [written, observed] = [textsOf(points), textsOf(values)];
  return (at) => {
    if (missingAt(means, at)) return undefined;
    return missingAt(points, at) ? { item: id, why: "no-score" } : { item: id, score: written(at), value: observed(at) };
  };
}

/** For every item that has a score, what became of it, in the order of the system. */
export function itemNotes({ system, subjects, leaves, composites }: PreparedEvaluation): readonly NoteAt[] {
  const known: KnownTexts | undefined = subjects.length < MANY ? undefined : new Map();
  const notes = new Map<string, NoteAt>();
  for (const columns of leaves) notes.set(columns.leaf.id, leafNotes(columns, known));
  for (const columns of composites) {
    notes.set(columns.node.item.id, compositeNotes(columns));
    for (const adjustment of columns.adjustments) notes.set(adjustment.item.id, adjustmentNotes(columns, adjustment));
  }
  return system.items.flatMap((item: IndicatorItem) => notes.get(item.id) ?? []);
}
