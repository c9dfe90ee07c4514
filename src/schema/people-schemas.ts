import * as z from "zod";
import { stage } from "./district-parts.js";
import { count, dayText, idText, lineText, list, openWord, partialDateText, titled } from "./texts.js";

/** The stored format of a roster of teachers. */
export const TEACHERS_FORMAT = "school-groups.teachers.v1";

/** The stored format of records of exchange. */
export const EXCHANGES_FORMAT = "school-groups.exchanges.v1";

function role() {
  return titled("岗位", z.enum(["teacher", "principal", "vice-principal", "party-secretary", "middle-manager"]).optional());
}

function days() {
  return { from: titled("起始日期", dayText().optional()), until: titled("终止日期（不含当日）", dayText().optional()) };
}

function teacher() {
  const stint = z.strictObject({
    school: titled("学校编号", idText()),
    campus: titled("校区编号", idText().optional()),
    from: titled("起始日期", partialDateText()),
    until: titled("终止日期（不含当日）", partialDateText().optional()),
    role: role(),
    terms: titled("任期数", count().optional()),
  });
  const interruption = z.strictObject({
    kind: titled("中断类别", openWord<"leave" | "secondment" | "study">()),
    from: titled("起始日期", dayText()),
    until: titled("终止日期（不含当日）", dayText().optional()),
  });
  const reason = z.strictObject({
    reason: titled("情形", openWord<"pregnancy" | "breastfeeding" | "serious-illness">()),
    effect: titled("处理", z.enum(["excluded", "postponed"])),
    ...days(),
  });
  return z.strictObject({
    id: titled("教师编号", idText()),
    name: titled("姓名", lineText().optional()),
    school: titled("人事关系所在学校", idText()),
    role: role(),
    subject: titled("学科", lineText().optional()),
    stage: titled("学段", stage().optional()),
    graduatingGrade: titled("是否任教毕业年级", z.boolean().optional()),
    backbone: titled("是否骨干教师", z.boolean().optional()),
    professionalTitle: titled("职称", lineText().optional()),
    establishment: titled("是否在编", z.boolean().optional()),
    born: titled("出生日期", partialDateText().optional()),
    retirementClass: titled("法定退休年龄类别", z.enum(["men", "women-55", "women-50"]).optional()),
    retiresOn: titled("退休日期", dayText().optional()),
    service: titled("任教经历", list(stint).optional()),
    interruptions: titled("中断", list(interruption).optional()),
    reasons: titled("不参加或暂缓交流的情形", list(reason).optional()),
    wishes: titled("意向学校", list(idText()).optional()),
  });
}

function exchange() {
  const load = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("full-time") }),
    z.strictObject({ kind: z.literal("days-per-week"), days: titled("每周天数", z.number().min(0)) }),
    z.strictObject({ kind: z.literal("occasional") }),
  ]);
  return z.strictObject({
    id: titled("交流编号", idText()),
    person: titled("教师编号", idText()),
    role: role(),
    kind: titled("交流方式", idText().optional()),
    from: titled("派出学校", idText()),
    to: titled("接收学校", idText()),
    fromCampus: titled("派出校区", idText().optional()),
    toCampus: titled("接收校区", idText().optional()),
    start: titled("起始日期", dayText()),
    end: titled("终止日期（不含当日）", dayText().optional()),
    plannedEnd: titled("计划终止日期（不含当日）", dayText().optional()),
    load: titled("工作量", load.optional()),
    relation: titled("人事关系", z.enum(["moved", "kept"]).optional()),
    subject: titled("学科", lineText().optional()),
    backbone: titled("是否骨干教师", z.boolean().optional()),
    team: titled("组团编号", idText().optional()),
    pair: titled("结对编号", idText().optional()),
  });
}

function buildTeachersSchema() {
  return titled(
    "教师名册",
    z.strictObject({ format: titled("数据格式", z.literal(TEACHERS_FORMAT)), teachers: titled("教师", list(teacher())) }),
  );
}

function buildExchangesSchema() {
  return titled(
    "交流记录",
    z.strictObject({ format: titled("数据格式", z.literal(EXCHANGES_FORMAT)), exchanges: titled("交流记录", list(exchange())) }),
  );
}

/** 教师名册. The zod schema of a roster file `{ format, teachers }`. */
export const teachersSchema = /* @__PURE__ */ buildTeachersSchema();

/** 交流记录. The zod schema of a file of exchanges `{ format, exchanges }`. */
export const exchangesSchema = /* @__PURE__ */ buildExchangesSchema();
