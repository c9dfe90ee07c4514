import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import { checkValueAddedOptions, describeSchools, type SchoolEffect } from "./describe-schools.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { outcomeScale } from "./method-frame.js";
import { examinationIssues, minimumCohortOf } from "./pupil-design.js";
import type { PupilColumns } from "./read-pupils.js";
import type { ValueAddedOptions, ValueAddedResult } from "./result.js";

/** 分段. Entrance marks from `from` (included) up to the next band's, and the exit mark expected of them. */
export interface AttainmentBand {
  readonly from: number;
  readonly expected: number;
  /** The lowest difference (actual − expected) that counts for a pupil in the adjusted figure, below 0; absent: no floor. */
  readonly floor?: number | undefined;
}

/** Where the bands come from. */
export interface AttainmentBandOptions extends Omit<ValueAddedOptions, "errors"> {
  /** A published table, or the number of bands of about equal many pupils to compute from these pupils. */
  readonly bands: readonly AttainmentBand[] | number;
  /** Floor of computed bands: so many standard deviations of the band below its mean; absent: none. A caller's figure. */
  readonly floorSds?: number | undefined;
  /** Standard deviation of pupils' differences by which errors are computed (a published one); default that of these pupils. */
  readonly sd?: number | undefined;
}

/** A band with the area's pupils in it; `exitSum` is the sum of their exit marks: ÷ `pupils` it is `expected` where bands are computed. */
export interface UsedBand extends AttainmentBand {
  readonly pupils: number;
  readonly exitSum: number;
}

/** The bands used, and what the floor changed. */
export interface AttainmentBandResult extends ValueAddedResult {
  readonly bands: readonly UsedBand[];
  /** Per published school how many of its pupils began in each band: its expected mark is their weighted mean of the bands'. */
  readonly pupilsInBands: readonly { readonly school: string; readonly pupils: readonly number[] }[];
  /** Population standard deviation of pupils' differences over the area, in marks. */
  readonly differenceSd: number;
  /** Per estimated school the estimate with outliers held at their band's floor, beside the unadjusted one; null where no band has a floor. */
  readonly adjusted:
    | readonly { readonly school: string; readonly estimate: number; readonly low: number; readonly high: number; readonly held: number }[]
    | null;
}

/**
 * 分段期望法. A school's mean of (exit mark − mean exit mark of all pupils of the same entrance band), as in England's Progress 8: a table that
 * anyone can apply by hand.
 *
 * The error is the area's standard deviation of differences ÷ √pupils (England's convention): expectations are taken as known and schools as
 * alike in spread. A floor holds single very low pupils; the figure with it stands beside the one without.
 *
 * What it cannot tell. *Within a band* strong and weak are taken as alike, so that wide bands favour strong intakes. *Floors and ceilings*: the
 * top band cannot exceed the highest mark. *Regression to the mean* is allowed for as far as bands are narrow. With a *table* from elsewhere
 * the area's own mean need not be 0.
 *
 * Fails with `band-table-gap` where bands do not ascend or marks lie below the first, `band-unusable` for a band whose
 * figure is none, and for a computed band of fewer pupils than the minimum cohort, as its expectation would be their marks.
 *
 * @example
 * ```ts
 * import { attainmentBands, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 60, 60], ["b", 70, 80]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const bands = [{ from: 0, expected: 65 }, { from: 60, expected: 70 }];
 * const result = pupils.ok ? attainmentBands(pupils.value, { bands, scale: "marks" }) : pupils;
 * result.ok && result.value.schools.map((each) => (each.status === "estimated" ? each.estimate : null)); // => [2.5, 0]
 * ```
 */
