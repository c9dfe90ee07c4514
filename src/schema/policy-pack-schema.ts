import * as z from "zod";
import { POLICY_PACK_FORMAT } from "../policy/index.js";
import { unitWord } from "./closed-words.js";
import { legalForm } from "./district-parts.js";
import { certainty, citations, label, note, ruleUnion } from "./rule-schema.js";
import { citation, count, dayText, districtCode, figureText, idText, lineText, list, partialDateText, term, titled } from "./texts.js";

function source() {
  return z.strictObject({
    id: titled("来源编号", idText()),
    title: titled("标题", term()),
    force: titled("效力", z.enum(["binding", "guidance", "trial", "draft", "plan", "reported-practice"])),
    issuer: titled("发文机关", term().optional()),
    number: titled("文号", lineText().optional()),
    issuedOn: titled("成文日期", partialDateText().optional()),
    citedIn: titled("转引自", idText().optional()),
    note: note(),
  });
}

function datedValues() {
  const basis = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("policy"), citations: citations() }),
    z.strictObject({ kind: z.literal("caller") }),
    z.strictObject({ kind: z.literal("library"), why: titled("理由", term()) }),
  ]);
  const value = z.strictObject({
    from: titled("施行日期", dayText().optional()),
    until: titled("废止日期（不含当日）", dayText().optional()),
    value: titled("数值", figureText()),
    basis: titled("依据", basis),
  });
  return titled("数值", list(value));
}

function parameter() {
  return z.strictObject({
    id: titled("参数编号", idText()),
    label: label(),
    unit: titled("单位", unitWord()),
    values: datedValues(),
    citations: titled("出处", list(citation()).optional()),
    certainty: certainty(),
    note: note(),
  });
}

function frameworkItem() {
  return { id: titled("项目编号", idText()), label: label(), measures: titled("对应规则", list(idText()).optional()) };
}

function framework() {
  return z.strictObject({
    id: titled("框架编号", idText()),
    label: label(),
    kind: titled("框架类别", z.enum(["phases", "unifications", "goals", "activities"])),
    citations: citations(),
    items: titled("项目", list(z.strictObject(frameworkItem()))),
    announced: titled("原文所称项数", count().optional()),
    open: titled("是否以“等”收尾", z.boolean().optional()),
    note: note(),
  });
}

function evaluation() {
  const dimension = z.strictObject({ ...frameworkItem(), weight: titled("权重（参数编号）", idText().optional()) });
  return z.strictObject({
    id: titled("考核编号", idText()),
    label: label(),
    citations: citations(),
    of: titled("考核对象", z.enum(["group", "lead", "member", "school", "support"])),
    per: titled("考核周期", z.enum(["month", "half-year", "school-year", "calendar-year"]).optional()),
    method: titled("考核方式", z.enum(["quantitative", "qualitative"]).optional()),
    principle: titled("原则", term().optional()),
    dimensions: titled("维度", list(dimension)),
    open: titled("是否以“等”收尾", z.boolean().optional()),
    uses: titled("结果运用", term().optional()),
  });
}

function form() {
  return z.strictObject({
    id: titled("办学模式编号", idText()),
    label: label(),
    citations: citations(),
    legalForm: titled("法人形式", legalForm().optional()),
    features: titled("特征", list(term()).optional()),
  });
}

function governanceItem() {
  const kinds = ["body", "post", "document", "fund", "power", "practice"] as const;
  return z.strictObject({
    id: titled("治理事项编号", idText()),
    kind: titled("类别", z.enum(kinds)),
    label: label(),
    citations: citations(),
  });
}

function exchangeKind() {
  const attributes = z.strictObject({
    purpose: titled("目的", z.enum(["lead", "teach", "learn", "visit", "mentor"]).optional()),
    load: titled("工作量", z.enum(["full-time", "days-per-week", "occasional"]).optional()),
    role: titled("岗位", z.enum(["teacher", "principal", "vice-principal", "party-secretary", "middle-manager"]).optional()),
  });
  return z.strictObject({
    id: titled("交流方式编号", idText()),
    label: label(),
    citations: titled("出处", list(citation()).optional()),
    attributes: titled("属性", attributes.optional()),
  });
}

function statement() {
  const figure = z.strictObject({ label: label(), value: titled("原文数字", lineText()) });
  return z.strictObject({
    id: titled("陈述编号", idText()),
    citations: citations(),
    text: titled("原文", term()),
    certainty: certainty(),
    figures: titled("数字", list(figure).optional()),
  });
}

function buildPolicyPackSchema() {
  const jurisdiction = z.strictObject({ code: titled("行政区划代码", districtCode()), label: label() });
  const setting = z.strictObject({ parameter: titled("参数编号", idText()), values: datedValues() });
  return titled(
    "政策包",
    z.strictObject({
      format: titled("数据格式", z.literal(POLICY_PACK_FORMAT)),
      id: titled("政策包编号", idText()),
      version: titled("版本", lineText()),
      label: label(),
      jurisdiction: titled("适用区域", jurisdiction),
      knownUntil: titled("核实日期", dayText().optional()),
      sources: titled("来源", list(source())),
      parameters: titled("参数", list(parameter()).optional()),
      rules: titled("规则", list(ruleUnion()).optional()),
      frameworks: titled("框架", list(framework()).optional()),
      evaluations: titled("考核评价", list(evaluation()).optional()),
      forms: titled("办学模式", list(form()).optional()),
      governanceItems: titled("治理事项", list(governanceItem()).optional()),
      exchangeKinds: titled("交流方式", list(exchangeKind()).optional()),
      statements: titled("原文陈述", list(statement()).optional()),
      sets: titled("参数设定", list(setting).optional()),
    }),
  );
}

/** 政策包. The zod schema of a policy pack kept as JSON: strict, without recursion, every text and list of bounded length. */
export const policyPackSchema = /* @__PURE__ */ buildPolicyPackSchema();
