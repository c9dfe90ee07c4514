import type { Force, Modality } from "../core/index.js";
import type { Finding, Verdict } from "./finding.js";

/** How many findings have each verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** 综合结论. One verdict for several findings, with what it rests on and what stands beside it. */
export interface RollUp {
  readonly verdict: Verdict;
  /** The findings that decide: 应当、必须、不得、原则上 of binding, guiding and trial texts. */
  readonly counted: VerdictCounts;
  /** The others: what is encouraged or allowed, and benchmarks of drafts, plans and reports of practice. */
  readonly beside: VerdictCounts;
  /** Findings of rules whose measure nobody handed over; they have no say. */
  readonly notEvaluated: number;
}

/** What of a finding a roll-up reads, and for how many alike it stands. */
export type RolledFinding = Pick<Finding, "verdict" | "modality" | "force" | "code"> & { readonly times?: number | undefined };

/**
 * 综合结论. Only `must`, `must-not` and `should` rules of `binding`, `guidance` and `trial` texts count: one violated → violated; else any
 * undetermined → undetermined; else any satisfied → satisfied; else not-applicable, as of no finding at all. `times` lets one entry stand for
 * several alike (those a rule does not speak to, counted and not listed); absent: once.
 *
 * @example
 * ```ts
 * import { rollUp } from "school-groups/rules";
 *
 * const finding = { verdict: "satisfied", modality: "must", force: "binding", code: "met" } as const;
 * rollUp([finding]).verdict; // => "satisfied"
 * rollUp([finding, { ...finding, verdict: "undetermined", code: "facts-missing" }]).verdict; // => "undetermined"
 * rollUp([finding, { ...finding, verdict: "violated", code: "not-met", force: "plan" }]).verdict; // => "satisfied"
 * rollUp([]).verdict; // => "not-applicable"
 * ```
 */
export function rollUp(findings: Iterable<RolledFinding>): RollUp {
  const tally = startTally();
  for (const finding of findings) addToTally(tally, finding);
  return rollUpOf(tally);
}

/** 计数中的综合结论. What `rollUp` counts, for whoever meets findings one by one and keeps no list of them. */
export interface VerdictTally {
  readonly counted: Record<Verdict, number>;
  readonly beside: Record<Verdict, number>;
  notEvaluated: number;
}

/**
 * A tally of nothing yet.
 *
 * @internal
 */
export function startTally(): VerdictTally {
  return { counted: noVerdicts(), beside: noVerdicts(), notEvaluated: 0 };
}

/**
 * Counts one finding, or several alike, into a tally.
 *
 * @internal
 */
export function addToTally(tally: VerdictTally, { verdict, modality, force, code, times = 1 }: RolledFinding): void {
  if (code === "not-evaluated") tally.notEvaluated += times;
  else if (counts(modality, force)) tally.counted[verdict] += times;
  else tally.beside[verdict] += times;
}

/**
 * The roll-up of a finished tally. It takes the counts over: nothing is to be added to the tally afterwards.
 *
 * @internal
 */
export function rollUpOf({ counted, beside, notEvaluated }: VerdictTally): RollUp {
  return { verdict: decided(counted), counted, beside, notEvaluated };
}

function counts(modality: Modality, force: Force): boolean {
  const obliges = modality === "must" || modality === "must-not" || modality === "should";
  return obliges && (force === "binding" || force === "guidance" || force === "trial");
}

function decided(counted: VerdictCounts): Verdict {
  if (counted.violated > 0) return "violated";
  if (counted.undetermined > 0) return "undetermined";
  return counted.satisfied > 0 ? "satisfied" : "not-applicable";
}

function noVerdicts(): Record<Verdict, number> {
  return { satisfied: 0, violated: 0, "not-applicable": 0, undetermined: 0 };
}
