import type { StoredGroup } from "../statistics/index.js";

/** Per school the signs of the parts added: number of pupils, sums and sums of products. @internal */
export type AddedParts = Map<string, Set<string>>;

/** Parts of fewer pupils than the minimum may be alike by chance and leave no sign. @internal */
export function partsOf(groups: readonly StoredGroup[], minimum: number): AddedParts {
  const large = groups.filter(({ rows }) => Number(rows) >= minimum);
  return new Map(large.map(({ group, rows, sums, products }) => [group, new Set([JSON.stringify([rows, sums, products])])]));
}

/** A school of which the same part comes again. @internal */
export function repeatedPart(known: AddedParts, more: AddedParts): string | undefined {
  for (const [school, signs] of more) {
    const before = known.get(school);
    if (before !== undefined && [...signs].some((sign) => before.has(sign))) return school;
  }
  return undefined;
}
