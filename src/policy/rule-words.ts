import type { IssuePath } from "../core/index.js";
import { STAGE_LABELS } from "../domain/index.js";
import { isReadableCondition } from "./condition-values.js";
import { type PolicyIssue, policyIssue } from "./issues.js";
import type { MeasureId, MeasureRef } from "./measure.js";
import { conditionMeasures, judgedMeasures } from "./measures-needed.js";
import type { ResolvedPolicy, ResolvedRule } from "./resolved-policy.js";
import type { FactCondition, Scope } from "./rule.js";
import type { RulePlace } from "./rule-conflicts.js";

const STAGES = /* @__PURE__ */ Object.keys(STAGE_LABELS);
const TRUTHS = ["yes", "no"];

/** The words that a measure of the district file can take, for the measures that take no others. */
const WORDS: { readonly [Measure in MeasureId]?: readonly string[] } = {
  stage: STAGES,
  "counted-as": STAGES,
  "school-type": [
    "kindergarten",
    "primary",
    "junior",
    "senior",
    "nine-year",
    "twelve-year",
    "complete-secondary",
    "vocational",
    "special",
    "other",
  ],
  sector: ["public", "private"],
  locality: ["urban", "town", "rural"],
  "legal-form": ["single-legal-person", "multiple-legal-persons"],
  reach: ["same-stage", "cross-stage"],
  role: ["lead", "member"],
  "governance-item": TRUTHS,
  designation: TRUTHS,
  "teaching-point": TRUTHS,
  "legal-person": TRUTHS,
};

type Bearer = "district" | "group" | "school";

/** Who bears a measure of the district file; leads and members bear those of a school and those of their group. */
const BEARERS: { readonly [Measure in MeasureId]?: readonly Bearer[] } = {
  "governance-item": ["district", "group"],
  designation: ["group", "school"],
  form: ["group"],
  "legal-form": ["group"],
  reach: ["group"],
  stage: ["group", "school"],
  "school-type": ["school"],
  "teaching-point": ["school"],
  sector: ["school"],
  locality: ["school"],
  "legal-person": ["school"],
  role: ["school"],
  "counted-as": ["group"],
  groups: ["district"],
  "group-leads": ["group"],
  "group-members": ["group"],
  "group-schools": ["group"],
  "group-campuses": ["group"],
  "group-pupils": ["group"],
  "school-pupils": ["school"],
  "class-size": ["school"],
  schools: ["district"],
  "covered-schools": ["district"],
  "uncovered-schools": ["district"],
};

/** Words of rules that no data can ever match: a value outside its closed list, a measure that the subject does not bear, an unreadable condition. */
export function ruleWordFaults(policy: ResolvedPolicy, places: RulePlace): readonly PolicyIssue[] {
  return policy.rules.flatMap((rule) => {
    const path = places.get(rule.id) ?? [];
    const measures = [...judgedMeasures(rule), ...conditionMeasures(rule.appliesTo.where)];
    return [
      ...measures.flatMap((ref) => [...notBorne(rule, ref, path), ...unreadable(rule, ref, path)]),
      ...(rule.kind === "structure" ? wordsOutside(rule, rule.feature, rule.oneOf, [...path, "oneOf"]) : []),
      ...conditionFacts(rule).flatMap(({ fact, oneOf }) => wordsOutside(rule, fact, oneOf, [...path, "appliesTo", "where"])),
    ];
  });
}

function conditionFacts(rule: ResolvedRule): readonly FactCondition[] {
  return (rule.appliesTo.where ?? []).flatMap((condition) => ("anyOf" in condition ? condition.anyOf : [condition]));
}

function wordsOutside(rule: ResolvedRule, ref: MeasureRef, words: readonly string[], path: IssuePath): readonly PolicyIssue[] {
  const allowed = WORDS[ref.measure];
  if (allowed === undefined) return [];
  return words
    .filter((word) => !allowed.includes(word))
    .map((word) =>
      policyIssue("word-not-listed", path, { by: rule.id, pack: rule.pack, word, allowed: allowed.join("、") }, subjectOf(rule)),
    );
}

function notBorne(rule: ResolvedRule, { measure }: MeasureRef, path: IssuePath): readonly PolicyIssue[] {
  const bearers = BEARERS[measure];
  const { subject } = rule.appliesTo;
  if (bearers === undefined || bearersOf(subject).some((bearer) => bearers.includes(bearer))) return [];
  return [policyIssue("measure-of-another-subject", path, { by: rule.id, pack: rule.pack, measure, subject }, subjectOf(rule))];
}

function bearersOf(subject: Scope["subject"]): readonly Bearer[] {
  return subject === "lead" || subject === "member" ? ["school", "group"] : [subject];
}

/** The measures whose evaluators read `where`; an app's own measures take what words they like. */
const CONDITIONED: ReadonlySet<MeasureId> = /* @__PURE__ */ new Set<MeasureId>([
  "eligible-teachers",
  "exchanged-teachers",
  "exchanged-backbone-teachers",
  "exchange-count",
  "principal-terms",
  "teaching-point",
  "score-based-evaluation",
]);

function unreadable(rule: ResolvedRule, ref: MeasureRef, path: IssuePath): readonly PolicyIssue[] {
  if (!CONDITIONED.has(ref.measure)) return [];
  return Object.entries(ref.where ?? {})
    .filter(([key, value]) => !isReadableCondition(key, value))
    .map(([key, value]) =>
      policyIssue("condition-unreadable", path, { by: rule.id, pack: rule.pack, key, value: String(value) }, subjectOf(rule)),
    );
}

function subjectOf({ id }: ResolvedRule) {
  return { kind: "rule", id } as const;
}
