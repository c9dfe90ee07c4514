import {
  compareFractions,
  type ExactText,
  exact,
  type Fraction,
  formatDecimal,
  type Missing,
  roundFraction,
  toExactText,
} from "../core/index.js";
import { readExact } from "./check-scoring.js";
import { textsOf } from "./column-text.js";
import type { ItemScore, SubjectEvaluation } from "./evaluation.js";
import { fractionAt } from "./exact-column.js";
import { stepOf } from "./explain-nodes.js";
import type { IndicatorSystem } from "./indicator-system.js";
import { itemNotes } from "./item-notes.js";
import { observationsOf } from "./observed.js";
import type { PreparedEvaluation } from "./prepared-evaluation.js";
import { whyMissing } from "./score-leaf.js";

/** Puts together everything about one subject, by its place. */
export type SubjectAt = (at: number) => SubjectEvaluation;

type VetoNote = SubjectEvaluation["vetoes"][number];

/** The grade of an exact score, by its place from the best; −1: the system gives none. The boundary belongs to the higher grade. */
function gradePlaces({ grades, gradeRounded, rounding }: IndicatorSystem): (score: Fraction) => number {
  const bounds = (grades ?? []).map(({ atLeast }) => readExact(atLeast));
  const { mode, places } = rounding;
  return (score) => {
    if (bounds.length === 0) return -1;
    const judged = gradeRounded === true ? roundFraction(score, { mode, step: stepOf(places) }) : score;
    return bounds.findIndex((bound) => bound === undefined || compareFractions(judged, bound) >= 0);
  };
}

/** The vetoes that took effect on a subject, and those nobody could tell. */
function vetoNotes({ tree, observed, period }: PreparedEvaluation): (at: number) => readonly VetoNote[] {
  const columns = tree.vetoes.map(({ id }) => ({ id, observations: observationsOf(observed, id, period) }));
  return (at) =>
    columns.flatMap(({ id, observations }): readonly VetoNote[] => {
      const number = readExact(observations[at]?.value ?? undefined);
      if (number === undefined) return [{ item: id, applies: "unknown" }];
      return number.numerator > 0n ? [{ item: id, applies: "yes" }] : [];
    });
}

/** What the vetoes that took effect leave of a score and of the place of its grade. */
function limits({
  system,
  tree,
}: PreparedEvaluation): (score: Fraction, vetoes: readonly VetoNote[]) => { score: Fraction; worst: number } {
  const order = (system.grades ?? []).map(({ grade }) => grade);
  return (score, vetoes) => {
    let [value, worst] = [score, -1];
    for (const { item, applies } of vetoes) {
      const veto = tree.byId.get(item);
      if (applies !== "yes" || veto?.kind !== "veto") continue;
      if (veto.effect.kind === "grade-at-most") worst = Math.max(worst, order.indexOf(veto.effect.grade));
      else {
        const most = exact(veto.effect.score);
        if (compareFractions(most, value) < 0) value = most;
      }
    }
    return { score: value, worst };
  };
}

/** What is observed now, and lacks something to be compared with. */
const WANTS_BASELINE: ReadonlySet<string> = /* @__PURE__ */ new Set(["no-baseline", "zero-baseline", "no-like-start"]);

function missingOf({ leaves, composites, subjects }: PreparedEvaluation): (at: number) => readonly Missing[] {
  const adjustments = composites.flatMap((composite) => composite.adjustments).filter(({ unknown }) => unknown.size > 0);
  return (at) => {
    const missing: Missing[] = [];
    for (const columns of leaves) {
      const why = whyMissing(columns, at);
      if (why === undefined) continue;
      const about = { indicator: columns.leaf.id, subject: { kind: "school", id: subjects[at] ?? "" } } as const;
      missing.push({ kind: WANTS_BASELINE.has(why) ? "baseline" : "observation", ...about });
    }
    for (const { item, unknown } of adjustments) {
      if (unknown.has(at)) missing.push({ kind: "observation", indicator: item.id, subject: { kind: "school", id: subjects[at] ?? "" } });
    }
    return missing;
  };
}

/** Everything about each subject, out of the columns of all. */
export function subjectScorer(prepared: PreparedEvaluation): SubjectAt {
  const { system, subjects, composites } = prepared;
  const notes = itemNotes(prepared);
  const root = composites.at(-1)?.scores ?? { kind: "wide", values: [] };
  const [rootText, gradePlace, limited] = [textsOf(root), gradePlaces(system), limits(prepared)];
  const [vetoesAt, missingAt] = [vetoNotes(prepared), missingOf(prepared)];
  return (at) => {
    const items: ItemScore[] = [];
    for (const noteAt of notes) {
      const note = noteAt(at);
      if (note !== undefined) items.push(note);
    }
    const vetoes = vetoesAt(at);
    const own = fractionAt(root, at);
    const result = own && limited(own, vetoes);
    const text: ExactText | undefined = result && (result.score === own ? rootText(at) : toExactText(result.score));
    const place = result === undefined ? -1 : gradePlace(result.score);
    return {
      subject: subjects[at] ?? "",
      score: result && { exact: text ?? toExactText(result.score), printed: formatDecimal(result.score, system.rounding) },
      grade: place < 0 ? undefined : system.grades?.[Math.max(place, result?.worst ?? -1)]?.grade,
      items,
      vetoes,
      missing: missingAt(at),
    };
  };
}
