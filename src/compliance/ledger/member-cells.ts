import type { Group } from "../../domain/index.js";
import type { LedgerState } from "./ledger-state.js";
import { type MeasuredShare, measuredShare, type Tally } from "./measured-share.js";

/** Whether what a measure asks of a school is so. */
export type Outcome = keyof Tally;

/** One school in a measure, with how surely it belongs to the group. */
export interface MemberCell {
  readonly school: string;
  readonly certain: boolean;
}

/** The groups a measure is asked for, in the order of the district file. */
export function groupsAsked(state: LedgerState, groups: readonly string[] | undefined): readonly Group[] {
  const ids = [...new Set(state.plan.district.groups.map(({ id }) => id))].filter((id) => groups === undefined || groups.includes(id));
  return ids.flatMap((id) => state.plan.members.group(id) ?? []);
}

/** The schools of a group on a day, each certain or possible. */
export function memberCells(state: LedgerState, group: Group, day: string): readonly MemberCell[] {
  const roster = state.plan.members.on(group, day);
  return roster.schools.map((school, position) => ({ school, certain: roster.certain[position] === true }));
}

/** The tallies of cells, those of certain members apart. */
export function tallyCells<Cell extends MemberCell>(
  cells: readonly Cell[],
  outcomeOf: (cell: Cell) => Outcome,
): { readonly certain: Tally; readonly possible: Tally } {
  const certain = { met: 0, open: 0, unmet: 0 };
  const possible = { met: 0, open: 0, unmet: 0 };
  for (const cell of cells) (cell.certain ? certain : possible)[outcomeOf(cell)] += 1;
  return { certain, possible };
}

/** The share of a group's schools of which something is so. */
export function shareOfCells<Cell extends MemberCell>(
  group: Group,
  cells: readonly Cell[],
  outcomeOf: (cell: Cell) => Outcome,
): MeasuredShare | undefined {
  const { certain, possible } = tallyCells(cells, outcomeOf);
  return measuredShare(certain, possible, group.complete === true);
}

/** Whether a row holds on a day. */
export function holdsOn(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  day: string,
): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}
