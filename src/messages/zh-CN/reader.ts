import type { ReaderSentences } from "../reader-sentences.js";

/** 学校版报告的表述。 */
export const reader: ReaderSentences = {
  title: ({ school, district }) => `${school}评估报告（${district}）`,
  peer: ({ letters }) => `学校${letters}`,
  ownGroup: ({ letters }) => `所在集团${letters}`,
  otherSchool: "其他学校",
  otherGroup: "其他集团",
  scope: "本报告仅列本校及所在集团的情况；其他学校以字母代称，名称中含有其他学校校名的集团亦同。",
  ownGroups: "所在集团",
  noGroup: "数据文件未载明本校参加任何集团。",
  notCompared: "本校没有参加比较的学生。",
  valueAddedHeader: ["项目", "本校"],
  own: {
    pupils: "学生数",
    intake: "入口成绩（全区标准分）",
    estimate: "增值",
    interval: "增值区间",
    shrunken: "收缩后增值",
    judged: "类别判定所依据的区间",
    category: "类别",
    rank: "名次及名次区间",
  },
  rankOf: ({ rank, low, high, schools }) => `第${rank}名（第${low}至第${high}名，共${schools}所学校）`,
  areaTooSmall: "公布结果的学校不足三所，由本校结果可推算另一所学校的结果，学校版报告不予显示；结果由教育行政部门掌握。",
  withheld: "不予显示",
  withheldReason: {
    "group-too-small": "集团内公布结果的学校不足三所，由集团数值和本校结果可推算另一所学校的结果，有关数值不予显示。",
    "peer-derivable": "不予显示的数值与已显示的数值合并，可推算集团内另一所学校（一般为牵头校）的结果。",
  },
  ownScoresOnly: "得分含增值结果，由其他学校和集团的得分可推算其增值，仅显示本校得分。",
  ownDeviation: "本校与集团之差（标准误）",
};
