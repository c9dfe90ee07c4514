import { compareFractions } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { readExact } from "./check-scoring.js";
import type { EvaluationIssue } from "./issues.js";
import type { SystemTree } from "./system-tree.js";

/** The observations of one indicator in one period, by the place of the subject. */
export type ObservationColumn = readonly (Observation | undefined)[];

/** Observations sorted once: by indicator and period into columns. */
export interface Observed {
  readonly subjects: readonly string[];
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, ObservationColumn>>;
}

interface IndicatorColumns {
  /** Of the periods that the system reads. */
  readonly read: Map<string, (Observation | undefined)[]>;
  /** Of other periods and subjects, where only contradictions matter: by period and subject. */
  readonly others: Map<string, Map<string, Observation>>;
}

function sameValue(a: Observation["value"], b: Observation["value"]): boolean {
  if (a === b) return true;
  const first = readExact(a ?? undefined);
  const second = readExact(b ?? undefined);
  return first !== undefined && second !== undefined && compareFractions(first, second) === 0;
}

/** Whether two observations of one thing say the same: the value, or where there is none the interval. */
function sameObserved(a: Observation, b: Observation): boolean {
  if (!sameValue(a.value, b.value)) return false;
  return a.value !== null || (sameValue(a.low ?? null, b.low ?? null) && sameValue(a.high ?? null, b.high ?? null));
}

/** The same observation without what it says. */
function unknownOf({ indicator, subject, period }: Observation): Observation {
  return { indicator, subject, period, value: null };
}

/** Empty columns for every item that is observed, in the judged period and its baselines. */
function emptyColumns(tree: SystemTree, period: string, size: number): ReadonlyMap<string, IndicatorColumns> {
  const columns = new Map<string, IndicatorColumns>();
  for (const item of tree.byId.values()) {
    if (item.kind === "composite") continue;
    const periods = [period, ...(item.kind === "leaf" ? (item.increment?.baseline ?? []) : [])];
    const read = new Map(periods.map((one) => [one, new Array<Observation | undefined>(size).fill(undefined)]));
    columns.set(item.id, { read, others: new Map() });
  }
  return columns;
}

/** The earlier observation of the same thing, or `undefined` once this one has taken its place; where they contradict each other neither stands. */
function placed(observation: Observation, at: number | undefined, { read, others }: IndicatorColumns): Observation | undefined {
  const column = at === undefined ? undefined : read.get(observation.period);
  if (column !== undefined && at !== undefined) {
    const before = column[at];
    if (before === undefined) column[at] = observation;
    else if (!sameObserved(before, observation)) column[at] = unknownOf(before);
    return before;
  }
  const bySubject = others.get(observation.period);
  const before = bySubject?.get(observation.subject);
  if (bySubject === undefined) others.set(observation.period, new Map([[observation.subject, observation]]));
  else if (before === undefined) bySubject.set(observation.subject, observation);
  return before;
}

/** Sorts observations; two that contradict each other are an issue, and neither is used: which is right, nobody here can tell. */
export function observedBy(
  observations: readonly Observation[],
  tree: SystemTree,
  period: string,
  subjects: readonly string[],
): { readonly observed: Observed; readonly issues: readonly EvaluationIssue[] } {
  const columns = emptyColumns(tree, period, subjects.length);
  const places = new Map(subjects.map((subject, at) => [subject, at]));
  const issues: EvaluationIssue[] = [];
  let [last, at]: [string | undefined, number | undefined] = [undefined, undefined];
  observations.forEach((observation, index) => {
    const { indicator, subject } = observation;
    const own = columns.get(indicator);
    if (own === undefined) {
      issues.push({ code: "observation-unknown-indicator", severity: "warning", path: [index, "indicator"], params: { indicator } });
      return;
    }
    // Most lists are in the order of the subjects.
    if (subject !== last) [last, at] = [subject, places.get(subject)];
    const before = placed(observation, at, own);
    if (before === undefined || sameObserved(before, observation)) return;
    const params = { indicator, subject, period: observation.period };
    issues.push({ code: "observation-contradicts", severity: "error", path: [index], params });
  });
  const read = new Map([...columns].map(([indicator, own]) => [indicator, own.read] as const));
  return { observed: { subjects, columns: read }, issues };
}

/** The observations of one indicator and period. */
export function observationsOf(observed: Observed, indicator: string, period: string): ObservationColumn {
  return observed.columns.get(indicator)?.get(period) ?? [];
}

/** The observation of one indicator for one subject and period. */
export function observationOf(observed: Observed, indicator: string, subject: string, period: string): Observation | undefined {
  const at = observed.subjects.indexOf(subject);
  return at < 0 ? undefined : observationsOf(observed, indicator, period)[at];
}
