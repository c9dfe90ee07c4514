import {
  type Basis,
  compareFractions,
  type DecimalString,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  SchoolGroupsError,
  type Term,
} from "../core/index.js";

/** 一分三率之“率”. The share of pupils on one side of a cut-off. Cut-offs differ from place to place (national N5): each is given, or cited. */
export interface RateCut {
  /** What the rate is called: `pass`, `excellent`, `low`, or any other. */
  readonly id: string;
  readonly label?: Term | undefined;
  /** The cut-off as a share of full marks, above 0 and at most 1: `"0.6"`. */
  readonly cut: DecimalString | number;
  /** Another cut-off at the entrance examination. */
  readonly entranceCut?: DecimalString | number | undefined;
  /** Who is counted: marks at the cut-off and above, or marks below it. */
  readonly side: "at-least" | "below";
  readonly better: "higher" | "lower";
  /** Whose figure it is; the caller's when absent. */
  readonly basis?: Basis | undefined;
}

/** A weighted sum of rates. Its weights come from a source or from the caller: the library has none of its own. */
export interface RateIndex {
  readonly terms: readonly {
    /** Id of a rate, or `score-rate`: mean ÷ full marks (得分率). */
    readonly measure: string;
    readonly weight: DecimalString | number;
    /** `own` (default): the rate itself. `highest`: the rate ÷ the highest of the schools shown. */
    readonly relativeTo?: "own" | "highest" | undefined;
  }[];
  readonly basis?: Basis | undefined;
}

/** Tells the figure of a policy's parameter, as `valueOn` does on a day; `undefined` where no pack that was loaded has one. */
export type FigureOf = (parameter: string) => { readonly value: DecimalString; readonly basis: Basis } | undefined;

/**
 * 及格率、优秀率（某市1至6年级）. The cut-offs that one unnamed city has for grades 1 to 6 (national N5, certainty B), read from the parameters
 * `cn.value-added.pass-cut.grades-1-6` and `cn.value-added.excellent-cut.grades-1-6` of the national pack or from what an overlay set in their
 * place. No other place is bound by them, and N5 gives no cut-off for a low rate: add it as a caller's. A rate without a figure is left out.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { resolvePolicies, valueOn } from "school-groups/policy";
 * import { rateCutsGrades1To6 } from "school-groups/value-added";
 *
 * const policy = resolvePolicies([cn]);
 * const figureOf = (id: string) => (policy.ok ? valueOn(policy.value, id, "2023-12-31") : undefined);
 * rateCutsGrades1To6(figureOf).map(({ id, cut }) => [id, cut]); // => [["pass", "0.6"], ["excellent", "0.85"]]
 * ```
 */
export function rateCutsGrades1To6(figureOf: FigureOf): readonly RateCut[] {
  return CUTS.flatMap(({ id, label }): readonly RateCut[] => {
    const figure = figureOf(`cn.value-added.${id}-cut.grades-1-6`);
    return figure === undefined ? [] : [{ id, label, cut: figure.value, side: "at-least", better: "higher", basis: figure.basis }];
  });
}

const CUTS = [
  { id: "pass", label: { "zh-CN": "及格率", en: "pass rate" } },
  { id: "excellent", label: { "zh-CN": "优秀率", en: "excellent rate" } },
] as const;

/**
 * 一分三率综合分（某市1至6年级）. (pass rate × 50 % + score rate × 45 % + excellent rate × 5 %) × 100 (national N5, certainty B), its weights in points
 * from the parameters `cn.value-added.pass-weight.grades-1-6`, `…score-rate-weight…` and `…excellent-weight…`. `undefined` when one of them has no
 * figure: a sum of the others would be another index.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { resolvePolicies, valueOn } from "school-groups/policy";
 * import { rateIndexGrades1To6 } from "school-groups/value-added";
 *
 * const policy = resolvePolicies([cn]);
 * const figureOf = (id: string) => (policy.ok ? valueOn(policy.value, id, "2023-12-31") : undefined);
 * rateIndexGrades1To6(figureOf)?.terms.map(({ measure, weight }) => [measure, weight]);
 * // => [["pass", "50"], ["score-rate", "45"], ["excellent", "5"]]
 * rateIndexGrades1To6(() => undefined); // => undefined
 * ```
 */
