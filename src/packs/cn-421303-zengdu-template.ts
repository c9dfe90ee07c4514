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
const rosterAndExchanges: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "teachers", column: "school" },
  { table: "teachers", column: "service" },
  { table: "exchanges", column: "person" },
  { table: "exchanges", column: "from" },
  { table: "exchanges", column: "to" },
  { table: "exchanges", column: "start" },
  { table: "exchanges", column: "end" },
];
const exchanges: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "exchanges", column: "person" },
  { table: "exchanges", column: "kind" },
  { table: "exchanges", column: "from" },
  { table: "exchanges", column: "to" },
  { table: "exchanges", column: "start" },
  { table: "exchanges", column: "end" },
];
const resources: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "resources", column: "school" },
  { table: "resources", column: "resource" },
  { table: "resources", column: "total" },
  { table: "headcounts", column: "pupils" },
];
const resourcesByGroup: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "resources", column: "school" },
  { table: "resources", column: "resource" },
  { table: "resources", column: "total" },
  { table: "headcounts", column: "pupils" },
  { table: "memberships", column: "group" },
  { table: "memberships", column: "role" },
];
const activities: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "activities", column: "activity" },
  { table: "activities", column: "on" },
  { table: "activities", column: "schools" },
  { table: "registers", column: "school" },
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
const surveys: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "observations", column: "indicator" },
  { table: "observations", column: "subject" },
  { table: "observations", column: "value" },
  { table: "observations", column: "respondents" },
  { table: "observations", column: "invited" },
];

/** There or not. */
const present: ProposedScoring = { kind: "linear", from: "0", to: "1", low: "0", high: "100", beyond: "clamp" };
/** A share as it is: nothing scores 0, all of it 100. */
const share: ProposedScoring = { kind: "linear", from: "0", to: "1", low: "0", high: "100", beyond: "clamp" };
/** Where no fixed point exists: 50 + 10 z over the subjects compared. */
const standard: ProposedScoring = { kind: "standard", centre: "50", spread: "10" };
/** Answers on a scale of 1 to 5. */
const survey: ProposedScoring = { kind: "linear", from: "1", to: "5", low: "0", high: "100", beyond: "clamp" };

/**
 * 曾都区政策包模板. For each of the five dimensions of the trial standard leaves that can be counted.
 *
 * Copy it, strike out and add: every line is a proposal of this library, none has a weight, and no figure in it is policy. Beside the pack `cn-421303-zengdu`;
 * the dimensions are those of clause Z5.
 */
