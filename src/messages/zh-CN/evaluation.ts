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
  "item-duplicate": ({ item }) => `指标编号“${item}”重复，请为每项指标使用唯一编号。`,
  "item-parent-missing": ({ item, parent }) => `指标“${item}”的上级“${parent}”不存在或不是合成指标，请更正上级编号。`,
  "item-circular": ({ item }) => `指标“${item}”的上级关系构成循环，请更正。`,
  "system-root": ({ roots }) => `指标体系应有且仅有一个总指标（无上级的合成指标），现有${roots}个。`,
  "item-without-children": ({ item }) => `合成指标“${item}”没有可计分的下级指标，请补充或删除该指标。`,
  "weights-missing": ({ parent, items }) => `“${parent}”的下列下级指标没有权重：${items}。请由使用单位设定，或指明采用的赋权方法。`,
  "weight-invalid": ({ item }) => `指标“${item}”的权重应为不小于0的数，请更正。`,
  "weights-sum": ({ parent, sum }) => `“${parent}”各下级指标权重之和为${sum}，应等于1；请更正。`,
  "scoring-invalid": ({ item, place }) => `指标“${item}”的计分设置“${place}”无效，请核对数值及上下限。`,
  "scoring-direction": ({ item }) => `指标“${item}”的计分方向与指标方向相反，请核对。`,
  "scoring-depends-on-best": ({ item }) => `指标“${item}”按与最优对象之比计分，全体得分取决于最优的一个对象，请审慎使用。`,
  "grades-order": ({ grade }) => `等级“${grade}”的界限次序有误：各等级应由高到低排列，最低等级不设下限。`,
  "rounding-invalid": ({ place }) => `指标体系的修约设置“${place}”无效：修约方式应为规定方式之一，小数位数应为0至100的整数，请更正。`,
  "veto-grade-unknown": ({ item, grade }) => `一票否决项“${item}”所限等级“${grade}”不在等级表中，请更正。`,
  "observation-unknown-indicator": ({ indicator }) => `观测数据中的指标“${indicator}”不在指标体系中，请核对编号。`,
  "observation-contradicts": ({ indicator, subject, period }) =>
    `“${subject}”的指标“${indicator}”在${period}有两个不同的数值，均不采用，请核实后保留其一。`,
  "observation-invalid": ({ indicator, subject, value }) =>
    `“${subject}”指标“${indicator}”的数值“${value}”无效，请按计分设置填写数值或类别。`,
  "value-outside-bounds": ({ indicator, subject }) =>
    `“${subject}”指标“${indicator}”本期或基期数值超出可能的最低值和最高值，请核对量纲是否一致。`,
  "baseline-of-one-period": ({ item, period }) =>
    `指标“${item}”仅以${period}一期为起点，当期偶然偏高者其后易现回落（均值回归）；请以多期均值为起点。`,
  "observation-error-invalid": ({ indicator, subject, period, error }) =>
    `“${subject}”指标“${indicator}”在${period}的标准误“${error}”不是大于或等于0的数，请更正；更正前该数值按固定值处理。`,
  "observation-unit": ({ indicator, subject, period, unit, expected }) =>
    `“${subject}”指标“${indicator}”在${period}的单位为“${unit}”，应为“${expected}”；请换算后填报。`,
  "survey-out-of-range": ({ indicator, subject, value }) => `“${subject}”调查指标“${indicator}”的数值${value}超出量表范围，请核实。`,
  "survey-response-low": ({ indicator, subject, response }) =>
    `“${subject}”调查指标“${indicator}”的应答率为${response}，低于规定的最低应答率，不予计分。`,
  "survey-response-impossible": ({ indicator, subject }) => `“${subject}”调查指标“${indicator}”的应答人数多于调查人数，请核实。`,
  "value-negative": ({ indicator, subject }) => `“${subject}”指标“${indicator}”得分为负，不能用于几何平均或调和平均；请调整计分方法。`,
  "bundle-part-invalid": ({ place }) => `捆绑考核办法中“${place}”应为0至1之间的数，请更正。`,
  "bundle-exposure-invalid": ({ group, school }) => `集团“${group}”学校“${school}”的在集团时间比例应为0至1之间的数，请更正。`,
  "bundle-school-twice": ({ group, school }) => `学校“${school}”在集团“${group}”中重复出现，请删除重复项。`,
  "bundle-pupils-missing": ({ group, school }) => `按学生数加权需要集团“${group}”各校学生数，学校“${school}”尚缺，请补充。`,
  "leaf-forbidden": ({ item, rule }) => `指标“${item}”所计分的内容为规则“${rule}”所禁止，不得用于评价，请删除。`,
  "leaf-not-for-reward": ({ item, rule }) => `指标“${item}”以考试成绩为依据，可用于诊断；依规则“${rule}”，不得据以奖励。`,
  "leaf-names-examination": ({ item, word, rule }) => `指标“${item}”含有“${word}”字样，请核对是否属于规则“${rule}”禁止的评价内容。`,
  "template-leaf-without-scoring": ({ item }) => `模板中指标“${item}”为定性评价，未设计分办法；设定前不纳入指标体系。`,
  "template-leaf-without-resource": ({ item }) => `指标“${item}”须指明所用办学资源方可测算，请指明资源或直接填报数值。`,
  "survey-response-unknown": ({ indicator, subject }) => `“${subject}”调查指标“${indicator}”未填调查人数和应答人数，请补填。`,
  "observation-from-two-sources": ({ indicator, subject, period }) =>
    `“${subject}”的指标“${indicator}”在${period}既由使用单位填报，又由本次评估测算，请保留一个来源。`,
  "interval-reaches-ceiling": ({ indicator, subject, period }) =>
    `“${subject}”的指标“${indicator}”在${period}只有区间值，且可能已达最高可能值，起点达到最高可能值的按水平计分，区间两端不能确定得分的上下限，现按缺失处理，请补齐数据。`,
  "interval-among-peers": ({ indicator, subject, period }) =>
    `“${subject}”的指标“${indicator}”在${period}只有区间值，该指标与其他学校比较计分，区间两端不能确定得分的上下限，现按缺失处理，请补齐数据。`,
  "bundle-score-contradicts": ({ school }) => `学校“${school}”有两个互相矛盾的自身得分，请核对后只保留一个。`,
  "bundle-group-twice": ({ group }) => `集团标识“${group}”重复出现，请更正标识或删除重复的集团。`,
  "bundle-score-invalid": ({ school }) => `“${school}”的得分不是有效数字，请更正。`,
};
