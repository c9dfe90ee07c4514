import {
  type ExactText,
  type ExplainedValue,
  type Explanation,
  exact,
  explainedInterval,
  fraction,
  SchoolGroupsError,
  type Term,
  toExactText,
} from "../../core/index.js";
import type { MeasureRef } from "../../policy/index.js";
import type { LedgerState } from "./ledger-state.js";
import type { ActivityMeasure } from "./measure-activity.js";
import { type ReadCell, type Reading, type ReadingOptions, readMeasure } from "./measure-reading.js";
import type { WorkLedger } from "./work-ledger.js";

/** Which number is explained: a measure of a group. */
export interface MeasureQuestion {
  readonly group: string;
  /** As rules hand it over: `{ measure: "synchrony", of: "arrange", where: { "tolerance-after": "2" } }`. */
  readonly measure: MeasureRef;
}

/**
 * 测算过程. How a share or a least amount came about, down to task, school and day: who was late and by how many days, who is unknown.
 *
 * The tree counts cells, adds counts and divides; an interval shows both its ends. Throws `unknown-id` for a group or a measure the ledger does
 * not have.
 *
 * @example
 * ```ts
 * import { createWorkLedger, explainMeasure } from "school-groups/compliance";
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
 *     tasks: [{ id: "t", group: "g", phases: [{ phase: "arrange", due: "2024-03-08" }] }],
 *   },
 * );
 * if (!made.ok) throw new Error("no ledger");
 * made.value.add([{ task: "t", phase: "arrange", school: "a", on: "2024-03-08" }]);
 * const measure = { measure: "synchrony", of: "arrange" } as const;
 * const tree = explainMeasure(made.value, { asOf: "2024-03-31" }, { group: "g", measure });
 * tree.kind === "operation" && tree.value; // => { kind: "interval", low: "0.5", high: "1", unit: "ratio" }
 * ```
 */
export function explainMeasure(ledger: WorkLedger, options: ReadingOptions, question: MeasureQuestion): Explanation {
  const state = ledger.state();
  const group = state.plan.members.group(question.group);
  const reading = group === undefined ? undefined : readMeasure(ledger, options, group, question.measure);
  if (reading === undefined) {
    const id = group === undefined ? question.group : question.measure.measure;
    throw new SchoolGroupsError("unknown-id", `the ledger has no group or measure ${id.slice(0, 80)}`, { id: id.slice(0, 80) });
  }
  return explainReading(state, reading);
}

/** The tree of a reading. */
export function explainReading(state: LedgerState, reading: Reading): Explanation {
  if (reading.activity !== undefined && reading.activity.cells.length > 0) return explainActivity(reading, reading.activity);
  if (reading.share === undefined) return { kind: "fact", label: reading.label, value: readValue(reading) };
  const list = (name: Term, outcome: ReadCell["outcome"], certain: boolean) => {
    const cells = reading.cells.filter((cell) => cell.outcome === outcome && cell.certain === certain && isDue(cell));
    return countOf(
      name,
      cells.map((cell) => cellNode(state, cell)),
    );
  };
  const met = list({ "zh-CN": "达到", en: "met" }, "met", true);
  const open = list({ "zh-CN": "待定或情况不明", en: "open or unknown" }, "open", true);
  const unmet = list({ "zh-CN": "未达到", en: "not met" }, "unmet", true);
  const perhapsMet = list({ "zh-CN": "可能为成员：达到", en: "possible members: met" }, "met", false);
  const perhapsOpen = list({ "zh-CN": "可能为成员：待定", en: "possible members: open" }, "open", false);
  const perhapsNot = list({ "zh-CN": "可能为成员：未达到", en: "possible members: not met" }, "unmet", false);
  const { share, label } = reading;
  if (share.whole.high === undefined) {
    // Members nobody lists may all be in step, or none of them.
    const most = amount(sum([met, open]));
    const part: Explanation = {
      kind: "operation",
      operator: "interval",
      operands: [met, sum([brief(met), open])],
      value: between(amount(met), most),
    };
    const due = amount(sum([met, open, unmet]));
    const more: Explanation = { kind: "fact", label: { "zh-CN": "未列入名单的成员", en: "members not listed" }, value: between("0") };
    const whole: Explanation = {
      kind: "operation",
      operator: "sum",
      operands: [brief(met), brief(open), unmet, more],
      value: between(due),
    };
    return { kind: "operation", label, operator: "share", operands: [part, whole], value: readValue(reading) };
  }
  const low = division(share.low, met, [brief(met), open, unmet, perhapsOpen, perhapsNot]);
  if (share.low === share.high) return { ...low, label };
  const mostMet = sum([brief(met), brief(open), perhapsMet, brief(perhapsOpen)]);
  const high = division(share.high, mostMet, [brief(met), brief(open), brief(unmet), brief(perhapsMet), brief(perhapsOpen)]);
  return { kind: "operation", label, operator: "interval", operands: [low, high], value: readValue(reading) };
}

