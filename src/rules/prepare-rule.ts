import { type CalendarDate, calendarDate, type Missing, type Subject, type Term, type Truth } from "../core/index.js";
import type { ResolvedPolicy, ResolvedRule } from "../policy/index.js";
import { type Standing, standingOf } from "./applies.js";
import type { FactLookup } from "./fact-lookup.js";
import { type RuleTest, testOf } from "./judge.js";
import { type Threshold, thresholdOn } from "./threshold.js";

/** A rule with all that does not depend on the subject: whether it stands on the day, and what it asks, its limits read. */
export interface PreparedRule {
  readonly rule: ResolvedRule;
  readonly on: CalendarDate;
  /** @internal */
  readonly standing: Standing;
  /** @internal */
  readonly test: RuleTest;
}

/** Whom a rule is held against, and what is known of it. */
export interface RuleSubject {
  readonly subject: Subject;
  /** Absent: nobody it could speak to is known; `standing` then says whether there is somebody at all. */
  readonly facts?: FactLookup | undefined;
  /** Whether the subject exists on the day and plays the part the rule speaks of; absent: it does. */
  readonly standing?: { readonly label: Term; readonly value: Truth; readonly missing?: readonly Missing[] | undefined } | undefined;
}

/** A rule and the subject it is held against. */
export interface RuleQuery extends RuleSubject {
  readonly rule: ResolvedRule;
  readonly policy: Pick<ResolvedPolicy, "packs" | "parameters">;
  readonly on: CalendarDate;
  /** 行政区划代码 of the district; absent: the packs loaded are taken to hold there. */
  readonly code?: string | undefined;
}

/**
 * Reads a rule once for many subjects: whether it stands on the day, and its limits. Throws `invalid-date` when `on` is no day.
 *
 * @internal
 */
export function prepareRule(query: Pick<RuleQuery, "rule" | "policy" | "on" | "code">): PreparedRule {
  const { rule, policy, code } = query;
  const on = calendarDate(query.on);
  const known = new Map<string, Threshold>();
  const threshold = (parameter: string) => {
    const before = known.get(parameter);
    if (before !== undefined) return before;
    const found = thresholdOn(policy, parameter, on);
    known.set(parameter, found);
    return found;
  };
  return { rule, on, standing: standingOf(rule, policy, on, code), test: testOf(rule, threshold) };
}
