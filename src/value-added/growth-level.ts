import { SchoolGroupsError } from "../core/index.js";
import type { GrowthLevel } from "./result.js";

/**
 * 五级划分. Tennessee's five levels of the growth index (estimate ÷ standard error), highest first; each level owns its lower boundary.
 * Source: Tennessee Department of Education, TVAAS technical documentation: 5 from 2, 4 from 1, 3 from −1, 2 from −2, else 1.
 */
export const EVAAS_LEVELS: readonly GrowthLevel[] = [
  { level: 5, from: 2 },
  { level: 4, from: 1 },
  { level: 3, from: -1 },
  { level: 2, from: -2 },
  { level: 1 },
];

/**
 * The level of a growth index. Levels are given from the highest down; the last has no boundary. Throws `invalid-argument` for levels out of
 * order or an index that is no number.
 *
 * @example
 * ```ts
 * import { growthLevel } from "school-groups/value-added";
 *
 * [2, 1.99, 1, 0.99, -1, -1.01, -2, -2.01].map((index) => growthLevel(index)); // => [5, 4, 4, 3, 3, 2, 2, 1]
 * ```
 */
export function growthLevel(index: number, levels: readonly GrowthLevel[] = EVAAS_LEVELS): number {
  checkLevels(levels);
  if (Number.isNaN(index)) throw new SchoolGroupsError("invalid-argument", "the index must be a number", { argument: "index" });
  return levels.find(({ from }) => from === undefined || index >= from)!.level;
}

/** Throws for levels that do not go from the highest boundary down. @internal */
export function checkLevels(levels: readonly GrowthLevel[]): void {
  const fails = levels.some(({ from }, place) => {
    if (place === levels.length - 1) return from !== undefined;
    const above = levels[place - 1]?.from ?? Number.POSITIVE_INFINITY;
    return from === undefined || !(from < above);
  });
  if (levels.length === 0 || fails)
    throw new SchoolGroupsError("invalid-argument", "levels go from the highest boundary down, the last without one", {
      argument: "levels",
    });
}
