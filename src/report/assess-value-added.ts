import type { District } from "../domain/index.js";
import { type ResolvedRule, rulesInForce } from "../policy/index.js";
import { evaluateRule, type Fact } from "../rules/index.js";
import {
  assessValueAdded as assess,
  type GroupValueAddedResult,
  type ValueAddedIssue,
  type ValueAddedResult,
} from "../value-added/index.js";
import type { AssessOptions, PupilsInput } from "./assess-inputs.js";
import { done, type ReportPart } from "./report-part.js";

/** 增值评价. Schools by the mixed model (else the next method that has a result), the other methods beside it, and groups as contrasts. */
export interface ValueAddedPart {
  readonly schools: ValueAddedResult;
  /** Gains and regression, which favour other schools; for readers of the data. */
  readonly beside: readonly ValueAddedResult[];
  readonly groups?: GroupValueAddedResult | undefined;
  /** Against an earlier cohort, where one was handed over. */
  readonly change?: GroupValueAddedResult | undefined;
}

/** The rule in force that forbids to compare schools of this stage by scores, if there is one: asked before anything is computed. */
function forbiddenBy(district: District, input: PupilsInput, { policy, asOf }: AssessOptions): ResolvedRule | undefined {
  const label = { "zh-CN": "以考试分数作增值评价", en: "value-added by test scores" };
  const facts = (measure: string): Fact =>
    measure === "score-based-evaluation" ? { kind: "truth", label, value: "yes" } : { kind: "tokens", label, values: [input.stage] };
  return rulesInForce(policy, { on: asOf, code: district.code }).find((rule) => {
    if (rule.kind !== "presence" || rule.what.of !== "value-added" || rule.what.stage !== input.stage) return false;
    const subject = { kind: "group", id: input.design.cohort } as const;
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
  const rule = forbiddenBy(district, input, options);
  if (rule !== undefined) return { status: "not-applicable", because: rule.label, citations: rule.citations };
  const { rows, design, roll, years, groups = district.groups, before, margin } = input;
  const assessed = assess({ pupils: rows, design, roll, years, groups, before, margin });
  if (assessed.status !== "done")
    return { status: "failed", failure: "input-unusable", issues: assessed.status === "failed" ? assessed.issues : [] };
  const { gain, regression, mixed, issues } = assessed;
  const schools = mixed ?? regression ?? gain;
  if (schools === null) return { status: "failed", failure: "input-unusable", issues };
  return done(
    {
      schools,
      beside: [gain, regression].flatMap((one) => (one === null || one === schools ? [] : [one])),
      groups: assessed.groups ?? undefined,
      ...(assessed.change === null ? {} : { change: assessed.change }),
    },
    issues,
  );
}
