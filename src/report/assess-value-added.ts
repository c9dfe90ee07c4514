import type { District, Stage } from "../domain/index.js";
import { type ResolvedRule, rulesInForce } from "../policy/index.js";
import { evaluateRule, type Fact } from "../rules/index.js";
import {
  assessValueAdded as assess,
  type GroupValueAddedResult,
  type MeanAndRatesResult,
  type PupilMethodResult,
  type ValueAddedIssue,
  type ValueAddedResult,
} from "../value-added/index.js";
import type { AssessOptions } from "./assess-inputs.js";
import { done, type ReportPart } from "./report-part.js";

/** 增值评价. Schools by the method asked for (else by the mixed model, or the next that has a result), the other methods beside it, and groups as contrasts. */
export interface ValueAddedPart {
  /** With what its method adds: places (位次增值), bands (分段期望). */
  readonly schools: PupilMethodResult;
  /** 一分三率: mean and all rates, where that is the method. */
  readonly rates?: MeanAndRatesResult | undefined;
  /** Gains, regression and mixed model in the same scale, which favour other schools; for readers of the data. */
  readonly beside: readonly ValueAddedResult[];
  readonly groups?: GroupValueAddedResult | undefined;
  /** Against an earlier cohort, where one was handed over. */
  readonly change?: GroupValueAddedResult | undefined;
}

/** The rule in force that forbids to compare schools of this stage by scores, if there is one: asked before anything is computed. */
export function forbiddenBy(
  district: District,
  { stage, cohort }: { readonly stage: Stage; readonly cohort: string },
  { policy, asOf }: AssessOptions,
): ResolvedRule | undefined {
  const label = { "zh-CN": "以考试分数作增值评价", en: "value-added by test scores" };
  const facts = (measure: string): Fact =>
    measure === "score-based-evaluation" ? { kind: "truth", label, value: "yes" } : { kind: "tokens", label, values: [stage] };
  return rulesInForce(policy, { on: asOf, code: district.code }).find((rule) => {
    if (rule.kind !== "presence" || rule.what.of !== "value-added" || rule.what.stage !== stage) return false;
    const subject = { kind: "group", id: cohort } as const;
    return (
      evaluateRule({ rule, policy, on: asOf, code: district.code, subject, facts: ({ measure }) => facts(measure) }).verdict === "violated"
    );
  });
}

/** What schools and groups added, unless a rule in force says that it must not be asked. */
export function assessValueAdded(district: District, options: AssessOptions): ReportPart<ValueAddedPart, ValueAddedIssue> {
  const input = options.inputs?.pupils;
  if (input === undefined) {
    return { status: "no-input", needs: [{ "zh-CN": "同一届学生的入口与出口成绩", en: "entrance and exit scores of one cohort" }] };
  }
  const rule = forbiddenBy(district, { stage: input.stage, cohort: input.design.cohort }, options);
  if (rule !== undefined) return { status: "not-applicable", because: rule.label, citations: rule.citations };
  const { rows, design, roll, years, groups = district.groups, before, margin, method } = input;
  const assessed = assess({ pupils: rows, design, roll, years, groups, before, margin, method });
  if (assessed.status !== "done")
    return { status: "failed", failure: "input-unusable", issues: assessed.status === "failed" ? assessed.issues : [] };
  const { chosen, rates, gain, regression, mixed, issues } = assessed;
  // A method asked for is not replaced by another where it fails.
  const schools = method === undefined ? (mixed ?? regression ?? gain) : chosen;
  if (schools === null) return { status: "failed", failure: "input-unusable", issues };
  const beside = [gain, regression, ...(method === undefined ? [] : [mixed])].flatMap((one) => (one === null ? [] : [one]));
  return done(
    {
      schools,
      ...(rates === null ? {} : { rates }),
      beside: beside.filter((one) => one !== schools && one.scale === schools.scale && one.method !== schools.method),
      groups: assessed.groups ?? undefined,
      ...(assessed.change === null ? {} : { change: assessed.change }),
    },
    issues,
  );
}
