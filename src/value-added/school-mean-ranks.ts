import type { StoredStatistics } from "../statistics/index.js";

/** A school's rank by mean mark, 1 is best, equal means sharing the mean of their ranks; change = entrance − exit. */
export interface SchoolRankOfMean {
  readonly entrance: number;
  readonly exit: number;
  readonly change: number;
}

/** Ranks of schools by their mean marks, compared exactly (sums × numbers of pupils), among those that may be shown. @internal */
export function ranksOfMeans(stored: StoredStatistics, shown: ReadonlySet<string>): ReadonlyMap<string, SchoolRankOfMean> {
  const schools = stored.groups
    .filter(({ group }) => shown.has(group))
    .map(({ group, rows, sums }) => ({ school: group, n: BigInt(rows), sums: sums.map(BigInt) }));
  const ranks = [0, 1].map((column) => {
    const above = (a: (typeof schools)[number], b: (typeof schools)[number]): number => {
      const difference = b.sums[column]! * a.n - a.sums[column]! * b.n;
      return difference > 0n ? 1 : difference < 0n ? -1 : 0;
    };
    const sorted = [...schools].sort(above);
    const rankOf = new Map<string, number>();
    for (let from = 0; from < sorted.length; ) {
      let to = from;
      while (to < sorted.length && above(sorted[from]!, sorted[to]!) === 0) to += 1;
      for (let k = from; k < to; k += 1) rankOf.set(sorted[k]!.school, (from + 1 + to) / 2);
      from = to;
    }
    return rankOf;
  });
  return new Map(
    schools.map(({ school }) => {
      const [entrance, exit] = [ranks[0]!.get(school)!, ranks[1]!.get(school)!];
      return [school, { entrance, exit, change: entrance - exit }];
    }),
  );
}
