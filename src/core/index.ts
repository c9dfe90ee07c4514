export * from "./calendar.js";
export * from "./calendar-date.js";
export { checkCalendar } from "./check-calendar.js";
export {
  type BoundedRange,
  containsDay,
  type DateRange,
  intersectRanges,
  isEmptyRange,
  isWithin,
  mergeRanges,
  type PartialRange,
  rangeDays,
  rangesOverlap,
  subtractRanges,
} from "./date-range.js";
export * from "./dated-value.js";
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
export * from "./issues.js";
export * from "./missing.js";
export * from "./partial-date.js";
export * from "./printed-figure.js";
export * from "./result.js";
export { ceilingOfFraction, ceilingOfShare, floorOfFraction, type Rounding, type RoundingMode, roundFraction } from "./rounding.js";
export * from "./school-year.js";
export * from "./service.js";
export * from "./share.js";
export * from "./source.js";
export * from "./subject.js";
export * from "./term.js";
export * from "./truth.js";
export * from "./unit.js";
export * from "./version.js";
export * from "./working-days.js";
