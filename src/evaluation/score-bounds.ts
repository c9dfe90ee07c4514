import { failure, type Result, success } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { evaluate } from "./evaluate.js";
import type { Score } from "./evaluation.js";
import type { IndicatorItem, LeafItem } from "./indicator-system.js";
import { adjustmentEnd, type End, isInterval, isSound, leafEnd, reachesCeiling, vetoEnd } from "./interval-ends.js";
import type { EvaluationIssue } from "./issues.js";
import type { EvaluateOptions } from "./prepared-evaluation.js";
import type { Scoring } from "./scoring.js";

/** 得分区间. What a subject's score and grade can still be while some of its values are known only as intervals. */
export interface ScoreBounds {
  readonly subject: string;
  /** Absent: even then something that the system refuses to do without is missing. */
  readonly low?: Score | undefined;
  readonly high?: Score | undefined;
  readonly lowGrade?: string | undefined;
  readonly highGrade?: string | undefined;
}

function isAmongPeers({ kind }: Scoring): boolean {
  return kind === "standard" || kind === "percentile" || kind === "rank" || kind === "own-over-best";
}

/** Whether one subject's score by this leaf moves with another's value: no end of an interval is then the worst for everybody. */
function dependsOnPeers({ scoring, increment }: LeafItem): boolean {
  return isAmongPeers(scoring) || (increment !== undefined && (increment.of === "conditional" || isAmongPeers(increment.scoring)));
}

/** Why the ends of an interval bound no score. */
function problemOf(observation: Observation, asked: Asked, index: number): EvaluationIssue | undefined {
  const { indicator, subject, period, low, high } = observation;
  const leaf = asked.leaves.get(indicator);
  if (leaf === undefined || !isInterval(observation)) return undefined;
  if (!isSound(observation)) {
    const params = { indicator, subject, value: `${low ?? "?"}–${high ?? "?"}` };
    return { code: "observation-invalid", severity: "error", path: [index], params };
  }
  const about = { severity: "warning", path: [index], params: { indicator, subject, period } } as const;
  if (dependsOnPeers(leaf)) return { code: "interval-among-peers", ...about };
  const jumps = period !== asked.period && reachesCeiling(leaf, observation, asked.now.get(keyOf(observation)));
  return jumps ? { code: "interval-reaches-ceiling", ...about } : undefined;
}

interface Asked {
  readonly items: ReadonlyMap<string, IndicatorItem>;
  readonly leaves: ReadonlyMap<string, LeafItem>;
  readonly period: string;
  /** Observations of leaves in the period judged. */
  readonly now: ReadonlyMap<string, Observation>;
}

function keyOf({ indicator, subject }: Observation): string {
  return JSON.stringify([indicator, subject]);
}

function askedOf(observations: readonly Observation[], { system, period }: EvaluateOptions): Asked {
  const items = new Map(system.items.map((item) => [item.id, item]));
  const leaves = new Map(system.items.flatMap((item) => (item.kind === "leaf" ? [[item.id, item] as const] : [])));
  const increments = system.items.some((item) => item.kind === "leaf" && item.increment?.best !== undefined);
  const now = increments ? observations.filter((one) => one.period === period && leaves.has(one.indicator)) : [];
  return { items, leaves, period, now: new Map(now.map((one) => [keyOf(one), one])) };
}

/** The observation with the end of its interval for its value; what has none stays as it is. */
function endOf(observation: Observation, asked: Asked, end: End): Observation {
  if (observation.value !== null) return observation;
  const item = asked.items.get(observation.indicator);
  switch (item?.kind) {
    case "leaf":
      if (!isInterval(observation) || problemOf(observation, asked, 0) !== undefined) return observation;
      return { ...observation, value: leafEnd(item, observation, asked.period, end) };
    case "bonus":
    case "deduction":
      return { ...observation, value: adjustmentEnd(item, observation, end) };
    case "veto":
      return { ...observation, value: vetoEnd(observation, end) };
    default:
      return observation;
  }
}

