/**
 * 虚构数据. Made-up observations for Baota's six degrees (六度): the degrees and the groups are those of the published report, every leaf, bound,
 * weight, grade and figure below is invented, from a stated seed. It shows a school judged from its own starting point, gaps included.
 */
import type { Basis, Term } from "school-groups/core";
import type { District, Observation } from "school-groups/domain";
import {
  type BundleGroup,
  type BundleScheme,
  equalWeights,
  type IndicatorItem,
  type IndicatorSystem,
  type LeafItem,
} from "school-groups/evaluation";
import { createRandom } from "school-groups/statistics";

/** The seed all of it comes from. */
export const OBSERVATIONS_SEED = 20231215;

export interface MadeUpEvaluation {
  readonly label: Term;
  readonly seed: number;
  readonly system: IndicatorSystem;
  readonly period: string;
  readonly subjects: readonly string[];
  readonly observations: readonly Observation[];
  readonly bundle: { readonly groups: readonly BundleGroup[]; readonly scheme: BundleScheme };
}

/** The degrees of the report (C6), each with the made-up leaves that stand for it here. */
interface Degree {
  readonly id: string;
  readonly label: Term;
  readonly leaves: readonly MadeUpLeaf[];
}

interface MadeUpLeaf {
  readonly id: string;
  readonly label: Term;
  readonly unit: string;
  /** Typical start, spread over schools, and the mean rise in the year judged. */
  readonly start: number;
  readonly spread: number;
  readonly rise: number;
  readonly places: number;
  readonly worst: number;
  readonly best: number;
  /** Of head-room leaves the share of the room used, of the others the rise itself, that earns the full score. */
  readonly full: number;
  readonly of: "absolute" | "head-room";
  readonly survey?: true;
}

const share = { unit: "percent", places: 1, worst: 0, best: 100 } as const;
const survey = { unit: "points of 5", places: 2, worst: 1, best: 5, survey: true } as const;
const counted = { unit: "times", places: 0, worst: 0, best: 1000, of: "absolute" } as const;
const leaf = (id: string, zh: string, en: string, rest: Omit<MadeUpLeaf, "id" | "label">): MadeUpLeaf => ({
  id,
  label: { "zh-CN": zh, en },
  ...rest,
});

const DEGREES: readonly Degree[] = [
  {
    id: "planning-culture",
    label: { "zh-CN": "规划文化融合度", en: "planning and culture integration" },
    leaves: [
      leaf("plan-carried-out", "集团发展规划年度任务完成率", "tasks of the group's plan carried out", {
        ...share,
        start: 68,
        spread: 9,
        rise: 9,
        full: 0.5,
        of: "head-room",
      }),
      leaf("culture-identity", "教职工集团文化认同", "staff's identification with the group", {
        ...survey,
        start: 3.5,
        spread: 0.3,
        rise: 0.25,
        full: 0.5,
        of: "head-room",
      }),
    ],
  },
  {
    id: "resource-sharing",
    label: { "zh-CN": "优质资源共享度", en: "sharing of quality resources" },
    leaves: [
      leaf("shared-lessons", "集团内共享课节数", "lessons shared in the group", { ...counted, start: 30, spread: 9, rise: 14, full: 30 }),
      leaf("shared-rooms", "功能部室跨校使用次数", "uses of special rooms across schools", {
        ...counted,
        start: 18,
        spread: 6,
        rise: 8,
        full: 20,
      }),
    ],
  },
  {
    id: "staff-growth",
    label: { "zh-CN": "队伍建设成长度", en: "staff growth" },
    leaves: [
      leaf("mentored", "青年教师结对培养覆盖率", "young teachers with a mentor", {
        ...share,
        start: 61,
        spread: 10,
        rise: 11,
        full: 0.6,
        of: "head-room",
      }),
      leaf("joint-research", "参加集团教研的教师比例", "teachers in the group's research", {
        ...share,
        start: 72,
        spread: 8,
        rise: 8,
        full: 0.6,
        of: "head-room",
      }),
    ],
  },
  {
    id: "quality-rise",
    label: { "zh-CN": "教育质量提升度", en: "rise of education quality" },
    leaves: [
      leaf("attainment", "学业质量监测合格率", "pupils who reach the standard", {
        ...share,
        start: 84,
        spread: 5,
        rise: 3,
        full: 0.5,
        of: "head-room",
      }),
      leaf("fitness", "体质健康优良率", "pupils in good physical health", {
        ...share,
        start: 46,
        spread: 7,
        rise: 5,
        full: 0.3,
        of: "head-room",
      }),
    ],
  },
  {
    id: "satisfaction",
    label: { "zh-CN": "师生社会满意度", en: "satisfaction of staff, pupils and society" },
    leaves: [
      leaf("parents", "家长满意度", "parents' satisfaction", { ...survey, start: 3.8, spread: 0.2, rise: 0.2, full: 0.4, of: "head-room" }),
      leaf("pupils", "学生满意度", "pupils' satisfaction", { ...survey, start: 4.0, spread: 0.2, rise: 0.15, full: 0.4, of: "head-room" }),
    ],
  },
  {
    id: "reform",
    label: { "zh-CN": "教育改革创新度", en: "reform and innovation" },
    leaves: [
      leaf("projects", "立项改革课题与成果数", "reform projects and results", { ...counted, start: 2, spread: 1, rise: 2, full: 5 }),
      leaf("good-practice", "推广应用的改革经验数", "reform practices taken up by others", {
        ...counted,
        start: 3,
        spread: 1,
        rise: 2,
        full: 5,
      }),
    ],
  },
];

