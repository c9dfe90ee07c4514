import {
  type DecimalString,
  type ExactText,
  exact,
  failure,
  isDecimalString,
  parseFraction,
  type Result,
  SchoolGroupsError,
  success,
  toNumber,
} from "../core/index.js";
import type { EvaluationIssue } from "./issues.js";
import { repeatedIndicators, settledWeights, type Weights } from "./weights.js";

/** A judgement of the nine-point scale: how many times more important the row is than the column (`3`, `"1/3"`). */
export type Judgement = ExactText | DecimalString | number;

/** 随机一致性指标. Named tables of the random index, for matrices of 1 to 10 rows; Saaty, The Analytic Hierarchy Process (1980). */
export const RANDOM_INDEX = {
  "saaty-1980": [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
} as const;

/** Options of `ahpWeights`. */
export interface AhpOptions {
  /** The indicators in the order of the rows. */
  readonly indicators: readonly string[];
  readonly randomIndex: keyof typeof RANDOM_INDEX;
  /** The largest consistency ratio accepted; 0.1 is Saaty's own. */
  readonly limit: number;
}

/** 层次分析法权重, with how consistent the judgements were. */
export interface AhpWeights extends Weights {
  /** The weights as estimated, before they were settled on twelve places. */
  readonly values: readonly number[];
  /** λmax, the largest eigenvalue. */
  readonly largestEigenvalue: number;
  /** CI = (λmax − n) ÷ (n − 1). */
  readonly consistencyIndex: number;
  /** CR = CI ÷ RI; 0 for one or two indicators, which cannot contradict each other. */
  readonly consistencyRatio: number;
}

/** Two judgements given as floats (0.3333 for 1/3) count as reciprocal when their product is 1 to this precision. */
const RECIPROCITY = 1e-9;

function readJudgement(judgement: Judgement): number | undefined {
  if (typeof judgement === "number") return Number.isFinite(judgement) && judgement > 0 ? judgement : undefined;
  const value = isDecimalString(judgement) ? exact(judgement) : parseFraction(judgement);
  return value === undefined || value.numerator <= 0n ? undefined : toNumber(value);
}

function readMatrix(matrix: readonly (readonly Judgement[])[]): { readonly rows: number[][]; readonly issues: EvaluationIssue[] } {
  const issues: EvaluationIssue[] = [];
  const rows = matrix.map((row, i) =>
    matrix.map((_, j) => {
      const judgement = row[j];
      const value = judgement === undefined ? undefined : readJudgement(judgement);
      if (value === undefined)
        issues.push({ code: "judgement-invalid", severity: "error", path: [i, j], params: { row: i + 1, column: j + 1 } });
      return value ?? 1;
    }),
  );
  rows.forEach((row, i) => {
    for (let j = i; j < rows.length; j += 1) {
      const product = (row[j] ?? 1) * (rows[j]?.[i] ?? 1);
      if (Math.abs(product - 1) <= RECIPROCITY) continue;
      issues.push({ code: "matrix-not-reciprocal", severity: "error", path: [i, j], params: { row: i + 1, column: j + 1 } });
    }
  });
  return { rows, issues };
}

/** The Perron vector (sum 1) and its eigenvalue by power iteration: a positive matrix has just one, and the iteration reaches it. */
function perron(rows: readonly (readonly number[])[]): { readonly vector: readonly number[]; readonly eigenvalue: number } {
  let vector = rows.map(() => 1 / rows.length);
  let eigenvalue = rows.length;
  for (let step = 0; step < 1000; step += 1) {
    const image = rows.map((row) => row.reduce((sum, entry, j) => sum + entry * (vector[j] ?? 0), 0));
    eigenvalue = image.reduce((sum, entry) => sum + entry, 0);
    const next = image.map((entry) => entry / eigenvalue);
    const moved = next.reduce((largest, entry, i) => Math.max(largest, Math.abs(entry - (vector[i] ?? 0))), 0);
    vector = next;
    if (moved <= 1e-16) break;
  }
  return { vector, eigenvalue };
}

/**
 * 层次分析法. Weights out of pairwise judgements: the principal eigenvector of the comparison matrix (Saaty 1980), refused when the judgements
 * contradict each other.
 *
 * Issues: `matrix-shape` (not square, not as many rows as indicators, or more than ten), `judgement-invalid`, `matrix-not-reciprocal`,
 * `judgements-inconsistent` (CR above the limit), `item-duplicate`. Throws `invalid-argument` for a limit that is no number of 0 or more. A method of this library; the judgements are the caller's.
 *
 * @example
 * ```ts
 * import { ahpWeights } from "school-groups/evaluation";
 *
 * const result = ahpWeights([[1, 3], ["1/3", 1]], { indicators: ["a", "b"], randomIndex: "saaty-1980", limit: 0.1 });
 * result.ok && result.value.weights; // => [{ indicator: "a", weight: "0.75" }, { indicator: "b", weight: "0.25" }]
 * ```
 */
export function ahpWeights(matrix: readonly (readonly Judgement[])[], options: AhpOptions): Result<AhpWeights, EvaluationIssue> {
  if (!(options.limit >= 0))
    throw new SchoolGroupsError("invalid-argument", "limit of ahpWeights is a number of 0 or more", { argument: "limit" });
  const n = matrix.length;
  const table = RANDOM_INDEX[options.randomIndex];
  const square = n > 0 && n <= table.length && n === options.indicators.length && matrix.every((row) => row.length === n);
  if (!square) return failure([{ code: "matrix-shape", severity: "error", path: [], params: { rows: n } }]);
  const { rows, issues } = readMatrix(matrix);
  const [first, ...others] = [...repeatedIndicators(options.indicators), ...issues];
  if (first !== undefined) return failure([first, ...others]);
  const { vector, eigenvalue } = perron(rows);
  const consistencyIndex = n <= 2 ? 0 : Math.max(0, (eigenvalue - n) / (n - 1));
  const consistencyRatio = n <= 2 ? 0 : consistencyIndex / (table[n - 1] ?? 1);
  if (consistencyRatio > options.limit) {
    const params = { ratio: consistencyRatio.toFixed(4), limit: String(options.limit) };
    return failure([{ code: "judgements-inconsistent", severity: "error", path: [], params }]);
  }
  const settled = settledWeights(vector);
  return success({
    weights: options.indicators.map((indicator, index) => ({ indicator, weight: settled[index] ?? "0" })),
    basis: {
      kind: "library",
      why: {
        "zh-CN": "按使用单位给出的两两比较判断，用层次分析法（特征向量法）计算",
        en: "computed from the caller's pairwise judgements by the analytic hierarchy process (eigenvector)",
      },
    },
    values: vector,
    largestEigenvalue: eigenvalue,
    consistencyIndex,
    consistencyRatio,
  });
}
