import type { BalanceIssueParams } from "../../balance/index.js";
import type { Sentences } from "../sentences.js";

/** 均衡测算的提示语。 */
export const balance: Sentences<BalanceIssueParams> = {
  "no-units": () => `没有可供比较的学校，请至少提供一所学校的学生数和资源总量。`,
  "unit-without-pupils": ({ id }) => `学校“${id}”学生数为0，无法计算生均值；请核实学生数，或不将该校纳入计算。`,
  "invalid-pupils": ({ id }) => `学校“${id}”的学生数应为不小于0的整数，请更正。`,
  "invalid-total": ({ id }) => `学校“${id}”的资源总量不是有效数字，请更正。`,
  "negative-total": ({ id }) => `学校“${id}”的资源总量为负数（或为相对均值的偏差），差异系数对此没有意义；请填报实际总量。`,
  "zero-mean": () => `各校资源总量均为0，无法计算差异程度。`,
  "zero-total": ({ id }) => `学校“${id}”的资源总量为0，泰尔L指数对0没有定义；可改用泰尔T指数或基尼系数。`,
  "duplicate-unit": ({ id }) => `学校“${id}”重复出现，请合并或删除重复记录。`,
};
