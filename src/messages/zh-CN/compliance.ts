import type { ComplianceIssueParams } from "../../compliance/index.js";
import type { Sentences } from "../sentences.js";

/** 合规检查的提示语。 */
export const compliance: Sentences<ComplianceIssueParams> = {
  "district-without-lists": ({ list }) => `区域数据缺少${list === "schools" ? "学校" : "集团"}名单，无法检查；请按模板补充。`,
  "date-unreadable": ({ of }) => `“${of}”的日期无法识别，相关事项按不详处理；请按“2023-12-31”“2023-09”或“2023”的形式填写。`,
};
