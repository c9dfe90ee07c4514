import {
  absoluteFraction,
  addFractions,
  compareFractions,
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
  /** How much closer the members came from below, `membersUp + leadDown`; once they are ahead this goes on growing while the gap widens. */
  readonly narrowing: ExactText;
  /** What the members rose. */
  readonly membersUp: ExactText;
  /** What the lead fell: a gap that narrows by this alone is dilution, not progress. */
  readonly leadDown: ExactText;
  /** Who was ahead before and is not after: the gap has turned round, or gone. */
  readonly turned: boolean;
  /** The part of the narrowing that is progress: nothing when members fell, or when the gap, whoever is ahead, is as large as before. */
  readonly byProgress: "yes" | "partly" | "no";
}

function partOf(smaller: boolean, membersUp: Fraction, leadDown: Fraction): GapChange["byProgress"] {
  if (!smaller || membersUp.numerator <= 0n) return "no";
  return leadDown.numerator > 0n ? "partly" : "yes";
}

function sign({ numerator }: Fraction): -1 | 0 | 1 {
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
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
 * // => { before: "20", after: "14", narrowing: "6", membersUp: "4", leadDown: "2", turned: false, byProgress: "partly" }
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
    turned: sign(gapBefore) !== 0 && sign(gapAfter) !== sign(gapBefore),
    byProgress: partOf(compareFractions(absoluteFraction(gapAfter), absoluteFraction(gapBefore)) < 0, membersUp, leadDown),
  };
}
