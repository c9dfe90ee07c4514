/**
 * Least squares beside ml-matrix (Householder QR, coefficients only) and numeric (normal equations, its only way): time and right digits. Ours checks the data,
 * refines, and gives errors, tests and intervals as well.
 */
import { createRequire } from "node:module";
import { Matrix, QrDecomposition } from "ml-matrix";
import { createRandom, leastSquares, type RegressionData } from "../../src/statistics/index.js";

interface Numeric {
  readonly transpose: (a: number[][]) => number[][];
  readonly dot: (a: number[][], b: number[][] | number[]) => never;
  readonly solve: (a: number[][], b: number[]) => number[];
}

const numeric = createRequire(import.meta.url)("numeric") as Numeric;

interface Problem {
  readonly name: string;
  readonly data: RegressionData;
  /** The design as the others take it: rows with a leading 1. */
  readonly rows: number[][];
  readonly response: number[];
  /** The exact coefficients, where they are known. */
  readonly truth?: readonly number[] | undefined;
}

function generated(n: number, p: number): Problem {
  const random = createRandom(n + p);
  const columns = Array.from({ length: p - 1 }, (_, j) => ({ name: `x${j}`, values: Array.from({ length: n }, random.normal) }));
  const response = Array.from({ length: n }, (_, i) => columns.reduce((sum, { values }) => sum + (values[i] ?? 0), random.normal()));
  const rows = response.map((_, i) => [1, ...columns.map(({ values }) => values[i] ?? 0)]);
  return { name: `${n} rows, ${p} columns`, data: { response, columns }, rows, response };
}

/** y = 1 + x + x² + x³ + x⁴ + x⁵ at 0…20 (Wampler 1970): the truth is 1 throughout. */
function wampler(): Problem {
  const x = Array.from({ length: 21 }, (_, i) => i);
  const rows = x.map((value) => [1, value, value ** 2, value ** 3, value ** 4, value ** 5]);
  const response = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  return {
    name: "Wampler's polynomial",
    data: { response, columns: [{ name: "x", values: x, degree: 5 }] },
    rows,
    response,
    truth: rows[1],
  };
}

function ours(problem: Problem): readonly number[] {
  const fit = leastSquares(problem.data);
  return fit.ok ? fit.value.coefficients.map(({ estimate }) => estimate) : [];
}

const contenders: Readonly<Record<string, (problem: Problem) => readonly number[]>> = {
  "school-groups": ours,
  "ml-matrix": ({ rows, response }) => new QrDecomposition(new Matrix(rows)).solve(Matrix.columnVector(response)).to1DArray(),
  numeric: ({ rows, response }) => {
    const t = numeric.transpose(rows);
    return numeric.solve(numeric.dot(t, rows), numeric.dot(t, response));
  },
};

function digits(values: readonly number[], truth: readonly number[]): string {
  const worst = Math.max(...truth.map((value, j) => Math.abs((values[j] ?? Number.NaN) - value) / Math.abs(value)));
  return worst === 0 ? "15" : Math.max(0, Math.min(15, -Math.log10(worst))).toFixed(1);
}

/** Rounds of all contenders in turn, so that a slow moment of the machine meets each. */
function race(problem: Problem, rounds: number): void {
  const times: Record<string, number[]> = {};
  const results: Record<string, readonly number[]> = {};
  for (let round = 0; round < rounds + 2; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      results[name] = run(problem);
      const spent = performance.now() - start;
      // two rounds to warm up
      if (round >= 2) times[name] = [...(times[name] ?? []), spent];
    }
  }
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const reference = median(times["ml-matrix"] ?? []);
  console.log(problem.name);
  for (const [name, list] of Object.entries(times)) {
    const own = median(list);
    const right = problem.truth === undefined ? "" : `  right digits ${digits(results[name] ?? [], problem.truth)}`;
    console.log(
      `  ${name.padEnd(14)} median ${own.toFixed(3)} ms  minimum ${Math.min(...list).toFixed(3)} ms  ${(own / reference).toFixed(2)} × ml-matrix${right}`,
    );
  }
}

race(wampler(), 200);
for (const [n, p, rounds] of [
  [100, 4, 300],
  [1_000, 8, 60],
  [20_000, 4, 15],
  [100_000, 8, 5],
] as const) {
  race(generated(n, p), rounds);
}
