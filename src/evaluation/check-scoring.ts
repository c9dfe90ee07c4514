import { compareFractions, exact, type Fraction, parseFraction } from "../core/index.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import type { CategoricalScoring, Exact, Increment, Scoring } from "./scoring.js";

/** The number, or `undefined` when it is none. */
export function readExact(value: Exact | undefined): Fraction | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? exact(value) : undefined;
  if (value === undefined) return undefined;
  return parseFraction(value);
}

function numbersOf(scoring: Scoring): readonly (readonly [string, Exact])[] {
  switch (scoring.kind) {
    case "linear":
      return [
        ["from", scoring.from],
        ["to", scoring.to],
        ["low", scoring.low],
        ["high", scoring.high],
      ];
    case "thresholds":
      return [
        ["otherwise", scoring.otherwise],
        ...scoring.steps.flatMap(({ reach, score }): [string, Exact][] => [
          ["steps.reach", reach],
          ["steps.score", score],
        ]),
      ];
    case "categorical":
      return scoring.categories.map(({ score }): [string, Exact] => ["categories.score", score]);
    case "distance-to-target":
      return [
        ["target", scoring.target],
        ["full", scoring.full],
      ];
    case "standard":
      return [
        ["centre", scoring.centre],
        ["spread", scoring.spread],
      ];
    case "percentile":
    case "own-over-best":
      return [["full", scoring.full]];
    case "rank":
      return [
        ["full", scoring.full],
        ["low", scoring.low],
      ];
  }
}

const sign = (a: Fraction, b: Fraction): number => compareFractions(a, b);

/** Whether a category stands in the list with two scores: which of them counts, nobody has said. */
function contradicts({ categories }: CategoricalScoring): boolean {
  const scores = new Map<string, Fraction>();
  return categories.some(({ category, score }) => {
    const own = exact(score);
    const known = scores.get(category) ?? own;
    scores.set(category, known);
    return sign(known, own) !== 0;
  });
}

/**
 * Where a scoring whose numbers can all be read makes no sense: bounds without width, steps out of order, a target of 0, a category of two
 * scores.
 */
function senselessPlace(scoring: Scoring, direction: LeafItem["direction"]): string | undefined {
  if (scoring.kind === "linear") return sign(exact(scoring.from), exact(scoring.to)) === 0 ? "to" : undefined;
  if (scoring.kind === "distance-to-target") return exact(scoring.target).numerator > 0n ? undefined : "target";
  if (scoring.kind === "categorical") return contradicts(scoring) ? "categories.category" : undefined;
  if (scoring.kind !== "thresholds") return undefined;
  const falling = direction === "higher-is-better" ? 1 : -1;
  const wrong = scoring.steps.some((step, at) => {
    const next = scoring.steps[at + 1];
    return next !== undefined && sign(exact(step.reach), exact(next.reach)) !== falling;
  });
  return wrong ? "steps.reach" : undefined;
}

/** Whether a scoring pays in the direction the leaf calls worse. */
function paysForWorse(scoring: Scoring, direction: LeafItem["direction"]): boolean {
  const better = direction === "higher-is-better" ? 1 : -1;
  if (scoring.kind === "linear")
    return sign(exact(scoring.to), exact(scoring.from)) * sign(exact(scoring.high), exact(scoring.low)) === -better;
  if (scoring.kind === "rank") return sign(exact(scoring.full), exact(scoring.low)) < 0;
  if (scoring.kind === "standard") return exact(scoring.spread).numerator < 0n;
  if (scoring.kind === "categorical") return false;
  // All of the rest run from 0 to full.
  if (scoring.kind !== "thresholds") return exact(scoring.full).numerator < 0n;
  const scores = [...scoring.steps.map((step) => step.score), scoring.otherwise].map(exact);
  return scores.some((score, at) => at > 0 && sign(scores[at - 1] ?? score, score) < 0);
}

function problemsOfScoring(
  scoring: Scoring,
  direction: LeafItem["direction"],
  item: string,
  path: readonly (string | number)[],
): readonly EvaluationIssue[] {
  const unreadable = numbersOf(scoring).filter(([, value]) => readExact(value) === undefined);
  const invalid = (place: string): EvaluationIssue => ({
    code: "scoring-invalid",
    severity: "error",
    path: [...path, place],
    params: { item, place },
  });
  if (unreadable.length > 0) return unreadable.map(([place]) => invalid(place));
  const place = senselessPlace(scoring, direction);
  if (place !== undefined) return [invalid(place)];
  const issues: EvaluationIssue[] = [];
  if (paysForWorse(scoring, direction)) issues.push({ code: "scoring-direction", severity: "error", path, params: { item } });
  if (scoring.kind === "own-over-best") issues.push({ code: "scoring-depends-on-best", severity: "warning", path, params: { item } });
  return issues;
}

function problemsOfIncrement(increment: Increment, leaf: LeafItem, path: readonly (string | number)[]): readonly EvaluationIssue[] {
  const invalid = (place: string): EvaluationIssue => ({
    code: "scoring-invalid",
    severity: "error",
    path: [...path, place],
    params: { item: leaf.id, place: `increment.${place}` },
  });
  const issues: EvaluationIssue[] = [...problemsOfScoring(increment.scoring, "higher-is-better", leaf.id, [...path, "scoring"])];
  const part = readExact(increment.levelPart);
  if (part === undefined || part.numerator < 0n || part.numerator > part.denominator) issues.push(invalid("levelPart"));
  const least = increment.atLeast ?? increment.baseline.length;
  if (increment.baseline.length === 0 || !Number.isSafeInteger(least) || least < 1 || least > increment.baseline.length)
    issues.push(invalid("baseline"));
  const [only, ...more] = increment.baseline;
  if (only !== undefined && more.length === 0)
    issues.push({
      code: "baseline-of-one-period",
      severity: "warning",
      path: [...path, "baseline"],
      params: { item: leaf.id, period: only },
    });
  if (increment.of === "head-room") {
    const worst = readExact(increment.worst);
    const best = readExact(increment.best);
    const better = leaf.direction === "higher-is-better" ? 1 : -1;
    if (worst === undefined || best === undefined || sign(best, worst) !== better) issues.push(invalid("best"));
  }
  if (increment.of !== "head-room" && increment.best !== undefined && readExact(increment.best) === undefined) issues.push(invalid("best"));
  if (increment.of === "conditional" && (readExact(increment.band)?.numerator ?? -1n) < 0n) issues.push(invalid("band"));
  return issues;
}

/** Every problem of a leaf's scoring, increment and missing treatment. */
export function problemsOfLeaf(leaf: LeafItem, path: readonly (string | number)[]): readonly EvaluationIssue[] {
  const issues: EvaluationIssue[] = [...problemsOfScoring(leaf.scoring, leaf.direction, leaf.id, [...path, "scoring"])];
  if (leaf.increment !== undefined) issues.push(...problemsOfIncrement(leaf.increment, leaf, [...path, "increment"]));
  if (leaf.missing.treatment === "impute" && readExact(leaf.missing.score) === undefined) {
    issues.push({
      code: "scoring-invalid",
      severity: "error",
      path: [...path, "missing"],
      params: { item: leaf.id, place: "missing.score" },
    });
  }
  return issues;
}
