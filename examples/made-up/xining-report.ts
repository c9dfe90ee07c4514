/**
 * 虚构数据. Xining's monthly assessment of the support given (月考核) and its two qualitative supervisions a year (督导定性评价), joined to the year's
 * result: the schemes and dimensions are those of the published material, every group, weight, word, score and record below is invented.
 */
import { assessDistrict, resolvePolicies } from "school-groups";
import { addDays } from "school-groups/core";
import type { Observation } from "school-groups/domain";
import {
  combinePeriods,
  type IndicatorItem,
  type IndicatorSystem,
  type LeafItem,
  type PeriodScore,
  systemFromTemplate,
  withWeights,
} from "school-groups/evaluation";
import { cn } from "school-groups/packs/cn";
import { xining } from "school-groups/packs/cn-630100-xining";
import { xiningTemplate } from "school-groups/packs/cn-630100-xining-template";
import { type MadeUpYear, madeUpLedger, madeUpYear, type YearGroup } from "./group-year.js";
import { GRADES, MADE_UP, madeUpObservations, weighed } from "./observed.js";
import type { MadeUpReport } from "./short.js";

const SEED = 20191217;
const YEAR = "2019";
const rounding = { mode: "half-away-from-zero", places: 2 } as const;

/** Eight months with school; the fourth group is formed in May, so that it has no months before. */
const MONTHS = ["2019-03", "2019-04", "2019-05", "2019-06", "2019-09", "2019-10", "2019-11", "2019-12"];
const GROUPS = ["甲", "乙", "丙", "丁"].map(
  (name, place): YearGroup => ({
    id: `group-${place + 1}`,
    name: `${name}教育集团（虚构）`,
    stage: "primary",
    formed: place === 3 ? "2019-05-01" : "2019-03-01",
    schools: ["市直初中", "城区小学", "乡镇中心学校"].map((role, number) => ({
      id: `school-${place + 1}-${number}`,
      name: `${name}集团${role}（虚构）`,
    })),
  }),
);

/** What the example makes of the supervision's words: the source gives no number. */
const WORDS: LeafItem["scoring"] = {
  kind: "categorical",
  categories: [
    { category: "好", score: 95 },
    { category: "较好", score: 85 },
    { category: "一般", score: 70 },
    { category: "较差", score: 50 },
  ],
};

export function monthlySystem(): IndicatorSystem {
  const { system } = systemFromTemplate(xiningTemplate, {
    scheme: "xining.monthly",
    pack: xining,
    missing: { treatment: "reweight" },
    rounding,
    weights: "equal",
  });
  return withWeights(system, [weighed({ management: "0.2", teachers: "0.3", research: "0.3", "moral-culture": "0.2" })]);
}

function supervision(season: "spring" | "autumn", zh: string): readonly IndicatorItem[] {
  const { system } = systemFromTemplate(xiningTemplate, {
    scheme: "xining.supervision",
    pack: xining,
    missing: { treatment: "reweight" },
    rounding,
    change: { "quality/lessons": { scoring: WORDS }, "teachers/staff": { scoring: WORDS }, "campus/campus": { scoring: WORDS } },
    weights: "equal",
  });
  const own = (id: string) => `${season}/${id}`;
  return system.items.map((item): IndicatorItem => {
    const moved = { ...item, id: own(item.id), parent: item.parent === undefined ? "supervision" : own(item.parent) };
    return item.parent === undefined
      ? { ...moved, label: { "zh-CN": `${zh}督导定性评价`, en: `qualitative supervision, ${season}` } }
      : moved;
  });
}

/** The year's result: the months together, and the two supervisions, by made-up weights. */
export function yearSystem(): IndicatorSystem {
  const label = {
    "zh-CN": "年度考核（月考核与督导定性评价，虚构权重）",
    en: "the year: monthly assessment and supervision, made-up weights",
  };
  const months: LeafItem = {
    id: "months",
    parent: "year",
    kind: "leaf",
    label: { "zh-CN": "月考核（各月合成）", en: "monthly assessments together" },
    unit: "points",
    direction: "higher-is-better",
    source: { kind: "caller" },
    scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
    missing: { treatment: "refuse" },
  };
  const items: readonly IndicatorItem[] = [
    { id: "year", kind: "composite", label, mean: "arithmetic" },
    months,
    { id: "supervision", parent: "year", kind: "composite", label: { "zh-CN": "督导定性评价", en: "supervision" }, mean: "arithmetic" },
    ...supervision("spring", "上半年"),
    ...supervision("autumn", "下半年"),
  ];
  const bare: IndicatorSystem = {
    format: "school-groups.indicator-system.v1",
    id: "xining.year.made-up",
    label,
    items,
    rounding,
    grades: GRADES,
    gradesBasis: { kind: "caller" },
  };
  const seasons = { "spring/xining.supervision": "0.5", "autumn/xining.supervision": "0.5" };
  return withWeights(bare, [weighed({ months: "0.6", supervision: "0.4" }), weighed(seasons)]);
}

