import { type DecimalString, exact, type Fraction, fraction, parseFraction } from "../core/index.js";
import type { BalanceIssue } from "./issues.js";

/** A school (or a stage of one) with its pupils and its total of one resource: people, rooms, m², yuan. */
export interface ResourceUnit {
  readonly id: string;
  /** Pupils of the unit, a whole number above 0. */
  readonly pupils: number;
  /** The unit's total, not a figure per pupil; decimal text, a quotient such as `"3855516/397"`, or a number read as its decimal text. */
  readonly total: DecimalString | number;
}

/** A unit whose figures are sound, as exact numbers. */
export interface SoundUnit {
  readonly id: string;
  readonly pupils: Fraction;
  readonly total: Fraction;
}

function readTotal(total: DecimalString | number): Fraction | undefined {
  if (typeof total === "number") return Number.isFinite(total) ? exact(total) : undefined;
  return parseFraction(total);
}

function issueOf<Code extends BalanceIssue["code"]>(
  code: Code,
  index: number,
  id: string,
  column: "pupils" | "total" | "id",
): BalanceIssue {
  return { code, severity: "error", path: [index, column], subject: { kind: "school", id }, params: { id } } as BalanceIssue;
}

/** The units as exact numbers, with every problem of every unit. */
export function readUnits(units: readonly ResourceUnit[]): {
  readonly sound: readonly SoundUnit[];
  readonly issues: readonly BalanceIssue[];
} {
  const sound: SoundUnit[] = [];
  const issues: BalanceIssue[] = [];
  const seen = new Set<string>();
  for (const [index, { id, pupils, total }] of units.entries()) {
    // A set that does not grow has met the id before.
    if (seen.size === seen.add(id).size) issues.push(issueOf("duplicate-unit", index, id, "id"));
    const exactTotal = readTotal(total);
    const wholePupils = Number.isSafeInteger(pupils) && pupils >= 0;
    if (!wholePupils) issues.push(issueOf("invalid-pupils", index, id, "pupils"));
    else if (pupils === 0) issues.push(issueOf("unit-without-pupils", index, id, "pupils"));
    if (exactTotal === undefined) issues.push(issueOf("invalid-total", index, id, "total"));
    else if (exactTotal.numerator < 0n) issues.push(issueOf("negative-total", index, id, "total"));
    else if (wholePupils && pupils > 0) sound.push({ id, pupils: fraction(pupils), total: exactTotal });
  }
  if (units.length === 0) issues.push({ code: "no-units", severity: "error", path: [], params: {} });
  return { sound, issues };
}
