import fc from "fast-check";
import { SchoolGroupsError } from "school-groups/core";
import { createRandom, normalTails } from "school-groups/statistics";
import { describe, expect, test } from "vitest";
import { xoshiro128 } from "../../src/statistics/random.js";

describe("createRandom", () => {
  test("is xoshiro128** 1.1: the reference implementation's numbers from the state 1, 2, 3, 4", () => {
    // prng.di.unimi.it/xoshiro128starstar.c, as printed in rand_xoshiro's test
    const next = xoshiro128([1, 2, 3, 4]);
    const expected = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
    expect(expected.map(() => next())).toEqual(expected);
  });

  test("a seed fixes the stream, another seed gives another", () => {
    const take = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed).next);
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        expect(take(a)).toEqual(take(a));
        if (a !== b) expect(take(a)).not.toEqual(take(b));
      }),
    );
  });

  test("splitting is a function of seed and label and leaves the stream where it was", () => {
    const [a, b] = [createRandom(5), createRandom(5)];
    a.next();
    a.split(3).next();
    b.next();
    expect(a.next()).toBe(b.next());
    expect(a.split(3).next()).toBe(createRandom(5).split(3).next());
    expect(a.split(3).split(1).next()).not.toBe(a.split(1).split(3).next());
    const streams = new Set(Array.from({ length: 2000 }, (_, label) => a.split(label).next()));
    // 2000 of 2^32: one expected collision in 2000 runs
    expect(streams.size).toBeGreaterThan(1997);
  });

  test("uniform numbers are inside (0, 1) and uniform: Kolmogorov–Smirnov over 50 000", () => {
    const random = createRandom(11);
    const n = 50_000;
    const draws = Array.from({ length: n }, random.uniform).sort((x, y) => x - y);
    const distance = Math.max(...draws.map((value, i) => Math.max(Math.abs(value - i / n), Math.abs(value - (i + 1) / n))));
    expect(draws[0]).toBeGreaterThan(0);
    expect(draws[n - 1]).toBeLessThan(1);
    expect(distance * Math.sqrt(n)).toBeLessThan(1.63); // 1 % point of Kolmogorov's distribution
  });

  test("normal numbers have the normal distribution", () => {
    const random = createRandom(12);
    const n = 4_000;
    const draws = Array.from({ length: n }, random.normal).sort((x, y) => x - y);
    const distance = Math.max(...draws.map((value, i) => Math.abs(normalTails(value).lower - (i + 0.5) / n) + 0.5 / n));
    expect(distance * Math.sqrt(n)).toBeLessThan(1.63);
  });

  test("whole numbers below a bound are equally likely, for bounds that do not divide 2^32 too", () => {
    const random = createRandom(13);
    const tally = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i += 1) {
      const k = random.integer(7);
      tally[k] = (tally[k] ?? 0) + 1;
    }
    const chi = tally.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(16.81); // 1 % point of χ² with 6 degrees of freedom
  });

  test("a shuffle is a permutation, and every permutation of three is equally likely", () => {
    const random = createRandom(14);
    const tally = new Map<string, number>();
    for (let i = 0; i < 12_000; i += 1) {
      const key = random.shuffle(["a", "b", "c"]).join("");
      tally.set(key, (tally.get(key) ?? 0) + 1);
    }
    expect([...tally.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    const chi = [...tally.values()].reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0);
    expect(chi).toBeLessThan(15.09); // 1 % point of χ² with 5 degrees of freedom
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        expect([...createRandom(1).shuffle(items)].sort()).toEqual([...items].sort());
      }),
    );
  });

  test("a seed that is no safe integer, or a bound out of range, throws", () => {
    expect(() => createRandom(0.5)).toThrow(SchoolGroupsError);
    expect(() => createRandom(2 ** 60)).toThrow(SchoolGroupsError);
    expect(() => createRandom(1).integer(0)).toThrow(SchoolGroupsError);
    expect(() => createRandom(1).integer(2 ** 32 + 1)).toThrow(SchoolGroupsError);
    expect(createRandom(1).integer(2 ** 32)).toBeLessThan(2 ** 32);
  });
});
