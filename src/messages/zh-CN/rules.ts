import type { FindingSentences } from "../finding-sentences.js";

function held(value: string | undefined, limits: string | undefined): string {
  if (value === undefined) return "";
  return limits === undefined ? `（${value}）` : `（${value}，${limits}）`;
}

function ofSubject(subject: string | undefined): string {
  return subject === undefined ? "" : `${subject}的`;
}

/** 有名称的加引号，未具名的不留空引号。 */
function quoted(name: string | undefined): string {
  return name === undefined ? "" : `“${name}”`;
}

/** 起止日期；只知其一的，只写其一。 */
function daysOf(from: string | undefined, until: string | undefined): string {
  if (from === undefined) return until === undefined ? "" : `（至${until}）`;
  return until === undefined ? `（自${from}起）` : `（${from}至${until}）`;
}

/** 判定结果的表述。 */
export const rules: FindingSentences = {
  subject: {
    district: ({ name }) => (name === "" ? "本区域" : `本区域（${name}）`),
    group: ({ name }) => `集团“${name}”`,
    school: ({ name, group }) => (group === undefined ? `学校“${name}”` : `集团“${group}”的学校“${name}”`),
  },
  verdict: {
    satisfied: { met: "符合", reached: "达到" },
    violated: { met: "不符合", reached: "未达到" },
    "not-applicable": { met: "不适用", reached: "不适用" },
    undetermined: { met: "无法判定", reached: "无法判定" },
  },
  code: {
    met: ({ subject, rule, verdict, value, limits }) => `${subject}：${rule}，${verdict}${held(value, limits)}。`,
    "not-met": ({ subject, rule, verdict, value, limits }) => `${subject}：${rule}，${verdict}${held(value, limits)}。`,
    "condition-not-fulfilled": ({ subject, rule, verdict }) => `${subject}：${rule}，${verdict}，不属于该规定的适用情形。`,
    "not-in-force": ({ subject, rule, verdict }) => `${subject}：${rule}，${verdict}，判定日该规定未施行或已失效。`,
    "not-due": ({ subject, rule, verdict }) => `${subject}：${rule}，${verdict}，目标期限未到。`,
    "outside-jurisdiction": ({ subject, rule, verdict }) => `${subject}：${rule}，${verdict}，不在该文件适用区域内。`,
    "no-subject": ({ subject, rule, verdict }) => `${subject}：${rule}，${verdict}，判定日没有适用对象。`,
    "threshold-missing": ({ subject, rule, verdict, value }) =>
      `${subject}：${rule}，${verdict}，文件未规定具体数值${held(value, undefined)}。`,
    "facts-missing": ({ subject, rule, verdict, value, limits }) => `${subject}：${rule}，${verdict}，数据不全${held(value, limits)}。`,
    "base-unclear": ({ subject, rule, verdict, value, limits }) =>
      `${subject}：${rule}，${verdict}，文件未载明计算口径${held(value, limits)}。`,
    "part-exceeds-whole": ({ subject, rule, verdict, limits }) =>
      `${subject}：${rule}，${verdict}，部分数大于总数，两数统计范围不一致${limits === undefined ? "" : `（${limits}）`}，请核对统计口径。`,
    "condition-unknown": ({ subject, rule, verdict }) => `${subject}：${rule}，${verdict}，是否适用尚缺依据。`,
    "not-evaluated": ({ subject, rule }) => `${subject}：${rule}，未作判定，尚无相应数据来源。`,
  },
  limit: {
    should: ({ relation, value }) => `应${relation}${value}`,
    mustNot: ({ relation, value }) => `不得${relation}${value}`,
  },
  encouraged: "该项为鼓励性或许可性内容，不计入结论。",
  short: ({ item, value, floor, limit }) => `其中“${item}”为${value}，低于标准的${floor}（${limit}）。`,
  missing: {
    threshold: ({ of, clauses }) =>
      `需由使用单位设定${of === undefined ? "" : `${quoted(of)}的`}数值${clauses === undefined ? "" : `（文件未给出，见${clauses}）`}`,
    base: ({ of, clauses }) =>
      `需由发文单位明确${of === undefined ? "" : `${quoted(of)}的`}计算口径${clauses === undefined ? "" : `（见${clauses}）`}`,
    field: ({ table, column, subject }) => `需补充${ofSubject(subject)}“${column}”（${table}表）`,
    record: ({ table, subject, of, from, until }) =>
      `需补充${ofSubject(subject)}${quoted(of)}${table.endsWith("记录") ? table : `${table}记录`}${daysOf(from, until)}`,
    register: ({ table, subject }) => `需确认${ofSubject(subject)}“${table}”已填报完整`,
    designation: ({ of, subject }) => `需补充${ofSubject(subject)}${quoted(of)}认定情况`,
    weight: ({ of }) => `需设定${of === undefined ? "" : `${quoted(of)}的`}权重`,
    observation: ({ of, subject }) => `需补充${ofSubject(subject)}${quoted(of)}观测值`,
    baseline: ({ of, subject }) => `需补充${ofSubject(subject)}${quoted(of)}基期值`,
  },
  gap: "",
  missingSeparator: "；",
  missingLead: ({ list }) => `为此，${list}。`,
};
