import type { EvaluationIssueParams } from "../../evaluation/index.js";
import type { Sentences } from "../sentences.js";

/** 考核评价的提示语。 */
export const evaluation: Sentences<EvaluationIssueParams> = {
  "matrix-shape": ({ rows }) => `判断矩阵应为方阵，行数与指标数一致且不超过10行，现为${rows}行；请更正。`,
  "judgement-invalid": ({ row, column }) => `判断矩阵第${row}行第${column}列不是大于0的数，请按1至9标度及其倒数填写。`,
  "matrix-not-reciprocal": ({ row, column }) => `判断矩阵第${row}行第${column}列与其对称位置的数不互为倒数，请核对两处判断。`,
  "judgements-inconsistent": ({ ratio, limit }) => `判断矩阵一致性比率为${ratio}，超过${limit}，各项判断相互矛盾；请重新比较后再计算权重。`,
  "entropy-value-invalid": ({ row, indicator }) => `第${row}行指标“${indicator}”的数值应为不小于0的数，熵权法不适用于负数；请更正。`,
  "entropy-row-shape": ({ row, expected }) => `第${row}行应有${expected}个数值，请补齐或删除多余的数值。`,
  "entropy-too-few": ({ subjects, indicators }) => `熵权法至少需要2个评价对象和1项指标，现有${subjects}个对象、${indicators}项指标。`,
  "entropy-without-spread": () => `各评价对象在所有指标上均无差异，熵权法无法确定权重；请改用其他方法。`,
  "entropy-rewards-spread": ({ indicator, weight }) =>
    `指标“${indicator}”的熵权为${weight}，超过一半。熵权反映差异大小而非重要程度，请审慎使用。`,
  "weights-empty": () => `没有需要确定权重的指标，请至少提供一项。`,
};
