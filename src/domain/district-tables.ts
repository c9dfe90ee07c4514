import type { Term } from "../core/index.js";
import type { Table } from "./columns.js";

const ID: Term = { "zh-CN": "标识（本表内不重复）", en: "an id, unique in its table" };
const REF_SCHOOLS: Term = { "zh-CN": "学校标识（见“学校”表）", en: "the id of a school" };
const REF_GROUPS: Term = { "zh-CN": "集团标识（见“集团”表）", en: "the id of a group" };
const TEXT: Term = { "zh-CN": "文字", en: "text" };
const TEXTS: Term = { "zh-CN": "文字，多项以分号分隔", en: "texts, separated by semicolons" };
const YESNO: Term = { "zh-CN": "是或否，不详留空", en: "yes or no; empty when unknown" };
const DAY: Term = { "zh-CN": "日期，如2023-12-31", en: "a day such as 2023-12-31" };
const PART: Term = { "zh-CN": "日期，可只写年或年月，如2019、2023-09", en: "a day, month or year such as 2019 or 2023-09" };
const UNTIL: Term = { "zh-CN": "失效的第一天，仍有效的留空", en: "the first day it no longer holds; empty while it holds" };
const PEOPLE: Term = { "zh-CN": "人数，整数", en: "a number of people" };
const COUNT: Term = { "zh-CN": "整数", en: "a whole number" };
const DECIMAL: Term = { "zh-CN": "数字", en: "a decimal number" };
const STAGES: Term = {
  "zh-CN": "学段，多项以分号分隔：学前、小学、初中、普通高中、中等职业、特殊教育",
  en: "stages of schooling, separated by semicolons",
};
const STAGE: Term = { "zh-CN": "学段；不分学段的留空", en: "a stage of schooling; empty for the whole school" };
const ITEM: Term = { "zh-CN": "政策包所列事项的标识", en: "the id of an item of the policy pack" };
const ROLE: Term = { "zh-CN": "牵头校或成员校", en: "lead or member" };

