import { type CalendarDate, calendarDate, dayNumber } from "../../core/index.js";
import type { DocumentUse, Group, GroupReference } from "../../domain/index.js";
import type { LedgerState } from "./ledger-state.js";
import type { MeasuredShare } from "./measured-share.js";
import { groupsAsked, holdsOn, type MemberCell, memberCells, type Outcome, shareOfCells } from "./member-cells.js";
import { type RegisterIndex, registerIndex, rowsOf } from "./register-index.js";
import type { WorkLedger } from "./work-ledger.js";

/** Which document is compared, and when. */
export interface UniformityOptions {
  readonly asOf: CalendarDate;
  /** The kind of document: `"rule-set"`, `"timetable"`, `"monitoring-paper"` … */
  readonly reference: string;
  /** Only these groups; absent: all. */
  readonly groups?: readonly string[] | undefined;
}

/** What a school uses beside what its group has named. */
export interface UniformityCell extends MemberCell {
  /** The test or lesson, where the group names one reference for each. */
  readonly task?: string | undefined;
  /** 同一文本、另用文本、未采用、情况不明. `missing`: the school's register is complete and names no use. */
  readonly status: "same" | "other" | "missing" | "unknown";
  readonly uses: readonly string[];
}

/** 统一（文本）测算结果. */
export interface UniformityMeasure {
  readonly group: string;
  readonly reference: string;
  /** What the group has named: none, one, or several that contradict one another. */
  readonly named: readonly string[];
  readonly cells: readonly UniformityCell[];
  readonly share?: MeasuredShare | undefined;
}

/**
 * 统一（文本）测算. The share of a group's schools, the lead among them, that use the document the group itself has named.
 *
 * Where the group names one for each test or lesson, each of them is compared, over the schools that belong to the group when it is due. A
 * reference marked `as: "time"` is compared as a time. Without a named reference, with two at once, or with a school's use of several, the
 * school is `unknown`. Throws `invalid-date` for `asOf`.
 *
 * @example
 * ```ts
 * import { createWorkLedger, measureUniformity, printShare } from "school-groups/compliance";
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
 *   references: [{ group: "g", reference: "timetable", id: "T1" }],
 *   uses: [{ school: "a", reference: "timetable", uses: "T1" }],
 * });
 * const [measured] = measureUniformity(made.value, { asOf: "2024-06-30", reference: "timetable" });
 * measured?.cells.map(({ status }) => status); // => ["same", "unknown"]
 * measured?.share && printShare(measured.share); // => "1/2–2/2"
 * ```
 */
export function measureUniformity(ledger: WorkLedger, options: UniformityOptions): readonly UniformityMeasure[] {
  const state = ledger.state();
  const asOf = calendarDate(options.asOf);
  const registers = registerIndex(state, asOf);
  const references = rowsOf(state, "references").filter(({ reference }) => reference === options.reference);
  const uses = rowsOf(state, "uses").filter(({ reference }) => reference === options.reference);
  return groupsAsked(state, options.groups).map((group) => {
    const own = references.filter((reference) => reference.group === group.id);
    const cells = comparisons(state, own, asOf).flatMap(({ task, day, named }) =>
      compareMembers({ state, group, uses, registers }, task, day, named),
    );
    const share = shareOfCells(group, cells, uniformityOutcome);
    const named = [...new Set(own.filter((reference) => holdsOn(reference, asOf)).map(({ id }) => id))];
    return { group: group.id, reference: options.reference, named, cells, ...(share === undefined ? {} : { share }) };
  });
}

/** Whether a cell counts for the share. */
export function uniformityOutcome({ status }: UniformityCell): Outcome {
  return status === "same" ? "met" : status === "unknown" ? "open" : "unmet";
}

interface Comparison {
  readonly task?: string | undefined;
  readonly day: CalendarDate;
  readonly named: readonly GroupReference[];
}

/** What is compared: the standing reference, and each test or lesson that has one of its own and is due. */
function comparisons(state: LedgerState, references: readonly GroupReference[], asOf: CalendarDate): readonly Comparison[] {
  const tasks = [...new Set(references.flatMap(({ task }) => task ?? []))];
  const standing = references.filter((reference) => reference.task === undefined && holdsOn(reference, asOf));
  const found: Comparison[] = standing.length > 0 || tasks.length === 0 ? [{ day: asOf, named: standing }] : [];
  for (const task of tasks) {
    const day = lastDue(state, task) ?? asOf;
    if (day <= asOf) found.push({ task, day, named: references.filter((one) => one.task === task && holdsOn(one, day)) });
  }
  return found;
}

function lastDue(state: LedgerState, id: string): CalendarDate | undefined {
  const number = state.plan.taskNumber.get(id);
  const days = number === undefined ? [] : (state.plan.tasks[number]?.phases.flatMap(({ due }) => due ?? []) ?? []);
  return days.reduce<CalendarDate | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined);
}

interface Members {
  readonly state: LedgerState;
  readonly group: Group;
  readonly uses: readonly DocumentUse[];
  readonly registers: RegisterIndex;
}

function compareMembers(
  members: Members,
  task: string | undefined,
  day: CalendarDate,
  named: readonly GroupReference[],
): readonly UniformityCell[] {
  const { state, group, uses, registers } = members;
  return memberCells(state, group, day).map(({ school, certain }) => {
    const own = uses.filter((use) => use.school === school && use.task === task && holdsOn(use, day));
    const complete = registers.schoolComplete(school, dayNumber(day), dayNumber(day));
    const status = useStatus(named, own, complete);
    return { school, certain, ...(task === undefined ? {} : { task }), status, uses: [...new Set(own.map((use) => use.uses))] };
  });
}

function useStatus(named: readonly GroupReference[], own: readonly DocumentUse[], complete: boolean): UniformityCell["status"] {
  const asTime = named.some((reference) => reference.as === "time");
  const wanted = new Set(named.map(({ id }) => (asTime ? timeText(id) : id)));
  const used = new Set(own.map(({ uses }) => (asTime ? timeText(uses) : uses)));
  if (wanted.size === 0 || wanted.has(undefined) || used.has(undefined)) return "unknown";
  if (used.size === 0) return complete ? "missing" : "unknown";
  const shared = [...used].filter((one) => wanted.has(one)).length;
  if (shared === 0) return "other";
  return wanted.size === 1 && used.size === 1 ? "same" : "unknown";
}

/** A moment in one spelling: `2024-06-20 09:00` and `2024-06-20T09:00:00` are one; `undefined` for what is no moment. */
function timeText(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  return match === null ? undefined : `${match[1]}T${match[2]}:${match[3]}:${match[4] ?? "00"}`;
}
