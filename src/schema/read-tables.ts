import { failure, type Result, success } from "../core/index.js";
import type { District, Exchange, Observation, Task, Teacher } from "../domain/index.js";
import type { ResolvedPolicy } from "../policy/index.js";
import { createIssueCollector } from "./issue-collector.js";
import type { SchemaIssue } from "./issues.js";
import { schemaIssue } from "./issues.js";
import { readDistrict } from "./read-district.js";
import { attempt, isKind } from "./read-records.js";
import { readExchanges, readObservations, readTasks, readTeachers, readWorkRecords, type WorkRecordsFile } from "./read-records-files.js";
import { districtOfSheets } from "./tables/district-of-sheets.js";
import type { FileOfSheets } from "./tables/file-rows.js";
import { placeIssue } from "./tables/place-issue.js";
import { policyWords } from "./tables/policy-words.js";
import { readSheets } from "./tables/read-sheets.js";
import { fileOfSheet, tasksOfSheet, workRecordsOfSheets } from "./tables/work-of-sheets.js";

/** 读入结果. What sheets make up, as the readers of files give it; a list without its sheet is absent, that is, unknown. */
export interface TablesRead {
  readonly district: District;
  readonly teachers?: readonly Teacher[] | undefined;
  readonly exchanges?: readonly Exchange[] | undefined;
  readonly tasks?: readonly Task[] | undefined;
  readonly workRecords?: WorkRecordsFile | undefined;
  readonly observations?: readonly Observation[] | undefined;
}

/** How sheets are read. */
export interface TablesOptions {
  /** Its governance items, forms and kinds of exchange may then be written by their official names; without it, by their ids. */
  readonly policy?: Pick<ResolvedPolicy, "governanceItems" | "forms" | "exchangeKinds"> | undefined;
}

/**
 * 读取数据表. Reads filled-in sheets (see `skeletonTables`): `{ schools: rows, memberships: rows, … }`, each row a plain object keyed by the Chinese
 * or English header or by the column's id, as libraries for CSV and xlsx give them; tables likewise go by id, Chinese or English name.
 *
 * Cells are texts or numbers. An empty cell, or row, is unknown. Words of closed lists are read in Chinese, English or as ids (小学, 公办, 是,
 * 牵头校); several values are parted by ； or 、; full-width digits and grouped thousands are read; days are 2023-09-01, 2023/9/1, 2023.9.1 or
 * 2023年9月1日, months and years likewise. A day number of Excel's (45170) or a `Date` is refused, since neither says what day is meant: have the
 * library hand over dates as text.
 *
 * The result is what `readDistrict`, `readTeachers` and the others make of it, with their issues, whose path is table, row (as in the spreadsheet:
 * the header is row 1) and column id. Of its own: `unknown-key` for a table or header that is none, `repeated-header`, `owner-not-listed`,
 * `two-owners`, `rows-differ`, and the warning `table-not-read` for pupils (see `readPupils`) and published figures. A table that was not read
 * does not make the rest fail. Nothing is thrown on data; throws `invalid-argument` for a policy that `resolvePolicies` did not make.
 *
 * @example
 * ```ts
 * import { readTables } from "school-groups/schema";
 *
 * const read = readTables({
 *   学校: [{ 学校标识: "a", 学校名称: "甲校", 学段: "小学；初中", 办学性质: "公办", 是否教学点: "否" }],
 *   集团: [{ 集团标识: "g", 集团名称: "甲集团", 成立日期: "2023年9月" }],
 *   集团成员: [{ 集团标识: "g", 学校标识: "a", 集团内角色: "牵头校", 加入日期: "" }],
 *   人数: [{ 学校标识: "a", 统计日期: "2023/12/31", 学生数: "１２００" }],
 * });
 * read.ok && read.value.district.schools;
 * // => [{ id: "a", name: "甲校", stages: ["primary", "junior"], sector: "public", teachingPoint: false, headcounts: [{ on: "2023-12-31", pupils: 1200 }] }]
 * read.ok && read.value.district.groups;
 * // => [{ id: "g", name: "甲集团", announced: "2023-09", memberships: [{ school: "a", role: "lead" }] }]
 * readTables({ schools: [{ id: "a", name: "甲校", 办学性制: "公办" }] }).issues.map(({ path, params }) => [path, params]);
 * // => [[["schools", 1, "办学性制"], { key: "办学性制", likely: "办学性质" }]]
 * ```
 */
export function readTables(tables: unknown, options: TablesOptions = {}): Result<TablesRead, SchemaIssue> {
  const words = policyWords(options.policy);
  const collector = createIssueCollector<SchemaIssue>();
  const read = attempt(() => (isKind(tables, "object", [], collector.add) ? readAll(tables, words, collector.add) : undefined));
  if (read === undefined) collector.add(schemaIssue("unreadable-input", { path: [] }, {}));
  const [first, ...rest] = collector.issues();
  if (read?.value !== undefined && !collector.failed()) return success(read.value, collector.issues());
  return failure(first === undefined ? [schemaIssue("unreadable-input", { path: [] }, {})] : [first, ...rest]);
}

function readAll(tables: object, words: ReturnType<typeof policyWords>, add: (issue: SchemaIssue) => void): TablesRead | undefined {
  const sheets = readSheets(tables, { add, words });
  const district = through(districtOfSheets(sheets, add), readDistrict, add);
  const lists = {
    teachers: through(fileOfSheet(sheets, "teachers"), readTeachers, add),
    exchanges: through(fileOfSheet(sheets, "exchanges"), readExchanges, add),
    tasks: through(tasksOfSheet(sheets, add), readTasks, add),
    workRecords: through(workRecordsOfSheets(sheets), readWorkRecords, add),
    observations: through(fileOfSheet(sheets, "observations"), readObservations, add),
  };
  if (district === undefined) return undefined;
  return { district, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)) };
}

/** What a reader makes of a file; its issues are told of the sheets. */
function through<Value>(
  made: FileOfSheets | undefined,
  reader: (input: unknown) => Result<Value, SchemaIssue>,
  add: (issue: SchemaIssue) => void,
): Value | undefined {
  if (made === undefined) return undefined;
  const read = reader(made.file);
  for (const issue of read.issues) {
    if (issue.code !== "further-errors") add(placeIssue(issue, made.origins));
    // The reader's list was full, so ours is: what it only counted is counted here too, one by one.
    else for (let more = issue.params.count; more > 0; more -= 1) add({ ...issue, code: issue.params.code } as unknown as SchemaIssue);
  }
  return read.ok ? read.value : undefined;
}
