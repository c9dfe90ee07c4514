import { SchoolGroupsError } from "../core/index.js";
import type { IndicatorItem, IndicatorSystem, ItemWeight } from "./indicator-system.js";
import { childrenOf } from "./system-tree.js";
import { equalWeights, type Weights } from "./weights.js";

/** 赋权方式. Equal weights everywhere, by name; or weights of siblings as the caller or a method (AHP, entropy) gives them. */
export type WeightChoice = "equal" | readonly Weights[];

/** Weights by indicator. */
function weightsById(system: IndicatorSystem, choice: WeightChoice): Map<string, ItemWeight> {
  const given = new Map<string, ItemWeight>();
  for (const { weights, basis } of choice === "equal" ? equalEverywhere(system) : choice) {
    for (const { indicator, weight } of weights) {
      if (given.has(indicator)) throw new SchoolGroupsError("invalid-argument", `"${indicator}" is weighed twice`, { id: indicator });
      given.set(indicator, { value: weight, basis });
    }
  }
  return given;
}

/** Ids that stand twice: a weight given by id could be either's, so that neither gets it. */
function repeatedIds({ items }: IndicatorSystem): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(items.flatMap(({ id }) => (seen.size === seen.add(id).size ? [id] : [])));
}

function equalEverywhere(system: IndicatorSystem): readonly Weights[] {
  const repeated = repeatedIds(system);
  return [...childrenOf(system)].flatMap(([parent, children]): readonly Weights[] => {
    if (parent === undefined) return [];
    const weighed = equalWeights(
      children.filter(({ kind, id }) => (kind === "composite" || kind === "leaf") && !repeated.has(id)).map(({ id }) => id),
    );
    return weighed.ok ? [weighed.value] : [];
  });
}

/**
 * 设定权重. An indicator system with weights put on its items, each with its basis: those of `equalWeights`, `ahpWeights`, `entropyWeights`, or the
 * caller's own `{ weights, basis: { kind: "caller" } }`.
 *
 * Items without a weight stay without one, and `checkSystem` names them: nothing is filled in. Items that have one keep it unless it is given
 * anew. Items that bear one id are left as they are by every choice, and `checkSystem` names them (`item-duplicate`). Throws `unknown-id` for an indicator that the system does not have or that carries no weight (a bonus, a veto),
 * `invalid-argument` for one that is weighed twice.
 *
 * @example
 * ```ts
 * import { checkSystem, type IndicatorSystem, withWeights } from "school-groups/evaluation";
 *
 * const label = { "zh-CN": "得分", en: "score" };
 * const part = (id: string) => ({ id, parent: "all", kind: "composite", label, mean: "arithmetic" }) as const;
 * const bare: IndicatorSystem = {
 *   format: "school-groups.indicator-system.v1",
 *   id: "bare",
 *   label,
 *   items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, part("a"), part("b")],
 *   rounding: { mode: "half-away-from-zero", places: 2 },
 * };
 * checkSystem(bare)[0]?.params; // => { parent: "all", items: "a、b" }
 * const own = { weights: [{ indicator: "a", weight: "0.7" }, { indicator: "b", weight: "0.3" }], basis: { kind: "caller" } } as const;
 * withWeights(bare, [own]).items.map((item) => "weight" in item && item.weight?.value); // => [false, "0.7", "0.3"]
 * ```
 */
export function withWeights(system: IndicatorSystem, choice: WeightChoice): IndicatorSystem {
  const given = weightsById(system, choice);
  const [repeated, taken] = [repeatedIds(system), new Set<string>()];
  const items = system.items.map((item): IndicatorItem => {
    const weight = given.get(item.id);
    if (weight === undefined || (item.kind !== "composite" && item.kind !== "leaf")) return item;
    taken.add(item.id);
    return repeated.has(item.id) ? item : { ...item, weight };
  });
  const unknown = [...given.keys()].find((id) => !taken.has(id));
  if (unknown !== undefined) throw new SchoolGroupsError("unknown-id", `no indicator "${unknown}" to weigh`, { id: unknown });
  return { ...system, items };
}
