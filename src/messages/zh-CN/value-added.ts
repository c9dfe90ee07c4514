import type { LeftOutReason, SchoolLeftOutReason, ValueAddedIssueParams } from "../../value-added/index.js";
import type { Sentences } from "../sentences.js";

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  "missing-id": "缺学生编号",
  "missing-school": "缺所在学校",
  "missing-prior": "缺入口成绩",
  "missing-outcome": "缺出口成绩",
  "not-a-number": "成绩不是有效数字",
  "prior-out-of-range": "入口成绩超出分值范围",
  "outcome-out-of-range": "出口成绩超出分值范围",
  "prior-off-grid": "入口成绩不合分值步长",
  "outcome-off-grid": "出口成绩不合分值步长",
  "duplicate-id": "同一编号对应不同数据",
  "repeated-row": "记录重复",
  "other-cohort": "不属本届",
  moved: "入学时在其他学校就读",
};

const SCHOOL_REASONS: Readonly<Record<SchoolLeftOutReason, string>> = {
  "missing-school": "缺学校编号",
  "other-cohort": "不属本届",
  "pupils-unusable": "学生人数不是正整数",
  "missing-mean": "缺平均分",
  "mean-out-of-range": "平均分超出分值范围",
  "sd-unusable": "标准差不可能成立",
  "counts-unusable": "等级人数不完整或不是整数",
  "unknown-grade": "出现未列明的等级",
  "duplicate-school": "同一学校重复出现",
};

