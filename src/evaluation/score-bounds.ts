import { compareFractions, failure, type Result, success } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { readExact } from "./check-scoring.js";
import { evaluate } from "./evaluate.js";
import type { Score } from "./evaluation.js";
import type { LeafItem } from "./indicator-system.js";
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

function isInterval({ value, low, high }: Observation): boolean {
  return value === null && (low !== undefined || high !== undefined);
}

function isSound({ low, high }: Observation): boolean {
  const [from, to] = [readExact(low), readExact(high)];
  return from !== undefined && to !== undefined && compareFractions(from, to) <= 0;
}

/** Intervals that stay missing: their ends are none, or the leaf compares schools. */
function problemOf(observation: Observation, leaf: LeafItem | undefined, index: number): EvaluationIssue | undefined {
  if (leaf === undefined || !isInterval(observation)) return undefined;
  const { indicator, subject, period, low, high } = observation;
  if (!isSound(observation)) {
    const params = { indicator, subject, value: `${low ?? "?"}–${high ?? "?"}` };
    return { code: "observation-invalid", severity: "error", path: [index], params };
  }
  if (!dependsOnPeers(leaf)) return undefined;
  return { code: "interval-among-peers", severity: "warning", path: [index], params: { indicator, subject, period } };
}

/**
 * 得分区间. The least and the greatest score of every subject over all values that its intervals leave open (`low` and `high` of an observation
 * without `value`), exactly; where nothing is open both are the score itself.
 *
 * The worst end of a value in the period judged is the better end of one in a baseline period: who started lower has risen more. An interval in a
 * leaf that is scored against peers stays missing, for no end of it is worst for everybody: `interval-among-peers` names it, and `rankUncertainty`
 * can draw from it. Ends that are no numbers in order are `observation-invalid`. Fails as `evaluate` does; its other issues are those of the
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
  const leaves = new Map(options.system.items.flatMap((item) => (item.kind === "leaf" ? [[item.id, item] as const] : [])));
  const ends = (wanted: "worst" | "best"): readonly Observation[] =>
    observations.map((observation) => {
      const leaf = leaves.get(observation.indicator);
      if (leaf === undefined || dependsOnPeers(leaf) || !isInterval(observation) || !isSound(observation)) return observation;
      const raises = (leaf.direction === "higher-is-better") === (observation.period === options.period);
      return { ...observation, value: (raises === (wanted === "worst") ? observation.low : observation.high) ?? null };
    });
  const worst = evaluate(ends("worst"), options);
  if (!worst.ok) return failure(worst.issues);
  const best = evaluate(ends("best"), options);
  if (!best.ok) return failure(best.issues);
  const highs = new Map(best.value.subjects.map((one) => [one.subject, one]));
  const bounds = worst.value.subjects.map(({ subject, score, grade }): ScoreBounds => {
    const high = highs.get(subject);
    return { subject, low: score, high: high?.score, lowGrade: grade, highGrade: high?.grade };
  });
  const problems = observations.flatMap((observation, index) => problemOf(observation, leaves.get(observation.indicator), index) ?? []);
  return success(bounds, [...worst.issues, ...problems]);
}
