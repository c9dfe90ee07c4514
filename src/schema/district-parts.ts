import * as z from "zod";
import type { KnownDesignation, ResourceKind } from "../domain/index.js";
import {
  amountValue,
  citation,
  count,
  creditCode,
  dayText,
  idText,
  lineText,
  list,
  openWord,
  partialDateText,
  schoolCode,
  titled,
} from "./texts.js";

/** 学段: the closed list of stages. */
export function stage() {
  return z.enum(["kindergarten", "primary", "junior", "senior", "vocational", "special"]);
}

/** 办学性质: public or private. */
export function sector() {
  return z.enum(["public", "private"]);
}

/** 集团法人形式. */
export function legalForm() {
  return z.enum(["single-legal-person", "multiple-legal-persons"]);
}

function locality() {
  return titled("城乡属性", z.enum(["urban", "town", "rural"]).optional());
}

function dated() {
  return { from: titled("起始日期", partialDateText().optional()), until: titled("终止日期（不含当日）", partialDateText().optional()) };
}

function designations() {
  const designation = z.strictObject({
    kind: titled("认定类别", openWord<KnownDesignation>()),
    level: titled("认定级别", z.enum(["national", "provincial", "municipal", "county"]).optional()),
    ...dated(),
    granted: titled("是否认定", z.boolean().optional()),
  });
  return titled("认定", list(designation).optional());
}

function headcount() {
  return z.strictObject({
    on: titled("统计日期", dayText()),
    stage: titled("学段", stage().optional()),
    pupils: titled("在校生数", count().optional()),
    classes: titled("班级数", count().optional()),
    largestClass: titled("最大班额", count().optional()),
    staff: titled("教职工数", count().optional()),
    teachers: titled("专任教师数", count().optional()),
    backboneTeachers: titled("骨干教师数", count().optional()),
  });
}

function resource() {
  return z.strictObject({
    on: titled("统计日期", dayText()),
    resource: titled("资源类别", openWord<ResourceKind>()),
    stage: titled("学段", stage().optional()),
    total: titled("总量", amountValue()),
  });
}

function buildSchoolSchema() {
  const campus = z.strictObject({
    id: titled("校区编号", idText()),
    name: titled("校区名称", lineText().optional()),
    locality: locality(),
  });
  return titled(
    "学校",
    z.strictObject({
      id: titled("学校编号", idText()),
      name: titled("学校名称", lineText()),
      aliases: titled("别称", list(lineText()).optional()),
      stages: titled("学段", list(stage()).optional()),
      sector: titled("办学性质", sector().optional()),
      teachingPoint: titled("是否教学点", z.boolean().optional()),
      locality: locality(),
      administeredBy: titled("主管层级", z.enum(["ministry", "province", "city", "county", "township"]).optional()),
      outside: titled("是否区域外学校", z.boolean().optional()),
      collective: titled("是否多校合称", z.boolean().optional()),
      designations: designations(),
      campuses: titled("校区", list(campus).optional()),
      schoolCode: titled("学校（机构）标识码", schoolCode().optional()),
      creditCode: titled("统一社会信用代码", creditCode().optional()),
      legalPerson: titled("是否独立法人", z.boolean().optional()),
      opened: titled("设立日期", partialDateText().optional()),
      closed: titled("撤销日期", partialDateText().optional()),
      headcounts: titled("人数", list(headcount()).optional()),
      resources: titled("办学资源", list(resource()).optional()),
    }),
  );
}

/** 学校. The zod schema of a school of the district file. Strict: a key it does not know is a fault. */
export const schoolSchema = /* @__PURE__ */ buildSchoolSchema();

function governance() {
  const kind = () => z.enum(["body", "post", "document", "fund", "power", "practice"]);
  const record = z.strictObject({
    kind: titled("治理事项类别", kind()),
    item: titled("治理事项", idText()),
    exists: titled("是否具备", z.boolean().optional()),
    ...dated(),
    title: titled("标题", lineText().optional()),
    person: titled("人员", lineText().optional()),
    school: titled("学校编号", idText().optional()),
    principal: titled("是否该校校长", z.boolean().optional()),
    amount: titled("金额（元）", amountValue().optional()),
  });
  return titled(
    "集团治理",
    z.strictObject({ records: titled("治理事项", list(record)), complete: titled("已完整登记的类别", list(kind()).optional()) }).optional(),
  );
}

function buildGroupSchema() {
  const form = z.strictObject({ form: titled("办学模式", idText()), ...dated() });
  const membership = z.strictObject({
    school: titled("学校编号", idText()),
    role: titled("集团内角色", z.enum(["lead", "member"])),
    evidence: titled("依据", z.enum(["stated", "inferred"]).optional()),
    ...dated(),
  });
  return titled(
    "教育集团",
    z.strictObject({
      id: titled("集团编号", idText()),
      name: titled("集团名称", lineText().optional()),
      countedAs: titled("统计学段", stage().optional()),
      reach: titled("学段跨度", z.enum(["same-stage", "cross-stage"]).optional()),
      forms: titled("办学模式", list(form).optional()),
      legalForm: titled("法人形式", legalForm().optional()),
      designations: designations(),
      announced: titled("组建日期", partialDateText().optional()),
      inaugurated: titled("挂牌日期", partialDateText().optional()),
      dissolved: titled("撤销日期", partialDateText().optional()),
      memberships: titled("成员关系", list(membership).optional()),
      complete: titled("成员名单是否完整", z.boolean().optional()),
      governance: governance(),
      citation: titled("出处", citation().optional()),
    }),
  );
}

/** 教育集团. The zod schema of a group of the district file. Strict: a key it does not know is a fault. */
export const groupSchema = /* @__PURE__ */ buildGroupSchema();

function buildPublishedFigureSchema() {
  const breakdown = z.strictObject({ by: titled("分类方式", idText()), value: titled("类别", idText()) });
  const schools = z.strictObject({ stages: titled("学段", list(stage()).optional()), sector: titled("办学性质", sector().optional()) });
  return titled(
    "公布数据",
    z.strictObject({
      id: titled("编号", idText()),
      measure: titled("指标", idText()),
      as: titled("数量或占比", z.enum(["count", "share"])),
      population: titled("统计对象", idText().optional()),
      schools: titled("统计学校范围", schools.optional()),
      base: titled("占比的基数", idText().optional()),
      breakdown: titled("分类", breakdown.optional()),
      value: titled("原文数字", lineText()),
      equals: titled("应与之相等的公布数据", idText().optional()),
      on: titled("日期", partialDateText().optional()),
      citation: titled("出处", citation().optional()),
    }),
  );
}

/** 公布数据. The zod schema of a published figure of the district file. */
export const publishedFigureSchema = /* @__PURE__ */ buildPublishedFigureSchema();
