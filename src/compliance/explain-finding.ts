import { calendarDate, type Subject } from "../core/index.js";
import type { District } from "../domain/index.js";
import { explainPrepared } from "../rules/evaluate-rule.js";
import type { ExplainedFinding } from "../rules/index.js";
import { prepareRule } from "../rules/prepare-rule.js";
import { type ComplianceOptions, ofNobody, unknownId, withoutLists } from "./check-compliance.js";
import { districtOn } from "./district-state.js";
import { factsOn } from "./facts-of.js";
import { subjectKey } from "./people.js";
import { subjectsOn } from "./subjects-on.js";

/** Which finding: the rule by its id, the subject as the finding names it. */
export interface FindingQuestion {
  readonly rule: string;
  readonly subject: Subject;
}

/**
 * 判定过程. The finding that `checkCompliance` makes of one rule and one subject, with its tree: facts, limits with their basis, comparisons.
 *
 * The same code runs, with a trace; nothing is explained unless it is asked for. A rule that is in force nowhere here is explained all the
 * same (`not-applicable`). Throws `unknown-id` for a rule the policy does not have, a subject the district does not have on that day, or a
 * district without lists; `invalid-date` when `asOf` is no day.
 *
 * @example
 * ```ts
 * import { explainFinding } from "school-groups/compliance";
 * import { cn } from "school-groups/packs/cn";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([cn]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const school = { id: "a", name: "甲小学", stages: ["primary"], headcounts: [{ on: "2023-09-01", largestClass: 46 }] } as const;
 * const district = { format: "school-groups.district.v1", schools: [school], groups: [] } as const;
 * const question = { rule: "cn.size.class.primary", subject: { kind: "school", id: "a" } } as const;
 * const { finding, explanation } = explainFinding(district, { policy: policy.value, asOf: "2023-12-31" }, question);
 * finding.verdict; // => "violated"
 * explanation.kind === "operation" && explanation.value; // => { kind: "term", value: { "zh-CN": "不符合", en: "violated" } }
 * ```
 */
export function explainFinding(district: District, options: ComplianceOptions, question: FindingQuestion): ExplainedFinding {
  const asOf = calendarDate(options.asOf);
  if (withoutLists(district) !== undefined) throw unknownId("district", "");
  const rule = options.policy.rules.find(({ id }) => id === question.rule);
  if (rule === undefined) throw unknownId("rule", question.rule);
  const state = districtOn(district, asOf);
  const prepared = prepareRule({ rule, policy: options.policy, on: asOf, code: district.code });
  const asked = subjectKey(question.subject);
  const subjects = subjectsOn(state, rule.appliesTo.subject);
  if (asked === subjectKey(state.subject) && (!prepared.standing.holds || subjects.length === 0)) {
    return explainPrepared(prepared, ofNobody(state, rule.appliesTo.subject, subjects.length > 0));
  }
  const found = subjects.find(({ subject }) => subjectKey(subject) === asked);
  if (found === undefined) throw unknownId("subject of this rule", question.subject.id);
  const facts = factsOn(state, { policy: options.policy, facts: options.facts, trace: true })(found.subject);
  return explainPrepared(prepared, { subject: found.subject, standing: found.standing, facts });
}
