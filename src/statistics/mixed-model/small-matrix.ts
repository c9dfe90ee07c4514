/** Plain arithmetic on matrices of a few rows, as rows. @internal */
export type Rows = readonly (readonly number[])[];

/** a b. @internal */
export function times(a: Rows, b: Rows): number[][] {
  const width = b[0]?.length ?? 0;
  return a.map((row) => {
    const out = new Array<number>(width).fill(0);
    for (let k = 0; k < row.length; k++) {
      const x = row[k]!;
      const other = b[k]!;
      for (let c = 0; c < width; c++) out[c] = out[c]! + x * other[c]!;
    }
    return out;
  });
}

/** a' b. @internal */
export function crossTimes(a: Rows, b: Rows): number[][] {
  const width = b[0]?.length ?? 0;
  const out = zeros(a[0]?.length ?? 0, width);
  for (let k = 0; k < a.length; k++) {
    for (let r = 0; r < out.length; r++) for (let c = 0; c < width; c++) out[r]![c] = out[r]![c]! + a[k]![r]! * b[k]![c]!;
  }
  return out;
}

/** aᵀ. @internal */
export function transpose(a: Rows): number[][] {
  return (a[0] ?? []).map((_, c) => a.map((row) => row[c]!));
}

/** A matrix of zeros. @internal */
export function zeros(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

/** a += factor × b. @internal */
export function accumulate(a: number[][], b: Rows, factor = 1): void {
  for (let r = 0; r < a.length; r++) for (let c = 0; c < a[r]!.length; c++) a[r]![c] = a[r]![c]! + factor * b[r]![c]!;
}

/** Σ a_rc b_cr. @internal */
export function traceOfProduct(a: Rows, b: Rows): number {
  let sum = 0;
  for (let r = 0; r < a.length; r++) for (let c = 0; c < b.length; c++) sum += a[r]![c]! * b[c]![r]!;
  return sum;
}

/** I + a b and its right-hand side solved: (I + a b)⁻¹ right, with the determinant; undefined where that is not positive. @internal */
export function solveShifted(a: Rows, b: Rows, right: Rows): { readonly solution: number[][]; readonly determinant: number } | undefined {
  const left = times(a, b);
  const n = left.length;
  for (let i = 0; i < n; i++) left[i]![i] = left[i]![i]! + 1;
  const solution = right.map((row) => [...row]);
  let determinant = 1;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let r = k + 1; r < n; r++) if (Math.abs(left[r]![k]!) > Math.abs(left[best]![k]!)) best = r;
    if (best !== k) {
      [left[k], left[best]] = [left[best]!, left[k]!];
      [solution[k], solution[best]] = [solution[best]!, solution[k]!];
      determinant = -determinant;
    }
    const pivot = left[k]![k]!;
    determinant *= pivot;
    if (!(Math.abs(pivot) > 0)) return undefined;
    for (let r = 0; r < n; r++) {
      if (r === k) continue;
      const factor = left[r]![k]! / pivot;
      if (factor === 0) continue;
      for (let c = k; c < n; c++) left[r]![c] = left[r]![c]! - factor * left[k]![c]!;
      for (let c = 0; c < solution[k]!.length; c++) solution[r]![c] = solution[r]![c]! - factor * solution[k]![c]!;
    }
  }
  for (let k = 0; k < n; k++) for (let c = 0; c < solution[k]!.length; c++) solution[k]![c] = solution[k]![c]! / left[k]![k]!;
  return determinant > 0 ? { solution, determinant } : undefined;
}

/** The symmetric matrix whose lower triangle, row by row, is `entries` from `at` on. @internal */
export function symmetricOf(entries: readonly number[], order: number, at = 0): number[][] {
  const matrix = zeros(order, order);
  let k = at;
  for (let r = 0; r < order; r++) {
    for (let c = 0; c <= r; c++) {
      matrix[r]![c] = entries[k]!;
      matrix[c]![r] = entries[k]!;
      k++;
    }
  }
  return matrix;
}