export const zengduTemplate: PackTemplate = {
  format: "school-groups.pack-template.v1",
  id: "cn-421303-zengdu-template",
  version: "1.0.0",
  pack: "cn-421303-zengdu",
  label: { "zh-CN": "曾都区教联体五维评价模板", en: "Template of Zengdu's five dimensions" },
  basis: {
    kind: "library",
    why: {
      "zh-CN": "原文只列维度，未列指标、计分和权重；本模板供编辑，不是政策。",
      en: "The source names dimensions, no indicators, scoring or weights; a template to edit, not policy.",
    },
  },

  tables: [
    {
      scheme: "zengdu.five-dimensions",
      dimension: "management",
      label: { "zh-CN": "管理共进", en: "management progresses together" },
      leaves: [
        {
          id: "vice-principal",
          label: { "zh-CN": "牵头校校级领导兼任成员校副校长", en: "a leader of the lead serves as part-time vice principal at a member" },
          measure: { kind: "measure", measure: { measure: "governance-item", of: "part-time-vice-principal" } },
          needs: governance,
          unit: "times",
          direction: "higher-is-better",
          scoring: present,
        },
        {
          id: "management",
          label: { "zh-CN": "实行共同管理制度到位的比例", en: "share where the common rules of management are fully adopted" },
          measure: { kind: "measure", measure: { measure: "adoption", of: "management", where: { level: "full" } } },
          needs: adoptions,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
      ],
    },
    {
      scheme: "zengdu.five-dimensions",
      dimension: "teachers",
      label: { "zh-CN": "师资共育", en: "teachers fostered together" },
      leaves: [
        {
          id: "exchanged",
          label: { "zh-CN": "交流教师占符合交流条件教师的比例", en: "share of exchanged among eligible teachers" },
          measure: { kind: "function", room: "rotation", name: "checkRotation" },
          needs: rosterAndExchanges,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: standard,
        },
        {
          id: "mentor-pairs",
          label: { "zh-CN": "师徒结对（青蓝工程）对数", en: "mentor pairs (青蓝工程)" },
          measure: { kind: "measure", measure: { measure: "exchange-count", of: "zengdu.mentor-pairs" } },
          needs: exchanges,
          unit: "times",
          direction: "higher-is-better",
          scoring: standard,
        },
        {
          id: "studio",
          label: { "zh-CN": "设立名师工作室", en: "a famous-teacher studio" },
          measure: { kind: "measure", measure: { measure: "governance-item", of: "famous-teacher-studio" } },
          needs: governance,
          unit: "times",
          direction: "higher-is-better",
          scoring: present,
        },
        {
          id: "backbone-teachers",
          label: { "zh-CN": "每百名学生拥有县级以上骨干教师数", en: "backbone teachers of county level or above per 100 pupils" },
          measure: { kind: "measure", measure: { measure: "resource-indicator", of: "backbone-teachers" } },
          needs: resources,
          unit: "per-hundred-pupils",
          direction: "higher-is-better",
          scoring: standard,
        },
      ],
    },
    {
      scheme: "zengdu.five-dimensions",
      dimension: "resources",
      label: { "zh-CN": "资源共享", en: "resources shared" },
      leaves: [
        {
          id: "facilities",
          label: { "zh-CN": "场馆、设备共享到位的比例", en: "share where rooms and equipment are fully shared" },
          measure: { kind: "measure", measure: { measure: "adoption", of: "facilities", where: { level: "full" } } },
          needs: adoptions,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "curriculum",
          label: { "zh-CN": "课程资源共享到位的比例", en: "share where curriculum resources are fully shared" },
          measure: { kind: "measure", measure: { measure: "adoption", of: "curriculum", where: { level: "full" } } },
          needs: adoptions,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "theil",
          label: { "zh-CN": "生均资源泰尔指数的集团内部分", en: "within-group part of the Theil index of resources per pupil" },
          measure: { kind: "function", room: "balance", name: "theil" },
          needs: resourcesByGroup,
          unit: "ratio",
          direction: "lower-is-better",
          scoring: standard,
        },
      ],
    },
    {
      scheme: "zengdu.five-dimensions",
      dimension: "development",
      label: { "zh-CN": "协同发展", en: "development in concert" },
      leaves: [
        {
          id: "joint-research",
          label: { "zh-CN": "每周半天联合教研按期开展的比例", en: "share of weeks with their half day of joint research" },
          measure: {
            kind: "measure",
            measure: { measure: "activity", of: "joint-research", where: { per: "school-week", who: "group", unit: "half-days" } },
          },
          needs: activities,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "actions",
          label: { "zh-CN": "“十大行动”各项任务同步实施比例", en: "share of the tasks of the ten actions carried out in step" },
          measure: { kind: "measure", measure: { measure: "synchrony", of: "implement" } },
          needs: tasksInStep,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "paired-classes",
          label: { "zh-CN": "参加结对互助的班级比例", en: "share of classes in pairs" },
          measure: { kind: "measure", measure: { measure: "caller", of: "paired-classes-rate" } },
          needs: observations,
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
      scheme: "zengdu.five-dimensions",
      dimension: "rise",
      label: { "zh-CN": "整体提升", en: "rise of the whole" },
      leaves: [
        {
          id: "gap",
          label: {
            "zh-CN": "牵头校与成员校生均资源差距的缩小（区分成员校提升与牵头校下降）",
            en: "narrowing of the gap in resources per pupil, members up told from lead down",
          },
          measure: { kind: "function", room: "balance", name: "gapChange" },
          needs: resourcesByGroup,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: standard,
        },
        {
          id: "fitness",
          label: { "zh-CN": "学生体质健康优良率", en: "share of pupils whose fitness is good or excellent" },
          measure: { kind: "measure", measure: { measure: "caller", of: "fitness-good-rate" } },
          needs: observations,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "absolute",
        },
        {
          id: "all-round",
          label: { "zh-CN": "学生综合素质评价达到良好以上的比例", en: "share of pupils rated good or better in all-round quality" },
          measure: { kind: "measure", measure: { measure: "caller", of: "all-round-good-rate" } },
          needs: observations,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "absolute",
        },
        {
          id: "society",
          label: { "zh-CN": "家长和社会满意度", en: "satisfaction of parents and society" },
          measure: { kind: "measure", measure: { measure: "survey-satisfaction", of: "society" } },
          needs: surveys,
          unit: "points",
          direction: "higher-is-better",
          scoring: survey,
        },
      ],
      note: {
        "zh-CN": "考试成绩、升学率不作为计分指标；依法取得的增值结果仅供诊断。",
        en: "Test scores and exit rates are not scored; value-added that may lawfully be worked out serves diagnosis alone.",
      },
    },
  ],
};
