import type { ReportSentences } from "../report-sentences.js";

/** 报告的标题与表述。 */
export const report: ReportSentences = {
  title: ({ name }) => `${name}教育集团评估报告`,
  section: ({ number, title }) => `${"一二三四五六七八九十".charAt(number - 1)}、${title}`,
  unnamed: "（未具名区域）",
  basis: "依据",
  asOf: ({ asOf }) => `本报告反映${asOf}的情况。`,
  madeBy: ({ version }) =>
    `由school-groups ${version}生成。下列文件的效力不同：对规划、征求意见稿和工作情况报告，只说明达到或未达到，不作符合与否的判定。`,
  sourceHeader: ["文件", "效力", "政策包"],
  size: ({ schools, groups, memberships, complete }) =>
    `数据文件载有学校${schools}所、集团${groups}个、成员关系${memberships}项。${complete ? "学校名单完整。" : "学校名单未申报完整，有关数量均为下限。"}`,
  validation: "数据核验",
  counts: ({ errors, warnings, notices }) => `错误${errors}项，警示${warnings}项，提示${notices}项。`,
  counted: ({ low, high }) => (high === undefined ? `不少于${low}所` : low === high ? `${low}所` : `${low}至${high}所`),
  place: ({ path }) => `（位置：${path}）`,
  groups: "集团名单",
  groupHeader: ["集团", "学校", "结论"],
  reconciliation: "公布数据核对",
  coverage: "覆盖目标",
  listed: ({ covered, whole, share }) => `已覆盖${covered}，总数${whole}，覆盖率${share}`,
  published: ({ covered, whole, share, sameBase }) =>
    `公布数据：${covered}所，占${whole}所的${share}。${sameBase ? "" : "公布口径与目标口径是否一致，原文未载明。"}`,
  needed: ({ needed, whole, limit, reached }) => `以${whole}所为总数，目标${limit}需${needed}所，按公布数据是否达到：${reached}。`,
  notDue: ({ due }) => `目标期限为${due}，尚未到期；下列结论系按目前情况预判。`,
  unclear: ({ words }) => `原文口径不明：${words}。`,
  compliance: "政策规定的落实情况",
  overall: ({ verdict, satisfied, violated, undetermined, notApplicable }) =>
    `综合结论：${verdict}。计入结论的规定中，符合${satisfied}项，不符合${violated}项，无法判定${undetermined}项，不适用${notApplicable}项。`,
  beside: ({ satisfied, violated, undetermined, notApplicable }) =>
    `不计入结论的目标和倡导性内容中，达到${satisfied}项，未达到${violated}项，无法判定${undetermined}项，不适用${notApplicable}项。`,
  frameworks: "协同框架测算",
  notMeasured: "未测量",
  unlisted: ({ count }) => `原文另有${count}项未列出名称。`,
  matrixHeader: "事项",
  matrixTitle: ({ framework, group }) => `${group}：${framework}`,
  rotation: "交流轮岗",
  rotationPeriod: ({ from, until }) => `统计期间自${from}起，至${until}前一日止。人数不能确定的，以区间表示。`,
  rotationHeader: ["对象", "符合交流条件教师", "交流教师", "其中骨干教师", "交流比例"],
  notCounted: ({ count, possible }) => `未计入的交流记录${count}条，其中补充资料后可能计入的${possible}条：`,
  evaluation: "考核评价",
  evaluationHeader: ["学校", "自身得分", "等级", "捆绑得分", "缺项"],
  groupScores: "集团得分",
  groupScoreHeader: ["集团", "牵头校", "成员校", "集团"],
  noScore: "无得分",
  ruleHeader: ["规定", "要求及效力", "结论（项）", "尚缺的依据"],
  notEvaluated: "下列规定尚无数据来源，未作判定：",
  notApplied: ({ count }) => `另有${count}项规定在本区域或本日不适用，未列出。`,
  nothing: "没有需要说明的事项。",
  noInput: ({ needs }) => `未提供数据，本部分未进行。需要：${needs}。`,
  notApplicable: ({ because, clauses }) => `本部分不适用：${because}（见${clauses}）。`,
  failure: {
    "district-unusable": "数据文件存在错误，本部分未进行；请先按数据核验部分更正。",
    "input-unusable": "本部分所用数据存在错误，未能得出结果；请按下列问题更正。",
    "internal-error": "本部分计算中断，其他部分不受影响；请向软件维护单位反映。",
  },
};
