import type * as z from "zod";
import { type Result, type Subject, success } from "../core/index.js";
import type {
  ActivityRecord,
  AdoptionRecord,
  DocumentUse,
  Exchange,
  GroupReference,
  Observation,
  RegisterDeclaration,
  Task,
  Teacher,
  WorkRecord,
} from "../domain/index.js";
import type { SchemaIssue } from "./issues.js";
import { exchangesSchema, teachersSchema } from "./people-schemas.js";
import { type DocumentPlan, planDocument, readDocument } from "./read-document.js";
import { observationsSchema, tasksSchema, type WORK_RECORDS_FORMAT, workRecordsSchema } from "./work-schemas.js";

/** 工作记录文件. Work records with what belongs to them; a list that is left out is unknown, not empty. */
export interface WorkRecordsFile {
  readonly format: typeof WORK_RECORDS_FORMAT;
  readonly records?: readonly WorkRecord[] | undefined;
  readonly registers?: readonly RegisterDeclaration[] | undefined;
  readonly references?: readonly GroupReference[] | undefined;
  readonly uses?: readonly DocumentUse[] | undefined;
  readonly adoptions?: readonly AdoptionRecord[] | undefined;
  readonly activities?: readonly ActivityRecord[] | undefined;
}

const plans = /* @__PURE__ */ planAll();

function planAll() {
  const plan = (schema: z.ZodObject, key: string, kind: Subject["kind"]): DocumentPlan => planDocument(schema, { [key]: kind });
  return {
    teachers: plan(teachersSchema, "teachers", "teacher"),
    exchanges: plan(exchangesSchema, "exchanges", "exchange"),
    tasks: plan(tasksSchema, "tasks", "task"),
    workRecords: plan(workRecordsSchema, "records", "record"),
    observations: plan(observationsSchema, "observations", "indicator"),
  };
}

/** Reads a file of one list and hands over the list. */
function readList<Value>(plan: DocumentPlan, key: string, input: unknown): Result<readonly Value[], SchemaIssue> {
  const read = readDocument<Readonly<Record<string, readonly Value[]>>>(plan, input);
  return read.ok ? success(read.value[key] ?? []) : read;
}

/**
 * 读取教师名册. Reads a roster `{ format, teachers }` and hands over the teachers, or every fault of every record. Nothing is thrown.
 *
 * @example
 * ```ts
 * import { readTeachers } from "school-groups/schema";
 *
 * const read = readTeachers({ format: "school-groups.teachers.v1", teachers: [{ id: "t1", school: "a" }] });
 * read.ok && read.value; // => [{ id: "t1", school: "a" }]
 * ```
 */
export function readTeachers(input: unknown): Result<readonly Teacher[], SchemaIssue> {
  return readList<Teacher>(plans.teachers, "teachers", input);
}

/**
 * 读取交流记录. Reads a file `{ format, exchanges }` and hands over the exchanges, or every fault of every record. Nothing is thrown.
 *
 * @example
 * ```ts
 * import { readExchanges } from "school-groups/schema";
 *
 * const exchange = { id: "e1", person: "t1", from: "a", to: "b", start: "2023-9-1" };
 * const read = readExchanges({ format: "school-groups.exchanges.v1", exchanges: [exchange] });
 * read.issues.map((issue) => [issue.code, issue.path.join(".")]); // => [["impossible-date", "exchanges.0.start"]]
 * ```
 */
export function readExchanges(input: unknown): Result<readonly Exchange[], SchemaIssue> {
  return readList<Exchange>(plans.exchanges, "exchanges", input);
}

/**
 * 读取共同任务. Reads a file `{ format, tasks }` and hands over the tasks, or every fault of every record. Nothing is thrown.
 *
 * @example
 * ```ts
 * import { readTasks } from "school-groups/schema";
 *
 * const read = readTasks({ format: "school-groups.tasks.v1", tasks: [{ id: "k", group: "g", phases: [{ phase: "arrange" }] }] });
 * read.ok && read.value.length; // => 1
 * ```
 */
export function readTasks(input: unknown): Result<readonly Task[], SchemaIssue> {
  return readList<Task>(plans.tasks, "tasks", input);
}

/**
 * 读取工作记录. Reads a file of work records with declarations, references, uses, adoptions and activities. Nothing is thrown.
 *
 * @example
 * ```ts
 * import { readWorkRecords } from "school-groups/schema";
 *
 * const read = readWorkRecords({
 *   format: "school-groups.work-records.v1",
 *   records: [{ task: "k", phase: "arrange", school: "a", on: "2023-09-05" }],
 * });
 * read.ok && read.value.records?.length; // => 1
 * ```
 */
export function readWorkRecords(input: unknown): Result<WorkRecordsFile, SchemaIssue> {
  return readDocument<WorkRecordsFile>(plans.workRecords, input);
}

/**
 * 读取观测值. Reads a file `{ format, observations }` and hands over the observations, or every fault of every record. Nothing is thrown.
 *
 * @example
 * ```ts
 * import { readObservations } from "school-groups/schema";
 *
 * const observation = { indicator: "satisfaction", subject: "a", period: "2023-2024", value: null };
 * const read = readObservations({ format: "school-groups.observations.v1", observations: [observation] });
 * read.ok && read.value[0]?.value; // => null
 * ```
 */
export function readObservations(input: unknown): Result<readonly Observation[], SchemaIssue> {
  return readList<Observation>(plans.observations, "observations", input);
}
