import { type CalendarDate, calendarDate, type ExactText, type Missing, type Subject, toExactText, type Unit } from "../core/index.js";
import type { District, School } from "../domain/index.js";
import { judgedMeasures, type MeasureId, type MeasureRef, type ResolvedPolicy, rulesInForce } from "../policy/index.js";
import { evaluatePrepared } from "../rules/evaluate-rule.js";
import type { Fact, Finding } from "../rules/index.js";
import { prepareRule } from "../rules/prepare-rule.js";
import { type BalanceFactOptions, balanceFacts, spreadOfStage } from "./balance-facts.js";
import type { DifferenceCoefficient } from "./difference-coefficient.js";
import {
  type BalanceExclusion,
  indicatorOf,
  JUDGED_STAGES,
  namedStages,
  RESOURCE_INDICATORS,
  schoolsOfStage,
  standingOf,
} from "./resource-indicators.js";

/** Options of `checkResourceBalance`. */
export interface ResourceBalanceOptions extends BalanceFactOptions {
  readonly policy: ResolvedPolicy;
}

/** One indicator of one school, exact. */
export interface SchoolIndicator {
  readonly resource: string;
  /** Absent: not known, and `missing` says what would tell. */
  readonly value?: ExactText | undefined;
  readonly unit: Unit;
  readonly missing: readonly Missing[];
}

/** 学段均衡. One stage: its schools' seven indicators, and how unequally each is spread. */
export interface StageBalance {
  readonly stage: (typeof JUDGED_STAGES)[number];
  readonly schools: readonly { readonly school: string; readonly indicators: readonly SchoolIndicator[] }[];
  readonly leftOut: readonly { readonly school: string; readonly why: BalanceExclusion }[];
  readonly differences: readonly {
    readonly resource: string;
    /** Absent where any school's figure, or a school, is missing. */
    readonly coefficient?: DifferenceCoefficient | undefined;
    readonly missing: readonly Missing[];
  }[];
}

/** 义务教育优质均衡（资源配置）测算结果. */
export interface ResourceBalance {
  readonly asOf: CalendarDate;
  readonly stages: readonly StageBalance[];
  /** What the policy's rules say of it: every verdict is made there. */
  readonly findings: readonly Finding[];
}

function stageBalance(district: District, stage: StageBalance["stage"], options: ResourceBalanceOptions): StageBalance {
  const { schools, leftOut, missing: unlisted } = schoolsOfStage(district, stage, options);
  const taught = schools.length > 0;
  return {
    stage,
    schools: schools.map((school) => ({
      school: school.id,
      indicators: RESOURCE_INDICATORS.map((indicator) => {
        const { value, missing } = indicatorOf(school, stage, indicator, options);
        return { resource: indicator.resource, value: value && toExactText(value), unit: indicator.unit, missing };
      }),
    })),
    leftOut,
    differences: RESOURCE_INDICATORS.map(({ resource }) => {
      const { coefficient, missing } = spreadOfStage(district, stage, resource, options);
      // A stage that no school teaches lacks nothing.
      return { resource, coefficient, missing: taught ? missing : unlisted };
    }),
  };
}

const MEASURES: readonly MeasureId[] = ["resource-indicator", "difference-coefficient-squared", "composite-difference-coefficient"];

/** The conditions that rules of balance put to a school. */
function conditionFact(school: School | undefined, ref: MeasureRef, options: ResourceBalanceOptions): Fact | undefined {
  const missing: readonly Missing[] =
    school === undefined ? [] : [{ kind: "field", table: "schools", column: ref.measure, subject: { kind: "school", id: school.id } }];
  if (ref.measure === "stage") return { kind: "tokens", label: { "zh-CN": "学段", en: "stages" }, values: namedStages(school), missing };
  if (ref.measure !== "teaching-point" || school === undefined) return undefined;
  const label = { "zh-CN": "学生数不足的教学点", en: "a teaching point with few pupils" };
  const { counts, why } = standingOf(school, options);
  const value = why === "small-teaching-point" ? "yes" : counts === "unknown" && namedStages(school) !== undefined ? "unknown" : "no";
  return { kind: "truth", label, value, missing: value === "unknown" ? missing : [] };
}

function findingsOf(district: District, options: ResourceBalanceOptions): readonly Finding[] {
  const { policy, asOf } = options;
  const facts = balanceFacts(district, options);
  const handed = (ref: MeasureRef) => ref.measure !== "composite-difference-coefficient" || options.composite !== undefined;
  const rules = rulesInForce(policy, { on: asOf, code: district.code }).filter((rule) => {
    const measures = judgedMeasures(rule);
    return measures.length > 0 && measures.every((ref) => MEASURES.includes(ref.measure) && handed(ref));
  });
  const whole: Subject = { kind: "district", id: district.code ?? district.name ?? "district" };
  return rules.flatMap((rule) => {
    const prepared = prepareRule({ rule, policy, on: asOf, code: district.code });
    const subjects = rule.appliesTo.subject === "district" ? [whole] : district.schools.map(({ id }): Subject => ({ kind: "school", id }));
    return subjects.map((subject) => {
      const school = district.schools.find(({ id }) => id === subject.id);
      return evaluatePrepared(prepared, { subject, facts: (ref) => facts(subject, ref) ?? conditionFact(school, ref, options) });
    });
  });
}

/**
 * 优质均衡资源配置测算. The seven indicators of every school and stage, the difference coefficient of each, and the verdicts of the policy's rules
 * on them (national N2: at least six of seven, the rest at 85 %; each coefficient within its limit, compared by squares; N3 with `composite`).
 *
 * Left out are special and vocational schools and teaching points below the policy's number of pupils; small rural schools count visiting
 * teachers in indicator 3 (`VISITING_TEACHERS`). What several stages share is split by the policy's weights, or by `splitWeights`. Anything
 * missing is named, and the verdict then `undetermined` unless it is certain all the same; a list of schools that is not `complete` leaves every
 * coefficient open. Throws `invalid-date` when `asOf` is no day.
 *
 * @example
 * ```ts
 * import { checkResourceBalance } from "school-groups/balance";
 * import { cn } from "school-groups/packs/cn";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([cn]);
 * if (!policy.ok) throw new Error("the pack has errors");
 * const on = "2023-09-01";
 * const school = (id: string, rooms: number) =>
 *   ({ id, name: id, stages: ["primary"], teachingPoint: false, headcounts: [{ on, pupils: 200 }], resources: [{ on, resource: "room-area", total: rooms }] }) as const;
 * const district = { format: "school-groups.district.v1", complete: true, schools: [school("a", 600), school("b", 1800)], groups: [] } as const;
 * const { stages, findings } = checkResourceBalance(district, { policy: policy.value, asOf: "2023-12-31" });
 * stages[0]?.differences.find(({ resource }) => resource === "room-area")?.coefficient?.squared; // => "0.25"
 * findings.find(({ rule }) => rule === "cn.balance.difference.room-area.primary")?.verdict; // => "satisfied"
 * findings.find(({ rule }) => rule === "cn.balance.difference.sports-area.primary")?.verdict; // => "undetermined"
 * ```
 */
export function checkResourceBalance(district: District, options: ResourceBalanceOptions): ResourceBalance {
  const asOf = calendarDate(options.asOf);
  return {
    asOf,
    stages: JUDGED_STAGES.map((stage) => stageBalance(district, stage, options)),
    findings: findingsOf(district, options),
  };
}
