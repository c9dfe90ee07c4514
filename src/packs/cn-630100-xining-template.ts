import type { ColumnRef, PackTemplate, ProposedScoring } from "../policy/index.js";

const governance: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "governance", column: "item" },
  { table: "governance", column: "exists" },
  { table: "governance", column: "from" },
];
const adoptions: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "adoptions", column: "school" },
  { table: "adoptions", column: "practice" },
  { table: "adoptions", column: "level" },
  { table: "adoptions", column: "attested-by" },
];
const exchanges: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "exchanges", column: "person" },
  { table: "exchanges", column: "kind" },
  { table: "exchanges", column: "from" },
  { table: "exchanges", column: "to" },
  { table: "exchanges", column: "start" },
  { table: "exchanges", column: "end" },
];
const activities: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "activities", column: "activity" },
  { table: "activities", column: "on" },
  { table: "activities", column: "schools" },
  { table: "registers", column: "school" },
];
const documentsUsed: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "references", column: "reference" },
  { table: "references", column: "id" },
  { table: "document-uses", column: "school" },
  { table: "document-uses", column: "uses" },
];
const tasksInStep: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "tasks", column: "item" },
  { table: "tasks", column: "phase" },
  { table: "tasks", column: "due" },
  { table: "work-records", column: "school" },
  { table: "work-records", column: "on" },
  { table: "registers", column: "school" },
];
const observations: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "observations", column: "indicator" },
  { table: "observations", column: "subject" },
  { table: "observations", column: "period" },
  { table: "observations", column: "value" },
];

/** There or not. */
const present: ProposedScoring = { kind: "linear", from: "0", to: "1", low: "0", high: "100", beyond: "clamp" };
/** A share as it is: nothing scores 0, all of it 100. */
const share: ProposedScoring = { kind: "linear", from: "0", to: "1", low: "0", high: "100", beyond: "clamp" };
/** Where no fixed point exists: 50 + 10 z over the subjects compared. */
const standard: ProposedScoring = { kind: "standard", centre: "50", spread: "10" };

/**
 * 西宁市政策包模板. For each dimension of the monthly assessment leaves that can be counted; for the supervision, which is qualitative, what to look at and no scoring.
 *
 * Copy it, strike out and add: every line is a proposal of this library, none has a weight, and no figure in it is policy. Beside the pack `cn-630100-xining`;
 * the dimensions are those of clause X8.
 */
