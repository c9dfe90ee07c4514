import type { BalanceReportSentences } from "../balance-report-sentences.js";

/** 报告中资源配置均衡部分的表述。 */
export const balanceReport: BalanceReportSentences = {
  title: "资源配置均衡",
  note: "按学段测算七项指标及其差异系数，差异系数以学生数加权。表中数值经四舍五入，判定所用数值未经舍入；判定结论见政策规定的落实情况部分。",
  stage: { primary: "小学", junior: "初中" },
  spreadHeader: ["指标", "有数据学校数", "最低至最高", "全域平均", "差异系数"],
  school: "学校",
  indicator: ({ number }) => `指标${number}`,
  open: "差异系数未能全部得出，尚缺：",
  leftOut: ({ school, why }) => `${school}未纳入测算：${why}。`,
  exclusion: {
    "special-education": "特殊教育学校",
    vocational: "职业学校",
    "small-teaching-point": "学生数不足的教学点",
    outside: "不属于本区域",
    "not-there": "当日未开办或已停办",
  },
};