export function rateIndexGrades1To6(figureOf: FigureOf): RateIndex | undefined {
  return indexOf(figureOf, "grades-1-6", [{ measure: "pass" }, { measure: "score-rate" }, { measure: "excellent" }]);
}

/**
 * 一分三率综合分（某市7至8年级）. Own pass rate ÷ highest pass rate × 70 + good × 20 + excellent × 10 (national N5, certainty B), as printed: only the pass
 * rate is set against the highest. The weights are the parameters `cn.value-added.pass-weight.grades-7-8`, `…good-weight…` and
 * `…excellent-weight…`; `undefined` when one has no figure. N5 prints no cut-offs for these grades: the rates `pass`, `good` and `excellent` are
 * the caller's.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { resolvePolicies, valueOn } from "school-groups/policy";
 * import { rateIndexGrades7To8 } from "school-groups/value-added";
 *
 * const policy = resolvePolicies([cn]);
 * const figureOf = (id: string) => (policy.ok ? valueOn(policy.value, id, "2023-12-31") : undefined);
 * rateIndexGrades7To8(figureOf)?.terms[0]; // => { measure: "pass", relativeTo: "highest", weight: "70" }
 * ```
 */
export function rateIndexGrades7To8(figureOf: FigureOf): RateIndex | undefined {
  return indexOf(figureOf, "grades-7-8", [{ measure: "pass", relativeTo: "highest" }, { measure: "good" }, { measure: "excellent" }]);
}

function indexOf(
  figureOf: FigureOf,
  grades: string,
  measures: readonly Omit<RateIndex["terms"][number], "weight">[],
): RateIndex | undefined {
  const terms: RateIndex["terms"][number][] = [];
  let basis: Basis | undefined;
  for (const term of measures) {
    const figure = figureOf(`cn.value-added.${term.measure}-weight.${grades}`);
    if (figure === undefined) return undefined;
    terms.push({ ...term, weight: figure.value });
    // Weights of several makers are the caller's own mixture.
    basis = basis === undefined || sameBasis(basis, figure.basis) ? figure.basis : { kind: "caller" };
  }
  return { terms, ...(basis && { basis }) };
}

function sameBasis(one: Basis, two: Basis): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}

/** Cut-offs in marks. @internal */
export interface MarkCut extends RateCut {
  readonly entranceMark: Fraction;
  readonly exitMark: Fraction;
}

/** A cut-off in marks, exactly. @internal */
export function markCut(rate: RateCut, full: { readonly entrance: Fraction; readonly exit: Fraction }): MarkCut {
  const { cut, entranceCut = cut } = rate;
  return {
    ...rate,
    entranceMark: multiplyFractions(exact(entranceCut), full.entrance),
    exitMark: multiplyFractions(exact(cut), full.exit),
  };
}

/** Throws for rates or an index the programmer malformed. @internal */
export function checkRates(rates: readonly RateCut[], index: RateIndex | undefined): void {
  const fail = (argument: string, message: string): never => {
    throw new SchoolGroupsError("invalid-argument", message, { argument });
  };
  const ids = new Set(["score-rate"]);
  const zero = fraction(0);
  for (const { id, cut, entranceCut = cut, side, better } of rates) {
    if (typeof id !== "string" || id === "" || ids.has(id)) fail("rates", "every rate has an id of its own");
    ids.add(id);
    for (const share of [exact(cut), exact(entranceCut)])
      if (!(compareFractions(share, zero) > 0 && compareFractions(share, fraction(1)) <= 0))
        fail("rates", "a cut-off is a share of full marks, above 0 and at most 1");
    if (!["at-least", "below"].includes(side) || !["higher", "lower"].includes(better))
      fail("rates", "a rate counts at-least or below its cut-off, and is better higher or lower");
  }
  for (const { measure, weight, relativeTo } of index?.terms ?? []) {
    if (!ids.has(measure)) fail("index", "an index weighs the rates given and score-rate");
    if (compareFractions(exact(weight), zero) < 0) fail("index", "weights are 0 or above");
    if (relativeTo !== undefined && !["own", "highest"].includes(relativeTo)) fail("index", "relativeTo is own or highest");
  }
}
