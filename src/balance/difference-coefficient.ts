import {
  absoluteFraction,
  type DecimalString,
  divideFractions,
  type ExactText,
  type Explanation,
  type Fraction,
  failure,
  formatDecimal,
  fraction,
  multiplyFractions,
  type Result,
  type RoundingMode,
  squareRootText,
  subtractFractions,
  success,
  sumFractions,
  toExactText,
} from "../core/index.js";
import type { BalanceIssue } from "./issues.js";
import { type ResourceUnit, readUnits, type SoundUnit } from "./resource-unit.js";
import { type WholeTotals, wholeTotals } from "./whole-totals.js";

/** How the printed figures are rounded; what is judged is never rounded. Defaults: mean 2 places, coefficient 3, 四舍五入 (national N2, certainty B). */
export interface DifferenceCoefficientOptions {
  readonly meanPlaces?: number | undefined;
  readonly places?: number | undefined;
  readonly rounding?: RoundingMode | undefined;
}

/** 差异系数, with everything it was made from. */
export interface DifferenceCoefficient {
  readonly units: number;
  readonly pupils: number;
  /** X̄, exact: the area's total per pupil. */
  readonly mean: ExactText;
  /** CV², exact: judge this against the limit squared, so that no root is taken. */
  readonly squared: ExactText;
  /** Printed figures, rounded. */
  readonly printed: { readonly mean: DecimalString; readonly standardDeviation: DecimalString; readonly coefficient: DecimalString };
  /** Of just two units: how far their figures per pupil lie apart; says more than a coefficient of two. */
  readonly difference?: ExactText | undefined;
}

interface Parts {
  readonly pupils: Fraction;
  readonly mean: Fraction;
  readonly squared: Fraction;
}

/** Σ X_i² ÷ P_i. Schools of one size share a denominator, and of many schools there are few sizes. */
function sumOfSquares(units: readonly SoundUnit[], { totals, parts }: WholeTotals): Fraction {
  const bySize = new Map<number, bigint>();
  for (const [index, { pupils }] of units.entries()) {
    const total = totals[index] ?? 0n;
    const size = Number(pupils.numerator);
    bySize.set(size, (bySize.get(size) ?? 0n) + total * total);
  }
  const squares = sumFractions([...bySize].map(([size, sum]) => fraction(sum, size)));
  return divideFractions(squares, fraction(parts * parts));
}

/** CV² = P Σ(X_i² ÷ P_i) ÷ X² − 1: the weighted sum of squared deviations, with the brackets multiplied out. */
function partsOf(units: readonly SoundUnit[]): Parts {
  const whole = wholeTotals(units);
  const pupils = fraction(units.reduce((sum, unit) => sum + unit.pupils.numerator, 0n));
  const total = fraction(
    whole.totals.reduce((sum, one) => sum + one, 0n),
    whole.parts,
  );
  const mean = divideFractions(total, pupils);
  if (total.numerator === 0n) return { pupils, mean, squared: fraction(0) };
  const ratio = divideFractions(multiplyFractions(pupils, sumOfSquares(units, whole)), multiplyFractions(total, total));
  return { pupils, mean, squared: subtractFractions(ratio, fraction(1)) };
}

function perPupil(unit: SoundUnit): Fraction {
  return divideFractions(unit.total, unit.pupils);
}

function differenceOfTwo(units: readonly SoundUnit[]): ExactText | undefined {
  const [first, second, third] = units;
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  return toExactText(absoluteFraction(subtractFractions(perPupil(first), perPupil(second))));
}

/**
 * 差异系数. How unequally a resource is spread over schools: the pupil-weighted, population coefficient of variation (national N4).
 *
 * With X_i a school's total and P_i its pupils: x_i = X_i ÷ P_i, X̄ = ΣX_i ÷ ΣP_i, S = √(Σ (P_i ÷ ΣP)(x_i − X̄)²), CV = S ÷ X̄. CV² is exact; the
 * printed figures are rounded. One school alone: 0. Fails with an issue for every unit without pupils, with a negative or unreadable total,
 * and (`zero-mean`) when nobody has anything. Multi-stage schools are split first (`splitSharedResources`).
 *
 * @example
 * ```ts
 * import { differenceCoefficient } from "school-groups/balance";
 *
 * const books = [[45, 279], [37, 137], [89, 935], [76, 160], [55, 402]].map(([pupils = 0, total = 0], index) => ({ id: `s${index}`, pupils, total }));
 * const result = differenceCoefficient(books, { meanPlaces: 4, places: 5 });
 * result.ok && result.value.printed; // => { mean: "6.3344", standardDeviation: "3.26386", coefficient: "0.51526" }
 * ```
 */
