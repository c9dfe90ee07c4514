import { OFF_GRID, ROUNDER } from "./kernels.js";

/**
 * Two whole numbers in one double, low + high × 2²⁶: one multiplication makes two products and one addition adds two sums. All of it stays
 * exact, and comes apart again, while every sum of products of a tile is below 2²⁵ (see `PACKED_LIMIT`).
 * @internal
 */
const PACK = 67108864;
const UNPACK = 1 / PACK;

/**
 * A tile whose columns' sums of squares are all below this can be taken apart: by Cauchy–Schwarz every Σvw, every Σv and all that is added
 * on the way is below 2²⁵ in magnitude, which packed is below 2⁵², so that nothing was rounded and neither half ran into the other.
 * @internal
 */
export const PACKED_LIMIT = 33554432;

/**
 * As `fourWithSelf` in packed numbers, for four columns on their own: void unless the four sums of squares are below `PACKED_LIMIT`. Instead of
 * the distances from the grid there is 1 where some step was not whole, 0 where all were.
 *
 * The same but for what it keeps as `packedKept`: a test in the loop, even one that never holds, costs a tenth of the time.
 * @internal
 */
export function packedAlone(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  shift: number,
  grid: Float64Array,
  start: Int32Array,
  last: number,
  sums: Float64Array,
  stride: number,
  offset: number,
  out: Float64Array,
): void {
  const oa = grid[0] as number;
  const ob = grid[1] as number;
  const oc = grid[2] as number;
  const od = grid[3] as number;
  const ma = grid[4] as number;
  const mb = grid[5] as number;
  const mc = grid[6] as number;
  const md = grid[7] as number;
  // Written here once more: compilers read a module's constant anew in every turn of the loop.
  const rounder = 6755399441055744;
  const pack = 67108864;
  let off = 0;
  let aa = 0;
  let bb = 0;
  let cc = 0;
  let dd = 0;
  let ap = 0;
  let dp = 0;
  let rest = 0;
  for (let run = 0; run < last; run++) {
    let sp = 0;
    let sq = 0;
    const end = start[run + 1] as number;
    for (let i = start[run] as number; i < end; i++) {
      const xa = ((a[i + shift] as number) - oa) * ma;
      const xd = ((d[i + shift] as number) - od) * md;
      const xb = ((b[i + shift] as number) - ob) * mb;
      const xc = ((c[i + shift] as number) - oc) * mc;
      const va = xa + rounder - rounder;
      const vd = xd + rounder - rounder;
      const vb = xb + rounder - rounder;
      const vc = xc + rounder - rounder;
      if (xa !== va || xb !== vb || xc !== vc || xd !== vd) off = 1;
      aa += va * va;
      dd += vd * vd;
      bb += vb * vb;
      cc += vc * vc;
      const high = vc * pack;
      const p = vb + high;
      sp += p;
      sq += va + vd * pack;
      ap += va * p;
      dp += vd * p;
      rest += va * vd + vb * high;
    }
    keepSums(sp, sq, sums, run * stride + offset);
  }
  keepProducts(off, aa, bb, cc, dd, ap, dp, rest, out);
}

/**
 * As `packedAlone`, for four columns among more: keeps b + c × 2²⁶ in `lp` and a + d × 2²⁶ in `lq`.
 * @internal
 */
export function packedKept(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  shift: number,
  grid: Float64Array,
  lp: Float64Array,
  lq: Float64Array,
  start: Int32Array,
  last: number,
  sums: Float64Array,
  stride: number,
  offset: number,
  out: Float64Array,
): void {
  const oa = grid[0] as number;
  const ob = grid[1] as number;
  const oc = grid[2] as number;
  const od = grid[3] as number;
  const ma = grid[4] as number;
  const mb = grid[5] as number;
  const mc = grid[6] as number;
  const md = grid[7] as number;
  const rounder = 6755399441055744;
  const pack = 67108864;
  let off = 0;
  let aa = 0;
  let bb = 0;
  let cc = 0;
  let dd = 0;
  let ap = 0;
  let dp = 0;
  let rest = 0;
  for (let run = 0; run < last; run++) {
    let sp = 0;
    let sq = 0;
    const end = start[run + 1] as number;
    for (let i = start[run] as number; i < end; i++) {
      const xa = ((a[i + shift] as number) - oa) * ma;
      const xd = ((d[i + shift] as number) - od) * md;
      const xb = ((b[i + shift] as number) - ob) * mb;
      const xc = ((c[i + shift] as number) - oc) * mc;
      const va = xa + rounder - rounder;
      const vd = xd + rounder - rounder;
      const vb = xb + rounder - rounder;
      const vc = xc + rounder - rounder;
      if (xa !== va || xb !== vb || xc !== vc || xd !== vd) off = 1;
      aa += va * va;
      dd += vd * vd;
      bb += vb * vb;
      cc += vc * vc;
      const high = vc * pack;
      const p = vb + high;
      const q = va + vd * pack;
      sp += p;
      sq += q;
      ap += va * p;
      dp += vd * p;
      rest += va * vd + vb * high;
      lp[i] = p;
      lq[i] = q;
    }
    keepSums(sp, sq, sums, run * stride + offset);
  }
  keepProducts(off, aa, bb, cc, dd, ap, dp, rest, out);
}

