import { calendarDate, type Missing, VERSION } from "../core/index.js";
import { DISTRICT_FORMAT, type District } from "../domain/index.js";
import { POLICY_PACK_FORMAT, policyLabel, type ResolvedPolicy } from "../policy/index.js";
import { type ValidationIssue, validateDistrict } from "../validation/index.js";
import { assessBalance } from "./assess-balance.js";
import { assessEvaluation } from "./assess-evaluation.js";
import type { AssessOptions } from "./assess-inputs.js";
import { assessCompliance, assessCoverage, assessFrameworks, assessReconciliation, assessRotation } from "./assess-parts.js";
import { assessSchoolFigures } from "./assess-school-figures.js";
import { assessValueAdded } from "./assess-value-added.js";
import {
  DISTRICT_REPORT_FORMAT,
  type DistrictReport,
  type Provenance,
  type ReportLabel,
  type ReportNames,
  type ReportSize,
  type ValidationSummary,
} from "./district-report.js";
import { type NamedDistrict, namesInFile } from "./names-in-file.js";
import { ownLabel } from "./own-labels.js";
import { attempt, done, type ReportPart } from "./report-part.js";

function summaryOf(issues: readonly ValidationIssue[], usable: boolean): ValidationSummary {
  const count = (severity: ValidationIssue["severity"]) => issues.filter((issue) => issue.severity === severity).length;
  return { usable, errors: count("error"), warnings: count("warning"), notices: count("notice"), issues };
}

function provenanceOf({ policy, asOf, remark, seed }: AssessOptions): Provenance {
  return {
    library: "school-groups",
    version: VERSION,
    asOf,
    packs: policy.packs,
    sources: policy.sources.map(({ id, title, force, pack, issuedOn }) => ({ id, title, force, pack, ...(issuedOn && { issuedOn }) })),
    formats: [DISTRICT_FORMAT, POLICY_PACK_FORMAT, DISTRICT_REPORT_FORMAT],
    ...(remark === undefined ? {} : { remark }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function namesOf(district: NamedDistrict): ReportNames {
  const schools = district.schools.map(({ id, name, aliases }) => ({ id, name, ...(aliases === undefined ? {} : { aliases }) }));
  const nameOf = new Map(schools.map(({ id, name }) => [id, name]));
  const groups = district.groups.map((group) => {
    const lead = group.memberships?.find((membership) => membership.role === "lead")?.school;
    const members = [...new Set((group.memberships ?? []).map((membership) => membership.school))];
    return { id: group.id, name: group.name ?? (lead === undefined ? group.id : (nameOf.get(lead) ?? group.id)), schools: members };
  });
  return { schools, groups };
}

function sizeOf(district: District): ReportSize {
  return {
    schools: district.schools.length,
    groups: district.groups.length,
    memberships: district.groups.reduce((sum, group) => sum + (group.memberships?.length ?? 0), 0),
    complete: district.complete === true,
  };
}

function labelsOf(policy: ResolvedPolicy, missing: Iterable<Missing>): readonly ReportLabel[] {
  const ids = new Map<string, Missing["kind"]>();
  for (const one of missing) {
    for (const value of Object.values(one)) if (typeof value === "string" && value !== one.kind) ids.set(value, one.kind);
  }
  return [...ids].flatMap(([id, kind]) => {
    const label = ownLabel(id, kind) ?? policyLabel(policy, id, kind);
    return label === undefined ? [] : [{ id, label }];
  });
}

/**
 * 区域评估. One assessment of a whole district: is its configuration sound, do the rules hold, what is missing to say so.
 *
 * Every part is `done`, `no-input`, `not-applicable` or `failed`, and one that fails never loses the rest. The same input gives the same
 * report, byte for byte. Whatever `input` is, nothing is thrown; an `asOf` that is no day throws `invalid-date`. Of a file with errors the
 * report still tells the names, as far as they are sound; nothing is counted or concluded.
 *
 * @example
 * ```ts
 * import { assessDistrict, resolvePolicies } from "school-groups";
 * import { cn } from "school-groups/packs/cn";
 *
 * const policy = resolvePolicies([cn]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const report = assessDistrict(null, { policy: policy.value, asOf: "2023-12-31" });
 * [report.validation.status, report.compliance.status]; // => ["done", "failed"]
 * ```
 */
export function assessDistrict(input: unknown, options: AssessOptions): DistrictReport {
  calendarDate(options.asOf);
  const validated = validateDistrict(input, { policy: options.policy, asOf: options.asOf });
  const district = validated.ok ? validated.value : undefined;
  const named = district ?? namesInFile(input);
  const withDistrict = <Value, Problem>(part: (sound: District) => ReportPart<Value, Problem>): ReportPart<Value, Problem> =>
    district === undefined ? { status: "failed", failure: "district-unusable", issues: [] } : attempt(() => part(district));
  // First: rules may ask what it found.
  const valueAdded = withDistrict((sound) => assessValueAdded(sound, options));
  const estimated = valueAdded.status === "done" ? valueAdded.value : undefined;
  const compliance = withDistrict((sound) => assessCompliance(sound, options, estimated));
  const missing = compliance.status === "done" ? compliance.value.findings.flatMap((finding) => finding.missing) : [];
  const coverage = withDistrict((sound) => assessCoverage(sound, options));
  const figures = options.inputs?.schoolFigures;
  const rotation = withDistrict((sound) => assessRotation(sound, options));
  return {
    format: DISTRICT_REPORT_FORMAT,
    provenance: provenanceOf(options),
    district: { code: named.code, name: named.name },
    names: namesOf(named),
    labels: labelsOf(options.policy, missing),
    ...(district === undefined ? {} : { size: sizeOf(district) }),
    validation: done(summaryOf(validated.issues, validated.ok)),
    reconciliation: withDistrict((sound) => assessReconciliation(sound, options)),
    coverage,
    compliance,
    frameworks: withDistrict((sound) => assessFrameworks(sound, options)),
    balance: withDistrict((sound) => assessBalance(sound, options)),
    rotation,
    valueAdded,
    ...(figures === undefined ? {} : { schoolFigures: withDistrict((sound) => assessSchoolFigures(sound, figures, options)) }),
    // Last: it may take its observations from the parts above.
    evaluation: attempt(() => assessEvaluation(options, district, { coverage, rotation, valueAdded })),
  };
}
