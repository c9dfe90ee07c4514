export { groupSchema, publishedFigureSchema, schoolSchema } from "./district-parts.js";
export { districtSchema } from "./district-schema.js";
export { createIssueCollector, type IssueCollector } from "./issue-collector.js";
export { SCHEMA_SEVERITIES, type SchemaIssue, type SchemaIssueParams, type ValueKind } from "./issues.js";
export { policyPackSchema } from "./policy-pack-schema.js";
export { type DistrictParts, readDistrict, readDistrictParts } from "./read-district.js";
export { readPolicyPack } from "./read-policy-pack.js";
export type { ReadList, SoundRecord } from "./read-records.js";
