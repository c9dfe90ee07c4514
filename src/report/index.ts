export type { BalancePart } from "./assess-balance.js";
export { assessDistrict } from "./assess-district.js";
export type { EvaluationPart, EvaluationPrinting } from "./assess-evaluation.js";
export type { AssessInputs, AssessOptions, EvaluationInput, PupilsInput } from "./assess-inputs.js";
export type { FrameworkPart } from "./assess-parts.js";
export type { SchoolFigures, SchoolFiguresPart } from "./assess-school-figures.js";
export type { ValueAddedPart } from "./assess-value-added.js";
export { type CompareOptions, compareAssessments } from "./compare-assessments.js";
export type { ComparedFigure, ComparedPart, ComparedValue } from "./compare-figures.js";
export type { Assessment } from "./compare-hybrids.js";
export { type RenderComparisonOptions, renderComparison } from "./compare-render.js";
export { compareReports } from "./compare-reports.js";
export {
  CHANGE_ORDER,
  type ChangeCause,
  type ChangeStep,
  type ComparedReport,
  type Difference,
  type ReportChange,
  type ReportComparison,
} from "./compare-steps.js";
export {
  DISTRICT_REPORT_FORMAT,
  type DistrictReport,
  type Provenance,
  type ReportLabel,
  type ReportNames,
  type ReportSize,
  type ReportSource,
  type ValidationSummary,
} from "./district-report.js";
export { type FindingWords, findingWords } from "./finding-words.js";
export {
  type ObservationGap,
  type ObservedParts,
  observationsFromReport,
  type ReportObservationOptions,
  type ReportObservations,
} from "./observations-from-report.js";
export { type OwnContrast, type OwnGroupValueAdded, type OwnValueAdded, ownValueAdded, type WithheldReason } from "./own-value-added.js";
export type { Reader } from "./reader.js";
export { type RenderOptions, renderMarkdown, renderText } from "./render.js";
export type { PartFailure, ReportPart } from "./report-part.js";
export type { GradesReading, MeansReading, SchoolFiguresCommon, SchoolFiguresInput } from "./school-figures-input.js";
