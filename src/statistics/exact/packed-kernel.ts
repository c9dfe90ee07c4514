import { type Four, OFF_GRID, ROUNDER } from "./kernels.js";

/**
 * Two whole numbers in one double, low + high × 2²⁶: one multiplication makes two products and one addition adds two sums. All of it stays
 * exact, and comes apart again, while every sum of products of a tile is below 2²⁵ (see `PACKED_LIMIT`).
 * @internal
 */
export const PACK = 67108864;
const UNPACK = 1 / PACK;

/**
 * A tile whose columns' sums of squares are all below this can be taken apart: by Cauchy–Schwarz every Σvw, every Σv and all that is added
 * on the way is below 2²⁵ in magnitude, which packed is below 2⁵², so that nothing was rounded and neither half ran into the other.
 * @internal
 */
export const PACKED_LIMIT = 33554432;

/**
 * As `fourWithSelf`, in packed numbers: void unless the four sums of squares are below `PACKED_LIMIT`. Keeps for other blocks the four lanes
 * and the pair b + c × 2²⁶ in `lp`, a + d × 2²⁶ in `lq`.
 * @internal
 */
export function packedWithSelf(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  shift: number,
  grid: Float64Array,
  keepLanes: boolean,
  la: Float64Array,
  lb: Float64Array,
  lc: Float64Array,
  ld: Float64Array,
  keepPair: boolean,
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
      const va = xa + rounder - rounder;
      const ra = xa - va;
      aa += va * va;
      const xd = ((d[i + shift] as number) - od) * md;
      const vd = xd + rounder - rounder;
      const rd = xd - vd;
      dd += vd * vd;
      const q = va + vd * pack;
      sq += q;
      const xb = ((b[i + shift] as number) - ob) * mb;
      const vb = xb + rounder - rounder;
      const rb = xb - vb;
      bb += vb * vb;
      const xc = ((c[i + shift] as number) - oc) * mc;
      const vc = xc + rounder - rounder;
      const rc = xc - vc;
      cc += vc * vc;
      const high = vc * pack;
      const p = vb + high;
      sp += p;
      ap += va * p;
      dp += vd * p;
      rest += va * vd + vb * high;
      off += ra * ra + rb * rb + (rc * rc + rd * rd);
      if (keepLanes) {
        la[i] = va;
        lb[i] = vb;
        lc[i] = vc;
        ld[i] = vd;
      }
      if (keepPair) {
        lp[i] = p;
        lq[i] = q;
      }
    }
    const at = run * stride + offset;
    const sc = highOf(sp);
    const sd = highOf(sq);
    sums[at] = sq - sd * PACK;
    sums[at + 1] = sp - sc * PACK;
    sums[at + 2] = sc;
    sums[at + 3] = sd;
  }
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

/** Four lanes with the packed pair of four others: sixteen products by eight multiplications. @internal */
export function fourWithPacked(left: Four, p: Float64Array, q: Float64Array, to: number, out: Float64Array): void {
  const [a, b, c, d] = left;
  let ap = 0;
  let aq = 0;
  let bp = 0;
  let bq = 0;
  let cp = 0;
  let cq = 0;
  let dp = 0;
  let dq = 0;
  for (let i = 0; i < to; i++) {
    const vp = p[i] as number;
    const vq = q[i] as number;
    const va = a[i] as number;
    const vb = b[i] as number;
    const vc = c[i] as number;
    const vd = d[i] as number;
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
