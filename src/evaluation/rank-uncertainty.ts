import { failure, parseFraction, type Result, SchoolGroupsError, success, toNumber } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { createRandom, type Random } from "../statistics/index.js";
import { readExact } from "./check-scoring.js";
import { type DrawnMissing, drawnSystem, settleDraw } from "./drawn-system.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { observedBy } from "./observed.js";
import { readOwnText } from "./own-exact-text.js";
import { type EvaluateOptions, outcomesOf, type PreparedEvaluation, prepareEvaluation } from "./prepared-evaluation.js";
import { type RankTally, rankTally, type SubjectRanks, type UnclearPair } from "./rank-tally.js";
import { scoreLeaf } from "./score-leaf.js";
import { scoreSubject } from "./score-subject.js";
import type { Scoring } from "./scoring.js";

/** What is varied, and how often. Nothing has a hidden default: what is absent is held fixed, and `steps` says so. */
export interface RankUncertaintyOptions extends EvaluateOptions {
  readonly seed: number;
  /** Draws of the Monte-Carlo, 1 to 1 000 000. */
  readonly draws: number;
  /** The part of all draws an interval holds, above 0 and below 1: 0.9 leaves 5 % on either side. */
  readonly level: number;
  /** Every weight × a uniform factor between 1 − spread and 1 + spread (0 to 1), siblings brought back to 1. */
  readonly weightSpread?: number | undefined;
  /** Other scorings that a leaf could have as well, by its id; every draw takes the leaf's own or one of these. */
  readonly scorings?: Readonly<Record<string, readonly Scoring[]>> | undefined;
  /** Other treatments of missing leaves; every draw takes each leaf's own or one of these for all. */
  readonly missing?: readonly LeafItem["missing"][] | undefined;
  /** Adds to every observation a normal error of its `standardError`. */
  readonly observationErrors?: boolean | undefined;
}

/** One source of doubt: varied, held fixed by the caller, or without anything to vary. */
export interface UncertaintyStep {
  readonly step: "weights" | "scoring" | "missing" | "observation-errors";
  readonly state: "varied" | "held-fixed" | "nothing-to-vary";
}

/** 名次的不确定性. What of a ranking is real. */
export interface RankUncertainty {
  readonly seed: number;
  readonly draws: number;
  readonly level: number;
  readonly steps: readonly UncertaintyStep[];
  readonly subjects: readonly SubjectRanks[];
  /** Pairs of which neither is ahead in more than the upper tail of the draws: they cannot be told apart. */
  readonly unclear: readonly UnclearPair[];
}

const MOST_DRAWS = 1_000_000;

function checkOptions({ draws, level, weightSpread = 0, seed }: RankUncertaintyOptions): void {
  const wrong = (what: string) => new SchoolGroupsError("invalid-argument", `${what} of rankUncertainty is out of range`);
  if (!Number.isSafeInteger(draws) || draws < 1 || draws > MOST_DRAWS) throw wrong("draws");
  if (!(level > 0 && level < 1)) throw wrong("level");
  if (!(weightSpread >= 0 && weightSpread <= 1)) throw wrong("weightSpread");
  if (!Number.isSafeInteger(seed)) throw wrong("seed");
}

/** A leaf's scores of all subjects; NaN stands for a missing one inside this room. */
function leafScores(leaf: LeafItem, prepared: PreparedEvaluation, observed = prepared.context.observed): Float64Array {
  const outcomes = scoreLeaf(leaf, prepared.subjects, prepared.context.period, observed, () => {});
  return Float64Array.from(outcomes, ({ score }) => (score === undefined ? Number.NaN : toNumber(score)));
}

const hasError = ({ standardError }: Observation): boolean => standardError !== undefined && standardError > 0;

/** The observations with a normal error each, as numbers of nine places: errors of measurement have no more. */
function withErrors(observations: readonly Observation[], random: Random): readonly Observation[] {
  return observations.map((observation) => {
    const value = readExact(observation.value ?? undefined);
    if (value === undefined || !hasError(observation)) return observation;
    const drawn = toNumber(value) + (observation.standardError ?? 0) * random.normal();
    return { ...observation, value: Math.round(drawn * 1e9) / 1e9 };
  });
}

