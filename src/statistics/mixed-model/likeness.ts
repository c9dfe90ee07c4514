import { powerOfTwo } from "../binary-scale.js";
import { cholesky, choleskySolve } from "../cholesky.js";
import { type ModelData, meansOf, scaleOf } from "./model-data.js";
import { withinProducts } from "./within.js";

/** A column of which the ones before leave less than this is freed of them first. */
const ALIKE = 1e-4;
const EXACT = 4503599627370496;

/**
 * Nearly collinear columns without their likeness: a column that the ones before all but explain becomes 2ᵐ × itself less whole multiples of
 * them. That is done on the exact sums, so that what the columns share, which would cost doubles as many digits as they are alike, is gone
 * before anything is rounded. Ordinary columns stay as they are, bit for bit.
 * @internal
 */
export function withoutLikeness(data: ModelData, fixed: number): ModelData {
  const exact = data.exact.map((row) => [...row]);
  const sums = data.centredSums.slice();
  const width = data.size - 1;
  const shifts = new Array<number>(width).fill(0);
  const mix = data.unit.map((_, c) => data.unit.map((__, b) => (b === c ? 1 : 0)));
  let changed = false;
  for (let c = 1; c < fixed; c++) {
    const slopes = slopesOn(exact, c);
    if (slopes === undefined) continue;
    const shift = roomFor(sums, width, c, slopes);
    const times = slopes.map((slope) => Math.round(slope * powerOfTwo(shift)));
    if (shift < 0 || times.every((k) => k === 0)) continue;
    freeProducts(exact, c, times, shift);
    freeSums(sums, width, c, times, powerOfTwo(shift));
    freeRow(data, mix, c, times, shift, shifts);
    shifts[c] = shift;
    changed = true;
  }
  return changed ? rebuilt(data, exact, sums, mix, shifts) : data;
}

/** Slopes of a column on the ones before, in steps; undefined where they leave enough of it. */
function slopesOn(exact: readonly (readonly bigint[])[], c: number): number[] | undefined {
  const scale = Array.from({ length: c + 1 }, (_, k) => 1 / Math.sqrt(Number(exact[k]![k]!)));
  const matrix = scale.slice(0, c).map((x, a) => scale.slice(0, c).map((y, b) => Number(exact[a]![b]!) * x * y));
  const right = matrix.map((_, b) => Number(exact[b]![c]!) * scale[b]! * scale[c]!);
  const factor = cholesky(matrix, 1e-13);
  if (!factor.ok) return undefined;
  const solved = choleskySolve(factor.lower, right);
  const explained = solved.reduce((sum, value, b) => sum + value * right[b]!, 0);
  return 1 - explained < ALIKE ? solved.map((value, b) => (value * scale[b]!) / scale[c]!) : undefined;
}

/** The largest shift, at most 24, with which every sum stays a whole number that doubles hold. */
function roomFor(sums: Float64Array, width: number, c: number, slopes: readonly number[]): number {
  let largest = 0;
  for (let at = 0; at < sums.length; at += width) {
    let reach = Math.abs(sums[at + c]!);
    for (let b = 0; b < c; b++) reach += (Math.abs(slopes[b]!) + 1) * Math.abs(sums[at + b]!);
    largest = Math.max(largest, reach);
  }
  let shift = 24;
  while (shift >= 0 && largest * powerOfTwo(shift) > EXACT) shift--;
  return shift;
}

function freeProducts(exact: bigint[][], c: number, times: readonly number[], shift: number): void {
  const whole = times.map(BigInt);
  const power = 1n << BigInt(shift);
  const free = (own: bigint, of: (b: number) => bigint): bigint => whole.reduce((rest, k, b) => rest - k * of(b), own * power);
  const row = exact[c]!;
  for (let d = 0; d < row.length; d++) row[d] = free(row[d]!, (b) => exact[b]![d]!);
  row[c] = free(row[c]!, (b) => row[b]!);
  for (let d = 0; d < row.length; d++) exact[d]![c] = row[d]!;
}

function freeSums(sums: Float64Array, width: number, c: number, times: readonly number[], power: number): void {
  for (let at = 0; at < sums.length; at += width) {
    let rest = sums[at + c]! * power;
    for (let b = 0; b < c; b++) rest -= times[b]! * sums[at + b]!;
    sums[at + c] = rest;
  }
}

/** What the new column is in the caller's units: itself less these multiples of the others. */
function freeRow(
  { unit, scale }: ModelData,
  mix: number[][],
  c: number,
  times: readonly number[],
  shift: number,
  shifts: readonly number[],
): void {
  const step = (k: number): number => unit[k]! * scale[k]!;
  times.forEach((k, b) => {
    const share = (k * powerOfTwo(shifts[b]! - shift) * step(c)) / step(b);
    for (let d = 0; d <= b; d++) mix[c]![d] = mix[c]![d]! - share * mix[b]![d]!;
  });
}

function rebuilt(
  data: ModelData,
  exact: readonly (readonly bigint[])[],
  centredSums: Float64Array,
  mix: readonly (readonly number[])[],
  shifts: readonly number[],
): ModelData {
  const { size, weightSteps, weightStep } = data;
  const scale = exact.map((row, c) => (shifts[c] === 0 ? data.scale[c]! : scaleOf(Number(row[c]!), Number(data.totalSteps))));
  return {
    ...data,
    exact,
    centredSums,
    scale,
    mix,
    unit: data.unit.map((unit, c) => (unit * data.scale[c]! * powerOfTwo(-shifts[c]!)) / scale[c]!),
    means: meansOf(centredSums, weightSteps, scale, size),
    within: withinProducts({
      size,
      exact,
      centredSums,
      weightSteps,
      scale,
      weightStep,
    }),
  };
}
