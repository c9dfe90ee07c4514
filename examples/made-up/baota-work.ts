/**
 * 虚构数据. A term of made-up work in Baota's real groups: the groups and schools are those of the published report, every task, record, register,
 * document and figure below is invented, from a stated seed. It shows what a work ledger measures, gaps in the registers included.
 */
import type { WorkRows } from "school-groups/compliance";
import type { BoundedRange, Calendar, Term } from "school-groups/core";
import { addDays } from "school-groups/core";
import type { District, Group, Task, WorkRecord } from "school-groups/domain";
import type { PolicyPack } from "school-groups/policy";
import { createRandom, type Random } from "school-groups/statistics";

/** The seed all of it comes from. */
export const SEED = 20240226;

export interface MadeUpWork {
  readonly label: Term;
  readonly seed: number;
  /** The district given, with the lists of members taken for whole: an assumption of the example, not of the report. */
  readonly district: District;
  readonly calendar: Calendar;
  readonly period: BoundedRange;
  readonly asOf: string;
  readonly tasks: readonly Task[];
  readonly rows: WorkRows;
  /** Made-up tolerances and thresholds, as an overlay a district would write; the report gives none. */
  readonly figures: PolicyPack;
}

const PERIOD = { from: "2024-02-26", until: "2024-07-07" } as const;

const CALENDAR: Calendar = {
  workingWeekdays: [1, 2, 3, 4, 5],
  terms: [{ id: "2023-2024-2", schoolYear: "2023-2024", ...PERIOD }],
  holidays: [
    { from: "2024-04-04", until: "2024-04-07", label: { "zh-CN": "清明节", en: "Qingming" } },
    { from: "2024-05-01", until: "2024-05-06", label: { "zh-CN": "劳动节", en: "Labour Day" } },
    { from: "2024-06-08", until: "2024-06-11", label: { "zh-CN": "端午节", en: "Dragon Boat Festival" } },
  ],
  makeUpDays: ["2024-04-07", "2024-04-28", "2024-05-11"],
};

const PHASES = ["arrange", "implement", "assess", "compare", "apply"] as const;

/** Common tasks of a term, by the item of 八统一 they belong to. */
const TASKS: readonly (readonly [item: string, label: string])[] = [
  ["management", "教学常规检查"],
  ["management", "备课与作业管理检查"],
  ["facilities", "功能部室共享使用"],
  ["teachers", "骨干教师跨校授课"],
  ["curriculum", "校本课程共建"],
  ["curriculum", "课后服务课程共享"],
  ["activities", "同课异构活动"],
  ["activities", "读书节"],
  ["training", "青年教师培训"],
  ["training", "师徒结对研修"],
  ["monitoring", "期中质量监测"],
  ["appraisal", "学期绩效考核"],
];

const REFERENCES = ["rule-set", "activity-plan", "training-plan", "monitoring-paper", "appraisal-rule"];
const PRACTICES = ["facilities", "teachers", "curriculum"];

/**
 * 虚构的宝塔区一学期工作记录. A term of made-up work in the groups of a district file: call it with Baota's.
 */
export function baotaWork(published: District, seed: number = SEED): MadeUpWork {
  const random = createRandom(seed);
  const district: District = { ...published, groups: published.groups.map((group) => ({ ...group, complete: true })) };
  const tasks = district.groups.flatMap((group) => tasksOf(group));
  return {
    label: {
      "zh-CN": "虚构数据：仅供演示，与所列学校的实际工作无关",
      en: "Made-up data: for demonstration, unrelated to the schools' real work",
    },
    seed,
    district,
    calendar: CALENDAR,
    period: PERIOD,
    asOf: "2024-07-06",
    tasks,
    rows: rowsOf(district, tasks, random),
    figures: FIGURES,
  };
}

function tasksOf(group: Group): readonly Task[] {
  return TASKS.map(([item, label], number) => {
    const start = addDays(PERIOD.from, 7 * (number % 6) + 4);
    const phases = PHASES.map((phase, step) => {
      const due = addDays(start, 14 * step + 7);
      return phase === "implement" ? { phase, starts: addDays(due, -11), due } : { phase, due };
    });
    return {
      id: `${group.id}-${number + 1}`,
      group: group.id,
      label,
      item: `baota.eight-unifications/${item}`,
      announced: PERIOD.from,
      phases,
    };
  });
}

