import { type Fraction, failure, fraction, type Result, SchoolGroupsError, subtractFractions, success, toNumber } from "../core/index.js";
import { checkValueAddedOptions, describeSchools, type SchoolEffect } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { areaOf, frameOf, intakeOf, meanVariance } from "./method-frame.js";
import { type Places, placesOf } from "./places.js";
import type { PupilColumns } from "./read-pupils.js";
import type { ValueAddedOptions, ValueAddedResult } from "./result.js";
import { ranksOfMeans, type SchoolRankOfMean } from "./school-mean-ranks.js";

/** What places are counted among, and in what. */
export interface RankChangeOptions extends Omit<ValueAddedOptions, "scale"> {
  /**
   * `percent` (default): percent rank, (N − W + ½) ÷ N × 100 for place W among N candidates, so that numbers of candidates may differ.
   * `places`: places themselves; refused where the numbers differ, as place 500 of 1 000 and of 800 are not the same.
   */
  readonly unit?: "percent" | "places" | undefined;
  /**
   * Marks of all candidates of the area in each examination, the pupils compared among them. Absent: places are counted among the matched
   * pupils, whose number is the same at both ends.
   */
  readonly candidates?: { readonly entrance: ArrayLike<number>; readonly exit: ArrayLike<number> } | undefined;
}

/** Where a school stood and stands, by its pupils' places and by its mean mark. */
export interface SchoolPlaces {
  readonly school: string;
  /** W₀ and W_n: mean place of its pupils, 1 is best, equal marks sharing the mean of their places. */
  readonly entrance: number;
  readonly exit: number;
  /** The same formula on the order of schools by mean mark, among the schools published. */
  readonly ofMean: SchoolRankOfMean;
  /** How far the estimate could reach: all its pupils in the first or in the last places of the exit examination. In the result's scale. */
  readonly mostUp: number;
  readonly mostDown: number;
}

/** 位次增值结果. The common shape, and the places behind it. */
export interface RankChangeResult extends ValueAddedResult {
  readonly candidates: { readonly entrance: number; readonly exit: number; readonly among: "matched-pupils" | "all-candidates" };
  /** Positive: fewer candidates stand before its pupils than at entrance. */
  readonly direction: "positive-is-up";
  readonly places: readonly SchoolPlaces[];
}

/**
 * 位次增值. W₀ − W_n: the mean place of a school's pupils in the whole area at entrance less that at exit, positive where they rose (national N5).
 * Sums of places are exact; equal marks share the mean of their places. `expected` is the standing at entrance, `actual` that at exit, both
 * counted from below (percent rank, or places above the last), so that more is better. N5 forms W on school means; `places[].ofMean` has that
 * reading too, which moves by whole schools and has no error of its own.
 *
 * A changing number of candidates: see `unit` and `candidates`. Where all candidates are given, those who left or came between shift every place.
 *
 * What it cannot tell. *Regression to the mean*: by chance alone low places rise and high ones fall; see `correlationWithIntake`. *Floors and
 * ceilings*: `mostUp` and `mostDown` say how far a school can move at all; a school at the top can only fall. *Places are no distances*: in the
 * crowded middle a few marks are many places. One school's rise is another's fall: the whole area cannot gain.
 *
 * Error: spread of changes within schools (`errors`), the area's order taken as known. Fails where scores are constant, pupils too few,
 * `candidates-differ` (places among different numbers) or `candidates-incomplete` (a pupil's mark is not among the candidates').
 *
 * @example
 * ```ts
 * import { rankChange, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 65, 60], ["b", 70, 90]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const result = pupils.ok ? rankChange(pupils.value, { unit: "places" }) : pupils;
 * // a: places 4 and 3, then 3.5 and 2
 * result.ok && result.value.places.map(({ entrance, exit }) => [entrance, exit]); // => [[3.5, 2.75], [1.5, 2.25]]
 * result.ok && result.value.schools.map((each) => (each.status === "estimated" ? each.estimate : null)); // => [0.75, -0.75]
 * ```
 */
