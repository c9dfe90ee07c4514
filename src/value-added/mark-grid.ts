import { addFractions, exact, type Fraction, fraction, multiplyFractions, toExactText } from "../core/index.js";
import type { Examination } from "./pupil-design.js";

/** What doubles cannot hold of a decimal lies far within this part of a step. */
const TOLERANCE = 1 / 256;

/** Tells whether a mark is the minimum and whole steps: one the examination can give. @internal */
export function onGrid({ minimum, step }: Pick<Examination, "minimum" | "step">): (mark: number) => boolean {
  const { numerator, denominator }: Fraction = exact(step);
  const scale = Number(denominator) / Number(numerator);
  return (mark) => {
    const steps = (mark - minimum) * scale;
    return Math.abs(steps - Math.round(steps)) <= TOLERANCE;
  };
}

/** A mark near the middle of the range, from which sums are counted. @internal */
export function gridMiddle({ minimum, maximum, step }: Examination): string {
  const steps = Math.round((maximum - minimum) / 2 / Number(step));
  return toExactText(addFractions(exact(String(minimum)), multiplyFractions(exact(step), fraction(steps))));
}

/** The coarsest of 0.5, 0.25, 0.1 … a millionth on which all these marks lie; null where none is fine enough. @internal */
export function fittingStep(marks: readonly number[], { minimum }: Pick<Examination, "minimum">): string | null {
  const steps = ["0.5", "0.25", "0.1", "0.05", "0.01", "0.001", "0.0001", "0.00001", "0.000001"];
  return steps.find((step) => marks.every(onGrid({ minimum, step }))) ?? null;
}
