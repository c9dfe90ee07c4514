import type { Term } from "../core/index.js";
import type { District, Observation } from "../domain/index.js";
import {
  type Bundle,
  bundleScores,
  checkLeafSources,
  type Evaluation,
  type EvaluationIssue,
  evaluate,
  type IndicatorSystem,
  type ScoreBounds,
  scoreBounds,
} from "../evaluation/index.js";
import type { AssessOptions, EvaluationInput } from "./assess-inputs.js";
import { type ObservationGap, type ObservedParts, observationsFromReport } from "./observations-from-report.js";
import { done, type ReportPart } from "./report-part.js";

/** How scores are printed and what its items are called, out of the system. */
export interface EvaluationPrinting extends Pick<IndicatorSystem, "rounding" | "grades"> {
  readonly label?: Term | undefined;
  /** Root first, then as in the system. */
  readonly items?:
    | readonly { readonly id: string; readonly parent?: string | undefined; readonly label: Term; readonly kind: string }[]
    | undefined;
  /** Leaves that take value-added estimates: another school's score tells its estimate, so that a school's pages leave it out. */
  readonly fromValueAdded?: readonly string[] | undefined;
}

/** 考核评价. Own scores, and bundled ones where a scheme was handed in. */
export interface EvaluationPart {
  readonly printing: EvaluationPrinting;
  readonly evaluation: Evaluation;
  readonly bundle?: Bundle | undefined;
  /** 得分区间. Of subjects some of whose values are known only as intervals. */
  readonly bounds?: readonly ScoreBounds[] | undefined;
  /** What other parts of this assessment handed over, for leaves whose source names them. */
  readonly observed?: readonly Observation[] | undefined;
  readonly gaps?: readonly ObservationGap[] | undefined;
}

const NOTHING = { observations: [], gaps: [], issues: [] } as const;

function takesFromParts({ system }: EvaluationInput): boolean {
  return system.items.some((item) => item.kind === "leaf" && item.source.kind !== "caller" && item.source.kind !== "survey");
}

function printingOf({ rounding, grades, label, items }: IndicatorSystem): EvaluationPrinting {
  const named = items.map(({ id, parent, label: name, kind }) => ({ id, ...(parent === undefined ? {} : { parent }), label: name, kind }));
  const fromValueAdded = items.flatMap((item) => (item.kind === "leaf" && item.source.kind === "value-added" ? [item.id] : []));
  return {
    rounding,
    ...(grades === undefined ? {} : { grades }),
    label,
    items: named,
    ...(fromValueAdded.length === 0 ? {} : { fromValueAdded }),
  };
}

interface OpenScores {
  readonly bounds?: EvaluationPart["bounds"];
  readonly issues: readonly EvaluationIssue[];
}

/** Only of subjects that have an interval somewhere: the others' scores are known. */
function boundsOf(observations: readonly Observation[], { system, period, subjects }: EvaluationInput): OpenScores {
  const open = new Set(observations.filter(({ low, value }) => value === null && low !== undefined).map(({ subject }) => subject));
  if (open.size === 0) return { issues: [] };
  const found = scoreBounds(observations, { system, period, subjects });
  if (!found.ok) return { issues: [] };
  const issues = found.issues.filter(({ code }) => code === "interval-among-peers");
  return { bounds: found.value.filter(({ subject }) => open.has(subject)), issues };
}

function isError({ severity }: EvaluationIssue): boolean {
  return severity === "error";
}

/** Scores by the system handed in, from the caller's observations and those of the other parts, and bundled. */
export function assessEvaluation(
  options: AssessOptions,
  district: District | undefined,
  parts: ObservedParts,
): ReportPart<EvaluationPart, EvaluationIssue> {
  const input = options.inputs?.evaluation;
  if (input === undefined) {
    const needs = [
      { "zh-CN": "指标体系", en: "an indicator system" },
      { "zh-CN": "观测数据", en: "observations" },
    ];
    return { status: "no-input", needs };
  }
  const { system, period, bundle } = input;
  const lawful = checkLeafSources(system, { policy: options.policy, on: options.asOf, code: district?.code });
  if (lawful.some(isError)) return { status: "failed", failure: "input-unusable", issues: lawful };
  const own =
    district !== undefined && takesFromParts(input) ? observationsFromReport(parts, { ...options, district, evaluation: input }) : NOTHING;
  const observations = [...input.observations, ...own.observations];
  const scored = evaluate(observations, { system, period, subjects: input.subjects });
  if (!scored.ok) return { status: "failed", failure: "input-unusable", issues: scored.issues };
  const found = takesFromParts(input) ? { observed: own.observations, gaps: own.gaps } : {};
  const { issues: unbounded, ...bounds } = boundsOf(observations, input);
  const part: EvaluationPart = { printing: printingOf(system), evaluation: scored.value, ...bounds, ...found };
  const issues = [...lawful, ...own.issues, ...scored.issues, ...unbounded];
  if (bundle === undefined) return done(part, issues);
  const scores = scored.value.subjects.map(({ subject, score }) => ({ school: subject, score: score?.exact }));
  const bundled = bundleScores(scores, bundle.groups, bundle.scheme);
  if (!bundled.ok) return { status: "failed", failure: "input-unusable", issues: bundled.issues };
  return done({ ...part, bundle: bundled.value }, [...issues, ...bundled.issues]);
}
