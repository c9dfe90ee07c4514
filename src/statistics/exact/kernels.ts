/**
 * The two inner loops of the exact statistics, written out by hand. Everything they add is a whole number below 2⁵³ in a tile, so that no
 * addition rounds and the order of rows does not show. Any number of columns is served by blocks of four.
 */

/** Where the rows of one group stand in a tile: run r holds rows start[r] … start[r + 1] of the group `unit[r]`. @internal */
export interface Runs {
  readonly start: Int32Array;
  readonly unit: Int32Array;
}

/** Four lanes that stand side by side. @internal */
export type Four = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** Adding and taking away 1.5 × 2⁵² rounds to the nearest whole number, halves to even. @internal */
export const ROUNDER = 6755399441055744;

/** Place in the output where the sum of the squared distances from the grid goes (the lower triangle is free). @internal */
export const OFF_GRID = 4;

/** The grid of four lanes that hold whole steps already: four origins, then four scales. @internal */
export const WHOLE_STEPS = /* @__PURE__ */ Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1);

/**
 * Puts four columns on their grids (kept in `la` … `ld` for other blocks, where `keep` says so; row i of the tile is value i + shift) and
 * multiplies them with themselves over the runs `first` … `last`: ten products and the squared distances from the grid into `out`, the sums
 * of each run into `sums` (run × stride + offset). A value that is NaN or infinite makes some output NaN or infinite.
 *
 * The parameters stand one by one: objects made anew for every tile make compilers throw their code away again and again.
 * @internal
 */
export function fourWithSelf(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  shift: number,
  grid: Float64Array,
  keep: boolean,
  la: Float64Array,
  lb: Float64Array,
  lc: Float64Array,
  ld: Float64Array,
  start: Int32Array,
  first: number,
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
  let off = 0;
  let aa = 0;
  let ab = 0;
  let ac = 0;
  let ad = 0;
  let bb = 0;
  let bc = 0;
  let bd = 0;
  let cc = 0;
  let cd = 0;
  let dd = 0;
  for (let run = first; run < last; run++) {
    let sa = 0;
    let sb = 0;
    let sc = 0;
    let sd = 0;
    const end = start[run + 1] as number;
    for (let i = start[run] as number; i < end; i++) {
      const xa = ((a[i + shift] as number) - oa) * ma;
      const xb = ((b[i + shift] as number) - ob) * mb;
      const xc = ((c[i + shift] as number) - oc) * mc;
      const xd = ((d[i + shift] as number) - od) * md;
      const va = xa + rounder - rounder;
      const vb = xb + rounder - rounder;
      const vc = xc + rounder - rounder;
      const vd = xd + rounder - rounder;
      if (keep === true) {
        la[i] = va;
        lb[i] = vb;
        lc[i] = vc;
        ld[i] = vd;
      }
      const ra = xa - va;
      const rb = xb - vb;
      const rc = xc - vc;
      const rd = xd - vd;
      off += ra * ra + rb * rb + (rc * rc + rd * rd);
      sa += va;
      sb += vb;
      sc += vc;
      sd += vd;
      aa += va * va;
      ab += va * vb;
      ac += va * vc;
      ad += va * vd;
      bb += vb * vb;
      bc += vb * vc;
      bd += vb * vd;
      cc += vc * vc;
      cd += vc * vd;
      dd += vd * vd;
    }
    const at = run * stride + offset;
    sums[at] = sa;
    sums[at + 1] = sb;
    sums[at + 2] = sc;
    sums[at + 3] = sd;
  }
  out[0] = aa;
  out[1] = ab;
  out[2] = ac;
  out[3] = ad;
  out[OFF_GRID] = off;
  out[5] = bb;
  out[6] = bc;
  out[7] = bd;
  out[10] = cc;
  out[11] = cd;
  out[15] = dd;
}

/** Four lanes with four others over the rows `from` … `to`, sixteen products into `out`. @internal */
export function fourWithFour(left: Four, right: Four, from: number, to: number, out: Float64Array): void {
  fourWithTwo(left, right[0], right[1], from, to, out, 0);
  fourWithTwo(left, right[2], right[3], from, to, out, 2);
}

/** Eight sums at a time: sixteen do not fit the registers. */
function fourWithTwo(left: Four, e: Float64Array, f: Float64Array, from: number, to: number, out: Float64Array, at: number): void {
  const [a, b, c, d] = left;
  let ae = 0;
  let af = 0;
  let be = 0;
  let bf = 0;
  let ce = 0;
  let cf = 0;
  let de = 0;
  let df = 0;
  for (let i = from; i < to; i++) {
    const ve = e[i] as number;
    const vf = f[i] as number;
    const va = a[i] as number;
    const vb = b[i] as number;
    const vc = c[i] as number;
    const vd = d[i] as number;
    ae += va * ve;
    af += va * vf;
    be += vb * ve;
    bf += vb * vf;
    ce += vc * ve;
    cf += vc * vf;
    de += vd * ve;
    df += vd * vf;
  }
  out[at] = ae;
  out[at + 1] = af;
  out[at + 4] = be;
  out[at + 5] = bf;
  out[at + 8] = ce;
  out[at + 9] = cf;
  out[at + 12] = de;
  out[at + 13] = df;
}

/** The sums of one lane run by run, where no kernel makes them on its way (left lanes of weighted statistics). @internal */
export function sumLane(lane: Float64Array, runs: Runs, last: number, sums: Float64Array, stride: number, offset: number): void {
  const { start } = runs;
  for (let run = 0; run < last; run++) {
    let sum = 0;
    const end = start[run + 1] as number;
    for (let i = start[run] as number; i < end; i++) sum += lane[i] as number;
    sums[run * stride + offset] = sum;
  }
}
