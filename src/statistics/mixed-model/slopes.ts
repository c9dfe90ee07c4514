import { log } from "../elementary.js";
import type { Engine, Pieces, Terms } from "./engine.js";
import type { ModelData } from "./model-data.js";
import { accumulate, crossTimes, type Rows, solveShifted, symmetricOf, times, traceOfProduct, transpose, zeros } from "./small-matrix.js";

/**
 * Random intercepts and slopes with free correlations on one or two nested levels, from the groups' cross-products.
 *
 * Per group, with C its cross-products and z the random columns: E₁ = (I + C_zz Θ₁)⁻¹C_z·, S = C − C_·z Θ₁ E₁; an upper unit repeats this on
 * the sum of its groups' S with Θ₂. Θ may be singular: it is never inverted.
 * @internal
 */
export function slopesEngine(data: ModelData, groupZ: readonly number[], upperZ: readonly number[]): Engine {
  const q1 = groupZ.length;
  const q2 = upperZ.length;
  const first = entriesOf(q1);
  const second = entriesOf(q2);
  const shape: Shape = { data, groupZ, upperZ, first, second };
  return {
    components: first.length + second.length,
    levels:
      q2 > 0
        ? [
            { level: "group", z: groupZ },
            { level: "upper", z: upperZ },
          ]
        : [{ level: "group", z: groupZ }],
    evaluate: (theta) => evaluate(shape, symmetricOf(theta, q1), symmetricOf(theta, q2, first.length)),
    terms: (theta) => terms(shape, symmetricOf(theta, q1), symmetricOf(theta, q2, first.length)),
  };
}

interface Shape {
  readonly data: ModelData;
  readonly groupZ: readonly number[];
  readonly upperZ: readonly number[];
  /** ∂Θ/∂component: ones at (r, c) and (c, r). */
  readonly first: readonly Rows[];
  readonly second: readonly Rows[];
}

function entriesOf(order: number): Rows[] {
  const entries: Rows[] = [];
  for (let r = 0; r < order; r++) {
    for (let c = 0; c <= r; c++) {
      const entry = zeros(order, order);
      entry[r]![c] = 1;
      entry[c]![r] = 1;
      entries.push(entry);
    }
  }
  return entries;
}

interface GroupParts {
  readonly e: number[][];
  readonly f: number[][];
  readonly b: number[][];
  readonly s: number[][];
  readonly log: number;
}

function groupParts(shape: Shape, j: number, theta: Rows): GroupParts | undefined {
  const { data, groupZ, upperZ } = shape;
  const { size } = data;
  const c: number[][] = [];
  for (let r = 0; r < size; r++) c.push(Array.from(data.products!.subarray((j * size + r) * size, (j * size + r + 1) * size)));
  const k = groupZ.map((z) => c[z]!);
  const solved = solveShifted(pick(k, groupZ), theta, k);
  if (solved === undefined) return undefined;
  const e = solved.solution;
  accumulate(c, crossTimes(k, times(theta, e)), -1);
  return { e, f: pick(e, groupZ), b: pick(e, upperZ), s: c, log: log(solved.determinant) };
}

function pick(rows: Rows, columns: readonly number[]): number[][] {
  return rows.map((row) => columns.map((c) => row[c]!));
}

interface UpperParts {
  readonly e: number[][];
  readonly f: number[][];
  readonly kappa: number[][];
  /** S Z₂-rows of the sum over groups. */
  readonly rows: number[][];
  readonly s: number[][];
  readonly log: number;
}

function upperParts(shape: Shape, groups: readonly GroupParts[], theta: Rows): UpperParts | undefined {
  const { data, upperZ } = shape;
  const s = zeros(data.size, data.size);
  for (const group of groups) accumulate(s, group.s);
  const rows = upperZ.map((z) => s[z]!.slice());
  const square = pick(rows, upperZ);
  const solved = solveShifted(square, theta, rows);
  const bent = solveShifted(theta, square, theta);
  if (solved === undefined || bent === undefined) return undefined;
  accumulate(s, crossTimes(rows, times(theta, solved.solution)), -1);
  return { e: solved.solution, f: pick(solved.solution, upperZ), kappa: bent.solution, rows, s, log: log(solved.determinant) };
}

interface Sums {
  log: number;
  readonly m: number[][];
  readonly dLog: number[];
  readonly dM: number[][][];
  readonly d2Log: number[];
  readonly d2M: number[][][];
}

