import type { ColumnRef, PackTemplate, ProposedScoring } from "../policy/index.js";

const tasksInStep: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "tasks", column: "item" },
  { table: "tasks", column: "phase" },
  { table: "tasks", column: "due" },
  { table: "work-records", column: "school" },
  { table: "work-records", column: "on" },
  { table: "registers", column: "school" },
];
const documentsUsed: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "references", column: "reference" },
  { table: "references", column: "id" },
  { table: "document-uses", column: "school" },
  { table: "document-uses", column: "uses" },
];
const surveys: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "observations", column: "indicator" },
  { table: "observations", column: "subject" },
  { table: "observations", column: "value" },
  { table: "observations", column: "respondents" },
  { table: "observations", column: "invited" },
];
const adoptions: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "adoptions", column: "school" },
  { table: "adoptions", column: "practice" },
  { table: "adoptions", column: "level" },
  { table: "adoptions", column: "attested-by" },
];
const resources: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "resources", column: "school" },
  { table: "resources", column: "resource" },
  { table: "resources", column: "total" },
  { table: "headcounts", column: "pupils" },
];
const exchanges: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "exchanges", column: "person" },
  { table: "exchanges", column: "kind" },
  { table: "exchanges", column: "from" },
  { table: "exchanges", column: "to" },
  { table: "exchanges", column: "start" },
  { table: "exchanges", column: "end" },
];
const observations: readonly [ColumnRef, ...ColumnRef[]] = [
  { table: "observations", column: "indicator" },
  { table: "observations", column: "subject" },
  { table: "observations", column: "period" },
  { table: "observations", column: "value" },
];

/** A share as it is: nothing scores 0, all of it 100. */
const share: ProposedScoring = { kind: "linear", from: "0", to: "1", low: "0", high: "100", beyond: "clamp" };
/** Answers on a scale of 1 to 5. */
const survey: ProposedScoring = { kind: "linear", from: "1", to: "5", low: "0", high: "100", beyond: "clamp" };
/** Where no fixed point exists: 50 + 10 z over the subjects compared. */
const standard: ProposedScoring = { kind: "standard", centre: "50", spread: "10" };

/**
 * 宝塔区政策包模板. For each of 八统一 what to look at and where it is recorded; for each of the six degrees leaves that can be counted.
 *
 * Copy it, strike out and add: every line is a proposal of this library, none has a weight, and no figure in it is policy. Beside the pack `cn-610602-baota`;
 * the dimensions are those of clause C5 and C6.
 */
