import { failure, type Result, success } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { createRandom } from "../statistics/index.js";
import { checkUncertaintyOptions, drawnMissing } from "./check-uncertainty.js";
import { type DrawnLeaves, drawnLeaves } from "./drawn-leaves.js";
import { drawnSettler, drawnSystem } from "./drawn-system.js";
import { doublesOf } from "./exact-column.js";
import { drawnBands, vetoLimits } from "./grade-bands.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import type { UnclearPair } from "./pair-tally.js";
import { type EvaluateOptions, type PreparedEvaluation, prepareEvaluation } from "./prepared-evaluation.js";
import { type RankTally, rankTally, type SubjectRanks } from "./rank-tally.js";
import { subjectScorer } from "./score-subject.js";
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
  /** Adds to every observation a normal error of its `standardError`, and draws one known only as an interval evenly from it. */
  readonly observationErrors?: boolean | undefined;
  /**
   * Ids of the subjects whose pairs are looked at; absent: all. Pairs grow with the square of their number: of a whole province name those that
   * are to be compared, or none (`[]`) where rank intervals will do.
   */
  readonly pairsAmong?: readonly string[] | undefined;
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

function stepsOf(options: RankUncertaintyOptions, { tree }: PreparedEvaluation, leaves: DrawnLeaves): readonly UncertaintyStep[] {
  const state = (asked: boolean, possible: boolean) => (!asked ? "held-fixed" : possible ? "varied" : "nothing-to-vary");
  return [
    // A single part has all the weight, however it is drawn.
    {
      step: "weights",
      state: state(
        (options.weightSpread ?? 0) > 0,
        tree.composites.some(({ weights }) => weights.filter(({ numerator }) => numerator > 0n).length > 1),
      ),
    },
    { step: "scoring", state: state(options.scorings !== undefined, leaves.choices) },
    { step: "missing", state: state(options.missing !== undefined, (options.missing ?? []).length > 0 && leaves.gaps) },
    { step: "observation-errors", state: state(options.observationErrors === true, leaves.errors) },
  ];
}

/** The points of bonuses and deductions, by item and subject. */
function pointsOf({ composites }: PreparedEvaluation): (item: string, subject: number) => number {
  const adjustments = composites.flatMap((columns) => columns.adjustments);
  const points = new Map(adjustments.map(({ item, points: column }) => [item.id, doublesOf(column)]));
  return (item, subject) => points.get(item)?.[subject] || 0;
}

function runDraws(
  options: RankUncertaintyOptions,
  prepared: PreparedEvaluation,
  leaves: DrawnLeaves,
  limits: Float64Array,
  tally: RankTally,
): void {
  const { tree, subjects } = prepared;
  const random = createRandom(options.seed);
  const system = drawnSystem(tree, subjects.length, pointsOf(prepared));
  const settle = drawnSettler(system, subjects.length, options.weightSpread ?? 0, random);
  const own = tree.leaves.map(({ missing }) => drawnMissing(missing));
  const others = (options.missing ?? []).map((missing) => tree.leaves.map(() => drawnMissing(missing)));
  const scores = new Float64Array(subjects.length);
  for (let draw = 0; draw < options.draws; draw += 1) {
    const drawn = leaves.draw(random);
    const missing = others.length > 0 ? ([own, ...others][random.integer(others.length + 1)] ?? own) : own;
    const settled = settle(drawn, missing);
    for (let subject = 0; subject < scores.length; subject += 1)
      scores[subject] = Math.min(settled[subject] ?? Number.NaN, limits[subject] ?? Number.POSITIVE_INFINITY);
    tally.add(scores);
  }
}

/**
 * 名次不确定性分析. How much of a ranking is real: the evaluation again and again with other weights, scorings, treatments of missing leaves and
 * errors of observation, all drawn from one seed (after the OECD/JRC handbook on composite indicators, 2008).
 *
 * Of every subject the interval of its rank, the probability of each grade and how often it had no score; and the pairs that cannot be told
 * apart. Draws run in double precision; the nominal score and rank beside them are exact. Equal scores share the better rank. Fails as
 * `evaluate` does, and with `scoring-invalid` for another scoring that makes no sense; throws `invalid-argument` for draws, level or spread out
 * of range, for scorings of what is no leaf, and for a treatment of missing leaves that is none. A standard error that is no number of 0 or more
 * is the issue `observation-error-invalid`: every draw has that value as it was observed. A drawn value stays within a survey's scale and within the
 * worst and best possible values of head-room. Two subjects that never had a score in the same draw are no pair.
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
  checkUncertaintyOptions(options);
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
  const scoreAt = subjectScorer(prepared);
  const nominal = prepared.subjects.map((_, at) => scoreAt(at));
  const leaves = drawnLeaves(observations, prepared, options);
  const { seed, draws, level } = options;
  const wanted = options.pairsAmong === undefined ? undefined : new Set(options.pairsAmong);
  const limits = vetoLimits(prepared, nominal);
  const tally = rankTally({
    nominal: nominal.map(({ subject, score }) => ({ subject, score: score?.exact })),
    bands: drawnBands(system),
    worst: limits.grades,
    level,
    draws,
    paired: [...prepared.subjects.keys()].filter((at) => wanted?.has(prepared.subjects[at] ?? "") !== false),
  });
  runDraws(options, prepared, leaves, limits.scores, tally);
  return success({ seed, draws, level, steps: stepsOf(options, prepared, leaves), ...tally.result() }, [
    ...prepared.issues,
    ...leaves.issues,
  ]);
}
