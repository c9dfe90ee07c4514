import type { LedgerIssueParams } from "../../compliance/ledger/issues.js";
import type { Sentences } from "../sentences.js";

/** 数据表的名称，以表的标识为键。 */
const TABLES: Readonly<Record<string, string>> = {
  "work-records": "工作记录",
  registers: "台账完整性申报",
  references: "集团统一文本",
  "document-uses": "文本使用情况",
  adoptions: "统一事项采用情况",
  activities: "活动记录",
};

/** 栏目的名称，以栏目的标识为键。 */
const COLUMNS: Readonly<Record<string, string>> = {
  record: "行内容",
  records: "行内容",
  row: "行内容",
  task: "任务标识",
  phase: "阶段",
  school: "学校标识",
  on: "日期",
  "reported-on": "填报日期",
  "attested-by": "佐证方",
  attestedBy: "佐证方",
  id: "标识",
  group: "集团标识",
  phases: "阶段",
  schools: "学校名单",
  exempt: "免做学校",
  from: "起始日期",
  until: "终止日期",
  declaredOn: "申报日期",
  "declared-on": "申报日期",
  reference: "文本类别",
  uses: "所用文本标识",
  practice: "统一事项",
  level: "采用程度",
  activity: "活动类别",
  person: "参加人员",
  amount: "次数或时长",
  as: "比对方式",
};

const columnName = (column: string): string => COLUMNS[column] ?? TABLES[column] ?? column;
const tableName = (table: string): string => TABLES[table] ?? table;

/** 工作台账的提示语。 */
export const ledger: Sentences<LedgerIssueParams> = {
  "task-malformed": ({ task, field }) => `任务“${task}”的“${columnName(field)}”缺失或格式不符，该任务未列入台账，请补正。`,
  "task-repeated": ({ task }) => `任务“${task}”重复出现，以先出现的为准，请合并或删除重复项。`,
  "task-group-unknown": ({ task, group }) => `任务“${task}”所属集团“${group}”不在区域数据中，未列入台账，请核对集团编号。`,
  "task-phase-repeated": ({ task, phase }) => `任务“${task}”的阶段“${phase}”重复出现，以先出现的为准。`,
  "task-day-invalid": ({ task, phase, text }) => `任务“${task}”阶段“${phase}”的日期“${text}”无效，或起始日晚于期限，请更正。`,
  "task-item-unknown": ({ task, item }) => `任务“${task}”所属工作项“${item}”不在所用政策的工作框架中，请核对。`,
  "task-phase-unknown": ({ task, phase }) => `任务“${task}”的阶段“${phase}”不属于所用政策的任何工作框架，仍予统计。`,
  "task-school-not-member": ({ task, phase, school }) =>
    `任务“${task}”列有学校“${school}”，但该校在阶段“${phase}”期限当日不是集团成员，不计入应完成项。`,
  "task-phase-without-reference": ({ task, phase, group }) =>
    `任务“${task}”阶段“${phase}”未定期限，集团“${group}”又无牵头校，无从比较是否同步；请明确期限。`,
  "task-phase-outside-period": ({ task, phase, due }) => `任务“${task}”阶段“${phase}”的期限${due}不在统计期间内，未列入台账。`,
  "ledger-row-malformed": ({ table, field }) =>
    `“${tableName(table)}”表中一行的“${columnName(field)}”缺失或格式不符，本次录入全部未生效，请更正后重新录入。`,
  "ledger-row-school-unknown": ({ table, school }) =>
    `“${tableName(table)}”表中的学校“${school}”既不在学校名单，也不在任何集团，该行未计入。`,
  "ledger-row-group-unknown": ({ table, group }) => `“${tableName(table)}”表中的集团“${group}”不在区域数据中，该行未计入。`,
  "work-record-task-unknown": ({ task }) => `工作记录所指任务“${task}”不在台账中，该记录未计入。`,
  "work-record-phase-unknown": ({ task, phase }) => `任务“${task}”没有阶段“${phase}”，或该阶段不在统计期间内，该记录未计入。`,
  "work-record-not-due": ({ task, phase, school }) =>
    `任务“${task}”阶段“${phase}”不要求学校“${school}”完成（期限当日非成员或不在任务范围），该记录未计入。`,
  "work-record-before-task": ({ task, school, on, announced }) =>
    `学校“${school}”的记录日期${on}早于任务“${task}”的布置日期${announced}，该记录未计入，请核实。`,
  "work-record-day-implausible": ({ task, school, on }) =>
    `学校“${school}”在任务“${task}”中的记录日期“${on}”与统计期间相差过远，未计入，请核实。`,
  "work-record-reported-early": ({ task, school, on, reportedOn }) =>
    `学校“${school}”在任务“${task}”中的填报日期${reportedOn}早于完成日期${on}，仍予计入，请核实。`,
  "work-record-repeated": ({ task, phase, school }) => `学校“${school}”在任务“${task}”阶段“${phase}”的记录重复，只计一次。`,
  "work-record-contradicts": ({ task, phase, school, earliest }) =>
    `学校“${school}”在任务“${task}”阶段“${phase}”有日期不一的记录，以最早的${earliest}为准，并予标注，请核实。`,
  "ledgers-differ": () => `两份台账的任务、学校或统计期间不同，不能合并。`,
  "ledger-unreadable": ({ reason }) => `已存台账无法读取：${reason}。`,
};
