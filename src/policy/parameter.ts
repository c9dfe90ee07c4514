import type { Certainty, Citation, DatedValue, Term, Unit } from "../core/index.js";

/** A figure a rule uses: an exact number as decimal text, or several by stage. */
export type ParameterValue = string;

/**
 * 参数. A threshold, tolerance or share apart from the rule that uses it, with its values over time.
 *
 * An empty `values` says that the source names the matter and gives no figure; rules that need it are `undetermined` until an overlay pack
 * `sets` it.
 */
export interface PolicyParameter {
  readonly id: string;
  readonly label: Term;
  readonly unit: Unit;
  readonly values: readonly DatedValue<ParameterValue>[];
  /** Where the source speaks of the matter without a figure. */
  readonly citations?: readonly Citation[] | undefined;
  readonly certainty?: Certainty | undefined;
  readonly note?: Term | undefined;
}

/** An overlay's value for a parameter of another pack, in force on `[from, until)` with basis `caller`. */
export interface ParameterSetting {
  readonly parameter: string;
  readonly values: readonly DatedValue<ParameterValue>[];
}
