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
};
