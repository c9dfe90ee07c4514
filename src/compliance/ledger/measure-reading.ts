import {
  type CalendarDate,
  type ExactText,
  type Missing,
  parseFraction,
  type Subject,
  type Term,
  toNumber,
  type Unit,
} from "../../core/index.js";
import type { Group } from "../../domain/index.js";
import type { ActivityRule, MeasureRef } from "../../policy/index.js";
import { daysText } from "./cell-code.js";
import { type DayCount, SAME_DAY, type Tolerance } from "./day-scale.js";
import { type LedgerState, remembered } from "./ledger-state.js";
import { type ActivityMeasure, measureActivity } from "./measure-activity.js";
import { adoptionOutcome, measureAdoption } from "./measure-adoption.js";
import { isUnmet } from "./measure-synchrony.js";
import { measureUniformity, uniformityOutcome } from "./measure-uniformity.js";
import { type MeasuredShare, measuredShare } from "./measured-share.js";
import { type MemberCell, type Outcome, tallyCells } from "./member-cells.js";
import { walkCells } from "./walk-cells.js";
import type { WorkLedger } from "./work-ledger.js";

/** When a measure is read, and how its days are counted. */
export interface ReadingOptions {
  readonly asOf: CalendarDate;
  readonly count?: DayCount | undefined;
}

/** One cell of any measure: what was asked of a school, and what is known of it. */
export interface ReadCell extends MemberCell {
  readonly outcome: Outcome;
  readonly status: string;
  readonly task?: string | undefined;
  /** The day or days recorded. */
  readonly on?: string | undefined;
  /** By how many days it was early or late. */
  readonly days?: number | undefined;
  readonly due?: CalendarDate | undefined;
  readonly reason?: string | undefined;
}

/** What a ledger knows of one measure for one group. */
export interface Reading {
  readonly label: Term;
  readonly unit: Unit;
  readonly cells: readonly ReadCell[];
  /** Nothing is due: the measure has no meaning for the group yet. */
  readonly nothingDue: boolean;
  readonly share?: MeasuredShare | undefined;
  /** Of activities. */
  readonly activity?: ActivityMeasure | undefined;
  readonly low: ExactText;
  readonly high?: ExactText | undefined;
  readonly missing: readonly Missing[];
}

/** Reads a measure for a group; `undefined` for a measure the ledger does not hold. */
export function readMeasure(ledger: WorkLedger, options: ReadingOptions, group: Group, ref: MeasureRef): Reading | undefined {
  const of = ref.of ?? "";
  switch (ref.measure) {
    case "synchrony":
      return synchrony(ledger, options, group, ref);
    case "uniformity": {
      const key = `uniformity ${options.asOf} ${of}`;
      const all = remembered(ledger.state(), key, () => measureUniformity(ledger, { asOf: options.asOf, reference: of }));
      const measured = all.find((one) => one.group === group.id);
      const cells = (measured?.cells ?? []).map((cell) => ({ ...cell, outcome: uniformityOutcome(cell), on: cell.uses.join("、") }));
      return ofShare(group, labelled(`采用集团统一“${of}”的比例`, `share using the group's own "${of}"`), cells, "document-uses", [
        ...(measured?.named.length === 0 && cells.every(({ task }) => task === undefined) ? [record("references", of, group)] : []),
      ]);
    }
    case "adoption": {
      const level = ref.where?.["level"] === "at-least-partial" ? "at-least-partial" : "full";
      const key = `adoption ${options.asOf} ${of}`;
      const all = remembered(ledger.state(), key, () => measureAdoption(ledger, { asOf: options.asOf, practice: of }));
      const found = all.find((one) => one.group === group.id)?.cells ?? [];
      const cells = found.map((cell) => ({ ...cell, outcome: adoptionOutcome(cell, level) }));
      const label =
        level === "full"
          ? labelled(`全面采用“${of}”的比例`, `share that adopted "${of}" fully`)
          : labelled(`至少部分采用“${of}”的比例`, `share that adopted "${of}" at least in part`);
      return ofShare(group, label, cells, "adoptions", []);
    }
    case "activity":
      return activity(ledger, options, group, ref);
    default:
      return undefined;
  }
}

function labelled(zh: string, en: string): Term {
  return { "zh-CN": zh, en };
}

function subjectOf(group: Group): Subject {
  return { kind: "group", id: group.id };
}

function record(table: string, of: string, group: Group): Missing {
  return { kind: "record", table, of, subject: subjectOf(group) };
}

/** The tolerance in a measure's `where`: whole days as the rule's parameters have them, else none. */
function toleranceOf(ref: MeasureRef): Tolerance {
  const days = (key: string, otherwise: number): number => {
    const value = ref.where?.[key];
    const parsed = value === undefined ? undefined : parseFraction(String(value));
    return parsed === undefined ? otherwise : Math.max(0, Math.floor(toNumber(parsed)));
  };
  return { before: days("tolerance-before", SAME_DAY.before), after: days("tolerance-after", SAME_DAY.after) };
}

