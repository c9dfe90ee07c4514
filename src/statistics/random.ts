import { SchoolGroupsError } from "../core/index.js";
import { normalQuantile } from "./normal.js";

/**
 * A stream of random numbers that depends on its seed alone: the same numbers in every runtime and on every day.
 *
 * It is a little machine with a position; `split` gives an independent stream without touching this one's numbers.
 */
export interface Random {
  /** A whole number in [0, 2³²). */
  readonly next: () => number;
  /** A double in (0, 1): an odd multiple of 2⁻⁵³, never 0, never 1. */
  readonly uniform: () => number;
  /** A standard normal deviate, the quantile of one uniform. */
  readonly normal: () => number;
  /** A whole number in [0, bound), every one equally likely; 1 ≤ bound ≤ 2³². */
  readonly integer: (bound: number) => number;
  /** A new array with the items in random order, every order equally likely (Fisher–Yates). */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
  /** An independent stream for a label, a function of this stream's seed and the label only. */
  readonly split: (label: number) => Random;
}

/** SplitMix32-style finaliser (the 32-bit mixer of MurmurHash3): spreads a seed over all bits. */
function mix(z0: number): number {
  let z = z0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** Four words of state from a seed: a counter with the golden gamma, mixed. */
function stateFrom(high: number, low: number): [number, number, number, number] {
  let counter = Math.imul(mix(high ^ 0x9e3779b9), 0x9e3779b9) ^ low;
  const word = (): number => {
    counter = (counter + 0x9e3779b9) | 0;
    return mix(counter);
  };
  const state: [number, number, number, number] = [word(), word() ^ high, word(), word()];
  // the one state the generator cannot leave
  return (state[0] | state[1] | state[2] | state[3]) === 0 ? [1, 0, 0, 0] : state;
}

/**
 * xoshiro128** of Blackman & Vigna (2018) on four given words: the published algorithm without our seeding, for tests against its reference.
 *
 * @internal
 */
export function xoshiro128(words: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = words;
  return () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

function randomFrom(high: number, low: number): Random {
  const next = xoshiro128(stateFrom(high, low));
  const uniform = (): number => ((next() >>> 6) * 67108864 + (next() >>> 6) + 0.5) / 4503599627370496;
  const integer = (bound: number): number => {
    if (!(Number.isInteger(bound) && bound >= 1 && bound <= 4294967296)) {
      throw new SchoolGroupsError("invalid-argument", "the bound must be a whole number in [1, 2^32]", { bound: String(bound) });
    }
    // the top part that would favour small numbers is drawn again
    const limit = 4294967296 - (4294967296 % bound);
    let draw = next();
    while (draw >= limit) draw = next();
    return draw % bound;
  };
  return {
    next,
    uniform,
    normal: () => normalQuantile(uniform()),
    integer,
    shuffle: (items) => {
      const result = items.slice();
      for (let i = result.length - 1; i > 0; i -= 1) {
        const j = integer(i + 1);
        [result[i], result[j]] = [result[j]!, result[i]!];
      }
      return result;
    },
    split: (label) => {
      const [labelHigh, labelLow] = words(label);
      return randomFrom(mix(high ^ mix(labelHigh + 0x6a09e667)) ^ labelLow, mix(low ^ mix(labelLow + 0x3c6ef372)) ^ labelHigh);
    },
  };
}

/** A safe integer as two 32-bit words. */
function words(seed: number): [number, number] {
  if (!Number.isSafeInteger(seed)) {
    throw new SchoolGroupsError("invalid-argument", "a seed must be a safe integer", { seed: String(seed) });
  }
  return [Math.floor(seed / 4294967296) | 0, seed | 0];
}

/**
 * A random stream from a seed (随机种子), any safe integer: xoshiro128** (Blackman & Vigna 2018), seeded through MurmurHash3's mixer.
 *
 * Used for simulation, rank uncertainty and permutation; chance enters this library only through such a seed. Throws `invalid-argument` for another seed.
 *
 * @example
 * ```ts
 * import { createRandom } from "school-groups/statistics";
 *
 * createRandom(7).uniform() === createRandom(7).uniform(); // => true
 * createRandom(7).split(1).uniform() === createRandom(7).split(2).uniform(); // => false
 * ```
 */
export function createRandom(seed: number): Random {
  return randomFrom(...words(seed));
}
