import { compareFractions, exact, type Fraction, fraction, minimumFraction, multiplyFractions } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { readExact } from "./check-scoring.js";
import { columnOf, type ExactColumn, fractionAt, type MaybeFraction, missingAt } from "./exact-column.js";
import type { AdjustmentItem } from "./indicator-system.js";
import { type MeanPart, meanColumn } from "./mean-column.js";
import { type Observed, observationsOf } from "./observed.js";
import type { CompositeNode } from "./system-tree.js";
import { weightedSum } from "./weighted-columns.js";

/** A bonus or deduction of all subjects. */
export interface AdjustmentColumn {
  readonly item: AdjustmentItem;
  /** Signed points; missing where nothing sound is observed. */
  readonly points: ExactColumn;
  readonly values: ExactColumn;
  /** Observations that are no number ≥ 0, by place. */
  readonly invalid: ReadonlyMap<number, Observation>;
  /** Places of subjects of whom it is reported that the number is not known: no points are counted, and it is listed as missing. */
  readonly unknown: ReadonlySet<number>;
}

/** A composite of all subjects. */
export interface CompositeColumns {
  readonly node: CompositeNode;
  readonly parts: readonly MeanPart[];
  /** Before bonuses, deductions and cap. */
  readonly means: ExactColumn;
  readonly adjustments: readonly AdjustmentColumn[];
  readonly cap: MaybeFraction;
  /** Before the cap. */
  readonly sums: ExactColumn;
  readonly scores: ExactColumn;
}

/** The observed numbers of a bonus or deduction; unobserved ones add nothing, as nothing was reported. */
function adjustmentColumn(item: AdjustmentItem, observed: Observed, period: string): AdjustmentColumn {
  const observations = observationsOf(observed, item.id, period);
  const [each, most] = [exact(item.pointsEach), exact(item.atMost)];
  const sign = fraction(item.kind === "bonus" ? 1 : -1);
  const invalid = new Map<number, Observation>();
  const unknown = new Set<number>();
  const points: MaybeFraction[] = [];
  const values: MaybeFraction[] = [];
  for (let at = 0; at < observed.subjects.length; at += 1) {
    const observation = observations[at];
    const read = readExact(observation?.value ?? undefined);
    const value = read === undefined || read.numerator < 0n ? undefined : read;
    if (value === undefined && observation !== undefined && observation.value !== null) invalid.set(at, observation);
    if (observation?.value === null) unknown.add(at);
    values.push(value);
    points.push(value && multiplyFractions(sign, minimumFraction([multiplyFractions(value, each), most]) ?? most));
  }
  return { item, points: columnOf(points), values: columnOf(values), invalid, unknown };
}

const ONE = /* @__PURE__ */ fraction(1);

/** The same numbers with 0 for missing ones: nothing reported adds nothing. */
function withoutGaps(column: ExactColumn, size: number): ExactColumn {
  if (column.kind === "wide") return columnOf(Array.from({ length: size }, (_, at) => column.values[at] ?? fraction(0)));
  return { ...column, numerators: column.numerators.map((numerator) => (Number.isNaN(numerator) ? 0 : numerator)) };
}

function cappedColumn(column: ExactColumn, cap: Fraction, size: number): ExactColumn {
  let above = false;
  const values = Array.from({ length: size }, (_, at): MaybeFraction => {
    const value = fractionAt(column, at);
    if (value === undefined || compareFractions(value, cap) <= 0) return value;
    above = true;
    return cap;
  });
  return above ? columnOf(values) : column;
}

/** A composite of all subjects from the scores of its children. */
export function scoreComposite(node: CompositeNode, parts: readonly MeanPart[], observed: Observed, period: string): CompositeColumns {
  const size = observed.subjects.length;
  const means = meanColumn(node.item.mean, parts, size);
  const adjustments = node.adjustments.map((item) => adjustmentColumn(item, observed, period));
  const added = [means, ...adjustments.map(({ points }) => withoutGaps(points, size))];
  const sums =
    adjustments.length === 0
      ? means
      : weightedSum(
          added.map((column) => ({ column, weight: ONE })),
          size,
        );
  const cap = readExact(node.item.cap);
  return { node, parts, means, adjustments, cap, sums, scores: cap === undefined ? sums : cappedColumn(sums, cap, size) };
}

/** Whether a subject's composite had more than its cap. */
export function cappedAt({ cap, sums }: CompositeColumns, at: number): boolean {
  if (cap === undefined || missingAt(sums, at)) return false;
  const value = fractionAt(sums, at);
  return value !== undefined && compareFractions(value, cap) > 0;
}