/** How a school works: how often it is on time, how late else, how often it writes down what it did, and whether its register is complete. */
interface Habit {
  readonly punctual: number;
  readonly slowness: number;
  readonly recording: number;
  readonly complete: boolean;
}

function habitOf(random: Random): Habit {
  return {
    punctual: 0.75 + 0.25 * random.uniform(),
    slowness: 1 + random.integer(9),
    recording: 0.8 + 0.2 * random.uniform(),
    complete: random.uniform() < 0.5,
  };
}

function rowsOf(district: District, tasks: readonly Task[], random: Random): WorkRows {
  const schools = [...new Set(district.groups.flatMap((group) => (group.memberships ?? []).map(({ school }) => school)))];
  const habits = new Map(schools.map((school, number) => [school, habitOf(random.split(number))]));
  const members = new Map(district.groups.map((group) => [group.id, (group.memberships ?? []).map(({ school }) => school)]));
  const diary = random.split(1000);
  const records = tasks.flatMap((task) =>
    (members.get(task.group) ?? []).flatMap((school) => {
      const habit = habits.get(school);
      return habit === undefined ? [] : task.phases.flatMap((phase) => recordOf(task, phase, school, habit, diary) ?? []);
    }),
  );
  return {
    records,
    registers: schools.flatMap((school) =>
      habits.get(school)?.complete === true ? [{ school, ...PERIOD, declaredOn: "2024-07-05" }] : [],
    ),
    references: district.groups.flatMap((group) =>
      REFERENCES.map((reference) => ({ group: group.id, reference, id: `${group.id}-${reference}-2024`, from: PERIOD.from })),
    ),
    uses: district.groups.flatMap((group) => usesOf(group, diary)),
    adoptions: district.groups.flatMap((group) => adoptionsOf(group, diary)),
  };
}

function recordOf(
  task: Task,
  { phase, starts, due }: Task["phases"][number],
  school: string,
  habit: Habit,
  random: Random,
): WorkRecord | undefined {
  const punctual = random.uniform() < habit.punctual;
  const recorded = random.uniform() < habit.recording;
  const days = punctual ? random.integer(3) - 1 : 1 + random.integer(habit.slowness + 1);
  if (!recorded || due === undefined) return undefined;
  const last = addDays(due, days);
  const on = starts === undefined ? last : { from: addDays(starts, Math.min(days, 1)), until: addDays(last, 1) };
  return { task: task.id, phase, school, on, attestedBy: "self" };
}

function usesOf(group: Group, random: Random) {
  return (group.memberships ?? []).flatMap(({ school, role }) =>
    REFERENCES.flatMap((reference) => {
      const draw = random.uniform();
      if (role !== "lead" && draw < 0.15) return [];
      const own = role === "lead" || draw < 0.8;
      return [{ school, reference, uses: own ? `${group.id}-${reference}-2024` : `${school}-${reference}`, from: PERIOD.from }];
    }),
  );
}

function adoptionsOf(group: Group, random: Random) {
  return (group.memberships ?? []).flatMap(({ school }) =>
    PRACTICES.flatMap((practice) => {
      const draw = random.uniform();
      if (draw < 0.15) return [];
      const level = draw < 0.65 ? ("full" as const) : draw < 0.9 ? ("partial" as const) : ("none" as const);
      return [
        {
          school,
          group: group.id,
          practice,
          level,
          attestedBy: random.uniform() < 0.5 ? ("bureau" as const) : ("self" as const),
          from: "2024-06-01",
        },
      ];
    }),
  );
}

const FIGURES: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "made-up-figures",
  version: "1.0.0",
  label: { "zh-CN": "虚构的容许天数与比例下限（仅供演示）", en: "Made-up tolerances and thresholds (for demonstration)" },
  jurisdiction: { code: "610602", label: { "zh-CN": "陕西省延安市宝塔区", en: "Baota District, Yan'an, Shaanxi" } },
  sources: [],
  sets: [
    { parameter: "baota.synchrony.tolerance-before", values: [{ value: "2", basis: { kind: "caller" } }] },
    { parameter: "baota.synchrony.tolerance-after", values: [{ value: "3", basis: { kind: "caller" } }] },
    { parameter: "baota.synchrony.share", values: [{ value: "0.85", basis: { kind: "caller" } }] },
    { parameter: "baota.unifications.share", values: [{ value: "0.5", basis: { kind: "caller" } }] },
  ],
};
