import {
  addFractions,
  type CalendarDate,
  divideFractions,
  type Explanation,
  exact,
  type Fraction,
  type Missing,
  multiplyFractions,
  type Term,
  type Truth,
  toExactText,
  type Unit,
} from "../core/index.js";
import { type District, type ResourceKind, type School, type Stage, schoolExistsOn } from "../domain/index.js";
import { type ResolvedPolicy, valueOn } from "../policy/index.js";
import { type Reading, readPupils, type SplitWeights, stagePupils, stageTotal } from "./school-resources.js";

/** 七项指标. The seven resource indicators of quality balance (national N2), in the source's order. */
export const RESOURCE_INDICATORS = [
  {
    resource: "degreed-teachers",
    label: { "zh-CN": "每百名学生拥有高于规定学历教师数", en: "teachers above the required degree per 100 pupils" },
    unit: "per-hundred-pupils",
  },
  {
    resource: "backbone-teachers",
    label: { "zh-CN": "每百名学生拥有县级以上骨干教师数", en: "backbone teachers per 100 pupils" },
    unit: "per-hundred-pupils",
  },
  {
    resource: "arts-pe-teachers",
    label: { "zh-CN": "每百名学生拥有体育、艺术专任教师数", en: "PE and arts teachers per 100 pupils" },
    unit: "per-hundred-pupils",
  },
  {
    resource: "room-area",
    label: { "zh-CN": "生均教学及辅助用房面积", en: "teaching and auxiliary rooms, m² per pupil" },
    unit: "square-metres-per-pupil",
  },
  {
    resource: "sports-area",
    label: { "zh-CN": "生均体育运动场馆面积", en: "sports grounds and halls, m² per pupil" },
    unit: "square-metres-per-pupil",
  },
  {
    resource: "equipment-value",
    label: { "zh-CN": "生均教学仪器设备值", en: "teaching equipment, yuan per pupil" },
    unit: "yuan-per-pupil",
  },
  {
    resource: "multimedia-classrooms",
    label: { "zh-CN": "每百名学生拥有网络多媒体教室数", en: "networked multimedia classrooms per 100 pupils" },
    unit: "per-hundred-pupils",
  },
] as const satisfies readonly { readonly resource: ResourceKind; readonly label: Term; readonly unit: Unit }[];

/**
 * Teachers that a rural school of 50 to 99 pupils may count in indicator 3 beside its own (exchanged, part-time and walking ones; national N2):
 * the id under which `School.resources` holds them.
 */
export const VISITING_TEACHERS = "visiting-arts-pe-teachers";

/** The stages that are judged. */
export const JUDGED_STAGES = ["primary", "junior"] as const;

/** Why a school is left out of the calculation (national N2). */
export type BalanceExclusion = "special-education" | "vocational" | "small-teaching-point" | "outside" | "not-there";

/** What the facts are read from. */
export interface ResourceOptions {
  readonly policy: Pick<ResolvedPolicy, "parameters">;
  /** The day whose latest figures count. */
  readonly asOf: CalendarDate;
  /** Weights per pupil for schools whose stages the policy does not split (or splits otherwise), by stage. */
  readonly splitWeights?: Readonly<Partial<Record<Stage, string | number>>> | undefined;
}

const SPLITS: Readonly<Record<string, readonly (readonly [Stage, string])[]>> = {
  "primary+junior": [
    ["primary", "cn.balance.split.primary"],
    ["junior", "cn.balance.split.nine-year.junior"],
  ],
  "junior+senior": [
    ["junior", "cn.balance.split.complete-secondary.junior"],
    ["senior", "cn.balance.split.complete-secondary.senior"],
  ],
  "primary+junior+senior": [
    ["primary", "cn.balance.split.primary"],
    ["junior", "cn.balance.split.twelve-year.junior"],
    ["senior", "cn.balance.split.twelve-year.senior"],
  ],
};

/** The weights of the policy for nine-year, complete secondary and twelve-year schools; the caller's own come first. */
function splitWeightsOf({ policy, asOf, splitWeights }: ResourceOptions): SplitWeights {
  return (stages) => {
    const key = (["primary", "junior", "senior"] as const).filter((stage) => stages.includes(stage)).join("+");
    const weights = new Map<Stage, string>();
    for (const [stage, parameter] of SPLITS[key] ?? []) {
      const value = valueOn(policy, parameter, asOf)?.value;
      if (value !== undefined) weights.set(stage, value);
    }
    for (const stage of stages) {
      const own = splitWeights?.[stage];
      if (own !== undefined) weights.set(stage, String(own));
    }
    return weights;
  };
}

const numberOn = ({ policy, asOf }: ResourceOptions, parameter: string): number | undefined => {
  const value = valueOn(policy, parameter, asOf)?.value;
  return value === undefined ? undefined : Number(value);
};

/** All pupils of the school on the day, as far as its stages tell. */
function allPupils(school: School, asOf: CalendarDate): number | undefined {
  let sum = 0;
  for (const stage of school.stages ?? []) {
    const pupils = stagePupils(school, stage, asOf);
    if (pupils === undefined) return undefined;
    sum += pupils;
  }
  return school.stages === undefined ? undefined : sum;
}

/** The stages a school teaches, where the file says so; a list without any says nothing: a school teaches something. */
export function namedStages(school: School | undefined): readonly Stage[] | undefined {
  return school?.stages?.length === 0 ? undefined : school?.stages;
}

