import {
  addFractions,
  type DecimalString,
  type ExactText,
  exact,
  type Fraction,
  SchoolGroupsError,
  subtractFractions,
  toExactText,
} from "../core/index.js";

/** A figure of the lead and of the members (their mean, or whatever the caller compares), in one period. */
export interface LeadAndMembers {
  readonly lead: DecimalString | ExactText | number;
  readonly members: DecimalString | ExactText | number;
}

/** 校际差距缩小. How the gap between lead and members changed, and whose doing it was. */
export interface GapChange {
  /** lead − members, before and after. */
  readonly before: ExactText;
  readonly after: ExactText;
  /** How much the gap narrowed; negative when it widened. `membersUp + leadDown`. */
  readonly narrowing: ExactText;
  /** What the members rose. */
  readonly membersUp: ExactText;
  /** What the lead fell: a gap that narrows by this alone is dilution, not progress. */
  readonly leadDown: ExactText;
  /** The part of the narrowing that is progress: nothing when members fell. */
  readonly byProgress: "yes" | "partly" | "no";
}

function verdictOf(narrowing: Fraction, membersUp: Fraction, leadDown: Fraction): GapChange["byProgress"] {
  if (narrowing.numerator <= 0n || membersUp.numerator <= 0n) return "no";
  return leadDown.numerator > 0n ? "partly" : "yes";
}

/**
 * 校际差距缩小的分解. Splits the narrowing of a gap into members up and lead down, exactly (suzhou S6; the guard of wenjiang W5).
 *
 * Give figures of one scale on which higher is better. A gap that narrows only because the lead fell is told apart from one that narrows
 * because the members rose. Throws `invalid-argument` for text that is no number.
 *
 * @example
 * ```ts
 * import { gapChange } from "school-groups/balance";
 *
 * gapChange({ lead: 90, members: 70 }, { lead: 88, members: 74 });
 * // => { before: "20", after: "14", narrowing: "6", membersUp: "4", leadDown: "2", byProgress: "partly" }
 * ```
 */
export function gapChange(before: LeadAndMembers, after: LeadAndMembers): GapChange {
  const read = (value: LeadAndMembers["lead"]): Fraction => {
    if (typeof value === "number" && !Number.isFinite(value))
      throw new SchoolGroupsError("invalid-argument", "a figure must be a finite number", { value });
    return exact(value);
  };
  const gapBefore = subtractFractions(read(before.lead), read(before.members));
  const gapAfter = subtractFractions(read(after.lead), read(after.members));
  const membersUp = subtractFractions(read(after.members), read(before.members));
  const leadDown = subtractFractions(read(before.lead), read(after.lead));
  const narrowing = addFractions(membersUp, leadDown);
  return {
    before: toExactText(gapBefore),
    after: toExactText(gapAfter),
    narrowing: toExactText(narrowing),
    membersUp: toExactText(membersUp),
    leadDown: toExactText(leadDown),
    byProgress: verdictOf(narrowing, membersUp, leadDown),
  };
}
