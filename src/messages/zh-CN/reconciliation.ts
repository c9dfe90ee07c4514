import type { ReconciliationOutcome, ReconciliationParams, UncheckedReason } from "../../validation/index.js";
import type { Sentences } from "../sentences.js";

/** 核对结论。 */
export const reconciliationOutcomes: Readonly<Record<ReconciliationOutcome, string>> = {
  agrees: "相符",
  contradicts: "不符",
  "cannot-be-checked": "无法核对",
};

/** 无法核对的原因。 */
export const uncheckedReasons: Readonly<Record<UncheckedReason, string>> = {
  unreadable: "有关数字无法读取或原文只给约数",
  "sign-missing": "占比大于1而未带百分号，是否为百分数无从判断",
  "whole-is-zero": "总数为零，占比没有意义",
  "populations-differ": "统计对象可能不同",
  "list-partial": "数据文件名单不完整",
};

const measures: Readonly<Record<string, string>> = {
  pupils: "学生数",
  staff: "教职工数",
  teachers: "专任教师数",
  groups: "集团数",
  schools: "学校数",
  kindergartens: "幼儿园数",
  "exchanged-teachers": "交流教师数",
  "backbone-teachers": "骨干教师数",
  counties: "县（市、区）数",
};

const parts: Readonly<Record<string, string>> = {
  kindergarten: "学前",
  primary: "小学",
  junior: "初中",
  senior: "普通高中",
  vocational: "中等职业",
  special: "特殊教育",
  public: "公办",
  private: "民办",
};
const nameIn = (names: Readonly<Record<string, string>>, id: string): string => (Object.hasOwn(names, id) ? (names[id] ?? id) : id);
const nameOf = (measure: string): string => nameIn(measures, measure);
const range = (both: readonly [string, string] | undefined): string =>
  both === undefined ? "不详" : both[0] === both[1] ? both[0] : `${both[0]}至${both[1]}`;

/** 公布数据核对：所核对的事项，结论另列。 */
export const reconciliation: Sentences<ReconciliationParams> = {
  "parts-and-total": ({ measure, parts: figures, sum, total, apart }) =>
    `${nameOf(measure)}各分项（${figures.join("、")}）${sum === undefined ? "无从合计" : `合计${sum}`}，公布总数${total}${apart === undefined || apart === "0" ? "" : `，相差${apart}`}。`,
  "implied-wholes": ({ measure, total, parts: added }) =>
    `由数量与占比反推全区${nameOf(measure)}：按总计为${range(total)}，按各分项相加为${range(added)}。`,
  "share-among-parts": ({ measure, share, parts: shares }) =>
    `${nameOf(measure)}总占比${share}，各分项占比${shares.join("、")}；总占比应介于各分项占比最低值与最高值之间。`,
  "count-in-file": ({ measure, part, published, held }) =>
    `公布${nameOf(measure)}${part === undefined ? "" : `（${nameIn(parts, part)}）`}为${published}，数据文件所载为${held}。`,
  "repeated-figure": ({ measure, part, first, second }) =>
    `${nameOf(measure)}${part === undefined ? "" : `（${nameIn(parts, part)}）`}公布两次，分别为${first}和${second}。`,
  "same-number": ({ measure, first, second }) =>
    `原文两处所载同一${Object.hasOwn(measures, measure) ? nameOf(measure) : "数字"}分别为${first}和${second}。`,
  "share-of-counts": ({ share, part, whole, computed }) =>
    `公布占比${share}；${part}除以${whole}，${computed === undefined ? "无从计算" : `为${computed}`}。`,
};