function synchrony(ledger: WorkLedger, { asOf, count }: ReadingOptions, group: Group, ref: MeasureRef): Reading {
  const state = ledger.state();
  const phase = ref.of ?? "";
  const tolerance = toleranceOf(ref);
  const cells: ReadCell[] = [];
  let tasks = 0;
  let listed = true;
  const item = ref.where?.["item"];
  const narrowed = item === undefined ? {} : { items: [String(item)] };
  walkCells(
    state,
    { asOf, count, tolerance, groups: [group.id], ...narrowed },
    {
      phase: (standing) => {
        if (standing.phase.phase !== phase) return;
        tasks += 1;
        if (standing.task.schools === undefined) listed = false;
      },
      cell: ({ school, certain, status, days, code, reason }, { task, phase: { phase: id, due } }) => {
        if (id !== phase) return;
        const outcome = status === "in-step" ? "met" : isUnmet(status) ? "unmet" : "open";
        const on = code === 0 ? undefined : daysText(code, state.plan.base);
        cells.push({ school, certain, status, outcome, task: task.id, days, due, on, reason });
      },
    },
  );
  const label = synchronyLabel(phaseLabel(state, phase), tolerance, count ?? "calendar");
  const due = cells.filter(({ status }) => status !== "not-due" && status !== "exempt");
  const read = ofShare(listed ? { ...group, complete: true } : group, label, due, "work-records", []);
  if (tasks > 0) return { ...read, cells, unit: "ratio" };
  return { ...read, cells, nothingDue: false, low: "0", high: "1", missing: [record("tasks", phase, group)] };
}

function phaseLabel(state: LedgerState, phase: string): Term {
  const items = state.plan.policy.frameworks.filter(({ kind }) => kind === "phases").flatMap(({ items: own }) => own);
  return items.find(({ id }) => id === phase)?.label ?? { "zh-CN": phase, en: phase };
}

/** Says the tolerance too: the same records give another share under another one. */
function synchronyLabel(phase: Term, { before, after }: Tolerance, count: DayCount): Term {
  const [zhDays, enDays] = count === "working" ? ["个工作日", "working days"] : ["天", "days"];
  return labelled(
    `同步比例（${phase["zh-CN"]}，容许提前${before}${zhDays}、滞后${after}${zhDays}）`,
    `share in step (${phase.en}; up to ${before} ${enDays} early, ${after} late)`,
  );
}

function ofShare(group: Group, label: Term, cells: readonly ReadCell[], table: string, more: readonly Missing[]): Reading {
  const { certain, possible } = tallyCells(cells, ({ outcome }) => outcome);
  const share = measuredShare(certain, possible, group.complete === true);
  const missing = [...more, ...missingOf(group, cells, table)];
  const known = { label, unit: "ratio", cells, missing } as const;
  if (share === undefined && group.complete === true) return { ...known, nothingDue: true, low: "0", high: "1" };
  return { ...known, nothingDue: false, low: share?.low ?? "0", high: share?.high ?? "1", ...(share === undefined ? {} : { share }) };
}

/** Registers of schools without a record, and the group's list of members where it is not whole. */
function missingOf(group: Group, cells: readonly ReadCell[], table: string): readonly Missing[] {
  const unknown = [...new Set(cells.filter(({ status }) => status === "unknown").map(({ school }) => school))];
  const registers = unknown.map((id): Missing => ({ kind: "register", table, subject: { kind: "school", id, group: group.id } }));
  if (group.complete === true) return registers;
  return [{ kind: "field", table: "groups", column: "complete", subject: subjectOf(group) }, ...registers];
}

function activity(ledger: WorkLedger, { asOf }: ReadingOptions, group: Group, ref: MeasureRef): Reading {
  const name = ref.of ?? "";
  const per = String(ref.where?.["per"] ?? "month") as ActivityRule["per"];
  const of = String(ref.where?.["who"] ?? "group") as ActivityRule["of"];
  const key = `activity ${asOf} ${name} ${per} ${of}`;
  const all = remembered(ledger.state(), key, () => measureActivity(ledger, { asOf, activity: name, per, of }));
  const measured = all.find((one) => one.group === group.id);
  const label = labelled(`“${name}”各期最少量`, `least of "${name}" in any period`);
  const unit = UNITS[String(ref.where?.["unit"])] ?? "times";
  const cells: readonly ReadCell[] = [];
  const whole: Missing[] =
    group.complete === true || of === "group" ? [] : [{ kind: "field", table: "groups", column: "complete", subject: subjectOf(group) }];
  if (measured?.periods === undefined) {
    const calendar: Missing = { kind: "field", table: "calendar", column: "terms", subject: subjectOf(group) };
    return { label, unit, cells, nothingDue: false, low: "0", missing: [calendar] };
  }
  const { least } = measured;
  if (least === undefined) return { label, unit, cells, activity: measured, nothingDue: true, low: "0", missing: [] };
  const open = measured.cells.some(({ complete }) => !complete);
  const register: Missing[] = open ? [{ kind: "register", table: "activities", subject: subjectOf(group) }] : [];
  return { label, unit, cells, activity: measured, nothingDue: false, ...least, missing: [...whole, ...register] };
}

const UNITS: Readonly<Record<string, Unit>> = { times: "times", minutes: "minutes", "half-days": "half-days", days: "days" };
