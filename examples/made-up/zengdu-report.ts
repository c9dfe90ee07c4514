/**
 * 虚构数据. Zengdu's five dimensions (五维): the dimensions and the unions' names are those of the published report, every member school, weight,
 * record and figure below is invented.
 */
import { assessDistrict, resolvePolicies } from "school-groups";
import { type IndicatorSystem, systemFromTemplate, withWeights } from "school-groups/evaluation";
import { cn } from "school-groups/packs/cn";
import { zengdu } from "school-groups/packs/cn-421303-zengdu";
import { zengduTemplate } from "school-groups/packs/cn-421303-zengdu-template";
import { madeUpLedger, madeUpYear, type YearGroup } from "./group-year.js";
import { GRADES, MADE_UP, madeUpObservations, weighed } from "./observed.js";
import type { MadeUpReport } from "./short.js";

const SEED = 20231212;
const PERIOD = "2023-2024";

const union = (id: string, name: string, stage: "primary" | "junior"): YearGroup => ({
  id,
  name,
  stage,
  formed: "2023-09-01",
  schools: ["牵头校", "虚构成员校一", "虚构成员校二"].map((role, place) => ({ id: `${id}-${place}`, name: `${name}${role}` })),
});

/** The unions that the report names. */
const GROUPS = [
  union("shiyan-chuzhong", "实验初级中学教联体", "junior"),
  union("shiyan-xiaoxue", "实验小学教联体", "primary"),
  union("dongguan-xiaoxue", "东关小学教联体", "primary"),
  union("baiyunhu-xiaoxue", "白云湖小学教联体", "primary"),
];

/** Started from the template; the weights of the dimensions are the example's, within a dimension all leaves weigh the same. */
export function zengduSystem(): IndicatorSystem {
  const { system } = systemFromTemplate(zengduTemplate, {
    pack: zengdu,
    missing: { treatment: "reweight" },
    rounding: { mode: "half-away-from-zero", places: 2 },
    increment: { baseline: ["2021-2022", "2022-2023"], levelPart: "0.5" },
    balance: { resource: "equipment-value", since: "2023-08-31" },
    weights: "equal",
    grades: GRADES,
    gradesBasis: { kind: "caller" },
  });
  return withWeights(system, [weighed({ management: "0.15", teachers: "0.25", resources: "0.2", development: "0.2", rise: "0.2" })]);
}

/** A whole report of made-up data. */
export function madeUpZengdu(): MadeUpReport {
  const policy = resolvePolicies([cn, zengdu]);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  const asOf = "2024-07-05";
  const year = madeUpYear({
    code: "421303",
    name: "曾都区",
    seed: SEED,
    period: { from: "2023-09-01", until: "2024-07-06" },
    asOf,
    groups: GROUPS,
    governance: [
      { item: "part-time-vice-principal", kind: "post" },
      { item: "famous-teacher-studio", kind: "practice" },
    ],
    phase: "implement",
    practices: ["management", "facilities", "curriculum"],
    references: [],
    weekly: "joint-research",
    exchangeKinds: ["zengdu.two-way", "zengdu.mentor-pairs"],
  });
  const system = zengduSystem();
  const subjects = GROUPS.map(({ id }) => id);
  const observations = madeUpObservations(system, subjects, PERIOD, SEED);
  const evaluation = { system, observations, period: PERIOD, subjects };
  const report = assessDistrict(year.district, {
    policy: policy.value,
    asOf,
    period: year.period,
    inputs: { ...year.inputs, ledger: madeUpLedger(year, policy.value), evaluation },
    remark: MADE_UP,
    seed: SEED,
  });
  return { report, evaluation };
}
