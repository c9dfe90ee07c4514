export { type AssessOptions, assessDistrict } from "./assess-district.js";
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
