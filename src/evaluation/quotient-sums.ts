import { greatestSafeDivisor } from "../core/greatest-divisor.js";
import { type Fraction, fraction } from "../core/index.js";
import { columnOf, denominatorAt, type ExactColumn, LARGEST, type MaybeFraction, safeNumber } from "./exact-column.js";

/** A column and what it weighs. */
export interface WeightedColumn {
  readonly column: ExactColumn;
  readonly weight: Fraction;
  /** May be left out where it has no number, its weight shared among the others; only where all weights add up to 1. */
  readonly optional?: boolean | undefined;
}

interface Summand {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Joins neighbours, then pairs of pairs, so that the large numbers stay few; not in lowest terms. */
function joined(summands: readonly Summand[]): Summand {
  let level = summands;
  while (level.length > 1) {
    const next: Summand[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [a, b] = [level[at], level[at + 1]];
      if (a === undefined) continue;
      if (b === undefined) next.push(a);
      else
        next.push({
          numerator: a.numerator * b.denominator + b.numerator * a.denominator,
          denominator: a.denominator * b.denominator,
        });
    }
    level = next;
  }
  return level[0] ?? { numerator: 0n, denominator: 1n };
}

/** Adds quotients one by one: in doubles as long as those are exact, then what has come together as one of the large ones. */
interface QuotientSum {
  readonly add: (numerator: number, denominator: number) => void;
  readonly addWide: (value: Summand) => void;
  /** The sum so far over a whole number, in lowest terms, and begins anew. */
  readonly take: (over: bigint) => Fraction;
}

/** A sum over its denominators one by one: what one of them has in common with the numerator is soon found, for it is small. */
function overEach(numerator: bigint, denominators: Iterable<bigint>): Fraction {
  let [rest, whole] = [numerator, 1n];
  for (const denominator of denominators) {
    const left = fraction(rest, denominator);
    rest = left.numerator;
    whole *= left.denominator;
  }
  return { numerator: rest, denominator: whole };
}

function quotientSum(): QuotientSum {
  let [numerator, denominator] = [0, 1];
  let wide: Summand[] = [];
  function flush(): void {
    if (numerator !== 0) wide.push({ numerator: BigInt(numerator), denominator: BigInt(denominator) });
    [numerator, denominator] = [0, 1];
  }
  return {
    add: (n, d) => {
      const divisor = greatestSafeDivisor(denominator, d);
      const times = d / divisor;
      const [sum, by] = [numerator * times + n * (denominator / divisor), denominator * times];
      if (by <= LARGEST && Math.abs(numerator) * times + Math.abs(n) * (denominator / divisor) <= LARGEST)
        [numerator, denominator] = [sum, by];
      else {
        flush();
        [numerator, denominator] = [n, d];
      }
    },
    addWide: (value) => {
      wide.push(value);
    },
    take: (over) => {
      flush();
      const sum = overEach(joined(wide).numerator, [over, ...wide.map((one) => one.denominator)]);
      wide = [];
      return sum;
    },
  };
}

/** A part with its weight as a whole number of the common part of all weights. */
interface WeighedPart {
  readonly column: ExactColumn;
  readonly units: bigint;
  /** The same as a double; NaN where that is not exact. */
  readonly safe: number;
  readonly optional: boolean;
}

/** Adds one subject's number; false where it is missing. */
function addAt({ column, units, safe }: WeighedPart, at: number, sum: QuotientSum): boolean {
  if (column.kind === "wide") {
    const value = column.values[at];
    if (value !== undefined) sum.addWide({ numerator: value.numerator * units, denominator: value.denominator });
    return value !== undefined;
  }
  const numerator = column.numerators[at] ?? Number.NaN;
  if (Number.isNaN(numerator)) return false;
  const denominator = denominatorAt(column, at);
  if (Math.abs(safe * numerator) <= LARGEST) sum.add(safe * numerator, denominator);
  else sum.addWide({ numerator: units * BigInt(numerator), denominator: BigInt(denominator) });
  return true;
}

function weighed(parts: readonly WeightedColumn[]): { readonly parts: readonly WeighedPart[]; readonly whole: bigint } {
  let whole = 1n;
  for (const { weight } of parts) whole *= fraction(weight.denominator, whole).numerator;
  const own = parts.map(({ column, weight, optional = false }): WeighedPart => {
    const units = weight.numerator * (whole / weight.denominator);
    return { column, units, safe: safeNumber(units) ?? Number.NaN, optional };
  });
  return { parts: own, whole };
}

/**
 * Σ weight × number, subject by subject, of numbers with denominators of their own; brought to lowest terms once. Optional parts may be missing:
 * the sum is then divided by the weights of those that are there; missing where another part is, or nothing weighs.
 */
export function quotientSums(columns: readonly WeightedColumn[], size: number): ExactColumn {
  const { parts, whole } = weighed(columns);
  const sum = quotientSum();
  const values = Array.from({ length: size }, (_, at): MaybeFraction => {
    let [lost, complete] = [0n, true];
    for (const part of parts) {
      if (addAt(part, at, sum)) continue;
      lost += part.units;
      complete &&= part.optional;
    }
    const mean = sum.take(lost === whole ? 1n : whole - lost);
    return complete && lost !== whole ? mean : undefined;
  });
  return columnOf(values);
}