function plannedYear(): MadeUpYear {
  return madeUpYear({
    code: "630100",
    name: "西宁市",
    seed: SEED,
    period: { from: "2019-03-01", until: "2020-01-01" },
    asOf: "2019-12-31",
    groups: GROUPS,
    governance: [{ item: "nine-rules", kind: "document" }],
    phase: "organise",
    practices: ["management", "preparation", "review"],
    references: ["timetable"],
    weekly: "subject-research",
    exchangeKinds: ["xining.long-term", "xining.short-term", "xining.mentoring"],
  });
}

/** One month's scores by group: judged from the ledger and the exchanges of that month alone. */
function monthScores(month: string, year: MadeUpYear, system: IndicatorSystem, number: number): ReadonlyMap<string, string | undefined> {
  const policy = policyOf();
  const from = `${month}-01`;
  const until = `${addDays(from, 31).slice(0, 7)}-01`;
  const tasks = year.tasks.filter(({ phases }) => phases.every(({ due = "" }) => due >= from && due < until));
  const kept = new Set(tasks.map(({ id }) => id));
  const records = (year.rows.records ?? []).filter(({ task }) => kept.has(task));
  const activities = (year.rows.activities ?? []).filter(({ on }) => on >= from && on < until);
  const own = { ...year, period: { from, until }, tasks, rows: { ...year.rows, records, activities } };
  const subjects = GROUPS.filter(({ formed }) => formed < until).map(({ id }) => id);
  const report = assessDistrict(year.district, {
    policy,
    asOf: addDays(until, -1),
    period: own.period,
    inputs: {
      ...year.inputs,
      ledger: madeUpLedger(own, policy),
      evaluation: { system, observations: madeUpObservations(system, subjects, month, SEED + number), period: month, subjects },
    },
  });
  if (report.evaluation.status !== "done") throw new Error(JSON.stringify(report.evaluation));
  return new Map(report.evaluation.value.evaluation.subjects.map(({ subject, score }) => [subject, score?.exact]));
}

function policyOf() {
  const policy = resolvePolicies([cn, xining]);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  return policy.value;
}

/** Each group's months with their scores; a month before it was formed has none. */
export function monthParts(
  year: MadeUpYear = plannedYear(),
): readonly { readonly group: string; readonly parts: readonly PeriodScore[] }[] {
  const system = monthlySystem();
  const months = MONTHS.map((month, number) => ({ month, scores: monthScores(month, year, system, number) }));
  return GROUPS.map(({ id }) => ({
    group: id,
    parts: months.map(({ month, scores }) => ({ period: month, weight: 1, score: scores.get(id) })),
  }));
}

/** Each group's months joined: one that was formed in May is judged by the months since. */
export function joinedMonths(months: ReturnType<typeof monthParts> = monthParts()): readonly Observation[] {
  return months.map(({ group, parts }): Observation => {
    const joined = combinePeriods(parts, { missing: "leave-out" });
    if (!joined.ok) throw new Error(JSON.stringify(joined.issues));
    return { indicator: "months", subject: group, period: YEAR, value: joined.value.score ?? null, unit: "points" };
  });
}

/** A whole report of made-up data: the year's result. */
export function madeUpXining(): MadeUpReport {
  const policy = policyOf();
  const year = plannedYear();
  const system = yearSystem();
  const subjects = GROUPS.map(({ id }) => id);
  const words = madeUpObservations(system, subjects, YEAR, SEED).filter(({ indicator }) => indicator !== "months");
  const evaluation = { system, observations: [...joinedMonths(monthParts(year)), ...words], period: YEAR, subjects };
  const report = assessDistrict(year.district, {
    policy,
    asOf: "2019-12-31",
    period: year.period,
    inputs: { ...year.inputs, ledger: madeUpLedger(year, policy), evaluation },
    remark: MADE_UP,
    seed: SEED,
  });
  return { report, evaluation };
}
