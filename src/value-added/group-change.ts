import { normalQuantile } from "../statistics/index.js";
import type { GroupExposure } from "./group-exposure.js";
import { contrastOf, type GroupContrast, smallestVisible, weightsOf } from "./group-weights.js";
import type { ValueAddedResult } from "./result.js";

/**
 * 校际差距变化. How the gap between lead and members changed from one cohort to another: narrowing = members up + lead down. The cohorts are
 * different pupils, so that their errors are independent.
 */
export interface GroupChange {
  readonly from: string;
  readonly to: string;
  readonly gapBefore: GroupContrast;
  readonly gapAfter: GroupContrast;
  /** gapBefore − gapAfter. */
  readonly narrowing: GroupContrast;
  /** members after − members before. */
  readonly membersUp: GroupContrast;
  /** lead before − lead after: a gap that narrows by this alone is dilution. */
  readonly leadDown: GroupContrast;
  /** The smallest change of the gap that two cohorts of this size show at 80 % power. */
  readonly smallestVisible: number;
  readonly dilution: DilutionBound;
}

/**
 * 稀释底线. For the rule that the lead must not be weakened (wenjiang W5): `bound` holds the lead's change and its one-sided lower limit, to
 * be compared with −margin by the rules (the lead is not weakened for certain where the limit lies above −margin). `relative-only` where a
 * change of the lead itself cannot be told from one of the area: the later fit is not anchored, or no margin was given.
 */
export type DilutionBound =
  | {
      readonly kind: "bound";
      readonly leadChange: GroupContrast;
      /** Of confidence `confidence` on one side. */
      readonly lowerLimit: number;
      readonly confidence: number;
      readonly margin: number;
    }
  | { readonly kind: "relative-only"; readonly reason: "not-anchored" | "no-margin"; readonly leadChange: GroupContrast };

interface CohortOfGroup {
  readonly fit: ValueAddedResult;
  readonly exposures: readonly GroupExposure[];
}

/** Null where lead or members have no estimate in one of the cohorts. @internal */
export function groupChange(
  after: CohortOfGroup,
  before: CohortOfGroup,
  { weights, margin }: { readonly weights: "pupils" | "schools"; readonly margin: number | undefined },
): GroupChange | null {
  const sides = (cohort: CohortOfGroup) => {
    const of = (role: "lead" | "member") =>
      weightsOf(
        cohort.fit,
        cohort.exposures.filter((each) => each.role === role),
        weights,
      );
    const [lead, members] = [of("lead"), of("member")];
    if (lead.length === 0 || members.length === 0) return undefined;
    const minus = members.map(({ school, weight }) => ({ school, weight: -weight }));
    return {
      lead: contrastOf(cohort.fit, lead),
      members: contrastOf(cohort.fit, members),
      gap: contrastOf(cohort.fit, [...lead, ...minus]),
    };
  };
  const [now, then] = [sides(after), sides(before)];
  if (now === undefined || then === undefined) return null;
  const narrowing = difference(then.gap, now.gap);
  return {
    from: before.fit.cohort,
    to: after.fit.cohort,
    gapBefore: then.gap,
    gapAfter: now.gap,
    narrowing,
    membersUp: difference(now.members, then.members),
    leadDown: difference(then.lead, now.lead),
    smallestVisible: smallestVisible(narrowing.standardError, 1 - after.fit.confidence),
    dilution: dilutionOf(after.fit, difference(now.lead, then.lead), margin),
  };
}

function difference(a: GroupContrast, b: GroupContrast): GroupContrast {
  return {
    estimate: a.estimate - b.estimate,
    standardError: Math.sqrt(a.standardError * a.standardError + b.standardError * b.standardError),
  };
}

function dilutionOf(fit: ValueAddedResult, leadChange: GroupContrast, margin: number | undefined): DilutionBound {
  if (!fit.cautions.includes("anchored")) return { kind: "relative-only", reason: "not-anchored", leadChange };
  if (margin === undefined) return { kind: "relative-only", reason: "no-margin", leadChange };
  const { confidence } = fit;
  const lowerLimit = leadChange.estimate - normalQuantile(1 - confidence, "upper") * leadChange.standardError;
  return { kind: "bound", leadChange, lowerLimit, confidence, margin };
}