/** 增值评价的提示语。 */
export const valueAdded: Sentences<ValueAddedIssueParams> = {
  "pupils-left-out": ({ reason, count, row }) =>
    `有${count}名学生因${REASONS[reason]}未纳入计算（首见于第${row + 1}条记录）；请补正数据，或随结果一并说明人数。`,
  "marks-off-grid": ({ examination, step, fits, count, row }) =>
    `有${count}名学生的${examination === "entrance" ? "入口" : "出口"}成绩不合分值步长${step}（首见于第${row + 1}条记录），未纳入计算；${
      fits === null ? "请按该考试的计分规则修约" : `如系折算或加权成绩，请将该考试的步长设为${fits}`
    }。`,
  "same-examination": ({ examination }) => `入口与出口为同一考试“${examination}”；增值评价须使用两次不同的考试。`,
  "examinations-out-of-order": ({ entrance, exit }) => `出口考试日期（${exit}）不晚于入口考试日期（${entrance}），请更正。`,
  "cohort-mismatch": ({ expected, found, count, row }) =>
    `有${count}条记录不属“${expected}”届（如第${row + 1}条属“${found}”届），未纳入计算；请按届分别读取。`,
  "school-under-two-ids": ({ first, second }) => `“${first}”与“${second}”系同一学校的两个编号，请统一编号，或将其一列为别名。`,
  "tested-share-low": ({ school, tested, onRoll, leastShare }) =>
    `学校“${school}”应考${onRoll}人，实际参评${tested}人，参评比例低于设定的${Math.round(leastShare * 1000) / 10}%；使用结果前请核实缺考情况。`,
  "pupils-too-few": ({ pupils, needed }) => `可纳入计算的学生仅${pupils}人，至少需要${needed}人。`,
  "schools-too-few": ({ schools, needed }) => `可纳入计算的学校仅${schools}所，至少需要${needed}所。`,
  "scores-constant": ({ examination }) => `${examination === "entrance" ? "入口" : "出口"}成绩全部相同，无法换算标准分，请核实该列数据。`,
  "residuals-without-spread": ({ schools }) => `${schools}所学校校内均无差异，无法估计标准误；请核实两次成绩是否由同一数据换算而来。`,
  "fit-not-possible": ({ reason }) => `现有数据无法拟合该模型（${reason}），请改用较简单的方法或增加学校。`,
  "reliability-too-low": ({ reliability }) => `入口成绩信度取${reliability}时，推算的校内真实差异不大于0，无法计算，请核实该数值。`,
  "cohort-below-minimum": ({ school, minimum }) =>
    `学校“${school}”学生不足${minimum}人，其统计量不得对外提供；请与其他学校合并报送，或不予报送。`,
  "pupils-added-twice": ({ school }) => `学校“${school}”的学生此前已经加入（人数、总和与乘积之和完全一致），每份数据只应加入一次。`,
  "group-given-twice": ({ group }) => `有两个集团的编号同为“${group}”，请分别编号，或合并其成员记录。`,
  "pupil-designs-differ": ({ mine, theirs }) => `届别或考试设置不一致（本方${mine}，对方${theirs}），不能合并；请按同一设置读取。`,
  "pupil-statistics-unreadable": ({ reason }) => `所存学生统计量无法读取（${reason}），请重新报送。`,
  "suppression-recoverable": ({ minimum, hidden }) =>
    hidden === 1
      ? `仅有一处因学生不足${minimum}人而隐去，其结果可由其他结果与全域数据反推；公布前请再隐去一所学校，或不公布全域数据。`
      : `有${hidden}处因学生不足${minimum}人而隐去，但其中一方可由已公布的结果与全域数据推知其余各方；公布前请再隐去一所学校，或不公布全域数据。`,
  "membership-outside-cohort": ({ group, school, from, until }) =>
    `学校“${school}”在集团“${group}”的成员期不在本届就读年限（${from}至${until}）之内，不予计入；请核对日期。`,
  "membership-unusable": ({ group, row }) =>
    `集团“${group}”的第${row + 1}条成员记录缺学校、缺角色或日期无效（含集团成立、撤销日期），未予计入；请更正。`,
  "school-without-estimate": ({ group, school }) =>
    group === null
      ? `学校“${school}”没有可公布的估计值：该校学生人数不足，或不在结果之中。`
      : `集团“${group}”的学校“${school}”没有可公布的估计值，未计入集团结果。`,
  "school-not-compared": ({ school, list, reason }) =>
    reason === "not-in-results"
      ? `${list === "joined" ? "加入学校" : "不参与比较学校"}名单中的“${school}”不在任何一届结果之中，请更正学校编号。`
      : `加入学校“${school}”并非各届均有可公布的估计值，未计入加入效果。`,
  "group-without-estimate": ({ group }) => `集团“${group}”各校均无估计值，无法给出集团结果。`,
  "band-table-gap": ({ at }) => `分段表在${at}处有空缺或重叠，各段应首尾相接。`,
  "band-unusable": ({ band }) => `第${band + 1}段没有可用的期望值或学生过少，请更正或减少分段。`,
  "columns-unequal": ({ column, length, expected }) =>
    `“${column}”列有${length}项，学生编号有${expected}项，长度不一致；请核对后重新提供。`,
  "schools-left-out": ({ reason, count, row }) =>
    `有${count}所学校的记录因${SCHOOL_REASONS[reason]}未纳入计算（首见于第${row + 1}行）；请补正数据，或随结果一并说明。`,
  "school-in-one-reading": ({ school, missing }) =>
    `学校“${school}”缺${missing === "before" ? "前一次" : "后一次"}数据，未纳入计算；请补报，或说明原因。`,
  "cohorts-differ": ({ entrance, exit }) => `入口数据属“${entrance}”届，出口数据属“${exit}”届，不是同一届学生；请改用两届比较。`,
  "cohorts-alike": ({ cohort }) => `前后两次数据同属“${cohort}”届，不构成两届比较；同一届的入口与出口请改用学校均值回归。`,
  "candidates-differ": ({ entrance, exit }) => `入口考生${entrance}人、出口考生${exit}人，人数不同，名次不可直接相减；请改用百分位次。`,
  "candidates-incomplete": ({ examination, missing }) =>
    `有${missing}名学生的${examination === "entrance" ? "入口" : "出口"}成绩不在全体考生成绩之中；请提供包括这些学生在内的全体考生成绩。`,
  "results-not-comparable": ({ mine, theirs }) => `两项结果的方法、量尺或考试不一致（${mine}；${theirs}），不能比较；请按同一口径计算。`,
};
