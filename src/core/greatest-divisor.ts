const LARGEST_SAFE = 9007199254740991n;
/** Leading bits that a step works on: the quotient of two such numbers is never rounded up to a whole one. */
const LEADING = 51;
/** Cofactors up to here keep every product of a step within a double. */
const MOST_COFACTOR = 33_554_432;
const INT32 = 0x7fffffff;

/**
 * Greatest common divisor of two safe integers ≥ 0. Remainders of 32-bit integers are a machine instruction, those of doubles a call.
 * @internal
 */
export function greatestSafeDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y > INT32) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  if (y === 0) return x;
  let s = y | 0;
  let t = (x % y) | 0;
  while (t !== 0) {
    const rest = (s % t) | 0;
    s = t;
    t = rest;
  }
  return s;
}

function bitLength(value: bigint): number {
  return 4 * value.toString(16).length;
}

/** Upper bound of the bits of a whole number in a double. */
function bitsOf(value: number): number {
  let bits = 1;
  for (let rest = value; rest >= 2; rest /= 2) bits += 1;
  return bits;
}

/** One step of Lehmer's: what Euclid's algorithm would do to both numbers, told from their leading bits as long as those decide. */
function cofactors(high: number, low: number): readonly [number, number, number, number, number] {
  let [p, q, a, b, c, d] = [high, low, 1, 0, 0, 1];
  while (q + c > 0 && q + d > 0) {
    const quotient = Math.floor((p + a) / (q + c));
    const nextA = a - quotient * c;
    const nextB = b - quotient * d;
    if (quotient !== Math.floor((p + b) / (q + d)) || Math.max(Math.abs(nextA), Math.abs(nextB)) > MOST_COFACTOR) break;
    [a, b, c, d] = [c, d, nextA, nextB];
    [p, q] = [q, p - quotient * q];
  }
  return [a, b, c, d, p];
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** Lehmer's algorithm (Knuth, The Art of Computer Programming 2, 4.5.2 L), down to where the smaller number is a safe integer. */
function reducePair(a: bigint, b: bigint): readonly [bigint, bigint] {
  let [x, y] = a < b ? [b, a] : [a, b];
  let bits = bitLength(x);
  while (y > LARGEST_SAFE) {
    const shift = Math.max(0, bits - LEADING);
    const [fromX, fromY, toX, toY, p] = cofactors(Number(x >> BigInt(shift)), Number(y >> BigInt(shift)));
    // Whatever the cofactors, their determinant is ±1 and the divisors stay the same.
    const first = absolute(BigInt(fromX) * x + BigInt(fromY) * y);
    const second = absolute(BigInt(toX) * x + BigInt(toY) * y);
    if (fromY === 0 || first >= x || second >= x) {
      [x, y] = [y, x % y];
      bits = bitLength(x);
    } else {
      [x, y] = first < second ? [second, first] : [first, second];
      bits = Math.max(LEADING, shift + bitsOf(p) + 1);
    }
  }
  return [x, y];
}

/**
 * Greatest common divisor of two numbers ≥ 0: large ones lose 25 bits at a step instead of two, and plain doubles take over as soon as they fit.
 * @internal
 */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  const [x, y] = b <= LARGEST_SAFE || a <= LARGEST_SAFE ? [a, b] : reducePair(a, b);
  if (y === 0n) return x;
  if (x === 0n) return y;
  // One division brings the larger number down to the smaller one.
  if (y <= LARGEST_SAFE) return BigInt(greatestSafeDivisor(Number(y), Number(x <= LARGEST_SAFE ? x : x % y)));
  return BigInt(greatestSafeDivisor(Number(x), Number(y % x)));
}
