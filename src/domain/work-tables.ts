import type { Term } from "../core/index.js";
import type { Table } from "./columns.js";

const ID: Term = { "zh-CN": "标识（本表内不重复）", en: "an id, unique in its table" };
const REF_SCHOOLS: Term = { "zh-CN": "学校标识（见“学校”表）", en: "the id of a school" };
const REF_GROUPS: Term = { "zh-CN": "集团标识（见“集团”表）", en: "the id of a group" };
const REF_TEACHERS: Term = { "zh-CN": "教师标识（见“教师”表）", en: "the id of a teacher" };
const REF_TASKS: Term = { "zh-CN": "任务标识（见“共同任务”表）", en: "the id of a task" };
const TEXT: Term = { "zh-CN": "文字", en: "text" };
const YESNO: Term = { "zh-CN": "是或否，不详留空", en: "yes or no; empty when unknown" };
const DAY: Term = { "zh-CN": "日期，如2023-12-31", en: "a day such as 2023-12-31" };
const PART: Term = { "zh-CN": "日期，可只写年或年月，如2019、2023-09", en: "a day, month or year such as 2019 or 2023-09" };
const UNTIL: Term = { "zh-CN": "失效的第一天，仍有效的留空", en: "the first day it no longer holds; empty while it holds" };
const PEOPLE: Term = { "zh-CN": "人数，整数", en: "a number of people" };
const DECIMAL: Term = { "zh-CN": "数字", en: "a decimal number" };
const STAGE: Term = { "zh-CN": "学段；不分学段的留空", en: "a stage of schooling; empty for the whole school" };
const ITEM: Term = { "zh-CN": "政策包所列事项的标识", en: "the id of an item of the policy pack" };
const POST: Term = {
  "zh-CN": "岗位：教师、校长、副校长、书记、中层干部",
  en: "teacher, principal, vice principal, party secretary or middle manager",
};
const ATTESTER: Term = { "zh-CN": "学校自报、牵头校或教育局", en: "the school itself, the lead or the bureau" };
const REASONS: Term = {
  "zh-CN": "情形，括注不参加或暂缓，如孕期（暂缓），多项以分号分隔",
  en: "a reason and (excluded) or (postponed), separated by semicolons",
};
const VALUE: Term = { "zh-CN": "数值；确无数据写“无”", en: 'a value; "none" when it is not to be had' };

