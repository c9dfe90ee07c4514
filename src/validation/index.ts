export { creditCodeCheck, organisationCodeCheck } from "./check-codes.js";
export { VALIDATION_SEVERITIES, type ValidationIssue, type ValidationIssueParams } from "./issues.js";
export { type ValidateDistrictOptions, validateDistrict } from "./validate-district.js";
