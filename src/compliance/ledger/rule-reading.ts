import type { Group } from "../../domain/index.js";
import {
  type ActivityRule,
  type AdoptionRule,
  frameworkMeasure,
  type MeasureRef,
  type ResolvedRule,
  type SynchronyRule,
  type UniformityRule,
  valueOn,
} from "../../policy/index.js";
import { SAME_DAY, type Tolerance } from "./day-scale.js";
import { type Reading, type ReadingOptions, readMeasure } from "./measure-reading.js";
import type { WorkLedger } from "./work-ledger.js";

/** A rule that is measured from a ledger. */
export type LedgerRule = ResolvedRule & (SynchronyRule | UniformityRule | AdoptionRule | ActivityRule);

/** Whether a rule is measured from a ledger. */
export function isLedgerRule(rule: ResolvedRule): rule is LedgerRule {
  return rule.kind === "synchrony" || rule.kind === "uniformity" || rule.kind === "adoption" || rule.kind === "activity";
}

/** How rules are read: with the caller's tolerance where the policy gives none. */
export interface RuleReadingOptions extends ReadingOptions {
  readonly tolerance?: Tolerance | undefined;
}

/** The measure of a rule, with the tolerance in force on the day, else the caller's, else none at all. */
function measureOfRule(ledger: WorkLedger, options: RuleReadingOptions, rule: LedgerRule): MeasureRef {
  const ref = frameworkMeasure(rule);
  if (rule.kind !== "synchrony") return ref;
  const { policy } = ledger.state().plan;
  const days = (parameter: string | undefined, otherwise: number): string => {
    const value = parameter === undefined ? undefined : valueOn(policy, parameter, options.asOf)?.value;
    return value ?? String(otherwise);
  };
  const before = days(rule.toleranceBefore, (options.tolerance ?? SAME_DAY).before);
  const after = days(rule.toleranceAfter, (options.tolerance ?? SAME_DAY).after);
  return { ...ref, where: { "tolerance-before": before, "tolerance-after": after } };
}

/** What a ledger knows of a rule's measure for a group. */
export function readRule(ledger: WorkLedger, options: RuleReadingOptions, rule: LedgerRule, group: Group): Reading | undefined {
  return readMeasure(ledger, options, group, measureOfRule(ledger, options, rule));
}
