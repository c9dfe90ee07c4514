import {
  addDays,
  addFractions,
  type BoundedRange,
  type CalendarDate,
  calendarDate,
  compareFractions,
  dayNumber,
  type ExactText,
  exact,
  type Fraction,
  fraction,
  minimumFraction,
  toExactText,
} from "../../core/index.js";
import type { ActivityRecord, Group } from "../../domain/index.js";
import type { ActivityRule } from "../../policy/index.js";
import { activityPeriods } from "./activity-periods.js";
import type { LedgerState } from "./ledger-state.js";
import { type MeasuredShare, measuredShare } from "./measured-share.js";
import { groupsAsked, memberCells } from "./member-cells.js";
import { type RegisterIndex, registerIndex, rowsOf } from "./register-index.js";
import type { WorkLedger } from "./work-ledger.js";

/** Which activity is counted, how often it is owed and of whom. */
export interface ActivityOptions {
  readonly asOf: CalendarDate;
  readonly activity: string;
  readonly per: ActivityRule["per"];
  readonly of: ActivityRule["of"];
  /** The amount owed in every period, in the unit of the records; absent: amounts are told and none is owed. */
  readonly atLeast?: string | number | undefined;
  /** Only these groups; absent: all. */
  readonly groups?: readonly string[] | undefined;
}

/** What one group, school or person did in one period. */
export interface ActivityCell extends BoundedRange {
  readonly school?: string | undefined;
  readonly person?: string | undefined;
  readonly certain: boolean;
  /** What is recorded: exact text. */
  readonly amount: ExactText;
  /** The register of the period is complete: nothing more was done. */
  readonly complete: boolean;
}

/** 活动测算结果. */
export interface ActivityMeasure {
  readonly group: string;
  readonly activity: string;
  /** Absent: the calendar has no terms, so that nobody can say which periods there are. */
  readonly periods?: number | undefined;
  readonly cells: readonly ActivityCell[];
  /** The least that was done in any period; absent while none is over. Without `high` more may have been done than is recorded. */
  readonly least?: { readonly low: ExactText; readonly high?: ExactText | undefined } | undefined;
  /** Periods in which enough was done ÷ periods due, where an amount is owed. */
  readonly met?: MeasuredShare | undefined;
  /** 参与率. Of the group's activities recorded: schools that took part ÷ schools of the group. */
  readonly participation?: MeasuredShare | undefined;
  /** Days of the longest stretch without a recorded activity of the group, up to the day of asking. */
  readonly longestGap: number;
}

/**
 * 活动测算. How regularly something was done: amounts per period, the least of them, periods met of periods due, participation, the longest gap.
 *
 * Only whole periods that are over count, so that "twice a year" is met by two in one year and not by one in each half. A group's activities
 * are records that name the group; a school's those that list the school; identical rows count once. Throws `invalid-date` for `asOf` and
 * `invalid-decimal` for the amount.
 *
 * @example
 * ```ts
 * import { createWorkLedger, measureActivity, printShare } from "school-groups/compliance";
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
 * made.value.add({ activities: [{ activity: "research", group: "g", on: "2024-03-05" }] });
 * const monthly = { asOf: "2024-04-30", activity: "research", per: "month", of: "group", atLeast: 1 } as const;
 * const [measured] = measureActivity(made.value, monthly);
 * measured?.cells.map(({ from, amount }) => [from, amount]); // => [["2024-03-01", "1"], ["2024-04-01", "0"]]
 * measured?.met && printShare(measured.met); // => "1/2–2/2"
 * ```
 */
export function measureActivity(ledger: WorkLedger, options: ActivityOptions): readonly ActivityMeasure[] {
  const state = ledger.state();
  const asOf = calendarDate(options.asOf);
  const owed = options.atLeast === undefined ? undefined : exact(options.atLeast);
  const { calendar, period } = state.plan;
  const periods = activityPeriods(calendar, period, options.per, asOf);
  const registers = registerIndex(state, asOf);
  const records = rowsOf(state, "activities").filter((row) => row.activity === options.activity && row.on <= asOf);
  return groupsAsked(state, options.groups).map((group) => {
    const own = records.filter((row) => row.group === group.id || (row.group === undefined && options.of === "school"));
    const cells = (periods ?? []).flatMap((range) => cellsOf({ state, group, records: own, registers }, range, options.of));
    const least = leastOf(group, cells, options.of);
    const met = owed === undefined ? undefined : metShare(group, cells, owed, options.of);
    const common = own.filter((row) => row.group === group.id);
    const participation = participationOf(state, group, common);
    return {
      group: group.id,
      activity: options.activity,
      ...(periods === undefined ? {} : { periods: periods.length }),
      cells,
      ...(least === undefined ? {} : { least }),
      ...(met === undefined ? {} : { met }),
      ...(participation === undefined ? {} : { participation }),
      longestGap: longestGap(common, period, asOf),
    };
  });
}

