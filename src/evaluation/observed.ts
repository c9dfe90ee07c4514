import { compareFractions, divideFractions, type Fraction, fraction, toExactText } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { readExact } from "./check-scoring.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import type { SystemTree } from "./system-tree.js";

/** Observations by indicator and subject; the few periods of one lie in a list. */
export type Observed = ReadonlyMap<string, ReadonlyMap<string, readonly Observation[]>>;

function sameValue(a: Observation["value"], b: Observation["value"]): boolean {
  if (a === b) return true;
  const first = readExact(a ?? undefined);
  const second = readExact(b ?? undefined);
  return first !== undefined && second !== undefined && compareFractions(first, second) === 0;
}

/** Sorts observations; two that contradict each other are an issue, and the first one stands. */
export function observedBy(
  observations: readonly Observation[],
  tree: SystemTree,
): { readonly observed: Observed; readonly issues: readonly EvaluationIssue[] } {
  const observed = new Map<string, Map<string, Observation[]>>();
  const issues: EvaluationIssue[] = [];
  observations.forEach((observation, index) => {
    const { indicator, subject, period, value } = observation;
    const kind = tree.byId.get(indicator)?.kind;
    if (kind === undefined || kind === "composite") {
      issues.push({ code: "observation-unknown-indicator", severity: "warning", path: [index, "indicator"], params: { indicator } });
      return;
    }
    const bySubject = mapIn(observed, indicator);
    const own = bySubject.get(subject);
    const before = own?.find((one) => one.period === period);
    if (own === undefined) bySubject.set(subject, [observation]);
    else if (before === undefined) own.push(observation);
    else if (!sameValue(before.value, value))
      issues.push({ code: "observation-contradicts", severity: "error", path: [index], params: { indicator, subject, period } });
  });
  return { observed, issues };
}

function mapIn<Key, Inner>(outer: Map<string, Map<Key, Inner>>, key: string): Map<Key, Inner> {
  const found = outer.get(key);
  if (found !== undefined) return found;
  const made = new Map<Key, Inner>();
  outer.set(key, made);
  return made;
}

/** The observation of one indicator for one subject and period. */
export function observationOf(observed: Observed, indicator: string, subject: string, period: string): Observation | undefined {
  return observed
    .get(indicator)
    ?.get(subject)
    ?.find((one) => one.period === period);
}

/** What a leaf makes of one observation: a number, a category, or nothing. */
export type Reading =
  /** With the text as observed, where that is just how the number is written. */
  | { readonly kind: "number"; readonly value: Fraction; readonly text?: string | undefined }
  | { readonly kind: "category"; readonly category: string }
  | { readonly kind: "none" };

/** Digits without a sign, an idle zero or an exponent: exact text as it stands, not to be made anew. */
const PLAIN = /^(?:0|[1-9]\d{0,15})(?:\.\d{0,15}[1-9])?$/;

function plainText(value: string | number): string | undefined {
  return typeof value === "string" && PLAIN.test(value) ? value : undefined;
}

const NONE: Reading = { kind: "none" };

function surveyProblem(observation: Observation, value: Fraction, leaf: LeafItem): EvaluationIssue | undefined {
  if (leaf.source.kind !== "survey") return undefined;
  const { indicator, subject, respondents, invited } = observation;
  const lowest = readExact(leaf.source.lowest);
  const highest = readExact(leaf.source.highest);
  const outside =
    (lowest !== undefined && compareFractions(value, lowest) < 0) || (highest !== undefined && compareFractions(value, highest) > 0);
  if (outside)
    return { code: "survey-out-of-range", severity: "error", path: [], params: { indicator, subject, value: toExactText(value) } };
  if (respondents !== undefined && invited !== undefined && respondents > invited) {
    return { code: "survey-response-impossible", severity: "error", path: [], params: { indicator, subject } };
  }
  const least = readExact(leaf.source.minimumResponse);
  if (least === undefined) return undefined;
  const response =
    respondents === undefined || invited === undefined || invited === 0
      ? undefined
      : divideFractions(fraction(respondents), fraction(invited));
  if (response !== undefined && compareFractions(response, least) >= 0) return undefined;
  return {
    code: "survey-response-low",
    severity: "warning",
    path: [],
    params: { indicator, subject, response: response === undefined ? "?" : toExactText(response) },
  };
}

/** Reads one observation for its leaf; whatever is wrong with it is an issue, and it then counts as missing. */
export function readingOf(observation: Observation | undefined, leaf: LeafItem, report: (issue: EvaluationIssue) => void): Reading {
  if (observation === undefined || observation.value === null) return NONE;
  const { indicator, subject, value, unit } = observation;
  if (unit !== undefined && unit !== leaf.unit) {
    report({ code: "observation-unit", severity: "error", path: [], params: { indicator, subject, unit, expected: leaf.unit } });
    return NONE;
  }
  if (leaf.scoring.kind === "categorical") {
    const category = String(value);
    if (leaf.scoring.categories.some((known) => known.category === category)) return { kind: "category", category };
    report({ code: "observation-invalid", severity: "error", path: [], params: { indicator, subject, value: category } });
    return NONE;
  }
  const number = readExact(value);
  if (number === undefined) {
    report({ code: "observation-invalid", severity: "error", path: [], params: { indicator, subject, value: String(value) } });
    return NONE;
  }
  const problem = surveyProblem(observation, number, leaf);
  if (leaf.source.kind === "survey" && leaf.source.minimumResponse === undefined && problem === undefined) {
    const counted = observation.respondents !== undefined && observation.invited !== undefined;
    if (!counted) report({ code: "survey-response-unknown", severity: "warning", path: [], params: { indicator, subject } });
  }
  if (problem === undefined) return { kind: "number", value: number, text: plainText(value) };
  report(problem);
  return NONE;
}
