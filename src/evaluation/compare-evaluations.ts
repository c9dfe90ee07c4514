import { type ExactText, type Fraction, failure, type Result, subtractFractions, success, toExactText } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import type { IndicatorItem, IndicatorSystem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { readOwnText } from "./own-exact-text.js";
import { type EvaluateOptions, prepareEvaluation } from "./prepared-evaluation.js";
import { subjectScorer } from "./score-subject.js";
import { childrenOf } from "./system-tree.js";

/** One side of a comparison: what `evaluate` was given. */
export interface EvaluationRun extends EvaluateOptions {
  readonly observations: readonly Observation[];
}

/** 变动原因. What was replaced, in this order: who is evaluated, the others' observations, the own ones, the rules, the weights. */
export const SCORE_CHANGE_ORDER = ["membership", "peers", "value", "rule", "weight"] as const;

/** A kind of change. */
export type ChangeKind = (typeof SCORE_CHANGE_ORDER)[number];

/** One subject's change of score, kind by kind. */
export interface ScoreChange {
  readonly subject: string;
  readonly before?: ExactText | undefined;
  readonly after?: ExactText | undefined;
  /** after − before; absent where one of them is. */
  readonly change?: ExactText | undefined;
  /** In the order of `SCORE_CHANGE_ORDER`; they add up to `change` exactly. Absent where the score is missing on a side or on a step between. */
  readonly contributions?: readonly { readonly kind: ChangeKind; readonly change: ExactText }[] | undefined;
}

/** 两次评价的比较. */
export interface EvaluationComparison {
  readonly order: typeof SCORE_CHANGE_ORDER;
  /** Subjects of both sides, in the order of the later one. */
  readonly subjects: readonly ScoreChange[];
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** Stands for the judged period of either side, so that both can be mixed; a character no id is typed with keeps it apart. */
const JUDGED = "\u0000judged";

interface Side {
  readonly run: EvaluationRun;
  readonly subjects: readonly string[];
  readonly bySubject: ReadonlyMap<string, readonly Observation[]>;
}

function sideOf(run: EvaluationRun, subjects: readonly string[]): Side {
  const bySubject = new Map<string, Observation[]>();
  for (const observation of run.observations) {
    const own = bySubject.get(observation.subject);
    if (own === undefined) bySubject.set(observation.subject, [observation]);
    else own.push(observation);
  }
  for (const own of bySubject.values())
    own.push(...own.filter(({ period }) => period === run.period).map((observation) => ({ ...observation, period: JUDGED })));
  return { run, subjects, bySubject };
}

function weightedChildren(children: ReadonlyMap<string | undefined, readonly IndicatorItem[]>, parent: string | undefined): string {
  const ids = (children.get(parent) ?? []).filter(({ kind }) => kind === "composite" || kind === "leaf").map(({ id }) => id);
  return JSON.stringify(ids.sort());
}

/** The later system with the earlier weights, wherever a composite has the same children in both; elsewhere weights are part of the rule. */
function withWeightsOf(later: IndicatorSystem, earlier: IndicatorSystem): IndicatorSystem {
  const [now, then] = [childrenOf(later), childrenOf(earlier)];
  const old = new Map(earlier.items.map((item) => [item.id, item]));
  const items = later.items.map((item): IndicatorItem => {
    const before = old.get(item.id);
    const weighted = (item.kind === "composite" || item.kind === "leaf") && (before?.kind === "composite" || before?.kind === "leaf");
    if (!weighted || item.parent === undefined || before.parent !== item.parent) return item;
    return weightedChildren(now, item.parent) === weightedChildren(then, item.parent) ? { ...item, weight: before.weight } : item;
  });
  return { ...later, items };
}

function scoreWith(
  subject: string,
  system: IndicatorSystem,
  subjects: readonly string[],
  own: Side,
  others: (peer: string) => Side,
): Fraction | undefined {
  const observations = subjects.flatMap((peer) => (peer === subject ? own : others(peer)).bySubject.get(peer) ?? []);
  const prepared = prepareEvaluation(observations, { system, period: JUDGED, subjects });
  if (!prepared.ok) return undefined;
  const { score } = subjectScorer(prepared.value)(prepared.value.subjects.indexOf(subject));
  return score && readOwnText(score.exact);
}

function changeOf(subject: string, before: Side, after: Side): ScoreChange {
  const old = before.run.system;
  const system = after.run.system;
  const then = new Set(before.subjects);
  // Who has just joined has no earlier observations, and comes with the later ones.
  const earlier = (peer: string): Side => (then.has(peer) ? before : after);
  const later = (): Side => after;
  const steps = [
    scoreWith(subject, old, before.subjects, before, earlier),
    scoreWith(subject, old, after.subjects, before, earlier),
    scoreWith(subject, old, after.subjects, before, later),
    scoreWith(subject, old, after.subjects, after, later),
    scoreWith(subject, withWeightsOf(system, old), after.subjects, after, later),
    scoreWith(subject, system, after.subjects, after, later),
  ];
  const [first] = steps;
  const last = steps.at(-1);
  const contributions = SCORE_CHANGE_ORDER.flatMap((kind, index) => {
    const from = steps[index];
    const to = steps[index + 1];
    return from === undefined || to === undefined ? [] : [{ kind, change: toExactText(subtractFractions(to, from)) }];
  });
  return {
    subject,
    before: first && toExactText(first),
    after: last && toExactText(last),
    change: first && last && toExactText(subtractFractions(last, first)),
    contributions: contributions.length === SCORE_CHANGE_ORDER.length ? contributions : undefined,
  };
}

/**
 * 两次评价的比较. Why each subject's exact score changed between two evaluations: contributions of membership, peers, own values, rules and
 * weights that add up to the change exactly.
 *
 * The operands are replaced one kind at a time in the order of `SCORE_CHANGE_ORDER` (printed with the result, for another order may share the change
 * out otherwise): first the list of subjects, then the others' observations, the own ones, the later system under the earlier weights, and the
 * later weights. Peers matter only to scorings over peers and to increments against like starts. Work grows with the square of the subjects:
 * name those wanted in `subjects` of the third argument. Fails with the errors of either system.
 *
 * @example
 * ```ts
 * import { compareEvaluations, type IndicatorSystem } from "school-groups/evaluation";
 *
 * const label = { "zh-CN": "得分", en: "score" };
 * const leaf = (id: string, weight: string) =>
 *   ({
 *     id,
 *     parent: "all",
 *     kind: "leaf",
 *     label,
 *     weight: { value: weight, basis: { kind: "caller" } },
 *     unit: "points",
 *     direction: "higher-is-better",
 *     source: { kind: "caller" },
 *     scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
 *     missing: { treatment: "refuse" },
 *   }) as const;
 * const system = (a: string, b: string): IndicatorSystem => ({
 *   format: "school-groups.indicator-system.v1",
 *   id: "two",
 *   label,
 *   items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, leaf("a", a), leaf("b", b)],
 *   rounding: { mode: "half-away-from-zero", places: 2 },
 * });
 * const seen = (period: string, a: number, b: number) => [
 *   { indicator: "a", subject: "s", period, value: a },
 *   { indicator: "b", subject: "s", period, value: b },
 * ];
 * const result = compareEvaluations(
 *   { observations: seen("2022", 60, 80), system: system("0.5", "0.5"), period: "2022" },
 *   { observations: seen("2023", 70, 80), system: system("0.8", "0.2"), period: "2023" },
 * );
 * const [change] = result.ok ? result.value.subjects : [];
 * change?.change; // => "2"
 * change?.contributions?.filter((part) => part.change !== "0"); // => [{ kind: "value", change: "5" }, { kind: "weight", change: "-3" }]
 * ```
 */
export function compareEvaluations(
  before: EvaluationRun,
  after: EvaluationRun,
  options: { readonly subjects?: readonly string[] | undefined } = {},
): Result<EvaluationComparison, EvaluationIssue> {
  const first = prepareEvaluation(before.observations, before);
  if (!first.ok) return failure(first.issues);
  const second = prepareEvaluation(after.observations, after);
  if (!second.ok) return failure(second.issues);
  const sides = [sideOf(before, first.value.subjects), sideOf(after, second.value.subjects)] as const;
  const [then, now] = [new Set(first.value.subjects), new Set(second.value.subjects)];
  const wanted = options.subjects === undefined ? undefined : new Set(options.subjects);
  const both = second.value.subjects.filter((subject) => then.has(subject) && (wanted === undefined || wanted.has(subject)));
  return success({
    order: SCORE_CHANGE_ORDER,
    subjects: both.map((subject) => changeOf(subject, ...sides)),
    joined: second.value.subjects.filter((subject) => !then.has(subject)),
    left: first.value.subjects.filter((subject) => !now.has(subject)),
  });
}