export const baotaTemplate: PackTemplate = {
  format: "school-groups.pack-template.v1",
  id: "cn-610602-baota-template",
  version: "1.0.0",
  pack: "cn-610602-baota",
  label: {
    "zh-CN": "宝塔区“六度”评价模板和“八统一”佐证清单",
    en: "Template of Baota's six degrees, with evidence checklists for the Eight Unifications",
  },
  basis: {
    kind: "library",
    why: {
      "zh-CN": "原文只列维度，未列指标、计分和权重；本模板供编辑，不是政策。",
      en: "The source names dimensions, no indicators, scoring or weights; a template to edit, not policy.",
    },
  },
  checklists: [
    {
      framework: "baota.eight-unifications",
      item: "management",
      label: { "zh-CN": "统一教学管理", en: "teaching management" },
      checks: [
        {
          look: { "zh-CN": "集团是否印发统一的教学管理制度", en: "whether the group has issued one set of rules of teaching management" },
          evidence: { "zh-CN": "集团教学管理制度文本及印发文件", en: "the text and its covering letter" },
          records: [
            { table: "references", column: "reference" },
            { table: "references", column: "id" },
            { table: "references", column: "from" },
          ],
        },
        {
          look: { "zh-CN": "各校是否执行同一文本", en: "whether every school follows the same text" },
          evidence: { "zh-CN": "学校教学常规检查记录", en: "records of routine checks of teaching" },
          records: [
            { table: "document-uses", column: "school" },
            { table: "document-uses", column: "uses" },
            { table: "document-uses", column: "from" },
          ],
        },
      ],
    },
    {
      framework: "baota.eight-unifications",
      item: "facilities",
      label: { "zh-CN": "统一共享设施", en: "shared facilities" },
      checks: [
        {
          look: { "zh-CN": "设施、部室是否向成员校开放使用", en: "whether facilities and function rooms are open to members" },
          evidence: { "zh-CN": "设施共享清单、部室使用登记簿", en: "list of shared facilities, log of room use" },
          records: [
            { table: "adoptions", column: "practice" },
            { table: "adoptions", column: "level" },
            { table: "adoptions", column: "attested-by" },
          ],
        },
        {
          look: { "zh-CN": "共享使用是否经常", en: "whether the sharing is regular" },
          evidence: { "zh-CN": "跨校使用预约单、活动照片及签到", en: "bookings across schools, sign-in sheets" },
          records: [
            { table: "activities", column: "activity" },
            { table: "activities", column: "on" },
            { table: "activities", column: "schools" },
          ],
        },
      ],
    },
    {
      framework: "baota.eight-unifications",
      item: "teachers",
      label: { "zh-CN": "统一教师配备", en: "teacher deployment" },
      checks: [
        {
          look: { "zh-CN": "教师是否由集团统筹调配", en: "whether the group deploys teachers" },
          evidence: { "zh-CN": "集团年度教师调配方案、派遣通知", en: "the group’s yearly plan of deployment, letters of posting" },
          records: [
            { table: "adoptions", column: "practice" },
            { table: "adoptions", column: "level" },
            { table: "adoptions", column: "attested-by" },
          ],
        },
        {
          look: { "zh-CN": "调配教师是否到岗", en: "whether those deployed are at their posts" },
          evidence: { "zh-CN": "交流教师到岗证明、课表", en: "proof of arrival, timetables" },
          records: [
            { table: "exchanges", column: "person" },
            { table: "exchanges", column: "from" },
            { table: "exchanges", column: "to" },
            { table: "exchanges", column: "start" },
          ],
        },
      ],
    },
    {
      framework: "baota.eight-unifications",
      item: "curriculum",
      label: { "zh-CN": "统一课程资源", en: "curriculum resources" },
      checks: [
        {
          look: { "zh-CN": "课程资源是否共建共用", en: "whether curriculum resources are built and used together" },
          evidence: { "zh-CN": "集团课程资源目录、平台使用记录", en: "catalogue of the group’s curriculum resources, platform logs" },
          records: [
            { table: "adoptions", column: "practice" },
            { table: "adoptions", column: "level" },
            { table: "adoptions", column: "attested-by" },
          ],
        },
        {
          look: { "zh-CN": "成员校课程是否据此实施", en: "whether members teach by it" },
          evidence: { "zh-CN": "学校课程计划、课表", en: "the school’s course plan and timetable" },
          records: [
            { table: "adoptions", column: "school" },
            { table: "adoptions", column: "from" },
            { table: "adoptions", column: "until" },
          ],
        },
      ],
    },
    {
      framework: "baota.eight-unifications",
      item: "activities",
      label: { "zh-CN": "统一教学活动", en: "teaching activities" },
      checks: [
        {
          look: { "zh-CN": "是否制定统一的教学活动方案", en: "whether there is one plan of teaching activities" },
          evidence: { "zh-CN": "集团教学活动方案、年度行事安排", en: "the plan of activities and the year’s calendar" },
          records: [
            { table: "references", column: "reference" },
            { table: "references", column: "id" },
          ],
        },
        {
          look: { "zh-CN": "活动是否共同开展", en: "whether activities are held together" },
          evidence: { "zh-CN": "活动通知、签到表、听评课记录", en: "notices, sign-in sheets, notes of observed lessons" },
          records: [
            { table: "activities", column: "activity" },
            { table: "activities", column: "on" },
            { table: "activities", column: "schools" },
          ],
        },
      ],
    },
    {
      framework: "baota.eight-unifications",
      item: "training",
      label: { "zh-CN": "统一教师培训", en: "teacher training" },
      checks: [
        {
          look: { "zh-CN": "是否执行统一的培训计划", en: "whether one training plan is followed" },
          evidence: { "zh-CN": "集团教师培训计划", en: "the group’s training plan" },
          records: [
            { table: "references", column: "reference" },
            { table: "document-uses", column: "uses" },
          ],
        },
        {
          look: { "zh-CN": "成员校教师是否参加", en: "whether members’ teachers take part" },
          evidence: { "zh-CN": "培训签到表、学时证明", en: "sign-in sheets, certificates of hours" },
          records: [
            { table: "activities", column: "activity" },
            { table: "activities", column: "schools" },
            { table: "activities", column: "person" },
          ],
        },
      ],
    },
    {
      framework: "baota.eight-unifications",
      item: "monitoring",
      label: { "zh-CN": "统一质量监测", en: "quality monitoring" },
      checks: [
        {
          look: {
            "zh-CN": "是否制定统一的质量监测方案，并符合考试管理规定（小学和初中非毕业年级不得组织跨校考试）",
            en: "whether there is one plan of monitoring, within the limits on examinations (none across schools in primary and non-graduating junior grades)",
          },
          evidence: { "zh-CN": "质量监测方案、监测工具审核单", en: "the plan of monitoring and the approval of its instruments" },
          records: [
            { table: "references", column: "reference" },
            { table: "references", column: "id" },
          ],
        },
        {
          look: { "zh-CN": "监测结果是否以等级反馈并用于改进", en: "whether results are given as grades and used to improve" },
          evidence: { "zh-CN": "质量分析报告、改进措施台账", en: "reports of analysis, list of measures taken" },
          records: [
            { table: "work-records", column: "task" },
            { table: "work-records", column: "school" },
            { table: "work-records", column: "evidence" },
          ],
        },
      ],
    },
    {
      framework: "baota.eight-unifications",
      item: "appraisal",
      label: { "zh-CN": "统一评价激励", en: "appraisal and incentives" },
      checks: [
        {
          look: { "zh-CN": "是否执行统一的考核评价办法", en: "whether one rule of appraisal is followed" },
          evidence: { "zh-CN": "集团考核评价办法文本", en: "the text of the rule of appraisal" },
          records: [
            { table: "references", column: "reference" },
            { table: "document-uses", column: "uses" },
          ],
        },
        {
          look: { "zh-CN": "考核结果是否统一应用", en: "whether results are applied alike" },
          evidence: { "zh-CN": "年终考核结果、绩效和评优文件", en: "year-end results, papers on performance and honours" },
          records: [
            { table: "work-records", column: "task" },
            { table: "work-records", column: "phase" },
            { table: "work-records", column: "evidence" },
          ],
        },
      ],
    },
  ],
  tables: [
    {
      scheme: "baota.six-degrees",
      dimension: "planning-culture",
      label: { "zh-CN": "规划文化融合度", en: "planning and culture integration" },
      leaves: [
        {
          id: "implementation",
          label: { "zh-CN": "三年行动规划任务按期实施比例", en: "share of the three-year plan’s tasks carried out in step" },
          measure: { kind: "measure", measure: { measure: "synchrony", of: "implement" } },
          needs: tasksInStep,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
        {
          id: "rule-set",
          label: { "zh-CN": "执行集团统一管理制度的比例", en: "share that follows the group’s own rules of management" },
          measure: { kind: "measure", measure: { measure: "uniformity", of: "rule-set" } },
          needs: documentsUsed,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
        {
          id: "culture",
          label: { "zh-CN": "师生对集团文化的认同度", en: "how far staff and pupils identify with the group’s culture" },
          measure: { kind: "measure", measure: { measure: "survey-satisfaction", of: "culture" } },
          needs: surveys,
          unit: "points",
          direction: "higher-is-better",
          scoring: survey,
          progress: "absolute",
        },
      ],
    },
    {
      scheme: "baota.six-degrees",
      dimension: "resource-sharing",
      label: { "zh-CN": "优质资源共享度", en: "sharing of quality resources" },
      leaves: [
        {
          id: "facilities",
          label: { "zh-CN": "教育设施、部室共享到位的比例", en: "share where facilities and function rooms are fully shared" },
          measure: { kind: "measure", measure: { measure: "adoption", of: "facilities", where: { level: "full" } } },
          needs: adoptions,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
        {
          id: "curriculum",
          label: { "zh-CN": "课程资源共享到位的比例", en: "share where curriculum resources are fully shared" },
          measure: { kind: "measure", measure: { measure: "adoption", of: "curriculum", where: { level: "full" } } },
          needs: adoptions,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
      ],
    },
    {
      scheme: "baota.six-degrees",
      dimension: "staff-growth",
      label: { "zh-CN": "队伍建设成长度", en: "staff growth" },
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
          id: "matched-exchange",
          label: { "zh-CN": "教师对口交流人次", en: "matched exchanges of teachers" },
          measure: { kind: "measure", measure: { measure: "exchange-count", of: "baota.matched-exchange" } },
          needs: exchanges,
          unit: "times",
          direction: "higher-is-better",
          scoring: standard,
        },
        {
          id: "mentor-pairs",
          label: { "zh-CN": "师徒结对帮扶对数", en: "mentor pairs" },
          measure: { kind: "measure", measure: { measure: "exchange-count", of: "baota.mentor-pairs" } },
          needs: exchanges,
          unit: "times",
          direction: "higher-is-better",
          scoring: standard,
        },
        {
          id: "training-plan",
          label: { "zh-CN": "执行集团统一培训计划的比例", en: "share that follows the group’s training plan" },
          measure: { kind: "measure", measure: { measure: "uniformity", of: "training-plan" } },
          needs: documentsUsed,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
      ],
    },
    {
      scheme: "baota.six-degrees",
      dimension: "quality-rise",
      label: { "zh-CN": "教育质量提升度", en: "rise of education quality" },
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
          id: "courses",
          label: { "zh-CN": "开齐开足国家课程的比例", en: "share of classes that hold all national courses in full" },
          measure: { kind: "measure", measure: { measure: "caller", of: "national-courses-rate" } },
          needs: observations,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
      ],
      note: {
        "zh-CN":
          "考试成绩、升学率不作为计分指标；依法取得的增值结果仅供诊断。统一命题、统一考试不作为计分指标：小学各年级和初中非毕业年级不得组织跨校考试。",
        en: "Test scores and exit rates are not scored; value-added that may lawfully be worked out serves diagnosis alone. Unified papers and tests are not scored: no cross-school examinations in primary and non-graduating junior grades.",
      },
    },
    {
      scheme: "baota.six-degrees",
      dimension: "satisfaction",
      label: { "zh-CN": "师生社会满意度", en: "satisfaction of staff, pupils and society" },
      leaves: [
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
        {
          id: "society",
          label: { "zh-CN": "家长和社会满意度", en: "satisfaction of parents and society" },
          measure: { kind: "measure", measure: { measure: "survey-satisfaction", of: "society" } },
          needs: surveys,
          unit: "points",
          direction: "higher-is-better",
          scoring: survey,
          progress: "absolute",
        },
      ],
    },
    {
      scheme: "baota.six-degrees",
      dimension: "reform",
      label: { "zh-CN": "教育改革创新度", en: "reform and innovation" },
      leaves: [
        {
          id: "reform-projects",
          label: { "zh-CN": "经区级以上认定的改革项目数", en: "reform projects recognised at district level or above" },
          measure: { kind: "measure", measure: { measure: "caller", of: "reform-projects" } },
          needs: observations,
          unit: "times",
          direction: "higher-is-better",
          scoring: standard,
        },
        {
          id: "activities",
          label: {
            "zh-CN": "按集团统一教学活动方案开展改革实践的比例",
            en: "share that carries out the group’s common plan of teaching activities",
          },
          measure: { kind: "measure", measure: { measure: "uniformity", of: "activity-plan" } },
          needs: documentsUsed,
          unit: "ratio",
          direction: "higher-is-better",
          scoring: share,
          progress: "head-room",
        },
      ],
    },
  ],
};
