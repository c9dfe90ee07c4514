import type { SchoolFiguresSentences } from "../school-figures-sentences.js";

/** 学校汇总数据部分的表述。 */
export const schoolFigures: SchoolFiguresSentences = {
  title: "学校汇总数据（均值与等级）",
  note: {
    "means-regression": ({ after }) => `${after}届各校平均分：以入口均值按精度加权拟合期望线，出口均值与期望之差为增值。`,
    "cohort-change": ({ before, after }) =>
      `${before}届与${after}届各校平均分，前后为不同学生：后一届均值减前一届均值，各以本届全域为参照。`,
    "grade-distribution": ({ after }) => `${after}届各校各等级人数。没有入口成绩，不作排序。`,
    "grade-change": ({ before, after }) => `前后两次（${before}、${after}）各校学生在全域等级中的位置。等级只有先后，不折算为分数。`,
  },
  noErrors: "缺少标准差，不能估计误差，不给出区间、类别和名次。",
  residualHeader: ["学校", "学生", "入口均值", "出口均值", "期望出口均值", "出口减期望（分）"],
  meansHeader: ["学校", "前一届人数", "后一届人数", "前一届均值", "后一届均值", "可发现的最小变化"],
  spreadLent: ({ count }) => `${count}所学校未提供标准差，以其他学校合并的标准差代替。`,
  pupils: "学生",
  atOrAbove: ({ grade }) => `${grade}等及以上`,
  standing: "平均位置（全域为0.5）",
  superiority: "高于其他学校一名学生的机会",
  separated: "等级互不重叠，不给出区间",
  gradeSharesNote: "各等级及以上学生占比，前→后，并列变化的区间：",
  cannotTell: "上述数据不能说明的事项：",
};
