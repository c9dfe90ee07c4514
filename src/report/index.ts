export { assessDistrict } from "./assess-district.js";
export type { AssessInputs, AssessOptions, EvaluationInput } from "./assess-inputs.js";
export type { EvaluationPart, FrameworkPart } from "./assess-parts.js";
export {
  DISTRICT_REPORT_FORMAT,
  type DistrictReport,
  type Provenance,
  type ReportLabel,
  type ReportNames,
  type ReportSize,
  type ValidationSummary,
} from "./district-report.js";
export { type RenderOptions, renderMarkdown, renderText } from "./render.js";
export type { PartFailure, ReportPart } from "./report-part.js";
