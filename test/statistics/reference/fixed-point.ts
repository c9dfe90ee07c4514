/**
 * Reference arithmetic on BigInt: a number is an integer in units of 2^-1400, so that exp(−700) still has 390 bits. Only what the tests need, by the
 * defining series, and nothing of the library's.
 */
const BITS = 1400n;
export const ONE = 1n << BITS;

/** A double, exactly (down to 2^-1300). */
export function fixed(x: number): bigint {
  if (Number.isInteger(x)) return BigInt(x) << BITS;
  let [y, k] = [x, 0];
  while (!Number.isInteger(y)) {
    y *= 2;
    k += 1;
  }
  return (BigInt(y) << BITS) >> BigInt(k);
}

export const mul = (a: bigint, b: bigint): bigint => (a * b) >> BITS;
export const div = (a: bigint, b: bigint): bigint => (a << BITS) / b;

/** e^x by Taylor's series of x / 2^40 and forty squarings. */
export function expFixed(x: bigint): bigint {
  const guard = 120n;
  const small = (x << guard) >> 40n;
  const unit = ONE << guard;
  let [term, sum] = [unit, unit];
  for (let n = 1n; term !== 0n && n < 400n; n += 1n) {
    term = (term * small) / unit / n;
    sum += term;
  }
  for (let i = 0; i < 40; i += 1) sum = (sum * sum) / unit;
  return sum >> guard;
}

/** log x by Newton's method on the exponential. */
export function logFixed(x: bigint): bigint {
  const bits = BigInt(x.toString(2).length) - BITS;
  const head = Number((bits > 0n ? x >> bits : x << -bits) >> (BITS - 60n)) / 2 ** 60;
  let y = fixed(Math.log(head)) + BigInt(Math.round(Number(bits) * Math.LN2 * 2 ** 40)) * (ONE >> 40n);
  for (let i = 0; i < 8; i += 1) y += mul(x, expFixed(-y)) - ONE;
  return y;
}

export const powFixed = (x: bigint, y: bigint): bigint => expFixed(mul(y, logFixed(x)));

function sqrtInteger(n: bigint): bigint {
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

export const sqrtFixed = (x: bigint): bigint => sqrtInteger(x << BITS);

/** Σ x^n / (a (a+1) … (a+n)). */
function gammaSeries(a: bigint, x: bigint): bigint {
  let term = div(ONE, a);
  let sum = term;
  for (let n = 1n; term > 1n; n += 1n) {
    term = div(mul(term, x), a + n * ONE);
    sum += term;
  }
  return sum;
}

/** Γ(a) = ∫₀^N + ∫_N^∞; with N = 400 the second is below e^-400 × 400^a: 120 digits beyond the tests' need for a ≤ 40. */
export function gammaFixed(a: bigint): bigint {
  const n = 400n * ONE;
  return mul(mul(powFixed(n, a), expFixed(-n)), gammaSeries(a, n));
}

/** P(a, x). */
export function lowerGammaFixed(a: bigint, x: bigint): bigint {
  return div(mul(mul(powFixed(x, a), expFixed(-x)), gammaSeries(a, x)), gammaFixed(a));
}

/** I_x(a, b) = x^a (1−x)^b / (a B(a, b)) Σ (a+b)_n / (a+1)_n x^n, all terms positive. */
export function lowerBetaFixed(a: bigint, b: bigint, x: bigint): bigint {
  let [term, sum] = [ONE, ONE];
  for (let n = 0n; term > 1n; n += 1n) {
    term = mul(div(mul(term, a + b + n * ONE), a + (n + 1n) * ONE), x);
    sum += term;
  }
  const beta = div(mul(gammaFixed(a), gammaFixed(b)), gammaFixed(a + b));
  return div(mul(mul(powFixed(x, a), powFixed(ONE - x, b)), sum), mul(a, beta));
}

/** The distance of a double from the exact value in units of the last place of the exact value's double. */
export function ulps(value: number, exact: bigint): number {
  const size = exact < 0n ? -exact : exact;
  if (size === 0n) return value === 0 ? 0 : Number.POSITIVE_INFINITY;
  const exponent = BigInt(size.toString(2).length - 1) - BITS;
  const unit = 1n << (BITS + exponent - 52n);
  const difference = fixed(value) - exact;
  return Number(((difference < 0n ? -difference : difference) * 1000000n) / unit) / 1e6;
}

/** |value − exact| ÷ |exact|. */
export function relative(value: number, exact: bigint): number {
  const difference = fixed(value) - exact;
  const size = exact < 0n ? -exact : exact;
  return Number(((difference < 0n ? -difference : difference) << 200n) / size) / 2 ** 200;
}