/** 区域数据表. The tables that make up a district file, with the headers of a spreadsheet. */
export const DISTRICT_TABLES: readonly Table[] = [
  {
    table: "district",
    label: { "zh-CN": "区域", en: "district" },
    columns: [
      {
        table: "district",
        column: "code",
        label: { "zh-CN": "行政区划代码", en: "GB/T 2260 code" },
        holds: { "zh-CN": "六位数字", en: "six digits" },
      },
      { table: "district", column: "name", label: { "zh-CN": "区域名称", en: "name" }, holds: TEXT },
      { table: "district", column: "complete", label: { "zh-CN": "学校、集团名单是否完整", en: "lists are whole" }, holds: YESNO },
    ],
  },
  {
    table: "schools",
    label: { "zh-CN": "学校", en: "schools" },
    columns: [
      { table: "schools", column: "id", label: { "zh-CN": "学校标识", en: "school id" }, holds: ID },
      { table: "schools", column: "name", label: { "zh-CN": "学校名称", en: "name" }, holds: TEXT },
      { table: "schools", column: "aliases", label: { "zh-CN": "别名", en: "other names" }, holds: TEXTS },
      { table: "schools", column: "stages", label: { "zh-CN": "学段", en: "stages" }, holds: STAGES },
      {
        table: "schools",
        column: "sector",
        label: { "zh-CN": "办学性质", en: "sector" },
        holds: { "zh-CN": "公办或民办", en: "public or private" },
      },
      { table: "schools", column: "teaching-point", label: { "zh-CN": "是否教学点", en: "teaching point" }, holds: YESNO },
      {
        table: "schools",
        column: "locality",
        label: { "zh-CN": "城乡类型", en: "locality" },
        holds: { "zh-CN": "城区、镇区或乡村", en: "urban, town or rural" },
      },
      {
        table: "schools",
        column: "administered-by",
        label: { "zh-CN": "主管层级", en: "administered by" },
        holds: { "zh-CN": "部、省、市、县、乡", en: "ministry, province, city, county or township" },
      },
      { table: "schools", column: "outside", label: { "zh-CN": "是否区外学校", en: "outside the district" }, holds: YESNO },
      {
        table: "schools",
        column: "school-code",
        label: { "zh-CN": "学校（机构）标识码", en: "school code" },
        holds: { "zh-CN": "十位数字", en: "ten digits" },
      },
      {
        table: "schools",
        column: "credit-code",
        label: { "zh-CN": "统一社会信用代码", en: "credit code" },
        holds: { "zh-CN": "十八位", en: "18 characters" },
      },
      { table: "schools", column: "legal-person", label: { "zh-CN": "是否独立法人", en: "legal person of its own" }, holds: YESNO },
      { table: "schools", column: "opened", label: { "zh-CN": "设立日期", en: "opened" }, holds: PART },
      { table: "schools", column: "closed", label: { "zh-CN": "撤并日期", en: "closed" }, holds: PART },
    ],
  },
  {
    table: "campuses",
    label: { "zh-CN": "校区", en: "campuses" },
    columns: [
      { table: "campuses", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "campuses", column: "id", label: { "zh-CN": "校区标识", en: "campus id" }, holds: ID },
      { table: "campuses", column: "name", label: { "zh-CN": "校区名称", en: "name" }, holds: TEXT },
      {
        table: "campuses",
        column: "locality",
        label: { "zh-CN": "城乡类型", en: "locality" },
        holds: { "zh-CN": "城区、镇区或乡村", en: "urban, town or rural" },
      },
    ],
  },
  {
    table: "groups",
    label: { "zh-CN": "集团", en: "groups" },
    columns: [
      { table: "groups", column: "id", label: { "zh-CN": "集团标识", en: "group id" }, holds: ID },
      { table: "groups", column: "name", label: { "zh-CN": "集团名称", en: "name" }, holds: TEXT },
      { table: "groups", column: "counted-as", label: { "zh-CN": "统计归属学段", en: "counted under" }, holds: STAGE },
      {
        table: "groups",
        column: "reach",
        label: { "zh-CN": "同学段或跨学段", en: "reach" },
        holds: { "zh-CN": "同学段或跨学段", en: "same-stage or cross-stage" },
      },
      {
        table: "groups",
        column: "legal-form",
        label: { "zh-CN": "法人形式", en: "legal form" },
        holds: { "zh-CN": "单法人制或多法人制", en: "one or several legal persons" },
      },
      { table: "groups", column: "announced", label: { "zh-CN": "成立日期", en: "announced" }, holds: PART },
      { table: "groups", column: "inaugurated", label: { "zh-CN": "挂牌日期", en: "inaugurated" }, holds: PART },
      { table: "groups", column: "dissolved", label: { "zh-CN": "撤销日期", en: "dissolved" }, holds: PART },
      { table: "groups", column: "complete", label: { "zh-CN": "成员名单是否完整", en: "members are whole" }, holds: YESNO },
    ],
  },
  {
    table: "forms",
    label: { "zh-CN": "办学模式", en: "forms of groups" },
    columns: [
      { table: "forms", column: "group", label: { "zh-CN": "集团标识", en: "group id" }, holds: REF_GROUPS },
      { table: "forms", column: "form", label: { "zh-CN": "办学模式", en: "form" }, holds: ITEM },
      { table: "forms", column: "from", label: { "zh-CN": "起始日期", en: "from" }, holds: PART },
      { table: "forms", column: "until", label: { "zh-CN": "终止日期", en: "until" }, holds: UNTIL },
    ],
  },
  {
    table: "memberships",
    label: { "zh-CN": "集团成员", en: "memberships" },
    columns: [
      { table: "memberships", column: "group", label: { "zh-CN": "集团标识", en: "group id" }, holds: REF_GROUPS },
      { table: "memberships", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "memberships", column: "role", label: { "zh-CN": "集团内角色", en: "role" }, holds: ROLE },
      {
        table: "memberships",
        column: "evidence",
        label: { "zh-CN": "角色依据", en: "evidence" },
        holds: { "zh-CN": "文件载明或推断", en: "stated or inferred" },
      },
      { table: "memberships", column: "from", label: { "zh-CN": "加入日期", en: "from" }, holds: PART },
      { table: "memberships", column: "until", label: { "zh-CN": "退出日期", en: "until" }, holds: UNTIL },
    ],
  },
  {
    table: "governance",
    label: { "zh-CN": "集团治理", en: "governance" },
    columns: [
      { table: "governance", column: "group", label: { "zh-CN": "集团标识", en: "group id" }, holds: REF_GROUPS },
      {
        table: "governance",
        column: "kind",
        label: { "zh-CN": "事项类别", en: "kind" },
        holds: { "zh-CN": "机构、职务、制度文本、经费、权限或机制", en: "body, post, document, fund, power or practice" },
      },
      { table: "governance", column: "item", label: { "zh-CN": "治理事项", en: "item" }, holds: ITEM },
      { table: "governance", column: "exists", label: { "zh-CN": "是否具备", en: "is there" }, holds: YESNO },
      { table: "governance", column: "from", label: { "zh-CN": "设立或印发日期", en: "from" }, holds: PART },
      { table: "governance", column: "until", label: { "zh-CN": "终止日期", en: "until" }, holds: UNTIL },
      { table: "governance", column: "title", label: { "zh-CN": "文件名称", en: "title" }, holds: TEXT },
      { table: "governance", column: "person", label: { "zh-CN": "任职人员", en: "person" }, holds: TEXT },
      { table: "governance", column: "school", label: { "zh-CN": "所在学校", en: "school" }, holds: REF_SCHOOLS },
      {
        table: "governance",
        column: "principal",
        label: { "zh-CN": "是否该校校长", en: "is its principal" },
        holds: YESNO,
      },
      { table: "governance", column: "amount", label: { "zh-CN": "金额（元）", en: "amount (yuan)" }, holds: DECIMAL },
    ],
  },
  {
    table: "designations",
    label: { "zh-CN": "认定", en: "designations" },
    columns: [
      { table: "designations", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "designations", column: "group", label: { "zh-CN": "集团标识", en: "group id" }, holds: REF_GROUPS },
      {
        table: "designations",
        column: "kind",
        label: { "zh-CN": "认定类别", en: "kind" },
        holds: { "zh-CN": "优质校、薄弱校、中心校、示范集团、试点等", en: "quality, weak, central, demonstration, pilot …" },
      },
      {
        table: "designations",
        column: "level",
        label: { "zh-CN": "认定层级", en: "level" },
        holds: { "zh-CN": "国家级、省级、市级或县级", en: "national, provincial, municipal or county" },
      },
      { table: "designations", column: "granted", label: { "zh-CN": "是否认定", en: "granted" }, holds: YESNO },
      { table: "designations", column: "from", label: { "zh-CN": "认定日期", en: "from" }, holds: PART },
      { table: "designations", column: "until", label: { "zh-CN": "终止日期", en: "until" }, holds: UNTIL },
    ],
  },
  {
    table: "headcounts",
    label: { "zh-CN": "人数", en: "headcounts" },
    columns: [
      { table: "headcounts", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "headcounts", column: "on", label: { "zh-CN": "统计日期", en: "on" }, holds: DAY },
      { table: "headcounts", column: "stage", label: { "zh-CN": "学段", en: "stage" }, holds: STAGE },
      { table: "headcounts", column: "pupils", label: { "zh-CN": "学生数", en: "pupils" }, holds: PEOPLE },
      { table: "headcounts", column: "classes", label: { "zh-CN": "班级数", en: "classes" }, holds: COUNT },
      { table: "headcounts", column: "largest-class", label: { "zh-CN": "最大班额", en: "largest class" }, holds: PEOPLE },
      { table: "headcounts", column: "staff", label: { "zh-CN": "教职工数", en: "staff" }, holds: PEOPLE },
      { table: "headcounts", column: "teachers", label: { "zh-CN": "专任教师数", en: "full-time teachers" }, holds: PEOPLE },
      {
        table: "headcounts",
        column: "backbone-teachers",
        label: { "zh-CN": "县级及以上骨干教师数", en: "backbone teachers of county level or above" },
        holds: PEOPLE,
      },
    ],
  },
  {
    table: "resources",
    label: { "zh-CN": "办学资源", en: "resources" },
    columns: [
      { table: "resources", column: "school", label: { "zh-CN": "学校标识", en: "school id" }, holds: REF_SCHOOLS },
      { table: "resources", column: "on", label: { "zh-CN": "统计日期", en: "on" }, holds: DAY },
      {
        table: "resources",
        column: "resource",
        label: { "zh-CN": "资源类别", en: "resource" },
        holds: { "zh-CN": "资源标识", en: "the id of a resource" },
      },
      { table: "resources", column: "stage", label: { "zh-CN": "学段", en: "stage" }, holds: STAGE },
      { table: "resources", column: "total", label: { "zh-CN": "全校总量", en: "total of the school" }, holds: DECIMAL },
    ],
  },
  {
    table: "published",
    label: { "zh-CN": "公布数据", en: "published figures" },
    columns: [
      { table: "published", column: "id", label: { "zh-CN": "数据标识", en: "id" }, holds: ID },
      {
        table: "published",
        column: "measure",
        label: { "zh-CN": "统计内容", en: "measure" },
        holds: { "zh-CN": "学校、学生、教职工、集团等", en: "schools, pupils, staff, groups …" },
      },
      { table: "published", column: "population", label: { "zh-CN": "统计范围", en: "population" }, holds: TEXT },
      { table: "published", column: "base", label: { "zh-CN": "占比的分母", en: "base of a share" }, holds: TEXT },
      {
        table: "published",
        column: "value",
        label: { "zh-CN": "公布数值", en: "value as printed" },
        holds: { "zh-CN": "按原文照录", en: "exactly as printed" },
      },
      { table: "published", column: "on", label: { "zh-CN": "统计时点", en: "on" }, holds: PART },
    ],
  },
];
