import {
  type CalendarDate,
  compareFractions,
  containsDay,
  type DateRange,
  intersectRanges,
  parseFraction,
  valueInForce,
} from "../core/index.js";
import { type PolicyIssue, policyIssue } from "./issues.js";
import { jurisdictionCovers } from "./jurisdiction.js";
import type { MeasureRef } from "./measure.js";
import { judgedMeasures } from "./measures-needed.js";
import type { ResolvedPolicy, ResolvedRule } from "./resolved-policy.js";
import type { Condition, FactCondition } from "./rule.js";
import { boundsOf } from "./rule-references.js";

/** Where a rule stands in the packs that were given. */
export type RulePlace = ReadonlyMap<string, readonly (string | number)[]>;

/**
 * Rules that judge the same thing of the same subjects in overlapping places and days, without one overriding the other: an error where they
 * cannot both be met, else a warning. Rules that only encourage or permit contradict nothing.
 */
export function ruleConflicts(policy: ResolvedPolicy, places: RulePlace): readonly PolicyIssue[] {
  const codes = new Map(policy.packs.map((pack) => [pack.id, pack.jurisdiction.code]));
  const sameThing = new Map<string, ResolvedRule[]>();
  const issues: PolicyIssue[] = [];
  for (const rule of policy.rules) {
    if (rule.modality === "encouraged" || rule.modality === "may") continue;
    const key = judgedThing(rule);
    const earlier = sameThing.get(key) ?? [];
    for (const other of earlier) {
      const days = together(other, rule, codes);
      if (days === undefined || sameEffect(other, rule)) continue;
      const code = contradict(policy, other, rule, days) ? "rules-contradict" : "rules-overlap";
      const params = { first: other.id, firstPack: other.pack, second: rule.id, secondPack: rule.pack };
      issues.push(policyIssue(code, places.get(rule.id) ?? [], params, { kind: "rule", id: rule.id }));
    }
    sameThing.set(key, [...earlier, rule]);
  }
  return issues;
}

/** What a rule judges, whatever its limits: steps of one target with different due days are different things. */
function judgedThing(rule: ResolvedRule): string {
  return JSON.stringify([rule.kind, rule.appliesTo.subject, rule.due ?? null, judgedMeasures(rule).map(measureKey)]);
}

function measureKey(ref: MeasureRef): unknown {
  const where = Object.entries(ref.where ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return [ref.measure, ref.of ?? null, ref.stage ?? null, where];
}

/** The days on which both rules apply to one subject, or `undefined` when none can be. */
function together(first: ResolvedRule, second: ResolvedRule, codes: ReadonlyMap<string, string>): DateRange | undefined {
  const [one, two] = [codes.get(first.pack) ?? "000000", codes.get(second.pack) ?? "000000"];
  if (!jurisdictionCovers(one, two) && !jurisdictionCovers(two, one)) return undefined;
  if (first.overrides?.includes(second.id) || second.overrides?.includes(first.id)) return undefined;
  if (excludeEachOther(first.appliesTo.where ?? [], second.appliesTo.where ?? [])) return undefined;
  return intersectRanges(first, second);
}

/** A subject that fulfils one list of conditions cannot fulfil the other: whichever alternatives hold, one fact would need two values. */
function excludeEachOther(first: readonly Condition[], second: readonly Condition[]): boolean {
  const conditions = [...first, ...second];
  const ways = conditions.reduce((product, condition) => product * ("anyOf" in condition ? condition.anyOf.length : 1), 1);
  // Ways multiply with every "or"; beyond this nobody wrote the conditions by hand, and a warning too many is the lesser fault.
  if (ways > 1024) return false;
  return waysToHold(conditions).every((facts) => facts.some((one, at) => facts.slice(0, at).some((two) => disjoint(one, two))));
}

/** Each way to fulfil all conditions, as the facts it takes: one alternative of every "or". */
function waysToHold(conditions: readonly Condition[]): readonly (readonly FactCondition[])[] {
  return conditions.reduce<readonly (readonly FactCondition[])[]>(
    (ways, condition) => {
      const alternatives = "anyOf" in condition ? condition.anyOf : [condition];
      return ways.flatMap((way) => alternatives.map((fact) => [...way, fact]));
    },
    [[]],
  );
}

function disjoint(one: FactCondition, two: FactCondition): boolean {
  // A school has several stages: being a primary school does not exclude being a junior one.
  if (one.fact.measure === "stage") return false;
  const sameFact = JSON.stringify(measureKey(one.fact)) === JSON.stringify(measureKey(two.fact));
  return sameFact && !one.oneOf.some((value) => two.oneOf.includes(value));
}

function sameEffect(first: ResolvedRule, second: ResolvedRule): boolean {
  const effect = (rule: ResolvedRule): string =>
    JSON.stringify([
      rule.modality === "must-not",
      boundsOf(rule) ?? null,
      rule.kind === "structure" ? [...rule.oneOf].sort() : null,
      rule.kind === "at-least-of" ? [rule.items.map(({ threshold }) => threshold), rule.atLeast, rule.restAtLeast ?? null] : null,
      rule.kind === "activity" ? rule.atLeast : null,
    ]);
  return effect(first) === effect(second);
}

/** Whether no state of affairs can meet both. */
function contradict(policy: ResolvedPolicy, first: ResolvedRule, second: ResolvedRule, days: DateRange): boolean {
  const opposed = (first.modality === "must-not") !== (second.modality === "must-not");
  if (first.kind === "presence") return opposed;
  if (opposed || first.modality === "must-not") return false;
  if (first.kind === "structure" && second.kind === "structure") return !first.oneOf.some((value) => second.oneOf.includes(value));
  return emptyOnSomeDay(policy, first, second, days);
}

/** The limits of both together leave no number, on one of the days where a value begins. */
function emptyOnSomeDay(policy: ResolvedPolicy, first: ResolvedRule, second: ResolvedRule, days: DateRange): boolean {
  const ids = [first, second].flatMap((rule) => Object.values(boundsOf(rule) ?? {}));
  const begins = policy.parameters.filter(({ id }) => ids.includes(id)).flatMap(({ values }) => values.map(({ from }) => from));
  const earliest = days.from ?? "0001-01-01";
  return [earliest, ...begins].some((day) => day !== undefined && containsDay(days, day) && leaveNothing(policy, [first, second], day));
}

function leaveNothing(policy: ResolvedPolicy, rules: readonly ResolvedRule[], day: CalendarDate): boolean {
  const limits = rules.flatMap((rule) =>
    Object.entries(boundsOf(rule) ?? {}).flatMap(([relation, id]) => {
      const text = valueInForce(policy.parameters.find((parameter) => parameter.id === id)?.values ?? [], day)?.value;
      const limit = text === undefined ? undefined : parseFraction(text);
      return limit === undefined ? [] : [{ relation, limit }];
    }),
  );
  const low = limits.filter(({ relation }) => relation === "atLeast" || relation === "moreThan");
  const high = limits.filter(({ relation }) => relation === "atMost" || relation === "lessThan");
  return low.some((one) =>
    high.some((two) => {
      const order = compareFractions(one.limit, two.limit);
      return order > 0 || (order === 0 && (one.relation === "moreThan" || two.relation === "lessThan"));
    }),
  );
}