export function differenceCoefficient(
  units: readonly ResourceUnit[],
  options: DifferenceCoefficientOptions = {},
): Result<DifferenceCoefficient, BalanceIssue> {
  const { meanPlaces = 2, places = 3, rounding = "half-away-from-zero" } = options;
  const { sound, issues } = readUnits(units);
  const [first, ...others] = issues;
  if (first !== undefined) return failure([first, ...others]);
  const { pupils, mean, squared } = partsOf(sound);
  if (mean.numerator === 0n) return failure([{ code: "zero-mean", severity: "error", path: [], params: {} }]);
  const variance = multiplyFractions(squared, multiplyFractions(mean, mean));
  return success({
    units: sound.length,
    pupils: Number(pupils.numerator),
    mean: toExactText(mean),
    squared: toExactText(squared),
    printed: {
      mean: formatDecimal(mean, { places: meanPlaces, mode: rounding }),
      standardDeviation: squareRootText(variance, places, rounding),
      coefficient: squareRootText(squared, places, rounding),
    },
    difference: differenceOfTwo(sound),
  });
}

function factOf(zh: string, en: string, id: string, value: Fraction): Explanation {
  return { kind: "fact", label: { "zh-CN": zh, en }, subject: { kind: "school", id }, value: { kind: "exact", value: toExactText(value) } };
}

function operation(
  operator: "sum" | "quotient" | "square" | "product" | "difference",
  operands: readonly Explanation[],
  value: Fraction,
): Explanation {
  return { kind: "operation", operator, operands, value: { kind: "exact", value: toExactText(value) } };
}

/** P_i (x_i − X̄)² of one school, as a tree. */
function deviationOf(unit: SoundUnit, mean: Explanation, exactMean: Fraction): { readonly tree: Explanation; readonly value: Fraction } {
  const pupils = factOf("学生数", "pupils", unit.id, unit.pupils);
  const each = operation("quotient", [factOf("资源总量", "total of the resource", unit.id, unit.total), pupils], perPupil(unit));
  const apart = subtractFractions(perPupil(unit), exactMean);
  const square = multiplyFractions(apart, apart);
  const value = multiplyFractions(unit.pupils, square);
  const tree = operation("product", [pupils, operation("square", [operation("difference", [each, mean], apart)], square)], value);
  return { tree, value };
}

/**
 * The difference coefficient's square as a tree that can be followed by hand, school by school; `undefined` where `differenceCoefficient` fails.
 *
 * @example
 * ```ts
 * import { explainDifferenceCoefficient } from "school-groups/balance";
 *
 * const tree = explainDifferenceCoefficient([{ id: "a", pupils: 100, total: 10 }, { id: "b", pupils: 100, total: 30 }]);
 * tree?.kind === "operation" && tree.value; // => { kind: "exact", value: "0.25" }
 * ```
 */
export function explainDifferenceCoefficient(units: readonly ResourceUnit[]): Explanation | undefined {
  const { sound, issues } = readUnits(units);
  if (issues.length > 0) return undefined;
  const { pupils, mean, squared } = partsOf(sound);
  if (mean.numerator === 0n) return undefined;
  const allPupils = operation(
    "sum",
    sound.map((unit) => factOf("学生数", "pupils", unit.id, unit.pupils)),
    pupils,
  );
  const allTotals = operation(
    "sum",
    sound.map((unit) => factOf("资源总量", "total of the resource", unit.id, unit.total)),
    multiplyFractions(mean, pupils),
  );
  const meanTree = operation("quotient", [allTotals, allPupils], mean);
  const deviations = sound.map((unit) => deviationOf(unit, meanTree, mean));
  const sum = sumFractions(deviations.map((deviation) => deviation.value));
  const variance = operation(
    "quotient",
    [
      operation(
        "sum",
        deviations.map((deviation) => deviation.tree),
        sum,
      ),
      allPupils,
    ],
    divideFractions(sum, pupils),
  );
  const meanSquare = operation("square", [meanTree], multiplyFractions(mean, mean));
  return {
    kind: "operation",
    label: { "zh-CN": "差异系数的平方", en: "square of the difference coefficient" },
    operator: "quotient",
    operands: [variance, meanSquare],
    value: { kind: "exact", value: toExactText(squared) },
  };
}
