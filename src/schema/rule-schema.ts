import * as z from "zod";
import { measureId } from "./closed-words.js";
import { sector, stage } from "./district-parts.js";
import { citation, dayText, filledList, idText, lineText, list, term, titled, titles } from "./texts.js";

/** 出处: at least one. */
export function citations() {
  return titled("出处", filledList(citation()));
}

/** 可信等级. */
export function certainty() {
  return titled("可信等级", z.enum(["A", "B", "C"]).optional());
}

/** A title, named as such. */
export function label() {
  return titled("名称", term());
}

/** A remark. */
export function note() {
  return titled("说明", term().optional());
}

function measureRef() {
  return z.strictObject({
    measure: titled("指标", measureId()),
    of: titled("指标对象", idText().optional()),
    stage: titled("学段", stage().optional()),
    where: titled("限定条件", z.record(idText(), z.union([lineText(), z.number(), z.boolean()])).optional()),
  });
}

function ids(title: string) {
  return titled(title, list(idText()));
}

function parameter(title: string) {
  return titled(title, idText().optional());
}

function bounds() {
  const limits = z.strictObject({
    atLeast: parameter("不低于"),
    atMost: parameter("不超过"),
    moreThan: parameter("超过"),
    lessThan: parameter("低于"),
  });
  // A rule that compares with nothing would be met by everything.
  const stated = limits.refine((given) => Object.values(given).some((id) => id !== undefined), {
    // A misspelt key is told as such, not twice.
    when: ({ issues }) => issues.length === 0,
  });
  titles.add(stated, { title: "限值（参数编号）", minProperties: 1 });
  return stated;
}

function appliesTo() {
  const fact = z.strictObject({ fact: titled("事实", measureRef()), oneOf: titled("取值之一", list(lineText())) });
  const condition = z.union([fact, z.strictObject({ anyOf: titled("任一条件", list(fact)) })]);
  return titled(
    "适用对象",
    z.strictObject({
      subject: titled("对象", z.enum(["district", "group", "school", "lead", "member"])),
      where: titled("适用条件", list(condition).optional()),
    }),
  );
}

function ruleBase() {
  const topics = ["governance", "coverage", "framework", "rotation", "balance", "size", "value-added", "evaluation", "support"] as const;
  return {
    id: titled("规则编号", idText()),
    label: label(),
    topic: titled("主题", z.enum(topics)),
    citations: citations(),
    modality: titled("规范程度", z.enum(["must", "must-not", "should", "encouraged", "may"])),
    certainty: certainty(),
    appliesTo: appliesTo(),
    from: titled("施行日期", dayText().optional()),
    until: titled("废止日期（不含当日）", dayText().optional()),
    due: titled("目标期限", dayText().optional()),
    overrides: titled("所取代的规则", list(idText()).optional()),
    item: titled("框架项目", idText().optional()),
    note: note(),
  };
}

function rule<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ ...ruleBase(), kind: titled("规则类别", z.literal(kind)), ...shape });
}

function measuredRules() {
  const item = z.strictObject({
    id: titled("编号", idText()),
    label: label(),
    value: titled("指标", measureRef()),
    threshold: titled("限值", idText()),
  });
  const per = z.enum(["school-year", "calendar-year", "year"]);
  return [
    rule("presence", { what: titled("事项", measureRef()) }),
    rule("count", { count: titled("数量", measureRef()), bounds: bounds() }),
    rule("range", { value: titled("数值", measureRef()), bounds: bounds(), squared: titled("是否为平方", z.boolean().optional()) }),
    rule("share", {
      part: titled("部分", measureRef()),
      whole: titled("总体", measureRef()),
      bounds: bounds(),
      per: titled("统计期", per.optional()),
      unclear: titled("原文未明之处", term().optional()),
    }),
    rule("at-least-of", {
      items: titled("项目", list(item)),
      atLeast: titled("至少达到的项数", idText()),
      restAtLeast: titled("其余各项下限", idText().optional()),
    }),
    rule("structure", { feature: titled("特征", measureRef()), oneOf: ids("允许取值") }),
  ] as const;
}

function coverageRule() {
  const population = z.strictObject({
    stages: titled("学段", list(stage()).optional()),
    sector: titled("办学性质", sector().optional()),
    unclear: titled("原文未明之处", term().optional()),
  });
  const covered = z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("membership") }),
    z.strictObject({ by: z.literal("designation"), designation: titled("认定类别", idText()) }),
  ]);
  return rule("coverage", { population: titled("总体", population), covered: titled("覆盖方式", covered), bounds: bounds() });
}

function workRules() {
  const per = z.enum(["school-day", "school-week", "month", "term", "school-year", "calendar-year"]);
  return [
    rule("synchrony", {
      phase: titled("阶段", idText()),
      toleranceBefore: parameter("允许提前天数"),
      toleranceAfter: parameter("允许延后天数"),
      bounds: bounds(),
    }),
    rule("uniformity", { reference: titled("统一文本", idText()), bounds: bounds() }),
    rule("adoption", {
      practice: titled("做法", idText()),
      level: titled("采用程度", z.enum(["full", "at-least-partial"])),
      bounds: bounds(),
    }),
    rule("activity", {
      activity: titled("活动", idText()),
      per: titled("周期", per),
      of: titled("主体", z.enum(["group", "school", "person"])),
      unit: titled("单位", z.enum(["times", "minutes", "half-days", "days"])),
      atLeast: titled("每期下限", idText()),
    }),
  ] as const;
}

/** 规则: the closed union of rule kinds. */
export function ruleUnion() {
  return titled("规则", z.discriminatedUnion("kind", [...measuredRules(), coverageRule(), ...workRules()]));
}