interface Drawing {
  readonly prepared: PreparedEvaluation;
  readonly options: RankUncertaintyOptions;
  /** By leaf: the scores under its own scoring and under each other one. */
  readonly choices: readonly (readonly Float64Array[])[];
  /** Observations of the leaves that have errors, by leaf. */
  readonly noisy: ReadonlyMap<string, readonly Observation[]>;
}

function drawingOf(observations: readonly Observation[], options: RankUncertaintyOptions, prepared: PreparedEvaluation): Drawing {
  const { leaves } = prepared.context.tree;
  const noisy = new Map<string, readonly Observation[]>();
  for (const { id } of options.observationErrors === true ? leaves : []) {
    const own = observations.filter(({ indicator }) => indicator === id);
    if (own.some(hasError)) noisy.set(id, own);
  }
  const choices = leaves.map((leaf) => scoringsOf(leaf, options).map((scoring) => leafScores({ ...leaf, scoring }, prepared)));
  return { prepared, options, choices, noisy };
}

function scoringsOf(leaf: LeafItem, { scorings }: RankUncertaintyOptions): readonly Scoring[] {
  return [leaf.scoring, ...(scorings?.[leaf.id] ?? [])];
}

const drawnMissing = (missing: LeafItem["missing"]): DrawnMissing => {
  if (missing.treatment !== "impute") return missing.treatment;
  const score = readExact(missing.score);
  return score === undefined ? "refuse" : toNumber(score);
};

/** The leaves of one draw: a scoring each, errors where they are known. */
function fillLeaves({ prepared, options, choices, noisy }: Drawing, table: readonly Float64Array[], random: Random): void {
  prepared.context.tree.leaves.forEach((leaf, index) => {
    const own = choices[index] ?? [];
    const choice = own.length > 1 ? random.integer(own.length) : 0;
    const observations = noisy.get(leaf.id);
    if (observations === undefined) {
      table[index]?.set(own[choice] ?? []);
      return;
    }
    const scoring = scoringsOf(leaf, options)[choice] ?? leaf.scoring;
    const { observed } = observedBy(withErrors(observations, random), prepared.context.tree);
    table[index]?.set(leafScores({ ...leaf, scoring }, prepared, observed));
  });
}

function stepsOf({ options, noisy, choices }: Drawing): readonly UncertaintyStep[] {
  const state = (asked: boolean, possible: boolean) => (!asked ? "held-fixed" : possible ? "varied" : "nothing-to-vary");
  return [
    { step: "weights", state: state((options.weightSpread ?? 0) > 0, true) },
    {
      step: "scoring",
      state: state(
        options.scorings !== undefined,
        choices.some((own) => own.length > 1),
      ),
    },
    { step: "missing", state: state(options.missing !== undefined, (options.missing ?? []).length > 0) },
    { step: "observation-errors", state: state(options.observationErrors === true, noisy.size > 0) },
  ];
}

/** The most that vetoes leave of each subject's score. */
function limitsOf(prepared: PreparedEvaluation): readonly number[] {
  const { context, subjects, outcomes } = prepared;
  return subjects.map((subject, index) => {
    const { vetoes } = scoreSubject(subject, outcomesOf(outcomes, index), { ...context, report: () => {} });
    return vetoes.reduce((least, { item, applies }) => {
      const veto = context.tree.byId.get(item);
      if (applies !== "yes" || veto?.kind !== "veto" || veto.effect.kind !== "score-at-most") return least;
      return Math.min(least, toNumber(parseFraction(String(veto.effect.score)) ?? { numerator: 0n, denominator: 1n }));
    }, Number.POSITIVE_INFINITY);
  });
}

function runDraws(drawing: Drawing, tally: RankTally): void {
  const { prepared, options } = drawing;
  const { tree } = prepared.context;
  const notes = prepared.subjects.map((subject, index) => {
    const { items } = scoreSubject(subject, outcomesOf(prepared.outcomes, index), { ...prepared.context, report: () => {} });
    return new Map(items.map(({ item, score }) => [item, score === undefined ? 0 : toNumber(readOwnText(score))]));
  });
  const system = drawnSystem(tree, prepared.subjects.length, (item, subject) => notes[subject]?.get(item) ?? 0);
  const table = Array.from({ length: system.size }, () => new Float64Array(prepared.subjects.length));
  const own = tree.leaves.map(({ missing }) => drawnMissing(missing));
  const others = (options.missing ?? []).map((missing) => tree.leaves.map(() => drawnMissing(missing)));
  const limits = limitsOf(prepared);
  const random = createRandom(options.seed);
  for (let draw = 0; draw < options.draws; draw += 1) {
    fillLeaves(drawing, table, random);
    const missing = others.length > 0 ? ([own, ...others][random.integer(others.length + 1)] ?? own) : own;
    const scores = settleDraw(system, table, missing, options.weightSpread ?? 0, random);
    tally.add(scores.map((score, subject) => Math.min(score, limits[subject] ?? score)));
  }
}

