const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/**
 * The exponent k for which |x| / 2^k lies in [√½, √2); x finite and not 0.
 *
 * @internal
 */
export function centredExponent(x: number): number {
  let k = 0;
  let y = x;
  if (Math.abs(y) < 2.2250738585072014e-308) {
    y *= 18014398509481984; // 2^54: out of the subnormal range
    k = -54;
  }
  view.setFloat64(0, y);
  const high = view.getInt32(0) & 0x7fffffff;
  // 0x6a09e is the head of √2's fraction: from there on the next power of two is nearer
  return k + (high >> 20) - 1023 + ((high & 0xfffff) >= 0x6a09e ? 1 : 0);
}

/** 2^k for −1022 ≤ k ≤ 1023. @internal */
export function powerOfTwo(k: number): number {
  view.setInt32(0, (k + 1023) << 20);
  view.setInt32(4, 0);
  return view.getFloat64(0);
}

/** x × 2^k for any integer k, rounded once at most when the result is subnormal. @internal */
export function scaleBinary(x: number, k: number): number {
  let [y, n] = [x, k];
  for (let step = 0; step < 3 && n > 1023; step += 1) {
    y *= powerOfTwo(1023);
    n -= 1023;
  }
  // steps of 2^-969 leave 53 bits of room, so that only the last product can round
  for (let step = 0; step < 3 && n < -1022; step += 1) {
    y *= powerOfTwo(-969);
    n += 969;
  }
  return y * powerOfTwo(Math.max(-1022, Math.min(1023, n)));
}
