import {
  absoluteFraction,
  addFractions,
  compareFractions,
  divideFractions,
  type ExactText,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  type Result,
  subtractFractions,
  success,
  toExactText,
} from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { evaluate } from "./evaluate.js";
import type { CompositeItem, IndicatorSystem, LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { readOwnText } from "./own-exact-text.js";
import type { EvaluateOptions } from "./prepared-evaluation.js";

/** How far one weight must move before another subject comes level with the first. */
export interface WeightMove {
  readonly item: string;
  readonly weight: ExactText;
  /** The weight at which `challenger` draws level; siblings keep their proportions. */
  readonly to?: ExactText | undefined;
  /** `to` − `weight`. */
  readonly move?: ExactText | undefined;
  readonly challenger?: string | undefined;
  /** `never`: no weight from 0 to 1 does it. `not-linear`: another mean, a cap, a veto or a missing score lies between. `only-child`: nothing to weigh against. `no-score`: fewer than two scored subjects. */
  readonly why?: "never" | "not-linear" | "only-child" | "no-score" | undefined;
}

interface Scored {
  readonly subject: string;
  readonly total: Fraction;
  readonly items: ReadonlyMap<string, Fraction>;
  /** Its score is just the weighted means all the way up. */
  readonly linear: boolean;
}

type Weighted = CompositeItem | LeafItem;

const weightOf = (item: Weighted): Fraction => exact(item.weight?.value ?? 0);

/** The item's composites up to the root, or `undefined` where one is no plain weighted mean. */
function pathWeight(system: IndicatorSystem, item: Weighted): Fraction | undefined {
  let weight = fraction(1);
  const byId = new Map(system.items.map((one) => [one.id, one]));
  for (let up = byId.get(item.parent ?? ""); up?.kind === "composite"; up = byId.get(up.parent ?? "")) {
    if (up.mean !== "arithmetic" || up.cap !== undefined) return undefined;
    if (up.parent !== undefined) weight = multiplyFractions(weight, weightOf(up));
  }
  return weight;
}

/** What a subject's final score gains per unit of the item's weight: path × (own − mean of the siblings). */
function slopeOf({ items }: Scored, item: Weighted, siblings: readonly Weighted[], path: Fraction): Fraction | undefined {
  const own = items.get(item.id);
  const rest = subtractFractions(fraction(1), weightOf(item));
  if (own === undefined || rest.numerator === 0n) return undefined;
  let sum = fraction(0);
  for (const sibling of siblings) {
    const score = items.get(sibling.id);
    if (score === undefined) return undefined;
    sum = addFractions(sum, multiplyFractions(weightOf(sibling), score));
  }
  return multiplyFractions(path, subtractFractions(own, divideFractions(sum, rest)));
}

function moveOf(system: IndicatorSystem, item: Weighted, scored: readonly Scored[]): WeightMove {
  const weight = weightOf(item);
  const said = { item: item.id, weight: toExactText(weight) };
  const siblings = system.items.filter(
    (one): one is Weighted => (one.kind === "leaf" || one.kind === "composite") && one.parent === item.parent && one.id !== item.id,
  );
  if (siblings.length === 0 || compareFractions(weight, fraction(1)) === 0) return { ...said, why: "only-child" };
  const [first, ...others] = [...scored].sort((a, b) => compareFractions(b.total, a.total));
  if (first === undefined || others.length === 0) return { ...said, why: "no-score" };
  const path = pathWeight(system, item);
  const slope = path && slopeOf(first, item, siblings, path);
  if (path === undefined || slope === undefined || scored.some(({ linear }) => !linear)) return { ...said, why: "not-linear" };
  let best: { readonly move: Fraction; readonly challenger: string } | undefined;
  for (const other of others) {
    const own = slopeOf(other, item, siblings, path);
    if (own === undefined) return { ...said, why: "not-linear" };
    const [apart, ahead] = [subtractFractions(own, slope), subtractFractions(first.total, other.total)];
    // Who shares the first place is level already, whatever the slopes.
    if (apart.numerator === 0n && ahead.numerator !== 0n) continue;
    const move = ahead.numerator === 0n ? ahead : divideFractions(ahead, apart);
    const to = addFractions(weight, move);
    if (to.numerator < 0n || to.numerator > to.denominator) continue;
    if (best === undefined || compareFractions(absoluteFraction(move), absoluteFraction(best.move)) < 0)
      best = { move, challenger: other.subject };
  }
  if (best === undefined) return { ...said, why: "never" };
  return { ...said, to: toExactText(addFractions(weight, best.move)), move: toExactText(best.move), challenger: best.challenger };
}

/**
 * 首位稳定性. How far the weight of each item must move, its siblings keeping their proportions, until another subject draws level with the
 * first: exact, and by hand, for final scores are straight lines in a single weight as long as every mean above it is arithmetic.
 *
 * Who shares the first place is level already, with a move of 0. Where the lines are not straight (another mean, a cap, a veto that limits, a missing leaf) `why` says so instead of a figure. Fails as `evaluate` does.
 *
 * @example
 * ```ts
 * import { weightToChangeFirst } from "school-groups/evaluation";
 *
 * const system = { format: "school-groups.indicator-system.v1", id: "none", label: { "zh-CN": "空", en: "none" }, items: [], rounding: { mode: "half-even", places: 2 } } as const;
 * weightToChangeFirst([], { system, period: "2023" }).ok; // => false
 * ```
 */
export function weightToChangeFirst(
  observations: readonly Observation[],
  options: EvaluateOptions,
): Result<readonly WeightMove[], EvaluationIssue> {
  const result = evaluate(observations, options);
  if (!result.ok) return result;
  const { system } = options;
  const root = system.items.find((item) => item.kind === "composite" && item.parent === undefined);
  const scored = result.value.subjects.flatMap(({ subject, score, items }): readonly Scored[] => {
    if (score === undefined) return [];
    const total = readOwnText(score.exact);
    const known = new Map(items.flatMap(({ item, score: own }) => (own === undefined ? [] : [[item, readOwnText(own)] as const])));
    const own = known.get(root?.id ?? "");
    const linear = own !== undefined && compareFractions(own, total) === 0 && items.every(({ reweighted }) => reweighted === undefined);
    return [{ subject, total, items: known, linear }];
  });
  const weighted = system.items.filter(
    (item): item is Weighted => (item.kind === "leaf" || item.kind === "composite") && item.parent !== undefined,
  );
  return success(
    weighted.map((item) => moveOf(system, item, scored)),
    result.issues,
  );
}