export function rankChange(pupils: PupilColumns, options: RankChangeOptions = {}): Result<RankChangeResult, ValueAddedIssue> {
  const { errors } = checkValueAddedOptions(options);
  const { unit = "percent", candidates } = options;
  if (unit !== "percent" && unit !== "places")
    throw new SchoolGroupsError("invalid-argument", "unit is percent or places", { argument: "unit" });
  const read = areaOf(pupils);
  if (!read.ok) return read;
  const { source, area } = read.value;
  const freedom = area.pupils - area.schools.length;
  if (freedom < 1) return failure([valueAddedIssue("pupils-too-few", [], { pupils: area.pupils, needed: area.schools.length + 1 })]);
  const before = placesOf(pupils.prior, pupils.design.entrance, candidates?.entrance);
  const after = placesOf(pupils.outcome, pupils.design.exit, candidates?.exit);
  const obstacle = obstacleOf(before, after, unit);
  if (obstacle !== undefined) return failure([obstacle]);
  const moves = movesOf(pupils, { before, after, unit });
  const pooled = { sum: [...moves.values()].reduce((sum, { squares }) => sum + squares, 0), freedom };
  const effects = area.schools.map((school): SchoolEffect => {
    const { start, end, squares } = moves.get(school.school)!;
    const { variance, df } = meanVariance({ own: squares, pupils: school.pupils }, pooled, errors);
    const facts = { school: school.school, pupils: school.pupils, intake: intakeOf(area, school), ownVariance: variance, loading: [], df };
    // The change is rounded once, not a difference of two rounded figures.
    const [then, now] = [standing(start, before.count, unit), standing(end, after.count, unit)];
    return { ...facts, expected: toNumber(then), actual: toNumber(now), estimate: toNumber(subtractFractions(now, then)) };
  });
  const frame = {
    ...frameOf(source, area),
    method: "rank-change" as const,
    line: null,
    slopes: null,
    model: null,
    scale: unit === "percent" ? ("percent-rank" as const) : ("places" as const),
    sharedErrors: [],
    cautions: ["regression-to-mean", "floor-and-ceiling", "places-not-distances"] as const,
  };
  const result = describeSchools(frame, effects, options);
  const shown = result.value.schools.flatMap((each) => (each.status === "estimated" ? [each.school] : []));
  const ofMean = ranksOfMeans(source.statistics().toJSON(), new Set(shown));
  const places = shown.map((school): SchoolPlaces => {
    const { start, end, pupils: count } = moves.get(school)!;
    const best = { halves: BigInt(count) * BigInt(count + 1), pupils: count };
    const worst = { halves: BigInt(count) * BigInt(2 * after.count - count + 1), pupils: count };
    const reach = (to: Sum): number => toNumber(subtractFractions(standing(to, after.count, unit), standing(start, before.count, unit)));
    return {
      school,
      entrance: toNumber(meanPlace(start)),
      exit: toNumber(meanPlace(end)),
      ofMean: ofMean.get(school)!,
      mostUp: reach(best),
      mostDown: reach(worst),
    };
  });
  const among = candidates === undefined ? ("matched-pupils" as const) : ("all-candidates" as const);
  const counts = { entrance: before.count, exit: after.count, among };
  return success({ ...result.value, candidates: counts, direction: "positive-is-up", places }, result.issues);
}

/** A sum of places, in halves of a place. */
interface Sum {
  readonly halves: bigint;
  readonly pupils: number;
}

function meanPlace({ halves, pupils }: Sum): Fraction {
  return fraction(halves, 2 * pupils);
}

/** From below: percent rank (N − W + ½) ÷ N × 100, or places above the last with the last at 1. */
function standing(sum: Sum, count: number, unit: "percent" | "places"): Fraction {
  const { halves, pupils } = sum;
  const n = BigInt(pupils);
  if (unit === "places") return fraction(2n * n * BigInt(count + 1) - halves, 2n * n);
  return fraction(100n * (n * BigInt(2 * count + 1) - halves), 2n * n * BigInt(count));
}

function obstacleOf(before: Places, after: Places, unit: "percent" | "places"): ValueAddedIssue | undefined {
  for (const [examination, places] of [["entrance", before] as const, ["exit", after] as const])
    if (places.missing > 0)
      return valueAddedIssue("candidates-incomplete", ["candidates", examination], { examination, missing: places.missing });
  if (unit === "places" && before.count !== after.count)
    return valueAddedIssue("candidates-differ", ["candidates"], { entrance: before.count, exit: after.count });
  return undefined;
}

interface Moves {
  readonly start: Sum;
  readonly end: Sum;
  readonly pupils: number;
  /** Sum of squares of pupils' changes about the school's mean change, in the unit. */
  readonly squares: number;
}

function movesOf(
  pupils: PupilColumns,
  { before, after, unit }: { readonly before: Places; readonly after: Places; readonly unit: "percent" | "places" },
): ReadonlyMap<string, Moves> {
  const [perStart, perEnd] = unit === "percent" ? [50 / before.count, 50 / after.count] : [0.5, 0.5];
  const { school } = pupils;
  // Whole numbers below 2⁵³: 10⁶ pupils in 10⁶ places are 2 × 10¹².
  const [starts, ends, counts, squares] = [0, 1, 2, 3].map(() => new Float64Array(pupils.schools.length)) as Four;
  for (let i = 0; i < school.length; i += 1) {
    const place = school[i]!;
    starts[place]! += before.halves[i]!;
    ends[place]! += after.halves[i]!;
    counts[place]! += 1;
  }
  const mean = starts.map((start, place) => (start * perStart - ends[place]! * perEnd) / counts[place]!);
  for (let i = 0; i < school.length; i += 1) {
    const off = before.halves[i]! * perStart - after.halves[i]! * perEnd - mean[school[i]!]!;
    squares[school[i]!]! += off * off;
  }
  return new Map(
    pupils.schools.map((name, place) => {
      // Squares of 10⁻¹² of the scale are rounding: pupils who all moved alike have no spread.
      const off = 2e-12 * perEnd * after.count;
      const of = (halves: number): Sum => ({ halves: BigInt(halves), pupils: counts[place]! });
      return [
        name,
        {
          start: of(starts[place]!),
          end: of(ends[place]!),
          pupils: counts[place]!,
          squares: squares[place]! > counts[place]! * off * off ? squares[place]! : 0,
        },
      ];
    }),
  );
}

type Four = [Float64Array, Float64Array, Float64Array, Float64Array];