type Counted = Explanation & { readonly label?: Term | undefined };

function isDue({ status }: ReadCell): boolean {
  return status !== "not-due" && status !== "exempt";
}

function readValue({ low, high, unit }: Reading): ExplainedValue {
  return explainedInterval({ low: exact(low), ...(high === undefined ? {} : { high: exact(high) }) }, unit);
}

function between(low: ExactText, high?: ExactText): ExplainedValue {
  return explainedInterval({ low: exact(low), ...(high === undefined ? {} : { high: exact(high) }) }, "cells");
}

function countOf(label: Term, operands: readonly Explanation[]): Counted {
  return { kind: "operation", label, operator: "count", operands, value: { kind: "exact", value: String(operands.length), unit: "cells" } };
}

/** A count that was listed before: the number alone. */
function brief(counted: Counted): Counted {
  return {
    kind: "fact",
    label: counted.label ?? { "zh-CN": "计数", en: "count" },
    value: { kind: "exact", value: amount(counted), unit: "cells" },
  };
}

function amount(counted: Counted): ExactText {
  return "value" in counted && typeof counted.value === "object" && counted.value.kind === "exact" ? counted.value.value : "0";
}

/** What is empty is left out: sums of nothing but the first operand stay readable. */
function sum(operands: readonly Counted[]): Counted {
  const used = operands.filter((operand, position) => position === 0 || amount(operand) !== "0");
  const total = used.reduce((all, operand) => all + Number(amount(operand)), 0);
  return { kind: "operation", operator: "sum", operands: used, value: { kind: "exact", value: String(total), unit: "cells" } };
}

function division(value: ExactText, part: Counted, whole: readonly Counted[]): Extract<Explanation, { readonly kind: "operation" }> {
  const total = sum(whole);
  const exactly = amount(total) === "0" ? value : toExactText(fraction(BigInt(amount(part)), BigInt(amount(total))));
  return { kind: "operation", operator: "share", operands: [part, total], value: { kind: "exact", value: exactly, unit: "ratio" } };
}

const STATUS_WORDS: Readonly<Record<string, Term>> = {
  pending: { "zh-CN": "待完成", en: "pending" },
  "in-step": { "zh-CN": "同步", en: "in step" },
  early: { "zh-CN": "提前", en: "early by" },
  late: { "zh-CN": "滞后", en: "late by" },
  missing: { "zh-CN": "未完成", en: "missing" },
  unknown: { "zh-CN": "情况不明", en: "unknown" },
  same: { "zh-CN": "同一文本", en: "the group's own" },
  other: { "zh-CN": "另用文本", en: "another one" },
  full: { "zh-CN": "全面采用", en: "fully" },
  partial: { "zh-CN": "部分采用", en: "in part" },
  none: { "zh-CN": "未采用", en: "not adopted" },
};

function cellNode(state: LedgerState, cell: ReadCell): Explanation {
  const number = cell.task === undefined ? undefined : state.plan.taskNumber.get(cell.task);
  const task = number === undefined ? cell.task : (state.plan.tasks[number]?.label ?? cell.task);
  const school = state.plan.district.schools.find(({ id }) => id === cell.school)?.name ?? cell.school;
  const words = STATUS_WORDS[cell.status] ?? { "zh-CN": cell.status, en: cell.status };
  const late = cell.status === "early" || cell.status === "late";
  const [zhDays, enDays] = late ? [`${cell.days ?? 0}天`, ` ${cell.days ?? 0} d`] : ["", ""];
  const [zhTask, enTask] = task === undefined ? ["", ""] : [`“${task}”`, `, "${task}"`];
  const [zhDue, enDue] = cell.due === undefined ? ["", ""] : [`（期限${cell.due}）`, ` (due ${cell.due})`];
  const label = {
    "zh-CN": `${school}${zhTask}${zhDue}：${words["zh-CN"]}${zhDays}`,
    en: `${school}${enTask}${enDue}: ${words.en}${enDays}`,
  };
  const value: ExplainedValue = cell.on === undefined || cell.on === "" ? { kind: "unknown" } : { kind: "text", value: cell.on };
  return { kind: "fact", label, value, subject: { kind: "school", id: cell.school } };
}

function explainActivity(reading: Reading, { cells }: ActivityMeasure): Explanation {
  const operands = cells.map(({ from, until, school, person, amount: done, complete }): Explanation => {
    const who = school ?? person ?? "";
    const label = { "zh-CN": `${who}${from}至${until}（不含）`, en: `${who} ${from} to ${until} (excluded)`.trim() };
    const most = complete ? { high: exact(done) } : {};
    return { kind: "fact", label, value: explainedInterval({ low: exact(done), ...most }, reading.unit) };
  });
  return { kind: "operation", label: reading.label, operator: "minimum", operands, value: readValue(reading) };
}