function keepSums(sp: number, sq: number, sums: Float64Array, at: number): void {
  const sc = highOf(sp);
  const sd = highOf(sq);
  sums[at] = sq - sd * PACK;
  sums[at + 1] = sp - sc * PACK;
  sums[at + 2] = sc;
  sums[at + 3] = sd;
}

function keepProducts(
  off: number,
  aa: number,
  bb: number,
  cc: number,
  dd: number,
  ap: number,
  dp: number,
  rest: number,
  out: Float64Array,
): void {
  out[OFF_GRID] = off;
  out[0] = aa;
  out[5] = bb;
  out[10] = cc;
  out[15] = dd;
  const ac = highOf(ap);
  out[1] = ap - ac * PACK;
  out[2] = ac;
  const cd = highOf(dp);
  out[7] = dp - cd * PACK;
  out[11] = cd;
  const bc = highOf(rest);
  out[3] = rest - bc * PACK;
  out[6] = bc;
}

/** The squared distances of four columns' rows 0 … `to` from their grids, summed. @internal */
export function distances(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  shift: number,
  grid: Float64Array,
  to: number,
): number {
  return (
    distance(a, shift, grid, 0, to) + distance(b, shift, grid, 1, to) + distance(c, shift, grid, 2, to) + distance(d, shift, grid, 3, to)
  );
}

function distance(values: Float64Array, shift: number, grid: Float64Array, place: number, to: number): number {
  const origin = grid[place] as number;
  const scale = grid[4 + place] as number;
  const rounder = 6755399441055744;
  let sum = 0;
  for (let i = 0; i < to; i++) {
    const steps = ((values[i + shift] as number) - origin) * scale;
    const rest = steps - (steps + rounder - rounder);
    sum += rest * rest;
  }
  return sum;
}

/** Four packed lanes (as `lp`, `lq` of `packedKept`) with four others: sixteen products by eight multiplications. @internal */
export function packedWithPacked(
  lp: Float64Array,
  lq: Float64Array,
  p: Float64Array,
  q: Float64Array,
  to: number,
  out: Float64Array,
): void {
  const rounder = 6755399441055744;
  const pack = 67108864;
  const unpack = 1 / 67108864;
  let ap = 0;
  let aq = 0;
  let bp = 0;
  let bq = 0;
  let cp = 0;
  let cq = 0;
  let dp = 0;
  let dq = 0;
  for (let i = 0; i < to; i++) {
    const left = lp[i] as number;
    const other = lq[i] as number;
    const vp = p[i] as number;
    const vq = q[i] as number;
    const vc = left * unpack + rounder - rounder;
    const vd = other * unpack + rounder - rounder;
    const vb = left - vc * pack;
    const va = other - vd * pack;
    ap += va * vp;
    aq += va * vq;
    bp += vb * vp;
    bq += vb * vq;
    cp += vc * vp;
    cq += vc * vq;
    dp += vd * vp;
    dq += vd * vq;
  }
  takeApart(ap, aq, out, 0);
  takeApart(bp, bq, out, 4);
  takeApart(cp, cq, out, 8);
  takeApart(dp, dq, out, 12);
}

function takeApart(p: number, q: number, out: Float64Array, at: number): void {
  const second = highOf(p);
  const third = highOf(q);
  out[at] = q - third * PACK;
  out[at + 1] = p - second * PACK;
  out[at + 2] = second;
  out[at + 3] = third;
}

/** The nearest whole number of 2²⁶: the low half is less than half of that. */
function highOf(packed: number): number {
  return packed * UNPACK + ROUNDER - ROUNDER;
}
