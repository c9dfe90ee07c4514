import { type CalendarDate, calendarDate, containsDay, SchoolGroupsError } from "../core/index.js";
import { jurisdictionCovers } from "./jurisdiction.js";
import { takesPlace } from "./override-faults.js";
import type { ResolvedPolicy, ResolvedRule } from "./resolved-policy.js";

/** The day and the district a policy is asked about. */
export interface RuleQuestion {
  /** The day, e.g. the due day or the `asOf` that is judged. */
  readonly on: CalendarDate;
  /** 行政区划代码 of the district. Absent: unknown, and every pack the caller loaded is taken to hold. */
  readonly code?: string | undefined;
}

/**
 * How a rule stands on a day in a district. `overridden` names the more specific rule in force that takes its place; one that binds less, or
 * fewer of the same subjects, takes nobody's place and both hold. A target before its due day is in force; that it is not due yet is for its
 * evaluator to say.
 */
export interface RuleStanding {
  readonly rule: ResolvedRule;
  readonly standing: "in-force" | "not-in-force" | "outside-jurisdiction" | "overridden";
  readonly by?: string | undefined;
}

/**
 * How every rule of a policy stands on a day in a district, in the policy's order: for reports that also say why a rule was not applied.
 *
 * Throws `invalid-date` when `on` is no day, `invalid-argument` for a policy that `resolvePolicies` did not make, e.g. a pack.
 *
 * @example
 * ```ts
 * import { ruleStandings } from "school-groups/policy";
 *
 * ruleStandings({ packs: [], rules: [] }, { on: "2023-12-31" }); // => []
 * ```
 */
export function ruleStandings(policy: Pick<ResolvedPolicy, "packs" | "rules">, question: RuleQuestion): readonly RuleStanding[] {
  calendarDate(question.on);
  if (!Array.isArray((policy as typeof policy | undefined)?.packs) || !Array.isArray(policy.rules)) {
    throw new SchoolGroupsError("invalid-argument", "policy is the value of resolvePolicies(packs), not a pack", { argument: "policy" });
  }
  const codes = new Map(policy.packs.map((pack) => [pack.id, pack.jurisdiction.code]));
  const standings = policy.rules.map((rule): RuleStanding => {
    const held = codes.get(rule.pack) ?? "000000";
    if (question.code !== undefined && !jurisdictionCovers(held, question.code)) return { rule, standing: "outside-jurisdiction" };
    return { rule, standing: containsDay(rule, question.on) ? "in-force" : "not-in-force" };
  });
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  const overriders = new Map<string, string>();
  for (const { rule, standing } of standings) {
    if (standing !== "in-force") continue;
    for (const id of rule.overrides ?? []) {
      const other = rules.get(id);
      if (other !== undefined && other.id !== rule.id && takesPlace(rule, other)) overriders.set(id, rule.id);
    }
  }
  return standings.map((entry) => {
    const by = overriders.get(entry.rule.id);
    return entry.standing === "in-force" && by !== undefined ? { ...entry, standing: "overridden", by } : entry;
  });
}

/**
 * The rules that hold on a day in a district, in the policy's order: in force, inside their pack's jurisdiction, and not overridden by a more
 * specific rule that holds there too. Rules whose due day is still to come are among them.
 *
 * Throws `invalid-date` when `on` is no day.
 *
 * @example
 * ```ts
 * import { rulesInForce } from "school-groups/policy";
 *
 * rulesInForce({ packs: [], rules: [] }, { on: "2023-12-31", code: "610602" }); // => []
 * ```
 */
export function rulesInForce(policy: Pick<ResolvedPolicy, "packs" | "rules">, question: RuleQuestion): readonly ResolvedRule[] {
  return ruleStandings(policy, question)
    .filter(({ standing }) => standing === "in-force")
    .map(({ rule }) => rule);
}
