import fc from "fast-check";
import {
  compareShare,
  countRange,
  exact,
  formatInterval,
  fraction,
  intervalContains,
  type Share,
  shareInterval,
  shareOf,
} from "school-groups/core";
import { describe, expect, test } from "vitest";

const interval = (share: Share) => {
  const read = shareInterval(share);
  return read && formatInterval(read);
};
const fifth = exact("0.2");

function code(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe("intervals of shares, by hand", () => {
  test("known and partly known", () => {
    expect(interval(shareOf(7, 35))).toBe("[0.2, 0.2]");
    expect(interval(shareOf(countRange(7, 2), 36))).toBe("[7/36, 0.25]");
    // 7 to 9 of 30 to 36: at least 7/36, at most 9/30.
    expect(interval(shareOf(countRange(7, 2), countRange(30, 6)))).toBe("[7/36, 0.3]");
    // All of the whole may belong to the part.
    expect(interval(shareOf(countRange(7, 2), countRange(8, 6)))).toBe("[0.5, 1]");
  });

  test("a whole that is not known, or nothing", () => {
    expect(interval(shareOf(23, undefined))).toBe("[0, 1]");
    expect(interval(shareOf(23, { low: 92 }))).toBe("[0, 0.25]");
    expect(interval(shareOf({ low: 23 }, 92))).toBe("[0.25, 1]");
    expect(shareInterval(shareOf(0, 0))).toBeUndefined();
    expect(interval(shareOf(0, countRange(0, 5)))).toBe("[0, 1]");
  });

  test("a part above its whole stands as it is", () => {
    expect(interval(shareOf(40, 30))).toBe("[4/3, 4/3]");
  });

  test("whatever the unknown turns out to be, the share lies inside", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(20), fc.nat(20), fc.nat(50), fc.nat(20), fc.nat(20), (low, inside, above, rest, down, up) => {
        const part = low + inside;
        const whole = part + rest;
        fc.pre(whole > 0);
        const share = shareOf({ low, high: part + above }, { low: Math.max(0, whole - down), high: whole + up });
        const read = shareInterval(share);
        expect(read && intervalContains(read, fraction(part, whole))).toBe(true);
      }),
    );
  });
});

describe("shares against a threshold", () => {
  test("just below, at and just above 20 %", () => {
    expect(compareShare(shareOf(6, 35), "at-least", fifth)).toBe("no");
    expect(compareShare(shareOf(7, 35), "at-least", fifth)).toBe("yes");
    expect(compareShare(shareOf(8, 35), "at-least", fifth)).toBe("yes");
    expect(compareShare(shareOf(7, 35), "more-than", fifth)).toBe("no");
  });

  test("the low end satisfies, the high end violates", () => {
    expect(compareShare(shareOf(countRange(7, 28), 35), "at-least", fifth)).toBe("yes");
    expect(compareShare(shareOf(countRange(6, 1), 35), "at-least", fifth)).toBe("unknown");
    expect(compareShare(shareOf(countRange(5, 1), 35), "at-least", fifth)).toBe("no");
    expect(compareShare(shareOf(23, undefined), "at-least", fifth)).toBe("unknown");
  });

  test("nothing to have a share of", () => {
    expect(compareShare(shareOf(0, 0), "at-least", fifth)).toBe("not-applicable");
    expect(compareShare(shareOf(0, countRange(0, 5)), "at-most", fraction(1))).toBe("unknown");
    expect(compareShare(shareOf(0, countRange(1, 5)), "at-least", fifth)).toBe("no");
    // The certain part keeps the whole above 0.
    expect(compareShare(shareOf(3, countRange(0, 10)), "at-least", fifth)).toBe("yes");
    expect(compareShare(shareOf(0, 5), "at-least", fifth)).toBe("no");
  });
});

test("counts are safe integers from 0", () => {
  for (const count of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
    expect(code(() => countRange(count))).toBe("invalid-argument");
    expect(code(() => countRange(0, count))).toBe("invalid-argument");
    expect(code(() => shareOf(1, count))).toBe("invalid-argument");
    expect(code(() => shareOf(count, 1))).toBe("invalid-argument");
  }
  expect(code(() => shareOf({ low: 3, high: 2 }, 5))).toBe("invalid-argument");
  expect(countRange(3, 2)).toEqual({ low: 3, high: 5 });
});
