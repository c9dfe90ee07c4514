export * from "./calendar-date.js";
export * from "./date-range.js";
export { dayNumber, fromDayNumber, parseDayNumber, weekdayOfNumber } from "./day-number.js";
export * from "./decimal.js";
export { type DecimalFormat, type DecimalString, formatDecimal, formatPercent, isDecimalString } from "./decimal-text.js";
export * from "./defaults.js";
export * from "./error.js";
export * from "./explanation.js";
export * from "./fold-name.js";
export {
  absoluteFraction,
  addFractions,
  compareFractions,
  divideFractions,
  equalFractions,
  type Fraction,
  fraction,
  maximumFraction,
  minimumFraction,
  multiplyFractions,
  negateFraction,
  powerOfFraction,
  subtractFractions,
} from "./fraction.js";
export * from "./fraction-number.js";
export * from "./fraction-sum.js";
export { exact, parseFraction, toExactText } from "./fraction-text.js";
export * from "./interval.js";
export * from "./issue.js";
export * from "./missing.js";
export * from "./partial-date.js";
export * from "./printed-figure.js";
export * from "./result.js";
export { ceilingOfFraction, ceilingOfShare, floorOfFraction, type Rounding, type RoundingMode, roundFraction } from "./rounding.js";
export * from "./school-year.js";
export * from "./share.js";
export * from "./source.js";
export * from "./subject.js";
export * from "./term.js";
export * from "./truth.js";
export * from "./unit.js";
export * from "./version.js";
