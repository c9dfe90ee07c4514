import { scaleBinary } from "./binary-scale.js";

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** Doubles as whole multiples of one power of two: value = integer × 2^exponent, exactly. @internal */
export interface BinaryGrid {
  readonly integers: readonly bigint[];
  readonly exponent: number;
}

/** The exponent of a double's last bit, and the double in units of it. */
function parts(x: number): { readonly integer: number; readonly exponent: number } {
  view.setFloat64(0, x);
  const biased = (view.getInt32(0) >>> 20) & 0x7ff;
  const exponent = biased === 0 ? -1074 : biased - 1075;
  return { integer: scaleBinary(x, -exponent), exponent };
}

/** Finite doubles on their common grid. @internal */
export function binaryGrid(values: ArrayLike<number>): BinaryGrid {
  const split = Array.from(values, parts);
  let exponent = Number.POSITIVE_INFINITY;
  for (const part of split) if (part.integer !== 0) exponent = Math.min(exponent, part.exponent);
  if (exponent === Number.POSITIVE_INFINITY) return { integers: split.map(() => 0n), exponent: 0 };
  return { integers: split.map((part) => (part.integer === 0 ? 0n : BigInt(part.integer) << BigInt(part.exponent - exponent))), exponent };
}

function bitLength(x: bigint): number {
  return x === 0n ? 0 : x.toString(16).length * 4;
}

/** numerator ÷ denominator as (head + tail) × 2^exponent, cut to more than 110 bits. */
function quotientParts(
  numerator: bigint,
  denominator: bigint,
): { readonly head: number; readonly tail: number; readonly exponent: number } {
  if (numerator === 0n) return { head: 0, tail: 0, exponent: 0 };
  const sign = numerator < 0n !== denominator < 0n ? -1 : 1;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const shift = 120 - (bitLength(top) - bitLength(bottom));
  const quotient = shift >= 0 ? (top << BigInt(shift)) / bottom : top / (bottom << BigInt(-shift));
  const head = Number(quotient);
  return { head: sign * head, tail: sign * Number(quotient - BigInt(head)), exponent: -shift };
}

/** numerator ÷ denominator × 2^exponent as the nearest double; ±∞ beyond the range. @internal */
export function ratioToNumber(numerator: bigint, denominator: bigint, exponent = 0): number {
  const { head, tail, exponent: own } = quotientParts(numerator, denominator);
  return scaleBinary(head + tail, own + exponent);
}

/** √(numerator ÷ denominator) × 2^exponent. @internal */
export function rootOfRatio(numerator: bigint, denominator: bigint, exponent: number): number {
  // a further factor 4^k keeps the quotient near 1, whatever the size of the integers
  const k = Math.floor((bitLength(numerator) - bitLength(denominator)) / 2);
  const { head, tail, exponent: own } = quotientParts(numerator, denominator);
  const [hi, lo] = [scaleBinary(head, own - 2 * k), scaleBinary(tail, own - 2 * k)];
  const root = Math.sqrt(hi);
  if (root === 0) return 0;
  // one step of Newton with the quotient's own tail
  const split = 134217729 * root;
  const a = split - (split - root);
  const b = root - a;
  const square = root * root;
  const rest = hi - square - (b * b - (square - a * a - 2 * a * b)) + lo;
  return scaleBinary(root + rest / (2 * root), exponent + k);
}