/** Nobody said whether a veto applies: at the worst it does. */
function unseenVetoes(
  observations: readonly Observation[],
  { system, period, subjects }: EvaluateOptions,
  end: End,
): readonly Observation[] {
  const vetoes = system.items.filter(({ kind }) => kind === "veto");
  if (vetoes.length === 0) return [];
  const judged = observations.filter((one) => one.period === period);
  const seen = new Set(judged.map(keyOf));
  const all = subjects ?? [...new Set(judged.map(({ subject }) => subject))];
  return vetoes.flatMap(({ id }) =>
    all.flatMap((subject): Observation[] => {
      const one = { indicator: id, subject, period, value: vetoEnd({}, end) };
      return seen.has(keyOf(one)) ? [] : [one];
    }),
  );
}

/**
 * 得分区间. The least and the greatest score of every subject over all values that its intervals leave open (`low` and `high` of an observation
 * without `value`), exactly; where nothing is open both are the score itself.
 *
 * The worst end of a value in the period judged is the better end of one in a baseline period: who started lower has risen more. An interval in a
 * leaf that is scored against peers stays missing, for no end of it is worst for everybody: `interval-among-peers` names it, and `rankUncertainty`
 * can draw from it. So does one of a baseline that reaches the best possible value while the value now is there too (`interval-reaches-ceiling`): who
 * stays at the best is judged by the level, and the score jumps. A bonus or deduction that is `null` is bounded by none and by its most points, a veto
 * that nobody observed by taking effect and not. Ends that are no numbers in order are `observation-invalid`. Fails as `evaluate` does; its other issues are those of the
 * evaluation at the lower ends.
 *
 * @example
 * ```ts
 * import { type IndicatorSystem, scoreBounds } from "school-groups/evaluation";
 *
 * const label = { "zh-CN": "同步比例", en: "share in step" };
 * const system: IndicatorSystem = {
 *   format: "school-groups.indicator-system.v1",
 *   id: "one",
 *   label,
 *   items: [
 *     { id: "all", kind: "composite", label, mean: "arithmetic" },
 *     {
 *       id: "share",
 *       parent: "all",
 *       kind: "leaf",
 *       label,
 *       weight: { value: 1, basis: { kind: "caller" } },
 *       unit: "ratio",
 *       direction: "higher-is-better",
 *       source: { kind: "measure", measure: { measure: "synchrony", of: "implement" } },
 *       scoring: { kind: "linear", from: 0, to: 1, low: 0, high: 100, beyond: "clamp" },
 *       missing: { treatment: "refuse" },
 *     },
 *   ],
 *   rounding: { mode: "half-away-from-zero", places: 1 },
 * };
 * const seen = [{ indicator: "share", subject: "s", period: "2023", value: null, low: "0.5", high: "0.75" }];
 * const result = scoreBounds(seen, { system, period: "2023" });
 * result.ok && result.value.map(({ low, high }) => [low?.printed, high?.printed]); // => [["50.0", "75.0"]]
 * ```
 */
export function scoreBounds(
  observations: readonly Observation[],
  options: EvaluateOptions,
): Result<readonly ScoreBounds[], EvaluationIssue> {
  const asked = askedOf(observations, options);
  const ends = (end: End): readonly Observation[] => [
    ...observations.map((observation) => endOf(observation, asked, end)),
    ...unseenVetoes(observations, options, end),
  ];
  const worst = evaluate(ends("worst"), options);
  if (!worst.ok) return failure(worst.issues);
  const best = evaluate(ends("best"), options);
  if (!best.ok) return failure(best.issues);
  const highs = new Map(best.value.subjects.map((one) => [one.subject, one]));
  const bounds = worst.value.subjects.map(({ subject, score, grade }): ScoreBounds => {
    const high = highs.get(subject);
    return { subject, low: score, high: high?.score, lowGrade: grade, highGrade: high?.grade };
  });
  const problems = observations.flatMap((observation, index) => problemOf(observation, asked, index) ?? []);
  return success(bounds, [...worst.issues, ...problems]);
}
