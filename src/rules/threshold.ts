import {
  type Basis,
  type CalendarDate,
  type Citation,
  type ExactText,
  type Missing,
  parseFraction,
  type Term,
  type Unit,
} from "../core/index.js";
import { type ResolvedPolicy, valueOn } from "../policy/index.js";

/** A limit in force on a day; without `value` the source names the matter and gives no figure, and nobody set one. */
export interface Threshold {
  readonly parameter: string;
  readonly label: Term;
  readonly unit: Unit;
  readonly value?: ExactText | undefined;
  readonly basis?: Basis | undefined;
  /** What to ask for when there is no value. */
  readonly missing: Missing;
}

/** The limit a parameter stands for on a day. An unknown parameter, or text that is no number, is a limit without a value. */
export function thresholdOn(policy: Pick<ResolvedPolicy, "parameters">, parameter: string, on: CalendarDate): Threshold {
  const found = policy.parameters.find(({ id }) => id === parameter);
  const citations: readonly Citation[] | undefined = found?.citations;
  const missing: Missing = { kind: "threshold", parameter, ...(citations === undefined ? {} : { citations }) };
  const label = found?.label ?? { "zh-CN": parameter, en: parameter };
  const unit = found?.unit ?? "ratio";
  const inForce = valueOn(policy, parameter, on);
  if (inForce === undefined || parseFraction(inForce.value) === undefined) return { parameter, label, unit, missing };
  return { parameter, label, unit, value: inForce.value, basis: inForce.basis, missing };
}
