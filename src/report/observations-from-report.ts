import { calendarDate, type Missing } from "../core/index.js";
import type { District, Observation } from "../domain/index.js";
import type { EvaluationIssue, LeafItem } from "../evaluation/index.js";
import type { AssessOptions, EvaluationInput } from "./assess-inputs.js";
import type { DistrictReport } from "./district-report.js";
import { type Found, type ObservedSubject, subjectNamed } from "./observe/found.js";
import { observeBalance } from "./observe/observe-balance.js";
import { observeCoverage } from "./observe/observe-coverage.js";
import { type MeasureReader, measureReader, observeMeasure } from "./observe/observe-measure.js";
import { observeRotation } from "./observe/observe-rotation.js";
import { observeValueAdded } from "./observe/observe-value-added.js";

/** The parts of an assessment that leaves may take their values from. */
export type ObservedParts = Pick<DistrictReport, "coverage" | "rotation" | "valueAdded">;

/** 缺口. A leaf whose source had no value for a subject: what would tell (`missing`), or that it has no meaning there. Never a 0. */
export interface ObservationGap {
  readonly indicator: string;
  readonly subject: string;
  readonly why: "missing" | "interval" | "not-applicable";
  readonly missing: readonly Missing[];
}

/** What an assessment hands over to an evaluation. */
export interface ReportObservations {
  /** In the order of the leaves, then of the subjects; an interval has no `value`, but `low` and `high`. */
  readonly observations: readonly Observation[];
  readonly gaps: readonly ObservationGap[];
  /** Observations of the caller's for what the assessment works out itself. */
  readonly issues: readonly EvaluationIssue[];
}

/** What an assessment was made with, beside its parts. */
export interface ReportObservationOptions extends AssessOptions {
  readonly district: District;
  readonly evaluation: EvaluationInput;
}

function subjectsOf({ subjects, observations, period }: EvaluationInput, district: District): readonly string[] {
  if (subjects !== undefined) return [...new Set(subjects)];
  const observed = observations.filter((one) => one.period === period).map(({ subject }) => subject);
  return observed.length > 0 ? [...new Set(observed)] : district.schools.map(({ id }) => id);
}

function find(
  leaf: LeafItem,
  subject: ObservedSubject,
  parts: ObservedParts,
  options: ReportObservationOptions,
  reader: MeasureReader,
): Found {
  const { district } = options;
  const { source } = leaf;
  switch (source.kind) {
    case "measure":
      return observeMeasure(leaf, source, subject, reader);
    case "rotation":
      return observeRotation(leaf, source, subject, parts.rotation, district, options);
    case "value-added":
      return observeValueAdded(leaf, subject, parts.valueAdded, options.inputs?.pupils);
    case "balance":
      return observeBalance(source, subject, district, options);
    case "coverage":
      return observeCoverage(leaf, source, subject, parts.coverage, district, options);
    default:
      return { kind: "not-applicable" };
  }
}

function observationOf(found: Found, leaf: LeafItem, { id }: ObservedSubject, options: ReportObservationOptions): Observation | undefined {
  const frame = { indicator: leaf.id, subject: id, period: options.evaluation.period };
  const origin = { observedOn: options.asOf, source: leaf.source.kind };
  if (found.kind === "value") {
    const { value, unit, standardError } = found;
    return { ...frame, value, unit, ...(standardError === undefined ? {} : { standardError }), ...origin };
  }
  return found.kind === "between" ? { ...frame, value: null, low: found.low, high: found.high, unit: found.unit, ...origin } : undefined;
}

function gapOf(found: Found, leaf: LeafItem, { id }: ObservedSubject): ObservationGap | undefined {
  const about = { indicator: leaf.id, subject: id };
  if (found.kind === "value") return undefined;
  if (found.kind === "not-applicable") return { ...about, why: "not-applicable", missing: [] };
  return { ...about, why: found.kind === "between" ? "interval" : "missing", missing: found.missing };
}