/** 工作数据表. The tables kept beside the district file: people, exchanges, joint work, observations and pupils. */
export const WORK_TABLES: readonly Table[] = [
  {
    table: "teachers",
    label: { "zh-CN": "教师", en: "teachers" },
    columns: [
      { table: "teachers", column: "id", label: { "zh-CN": "教师标识", en: "teacher id" }, holds: ID },
      { table: "teachers", column: "name", label: { "zh-CN": "姓名", en: "name" }, holds: TEXT },
      { table: "teachers", column: "school", label: { "zh-CN": "人事关系所在学校", en: "school" }, holds: REF_SCHOOLS },
      { table: "teachers", column: "role", label: { "zh-CN": "岗位", en: "post" }, holds: POST },
      { table: "teachers", column: "subject", label: { "zh-CN": "任教学科", en: "subject" }, holds: TEXT },
      { table: "teachers", column: "stage", label: { "zh-CN": "任教学段", en: "stage" }, holds: STAGE },
      { table: "teachers", column: "backbone", label: { "zh-CN": "是否骨干教师", en: "backbone teacher" }, holds: YESNO },
      { table: "teachers", column: "professional-title", label: { "zh-CN": "职称", en: "professional title" }, holds: TEXT },
      { table: "teachers", column: "establishment", label: { "zh-CN": "是否在编", en: "on the establishment" }, holds: YESNO },
      { table: "teachers", column: "born", label: { "zh-CN": "出生年月", en: "born" }, holds: PART },
      {
        table: "teachers",
        column: "retirement-class",
        label: { "zh-CN": "法定退休年龄类别", en: "retirement class" },
        holds: { "zh-CN": "男、女（原五十五周岁）或女（原五十周岁）", en: "men, women-55 or women-50" },
      },
      { table: "teachers", column: "retires-on", label: { "zh-CN": "本人退休日期", en: "retires on" }, holds: DAY },
      {
        table: "teachers",
        column: "service",
        label: { "zh-CN": "任教经历（学校与起止日期）", en: "service" },
        holds: {
          "zh-CN": "学校标识与起止日期（止日为离任次日，在任留空），如a 2019-09-01/2022-09-01，多段以分号分隔",
          en: "school and days of each stint, the second the first day elsewhere, such as a 2019-09-01/2022-09-01; separated by semicolons",
        },
      },
      { table: "teachers", column: "reasons", label: { "zh-CN": "不参加或暂缓交流的情形", en: "reasons for not moving" }, holds: REASONS },
    ],
  },
  {
    table: "exchanges",
    label: { "zh-CN": "交流记录", en: "exchanges" },
    columns: [
      { table: "exchanges", column: "id", label: { "zh-CN": "记录标识", en: "id" }, holds: ID },
      { table: "exchanges", column: "person", label: { "zh-CN": "教师标识", en: "teacher id" }, holds: REF_TEACHERS },
      { table: "exchanges", column: "role", label: { "zh-CN": "岗位", en: "post" }, holds: POST },
      { table: "exchanges", column: "kind", label: { "zh-CN": "交流方式", en: "kind" }, holds: ITEM },
      { table: "exchanges", column: "from", label: { "zh-CN": "原学校", en: "from" }, holds: REF_SCHOOLS },
      { table: "exchanges", column: "to", label: { "zh-CN": "交流学校", en: "to" }, holds: REF_SCHOOLS },
      { table: "exchanges", column: "start", label: { "zh-CN": "起始日期", en: "start" }, holds: DAY },
      { table: "exchanges", column: "end", label: { "zh-CN": "结束日期（次日）", en: "end" }, holds: DAY },
      {
        table: "exchanges",
        column: "load",
        label: { "zh-CN": "工作量", en: "load" },
        holds: { "zh-CN": "全职、每周天数或不定期", en: "full time, days a week or occasional" },
      },
      {
        table: "exchanges",
        column: "relation",
        label: { "zh-CN": "人事关系是否随转", en: "personnel relation" },
        holds: { "zh-CN": "随转或保留", en: "moved or kept" },
      },
      { table: "exchanges", column: "backbone", label: { "zh-CN": "是否骨干教师", en: "backbone teacher" }, holds: YESNO },
    ],
  },
  {
    table: "tasks",
    label: { "zh-CN": "共同任务", en: "common tasks" },
    columns: [
      { table: "tasks", column: "id", label: { "zh-CN": "任务标识", en: "task id" }, holds: ID },
      { table: "tasks", column: "group", label: { "zh-CN": "集团标识", en: "group id" }, holds: REF_GROUPS },
      { table: "tasks", column: "label", label: { "zh-CN": "任务名称", en: "name" }, holds: TEXT },
      { table: "tasks", column: "item", label: { "zh-CN": "所属事项", en: "item" }, holds: ITEM },
      {
        table: "tasks",
        column: "phase",
        label: { "zh-CN": "环节", en: "phase" },
        holds: { "zh-CN": "安排、实施、考核、评比、应用", en: "arrange, implement, assess, compare, apply" },
      },
      { table: "tasks", column: "due", label: { "zh-CN": "环节期限", en: "due day of the phase" }, holds: DAY },
      {
        table: "tasks",
        column: "schools",
        label: { "zh-CN": "参加学校", en: "schools" },
        holds: { "zh-CN": "学校标识，多项以分号分隔；留空为全体成员校", en: "ids of schools; empty for all members" },
      },
    ],
  },
  {
    table: "work-records",
    label: { "zh-CN": "工作记录", en: "work records" },
    columns: [
      { table: "work-records", column: "task", label: { "zh-CN": "任务标识", en: "task id" }, holds: REF_TASKS },
      {
        table: "work-records",
        column: "phase",
        label: { "zh-CN": "环节", en: "phase" },
        holds: { "zh-CN": "安排、实施、考核、评比、应用", en: "arrange, implement, assess, compare, apply" },
      },
      { table: "work-records", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "work-records", column: "on", label: { "zh-CN": "完成日期", en: "on" }, holds: DAY },
      { table: "work-records", column: "reported-on", label: { "zh-CN": "填报日期", en: "reported on" }, holds: DAY },
      { table: "work-records", column: "attested-by", label: { "zh-CN": "佐证方", en: "attested by" }, holds: ATTESTER },
      { table: "work-records", column: "evidence", label: { "zh-CN": "佐证材料", en: "evidence" }, holds: TEXT },
    ],
  },
  {
    table: "registers",
    label: { "zh-CN": "台账完整性申报", en: "register declarations" },
    columns: [
      { table: "registers", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "registers", column: "from", label: { "zh-CN": "起始日期", en: "from" }, holds: DAY },
      { table: "registers", column: "until", label: { "zh-CN": "终止日期（次日）", en: "until" }, holds: DAY },
      { table: "registers", column: "declared-on", label: { "zh-CN": "申报日期", en: "declared on" }, holds: DAY },
    ],
  },
  {
    table: "references",
    label: { "zh-CN": "集团统一文本", en: "groups' common documents" },
    columns: [
      { table: "references", column: "group", label: { "zh-CN": "集团标识", en: "group id" }, holds: REF_GROUPS },
      { table: "references", column: "reference", label: { "zh-CN": "文本类别", en: "kind of document" }, holds: ITEM },
      { table: "references", column: "id", label: { "zh-CN": "文本标识", en: "document id" }, holds: ID },
      { table: "references", column: "from", label: { "zh-CN": "启用日期", en: "from" }, holds: DAY },
      { table: "references", column: "until", label: { "zh-CN": "停用日期", en: "until" }, holds: UNTIL },
    ],
  },
  {
    table: "document-uses",
    label: { "zh-CN": "文本使用情况", en: "documents in use" },
    columns: [
      { table: "document-uses", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "document-uses", column: "reference", label: { "zh-CN": "文本类别", en: "kind of document" }, holds: ITEM },
      { table: "document-uses", column: "uses", label: { "zh-CN": "所用文本标识", en: "document in use" }, holds: TEXT },
      { table: "document-uses", column: "from", label: { "zh-CN": "启用日期", en: "from" }, holds: DAY },
      { table: "document-uses", column: "until", label: { "zh-CN": "停用日期", en: "until" }, holds: UNTIL },
    ],
  },
  {
    table: "adoptions",
    label: { "zh-CN": "统一事项采用情况", en: "adoption of practices" },
    columns: [
      { table: "adoptions", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "adoptions", column: "group", label: { "zh-CN": "集团标识", en: "group id" }, holds: REF_GROUPS },
      { table: "adoptions", column: "practice", label: { "zh-CN": "统一事项", en: "practice" }, holds: ITEM },
      {
        table: "adoptions",
        column: "level",
        label: { "zh-CN": "采用程度", en: "level" },
        holds: { "zh-CN": "未采用、部分采用或全部采用", en: "none, partial or full" },
      },
      { table: "adoptions", column: "attested-by", label: { "zh-CN": "佐证方", en: "attested by" }, holds: ATTESTER },
      { table: "adoptions", column: "from", label: { "zh-CN": "起始日期", en: "from" }, holds: DAY },
      { table: "adoptions", column: "until", label: { "zh-CN": "终止日期", en: "until" }, holds: UNTIL },
    ],
  },
  {
    table: "activities",
    label: { "zh-CN": "活动记录", en: "activities" },
    columns: [
      { table: "activities", column: "activity", label: { "zh-CN": "活动类别", en: "activity" }, holds: ITEM },
      { table: "activities", column: "on", label: { "zh-CN": "活动日期", en: "on" }, holds: DAY },
      { table: "activities", column: "group", label: { "zh-CN": "集团标识", en: "group id" }, holds: REF_GROUPS },
      {
        table: "activities",
        column: "schools",
        label: { "zh-CN": "参加学校", en: "schools" },
        holds: { "zh-CN": "学校标识，多项以分号分隔", en: "ids of schools, separated by semicolons" },
      },
      { table: "activities", column: "person", label: { "zh-CN": "参加人员", en: "person" }, holds: TEXT },
      { table: "activities", column: "amount", label: { "zh-CN": "次数或时长", en: "amount" }, holds: DECIMAL },
    ],
  },
  {
    table: "observations",
    label: { "zh-CN": "观测值", en: "observations" },
    columns: [
      { table: "observations", column: "indicator", label: { "zh-CN": "指标标识", en: "indicator" }, holds: ITEM },
      {
        table: "observations",
        column: "subject",
        label: { "zh-CN": "学校或集团标识", en: "school or group" },
        holds: { "zh-CN": "学校或集团标识", en: "the id of a school or group" },
      },
      {
        table: "observations",
        column: "period",
        label: { "zh-CN": "时期", en: "period" },
        holds: { "zh-CN": "学年或月份，如2023-2024、2023-09", en: "a school year or month such as 2023-2024" },
      },
      { table: "observations", column: "value", label: { "zh-CN": "数值", en: "value" }, holds: VALUE },
      { table: "observations", column: "standard-error", label: { "zh-CN": "标准误", en: "standard error" }, holds: DECIMAL },
      { table: "observations", column: "respondents", label: { "zh-CN": "回收份数", en: "respondents" }, holds: PEOPLE },
      { table: "observations", column: "invited", label: { "zh-CN": "发放份数", en: "invited" }, holds: PEOPLE },
      { table: "observations", column: "source", label: { "zh-CN": "数据来源", en: "source" }, holds: TEXT },
    ],
  },
  {
    table: "pupils",
    label: { "zh-CN": "学生成绩", en: "pupils" },
    columns: [
      { table: "pupils", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "pupils", column: "cohort", label: { "zh-CN": "届别", en: "cohort" }, holds: TEXT },
      { table: "pupils", column: "intake", label: { "zh-CN": "入口成绩", en: "score at entry" }, holds: DECIMAL },
      { table: "pupils", column: "outcome", label: { "zh-CN": "出口成绩", en: "score at exit" }, holds: DECIMAL },
    ],
  },
];