/** Whether a school counts, and why not: `unknown` where what would tell is missing. */
export function standingOf(
  school: School,
  options: ResourceOptions,
): { readonly counts: Truth; readonly why?: BalanceExclusion | undefined; readonly missing: readonly Missing[] } {
  const subject = { kind: "school", id: school.id } as const;
  const out = (why: BalanceExclusion) => ({ counts: "no", why, missing: [] }) as const;
  if (school.outside === true) return out("outside");
  if (schoolExistsOn(school, options.asOf) === "no") return out("not-there");
  if (school.stages?.includes("special") === true) return out("special-education");
  if (school.stages?.includes("vocational") === true) return out("vocational");
  if (namedStages(school) === undefined)
    return { counts: "unknown", missing: [{ kind: "field", table: "schools", column: "stages", subject }] };
  const limit = numberOn(options, "cn.balance.teaching-point-pupils");
  const pupils = allPupils(school, options.asOf);
  if (limit === undefined || (pupils !== undefined && pupils >= limit) || school.teachingPoint === false)
    return { counts: "yes", missing: [] };
  if (school.teachingPoint === undefined)
    return { counts: "unknown", missing: [{ kind: "field", table: "schools", column: "teaching-point", subject }] };
  if (pupils === undefined) return { counts: "unknown", missing: [{ kind: "field", table: "headcounts", column: "pupils", subject }] };
  return out("small-teaching-point");
}

/** A school's stage with its total of one resource. */
export interface StageResource {
  readonly pupils: Reading;
  readonly total: Reading;
}

/** The total that counts: for indicator 3 of a small rural school with the visiting teachers. */
export function countedTotal(school: School, stage: Stage, resource: string, options: ResourceOptions): StageResource {
  const weights = splitWeightsOf(options);
  const pupils = readPupils(school, stage, options.asOf);
  const total = stageTotal(school, stage, resource, options.asOf, weights);
  if (resource !== "arts-pe-teachers" || school.locality !== "rural" || total.value === undefined) return { pupils, total };
  const least = numberOn(options, "cn.balance.rural-small.least");
  const most = numberOn(options, "cn.balance.rural-small.most");
  const all = allPupils(school, options.asOf);
  if (least === undefined || most === undefined || all === undefined || all < least || all > most) return { pupils, total };
  const visiting = stageTotal(school, stage, VISITING_TEACHERS, options.asOf, weights);
  // The school may count them, so that none on record are none counted.
  if (visiting.value === undefined) return { pupils, total };
  const value = addFractions(total.value, visiting.value);
  const label = { "zh-CN": "含交流、兼职、走教教师", en: "with exchanged, part-time and walking teachers" };
  const explanation = operation("sum", [total.explanation, visiting.explanation], value, label);
  return { pupils, total: { value, missing: [], explanation } };
}

function operation(operator: "sum" | "quotient" | "product", operands: readonly Explanation[], value: Fraction, label?: Term): Explanation {
  return { kind: "operation", label, operator, operands, value: { kind: "exact", value: toExactText(value) } };
}

/** One indicator of one school and stage: per pupil, or per hundred of them. */
export function indicatorOf(
  school: School,
  stage: Stage,
  indicator: (typeof RESOURCE_INDICATORS)[number],
  options: ResourceOptions,
): Reading {
  const { pupils, total } = countedTotal(school, stage, indicator.resource, options);
  const subject = { kind: "school", id: school.id } as const;
  const missing: Missing[] = [...pupils.missing, ...total.missing];
  if (pupils.value !== undefined && pupils.value.numerator === 0n)
    missing.push({ kind: "field", table: "headcounts", column: "pupils", subject });
  if (pupils.value === undefined || total.value === undefined || pupils.value.numerator === 0n)
    return { missing, explanation: { kind: "fact", label: indicator.label, subject, value: { kind: "unknown" } } };
  const each = divideFractions(total.value, pupils.value);
  const quotient = operation("quotient", [total.explanation, pupils.explanation], each, indicator.label);
  if (indicator.unit !== "per-hundred-pupils") return { value: each, missing: [], explanation: quotient };
  const hundred: Explanation = {
    kind: "parameter",
    id: "hundred",
    label: { "zh-CN": "每百名", en: "per hundred" },
    value: { kind: "exact", value: "100" },
  };
  const value = multiplyFractions(exact(100), each);
  return { value, missing: [], explanation: operation("product", [hundred, quotient], value, indicator.label) };
}

/** Schools that count for a stage, those that are left out, and what is not known of the others. */
export interface StageSchools {
  readonly schools: readonly School[];
  readonly leftOut: readonly { readonly school: string; readonly why: BalanceExclusion }[];
  readonly missing: readonly Missing[];
}

/** Who is compared within a stage. A district whose list of schools is not whole says so: a spread over some schools is no bound of the spread over all. */
export function schoolsOfStage(district: District, stage: Stage, options: ResourceOptions): StageSchools {
  const schools: School[] = [];
  const leftOut: { school: string; why: BalanceExclusion }[] = [];
  const missing: Missing[] = district.complete === true ? [] : [{ kind: "field", table: "district", column: "complete" }];
  for (const school of district.schools) {
    if (namedStages(school)?.includes(stage) === false) continue;
    const standing = standingOf(school, options);
    if (standing.counts === "yes") schools.push(school);
    else if (standing.counts === "unknown") missing.push(...standing.missing);
    else if (standing.why !== undefined) leftOut.push({ school: school.id, why: standing.why });
  }
  return { schools, leftOut, missing };
}
