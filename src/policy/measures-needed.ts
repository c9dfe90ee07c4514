import type { MeasureRef } from "./measure.js";
import type { ActivityRule, AdoptionRule, Condition, CoverageRule, Rule, SynchronyRule, UniformityRule } from "./rule.js";

/**
 * The three counts a coverage rule is judged from: schools covered, schools not covered, and all of its population.
 *
 * `where` says which: `by` (`"membership"` or `"designation"`, then `of` names it), `stages` (ids joined by commas) and `sector`, each absent
 * when the rule does not narrow it.
 *
 * @example
 * ```ts
 * import { coverageMeasures } from "school-groups/policy";
 *
 * coverageMeasures({ population: { sector: "public" }, covered: { by: "membership" } }).whole;
 * // => { measure: "schools", where: { sector: "public" } }
 * ```
 */
export function coverageMeasures(rule: Pick<CoverageRule, "population" | "covered">): {
  readonly covered: MeasureRef;
  readonly uncovered: MeasureRef;
  readonly whole: MeasureRef;
} {
  const { stages, sector } = rule.population;
  const who = { ...(stages === undefined ? {} : { stages: stages.join(",") }), ...(sector === undefined ? {} : { sector }) };
  const of = rule.covered.by === "designation" ? { of: rule.covered.designation } : {};
  const where = { ...who, by: rule.covered.by };
  return {
    covered: { measure: "covered-schools", ...of, where },
    uncovered: { measure: "uncovered-schools", ...of, where },
    whole: { measure: "schools", where: who },
  };
}

/**
 * The measure of a framework rule: `of` is the phase, reference, practice or activity; `where` holds `level` of an adoption, `per`, `who` and
 * `unit` of an activity. The tolerances of a synchrony rule, in force on the day, are added by its evaluator.
 *
 * @example
 * ```ts
 * import { frameworkMeasure } from "school-groups/policy";
 *
 * frameworkMeasure({ kind: "uniformity", reference: "timetable" }); // => { measure: "uniformity", of: "timetable" }
 * ```
 */
export function frameworkMeasure(
  rule:
    | Pick<SynchronyRule, "kind" | "phase">
    | Pick<UniformityRule, "kind" | "reference">
    | Pick<AdoptionRule, "kind" | "practice" | "level">
    | Pick<ActivityRule, "kind" | "activity" | "per" | "of" | "unit">,
): MeasureRef {
  switch (rule.kind) {
    case "synchrony":
      return { measure: "synchrony", of: rule.phase };
    case "uniformity":
      return { measure: "uniformity", of: rule.reference };
    case "adoption":
      return { measure: "adoption", of: rule.practice, where: { level: rule.level } };
    case "activity":
      return { measure: "activity", of: rule.activity, where: { per: rule.per, who: rule.of, unit: rule.unit } };
  }
}

/**
 * The measures that decide a rule, without those of its conditions, in the order its evaluator asks for them.
 *
 * @example
 * ```ts
 * import { judgedMeasures } from "school-groups/policy";
 *
 * judgedMeasures({ kind: "presence", what: { measure: "governance-item", of: "charter" } });
 * // => [{ measure: "governance-item", of: "charter" }]
 * ```
 */
export function judgedMeasures(rule: Judged): readonly MeasureRef[] {
  switch (rule.kind) {
    case "presence":
      return [rule.what];
    case "count":
      return [rule.count];
    case "range":
      return [rule.value];
    case "share":
      return [rule.part, rule.whole];
    case "structure":
      return [rule.feature];
    case "at-least-of":
      return rule.items.map(({ value }) => value);
    case "coverage": {
      const { covered, uncovered, whole } = coverageMeasures(rule);
      return [covered, uncovered, whole];
    }
    default:
      return [frameworkMeasure(rule)];
  }
}

/** What of a rule its measures can be told from. */
export type Judged = Rule extends infer Kind ? (Kind extends Rule ? Omit<Kind, keyof RuleFrame> : never) : never;

/** What rules of every kind have in common. */
export type RuleFrame = Omit<Extract<Rule, { readonly kind: "presence" }>, "kind" | "what">;

/**
 * The measures that decide whether a rule applies: those of its conditions.
 *
 * @example
 * ```ts
 * import { conditionMeasures } from "school-groups/policy";
 *
 * conditionMeasures([{ fact: { measure: "reach" }, oneOf: ["same-stage"] }]); // => [{ measure: "reach" }]
 * ```
 */
export function conditionMeasures(where: readonly Condition[] | undefined): readonly MeasureRef[] {
  return (where ?? []).flatMap((condition) => ("anyOf" in condition ? condition.anyOf.map(({ fact }) => fact) : [condition.fact]));
}
