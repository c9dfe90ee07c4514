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
    category: "类别",
    rank: "名次及名次区间",
  },
  rankOf: ({ rank, low, high, schools }) => `第${rank}名（第${low}至第${high}名，共${schools}所学校）`,
  ownDeviation: "本校与集团之差（标准误）",
};
