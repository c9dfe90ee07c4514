import { SchoolGroupsError, toNumber } from "../core/index.js";
import { readExact } from "./check-scoring.js";
import type { DrawnMissing } from "./drawn-system.js";
import type { LeafItem } from "./indicator-system.js";
import type { RankUncertaintyOptions } from "./rank-uncertainty.js";

const MOST_DRAWS = 1_000_000;

/** What one draw does with a missing leaf; `undefined` for a treatment that is none. */
function readMissing(missing: LeafItem["missing"]): DrawnMissing | undefined {
  if (missing.treatment === "refuse" || missing.treatment === "reweight") return missing.treatment;
  const score = missing.treatment === "impute" ? readExact(missing.score) : undefined;
  return score && toNumber(score);
}

/** What one draw does with a missing leaf, of a checked treatment. */
export const drawnMissing = (missing: LeafItem["missing"]): DrawnMissing => readMissing(missing) ?? "refuse";

/** Throws `invalid-argument` for options out of range, scorings of what is no leaf, and treatments of missing leaves that are none. */
export function checkUncertaintyOptions({ draws, level, weightSpread = 0, seed, system, scorings, missing }: RankUncertaintyOptions): void {
  const wrong = (argument: string, why: string, params: Readonly<Record<string, string>> = {}) =>
    new SchoolGroupsError("invalid-argument", `${argument} of rankUncertainty ${why}`, { argument, ...params });
  if (!Number.isSafeInteger(draws) || draws < 1 || draws > MOST_DRAWS) throw wrong("draws", "is out of range");
  if (!(level > 0 && level < 1)) throw wrong("level", "is out of range");
  if (!(weightSpread >= 0 && weightSpread <= 1)) throw wrong("weightSpread", "is out of range");
  if (!Number.isSafeInteger(seed)) throw wrong("seed", "is out of range");
  const leaves = new Set(system.items.flatMap(({ kind, id }) => (kind === "leaf" ? [id] : [])));
  for (const id of Object.keys(scorings ?? {}))
    if (!leaves.has(id)) throw wrong("scorings", `names "${id}", which is no leaf of the system`, { id });
  for (const one of missing ?? []) if (readMissing(one) === undefined) throw wrong("missing", "has a treatment or score that is none");
}