export function attainmentBands(pupils: PupilColumns, options: AttainmentBandOptions): Result<AttainmentBandResult, ValueAddedIssue> {
  const { scale } = checkValueAddedOptions(options);
  const { floorSds, sd } = options;
  if (floorSds !== undefined && !(floorSds > 0))
    throw new SchoolGroupsError("invalid-argument", "floorSds lies above 0", { argument: "floorSds" });
  if (sd !== undefined && !(sd > 0)) throw new SchoolGroupsError("invalid-argument", "sd lies above 0", { argument: "sd" });
  const [same, ...more] = examinationIssues(pupils.design);
  if (same !== undefined) return failure([same, ...more]);
  if (pupils.prior.length < 2) return failure([valueAddedIssue("pupils-too-few", [], { pupils: pupils.prior.length, needed: 2 })]);
  const found = typeof options.bands === "number" ? computedBands(pupils, options.bands, floorSds) : givenBands(pupils, options.bands);
  if (!found.ok) return found;
  const { bands, bandOf } = found.value;
  // The mean of a band of few would be its pupils' marks.
  const least = minimumCohortOf(options.minimumCohort ?? pupils.design.minimumCohort);
  const few = typeof options.bands === "number" ? bands.findIndex((band) => band.pupils < least) : -1;
  if (few >= 0) return failure([valueAddedIssue("band-unusable", ["bands", few], { band: few })]);
  const own = spreadOf(differencesOf(pupils.outcome, bands, bandOf));
  const outcome = spreadOf(pupils.outcome);
  const prior = spreadOf(pupils.prior);
  if (!(outcome.sd > 0)) return failure([valueAddedIssue("scores-constant", ["outcome"], { examination: "exit" })]);
  if (!(own.sd > 0)) return failure([valueAddedIssue("residuals-without-spread", [], { schools: pupils.schools.length })]);
  const { unit, place } = outcomeScale(scale, outcome.mean, outcome.sd);
  const sums = schoolSums(pupils, bands, bandOf);
  const spread = sd ?? own.sd;
  const order = pupils.schools.map((_, k) => k).sort((a, b) => (pupils.schools[a]! < pupils.schools[b]! ? -1 : 1));
  const effects = order.map((k): SchoolEffect => {
    const school = sums[k]!;
    return {
      school: pupils.schools[k]!,
      pupils: school.pupils,
      intake: prior.sd > 0 ? (school.prior / school.pupils - prior.mean) / prior.sd : 0,
      actual: place(school.outcome / school.pupils),
      expected: place(school.expected / school.pupils),
      ownVariance: (unit * unit * spread * spread) / school.pupils,
      loading: [],
      df: Number.POSITIVE_INFINITY,
    };
  });
  const frame = {
    method: "attainment-bands" as const,
    cohort: pupils.design.cohort,
    entrance: pupils.design.entrance,
    exit: pupils.design.exit,
    pupils: pupils.prior.length,
    area: { priorMean: prior.mean, priorSd: prior.sd, outcomeMean: outcome.mean, outcomeSd: outcome.sd },
    line: null,
    slopes: null,
    model: null,
    tested: pupils.tested,
    designMinimum: pupils.design.minimumCohort,
    sharedErrors: [],
    cautions: [
      ...(["floor-and-ceiling", "prior-unreliable"] as const),
      ...(typeof options.bands === "number" ? [] : (["expected-from-table"] as const)),
    ],
  };
  const result = describeSchools(frame, effects, options);
  const heldAt = new Map(order.map((k) => [pupils.schools[k]!, sums[k]!]));
  const adjusted = result.value.schools.flatMap((each) => {
    if (each.status === "suppressed") return [];
    const { held, adjusted: sum, pupils: count } = heldAt.get(each.school)!;
    const estimate = (unit * sum) / count;
    const reach = (each.high - each.low) / 2;
    return [{ school: each.school, estimate, low: estimate - reach, high: estimate + reach, held }];
  });
  const anyFloor = bands.some(({ floor }) => floor !== undefined);
  const pupilsInBands = result.value.schools.flatMap(({ school, status }) =>
    status === "suppressed" ? [] : [{ school, pupils: heldAt.get(school)!.inBands }],
  );
  const facts = { bands, pupilsInBands, differenceSd: own.sd, adjusted: anyFloor ? adjusted : null };
  return success({ ...result.value, ...facts }, result.issues);
}

interface Banding {
  readonly bands: readonly UsedBand[];
  readonly bandOf: Int32Array;
}

function givenBands(pupils: PupilColumns, table: readonly AttainmentBand[]): Result<Banding, ValueAddedIssue> {
  const bad = table.findIndex(
    ({ from, expected, floor }) => !Number.isFinite(from) || !Number.isFinite(expected) || (floor !== undefined && !(floor < 0)),
  );
  if (table.length === 0 || bad >= 0)
    return failure([valueAddedIssue("band-unusable", ["bands", Math.max(0, bad)], { band: Math.max(0, bad) })]);
  const gap = table.findIndex(({ from }, k) => k > 0 && !(from > table[k - 1]!.from));
  if (gap > 0) return failure([valueAddedIssue("band-table-gap", ["bands", gap], { at: table[gap]!.from })]);
  const lowest = pupils.prior.reduce((low, mark) => Math.min(low, mark), Number.POSITIVE_INFINITY);
  if (lowest < table[0]!.from) return failure([valueAddedIssue("band-table-gap", ["bands", 0], { at: lowest })]);
  const bandOf = placeInBands(
    pupils.prior,
    table.map(({ from }) => from),
  );
  return success({ bands: counted(table, bandOf, pupils.outcome), bandOf });
}

