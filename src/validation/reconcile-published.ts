import { type CalendarDate, calendarDate, formatPercent } from "../core/index.js";
import type { District, PublishedFigure } from "../domain/index.js";
import { compareQuantities, derived, figureQuantity } from "./figure-nodes.js";
import { reconcileCount } from "./reconcile-file.js";
import { breakdownsOf, outcomeOf, quotient, reconcileShares, reconcileSum, reconcileWholes } from "./reconcile-parts.js";
import type { Reconciliation, ReconciliationOf } from "./reconciliation.js";

/** What a reconciliation goes by. */
export interface ReconcilePublishedOptions {
  /** The day of the groups and schools that published counts are held against. */
  readonly asOf: CalendarDate;
}

/**
 * 公布数据核对. Holds the published figures of a district against one another and against what the file holds.
 *
 * Seven comparisons, each over the intervals of the printed digits: parts and their total; the wholes that counts and shares imply; a share
 * and the shares of its parts; counts and the file; one figure printed twice; two figures presented as one number; a share and its part and whole. Figures are compared
 * when measure, population, base and day are the same; nothing is corrected. In this order, and within each in the order of the file. Without
 * published figures the answer is empty. Throws `invalid-date` for an `asOf` that is no day.
 *
 * @example
 * ```ts
 * import { reconcilePublished } from "school-groups/validation";
 *
 * const pupils = { measure: "pupils", as: "count", population: "in-groups" } as const;
 * const part = (id: string, value: string) => ({ id, ...pupils, breakdown: { by: "stage", value: id }, value });
 * const published = [{ id: "all", ...pupils, value: "40408" }, part("primary", "25516"), part("junior", "10616"), part("senior", "3407")];
 * const district = { format: "school-groups.district.v1", schools: [], groups: [], published } as const;
 * const [sum] = reconcilePublished(district, { asOf: "2023-12-31" });
 * sum?.outcome; // => "contradicts"
 * sum?.left; // => { kind: "exact", value: "39539", unit: "pupils" }
 * sum?.right; // => { kind: "exact", value: "40408", unit: "pupils" }
 * ```
 */
export function reconcilePublished(district: District, { asOf }: ReconcilePublishedOptions): readonly Reconciliation[] {
  calendarDate(asOf);
  const figures = district.published ?? [];
  const breakdowns = breakdownsOf(figures);
  const counts = breakdowns.filter(({ total }) => total.as === "count");
  const shares = breakdowns.filter(({ total }) => total.as === "share");
  const found: (Reconciliation | undefined)[] = [
    ...counts.map(reconcileSum),
    ...counts.flatMap((count) =>
      shares.filter((share) => sameSubject(count.total, share.total)).map((share) => reconcileWholes(count, share)),
    ),
    ...shares.map(reconcileShares),
    ...figures.map((figure) => reconcileCount(figure, district, asOf)),
    ...repeatedFigures(figures),
    ...figures.map((figure) => reconcileSame(figure, figures)),
    ...figures.map((figure) => reconcileShare(figure, figures)),
  ];
  return found.filter((each) => each !== undefined);
}

/** Whether a share is one of the very thing that is counted. */
function sameSubject(count: PublishedFigure, share: PublishedFigure): boolean {
  return count.measure === share.measure && count.population === share.population && count.on === share.on;
}

/** Figures of one kind, part and day that are printed twice, each against the first: two sources, or one that contradicts itself. */
function repeatedFigures(figures: readonly PublishedFigure[]): readonly Reconciliation[] {
  const firsts = new Map<string, PublishedFigure>();
  const found: Reconciliation[] = [];
  for (const figure of figures) {
    const { measure, as, population, base, on, schools, breakdown } = figure;
    const key = JSON.stringify([measure, as, population, base, on, schools, breakdown?.by, breakdown?.value]);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, figure);
    else if (figure.equals !== first.id && first.equals !== figure.id) found.push(reconcileRepeated(first, figure));
  }
  return found;
}

function reconcileRepeated(first: PublishedFigure, second: PublishedFigure): Reconciliation {
  return {
    code: "repeated-figure",
    ...outcomeOf(compareQuantities(figureQuantity(first), figureQuantity(second))),
    figures: [first.id, second.id],
    params: {
      measure: first.measure,
      ...(first.breakdown === undefined ? {} : { part: first.breakdown.value }),
      first: first.value,
      second: second.value,
    },
  } satisfies ReconciliationOf<"repeated-figure">;
}

/** Two figures that the document presents as the same number; of different populations they may both be right. */
function reconcileSame(figure: PublishedFigure, figures: readonly PublishedFigure[]): Reconciliation | undefined {
  const other = figure.equals === undefined ? undefined : figures.find(({ id }) => id === figure.equals);
  if (other === undefined) return undefined;
  const compared = compareQuantities(figureQuantity(figure), figureQuantity(other));
  const differ = figure.population !== other.population;
  return {
    code: "same-number",
    ...outcomeOf(compared),
    ...(differ && compared.outcome !== undefined ? { outcome: "cannot-be-checked", reason: "populations-differ" } : {}),
    figures: [figure.id, other.id],
    params: { measure: figure.measure, first: figure.value, second: other.value },
  } satisfies ReconciliationOf<"same-number">;
}

/** A share against the counts of its population and of its base. */
function reconcileShare(share: PublishedFigure, figures: readonly PublishedFigure[]): Reconciliation | undefined {
  if (share.as !== "share" || share.base === undefined) return undefined;
  const count = (population: string | undefined): PublishedFigure | undefined =>
    figures.find(
      (figure) =>
        figure.as === "count" &&
        figure.population === population &&
        sameSubject({ ...figure, population: share.population }, share) &&
        samePart(figure, share),
    );
  const [part, whole] = [count(share.population), count(share.base)];
  if (part === undefined || whole === undefined) return undefined;
  const [over, under] = [figureQuantity(part), figureQuantity(whole)];
  const ratio = quotient(over.interval, under.interval);
  const empty = ratio === undefined && under.interval?.high?.numerator === 0n;
  const computed = derived("quotient", [over, under], ratio, "ratio");
  const compared = compareQuantities(figureQuantity(share), empty ? { ...computed, reason: "whole-is-zero" } : computed);
  return {
    code: "share-of-counts",
    ...outcomeOf(compared),
    figures: [share.id, part.id, whole.id],
    params: {
      share: share.value,
      part: part.value,
      whole: whole.value,
      ...(ratio === undefined ? {} : { computed: formatPercent(ratio.low, { places: 2, mode: "half-away-from-zero" }) }),
    },
  } satisfies ReconciliationOf<"share-of-counts">;
}

function samePart(first: PublishedFigure, second: PublishedFigure): boolean {
  return first.breakdown?.by === second.breakdown?.by && first.breakdown?.value === second.breakdown?.value;
}
