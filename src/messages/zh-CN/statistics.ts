import type { StatisticsIssueParams } from "../../statistics/index.js";
import type { Sentences } from "../sentences.js";

/** 统计计算的提示语。数据行自1计。 */
export const statistics: Sentences<StatisticsIssueParams> = {
  "value-not-finite": ({ column, row }) => `“${column}”第${row + 1}行不是有效数字，请更正或删除该行。`,
  "column-length-differs": ({ column, expected, received }) => `“${column}”有${received}行，应为${expected}行，请核对各列行数是否一致。`,
  "too-few-rows": ({ rows, needed }) => `仅有${rows}行数据，至少需要${needed}行；请补充数据或减少自变量。`,
  "constant-column": ({ column }) => `“${column}”各行取值相同，无法估计其影响；请将其移出模型。`,
  "collinear-column": ({ column, columns }) => `“${column}”可由“${columns}”完全推算（共线），无法分别估计；请去掉其中一列。`,
  "weight-not-positive": ({ row, weight }) => `第${row + 1}行的权重为${weight}，权重应大于0；请更正或删除该行。`,
  "no-residual-freedom": ({ rows, parameters }) =>
    `数据${rows}行、参数${parameters}个，没有剩余自由度，无法给出标准误；请补充数据或减少自变量。`,
  "residuals-all-zero": ({ rows }) => `全部${rows}行的残差均为0，因变量可由自变量完全推算；请核实是否误将其换算值列为自变量。`,
  "too-few-groups": ({ groups, needed }) => `仅有${groups}个组，至少需要${needed}个组。`,
  "groups-fewer-than-parameters": ({ groups, parameters }) =>
    `聚类共${groups}个，少于参数个数${parameters}；各系数的标准误仍可使用，但不能对全部系数作联合检验。`,
  "leverage-one": ({ row }) => `第${row + 1}行单独决定一个系数，HC3标准误不存在；请改用其他标准误或合并类别。`,
  "cluster-scores-vanish": ({ column }) =>
    `各聚类的残差对“${column}”的作用均相互抵消，其聚类稳健标准误无法确定；请改用其他标准误或增加聚类。`,
  "result-too-large": ({ column }) => `由“${column}”算出的数值超出可表示范围，无法给出结果；请改用其他计量单位。`,
  "figure-too-large": ({ column }) => `由“${column}”算出的方差或协方差超出可表示范围，不予列出；请改用其他计量单位。`,
};