export const xiningTemplate: PackTemplate = {
  format: "school-groups.pack-template.v1",
  id: "cn-630100-xining-template",
  version: "1.0.0",
  pack: "cn-630100-xining",
  label: { "zh-CN": "西宁市月考核与督导定性评价模板", en: "Template of Xining's monthly assessment and qualitative supervision" },
  basis: {
    kind: "library",
    why: {
      "zh-CN": "原文只列维度，未列指标、计分和权重；本模板供编辑，不是政策。",
      en: "The source names dimensions, no indicators, scoring or weights; a template to edit, not policy.",
    },
  },

  tables: [
    {
      scheme: "xining.monthly",
      dimension: "management",
      label: { "zh-CN": "学校管理", en: "management" },
      leaves: [
        {
          id: "nine-rules",
          label: { "zh-CN": "制定“1+9”制度文本", en: "the scheme and nine rules are there" },
          measure: { kind: "measure", measure: { measure: "governance-item", of: "nine-rules" } },
          needs: governance,
          unit: "times",
          direction: "higher-is-better",
          scoring: present,
        },
        {
          id: "management",
          label: { "zh-CN": "成员校执行集团管理制度到位的比例", en: "share where the group’s rules of management are fully adopted" },
          measure: { kind: "measure", measure: { measure: "adoption", of: "management", where: { level: "full" } } },
          needs: adoptions,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
      ],
    },
    {
      scheme: "xining.monthly",
      dimension: "teachers",
      label: { "zh-CN": "师资建设", en: "teachers" },
      leaves: [
        {
          id: "long-term",
          label: { "zh-CN": "长期交流跟岗人次", en: "long-term exchanges and shadowing" },
          measure: { kind: "measure", measure: { measure: "exchange-count", of: "xining.long-term" } },
          needs: exchanges,
          unit: "times",
          direction: "higher-is-better",
          scoring: standard,
        },
        {
          id: "short-term",
          label: { "zh-CN": "短期跟岗人次", en: "short-term shadowing" },
          measure: { kind: "measure", measure: { measure: "exchange-count", of: "xining.short-term" } },
          needs: exchanges,
          unit: "times",
          direction: "higher-is-better",
          scoring: standard,
        },
        {
          id: "mentoring",
          label: { "zh-CN": "师徒结对人次", en: "mentoring" },
          measure: { kind: "measure", measure: { measure: "exchange-count", of: "xining.mentoring" } },
          needs: exchanges,
          unit: "times",
          direction: "higher-is-better",
          scoring: standard,
        },
      ],
    },
    {
      scheme: "xining.monthly",
      dimension: "research",
      label: { "zh-CN": "教学教研", en: "teaching and research" },
      leaves: [
        {
          id: "subject-research",
          label: { "zh-CN": "学科教研每周开展的比例", en: "share of weeks with research by subject" },
          measure: {
            kind: "measure",
            measure: { measure: "activity", of: "subject-research", where: { per: "school-week", who: "group", unit: "times" } },
          },
          needs: activities,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "timetable",
          label: { "zh-CN": "执行统一课表的比例", en: "share that follows the one timetable" },
          measure: { kind: "measure", measure: { measure: "uniformity", of: "timetable" } },
          needs: documentsUsed,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "preparation",
          label: { "zh-CN": "统一备课到位的比例", en: "share where preparation is fully unified" },
          measure: { kind: "measure", measure: { measure: "adoption", of: "preparation", where: { level: "full" } } },
          needs: adoptions,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "review",
          label: { "zh-CN": "统一评课到位的比例", en: "share where review of lessons is fully unified" },
          measure: { kind: "measure", measure: { measure: "adoption", of: "review", where: { level: "full" } } },
          needs: adoptions,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
      ],
      note: {
        "zh-CN": "统一命题、统一考试不作为计分指标：小学各年级和初中非毕业年级不得组织跨校考试。",
        en: "Unified papers and tests are not scored: no cross-school examinations in primary and non-graduating junior grades.",
      },
    },
    {
      scheme: "xining.monthly",
      dimension: "moral-culture",
      label: { "zh-CN": "德育文化", en: "moral education and culture" },
      leaves: [
        {
          id: "organise",
          label: { "zh-CN": "德育活动同组织的比例", en: "share of activities of moral education organised in step" },
          measure: { kind: "measure", measure: { measure: "synchrony", of: "organise" } },
          needs: tasksInStep,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "moral-activities",
          label: {
            "zh-CN": "成员校参加共同德育文化活动的比例",
            en: "share of members in common activities of moral education and culture",
          },
          measure: { kind: "measure", measure: { measure: "caller", of: "moral-activities-rate" } },
          needs: observations,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
      ],
    },
    {
      scheme: "xining.supervision",
      dimension: "quality",
      label: { "zh-CN": "教育教学质量", en: "quality of education and teaching" },
      leaves: [
        {
          id: "lessons",
          label: { "zh-CN": "随堂听课和资料查阅的定性意见", en: "opinion from sampled lessons and documents" },
          measure: { kind: "measure", measure: { measure: "caller", of: "supervision-lessons" } },
          needs: observations,
          unit: "grade",
          direction: "higher-is-better",
        },
      ],
      note: {
        "zh-CN": "督导为定性评价，不计分。考试成绩、升学率不作为计分指标；依法取得的增值结果仅供诊断。",
        en: "The supervision is qualitative: nothing is scored. Test scores and exit rates are not scored; value-added that may lawfully be worked out serves diagnosis alone.",
      },
    },
    {
      scheme: "xining.supervision",
      dimension: "teachers",
      label: { "zh-CN": "教师业务水平", en: "professional level of teachers" },
      leaves: [
        {
          id: "staff",
          label: { "zh-CN": "教师访谈和随堂听课的定性意见", en: "opinion from interviews and sampled lessons" },
          measure: { kind: "measure", measure: { measure: "caller", of: "supervision-staff" } },
          needs: observations,
          unit: "grade",
          direction: "higher-is-better",
        },
      ],
      note: { "zh-CN": "督导为定性评价，不计分。", en: "The supervision is qualitative: nothing is scored." },
    },
    {
      scheme: "xining.supervision",
      dimension: "campus",
      label: { "zh-CN": "校园管理", en: "campus management" },
      leaves: [
        {
          id: "campus",
          label: { "zh-CN": "校园巡视和问卷的定性意见", en: "opinion from visits and questionnaires" },
          measure: { kind: "measure", measure: { measure: "caller", of: "supervision-campus" } },
          needs: observations,
          unit: "grade",
          direction: "higher-is-better",
        },
      ],
      note: { "zh-CN": "督导为定性评价，不计分。", en: "The supervision is qualitative: nothing is scored." },
    },
  ],
};
