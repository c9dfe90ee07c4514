import type { FitIssueParams } from "../../statistics/index.js";
import type { Sentences } from "../sentences.js";

const reasons: Readonly<Record<FitIssueParams["rows-refused"]["reason"], string>> = {
  "not-a-number": "不是数字",
  infinite: "为无穷大",
  "too-far": "超出该列网格所及范围",
  "weight-not-positive": "不大于0",
  "no-group": "为空",
};

const levels = { group: "组", upper: "上级单位" } as const;

/** 精确统计与多层模型的提示语。 */
export const statisticsFits: Sentences<FitIssueParams> = {
  "rows-refused": ({ column, reason, count, row }) =>
    `有${count}行因“${column}”${reasons[reason]}未计入（首行为第${row + 1}行），请更正，或确认剔除。`,
  "designs-differ": () => `两份统计量的列、网格、层级或权重不一致，不能合并；请按同一设计重新汇总。`,
  "not-contained": ({ rows }) => `拟扣除的${rows}行未曾计入，未作任何改动；请核对已计入的数据。`,
  "statistics-unreadable": ({ reason }) => `已存统计量无法读取（${reason}），请由原始数据重新汇总。`,
  "fixed-column-constant": ({ column }) => `“${column}”各行取值相同，无法估计其影响；请将其移出模型。`,
  "fixed-column-collinear": ({ column, columns }) => `“${column}”可由常数项与“${columns}”完全推算（共线），无法分别估计；请去掉其中一列。`,
  "fixed-column-nearly-collinear": ({ column, columns, digits }) =>
    `“${column}”与常数项和“${columns}”几乎共线，含随机斜率的模型将损失约${digits}位有效数字（共16位）；请以各列之差代替其中一列。`,
  "rows-too-few": ({ rows, needed }) => `仅有${rows}行数据，模型至少需要${needed}行；请补充数据或减少自变量。`,
  "units-too-few": ({ level, units, needed }) =>
    `仅有${units}个${levels[level]}，估计其方差至少需要${needed}个；请补充，或从模型中去掉该层。`,
  "level-not-separable": ({ level }) =>
    level === "group"
      ? `每组仅有一行数据，组间与组内差异无法区分；请从模型中去掉该层。`
      : `每个上级单位仅有一个组，两层差异无法区分；请去掉其中一层。`,
  "residuals-zero": ({ response }) => `“${response}”可由分组与自变量完全推算，没有剩余差异可供估计；请核实是否误将其换算值列为自变量。`,
  "singular-fit": ({ component }) =>
    `${component === "upper" ? "上级单位" : "组"}之间的方差估计为0（或随机效应完全相关）；结果有效，但该层效应不提供固定效应之外的信息。`,
  "not-converged": ({ evaluations, gradientNorm }) =>
    `迭代${evaluations}次后停止，梯度范数为${gradientNorm}，尚未达到精度要求；请增加迭代次数或简化模型。`,
};
