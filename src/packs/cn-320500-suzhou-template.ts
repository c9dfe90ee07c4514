import type { ColumnRef, PackTemplate, ProposedScoring } from "../policy/index.js";

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
const rosterAndExchanges: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "teachers", column: "school" },
  { table: "teachers", column: "service" },
  { table: "exchanges", column: "person" },
  { table: "exchanges", column: "from" },
  { table: "exchanges", column: "to" },
  { table: "exchanges", column: "start" },
  { table: "exchanges", column: "end" },
];
const backboneExchanges: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "teachers", column: "school" },
  { table: "teachers", column: "backbone" },
  { table: "exchanges", column: "person" },
  { table: "exchanges", column: "from" },
  { table: "exchanges", column: "to" },
  { table: "exchanges", column: "start" },
];
const resources: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "resources", column: "school" },
  { table: "resources", column: "resource" },
  { table: "resources", column: "total" },
  { table: "headcounts", column: "pupils" },
];
const surveys: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "observations", column: "indicator" },
  { table: "observations", column: "subject" },
  { table: "observations", column: "value" },
  { table: "observations", column: "respondents" },
  { table: "observations", column: "invited" },
];
const qualitySchools: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "designations", column: "school" },
  { table: "designations", column: "kind" },
  { table: "designations", column: "from" },
  { table: "schools", column: "stages" },
  { table: "memberships", column: "group" },
];
const resourcesByGroup: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "resources", column: "school" },
  { table: "resources", column: "resource" },
  { table: "resources", column: "total" },
  { table: "headcounts", column: "pupils" },
  { table: "memberships", column: "group" },
  { table: "memberships", column: "role" },
];
const titles: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "teachers", column: "school" },
  { table: "teachers", column: "professional-title" },
];
const activities: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "activities", column: "activity" },
  { table: "activities", column: "on" },
  { table: "activities", column: "schools" },
  { table: "registers", column: "school" },
];

/** A share as it is: nothing scores 0, all of it 100. */
const share: ProposedScoring = { kind: "linear", from: "0", to: "1", low: "0", high: "100", beyond: "clamp" };
/** Where no fixed point exists: 50 + 10 z over the subjects compared. */
const standard: ProposedScoring = { kind: "standard", centre: "50", spread: "10" };
/** Answers on a scale of 1 to 5. */
const survey: ProposedScoring = { kind: "linear", from: "1", to: "5", low: "0", high: "100", beyond: "clamp" };

/**
 * 苏州市政策包模板. For each dimension of the process and the value-added evaluation leaves that can be counted.
 *
 * Copy it, strike out and add: every line is a proposal of this library, none has a weight, and no figure in it is policy. Beside the pack `cn-320500-suzhou`;
 * the dimensions are those of clause S6.
 */
