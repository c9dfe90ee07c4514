import type { SchoolGradeCounts } from "./school-grades.js";

/** Grades of a whole area. @internal */
export interface AreaGrades {
  readonly pupils: number;
  readonly counts: readonly number[];
  /** Per grade the share below it and half the share in it (Bross 1958), best first. */
  readonly ridits: readonly number[];
  /** Population standard deviation of pupils' ridits. */
  readonly sd: number;
  /** Of ridits within schools, pooled. */
  readonly within: { readonly variance: number; readonly freedom: number };
}

/** A school's mean ridit, and the sum of squares of its pupils' ridits about it. @internal */
export interface MeanRidit {
  readonly mean: number;
  readonly squares: number;
}

/** All schools as one. @internal */
export function areaGrades(schools: readonly SchoolGradeCounts[]): AreaGrades {
  const grades = schools[0]?.counts.length ?? 0;
  const counts = Array.from({ length: grades }, (_, g) => schools.reduce((sum, school) => sum + school.counts[g]!, 0));
  const pupils = counts.reduce((sum, count) => sum + count, 0);
  const ridits = placements(counts, pupils);
  const freedom = pupils - schools.length;
  const squares = schools.reduce((sum, school) => sum + meanRidit(school, ridits).squares, 0);
  const sd = Math.sqrt(meanRidit({ counts, pupils }, ridits).squares / pupils);
  return { pupils, counts, ridits, sd, within: { variance: freedom > 0 ? squares / freedom : 0, freedom } };
}

/** A school against the area's ridits. @internal */
export function meanRidit({ counts, pupils }: Pick<SchoolGradeCounts, "counts" | "pupils">, ridits: readonly number[]): MeanRidit {
  const mean = counts.reduce((sum, count, g) => sum + count * ridits[g]!, 0) / pupils;
  const squares = counts.reduce((sum, count, g) => sum + count * (ridits[g]! - mean) * (ridits[g]! - mean), 0);
  return { mean, squares };
}

/** Per grade, best first: the share of `counts` below it and half the share in it. */
function placements(counts: readonly number[], pupils: number): number[] {
  let below = pupils;
  return counts.map((count) => {
    below -= count;
    return (2 * below + count) / (2 * pupils);
  });
}

/**
 * Chance that a pupil of the school stands above one of the rest, equal grades counting half: the Mann–Whitney statistic ÷ both numbers, with the error
 * of DeLong, DeLong & Clarke-Pearson (1988). Null where the school or the rest has fewer than two pupils. The error is null where no grade of one side
 * reaches down to the other's best: every placement is 1 or 0 then, and a spread of nothing is no certainty.
 * @internal
 */
export function superiority(
  school: Pick<SchoolGradeCounts, "counts" | "pupils">,
  area: Pick<AreaGrades, "counts" | "pupils">,
): { readonly estimate: number; readonly standardError: number | null } | null {
  const rest = { counts: area.counts.map((count, g) => count - school.counts[g]!), pupils: area.pupils - school.pupils };
  if (school.pupils < 2 || rest.pupils < 2) return null;
  if (allAbove(school.counts, rest.counts)) return { estimate: 1, standardError: null };
  if (allAbove(rest.counts, school.counts)) return { estimate: 0, standardError: null };
  const own = meanRidit(school, placements(rest.counts, rest.pupils));
  const theirs = meanRidit(rest, placements(school.counts, school.pupils));
  const part = (squares: number, pupils: number): number => squares / (pupils - 1) / pupils;
  return { estimate: own.mean, standardError: Math.sqrt(part(own.squares, school.pupils) + part(theirs.squares, rest.pupils)) };
}

/** Is the lowest grade of the one side better than the best of the other? */
function allAbove(upper: readonly number[], lower: readonly number[]): boolean {
  const best = lower.findIndex((count) => count > 0);
  return upper.every((count, g) => count === 0 || g < best);
}
