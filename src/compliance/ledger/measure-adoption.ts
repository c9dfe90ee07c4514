import { type CalendarDate, calendarDate, dayNumber } from "../../core/index.js";
import type { AdoptionRecord, Attester } from "../../domain/index.js";
import type { MeasuredShare } from "./measured-share.js";
import { groupsAsked, holdsOn, type MemberCell, memberCells, type Outcome, shareOfCells } from "./member-cells.js";
import { registerIndex, rowsOf } from "./register-index.js";
import type { WorkLedger } from "./work-ledger.js";

/** Which practice is looked at, and when. */
export interface AdoptionOptions {
  readonly asOf: CalendarDate;
  readonly practice: string;
  /** Only these groups; absent: all. */
  readonly groups?: readonly string[] | undefined;
}

/** How far a school follows a practice, and who says so. */
export interface AdoptionCell extends MemberCell {
  /** 全面采用、部分采用、未采用、登记完整而无记录、情况不明. */
  readonly status: "full" | "partial" | "none" | "missing" | "unknown";
  readonly attestedBy?: Attester | undefined;
  /** Attestations of one rank differ; the lower level counts. */
  readonly contradicting: boolean;
}

/** 统一（事项）测算结果. Two shares, never a half. */
export interface AdoptionMeasure {
  readonly group: string;
  readonly practice: string;
  readonly cells: readonly AdoptionCell[];
  readonly full?: MeasuredShare | undefined;
  readonly atLeastPartial?: MeasuredShare | undefined;
}

/**
 * 统一（事项）测算. The shares of a group's schools, the lead among them, attested to have adopted a practice fully, and at least in part.
 *
 * The bureau's word goes before the lead's, and the lead's before the school's own; of two of one rank the lower level counts, marked. A record
 * that names no group counts for a school in one group only: in two it is not said which is meant. Throws `invalid-date` for `asOf`.
 *
 * @example
 * ```ts
 * import { createWorkLedger, measureAdoption, printShare } from "school-groups/compliance";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no policy");
 * const memberships = [{ school: "a", role: "lead" }, { school: "b", role: "member" }] as const;
 * const made = createWorkLedger(
 *   { format: "school-groups.district.v1", schools: [], groups: [{ id: "g", complete: true, memberships }] },
 *   {
 *     policy: policy.value,
 *     period: { from: "2024-02-26", until: "2024-07-07" },
 *     calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] },
 *     tasks: [],
 *   },
 * );
 * if (!made.ok) throw new Error("no ledger");
 * made.value.add({
 *   adoptions: [
 *     { school: "a", practice: "facilities", level: "full", attestedBy: "bureau" },
 *     { school: "b", practice: "facilities", level: "partial", attestedBy: "self" },
 *   ],
 * });
 * const [measured] = measureAdoption(made.value, { asOf: "2024-06-30", practice: "facilities" });
 * measured?.full && printShare(measured.full); // => "1/2"
 * measured?.atLeastPartial && printShare(measured.atLeastPartial); // => "2/2"
 * ```
 */
export function measureAdoption(ledger: WorkLedger, options: AdoptionOptions): readonly AdoptionMeasure[] {
  const state = ledger.state();
  const asOf = calendarDate(options.asOf);
  const registers = registerIndex(state, asOf);
  const records = rowsOf(state, "adoptions").filter((row) => row.practice === options.practice && holdsOn(row, asOf));
  const groupsOf = new Map<string, number>();
  for (const group of groupsAsked(state, undefined)) {
    for (const { school } of memberCells(state, group, asOf)) groupsOf.set(school, (groupsOf.get(school) ?? 0) + 1);
  }
  return groupsAsked(state, options.groups).map((group) => {
    const cells = memberCells(state, group, asOf).map((member): AdoptionCell => {
      const own = records.filter((row) => row.school === member.school && concerns(row, group.id, groupsOf.get(member.school) ?? 1));
      const day = dayNumber(asOf);
      if (own.length > 0) return { ...member, ...attestation(own) };
      const status = registers.schoolComplete(member.school, day, day) ? "missing" : "unknown";
      return { ...member, status, contradicting: false };
    });
    const full = shareOfCells(group, cells, (cell) => adoptionOutcome(cell, "full"));
    const atLeastPartial = shareOfCells(group, cells, (cell) => adoptionOutcome(cell, "at-least-partial"));
    const shares = { ...(full === undefined ? {} : { full }), ...(atLeastPartial === undefined ? {} : { atLeastPartial }) };
    return { group: group.id, practice: options.practice, cells, ...shares };
  });
}

/** Whether a cell counts for one of the two shares. */
export function adoptionOutcome({ status }: AdoptionCell, level: "full" | "at-least-partial"): Outcome {
  if (status === "unknown") return "open";
  return status === "full" || (status === "partial" && level === "at-least-partial") ? "met" : "unmet";
}

function concerns(row: AdoptionRecord, group: string, groups: number): boolean {
  return row.group === undefined ? groups === 1 : row.group === group;
}

const RANKS: readonly Attester[] = ["bureau", "lead", "self"];
const LEVELS: readonly AdoptionRecord["level"][] = ["none", "partial", "full"];

function attestation(records: readonly AdoptionRecord[]): Pick<AdoptionCell, "status" | "attestedBy" | "contradicting"> {
  const rank = RANKS.find((attester) => records.some((row) => row.attestedBy === attester)) ?? "self";
  const said = new Set(records.filter((row) => row.attestedBy === rank).map(({ level }) => level));
  return { status: LEVELS.find((level) => said.has(level)) ?? "none", attestedBy: rank, contradicting: said.size > 1 };
}