export const suzhouTemplate: PackTemplate = {
  format: "school-groups.pack-template.v1",
  id: "cn-320500-suzhou-template",
  version: "1.0.0",
  pack: "cn-320500-suzhou",
  label: { "zh-CN": "苏州市过程性、增值性评价模板", en: "Template of Suzhou's process and value-added evaluation" },
  basis: {
    kind: "library",
    why: {
      "zh-CN": "原文只列维度，未列指标、计分和权重；本模板供编辑，不是政策。",
      en: "The source names dimensions, no indicators, scoring or weights; a template to edit, not policy.",
    },
  },

  tables: [
    {
      scheme: "suzhou.process",
      dimension: "quality",
      label: { "zh-CN": "办学质量", en: "quality of running" },
      leaves: [
        {
          id: "yearly-plan",
          label: { "zh-CN": "集团年度计划任务按期实施比例", en: "share of the yearly plan’s tasks carried out in step" },
          measure: { kind: "measure", measure: { measure: "synchrony", of: "implement" } },
          needs: tasksInStep,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "fitness",
          label: { "zh-CN": "学生体质健康优良率", en: "share of pupils whose fitness is good or excellent" },
          measure: { kind: "measure", measure: { measure: "caller", of: "fitness-good-rate" } },
          needs: observations,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
        {
          id: "courses",
          label: { "zh-CN": "开齐开足国家课程的比例", en: "share of classes that hold all national courses in full" },
          measure: { kind: "measure", measure: { measure: "caller", of: "national-courses-rate" } },
          needs: observations,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
      ],
      note: {
        "zh-CN":
          "考试成绩、升学率不作为计分指标；依法取得的增值结果仅供诊断。统一命题、统一考试不作为计分指标：小学各年级和初中非毕业年级不得组织跨校考试。",
        en: "Test scores and exit rates are not scored; value-added that may lawfully be worked out serves diagnosis alone. Unified papers and tests are not scored: no cross-school examinations in primary and non-graduating junior grades.",
      },
    },
    {
      scheme: "suzhou.process",
      dimension: "members",
      label: { "zh-CN": "成员校发展", en: "development of members" },
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
          id: "backbone-exchanged",
          label: { "zh-CN": "参加交流的骨干教师数", en: "backbone teachers exchanged" },
          measure: { kind: "measure", measure: { measure: "exchanged-backbone-teachers" } },
          needs: backboneExchanges,
          unit: "teachers",
          direction: "higher-is-better",
          scoring: standard,
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
      scheme: "suzhou.process",
      dimension: "reputation",
      label: { "zh-CN": "社会声誉", en: "reputation" },
      leaves: [
        {
          id: "parents",
          label: { "zh-CN": "家长满意度", en: "satisfaction of parents" },
          measure: { kind: "measure", measure: { measure: "survey-satisfaction", of: "parents" } },
          needs: surveys,
          unit: "points",
          direction: "higher-is-better",
          scoring: survey,
        },
        {
          id: "society",
          label: { "zh-CN": "社会满意度", en: "satisfaction of society" },
          measure: { kind: "measure", measure: { measure: "survey-satisfaction", of: "society" } },
          needs: surveys,
          unit: "points",
          direction: "higher-is-better",
          scoring: survey,
        },
      ],
    },
    {
      scheme: "suzhou.value-added",
      dimension: "quality-resources",
      label: { "zh-CN": "优质资源增量", en: "growth of quality resources" },
      leaves: [
        {
          id: "quality-schools",
          label: { "zh-CN": "优质学校覆盖率", en: "coverage by quality schools" },
          measure: { kind: "function", room: "compliance", name: "coverage" },
          needs: qualitySchools,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
        {
          id: "backbone-teachers",
          label: { "zh-CN": "每百名学生拥有县级以上骨干教师数", en: "backbone teachers of county level or above per 100 pupils" },
          measure: { kind: "measure", measure: { measure: "resource-indicator", of: "backbone-teachers" } },
          needs: resources,
          unit: "per-hundred-pupils",
          direction: "higher-is-better",
          scoring: standard,
          progress: "absolute",
        },
        {
          id: "equipment",
          label: { "zh-CN": "生均教学仪器设备值", en: "teaching equipment per pupil" },
          measure: { kind: "measure", measure: { measure: "resource-indicator", of: "equipment-value" } },
          needs: resources,
          unit: "yuan-per-pupil",
          direction: "higher-is-better",
          scoring: standard,
          progress: "absolute",
        },
      ],
    },
    {
      scheme: "suzhou.value-added",
      dimension: "gap",
      label: { "zh-CN": "校际差距缩小", en: "narrowing of the gap between schools" },
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
          id: "difference",
          label: { "zh-CN": "集团内各校生均资源差异系数", en: "difference coefficient of resources per pupil within the group" },
          measure: { kind: "function", room: "balance", name: "differenceCoefficient" },
          needs: resourcesByGroup,
          unit: "ratio",
          direction: "lower-is-better",
          scoring: standard,
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
      note: { "zh-CN": "差距以办学资源衡量，不以考试成绩衡量。", en: "The gap is one of resources, not of test scores." },
    },
    {
      scheme: "suzhou.value-added",
      dimension: "pupils",
      label: { "zh-CN": "学生进步", en: "pupil progress" },
      leaves: [
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
          id: "pupils",
          label: { "zh-CN": "学生满意度", en: "satisfaction of pupils" },
          measure: { kind: "measure", measure: { measure: "survey-satisfaction", of: "pupils" } },
          needs: surveys,
          unit: "points",
          direction: "higher-is-better",
          scoring: survey,
          progress: "absolute",
        },
      ],
      note: {
        "zh-CN": "考试成绩、升学率不作为计分指标；依法取得的增值结果仅供诊断。",
        en: "Test scores and exit rates are not scored; value-added that may lawfully be worked out serves diagnosis alone.",
      },
    },
    {
      scheme: "suzhou.value-added",
      dimension: "teachers",
      label: { "zh-CN": "教师成长", en: "teacher growth" },
      leaves: [
        {
          id: "backbone-teachers",
          label: { "zh-CN": "每百名学生拥有县级以上骨干教师数", en: "backbone teachers of county level or above per 100 pupils" },
          measure: { kind: "measure", measure: { measure: "resource-indicator", of: "backbone-teachers" } },
          needs: resources,
          unit: "per-hundred-pupils",
          direction: "higher-is-better",
          scoring: standard,
          progress: "absolute",
        },
        {
          id: "titles",
          label: { "zh-CN": "高级职称教师比例", en: "share of teachers with a senior title" },
          measure: { kind: "measure", measure: { measure: "caller", of: "senior-title-rate" } },
          needs: titles,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
        {
          id: "joint-research",
          label: { "zh-CN": "联合教研按期开展的比例", en: "share of periods with their joint research" },
          measure: {
            kind: "measure",
            measure: { measure: "activity", of: "joint-research", where: { per: "month", who: "group", unit: "times" } },
          },
          needs: activities,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
        },
      ],
    },
    {
      scheme: "suzhou.value-added",
      dimension: "schools",
      label: { "zh-CN": "学校持续发展", en: "sustained development of each school" },
      leaves: [
        {
          id: "own-progress",
          label: { "zh-CN": "学校评价得分较本校起点的变化", en: "change of the school’s evaluation score against its own start" },
          measure: { kind: "measure", measure: { measure: "evaluation-score" } },
          needs: observations,
          unit: "points",
          direction: "higher-is-better",
          scoring: standard,
          progress: "absolute",
        },
        {
          id: "staff",
          label: { "zh-CN": "教师满意度", en: "satisfaction of teachers" },
          measure: { kind: "measure", measure: { measure: "survey-satisfaction", of: "teachers" } },
          needs: surveys,
          unit: "points",
          direction: "higher-is-better",
          scoring: survey,
          progress: "absolute",
        },
      ],
      note: { "zh-CN": "所用评价得分不得含考试成绩、升学率。", en: "The score used must hold no test scores and no exit rates." },
    },
  ],
};
