import {
  addFractions,
  divideFractions,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  toNumber,
} from "../core/index.js";
import type { StoredStatistics } from "../statistics/index.js";
import type { SchoolEffect } from "./describe-schools.js";
import { intakeOf, meanVariance } from "./method-frame.js";
import type { RateCounts } from "./rate-counts.js";
import type { MarkCut } from "./rate-cuts.js";
import type { ValueAddedCaution } from "./result.js";
import type { AreaMoments } from "./school-moments.js";

/** Full marks of both examinations. @internal */
export interface FullMarks {
  readonly entrance: Fraction;
  readonly exit: Fraction;
}

/** Mean marks, exact, of the area and of its schools in the order of the statistics. @internal */
export interface MeanMarks {
  readonly area: FullMarks;
  readonly schools: readonly FullMarks[];
}

/** From whole numbers of steps. @internal */
export function meanMarks(stored: StoredStatistics): MeanMarks {
  const columns = stored.design.columns.map(({ origin, step }) => ({ origin: exact(origin ?? "0"), step: exact(step) }));
  const mean = (column: number, sum: bigint, rows: bigint): Fraction =>
    addFractions(columns[column]!.origin, multiplyFractions(columns[column]!.step, fraction(sum, rows)));
  const both = (sums: readonly bigint[], rows: bigint): FullMarks => ({ entrance: mean(0, sums[0]!, rows), exit: mean(1, sums[1]!, rows) });
  const groups = stored.groups.map(({ rows, sums }) => ({ rows: BigInt(rows), sums: sums.map(BigInt) }));
  const total = (of: (group: (typeof groups)[number]) => bigint): bigint => groups.reduce((sum, group) => sum + of(group), 0n);
  const whole = [total(({ sums }) => sums[0]!), total(({ sums }) => sums[1]!)];
  return {
    area: both(
      whole,
      total(({ rows }) => rows),
    ),
    schools: groups.map(({ rows, sums }) => both(sums, rows)),
  };
}

/** What schools changed by one measure, ready to be described. @internal */
export interface MeasureChange {
  readonly measure: string;
  readonly better: "higher" | "lower";
  readonly cautions: readonly ValueAddedCaution[];
  readonly effects: readonly SchoolEffect[];
}

interface Counted {
  readonly area: AreaMoments;
  readonly means: MeanMarks;
  readonly full: FullMarks;
  readonly cuts: readonly MarkCut[];
  readonly counts: readonly (readonly RateCounts[])[];
  readonly errors: "pooled" | "own";
}

interface ShareAt {
  readonly entrance: Fraction;
  readonly exit: Fraction;
  /** Sum of squares of pupils' changes about the mean change. */
  readonly squares: number;
}

/** The score rate first, then every rate. @internal */
export function rateChanges(counted: Counted): readonly MeasureChange[] {
  const { cuts, counts } = counted;
  const score = { measure: "score-rate", better: "higher" as const, cautions: [] };
  return [
    { ...score, effects: effectsOf(counted, scoreRates(counted)) },
    ...cuts.map(({ id, better }, k) => {
      const shares = sharesOf(
        counts.map((school) => school[k]!),
        better,
      );
      return { measure: id, better, cautions: ["near-the-cut" as const], effects: effectsOf(counted, shares) };
    }),
  ].map((change) => ({ ...change, cautions: ["regression-to-mean", "floor-and-ceiling", ...change.cautions] }));
}

function scoreRates({ area, means, full }: Counted): { readonly area: FullMarks; readonly schools: readonly ShareAt[] } {
  const rates = ({ entrance, exit }: FullMarks): FullMarks => ({
    entrance: divideFractions(entrance, full.entrance),
    exit: divideFractions(exit, full.exit),
  });
  const [x, y] = [toNumber(full.entrance), toNumber(full.exit)];
  const schools = area.schools.map(({ xx, xy, yy }, k) => ({
    ...rates(means.schools[k]!),
    squares: Math.max(0, yy / (y * y) - (2 * xy) / (x * y) + xx / (x * x)),
  }));
  return { area: rates(means.area), schools };
}

/** Where lower is better, the share that is not counted: then more is better throughout. */
function sharesOf(counts: readonly RateCounts[], better: "higher" | "lower") {
  const good = (count: number, pupils: number): Fraction => fraction(better === "higher" ? count : pupils - count, pupils);
  const sum = (of: (count: RateCounts) => number): number => counts.reduce((total, count) => total + of(count), 0);
  const pupils = sum((count) => count.pupils);
  const entrance = good(
    sum((count) => count.entrance),
    pupils,
  );
  const exit = good(
    sum((count) => count.exit),
    pupils,
  );
  const schools = counts.map((count): ShareAt => {
    const change = count.exit - count.entrance;
    return {
      entrance: good(count.entrance, count.pupils),
      exit: good(count.exit, count.pupils),
      squares: (count.changed * count.pupils - change * change) / count.pupils,
    };
  });
  return { area: { entrance, exit }, schools };
}

function effectsOf(
  { area, errors }: Counted,
  shares: { readonly area: FullMarks; readonly schools: readonly ShareAt[] },
): readonly SchoolEffect[] {
  const areaChange = subtractFractions(shares.area.exit, shares.area.entrance);
  const pooled = { sum: shares.schools.reduce((sum, { squares }) => sum + squares, 0), freedom: area.pupils - area.schools.length };
  return area.schools.map((school, k): SchoolEffect => {
    const { entrance, exit, squares } = shares.schools[k]!;
    const expected = addFractions(entrance, areaChange);
    const { variance, df } = meanVariance({ own: squares, pupils: school.pupils }, pooled, errors);
    return {
      school: school.school,
      pupils: school.pupils,
      intake: intakeOf(area, school),
      actual: toNumber(exit),
      expected: toNumber(expected),
      estimate: toNumber(subtractFractions(exit, expected)),
      ownVariance: variance,
      loading: [],
      df,
    };
  });
}
