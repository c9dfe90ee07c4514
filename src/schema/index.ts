export { groupSchema, publishedFigureSchema, schoolSchema } from "./district-parts.js";
export { districtSchema } from "./district-schema.js";
export { SCHEMA_SEVERITIES, type SchemaIssue, type SchemaIssueParams, type ValueKind } from "./issues.js";
export { type JsonSchema, type JsonSchemaName, jsonSchemas } from "./json-schemas.js";
export { EXCHANGES_FORMAT, exchangesSchema, TEACHERS_FORMAT, teachersSchema } from "./people-schemas.js";
export { policyPackSchema } from "./policy-pack-schema.js";
export { type DistrictParts, readDistrict, readDistrictParts } from "./read-district.js";
export { readPolicyPack } from "./read-policy-pack.js";
export type { ReadList, SoundRecord } from "./read-records.js";
export { readExchanges, readObservations, readTasks, readTeachers, readWorkRecords, type WorkRecordsFile } from "./read-records-files.js";
export { readTables, type TablesOptions, type TablesRead } from "./read-tables.js";
export {
  OBSERVATIONS_FORMAT,
  observationsSchema,
  TASKS_FORMAT,
  tasksSchema,
  WORK_RECORDS_FORMAT,
  workRecordsSchema,
} from "./work-schemas.js";
