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

const N5: Basis = { kind: "policy", citations: [{ source: "cn-practice", clause: "N5" }] };

/**
 * 及格率、优秀率（某市1至6年级）. Pass from 60 % and excellent from 85 % of full marks, as one city has them for grades 1 to 6 (national N5, certainty
 * B). No other place is bound by them, and N5 gives no cut-off for a low rate: add it as a caller's.
 */
export const RATE_CUTS_GRADES_1_TO_6: readonly RateCut[] = [
  { id: "pass", label: { "zh-CN": "及格率", en: "pass rate" }, cut: "0.6", side: "at-least", better: "higher", basis: N5 },
  { id: "excellent", label: { "zh-CN": "优秀率", en: "excellent rate" }, cut: "0.85", side: "at-least", better: "higher", basis: N5 },
];

/** 一分三率综合分（某市1至6年级）. (pass rate × 50 % + score rate × 45 % + excellent rate × 5 %) × 100 (national N5, certainty B). */
export const RATE_INDEX_GRADES_1_TO_6: RateIndex = {
  terms: [
    { measure: "pass", weight: 50 },
    { measure: "score-rate", weight: 45 },
    { measure: "excellent", weight: 5 },
  ],
  basis: N5,
};

/**
 * 一分三率综合分（某市7至8年级）. Own pass rate ÷ highest pass rate × 70 + good × 20 + excellent × 10 (national N5, certainty B), as printed: only the pass
 * rate is set against the highest. N5 prints no cut-offs for these grades: the rates `pass`, `good` and `excellent` are the caller's.
 */
export const RATE_INDEX_GRADES_7_TO_8: RateIndex = {
  terms: [
    { measure: "pass", weight: 70, relativeTo: "highest" },
    { measure: "good", weight: 20 },
    { measure: "excellent", weight: 10 },
  ],
  basis: N5,
};

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