function evaluate(shape: Shape, theta1: Rows, theta2: Rows): Pieces | undefined {
  const { data, first, second } = shape;
  const { size } = data;
  const count = first.length + second.length;
  const matrices = (n: number): number[][][] => Array.from({ length: n }, () => zeros(size, size));
  const pairs = (count * (count + 1)) / 2;
  const sums: Sums = {
    log: 0,
    m: zeros(size, size),
    dLog: new Array<number>(count).fill(0),
    dM: matrices(count),
    d2Log: new Array<number>(pairs).fill(0),
    d2M: matrices(pairs),
  };
  const free = second.length === 0 ? data.units.length : data.upperStart[0]!;
  for (let j = 0; j < free; j++) {
    const parts = groupParts(shape, j, theta1);
    if (parts === undefined) return undefined;
    sums.log += parts.log;
    accumulate(sums.m, parts.s);
    addLevel(sums, parts.e, parts.f, first, 0);
  }
  for (let g = 0; second.length > 0 && g < data.upperKeys.length; g++) {
    if (!addUpper(shape, sums, data.upperStart[g]!, data.upperStart[g + 1]!, theta1, theta2)) return undefined;
  }
  return {
    logDeterminant: sums.log,
    m: flat(sums.m),
    dLog: Float64Array.from(sums.dLog),
    dM: sums.dM.map(flat),
    d2Log: Float64Array.from(sums.d2Log),
    d2M: sums.d2M.map(flat),
  };
}

function flat(rows: Rows): Float64Array {
  return Float64Array.from(rows.flat());
}

/** What one block of random effects with Z'V⁻¹[1 X y] = e and Z'V⁻¹Z = f adds to the derivatives in its own components. */
function addLevel(sums: Sums, e: Rows, f: Rows, entries: readonly Rows[], at: number): void {
  const images = entries.map((d) => times(d, e));
  const turned = entries.map((d) => times(f, d));
  for (let a = 0; a < entries.length; a++) {
    sums.dLog[at + a] = sums.dLog[at + a]! + traceOfProduct(f, entries[a]!);
    accumulate(sums.dM[at + a]!, crossTimes(e, images[a]!), -1);
    for (let b = 0; b <= a; b++) {
      const k = ((at + a) * (at + a + 1)) / 2 + at + b;
      sums.d2Log[k] = sums.d2Log[k]! - traceOfProduct(turned[a]!, turned[b]!);
      addSymmetric(sums.d2M[k]!, crossTimes(images[a]!, times(f, images[b]!)), 1);
    }
  }
}

/** into += factor × (a + a'). */
function addSymmetric(into: number[][], a: Rows, factor: number): void {
  accumulate(into, a, factor);
  accumulate(into, transpose(a), factor);
}

function addUpper(shape: Shape, sums: Sums, from: number, to: number, theta1: Rows, theta2: Rows): boolean {
  const { first, second, upperZ } = shape;
  const groups: GroupParts[] = [];
  for (let j = from; j < to; j++) {
    const parts = groupParts(shape, j, theta1);
    if (parts === undefined) return false;
    sums.log += parts.log;
    groups.push(parts);
  }
  const upper = upperParts(shape, groups, theta2);
  if (upper === undefined) return false;
  sums.log += upper.log;
  accumulate(sums.m, upper.s);
  addLevel(sums, upper.e, upper.f, second, first.length);
  const { kappa } = upper;
  const pull = times(kappa, upper.rows);
  const turn = times(kappa, pick(upper.rows, upperZ));
  const size = shape.data.size;
  const q2 = upperZ.length;
  const n = first.map(() => zeros(q2, q2));
  const p = first.map(() => zeros(q2, size));
  const q = first.map(() => zeros(q2, size));
  for (const { e: e1, f, b } of groups) {
    const e = e1.map((row) => [...row]);
    accumulate(e, times(b, pull), -1);
    const l = b.map((row) => [...row]);
    accumulate(l, times(b, turn), -1);
    addGroupOfUpper(sums, shape, { e, f, b, l, u: times(b, times(kappa, transpose(b))) });
    first.forEach((d, a) => {
      const image = times(d, e);
      accumulate(n[a]!, crossTimes(b, times(d, b)));
      accumulate(p[a]!, crossTimes(b, image));
      accumulate(q[a]!, crossTimes(l, image));
    });
  }
  const bentN = n.map((matrix) => times(kappa, matrix));
  const bentP = p.map((matrix) => times(kappa, matrix));
  for (let a = 0; a < first.length; a++) {
    for (let b = 0; b <= a; b++) {
      const k = (a * (a + 1)) / 2 + b;
      sums.d2Log[k] = sums.d2Log[k]! - traceOfProduct(bentN[a]!, bentN[b]!);
      addSymmetric(sums.d2M[k]!, crossTimes(p[a]!, bentP[b]!), -1);
    }
    for (let b = 0; b < second.length; b++) {
      const k = ((first.length + b) * (first.length + b + 1)) / 2 + a;
      addSymmetric(sums.d2M[k]!, crossTimes(q[a]!, times(second[b]!, upper.e)), 1);
    }
  }
  return true;
}