const PERIOD = "2023";
const BASELINE = ["2021", "2022"] as const;
const CALLER: Basis = { kind: "caller" };

/** Equal weights, as nobody gives any: a method of the library, and named as one in every explanation. */
function weighed(ids: readonly string[]): ReadonlyMap<string, LeafItem["weight"]> {
  const result = equalWeights(ids);
  if (!result.ok) throw new Error("no indicators");
  return new Map(result.value.weights.map(({ indicator, weight }) => [indicator, { value: weight, basis: result.value.basis }]));
}

function leafItem(made: MadeUpLeaf, parent: string, weight: LeafItem["weight"]): LeafItem {
  const none = made.of === "head-room" ? -made.full : 0;
  return {
    id: made.id,
    parent,
    kind: "leaf",
    label: made.label,
    weight,
    unit: made.unit,
    direction: "higher-is-better",
    source: made.survey ? { kind: "survey", lowest: 1, highest: 5, minimumResponse: "0.6" } : { kind: "caller" },
    scoring: { kind: "linear", from: made.worst, to: made.best, low: 0, high: 100, beyond: "clamp" },
    increment: {
      of: made.of,
      baseline: BASELINE,
      atLeast: 1,
      ...(made.of === "head-room" ? { worst: made.worst, best: made.best } : {}),
      // No change scores 50 where falls are measured too; of counts only a rise earns anything.
      scoring: { kind: "linear", from: none, to: made.full, low: 0, high: 100, beyond: "clamp" },
      levelPart: "0",
    },
    missing: { treatment: "reweight" },
  };
}

function sixDegrees(): IndicatorSystem {
  const degrees = weighed(DEGREES.map(({ id }) => id));
  const items: IndicatorItem[] = [
    { id: "six-degrees", kind: "composite", label: { "zh-CN": "成员校六度提升", en: "rise in six degrees" }, mean: "arithmetic" },
  ];
  for (const { id, label, leaves } of DEGREES) {
    const citations = [{ source: "baota", clause: "C6" }];
    items.push({ id, parent: "six-degrees", kind: "composite", label, mean: "arithmetic", weight: degrees.get(id), citations });
    const weights = weighed(leaves.map((one) => one.id));
    for (const one of leaves) items.push(leafItem(one, id, weights.get(one.id)));
  }
  return {
    format: "school-groups.indicator-system.v1",
    id: "baota.six-degrees.made-up",
    label: { "zh-CN": "六度增量评价（虚构指标）", en: "six degrees by increment (made-up leaves)" },
    items,
    rounding: { mode: "half-away-from-zero", places: 2 },
    grades: [
      { grade: "excellent", label: { "zh-CN": "优秀", en: "excellent" }, atLeast: 80 },
      { grade: "good", label: { "zh-CN": "良好", en: "good" }, atLeast: 65 },
      { grade: "pass", label: { "zh-CN": "合格", en: "pass" }, atLeast: 50 },
      { grade: "fail", label: { "zh-CN": "不合格", en: "fail" } },
    ],
    gradesBasis: CALLER,
  };
}

function observationsOf(subjects: readonly string[]): readonly Observation[] {
  const random = createRandom(OBSERVATIONS_SEED);
  const observations: Observation[] = [];
  for (const subject of subjects) {
    for (const made of DEGREES.flatMap(({ leaves }) => leaves)) {
      const start = made.start + made.spread * random.normal();
      for (const period of [...BASELINE, PERIOD]) {
        const drift = period === PERIOD ? made.rise * (1 + 0.5 * random.normal()) : 0.2 * made.rise * random.normal();
        const value = Math.min(made.best, Math.max(made.worst, start + drift)).toFixed(made.places);
        const invited = 200 + Math.floor(200 * random.uniform());
        const answered = { invited, respondents: Math.floor(invited * (0.59 + 0.4 * random.uniform())) };
        // One figure in forty is not to be had, as in life.
        const lost = random.uniform() < 0.025;
        observations.push({
          indicator: made.id,
          subject,
          period,
          value: lost ? null : value,
          unit: made.unit,
          ...(made.survey ? answered : {}),
        });
      }
    }
  }
  return observations;
}

/** Half own, half group; the lead answers for its members: made-up figures, for the report gives none. */
const SCHEME: BundleScheme = {
  basis: CALLER,
  group: { of: "lead-and-members", leadWeight: "0.4", members: "mean" },
  member: { ownPart: "0.5" },
  lead: { ownPart: "0.5", answersFor: "members" },
  inSeveralGroups: "mean",
  missing: "refuse",
};

/** The made-up evaluation of a district's groups, as of the end of 2023. */
export function baotaEvaluation(district: Pick<District, "groups">): MadeUpEvaluation {
  const groups = district.groups.map(({ id, memberships = [] }): BundleGroup => {
    const lead = memberships.find(({ role }) => role === "lead");
    return {
      id,
      ...(lead === undefined ? {} : { lead: { school: lead.school } }),
      members: memberships.filter(({ role }) => role === "member").map(({ school }) => ({ school })),
    };
  });
  const subjects = [...new Set(district.groups.flatMap(({ memberships = [] }) => memberships.map(({ school }) => school)))];
  return {
    label: { "zh-CN": "虚构数据", en: "made-up data" },
    seed: OBSERVATIONS_SEED,
    system: sixDegrees(),
    period: PERIOD,
    subjects,
    observations: observationsOf(subjects),
    bundle: { groups, scheme: SCHEME },
  };
}
