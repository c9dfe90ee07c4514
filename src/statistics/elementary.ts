import { centredExponent, powerOfTwo, scaleBinary } from "./binary-scale.js";

// ln 2 in two parts; the first has 21 trailing zero bits, so that k × LN2_HEAD is exact for every exponent k
const LN2_HEAD = 0.6931471803691238;
const LN2_TAIL = 1.9082149292705877e-10;
const ONE_OVER_LN2 = 1.4426950408889634;

/** log(1 + f + c) + k ln 2 for √½ ≤ 1 + f < √2 and a tiny c; f − f²/2 is carried exactly, the rest is below 7 % of it. */
function logNearOne(f: number, c: number, k: number): number {
  const s = f / (2 + f);
  const z = s * s;
  // 2 artanh(s) = 2s + s × (2z/3 + 2z²/5 + …)
  const far = 2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21 + z * (2 / 23)))));
  const series = 2 / 3 + z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * far))));
  const split = 134217729 * f;
  const head = split - (split - f);
  const tail = f - head;
  const square = f * f;
  const squareError = tail * tail - (square - head * head - 2 * head * tail);
  const half = 0.5 * square;
  const base = k * LN2_HEAD;
  const first = base + f;
  const firstError = base - (first - (first - base)) + (f - (first - base));
  const second = first - half;
  const moved = second - first;
  const secondError = first - (second - moved) + (-half - moved);
  const rest = s * (half + z * series) + (k * LN2_TAIL + c / (1 + f)) - 0.5 * squareError;
  return second + (firstError + secondError + rest);
}

/**
 * Natural logarithm (自然对数), the same bits in every runtime: made from + − × ÷ only, because engines differ in `Math.log`.
 *
 * Error below 0.75 units in the last place over the whole range, subnormals included. `log(0)` is −∞, `log(∞)` is ∞;
 * a negative number or NaN gives NaN.
 *
 * @example
 * ```ts
 * import { log } from "school-groups/statistics";
 *
 * log(1); // => 0
 * log(10); // => 2.302585092994046
 * ```
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const k = centredExponent(x);
  return logNearOne(scaleBinary(x, -k) - 1, 0, k);
}

/**
 * log(1 + x) without losing the digits of a small x.
 *
 * Error below 0.75 units in the last place. `log1p(-1)` is −∞; below −1 or for NaN the result is NaN.
 *
 * @example
 * ```ts
 * import { log1p } from "school-groups/statistics";
 *
 * log1p(1e-20); // => 1e-20
 * log1p(1); // => 0.6931471805599453
 * ```
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (Math.abs(x) < 5e-17 || x === Number.POSITIVE_INFINITY) return x;
  if (x > -0.2928 && x < 0.4142) return logNearOne(x, 0, 0);
  const u = 1 + x;
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1);
  const k = centredExponent(u);
  return logNearOne(scaleBinary(u, -k) - 1, k > 100 ? 0 : scaleBinary(lost, -k), k);
}

/** 1/3! + r/4! + … + r^11/14!, the tail of the exponential series. */
function exponentialTail(r: number): number {
  return (
    1 / 6 +
    r *
      (1 / 24 +
        r *
          (1 / 120 +
            r *
              (1 / 720 +
                r *
                  (1 / 5040 +
                    r *
                      (1 / 40320 +
                        r *
                          (1 / 362880 +
                            r * (1 / 3628800 + r * (1 / 39916800 + r * (1 / 479001600 + r * (1 / 6227020800 + r / 87178291200))))))))))
  );
}

/**
 * Exponential function, the same bits in every runtime.
 *
 * Error below 0.75 units in the last place (1 unit where the result is subnormal). Above 709.78 the result is ∞, below −745.13 it is 0; NaN gives NaN.
 *
 * @example
 * ```ts
 * import { exp } from "school-groups/statistics";
 *
 * exp(1); // => 2.718281828459045
 * exp(-1000); // => 0
 * ```
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * ONE_OVER_LN2 + 0.5);
  const high = x - k * LN2_HEAD;
  const low = k * LN2_TAIL;
  const r = high - low;
  const c = high - r - low;
  const tail = r * r * (0.5 + r * exponentialTail(r));
  const sum = 1 + r;
  return scaleBinary(sum + (1 - sum + r + (c * sum + tail)), k);
}

/**
 * exp(x) − 1 without losing the digits of a small x.
 *
 * Error below 0.75 units in the last place. Above 709.78 the result is ∞, far below zero it is −1; NaN gives NaN.
 *
 * @example
 * ```ts
 * import { expm1 } from "school-groups/statistics";
 *
 * expm1(1e-20); // => 1e-20
 * expm1(-1); // => -0.6321205588285577
 * ```
 */
export function expm1(x: number): number {
  if (Math.abs(x) < 5e-17 || Number.isNaN(x)) return x;
  if (x > 45) return exp(x);
  if (x < -45) return -1;
  const k = Math.floor(x * ONE_OVER_LN2 + 0.5);
  const high = x - k * LN2_HEAD;
  const low = k * LN2_TAIL;
  const r = high - low;
  const c = high - r - low;
  const split = 134217729 * r;
  const head = split - (split - r);
  const rest = r - head;
  const square = r * r;
  const squareError = rest * rest - (square - head * head - 2 * head * rest);
  const half = 0.5 * square;
  const sum = r + half;
  const error = r - sum + half + 0.5 * squareError + (c * (1 + r) + r * square * exponentialTail(r));
  if (k === 0) return sum + error;
  const scale = powerOfTwo(k);
  // beyond 2^52 the 1 no longer fits beside the scale and joins the small parts
  const base = k > 52 ? scale : scale - 1;
  const product = scale * sum;
  const total = base + product;
  const moved = total - base;
  return total + (base - (total - moved) + (product - moved) + scale * error - (k > 52 ? 1 : 0));
}
