import { normalQuantile } from "../statistics/index.js";
import type { GroupExposure } from "./group-exposure.js";
import { contrastOf, type GroupContrast, partsOf, smallestVisible, type Weighted, weightsOf } from "./group-weights.js";
import type { ValueAddedResult } from "./result.js";

/**
 * 校际差距变化. How the gap between lead and members changed from one cohort to another: narrowing = members up + lead down. The cohorts are
 * different pupils, so that their errors are independent; where both are measured by one line (anchored), the error of that line counts once.
 */
export interface GroupChange {
  readonly from: string;
  readonly to: string;
  /** `as-dated`: each cohort with the schools, roles and exposures of its own years. `as-now`: both with those of the later one. */
  readonly composition: "as-dated" | "as-now";
  /** Do the same schools with an estimate stand on the same sides in both? Where not, who joined and left is part of the change. */
  readonly sameSchools: boolean;
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
 * change of the lead itself cannot be told from one of the area: the later fit is not anchored to the line of the earlier one, or no margin was given.
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

/** What the change is asked for. @internal */
export interface GroupChangeOptions {
  readonly weights: "pupils" | "schools";
  readonly margin: number | undefined;
  readonly composition: "as-dated" | "as-now";
}

/** Null where lead or members have no estimate in one of the cohorts. @internal */
export function groupChange(after: CohortOfGroup, before: CohortOfGroup, options: GroupChangeOptions): GroupChange | null {
  const { weights, margin, composition } = options;
  const then = composition === "as-now" ? { fit: before.fit, exposures: after.exposures } : before;
  const [now, earlier] = [sidesOf(after, weights), sidesOf(then, weights)];
  if (now === undefined || earlier === undefined) return null;
  const yardstick = sameYardstick(after.fit, before.fit);
  const change = (side: keyof Sides): GroupContrast =>
    changeOf({ fit: after.fit, terms: now[side] }, { fit: before.fit, terms: earlier[side] });
  const narrowing = turned(change("gap"));
  const names = (sides: Sides): string => JSON.stringify(sides.gap.map(({ school, weight }) => [school, weight > 0]).sort());
  return {
    from: before.fit.cohort,
    to: after.fit.cohort,
    composition,
    sameSchools: names(now) === names(earlier),
    gapBefore: contrastOf(before.fit, earlier.gap),
    gapAfter: contrastOf(after.fit, now.gap),
    narrowing,
    membersUp: change("members"),
    leadDown: turned(change("lead")),
    smallestVisible: smallestVisible(narrowing.standardError, 1 - after.fit.confidence),
    dilution: dilutionOf(after.fit, change("lead"), { margin, yardstick }),
  };
}

interface Sides {
  readonly lead: readonly Weighted[];
  readonly members: readonly Weighted[];
  readonly gap: readonly Weighted[];
}

function sidesOf({ fit, exposures }: CohortOfGroup, weights: "pupils" | "schools"): Sides | undefined {
  const of = (role: "lead" | "member") =>
    weightsOf(
      fit,
      exposures.filter((each) => each.role === role),
      weights,
    );
  const [lead, members] = [of("lead"), of("member")];
  if (lead.length === 0 || members.length === 0) return undefined;
  return { lead, members, gap: [...lead, ...members.map(({ school, weight }) => ({ school, weight: -weight }))] };
}

function turned({ estimate, standardError }: GroupContrast): GroupContrast {
  return { estimate: 0 - estimate, standardError };
}

interface SideInCohort {
  readonly fit: ValueAddedResult;
  readonly terms: readonly Weighted[];
}

/**
 * after − before. Pupils are different and their errors independent; what the line is wrong by is the same at both ends where both are measured by one line, and
 * falls out but for the side's own change of intake.
 */
function changeOf(after: SideInCohort, before: SideInCohort): GroupContrast {
  const [now, then] = [contrastOf(after.fit, after.terms), contrastOf(before.fit, before.terms)];
  const estimate = now.estimate - then.estimate;
  const [x, y] = [partsOf(after.fit, after.terms), partsOf(before.fit, before.terms)];
  const slopeError = sameYardstick(after.fit, before.fit) ? (after.fit.line?.slopeError ?? null) : null;
  const apart = now.standardError * now.standardError + then.standardError * then.standardError;
  if (slopeError === null || x.loading.length !== 1 || y.loading.length !== 1) return { estimate, standardError: Math.sqrt(apart) };
  const moved = (x.loading[0]! - y.loading[0]!) * slopeError;
  return { estimate, standardError: Math.sqrt(x.ownVariance + y.ownVariance + moved * moved) };
}

/** Are both measured by one line, the later anchored to it? */
function sameYardstick(after: ValueAddedResult, before: ValueAddedResult): boolean {
  if (!after.cautions.includes("anchored") || after.line === null || before.line === null) return false;
  return after.line.intercept === before.line.intercept && after.line.slope === before.line.slope;
}

function dilutionOf(
  fit: ValueAddedResult,
  leadChange: GroupContrast,
  { margin, yardstick }: { readonly margin: number | undefined; readonly yardstick: boolean },
): DilutionBound {
  if (!yardstick) return { kind: "relative-only", reason: "not-anchored", leadChange };
  if (margin === undefined) return { kind: "relative-only", reason: "no-margin", leadChange };
  const { confidence } = fit;
  const lowerLimit = leadChange.estimate - normalQuantile(1 - confidence, "upper") * leadChange.standardError;
  return { kind: "bound", leadChange, lowerLimit, confidence, margin };
}
