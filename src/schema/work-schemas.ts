import * as z from "zod";
import { count, dayText, decimalValue, idText, lineText, list, partialDateText, titled } from "./texts.js";

/** The stored format of common tasks. */
export const TASKS_FORMAT = "school-groups.tasks.v1";

/** The stored format of work records, with what belongs to them: declarations, references, uses, adoptions, activities. */
export const WORK_RECORDS_FORMAT = "school-groups.work-records.v1";

/** The stored format of observations. */
export const OBSERVATIONS_FORMAT = "school-groups.observations.v1";

function days() {
  return { from: titled("起始日期", dayText().optional()), until: titled("终止日期（不含当日）", dayText().optional()) };
}

function attester() {
  return z.enum(["self", "lead", "bureau"]);
}

function task() {
  const phase = z.strictObject({
    phase: titled("阶段", idText()),
    starts: titled("开始日期", dayText().optional()),
    due: titled("期限", dayText().optional()),
  });
  const exemption = z.strictObject({
    school: titled("学校编号", idText()),
    reason: titled("理由", lineText()),
    phase: titled("阶段", idText().optional()),
  });
  return z.strictObject({
    id: titled("任务编号", idText()),
    group: titled("集团编号", idText()),
    label: titled("任务名称", lineText().optional()),
    item: titled("框架项目", idText().optional()),
    phases: titled("阶段", list(phase)),
    schools: titled("参与学校", list(idText()).optional()),
    exempt: titled("免予参加", list(exemption).optional()),
    announced: titled("布置日期", dayText().optional()),
  });
}

function workRecord() {
  const stretch = z.strictObject({ from: titled("起始日期", dayText()), until: titled("终止日期（不含当日）", dayText()) });
  return z.strictObject({
    task: titled("任务编号", idText()),
    phase: titled("阶段", idText()),
    school: titled("学校编号", idText()),
    on: titled("完成日期", z.union([partialDateText(), stretch])),
    reportedOn: titled("填报日期", dayText().optional()),
    attestedBy: titled("佐证方", attester().optional()),
    evidence: titled("佐证材料", lineText().optional()),
  });
}

function workLists() {
  const registration = z.strictObject({
    school: titled("学校编号", idText()),
    group: titled("集团编号", idText().optional()),
    from: titled("起始日期", dayText()),
    until: titled("终止日期（不含当日）", dayText()),
    declaredOn: titled("申报日期", dayText().optional()),
  });
  const reference = z.strictObject({
    group: titled("集团编号", idText()),
    reference: titled("文本类别", idText()),
    id: titled("文本编号", idText()),
    ...days(),
    task: titled("任务编号", idText().optional()),
    as: titled("比较方式", z.enum(["id", "time"]).optional()),
  });
  const use = z.strictObject({
    school: titled("学校编号", idText()),
    reference: titled("文本类别", idText()),
    uses: titled("所用文本编号", idText()),
    ...days(),
    task: titled("任务编号", idText().optional()),
  });
  const adoption = z.strictObject({
    school: titled("学校编号", idText()),
    group: titled("集团编号", idText().optional()),
    practice: titled("做法", idText()),
    level: titled("采用程度", z.enum(["none", "partial", "full"])),
    attestedBy: titled("佐证方", attester()),
    ...days(),
  });
  const activity = z.strictObject({
    activity: titled("活动", idText()),
    on: titled("日期", dayText()),
    group: titled("集团编号", idText().optional()),
    schools: titled("参与学校", list(idText()).optional()),
    person: titled("人员", idText().optional()),
    amount: titled("数量", decimalValue().optional()),
  });
  return {
    records: titled("工作记录", list(workRecord()).optional()),
    registers: titled("完整性申报", list(registration).optional()),
    references: titled("集团统一文本", list(reference).optional()),
    uses: titled("使用情况", list(use).optional()),
    adoptions: titled("采用情况", list(adoption).optional()),
    activities: titled("活动记录", list(activity).optional()),
  };
}

function observation() {
  return z.strictObject({
    indicator: titled("指标编号", idText()),
    subject: titled("学校或集团编号", idText()),
    period: titled("时段", idText()),
    value: titled("观测值", z.union([lineText(), z.number(), z.null()])),
    low: titled("观测值下限", z.union([lineText(), z.number()]).optional()),
    high: titled("观测值上限", z.union([lineText(), z.number()]).optional()),
    unit: titled("单位", lineText().optional()),
    standardError: titled("标准误", z.number().min(0).optional()),
    respondents: titled("答卷人数", count().optional()),
    invited: titled("应答人数", count().optional()),
    observedOn: titled("观测日期", dayText().optional()),
    source: titled("来源", lineText().optional()),
  });
}

function buildTasksSchema() {
  return titled(
    "共同任务",
    z.strictObject({ format: titled("数据格式", z.literal(TASKS_FORMAT)), tasks: titled("共同任务", list(task())) }),
  );
}

function buildWorkRecordsSchema() {
  return titled("工作记录", z.strictObject({ format: titled("数据格式", z.literal(WORK_RECORDS_FORMAT)), ...workLists() }));
}

function buildObservationsSchema() {
  return titled(
    "观测值",
    z.strictObject({ format: titled("数据格式", z.literal(OBSERVATIONS_FORMAT)), observations: titled("观测值", list(observation())) }),
  );
}

/** 共同任务. The zod schema of a file of tasks `{ format, tasks }`. */
export const tasksSchema = /* @__PURE__ */ buildTasksSchema();

/** 工作记录. The zod schema of a file of work records: six lists, each of which may be left out. */
export const workRecordsSchema = /* @__PURE__ */ buildWorkRecordsSchema();

/** 观测值. The zod schema of a file of observations `{ format, observations }`. */
export const observationsSchema = /* @__PURE__ */ buildObservationsSchema();
