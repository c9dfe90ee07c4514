import type { ComparisonSentences } from "../comparison-sentences.js";

/** 评估对比的表述。 */
export const comparison: ComparisonSentences = {
  title: ({ name }) => `${name}两次评估对比`,
  cause: { day: "评估日期", policy: "政策", membership: "成员关系", data: "数据", library: "软件版本" },
  part: {
    validation: "数据核验",
    reconciliation: "公布数据核对",
    coverage: "覆盖目标",
    compliance: "政策规定的落实情况",
    balance: "资源配置均衡",
    rotation: "交流轮岗",
    evaluation: "考核评价",
  },
  figure: {
    usable: "数据文件可用",
    errors: "错误项数",
    warnings: "警示项数",
    notices: "提示项数",
    outcome: "核对结果",
    overall: "综合结论",
    conclusion: "结论",
    verdict: "判定",
    "verdict-if-due": "按目前情况预判",
    operand: "数值",
    "listed-covered": "名单所载已覆盖学校数",
    "listed-whole": "名单所载学校总数",
    "listed-share": "名单所载覆盖率",
    "published-share": "公布数据覆盖率",
    "published-needed": "达到目标所需学校数",
    "published-reached": "按公布数据是否达到目标",
    "resource-indicator": "学校指标",
    "difference-coefficient": "差异系数",
    eligible: "符合交流条件教师数",
    exchanged: "交流教师数",
    backbone: "交流骨干教师数",
    "own-score": "自身得分",
    grade: "等级",
    "bundled-score": "捆绑得分",
    "group-score": "集团得分",
  },
  days: ({ before, after }) =>
    before === after ? `两次评估均反映截至${after}的情况。` : `前次评估反映截至${before}的情况，本次评估反映截至${after}的情况。`,
  order: ({ causes }) => `变动原因按${causes}的次序逐项替换后重新计算，各项影响之和等于总变动；多项原因共同造成的影响计入次序在后的一项。`,
  notAttributed: ({ causes }) =>
    `仅凭两份报告不能区分变动原因。${causes === undefined ? "两份报告所载依据相同，数据是否变动，报告未载明。" : `两份报告载明的差异：${causes}；数据是否变动，报告未载明。`}`,
  nothing: "两次评估的数值和结论没有变动。",
  counted: ({ count }) => `共有${count}项变动。`,
  change: ({ what, before, after, difference, steps }) =>
    `${what}：由${before}变为${after}${difference === undefined ? "" : `（${difference}）`}${steps === undefined ? "" : `。原因：${steps}`}。`,
  step: ({ causes, before, after, difference }) => `${causes}，${difference ?? `由${before}变为${after}`}`,
  difference: ({ low, high }) => {
    const moved = (number: string) => (number === "0" ? "不变" : number.startsWith("-") ? `减少${number.slice(1)}` : `增加${number}`);
    if (high === low) return moved(low);
    return `下限${moved(low)}${high === undefined ? "" : `，上限${moved(high)}`}`;
  },
  points: ({ number }) => `${number}个百分点`,
  absent: "无",
  and: "和",
  stepSeparator: "；",
};
