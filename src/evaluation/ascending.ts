import { denominatorAt, LARGEST, type SafeColumn } from "./exact-column.js";

/** Places of numbers in order, and where an equal run ends. */
export interface Ascending {
  /** Places of the subjects that have a number, from the least to the greatest. */
  readonly order: Uint32Array;
  /** Whether two subjects have the same number. */
  readonly equal: (a: number, b: number) => boolean;
}

/** Number and place packed into one key: sorting doubles needs no callback, which is most of the time of a sort. */
function packed(numerators: Float64Array): Uint32Array | undefined {
  let [count, least] = [0, Number.POSITIVE_INFINITY];
  for (const numerator of numerators) {
    if (Number.isNaN(numerator)) continue;
    count += 1;
    if (numerator < least) least = numerator;
  }
  // A power of two, so that number and place come apart exactly.
  let places = 1;
  while (places < numerators.length) places *= 2;
  const keys = new Float64Array(count);
  let next = 0;
  for (let at = 0; at < numerators.length; at += 1) {
    const numerator = numerators[at] ?? Number.NaN;
    if (Number.isNaN(numerator)) continue;
    const key = (numerator - least) * places + at;
    if (key > LARGEST) return undefined;
    keys[next] = key;
    next += 1;
  }
  keys.sort();
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? 0;
    order[index] = key - Math.floor(key / places) * places;
  }
  return order;
}

/** −, 0 or + as the number at a is less than, equal to or greater than the one at b. */
function comparisonIn(column: SafeColumn): (a: number, b: number) => number {
  const { numerators } = column;
  const quotients = numerators.map((numerator, at) => numerator / denominatorAt(column, at));
  return (a, b) => {
    // Rounded quotients never stand in the wrong order; where they are the same the products decide.
    const apart = (quotients[a] ?? 0) - (quotients[b] ?? 0);
    if (apart !== 0) return apart;
    const left = BigInt(numerators[a] ?? 0) * BigInt(denominatorAt(column, b));
    const right = BigInt(numerators[b] ?? 0) * BigInt(denominatorAt(column, a));
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

/** Sorts the numbers of a column. */
export function ascending(column: SafeColumn): Ascending {
  const { numerators } = column;
  const compare = comparisonIn(column);
  if (typeof column.denominators === "number") {
    const order = packed(numerators);
    if (order !== undefined) return { order, equal: (a, b) => numerators[a] === numerators[b] };
  }
  const present = Array.from(numerators.keys()).filter((at) => !Number.isNaN(numerators[at] ?? Number.NaN));
  return { order: Uint32Array.from(present.sort(compare)), equal: (a, b) => compare(a, b) === 0 };
}