/**
 * 由评估结果形成观测值. Turns what an assessment found into observations for the leaves whose source names it: measures of the ledger and the
 * district file, rotation, value-added (with its standard error), figures of balance, coverage.
 *
 * A value known only as an interval is handed over as one (`low`, `high`, no `value`); what is missing is a gap with what would tell, never a 0;
 * a leaf that has no meaning for a subject is `not-applicable`. Leaves of the caller and of surveys are left to the caller. An observation of the
 * caller's for the same leaf, subject and period is an issue (`observation-from-two-sources`), and the assessment's own is left out.
 * `assessDistrict` calls it; use it to explain or compare scores from the same observations. Throws `invalid-date` when `asOf` is no day.
 *
 * @example
 * ```ts
 * import { assessDistrict, observationsFromReport, resolvePolicies } from "school-groups";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no packs contradict each other");
 * const label = { "zh-CN": "优质学校", en: "quality schools" };
 * const system = {
 *   format: "school-groups.indicator-system.v1",
 *   id: "s",
 *   label,
 *   items: [
 *     { id: "all", kind: "composite", label, mean: "arithmetic" },
 *     {
 *       id: "quality",
 *       parent: "all",
 *       kind: "leaf",
 *       label,
 *       weight: { value: 1, basis: { kind: "caller" } },
 *       unit: "ratio",
 *       direction: "higher-is-better",
 *       source: { kind: "coverage", designation: "quality" },
 *       scoring: { kind: "linear", from: 0, to: 1, low: 0, high: 100, beyond: "clamp" },
 *       missing: { treatment: "refuse" },
 *     },
 *   ],
 *   rounding: { mode: "half-even", places: 1 },
 * } as const;
 * const schools = [
 *   { id: "a", name: "甲", designations: [{ kind: "quality" }] },
 *   { id: "b", name: "乙", designations: [{ kind: "quality", granted: false }] },
 * ] as const;
 * const memberships = [{ school: "a", role: "lead" }, { school: "b", role: "member" }] as const;
 * const district = { format: "school-groups.district.v1", schools, groups: [{ id: "g", complete: true, memberships }] } as const;
 * const evaluation = { system, observations: [], period: "2023", subjects: ["g"] };
 * const options = { policy: policy.value, asOf: "2023-12-31" };
 * const found = observationsFromReport(assessDistrict(district, options), { ...options, district, evaluation });
 * found.observations.map(({ subject, value }) => [subject, value]); // => [["g", "0.5"]]
 * ```
 */
export function observationsFromReport(parts: ObservedParts, options: ReportObservationOptions): ReportObservations {
  calendarDate(options.asOf);
  const { district, evaluation } = options;
  const leaves = evaluation.system.items.filter((item) => item.kind === "leaf");
  const own = leaves.filter(({ source }) => source.kind !== "caller" && source.kind !== "survey");
  const handedIn = new Set(
    evaluation.observations.filter(({ period }) => period === evaluation.period).map((one) => `${one.indicator}\u0000${one.subject}`),
  );
  const reader = measureReader(district, options);
  const subjects = subjectsOf(evaluation, district).map((id) => subjectNamed(id, district));
  const observations: Observation[] = [];
  const gaps: ObservationGap[] = [];
  const issues: EvaluationIssue[] = [];
  for (const leaf of own) {
    for (const subject of subjects) {
      const found = find(leaf, subject, parts, options, reader);
      const observation = observationOf(found, leaf, subject, options);
      const twice = handedIn.has(`${leaf.id}\u0000${subject.id}`);
      if (observation !== undefined && twice) {
        const params = { indicator: leaf.id, subject: subject.id, period: evaluation.period };
        issues.push({ code: "observation-from-two-sources", severity: "error", path: [], params });
        continue;
      }
      if (observation !== undefined) observations.push(observation);
      const gap = twice ? undefined : gapOf(found, leaf, subject);
      if (gap !== undefined) gaps.push(gap);
    }
  }
  return { observations, gaps, issues };
}
