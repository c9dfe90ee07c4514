import { divideFractions, exact, fraction, type Result, subtractFractions, success, toExactText } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { evaluate } from "./evaluate.js";
import type { IndicatorItem, IndicatorSystem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { readOwnText } from "./own-exact-text.js";
import { placesOf } from "./places.js";
import type { EvaluateOptions } from "./prepared-evaluation.js";
import { childrenOf } from "./system-tree.js";

/** What the ranking becomes without one leaf. */
export interface LeftOutLeaf {
  readonly leaf: string;
  /** Whether those in the first place are others without it. */
  readonly firstChanges?: boolean | undefined;
  /** Subjects whose place changes; who has no score on a side has no place there. */
  readonly moved?:
    | readonly { readonly subject: string; readonly from?: number | undefined; readonly to?: number | undefined }[]
    | undefined;
  /** Why it cannot be left out: nothing that weighs would remain. */
  readonly why?: "only-leaf" | undefined;
}

/** The system without an item: its siblings share its weight in proportion; a composite left without children goes too. `undefined`: nothing is left. */
function withoutItem(system: IndicatorSystem, id: string): IndicatorSystem | undefined {
  const gone = system.items.find((item) => item.id === id);
  if (gone?.parent === undefined || (gone.kind !== "leaf" && gone.kind !== "composite")) return undefined;
  const siblings = (childrenOf(system).get(gone.parent) ?? []).filter(
    ({ kind, id: own }) => own !== id && (kind === "leaf" || kind === "composite"),
  );
  const rest = subtractFractions(fraction(1), exact(gone.weight?.value ?? 0));
  if (siblings.length === 0 || rest.numerator === 0n) return withoutItem(system, gone.parent);
  const below = new Set([id]);
  for (const item of system.items) if (item.parent !== undefined && below.has(item.parent)) below.add(item.id);
  const items = system.items.flatMap((item): readonly IndicatorItem[] => {
    if (below.has(item.id)) return [];
    if ((item.kind !== "leaf" && item.kind !== "composite") || item.parent !== gone.parent || item.weight === undefined) return [item];
    const value = toExactText(divideFractions(exact(item.weight.value), rest));
    return [{ ...item, weight: { ...item.weight, value } }];
  });
  return { ...system, items };
}

type Places = ReadonlyMap<string, number | undefined>;

function places(observations: readonly Observation[], options: EvaluateOptions): Result<Places, EvaluationIssue> {
  const result = evaluate(observations, options);
  if (!result.ok) return result;
  const { subjects } = result.value;
  const found = placesOf(subjects.map(({ score }) => score && readOwnText(score.exact)));
  return success(new Map(subjects.map(({ subject }, index) => [subject, found[index]])), result.issues);
}

/**
 * 逐项剔除. The ranking without each leaf in turn, its weight shared out among its siblings: which places hang on a single indicator.
 *
 * Exact; as many evaluations as leaves. Fails as `evaluate` does.
 *
 * @example
 * ```ts
 * import { leaveOneOut } from "school-groups/evaluation";
 *
 * const system = { format: "school-groups.indicator-system.v1", id: "none", label: { "zh-CN": "空", en: "none" }, items: [], rounding: { mode: "half-even", places: 2 } } as const;
 * leaveOneOut([], { system, period: "2023" }).ok; // => false
 * ```
 */
export function leaveOneOut(
  observations: readonly Observation[],
  options: EvaluateOptions,
): Result<readonly LeftOutLeaf[], EvaluationIssue> {
  const whole = places(observations, options);
  if (!whole.ok) return whole;
  const before = whole.value;
  const leaves = options.system.items.filter(({ kind }) => kind === "leaf");
  const known = (gone: IndicatorSystem) => {
    const ids = new Set(gone.items.map(({ id }) => id));
    return observations.filter(({ indicator }) => ids.has(indicator));
  };
  const subjects = options.subjects ?? [
    ...new Set(observations.filter(({ period }) => period === options.period).map(({ subject }) => subject)),
  ];
  const found = leaves.map(({ id }): LeftOutLeaf => {
    const system = withoutItem(options.system, id);
    const without = system && places(known(system), { ...options, system, subjects });
    if (without?.ok !== true) return { leaf: id, why: "only-leaf" };
    const after = without.value;
    const moved = subjects
      .map((subject) => ({ subject, from: before.get(subject), to: after.get(subject) }))
      .filter(({ from, to }) => from !== to);
    return { leaf: id, firstChanges: moved.some(({ from, to }) => from === 1 || to === 1), moved };
  });
  return success(found, whole.issues);
}
