import { compareFractions, divideFractions, type Fraction, fraction, toExactText } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { readExact } from "./check-scoring.js";
import { type ExactColumn, fractionAt } from "./exact-column.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { type NumberColumn, numberColumn } from "./number-column.js";
import type { ObservationColumn } from "./observed.js";

/** What a leaf makes of one observation: a number, a category, or nothing. */
export type Reading =
  | { readonly kind: "number"; readonly value: Fraction }
  | { readonly kind: "category"; readonly category: string }
  | { readonly kind: "none" };

/** What a leaf makes of the observations of one period, subject by subject. */
export interface Readings {
  readonly numbers: ExactColumn;
  /** Numbers as observed, where that is just how they are written. */
  readonly plain: readonly (string | undefined)[];
  /** Of a categorical leaf, which has no numbers. */
  readonly categories?: readonly (string | undefined)[] | undefined;
}

type Report = (issue: EvaluationIssue) => void;

const NONE: Reading = { kind: "none" };

/** One subject's reading. */
export function readingAt({ numbers, categories }: Readings, at: number): Reading {
  const category = categories?.[at];
  if (category !== undefined) return { kind: "category", category };
  const value = fractionAt(numbers, at);
  return value === undefined ? NONE : { kind: "number", value };
}

/** Finds what is wrong with a survey's answer; `undefined` for a leaf that is none. */
function surveyCheck({ source }: LeafItem): ((observation: Observation) => EvaluationIssue | undefined) | undefined {
  if (source.kind !== "survey") return undefined;
  const [lowest, highest, least] = [readExact(source.lowest), readExact(source.highest), readExact(source.minimumResponse)];
  return ({ indicator, subject, value: answered, respondents, invited }) => {
    const value = readExact(answered ?? undefined);
    if (value === undefined) return undefined;
    const outside =
      (lowest !== undefined && compareFractions(value, lowest) < 0) || (highest !== undefined && compareFractions(value, highest) > 0);
    if (outside)
      return { code: "survey-out-of-range", severity: "error", path: [], params: { indicator, subject, value: toExactText(value) } };
    if (respondents !== undefined && invited !== undefined && respondents > invited)
      return { code: "survey-response-impossible", severity: "error", path: [], params: { indicator, subject } };
    if (least === undefined) {
      const counted = respondents !== undefined && invited !== undefined;
      return counted ? undefined : { code: "survey-response-unknown", severity: "warning", path: [], params: { indicator, subject } };
    }
    const response =
      respondents === undefined || invited === undefined || invited === 0
        ? undefined
        : divideFractions(fraction(respondents), fraction(invited));
    if (response !== undefined && compareFractions(response, least) >= 0) return undefined;
    const params = { indicator, subject, response: response === undefined ? "?" : toExactText(response) };
    return { code: "survey-response-low", severity: "warning", path: [], params };
  };
}

/** What reading a leaf needs to know, read off it once. */
interface LeafReader {
  readonly unit: string;
  readonly categories: ReadonlySet<string> | undefined;
  readonly problemOf: ((observation: Observation) => EvaluationIssue | undefined) | undefined;
}

/** The readings of one period in the making. */
interface ReadingColumn {
  readonly observations: ObservationColumn;
  readonly numbers: NumberColumn;
  readonly categories: (string | undefined)[] | undefined;
}

const invalid = ({ indicator, subject, value }: Observation): EvaluationIssue => ({
  code: "observation-invalid",
  severity: "error",
  path: [],
  params: { indicator, subject, value: String(value) },
});

/** Reads one observation into its place; what is wrong with it comes back. */
function readOne(observation: Observation, at: number, reader: LeafReader, into: ReadingColumn): EvaluationIssue | undefined {
  const { value, unit } = observation;
  if (value === null) return undefined;
  if (unit !== undefined && unit !== reader.unit) {
    const { indicator, subject, period } = observation;
    return { code: "observation-unit", severity: "error", path: [], params: { indicator, subject, period, unit, expected: reader.unit } };
  }
  if (reader.categories !== undefined) {
    if (into.categories === undefined || !reader.categories.has(String(value))) return invalid(observation);
    into.categories[at] = String(value);
    return undefined;
  }
  const problem = reader.problemOf?.(observation);
  // Who answered is not known: said, but no reason not to score.
  if (problem !== undefined && problem.code !== "survey-response-unknown") return problem;
  return into.numbers.put(at, value) ? problem : invalid(observation);
}

/**
 * Reads the observations of one leaf in several periods, subject by subject and then period by period; whatever is wrong with one is an issue,
 * and it then counts as missing.
 */
export function readingsOf(leaf: LeafItem, periods: readonly ObservationColumn[], size: number, report: Report): readonly Readings[] {
  const categories = leaf.scoring.kind === "categorical" ? new Set(leaf.scoring.categories.map(({ category }) => category)) : undefined;
  const reader = { unit: leaf.unit, categories, problemOf: surveyCheck(leaf) };
  const columns = periods.map(
    (observations): ReadingColumn => ({
      observations,
      numbers: numberColumn(size),
      categories: categories && new Array<string | undefined>(size).fill(undefined),
    }),
  );
  for (let at = 0; at < size; at += 1) {
    for (const column of columns) {
      const observation = column.observations[at];
      const problem = observation && readOne(observation, at, reader, column);
      if (problem !== undefined) report(problem);
    }
  }
  return columns.map(({ numbers, categories: own }) => ({ numbers: numbers.column(), plain: numbers.plain, categories: own }));
}