interface GroupRecords {
  readonly state: LedgerState;
  readonly group: Group;
  readonly records: readonly ActivityRecord[];
  readonly registers: RegisterIndex;
}

function cellsOf({ state, group, records, registers }: GroupRecords, range: BoundedRange, of: ActivityRule["of"]): readonly ActivityCell[] {
  const inside = records.filter(({ on }) => range.from <= on && on < range.until);
  const [first, last] = [dayNumber(range.from), dayNumber(range.until) - 1];
  if (of === "group") {
    const complete = registers.groupComplete(group.id, first, last);
    // A group that nobody belonged to throughout the period owed nothing in it.
    const members = membersThroughout(state, group, range);
    return members.length === 0 ? [] : [{ ...range, certain: members.some(({ certain }) => certain), amount: amountOf(inside), complete }];
  }
  if (of === "person") {
    const persons = [...new Set(records.flatMap(({ person }) => person ?? []))];
    return persons.map((person) => {
      const amount = amountOf(inside.filter((row) => row.person === person));
      return { ...range, person, certain: true, amount, complete: false };
    });
  }
  return membersThroughout(state, group, range).map(({ school, certain }) => {
    const complete = registers.schoolComplete(school, first, last);
    return { ...range, school, certain, amount: amountOf(inside.filter((row) => row.schools?.includes(school) === true)), complete };
  });
}

/** The schools that belong to the group on the first and the last day of a period. */
function membersThroughout(state: LedgerState, group: Group, { from, until }: BoundedRange) {
  const last = memberCells(state, group, lastDayOf(until));
  const first = new Map(memberCells(state, group, from).map(({ school, certain }) => [school, certain]));
  return last.flatMap(({ school, certain }) => {
    const before = first.get(school);
    return before === undefined ? [] : [{ school, certain: certain && before }];
  });
}

function lastDayOf(until: CalendarDate): CalendarDate {
  return addDays(until, -1);
}

function amountOf(records: readonly ActivityRecord[]): ExactText {
  return toExactText(records.reduce<Fraction>((sum, { amount }) => addFractions(sum, exact(amount ?? 1)), fraction(0)));
}

function leastOf(group: Group, cells: readonly ActivityCell[], of: ActivityRule["of"]): ActivityMeasure["least"] {
  const low = minimumFraction(cells.map(({ amount }) => exact(amount)));
  if (low === undefined) return undefined;
  const high = minimumFraction(cells.filter(({ certain, complete }) => certain && complete).map(({ amount }) => exact(amount)));
  const known = isEverybodyKnown(group, of);
  return { low: known ? toExactText(low) : "0", ...(high === undefined ? {} : { high: toExactText(high) }) };
}

/** Persons without a record, and members of a list that is not whole, may have done nothing. */
function isEverybodyKnown(group: Group, of: ActivityRule["of"]): boolean {
  return of === "group" || (of === "school" && group.complete === true);
}

function metShare(group: Group, cells: readonly ActivityCell[], owed: Fraction, of: ActivityRule["of"]): MeasuredShare | undefined {
  const certain = { met: 0, open: 0, unmet: 0 };
  const possible = { met: 0, open: 0, unmet: 0 };
  for (const cell of cells) {
    const enough = compareFractions(exact(cell.amount), owed) >= 0;
    (cell.certain ? certain : possible)[enough ? "met" : cell.complete ? "unmet" : "open"] += 1;
  }
  return measuredShare(certain, possible, isEverybodyKnown(group, of));
}

function participationOf(state: LedgerState, group: Group, records: readonly ActivityRecord[]): MeasuredShare | undefined {
  const certain = { met: 0, open: 0, unmet: 0 };
  const possible = { met: 0, open: 0, unmet: 0 };
  for (const { on, schools } of records) {
    for (const { school, certain: surely } of memberCells(state, group, on)) {
      const outcome = schools === undefined ? "open" : schools.includes(school) ? "met" : "unmet";
      (surely ? certain : possible)[outcome] += 1;
    }
  }
  return measuredShare(certain, possible, group.complete === true);
}

function longestGap(records: readonly ActivityRecord[], period: BoundedRange, asOf: CalendarDate): number {
  const end = Math.min(dayNumber(period.until) - 1, dayNumber(asOf));
  let last = dayNumber(period.from) - 1;
  let longest = 0;
  for (const { on } of [...records].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const day = dayNumber(on);
    if (day <= last || day > end) continue;
    longest = Math.max(longest, day - last - 1);
    last = day;
  }
  return Math.max(longest, end - last);
}
