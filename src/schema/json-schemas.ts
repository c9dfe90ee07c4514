import * as z from "zod";
import { districtSchema } from "./district-schema.js";
import { exchangesSchema, teachersSchema } from "./people-schemas.js";
import { policyPackSchema } from "./policy-pack-schema.js";
import { titles } from "./texts.js";
import { observationsSchema, tasksSchema, workRecordsSchema } from "./work-schemas.js";

/** A JSON Schema (draft 2020-12), as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The documents an app hands over, by the name of their JSON Schema file. */
export type JsonSchemaName = "district" | "policy-pack" | "teachers" | "exchanges" | "tasks" | "work-records" | "observations";

function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { metadata: titles });
  return JSON.parse(JSON.stringify({ $schema, ...rest })) as JsonSchema;
}

/**
 * JSON Schema 文件. The JSON Schema of every document, with Chinese titles, for editors, forms and other languages; the package ships them as
 * `school-groups/json-schema/<name>.json`. Each is made when it is read, since few programs need it. Formats of our own (`text`, `date`,
 * `partial-date`, `decimal`, codes) are checked by the readers; a validator that does not know them passes over them.
 */
export const jsonSchemas: Readonly<Record<JsonSchemaName, JsonSchema>> = {
  get district() {
    return toJsonSchema(districtSchema);
  },
  get "policy-pack"() {
    return toJsonSchema(policyPackSchema);
  },
  get teachers() {
    return toJsonSchema(teachersSchema);
  },
  get exchanges() {
    return toJsonSchema(exchangesSchema);
  },
  get tasks() {
    return toJsonSchema(tasksSchema);
  },
  get "work-records"() {
    return toJsonSchema(workRecordsSchema);
  },
  get observations() {
    return toJsonSchema(observationsSchema);
  },
};