/**
 * 名次不确定性分析. How much of a ranking is real: the evaluation again and again with other weights, scorings, treatments of missing leaves and
 * errors of observation, all drawn from one seed (after the OECD/JRC handbook on composite indicators, 2008).
 *
 * Of every subject the interval of its rank, the probability of each grade and how often it had no score; and the pairs that cannot be told
 * apart. Draws run in double precision; the nominal score and rank beside them are exact. Equal scores share the better rank. Fails as
 * `evaluate` does, and with `scoring-invalid` for another scoring that makes no sense; throws `invalid-argument` for draws, level or spread out
 * of range.
 *
 * @example
 * ```ts
 * import { type IndicatorSystem, rankUncertainty } from "school-groups/evaluation";
 *
 * const label = { "zh-CN": "得分", en: "score" };
 * const leaf = (id: string) =>
 *   ({
 *     id,
 *     parent: "all",
 *     kind: "leaf",
 *     label,
 *     weight: { value: "0.5", basis: { kind: "caller" } },
 *     unit: "points",
 *     direction: "higher-is-better",
 *     source: { kind: "caller" },
 *     scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
 *     missing: { treatment: "refuse" },
 *   }) as const;
 * const system: IndicatorSystem = {
 *   format: "school-groups.indicator-system.v1",
 *   id: "two",
 *   label,
 *   items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, leaf("a"), leaf("b")],
 *   rounding: { mode: "half-away-from-zero", places: 2 },
 * };
 * const row = (subject: string, a: number, b: number) => [
 *   { indicator: "a", subject, period: "2023", value: a },
 *   { indicator: "b", subject, period: "2023", value: b },
 * ];
 * const observations = [...row("x", 95, 95), ...row("y", 80, 60), ...row("z", 60, 81)];
 * const result = rankUncertainty(observations, { system, period: "2023", seed: 1, draws: 500, level: 0.9, weightSpread: 0.5 });
 * result.ok && result.value.subjects.map(({ subject, interval }) => [subject, interval]); // => [["x", [1, 1]], ["y", [2, 3]], ["z", [2, 3]]]
 * result.ok && result.value.unclear.map(({ a, b }) => [a, b]); // => [["y", "z"]]
 * ```
 */
export function rankUncertainty(
  observations: readonly Observation[],
  options: RankUncertaintyOptions,
): Result<RankUncertainty, EvaluationIssue> {
  checkOptions(options);
  const { system } = options;
  const alternatives = system.items.flatMap((item) =>
    item.kind === "leaf" ? (options.scorings?.[item.id] ?? []).map((scoring) => ({ item, scoring })) : [],
  );
  for (const { item, scoring } of alternatives) {
    const varied = { ...system, items: system.items.map((one) => (one === item ? { ...item, scoring } : one)) };
    const checked = prepareEvaluation([], { ...options, system: varied });
    if (!checked.ok) return failure(checked.issues);
  }
  const result = prepareEvaluation(observations, options);
  if (!result.ok) return result;
  const prepared = result.value;
  const nominal = prepared.subjects.map((subject, index) => scoreSubject(subject, outcomesOf(prepared.outcomes, index), prepared.context));
  const drawing = drawingOf(observations, options, prepared);
  const bands = (system.grades ?? []).map(({ grade, atLeast }) => ({
    grade,
    bound: atLeast === undefined ? undefined : readExact(atLeast),
  }));
  const tally = rankTally(
    nominal.map(({ subject, score }) => ({ subject, score: score?.exact })),
    bands.map(({ grade, bound }) => ({ grade, atLeast: bound === undefined ? Number.NEGATIVE_INFINITY : toNumber(bound) })),
    options.level,
  );
  runDraws(drawing, tally);
  const { seed, draws, level } = options;
  return success({ seed, draws, level, steps: stepsOf(drawing), ...tally.result() }, prepared.issues);
}
