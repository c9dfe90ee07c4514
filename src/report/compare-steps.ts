import { type ExactText, type Fraction, parseFraction, subtractFractions, toExactText } from "../core/index.js";
import type { ComparedEntry, ComparedValue } from "./compare-figures.js";
import type { DistrictReport, ReportNames } from "./district-report.js";

/** The kinds of things a figure can change by, in the order in which they are replaced: 日期、政策、成员关系、数据、软件版本. */
export const CHANGE_ORDER = ["day", "policy", "membership", "data", "library"] as const;

/** One kind of cause. */
export type ChangeCause = (typeof CHANGE_ORDER)[number];

/** How far a number moved: its low and its high end, the same for a number that is known; without `high` an end is unbounded. */
export interface Difference {
  readonly low: ExactText;
  readonly high?: ExactText | undefined;
}

/** One step from the old value to the new: the causes replaced in it, and the value before and after. */
export interface ChangeStep {
  /** Several, where what lies between them cannot be assessed alone (a membership of a school that the old file does not have). */
  readonly causes: readonly ChangeCause[];
  /** Absent: there is no such figure. */
  readonly from?: ComparedValue | undefined;
  readonly to?: ComparedValue | undefined;
  /** Of numbers only; the differences of all steps add up to that of the whole, exactly. */
  readonly difference?: Difference | undefined;
}

/** 变动事项. One figure or verdict that is not what it was. */
export interface ReportChange extends Pick<ComparedEntry, "part" | "figure" | "labels" | "ids" | "rule" | "subject"> {
  readonly before?: ComparedValue | undefined;
  readonly after?: ComparedValue | undefined;
  readonly difference?: Difference | undefined;
  /** In `order`; each begins where the one before ended. Empty when only two reports were compared, which do not tell causes apart. */
  readonly steps: readonly ChangeStep[];
}

/** 评估对比. What changed between two assessments, as plain data. */
export interface ReportComparison {
  readonly format: "school-groups.report-comparison.v1";
  readonly district: DistrictReport["district"];
  /** Names of both reports, the later one's first. */
  readonly names: ReportNames;
  readonly before: ComparedReport;
  readonly after: ComparedReport;
  /** The order in which causes were replaced; another order shares a joint effect out differently. */
  readonly order: readonly ChangeCause[];
  /** What differs by the reports themselves; whether data differ, a report alone does not show. */
  readonly differs: readonly ChangeCause[];
  /** In the order of the later report, then what only the earlier one has. */
  readonly changes: readonly ReportChange[];
}

/** Which report was compared. */
export interface ComparedReport {
  readonly asOf: string;
  readonly version: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
}

/** A report on the way from the old to the new, and what was replaced since the one before it. */
export interface Stage {
  readonly causes: readonly ChangeCause[];
  readonly entries: ReadonlyMap<string, ComparedEntry>;
}

/** Text that is equal exactly when values are: their fields stand in a fixed order. */
function sameValue(first: ComparedValue | undefined, second: ComparedValue | undefined): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}

function endsOf(value: ComparedValue | undefined): readonly [Fraction, Fraction | undefined] | undefined {
  if (value?.kind !== "exact" && value?.kind !== "interval") return undefined;
  const low = parseFraction(value.kind === "exact" ? value.value : value.low);
  const high = value.kind === "exact" ? low : value.high === undefined ? undefined : parseFraction(value.high);
  return low === undefined ? undefined : [low, high];
}

function differenceOf(from: ComparedValue | undefined, to: ComparedValue | undefined): Difference | undefined {
  const [first, second] = [endsOf(from), endsOf(to)];
  if (first === undefined || second === undefined) return undefined;
  const low = toExactText(subtractFractions(second[0], first[0]));
  return first[1] === undefined || second[1] === undefined ? { low } : { low, high: toExactText(subtractFractions(second[1], first[1])) };
}

/** A step without the fields that have nothing to say. */
function moved(from: ComparedValue | undefined, to: ComparedValue | undefined) {
  const difference = differenceOf(from, to);
  return { ...(from && { from }), ...(to && { to }), ...(difference && { difference }) };
}

/** The steps of one figure: a state between that is no number, while both ends are, is passed over and its causes join the next. */
function stepsOf(key: string, stages: readonly Stage[]): readonly ChangeStep[] {
  const states = stages.map((stage) => stage.entries.get(key)?.value);
  const [first, last] = [states[0], states.at(-1)];
  const numbers = endsOf(first) !== undefined && endsOf(last) !== undefined;
  const both = first !== undefined && last !== undefined;
  const steps: ChangeStep[] = [];
  let from = first;
  let causes: readonly ChangeCause[] = [];
  for (const [position, stage] of stages.entries()) {
    if (position === 0) continue;
    const to = states[position];
    causes = [...causes, ...stage.causes];
    const between = position < stages.length - 1;
    if (between && both && (to === undefined || (numbers && endsOf(to) === undefined))) continue;
    if (!sameValue(from, to)) steps.push({ causes, ...moved(from, to) });
    from = to;
    causes = [];
  }
  return steps;
}

/** Every figure whose value at the last stage is not that of the first. */
export function changesBetween(stages: readonly [Stage, Stage, ...Stage[]], attribute: boolean): readonly ReportChange[] {
  const before = stages[0].entries;
  const after = (stages.at(-1) ?? stages[1]).entries;
  const keys = [...after.keys(), ...[...before.keys()].filter((key) => !after.has(key))];
  return keys.flatMap((key) => {
    const [old, fresh] = [before.get(key), after.get(key)];
    const known = fresh ?? old;
    if (known === undefined || sameValue(old?.value, fresh?.value)) return [];
    if (known.limit === true && (old === undefined || fresh === undefined)) return [];
    const { from, to, difference } = { from: undefined, to: undefined, difference: undefined, ...moved(old?.value, fresh?.value) };
    const { part, figure, labels, ids, rule, subject } = known;
    return [
      {
        part,
        figure,
        labels,
        ids,
        ...(rule && { rule }),
        ...(subject && { subject }),
        ...(from && { before: from }),
        ...(to && { after: to }),
        ...(difference && { difference }),
        steps: attribute ? stepsOf(key, stages) : [],
      },
    ];
  });
}