interface Inner {
  readonly e: Rows;
  readonly f: Rows;
  readonly b: Rows;
  /** Z₁'V⁻¹Z₂. */
  readonly l: Rows;
  /** b κ b'. */
  readonly u: Rows;
}

/** A group's own share of the derivatives inside an upper unit; the sums over pairs of groups follow from n, p and q. */
function addGroupOfUpper(sums: Sums, shape: Shape, { e, f, l, u }: Inner): void {
  const { first, second } = shape;
  const own = f.map((row, r) => row.map((value, c) => value - u[r]![c]!));
  for (let a = 0; a < first.length; a++) {
    const da = first[a]!;
    const image = times(da, e);
    sums.dLog[a] = sums.dLog[a]! + traceOfProduct(own, da);
    accumulate(sums.dM[a]!, crossTimes(e, image), -1);
    const fa = times(f, da);
    const ua = times(u, da);
    for (let b = 0; b <= a; b++) {
      const k = (a * (a + 1)) / 2 + b;
      const fb = times(f, first[b]!);
      const ub = times(u, first[b]!);
      sums.d2Log[k] = sums.d2Log[k]! - (traceOfProduct(fa, fb) - traceOfProduct(fa, ub) - traceOfProduct(ua, fb));
      addSymmetric(sums.d2M[k]!, crossTimes(image, times(f, times(first[b]!, e))), 1);
    }
    for (let b = 0; b < second.length; b++) {
      const k = ((first.length + b) * (first.length + b + 1)) / 2 + a;
      sums.d2Log[k] = sums.d2Log[k]! - traceOfProduct(crossTimes(l, times(da, l)), second[b]!);
    }
  }
}

function terms(shape: Shape, theta1: Rows, theta2: Rows): Terms {
  const { data, second, groupZ, upperZ } = shape;
  const e: number[] = [];
  const f: number[] = [];
  const b: number[] = [];
  const above = { e: [] as number[], f: [] as number[], kappa: [] as number[], shrink: [] as number[] };
  const upper = new Int32Array(data.units.length).fill(-1);
  const keep = (parts: Pick<GroupParts, "e" | "f" | "b">): void => {
    e.push(...parts.e.flat());
    f.push(...parts.f.flat());
    b.push(...parts.b.flat());
  };
  const free = second.length === 0 ? data.units.length : data.upperStart[0]!;
  for (let j = 0; j < free; j++) keep(groupParts(shape, j, theta1)!);
  for (let g = 0; second.length > 0 && g < data.upperKeys.length; g++) {
    const parts: GroupParts[] = [];
    for (let j = data.upperStart[g]!; j < data.upperStart[g + 1]!; j++) parts.push(groupParts(shape, j, theta1)!);
    const own = upperParts(shape, parts, theta2)!;
    const pull = times(own.kappa, own.rows);
    upper.fill(g, data.upperStart[g]!, data.upperStart[g + 1]!);
    for (const group of parts) {
      accumulate(group.e, times(group.b, pull), -1);
      accumulate(group.f, times(group.b, times(own.kappa, transpose(group.b))), -1);
      keep(group);
    }
    const turned = times(own.kappa, pick(own.rows, upperZ));
    above.e.push(...own.e.flat());
    above.f.push(...own.f.flat());
    above.kappa.push(...own.kappa.flat());
    above.shrink.push(...turned.flatMap((row, r) => row.map((value, c) => (r === c ? 1 : 0) - value)));
  }
  return {
    groups: { order: groupZ.length, e: Float64Array.from(e), f: Float64Array.from(f), upper, b: Float64Array.from(b) },
    uppers: {
      order: upperZ.length,
      e: Float64Array.from(above.e),
      f: Float64Array.from(above.f),
      kappa: Float64Array.from(above.kappa),
      shrink: Float64Array.from(above.shrink),
    },
  };
}