/** Bands of about equally many pupils; equal marks never stand in two bands. */
function computedBands(pupils: PupilColumns, count: number, floorSds: number | undefined): Result<Banding, ValueAddedIssue> {
  if (!(Number.isSafeInteger(count) && count >= 1))
    throw new SchoolGroupsError("invalid-argument", "bands are a table or a whole number above 0", { argument: "bands" });
  const sorted = Float64Array.from(pupils.prior).sort();
  const starts = [...new Set(Array.from({ length: count }, (_, k) => sorted[Math.floor((k * sorted.length) / count)]!))];
  const bandOf = placeInBands(pupils.prior, starts);
  const sums = starts.map(() => ({ n: 0, sum: 0, squares: 0 }));
  for (let i = 0; i < bandOf.length; i += 1) {
    const band = sums[bandOf[i]!]!;
    band.n += 1;
    band.sum += pupils.outcome[i]!;
  }
  for (let i = 0; i < bandOf.length; i += 1) {
    const band = sums[bandOf[i]!]!;
    const distance = pupils.outcome[i]! - band.sum / band.n;
    band.squares += distance * distance;
  }
  const bands = sums.map(({ n, sum, squares }, k) => {
    const spread = Math.sqrt(squares / n);
    const floor = floorSds === undefined || spread === 0 ? {} : { floor: -floorSds * spread };
    return { from: starts[k]!, expected: sum / n, ...floor, pupils: n, exitSum: sum };
  });
  return success({ bands, bandOf });
}

/** Of every mark the last band that begins at or below it, by bisection. */
function placeInBands(marks: readonly number[], from: readonly number[]): Int32Array {
  const starts = Float64Array.from(from);
  const bandOf = new Int32Array(marks.length);
  for (let i = 0; i < marks.length; i += 1) {
    const mark = marks[i]!;
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= mark) low = middle;
      else high = middle;
    }
    bandOf[i] = low;
  }
  return bandOf;
}

function counted(table: readonly AttainmentBand[], bandOf: Int32Array, outcome: readonly number[]): UsedBand[] {
  const pupils = new Int32Array(table.length);
  const sums = new Float64Array(table.length);
  for (let i = 0; i < bandOf.length; i += 1) {
    pupils[bandOf[i]!]! += 1;
    sums[bandOf[i]!]! += outcome[i]!;
  }
  return table.map((band, k) => ({ ...band, pupils: pupils[k]!, exitSum: sums[k]! }));
}

function differencesOf(marks: readonly number[], bands: Banding["bands"], bandOf: Int32Array): Float64Array {
  const differences = new Float64Array(marks.length);
  for (let i = 0; i < marks.length; i += 1) differences[i] = marks[i]! - bands[bandOf[i]!]!.expected;
  return differences;
}

function schoolSums(pupils: PupilColumns, bands: Banding["bands"], bandOf: Int32Array) {
  const sums = pupils.schools.map(() => ({
    pupils: 0,
    prior: 0,
    outcome: 0,
    expected: 0,
    adjusted: 0,
    held: 0,
    inBands: new Array<number>(bands.length).fill(0),
  }));
  for (let i = 0; i < bandOf.length; i += 1) {
    const sum = sums[pupils.school[i]!]!;
    const { expected, floor } = bands[bandOf[i]!]!;
    const difference = pupils.outcome[i]! - expected;
    const held = floor !== undefined && difference < floor;
    sum.pupils += 1;
    sum.inBands[bandOf[i]!]! += 1;
    sum.prior += pupils.prior[i]!;
    sum.outcome += pupils.outcome[i]!;
    sum.expected += expected;
    sum.adjusted += held ? floor : difference;
    if (held) sum.held += 1;
  }
  return sums;
}

/** Mean and population standard deviation, about the first value. @internal */
function spreadOf(values: ArrayLike<number>): { readonly mean: number; readonly sd: number } {
  const base = values[0] ?? 0;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]! - base;
  const mean = base + sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) squares += (values[i]! - mean) * (values[i]! - mean);
  return { mean, sd: Math.sqrt(squares / values.length) };
}
